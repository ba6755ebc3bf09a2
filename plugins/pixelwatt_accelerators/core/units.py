"""Exact units: what a figure is printed in, and what it is in SI base units.

A vendor's "192 GB" may be 192e9 or 192 x 2**30 bytes, a link's "1,200 GB/s" one direction or
both. Here a unit is a dimension and an exact factor, so that nothing is converted by guess.
"""

from __future__ import annotations

import difflib
import math
from dataclasses import dataclass

from pixelwatt.api import Problem
from pixelwatt_accelerators.text import tr


@dataclass(frozen=True, slots=True)
class Unit:
    """``value in base units = printed value x factor``."""

    symbol: str
    dimension: str
    factor: float


def _family(dimension: str, base: str, prefixes: str) -> list[Unit]:
    powers = {"": 0, "k": 1, "M": 2, "G": 3, "T": 4, "P": 5, "E": 6}
    return [
        Unit(prefix + base, dimension, float(1000 ** powers[prefix]))
        for prefix in ["", *prefixes]
    ]  # fmt: skip


def _binary(dimension: str, base: str) -> list[Unit]:
    return [
        Unit(f"{prefix}i{base}", dimension, float(1024**power))
        for prefix, power in (("K", 1), ("M", 2), ("G", 3), ("T", 4), ("P", 5))
    ]


def _bits_per_second() -> list[Unit]:
    return [Unit("Gb/s", "bandwidth", 1e9 / 8), Unit("Tb/s", "bandwidth", 1e12 / 8)]


UNITS: dict[str, Unit] = {
    unit.symbol: unit
    for unit in [
        *_family("bytes", "B", "kMGTPE"),
        *_binary("bytes", "B"),
        *_family("bandwidth", "B/s", "kMGTPE"),
        *_binary("bandwidth", "B/s"),
        *_bits_per_second(),
        *_family("flops", "FLOP/s", "GTPE"),
        *_family("ops", "OP/s", "GTPE"),
        *_family("power", "W", "kM"),
        Unit("chips", "count", 1.0),
        Unit("x", "ratio", 1.0),
        Unit("USD/chip-hour", "hourly_price", 1.0),
        Unit("USD/chip", "purchase_price", 1.0),
        Unit("USD/system", "system_price", 1.0),
    ]
}


def unit_of(symbol: str, dimension: str) -> Unit:
    """Return the unit written ``symbol``, which must measure ``dimension``.

    :raises Problem: for an unknown symbol, or one of another dimension.
    """
    known = [unit.symbol for unit in UNITS.values() if unit.dimension == dimension]
    if symbol in known:
        return UNITS[symbol]
    close = difflib.get_close_matches(symbol, known, n=1, cutoff=0.5)
    remedy = (
        tr("Did you mean {unit}?", unit=close[0])
        if close
        else tr("Use one of {units}.", units=", ".join(known))
    )
    raise Problem(tr("unit “{symbol}” does not fit", symbol=symbol), remedy)


def to_base(value: float, symbol: str) -> float:
    """A printed value in base units (B, B/s, FLOP/s, W, ...)."""
    return value * UNITS[symbol].factor


def from_base(value: float, symbol: str) -> float:
    """A value in base units as it would be printed in ``symbol``."""
    return value / UNITS[symbol].factor


_LADDERS: dict[str, tuple[str, ...]] = {
    "bytes": ("PB", "TB", "GB", "MB", "kB", "B"),
    "bytes_binary": ("PiB", "TiB", "GiB", "MiB", "KiB", "B"),
    "bandwidth": ("PB/s", "TB/s", "GB/s", "MB/s", "B/s"),
    "flops": ("EFLOP/s", "PFLOP/s", "TFLOP/s", "GFLOP/s", "FLOP/s"),
    "ops": ("EOP/s", "POP/s", "TOP/s", "GOP/s", "OP/s"),
    "power": ("MW", "kW", "W"),
}

DISPLAY_UNITS = {
    "bytes": "GB",
    "bandwidth": "TB/s",
    "flops": "TFLOP/s",
    "ops": "TOP/s",
    "power": "W",
    "count": "chips",
    "ratio": "x",
    "hourly_price": "USD/chip-hour",
    "purchase_price": "USD/chip",
    "system_price": "USD/system",
}
"""The unit in which a column of a dimension is shown, so that its numbers can be compared."""


def number(value: float, digits: int = 4) -> str:
    """Format with ``digits`` significant figures, thousands separated, no needless zeros.

    >>> number(206.158430208), number(2250.0), number(0.0317)
    ('206.2', '2,250', '0.0317')
    """
    if value == 0:
        return "0"
    magnitude = abs(value)
    if magnitude >= 10 ** (digits - 1):
        return f"{value:,.0f}"
    text = f"{value:.{digits}g}"
    return f"{float(text):,}".removesuffix(".0") if magnitude >= 1000 else text


def usd(value: float) -> str:
    """An amount as a price list prints it: cents from a dollar up, three figures below.

    >>> usd(2.0), usd(0.95), usd(0.0123), usd(45833.3)
    ('$2.00', '$0.950', '$0.0123', '$45,833')
    """
    if value == 0:
        return "$0"
    magnitude = abs(value)
    if magnitude >= 1000:
        return f"${value:,.0f}"
    decimals = 2 if magnitude >= 1 else 2 - math.floor(math.log10(magnitude))
    return f"${value:.{min(decimals, 9)}f}"


def with_unit(value: float, dimension: str, digits: int = 4) -> str:
    """Format a base value in the unit of its ladder that suits its size: ``"8 TB/s"``."""
    for symbol in _LADDERS.get(dimension, ()):
        if abs(value) >= UNITS[symbol].factor:
            return f"{number(from_base(value, symbol), digits)} {symbol}"
    ladder = _LADDERS.get(dimension)
    symbol = ladder[-1] if ladder else DISPLAY_UNITS.get(dimension, "")
    return f"{number(value, digits)} {symbol}".rstrip()
