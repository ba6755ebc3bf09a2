from __future__ import annotations

import dataclasses
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pixelwatt.api import Problem
from pixelwatt_video_budget.core.billing import (
    BasePlusSeconds,
    Billing,
    Credits,
    Lengths,
    PerClip,
    PerFrame,
    PerSecond,
    PerToken,
    billed_lengths,
    clip_price,
)
from pixelwatt_video_budget.core.cell_text import rate_cell, with_price_text, with_rate_text
from pixelwatt_video_budget.core.estimate import Estimate, estimate
from pixelwatt_video_budget.core.example import example_plan
from pixelwatt_video_budget.core.explain import Explanation, explain
from pixelwatt_video_budget.core.money import money_text, parse_decimal, unit_price_text
from pixelwatt_video_budget.core.plan import Plan, Scenario, Shot, apply_scenario
from pixelwatt_video_budget.core.plan_reader import parse_plan
from pixelwatt_video_budget.core.plan_writer import PlanWriter, write_plan
from pixelwatt_video_budget.core.price_book import read_own_row, shipped_book
from pixelwatt_video_budget.core.price_rows import Freshness, freshness
from pixelwatt_video_budget.core.price_text import read_price_text, write_price_text
from pixelwatt_video_budget.core.tries import LearntRate

TODAY = date(2026, 11, 22)
VEO = "google-veo-3.1-fast-generate-001-720p-on"


def plan_of(text: str) -> Plan:
    plan, warnings = parse_plan(text)
    assert warnings == []
    return plan


def priced(text: str) -> Estimate:
    return estimate(plan_of(text), shipped_book(), TODAY)


def amounts(result: Estimate) -> list[float]:
    return [float(result.cost.quantiles[q]) for q in (0.5, 0.8, 0.9, 0.95)]


# -- Billing --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("billing", "seconds", "price"),
    [
        (PerSecond(Decimal("0.15")), 8, "1.20"),
        (PerClip(Decimal("0.49"), Decimal(6)), 6, "0.49"),
        # Seedance 2.5, 480p: the published 5 s price over 24·5 + 1 frames gives the 10 s price.
        (PerFrame(Decimal("0.741232") / 121, Decimal(24)), 10, "1.476338"),
        (PerToken(Decimal("4.3"), 1280, 720, Decimal(24)), 5, "0.4644"),
        (BasePlusSeconds(Decimal("0.10"), Decimal("0.05"), Decimal(4)), 10, "0.40"),
        (Credits(Decimal(12), Decimal("0.01")), 10, "1.20"),
        (Credits(Decimal(20), Decimal("0.02"), Decimal(8)), 8, "0.40"),
    ],
)
def test_every_billing_shape(billing: object, seconds: int, price: str) -> None:
    got = clip_price(billing, Fraction(seconds))  # type: ignore[arg-type]
    assert float(got) == pytest.approx(float(price), abs=1e-6)


@pytest.mark.parametrize(
    ("seconds", "billed"),
    [("1.3", [4]), ("4.8", [6]), ("8", [8]), ("10.7", [8, 4]), ("13", [8, 6]), ("17", [8, 6, 4])],
)
def test_whole_lengths_cover_a_shot_with_few_clips_and_little_waste(
    seconds: str, billed: list[int]
) -> None:
    lengths = Lengths(whole=(Decimal(4), Decimal(6), Decimal(8)))
    assert sorted(billed_lengths(Fraction(seconds), lengths), reverse=True) == billed


def test_lengths_of_a_range() -> None:
    lengths = Lengths(shortest=Decimal(5), longest=Decimal(10))
    assert billed_lengths(Fraction(2), lengths) == [5]
    assert billed_lengths(Fraction(25), lengths) == [Fraction(25, 3)] * 3


def test_183_clips_at_the_list_price() -> None:
    result = priced(
        '[[shot]]\nname="a"\nseconds=8\ncount=183\nusable_rate=1\nprice={per_second="0.10"}\n'
    )
    assert result.cost.mean == Fraction("146.40")
    assert amounts(result) == [146.40] * 4
    assert result.one_pass_seconds == 183 * 8


# -- The exact checks -----------------------------------------------------------------------


def test_one_clip() -> None:
    result = priced('[[shot]]\nname="a"\nseconds=8\nusable_rate=0.2\nprice={per_second="0.15"}\n')
    assert result.cost.mean == 6
    assert amounts(result) == [4.80, 9.60, 13.20, 16.80]
    assert result.tries.mean == 5
    assert [int(v) for v in result.tries.quantiles.values()] == [4, 8, 11, 14]
    assert result.per_finished_minute == 45
    assert result.method == "exact"


def test_thirty_shots_with_review() -> None:
    result = priced(
        '[[shot]]\nname="a"\nseconds=8\ncount=30\nusable_rate=0.25\nprice={per_second="0.12"}\n'
        'review_seconds=60\nreview_per_hour="36"\n'
    )
    assert result.cost.mean == Fraction("187.20")
    assert amounts(result) == [185.64, 212.16, 226.20, 238.68]


def test_a_tier_alone_is_in_closed_form() -> None:
    result = priced('[[shot]]\nname="a"\nseconds=60\ntier="L2"\n')
    assert float(result.cost.mean or 0) == pytest.approx(949.347, abs=5e-4)
    assert amounts(result)[3] == pytest.approx(1752.750, abs=5e-4)
    assert result.tries.mean == 0


def test_trimming_is_apart_from_yield() -> None:
    # 41 of 164 clips of 15 s kept, 5 s used of each: 7.3 % of what is generated.
    result = priced(
        '[[shot]]\nname="a"\nseconds=180\nusable_rate=0.25\nclip_seconds=15\nkept_seconds=5\n'
        'price={per_second="0.10"}\n'
    )
    (shot,) = result.shots
    assert shot.priced.clips == 36  # type: ignore[union-attr]
    assert result.cost.mean == 36 * 4 * Fraction("1.5")


def test_the_three_shots_that_decide_come_first() -> None:
    result = estimate(example_plan(), shipped_book(), TODAY)
    names = [shot.priced.shot.name for shot in result.deciding()]
    assert names[:2] == ["Title and end card", "Dragon over the castle"]
    assert sum(shot.share for shot in result.shots) == pytest.approx(1, abs=1e-9)


# -- What is kept out of the totals ------------------------------------------------------------


def test_a_stale_price_waits_for_confirmation() -> None:
    text = f'[[shot]]\nname="a"\nseconds=8\nusable_rate=0.25\nprice="{VEO}"\n'
    waiting = priced(text)
    assert waiting.priced == []
    assert "over 60 days old" in waiting.warnings[0]
    counted = priced(f'{text}[confirmed]\n"{VEO}" = "2026-11-22"\n')
    assert counted.cost.mean == Fraction("3.2")
    assert "Confirmed on 2026-11-22" in counted.warnings[0]


def test_ages_and_retirements() -> None:
    rows = shipped_book().rows
    assert len(rows) == 129
    assert freshness(rows[VEO], date(2026, 9, 1), 60) is Freshness.CURRENT
    assert freshness(rows["openai-sora-2-720p-on"], TODAY, 60) is Freshness.RETIRED
    assert all(row.source and row.date for row in rows.values())


def test_a_vanished_row_offers_its_neighbours() -> None:
    result = priced('[[shot]]\nname="a"\nseconds=8\nusable_rate=1\nprice="google-veo-3.1-fast"\n')
    assert "Did you mean google-veo-3.1-fast" in result.warnings[0]


@pytest.mark.parametrize(
    ("shot", "reason"),
    [
        ('tier="L10"', "open-ended"),
        ('usable_rate=0.5\nprice="topaz-astra-2-1080p-none"', "does not price a generated clip"),
        ("usable_rate=0.5", "neither a price nor a tier"),
        ('price={per_second="1"}', "no usable rate"),
        ('pilot="nobody"\nprice={per_second="1"}', "no pilot called"),
        ('usable_rate=0.5\nkept_seconds=3\nprice={per_second="1"}', "how long clips are"),
    ],
)
def test_what_cannot_be_priced_says_why_and_the_rest_counts(shot: str, reason: str) -> None:
    good = '[[shot]]\nname="good"\nseconds=8\nusable_rate=1\nprice={per_second="1"}\n'
    result = priced(f'[[shot]]\nname="bad"\nseconds=8\n{shot}\n{good}')
    assert reason in result.warnings[0]
    assert result.cost.mean == 8


def test_another_currency_needs_a_typed_rate() -> None:
    text = 'currency="CNY"\n[[shot]]\nname="a"\nseconds=60\ntier="L2"\n'
    assert "Type the rate of USD" in priced(text).warnings[0]
    with_rate = priced(f'{text}[rates]\nUSD = {{ rate = "7.1", date = "2026-11-20" }}\n')
    assert float(with_rate.cost.mean or 0) == pytest.approx(949.347 * 7.1, rel=1e-5)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("usable_rate = 0", "at most 1: 0"),
        ("usable_rate = 1.2", "at most 1: 1.2"),
        ('price = { per_second = "-1" }', "negative"),
        ("seconds = -8", "above zero"),
        ("seconds = inf", "out of range"),
        ("count = 2.5", "whole number"),
        ('tier = "L11"', "no tier"),
        ("pilot = { kept = 9, tried = 8 }", "cannot have been kept"),
        ('range = "normal"', "no range"),
        ("whole_lengths = 8", "not a list"),
        ('price = { per_minute = "1" }', "does not say what is billed"),
        ("seconds = true", "not a number"),
    ],
)
def test_bad_input_is_one_clear_line_and_the_rest_is_kept(line: str, message: str) -> None:
    seconds = "" if line.startswith("seconds") else "seconds = 8\n"
    text = f'[[shot]]\nname = "bad"\n{seconds}{line}\n[[shot]]\nname = "good"\nseconds = 8\n'
    plan, warnings = parse_plan(text)
    assert [shot.name for shot in plan.shots] == ["good"]
    assert len(warnings) == 1
    assert message in warnings[0]
    assert "\n" not in warnings[0]


def test_a_newer_plan_is_kept_whole() -> None:
    text = 'version = 7\nlens = "50mm"\n[[shot]]\nname = "a"\nseconds = 8\nmood = "calm"\n'
    plan, warnings = parse_plan(text)
    assert "newer Pixelwatt (version 7)" in warnings[0]
    again, _ = parse_plan(write_plan(plan))
    assert again == plan
    assert 'mood = "calm"' in write_plan(plan)


def test_what_cannot_be_read_is_written_back_as_it_came() -> None:
    text = (
        '[[shot]]\nname = "good"\nseconds = 8\nusable_rate = 0.2\nprice = { per_second = "0.1" }\n'
        '[[shot]]\nname = "bad"\nseconds = nan\nusable_rate = 3\n[[fixed]]\nname = "x"\ncost = -1\n'
    )
    plan, warnings = parse_plan(text)
    assert [shot.name for shot in plan.shots] == ["good"]
    written = write_plan(plan)
    assert "usable_rate = 3" in written
    assert "cost = -1" in written
    again, told_again = parse_plan(written)
    assert told_again == warnings
    assert write_plan(again) == written


def test_two_answers_to_one_question_are_told() -> None:
    text = (
        '[[shot]]\nname = "a"\nseconds = 8\nusable_rate = 0.5\npilot = { kept = 1, tried = 8 }\n'
        'price = { per_second = "0.1" }\n[[shot]]\nname = "b"\nseconds = 8\ntier = "L3"\n'
        'price = { per_second = "0.1" }\n'
    )
    plan, warnings = parse_plan(text)
    assert [shot.name for shot in plan.shots] == ["a", "b"]
    assert [warning.rpartition(":")[2].strip() for warning in warnings] == [
        "pilot and usable_rate are both given; pilot counts.",
        "tier and price are both given; tier counts.",
    ]


def test_a_wrong_tier_names_its_shot() -> None:
    _plan, warnings = parse_plan('[[shot]]\nname = "a"\nseconds = 8\ntier = "L11"\n')
    assert warnings == ["Shot “a”: There is no tier “L11”. Tiers are L1 to L10."]


def test_not_a_plan_at_all() -> None:
    with pytest.raises(Problem, match="not a valid plan"):
        parse_plan("[[shot]\nname=")


# -- Reading and writing -----------------------------------------------------------------------


def test_the_example_reads_back_as_it_is_written() -> None:
    plan = example_plan()
    text = write_plan(plan)
    assert parse_plan(text) == (plan, [])
    assert 'price = { per_second = "0.15" }' in text


names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).filter(
    lambda text: text.strip() == text
)
shots = st.builds(
    Shot,
    name=names,
    seconds=st.decimals("0.1", "500", places=3),
    count=st.integers(1, 50),
    usable_rate=st.none() | st.decimals("0.001", "1", places=3),
    pilot=st.none() | st.builds(LearntRate, st.integers(0, 4), st.integers(4, 40)),
    price=st.none() | st.builds(PerSecond, st.decimals("0", "9", places=4)),
    notes=st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    top=st.none() | st.decimals("1", "9", places=2),
)  # fmt: skip
shots = shots.map(lambda s: s if s.pilot is None else dataclasses.replace(s, usable_rate=None))


@settings(max_examples=60, deadline=None)
@given(st.lists(shots, max_size=4), names)
def test_any_plan_reads_back_equal(list_of_shots: list[Shot], title: str) -> None:
    plan = Plan(title=title, shots=tuple(list_of_shots))
    assert parse_plan(write_plan(plan)) == (plan, [])


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3),
    max_leaves=4,
)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_a_plan_or_a_problem(text: str) -> None:
    told = ""
    try:
        parse_plan(text)
    except Problem as problem:
        told = str(problem).strip()
    assert "\n" not in told


KEYS = ["seconds", "count", "usable_rate", "pilot", "price", "whole_lengths", "tier", "range",
        "review_seconds", "fallback", "give_up_after", "confidence", "correlation", "currency",
        "rates", "schedule", "fixed", "forecast", "actual", "scenario", "upscale"]  # fmt: skip
TOML_VALUES = ["-1", "0", "1e400", "nan", '"x"', "[]", "{}", "[[]]", "true", "2026-01-01", '"1/0"',
               '[{}]', '{ kept = -1, tried = 0 }', '{ per_second = "1e999" }', '"L9"']  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(KEYS), st.sampled_from(TOML_VALUES)), max_size=5))
def test_any_wrong_value_is_told_and_nothing_breaks(pairs: list[tuple[str, str]]) -> None:
    lines = dict(pairs)
    body = "".join(f"{key} = {value}\n" for key, value in lines.items())
    for text in (body, f'[[shot]]\nname = "a"\nseconds = 4\nusable_rate = 0.5\n{body}'):
        try:
            plan, warnings = parse_plan(text)
        except Problem:
            continue
        assert all("\n" not in warning for warning in warnings)
        estimate(plan, shipped_book(), TODAY)


# -- Cells, money, explanations ----------------------------------------------------------------


def test_prices_and_rates_as_typed() -> None:
    shot, book = Shot(name="a", seconds=Decimal(8)), shipped_book()
    assert with_price_text(shot, "l7", book).tier == "L7"
    assert with_price_text(shot, "$0.15/s", book).price == PerSecond(Decimal("0.15"))
    assert with_price_text(shot, "1.20/8s", book).price == PerClip(Decimal("1.20"), Decimal(8))
    assert with_price_text(shot, VEO, book).price == VEO
    assert with_price_text(shot, book.rows[VEO].title(), book).price == VEO
    assert rate_cell(with_rate_text(shot, "20%")) == "20%"
    assert with_rate_text(shot, "3/12").pilot == LearntRate(3, 12)
    with pytest.raises(Problem):
        with_price_text(shot, "cheap", book)
    with pytest.raises(Problem):
        with_rate_text(shot, "0")


@pytest.mark.parametrize(
    ("typed", "billing"),
    [
        ("$0.15", PerSecond(Decimal("0.15"))),
        ("0.15 / s", PerSecond(Decimal("0.15"))),
        ("1.20/8s", PerClip(Decimal("1.20"), Decimal(8))),
        ("0.10 + 0.05/s", BasePlusSeconds(Decimal("0.10"), Decimal("0.05"))),
        ("0.10+0.05/s > 4s", BasePlusSeconds(Decimal("0.10"), Decimal("0.05"), Decimal(4))),
        ("0.004/frame @24", PerFrame(Decimal("0.004"), Decimal(24))),
        ("7/Mtok @1280x720 @24", PerToken(Decimal(7), 1280, 720, Decimal(24))),
        ("12cr/s @0.01", Credits(Decimal(12), Decimal("0.01"))),
        ("60 credits/5s @$0.01", Credits(Decimal(60), Decimal("0.01"), Decimal(5))),
    ],
)
def test_every_billing_shape_is_typed_and_edited_on_one_line(typed: str, billing: Billing) -> None:
    assert read_price_text(typed) == billing
    assert read_price_text(write_price_text(billing)) == billing


def test_what_is_no_price_is_none_or_a_problem() -> None:
    assert read_price_text("cheap") is None
    assert read_price_text("7/Mtok@1280@24") is None
    for wrong in ("1/0s", "1..2/s", "7/Mtok@0x720@24"):
        with pytest.raises(Problem):
            read_price_text(wrong)


def test_money_is_exact_and_readable() -> None:
    assert money_text(Fraction(2005, 1000), "USD") == "$2.01"
    assert money_text(Decimal("1234567.8"), "EUR") == "€1,234,568"
    assert unit_price_text(Decimal("0.002038")) == "$0.002038"
    assert parse_decimal("$1,200.50", "x") == Decimal("1200.50")


def test_a_what_if_changes_rates_prices_and_pilots() -> None:
    plan = apply_scenario(example_plan(), Scenario("half", Decimal("0.5")))
    before, after = example_plan().shots, plan.shots
    assert after[0].usable_rate == before[0].usable_rate / 2  # type: ignore[operator]
    assert plan.pilots["people"].mean == pytest.approx(0.25 / 2)
    dearer = estimate(example_plan(), shipped_book(), TODAY, price_factor=Decimal("1.5"))
    usual = estimate(example_plan(), shipped_book(), TODAY)
    assert (dearer.cost.mean or 0) > (usual.cost.mean or 0)


def test_fixed_costs_move_every_figure() -> None:
    plan = plan_of('[[shot]]\nname="a"\nseconds=8\nusable_rate=0.2\nprice={per_second="0.15"}\n')
    extra = parse_plan('[[fixed]]\nname="Editor"\ncost="100"\n')[0].fixed
    result = estimate(dataclasses.replace(plan, fixed=extra), shipped_book(), TODAY)
    assert result.cost.mean == 106
    assert amounts(result)[0] == 104.80


def test_a_total_opens_down_to_the_source() -> None:
    text = (
        f'[[shot]]\nname="a"\nseconds=8\nusable_rate=0.25\nprice="{VEO}"\n'
        f'[confirmed]\n"{VEO}" = "2026-11-22"\n'
    )

    def lines(node: Explanation) -> list[str]:
        return [f"{node.label} {node.value} {node.how}", *(x for c in node.children
                                                          for x in lines(c))]  # fmt: skip

    told = "\n".join(lines(explain(priced(text))))
    for piece in (VEO, "2026-08-18", "Comfy-Org/docs", "$0.10/s", "half up to cents", "P95"):
        assert piece in told


def test_correlated_films_are_simulated_and_say_so() -> None:
    text = '[[shot]]\nname="a"\nseconds=8\ncount=20\nusable_rate=0.25\nprice={per_second="0.15"}\n'
    alone, together = priced(text), priced(f"correlation = 0.5\n{text}")
    assert together.method == "simulated"
    assert together.cost.mean == alone.cost.mean
    assert amounts(together)[2] > amounts(alone)[2] * 1.1
    assert amounts(together) == amounts(priced(f"correlation = 0.5\n{text}"))


def test_an_edit_works_out_only_the_shot_that_changed() -> None:
    plan = example_plan()
    first = estimate(plan, shipped_book(), TODAY)
    shots = list(plan.shots)
    shots[0] = dataclasses.replace(shots[0], seconds=Decimal(20))
    edited = plan.with_shots(shots)
    again = estimate(edited, shipped_book(), TODAY, earlier=first)
    alone = estimate(edited, shipped_book(), TODAY)
    assert again.shots == alone.shots
    assert (again.cost, again.tries, again.budget) == (alone.cost, alone.tries, alone.budget)
    assert again.shots[1].priced is first.shots[1].priced
    assert again.shots[0].priced is not first.shots[0].priced


@pytest.mark.parametrize(
    "change",
    [
        {"confidence": Decimal("0.7")},
        {"pilots": {"people": LearntRate(9, 10)}},
        {"prices": (read_own_row({"id": "x", "per_second": "1"}, "x"),)},
    ],
)
def test_figures_of_another_basis_are_not_kept(change: dict[str, Any]) -> None:
    plan = example_plan()
    first = estimate(plan, shipped_book(), TODAY)
    other = dataclasses.replace(plan, **change)
    again = estimate(other, shipped_book(), TODAY, earlier=first)
    assert again.shots == estimate(other, shipped_book(), TODAY).shots
    assert all(a.priced is not b.priced for a, b in zip(again.shots, first.shots, strict=True))


def test_a_writer_that_remembers_writes_the_same_text() -> None:
    plan = example_plan()
    writer = PlanWriter()
    assert writer.write(plan) == write_plan(plan)
    shots = [dataclasses.replace(plan.shots[0], name="other"), *plan.shots[1:]]
    for changed in (plan.with_shots(shots), plan.with_shots(shots[::-1]), plan.with_shots([])):
        assert writer.write(changed) == write_plan(changed)
