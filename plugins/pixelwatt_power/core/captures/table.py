"""Delimited text into numpy columns, about a million rows a second.

`csv` and `numpy.loadtxt` both make an object of each of some thirty cells in a row, of which
six are wanted. Here a block's separators are found at once, and only the cells of the wanted
columns are gathered: numbers digit by digit for the whole block, texts as 64-bit hashes, which
are looked up once for each distinct text. Blocks are read on several threads.
"""

from __future__ import annotations

import csv
import io
import os
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

from pixelwatt.api import Problem
from pixelwatt_power.text import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from pixelwatt_power.core.captures.run import FloatArray

UNIT_SEPARATOR = "\x1f"
LONGEST_NUMBER = 40
LONGEST_TEXT = 256
MANY_TEXTS = 64
_NUMBER_START = np.zeros(256, dtype=bool)
_NUMBER_START[list(b"0123456789+-. ")] = True
_MIX = np.uint64(0x9E3779B97F4A7C15)

IntArray = NDArray[np.int64]
KeyArray = NDArray[np.uint64]
Cells = tuple[IntArray, IntArray]
"""Begin and length of each row's cell of one column, in the padded block."""
Rows: TypeAlias = "tuple[int, int, int, Callable[[int], Cells]]"
"""Number of rows, of rows too short and too long, and the cells of a column."""
Bytes = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """A column of texts, or several columns taken together: ``values[codes[row]]``."""

    codes: IntArray
    values: list[tuple[str, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """The wanted columns; a cell that holds no number is NaN, a missing one too."""

    rows: int
    numbers: dict[str, FloatArray]
    texts: dict[str, Text]
    short_rows: int
    """Rows left out because they end before the first wanted column does."""
    long_rows: int = 0
    """Rows left out because they hold more cells than the header names."""


@dataclass(frozen=True, slots=True, eq=False)
class _Block:
    rows: int
    numbers: dict[str, FloatArray]
    keys: dict[str, KeyArray]
    known: dict[str, dict[int, tuple[str, ...]]]
    short_rows: int
    long_rows: int


def parse_number(text: str) -> float:
    """The number a cell states, NaN if none; a decimal comma is understood."""
    try:
        return float(text)
    except ValueError:
        pass
    try:
        return float(text.replace(",", ".", 1))
    except ValueError:
        return float("nan")


def read_columns(
    blocks: Iterator[bytes],
    delimiter: str,
    numbers: Mapping[str, int],
    texts: Mapping[str, tuple[int, ...]],
    width: int | None = None,
    full_width: int | None = None,
) -> Columns:
    """Read number columns by place and text columns by places from blocks of whole lines.

    A row counts if it reaches the first column of ``numbers`` and, where the header's ``width``
    is given, holds no more cells than that: in a longer one, as decimal commas between commas
    make it, no cell stands where its name does. Rows of just ``full_width`` cells count all the
    same: OCAT adds the machine's description to its first row.
    """
    parts: list[_Block] = []
    workers = max(2, min(4, os.cpu_count() or 1))
    waiting: deque[Future[_Block]] = deque()
    with ThreadPoolExecutor(workers) as pool:
        for block in blocks:
            waiting.append(
                pool.submit(_read_block, block, delimiter, numbers, texts, width, full_width)
            )
            if len(waiting) > workers:
                parts.append(waiting.popleft().result())
        parts += [future.result() for future in waiting]
    return Columns(
        sum(part.rows for part in parts),
        {
            name: np.concatenate([part.numbers[name] for part in parts] or [np.empty(0)])
            for name in numbers
        },
        {name: _join_texts(parts, name) for name in texts},
        sum(part.short_rows for part in parts),
        sum(part.long_rows for part in parts),
    )


def _join_texts(parts: Sequence[_Block], name: str) -> Text:
    known: dict[int, tuple[str, ...]] = {}
    for part in parts:
        known |= part.known[name]
    distinct = np.array(sorted(known), dtype=np.uint64)
    codes = [np.searchsorted(distinct, part.keys[name]) for part in parts]
    return Text(
        np.concatenate(codes or [np.empty(0, np.int64)]), [known[int(key)] for key in distinct]
    )


def _read_block(
    block: bytes,
    delimiter: str,
    numbers: Mapping[str, int],
    texts: Mapping[str, tuple[int, ...]],
    width: int | None,
    full_width: int | None,
) -> _Block:
    # Padding lets a cell at either end be gathered at full width.
    data = bytes(LONGEST_NUMBER) + block + bytes(LONGEST_TEXT)
    body = np.frombuffer(block, np.uint8)
    needed = next(iter(numbers.values()))
    rows, short_rows, long_rows, cells = _even_rows(body, delimiter, needed, width) or _any_rows(
        body, delimiter, needed, width, full_width
    )
    keys, known = {}, {}
    for name, columns in texts.items():
        keys[name], known[name] = _hash_texts(data, [cells(column) for column in columns])
    values = {name: _parse_numbers(data, *cells(column)) for name, column in numbers.items()}
    return _Block(rows, values, keys, known, short_rows, long_rows)


def _even_rows(body: Bytes, delimiter: str, needed: int, width: int | None) -> Rows | None:
    """The cells of a block whose rows all have as many, the usual case; None otherwise."""
    newline = np.flatnonzero(body == 10)
    separator = np.flatnonzero(body == ord(delimiter))
    if separator.size % newline.size or separator.size < max(needed, 1) * newline.size:
        return None
    grid = separator.reshape(newline.size, -1)
    if (grid[:, -1] > newline).any() or (grid[1:, 0] < newline[:-1]).any():
        return None
    if width is not None and grid.shape[1] >= width:
        return None

    def cells(column: int) -> Cells:
        if column > grid.shape[1]:
            nothing = np.zeros(newline.size, np.int64)
            return nothing, nothing
        end = grid[:, column] if column < grid.shape[1] else newline
        begin = np.concatenate(([0], newline[:-1] + 1)) if column == 0 else grid[:, column - 1] + 1
        return begin + LONGEST_NUMBER, end - begin

    return newline.size, 0, 0, cells


def _any_rows(
    body: Bytes, delimiter: str, needed: int, width: int | None, full_width: int | None
) -> Rows:
    """The cells of a block whose rows may end early; one past its row's end has length 0."""
    separator = np.flatnonzero((body == ord(delimiter)) | (body == 10))
    newline = np.flatnonzero(body[separator] == 10)
    first = np.concatenate(([0], newline[:-1] + 1))
    count = newline - first + 1
    start = np.concatenate(([0], separator[newline[:-1]] + 1))
    whole = count > needed
    blank = separator[newline] - start <= 1
    short_rows, long_rows = int((~whole & ~blank).sum()), 0
    if width is not None:
        # Delimiters alone (and a carriage return) after the last named cell are no cells.
        end = separator[newline]
        tail = end - separator[np.minimum(first + width - 1, newline)] - (count - width)
        too_long = (count > width) & (tail > (body[np.maximum(end - 1, 0)] == ord("\r")))
        if full_width is not None:
            too_long &= count != full_width
        whole &= ~too_long
        long_rows = int(too_long.sum())
    first, count, start = first[whole], count[whole], start[whole]

    def cells(column: int) -> Cells:
        there = column < count
        place = np.where(there, first + column, 0)
        begin = start if column == 0 else separator[np.maximum(place - 1, 0)] + 1
        length = np.where(there, separator[place] - begin, 0)
        return np.where(there, begin, 0) + LONGEST_NUMBER, length

    return len(first), short_rows, long_rows, cells


def _parse_numbers(data: bytes, begin: IntArray, length: IntArray) -> FloatArray:
    if not begin.size:
        return np.empty(0)
    view = np.frombuffer(data, np.uint8)
    number = _NUMBER_START[view[begin]] & (length <= LONGEST_NUMBER) & (length > 0)
    if number.all():
        return _parse_all(data, begin, length)
    values = np.full(len(begin), np.nan)
    if number.any():
        values[number] = _parse_all(data, begin[number], length[number])
    return values


def _parse_all(data: bytes, begin: IntArray, length: IntArray) -> FloatArray:
    """Numbers of one column, whose first characters could begin a number."""
    width = int(length.max())
    values = _parse_fixed_point(data, begin, length, width)
    if values is not None:
        return values
    cells = _gather(data, begin, width)
    cells[np.arange(width) >= length[:, None]] = 0
    texts = cells.view(f"S{width}").ravel()
    try:
        values = texts.astype(np.float64)
    except ValueError:
        distinct, inverse = np.unique(texts, return_inverse=True)
        values = np.array([parse_number(text.decode("latin-1")) for text in distinct])[inverse]
    values[~np.isfinite(values)] = np.nan
    return values


def _parse_fixed_point(
    data: bytes, begin: IntArray, length: IntArray, width: int
) -> FloatArray | None:
    """Unsigned numbers that all have as many decimals, the usual case; None otherwise."""
    if width > 18:
        return None
    last = data[begin[0] : begin[0] + length[0]]
    decimals = len(last) - 1 - last.rfind(b".") if b"." in last else 0
    cells = _gather(data, begin + length - width, width)
    # Aligned at the right, the point stands in one column; what lies before a cell is 0.
    cells[np.arange(width) < (width - length)[:, None]] = ord("0")
    digits = np.ascontiguousarray(cells.T)
    if decimals:
        point = width - 1 - decimals
        if point < 0 or (digits[point] != ord(".")).any():
            return None
        digits = np.delete(digits, point, axis=0)
    digits -= ord("0")
    if (digits > 9).any():
        return None
    total = digits[0].astype(np.int64)
    for digit in digits[1:]:
        total *= 10
        total += digit
    return np.asarray(total / 10.0**decimals)


def _gather(data: bytes, begin: IntArray, width: int) -> NDArray[np.uint8]:
    """``width`` bytes from each ``begin`` on, as a matrix (rows, width)."""
    windows = np.ndarray(
        shape=(len(data) - width + 1,), dtype=f"V{width}", buffer=data, strides=(1,)
    )
    return windows[begin].view(np.uint8).reshape(-1, width)


def _constant(data: bytes, begin: IntArray, length: IntArray) -> bool:
    """Whether a column holds the same text in every row."""
    width = int(length[0])
    if (length != width).any() or width > LONGEST_TEXT - 8:
        return False
    cells = _gather(data, begin, width) if width else np.empty((1, 0), np.uint8)
    return bool((cells == cells[0]).all())


def _hash_texts(
    data: bytes, columns: Sequence[Cells]
) -> tuple[KeyArray, dict[int, tuple[str, ...]]]:
    rows = len(columns[0][0])
    if rows > 1 and all(_constant(data, *column) for column in columns):
        # One process, one swap chain: the usual capture needs one hash for a whole block.
        key, known = _hash_texts(data, [(begin[:1], length[:1]) for begin, length in columns])
        return np.full(rows, key[0]), known
    words = np.ndarray(shape=(len(data) - 7,), dtype="<u8", buffer=data, strides=(1,))
    key = np.zeros(len(columns[0][0]), dtype=np.uint64)
    for begin, full_length in columns:
        length = np.minimum(full_length, LONGEST_TEXT - 8)
        key = (key ^ length.astype(np.uint64)) * _MIX
        for offset in range(0, int(length.max()) if length.size else 0, 8):
            rest = np.clip(length - offset, 0, 8)
            word = words[np.minimum(begin + offset, len(words) - 1)]
            # Shifting 64 bits by 64 is undefined: an exhausted text takes no word at all.
            word = word << np.minimum((8 - rest) * 8, 63).astype(np.uint64)
            key ^= np.where(rest > 0, word, np.uint64(0))
            key *= _MIX
            key ^= key >> np.uint64(29)

    def texts(row: int) -> tuple[str, ...]:
        cells = (data[begin[row] : begin[row] + length[row]] for begin, length in columns)
        return tuple(cell.decode("utf-8", "replace").strip().strip("'") for cell in cells)

    distinct = np.unique(key)
    if len(distinct) > MANY_TEXTS:
        distinct, examples = np.unique(key, return_index=True)
    else:
        examples = np.array([int(np.argmax(key == value)) for value in distinct], dtype=np.int64)
    return key, {int(value): texts(row) for value, row in zip(distinct, examples, strict=True)}


def quoted_rows(text: str, delimiter: str) -> Iterator[list[str]]:
    """The cells of a text that may hold quoted ones; raises `Problem` where they are damaged."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        yield from csv.reader(io.StringIO(lines), delimiter=delimiter)
    except csv.Error as error:
        raise Problem(
            tr("A quoted cell of the capture cannot be read: {error}.", error=error),
            tr("Export the capture again, or remove the quotes."),
        ) from error


def unquoted(text: str, delimiter: str) -> bytes:
    """Text with quoted cells, as text that a unit separator delimits."""
    return "".join(
        UNIT_SEPARATOR.join(_plain(cell) for cell in row) + "\n"
        for row in quoted_rows(text, delimiter)
    ).encode()


def split_row(line: str, delimiter: str) -> list[str]:
    """The cells of one line without the blanks around them; none where its quotes are damaged."""
    try:
        return [cell.strip() for cell in next(csv.reader([line], delimiter=delimiter), [])]
    except csv.Error:
        return []


def _plain(cell: str) -> str:
    cell = cell.replace("\n", " ").replace("\r", " ").replace(UNIT_SEPARATOR, " ")
    digits = cell.strip().lstrip("-").replace(",", "", 1)
    return cell.replace(",", ".") if digits.isdigit() else cell


def check_rows(columns: Columns, name: str) -> list[str]:
    """Warnings that count the rows left out; raises `Problem` where most do not fit the header."""
    if columns.long_rows > columns.rows:
        raise Problem(
            tr("{count} rows of {file} hold more cells than its header names, as numbers with "
               "decimal commas between commas do.", count=columns.long_rows, file=name),
            tr("Save the capture with decimal points, or with semicolons between the cells."),
        )  # fmt: skip
    warnings = []
    if columns.short_rows:
        warnings.append(
            tr("{count} rows are cut short and were left out.", count=columns.short_rows)
        )
    if columns.long_rows:
        warnings.append(
            tr("{count} rows hold more cells than the header names and were left out.",
               count=columns.long_rows)
        )  # fmt: skip
    return warnings


def split_header(line: str, delimiter: str) -> list[str]:
    """Column names, lower case, without the blanks and quotes around them."""
    return [name.strip().strip('"').strip().lower() for name in line.split(delimiter)]


def find(header: Sequence[str], *names: str) -> int | None:
    """The place of the first of ``names`` that the header holds."""
    return next((header.index(name) for name in names if name in header), None)
