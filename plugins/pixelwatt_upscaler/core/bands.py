"""Enlarges pictures band by band, from the first row to the last.

A band is a picture as wide as the whole and some hundred rows high; bands overlap by what a method
can see, so that together they are exactly what the whole would be. Input and output pass through
memory once, whatever the size of the picture.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from time import perf_counter
from typing import TYPE_CHECKING

from .frames import Frame, Size
from .strips import Strips, Window

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .enlarging import Enlarger
    from .frames import Pixels
    from .methods import Reach
    from .upscaling import Placement

BAND_BYTES = 48 * 2**20
"""Of the output, for one band; enlarging and writing it takes a few times as much."""
SELDOM = 64
"""Where fewer rows than one in so many of input and output meet, there are no bands."""


@dataclass(frozen=True, slots=True)
class Band:
    """Rows ``start .. end`` of the input, of whose result ``keep_from .. keep_to`` is used."""

    start: int
    end: int
    keep_from: int
    keep_to: int


def bands(height: int, rows: int, halo: int, multiple: int) -> Iterator[Band]:
    """Bands that each give about ``rows`` and see ``halo`` rows around them, or the border.

    They begin, and all but the last end, at multiples of ``multiple``.
    """
    halo = -(-halo // multiple) * multiple
    step = max(1, rows // multiple) * multiple
    kept = 0
    while kept < height:
        keep_to = kept + step
        if keep_to + halo >= height:
            keep_to = height
        yield Band(max(0, kept - halo), min(height, keep_to + halo), kept, keep_to)
        kept = keep_to


def possible(source: Size, output: Size) -> bool:
    """Whether rows of input and output meet often enough to cut there."""
    return Fraction(output.height, source.height).denominator <= SELDOM


class BandEnlarger:
    """Enlarges a picture while it is read.

    ``make`` gives the enlarger for an input and an output size; bands at the borders may need
    others than those between. Raises what these raise, when the strips are read.
    """

    def __init__(
        self,
        picture: Strips,
        output: Size,
        reach: Reach,
        make: Callable[[Size, Size], Enlarger],
    ) -> None:
        self._picture = picture
        self._output = output
        self._factor = Fraction(output.height, picture.size.height)
        self._reach = reach
        self._make = make
        self.placement: Placement | None = None
        """Where the method ran; known once the first strip is read."""
        self.seconds = 0.0
        """What enlarging took so far, without reading and writing."""

    def strips(self) -> Strips:
        """The larger picture; to be read once."""
        picture = self._picture
        return Strips(self._output, picture.channels, picture.dtype, self._bands())

    def _bands(self) -> Iterator[Pixels]:
        picture = self._picture
        window = Window(picture.pieces)
        grown = picture.row_bytes * self._output.width // picture.size.width
        rows = int(BAND_BYTES / (grown * self._factor))
        multiple = lcm(self._reach.multiple, self._factor.denominator)
        enlarger: Enlarger | None = None
        size = Size(0, 0)
        try:
            for band in bands(picture.size.height, rows, self._reach.rows, multiple):
                needed = Size(picture.size.width, band.end - band.start)
                if enlarger is None or size != needed:
                    if enlarger is not None:
                        enlarger.close()
                    size, larger = needed, Size(self._output.width, self._grown(needed.height))
                    enlarger = self._make(size, larger)
                frame = Frame(window.rows(band.start, band.end))
                started = perf_counter()
                result = enlarger.run(frame).pixels
                self.seconds += perf_counter() - started
                self.placement = enlarger.placement
                top, bottom = band.keep_from - band.start, band.keep_to - band.start
                yield result[self._grown(top) : self._grown(bottom)]
        finally:
            if enlarger is not None:
                enlarger.close()

    def _grown(self, rows: int) -> int:
        """Rows of the output for rows of the input that end where both meet."""
        return int(rows * self._factor)
