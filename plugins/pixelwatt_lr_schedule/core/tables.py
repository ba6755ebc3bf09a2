"""Curves as CSV and JSON."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from typing import Any

import numpy as np

from pixelwatt_lr_schedule.core.sampling import Sample
from pixelwatt_lr_schedule.core.schedule import Values


def finite(values: Values) -> list[float | None]:
    """Numbers for JSON: what is not finite is null."""
    return [value if np.isfinite(value) else None for value in values.tolist()]


def sample_json(sample: Sample) -> dict[str, Any]:
    """The document of ``pixelwatt lr sample --json``."""
    momentum = None if sample.momentum is None else finite(sample.momentum)
    return {"lrs": finite(sample.lrs), "momentum": momentum, "warnings": list(sample.warnings)}


def to_json(titles: Sequence[str], samples: Sequence[Sample]) -> str:
    """Several curves as one JSON document."""
    curves = [
        {"title": title, **sample_json(sample)}
        for title, sample in zip(titles, samples, strict=True)
    ]
    return json.dumps({"curves": curves}, indent=1, ensure_ascii=False)


def to_csv(titles: Sequence[str], samples: Sequence[Sample]) -> str:
    """One row per update; columns of a curve that has ended are blank."""
    out = io.StringIO()
    header = ["update"]
    columns: list[Values] = []
    for title, sample in zip(titles, samples, strict=True):
        header.append(f'"{title}"')
        columns.append(sample.lrs)
        if sample.momentum is not None:
            header.append(f'"{title} momentum"')
            columns.append(sample.momentum)
    out.write(",".join(header) + "\n")
    for k in range(max(len(column) for column in columns)):
        cells = [repr(float(c[k])) if k < len(c) else "" for c in columns]
        out.write(f"{k},{','.join(cells)}\n")
    return out.getvalue()
