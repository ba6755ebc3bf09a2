"""One row of a price book, how it bills, and how fresh it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from pixelwatt.api import Problem, Status
from pixelwatt_video_budget.core.billing import (
    ANY_LENGTH,
    BasePlusSeconds,
    Billing,
    Credits,
    Lengths,
    PerClip,
    PerFrame,
    PerSecond,
    PerToken,
)
from pixelwatt_video_budget.core.money import (
    parse_count,
    parse_decimal,
    parse_money,
    parse_positive,
    unit_price_text,
)
from pixelwatt_video_budget.text import tr


class Freshness(StrEnum):
    CURRENT = "current"
    STALE = "stale"
    RETIRED = "retired"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceRow:
    """What one model costs at one resolution, where that was read, and when."""

    id: str
    provider: str
    model: str
    unit: str
    price: Decimal
    currency: str = "USD"
    billing: Billing | None
    """None where the row does not price generated clips (upscaling, GPU time, usable clips)."""
    lengths: Lengths = ANY_LENGTH
    resolution: str = ""
    fps: Decimal | None = None
    audio: str = "unspecified"
    date: str = ""
    source: str = ""
    source_kind: str = ""
    status: Status = Status.PUBLISHED
    retired: str = ""
    implied_list: Decimal | None = None
    """The maker's own price implied by a reseller's usual markup: an estimate."""
    bills_failed: bool | None = None
    task: str = "generate"
    note: str = ""
    own: bool = False
    """Typed by the user rather than shipped."""

    def title(self) -> str:
        details = [self.resolution] if self.resolution not in {"", "unspecified", "n/a"} else []
        if self.audio in {"on", "off"}:
            details.append({"on": tr("with sound"), "off": tr("silent")}[self.audio])
        if isinstance(self.billing, PerClip):
            details.append(f"{self.billing.clip_seconds:f} s")
        return " · ".join([f"{self.provider} {self.model}", *details])

    def kind_of_source(self) -> str:
        """Who says so: the maker, a reseller, or somebody who quotes the maker."""
        names = {
            "first_party": tr("maker"), "reseller": tr("reseller"), "secondary": tr("quoted"),
            "essay": tr("essay"),
        }  # fmt: skip
        return names.get(self.source_kind, self.source_kind)

    @property
    def markup(self) -> Decimal | None:
        """The reseller's price over the implied list price, less one."""
        return self.price / self.implied_list - 1 if self.implied_list else None


def freshness(row: PriceRow, today: date, stale_after_days: int) -> Freshness:
    """Whether a row can be counted on. The user's own and the essay's figures do not age."""
    if row.retired and parse_day(row.retired) <= today:
        return Freshness.RETIRED
    if row.own or row.status in {Status.USER, Status.ESSAY}:
        return Freshness.CURRENT
    if not row.date:
        return Freshness.UNDATED
    age = (today - parse_day(row.date)).days
    return Freshness.STALE if age > stale_after_days else Freshness.CURRENT


def parse_day(text: str) -> date:
    """Read ``2026``, ``2026-01`` or ``2026-01-31``; the first day stands for the rest."""
    parts = text.strip().split("-")
    try:
        return date(*(int(part) for part in (*parts, "1", "1")[:3]))
    except (ValueError, TypeError):
        raise Problem(
            tr("“{text}” is not a date.", text=text[:40]), tr("Write it as 2026-01-31.")
        ) from None


def parse_billing(table: Mapping[str, Any], where: str) -> Billing:
    """Read a billing shape from a plan's ``price`` table; raise `Problem` if it is none."""
    shapes = [key for key in _SHAPES if key in table]
    if "base" in table:
        return BasePlusSeconds(
            parse_money(table["base"], f"{where}.base"),
            parse_money(table.get("per_second", 0), f"{where}.per_second"),
            parse_money(table.get("included_seconds", 0), f"{where}.included_seconds"),
        )
    if len(shapes) != 1:
        raise Problem(
            tr("{where} does not say what is billed.", where=where),
            tr("Give one of {names}.", names=", ".join(("base", *_SHAPES))),
        )
    shape = shapes[0]
    amount = parse_money(table[shape], f"{where}.{shape}")
    match shape:
        case "per_second":
            return PerSecond(amount)
        case "per_clip":
            return PerClip(amount, _required(table, "clip_seconds", where))
        case "per_frame":
            extra = parse_decimal(table.get("extra_frames", 1), f"{where}.extra_frames")
            return PerFrame(amount, _required(table, "fps", where), max(int(extra), 0))
        case "per_million_tokens":
            return PerToken(
                amount,
                parse_count(table.get("width", 0), f"{where}.width"),
                parse_count(table.get("height", 0), f"{where}.height"),
                _required(table, "fps", where),
            )
        case "credits_per_second":
            return Credits(amount, _required(table, "credit_price", where))
        case _:
            return Credits(
                amount,
                _required(table, "credit_price", where),
                _required(table, "clip_seconds", where),
            )


_SHAPES = (
    "per_second", "per_clip", "per_frame", "per_million_tokens", "credits_per_second",
    "credits_per_clip",
)  # fmt: skip


def _required(table: Mapping[str, Any], key: str, where: str) -> Decimal:
    if key not in table:
        raise Problem(tr("{where} lacks {key}.", where=where, key=key))
    return parse_positive(table[key], f"{where}.{key}")


def billing_table(billing: Billing) -> dict[str, Any]:
    """The plan-file table of a billing shape: the inverse of `parse_billing`."""
    match billing:
        case PerSecond(price):
            return {"per_second": price}
        case PerClip(price, clip_seconds):
            return {"per_clip": price, "clip_seconds": clip_seconds}
        case PerFrame(price, fps, extra):
            return {"per_frame": price, "fps": fps, "extra_frames": extra}
        case PerToken(price, width, height, fps):
            return {"per_million_tokens": price, "width": width, "height": height, "fps": fps}
        case BasePlusSeconds(base, price, included):
            return {"base": base, "per_second": price, "included_seconds": included}
        case Credits(credits, credit_price, None):
            return {"credits_per_second": credits, "credit_price": credit_price}
        case Credits(credits, credit_price, clip_seconds):
            return {
                "credits_per_clip": credits,
                "credit_price": credit_price,
                "clip_seconds": clip_seconds,
            }


def billing_text(billing: Billing, currency: str) -> str:
    """A billing shape in words: ``$0.15/s``, ``$1.20 a clip of 8 s``."""

    def money(amount: Decimal) -> str:
        return unit_price_text(amount, currency)

    match billing:
        case PerSecond(price):
            return tr("{price}/s", price=money(price))
        case PerClip(price, clip_seconds):
            return tr("{price} a clip of {seconds} s", price=money(price), seconds=clip_seconds)
        case PerFrame(price, fps, extra):
            return tr("{price} a frame × ({fps}·t + {extra})", price=money(price), fps=fps,
                      extra=extra)  # fmt: skip
        case PerToken(price, width, height, fps):
            return tr("{price} a million tokens at {width}×{height}, {fps} fps",
                      price=money(price), width=width, height=height, fps=fps)  # fmt: skip
        case BasePlusSeconds(base, price, included) if not included:
            return tr("{base} + {price}/s", base=money(base), price=money(price))
        case BasePlusSeconds(base, price, included):
            return tr("{base} + {price}/s beyond {included} s", base=money(base),
                      price=money(price), included=included)  # fmt: skip
        case Credits(credits, credit_price, None):
            return tr("{credits} credits/s at {price}", credits=credits, price=money(credit_price))
        case Credits(credits, credit_price, clip_seconds):
            return tr("{credits} credits a clip of {seconds} s at {price}", credits=credits,
                      seconds=clip_seconds, price=money(credit_price))  # fmt: skip
