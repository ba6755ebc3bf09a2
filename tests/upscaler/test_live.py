"""The engine thread of the live view, driven as the panel drives it."""

from __future__ import annotations

import os
import sys
import threading
import time

import numpy as np
import pytest

from pixelwatt.api import Problem
from pixelwatt_upscaler.core import pipeline
from pixelwatt_upscaler.core.frames import Size
from pixelwatt_upscaler.core.live_difference import DifferenceView
from pixelwatt_upscaler.core.live_orders import Setup
from pixelwatt_upscaler.core.methods import FilterUpscaler
from pixelwatt_upscaler.core.pipeline import Request

from .live_sources import Clip, Still, picture
from .live_watcher import PATIENCE_S


def times(watcher):
    return [frame.time_s for frame in watcher.frames]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a niceness for each thread")
def test_the_engine_and_what_it_starts_give_way_to_the_interface(watcher, monkeypatch):
    seen = []

    def noted(*_args, **_options):
        seen.append(os.getpriority(os.PRIO_PROCESS, threading.get_native_id()))
        return pipeline.Pipeline(Request(), ("bilinear",))

    monkeypatch.setattr("pixelwatt_upscaler.core.live.Pipeline", noted)
    watcher.engine.configure(Setup(methods=("nearest",)))
    watcher.engine.open(lambda: Still(picture(Size(32, 24))))
    watcher.until(lambda: watcher.frames)
    own = os.getpriority(os.PRIO_PROCESS, threading.get_native_id())
    assert seen[0] > own


def test_a_clip_plays_in_order_and_ends(watcher):
    watcher.engine.set_loop(False)
    watcher.engine.open(lambda: Clip.regular(frames=6, rate=50))
    watcher.until(lambda: watcher.ends == 1)
    assert times(watcher) == sorted(set(times(watcher)))
    assert times(watcher)[0] == 0
    assert not watcher.engine.playing


def test_playing_again_after_the_end_starts_from_the_beginning(watcher):
    watcher.engine.set_loop(False)
    watcher.engine.open(lambda: Clip.regular(frames=4, rate=50))
    watcher.until(lambda: watcher.ends == 1)
    watcher.engine.play()
    watcher.until(lambda: watcher.ends == 2)
    assert times(watcher).count(0.0) == 2


def test_frames_come_when_they_are_due_and_not_before(watcher):
    watcher.engine.set_loop(False)
    started = time.perf_counter()
    watcher.engine.open(lambda: Clip([0.0, 0.02, 0.2, 0.22]))
    watcher.until(lambda: any(stamp == 0.22 for stamp in times(watcher)))
    # Late is the machine's affair; early would be a wrong clock.
    assert time.perf_counter() - started >= 0.22


def test_what_comes_live_is_handed_over_when_it_comes(watcher):
    # Timestamps that wait for nobody: by the clock, the second frame would be due in an hour.
    watcher.engine.open(lambda: Clip([0.0, 3600.0, 7200.0], live=True))
    watcher.until(lambda: len(watcher.frames) >= 2)


def test_a_loop_starts_again_from_the_first_frame(watcher):
    watcher.engine.open(lambda: Clip.regular(frames=3, rate=100))
    watcher.until(lambda: times(watcher).count(0.0) >= 3)
    assert watcher.ends == 0


def test_pause_holds_and_step_moves_by_whole_frames(watcher):
    watcher.engine.open(lambda: Clip.regular(frames=30, rate=10), play=False)
    watcher.until(lambda: len(watcher.frames) == 1)
    watcher.engine.step(1)
    watcher.until(lambda: len(watcher.frames) == 2)
    watcher.engine.step(2)
    watcher.until(lambda: len(watcher.frames) == 3)
    watcher.engine.step(-1)
    watcher.until(lambda: len(watcher.frames) == 4)
    assert times(watcher) == pytest.approx([0.0, 0.1, 0.3, 0.2])


def test_seeking_while_paused_shows_that_frame(watcher):
    watcher.engine.open(lambda: Clip.regular(frames=30, rate=10), play=False)
    watcher.until(lambda: len(watcher.frames) == 1)
    watcher.engine.seek(1.25)
    watcher.until(lambda: len(watcher.frames) == 2)
    assert watcher.frames[-1].result.frame.index == 12


def test_a_slow_view_gets_the_newest_frame_and_is_told_once(watcher, qtbot):
    watcher.taking = False
    watcher.engine.open(lambda: Clip.regular(frames=10, rate=200), play=False)
    watcher.until(lambda: watcher.announced)
    for index in (1, 2):
        # Paused and stepped, so that no frame can be late on a busy machine.
        watcher.engine.step(1)
        qtbot.waitUntil(lambda: watcher.engine.resting, timeout=PATIENCE_S * 1000)
        assert watcher.engine._mailbox.result.frame.index == index
    assert watcher.announced == 1
    assert watcher.engine.take().result.frame.index == 2
    assert watcher.engine.take() is None


def test_frames_that_come_too_late_are_skipped_and_counted(watcher, monkeypatch):
    slow_run = FilterUpscaler.run

    def run(self, rgb):
        time.sleep(0.05)
        return slow_run(self, rgb)

    monkeypatch.setattr(FilterUpscaler, "run", run)
    watcher.engine.set_loop(False)
    watcher.engine.open(lambda: Clip.regular(frames=60, rate=100))
    watcher.until(lambda: watcher.ends == 1)
    skipped = watcher.engine.meter.statistics().skipped
    assert skipped > 0
    assert len(watcher.frames) + skipped == 60


def test_a_source_that_cannot_be_opened_leaves_the_old_one_playing(watcher):
    watcher.engine.open(lambda: Clip.regular(frames=5, rate=50))
    watcher.until(lambda: len(watcher.frames) >= 2)

    def missing():
        raise Problem("There is no such file.", "Check the name.")

    watcher.engine.open(missing)
    watcher.until(lambda: watcher.problems)
    seen = len(watcher.frames)
    watcher.until(lambda: len(watcher.frames) > seen + 2)
    assert watcher.problems[0].remedy == "Check the name."


def test_a_source_that_breaks_stops_with_its_reason(watcher):
    watcher.engine.open(lambda: Clip.regular(frames=9, rate=50, breaks_at=3))
    watcher.until(lambda: watcher.problems)
    assert watcher.problems[0].what == "The clip is damaged."
    assert not watcher.engine.playing
    watcher.engine.open(lambda: Clip.regular(frames=5, rate=50))
    watcher.until(lambda: len(watcher.infos) == 2)


def test_the_old_source_is_closed_when_another_opens(watcher):
    first = Clip.regular()
    watcher.engine.open(lambda: first)
    watcher.until(lambda: watcher.infos)
    watcher.engine.open(lambda: Still(picture(Size(32, 24))))
    watcher.until(lambda: len(watcher.infos) == 2)
    watcher.until(lambda: first.closed)


def test_a_still_is_taken_down_and_brought_back_beside_its_original(watcher):
    original = picture(Size(64, 48))
    watcher.engine.open(lambda: Still(original))
    watcher.until(lambda: watcher.frames)
    shown = watcher.frames[0]
    assert shown.pixels["input"].shape == (24, 32, 3)
    assert shown.pixels["bilinear"].shape == (48, 64, 3)
    np.testing.assert_array_equal(shown.pixels["original"], original)


def test_another_setup_makes_the_paused_frame_anew(watcher):
    watcher.engine.open(lambda: Still(picture(Size(64, 48))))
    watcher.until(lambda: watcher.frames)
    watcher.engine.configure(Setup(Request(), ("nearest", "lanczos")))
    watcher.until(lambda: len(watcher.frames) == 2)
    assert {"nearest", "lanczos"} < set(watcher.frames[-1].pixels)


def test_a_difference_is_mapped_without_upscaling_again(watcher):
    watcher.engine.open(lambda: Still(picture(Size(64, 48))))
    watcher.until(lambda: watcher.frames)
    watcher.engine.configure(Setup(methods=("bilinear",), difference=DifferenceView()))
    watcher.until(lambda: len(watcher.frames) == 2)
    assert set(watcher.frames[1].differences) == {"bilinear"}
    assert watcher.frames[1].result is watcher.frames[0].result


def test_a_method_that_fails_while_playing_is_replaced_and_named(watcher, monkeypatch):
    honest = pipeline.create_upscaler
    failing = threading.Event()

    class Breaking(FilterUpscaler):
        def run(self, rgb):
            if self.method.id == "lanczos" and failing.is_set():
                raise RuntimeError("out of memory")
            return super().run(rgb)

    def create(method_id, input_size, output_size, **options):
        made = honest(method_id, input_size, output_size, **options)
        return Breaking(made.method, input_size, output_size)

    monkeypatch.setattr(pipeline, "create_upscaler", create)
    watcher.engine.configure(Setup(methods=("lanczos", "nearest")))
    watcher.engine.open(lambda: Clip.regular(frames=20, rate=50))
    watcher.until(lambda: any("lanczos" in frame.pixels for frame in watcher.frames))
    failing.set()
    watcher.until(lambda: watcher.notices)
    watcher.until(lambda: "bicubic" in watcher.frames[-1].pixels)
    assert "nearest" in watcher.frames[-1].pixels
    assert "out of memory" in watcher.notices[0]
    assert watcher.engine.playing


def test_stopping_while_frames_wait_to_be_due_is_quick(watcher):
    watcher.engine.open(lambda: Clip([0.0, 30.0, 60.0]))
    watcher.until(lambda: watcher.frames)
    assert watcher.engine.stop(timeout_s=5.0)


def test_the_meter_counts_what_was_painted(watcher):
    watcher.engine.open(lambda: Clip.regular(frames=10, rate=50), play=False)
    watcher.until(lambda: watcher.frames)
    latency = watcher.engine.presented(watcher.frames[0])
    assert latency is not None
    assert latency > 0
    statistics = watcher.engine.meter.statistics()
    assert statistics.presented_fps is None, "one frame has no rate"
    assert statistics.median_ms["bilinear"] > 0


def test_decoding_and_making_ready_go_on_beside_the_upscaling(watcher, monkeypatch):
    """The first frame's upscaling ends only when the second is being decoded, the second's only
    when the first is on screen: one thread for everything would wait in vain."""
    decoding, shown = threading.Event(), threading.Event()
    alone = []

    class Announcing(Clip):
        def read(self):
            if self.next == 1:
                decoding.set()
            return super().read()

    class Slow(FilterUpscaler):
        def run(self, rgb):
            alone.append((decoding if not alone else shown).wait(PATIENCE_S))
            return super().run(rgb)

    def create(method_id, input_size, output_size, **_options):
        from pixelwatt_upscaler.core import methods

        return Slow(methods.method("bilinear"), input_size, output_size)

    monkeypatch.setattr(pipeline, "create_upscaler", create)
    original = watcher.frame_ready

    def frame_ready():
        original()
        shown.set()

    watcher.frame_ready = frame_ready
    watcher.engine.open(lambda: Announcing([0.0, 0.01, 0.02]))
    watcher.until(lambda: len(watcher.frames) >= 2)
    assert alone[:2] == [True, True]


def test_a_frame_that_cannot_be_made_ready_is_told_and_the_next_source_plays(watcher, monkeypatch):
    from pixelwatt_upscaler.core import live_handover

    made = live_handover.live_frame

    def fails_once(*args):
        monkeypatch.setattr(live_handover, "live_frame", made)
        raise MemoryError("no room")

    monkeypatch.setattr(live_handover, "live_frame", fails_once)
    watcher.engine.open(lambda: Clip.regular())
    watcher.until(lambda: watcher.problems)
    assert "no room" in watcher.problems[0].what
    watcher.engine.open(lambda: Clip.regular())
    watcher.until(lambda: watcher.frames)
