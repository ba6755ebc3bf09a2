"""What the menus, openers and exporters of this plugin do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from pixelwatt.api import Context, Level, Problem, write_atomic
from pixelwatt_lr_schedule.core import document, presets, spec, tables
from pixelwatt_lr_schedule.core.sampling import Sample, sample_schedule
from pixelwatt_lr_schedule.text import tr
from pixelwatt_lr_schedule.views.panel import LrSchedulePanel

PANEL = "lr_schedule"


def _panel(context: Context) -> LrSchedulePanel:
    panel = context.show_panel(PANEL)
    assert isinstance(panel, LrSchedulePanel)
    return panel


def _open_panel(context: Context) -> LrSchedulePanel | None:
    panel = context.panel(PANEL)
    return panel if isinstance(panel, LrSchedulePanel) else None


def has_panel(context: Context) -> bool:
    return _open_panel(context) is not None


def undo(context: Context) -> None:
    _panel(context).store.undo()


def redo(context: Context) -> None:
    _panel(context).store.redo()


def show_essay(context: Context) -> None:
    """The preset the panel opens on."""
    _panel(context).store.set_curves([presets.essay(), presets.cosine()])


def show_code(context: Context) -> None:
    _panel(context).tab(0)


def show_linter(context: Context) -> None:
    _panel(context).tab(1)


def show_landscape(context: Context) -> None:
    _panel(context).tab(2)


def run_range_test(context: Context) -> None:
    _panel(context).tab(5)


def save_document(context: Context) -> None:
    """Ask for a name and save the curves as ``*.schedule.toml``."""
    panel = _panel(context)
    start = context.storage.documents / f"untitled{document.SUFFIX}"
    name, _ = QFileDialog.getSaveFileName(
        panel, tr("Save schedule"), str(start), tr("Schedules (*.schedule.toml)")
    )
    if name:
        path = Path(name)
        if not path.name.endswith(document.SUFFIX):
            path = path.with_name(path.name.removesuffix(".toml") + document.SUFFIX)
        export_document(context, path)


def open_documents(context: Context, paths: Sequence[Path]) -> None:
    """Show a ``*.schedule.toml`` or a JSON spec; further files are compared with the first."""
    panel = _panel(context)
    for index, path in enumerate(paths):
        try:
            text = path.read_text(encoding="utf-8")
            if path.suffix == ".toml" and not index:
                panel.store.load(text)
            else:
                found = (
                    list(document.loads(text).curves)
                    if path.suffix == ".toml"
                    else [spec.from_json(text)]
                )
                kept = panel.store.curves if index else []
                panel.store.set_curves([*kept, *found])
        except (OSError, UnicodeDecodeError) as error:
            context.notify(tr("{name} cannot be read.", name=path.name), level=Level.ERROR,
                           detail=str(error))  # fmt: skip
        except Problem as problem:
            context.notify(f"{path.name}: {problem.what}", level=Level.ERROR,
                           detail=problem.remedy)  # fmt: skip


def open_logs(context: Context, paths: Sequence[Path]) -> None:
    _panel(context).open_logs(paths)


def open_code(context: Context, paths: Sequence[Path]) -> None:
    """Read the scheduler of a Python file; it is parsed, not run."""
    from pixelwatt_lr_schedule.core.code_in import read_code

    try:
        found = read_code(paths[0].read_text(encoding="utf-8", errors="replace"))
    except Problem as problem:
        context.notify(problem.what, level=Level.ERROR, detail=problem.remedy)
    else:
        _panel(context).store.set_spec(found.spec)


def _samples(context: Context) -> tuple[list[str], list[Sample]]:
    panel = _open_panel(context)
    titles, samples = [], []
    for index, curve in enumerate(panel.store.curves if panel else []):
        schedule = panel.store.schedule(index) if panel else None
        if schedule is not None:
            titles.append(curve.title)
            samples.append(
                sample_schedule(schedule, min(curve.steps, schedule.ends or curve.steps))
            )
    if not samples:
        raise Problem(tr("There is no curve to export."), tr("Choose a schedule first."))
    return titles, samples


def export_csv(context: Context, path: Path) -> None:
    write_atomic(path, tables.to_csv(*_samples(context)))


def export_json(context: Context, path: Path) -> None:
    write_atomic(path, tables.to_json(*_samples(context)))


def export_document(context: Context, path: Path) -> None:
    write_atomic(path, _panel(context).store.text())


def export_picture(context: Context, path: Path) -> None:
    from pixelwatt.api_qt import save_picture

    save_picture(_panel(context).canvas, path)
