"""What shots really took against what was forecast, and how good the forecasts were."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from pixelwatt_video_budget.core.estimate import Estimate
from pixelwatt_video_budget.core.money import as_decimal
from pixelwatt_video_budget.core.plan import QUANTILES, Actual, Forecast


@dataclass(frozen=True, slots=True)
class Scored:
    """One forecast with its outcome; ``band`` is the least quantile that held it, or None."""

    forecast: Forecast
    actual: Actual
    band: float | None
    loss: float
    """Mean pinball loss over the quantiles, as a part of the actual cost."""


@dataclass(frozen=True, slots=True)
class Score:
    """How past forecasts did: how often each quantile held, against how often it should."""

    scored: tuple[Scored, ...]
    held: dict[float, float]
    loss: float | None


@dataclass(frozen=True, slots=True)
class Completion:
    """Money spent, and what the film will have cost when the open shots are done."""

    spent: Fraction
    open_mean: Fraction | None
    variance: Fraction | None
    """Actual less estimated mean, over the shots that are done."""

    @property
    def at_completion(self) -> Fraction | None:
        return None if self.open_mean is None else self.spent + self.open_mean


def forecasts_of(result: Estimate, made: str) -> tuple[Forecast, ...]:
    """What to store today, to be scored when the actuals arrive: the film, then each shot."""

    def stored(name: str, mean: Fraction | None, quantiles: Sequence[Fraction]) -> Forecast:
        values = tuple(as_decimal(value, 2) for value in quantiles)
        return Forecast(name, made, None if mean is None else as_decimal(mean, 2), values)

    film = stored("", result.cost.mean, [result.cost.quantiles[q] for q in QUANTILES])
    shots = [
        stored(s.priced.shot.name, s.cost.mean, [s.cost.quantiles[q] for q in QUANTILES])
        for s in result.shots
        if s.cost is not None
    ]
    return (film, *shots)


def score(forecasts: Sequence[Forecast], actuals: Sequence[Actual]) -> Score:
    """Score each actual against the last forecast made for it."""
    latest = {forecast.shot: forecast for forecast in forecasts}
    scored = tuple(
        _scored(latest[actual.shot], actual) for actual in actuals if actual.shot in latest
    )
    if not scored:
        return Score((), {}, None)
    held = {
        q: sum(item.band is not None and item.band <= q for item in scored) / len(scored)
        for q in QUANTILES
    }
    return Score(scored, held, sum(item.loss for item in scored) / len(scored))


def _scored(forecast: Forecast, actual: Actual) -> Scored:
    pairs = list(zip(QUANTILES, forecast.quantiles, strict=True))
    band = next((q for q, value in pairs if actual.cost <= value), None)
    scale = float(max(actual.cost, Decimal("0.01")))
    loss = sum(_pinball(q, float(value), float(actual.cost)) for q, value in pairs)
    return Scored(forecast, actual, band, loss / len(pairs) / scale)


def _pinball(probability: float, forecast: float, actual: float) -> float:
    """The proper score of a quantile (Koenker, Bassett 1978): least for the true quantile."""
    miss = actual - forecast
    return probability * miss if miss >= 0 else (probability - 1) * miss


def completion(result: Estimate, actuals: Sequence[Actual]) -> Completion:
    """Spent so far, plus the mean of the shots without an actual."""
    done = {actual.shot: actual for actual in actuals if actual.shot}
    spent = sum((Fraction(actual.cost) for actual in done.values()), Fraction(0))
    open_mean: Fraction | None = sum(
        (Fraction(item.cost) for item in result.plan.fixed), Fraction(0)
    )
    variance: Fraction | None = Fraction(0)
    for shot in result.shots:
        if shot.cost is None:
            continue
        mean, actual = shot.cost.mean, done.get(shot.priced.shot.name)
        if actual is not None:
            if variance is not None:
                variance = None if mean is None else variance + Fraction(actual.cost) - mean
        elif open_mean is not None:
            open_mean = None if mean is None else open_mean + mean
    return Completion(spent, open_mean, variance)
