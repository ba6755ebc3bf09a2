"""Open a log by what it holds: event file, `trainer_state.json` or CSV."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pixelwatt.api import Problem
from pixelwatt_lr_schedule.core import log_tables, log_tensorboard
from pixelwatt_lr_schedule.core.log_types import Log, Series, series
from pixelwatt_lr_schedule.text import tr

__all__ = ["Log", "Series", "read_log"]
_LARGEST = 1 << 30


def read_log(path: Path) -> Log:
    """The log at ``path``; raise `Problem` saying what is wrong with it."""
    if path.is_dir():
        state = path / "trainer_state.json"
        return _hugging_face(state) if state.is_file() else log_tensorboard.read(path)
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(64)
    except OSError as error:
        raise Problem(
            tr("{name} cannot be read: {error}.", name=path.name, error=error.strerror or error)
        ) from None
    if size > _LARGEST:
        raise Problem(tr("{name} is larger than 1 GiB.", name=path.name),
                      tr("Give a shorter log."))  # fmt: skip
    if not size:
        raise Problem(tr("{name} is empty.", name=path.name), tr("Give a log with values."))
    if "tfevents" in path.name or (len(head) >= 12 and b"\0\0\0\0" in head[:12]):
        return log_tensorboard.read(path)
    if head.lstrip().startswith((b"{", b"[")):
        return _hugging_face(path)
    return log_tables.read(path)


def _hugging_face(path: Path) -> Log:
    try:
        data = json.loads(path.read_bytes().decode("utf-8", "replace"))
    except (ValueError, RecursionError) as error:
        raise Problem(
            tr("{name} is not valid JSON: {error}.", name=path.name, error=error),
            tr("A file cut off while it was written cannot be read; use an older checkpoint."),
        ) from None
    entries = data.get("log_history") if isinstance(data, dict) else data
    if not isinstance(entries, list):
        raise Problem(
            tr("{name} has no log_history.", name=path.name),
            tr("Give the trainer_state.json of a checkpoint."),
        )
    columns: dict[str, tuple[list[float], list[float]]] = {}
    for entry in entries:
        if not isinstance(entry, dict) or not _is_number(entry.get("step")):
            continue
        for key, value in entry.items():
            if key not in {"step", "epoch"} and _is_number(value):
                steps, values = columns.setdefault(key, ([], []))
                steps.append(float(entry["step"]))
                values.append(float(value))
    found = {key: series(key, *pair) for key, pair in columns.items()}
    if not found:
        raise Problem(tr("{name} logs no numbers.", name=path.name),
                      tr("Set logging_steps in the training arguments."))  # fmt: skip
    planned = data.get("max_steps") if isinstance(data, dict) else None
    # The Trainer logs after the update: the rate of step s was used by update s - 1.
    return Log(
        "Hugging Face trainer_state.json",
        found,
        usual_offset=1,
        planned_steps=planned if isinstance(planned, int) and planned > 0 else None,
    )


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e308
