"""What the shell's menus, openers and exporters call."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from pixelwatt.api import Context, Problem, write_atomic
from pixelwatt_video_budget.core.markdown import markdown
from pixelwatt_video_budget.core.spreadsheet import csv_text, write_xlsx
from pixelwatt_video_budget.text import tr
from pixelwatt_video_budget.views.topsheet import write_pdf

if TYPE_CHECKING:
    from pixelwatt_video_budget.core.estimate import Estimate
    from pixelwatt_video_budget.views.panel import VideoBudgetPanel

PANEL = "video_budget"


def open_files(context: Context, paths: Sequence[Path]) -> None:
    panel: VideoBudgetPanel = context.show_panel(PANEL)
    panel.open_files(paths)


def sniff_table(path: Path, head: bytes) -> bool:
    """Whether a CSV is a shot list: it has a column of seconds and one of shots."""
    from pixelwatt_video_budget.core.shot_tables import header

    first = head.decode("utf-8-sig", errors="replace").split("\n", 1)[0]
    separator = max("\t,;", key=first.count)
    return {"name", "seconds"} <= header(first.split(separator)).keys()


def sniff_xml(path: Path, head: bytes) -> bool:
    return b"xmeml" in head or b"<fcpxml" in head


def new_plan(context: Context) -> None:
    context.show_panel(PANEL).new_plan()


def save_plan(context: Context) -> None:
    context.show_panel(PANEL).save()


def save_plan_as(context: Context) -> None:
    context.show_panel(PANEL).save_as()


def import_files(context: Context) -> None:
    context.show_panel(PANEL).ask_for_import()


def show_prices(context: Context) -> None:
    context.show_panel(PANEL).show_page("prices")


def explain_number(context: Context) -> None:
    context.show_panel(PANEL).show_page("explain")


def keep_version(context: Context) -> None:
    context.show_panel(PANEL).show_page("versions").keep_version()


def has_panel(context: Context) -> bool:
    return context.panel(PANEL) is not None


def has_estimate(context: Context) -> bool:
    panel = context.panel(PANEL)
    result: Estimate | None = None if panel is None else panel.document.estimate
    return result is not None and result.known


def _estimate(context: Context) -> Estimate:
    panel = context.panel(PANEL)
    result: Estimate | None = None if panel is None else panel.document.estimate
    if result is None:
        raise Problem(tr("There is no estimate to export."), tr("Open the video-budget panel."))
    return result


def export_xlsx(context: Context, path: Path) -> None:
    write_xlsx(_estimate(context), path)


def export_csv(context: Context, path: Path) -> None:
    # Excel takes UTF-8 for what it is only with a byte order mark.
    write_atomic(path, "\ufeff" + csv_text(_estimate(context)))


def export_markdown(context: Context, path: Path) -> None:
    write_atomic(path, markdown(_estimate(context)))


def export_pdf(context: Context, path: Path) -> None:
    write_pdf(_estimate(context), path, QApplication.font())
