"""Prices and usable rates as they are typed into one cell, and written back there."""

from __future__ import annotations

import dataclasses
import re
from decimal import Decimal

from pixelwatt.api import Problem
from pixelwatt_video_budget.core.plan import Shot
from pixelwatt_video_budget.core.price_book import PriceBook
from pixelwatt_video_budget.core.price_rows import billing_text
from pixelwatt_video_budget.core.price_text import EXAMPLES, read_price_text, write_price_text
from pixelwatt_video_budget.core.shot_reader import parse_rate, read_pilot
from pixelwatt_video_budget.core.tiers import spectrum
from pixelwatt_video_budget.core.tries import LearntRate
from pixelwatt_video_budget.text import tr

_PILOT = re.compile(r"(\d+)\s*/\s*(\d+)")


def with_price_text(shot: Shot, text: str, book: PriceBook) -> Shot:
    """The shot priced by what was typed: ``L7``, ``0.15/s``, ``1.20/8s`` or a price-book row."""
    text = text.strip()
    tier = text.split(" ", 1)[0].upper()
    if tier in spectrum().tiers:
        return dataclasses.replace(shot, tier=tier, price=None)
    if text in book.rows:
        return dataclasses.replace(shot, price=text, tier="")
    by_title = {row.title(): row.id for row in book.rows.values()}
    if text in by_title:
        return dataclasses.replace(shot, price=by_title[text], tier="")
    billing = read_price_text(text)
    if billing is not None:
        return dataclasses.replace(shot, price=billing, tier="")
    if text:
        book.find(text)
    raise Problem(
        tr("“{text}” is no price.", text=text[:60]),
        tr("Type a tier (L7), a price ({examples}), or choose a row of the price book.",
           examples=EXAMPLES),
    )  # fmt: skip


def price_entry(shot: Shot, book: PriceBook, language: str) -> str:
    """What to edit in the price cell: it can be read back, which the words shown cannot."""
    if shot.tier or shot.price is None or isinstance(shot.price, str):
        return price_cell(shot, book, "", language)
    return write_price_text(shot.price)


def price_cell(shot: Shot, book: PriceBook, currency: str, language: str) -> str:
    """What the price cell shows."""
    if shot.tier:
        tier = spectrum().tiers.get(shot.tier)
        return f"{shot.tier} {tier.name(language)}" if tier else shot.tier
    if isinstance(shot.price, str):
        row = book.rows.get(shot.price)
        return row.title() if row is not None else shot.price
    return "" if shot.price is None else billing_text(shot.price, currency)


def with_rate_text(shot: Shot, text: str, pilots: tuple[str, ...] = ()) -> Shot:
    """The shot with the usable rate that was typed: ``0.2``, ``20%``, ``3/12`` or a pilot's name.

    ``3/12`` is a pilot: 3 kept of 12 tried.
    """
    text = text.strip()
    if text in pilots:
        return dataclasses.replace(shot, pilot=text, usable_rate=None)
    if found := _PILOT.fullmatch(text):
        pilot = read_pilot({"kept": found[1], "tried": found[2]}, tr("Usable rate"))
        return dataclasses.replace(shot, pilot=pilot, usable_rate=None)
    rate = parse_rate(text, tr("Usable rate"))
    return dataclasses.replace(shot, usable_rate=rate, pilot=None)


def rate_cell(shot: Shot) -> str:
    """What the usable-rate cell shows."""
    if shot.tier:
        return ""
    if isinstance(shot.pilot, LearntRate):
        return f"{shot.pilot.kept}/{shot.pilot.tried}"
    if isinstance(shot.pilot, str):
        return shot.pilot
    return "" if shot.usable_rate is None else f"{_trimmed(shot.usable_rate * 100)}%"


def _trimmed(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
