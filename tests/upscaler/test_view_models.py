"""A model of the user's own, dropped in."""

from __future__ import annotations

import onnx
import pytest
from PySide6.QtWidgets import QDialogButtonBox

from pixelwatt_upscaler.core.frames import Size
from pixelwatt_upscaler.core.neural import NeuralUpscaler
from pixelwatt_upscaler.views import models
from pixelwatt_upscaler.views.model_dialog import ModelDialog

from .live_sources import Clip, Still, picture
from .made_models import upscaler
from .test_view_panel import PATIENCE_MS, SIZE

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)


def test_an_added_model_runs_beside_the_others(make_panel, context, qtbot, tmp_path):
    path = tmp_path / "mine.onnx"
    onnx.save(upscaler(), path)
    panel = make_panel(Still(picture(Size(*SIZE))))
    models.open_models(context, [path])
    qtbot.waitUntil(lambda: "mine" in panel.frame.pixels, timeout=PATIENCE_MS)
    assert panel.frame.pixels["mine"].shape == (SIZE[1], SIZE[0], 3)
    assert context.notices[-1].text == "mine was added and runs beside the others."
    panel._show_readings()
    readings = {each.caption: each.value for each in panel.heads_up.readings}
    assert readings["Method"] == "mine", "a model takes the heads-up line from a filter"
    assert readings["Runs on"].startswith("CPU")


def test_the_same_model_twice_is_one_model(make_panel, context, qtbot, tmp_path):
    from pixelwatt_upscaler.core.model_catalogue import user_models

    first, again = tmp_path / "mine.onnx", tmp_path / "renamed.onnx"
    onnx.save(upscaler(), first)
    again.write_bytes(first.read_bytes())
    make_panel(Still(picture(Size(*SIZE))))
    models.open_models(context, [first, again])
    qtbot.waitUntil(lambda: len(context.notices) == 2, timeout=PATIENCE_MS)
    assert len(user_models()) == 1


def test_what_was_found_can_be_corrected_and_takes_effect(make_panel, context, qtbot, tmp_path):
    path = tmp_path / "mine.onnx"
    onnx.save(upscaler(offset=0.04), path)
    panel = make_panel(Still(picture(Size(*SIZE))))
    models.open_models(context, [path])
    qtbot.waitUntil(lambda: "mine" in panel.frame.pixels, timeout=PATIENCE_MS)
    before = panel.frame.pixels["mine"]

    models.show_model(panel, "mine")
    qtbot.waitUntil(lambda: panel.findChild(ModelDialog) is not None, timeout=PATIENCE_MS)
    dialog = panel.findChild(ModelDialog)
    ranges = dialog.fields["value_range"]
    assert ranges.currentData() == "0..1"
    assert dialog.corrections() == {}
    ranges.setCurrentIndex(ranges.findData("-1..1"))
    assert dialog.corrections() == {"value_range": "-1..1"}
    dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    # The offset is 0.04 of the range 0..1, and half as much of -1..1.
    qtbot.waitUntil(
        lambda: panel.frame.pixels["mine"].astype(int).sum() != before.astype(int).sum(),
        timeout=PATIENCE_MS,
    )
    assert panel.frame.pixels["mine"].mean() < before.mean()

    models.show_model(panel, "mine")
    qtbot.waitUntil(
        lambda: any(each.corrections() for each in panel.findChildren(ModelDialog)),
        timeout=PATIENCE_MS,
    )
    dialog = next(each for each in panel.findChildren(ModelDialog) if each.corrections())
    dialog.back.click()
    assert dialog.corrections() == {}


def test_what_is_no_model_is_a_notice_and_the_clip_plays_on(make_panel, context, qtbot, tmp_path):
    path = tmp_path / "broken.onnx"
    path.write_bytes(b"no model at all")
    panel = make_panel(Clip.regular(frames=20, rate=20, size=SIZE))
    models.open_models(context, [path])
    qtbot.waitUntil(lambda: bool(context.notices), timeout=PATIENCE_MS)
    assert "broken.onnx" in context.notices[0].text + context.notices[0].detail
    before = panel.frame
    qtbot.waitUntil(lambda: panel.frame is not before, timeout=PATIENCE_MS)


def test_a_model_that_fails_while_playing_is_replaced_and_named(
    make_panel, context, qtbot, tmp_path, monkeypatch
):
    path = tmp_path / "failing.onnx"
    onnx.save(upscaler(), path)
    panel = make_panel(Clip.regular(frames=20, rate=20, size=SIZE))
    models.open_models(context, [path])
    qtbot.waitUntil(lambda: "failing" in panel.frame.pixels, timeout=PATIENCE_MS)

    def fail(*_args):
        raise RuntimeError("the device was removed")

    monkeypatch.setattr(NeuralUpscaler, "run", fail)
    qtbot.waitUntil(
        lambda: any("the device was removed" in each.text for each in context.notices),
        timeout=PATIENCE_MS,
    )
    qtbot.waitUntil(lambda: "failing" not in panel.frame.pixels, timeout=PATIENCE_MS)
    assert "bicubic" in panel.frame.pixels
    assert panel.session.engine.playing
