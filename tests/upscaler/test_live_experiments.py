"""The claims' experiments, on pictures whose answer is known."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from pixelwatt.api import Problem, Verdict
from pixelwatt_upscaler.claims import CLAIMS
from pixelwatt_upscaler.core.frames import Frame, Size
from pixelwatt_upscaler.core.live_experiments import nine_times_against_two, restored_detail

from .live_sources import picture


def noise(width=160, height=120):
    return Frame(np.random.default_rng(5).integers(0, 256, (height, width, 3), np.uint8))


def test_bilinear_restores_nothing_of_what_bilinear_loses():
    result = restored_detail(noise(), "bilinear", Fraction(2), "cpu")
    assert result.verdict is Verdict.CONTRADICTED
    assert "= 0.0% of" in result.arithmetic


def test_a_picture_of_blocks_is_restored_wholly_by_nearest():
    blocks = np.random.default_rng(6).integers(0, 256, (40, 40, 3), np.uint8)
    blocks = blocks.repeat(2, axis=0).repeat(2, axis=1)
    result = restored_detail(Frame(blocks), "nearest", Fraction(2), "cpu")
    assert result.verdict is Verdict.SUPPORTED
    assert "= 100.0% of" in result.arithmetic


def test_a_flat_picture_has_no_detail_to_restore():
    with pytest.raises(Problem, match="loses nothing"):
        restored_detail(Frame(np.full((64, 64, 3), 80, np.uint8)), "bicubic", Fraction(2), "cpu")


def test_a_filter_at_nine_times_does_not_beat_half_the_pixels():
    result = nine_times_against_two(noise(180, 144), "bicubic", "cpu")
    assert result.verdict is Verdict.CONTRADICTED
    assert "20×16" in result.arithmetic


@pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)
def test_the_panel_runs_them_on_its_picture(make_panel, context, qtbot):
    from pixelwatt_upscaler.views import experiments

    from .live_sources import Still

    make_panel(Still(picture(Size(128, 96))))
    results = []
    experiments.restored_detail(context, results.append)
    qtbot.waitUntil(lambda: len(results) == 1, timeout=20_000)
    assert "64×48 to 128×96" in results[0].arithmetic
    experiments.nine_times_against_two(context, results.append)
    qtbot.waitUntil(lambda: len(results) == 2, timeout=20_000)


def test_claims_name_experiments_that_exist():
    from pixelwatt_upscaler.views import experiments

    named = [claim.experiment.partition(":")[2] for claim in CLAIMS if claim.experiment]
    assert len(named) == 2
    assert all(callable(getattr(experiments, name)) for name in named)
