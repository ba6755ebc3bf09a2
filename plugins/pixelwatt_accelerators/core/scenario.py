"""A scenario file: what is asked, and which figures answer it, each with its source.

Every number a computation takes passes through :class:`Scenario`, which notes it with its
source; the notes become ``"inputs"`` of the answer. NaN stands for a figure nobody disclosed.
"""

from __future__ import annotations

import difflib
import math
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pixelwatt.api import Problem
from pixelwatt_accelerators.core.arrays import datum_for
from pixelwatt_accelerators.core.catalogue import Accelerator, Catalogue, Price
from pixelwatt_accelerators.core.quantities import PRECISIONS
from pixelwatt_accelerators.text import tr

KINDS = ("decode", "prefill", "training", "collective", "roofline", "cost")

_COLLECTIVE_KEYS = (
    "op", "bytes", "ranks", "topology", "levels", "shape", "wraparound", "direction", "sharp",
)  # fmt: skip
_COST_KEYS = (
    "basis", "rent_usd_per_chip_hour", "capex_usd", "life_years", "interest", "power_kw", "pue",
    "usd_per_kwh", "colocation_usd_per_kw_month", "opex_usd_per_hour", "availability",
    "utilisation", "tokens_per_s", "mfu",
)  # fmt: skip
_MODEL_KEYS = (
    "preset", "params", "active_params", "bytes_per_param", "kv_bytes_per_token",
    "kv_bytes_per_sequence", "layers", "hidden", "heads", "kv_heads", "head_dim", "kv_bytes",
    "vocabulary", "experts", "experts_per_token", "kv_lora_rank", "qk_rope_head_dim",
)  # fmt: skip
_WORKLOAD_KEYS = (
    "batch", "context", "tokens", "mfu", "precision", "seconds_per_iteration", "attention",
    "sequence", "hbm_efficiency",
)  # fmt: skip
SECTION_KEYS: dict[str, tuple[str, ...]] = {
    "": ("kind", "chip", "chips", "override", "model", "workload", "collective", "cost"),
    "override": ("hbm_bytes_per_s", "hbm_bytes", "peak_flops", "link_bytes_per_s"),
    "model": _MODEL_KEYS,
    "workload": _WORKLOAD_KEYS,
    "collective": _COLLECTIVE_KEYS,
    "cost": _COST_KEYS,
}
_ALIASES = {
    "vocab": "vocabulary",
    "include_attention": "attention",
    "usd_per_chip_hour": "rent_usd_per_chip_hour",
    "utilization": "utilisation",
    "sequence_length": "sequence",
    "interest_rate": "interest",
    "electricity_usd_per_kwh": "usd_per_kwh",
    "rent_usd_per_hour": "rent_usd_per_chip_hour",
}
"""Other spellings that are meant the same."""


class Scenario:
    """A parsed scenario together with the figures taken from it so far."""

    def __init__(self, document: dict[str, Any], catalogue: Catalogue, name: str) -> None:
        self.name = name
        self._document = _checked(document, name)
        self.kind: str = self._document["kind"]
        self.inputs: dict[str, dict[str, Any]] = {}
        self.choices: dict[str, dict[str, Any]] = {}
        """What was computed rather than with which figures: topology, precision, ..."""
        self.notes: list[str] = []
        """What a reader should know of the answer, beside its inputs."""
        chip = self._document.get("chip")
        if chip is not None and not isinstance(chip, str):
            raise Problem(tr("{name}: chip is not a text.", name=name), tr('Write chip = "id".'))
        self.accelerator: Accelerator | None = catalogue[chip] if chip is not None else None

    # -- Reading keys ------------------------------------------------------------------

    def raw(self, section: str, key: str) -> Any:
        """A key's value as written, or None. Other sections of the same kind are looked in too."""
        return self._document[section].get(key)

    def given(
        self, section: str, key: str, unit: str, *, zero: bool = False, fraction: bool = False
    ) -> float | None:
        """A number of the scenario, noted as an input; None where the key is absent."""
        value = self.raw(section, key)
        if value is None:
            return None
        place = f"{self.name}: {section}.{key}"
        number = _number(value, place, zero=zero)
        if fraction and number > 1:
            raise Problem(
                tr("{place} is {value}.", place=place, value=value), tr("Give a share, 0 to 1.")
            )
        self.note(key, number, unit, "scenario", "user")
        return number

    def required(self, section: str, key: str, unit: str) -> float:
        """:raises Problem: where the key is absent."""
        value = self.given(section, key, unit)
        if value is None:
            raise Problem(
                tr("{name}: {section}.{key} is missing.", name=self.name, section=section, key=key),
                tr("A {kind} scenario needs it.", kind=self.kind),
            )
        return value

    def default(self, key: str, value: float, unit: str, reason: str) -> float:
        """Note a value that the scenario left to us, and why it is this one."""
        self.note(key, value, unit, reason, "default")
        return value

    def note(self, key: str, value: float, unit: str, title: str, status: str, **more: str) -> None:
        shown = None if math.isnan(value) else value
        self.inputs[key] = {
            "value": shown, "unit": unit, "status": status,
            "source": {"title": title, "url": more.get("url", ""), "date": more.get("date", "")},
        }  # fmt: skip
        if more.get("note"):
            self.inputs[key]["note"] = more["note"]

    def note_text(self, key: str, value: str, title: str, status: str, **more: str) -> None:
        """Note a choice that is no figure: a topology, a precision."""
        self.choices[key] = {
            "value": value, "status": status,
            "source": {"title": title, "url": more.get("url", ""), "date": more.get("date", "")},
        }  # fmt: skip

    def warn_beyond_domain(self, chips: float) -> None:
        """Say so where more chips take part than the chip's own links join."""
        domain = self.accelerator.value("domain") if self.accelerator else None
        if domain is not None and chips > domain:
            self.notes.append(
                tr(
                    "{chips} chips are more than the scale-up domain of {domain} holds: beyond "
                    "it they meet over a slower network, which is not counted here.",
                    chips=int(chips), domain=int(domain),
                )
            )  # fmt: skip

    # -- Figures of the chip -------------------------------------------------------------

    def chips(self) -> float:
        value = self._document.get("chips")
        if value is None:
            return self.default("chips", 1.0, "chips", "default: one chip")
        number = _number(value, f"{self.name}: chips")
        if number != int(number):
            raise Problem(tr("{name}: chips is not whole.", name=self.name), tr("Write chips = 8."))
        self.note("chips", number, "chips", "scenario", "user")
        return number

    def chip_figure(self, quantity: str, override: str, unit: str) -> float:
        """A figure of the chip in base units: overridden, of the table, or NaN if unknown."""
        given = self.given("override", override, unit)
        if given is not None:
            return given
        datum = datum_for(self.needed_accelerator(), quantity)
        if datum is None:
            self.note(override, math.nan, unit, "no such figure in the table", "undisclosed")
            return math.nan
        value = math.nan if datum.value is None else datum.value
        self.note(
            override, value, unit, datum.source.title, datum.status,
            url=datum.source.url, date=datum.source.date, note=datum.note,
        )  # fmt: skip
        return value

    def needed_accelerator(self) -> Accelerator:
        if self.accelerator is None:
            raise Problem(
                tr("{name}: chip is missing.", name=self.name),
                tr("Name an accelerator, or override every figure that is needed."),
            )
        return self.accelerator

    def precision(self) -> str:
        value = self.raw("workload", "precision")
        if value is None:
            self.note_text("precision", "bf16", "default: the precision every model runs in",
                           "default")  # fmt: skip
            return "bf16"
        if value not in PRECISIONS:
            close = difflib.get_close_matches(str(value), PRECISIONS, n=1, cutoff=0.3)
            raise Problem(
                tr("{name}: unknown precision “{value}”.", name=self.name, value=value),
                tr("Did you mean “{key}”?", key=close[0])
                if close
                else tr("Use one of {precisions}.", precisions=", ".join(PRECISIONS)),
            )
        self.note_text("precision", str(value), "scenario", "user")
        return str(value)

    def price(self, basis: str) -> Price | None:
        accelerator = self.needed_accelerator()
        price = accelerator.purchase_price() if basis == "list" else accelerator.price(basis)
        if price is not None:
            key = "rent_usd_per_chip_hour" if basis != "list" else "capex_usd"
            self.note(
                key, price.value, price.unit, f"{price.provider}; {price.source.title}",
                price.status, url=price.source.url, date=price.date, note=price.note,
            )  # fmt: skip
        return price


def read_scenario(path: Path, catalogue: Catalogue) -> Scenario:
    """:raises Problem: when the file cannot be read or is wrong, with the place."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Problem(
            tr("cannot read the scenario {name}: {error}.", name=path.name, error=error),
            tr("Check the path; scenarios are UTF-8 TOML."),
        ) from error
    return parse_scenario(text, catalogue, path.name)


def parse_scenario(text: str, catalogue: Catalogue, name: str = "scenario") -> Scenario:
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Problem(
            tr("{name} is not TOML: {error}.", name=name, error=error), tr("Correct that line.")
        ) from error
    return Scenario(document, catalogue, name)


def _checked(document: dict[str, Any], name: str) -> dict[str, Any]:
    """Check every key, and gather collective and cost keys under their own sections.

    These two may also stand under [workload], and the collective's at the top, so that short
    scenarios stay flat.
    """
    sections: dict[str, Any] = {section: {} for section in SECTION_KEYS if section}
    kind = document.get("kind")
    if kind is None:
        raise Problem(
            tr("{name}: kind is missing.", name=name),
            tr("Use one of {kinds}.", kinds=", ".join(KINDS)),
        )
    if kind not in KINDS:
        close = difflib.get_close_matches(str(kind), KINDS, n=1, cutoff=0.4)
        raise Problem(
            tr("{name}: kind is {kind}.", name=name, kind=repr(kind)),
            tr("Did you mean “{key}”?", key=close[0])
            if close
            else tr("Use one of {kinds}.", kinds=", ".join(KINDS)),
        )
    homes = {"": ["", *_extra_homes(kind)], "workload": ["workload", *_extra_homes(kind)]}
    checked: dict[str, Any] = {}
    for key, value in document.items():
        if key in sections:
            if not isinstance(value, dict):
                raise Problem(
                    tr("{name}: {key} is not a table.", name=name, key=key),
                    tr("Write [{key}].", key=key),
                )
            for written, inner_value in value.items():
                inner = str(_ALIASES.get(written, written))
                home = _home(inner, homes.get(key, [key]), f"{name}: [{key}]")
                sections[home][inner] = inner_value
        else:
            home = _home(key, homes[""], name)
            (sections[home] if home else checked)[key] = value
    return {**checked, **sections}


def _extra_homes(kind: str) -> list[str]:
    return [kind] if kind in ("collective", "cost") else []


def _home(key: str, homes: Iterable[str], place: str) -> str:
    """The section a key belongs to, among those allowed here."""
    homes = list(homes)
    for home in homes:
        if key in SECTION_KEYS[home]:
            return home
    allowed = [known for home in homes for known in SECTION_KEYS[home]]
    close = difflib.get_close_matches(key, allowed, n=1, cutoff=0.5)
    raise Problem(
        tr("{place}: unknown key “{key}”.", place=place, key=key),
        tr("Did you mean “{key}”?", key=close[0])
        if close
        else tr("Known keys: {keys}.", keys=", ".join(allowed)),
    )


def _number(value: Any, place: str, *, zero: bool = False) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 1e300:
        raise Problem(
            tr("{place}: {value} is not a number.", place=place, value=repr(value)),
            tr("Write a plain number in base units."),
        )
    if value < 0 or (value == 0 and not zero):
        raise Problem(
            tr("{place}: {value} is not above zero.", place=place, value=value),
            tr("Leave the key out if it is unknown."),
        )
    if value != 0 and not 1e-12 <= value <= 1e30:
        raise Problem(
            tr("{place}: {value} is beyond all measure.", place=place, value=value),
            tr("Write it in base units: B, B/s, FLOP/s, s."),
        )
    return float(value)
