"""The panel as its user has it: drag, type, paste, roll, score, open."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt

from pixelwatt.api import Problem
from pixelwatt_lr_schedule import claims
from pixelwatt_lr_schedule.core import document
from pixelwatt_lr_schedule.core.spec import Spec
from pixelwatt_lr_schedule.views import commands
from pixelwatt_lr_schedule.views.panel import LrSchedulePanel

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)


@pytest.fixture
def panel(qtbot, context):
    made = LrSchedulePanel(context)
    qtbot.addWidget(made)
    context.panels["lr_schedule"] = made
    made.resize(1100, 760)
    made.show()
    qtbot.waitExposed(made)
    return made


def drag(qtbot, canvas, start: QPoint, end: QPoint) -> None:
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(canvas, (start + end) / 2)
    qtbot.mouseMove(canvas, end)
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=end)


def at(panel, update: float, lr: float) -> QPoint:
    x, y = panel.canvas.scales()
    return QPoint(round(x.pixel(update)), round(y.pixel(lr)))


def test_it_opens_on_the_essay_beside_a_cosine(panel, qtbot):
    assert [spec.schedule for spec in panel.store.curves] == ["drawn", "CosineAnnealingLR"]
    assert panel.content_ready()
    qtbot.waitUntil(lambda: "sum of LR" in panel.readout.text)
    assert "update 250" in panel.readout.text
    assert "epoch 2.50" in panel.readout.text
    assert "LR 0.1" in panel.readout.text


def test_dragging_a_knot_moves_it_and_undo_brings_it_back(panel, qtbot):
    before = panel.store.spec
    drag(qtbot, panel.canvas, at(panel, 250, 0.1), at(panel, 300, 0.06))
    update, lr = panel.store.spec.params["points"][2]
    assert abs(update - 300) <= 2
    assert isinstance(update, int)
    assert lr == pytest.approx(0.06, abs=0.002)
    panel.store.undo()
    assert panel.store.spec.params["points"] == before.params["points"]
    panel.store.redo()
    assert panel.store.spec.params["points"][2][0] == update


def test_handles_of_a_library_schedule_change_its_arguments(panel, qtbot):
    params = {"init_value": 0.0, "peak_value": 0.1, "warmup_steps": 100, "decay_steps": 900}
    panel.store.set_spec(Spec("optax", "warmup_cosine_decay_schedule", params, 0.1, 1000))
    drag(qtbot, panel.canvas, at(panel, 100, 0.1), at(panel, 200, 0.1))
    assert abs(panel.store.spec.params["warmup_steps"] - 200) <= 3


def test_keys_move_the_cursor_and_points(panel, qtbot):
    canvas = panel.canvas
    canvas.setFocus()
    panel.store.set_cursor(10)
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert panel.store.cursor == 11
    count = len(panel.store.spec.params["points"])
    panel.store.set_cursor(400)
    qtbot.keyClick(canvas, Qt.Key.Key_Insert)
    assert len(panel.store.spec.params["points"]) == count + 1
    qtbot.keyClick(canvas, Qt.Key.Key_BracketRight)
    qtbot.keyClick(canvas, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(canvas, Qt.Key.Key_Delete)
    assert len(panel.store.spec.params["points"]) == count


def test_a_refusal_is_shown_in_the_librarys_words(panel):
    panel.store.set_spec(Spec("torch", "LinearLR", {"start_factor": 0.0}, 0.1, 100))
    assert "Starting multiplicative factor" in panel.store.refusal()
    panel.canvas.grab()


def test_ten_million_updates_are_drawn_from_columns(panel, qtbot):
    from pixelwatt_lr_schedule.views.plot_data import plot_data

    panel.controls.steps.setValue(10_000_000)
    assert panel.store.steps == 10_000_000
    data = plot_data(panel.store, 1000)
    assert all(len(points[0]) < 8000 for points in data.curves if points is not None)
    panel.canvas.grab()


def test_code_is_live_and_pasted_code_becomes_the_curve(panel, qtbot):
    tab = panel.tab(0)
    panel.store.set_spec(Spec("torch", "StepLR", {"step_size": 100, "gamma": 0.5}, 0.1, 500))
    qtbot.waitUntil(lambda: "StepLR" in tab.edit.toPlainText())
    for index in range(tab.dialect.count()):
        tab.dialect.setCurrentIndex(index)
        assert "500" in tab.edit.toPlainText()
    tab.edit.setPlainText("import optax\ns = optax.cosine_decay_schedule(0.1, 400)\n")
    qtbot.mouseClick(tab.read, Qt.MouseButton.LeftButton)
    assert panel.store.spec.schedule == "cosine_decay_schedule"
    tab.edit.setPlainText("os.system('x')")
    qtbot.mouseClick(tab.read, Qt.MouseButton.LeftButton)
    assert "Line 1: os.system()" in tab.message.text()
    assert panel.store.spec.schedule == "cosine_decay_schedule"


def test_linter_message_leads_to_its_update(panel, qtbot):
    tab = panel.tab(1)
    panel.store.set_spec(Spec("torch", "CosineAnnealingLR", {"T_max": 200}, 0.1, 500))
    qtbot.waitUntil(lambda: tab.list.topLevelItemCount() == 1)
    tab.list.topLevelItem(0).setSelected(True)
    assert panel.store.cursor == 201


def test_balls_roll_and_the_share_has_its_error(panel, qtbot):
    tab = panel.tab(2)
    qtbot.waitUntil(lambda: "±" in tab.answer.text(), timeout=20_000)
    tab.slider.setValue(100)
    assert panel.store.cursor == 100
    assert "Warm-up" in tab.phase.text()
    assert panel.store.stability is not None
    tab.view.grab()
    tab.place.setCurrentIndex(5)
    tab.view.grab()
    qtbot.mouseClick(tab.play, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tab.slider.value() != 100)
    tab.play.setChecked(False)
    panel.tabs.setCurrentIndex(0)
    assert panel.store.stability is None


def test_scores_and_the_best_rate(panel, qtbot):
    tab = panel.tab(3)
    qtbot.waitUntil(lambda: tab._scored is not None, timeout=20_000)
    peak = max(lr for _, lr in panel.store.spec.params["points"])
    qtbot.mouseClick(tab.best, Qt.MouseButton.LeftButton)
    assert max(lr for _, lr in panel.store.spec.params["points"]) != peak
    tab.weights.grab()


def test_a_log_is_drawn_and_named(panel, qtbot, tmp_path):
    path = tmp_path / "metrics.csv"
    rows = (f"{k},{0.1 * 0.5 ** (k // 20)},{2 - k / 100}" for k in range(100))
    path.write_text("step,lr,loss\n" + "\n".join(rows))
    panel.open_logs([path])
    tab = panel.tab(4)
    qtbot.waitUntil(lambda: "StepLR" in tab.answer.text(), timeout=20_000)
    assert panel.store.log is not None
    panel.canvas.grab()
    qtbot.mouseClick(tab.add, Qt.MouseButton.LeftButton)
    assert panel.store.spec.params == {"step_size": 20, "gamma": 0.5}


def test_a_log_without_rates_is_a_notice_not_a_crash(panel, qtbot, context, tmp_path):
    path = tmp_path / "empty.csv"
    path.write_text("")
    panel.open_logs([path])
    qtbot.waitUntil(lambda: bool(context.notices))
    assert "is empty" in context.notices[0].text


def test_range_test_runs_a_real_network(panel, qtbot):
    tab = panel.tab(5)
    qtbot.waitUntil(lambda: "falls fastest" in tab.answer.text(), timeout=20_000)
    tab.plot.grab()


def test_axes_and_comparisons(panel):
    controls = panel.controls
    controls.axis.setCurrentIndex(1)
    assert controls.per.isVisible()
    controls.per.setValue(50)
    assert panel.store.updates_per_epoch == 50
    controls.axis.setCurrentIndex(2)
    controls.logarithmic.setChecked(True)
    panel.canvas.grab()
    panel.store.swap()
    assert panel.store.spec.schedule == "CosineAnnealingLR"
    controls._draw_over()
    assert panel.store.spec.schedule == "drawn"
    panel.store.drop_comparisons()
    assert len(panel.store.curves) == 1


def test_arguments_apply_live_and_cancel_takes_them_back(panel, qtbot):
    panel.store.set_spec(Spec("torch", "StepLR", {"step_size": 100, "gamma": 0.5}, 0.1, 500))
    panel.controls._edit()
    dialog = panel.controls._dialog
    dialog._fields["gamma"].setText("0.2")
    dialog._apply()
    assert panel.store.spec.params["gamma"] == 0.2
    dialog._fields["step_size"].setText("'x'")
    dialog._apply()
    assert "TypeError" in dialog._message.text()
    dialog.reject()
    assert panel.store.spec.params["gamma"] == 0.5


def test_documents_are_saved_read_and_diffable(panel, context, tmp_path):
    path = tmp_path / "life.schedule.toml"
    commands.export_document(context, path)
    text = path.read_text()
    assert 'schedule = "drawn"' in text
    panel.store.set_curves([Spec("torch", "constant", {}, 0.1, 10)])
    commands.open_documents(context, [path])
    assert [s.schedule for s in panel.store.curves] == ["drawn", "CosineAnnealingLR"]
    path.write_text("curve = 3")
    commands.open_documents(context, [path])
    assert "no curve" in context.notices[-1].text
    with pytest.raises(Problem, match="version 9"):
        document.loads("version = 9")


def test_exports(panel, context, tmp_path):
    commands.export_csv(context, tmp_path / "a.csv")
    lines = (tmp_path / "a.csv").read_text().splitlines()
    assert len(lines) == 1001
    assert lines[1].startswith("0,0.001,0.1")
    commands.export_json(context, tmp_path / "a.json")
    curves = json.loads((tmp_path / "a.json").read_text())["curves"]
    assert len(curves) == 2
    for name in ("a.png", "a.svg"):
        commands.export_picture(context, tmp_path / name)
        assert (tmp_path / name).stat().st_size > 1000


def test_what_was_drawn_survives_a_crash(qtbot, context, panel):
    panel.store.set_spec(Spec("torch", "StepLR", {"step_size": 7}, 0.1, 50))
    saved = context.storage.data / "autosave" / "schedule"
    qtbot.waitUntil(lambda: saved.exists() and "StepLR" in saved.read_text(), timeout=8000)
    again = LrSchedulePanel(context)
    qtbot.addWidget(again)
    assert again.store.spec.schedule == "StepLR"


def test_both_themes_paint(panel, context):
    for dark in (False, True):
        context.use_theme(dark)
        image = panel.canvas.grab().toImage()
        assert image.pixelColor(3, 3).lightnessF() < 0.5 or not dark


@pytest.mark.parametrize("name", ["large_rate_explodes", "decay_converges", "zero_rate_freezes",
                                  "restart_frees", "restart_only_path"])  # fmt: skip
def test_claims_can_be_tried_on_the_panels_schedule(panel, qtbot, context, name):
    results = []
    getattr(claims, f"try_{name}")(context, results.append)
    qtbot.waitUntil(lambda: bool(results), timeout=30_000)
    assert any(character.isdigit() for character in results[0].arithmetic)


def test_sniffing_tells_logs_specs_and_code_apart(tmp_path):
    from pixelwatt_lr_schedule import sniffing

    assert sniffing.is_log(Path("x.csv"), b"step,lr,loss\n1,2,3\n")
    assert not sniffing.is_log(Path("x.csv"), b"name,salary\n")
    assert sniffing.is_log(Path("trainer_state.json"), b'{"log_history": []}')
    assert sniffing.is_spec(Path("x.json"), b'{"library": "torch", "schedule": "StepLR"}')
    assert sniffing.is_scheduler_code(Path("a.py"), b"from torch.optim import lr_scheduler")
