"""Decoding beside the work on the frame before."""

from __future__ import annotations

import threading

import pytest

from pixelwatt.api import Problem
from pixelwatt_upscaler.core.frames import SourceInfo
from pixelwatt_upscaler.core.read_ahead import ReadAhead, read_ahead

from .live_sources import Clip

PATIENCE_S = 20.0


class Announcing(Clip):
    """Says when its second frame is being read."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.second_read = threading.Event()

    def read(self):
        if self.next == 1:
            self.second_read.set()
        return super().read()


def indices(source):
    found = []
    while (frame := source.read()) is not None:
        found.append(frame.index)
    return found


def test_every_frame_comes_once_and_in_order():
    clip = Clip.regular(frames=7)
    source = ReadAhead(clip)
    assert indices(source) == list(range(7))
    assert source.read() is None
    source.close()
    assert clip.closed


def test_the_next_frame_is_read_before_anyone_asks():
    clip = Announcing([0.0, 0.04, 0.08])
    source = ReadAhead(clip)
    assert source.read().index == 0
    assert clip.second_read.wait(PATIENCE_S)
    source.close()


def test_after_a_seek_the_frame_read_ahead_is_forgotten():
    source = ReadAhead(Clip.regular(frames=50, rate=25.0))
    source.read()
    source.seek(1.0)
    assert source.read().index == 25
    source.close()


def test_a_source_that_breaks_does_so_when_its_frame_is_wanted():
    source = ReadAhead(Clip.regular(frames=5, breaks_at=2))
    assert [source.read().index, source.read().index] == [0, 1]
    with pytest.raises(Problem, match="damaged"):
        source.read()
    source.close()


def test_a_failure_nobody_waited_for_does_not_stop_a_seek():
    source = ReadAhead(Clip.regular(frames=5, breaks_at=2))
    source.read()
    source.read()
    source.seek(0.0)
    assert source.read().index == 0
    source.close()


@pytest.mark.parametrize("kind", ["still", "live"])
def test_stills_and_live_sources_are_left_alone(kind):
    class Other(Clip):
        info = SourceInfo(title="other", size=(64, 48), **{kind: True})

    clip = Other([0.0])
    assert read_ahead(clip) is clip
