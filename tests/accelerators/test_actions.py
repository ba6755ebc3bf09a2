"""Menu, File > Open and File > Export."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from pixelwatt.api import Problem
from pixelwatt_accelerators.core.document import Comparison, dumps
from pixelwatt_accelerators.core.user_tables import Entry, with_accelerator
from pixelwatt_accelerators.views import actions
from pixelwatt_accelerators.views.accelerator_editor import AcceleratorEditor
from pixelwatt_accelerators.views.price_editor import PriceEditor
from pixelwatt_accelerators.views.store import OWN_TABLE, Store

# The offscreen platform says so of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)


def choose_file(monkeypatch, path):
    def ask(*_args, **_kwargs):
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)


def test_a_comparison_is_saved_and_opened_again(panel, context, tmp_path, monkeypatch):
    panel.store.change(chips=("h100_sxm", "mi300x"))
    choose_file(monkeypatch, tmp_path / "mine")
    actions.save_comparison(context)
    path = tmp_path / "mine.comparison.toml"
    actions.new_comparison(context)
    assert panel.store.comparison == Comparison()
    actions.open_comparison(context, [path])
    assert panel.store.comparison.chips == ("h100_sxm", "mi300x")


def test_a_wrong_comparison_leaves_what_is_shown(panel, context, tmp_path):
    path = tmp_path / "bad.comparison.toml"
    path.write_text(dumps(Comparison()).replace("tpu_v7", "tpu_v77"), "utf-8")
    panel.store.change_use(batch=2.0)
    with pytest.raises(Problem, match="Did you mean “tpu_v7”"):
        actions.open_comparison(context, [path])
    assert panel.store.comparison.use.batch == 2.0


@pytest.mark.parametrize("chips", ["[]", '["tpu_v7"]', '["tpu_v7", "tpu_v7"]'])
def test_a_comparison_needs_two_different_accelerators(panel, context, tmp_path, chips):
    path = tmp_path / "few.comparison.toml"
    path.write_text(f"chips = {chips}", "utf-8")
    with pytest.raises(Problem, match="two or more different"):
        actions.open_comparison(context, [path])


def test_every_section_has_a_command(panel, context):
    for name in ("table", "roofline", "workload", "money", "certainty", "decision", "topology",
                 "parallel"):  # fmt: skip
        getattr(actions, f"show_{name}")(context)
        assert panel.section.isVisible()
    actions.essay_comparison(context)
    assert panel.section.model.beside_essay


@pytest.mark.parametrize("kind", ["csv", "markdown", "xlsx"])
def test_tables_are_exported(panel, context, tmp_path, kind):
    assert actions.can_export(context)
    path = tmp_path / f"out.{kind}"
    getattr(actions, f"export_{kind}")(context, path)
    data = path.read_bytes()
    assert data[:2] == b"PK" if kind == "xlsx" else "NVLink 5" in data.decode("utf-8")


@pytest.mark.parametrize("section", ["table", "roofline", "parallel"])
def test_sections_are_exported_as_pictures(panel, context, tmp_path, section):
    panel.show_section(section)
    actions.export_png(context, tmp_path / "a.png")
    assert QImage(str(tmp_path / "a.png")).width() >= 1000
    actions.export_svg(context, tmp_path / "a.svg")
    assert "<svg" in (tmp_path / "a.svg").read_text("utf-8")[:400]


def test_hidden_rows_are_not_exported(panel, context, tmp_path):
    panel.store.change_show(hidden_rows=("process",))
    actions.export_csv(context, tmp_path / "a.csv")
    assert "process" not in (tmp_path / "a.csv").read_text("utf-8")


def test_markdown_is_copied(panel, context):
    actions.copy_markdown(context)
    assert QGuiApplication.clipboard().text().startswith("| ")


# -- The user's own table --------------------------------------------------------------------


def test_an_accelerator_is_added_and_kept_apart(panel, context, qtbot):
    editor = AcceleratorEditor(panel.store, panel)
    qtbot.addWidget(editor)
    editor.identity.setCurrentText("npu_x")
    editor.name.setText("NPU X")
    qtbot.keyClicks(editor.fields["hbm"].value, "64")
    editor.fields["hbm"].unit.setCurrentText("GiB")
    editor.accept()
    assert "needs an id and a source" in editor.error.text()
    editor.source.setText("own measurement")
    editor.accept()
    assert panel.store.catalogue["npu_x"].value("hbm") == 64 * 2**30
    assert Store(context).catalogue["npu_x"].name == "NPU X"
    assert "npu_x" in (context.storage.data / OWN_TABLE).read_text("utf-8")


def test_only_changed_figures_become_the_users(panel, qtbot):
    editor = AcceleratorEditor(panel.store, panel)
    qtbot.addWidget(editor)
    editor.identity.setCurrentText("b200_sxm")
    editor.source.setText("wall meter")
    editor.fields["tdp"].value.clear()
    qtbot.keyClicks(editor.fields["tdp"].value, "950")
    editor.accept()
    assert set(panel.store.own["b200_sxm"].figures) == {"tdp"}
    assert panel.store.catalogue["b200_sxm"].value("tdp") == 950


def test_a_wrong_number_is_refused_where_it_stands(panel, qtbot):
    editor = AcceleratorEditor(panel.store, panel)
    qtbot.addWidget(editor)
    editor.identity.setCurrentText("npu_x")
    editor.source.setText("me")
    qtbot.keyClicks(editor.fields["tdp"].value, "lots")
    editor.accept()
    assert "“lots” is not a number" in editor.error.text()
    assert len(panel.store.own) == 0


def test_what_the_user_added_can_be_removed(panel, qtbot):
    own = with_accelerator(panel.store.own, "npu_x", "", "", {"tdp": Entry(5.0, "W")}, "me", "")
    panel.store.set_own(own)
    panel.store.change(chips=("npu_x", "b200_sxm"))
    editor = AcceleratorEditor(panel.store, panel)
    qtbot.addWidget(editor)
    editor.identity.setCurrentText("npu_x")
    editor.remove.click()
    assert "npu_x" not in panel.store.catalogue.accelerators
    assert len(panel.store.comparison.chips) >= 2


def test_a_price_of_ones_own_changes_the_verdict(panel, qtbot):
    editor = PriceEditor(panel.store, panel)
    qtbot.addWidget(editor)
    editor.chip.setCurrentIndex(editor.chip.findData("b200_sxm"))
    editor.basis.setCurrentIndex(editor.basis.findData("rent_3yr"))
    editor.value.setValue(1.5)
    editor.accept()
    assert "needs a source" in editor.error.text()
    editor.source.setText("offer 17")
    editor.accept()
    panel.verdict.judge()
    assert panel.verdict.text.text().startswith("B200 SXM leads TPU v7")


def test_own_tables_are_exported_and_taken_in_again(panel, context, tmp_path, monkeypatch):
    actions.export_own_tables(context)
    assert "added no accelerators" in context.notices[-1].text
    own = with_accelerator(
        panel.store.own, "npu_x", "NPU X", "", {"tdp": Entry(5.0, "W")}, "me", ""
    )
    panel.store.set_own(own)
    path = tmp_path / "mine.accelerators.toml"
    choose_file(monkeypatch, path)
    actions.export_own_tables(context)
    panel.store.set_own(type(own)())
    actions.open_table(context, [path])
    assert panel.store.catalogue["npu_x"].value("tdp") == 5.0


def test_a_broken_own_table_is_kept_beside_and_told(qtbot, context):
    path = context.storage.data / OWN_TABLE
    path.write_text("schema = 1\nnonsense = 3", "utf-8")
    store = Store(context)
    assert len(store.own) == 0
    assert path.with_suffix(".broken").read_text("utf-8").endswith("nonsense = 3")
    assert "could not be read" in context.notices[0].text
