"""Running a chain of affine maps ``lr <- scale * lr + shift`` in numpy.

Every PyTorch scheduler steps this way: it multiplies the learning rate, adds to it, or
(scale 0) replaces it. A million steps are composed in blocks, so that Python loops a
thousand times instead of a million.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pixelwatt_lr_schedule.core.schedule import Values, floats


@dataclass(frozen=True, slots=True)
class Maps:
    """One affine map per step: ``lr <- scale[i] * lr + shift[i]``."""

    scale: Values
    shift: Values

    def then(self, later: Maps) -> Maps:
        """In each step, these maps first and ``later`` on their result."""
        return Maps(later.scale * self.scale, later.scale * self.shift + later.shift)

    def __len__(self) -> int:
        return len(self.scale)


def scaling(factors: Values) -> Maps:
    return Maps(floats(factors), np.zeros(len(factors)))


def replacing(values: Values) -> Maps:
    return Maps(np.zeros(len(values)), floats(values))


def joined(parts: list[Maps]) -> Maps:
    if not parts:
        return Maps(np.empty(0), np.empty(0))
    return Maps(
        np.concatenate([part.scale for part in parts]),
        np.concatenate([part.shift for part in parts]),
    )


def run(first: float, maps: Maps) -> Values:
    """The value before the first map and after each: ``len(maps) + 1`` values."""
    count = len(maps)
    if count == 0:
        return floats([first])
    width = max(1, int(np.sqrt(count)))
    rows = -(-count // width)
    padding = rows * width - count
    scale = np.pad(maps.scale, (0, padding), constant_values=1.0).reshape(rows, width)
    shift = np.pad(maps.shift, (0, padding)).reshape(rows, width)
    whole_scale, whole_shift = np.ones(rows), np.zeros(rows)
    for column in range(width):
        whole_shift = scale[:, column] * whole_shift + shift[:, column]
        whole_scale = scale[:, column] * whole_scale
    at_row = np.empty(rows)
    at_row[0] = first
    for row in range(1, rows):
        at_row[row] = whole_scale[row - 1] * at_row[row - 1] + whole_shift[row - 1]
    result = np.empty((rows, width))
    value = at_row
    for column in range(width):
        value = scale[:, column] * value + shift[:, column]
        result[:, column] = value
    return np.concatenate([[first], result.reshape(-1)[:count]])
