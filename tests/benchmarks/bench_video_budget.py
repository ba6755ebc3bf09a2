"""How fast the video-budget planner answers."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from pixelwatt_video_budget.core.billing import PerSecond
from pixelwatt_video_budget.core.distribution import _convolve
from pixelwatt_video_budget.core.estimate import Estimate, estimate
from pixelwatt_video_budget.core.example import example_plan
from pixelwatt_video_budget.core.plan import Plan, Shot
from pixelwatt_video_budget.core.plan_reader import parse_plan
from pixelwatt_video_budget.core.plan_writer import write_plan
from pixelwatt_video_budget.core.price_book import shipped_book
from pixelwatt_video_budget.core.spreadsheet import write_xlsx
from pixelwatt_video_budget.core.tries import tries_quantiles

TITLE = "Video-budget planner"
TODAY = date(2026, 11, 22)


def film(shots: int, **fields: object) -> Plan:
    """A film of different shots, each with a usable rate of its own."""
    draw = random.Random(1)
    made = [
        Shot(
            name=f"shot {number}",
            seconds=Decimal(str(round(draw.uniform(2, 12), 1))),
            usable_rate=Decimal(str(round(draw.uniform(0.1, 0.6), 2))),
            price=PerSecond(Decimal("0.15")),
            review_seconds=Decimal(40),
            review_per_hour=Decimal(45),
        )
        for number in range(shots)
    ]
    return Plan(shots=tuple(made), **fields)  # type: ignore[arg-type]


def timed(work: Callable[[], object], repeats: int = 3) -> str:
    """The best of some runs, nothing remembered from one to the next."""
    best = float("inf")
    for _ in range(repeats):
        _convolve.cache_clear()
        tries_quantiles.cache_clear()
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return f"{best * 1000:.0f} ms"


def run() -> list[tuple[str, str]]:
    def answer(plan: Plan) -> Estimate:
        return estimate(plan, shipped_book(), TODAY)

    thousand = film(1000)
    correlated = film(1000, correlation=Decimal("0.3"))
    example = example_plan()
    text = write_plan(thousand)
    result = answer(thousand)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "film.xlsx"
        return [
            ("thousand different shots, all quantiles, exact", timed(lambda: answer(thousand))),
            ("thousand shots, correlated, simulated", timed(lambda: answer(correlated))),
            ("example with pilots, give-up rule and a tier", timed(lambda: answer(example))),
            ("read a plan of a thousand shots", timed(lambda: parse_plan(text))),
            ("write a plan of a thousand shots", timed(lambda: write_plan(thousand))),
            ("workbook of a thousand shots", timed(lambda: write_xlsx(result, path))),
        ]


def main() -> None:
    for name, value in run():
        print(f"{name:<56} {value:>10}")


if __name__ == "__main__":
    main()
