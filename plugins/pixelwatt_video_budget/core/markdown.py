"""The budget as text: a plain summary for the terminal and a Markdown sheet to paste."""

from __future__ import annotations

from pixelwatt_video_budget.core.estimate import Estimate, ShotEstimate
from pixelwatt_video_budget.core.money import money_text, unit_price_text
from pixelwatt_video_budget.core.price_rows import billing_text
from pixelwatt_video_budget.core.pricing import PricedShot
from pixelwatt_video_budget.text import tr


def plain_summary(result: Estimate) -> str:
    """A few lines: the totals, then the shots that decide them."""
    currency = result.plan.currency
    amounts = "  ".join(
        f"P{q * 100:g} {money_text(value, currency)}" for q, value in result.cost.quantiles.items()
    )
    lines = [
        tr("Mean {mean}   {amounts}", mean=money_text(result.cost.mean, currency), amounts=amounts),
        tr("Tries: mean {mean}, P90 {high}; {seconds:g} s billed in one pass; {minute} per "
           "finished minute",
           mean="–" if result.tries.mean is None else f"{float(result.tries.mean):.1f}",
           high=int(result.tries.quantiles[0.9]), seconds=float(result.one_pass_seconds),
           minute=money_text(result.per_finished_minute, currency)),
    ]  # fmt: skip
    deciding = ", ".join(f"{s.priced.shot.name} {s.share:.0%}" for s in result.deciding())
    if deciding:
        lines.append(tr("Decided by: {shots}", shots=deciding))
    return "\n".join(lines)


def markdown(result: Estimate) -> str:
    """The whole budget as a Markdown document with its sources."""
    plan, currency = result.plan, result.plan.currency
    head = [
        f"# {_cell(plan.title or tr('Video budget'))}",
        "",
        tr("At {confidence:.0%} confidence: **{budget}**.", confidence=float(plan.confidence),
           budget=money_text(result.budget, currency)),
        "",
        plain_summary(result).replace("\n", "  \n"),
        "",
        "| " + " | ".join(
            (tr("Scene"), tr("Shot"), tr("Seconds"), tr("Price or tier"), tr("Cost of a try"),
             tr("Mean"), "P50", "P80", "P90", "P95", tr("Source"))
        ) + " |",
        "|---|---|--:|---|--:|--:|--:|--:|--:|--:|---|",
    ]  # fmt: skip
    rows = [_row(shot, currency) for shot in result.shots]
    for item in plan.fixed:
        cost = money_text(item.cost, currency)
        cells = ["", item.name, "", tr("fixed cost, typed"), "–", *[cost] * 5, ""]
        rows.append("| " + " | ".join(_cell(cell) for cell in cells) + " |")
    warnings = [f"- {_cell(warning)}" for warning in result.warnings]
    return "\n".join([*head, *rows, *(["", *warnings] if warnings else []), ""])


def _row(shot: ShotEstimate, currency: str) -> str:
    priced = shot.priced
    cells = [priced.shot.scene, priced.shot.name, f"{priced.shot.finished_seconds:f}"]
    if not isinstance(priced, PricedShot) or shot.cost is None:
        reason = "" if isinstance(priced, PricedShot) else priced.reason
        cells += [reason, "–", "–", "–", "–", "–", "–", ""]
    else:
        tries = ", ".join(sorted(unit_price_text(n.cost, currency) for n in priced.needs))
        quantiles = shot.cost.quantiles
        amounts = [shot.cost.mean, *(quantiles[q] for q in (0.5, 0.8, 0.9, 0.95))]
        cells += [price_text(priced, currency), tries or "–"]
        cells += [money_text(amount, currency) for amount in amounts]
        cells.append(source_text(priced))
    return "| " + " | ".join(_cell(cell) for cell in cells) + " |"


def price_text(priced: PricedShot, currency: str) -> str:
    """What prices a shot, in a few words."""
    if priced.row is not None:
        return priced.row.title()
    if priced.billing is not None:
        return billing_text(priced.billing, currency)
    return priced.shot.tier


def source_text(priced: PricedShot) -> str:
    """Where the price of a shot comes from, with its date."""
    if priced.row is not None:
        return f"{priced.row.source} ({priced.row.date or '–'})"
    return tr("the essay's table") if priced.tier is not None else tr("own price")


def _cell(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("\n", " ")
