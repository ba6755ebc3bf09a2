from __future__ import annotations

import importlib
import subprocess
import sys

import pytest

from pixelwatt import api
from pixelwatt.plugin_host import PluginHost
from pixelwatt_accelerators import plugin
from pixelwatt_accelerators.claims import CLAIMS
from pixelwatt_accelerators.core.layers import extension_tables
from pixelwatt_accelerators.hookspecs import AcceleratorTable

HEAVY = ("numpy", "PySide6", "pyqtgraph", "xlsxwriter", "openpyxl", "tomli_w")

TABLE = """
schema = 1
[source.page]
title = "A page"
[[accelerator]]
id = "npu_x"
name = "NPU X"
[accelerator.figure]
hbm = { value = 64, unit = "GiB", source = "page", status = "published" }
"""


def test_discovery_imports_nothing_heavy():
    code = (
        "import sys, pixelwatt_accelerators.plugin as p\n"
        "p.pixelwatt_panels(); p.pixelwatt_commands(); p.pixelwatt_claims(); p.pixelwatt_cli()\n"
        f"print([m for m in {HEAVY!r} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_reference_leads_to_code(qapp):
    references = [panel.view for panel in plugin.pixelwatt_panels()]
    references += [command.run for command in plugin.pixelwatt_commands()]
    references += [opener.open for opener in plugin.pixelwatt_openers()]
    for exporter in plugin.pixelwatt_exporters():
        references += [exporter.accepts, exporter.write]
    for command in plugin.pixelwatt_cli():
        references += [command.add_arguments, command.run]
    for reference in references:
        module, _, attribute = reference.partition(":")
        assert callable(getattr(importlib.import_module(module), attribute)), reference


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.id)
def test_every_claim_has_a_verdict_arithmetic_and_a_page(claim):
    module, _, attribute = claim.check.partition(":")
    result = getattr(importlib.import_module(module), attribute)()
    assert result.verdict in api.Verdict
    assert any(character.isdigit() for character in result.arithmetic) or claim.id.endswith("nim")
    assert result.sources


# accelerators.md, section (c), as far as it gives a verdict.
@pytest.mark.parametrize(
    ("name", "verdict", "figure"),
    [
        ("memory_tie", "contradicted", "206.2"),
        ("bandwidth", "supported", "7.38 TB/s"),
        ("link", "supported", "900 GB/s against 100 GB/s"),
        ("largest_cluster", "contradicted", "scale-up domain of 8"),
        ("tdp", "undecidable", "960"),
        ("rack_memory", "contradicted", "13.39 TB"),
        ("one_card", "contradicted", "8.9 times slower"),
        ("cheaper", "supported", "46 %"),
        ("cheaper", "supported", "5.4 % dearer"),
        ("performance_per_watt", "contradicted", "1.07 x the B200"),
        ("performance_per_watt", "contradicted", "684 W"),
        ("rubin", "supported", "2.75 x"),
        ("next_tpu", "contradicted", "2026-04-22"),
    ],
)
def test_the_verdicts_follow_from_the_table(name, verdict, figure):
    claim = next(claim for claim in CLAIMS if claim.id == f"accelerators.{name}")
    module, _, attribute = claim.check.partition(":")
    result = getattr(importlib.import_module(module), attribute)()
    assert result.verdict == verdict
    assert figure in result.arithmetic


# -- Tables of other plugins -----------------------------------------------------------------


def test_a_table_of_another_plugin_is_of_equal_standing():
    joined, problems = extension_tables([AcceleratorTable("npu", TABLE)])
    assert problems == []
    assert joined["npu_x"].figures["hbm"].origin == "npu"


def test_a_broken_table_is_left_out_and_the_others_stay():
    broken = AcceleratorTable("bad", TABLE.replace('unit = "GiB", ', ""))
    joined, problems = extension_tables([broken, AcceleratorTable("npu", TABLE)])
    assert "npu_x" in joined.accelerators
    assert [problem.what for problem in problems] == ["bad: npu_x.hbm: the unit is missing."]


def test_the_hook_asks_each_plugin_by_itself(monkeypatch):
    from pixelwatt_accelerators import hookspecs

    class Good:
        @api.hookimpl
        def pixelwatt_accelerator_tables(self):
            return [AcceleratorTable("npu", TABLE)]

    class Bad:
        @api.hookimpl
        def pixelwatt_accelerator_tables(self):
            raise RuntimeError("no table today")

    monkeypatch.setattr(hookspecs, "_manager", None)
    manager = PluginHost(discover=list)._manager
    plugin.pixelwatt_addhooks(manager)
    manager.register(Bad(), "bad")
    manager.register(Good(), "good")
    joined, problems = extension_tables(hookspecs.contributed_tables())
    assert "npu_x" in joined.accelerators
    assert "no table today" in problems[0].what
