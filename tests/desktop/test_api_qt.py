"""The Qt pieces that plugins share."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTableView

from pixelwatt import api_qt
from pixelwatt.api import Figure, Problem, Source, Status

SOURCE = Source("Datasheet", "https://example.org/sheet.pdf", "2025-11")


def figure(value, **more):
    return Figure(value, "W", Status.PUBLISHED, SOURCE, **more)


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (12.5, "12.5"), (0.012345, "0.01235"), (1234.5, "1\u2009234"), (-3.0, "−3"),
     (700, "700"), (1e-4, "0.0001"), (float("inf"), "∞"), (123456789, "123\u2009456\u2009789")],
)  # fmt: skip
def test_numbers_have_four_digits_and_no_needless_zeros(value, text):
    assert api_qt.format_number(value) == text


def test_an_unknown_figure_is_never_zero():
    assert api_qt.format_figure(figure(None)) == "unknown"
    assert api_qt.format_figure(figure(None, low=10, high=14)) == "10–14\u00a0W"
    assert api_qt.format_figure(figure(0.0)) == "0\u00a0W"


def test_the_tooltip_carries_source_date_and_status():
    tip = api_qt.figure_tooltip(figure(12.5, low=12, high=13, note="<typical>"))
    for part in ("12.5", "published", "Datasheet, 2025-11", "example.org", "&lt;typical&gt;"):
        assert part in tip


def test_a_table_paints_figures_and_gaps(context, qtbot):
    model = QStandardItemModel(2, 1)
    for row, value in enumerate((350.0, None)):
        item = QStandardItem()
        item.setData(figure(value), api_qt.FIGURE_ROLE)
        model.setItem(row, 0, item)
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(model)
    view.setItemDelegate(api_qt.FigureDelegate(context, view))
    view.setColumnWidth(0, 240)
    view.resize(300, 120)
    view.show()
    known, unknown = (view.grab(view.visualRect(model.index(row, 0))).toImage() for row in (0, 1))
    assert known != unknown
    colours = {unknown.pixelColor(x, unknown.height() // 2).name() for x in range(8, 100)}
    assert len(colours) > 1, "the gap is hatched, not flat"


def test_formulas_are_neutralised_but_numbers_stay():
    assert api_qt.neutralised("=1+1") == "'=1+1"
    assert api_qt.neutralised("@SUM(A1)") == "'@SUM(A1)"
    assert api_qt.neutralised("-12.5") == "-12.5"
    assert api_qt.neutralised("-12.5 %") == "-12.5 %"
    assert api_qt.neutralised("-cmd|' /C calc'!A0") == "'-cmd|' /C calc'!A0"
    assert api_qt.csv_text(["a"], [["=x"], [None], [1.5]]) == 'a\r\n\'=x\r\n""\r\n1.5\r\n'


def test_ctrl_c_copies_the_selection(context, qtbot, qapp):
    model = QStandardItemModel()
    model.setHorizontalHeaderLabels(["name", "watts"])
    for name, watts in (("a", "1"), ("b", "=2")):
        model.appendRow([QStandardItem(name), QStandardItem(watts)])
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(model)
    api_qt.make_copyable(view)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.setFocus()
    view.selectRow(1)
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert qapp.clipboard().text() == "name\twatts\r\nb\t'=2\r\n"


def test_a_plot_changes_with_the_theme_and_is_saved(context, qtbot, tmp_path):
    plot = api_qt.plot(context, x="Time", x_unit="s", y="Power", y_unit="W", name="Power")
    qtbot.addWidget(plot)
    curve = plot.line("power", filled=True)
    curve.setData([0, 1, 2], [10, float("nan"), 12])
    plot.gap(0.5, 1.5)
    plot.guide(11, vertical=False, text="limit")
    plot.label("GPU", 2, 12, "power")
    plot.points("series0").setData([1], [11])
    plot.resize(320, 200)
    plot.show()
    dark = curve.opts["pen"].color().name()
    context.use_theme(dark=False)
    assert curve.opts["pen"].color().name() != dark
    for name in ("plot.svg", "plot.png"):
        api_qt.save_picture(plot, tmp_path / name)
        assert (tmp_path / name).stat().st_size > 500
    assert "<svg" in (tmp_path / "plot.svg").read_text("utf-8")


def test_a_picture_of_another_suffix_says_what_to_do(context, qtbot, tmp_path):
    empty = api_qt.EmptyState("image", "No picture", "Open one.")
    qtbot.addWidget(empty)
    with pytest.raises(Problem, match=r"Choose \.svg or \.png"):
        api_qt.save_picture(empty, tmp_path / "x.gif")
    with pytest.raises(Problem, match="folder"):
        api_qt.save_picture(empty, tmp_path / "missing" / "x.png")


def test_an_empty_state_offers_one_thing_to_do(context, qtbot):
    pressed = []
    empty = api_qt.EmptyState(
        "image", "No picture", "Open one.", button="Open…", action=lambda: pressed.append(1)
    )
    qtbot.addWidget(empty)
    qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)
    assert pressed == [1]


def test_badges_and_headers_have_names(context, qtbot):
    badge = api_qt.StatusBadge(context, Status.ESTIMATED)
    qtbot.addWidget(badge)
    assert badge.accessibleName() == "estimated"
    badge.set("done", "good")
    assert badge.accessibleName() == "done"
    header = api_qt.SectionHeader("Sensors")
    qtbot.addWidget(header)
    assert header.title.text() == "Sensors"


def test_importing_it_does_not_import_pyqtgraph():
    code = "import sys, pixelwatt.api_qt; sys.exit('pyqtgraph' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
