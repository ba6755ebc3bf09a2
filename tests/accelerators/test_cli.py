"""The subcommand as a user calls it, through the shell's own command line."""

from __future__ import annotations

import json
from importlib.metadata import EntryPoint

import pytest

from pixelwatt import cli
from pixelwatt.plugin_host import GROUP, PluginHost

OWN = """
schema = 1
[source.offer]
title = "An offer"
date = "2026-11-01"
[[accelerator]]
id = "b200_sxm"
[[accelerator.price]]
basis = "rent_3yr"
value = 1.5
unit = "USD/chip-hour"
provider = "Us"
source = "offer"
status = "user"
"""


@pytest.fixture
def run(capsys):
    entry = EntryPoint("accelerators", "pixelwatt_accelerators.plugin", GROUP)
    host = PluginHost(discover=lambda: [entry])
    host.load()
    assert [plugin.failure for plugin in host.plugins] == [None]

    def call(*words):
        code = cli.run(["accelerators", *map(str, words)], host)
        out = capsys.readouterr()
        return code, out.out, out.err

    return call


def test_list_prints_every_id(run):
    code, out, _ = run("list")
    assert code == 0
    assert len(out.splitlines()) == 26
    code, out, _ = run("list", "--json")
    assert {row["id"] for row in json.loads(out)["accelerators"]} > {"tpu_v7", "b200_sxm"}


def test_show_prints_every_figure_with_its_source(run):
    code, out, _ = run("show", "tpu_v7", "--json")
    assert code == 0
    figures = json.loads(out)["figures"]
    assert figures["hbm"]["value"] == 192
    assert figures["hbm"]["unit"] == "GiB"
    assert (figures["tdp"]["low"], figures["tdp"]["high"]) == (600, 1040)
    assert figures["fp4"]["value"] is None
    assert all(figure["source"]["title"] for figure in figures.values())
    _, text, _ = run("show", "tpu_v7")
    assert "undisclosed" in text


def test_compare_names_the_winner_of_each_row(run):
    code, out, _ = run("compare", "tpu_v7", "b200_sxm", "--json")
    assert code == 0
    rows = {row["id"]: row for row in json.loads(out)["rows"]}
    assert rows["hbm_bandwidth"]["winner"] == "b200_sxm"
    assert rows["tdp"]["outcome"] == "undecidable"
    _, text, _ = run("compare", "tpu_v7", "b200_sxm")
    assert "undecidable" in text
    _, markdown, _ = run("compare", "tpu_v7", "b200_sxm", "--markdown")
    assert markdown.startswith("| ")


def test_estimate_prints_one_json_document_with_inputs(run, tmp_path):
    scenario = tmp_path / "s.toml"
    scenario.write_text('kind = "roofline"\nchip = "b200_sxm"\n', "utf-8")
    code, out, err = run("estimate", scenario, "--json")
    assert (code, err) == (0, "")
    document = json.loads(out)
    assert document["ridge_flops_per_byte"] == 281.25
    assert document["inputs"]["peak_flops"]["source"]["url"]
    _, text, _ = run("estimate", scenario)
    assert "ridge_flops_per_byte: 281.25" in text


def test_a_table_of_ones_own_is_laid_on_top(run, tmp_path):
    table = tmp_path / "own.toml"
    table.write_text(OWN, "utf-8")
    scenario = tmp_path / "s.toml"
    scenario.write_text('kind = "cost"\nchip = "b200_sxm"\n[cost]\nbasis = "rent_3yr"\n', "utf-8")
    _, out, _ = run("estimate", scenario, "--json", "--table", table)
    assert json.loads(out)["usd_per_chip_hour"] == 1.5


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["show", "b20_sxm"], 1, "Did you mean “b200_sxm”?"),
        (["compare", "tpu_v7", "b20_sxm"], 1, "Did you mean “b200_sxm”?"),
        (["compare", "tpu_v7"], 2, "two different ids"),
        (["compare", "tpu_v7", "b200_sxm", "--json", "--markdown"], 2, "exclude each other"),
        (["estimate", "there/is/none.toml"], 1, "none.toml"),
    ],
)
def test_errors_are_one_line_with_a_remedy(run, words, code, said):
    found, out, err = run(*words)
    assert (found, out) == (code, "")
    assert err.count("\n") == 1
    assert said in err


def test_wrong_words_exit_with_two(run):
    assert run("frobnicate")[0] == 2


def test_a_wrong_table_exits_with_one_line(run, tmp_path):
    table = tmp_path / "own.toml"
    table.write_text(OWN.replace("value = 1.5", "value = -1.5"), "utf-8")
    code, _, err = run("list", "--table", table)
    assert code == 1
    assert err.count("\n") == 1
    assert "own.toml: b200_sxm: price 1: -1.5 is not above zero" in err
