"""The panel as a user meets it."""

from __future__ import annotations

import json
import sqlite3
import time
from contextlib import closing

import captures_for_tests as made
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from sessions_for_tests import record
from sysfs_for_tests import gpu, tree

from pixelwatt.api import FrameSample, Verdict
from pixelwatt_power import meter_service
from pixelwatt_power.core import sessions
from pixelwatt_power.core.meter import Meter
from pixelwatt_power.plugin import pixelwatt_settings
from pixelwatt_power.views import commands
from pixelwatt_power.views import panel as pages
from pixelwatt_power.views.panel import PowerPanel

# The offscreen platform says so of every window with a minimum size.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """An empty machine without NVML; tests may add sensors to the tree."""
    monkeypatch.setattr("pixelwatt_power.core.sensors.discover.probe_nvml", lambda _root: [])
    return tree(tmp_path / "sys", {"kernel/nothing": ""})


@pytest.fixture
def panel(qtbot, context, machine, monkeypatch):
    for page in pixelwatt_settings():
        context.settings.register(page)
    monkeypatch.setattr(meter_service, "_meter", Meter(context.telemetry, machine))
    made_panel = PowerPanel(context)
    qtbot.addWidget(made_panel)
    context.panels["power"] = made_panel
    made_panel.resize(1100, 700)
    made_panel.show()
    yield made_panel
    made_panel.close()
    meter_service.withdraw()


@pytest.fixture
def card(machine):
    return tree(machine, gpu("amdgpu", power1_average="120000000\n"))


def present(context, rate=100, seconds=1.5):
    now = time.perf_counter_ns()
    for frame in range(round(rate * seconds) + 1):
        moment = now - round((seconds - frame / rate) * 1e9)
        context.telemetry.publish(FrameSample("upscaler", moment, 2.0, 3840, 2160))


# -- Live -----------------------------------------------------------------------------------


def test_without_sensors_the_panel_says_so_and_shows_the_essays_table(qtbot, panel):
    qtbot.waitUntil(panel.content_ready, timeout=10_000)
    panel.live.tick()
    assert "No power sensor can be read" in panel.live.idle.sentence.text()
    assert panel.live.stack.currentWidget() is panel.live.idle
    assert panel.live.tiles["gpu"].value == "–"
    assert not panel.live.pause.isVisible()


def test_frames_of_the_upscaler_show_by_themselves(qtbot, context, panel):
    qtbot.waitUntil(panel.content_ready, timeout=10_000)
    present(context)
    panel.live.tick()
    assert panel.live.tiles["fps"].value == "100.0"
    assert panel.live.tiles["fps"].caption == "upscaler"
    assert panel.live.stack.currentWidget() is panel.live.plots
    assert panel.live.tiles["joules"].value == "–", "without a sensor it is unknown, not 0"


def test_watts_and_joules_carry_their_error(qtbot, context, card, panel):
    def measured():
        present(context)
        panel.live.tick()
        assert "±" in panel.live.tiles["joules"].value

    qtbot.waitUntil(measured, timeout=20_000)
    assert panel.live.tiles["gpu"].value.startswith("120")
    assert "s are needed for 1 %" in panel.live._status.text()
    for index in range(panel.live.third_choice.count()):
        panel.live.third_choice.setCurrentIndex(index)
        panel.live.tick()
    panel.live.add_marker()
    panel.live.window_choice.setCurrentIndex(4)
    panel.live.tick()


def test_dropped_samples_are_counted_on_screen(qtbot, machine, card, panel):
    file = machine / "class/drm/card0/device/hwmon/hwmon4/power1_average"

    def dropped():
        file.write_text("563212000000\n")
        panel.live.tick()
        assert "above 1.5 times the power limit" in panel.live._status.text()

    qtbot.waitUntil(lambda: panel.meter.probes is not None, timeout=10_000)
    qtbot.waitUntil(dropped, timeout=20_000)


def test_the_sensors_can_be_looked_up_while_measuring(qtbot, context, card, panel):
    qtbot.waitUntil(lambda: panel.meter.probes is not None, timeout=10_000)
    assert not panel.live.sensors.isVisible(), "they are shown already"
    present(context)
    panel.live.tick()
    assert panel.live.stack.currentWidget() is panel.live.plots
    panel.live.sensors.click()
    panel.live.tick()
    assert panel.live.stack.currentWidget() is panel.live.idle
    assert "AMD GPU 0" in panel.live.idle.sentence.text()
    panel.live.sensors.click()
    assert panel.live.stack.currentWidget() is panel.live.plots


def test_a_log_being_written_is_followed(qtbot, panel, tmp_path):
    path = tmp_path / "log.csv"
    path.write_text(made.mangohud([10.0] * 50))
    panel.live.follow_log(path)

    def followed():
        panel.live.tick()
        assert panel.live.tiles["fps"].value == "100.0"

    qtbot.waitUntil(followed, timeout=10_000)
    assert panel.live.tiles["fps"].caption == "log.csv"


def test_a_followed_log_that_vanishes_is_said_once(qtbot, context, panel, tmp_path):
    panel.live.follow_log(tmp_path / "gone.csv")
    panel.live.tick()
    panel.live.tick()
    assert [n.text for n in context.notices if "gone.csv" in n.text].__len__() == 1


# -- Captures -------------------------------------------------------------------------------


@pytest.fixture
def two_captures(tmp_path):
    slow = made.write(
        tmp_path / "slow_Log.csv", made.FRAMEVIEW, made.frameview([20.0] * 200, 150.5)
    )
    fast = tmp_path / "fast.csv"
    fast.write_text(made.mangohud([8.0] * 200, gpu_w=80))
    return [slow, fast]


def opened(qtbot, panel, paths, count):
    panel.open_captures(paths)
    qtbot.waitUntil(lambda: len(panel.captures.model.entries) == count, timeout=20_000)


def cells(table, row):
    model = table.model()
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_captures_are_ranked_by_frames_per_watt(qtbot, panel, two_captures):
    opened(qtbot, panel, two_captures, 2)
    assert panel.tabs.currentIndex() == pages.CAPTURES
    first, second = cells(panel.captures.table, 0), cells(panel.captures.table, 1)
    assert first[0] == "fast.csv"
    assert first[1] == "125.0"
    assert second[0] == "Game.exe · slow_Log.csv"
    assert "± " in second[5]
    assert panel.captures.plots.shown == ["fast.csv", "Game.exe · slow_Log.csv"]


def test_what_a_frame_costs_is_the_first_thing_to_see(qtbot, panel, two_captures):
    opened(qtbot, panel, two_captures, 2)
    costs = panel.captures.plots.costs
    assert panel.captures.plots.currentWidget() is costs
    assert "times as much as one of fast.csv" in costs.headline.text()
    assert "Game.exe · slow_Log.csv costs 4.7" in costs.headline.text()
    cheap, dear = costs.bars.bars
    assert (cheap.label, dear.label) == ("fast.csv", "Game.exe · slow_Log.csv")
    assert cheap.text.startswith("0.640")
    assert "±" in cheap.text
    assert cheap.error > 0
    costs.bars.grab()
    panel.captures.table.selectRow(0)
    assert costs.headline.text().startswith("A frame costs 0.640")


def test_the_cost_of_a_frame_is_unknown_without_watts(qtbot, panel, tmp_path):
    path = made.write(tmp_path / "a.csv", made.V1, made.presentmon1([10.0] * 120))
    opened(qtbot, panel, [path], 1)
    costs = panel.captures.plots.costs
    assert "unknown" in costs.headline.text()
    assert costs.bars.bars[0].parts == ()
    costs.bars.grab()


def test_watts_of_different_scopes_are_not_compared(qtbot, panel, two_captures, tmp_path):
    rows = ["Game.exe,7,0x1,12.5,61.5"] * 200
    header = "Application,ProcessID,SwapChainAddress,FrameTime,CPUPower"
    cpu_only = made.write(tmp_path / "cpu.csv", header, rows)
    opened(qtbot, panel, [*two_captures, cpu_only], 3)
    assert "They do not compare" in panel.captures.plots.costs.headline.text()


@pytest.mark.parametrize("order", [Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder])
def test_the_unknown_ranks_last_whichever_way_is_sorted(
    qtbot, panel, two_captures, tmp_path, order
):
    unknown = made.write(tmp_path / "a.csv", made.V1, made.presentmon1([10.0] * 120))
    opened(qtbot, panel, [unknown, *two_captures], 3)
    panel.captures.table.sortByColumn(5, order)
    ranked = [cells(panel.captures.table, row)[5] for row in range(3)]
    assert ranked[2] == "unknown"
    assert "unknown" not in ranked[:2]


def test_a_choice_of_rows_outlives_the_next_file(qtbot, panel, two_captures, tmp_path):
    opened(qtbot, panel, two_captures, 2)
    panel.captures.table.selectRow(0)
    chosen = panel.captures.selected()
    later = made.write(tmp_path / "later.csv", made.V1, made.presentmon1([10.0] * 120))
    opened(qtbot, panel, [later], 3)
    assert panel.captures.selected() == [*chosen, 2]


def test_each_tools_own_figures_are_listed(qtbot, panel, two_captures):
    opened(qtbot, panel, two_captures, 2)
    table = panel.captures.figures
    texts = {
        (table.item(row, 0).text(), table.item(row, 1).text()): table.item(row, 2).text()
        for row in range(table.rowCount())
    }
    assert texts[("FrameView", "Avg FPS")] == "125.000"
    assert texts[("CapFrameX", "P1")] == "125.0"
    assert texts[("Pixelwatt", "Energy per frame")].startswith("0.640")


def test_unknown_power_is_hatched_not_zero(qtbot, panel, tmp_path):
    path = made.write(tmp_path / "a.csv", made.V1, made.presentmon1([10.0] * 120))
    opened(qtbot, panel, [path], 1)
    index = panel.captures.table.model().index(0, 5)
    assert index.data() == "unknown"
    assert index.data(Qt.ItemDataRole.BackgroundRole).style() == Qt.BrushStyle.BDiagPattern


def test_another_process_of_the_file_can_be_chosen(qtbot, panel, tmp_path):
    path = made.write(
        tmp_path / "a.csv", made.V1,
        made.presentmon1([16.0] * 20, made.DESKTOP), made.presentmon1([8.0] * 10),
    )  # fmt: skip
    opened(qtbot, panel, [path], 1)
    captures = panel.captures
    assert captures.stream.isVisible()
    assert captures.stream.count() == 2
    captures.stream.setCurrentIndex(1)
    captures.stream.activated.emit(1)
    qtbot.waitUntil(lambda: cells(captures.table, 0)[0].startswith("dwm.exe"), timeout=10_000)


def test_a_bad_file_is_said_and_costs_nothing(qtbot, context, panel, two_captures, tmp_path):
    bad = tmp_path / "bad.csv"
    bad.write_text("x,y\n1,2\n")
    opened(qtbot, panel, [bad, *two_captures], 2)
    qtbot.waitUntil(lambda: bool(context.notices), timeout=10_000)
    assert "bad.csv is no capture" in context.notices[0].text
    assert "PresentMon" in context.notices[0].detail


def test_files_can_be_dropped_and_removed_with_undo(qtbot, context, panel, two_captures):
    panel.show_page(pages.CAPTURES)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in two_captures])
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    panel.captures.dropEvent(drop)
    qtbot.waitUntil(lambda: len(panel.captures.model.entries) == 2, timeout=20_000)
    panel.captures.table.selectAll()
    panel.captures.remove_selected()
    assert panel.captures.model.entries == []
    context.notices[-1].actions[0].run()
    assert len(panel.captures.model.entries) == 2


def test_the_comparison_leaves_as_csv_and_json(qtbot, context, panel, two_captures, tmp_path):
    assert not commands.has_captures(context)
    opened(qtbot, panel, two_captures, 2)
    assert commands.has_captures(context)
    commands.export_captures_csv(context, tmp_path / "out.csv")
    commands.export_captures_json(context, tmp_path / "out.json")
    text = (tmp_path / "out.csv").read_text(encoding="utf-8-sig")
    assert text.splitlines()[0].startswith("Capture,Average FPS")
    assert "fast.csv" in text
    runs = json.loads((tmp_path / "out.json").read_text())["runs"]
    assert {run["format"] for run in runs} == {"FrameView log", "MangoHud (ms)"}


# -- Sessions -------------------------------------------------------------------------------


def recorded(qtbot, context, panel):
    panel.live.set_recording(True)
    qtbot.waitUntil(lambda: panel.live._recorder is not None, timeout=10_000)

    def measured_s():
        sensors = panel.meter.figures(window_s=600).sensors
        return sensors[0].seconds if sensors else 0.0

    begun = measured_s()
    qtbot.waitUntil(lambda: measured_s() > begun + 0.3, timeout=20_000)
    present(context)
    panel.live.set_recording(False)
    panel.show_page(pages.SESSIONS)
    qtbot.waitUntil(lambda: len(panel.sessions.loaded) == 1, timeout=20_000)


def test_a_session_is_recorded_renamed_deleted_and_brought_back(
    qtbot, context, card, panel, tmp_path
):
    recorded(qtbot, context, panel)
    page = panel.sessions
    assert page.table.item(0, 4).text() == "100.0"
    page.table.item(0, 0).setText("Native 4K")
    qtbot.waitUntil(lambda: page.loaded[0][0].session.title == "Native 4K", timeout=10_000)
    page.table.item(0, 2).setText("essay")
    qtbot.waitUntil(lambda: page.loaded[0][0].session.tags == "essay", timeout=10_000)
    page.export_csv(tmp_path / "s.csv")
    page.export_json(tmp_path / "s.json")
    assert "Native 4K" in (tmp_path / "s.csv").read_text(encoding="utf-8-sig")
    exported = json.loads((tmp_path / "s.json").read_text())["sessions"]
    assert exported[0]["tags"] == "essay"
    assert exported[0]["series"][0]["watts"][0] == pytest.approx(120)
    page.table.selectRow(0)
    page.delete_selected()
    qtbot.waitUntil(lambda: not page.loaded, timeout=10_000)
    context.notices[-1].actions[0].run()
    qtbot.waitUntil(lambda: len(page.loaded) == 1, timeout=10_000)
    panel.show_page(pages.ESSAY)
    assert panel.essay.table.rowCount() == 6, "the session stands beside the essay's five rows"
    assert panel.essay.table.item(5, 0).text() == "Native 4K"
    own = panel.essay.bars.bars[5]
    assert own.label == "Native 4K"
    assert own.error > 0


def test_the_essays_pair_stands_beside_what_real_captures_show(panel):
    panel.show_page(pages.ESSAY)
    table = panel.essay.measured
    shown = [[table.item(row, column).text() for column in range(4)] for row in range(4)]
    assert shown[0][1:] == ["× 0.46", "× 3.11", "× 6.8"]
    assert shown[1][1:] == ["× 0.95 (0.84–1.07)", "× 2.80", "× 3.1"]
    assert shown[2][1:] == ["× 1.04", "× 2.80", "× 2.7"]
    assert shown[3][1:] == ["× 0.37 (0.30–0.69)", "× 1.00", "× 2.7"]
    assert [bar.text for bar in panel.essay.bars.bars][:2] == ["10.7 J", "13.3 J"]


def test_sessions_are_compared_by_what_a_frame_costs(qtbot, panel):
    path = panel._sessions_path
    path.parent.mkdir(parents=True, exist_ok=True)
    record(path, title="Native", watts=240.0)
    record(path, title="Upscaled", watts=60.0)
    panel.show_page(pages.SESSIONS)
    qtbot.waitUntil(lambda: len(panel.sessions.loaded) == 2, timeout=10_000)
    panel.sessions.table.selectAll()
    headline = panel.sessions.costs.headline.text()
    assert headline.startswith("A frame of Native costs 4.00")
    assert headline.endswith("times as much as one of Upscaled.")
    assert [bar.label for bar in panel.sessions.costs.bars.bars] == ["Upscaled", "Native"]


def test_deleted_sessions_are_forgotten_when_the_program_starts_again(qtbot, panel):
    path = panel._sessions_path
    path.parent.mkdir(parents=True, exist_ok=True)
    sessions.delete(path, record(path, title="Gone"))
    kept = record(path, title="Kept")
    panel.show_page(pages.SESSIONS)
    qtbot.waitUntil(lambda: len(panel.sessions.loaded) == 1, timeout=10_000)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT id FROM sessions").fetchall() == [(kept,)]


def test_a_session_file_of_the_command_line_is_taken_in(qtbot, context, panel, tmp_path):
    from pixelwatt_power.core.recorder import Recorder

    recorder = Recorder(tmp_path / "cli.sqlite", "From the command line")
    recorder.close()
    commands.import_sessions(context, [tmp_path / "cli.sqlite"])
    qtbot.waitUntil(lambda: len(panel.sessions.loaded) == 1, timeout=10_000)
    assert panel.sessions.table.item(0, 0).text() == "From the command line"


# -- A/B, essay, planners -------------------------------------------------------------------


def test_an_experiment_ends_with_a_price_per_frame(panel):
    panel.show_page(pages.EXPERIMENT)
    page = panel.experiment
    page.pairs.setValue(3)
    assert page.sequence == "ABBABA"
    for fps, watts in ((45, 480), (49, 650), (49.1, 651), (45, 479), (49, 649), (45.1, 481)):
        page.add_trial(fps, {"gpu": watts, "cpu": 60.0, "cpu+gpu": watts + 60.0})
    assert "All 6 trials" in page.guide.text()
    assert not page.go.isEnabled()
    assert page.results.item(0, 1).text().startswith("45.0")
    titles = [page.results.item(row, 0).text() for row in range(page.results.rowCount())]
    assert titles == [
        "Frame rate", "Power, GPU", "Energy per frame, GPU", "Power, CPU + GPU",
        "Energy per frame, CPU + GPU",
    ]  # fmt: skip
    gpu_price, both_price = page.summary.text().splitlines()
    assert gpu_price.startswith("GPU: one more frame per second costs 42.")
    assert both_price.startswith("CPU + GPU: one more frame per second costs 42.")
    page.begin_again()
    assert page.go.isEnabled()
    assert "first pair" in page.summary.text()


def test_the_claim_is_judged_by_the_users_own_experiment(context, panel):
    results = []
    commands.check_by_experiment(context, results.append)
    assert panel.tabs.currentIndex() == pages.EXPERIMENT
    assert results == []
    assert "two pairs" in context.notices[-1].text
    for fps, watts in ((45, 480), (126, 456), (126.2, 457), (45.1, 481)):
        panel.experiment.add_trial(fps, {"gpu": watts})
    commands.check_by_experiment(context, results.append)
    assert results[0].verdict is Verdict.CONTRADICTED
    assert "× 0.95" in results[0].arithmetic


def test_a_trial_cools_down_measures_and_counts(qtbot, context, card, panel, monkeypatch):
    panel.show_page(pages.EXPERIMENT)
    page = panel.experiment
    page.cool.setValue(0)
    page.next_trial()
    assert not page.go.isEnabled()
    monkeypatch.setattr(page, "_phase_end", 0.0)
    page.tick()
    assert "Measuring Native" in page.guide.text()
    qtbot.waitUntil(
        lambda: any(s.watts is not None for s in panel.meter.figures().sensors), timeout=20_000
    )
    present(context)
    page._phase_end = 0.0
    page.tick()
    assert [each.setup for each in page.measurements] == ["A"]
    assert page.measurements[0].watts["gpu"] / page.measurements[0].fps == pytest.approx(1.2)


def test_a_trial_without_frames_does_not_count(panel):
    panel.show_page(pages.EXPERIMENT)
    page = panel.experiment
    page.next_trial()
    for _ in range(2):
        page._phase_end = 0.0
        page.tick()
    assert page.measurements == []
    assert "does not count" in page.guide.text()
    assert page.go.isEnabled()


def test_the_essays_table_and_its_cost(panel):
    panel.show_page(pages.ESSAY)
    page = panel.essay
    assert page.table.item(1, 3).text() == "0.07, cut off"
    assert page.table.item(1, 6).text().startswith("+42.5")
    page.price.setValue(0.30)
    page.hours.setValue(3.0)
    assert "$158 a year (526 kWh)" in page.cost.text()
    page.load.setCurrentIndex(1)
    assert "$214 a year" in page.cost.text()
    page.machines.setValue(1)
    assert "million a year" in page.fleet.text()


def test_planners_answer_at_once(panel):
    panel.show_page(pages.PLANNERS)
    plan = panel.planners.handheld
    plan.battery.setValue(50)
    for field, watts in ((plan.raster, 5), (plan.model, 0), (plan.backlight, 3), (plan.rest, 2)):
        field.setValue(watts)
    assert plan.result.text().startswith("4.8 h at 10.0 W"), "95 % of the battery is usable"
    memory = panel.planners.memory
    native, upscaled, blurred, neural = memory.bars.bars
    assert native.parts[0].value == upscaled.parts[0].value
    memory.ratio.setValue(8)
    assert memory.bars.bars[3].parts[0].value == pytest.approx(native.parts[0].value / 8)
    assert neural.parts[0].estimated
    memory.rendered.setCurrentText("4K")
    assert "saves 0.0 %" in memory.result.text()
    assert blurred.total < native.total


# -- Commands and looks ---------------------------------------------------------------------


def test_commands_reach_every_page(context, panel, two_captures, qtbot):
    commands.show_essay(context)
    assert panel.tabs.currentIndex() == pages.ESSAY
    commands.show_planners(context)
    assert panel.tabs.currentIndex() == pages.PLANNERS
    assert commands.is_measuring(context)
    commands.toggle_measuring(context)
    assert not commands.is_measuring(context)
    commands.toggle_recording(context)
    assert commands.is_recording(context)
    commands.toggle_recording(context)
    commands.add_marker(context)
    commands.open_paths(context, two_captures)
    qtbot.waitUntil(lambda: len(panel.captures.model.entries) == 2, timeout=20_000)


def test_every_page_draws_in_both_themes_and_names_its_controls(context, panel):
    from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QTableView

    for page in range(panel.tabs.count()):
        panel.show_page(page)
        for dark in (False, True):
            context.use_theme(dark)
            assert not panel.grab().isNull()
    for kind in (QAbstractSpinBox, QComboBox, QTableView):
        for control in panel.findChildren(kind):
            if control.window() is panel:  # not in the menus that pyqtgraph makes
                assert control.accessibleName(), control


def test_a_recording_that_cannot_begin_is_said(qtbot, context, card, panel):
    panel._sessions_path.write_bytes(b"this is no database, but someone put it there" * 4)
    panel.live.set_recording(True)
    qtbot.waitUntil(lambda: bool(context.notices), timeout=10_000)
    assert "cannot be used for sessions" in context.notices[0].text
    assert not panel.live.record.isChecked()


def test_pressing_record_twice_at_once_leaves_nothing_running(qtbot, card, panel):
    panel.live.set_recording(True)
    panel.live.set_recording(False)
    qtbot.waitUntil(lambda: not panel.live._opening, timeout=10_000)
    qtbot.waitUntil(lambda: panel.live._recorder is None, timeout=10_000)
    assert panel.meter.listener is None


def test_closing_ends_a_recording_in_progress(qtbot, card, panel):
    panel.live.set_recording(True)
    qtbot.waitUntil(lambda: panel.live._recorder is not None, timeout=10_000)
    recorder = panel.live._recorder
    panel.close()
    assert not panel.meter.running
    assert recorder.error is None
