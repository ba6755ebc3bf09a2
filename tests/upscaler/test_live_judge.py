"""The judge of the live view: quick figures first, thorough ones for a frame that stays."""

from __future__ import annotations

import math
import threading

import pytest

from pixelwatt_upscaler.core import live_judge
from pixelwatt_upscaler.core.frames import Frame, Size
from pixelwatt_upscaler.core.live_frames import live_frame
from pixelwatt_upscaler.core.live_judge import Judge
from pixelwatt_upscaler.core.metrics import psnr, ssim
from pixelwatt_upscaler.core.pipeline import Pipeline, Request

from .live_sources import picture

PATIENCE_S = 20.0


def frame_of(*methods, size=(96, 80), index=0):
    pipeline = Pipeline(Request(), methods)
    try:
        return live_frame(pipeline.process(Frame(picture(Size(*size), index))), None, 0)
    finally:
        pipeline.close()


class Listener:
    def __init__(self):
        self.delivered = []
        self._changed = threading.Condition()

    def __call__(self, scores):
        with self._changed:
            self.delivered.append(scores)
            self._changed.notify_all()

    def until(self, condition):
        with self._changed:
            assert self._changed.wait_for(condition, PATIENCE_S)


@pytest.fixture
def listener():
    return Listener()


@pytest.fixture
def judge(listener):
    judge = Judge(listener)
    yield judge
    assert judge.stop()


def test_scores_are_those_of_the_metrics(judge, listener):
    frame = frame_of("bicubic", "nearest")
    judge.submit(frame, restful=True)
    listener.until(lambda: len(listener.delivered) == 2)
    for method in ("bicubic", "nearest"):
        score = listener.delivered[1].by_method[method]
        assert score.psnr_db == psnr(frame.pixels["original"], frame.pixels[method])
        assert score.ssim == ssim(frame.pixels["original"], frame.pixels[method])
        assert score.flip is None


def test_psnr_comes_first(judge, listener):
    judge.submit(frame_of("bicubic"), restful=True)
    listener.until(lambda: listener.delivered)
    assert listener.delivered[0].by_method["bicubic"].ssim is None


def test_a_frame_that_stays_is_judged_thoroughly(judge, listener):
    judge.submit(frame_of("bicubic"), restful=False)
    listener.until(lambda: len(listener.delivered) == 3)
    assert 0 < listener.delivered[2].by_method["bicubic"].flip < 1


def test_a_frame_without_an_original_is_not_judged(judge, listener):
    frame = frame_of("bicubic", size=(96, 80))
    without = live_frame(frame.result, None, 0)
    without.pixels.pop("original")
    judge.submit(without, restful=False)
    judge.submit(frame, restful=False)
    listener.until(lambda: listener.delivered)
    assert listener.delivered[0].frame is frame


def test_what_is_made_in_another_way_does_not_wait_for_the_rest(judge, listener, monkeypatch):
    monkeypatch.setattr(live_judge, "REST", 1e9)
    judge.submit(frame_of("bicubic"), restful=True)
    listener.until(lambda: len(listener.delivered) == 2)
    judge.submit(frame_of("nearest"), restful=True)
    listener.until(lambda: any("nearest" in each.by_method for each in listener.delivered))


def test_more_of_the_same_waits_for_the_rest_and_stopping_is_quick(judge, listener, monkeypatch):
    monkeypatch.setattr(live_judge, "REST", 1e9)
    judge.submit(frame_of("bicubic"), restful=True)
    listener.until(lambda: len(listener.delivered) == 2)
    judge.submit(frame_of("bicubic", index=9), restful=True)
    assert judge.stop()
    assert len(listener.delivered) == 2


def test_a_metric_that_finds_no_memory_leaves_the_score_unknown(judge, listener, monkeypatch):
    def no_memory(*_args):
        raise MemoryError

    monkeypatch.setattr("pixelwatt_upscaler.core.metrics.ssim", no_memory)
    judge.submit(frame_of("bicubic"), restful=True)
    listener.until(lambda: len(listener.delivered) == 2)
    score = listener.delivered[1].by_method["bicubic"]
    assert score.ssim is None
    assert math.isfinite(score.psnr_db)
