from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pixelwatt_accelerators.core.decision import ESSAY_PRESETS, answered, decide, questions
from pixelwatt_accelerators.core.document import Comparison
from pixelwatt_accelerators.core.table import shipped_catalogue

EVERYTHING = list(shipped_catalogue().accelerators.values())


def decided(**answers):
    return decide(EVERYTHING, Comparison(), answers)


def gone(decision):
    return {out.accelerator_id: out for out in decision.eliminated}


def test_there_are_seven_questions():
    assert len(questions()) == 7


@settings(max_examples=30, deadline=None)
@given(
    st.fixed_dictionaries({q.id: st.sampled_from([v for v, _ in q.options]) for q in questions()})
)
def test_every_accelerator_is_ranked_undecided_or_eliminated_once(answers):
    decision = decided(**answers)
    placed = [chip for chip, _ in decision.ranking]
    placed += [*decision.unknown, *(out.accelerator_id for out in decision.eliminated)]
    assert sorted(placed) == sorted(a.id for a in EVERYTHING)
    values = [value for _, value in decision.ranking]
    assert values == sorted(values)


def test_announced_products_cannot_be_had():
    assert gone(decided())["vr200_nvl72"].question == "availability"


def test_cuda_leaves_nvidia():
    decision = decided(cuda="yes")
    catalogue = shipped_catalogue()
    assert {catalogue[chip].vendor for chip, _ in decision.ranking} == {"NVIDIA"}
    assert gone(decision)["mi300x"].question == "cuda"


def test_ones_own_site_eliminates_what_is_only_rented():
    assert gone(decided(place="own"))["tpu_v7"].question == "place"


def test_precision_eliminates_who_does_not_compute_in_it():
    assert gone(decided(precision="fp4"))["h100_sxm"].question == "precision"


def test_an_undisclosed_rate_is_undecided_not_eliminated():
    assert "tpu_v7" in decided(precision="fp4").unknown


def test_a_model_too_large_for_the_domain_is_eliminated():
    assert gone(decided(model="deepseek_v3", precision="bf16"))["rtx5090"].question in (
        "model",
        "precision",
    )
    assert gone(decided(model="llama31_405b"))["rtx5090"].question == "model"


def test_the_price_cap_eliminates_with_the_price():
    out = gone(decided(cap="2USD"))["b200_sxm"]
    assert (out.question, out.reason) == ("cap", "costs $3.70 a chip-hour")


def test_too_slow_for_the_user_is_told_with_the_rate():
    assert gone(decided(rate="100"))["mi300x"].question == "rate"


@pytest.mark.parametrize("preset", ESSAY_PRESETS, ids=lambda preset: preset.id)
def test_the_essays_guide_is_a_preset(preset):
    decision = decided(**preset.answers)
    best = shipped_catalogue()[decision.ranking[0][0]]
    assert best.vendor == preset.vendor


def test_answers_no_longer_offered_fall_back():
    assert answered({"place": "moon"})["place"] == "cloud"


def test_training_is_ranked_by_the_cost_of_the_run():
    assert decided(purpose="train").metric == "training_usd"


def test_what_is_undecided_names_the_figures_it_waits_for():
    assert decided(precision="fp4").unknown["tpu_v7"] == ("Peak rate",)
    assert decided().unknown["trainium2"] == ("Price of a chip-hour",)
