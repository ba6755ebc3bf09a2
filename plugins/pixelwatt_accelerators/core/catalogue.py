"""The table in memory: accelerators, their figures and prices, each with its source."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from pixelwatt.api import Problem, Source
from pixelwatt_accelerators.text import tr


class FigureStatus(StrEnum):
    """How far a figure can be trusted, or why there is none."""

    MEASURED = "measured"
    PUBLISHED = "published"
    ANNOUNCED = "announced"
    ESTIMATED = "estimated"
    ESSAY = "essay"
    USER = "user"
    UNDISCLOSED = "undisclosed"
    NOT_SUPPORTED = "not_supported"


UNKNOWN = frozenset({FigureStatus.UNDISCLOSED, FigureStatus.NOT_SUPPORTED})

ASSUMED_SPREAD = {
    FigureStatus.ANNOUNCED: 0.10,
    FigureStatus.ESTIMATED: 0.15,
}
"""Relative half-width given to a figure whose source states none, by status.

Our assumption, shown as such: there is no source for how wrong an unsourced estimate is."""


@dataclass(frozen=True, slots=True)
class SourceRef:
    """A page a figure was read on."""

    id: str
    title: str
    url: str = ""
    date: str = ""
    licence: str = ""

    def as_source(self) -> Source:
        return Source(self.title, self.url, self.date)


@dataclass(frozen=True, slots=True)
class Datum:
    """One cell of the table. ``value``, ``low`` and ``high`` are in base units.

    ``value`` is None exactly when ``status`` is undisclosed or not_supported (or the figure
    is words, in ``text``). ``low``/``high`` bound what all sources together print.
    """

    quantity: str
    status: FigureStatus
    source: SourceRef
    value: float | None = None
    unit: str = ""
    text: str = ""
    low: float | None = None
    high: float | None = None
    note: str = ""
    printed: str = ""
    origin: str = ""
    """Which table gave it: "" for ours, else the plugin's name or the user's file."""
    bounded: bool = False
    """True when the bounds come from sources rather than from `ASSUMED_SPREAD`."""

    @property
    def known(self) -> bool:
        return self.value is not None or bool(self.text)

    def interval(self) -> tuple[float, float] | None:
        """Stated bounds, or the value widened by the spread assumed for its status."""
        if self.value is None:
            return None
        if self.low is not None and self.high is not None:
            return self.low, self.high
        spread = ASSUMED_SPREAD.get(self.status, 0.0)
        return self.value * (1 - spread), self.value * (1 + spread)


@dataclass(frozen=True, slots=True)
class Price:
    """``value`` in USD per chip-hour, or in USD each (``basis == "list"``)."""

    basis: str
    value: float
    unit: str
    provider: str
    status: FigureStatus
    source: SourceRef
    date: str = ""
    note: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Accelerator:
    id: str
    name: str
    vendor: str
    kind: str
    figures: dict[str, Datum]
    prices: tuple[Price, ...] = ()
    origin: str = ""

    def value(self, quantity: str) -> float | None:
        datum = self.figures.get(quantity)
        return datum.value if datum else None

    def text(self, quantity: str) -> str:
        datum = self.figures.get(quantity)
        return datum.text if datum else ""

    def memory(self) -> Datum | None:
        """Capacity in bytes: exact where it was counted, else as the vendor prints it."""
        exact = self.figures.get("hbm_exact")
        return exact if exact is not None and exact.known else self.figures.get("hbm")

    def prices_of(self, basis: str, unit: str = "") -> list[Price]:
        """Prices of a basis (and a unit); the user's own alone where there are any."""
        fitting = [p for p in self.prices if p.basis == basis and unit in ("", p.unit)]
        own = [price for price in fitting if price.status == FigureStatus.USER]
        return own or fitting

    def price(self, basis: str) -> Price | None:
        """The cheapest price of a basis; None where none is known."""
        return min(self.prices_of(basis), key=lambda price: price.value, default=None)

    def purchase_price(self) -> Price | None:
        """The cheapest purchase of one chip; a system's price is shared out over its chips."""
        per_chip = self.prices_of("list", "USD/chip")
        cheapest = min(per_chip, key=lambda price: price.value, default=None)
        systems = self.prices_of("list", "USD/system")
        whole = min(systems, key=lambda price: price.value, default=None)
        chips = self.value("chips")
        if cheapest is not None or whole is None or chips is None:
            return cheapest
        shared = f"{whole.value:,.0f} USD / {chips:.0f}"
        note = "; ".join(part for part in (shared, whole.note) if part)
        return replace(whole, value=whole.value / chips, unit="USD/chip", note=note)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All accelerators by id, in the order of their tables."""

    accelerators: dict[str, Accelerator] = field(default_factory=dict)
    compiled: str = ""

    def __getitem__(self, accelerator_id: str) -> Accelerator:
        """:raises Problem: for an unknown id, with the nearest known one."""
        try:
            return self.accelerators[accelerator_id]
        except KeyError:
            raise unknown_id(accelerator_id, self.accelerators) from None

    def __len__(self) -> int:
        return len(self.accelerators)

    def select(self, ids: list[str] | tuple[str, ...]) -> list[Accelerator]:
        return [self[accelerator_id] for accelerator_id in ids]


def unknown_id(accelerator_id: str, known: Mapping[str, Accelerator]) -> Problem:
    """What to say of an id that is not there; people also write names (“Ironwood”)."""
    what = tr("unknown accelerator “{id}”.", id=accelerator_id)
    words = {id_: id_ for id_ in known}
    for id_, accelerator in known.items():
        for word in (accelerator.name, *accelerator.name.replace("(", "").replace(",", "").split()):
            words.setdefault(word.lower(), id_)
    close = difflib.get_close_matches(accelerator_id.lower(), words, n=1, cutoff=0.4)
    if close:
        return Problem(what, tr("Did you mean “{id}”?", id=words[close[0]]))
    return Problem(what, tr("See “pixelwatt accelerators list”."))
