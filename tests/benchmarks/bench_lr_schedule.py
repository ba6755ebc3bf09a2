"""Learning-rate schedules: a million updates, a drag on them, a thousand balls, identification."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from pixelwatt_lr_schedule.core.catalogue import examples
from pixelwatt_lr_schedule.core.handles import handles, moved
from pixelwatt_lr_schedule.core.landscapes import landscape
from pixelwatt_lr_schedule.core.optimisers import OPTIMISERS, Settings, roll, spread_starts
from pixelwatt_lr_schedule.core.presets import essay
from pixelwatt_lr_schedule.core.registry import build
from pixelwatt_lr_schedule.core.sampling import column_updates, sample_schedule

UPDATES = 1_000_000


def best_of(work: Callable[[], object], times: int = 3) -> float:
    """The least seconds of the processor for ``work``."""
    spent = []
    for _ in range(times):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return min(spent)


def run() -> list[tuple[str, str]]:
    rows = []
    sampled = {}
    for spec in examples():
        schedule = build(replace(spec, steps=UPDATES))
        steps = min(UPDATES, schedule.ends or UPDATES)
        if steps == UPDATES and not spec.params.get("metric"):
            sampled[spec.title + " " + str(spec.params)[:40]] = best_of(
                lambda schedule=schedule: sample_schedule(schedule, UPDATES)
            )
    slowest = max(sampled, key=lambda name: sampled[name])
    rows.append(("1e6 updates, median schedule", f"{np.median(list(sampled.values())):.3f} s"))
    rows.append((f"1e6 updates, slowest: {slowest}", f"{sampled[slowest]:.3f} s"))
    over = sum(seconds > 0.1 for seconds in sampled.values())
    rows.append(("schedules over 0.1 s", f"{over} of {len(sampled)}"))
    spec = essay(UPDATES)
    handle = handles(spec, build(spec))[2]

    def drag() -> None:
        schedule = build(moved(spec, handle, 300_000, 0.08))
        schedule.lr(column_updates(schedule, 0, UPDATES - 1, 1600))

    rows.append(("a drag on 1e6 updates, 1,600 columns", f"{best_of(drag) * 1000:.1f} ms"))
    place = landscape("rastrigin")
    for name in OPTIMISERS:
        seconds = best_of(
            lambda name=name: roll(
                place, np.full(1000, 0.01), Settings(name, noise=1.0), spread_starts(place, 1000)
            )
        )
        rows.append((f"1,000 balls x 1,000 updates, {name}", f"{seconds:.3f} s"))
    return rows


def main() -> None:
    for name, result in run():
        print(f"{name}: {result}")


if __name__ == "__main__":
    main()
