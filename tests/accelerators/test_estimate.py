"""The scenarios, against figures that others computed."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pixelwatt.api import Problem
from pixelwatt_accelerators.core.estimate import estimate
from pixelwatt_accelerators.core.scenario import SECTION_KEYS, parse_scenario
from pixelwatt_accelerators.core.table import shipped_catalogue


def answer(text: str):
    return estimate(parse_scenario(text, shipped_catalogue(), "s.toml"))


def refused(text: str) -> str:
    with pytest.raises(Problem) as caught:
        answer(text)
    assert "\n" not in str(caught.value)
    return str(caught.value)


DECODE = """
kind = "decode"
chip = "tpu_v5e"
chips = 8
[override]
hbm_bytes_per_s = 8.2e11
[model]
params = 13e9
bytes_per_param = 2
kv_bytes_per_sequence = 6.7e9
[workload]
batch = {batch}
"""


# "How to Scale Your Model", chapter 8: LLaMA-2 13B in bf16 on eight TPU v5e.
@pytest.mark.parametrize(
    ("batch", "step_ms", "tokens_per_s"),
    [
        (1, 4.98, 200.61),
        (8, 12.13, 659.30),
        (16, 20.30, 787.99),
        (32, 36.65, 873.21),
        (64, 69.33, 923.13),
        (240, 249.09, 963.53),
    ],
)
def test_decode_of_llama_2_13b_on_eight_tpu_v5e(batch, step_ms, tokens_per_s):
    found = answer(DECODE.format(batch=batch))
    assert round(found["step_s"] * 1e3, 2) == step_ms
    assert round(found["tokens_per_s"], 2) == tokens_per_s
    assert found["bound"] == "memory"
    assert found["weights_bytes"] == 26e9
    assert found["kv_bytes"] == batch * 6.7e9


def test_the_same_book_fits_a_batch_of_16_and_no_more():
    assert answer(DECODE.format(batch=16))["fits"] is True
    assert answer(DECODE.format(batch=16))["max_batch"] == 16
    assert answer(DECODE.format(batch=17))["fits"] is False


def test_a_large_batch_without_cache_is_bound_by_compute():
    text = DECODE.format(batch=1024).replace("6.7e9", "0")
    assert answer(text)["bound"] == "compute"


def test_every_figure_used_carries_its_source():
    inputs = answer(DECODE.format(batch=8))["inputs"]
    assert inputs["hbm_bytes_per_s"]["source"]["title"] == "scenario"
    assert inputs["peak_flops"]["source"]["url"].startswith("https://docs.cloud.google.com")
    assert inputs["peak_flops"]["status"] == "published"
    assert inputs["peak_flops"]["source"]["date"]
    assert all({"value", "unit", "status", "source"} <= set(entry) for entry in inputs.values())


def test_the_cache_counts_key_value_heads_not_query_heads():
    text = """
    kind = "decode"
    chip = "h100_sxm"
    [model]
    params = 8e9
    layers = 32
    heads = 32
    kv_heads = 8
    head_dim = 128
    kv_bytes = 2
    [workload]
    context = 8192
    batch = 1
    """
    # Llama 3 8B: 128 KiB a token, 1 GiB for 8,192 tokens.
    assert answer(text)["kv_bytes"] == 2**30


def test_a_preset_brings_its_shape_and_source():
    text = 'kind = "decode"\nchip = "b200_sxm"\n[model]\npreset = "llama31_8b"\n'
    found = answer(text + "[workload]\ncontext = 8192\nbatch = 4\n")
    assert found["kv_bytes"] == 4 * 2**30
    assert "huggingface.co" in found["inputs"]["params"]["source"]["url"]


def test_an_unknown_figure_makes_an_unknown_answer():
    text = 'kind = "decode"\nchip = "tpu_8t"\n[model]\nparams = 1e9\nkv_bytes_per_sequence = 1e8\n'
    found = answer(text)
    assert found["step_s"] is found["tokens_per_s"] is found["bound"] is None
    assert found["fits"] is True  # its memory is known
    assert found["inputs"]["hbm_bytes_per_s"]["value"] is None


def test_roofline_ridge_of_tpu_v5e():
    text = (
        'kind = "roofline"\nchip = "tpu_v5e"\n'
        "[override]\npeak_flops = 1.97e14\nhbm_bytes_per_s = 8.2e11"
    )
    assert round(answer(text)["ridge_flops_per_byte"]) == 240


# accelerators.md (d): bf16 v7 313, B200 281, H100 295; fp8 v7 626 (625.2), B200 563; fp4 B200 1125.
@pytest.mark.parametrize(
    ("chip", "precision", "ridge"),
    [
        ("tpu_v7", "bf16", 313), ("b200_sxm", "bf16", 281), ("h100_sxm", "bf16", 295),
        ("tpu_v7", "fp8", 625), ("b200_sxm", "fp8", 562), ("b200_sxm", "fp4", 1125),
    ],
)  # fmt: skip
def test_ridges_of_the_table(chip, precision, ridge):
    text = f'kind = "roofline"\nchip = "{chip}"\n[workload]\nprecision = "{precision}"'
    assert answer(text)["ridge_flops_per_byte"] == pytest.approx(ridge, abs=1)


def test_all_gather_over_eight_h100():
    size = 2 * 4096 * 65536
    text = f'kind = "collective"\nchip = "h100_sxm"\nop = "all_gather"\nbytes = {size}\nranks = 8'
    found = answer(text)
    assert round(found["seconds"] * 1e3, 2) == 1.04
    assert found["inputs"]["link_bytes_per_s"]["value"] == 450e9
    assert found["bandwidth_bytes_per_s"] == pytest.approx(450e9 * 8 / 7)


def test_a_hierarchy_runs_at_its_slowest_level():
    text = (
        'kind = "collective"\nop = "all_gather"\nbytes = 1e9\n'
        "levels = [[8, 450e9], [32, 400e9], [4, 200e9]]"
    )
    assert answer(text)["bandwidth_bytes_per_s"] == pytest.approx(200e9 * 4 / 3)
    assert "slowest" not in answer(text)


# Korthikanti et al., Reducing Activation Recomputation in Large Transformer Models, table 5.
@pytest.mark.parametrize(
    ("layers", "hidden", "chips", "batch", "seconds", "mfu"),
    [
        (48, 6144, 8, 4, 1.10, 0.415),
        (96, 12288, 64, 64, 13.75, 0.514),
        (105, 20480, 280, 280, 37.83, 0.560),
        (128, 25600, 512, 512, 71.49, 0.563),
    ],
)
def test_the_utilisation_of_megatron_runs(layers, hidden, chips, batch, seconds, mfu):
    found = answer(f"""
    kind = "training"
    chip = "a100_sxm_80"
    chips = {chips}
    [model]
    layers = {layers}
    hidden = {hidden}
    vocabulary = 51200
    [workload]
    batch = {batch}
    context = 2048
    attention = true
    seconds_per_iteration = {seconds}
    """)
    # Their iteration times are printed to 10 ms, a hundredth of the first.
    assert found["mfu"] == pytest.approx(mfu, rel=0.005)


def test_training_time_is_six_flops_a_parameter_and_token():
    found = answer(
        'kind = "training"\nchip = "h100_sxm"\nchips = 1000\n'
        "[model]\nparams = 70e9\n[workload]\ntokens = 15e12\nmfu = 0.4"
    )
    assert found["flops"] == 6 * 70e9 * 15e12
    assert found["days"] == pytest.approx(6.3e24 / (1000 * 989.4e12 * 0.4) / 86400)


def test_prefill_counts_attention_on_request():
    base = (
        'kind = "prefill"\nchip = "tpu_v5e"\nchips = 16\n[model]\npreset = "llama31_70b"\n'
        "[workload]\ntokens = 8192\nmfu = 0.4\n"
    )
    plain, full = answer(base), answer(base + "attention = true\n")
    assert plain["flops"] == 2 * 70.6e9 * 8192
    assert full["flops"] - plain["flops"] == 4 * 80 * 64 * 128 * 8192**2 / 2
    # "How to Scale Your Model", chapter 8: 0.91 s at 40 % on sixteen TPU v5e.
    assert plain["seconds"] == pytest.approx(0.91, rel=0.02)


def test_rent_becomes_cost_per_token_and_flop():
    found = answer(
        'kind = "cost"\nchip = "b200_sxm"\nchips = 8\n[cost]\nbasis = "rent_3yr"\n'
        "tokens_per_s = 10000\nutilisation = 0.5\nmfu = 0.4"
    )
    assert found["usd_per_chip_hour"] == 3.70
    assert found["usd_per_mtok"] == pytest.approx(8 * 3.7 * 1e6 / (3600 * 10000 * 0.5))
    assert found["usd_per_eflop"] == pytest.approx(3.7e18 / (3600 * 2250e12 * 0.4))


def test_ownership_is_paid_off_with_interest():
    found = answer(
        'kind = "cost"\n[cost]\ncapex_usd = 40000\nlife_years = 5\ninterest = 0.1\n'
        "power_kw = 1.5\npue = 1.2\nusd_per_kwh = 0.08"
    )
    annuity = 40000 * 0.1 * 1.1**5 / (1.1**5 - 1)
    assert found["usd_per_chip_hour"] == pytest.approx(annuity / 8760 + 1.5 * 1.2 * 0.08)


def test_without_a_price_the_cost_is_unknown():
    assert answer('kind = "cost"\nchip = "trainium3"')["usd_per_chip_hour"] is None


# -- Bad scenarios ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('kind = "decod"', "Did you mean “decode”?"),
        (DECODE.format(batch=8).replace("batch", "bacth"), "Did you mean “batch”?"),
        (DECODE.format(batch=8).replace("tpu_v5e", "tpu_v5"), "Did you mean “tpu_v5"),
        (DECODE.format(batch=-1), "s.toml: workload.batch: -1 is not above zero"),
        (DECODE.format(batch='"many"'), "'many' is not a number"),
        ('kind = "decode"\nchip = "b200_sxm"', "model.params is missing"),
        ('kind = "collective"\nbytes = 1\nranks = 8\nop = "all_gathr"', "mean “all_gather”"),
        ('kind = "cost"\n[cost]\npue = 0.5\ncapex_usd = 1', "at least 1"),
        ('kind = "roofline"\nchip = "b200_sxm"\n[workload]\nprecision = "fp5"', "Did you mean"),
        ("kind = ", "is not TOML"),
    ],
)  # fmt: skip
def test_a_bad_scenario_is_refused_in_one_line(text, said):
    assert said in refused(text)


_NUMBERS = st.one_of(
    st.floats(allow_nan=True), st.integers(-5, 10**6), st.booleans(), st.text(max_size=4),
    st.lists(st.lists(st.integers(-1, 9), max_size=3), max_size=3),
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_any_values_under_known_keys_are_answered_or_refused(data):
    import tomli_w

    kind = data.draw(st.sampled_from(["decode", "prefill", "training", "collective", "cost"]))
    document = {"kind": kind, "chip": data.draw(st.sampled_from(["b200_sxm", "tpu_8i"]))}
    for section in ("override", "model", "workload", "cost", "collective"):
        keys = st.sampled_from(SECTION_KEYS[section])
        document[section] = data.draw(st.dictionaries(keys, _NUMBERS, max_size=4))
    with contextlib.suppress(Problem):
        assert "inputs" in answer(tomli_w.dumps(document))
