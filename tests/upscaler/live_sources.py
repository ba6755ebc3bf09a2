"""Sources made by the tests: a moving square, a still, and ones that misbehave."""

from __future__ import annotations

import time

import numpy as np

from pixelwatt.api import Problem
from pixelwatt_upscaler.core.frames import ClosingSource, Frame, Size, SourceInfo


class Clip(ClosingSource):
    """A bright square that moves one pixel a frame over a ramp; timestamps as they are given."""

    def __init__(self, timestamps, size=(64, 48), seconds_per_read=0.0, breaks_at=None, live=False):
        self.timestamps = tuple(timestamps)
        self.size = Size(*size)
        self.seconds_per_read = seconds_per_read
        self.breaks_at = breaks_at
        self.live = live
        self.next = 0
        self.closed = False

    @classmethod
    def regular(cls, frames=50, rate=25.0, **options):
        return cls([index / rate for index in range(frames)], **options)

    @property
    def info(self):
        step = self.timestamps[1] - self.timestamps[0] if len(self.timestamps) > 1 else None
        return SourceInfo(
            title="clip",
            size=self.size,
            frame_rate=1 / step if step else None,
            duration_s=self.timestamps[-1] + (step or 0.0),
            frames=len(self.timestamps),
            seekable=not self.live,
            live=self.live,
        )

    def read(self):
        if self.next == self.breaks_at:
            raise Problem("The clip is damaged.", "Copy it again.")
        if self.next >= len(self.timestamps):
            return None
        time.sleep(self.seconds_per_read)
        index = self.next
        self.next += 1
        return Frame(
            picture(self.size, index),
            timestamp_s=self.timestamps[index],
            index=index,
            captured_ns=time.perf_counter_ns(),
        )

    def seek(self, seconds):
        later = [i for i, stamp in enumerate(self.timestamps) if stamp > seconds + 1e-9]
        self.next = max((later[0] if later else len(self.timestamps)) - 1, 0)

    def close(self):
        self.closed = True


class Still(ClosingSource):
    def __init__(self, pixels):
        self.pixels = pixels
        self.given = False

    @property
    def info(self):
        height, width = self.pixels.shape[:2]
        return SourceInfo(title="still", size=Size(width, height), still=True)

    def read(self):
        if self.given:
            return None
        self.given = True
        return Frame(self.pixels)

    def seek(self, seconds):
        self.given = False


def picture(size, index=0):
    """An RGB ramp with a 8 x 8 white square at column ``index``."""
    rows, columns = np.mgrid[0 : size.height, 0 : size.width]
    rgb = np.stack([columns * 2, rows * 3, (rows + columns)], axis=2).astype(np.uint8)
    left = index % max(size.width - 8, 1)
    rgb[8:16, left : left + 8] = 255
    return rgb
