"""The claims ledger without its panel: run the checks, print them, ``pixelwatt claims``."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import dataclass
from typing import Any

from pixelwatt import api
from pixelwatt.plugin_host import Contributed, PluginHost


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """A claim with what its check said; ``error`` instead of ``result`` when the check raised."""

    claim: api.Claim
    plugin: str
    result: api.ClaimResult | None
    error: str = ""

    @property
    def verdict(self) -> str:
        return str(self.result.verdict) if self.result else "error"


def check_claim(host: PluginHost, contributed: Contributed[api.Claim]) -> CheckedClaim:
    """Run one check. Never raises: a check that does is reported as its claim's error."""
    claim, plugin = contributed.item, contributed.plugin.name
    try:
        result = host.resolve(claim.check)()
    except Exception as error:
        return CheckedClaim(claim, plugin, None, f"{type(error).__name__}: {error}")
    return CheckedClaim(claim, plugin, result)


def check_all(host: PluginHost) -> list[CheckedClaim]:
    return [check_claim(host, c) for c in host.collect("pixelwatt_claims")]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print one JSON document")
    form.add_argument("--markdown", action="store_true", help="print a Markdown table")


def run(args: argparse.Namespace) -> int:
    checked = check_all(args.host)
    if args.json:
        print(json.dumps(as_json(checked), ensure_ascii=False, indent=2))
    elif args.markdown:
        print(as_markdown(checked))
    else:
        print(as_text(checked))
    return 1 if any(c.result is None for c in checked) else 0


def as_json(checked: list[CheckedClaim]) -> dict[str, Any]:
    """The documented contract of ``--json``."""
    return {"claims": [_claim_as_json(c) for c in checked]}


def _claim_as_json(checked: CheckedClaim) -> dict[str, Any]:
    claim, result = checked.claim, checked.result
    return {
        "id": claim.id,
        "plugin": checked.plugin,
        "topic": claim.topic,
        "statement": claim.statement,
        "statement_zh": claim.statement_zh,
        "source": _source_as_json(claim.source),
        "verdict": checked.verdict,
        "arithmetic": result.arithmetic if result else checked.error,
        "sources": [_source_as_json(s) for s in result.sources] if result else [],
    }


def _source_as_json(source: api.Source) -> dict[str, str]:
    return {"title": source.title, "url": source.url, "date": source.date}


def as_text(checked: list[CheckedClaim]) -> str:
    lines = []
    for c in checked:
        lines.append(f"[{c.verdict}] {c.claim.statement}")
        lines.append(f"    {c.claim.statement_zh}")
        detail = c.result.arithmetic if c.result else c.error
        lines += [f"    {line}" for line in detail.splitlines()]
    return "\n".join([*lines, summary(checked)])


def as_markdown(checked: list[CheckedClaim]) -> str:
    """A table for a document or an issue, one row per claim."""
    rows = ["| claim | 原文 | verdict | arithmetic | sources |", "|---|---|---|---|---|"]
    for c in checked:
        detail = c.result.arithmetic if c.result else c.error
        sources = (c.claim.source, *(c.result.sources if c.result else ()))
        links = "; ".join(f"[{s.title}]({s.url})" if s.url else s.title for s in sources)
        cells = (c.claim.statement, c.claim.statement_zh, c.verdict, detail, links)
        rows.append("| " + " | ".join(_cell(cell) for cell in cells) + " |")
    return "\n".join(rows)


def summary(checked: list[CheckedClaim]) -> str:
    counts = Counter(c.verdict for c in checked)
    return ", ".join(f"{n} {verdict}" for verdict, n in sorted(counts.items())) or "no claims"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", "<br>")
