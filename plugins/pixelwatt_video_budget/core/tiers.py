"""The essay's ten grades of video making, L1 to L10, with what each costs and takes."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files

from pixelwatt.api import Problem
from pixelwatt_video_budget.text import tr


@dataclass(frozen=True, slots=True)
class Tier:
    """One grade. Amounts are US dollars per finished minute; cycles are working days of delay.

    A cycle is a delay, not a rate: it is never multiplied by minutes.
    """

    id: str
    name_en: str
    name_zh: str
    example_en: str
    example_zh: str
    low: Decimal
    high: Decimal | None
    """None where the essay writes "+": no upper end is known."""
    components_en: tuple[str, ...]
    components_zh: tuple[str, ...]
    cycle_zh: str
    cycle_low_days: float
    cycle_high_days: float | None
    stars: int | None
    """Replacement risk as printed, 0-5; None for the baseline tiers and the moat."""
    risk_en: str
    risk_zh: str
    check_note: str = ""

    @property
    def open_ended(self) -> bool:
        return self.high is None

    def name(self, language: str) -> str:
        if language.startswith("zh"):
            return self.name_zh
        return self.name_en[:1].upper() + self.name_en[1:]

    def example(self, language: str) -> str:
        return self.example_zh if language.startswith("zh") else self.example_en

    def components(self, language: str) -> tuple[str, ...]:
        return self.components_zh if language.startswith("zh") else self.components_en

    def risk(self, language: str) -> str:
        """Stars and words both: the essay's words do not follow its stars one to one."""
        words = self.risk_zh if language.startswith("zh") else self.risk_en
        return (
            words if self.stars is None else f"{'★' * self.stars}{'☆' * (5 - self.stars)} {words}"
        )


@dataclass(frozen=True, slots=True)
class Spectrum:
    """All tiers with their source and the essay's zones."""

    tiers: dict[str, Tier]
    source: str
    danger_zone: tuple[str, ...]
    safe_zone: tuple[str, ...]


@cache
def spectrum() -> Spectrum:
    """The tiers that ship with the planner."""
    text = files("pixelwatt_video_budget").joinpath("data/tiers.toml").read_text("utf-8")
    document = tomllib.loads(text)
    tiers = {row["id"]: _tier(row) for row in document["tier"]}
    return Spectrum(
        tiers, document["source"], tuple(document["danger_zone"]), tuple(document["safe_zone"])
    )


def find_tier(tier_id: str) -> Tier:
    """The tier called ``tier_id``, or a `Problem` that lists the names."""
    tier = spectrum().tiers.get(tier_id.strip().upper())
    if tier is None:
        raise Problem(tr("There is no tier “{tier}”.", tier=tier_id), tr("Tiers are L1 to L10."))
    return tier


def _tier(row: dict[str, object]) -> Tier:
    def texts(key: str) -> tuple[str, ...]:
        value = row[key]
        assert isinstance(value, list)
        return tuple(str(item) for item in value)

    def number(key: str) -> float | None:
        value = row.get(key)
        return float(value) if isinstance(value, int | float) else None

    stars = row.get("stars")
    return Tier(
        id=str(row["id"]), name_en=str(row["name_en"]), name_zh=str(row["name_zh"]),
        example_en=str(row["example_en"]), example_zh=str(row["example_zh"]),
        low=Decimal(str(row["cpm_low"])),
        high=Decimal(str(row["cpm_high"])) if "cpm_high" in row else None,
        components_en=texts("components_en"), components_zh=texts("components_zh"),
        cycle_zh=str(row["cycle_zh"]),
        cycle_low_days=number("cycle_low_days") or 0.0,
        cycle_high_days=number("cycle_high_days"),
        stars=stars if isinstance(stars, int) else None,
        risk_en=str(row["risk_en"]), risk_zh=str(row["risk_zh"]),
        check_note=str(row.get("check_note", "")),
    )  # fmt: skip
