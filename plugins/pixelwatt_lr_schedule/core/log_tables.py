"""CSV logs: Lightning, Keras `CSVLogger`, Weights & Biases charts, and plain columns."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import numpy as np

from pixelwatt.api import Problem
from pixelwatt_lr_schedule.core.log_types import Log, Series, series
from pixelwatt_lr_schedule.text import tr

_STEP_COLUMNS = (
    "step", "global_step", "trainer/global_step", "update", "iteration", "iter", "epoch",
)  # fmt: skip


def read(path: Path) -> Log:
    """Every numeric column against its step column; blanks and texts are left out."""
    try:
        text = path.read_bytes().decode("utf-8-sig", "replace")
    except OSError as error:
        raise Problem(
            tr("{name} cannot be read: {error}.", name=path.name, error=error.strerror or error)
        ) from None
    return parse(text, path.name)


def parse(text: str, name: str = "csv") -> Log:
    rows = csv.reader(io.StringIO(text.replace("\0", "")))
    try:
        header = [cell.strip() for cell in next(rows, [])]
        body = [row for row in rows if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise Problem(
            tr("{name} is not a table: {error}.", name=name, error=error),
            tr("Export it as CSV again."),
        ) from None
    if len(header) < 2 or not body:
        raise Problem(
            tr("{name} has no table with a header and rows.", name=name),
            tr("The first line names the columns, such as step,lr,loss."),
        )
    lowered = [column.lower() for column in header]
    at = next((lowered.index(c) for c in _STEP_COLUMNS if c in lowered), None)
    warnings = []
    if at is None:
        steps = np.arange(len(body), dtype=np.float64)
        warnings.append(tr("The table has no step column; rows are counted from 0."))
    else:
        steps = _column(body, at)
    found: dict[str, Series] = {}
    for index, column in enumerate(header):
        # W&B writes each run's minimum and maximum of a group beside its value (wandb#5349).
        if index == at or column.endswith(("__MIN", "__MAX")) or not column:
            continue
        values = _column(body, index)
        present = np.array([_cell(row, index) != "" for row in body])
        numeric = np.isfinite(values) | np.array(
            [_cell(row, index).lower() in {"nan", "inf", "-inf"} for row in body]
        )
        chosen = present & numeric
        if chosen.any():
            short = column.split(" - ", 1)[-1] if " - " in column else column
            label = short if short not in found else column
            found[label] = series(label, steps[chosen], values[chosen])
    if not found:
        raise Problem(
            tr("{name} has no column of numbers.", name=name),
            tr("The first line names the columns, such as step,lr,loss."),
        )
    kind = _format(lowered, any(c.endswith("__MIN") for c in header))
    return Log(kind, found, warnings=tuple(warnings))


def _format(columns: list[str], wandb: bool) -> str:
    if wandb:
        return "Weights & Biases CSV"
    if "epoch" in columns and "step" in columns:
        return "Lightning CSV"
    if "epoch" in columns and "step" not in columns:
        return "Keras CSV"
    return "CSV"


def _cell(row: list[str], index: int) -> str:
    return row[index].strip() if index < len(row) else ""


def _column(rows: list[list[str]], index: int) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    values = np.full(len(rows), np.nan)
    for i, row in enumerate(rows):
        try:
            values[i] = float(_cell(row, index))
        except ValueError:
            continue
    return values
