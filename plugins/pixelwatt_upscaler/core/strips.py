"""Pictures that come from top to bottom in pieces, so that they never lie in memory whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

import numpy as np

from .frames import Size

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from .frames import Pixels


@dataclass(frozen=True, slots=True, eq=False)
class Strips:
    """``pieces`` are rows x width x channels, from the first row to the last; read them once."""

    size: Size
    channels: int
    dtype: np.dtype[Any]
    pieces: Iterable[Pixels]

    @classmethod
    def of(cls, pixels: Pixels) -> Self:
        """A picture that is in memory already."""
        height, width, channels = pixels.shape
        return cls(Size(width, height), channels, pixels.dtype, (pixels,))

    @property
    def row_bytes(self) -> int:
        return self.size.width * self.channels * self.dtype.itemsize

    @property
    def nbytes(self) -> int:
        return self.size.height * self.row_bytes

    def cut(self, rows: int) -> Iterator[Pixels]:
        """The same rows in contiguous pieces of ``rows``; the last may have fewer."""
        window = Window(self.pieces)
        for top in range(0, self.size.height, rows):
            yield window.rows(top, min(top + rows, self.size.height))


class Window:
    """Gives any rows of a picture that comes in pieces, as long as it only moves down."""

    def __init__(self, pieces: Iterable[Pixels]) -> None:
        self._pieces = iter(pieces)
        self._held: list[Pixels] = []
        self._top = 0

    def rows(self, start: int, end: int) -> Pixels:
        """Rows ``start .. end``, contiguous; rows above ``start`` are forgotten.

        Raises `ValueError` if the pieces end before.
        """
        self._forget(start)
        have = self._top + sum(piece.shape[0] for piece in self._held)
        while have < end:
            piece = next(self._pieces, None)
            if piece is None:
                raise ValueError(f"the picture ends after {have} rows")
            self._held.append(piece)
            have += piece.shape[0]
            self._forget(start)
        wanted = [
            piece[max(0, start - top) : end - top]
            for top, piece in self._placed()
            if top < end and start < top + piece.shape[0]
        ]
        if len(wanted) == 1:
            return np.ascontiguousarray(wanted[0])
        return np.concatenate(wanted)

    def _placed(self) -> Iterator[tuple[int, Pixels]]:
        top = self._top
        for piece in self._held:
            yield top, piece
            top += piece.shape[0]

    def _forget(self, start: int) -> None:
        while self._held and self._top + self._held[0].shape[0] <= start:
            self._top += self._held.pop(0).shape[0]


def big_endian(rows: Pixels) -> NDArray[np.uint8]:
    """Rows x bytes, as PNG has them: 16-bit values with the high byte first."""
    flat: NDArray[Any] = rows.reshape(rows.shape[0], -1)
    return np.ascontiguousarray(flat.astype(flat.dtype.newbyteorder(">"))).view(np.uint8)
