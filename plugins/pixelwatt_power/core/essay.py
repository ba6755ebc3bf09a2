"""The essay's table of an RTX 5090, and what its own numbers give when reckoned again."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from pixelwatt.api import Source
from pixelwatt_power.text import tr

ESSAY = Source("240p 的奇点：DLSS 4.5 与“原生分辨率”的终结", date="2026-02")
HEADLINE = ("native", "l-720p")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: mean GPU power, frame rate, and the FPS/W it prints."""

    id: str
    watts: float
    fps: float
    printed: str

    @property
    def frames_per_joule(self) -> float:
        return self.fps / self.watts

    @property
    def joules_per_frame(self) -> float:
        return self.watts / self.fps

    @property
    def rounded(self) -> str:
        """FPS/W to the essay's two decimals, rounded half up."""
        return str(self._exact().quantize(Decimal("0.01"), ROUND_HALF_UP))

    @property
    def truncated(self) -> str:
        return str(self._exact().quantize(Decimal("0.01"), ROUND_DOWN))

    @property
    def verdict(self) -> str:
        """How the printed value came about: ``rounded``, ``truncated`` or ``neither``."""
        if self.printed == self.rounded:
            return "rounded"
        return "truncated" if self.printed == self.truncated else "neither"

    def _exact(self) -> Decimal:
        return Decimal(str(self.fps)) / Decimal(str(self.watts))


TABLE = (
    Row("native", 480, 45, "0.09"),
    Row("overclocked", 650, 49, "0.07"),
    Row("dlss-1080p", 320, 115, "0.36"),
    Row("l-720p", 220, 140, "0.63"),
    Row("l-240p", 150, 190, "1.26"),
)


def row_title(row: Row) -> str:
    return {
        "native": tr("Native 4K (TAA)"),
        "overclocked": tr("Native 4K, overclocked"),
        "dlss-1080p": tr("DLSS 3.7, from 1080p"),
        "l-720p": tr("DLSS 4.5 Model L, from 720p"),
        "l-240p": tr("DLSS 4.5 Model L, from 240p"),
    }[row.id]


def find(row_id: str) -> Row:
    return next(row for row in TABLE if row.id == row_id)


def marginal_watts(base: Row, other: Row) -> float | None:
    """Watts for each further frame per second over ``base``; negative: it costs less."""
    gained = other.fps - base.fps
    return (other.watts - base.watts) / gained if gained else None


def capped(row: Row, fps: float) -> float | None:
    """Watts at ``fps`` if J/frame stayed the same; None where the row is below the cap."""
    return row.joules_per_frame * fps if row.fps > fps else None


@dataclass(frozen=True, slots=True)
class Measured:
    """Median ratios upscaled / native over real captures; ``low`` and ``high`` are of watts."""

    watts: float
    fps: float
    frames_per_joule: float
    games: int
    low: float | None = None
    high: float | None = None


CAPTURES = Source(
    "650 FrameView runs of an RTX 4060 Ti (bc17ef71/"
    "rtx4060ti-dlss-fsr-xess-comparison-frameview-data)",
    "https://github.com/bc17ef71/rtx4060ti-dlss-fsr-xess-comparison-frameview-data",
    "2024",
)
UNCAPPED = Measured(0.95, 2.80, 3.1, games=10, low=0.84, high=1.07)
"""Native 4K to DLSS Ultra Performance (720p), GPU watts, nothing holding the frame rate."""
UNCAPPED_CPU_AND_GPU = Measured(1.04, 2.80, 2.7, games=10)
CAPPED_30 = Measured(0.37, 1.0, 2.7, games=8, low=0.30, high=0.69)
"""The same at a cap of 30 FPS on both sides; 2.7 is 1 / 0.37."""


def claimed() -> Measured:
    """The essay's own row pair as the same ratios: native 4K to Model L at 720p."""
    native, upscaled = (find(name) for name in HEADLINE)
    return Measured(
        upscaled.watts / native.watts,
        upscaled.fps / native.fps,
        upscaled.frames_per_joule / native.frames_per_joule,
        games=1,
    )


def does_both(measured: Measured) -> bool:
    """Whether a measurement reaches the essay's watts ratio and its frame rate at once."""
    essays = claimed()
    best = measured.low if measured.low is not None else measured.watts
    return best <= essays.watts and measured.fps >= essays.fps
