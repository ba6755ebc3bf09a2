from __future__ import annotations

import pytest

from pixelwatt.api import Problem
from pixelwatt_accelerators.core.catalogue import Catalogue, FigureStatus
from pixelwatt_accelerators.core.table import overlay, parse_table
from pixelwatt_accelerators.core.user_tables import (
    Entry,
    dumps,
    with_accelerator,
    with_price,
    without_accelerator,
)


def own(**entries):
    return with_accelerator(Catalogue(), "npu", "NPU", "Me", entries, "bench", "2026-11-01")


def test_an_accelerator_of_ones_own_survives_its_file():
    made = own(hbm=Entry(64, "GiB"), tdp=Entry(300, "W"), topology=Entry("switched"))
    read = parse_table(dumps(made), "own.toml", origin="user")
    for quantity, datum in made["npu"].figures.items():
        again = read["npu"].figures[quantity]
        assert (again.value, again.text, again.printed) == (datum.value, datum.text, datum.printed)
        assert (again.source.title, again.source.date) == ("bench", "2026-11-01")
    assert read["npu"].value("hbm") == 64 * 2**30
    assert read["npu"].figures["tdp"].status == FigureStatus.USER


def test_figures_of_ours_are_overridden_one_by_one(catalogue):
    changed = with_accelerator(
        Catalogue(), "b200_sxm", "B200", "NVIDIA", {"tdp": Entry(950, "W")}, "wall meter", ""
    )
    merged = overlay(catalogue, changed)
    assert merged["b200_sxm"].value("tdp") == 950
    assert merged["b200_sxm"].figures["tdp"].source.title == "wall meter"
    assert merged["b200_sxm"].figures["fp8"] == catalogue["b200_sxm"].figures["fp8"]


def test_a_price_of_ones_own_takes_the_place_of_the_market(catalogue):
    from pixelwatt_accelerators.core.compare import price_datum

    priced = with_price(
        Catalogue(), catalogue["b200_sxm"], "rent_3yr", 4.1, "Us", "our offer", "2026-11-01"
    )
    merged = overlay(catalogue, parse_table(dumps(priced), "own.toml", origin="user"))
    assert price_datum(merged["b200_sxm"], "rent_3yr").value == 4.1


def test_a_second_price_of_a_basis_replaces_the_first(catalogue):
    chip = catalogue["b200_sxm"]
    once = with_price(Catalogue(), chip, "rent_3yr", 4.1, "", "offer", "")
    twice = with_price(once, chip, "rent_3yr", 3.9, "", "offer 2", "")
    assert [price.value for price in twice["b200_sxm"].prices] == [3.9]


@pytest.mark.parametrize(
    ("entry", "said"),
    [(Entry(-1, "W"), "not above zero"), (Entry(1, "GB"), "does not fit")],
)
def test_a_wrong_figure_is_refused(entry, said):
    with pytest.raises(Problem, match=said):
        own(tdp=entry)


def test_a_figure_without_a_source_is_refused():
    with pytest.raises(Problem, match="source"):
        with_accelerator(Catalogue(), "npu", "", "", {}, " ", "")


def test_a_price_of_nothing_is_refused(catalogue):
    with pytest.raises(Problem, match="above zero"):
        with_price(Catalogue(), catalogue["tpu_v7"], "spot", 0.0, "", "offer", "")


def test_what_was_added_can_be_removed():
    assert len(without_accelerator(own(tdp=Entry(1, "W")), "npu")) == 0
