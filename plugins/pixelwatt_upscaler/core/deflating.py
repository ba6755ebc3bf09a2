"""Deflate (RFC 1951) on all cores: pieces are packed side by side and joined to one stream.

zlib lets other threads run while it packs. Each piece is told the end of the one before as its
dictionary, so that nothing is lost by cutting, as Mark Adler's pigz does it.
"""

from __future__ import annotations

import zlib
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from typing import TYPE_CHECKING

from .hardware import physical_cores

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator

_WINDOW = 2**15


def in_order(work: Iterable[Callable[[], bytes]]) -> Generator[bytes, None, None]:
    """The results in order, a few of them computed ahead on other threads.

    What raises, in the work or in the one who reads, ends it; what was begun is waited for.
    """
    threads = physical_cores()
    with ThreadPoolExecutor(threads, thread_name_prefix="deflate") as pool:
        ahead: deque[Future[bytes]] = deque()
        try:
            for each in work:
                ahead.append(pool.submit(each))
                if len(ahead) > threads + 1:
                    yield ahead.popleft().result()
            while ahead:
                yield ahead.popleft().result()
        finally:
            for left in ahead:
                left.cancel()


def deflated(pieces: Iterable[bytes], level: int) -> Generator[bytes, None, None]:
    """One zlib stream (RFC 1950) of all pieces, in parts."""
    checksum = 1

    def work() -> Iterator[Callable[[], bytes]]:
        nonlocal checksum
        before = b""
        for piece in pieces:
            checksum = zlib.adler32(piece, checksum)
            yield _Packing(piece, before, level)
            before = piece[-_WINDOW:]

    yield b"\x78\x01"
    with closing(in_order(work())) as parts:
        yield from parts
    # An empty last block, then the checksum of what was packed.
    yield b"\x03\x00" + checksum.to_bytes(4, "big")


class _Packing:
    """One piece without header or end, flushed to a whole byte."""

    __slots__ = ("_before", "_level", "_piece")

    def __init__(self, piece: bytes, before: bytes, level: int) -> None:
        self._piece, self._before, self._level = piece, before, level

    def __call__(self) -> bytes:
        packer = (
            zlib.compressobj(self._level, zlib.DEFLATED, -15, zdict=self._before)
            if self._before
            else zlib.compressobj(self._level, zlib.DEFLATED, -15)
        )
        return packer.compress(self._piece) + packer.flush(zlib.Z_SYNC_FLUSH)
