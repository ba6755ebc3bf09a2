from __future__ import annotations

import numpy as np
import pytest

from pixelwatt.api import Problem
from pixelwatt_upscaler.core import camera


class Capture:
    """Stands for OpenCV's camera: gives ``frames`` pictures, then nothing, as if unplugged."""

    opened = True
    frames = 3

    def __init__(self, _index):
        self.left = self.frames
        self.released = False

    def isOpened(self):
        return self.opened

    def read(self):
        if self.left == 0:
            return False, None
        self.left -= 1
        return True, np.full((4, 6, 3), (1, 2, 3), np.uint8)

    def set(self, *_setting):
        return True

    def get(self, _property):
        return 30.0

    def getBackendName(self):
        return "TEST"

    def release(self):
        self.released = True


@pytest.fixture
def plugged(monkeypatch):
    monkeypatch.setattr(camera.cv2, "VideoCapture", Capture)
    monkeypatch.setattr(camera, "sleep", lambda _seconds: None)


def test_frames_are_rgb_and_timed(plugged):
    with camera.CameraSource(0) as source:
        assert source.info.live
        assert source.info.size == (6, 4)
        first, second = source.read(), source.read()
    assert first.pixels[0, 0].tolist() == [3, 2, 1]
    assert second.timestamp_s > first.timestamp_s
    assert second.captured_ns is not None


def test_an_unplugged_camera_is_reported(plugged):
    with camera.CameraSource(1) as source:
        for _ in range(3):
            source.read()
        with pytest.raises(Problem, match="Camera 2 gives no more pictures"):
            source.read()


def test_a_camera_that_is_missing_is_reported(plugged, monkeypatch):
    monkeypatch.setattr(Capture, "opened", False)
    with pytest.raises(Problem, match="cannot be opened"):
        camera.CameraSource(0)
