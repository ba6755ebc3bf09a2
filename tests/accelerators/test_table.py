from __future__ import annotations

import contextlib
import tomllib

import pytest
import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st

from pixelwatt.api import Problem
from pixelwatt_accelerators.core.catalogue import UNKNOWN, FigureStatus
from pixelwatt_accelerators.core.quantities import PRECISIONS
from pixelwatt_accelerators.core.table import join_tables, overlay, parse_table, read_table

GOOD = """
schema = 1
[source.page]
title = "A page"
[[accelerator]]
id = "mine"
name = "Mine"
vendor = "Me"
kind = "chip"
[accelerator.figure]
hbm = { value = 100, unit = "GB", source = "page", status = "published" }
tdp = { value = 500, unit = "W", low = 400, high = 600, source = "page", status = "estimated" }
fp4 = { source = "page", status = "undisclosed" }
[[accelerator.price]]
basis = "on_demand"
value = 2.5
unit = "USD/chip-hour"
provider = "Someone"
source = "page"
status = "published"
"""


def refused(text: str) -> str:
    with pytest.raises(Problem) as caught:
        parse_table(text, "mine.toml")
    assert "\n" not in str(caught.value)
    return str(caught.value)


# -- The table that is shipped ---------------------------------------------------------------


def test_it_has_26_accelerators_and_at_least_486_sourced_figures(catalogue):
    assert len(catalogue) == 26
    figures = [d for a in catalogue.accelerators.values() for d in a.figures.values()]
    prices = [p for a in catalogue.accelerators.values() for p in a.prices]
    assert len(figures) + len(prices) >= 486
    assert all(item.source.title for item in [*figures, *prices])


def test_an_unknown_figure_has_no_value_and_a_known_one_has(catalogue):
    for accelerator in catalogue.accelerators.values():
        for datum in accelerator.figures.values():
            assert datum.known is (datum.status not in UNKNOWN)
            assert datum.value != 0


def test_lower_precision_is_never_slower_where_it_is_supported(catalogue):
    for accelerator in catalogue.accelerators.values():
        rates = [accelerator.value(name) for name in ("bf16", "fp8", "fp4")]
        known = [rate for rate in rates if rate is not None]
        assert known == sorted(known), accelerator.id


def test_rates_are_dense(catalogue):
    assert catalogue["gb200_nvl72"].value("fp8") == 5000e12  # 10,000 would be the sparse one
    assert set(PRECISIONS) <= set(catalogue["b200_sxm"].figures) | {"fp16"}


def test_sources_that_print_different_figures_bound_them(catalogue):
    fp4 = catalogue["b300_sxm"].figures["fp4"]
    assert (fp4.low, fp4.value, fp4.high) == (12.6e15, 14e15, 14e15)


def test_gigabytes_without_a_definition_may_be_binary(catalogue):
    memory = catalogue["mi300x"].memory()
    assert memory.interval() == (192e9, 192 * 2**30)


# -- Bad tables ------------------------------------------------------------------------------


def test_a_good_table_is_read():
    table = parse_table(GOOD, "mine.toml", origin="me")
    mine = table["mine"]
    assert mine.figures["tdp"].interval() == (400, 600)
    assert mine.figures["fp4"].status == FigureStatus.UNDISCLOSED
    assert mine.price("on_demand").value == 2.5
    assert mine.figures["hbm"].origin == "me"


def test_a_missing_unit_is_named_with_its_place():
    message = refused(GOOD.replace('value = 100, unit = "GB"', "value = 100"))
    assert "mine.toml: mine.hbm: the unit is missing" in message


def test_a_price_without_unit_is_refused():
    assert "unit is missing" in refused(GOOD.replace('unit = "USD/chip-hour"\n', ""))


def test_a_negative_price_is_refused():
    message = refused(GOOD.replace("value = 2.5", "value = -2.5"))
    assert "price 1: -2.5 is not above zero" in message


def test_zero_is_never_a_figure():
    assert "never write 0" in refused(GOOD.replace("value = 100", "value = 0"))


def test_a_misspelt_quantity_gets_a_suggestion():
    assert "Did you mean “tdp”?" in refused(GOOD.replace("tdp =", "tpd ="))


def test_a_misspelt_key_of_a_figure_gets_a_suggestion():
    assert "Did you mean “status”?" in refused(GOOD.replace("status", "staus", 1))


def test_an_undeclared_source_is_refused():
    assert "not declared" in refused(GOOD.replace('source = "page"', 'source = "pgae"', 1))


def test_conflicting_sources_are_refused_with_both_figures():
    twice = GOOD + GOOD.split('title = "A page"')[1].replace("value = 100", "value = 120")
    message = refused(twice)
    assert "sources conflict: 100 GB (page) and 120 GB (page)" in message
    assert "also" in message


def test_a_value_that_is_undisclosed_is_refused():
    assert "undisclosed" in refused(GOOD.replace('"published" }', '"undisclosed" }', 1))


def test_what_is_no_toml_is_refused_with_the_line():
    assert "line 1" in refused("schema = = 1")


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(Problem, match=r"none\.toml"):
        read_table(tmp_path / "none.toml")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_in_one_line(text):
    with contextlib.suppress(Problem):
        parse_table(text, "any.toml")


_JUNK = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text("abcehimrstu_", max_size=8), inner)
    ),
    max_leaves=8,
)


@settings(max_examples=60, deadline=None)
@given(junk=_JUNK, place=st.sampled_from(["figure", "price", "source", "accelerator", "tdp"]))
def test_any_value_in_any_place_is_read_or_refused(junk, place):
    document = tomllib.loads(GOOD)
    row = document["accelerator"][0]
    owner = {"figure": row, "price": row, "tdp": row["figure"]}.get(place, document)
    owner[place] = junk
    try:
        text = tomli_w.dumps(document)
    except (TypeError, ValueError, AttributeError):
        return  # TOML has no null
    with contextlib.suppress(Problem):
        parse_table(text, "any.toml")


# -- Several tables --------------------------------------------------------------------------


def test_tables_of_equal_standing_may_agree_but_not_contradict(catalogue):
    other = GOOD.replace('id = "mine"', 'id = "b200_sxm"')
    agreeing = other.replace("value = 100", "value = 180").replace(
        "value = 500", "value = 1000").replace("low = 400", "low = 900").replace(
        "high = 600", "high = 1100").replace("fp4 = { source", "domain = { source")  # fmt: skip
    with pytest.raises(Problem, match=r"b200_sxm\.hbm: sources conflict"):
        join_tables(catalogue, [parse_table(other, "x.toml")], "x.toml")
    with pytest.raises(Problem, match=r"b200_sxm\.domain: sources conflict"):
        join_tables(catalogue, [parse_table(agreeing, "x.toml")], "x.toml")


def test_the_users_table_overrides_ours_and_ours_stays_as_it_was(catalogue):
    mine = parse_table(GOOD.replace('id = "mine"', 'id = "b200_sxm"'), "x.toml", origin="user")
    both = overlay(catalogue, mine)
    assert both["b200_sxm"].value("hbm") == 100e9
    assert both["b200_sxm"].value("fp8") == catalogue["b200_sxm"].value("fp8")
    assert catalogue["b200_sxm"].value("hbm") == 180e9


def test_an_unknown_id_gets_the_nearest(catalogue):
    with pytest.raises(Problem, match="Did you mean “b200_sxm”"):
        catalogue["b20_sxm"]
