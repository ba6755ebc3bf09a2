from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pixelwatt_accelerators.core.catalogue import Datum, FigureStatus, SourceRef
from pixelwatt_accelerators.core.compare import Outcome, cell_text, judge, table_rows, verdict_text
from pixelwatt_accelerators.core.document import Show
from pixelwatt_accelerators.core.render import (
    comparison_csv,
    comparison_json,
    comparison_markdown,
)
from pixelwatt_accelerators.core.units import from_base

PAGE = SourceRef("page", "A page")


def datum(value, low=None, high=None, status=FigureStatus.PUBLISHED):
    return Datum("tdp", status, PAGE, value, "W", low=low, high=high)


def test_overlapping_intervals_decide_nothing():
    verdict = judge(["a", "b"], [datum(960, 600, 1040), datum(1000)], "lower")
    assert verdict.outcome == Outcome.UNDECIDABLE


def test_an_undisclosed_figure_leaves_the_row_open():
    unknown = Datum("fp4", FigureStatus.UNDISCLOSED, PAGE)
    verdict = judge(["a", "b"], [unknown, datum(9000)], "higher")
    assert (verdict.outcome, verdict.unknown) == (Outcome.UNDECIDABLE, ("a",))


def test_who_does_not_support_a_rate_loses_it():
    verdict = judge(
        ["a", "b"], [Datum("fp4", FigureStatus.NOT_SUPPORTED, PAGE), datum(9000)], "higher"
    )
    assert (verdict.outcome, verdict.winner) == (Outcome.WINNER, "b")


def test_equal_figures_tie():
    assert judge(["a", "b"], [datum(5), datum(5)], "higher").outcome == Outcome.TIE


def test_those_who_share_the_best_value_tie_and_the_others_lose():
    verdict = judge(["a", "b", "c"], [datum(8), datum(7), datum(8)], "higher")
    assert (verdict.outcome, verdict.tied) == (Outcome.TIE, ("a", "c"))
    assert verdict_text(verdict, {"a": "A", "b": "B", "c": "C"}) == "tie of A, C"
    # One whose interval reaches the shared best may yet be better than either.
    wide = judge(["a", "b", "c"], [datum(8), datum(7, 6, 9), datum(8)], "higher")
    assert wide.outcome == Outcome.UNDECIDABLE


def test_single_chips_have_no_figures_of_a_system(catalogue):
    chips = catalogue.select(["tpu_v7", "gb200_nvl72"])
    rows = {row.id: row for row in table_rows(chips, Show())}
    for row_id in ("chips", "system_hbm", "system_power"):
        assert rows[row_id].verdict.outcome == Outcome.NOT_COMPARED
        assert cell_text(rows[row_id].cells[0], rows[row_id].unit) == "no system"
    racks = catalogue.select(["gb200_nvl72", "gb300_nvl72"])
    rows = {row.id: row for row in table_rows(racks, Show())}
    assert rows["system_hbm"].verdict.winner == "gb300_nvl72"


@given(st.lists(st.floats(1, 1e6), min_size=2, max_size=6, unique=True), st.randoms())
def test_the_order_of_columns_changes_no_winner(values, random):
    ids = [f"chip{i}" for i in range(len(values))]
    pairs = list(zip(ids, values, strict=True))
    straight = judge(ids, [datum(v) for v in values], "higher")
    random.shuffle(pairs)
    mixed = judge([i for i, _ in pairs], [datum(v) for _, v in pairs], "higher")
    assert (straight.outcome, straight.winner) == (mixed.outcome, mixed.winner)


# -- The essay's table, with sourced figures -------------------------------------------------


@pytest.fixture
def rows(catalogue):
    chosen = catalogue.select(["tpu_v7", "b200_sxm"])
    return {row.id: row for row in table_rows(chosen, Show())}


@pytest.mark.parametrize(
    ("row_id", "outcome", "winner"),
    [
        ("memory", "winner", "tpu_v7"),
        ("hbm_bandwidth", "winner", "b200_sxm"),
        ("bf16", "winner", "tpu_v7"),
        ("fp4", "undecidable", ""),
        ("link_bidi", "winner", "b200_sxm"),
        ("link_pair", "winner", "b200_sxm"),
        ("domain", "winner", "tpu_v7"),
        ("price_rent_3yr", "winner", "tpu_v7"),
    ],
)
def test_the_winner_of_each_row(rows, row_id, outcome, winner):
    verdict = rows[row_id].verdict
    assert (verdict.outcome, verdict.winner) == (outcome, winner)


def test_tdp_cannot_be_decided(rows):
    assert rows["tdp"].verdict.outcome == Outcome.UNDECIDABLE


def test_the_memory_margin_is_6_7_percent(rows):
    assert rows["memory"].verdict.margin == pytest.approx(0.0667, abs=1e-4)


def test_units_of_memory_change_the_text_and_nothing_else(catalogue):
    chosen = catalogue.select(["tpu_v7", "b200_sxm"])
    decimal, binary = (
        next(r for r in table_rows(chosen, Show(memory_unit=unit)) if r.id == "memory")
        for unit in ("GB", "GiB")
    )
    assert decimal.cells == binary.cells
    assert decimal.verdict == binary.verdict
    assert from_base(binary.cells[0].value, "GiB") == 192


def test_sparse_rates_double_only_where_someone_published_that(catalogue):
    chosen = catalogue.select(["tpu_v7", "b200_sxm", "mi355x"])
    row = next(r for r in table_rows(chosen, Show(sparsity="sparse")) if r.id == "fp8")
    tpu, b200, mi355x = row.cells
    assert tpu.status == FigureStatus.NOT_SUPPORTED
    assert b200.value == 9000e12
    assert mi355x.status == FigureStatus.UNDISCLOSED


def test_a_ninefold_lead_is_told_as_a_factor(rows):
    text = verdict_text(rows["link_pair"].verdict, {"b200_sxm": "B200"})
    assert text == "B200, 9 times"


def test_a_whole_domain_stands_beside_the_chips(rows):
    fp8, memory = rows["domain_fp8"], rows["domain_memory"]
    # Google prints 42.5 EFLOP/s for a pod of 9,216.
    assert fp8.cells[0].value == pytest.approx(42.5e18, rel=1e-3)
    assert memory.cells[0].value == pytest.approx(1.90e15, rel=1e-3)
    assert memory.cells[1].value == pytest.approx(8 * 180 * 2**30)
    assert fp8.verdict.winner == "tpu_v7"


# -- As JSON, Markdown, CSV ------------------------------------------------------------------


def test_json_has_null_for_unknown_and_a_source_for_all_else(catalogue, rows):
    document = comparison_json(catalogue.select(["tpu_v7", "b200_sxm"]), list(rows.values()))
    found = {row["id"]: row for row in document["rows"]}
    assert found["fp4"]["cells"]["tpu_v7"]["value"] is None
    assert found["fp4"]["cells"]["tpu_v7"]["status"] == "undisclosed"
    assert found["memory"]["cells"]["tpu_v7"]["value"] == pytest.approx(206.158, abs=1e-3)
    for row in document["rows"]:
        for cell in row["cells"].values():
            assert cell["value"] is None or cell["source"]["title"]


def test_markdown_has_a_footnote_for_each_mark(catalogue, rows):
    text = comparison_markdown(catalogue.select(["tpu_v7", "b200_sxm"]), list(rows.values()))
    table, _, notes = text.partition("\n\n")
    for number in range(1, notes.count("[^") + 1):
        assert f"[^{number}]" in table
        assert f"[^{number}]: " in notes
    widths = {line.count(" | ") for line in table.splitlines() if not line.startswith("| ---")}
    assert len(widths) == 1


def test_csv_has_a_line_per_cell_and_empty_fields_for_unknown(catalogue, rows):
    import csv

    text = comparison_csv(catalogue.select(["tpu_v7", "b200_sxm"]), list(rows.values()))
    lines = list(csv.DictReader(text.splitlines()))
    assert len(lines) == 2 * len(rows)
    fp4 = next(r for r in lines if (r["quantity"], r["accelerator"]) == ("fp4", "tpu_v7"))
    assert (fp4["value"], fp4["status"]) == ("", "undisclosed")
