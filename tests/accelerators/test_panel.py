"""The panel as its user sees it."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QComboBox, QLineEdit

from pixelwatt_accelerators.core.document import Comparison, dumps
from pixelwatt_accelerators.views.panel import create

# The offscreen platform says so of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)
SECTIONS = (
    "table", "roofline", "workload", "money", "certainty", "decision", "topology", "parallel",
)  # fmt: skip


def texts(model):
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


# -- Opening ---------------------------------------------------------------------------------


def test_it_opens_on_tpu_v7_against_b200_beside_the_essay(panel):
    model = panel.section.model
    lines = {line[0]: line[1:] for line in texts(model)}
    assert [a.id for a in model.accelerators] == ["tpu_v7", "b200_sxm"]
    assert lines["Memory (GB)"][:3] == ["206.2", "193.3", "TPU v7, by 6.67 %"]
    assert lines["Memory (GB)"][3] == "192 GB | 192 GB → tie"
    assert lines["FP4 (TFLOP/s)"] == [
        "undisclosed", "9,000", "undecidable: not known: TPU v7", "no such row",
    ]  # fmt: skip
    assert lines["Thermal design power (W)"][2] == "undecidable: the intervals overlap"


def test_the_verdict_says_who_leads_how_surely_and_what_flips_it(panel):
    text = panel.verdict.text.text()
    assert text.startswith("TPU v7 leads B200 SXM by 41.4 %: $0.557 against $0.950.")
    assert "Flips above $3.41/h: Price of a chip-hour (TPU v7)." in text


def test_an_open_verdict_names_the_figures_that_decide_it(panel, qtbot):
    panel.store.change(chips=("b200_sxm", "tpu_8t", "trainium3"))
    panel.verdict.judge()
    assert panel.verdict.text.text() == (
        "Undecidable: not known for TPU 8t (Peak rate, Memory bandwidth, price “Rent, three years "
        "committed”), Trainium3 (price “Rent, three years committed”)."
    )
    panel.store.change(chips=("b200_sxm", "h200_sxm", "rtx5090"))
    panel.store.change_use(model="deepseek_v3")
    panel.verdict.judge()
    assert panel.verdict.text.text().endswith("GeForce RTX 5090 (does not fit).")


def test_it_takes_up_the_last_comparison(qtbot, context):
    autosave = context.storage.data / "autosave" / "comparison.toml"
    autosave.parent.mkdir(parents=True)
    autosave.write_text(dumps(Comparison(chips=("h100_sxm", "mi300x"))), "utf-8")
    panel = create(context)
    qtbot.addWidget(panel)
    assert [a.id for a in panel.store.chosen] == ["h100_sxm", "mi300x"]


def test_a_broken_last_comparison_is_told_and_left(qtbot, context):
    autosave = context.storage.data / "autosave" / "comparison.toml"
    autosave.parent.mkdir(parents=True)
    autosave.write_text("chips = 3", "utf-8")
    panel = create(context)
    qtbot.addWidget(panel)
    assert panel.store.comparison == Comparison()
    assert "could not be taken up" in context.notices[0].text


def test_changes_are_saved_by_themselves(panel, context, qtbot):
    panel.store.change_use(batch=64.0)
    path = context.storage.data / "autosave" / "comparison.toml"
    qtbot.waitUntil(path.exists, timeout=8000)
    qtbot.waitUntil(lambda: "batch = 64.0" in path.read_text("utf-8"), timeout=2000)


# -- Sections --------------------------------------------------------------------------------


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_shows_itself_and_survives_what_can_be_chosen(panel, qtbot, section):
    shown = panel.show_section(section)
    qtbot.waitUntil(shown.isVisible)
    store = panel.store
    store.change(chips=("tpu_8t", "tpu_8i"))  # hardly a figure known
    store.change(chips=("m4_max", "gb200_nvl72", "vr200_nvl72", "v100_sxm2_32"))
    store.change_use(precision="fp4", model="deepseek_v3", batch=512.0, context=131072.0)
    store.change_money(basis="computed")
    store.change(chips=tuple(a.id for a in store.everything))
    for metric in ("joules_per_token", "training_usd"):
        store.change(metric=metric)
    qtbot.wait(150)  # what is drawn when the sliders rest
    assert not shown.grab().isNull()


@pytest.mark.parametrize("section", SECTIONS)
def test_every_control_has_a_name(panel, section):
    shown = panel.show_section(section)
    for kind in (QAbstractButton, QAbstractSlider, QComboBox, QLineEdit):
        for control in shown.findChildren(kind):
            if control.isVisibleTo(shown) and not control.objectName().startswith("qt_"):
                inside_other = isinstance(control.parent(), QComboBox | QLineEdit)
                scroll = control.metaObject().className() == "QScrollBar"
                corner = control.metaObject().className() == "QTableCornerButton"
                named = control.accessibleName() or getattr(control, "text", str)()
                assert named or inside_other or scroll or corner, control


def test_a_hidden_section_draws_what_changed_once_it_is_shown(panel):
    workload = panel.show_section("workload")
    panel.show_section("table")
    panel.store.change_use(batch=1.0)
    panel.show_section("workload")
    step = 70.6e9 + 8192 * 163840  # weights and one sequence's cache, in bytes
    assert float(workload.table.item(3, 1).text()) == pytest.approx(7.38e12 * 0.8 / step, rel=1e-2)


# -- The table -------------------------------------------------------------------------------


def row_of(panel, row_id):
    return next(row for row in panel.section.model.rows if row.id == row_id)


def test_the_names_of_the_rows_stay_while_many_columns_scroll(panel, qtbot):
    table = panel.section
    panel.store.change(chips=tuple(a.id for a in panel.store.everything))
    assert not table.titles.isVisible()
    bar = table.view.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    assert table.titles.isVisible()
    assert table.titles.columnWidth(0) == table.view.columnWidth(0)
    table.view.verticalScrollBar().setValue(3)
    assert table.titles.verticalScrollBar().value() == 3
    assert [table.titles.isColumnHidden(column) for column in (0, 1, 5)] == [False, True, True]
    bar.setValue(0)
    assert not table.titles.isVisible()


def test_units_and_directions_toggle_and_come_back(panel, qtbot):
    table = panel.section
    before = texts(table.model)
    table.memory_unit.setCurrentIndex(1)
    table.memory_unit.activated.emit(1)
    assert texts(table.model)[2][:3] == ["Memory (GiB)", "192", "180"]
    table.link.activated.emit(1)
    assert row_of(panel, "link_uni").cells[0].value == 600e9
    table.memory_unit.activated.emit(0)
    table.link.activated.emit(0)
    assert texts(table.model) == before


def test_rows_are_filtered_by_words(panel, qtbot):
    qtbot.keyClicks(panel.section.filter, "link pair")
    assert [row.id for row in panel.section.model.rows] == ["link_pair"]


def test_rows_are_hidden_and_brought_back(panel):
    table = panel.section
    from PySide6.QtWidgets import QMenu

    menu = QMenu(table)
    hide, _ = table.row_actions(row_of(panel, "process"), menu)
    hide.trigger()
    assert "process" not in [row.id for row in table.model.rows]
    assert table.hidden.text() == "1 hidden"
    table.hidden.menu().actions()[0].trigger()
    assert "process" in [row.id for row in table.model.rows]


def test_accelerators_are_ordered_by_a_row_unknown_last(panel):
    panel.store.change(chips=("tpu_v7", "b200_sxm", "b300_sxm"))
    panel.section.order_by(row_of(panel, "fp4"))
    assert panel.store.comparison.chips == ("b300_sxm", "b200_sxm", "tpu_v7")


def test_a_pinned_accelerator_is_the_reference_of_the_others(panel):
    from pixelwatt_accelerators.views.table_model import DELTA_ROLE

    panel.store.change_show(pinned="b200_sxm")
    model = panel.section.model
    memory = [row.id for row in model.rows].index("memory")
    assert model.index(memory, 1).data(DELTA_ROLE) == "+6.7 %"
    assert model.index(memory, 2).data(DELTA_ROLE) == ""


def test_a_cell_tells_where_it_comes_from(panel):
    table = panel.section
    row = [r.id for r in table.model.rows].index("tdp")
    table.view.setCurrentIndex(table.model.index(row, 1))
    text = table.source.text()
    for part in ("Epoch AI", "2026-04", "estimated", "600 to 1,040 W", "by its sources"):
        assert part in text
    tip = table.model.index(row, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert "https://epoch.ai" in tip


def test_the_essays_column_is_only_beside_the_essays_pair(panel):
    assert panel.section.model.columnCount() == 5
    panel.store.change(chips=("tpu_v7", "b200_sxm", "h100_sxm"))
    assert panel.section.model.columnCount() == 5  # one more accelerator, no essay
    headers = [panel.section.model.headerData(c, Qt.Orientation.Horizontal) for c in range(5)]
    assert headers[-1] == "Winner"


# -- Choosing accelerators -------------------------------------------------------------------


def test_accelerators_are_chosen_from_a_list(panel, qtbot):
    from pixelwatt_accelerators.views.chooser import Chooser

    dialog = Chooser(panel.store, panel)
    qtbot.addWidget(dialog)
    qtbot.keyClicks(dialog.filter, "h200")
    shown = [i for i in range(dialog.list.count()) if not dialog.list.item(i).isHidden()]
    assert len(shown) == 1
    dialog.list.item(shown[0]).setCheckState(Qt.CheckState.Checked)
    dialog.accept()
    assert panel.store.comparison.chips == ("tpu_v7", "b200_sxm", "h200_sxm")
    assert [button.text() for button in panel.chips.buttons] == [
        "TPU v7  ×", "B200 SXM  ×", "H200 SXM 141GB  ×",
    ]  # fmt: skip
    panel.chips.buttons[2].click()
    assert panel.store.comparison.chips == ("tpu_v7", "b200_sxm")


def test_fewer_than_two_cannot_be_compared(panel, qtbot):
    from pixelwatt_accelerators.views.chooser import Chooser

    dialog = Chooser(panel.store, panel)
    qtbot.addWidget(dialog)
    dialog._check_shown(False)
    assert not dialog.ok.isEnabled()


# -- Roofline, workload, money ---------------------------------------------------------------


def test_the_dots_of_the_roofline_follow_the_sliders(panel):
    roofline = panel.show_section("roofline")
    before = roofline.intensities()
    assert before["attention"] == 16  # 64 / 8 query heads a key-value head, 8-bit cache
    panel.store.change_use(batch=64.0)
    after = roofline.intensities()
    assert after["decode"] > before["decode"]
    assert after["attention"] == before["attention"]
    attention, decode, prefill = roofline.dots[0].spots
    assert 10 ** decode[0] == pytest.approx(after["decode"])
    assert attention[0] < decode[0] < prefill[0]


def test_an_unknown_rate_draws_no_roof(panel):
    roofline = panel.show_section("roofline")
    panel.store.change_use(precision="fp4")
    assert roofline.roofs[0].getOriginalDataset() == (None, None)
    assert roofline.roofs[1].getOriginalDataset()[1].max() == 9000


def test_a_slider_changes_the_comparison_and_shows_its_value(panel):
    from pixelwatt_accelerators.views.use_controls import UseControls

    workload = panel.show_section("workload")
    batch = workload.findChild(UseControls).sliders["batch"]
    batch.slider.setValue(1000)
    assert panel.store.comparison.use.batch == 512
    assert batch.slider.accessibleDescription() == "512 sequences"


def test_a_wanted_rate_asks_for_the_batch_that_still_gives_it(panel):
    workload = panel.show_section("workload")
    titles = [workload.table.item(row, 0).text() for row in range(workload.table.rowCount())]
    assert "Largest batch that fits" in titles
    assert not workload.wanted.isVisible()
    panel.store.change_use(wanted_per_user_s=50.0)
    lines = {
        workload.table.item(row, 0).text(): workload.table.item(row, 1).text()
        for row in range(workload.table.rowCount())
    }
    assert workload.wanted.isVisible()
    assert 32 < int(lines["Largest batch at 50 tokens/s"]) < 64
    panel.store.change_use(wanted_per_user_s=200.0)
    assert workload.table.item(6, 1).text() == "too slow even for one"


def test_what_is_occupied_is_said_with_the_cache_of_a_token(panel):
    workload = panel.show_section("workload")
    # Llama 3.1 70B: 70.6e9 bytes in FP8, 2 x 80 x 8 x 128 bytes of cache a token.
    assert workload.occupied.text().startswith("70.6 GB of weights and 42.95 GB of cache: 163.8 kB")


def test_the_view_of_the_frontier_stays_until_the_data_leave_it(panel):
    workload = panel.show_section("workload")
    view = workload.plot.getPlotItem().getViewBox()
    before = view.viewRange()
    panel.store.change_use(batch=33.0)
    assert view.viewRange() == before
    panel.store.change_use(context=65536.0)
    assert view.viewRange() != before
    view.setRange(xRange=(1, 2), yRange=(3, 4))
    view.sigRangeChangedManually.emit([True, True])
    chosen = view.viewRange()
    panel.store.change_use(context=1024.0)
    assert view.viewRange() == chosen  # the user's own view
    workload.plot.getPlotItem().enableAutoRange()  # "Show everything"
    panel.store.change_use(context=2048.0)
    assert view.viewRange() != chosen


@pytest.mark.parametrize(
    ("low", "high", "most", "texts"),
    [
        (30, 95, 20, ["30", "40", "50", "60", "70", "80", "90"]),
        (18, 1100, 7, ["20", "50", "100", "200", "500", "1,000"]),
        (30, 4000, 3, ["100", "1,000"]),
    ],
)
def test_logarithmic_axes_carry_as_many_round_numbers_as_fit(low, high, most, texts):
    from pixelwatt_accelerators.views.plots import log_ticks

    ticks = log_ticks(math.log10(low), math.log10(high), most)
    assert [text for _, text in ticks] == texts
    assert [10**at for at, _ in ticks] == pytest.approx([float(t.replace(",", "")) for t in texts])


def test_the_button_to_choose_stands_behind_the_chosen(panel, qtbot):
    panel.store.change(chips=("tpu_v7", "b200_sxm", "h100_sxm", "mi300x"))
    last = panel.chips.buttons[-1]
    qtbot.waitUntil(lambda: last.isVisible() and last.geometry().width() > 40)
    qtbot.waitUntil(lambda: panel.chips.choose.x() >= last.geometry().right())


def test_one_name_stands_for_thin_roofs_that_lie_on_each_other(panel):
    roofline = panel.show_section("roofline")
    shown = [key for key, label in roofline._rate_names.items() if label.isVisible()]
    # TPU v7's and the B200's BF16 are 2.5 % apart.
    assert sorted(rate for _, rate in shown) == ["bf16", "fp4"]


def test_what_does_not_fit_is_said(panel):
    workload = panel.show_section("workload")
    panel.store.change(chips=("b200_sxm", "rtx5090"))
    panel.store.change_use(model="deepseek_v3", precision="fp8")
    assert workload.table.item(0, 1).text() == "×4, 88 % full"
    assert workload.table.item(0, 2).text() == "does not fit"
    assert workload.table.item(1, 2).text() == "unknown"


def test_terms_of_ownership_show_only_where_they_count(panel):
    money = panel.show_section("money")
    assert not money.controls.terms["pue"].isVisible()
    panel.store.change_money(basis="computed")
    assert money.controls.terms["pue"].isVisible()


def test_a_price_says_who_asked_it_and_when(panel):
    money = panel.show_section("money")
    panel.store.change(chips=("tpu_v7", "trainium3"))
    assert money.table.item(1, 1).text() == "GCP 3-year commit, 2026-09-08"
    assert "InferenceX" in money.table.item(1, 1).toolTip()
    assert money.table.item(1, 2).text() == "unknown"
    panel.store.change_money(basis="computed")
    panel.store.change(chips=("gb200_nvl72", "tpu_v7"))
    assert "3,300,000 USD / 72" in money.table.item(1, 1).toolTip()
    assert money.table.item(1, 2).text() == "your figure"


def test_bars_are_ranked_and_unknown_ones_come_last(panel):
    money = panel.show_section("money")
    panel.store.change(chips=("tpu_8t", "b200_sxm"))
    items = money.chart._items
    known = [item.value for item in items if item.value == item.value]
    assert known == sorted(known)
    assert items[-1].name == "TPU 8t"
    assert items[-1].text == "unknown"


# -- How sure, decide, topology, parallel ----------------------------------------------------


def test_the_probability_and_the_tornado_are_of_the_chosen_pair(panel, qtbot):
    sure = panel.show_section("certainty")
    panel.store.change(metric="joules_per_token")
    qtbot.waitUntil(lambda: "Energy of a token" in sure.probability.text(), timeout=3000)
    assert sure.tornado._bars[0].input_id == "tdp"
    assert "flips at 9" in sure.tornado._flip_text(sure.tornado._bars[0])


def test_swapping_the_pair_turns_the_sentence(panel, qtbot):
    sure = panel.show_section("certainty")
    qtbot.waitUntil(lambda: "of TPU v7 is lower" in sure.probability.text(), timeout=3000)
    sure.first.activated.emit(1)
    qtbot.waitUntil(lambda: "of B200 SXM is lower" in sure.probability.text(), timeout=3000)


def test_the_essays_guide_is_answered_and_weighed(panel, qtbot):
    decide = panel.show_section("decision")
    from pixelwatt_accelerators.core.decision import ESSAY_PRESETS

    decide.take(ESSAY_PRESETS[1])
    assert decide.choices["cuda"].currentData() == "yes"
    assert "guide names NVIDIA here too" in decide.recommendation.text()
    groups = [decide.result.topLevelItem(i) for i in range(decide.result.topLevelItemCount())]
    gone = {g.child(i).text(0): g.child(i).text(2) for g in groups for i in range(g.childCount())}
    assert gone["TPU v7"].startswith("runs no CUDA — Do you depend on CUDA")


def test_no_answer_left_is_said(panel):
    decide = panel.show_section("decision")
    panel.store.change(answers={"place": "gcp", "cap": "2USD", "cuda": "yes", "precision": "fp4"})
    assert "No accelerator" in decide.recommendation.text()


def test_the_topology_tells_pair_from_aggregate(panel):
    topology = panel.show_section("topology")
    kinds = {sketch.accelerator.id: sketch.kind for sketch in topology.sketches}
    assert kinds == {"tpu_v7": "torus", "b200_sxm": "switch"}
    assert "a pair sees 16.7 % of the aggregate" in topology.sketches[0].accessibleDescription()


def test_sketches_grow_with_the_panel_and_wrap_where_there_are_many(panel, qtbot):
    topology = panel.show_section("topology")
    first, second = topology.sketches
    panel.resize(1500, 900)
    qtbot.waitUntil(lambda: first.width() == 620)
    assert second.y() == first.y()
    panel.store.change(chips=tuple(a.id for a in panel.store.everything))
    qtbot.waitUntil(lambda: topology.sketches[-1].y() > topology.sketches[0].y())
    assert topology.sketches[0].width() >= 300


def test_a_brush_keeps_what_lies_in_it(panel, qtbot):
    parallel = panel.show_section("parallel")
    chart = parallel.chart
    axes = {axis.id: index for index, axis in enumerate(parallel.axes())}
    x = round(chart._x(axes["fp4"]))
    top, bottom = round(chart._y(1.0)), round(chart._y(0.0))
    qtbot.mousePress(chart, Qt.MouseButton.LeftButton, pos=QPoint(x, top))
    qtbot.mouseMove(chart, QPoint(x, (top + bottom) // 2))
    qtbot.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=QPoint(x, (top + bottom) // 2))
    kept = [panel.store.everything[i].id for i in chart.kept()]
    assert "vr200_nvl72" in kept
    assert "tpu_v7" not in kept  # its FP4 is unknown, so inside no range
    parallel.clear.click()
    assert len(chart.kept()) == 26


def test_a_range_is_kept_by_keyboard(panel, qtbot):
    parallel = panel.show_section("parallel")
    chart = parallel.chart
    for _ in range([axis.id for axis in parallel.axes()].index("fp4")):
        qtbot.keyClick(chart, Qt.Key.Key_Right)
    qtbot.keyClick(chart, Qt.Key.Key_Up)
    kept = [panel.store.everything[i].id for i in chart.kept()]
    assert "vr200_nvl72" in kept
    assert "tpu_v7" not in kept
    qtbot.keyClick(chart, Qt.Key.Key_Escape)
    assert len(chart.kept()) == 26


def test_what_is_brushed_can_be_compared(panel):
    parallel = panel.show_section("parallel")
    parallel.chart.brush("fp4", 0.8, 1.0)
    kept = tuple(panel.store.everything[i].id for i in parallel.chart.kept())
    parallel.compare.click()
    assert panel.store.comparison.chips == kept


def test_the_radar_is_offered_for_three_at_most(panel):
    parallel = panel.show_section("parallel")
    parallel.form.setCurrentIndex(1)
    parallel.form.activated.emit(1)
    assert parallel.forms.currentWidget() is parallel.radar
    panel.store.change(chips=("tpu_v7", "b200_sxm", "h100_sxm", "mi300x"))
    assert parallel.forms.currentWidget() is parallel.chart
    assert "misleads" in parallel.count.text()


def test_it_follows_the_theme(panel, context):
    for dark in (False, True):
        context.use_theme(dark)
        assert not panel.grab().isNull()
