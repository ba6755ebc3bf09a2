"""The settings page of the comparator."""

from __future__ import annotations

from dataclasses import dataclass

from pixelwatt.api import setting, tr_noop


@dataclass(frozen=True, slots=True)
class Preferences:
    memory_unit: str = setting(
        "GB",
        label=tr_noop("Unit of memory in a new comparison"),
        help=tr_noop("1 GB is 10⁹ bytes, 1 GiB is 2³⁰ bytes"),
        choices=(("GB", "GB"), ("GiB", "GiB")),
    )
    samples: int = setting(
        4000,
        label=tr_noop("Draws of the Monte-Carlo simulation"),
        help=tr_noop("More draws make the probabilities finer and the section slower"),
        minimum=500,
        maximum=50000,
    )
