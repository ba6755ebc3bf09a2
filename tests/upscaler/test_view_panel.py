"""The panel as its user meets it: sources, keys, views, what stands on screen."""

from __future__ import annotations

import threading
import time

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest

from pixelwatt.api import FrameSample, PowerSample, Problem
from pixelwatt_upscaler import plugin
from pixelwatt_upscaler.core.frames import Size
from pixelwatt_upscaler.preferences import UpscalerPreferences
from pixelwatt_upscaler.views import commands, sources
from pixelwatt_upscaler.views.layers import Mode

from .live_sources import Clip, Still, picture

# A note of the offscreen platform about every top-level widget with a least size.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)

PATIENCE_MS = 20_000
SIZE = (128, 96)


@pytest.fixture
def panel(make_panel):
    return make_panel(Clip.regular(frames=40, rate=20, size=SIZE))


def readings(panel):
    panel._show_readings()
    return {each.caption: each.value for each in panel.heads_up.readings}


def wait_until_at_rest(panel, qtbot):
    """The frame that was in work when the clip was paused has come too."""
    engine = panel.session.engine
    qtbot.waitUntil(lambda: engine.resting and not engine.frame_waits, timeout=PATIENCE_MS)


def test_a_clip_plays_and_the_heads_up_line_says_how(panel, qtbot):
    qtbot.waitUntil(lambda: readings(panel).get("Presented", "–") != "–", timeout=PATIENCE_MS)
    now = readings(panel)
    assert now["Upscaled"] == "64 × 48 → 128 × 96"
    assert now["Method"] == "Bicubic"
    assert now["Runs on"] == "OpenCV"
    assert now["Time per frame"].endswith(" ms")
    assert now["Presented"].endswith(" fps")
    assert now["Reference"] == "original, 128 × 96; taken down to 64 × 48, area-averaged"


def test_psnr_and_ssim_come_from_the_judge(panel, qtbot):
    shown = {}

    def both():
        # Each frame's PSNR comes before its SSIM, so a line is read once and kept.
        shown.update(readings(panel))
        return "–" not in (shown["PSNR"], shown["SSIM"])

    qtbot.waitUntil(both, timeout=PATIENCE_MS)
    assert shown["PSNR"].endswith(" dB")
    assert 0 < float(shown["SSIM"]) < 1


def test_every_presented_frame_is_told_to_whoever_measures(panel, context, qtbot):
    samples = []
    context.telemetry.subscribe(FrameSample, samples.append)
    qtbot.waitUntil(lambda: len(samples) >= 3, timeout=PATIENCE_MS)
    assert (samples[0].width, samples[0].height) == SIZE
    assert samples[0].compute_ms > 0
    assert samples[1].presented_ns > samples[0].presented_ns
    assert context.services.get("upscaler.speed")() > 0


def test_space_pauses_and_the_period_key_steps(panel, qtbot):
    QTest.keyClick(panel.canvas, Qt.Key.Key_Space)
    assert not panel.session.engine.playing
    wait_until_at_rest(panel, qtbot)
    before = panel.frame.result.frame.index
    QTest.keyClick(panel.canvas, Qt.Key.Key_Period)
    wait_until_at_rest(panel, qtbot)
    assert (panel.frame.result.frame.index - before) % 40 == 1


def test_the_position_slider_seeks(panel, qtbot):
    panel.toggle_play()
    bar = panel.play_bar.slider
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(bar.width() // 2, 8))
    qtbot.waitUntil(lambda: abs((panel.frame.time_s or 0) - 1.0) < 0.15, timeout=PATIENCE_MS)


@pytest.mark.parametrize(
    ("key", "mode"),
    [
        (Qt.Key.Key_H, Mode.SPLIT_HORIZONTAL),
        (Qt.Key.Key_R, Mode.ROW),
        (Qt.Key.Key_G, Mode.GRID),
        (Qt.Key.Key_X, Mode.FLICKER),
        (Qt.Key.Key_D, Mode.DIFFERENCE),
    ],
)
def test_letters_choose_the_view_which_is_remembered(panel, context, key, mode):
    QTest.keyClick(panel.canvas, key)
    assert panel.canvas.mode is mode
    assert panel.controls.modes[mode].isChecked()
    assert context.settings.get(UpscalerPreferences).mode == mode
    panel.grab()


def test_pressing_d_again_goes_through_the_kinds_of_difference(panel, context, qtbot):
    for kind in ("absolute", "signed", "ssim", "flip", "temporal", "absolute"):
        QTest.keyClick(panel.canvas, Qt.Key.Key_D)
        assert context.settings.get(UpscalerPreferences).difference == kind
        qtbot.waitUntil(lambda: bool(panel.frame.differences), timeout=PATIENCE_MS)
        panel.grab()


def test_the_split_shows_each_picture_in_its_strip(make_panel):
    white = np.full((96, 128, 3), 255, np.uint8)
    panel = make_panel(Still(white), show_input=False)
    panel.canvas.show_layers(_flat_layers(panel, (255, 0, 0), (0, 0, 255)), Size(*SIZE))
    image = panel.canvas.grab().toImage()
    middle, third = image.width() // 2, image.height() // 3
    assert image.pixelColor(middle - 60, third).red() == 255
    assert image.pixelColor(middle + 60, third).blue() == 255


def _flat_layers(panel, *colours):
    from pixelwatt_upscaler.core.live_pictures import screen_picture
    from pixelwatt_upscaler.views.layers import layer

    result = []
    for index, colour in enumerate(colours):
        pixels = np.full((96, 128, 3), colour, np.uint8)
        result.append(layer(str(index), "flat", "", "#ffffff", pixels, screen_picture(pixels)))
    return result


def test_the_dividing_line_follows_the_pointer_and_the_keyboard(make_panel):
    panel = make_panel(Still(picture(Size(*SIZE))), show_input=False)
    canvas = panel.canvas
    span = canvas.split_span()
    grip = QPoint(round(span.at(canvas.dividers.fractions[0])), canvas.height() // 2)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=grip)
    QTest.mouseMove(canvas, grip + QPoint(100, 0))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=grip + QPoint(100, 0))
    assert canvas.dividers.fractions[0] == pytest.approx(0.5 + 100 / span.length, abs=0.01)
    before = canvas.dividers.fractions[0]
    QTest.keyClick(canvas, Qt.Key.Key_BracketLeft)
    assert canvas.dividers.fractions[0] == pytest.approx(before - 0.02)


def test_zooming_keeps_fit_and_one_to_one_a_key_away(make_panel):
    panel = make_panel(Still(picture(Size(*SIZE))))
    QTest.keyClick(panel.canvas, Qt.Key.Key_1)
    assert panel.canvas.scale == 1.0
    assert panel.controls.zoom.text() == "100 %"
    panel.canvas.zoom_to(16.0, QPointF(450, 300))
    panel.grab()
    QTest.keyClick(panel.canvas, Qt.Key.Key_F)
    assert panel.canvas.viewport.zoom is None


def test_the_inspector_shows_the_values_of_every_picture(make_panel):
    from pixelwatt_upscaler.views.inspector import values_at

    panel = make_panel(Still(picture(Size(*SIZE))))
    QTest.keyClick(panel.canvas, Qt.Key.Key_I)
    assert panel.canvas.inspecting
    QTest.mouseMove(panel.canvas, panel.canvas.rect().center())
    panel.grab()
    original = next(each for each in panel.canvas.layers if each.key == "original")
    source = picture(Size(*SIZE))
    assert values_at(original, Size(*SIZE), 30.7, 20.2) == tuple(source[20, 30])


def test_presets_carry_their_true_numbers(panel):
    texts = [panel.controls.preset.itemText(i) for i in range(panel.controls.preset.count())]
    assert "Performance 2× · 25 % of pixels · 64 × 48" in texts
    assert "DLAA 1× · 100 % of pixels · 128 × 96" in texts
    assert any(text.startswith("Custom 9× · 1.23 % of pixels") for text in texts)


def test_another_preset_takes_effect_and_is_remembered(panel, context, qtbot):
    combo = panel.controls.preset
    combo.setCurrentIndex(combo.findData("ultra-performance"))
    combo.activated.emit(combo.currentIndex())
    qtbot.waitUntil(lambda: panel.frame.result.plan.input == (43, 32), timeout=PATIENCE_MS)
    assert context.settings.get(UpscalerPreferences).preset == "ultra-performance"


def test_several_methods_are_compared_at_once(panel, qtbot):
    panel.change(methods="nearest,bicubic,lanczos", mode="grid")
    qtbot.waitUntil(lambda: len(panel.canvas.layers) == 5, timeout=PATIENCE_MS)
    assert len(panel.canvas.panes()) == 5
    panel.grab()


def test_the_table_of_scores_has_a_row_for_each_method_and_the_clip_a_curve(panel, qtbot):
    QTest.keyClick(panel.canvas, Qt.Key.Key_T)
    panel.change(methods="nearest,bicubic")
    table, history = panel.scoreboard.table, panel.scoreboard.history

    def judged():
        panel._show_readings()
        return table.rowCount() == 2 and all("dB" in table.item(r, 1).text() for r in (0, 1))

    qtbot.waitUntil(judged, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: len(history.curves.get("bicubic", ())) >= 2, timeout=PATIENCE_MS)
    decibels = [float(table.item(row, 1).text().split()[0]) for row in (0, 1)]
    best = decibels.index(max(decibels))
    assert table.item(best, 1).font().bold()
    assert not table.item(1 - best, 1).font().bold()
    assert table.item(0, 7).text() == "–", "energy is unknown without a meter"
    panel.grab()


def test_energy_per_frame_is_power_over_frames(panel, context, qtbot):
    panel.change(show_scores=True)
    qtbot.waitUntil(lambda: readings(panel).get("Presented", "–") != "–", timeout=PATIENCE_MS)
    context.telemetry.publish(PowerSample("package", time.perf_counter_ns(), 30.0, 1.0))
    panel._show_readings()
    shown = panel.scoreboard.table.item(0, 7).text()
    assert shown.endswith(" J")
    assert float(shown.split()[0]) > 0


def test_a_source_that_fails_leaves_the_picture_and_says_what_to_do(panel, context, qtbot):
    shown = panel.info

    def missing():
        raise Problem("There is no such clip.", "Check its name.")

    panel.open(missing, "missing")
    qtbot.waitUntil(lambda: bool(context.notices), timeout=PATIENCE_MS)
    assert context.notices[0].text == "There is no such clip."
    assert context.notices[0].detail == "Check its name."
    assert panel.info is shown
    assert panel.canvas.layers


def test_a_broken_file_is_a_notice(panel, context, qtbot, tmp_path):
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 40)
    commands.open_files(context, [broken])
    qtbot.waitUntil(lambda: bool(context.notices), timeout=PATIENCE_MS)
    assert "broken.png" in context.notices[0].text


def test_a_dropped_file_goes_through_the_shell(panel, context, tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.png"))])
    assert sources.can_take(data)
    assert sources.take(panel, data)
    assert context.opened == [[tmp_path / "a.png"]]


def test_a_pasted_picture_is_upscaled(panel, qtbot):
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(0xFF2040)
    QGuiApplication.clipboard().setImage(image)
    sources.paste(panel)
    qtbot.waitUntil(lambda: panel.info.title == "Clipboard", timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: panel.frame.result.frame.size == (40, 30), timeout=PATIENCE_MS)
    assert tuple(panel.frame.result.original[0, 0]) == (0xFF, 0x20, 0x40)
    assert not panel.play_bar.isVisible()


def test_an_empty_clipboard_is_said(panel, context):
    QGuiApplication.clipboard().clear()
    sources.paste(panel)
    assert context.notices[-1].text == "The clipboard holds no picture."


def test_of_two_sources_asked_for_at_once_the_second_is_waited_for(panel, qtbot, tmp_path):
    path = tmp_path / "second.png"
    Image.fromarray(picture(Size(40, 30))).save(path)
    first = Clip.regular(frames=9, rate=50, size=(32, 24), seconds_per_read=0.05)
    panel.open(lambda: first, "first")
    panel.open_paths([path])
    assert not panel.content_ready()
    qtbot.waitUntil(panel.content_ready, timeout=PATIENCE_MS)
    assert panel.info.title == "second.png"
    assert panel.frame.result.frame.size == (40, 30)
    assert panel.path == path


def test_what_was_shown_before_is_not_what_was_asked_for(panel, qtbot):
    may_open, may_read = threading.Event(), threading.Event()

    class Slow(Still):
        def read(self):
            may_read.wait(PATIENCE_MS / 1000)
            return super().read()

    def opener():
        may_open.wait(PATIENCE_MS / 1000)
        return Slow(picture(Size(40, 30)))

    panel.open(opener, "slow")
    # A frame of the clip, which was in work, is painted while the other source opens.
    panel._unpainted = panel.frame
    panel._count_painted()
    may_open.set()
    qtbot.waitUntil(lambda: panel.info.still, timeout=PATIENCE_MS)
    assert not panel.content_ready()
    may_read.set()
    qtbot.waitUntil(panel.content_ready, timeout=PATIENCE_MS)
    assert panel.frame.result.frame.size == (40, 30)


def test_scores_of_one_source_never_stand_beside_another(panel, qtbot):
    qtbot.waitUntil(lambda: panel.scores is not None, timeout=PATIENCE_MS)
    late = panel.scores
    panel.toggle_play()
    wait_until_at_rest(panel, qtbot)
    panel.open(lambda: Still(picture(Size(*SIZE), 3)), "another of the same size")
    panel._take_scores(late)
    before = panel.frame
    qtbot.waitUntil(lambda: panel.frame is not before, timeout=PATIENCE_MS)
    panel._take_scores(late)
    assert panel.scores is None or panel.scores.frame.source == panel.frame.source
    assert all(not curve for curve in panel.scoreboard.history.curves.values())


def test_a_folder_is_a_clip_of_its_pictures(panel, qtbot, tmp_path):
    for index in range(3):
        Image.fromarray(picture(Size(40, 30), index)).save(tmp_path / f"{index}.png")
    panel.open_paths([tmp_path])
    qtbot.waitUntil(lambda: panel.info.frames == 3, timeout=PATIENCE_MS)


def test_the_source_menu_says_why_there_is_no_screen_to_read(panel, context, monkeypatch):
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr("platform.system", lambda: "Linux")
    menus = [a.menu() for a in panel.controls.source.menu().actions() if a.text() == "Screen"]
    menus[0].aboutToShow.emit()
    why, remedy = menus[0].actions()
    assert why.text() == "Not here: there is no display"
    assert remedy.text() == "Start it from a desktop session."
    why.trigger()
    assert (context.notices[-1].text, context.notices[-1].detail) == (why.text(), remedy.text())


def test_the_table_of_scores_shortens_no_name_to_make_room_for_the_curve(panel, qtbot):
    panel.change(methods="nearest,bicubic,lanczos", show_scores=True)
    board = panel.scoreboard
    qtbot.waitUntil(lambda: board.table.rowCount() == 3, timeout=PATIENCE_MS)
    qtbot.waitUntil(board.curve.isVisible, timeout=PATIENCE_MS)
    header = board.table.horizontalHeader()
    qtbot.waitUntil(
        lambda: header.sectionSize(0) >= board.table.sizeHintForColumn(0), timeout=PATIENCE_MS
    )


def test_paused_the_judge_is_thorough(panel, qtbot):
    panel.change(show_scores=True)
    panel.toggle_play()
    panel.step(1)

    def thorough():
        return panel.scores is not None and panel.scores.by_method["bicubic"].flip is not None

    qtbot.waitUntil(thorough, timeout=PATIENCE_MS)
    panel._show_readings()
    assert 0 < float(panel.scoreboard.table.item(0, 4).text()) < 1


def test_the_providers_of_this_machine_can_be_chosen(panel, context):
    menu = panel.controls.methods.menu()
    where = next(a.menu() for a in menu.actions() if a.text() == "Run models on")
    where.aboutToShow.emit()
    cpu = next(action for action in where.actions() if action.text() == "CPU")
    assert cpu.isEnabled()
    cpu.trigger()
    assert context.settings.get(UpscalerPreferences).provider == "cpu"


def test_the_question_mark_shows_every_key_that_works(panel, qtbot):
    from pixelwatt_upscaler.views import key_help, keys

    dialog = key_help.show_keys(panel)
    qtbot.addWidget(dialog)
    dialog.grab()
    shown = "".join(key for key, _action in key_help.keys_and_actions())
    for key in keys.KEYS:
        if len(key.name) == 5:
            assert key.name[-1] in shown, key


def test_a_source_upscaled_as_it_is_has_no_original_and_is_never_made_smaller(make_panel, qtbot):
    clip = Clip.regular(frames=40, rate=20, size=SIZE)
    panel = make_panel(clip, taken_down="none", output="auto")
    for _ in range(12):
        panel.automatic.observe(5000.0, 30.0)
    panel._reconfigure()
    before = panel.frame
    qtbot.waitUntil(lambda: panel.frame is not before, timeout=PATIENCE_MS)
    assert panel.frame.result.plan.output == (256, 192)
    assert readings(panel)["Reference"] == "none: the source is upscaled as it is"
    assert panel.controls.output.short_text(0) == "256 × 192"
    panel.change(output="1080p", preset="ultra-performance")
    assert panel.controls.output.itemText(0) == "Source times the factor: 384 × 288"
    assert "PSNR" not in readings(panel)


def test_a_machine_that_cannot_keep_up_gets_a_smaller_output_and_is_told(make_panel, qtbot):
    panel = make_panel(Clip.regular(frames=40, rate=20, size=SIZE), output="auto")
    for _ in range(12):
        panel.automatic.observe(5000.0, 30.0)
    panel._reconfigure()
    qtbot.waitUntil(lambda: panel.frame.result.plan.output == (64, 48), timeout=PATIENCE_MS)
    assert readings(panel)["Reference"].endswith("output reduced to what this machine sustains")


def test_hiding_pauses_and_showing_goes_on(panel):
    panel.hide()
    assert not panel.session.engine.playing
    panel.show()
    assert panel.session.engine.playing


def test_both_themes_and_a_narrow_panel_paint(panel, context):
    context.use_theme(dark=False)
    panel.resize(420, 480)
    assert not panel.grab().isNull()
    context.use_theme(dark=True)
    assert panel.canvas.theme.dark


def test_every_control_has_an_accessible_name(panel):
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QSlider

    for kind in (QAbstractButton, QComboBox, QSlider):
        for widget in panel.findChildren(kind):
            if widget.objectName() == "qt_tableview_cornerbutton":
                continue
            assert widget.accessibleName() or widget.text(), widget


def test_commands_name_code_that_exists(installed_plugins):
    import importlib

    for command in plugin.pixelwatt_commands():
        for reference in (command.run, command.checked, command.enabled_when):
            if reference:
                module, _, name = reference.partition(":")
                assert callable(getattr(importlib.import_module(module), name))


def test_the_opener_knows_all_formats_the_core_reads():
    from pixelwatt_upscaler.core.sources import PICTURE_PATTERNS, VIDEO_PATTERNS

    assert {*PICTURE_PATTERNS, *VIDEO_PATTERNS} == set(plugin.pixelwatt_openers()[0].patterns)
