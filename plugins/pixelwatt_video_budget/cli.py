"""``pixelwatt video-budget``: plan, timeline, prices. No Qt."""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pixelwatt.api import Problem, UsageError
from pixelwatt_video_budget.text import tr

if TYPE_CHECKING:
    from pixelwatt_video_budget.core.plan import Plan
    from pixelwatt_video_budget.core.price_book import PriceBook


def add_arguments(parser: argparse.ArgumentParser) -> None:
    commands = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    plan = commands.add_parser("plan", help=tr("what a budget plan costs, with its risk"))
    plan.add_argument("plan", type=Path, metavar="PLAN.budget.toml")
    plan.add_argument(
        "--confirm", action="append", default=[], metavar="ROW",
        help=tr("count this stale or retired price row; “all” for every one"),
    )  # fmt: skip
    plan.add_argument("--confidence", metavar="P", help=tr("confidence of the budget, as 0.9"))
    timeline = commands.add_parser("timeline", help=tr("the seconds a timeline asks for"))
    timeline.add_argument("file", type=Path, metavar="FILE")
    timeline.add_argument("--rate", metavar="FPS", help=tr("frame rate of an EDL, as 24"))
    timeline.add_argument(
        "--count", default="flattened", metavar="WHAT",
        help=tr("flattened (what is seen), all (every clip) or track:N"),
    )  # fmt: skip
    prices = commands.add_parser("prices", help=tr("the price book"))
    for command in (plan, prices):
        command.add_argument(
            "--prices", type=Path, metavar="FILE", help=tr("add the [[price]] tables of this file")
        )
        command.add_argument(
            "--today", metavar="DAY", help=tr("judge the age of prices on this day (2026-01-31)")
        )
    for command in (plan, timeline, prices):
        command.add_argument("--json", action="store_true", help=tr("print one JSON document"))


def run(args: argparse.Namespace) -> int:
    {"plan": _plan, "timeline": _timeline, "prices": _prices}[args.action](args)
    return 0


def _plan(args: argparse.Namespace) -> None:
    from pixelwatt_video_budget.core.estimate import estimate, require_priced
    from pixelwatt_video_budget.core.plan_reader import read_plan
    from pixelwatt_video_budget.core.report import plan_report

    plan, warnings = read_plan(args.plan)
    if not plan.shots:
        if warnings:
            raise Problem(warnings[0])
        raise Problem(
            tr("{file} has no shots.", file=args.plan.name), tr("Add a [[shot]] table to it.")
        )
    plan = _with_arguments(plan, args)
    result = require_priced(estimate(plan, _book(args), _today(args)))
    if args.json:
        _print_json(plan_report(result, warnings))
        return
    from pixelwatt_video_budget.core.markdown import plain_summary

    print(plain_summary(result))
    for warning in (*warnings, *result.warnings):
        print(warning, file=sys.stderr)


def _with_arguments(plan: Plan, args: argparse.Namespace) -> Plan:
    from pixelwatt_video_budget.core.plan_reader import read_confidence

    if args.confidence is not None:
        try:
            plan = dataclasses.replace(plan, confidence=read_confidence(args.confidence))
        except Problem as problem:
            raise UsageError(problem.what) from problem
    if args.confirm:
        used = {shot.price for shot in plan.shots if isinstance(shot.price, str)}
        rows = used if "all" in args.confirm else set(args.confirm)
        day = _today(args).isoformat()
        confirmed = {**plan.confirmed, **dict.fromkeys(rows, day)}
        plan = dataclasses.replace(plan, confirmed=confirmed)
    return plan


def _timeline(args: argparse.Namespace) -> None:
    from pixelwatt_video_budget.core.frame_rates import parse_rate_text
    from pixelwatt_video_budget.core.report import timeline_report
    from pixelwatt_video_budget.core.timeline import read_timeline

    rate = None if args.rate is None else parse_rate_text(args.rate)
    reading = read_timeline(args.file, rate, args.count)
    if args.json:
        _print_json(timeline_report(reading))
        return
    print(
        tr("{clips} clips, {seconds:.3f} s ({count}); timeline {timeline:.3f} s, flattened "
           "{flattened:.3f} s, all clips {all:.3f} s.",
           clips=len(reading.events), seconds=float(reading.seconds), count=reading.count,
           timeline=float(reading.timeline_seconds), flattened=float(reading.flattened_seconds),
           all=float(reading.all_seconds))
    )  # fmt: skip
    for event in reading.events:
        print(f"{float(event.start):10.3f}  {float(event.seconds):9.3f} s  {event.name}")
    for warning in reading.warnings:
        print(warning, file=sys.stderr)


def _prices(args: argparse.Namespace) -> None:
    from pixelwatt_video_budget.core.report import prices_report

    report = prices_report(_book(args), _today(args))
    if args.json:
        _print_json(report)
        return
    for row in report["prices"]:
        price = row["billing"] or f"{row['price']} {row['currency']}/{row['unit']}"
        print(f"{row['id']:<58} {price:<28} {row['date']:<10} {row['freshness']}")


def _book(args: argparse.Namespace) -> PriceBook:
    from pixelwatt_video_budget.core.price_book import read_own_book, shipped_book

    return (
        shipped_book()
        if args.prices is None
        else shipped_book().with_own(read_own_book(args.prices))
    )


def _today(args: argparse.Namespace) -> date:
    if args.today is None:
        return date.today()
    from pixelwatt_video_budget.core.price_rows import parse_day

    try:
        return parse_day(args.today)
    except Problem as problem:
        raise UsageError(problem.what, problem.remedy) from problem


def _print_json(document: dict[str, Any]) -> None:
    print(json.dumps(document, ensure_ascii=False, indent=2))
