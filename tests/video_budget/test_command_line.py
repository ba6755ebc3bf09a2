from __future__ import annotations

import argparse
import contextlib
import csv
import io
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pixelwatt.api import Problem, UsageError, Verdict
from pixelwatt_video_budget import claims, cli
from pixelwatt_video_budget.core.actuals import completion, forecasts_of, score
from pixelwatt_video_budget.core.breakeven import break_even_rate
from pixelwatt_video_budget.core.estimate import Estimate, estimate
from pixelwatt_video_budget.core.example import example_plan
from pixelwatt_video_budget.core.markdown import markdown
from pixelwatt_video_budget.core.plan import Actual, Schedule
from pixelwatt_video_budget.core.plan_reader import parse_plan
from pixelwatt_video_budget.core.price_book import shipped_book
from pixelwatt_video_budget.core.schedule import (
    Stage,
    Work,
    expected_batch_cost,
    expected_rounds,
    frontier,
    gantt,
    stage_times,
)
from pixelwatt_video_budget.core.shot_tables import read_file, read_pasted
from pixelwatt_video_budget.core.spreadsheet import csv_text, neutralised, write_xlsx
from pixelwatt_video_budget.core.take_log import parse_take_log
from pixelwatt_video_budget.core.tries import LearntRate
from pixelwatt_video_budget.core.two_stage import two_stage

TODAY = date(2026, 11, 22)
CLIP = (
    '[[shot]]\nname = "opening"\nseconds = 8\nusable_rate = 0.2\nprice = { per_second = "0.15" }\n'
)


def run(*arguments: object) -> int:
    parser = argparse.ArgumentParser()
    cli.add_arguments(parser)
    return cli.run(parser.parse_args([str(a) for a in arguments]))


def plan_file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "film.budget.toml"
    path.write_text(text, "utf-8")
    return path


def plan_json(tmp_path: Path, capsys: Any, text: str, *more: str) -> dict[str, Any]:
    assert run("plan", plan_file(tmp_path, text), "--json", *more) == 0
    return dict(json.loads(capsys.readouterr().out))


def example() -> Estimate:
    return estimate(example_plan(), shipped_book(), TODAY)


# -- plan, timeline, prices --------------------------------------------------------------------


def test_the_contract_of_plan(tmp_path: Path, capsys: Any) -> None:
    report = plan_json(tmp_path, capsys, CLIP)
    assert report["mean"] == 6
    assert report["quantiles"] == {"0.5": 4.8, "0.8": 9.6, "0.9": 13.2, "0.95": 16.8}
    assert report["tries"]["mean"] == 5
    assert report["tries"]["quantiles"] == {"0.5": 4, "0.8": 8, "0.9": 11, "0.95": 14}
    assert report["billed_seconds"] == 8
    assert report["per_finished_minute"] == 45
    assert report["currency"] == "USD"
    assert report["warnings"] == []
    assert report["sd"] == pytest.approx(1.2 * 20**0.5, abs=1e-6)
    assert [shot["name"] for shot in report["shots"]] == ["opening"]


def test_an_infinite_figure_is_null(tmp_path: Path, capsys: Any) -> None:
    text = CLIP.replace("usable_rate = 0.2", "pilot = { kept = 0, tried = 4 }")
    report = plan_json(tmp_path, capsys, text)
    assert report["mean"] is None
    assert report["quantiles"]["0.9"] > 0
    assert "no limit" in report["warnings"][0]


def test_confirming_from_the_command_line(tmp_path: Path, capsys: Any) -> None:
    row = "google-veo-3.1-fast-generate-001-720p-on"
    text = CLIP + f'[[shot]]\nname = "b"\nseconds = 8\nusable_rate = 0.5\nprice = "{row}"\n'
    waiting = plan_json(tmp_path, capsys, text, "--today", "2026-11-22")
    assert waiting["mean"] == 6
    assert "not in the totals" in waiting["warnings"][0]
    counted = plan_json(tmp_path, capsys, text, "--confirm", "all", "--confidence", "0.75")
    assert counted["mean"] == pytest.approx(7.6)
    assert counted["confidence"] == 0.75
    assert plan_json(tmp_path, capsys, text, "--today", "2026-09-01")["mean"] == 7.6


def test_one_bad_shot_is_told_and_the_rest_is_kept(tmp_path: Path, capsys: Any) -> None:
    bad = CLIP.replace("0.2", "0").replace("opening", "bad")
    report = plan_json(tmp_path, capsys, bad + CLIP)
    assert report["mean"] == 6
    assert "bad" in report["warnings"][0]


@pytest.mark.parametrize(
    "text", ["", "[[shot]]\nname = 'x'\n", CLIP.replace("0.2", "1.5"), CLIP.replace("0.15", "-1"),
             "nonsense", 'title = "only a title"']
)  # fmt: skip
def test_a_plan_without_a_usable_shot_fails(tmp_path: Path, text: str) -> None:
    with pytest.raises(Problem):
        run("plan", plan_file(tmp_path, text), "--json")


def test_wrong_usage(tmp_path: Path) -> None:
    path = plan_file(tmp_path, CLIP)
    for arguments in (("--confidence", "2"), ("--today", "soon")):
        with pytest.raises(UsageError):
            run("plan", path, *arguments)
    with pytest.raises(Problem, match="cannot be read"):
        run("plan", tmp_path / "missing.budget.toml")


def test_plan_for_reading(tmp_path: Path, capsys: Any) -> None:
    run("plan", plan_file(tmp_path, CLIP))
    out = capsys.readouterr().out
    assert "P90 $13.20" in out
    assert "opening 100%" in out


def test_timeline(tmp_path: Path, capsys: Any) -> None:
    pytest.importorskip("opentimelineio", reason="the extra [timeline] is not installed")
    path = tmp_path / "cut.edl"
    path.write_text(
        "TITLE: cut\n001  AX V C 01:00:00:00 01:00:02:00 01:00:00:00 01:00:02:00\n"
        "* FROM CLIP NAME: harbour\n"
    )
    with pytest.raises(UsageError):
        run("timeline", path, "--json")
    run("timeline", path, "--rate", "24", "--json")
    report = json.loads(capsys.readouterr().out)
    assert {"rate", "clips", "seconds", "timeline_seconds", "flattened_seconds", "events",
            "warnings"} <= report.keys()  # fmt: skip
    assert (report["rate"], report["clips"], report["seconds"]) == (24, 1, 2)
    assert report["events"][0]["name"] == "harbour"


def test_timeline_without_the_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "opentimelineio", None)
    path = tmp_path / "cut.otio"
    path.write_text('{"OTIO_SCHEMA": "Timeline.1"}')
    with pytest.raises(Problem, match=r"pip install 'pixelwatt\[timeline\]'"):
        run("timeline", path)


def test_prices(capsys: Any) -> None:
    run("prices", "--json", "--today", "2026-11-22")
    report = json.loads(capsys.readouterr().out)
    assert len(report["prices"]) == 129
    states = {row["id"]: row["freshness"] for row in report["prices"]}
    assert states["openai-sora-2-720p-on"] == "retired"
    assert all(row["source"] and row["date"] for row in report["prices"])


def test_a_price_file_of_ones_own(tmp_path: Path, capsys: Any) -> None:
    prices = tmp_path / "own.toml"
    prices.write_text('[[price]]\nid = "house"\nper_second = "0.05"\n')
    text = CLIP.replace('{ per_second = "0.15" }', '"house"')
    assert plan_json(tmp_path, capsys, text, "--prices", str(prices))["mean"] == 2
    prices.write_text("[[price]]\nper_second = 1\n")
    with pytest.raises(Problem, match="has no id"):
        plan_json(tmp_path, capsys, text, "--prices", str(prices))


def test_published_figures_are_told_with_their_source() -> None:
    lines = [reference.line() for reference in shipped_book().published("yield")]
    assert any(line.startswith("25% · 3-minute animated episode") for line in lines)
    assert all("invideo" in r.line() for r in shipped_book().published("reference_case"))


# -- Time, break-even, two stages, actuals --------------------------------------------------------


def test_looking_is_the_bottleneck() -> None:
    times = stage_times(100, 36, Schedule(slots=10))
    assert times.times[Stage.GENERATION] / 60 == pytest.approx(12.2, abs=0.1)
    assert times.times[Stage.REVIEW] / 60 == 60
    assert times.bottleneck is Stage.REVIEW


def test_batches_trade_money_for_time() -> None:
    work = [Work("x", 20, 0.2, 1.0, 0.0)]
    assert expected_rounds(work, 1) == pytest.approx(16.6, abs=0.05)
    assert expected_rounds(work, 4) == pytest.approx(4.5, abs=0.05)
    extra = expected_batch_cost(work, 4) / expected_batch_cost(work, 1) - 1
    assert extra == pytest.approx(0.355, abs=0.0005)
    points = frontier(work, Schedule(slots=100))
    assert [p.cost for p in points] == sorted(p.cost for p in points)
    assert points[0].seconds > points[3].seconds


def test_gantt_uses_every_slot_and_ends_with_the_last_look() -> None:
    work = [Work("a", 2, 0.5, 1.0, 10.0), Work("b", 1, 1.0, 1.0, 10.0)]
    bars = gantt(work, Schedule(slots=5))
    assert [bar.tries for bar in bars] == [4, 1]
    assert bars[1].generated == 73
    assert bars[1].end == 73 + 50


def test_break_even_rates() -> None:
    # $1.80 for an 8 s try is $13.50 for a pass over a minute.
    assert break_even_rate(13.5, 0, 3000) == pytest.approx(0.0045)
    assert break_even_rate(13.5, 0, 15000) == pytest.approx(0.0009)
    assert break_even_rate(13.5, 400, 3000) == pytest.approx(13.5 / 2600)
    assert break_even_rate(13.5, 3000, 3000) is None


def test_two_stages() -> None:
    from fractions import Fraction

    unknown = two_stage(Fraction("0.3"), Fraction("0.1"), Fraction(1, 5), Fraction(24), None, None,
                        Fraction("0.3"))  # fmt: skip
    assert (unknown.full_per_minute, unknown.draft_per_minute) == (90, 30)
    assert unknown.two_stage_per_minute is None
    known = two_stage(Fraction("0.3"), Fraction("0.1"), Fraction(1, 5), Fraction(24), 2.0, 25.0,
                      Fraction("0.3"))  # fmt: skip
    assert known.energy_per_minute == 1440 * Fraction(25) / 3_600_000 * Fraction("0.3")
    assert known.machine_seconds_per_minute == 120


def test_forecasts_are_scored_and_the_rest_is_estimated() -> None:
    result = example()
    forecasts = forecasts_of(result, "2026-11-22")
    assert len(forecasts) == 8
    name = result.shots[0].priced.shot.name
    median = forecasts[1].quantiles[0]
    actuals = (Actual(name, median), Actual("Title and end card", forecasts[6].quantiles[3] * 2))
    scored = score(forecasts, actuals)
    assert scored.held == {0.5: 0.5, 0.8: 0.5, 0.9: 0.5, 0.95: 0.5}
    assert scored.scored[0].loss < scored.scored[1].loss
    done = completion(result, actuals)
    assert done.spent == median + actuals[1].cost
    assert done.at_completion is not None
    assert done.at_completion > done.spent


# -- Tables in and out -----------------------------------------------------------------------------


def test_pasted_tables_in_two_languages() -> None:
    shots, warnings = read_pasted("场次\t镜头\t秒数\t良品率\t单价\n1\t开场\t8\t20%\t0.15\n")
    assert warnings == []
    assert (shots[0].scene, shots[0].name, float(shots[0].usable_rate or 0)) == ("1", "开场", 0.2)
    plain, _ = read_pasted("opening,8,0.25\ncrowd,0:12,\n")
    assert [(s.name, float(s.seconds)) for s in plain] == [("opening", 8), ("crowd", 12)]


def test_bad_rows_are_told_and_the_rest_is_kept() -> None:
    shots, warnings = read_pasted("shot,seconds,yield\na,8,0.2\nb,none,0.2\nc,4,7\n")
    assert [shot.name for shot in shots] == ["a"]
    assert "Row 3" in warnings[0]
    assert "Row 4" in warnings[1]
    with pytest.raises(Problem):
        read_pasted("  \n")


@settings(max_examples=120, deadline=None)
@given(st.text(max_size=80), st.sampled_from(["", "shot,seconds,kept\n", "镜头\t秒\t结果\n"]))
def test_any_text_is_a_table_or_a_problem(text: str, head: str) -> None:
    for read in (read_pasted, parse_take_log):
        with contextlib.suppress(Problem):
            read(head + text)


def test_workbooks_and_old_chinese_csv(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book.active.append(["Shot", "Seconds", "Tier"])
    book.active.append(["crowd", 5.5, "L7"])
    book.save(tmp_path / "list.xlsx")
    shots, _ = read_file(tmp_path / "list.xlsx")
    assert (shots[0].tier, float(shots[0].seconds)) == ("L7", 5.5)
    (tmp_path / "list.csv").write_bytes("镜头,秒\n开场,8\n".encode("gb18030"))
    assert read_file(tmp_path / "list.csv")[0][0].name == "开场"
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04 broken")
    with pytest.raises(Problem, match="workbook"):
        read_file(tmp_path / "broken.xlsx")


def test_a_log_of_takes() -> None:
    log = parse_take_log("shot,kept\nopening,yes\nopening,no\ncrowd,废\ncrowd,maybe\n")
    assert log.by_shot == {"opening": LearntRate(1, 2), "crowd": LearntRate(0, 1)}
    assert log.total == LearntRate(1, 3)
    assert "Line 5" in log.warnings[0]
    with pytest.raises(Problem, match="verdicts"):
        parse_take_log("a,b\n1,2\n")


@pytest.mark.parametrize("text", ["=1+1", "+cmd", "-2+3", "@SUM(A1)", "\t=1", "\r=1"])
def test_formulas_are_neutralised(text: str) -> None:
    assert neutralised(text) == f"'{text}"
    plan, _ = parse_plan(CLIP.replace('"opening"', json.dumps(text)))
    result = estimate(plan, shipped_book(), TODAY)
    name = result.shots[0].priced.shot.name
    rows = list(csv.reader(io.StringIO(csv_text(result))))
    assert rows[1][1] == neutralised(name)


def test_numbers_stay_numbers() -> None:
    assert [neutralised(t) for t in ("-5.5", "+3", "opening")] == ["-5.5", "+3", "opening"]


def test_the_workbook_computes(tmp_path: Path) -> None:
    import openpyxl

    plan, _ = parse_plan(
        CLIP.replace("opening", "=HYPERLINK(1)")
        + CLIP.replace("usable_rate = 0.2", "pilot = { kept = 2, tried = 9 }")
        + '[[fixed]]\nname = "Editor"\ncost = "50"\n'
    )
    result = estimate(plan, shipped_book(), TODAY)
    path = tmp_path / "film.xlsx"
    write_xlsx(result, path)
    formulas, values = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    shots, cached = formulas.worksheets[1], values.worksheets[1]
    assert shots["B2"].value == "=HYPERLINK(1)"
    assert shots["B2"].data_type == "s"
    assert shots["B2"].quotePrefix
    assert not shots["E2"].quotePrefix
    assert [shots[f"{c}2"].value for c in "FJMNO"] == [
        "=D2*1", "=C2", "=J2*K2+L2", "=F2/G2", "=N2*M2",
    ]  # fmt: skip
    assert shots["N3"].value == "=F3*(I3+1)/H3"
    # The formulas of learnt rates give what the planner computed: (9 + 1) / 2 tries.
    assert cached["N3"].value == pytest.approx(cached["F3"].value * (9 + 1) / 2)
    assert cached["O4"].value == pytest.approx(cached["O2"].value + cached["O3"].value)
    top = {row[0].value: row[1].value for row in formulas.worksheets[0].iter_rows(max_col=2)}
    assert top["Mean"] == "='Shots'!O4+SUM(B3:B3)"


SHAPES = """[[shot]]
name = "sold lengths and review"
seconds = 11
count = 3
usable_rate = 0.2
price = { per_second = "0.15" }
whole_lengths = [4, 6, 8]
review_seconds = 40
review_per_hour = "45"
[[shot]]
name = "a clip"
seconds = 6
usable_rate = 0.25
price = { per_clip = "0.49", clip_seconds = 6 }
review_seconds = 36
review_per_hour = "100"
[[shot]]
name = "tokens, learnt"
seconds = 5
pilot = { kept = 3, tried = 12 }
price = { per_million_tokens = "7", width = 1280, height = 720, fps = 24 }
[[shot]]
name = "a tier"
seconds = 4
tier = "L3"
"""


def test_every_formula_gives_the_value_beside_it(tmp_path: Path) -> None:
    """The formulas use only + * / and cells of their row: worked out here, cell by cell."""
    import re

    import openpyxl

    plan, _ = parse_plan(SHAPES)
    path = tmp_path / "film.xlsx"
    write_xlsx(estimate(plan, shipped_book(), TODAY), path)
    formulas = openpyxl.load_workbook(path).worksheets[1]
    cached = openpyxl.load_workbook(path, data_only=True).worksheets[1]
    checked = 0
    for row in formulas.iter_rows(min_row=2, max_row=5):
        for cell in row:
            if cell.data_type != "f":
                continue
            text = re.sub(
                r"[A-Z]+\d+", lambda found: repr(float(cached[found[0]].value)), cell.value[1:]
            )
            assert eval(text, {"__builtins__": {}}) == pytest.approx(cached[cell.coordinate].value)
            checked += 1
    assert checked == 13


def test_markdown_escapes_and_sources() -> None:
    fixed = '[[fixed]]\nname = "Editor"\ncost = "800"\n'
    plan, _ = parse_plan(CLIP.replace("opening", "a | b") + fixed)
    text = markdown(estimate(plan, shipped_book(), TODAY))
    assert "a \\| b" in text
    assert "$813.20" in text
    assert "| Editor |  | fixed cost, typed | – | $800.00 |" in text


# -- Claims and the plugin -----------------------------------------------------------------------


def test_every_claim_has_its_verdict_and_arithmetic() -> None:
    results = {}
    for claim in claims.all_claims():
        check = getattr(claims, claim.check.partition(":")[2])
        results[claim.id.removeprefix("video_budget.")] = check()
        assert claim.statement_zh
    assert results["clip_price"].verdict is Verdict.SUPPORTED
    assert results["thousandth"].verdict is Verdict.SUPPORTED
    assert results["six_to_ten"].verdict is Verdict.CONTRADICTED
    assert results["twenty_percent"].verdict is Verdict.UNDECIDABLE
    assert "0.67232" in results["five_tries"].arithmetic
    assert "148,148" in results["against_200m"].arithmetic
    assert "200–889" in results["hundred_to_thousand"].arithmetic
    assert "$45–60 (93.75)" in results["raw_minute"].arithmetic
    # A figure that only agrees with another unsourced one is not supported by it.
    assert results["vfx_second"].verdict is Verdict.UNDECIDABLE
    assert "49 min" in results["ten_minutes"].arithmetic


def test_the_plugin_is_data() -> None:
    from importlib import import_module

    from pixelwatt_video_budget import plugin

    named = [c.run for c in plugin.pixelwatt_commands()]
    named += [o.open for o in plugin.pixelwatt_openers()]
    named += [e.write for e in plugin.pixelwatt_exporters()]
    named += [p.view for p in plugin.pixelwatt_panels()]
    for reference in named:
        module, _, attribute = reference.partition(":")
        assert hasattr(import_module(module), attribute), reference
    (diagnostic,) = plugin.pixelwatt_diagnostics()
    module, _, attribute = diagnostic.collect.partition(":")
    assert len(getattr(import_module(module), attribute)()) == 4
