"""A capture file as text, in whatever encoding it was written."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pixelwatt.api import Problem
from pixelwatt_power.core.captures.table import UNIT_SEPARATOR, unquoted
from pixelwatt_power.text import tr

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HEAD_BYTES = 1 << 16
CHUNK = 1 << 20
"""A block's temporaries then fit the cache: 8 MiB blocks take a third longer."""
LONGEST_LINE = 1 << 26
LINE_END = re.compile(r"\r\n|\n|\r")
WHOLE_FILE_LIMIT = 1 << 30
"""Files that must be read at once (JSON, UTF-16, quoted cells) are refused above 1 GiB."""


@dataclass(frozen=True, slots=True)
class Source:
    """A capture file whose encoding and first lines are known."""

    path: Path
    encoding: str
    head: str
    quoted: bool

    @property
    def name(self) -> str:
        return self.path.name

    def head_lines(self) -> list[str]:
        # Not `splitlines`: a comment may hold U+2028, which ends no line of a table.
        return LINE_END.split(self.head)

    def text(self) -> str:
        """The whole file. Bytes that are no text of the encoding become U+FFFD."""
        if self.path.stat().st_size > WHOLE_FILE_LIMIT:
            raise Problem(
                tr("{file} is larger than 1 GiB and must be read whole.", file=self.name),
                tr("Shorten the capture, or export it as plain CSV."),
            )
        return self.path.read_bytes().decode(self.encoding, "replace")

    def blocks(self, skip_lines: int, delimiter: str) -> tuple[Iterator[bytes], str]:
        """UTF-8 blocks of whole lines after the first ``skip_lines``, and their delimiter."""
        if self.quoted or self.encoding.startswith("utf-16") or "\n" not in self.head:
            text = "\n".join(LINE_END.split(self.text())[skip_lines:]) + "\n"
            if self.quoted:
                return _blocks_of(unquoted(text, delimiter)), UNIT_SEPARATOR
            blocks = _blocks_of(text.encode())
        else:
            blocks = _blocks_of_file(self.path, skip_lines)
        if delimiter != ",":
            blocks = (block.replace(b",", b".") for block in blocks)
        return blocks, delimiter


def open_source(path: Path) -> Source:
    """Look at a file's first 64 KiB; raise `Problem` where it cannot be a capture."""
    try:
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
            quoted = b'"' in head
            while not quoted and (block := file.read(CHUNK)):
                quoted = b'"' in block
    except OSError as error:
        raise Problem(
            tr("{file} cannot be read: {reason}.", file=path.name, reason=error.strerror or error),
            tr("Check the path and its permissions."),
        ) from error
    return source_of(path, head, quoted)


def source_of(path: Path, head: bytes, quoted: bool | None = None) -> Source:
    """The same from a head already read."""
    if not head.strip():
        raise Problem(
            tr("{file} is empty.", file=path.name),
            tr("The tool may have stopped before its first frame; capture again."),
        )
    encoding = _encoding(head)
    text = head.decode(encoding, "replace")
    if "\0" in text:
        raise Problem(
            tr("{file} is a binary file, not a capture.", file=path.name),
            tr("Open the CSV, JSON or .hml file that the capture tool wrote."),
        )
    return Source(path, encoding, text, '"' in text if quoted is None else quoted)


def _encoding(head: bytes) -> str:
    if head.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    # Text of a Western tool saved as UTF-16 without a mark: every second byte is zero.
    if len(head) >= 4:
        for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
            half = head[first::2]
            if half.count(0) > 0.9 * len(half):
                return encoding
    return "utf-8"


def _blocks_of_file(path: Path, skip_lines: int) -> Iterator[bytes]:
    rest = b""
    with path.open("rb") as file:
        for _ in range(skip_lines):
            file.readline()
        while block := file.read(CHUNK):
            block = rest + block
            cut = block.rfind(b"\n") + 1
            rest = block[cut:]
            if len(rest) > LONGEST_LINE:
                raise Problem(
                    tr("{file} holds a line of more than 64 MiB.", file=path.name),
                    tr("This is no capture; open the file that the capture tool wrote."),
                )
            if cut:
                yield block[:cut]
    if rest:
        yield rest + b"\n"


def _blocks_of(text: bytes) -> Iterator[bytes]:
    position = 0
    while position < len(text):
        cut = text.rfind(b"\n", position, position + CHUNK) + 1
        if cut <= position:
            cut = text.find(b"\n", position) + 1 or len(text)
        block = text[position:cut]
        yield block if block.endswith(b"\n") else block + b"\n"
        position = cut
