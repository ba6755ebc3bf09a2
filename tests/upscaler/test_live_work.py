"""Frames in work at the same time: in their order, equal to one by one, and failing in the open."""

from __future__ import annotations

import threading

import numpy as np
import pytest

from pixelwatt_upscaler.core import pipeline
from pixelwatt_upscaler.core.frames import Frame, Size
from pixelwatt_upscaler.core.live_orders import Setup
from pixelwatt_upscaler.core.live_work import IN_FLIGHT, LiveWork
from pixelwatt_upscaler.core.methods import FilterUpscaler, method
from pixelwatt_upscaler.core.pipeline import Pipeline, Request
from pixelwatt_upscaler.core.upscaling import Placement

from .live_sources import Clip, picture
from .live_watcher import PATIENCE_S


class OnTheCard(FilterUpscaler):
    """Says that it copies beside computing, as a network on a CUDA card does."""

    @property
    def placement(self):
        return Placement("CUDA", nodes=1, nodes_on_provider=1, overlaps=True)


@pytest.fixture
def on_the_card(monkeypatch):
    """Every method runs on the card; returns a list of what each `run` waits for."""
    waits = []

    class Watched(OnTheCard):
        def run(self, rgb):
            for wait in waits:
                wait()
            return super().run(rgb)

    def create(method_id, input_size, output_size, **_options):
        return Watched(method(method_id), input_size, output_size)

    monkeypatch.setattr(pipeline, "create_upscaler", create)
    return waits


@pytest.fixture
def work():
    made = LiveWork(
        ("bilinear",),
        lambda methods, notice: Pipeline(Request(), methods, "auto", notice),
        lambda _text: None,
    )
    yield made
    made.close()


def frames(count):
    return [Frame(picture(Size(64, 48), index), index=index) for index in range(count)]


def test_on_the_cpu_one_frame_is_in_work(work):
    for frame in frames(3):
        assert work.submit(frame).done()
    assert work.in_flight == 1


def test_on_a_card_two_frames_are_in_work_at_the_same_time(work, on_the_card):
    first, *rest = frames(5)
    work.submit(first)
    assert work.in_flight == IN_FLIGHT
    together = threading.Barrier(IN_FLIGHT, timeout=PATIENCE_S)
    on_the_card.append(together.wait)
    results = [work.submit(frame) for frame in rest]
    for frame, future in zip(rest, results, strict=True):
        assert future.result(PATIENCE_S).frame is frame, "each waited for the other and went on"


def test_what_two_pipelines_make_is_what_one_makes(work, on_the_card):
    alone = Pipeline(Request(), ("bilinear",))
    for frame, future in [(each, work.submit(each)) for each in frames(6)]:
        expected = alone.process(frame).outputs[0].pixels
        assert np.array_equal(future.result(PATIENCE_S).outputs[0].pixels, expected)
    alone.close()


def test_a_network_on_the_cpu_beside_the_card_keeps_to_one_frame(work, on_the_card, monkeypatch):
    card = OnTheCard.placement

    def placement(self):
        on_cpu = Placement("CPU", nodes=1, nodes_on_provider=1)
        return on_cpu if self.method.id == "lanczos" else card.fget(self)

    monkeypatch.setattr(OnTheCard, "placement", property(placement))
    mixed = LiveWork(
        ("bilinear", "lanczos"),
        lambda methods, notice: Pipeline(Request(), methods, "auto", notice),
        lambda _text: None,
    )
    mixed.submit(frames(1)[0])
    assert mixed.in_flight == 1
    mixed.close()


def test_the_engine_shows_frames_of_a_card_in_their_order(watcher, on_the_card):
    watcher.engine.set_loop(False)
    watcher.engine.open(lambda: Clip.regular(frames=30, rate=200.0))
    watcher.until(lambda: watcher.ends)
    shown = [frame.result.frame.index for frame in watcher.frames]
    assert shown == sorted(set(shown))
    assert shown[-1] == 29
    assert watcher.engine._work.in_flight == IN_FLIGHT


def test_a_frame_that_fails_beside_another_brings_a_filter_in_its_place(
    watcher,
    on_the_card,
    monkeypatch,
):
    failing = threading.Event()
    honest = OnTheCard.run

    def run(self, rgb):
        if failing.is_set() and self.method.id == "lanczos":
            raise RuntimeError("device lost")
        return honest(self, rgb)

    monkeypatch.setattr(OnTheCard, "run", run, raising=False)
    watcher.engine.configure(Setup(methods=("lanczos", "nearest")))
    watcher.engine.open(lambda: Clip.regular(frames=200, rate=100.0))
    watcher.until(lambda: len(watcher.frames) > 4)
    failing.set()
    watcher.until(lambda: "bicubic" in watcher.frames[-1].pixels)
    assert "nearest" in watcher.frames[-1].pixels
    assert "device lost" in watcher.notices[0]
    assert watcher.engine.playing


def test_seeking_and_pausing_while_two_are_in_work_end_at_the_asked_frame(
    watcher,
    on_the_card,
):
    watcher.engine.open(lambda: Clip.regular(frames=400, rate=100.0))
    watcher.until(lambda: len(watcher.frames) > 4)
    watcher.engine.play(False)
    watcher.engine.seek(2.0)
    watcher.until(lambda: watcher.frames[-1].time_s == 2.0)
    watcher.until(lambda: watcher.engine.resting)
    assert watcher.frames[-1].time_s == 2.0


def test_two_threads_may_run_one_session_and_agree(tmp_path):
    """What the card's case rests on: one session of ONNX Runtime, two sets of buffers."""
    from pixelwatt_upscaler.core.methods import create_upscaler

    size = Size(48, 32)
    made = [
        create_upscaler("m-fast-photo", size, Size(96, 64), provider="cpu") for _each in range(2)
    ]
    assert made[0]._stage.prepare()._session._session is made[1]._stage.prepare()._session._session
    pictures = [picture(size, index) for index in range(8)]
    expected = [made[0].run(each) for each in pictures]
    found = [None] * len(pictures)

    def run(slot):
        for index in range(slot, len(pictures), 2):
            found[index] = made[slot].run(pictures[index])

    threads = [threading.Thread(target=run, args=(slot,)) for slot in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE_S)
    assert all(np.array_equal(a, b) for a, b in zip(found, expected, strict=True))
    for each in made:
        each.close()
