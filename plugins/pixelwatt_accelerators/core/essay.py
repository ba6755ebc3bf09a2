"""What the essay's own table prints, beside which the table of sourced figures opens."""

from __future__ import annotations

from dataclasses import dataclass

from pixelwatt.api import tr_noop

FIRST, SECOND = "tpu_v7", "b200_sxm"


@dataclass(frozen=True, slots=True)
class EssayRow:
    """A row of the essay's table: its two cells and the winner it names."""

    row_id: str
    first: str
    second: str
    winner: str


ESSAY_ROWS: dict[str, EssayRow] = {
    row.row_id: row
    for row in [
        EssayRow("process", "TSMC custom (est. 3 nm)", "TSMC 4NP", tr_noop("TPU v7, slightly")),
        EssayRow("memory", "192 GB", "192 GB", tr_noop("tie")),
        EssayRow("hbm_bandwidth", "7.38 TB/s", "8.0 TB/s", tr_noop("NVIDIA, slightly")),
        EssayRow("bf16", "~2,307 TFLOPS", "~2,250 TFLOPS", tr_noop("tie")),
        EssayRow("fp8", "~4,614 TFLOPS", "~4,500 TFLOPS", tr_noop("tie")),
        EssayRow("link_bidi", "1,200 GB/s (ICI)", "1,800 GB/s (NVLink 5)", tr_noop("NVIDIA")),
        EssayRow("domain", "9,216 chips", "72 chips (NVL72)", tr_noop("Google")),
        EssayRow("tdp", "est. ~900 W", "1000–1200 W", tr_noop("TPU")),
    ]
}
