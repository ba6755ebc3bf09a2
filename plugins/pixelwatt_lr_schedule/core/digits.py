"""Small pictures of digits drawn by us: seven segments, moved, tilted and noisy."""

from __future__ import annotations

import numpy as np

from pixelwatt_lr_schedule.core.schedule import Updates, Values

_SEGMENTS = {
    0: "abcdef", 1: "bc", 2: "abged", 3: "abgcd", 4: "fgbc", 5: "afgcd", 6: "afgedc", 7: "abc",
    8: "abcdefg", 9: "abcdfg",
}  # fmt: skip
_PIXELS = {
    "a": (slice(0, 1), slice(1, 5)), "g": (slice(4, 5), slice(1, 5)),
    "d": (slice(7, 8), slice(1, 5)), "f": (slice(0, 5), slice(0, 1)),
    "b": (slice(0, 5), slice(5, 6)), "e": (slice(4, 8), slice(0, 1)),
    "c": (slice(4, 8), slice(5, 6)),
}  # fmt: skip


def digits(count: int, seed: int = 0) -> tuple[Values, Updates]:
    """``count`` pictures ``[count, 64]`` (8 x 8, about 0 to 1) and their digits ``[count]``."""
    generator = np.random.default_rng(seed)
    labels = generator.integers(0, 10, count)
    clean = np.zeros((10, 8, 8))
    for digit, segments in _SEGMENTS.items():
        for segment in segments:
            clean[digit][_PIXELS[segment]] = 1.0
    pictures = clean[labels]
    shifts = generator.integers(0, 3, count)
    for shift in range(3):
        chosen = shifts == shift
        pictures[chosen] = np.roll(pictures[chosen], shift, axis=2)
    brightness = generator.uniform(0.6, 1.0, (count, 1, 1))
    noisy = pictures * brightness + generator.normal(0, 0.25, pictures.shape)
    return noisy.reshape(count, 64), labels
