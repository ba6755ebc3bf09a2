"""``pixelwatt accelerators``: the comparator without a window."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pixelwatt.api import UsageError
from pixelwatt_accelerators.text import tr


def add_arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--table", type=Path, action="append", default=[], metavar="FILE",
        help=tr("a table of your own on top of ours; may be repeated"),
    )  # fmt: skip
    as_json = argparse.ArgumentParser(add_help=False)
    as_json.add_argument("--json", action="store_true", help=tr("print one JSON document"))

    actions.add_parser("list", parents=[common, as_json], help=tr("all accelerators"))
    show = actions.add_parser(
        "show", parents=[common, as_json], help=tr("every figure of one, with its source")
    )
    show.add_argument("id", metavar="ID")
    compare = actions.add_parser(
        "compare", parents=[common, as_json], help=tr("a table with the winner of each row")
    )
    compare.add_argument("ids", nargs="+", metavar="ID")
    compare.add_argument("--markdown", action="store_true", help=tr("print a Markdown table"))
    compare.add_argument("--memory-unit", choices=("GB", "GiB"), default="GB")
    compare.add_argument("--link", choices=("uni", "bidi", "pair"), default="bidi")
    compare.add_argument("--sparse", action="store_true", help=tr("rates with sparsity"))
    estimate = actions.add_parser(
        "estimate", parents=[common, as_json], help=tr("work out a scenario file")
    )
    estimate.add_argument("scenario", type=Path, metavar="SCENARIO.toml")


def run(args: argparse.Namespace) -> int:
    from pixelwatt_accelerators.core.layers import catalogue_with

    catalogue, problems = catalogue_with(args.table)
    for problem in problems:
        print(tr("left out: {problem}", problem=problem), file=sys.stderr)
    actions = {"list": _list, "show": _show, "compare": _compare, "estimate": _estimate}
    print(actions[args.action](args, catalogue))
    return 0


def _dump(document: Any) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2)


def _list(args: argparse.Namespace, catalogue: Any) -> str:
    rows = [
        {
            "id": accelerator.id,
            "name": accelerator.name,
            "vendor": accelerator.vendor,
            "kind": accelerator.kind,
            "release": accelerator.text("release") or None,
        }
        for accelerator in catalogue.accelerators.values()
    ]
    if args.json:
        return _dump({"compiled": catalogue.compiled, "accelerators": rows})
    width = max(len(row["id"]) for row in rows)
    return "\n".join(f"{row['id']:<{width}}  {row['vendor']:<7} {row['name']}" for row in rows)


def _show(args: argparse.Namespace, catalogue: Any) -> str:
    from pixelwatt_accelerators.core.quantities import PRICE_BASES, QUANTITIES
    from pixelwatt_accelerators.core.render import accelerator_json

    accelerator = catalogue[args.id]
    if args.json:
        return _dump(accelerator_json(accelerator))
    rows = []
    for quantity in QUANTITIES.values():
        datum = accelerator.figures.get(quantity.id)
        if datum is None:
            continue
        value = datum.printed or str(datum.status).replace("_", " ")
        source = _listed(datum.source.title, datum.source.date)
        rows.append((tr(quantity.title), value, str(datum.status), source))
    for price in accelerator.prices:
        source = _listed(price.provider, price.source.title, price.date)
        amount = f"{price.value:,.12g} {price.unit}"
        rows.append((tr(PRICE_BASES[price.basis]), amount, str(price.status), source))
    return f"{accelerator.name} ({accelerator.vendor}, {accelerator.kind})\n\n" + _columns(rows)


def _listed(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _columns(rows: Sequence[Sequence[str]]) -> str:
    """Rows of equal length as text, each column as wide as its longest entry."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def _compare(args: argparse.Namespace, catalogue: Any) -> str:
    from pixelwatt_accelerators.core.compare import cell_text, table_rows, verdict_text
    from pixelwatt_accelerators.core.document import Show
    from pixelwatt_accelerators.core.render import (
        comparison_json,
        comparison_markdown,
        row_title,
    )

    if args.json and args.markdown:
        raise UsageError(tr("--json and --markdown exclude each other."), tr("Choose one."))
    if len(set(args.ids)) < 2:
        raise UsageError(tr("compare needs two different ids."), tr("Name another one."))
    ids = list(dict.fromkeys(args.ids))
    accelerators = catalogue.select(ids)
    show = Show(args.memory_unit, args.link, "sparse" if args.sparse else "dense")
    rows = table_rows(accelerators, show)
    if args.json:
        return _dump(comparison_json(accelerators, rows))
    if args.markdown:
        return comparison_markdown(accelerators, rows).rstrip("\n")
    names = {accelerator.id: accelerator.name for accelerator in accelerators}
    table = [["", *names.values(), tr("Winner")]]
    table += [
        [
            row_title(row),
            *(cell_text(cell, row.unit) for cell in row.cells),
            verdict_text(row.verdict, names),
        ]
        for row in rows
    ]
    return _columns(table)


def _estimate(args: argparse.Namespace, catalogue: Any) -> str:
    from pixelwatt_accelerators.core.estimate import estimate
    from pixelwatt_accelerators.core.scenario import read_scenario

    answer = estimate(read_scenario(args.scenario, catalogue))
    if args.json:
        return _dump(answer)
    lines = [
        f"{key}: {tr('unknown') if value is None else value}"
        for key, value in answer.items()
        if key not in ("inputs", "choices", "notes")
    ]
    lines += [tr("Note: {note}", note=note) for note in answer.get("notes", [])]
    lines += ["", tr("From:")]
    for key, entry in {**answer.get("choices", {}), **answer["inputs"]}.items():
        value = entry["value"]
        if value is None:
            value = tr("unknown")
        elif not isinstance(value, str):
            value = f"{value:.6g} {entry['unit']}".rstrip()
        where = _listed(entry["source"]["title"], entry["source"]["date"])
        # Defaults say themselves that they are.
        said = where if entry["status"] == "default" else f"{entry['status']}: {where}"
        lines.append(f"  {key} = {value} [{said}]")
    return "\n".join(lines)
