"""Usable rates from one's own log of takes: which generated clips were kept."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from pixelwatt.api import Problem
from pixelwatt_video_budget.core.tries import LearntRate
from pixelwatt_video_budget.text import tr

_SHOT = {"shot", "name", "clip", "镜头", "镜号", "名称"}
_VERDICT = {"kept", "accepted", "accept", "verdict", "result", "usable", "保留", "可用", "结果"}
_KEPT = {"1", "y", "yes", "true", "kept", "keep", "accept", "accepted", "ok", "good", "是",
         "保留", "可用"}  # fmt: skip
_REJECTED = {"0", "n", "no", "false", "rejected", "reject", "ng", "bad", "否", "废", "弃用",
             "不可用"}  # fmt: skip
LARGEST_FILE = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class TakeLog:
    """Kept and tried for each shot of a log, in its order, and in all."""

    by_shot: dict[str, LearntRate]
    warnings: tuple[str, ...]

    @property
    def total(self) -> LearntRate:
        rates = self.by_shot.values()
        return LearntRate(sum(r.kept for r in rates), sum(r.tried for r in rates))


def read_take_log(path: Path) -> TakeLog:
    """Read a CSV log with a column of verdicts (kept/rejected) and perhaps one of shots."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise Problem(tr("{file} is too large.", file=path.name))
        text = path.read_bytes().decode("utf-8-sig", errors="replace")
    except OSError as error:
        raise Problem(
            tr("{file} cannot be read: {reason}.", file=path.name,
               reason=error.strerror or str(error))
        ) from error  # fmt: skip
    return parse_take_log(text)


def parse_take_log(text: str) -> TakeLog:
    """As `read_take_log`, from text."""
    try:
        rows = list(csv.reader(io.StringIO(text.replace("\0", ""), newline="")))
    except csv.Error as error:
        raise Problem(tr("The table cannot be read: {reason}.", reason=error)) from error
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    names = [cell.strip().lower() for cell in rows[0]] if rows else []
    verdict = next((i for i, name in enumerate(names) if name in _VERDICT), None)
    if verdict is None:
        raise Problem(
            tr("The log has no column of verdicts."),
            tr("Name one “kept” and fill it with yes or no."),
        )
    shot = next((i for i, name in enumerate(names) if name in _SHOT), None)
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    warnings = []
    for number, row in enumerate(rows[1:], start=2):
        value = row[verdict].strip().lower() if verdict < len(row) else ""
        if value not in _KEPT | _REJECTED:
            warnings.append(
                tr("Line {number}: “{value}” is neither kept nor rejected.", number=number,
                   value=value[:20])
            )  # fmt: skip
            continue
        name = row[shot].strip() if shot is not None and shot < len(row) else ""
        counts[name][0] += value in _KEPT
        counts[name][1] += 1
    if not counts:
        raise Problem(tr("The log has no takes."))
    rates = {name: LearntRate(kept, tried) for name, (kept, tried) in counts.items()}
    return TakeLog(rates, tuple(warnings[:20]))
