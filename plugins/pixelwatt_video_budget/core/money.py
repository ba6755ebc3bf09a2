"""Amounts of money and other numbers a person typed: exact, checked, never a float."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from fractions import Fraction

from pixelwatt.api import Problem
from pixelwatt_video_budget.text import tr

LARGEST = Decimal(10) ** 15
"""Beyond any film; keeps exponents such as 1e999999 away from the arithmetic."""

SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "CNY": "¥", "JPY": "JP¥"}


def parse_decimal(value: object, name: str) -> Decimal:
    """Return ``value`` as an exact finite decimal, or raise a `Problem` that names the field."""
    if isinstance(value, bool) or not isinstance(value, int | str | Decimal | float):
        raise Problem(tr("{name} is not a number: {value}.", name=name, value=_short(value)))
    text = str(value).strip().replace(",", "").replace("_", "").lstrip("$€£¥").strip()
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise Problem(
            tr("{name} is not a number: {value}.", name=name, value=_short(value))
        ) from None
    if not number.is_finite() or abs(number) >= LARGEST or number.adjusted() < -30:
        raise Problem(tr("{name} is out of range: {value}.", name=name, value=_short(value)))
    return number


def parse_money(value: object, name: str) -> Decimal:
    """Return an amount of at least zero."""
    amount = parse_decimal(value, name)
    if amount < 0:
        raise Problem(
            tr("{name} is negative: {value}.", name=name, value=_short(value)),
            tr("Write an amount of zero or more."),
        )
    return amount


def parse_positive(value: object, name: str) -> Decimal:
    """Return a number above zero."""
    number = parse_decimal(value, name)
    if number <= 0:
        raise Problem(tr("{name} must be above zero: {value}.", name=name, value=_short(value)))
    return number


def parse_count(value: object, name: str, most: int = 100_000) -> int:
    """Return a whole number from 1 to ``most``."""
    number = parse_decimal(value, name)
    if number != number.to_integral_value() or not 1 <= number <= most:
        raise Problem(
            tr(
                "{name} must be a whole number from 1 to {most}: {value}.",
                name=name, most=most, value=_short(value),
            )
        )  # fmt: skip
    return int(number)


def as_decimal(value: Fraction | float, places: int = 6) -> Decimal:
    """Round an exact fraction (or a simulated float) half up to ``places`` decimals."""
    exact = Fraction(value)
    quantum = Decimal(1).scaleb(-places)
    scaled = Decimal(exact.numerator * 10**places) / Decimal(exact.denominator)
    return (scaled.to_integral_value(ROUND_HALF_UP) * quantum).quantize(quantum)


def money_text(amount: Fraction | Decimal | float | None, currency: str) -> str:
    """Write an amount for reading: ``$1,234.50``; whole units from 10,000 on; unknown as a dash."""
    if amount is None:
        return "–"
    value = Fraction(amount)
    rounded = as_decimal(value, 0 if abs(value) >= 10_000 else 2)
    symbol = SYMBOLS.get(currency, f"{currency} ")
    sign = "−" if rounded < 0 else ""
    return f"{sign}{symbol}{abs(rounded):,f}"


def unit_price_text(amount: Decimal | Fraction, currency: str = "USD") -> str:
    """Write a unit price with all the decimals it has (at most six), at least two."""
    digits = f"{as_decimal(Fraction(amount), 6):f}".rstrip("0")
    whole, _, decimals = digits.partition(".")
    return f"{SYMBOLS.get(currency, f'{currency} ')}{int(whole):,}.{decimals:0<2}"


def _short(value: object) -> str:
    text = str(value)
    return repr(text if len(text) <= 40 else text[:37] + "...")
