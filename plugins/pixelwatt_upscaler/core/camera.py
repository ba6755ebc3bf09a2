"""Cameras through OpenCV."""

from __future__ import annotations

import platform
from pathlib import Path
from time import perf_counter_ns, sleep

import cv2

from pixelwatt.api import Problem
from pixelwatt_upscaler.text import tr

from .frames import ClosingSource, Frame, FrameStamps, Size, SourceInfo, size_of

_MISSES_TOLERATED = 10
"""Reads in a row that may fail before the camera counts as unplugged: about a third of a second."""

_MOST_PROBED = 4


def camera_indices() -> tuple[int, ...]:
    """Cameras that may be there, without opening them where the system lists them."""
    if platform.system() == "Linux":
        names = Path("/dev").glob("video*")
        return tuple(sorted(int(name.name[5:]) for name in names if name.name[5:].isdigit()))
    return tuple(range(_MOST_PROBED))


class CameraSource(ClosingSource):
    """A camera as a live source. Raises `Problem` when it is missing, busy or unplugged."""

    def __init__(self, index: int = 0, size: Size | None = None) -> None:
        self.index = index
        self._capture = _opened(index)
        if size is not None:
            self._capture.set(cv2.CAP_PROP_FRAME_WIDTH, size.width)
            self._capture.set(cv2.CAP_PROP_FRAME_HEIGHT, size.height)
        # A queue in the driver would only add latency.
        self._capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)
        self._stamps = FrameStamps()
        self._ahead: Frame | None = None
        self._ahead = self.read()

    @property
    def info(self) -> SourceInfo:
        rate = self._capture.get(cv2.CAP_PROP_FPS)
        size = self._ahead.size if self._ahead else self._size
        return SourceInfo(
            title=tr("Camera {number}", number=self.index + 1),
            size=size,
            frame_rate=float(rate) if rate and rate > 0 else None,
            live=True,
            detail=str(self._capture.getBackendName()),
        )

    def read(self) -> Frame | None:
        if self._ahead is not None:
            frame, self._ahead = self._ahead, None
            return frame
        for _attempt in range(_MISSES_TOLERATED):
            grabbed, bgr = self._capture.read()
            if grabbed and bgr is not None:
                break
            sleep(0.03)
        else:
            raise Problem(
                tr("Camera {number} gives no more pictures.", number=self.index + 1),
                tr("It was unplugged or another program took it; plug it in and open it again."),
            )
        now = perf_counter_ns()
        rgb = cv2.cvtColor(bgr, cv2.COLOR_GRAY2RGB if bgr.ndim == 2 else cv2.COLOR_BGR2RGB)
        self._size = size_of(rgb)
        return self._stamps.frame(rgb, now)

    def seek(self, seconds: float) -> None:
        """A camera has no past."""

    def close(self) -> None:
        self._capture.release()


def _opened(index: int) -> cv2.VideoCapture:
    capture = cv2.VideoCapture(index)
    if not capture.isOpened():
        capture.release()
        raise Problem(
            tr("Camera {number} cannot be opened.", number=index + 1),
            tr("Plug it in, close programs that use it, and allow access to it."),
        )
    return capture
