"""The panel as a producer uses it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QTableWidgetItem

from pixelwatt.api import Level
from pixelwatt_video_budget.core.billing import PerSecond
from pixelwatt_video_budget.core.explain import explain
from pixelwatt_video_budget.core.plan_reader import read_plan
from pixelwatt_video_budget.core.price_book import shipped_book
from pixelwatt_video_budget.core.timeline import Event, TimelineReading
from pixelwatt_video_budget.core.tries import LearntRate
from pixelwatt_video_budget.views import hooks
from pixelwatt_video_budget.views.history_chart import spread
from pixelwatt_video_budget.views.import_bar import shots_of
from pixelwatt_video_budget.views.panel import VideoBudgetPanel
from pixelwatt_video_budget.views.price_page import PricePage
from pixelwatt_video_budget.views.shot_model import Column

CLIP = """[[shot]]
name = "opening"
seconds = 8
usable_rate = 0.2
price = { per_second = "0.15" }
"""
STALE = "google-veo-3.1-fast-generate-001-720p-on"


@pytest.fixture
def panel(qtbot: Any, context: Any) -> Iterator[VideoBudgetPanel]:
    made = VideoBudgetPanel(context)
    made.document.today = lambda: date(2026, 11, 22)
    qtbot.addWidget(made)
    context.panels["video_budget"] = made
    made.resize(1200, 720)
    made.show()
    settle(qtbot, made)
    yield made
    made.close()


def settle(qtbot: Any, panel: VideoBudgetPanel) -> None:
    qtbot.waitUntil(panel.content_ready, timeout=20_000)


def open_text(qtbot: Any, panel: VideoBudgetPanel, tmp_path: Path, text: str) -> Path:
    path = tmp_path / "film.budget.toml"
    path.write_text(text, "utf-8")
    panel.open_files([path])
    qtbot.waitUntil(lambda: panel.document.path == path, timeout=5000)
    settle(qtbot, panel)
    return path


def cell(panel: VideoBudgetPanel, row: int, column: Column) -> str:
    return str(panel.shots.table.shots.index(row, column).data())


def type_into(panel: VideoBudgetPanel, row: int, column: Column, text: str) -> bool:
    model = panel.shots.table.shots
    return bool(model.setData(model.index(row, column), text, Qt.ItemDataRole.EditRole))


def test_it_opens_on_a_useful_example(panel: VideoBudgetPanel) -> None:
    assert panel.document.is_example
    assert panel.shots.table.shots.rowCount() == 7
    assert panel.summary.budget.text().startswith("$")
    assert "Title and end card" in panel.summary.deciding.accessibleDescription()


def test_typing_a_cell_updates_the_totals_and_undo_takes_it_back(
    qtbot: Any, panel: VideoBudgetPanel, tmp_path: Path
) -> None:
    open_text(qtbot, panel, tmp_path, CLIP)
    assert panel.summary.budget.text() == "$13.20"
    assert [label.text() for label in panel.summary.quantiles.values()] == [
        "$4.80", "$9.60", "$13.20", "$16.80",
    ]  # fmt: skip
    assert type_into(panel, 0, Column.RATE, "50%")
    settle(qtbot, panel)
    assert panel.summary.budget.text() == "$4.80"
    assert cell(panel, 0, Column.TRIES) == "4"
    panel.shots.actions_by_name["undo"].trigger()
    settle(qtbot, panel)
    assert panel.summary.budget.text() == "$13.20"
    panel.shots.actions_by_name["redo"].trigger()
    settle(qtbot, panel)
    assert cell(panel, 0, Column.RATE) == "50%"


def test_fast_typing_ends_on_what_was_typed_last(
    qtbot: Any, panel: VideoBudgetPanel, tmp_path: Path
) -> None:
    open_text(qtbot, panel, tmp_path, CLIP)
    for rate in ("30%", "40%", "60%", "50%"):
        type_into(panel, 0, Column.RATE, rate)
    settle(qtbot, panel)
    assert panel.summary.budget.text() == "$4.80"


def test_a_wrong_cell_becomes_a_notice_and_changes_nothing(
    panel: VideoBudgetPanel, context: Any
) -> None:
    before = panel.document.plan
    for column, text in (
        (Column.RATE, "0"), (Column.RATE, "1.5"), (Column.SECONDS, "-3"), (Column.COUNT, "0"),
        (Column.PRICE, "cheap"), (Column.REVIEW, "-1"),
    ):  # fmt: skip
        assert not type_into(panel, 0, column, text)
    assert panel.document.plan is before
    assert len(context.notices) == 6
    assert all(notice.level is Level.WARNING for notice in context.notices)


def test_cells_take_tiers_prices_and_pilots(panel: VideoBudgetPanel) -> None:
    assert type_into(panel, 0, Column.PRICE, "0.12/s")
    assert panel.document.plan.shots[0].price == PerSecond(Decimal("0.12"))
    assert type_into(panel, 0, Column.RATE, "3/12")
    assert panel.document.plan.shots[0].pilot == LearntRate(3, 12)
    assert type_into(panel, 0, Column.PRICE, "L7")
    assert cell(panel, 0, Column.PRICE) == "L7 High-end 3D short"


def test_shots_are_added_pasted_duplicated_and_deleted(panel: VideoBudgetPanel) -> None:
    shots = panel.shots
    shots.table.selectRow(0)
    shots.actions_by_name["duplicate"].trigger()
    assert len(panel.document.plan.shots) == 8
    shots.table.selectRow(0)
    shots.actions_by_name["delete"].trigger()
    assert len(panel.document.plan.shots) == 7
    shots.actions_by_name["add"].trigger()
    assert panel.document.plan.shots[-1].name == "Shot 8"
    QGuiApplication.clipboard().setText("shot\tseconds\nfog\t5\nrain\tx\n")
    shots.actions_by_name["paste"].trigger()
    assert panel.document.plan.shots[-1].name == "fog"
    # What was pasted has no price of its own and takes that of the chosen shot.
    assert panel.document.plan.shots[-1].price is not None


def test_copied_cells_are_harmless_in_a_spreadsheet(panel: VideoBudgetPanel) -> None:
    type_into(panel, 0, Column.NAME, "=cmd()")
    panel.shots.table.selectRow(0)
    panel.shots.actions_by_name["copy"].trigger()
    assert "'=cmd()" in QGuiApplication.clipboard().text()


def test_a_stale_price_is_kept_out_until_confirmed(
    qtbot: Any, panel: VideoBudgetPanel, tmp_path: Path
) -> None:
    text = f'{CLIP}[[shot]]\nname = "b"\nseconds = 8\nusable_rate = 1\nprice = "{STALE}"\n'
    open_text(qtbot, panel, tmp_path, text)
    panel.shots.table.selectRow(1)
    assert cell(panel, 1, Column.MEAN) == "–"
    details = panel.shots.details
    assert "over 60 days old" in details.reason.text()
    qtbot.mouseClick(details.confirm, Qt.MouseButton.LeftButton)
    settle(qtbot, panel)
    assert cell(panel, 1, Column.MEAN) == "$0.80"
    assert panel.document.plan.confirmed == {STALE: "2026-11-22"}
    panel.shots.actions_by_name["undo"].trigger()
    settle(qtbot, panel)
    assert panel.summary.confirm.text() == "Confirm prices (1)"
    qtbot.mouseClick(panel.summary.confirm, Qt.MouseButton.LeftButton)
    settle(qtbot, panel)
    assert panel.summary.confirm.isHidden()
    assert panel.document.plan.confirmed == {STALE: "2026-11-22"}


def test_details_edit_the_chosen_shots_together(qtbot: Any, panel: VideoBudgetPanel) -> None:
    panel.shots.table.selectAll()
    field = panel.shots.details.fields["review_per_hour"]
    field.setText("60")  # type: ignore[union-attr]
    field.editingFinished.emit()  # type: ignore[union-attr]
    assert {shot.review_per_hour for shot in panel.document.plan.shots} == {Decimal(60)}


def test_price_and_rate_are_typed_once_for_many_shots(qtbot: Any, panel: VideoBudgetPanel) -> None:
    details = panel.shots.details
    panel.shots.table.selectAll()
    # The example's shots differ: the field says so instead of showing one of them.
    assert details.fields["price"].placeholderText() == "various"  # type: ignore[union-attr]
    for name, text in (("price", "0.25/s"), ("usable_rate", "3/12"), ("review_seconds", "20")):
        field = details.fields[name]
        field.setText(text)  # type: ignore[union-attr]
        field.editingFinished.emit()  # type: ignore[union-attr]
    shots = panel.document.plan.shots
    assert {shot.price for shot in shots} == {PerSecond(Decimal("0.25"))}
    assert {shot.pilot for shot in shots} == {LearntRate(3, 12)}
    assert {shot.review_seconds for shot in shots} == {Decimal(20)}
    panel.document.undo_stack.undo()
    panel.document.undo_stack.undo()
    panel.document.undo_stack.undo()
    assert panel.document.plan.shots[5].tier == "L3"


def test_a_wrong_price_for_many_shots_changes_none(panel: VideoBudgetPanel, context: Any) -> None:
    before = panel.document.plan
    panel.shots.table.selectAll()
    field = panel.shots.details.fields["price"]
    field.setText("cheap")  # type: ignore[union-attr]
    field.editingFinished.emit()  # type: ignore[union-attr]
    assert panel.document.plan is before
    assert context.notices[-1].level is Level.WARNING
    assert field.text() == ""  # type: ignore[union-attr]


def test_usable_rates_are_learnt_from_a_log(
    panel: VideoBudgetPanel, tmp_path: Path, context: Any
) -> None:
    log = tmp_path / "takes.csv"
    log.write_text("shot,kept\nHarbour at dawn,yes\nHarbour at dawn,no\nother,no\n")
    panel.shots.table.selectRow(0)
    panel.shots.details.learn_from(log)
    assert panel.document.plan.shots[0].pilot == LearntRate(1, 2)
    assert "1 of 3" in context.notices[-1].text


def test_a_dropped_cut_becomes_the_shot_list(
    qtbot: Any, panel: VideoBudgetPanel, tmp_path: Path
) -> None:
    otio = pytest.importorskip("opentimelineio", reason="the extra [timeline] is not installed")
    track = otio.schema.Track("v")
    for name, seconds in (("harbour", 8), ("dragon", 5)):
        span = otio.opentime.TimeRange(
            otio.opentime.RationalTime(0, 24), otio.opentime.RationalTime(seconds * 24, 24)
        )
        track.append(otio.schema.Clip(name, source_range=span))
    timeline = otio.schema.Timeline("cut")
    timeline.tracks.append(track)
    path = tmp_path / "cut.otio"
    otio.adapters.write_to_file(timeline, str(path))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    panel.dropEvent(
        QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
                   Qt.KeyboardModifier.NoModifier)
    )  # fmt: skip
    qtbot.waitUntil(lambda: len(panel.document.plan.shots) == 2, timeout=10_000)
    settle(qtbot, panel)
    assert [shot.name for shot in panel.document.plan.shots] == ["harbour", "dragon"]
    # What was assumed is said, and one entry changes it for the whole cut.
    assert "$0.15/s, usable rate 20%" in panel.import_bar.assumption.text()
    assert panel.shots.details.rows == [0, 1]
    assert panel.shots.details.fields["usable_rate"].text() == "20%"  # type: ignore[union-attr]
    assert panel.document.estimate is not None
    assert len(panel.document.estimate.priced) == 2
    # The example gave way; from now on a cut asks whether it is added or replaces.
    panel.open_files([path])
    bar = panel.import_bar
    qtbot.waitUntil(bar.add.isEnabled, timeout=10_000)
    assert "13.00 s" in bar.count.itemText(0)
    qtbot.mouseClick(bar.add, Qt.MouseButton.LeftButton)
    assert len(panel.document.plan.shots) == 4


def test_an_edl_waits_for_its_frame_rate(
    qtbot: Any, panel: VideoBudgetPanel, tmp_path: Path
) -> None:
    pytest.importorskip("opentimelineio", reason="the extra [timeline] is not installed")
    path = tmp_path / "cut.edl"
    path.write_text("TITLE: cut\n001  AX V C 01:00:00:00 01:00:02:00 01:00:00:00 01:00:02:00\n")
    panel.open_files([path])
    bar = panel.import_bar
    assert bar.isVisible()
    assert "does not say its frame rate" in bar.text.text()
    assert not bar.replace.isEnabled()
    bar.rate.setEditText("25")
    qtbot.keyClick(bar.rate.lineEdit(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(panel.document.plan.shots) == 1, timeout=10_000)
    assert panel.document.plan.shots[0].seconds == 2


def test_a_broken_timeline_is_told_in_the_bar(
    qtbot: Any, panel: VideoBudgetPanel, tmp_path: Path
) -> None:
    path = tmp_path / "broken.fcpxml"
    path.write_text("<fcpxml")
    panel.open_files([path])
    qtbot.waitUntil(lambda: "cannot be read" in panel.import_bar.text.text(), timeout=10_000)
    assert len(panel.document.plan.shots) == 7


def test_a_table_file_is_added(qtbot: Any, panel: VideoBudgetPanel, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("shot,seconds,tier\ncrowd,5,L7\nbad,x,L1\n")
    panel.open_files([path])
    qtbot.waitUntil(lambda: panel.document.plan.shots[0].name == "crowd", timeout=5000)


def test_saved_plans_read_back_and_survive_a_crash(
    qtbot: Any, panel: VideoBudgetPanel, tmp_path: Path, context: Any
) -> None:
    type_into(panel, 0, Column.NAME, "Sea")
    path = tmp_path / "mine.budget.toml"
    assert panel.document.save(path)
    assert read_plan(path)[0] == panel.document.plan
    assert not panel.document.save(tmp_path / "no" / "such" / "folder.budget.toml")
    assert "could not be saved" in context.notices[-1].text
    type_into(panel, 0, Column.NAME, "Unsaved sea")
    text = panel.document._autosave
    text.touch()
    qtbot.waitUntil(lambda: "Unsaved sea" in (text.restore() or ""), timeout=8000)
    second = VideoBudgetPanel(context)
    qtbot.addWidget(second)
    settle(qtbot, second)
    assert second.document.plan.shots[0].name == "Unsaved sea"
    second.close()


def test_the_price_book_prices_the_chosen_shots(qtbot: Any, panel: VideoBudgetPanel) -> None:
    panel.shots.table.selectRow(1)
    page = panel.show_page("prices")
    page.search.setText("hailuo")
    assert page.sorted.rowCount() == 3
    page.table.selectRow(0)
    qtbot.mouseClick(page.use, Qt.MouseButton.LeftButton)
    assert str(panel.document.plan.shots[1].price).startswith("minimax")
    page.confirm.click()
    settle(qtbot, panel)
    assert panel.document.estimate is not None
    assert len(panel.document.estimate.priced) == 7
    page.add_own("house rate", "0.05")
    assert panel.document.plan.prices[0].id == "house rate"
    assert page.sorted.rowCount() == 1


def test_tiers_are_chosen_by_click_and_key(qtbot: Any, panel: VideoBudgetPanel) -> None:
    panel.shots.table.selectRow(0)
    page = panel.show_page("tiers")
    page.chart.choose("L5")
    qtbot.keyClick(page.chart, Qt.Key.Key_Down)
    assert page.chart.tier == "L6"
    assert "medium" in page.text.text()
    assert "published figures are lower" in page.text.text()
    page.use.click()
    assert panel.document.plan.shots[0].tier == "L6"


def test_time_names_the_bottleneck(qtbot: Any, panel: VideoBudgetPanel) -> None:
    page = panel.show_page("time")
    assert "Looking" in page.stages.text()
    page.reviewers.setValue(40)
    settle(qtbot, panel)
    bottleneck = next(x for x in page.stages.text().split("\n") if "bottleneck" in x)
    assert bottleneck.startswith("Generating")
    assert panel.document.plan.schedule.reviewers == 40


def test_break_even_with_people(panel: VideoBudgetPanel) -> None:
    page = panel.show_page("breakeven")
    assert page.table.rowCount() == 8
    page.people.setValue(3500)
    assert page.table.item(0, 1).text() == "never"
    assert page.table.item(6, 2).text() == "no end known"


def test_two_stages_take_what_other_panels_measure(panel: VideoBudgetPanel, context: Any) -> None:
    page = panel.show_page("two_stages")
    assert page.results["full"].text() == "$90.00"
    assert page.results["draft"].text() == "$30.00"
    assert page.results["total"].text() == "unknown"
    page.take_services()
    assert "no figure" in page.found.text()
    context.services.provide("upscaler.speed", lambda: 2.0)
    context.services.provide("power.joules_per_frame", lambda: (25.0, 3.0))
    page.take_services()
    assert page.results["time"].text() == "2.0 min"
    assert page.results["total"].text() == "$30.00"
    assert page.results["power"].text() == "$0.0030"


def test_a_number_is_explained_and_checked(qtbot: Any, panel: VideoBudgetPanel) -> None:
    page = panel.show_page("explain")
    qtbot.waitUntil(lambda: page.tree.topLevelItemCount() == 1, timeout=5000)
    page.open_shot("Dragon")
    assert page.tree.currentItem().text(0) == "4 · Dragon over the castle"
    assert page.tree.currentItem().childCount() > 3
    page.check.click()
    qtbot.waitUntil(lambda: "20000 simulated films" in page.checked.text(), timeout=20_000)


def test_the_plan_holds_currency_people_and_pilots(
    qtbot: Any, panel: VideoBudgetPanel, tmp_path: Path, context: Any
) -> None:
    open_text(qtbot, panel, tmp_path, CLIP + '[[shot]]\nname = "t"\nseconds = 60\ntier = "L2"\n')
    page = panel.show_page("plan")
    page.currency.setCurrentText("CNY")
    page.currency.textActivated.emit("CNY")
    settle(qtbot, panel)
    assert panel.document.estimate is not None
    assert "Type the rate of USD" in panel.document.estimate.warnings[0]
    page.rate.setText("7.1")
    page.rate.editingFinished.emit()
    settle(qtbot, panel)
    assert panel.document.estimate.warnings == ()
    assert panel.document.plan.rates[0].date == "2026-11-22"
    page.fixed.add_row()
    page.fixed.table.setItem(0, 1, QTableWidgetItem("1000"))
    settle(qtbot, panel)
    assert panel.document.plan.fixed[0].cost == 1000
    assert panel.summary.quantiles[0.5].text().startswith("¥")
    page.pilots.show_rows([("people", "3", "14")])
    page.pilots.table.item(0, 1).setText("4")
    assert panel.document.plan.pilots == {"people": LearntRate(4, 14)}
    page.pilots.table.item(0, 1).setText("40")
    assert "cannot have been kept" in context.notices[-1].text
    page.fixed.table.setCurrentCell(0, 0)
    page.fixed.remove_row()
    assert panel.document.plan.fixed == ()


def test_versions_stand_side_by_side(qtbot: Any, panel: VideoBudgetPanel, tmp_path: Path) -> None:
    page = panel.show_page("versions")
    settle(qtbot, panel)
    assert page.table.columnCount() == 3
    page.rate.setValue(200)
    page.add_scenario()
    settle(qtbot, panel)
    assert page.table.columnCount() == 4
    page.keep_version()
    settle(qtbot, panel)
    assert page.table.horizontalHeaderItem(4).text() == "Kept 2026-11-22"
    other = tmp_path / "other.budget.toml"
    other.write_text(CLIP)
    page.compare_with(other)
    qtbot.waitUntil(lambda: page.table.columnCount() == 6, timeout=10_000)
    assert page.table.item(0, 5).text() == "$13.20"
    page.table.setCurrentCell(0, 5)
    page.remove_column()
    assert page.table.columnCount() == 5


def test_actuals_are_typed_and_scored(qtbot: Any, panel: VideoBudgetPanel, context: Any) -> None:
    panel.show_page("versions").keep_version()
    settle(qtbot, panel)
    page = panel.show_page("actuals")
    page.table.item(0, 3).setText("4.20")
    settle(qtbot, panel)
    assert panel.document.plan.actuals[0].cost == Decimal("4.20")
    assert "Forecasts scored: 1" in page.summary.text()
    page.table.item(1, 3).setText("lots")
    assert "not a number" in context.notices[-1].text


def test_confidence_and_correlation_change_the_budget(qtbot: Any, panel: VideoBudgetPanel) -> None:
    before = panel.summary.budget.text()
    panel.summary.confidence.setValue(50)
    settle(qtbot, panel)
    assert panel.summary.budget.text() == panel.summary.quantiles[0.5].text() != before
    panel.summary.correlation.setValue(40)
    settle(qtbot, panel)
    assert panel.document.estimate is not None
    assert panel.document.estimate.method == "simulated"


def test_a_plan_with_a_bad_shot_opens_and_says_so(
    qtbot: Any, panel: VideoBudgetPanel, tmp_path: Path, context: Any
) -> None:
    open_text(qtbot, panel, tmp_path, CLIP + CLIP.replace("0.2", "0"))
    assert len(panel.document.plan.shots) == 1
    assert "at most 1: 0" in context.notices[-1].detail


def test_details_give_way_where_there_is_no_room(qtbot: Any, panel: VideoBudgetPanel) -> None:
    assert panel.shots.details.isVisible()
    panel.resize(1100, 600)
    assert not panel.shots.details.isVisible()
    table = panel.shots.table
    share_ends = table.columnViewportPosition(Column.SHARE) + table.columnWidth(Column.SHARE)
    qtbot.waitUntil(lambda: share_ends <= table.viewport().width(), timeout=5000)
    panel.shots.show_details.click()
    assert panel.shots.details.isVisible()


def test_exports_hold_what_is_shown(panel: VideoBudgetPanel, context: Any, tmp_path: Path) -> None:
    assert hooks.has_estimate(context)
    for name in ("xlsx", "csv", "markdown", "pdf"):
        getattr(hooks, f"export_{name}")(context, tmp_path / f"film.{name}")
    budget = panel.summary.budget.text()
    assert budget in (tmp_path / "film.markdown").read_text("utf-8")
    assert (tmp_path / "film.pdf").read_bytes().startswith(b"%PDF")
    assert "Dragon over the castle" in (tmp_path / "film.csv").read_text("utf-8-sig")


def test_files_are_told_apart(tmp_path: Path) -> None:
    assert hooks.sniff_table(tmp_path / "a.csv", b"shot,seconds\na,8\n")
    assert not hooks.sniff_table(tmp_path / "a.csv", b"time,watts\n0,8\n")
    assert hooks.sniff_xml(tmp_path / "a.xml", b"<!DOCTYPE xmeml>")


@pytest.mark.parametrize("width", [1280, 480])
def test_every_page_paints_in_both_themes(
    qtbot: Any, panel: VideoBudgetPanel, context: Any, width: int
) -> None:
    panel.resize(width, 640)
    for dark in (False, True):
        context.use_theme(dark)
        for name in panel.page_numbers:
            panel.show_page(name)
            assert not panel.grab().isNull()


def test_an_empty_plan_shows_no_figures(qtbot: Any, panel: VideoBudgetPanel) -> None:
    panel.new_plan()
    settle(qtbot, panel)
    assert panel.summary.budget.text() == "–"
    for name in panel.page_numbers:
        panel.show_page(name)
    panel.grab()
    panel.show_page("shots")
    panel.shots.actions_by_name["add"].trigger()
    settle(qtbot, panel)
    assert panel.summary.budget.text() == "$13.20"


def test_an_edit_paints_its_row_and_the_shares_alone(
    qtbot: Any, panel: VideoBudgetPanel, tmp_path: Path
) -> None:
    open_text(qtbot, panel, tmp_path, "".join(CLIP.replace("opening", f"s{n}") for n in range(300)))
    model = panel.shots.table.shots
    told: list[tuple[int, int, int, int]] = []
    model.dataChanged.connect(
        lambda a, b, _roles: told.append((a.row(), b.row(), a.column(), b.column()))
    )
    assert type_into(panel, 3, Column.SECONDS, "5")
    settle(qtbot, panel)
    assert {(first, last) for first, last, left, right in told if left != right} == {(3, 3)}
    assert (0, 299, Column.SHARE, Column.SHARE) in told
    assert cell(panel, 3, Column.MEAN) == "$3.75"


def test_any_price_can_be_edited_where_it_stands(
    qtbot: Any, panel: VideoBudgetPanel, tmp_path: Path
) -> None:
    open_text(qtbot, panel, tmp_path, CLIP)
    assert type_into(panel, 0, Column.PRICE, "0.10 + 0.05/s")
    settle(qtbot, panel)
    index = panel.shots.table.shots.index(0, Column.PRICE)
    assert index.data() == "$0.10 + $0.05/s"
    assert index.data(Qt.ItemDataRole.EditRole) == "0.10+0.05/s"
    assert panel.summary.budget.text() == "$5.50"
    # Leaving the cell as it was is no edit.
    assert not type_into(panel, 0, Column.PRICE, "0.10+0.05/s")


def test_the_history_stresses_the_chosen_model(panel: VideoBudgetPanel) -> None:
    page = panel.show_page("prices")
    assert isinstance(page, PricePage)
    rows = shipped_book().rows
    for row, line in (
        ("google-veo-3.1-generate-001-720p-on", "veo-3.1-generate 1080p"),
        ("google-veo-3.1-fast-generate-001-720p-on", "veo-3.1-fast-generate 1080p"),
        ("google-veo-3.1-lite-generate-001-720p-on", "veo-3.1-lite 1080p"),
        ("openai-sora-2-720p-on", "sora-2 720p"),
    ):
        page.history.show_model(rows[row])
        assert page.history.accessibleDescription() == line


def test_names_beside_a_chart_never_overlap() -> None:
    assert spread([10, 12, 50], 8, 0, 100) == [10, 18, 50]
    assert spread([95, 96, 97], 8, 0, 100) == [76, 84, 92]
    crowded = spread([1.0] * 20, 8, 0, 100)
    assert crowded == sorted(crowded)
    assert crowded[0] >= 0
    assert crowded[-1] <= 100
    assert spread([], 8, 0, 100) == []


def test_pieces_of_one_clip_become_shots_of_their_own_name() -> None:
    event = Event("harbour", 1, Fraction(0), Fraction(2))
    reading = TimelineReading(
        "cut", Fraction(24), "flattened", (event, event), Fraction(4), Fraction(4), Fraction(4),
        (Fraction(4),), (),
    )  # fmt: skip
    assert [shot.name for shot in shots_of(reading)] == ["harbour", "harbour (2)"]


def test_a_film_without_a_price_costs_no_zero(
    qtbot: Any, panel: VideoBudgetPanel, context: Any, tmp_path: Path
) -> None:
    text = f'[[shot]]\nname = "b"\nseconds = 8\nusable_rate = 1\nprice = "{STALE}"\n'
    open_text(qtbot, panel, tmp_path, text)
    summary = panel.summary
    assert {label.text() for label in (summary.budget, *summary.quantiles.values())} == {"–"}
    assert "No shot is in the totals" in summary.detail.text()
    assert not hooks.has_estimate(context)
    assert panel.document.estimate is not None
    assert explain(panel.document.estimate).value == "–"
    qtbot.mouseClick(summary.confirm, Qt.MouseButton.LeftButton)
    settle(qtbot, panel)
    assert summary.budget.text() == "$0.80"
    assert hooks.has_estimate(context)
