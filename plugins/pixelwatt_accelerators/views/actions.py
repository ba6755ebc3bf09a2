"""What the menu, File > Open and File > Export do with the panel."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog

from pixelwatt.api import Problem, write_atomic
from pixelwatt_accelerators.core import user_tables
from pixelwatt_accelerators.core.compare import table_rows
from pixelwatt_accelerators.core.document import Comparison
from pixelwatt_accelerators.core.render import comparison_csv, comparison_markdown
from pixelwatt_accelerators.core.table import join_tables, read_table
from pixelwatt_accelerators.text import tr

if TYPE_CHECKING:
    from pixelwatt.api import Context
    from pixelwatt_accelerators.core.compare import Row
    from pixelwatt_accelerators.views.panel import AcceleratorsPanel

PANEL_ID = "accelerators"
SUFFIX = ".comparison.toml"


def _shown(context: Context) -> AcceleratorsPanel:
    panel: AcceleratorsPanel = context.show_panel(PANEL_ID)
    return panel


def _opened(panel: AcceleratorsPanel, dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


# -- Commands --------------------------------------------------------------------------------


def new_comparison(context: Context) -> None:
    _shown(context).store.reset()


def essay_comparison(context: Context) -> None:
    panel = _shown(context)
    panel.store.change(chips=Comparison().chips)
    panel.show_section("table")


def save_comparison(context: Context) -> None:
    panel = _shown(context)
    name = panel.store.name or f"accelerators{SUFFIX}"
    start = context.storage.documents / name
    chosen, _ = QFileDialog.getSaveFileName(
        panel, tr("Save comparison"), str(start), f"{tr('Comparison')} (*{SUFFIX})"
    )
    if not chosen:
        return
    path = Path(chosen)
    if not path.name.endswith(SUFFIX):
        path = path.with_name(path.name.removesuffix(".toml") + SUFFIX)
    panel.store.save(path)
    context.notify(tr("Saved as {name}.", name=path.name))


def choose_accelerators(context: Context) -> None:
    _shown(context).chips.open_chooser()


def add_accelerator(context: Context) -> None:
    from pixelwatt_accelerators.views.accelerator_editor import AcceleratorEditor

    panel = _shown(context)
    _opened(panel, AcceleratorEditor(panel.store, panel.window()))


def add_price(context: Context) -> None:
    from pixelwatt_accelerators.views.price_editor import PriceEditor

    panel = _shown(context)
    _opened(panel, PriceEditor(panel.store, panel.window()))


def export_own_tables(context: Context) -> None:
    panel = _shown(context)
    if not panel.store.own.accelerators:
        context.notify(tr("You have added no accelerators or prices yet."))
        return
    start = context.storage.documents / "mine.accelerators.toml"
    chosen, _ = QFileDialog.getSaveFileName(
        panel, tr("Export your accelerators"), str(start), "TOML (*.accelerators.toml)"
    )
    if chosen:
        write_atomic(Path(chosen), user_tables.dumps(panel.store.own))


def copy_markdown(context: Context) -> None:
    panel = _shown(context)
    QGuiApplication.clipboard().setText(comparison_markdown(panel.store.chosen, _rows(panel)))
    context.notify(tr("Copied the comparison as Markdown."))


def _show_section(section_id: str) -> Callable[[Context], None]:
    def show(context: Context) -> None:
        _shown(context).show_section(section_id)

    return show


show_table = _show_section("table")
show_roofline = _show_section("roofline")
show_workload = _show_section("workload")
show_money = _show_section("money")
show_certainty = _show_section("certainty")
show_decision = _show_section("decision")
show_topology = _show_section("topology")
show_parallel = _show_section("parallel")


# -- Opening ---------------------------------------------------------------------------------


def open_comparison(context: Context, paths: Sequence[Path]) -> None:
    """Show the last of the files; a wrong one leaves what is shown as it is."""
    panel = _shown(context)
    for path in paths:
        try:
            text = path.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise Problem(
                tr("cannot read {name}: {error}.", name=path.name, error=error),
                tr("Check the file."),
            ) from error
        panel.store.load(text, path.name)


def open_table(context: Context, paths: Sequence[Path]) -> None:
    """Take a table into the user's own; where it contradicts that, it is refused whole."""
    panel = _shown(context)
    for path in paths:
        table = read_table(path, origin=user_tables.OWN)
        panel.store.set_own(join_tables(panel.store.own, [table], path.name))
        count = len(table)
        context.notify(tr("Took in {count} accelerators from {name}.", count=count, name=path.name))


# -- Export ----------------------------------------------------------------------------------


def can_export(context: Context) -> bool:
    return context.panel(PANEL_ID) is not None


def _rows(panel: AcceleratorsPanel) -> list[Row]:
    show = panel.store.comparison.show
    rows = table_rows(panel.store.chosen, show)
    return [row for row in rows if row.id not in show.hidden_rows]


def export_csv(context: Context, path: Path) -> None:
    panel = _shown(context)
    # The mark of byte order is what makes Excel read the Chinese in it.
    write_atomic(path, "\ufeff" + comparison_csv(panel.store.chosen, _rows(panel)))


def export_markdown(context: Context, path: Path) -> None:
    panel = _shown(context)
    write_atomic(path, comparison_markdown(panel.store.chosen, _rows(panel)))


def export_xlsx(context: Context, path: Path) -> None:
    from pixelwatt_accelerators.core.workbook import workbook

    panel = _shown(context)
    write_atomic(path, workbook(panel.store.chosen_study, _rows(panel)))


def export_png(context: Context, path: Path) -> None:
    _export_picture(context, path)


def export_svg(context: Context, path: Path) -> None:
    _export_picture(context, path)


def _export_picture(context: Context, path: Path) -> None:
    from pixelwatt.api_qt import save_picture

    save_picture(_shown(context).section, path)
