"""How long it takes: machine slots, rate limits, latency and the people who look at the clips.

Within a round every open clip gets the same number of tries at once; then all are looked at,
and only clips with nothing to keep go on. More tries a round cost more and finish sooner.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

import numpy as np

from pixelwatt_video_budget.core.estimate import Estimate, ShotEstimate
from pixelwatt_video_budget.core.plan import Schedule
from pixelwatt_video_budget.core.pricing import PricedShot
from pixelwatt_video_budget.core.special import Array
from pixelwatt_video_budget.text import tr

_MOST_ROUNDS = 100_000


class Stage(StrEnum):
    GENERATION = "generation"
    RATE_LIMIT = "rate_limit"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Work:
    """Like clips to be made: ``p`` usable, ``cost`` and ``review_seconds`` for each try."""

    name: str
    clips: int
    p: float
    cost: float
    review_seconds: float


@dataclass(frozen=True, slots=True)
class StageTimes:
    """Seconds each stage needs for some number of tries, were it alone."""

    times: dict[Stage, float]

    @property
    def bottleneck(self) -> Stage:
        return max(self.times, key=lambda stage: self.times[stage])

    @property
    def longest(self) -> float:
        return max(self.times.values())


@dataclass(frozen=True, slots=True)
class FrontierPoint:
    """What a number of tries per round costs and takes, on average."""

    tries_per_round: int
    rounds: float
    cost: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Bar:
    """One shot in the Gantt chart; seconds from the start of work."""

    name: str
    start: float
    generated: float
    """When its last clip is generated."""
    end: float
    """When its last clip has been looked at."""
    tries: int


def work_of(result: Estimate) -> list[Work]:
    """The clips of a film that are generated, from its estimate."""
    found = []
    for shot in result.shots:
        priced = shot.priced
        if isinstance(priced, PricedShot) and priced.rate is not None and shot.tries is not None:
            needs = priced.needs
            clips = sum(need.clips for need in needs) or 1
            cost = sum(float(need.cost) * need.clips for need in needs) / clips
            review = float(priced.shot.review_seconds)
            found.append(Work(priced.shot.name, priced.clips, _effective_rate(shot), cost, review))
    return found


def _effective_rate(shot: ShotEstimate) -> float:
    """The rate that gives the mean (or, if that is infinite, the median) number of tries."""
    assert isinstance(shot.priced, PricedShot)
    assert shot.tries is not None
    tries = shot.tries.quantiles[0.5] if shot.tries.mean is None else shot.tries.mean
    return min(1.0, shot.priced.clips / max(float(tries), 1e-9))


def stage_times(tries: float, review_seconds: float, schedule: Schedule) -> StageTimes:
    """Seconds each stage needs for ``tries``: 100 tries of 73 s on 10 slots take 730 s."""
    times = {Stage.GENERATION: tries * float(schedule.latency_seconds) / schedule.slots}
    if schedule.requests_per_minute is not None:
        times[Stage.RATE_LIMIT] = tries / float(schedule.requests_per_minute) * 60
    times[Stage.REVIEW] = tries * review_seconds / schedule.reviewers
    return StageTimes(times)


def expected_rounds(work: Sequence[Work], tries_per_round: int) -> float:
    """The mean number of rounds until every clip is kept: the mean of the largest geometric."""
    failed, clips = _failure_rates(work)
    total = 0.0
    for done in range(_MOST_ROUNDS):
        unfinished = 1 - float(np.prod((1 - failed ** (tries_per_round * done)) ** clips))
        total += unfinished
        if unfinished < 1e-9:
            break
    return total


def _failure_rates(work: Sequence[Work]) -> tuple[Array, Array]:
    failed = np.array([1 - item.p for item in work])
    return failed, np.array([item.clips for item in work], dtype=np.float64)


def expected_batch_cost(work: Sequence[Work], tries_per_round: int) -> float:
    """The mean cost when every open clip gets ``tries_per_round`` tries in each round."""
    return sum(
        item.clips * item.cost * tries_per_round / (1 - (1 - item.p) ** tries_per_round)
        for item in work
    )


def frontier(
    work: Sequence[Work], schedule: Schedule, sizes: Sequence[int] = (1, 2, 3, 4, 6, 8, 12, 16)
) -> list[FrontierPoint]:
    """Cost against time for several numbers of tries per round."""
    return [
        FrontierPoint(
            size, expected_rounds(work, size), expected_batch_cost(work, size),
            expected_seconds(work, schedule, size),
        )
        for size in sizes
    ]  # fmt: skip


def expected_seconds(work: Sequence[Work], schedule: Schedule, tries_per_round: int) -> float:
    """Time until the last clip is kept, with the expected number of clips open in each round."""
    failed, clips = _failure_rates(work)
    review = np.array([item.review_seconds for item in work])
    total = 0.0
    for done in range(_MOST_ROUNDS):
        missed = failed ** (tries_per_round * done)
        still_open = clips * missed
        tries = float(still_open.sum()) * tries_per_round
        # The last rounds are for a fraction of a clip: they happen only with that chance.
        chance = 1 - float(np.prod((1 - missed) ** clips))
        if chance < 1e-4 or tries <= 0:
            break
        each = float(still_open @ review) / float(still_open.sum())
        total += chance * _round_seconds(max(tries / chance, 1.0), each, schedule)
    return total


def _round_seconds(tries: float, review_seconds: float, schedule: Schedule) -> float:
    latency = float(schedule.latency_seconds)
    generation = math.ceil(tries / schedule.slots - 1e-9) * latency
    if schedule.requests_per_minute is not None:
        limit = (tries - 1) / float(schedule.requests_per_minute) * 60 + latency
        generation = max(generation, limit)
    review = tries * review_seconds / schedule.reviewers
    # Looking begins when the first clips arrive and ends one look after the last.
    return max(generation + min(review_seconds, review), latency + review)


def gantt(work: Sequence[Work], schedule: Schedule) -> list[Bar]:
    """When each shot is made if it takes its expected number of tries, shots in order."""
    slots = [0.0] * schedule.slots
    reviewers = [0.0] * schedule.reviewers
    heapq.heapify(slots)
    heapq.heapify(reviewers)
    latency = float(schedule.latency_seconds)
    gap = 60 / float(schedule.requests_per_minute) if schedule.requests_per_minute else 0.0
    next_request = 0.0
    bars = []
    for item in work:
        tries = math.ceil(item.clips / item.p - 1e-9)
        start, generated, end = math.inf, 0.0, 0.0
        for _try in range(min(tries, 20_000)):
            begin = max(heapq.heappop(slots), next_request)
            next_request = begin + gap
            done = begin + latency
            heapq.heappush(slots, done)
            looked = max(heapq.heappop(reviewers), done) + item.review_seconds
            heapq.heappush(reviewers, looked)
            start, generated, end = min(start, begin), max(generated, done), max(end, looked)
        bars.append(Bar(item.name, start, generated, end, tries))
    return bars


def duration_text(seconds: float | Fraction) -> str:
    """``45 s``, ``12 min``, ``3.2 h``."""
    value = float(seconds)
    if value < 90:
        return f"{value:.0f} s"
    if value < 90 * 60:
        return tr("{value:.0f} min", value=value / 60)
    return tr("{value:.1f} h", value=value / 3600)
