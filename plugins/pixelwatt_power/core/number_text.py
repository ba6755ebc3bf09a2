"""Numbers with their error, the way a laboratory writes them."""

from __future__ import annotations

import math

from pixelwatt_power.text import tr


def with_bound(value: float | None, bound: float | None, unit: str) -> str:
    """``"142.3 ± 2.1 W"``: the error to two digits, the value as far as the error goes."""
    if value is None or not math.isfinite(value):
        return tr("unknown")
    if bound is None or not math.isfinite(bound) or bound <= 0:
        return f"{plain(value)}\u00a0{unit}"
    if bound < 1e-3 * abs(value):
        # More digits than any sensor's calibration would stand for.
        return f"{plain(value)}\u00a0{unit} ± <0.1 %"
    decimals = min(9, max(0, 1 - math.floor(math.log10(bound))))
    return f"{value:.{decimals}f} ± {bound:.{decimals}f}\u00a0{unit}"


def plain(value: float | None, digits: int = 4) -> str:
    """So many significant digits, without an exponent."""
    if value is None or not math.isfinite(value):
        return tr("unknown")
    decimals = digits - 1 - math.floor(math.log10(abs(value))) if value else 0
    return f"{value:.{min(9, max(0, decimals))}f}".replace("-", "−")


def signed(value: float, unit: str = "", digits: int = 3) -> str:
    """With its sign, the minus as long as the plus."""
    text = plain(value, digits)
    return f"{'+' if value > 0 else ''}{text}\u00a0{unit}".rstrip()
