"""Billing shapes as they are typed on one line, and written back so that they can be edited.

``0.15/s`` · ``1.20/8s`` (a clip of 8 s) · ``0.10 + 0.05/s`` · ``0.004/frame @24`` ·
``7/Mtok @1280x720 @24`` · ``12cr/s @0.01`` · ``60cr/5s @0.01`` (credits, and what one costs)
"""

from __future__ import annotations

import re

from pixelwatt_video_budget.core.billing import (
    BasePlusSeconds,
    Billing,
    Credits,
    PerClip,
    PerFrame,
    PerSecond,
    PerToken,
)
from pixelwatt_video_budget.core.money import parse_count, parse_money, parse_positive
from pixelwatt_video_budget.text import tr

EXAMPLES = "0.15/s · 1.20/8s · 0.10+0.05/s · 0.004/frame@24 · 7/Mtok@1280x720@24 · 12cr/s@0.01"
_MONEY = r"[$€£¥]?([\d.,]+)"
_SHAPES = {
    name: re.compile(pattern, re.IGNORECASE)
    for name, pattern in {
        "second": rf"{_MONEY}(?:/s(?:ec(?:ond)?)?)?",
        "clip": rf"{_MONEY}/([\d.]+)s",
        "base": rf"{_MONEY}\+{_MONEY}/s(?:>([\d.]+)s?)?",
        "frame": rf"{_MONEY}/f(?:rame)?@([\d.]+)(?:\+(\d+))?",
        "token": rf"{_MONEY}/Mtok(?:ens)?@(\d+)[x×](\d+)@([\d.]+)",
        "credits": rf"([\d.,]+)cr(?:edits)?/s@{_MONEY}",
        "credits_clip": rf"([\d.,]+)cr(?:edits)?/([\d.]+)s@{_MONEY}",
    }.items()
}


def read_price_text(text: str) -> Billing | None:
    """The shape that was typed; None if it is none. Raises `Problem` for impossible numbers."""
    squeezed = "".join(text.split())
    price = tr("Price")
    for name, pattern in _SHAPES.items():
        found = pattern.fullmatch(squeezed)
        if found is None:
            continue
        match name:
            case "second":
                return PerSecond(parse_money(found[1], price))
            case "clip":
                return PerClip(parse_money(found[1], price), parse_positive(found[2], price))
            case "base":
                return BasePlusSeconds(
                    parse_money(found[1], price), parse_money(found[2], price),
                    parse_money(found[3] or 0, price),
                )  # fmt: skip
            case "frame":
                extra = int(found[3] or 1)
                return PerFrame(
                    parse_money(found[1], price), parse_positive(found[2], price), min(extra, 1000)
                )
            case "token":
                return PerToken(
                    parse_money(found[1], price), parse_count(found[2], price),
                    parse_count(found[3], price), parse_positive(found[4], price),
                )  # fmt: skip
            case "credits":
                return Credits(parse_money(found[1], price), parse_money(found[2], price))
            case _:
                return Credits(
                    parse_money(found[1], price), parse_money(found[3], price),
                    parse_positive(found[2], price),
                )  # fmt: skip
    return None


def write_price_text(billing: Billing) -> str:
    """The line that `read_price_text` reads back to the same shape."""
    match billing:
        case PerSecond(price):
            return f"{price:f}/s"
        case PerClip(price, seconds):
            return f"{price:f}/{seconds:f}s"
        case PerFrame(price, fps, extra):
            return f"{price:f}/frame@{fps:f}" + (f"+{extra}" if extra != 1 else "")
        case PerToken(price, width, height, fps):
            return f"{price:f}/Mtok@{width}x{height}@{fps:f}"
        case BasePlusSeconds(base, price, included):
            return f"{base:f}+{price:f}/s" + (f">{included:f}s" if included else "")
        case Credits(credits, price, None):
            return f"{credits:f}cr/s@{price:f}"
        case Credits(credits, price, seconds):
            return f"{credits:f}cr/{seconds:f}s@{price:f}"
