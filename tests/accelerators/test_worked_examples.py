"""Scenarios whose answers others worked out and printed, and hand calculations beside them.

"The book" is "How to Scale Your Model" (https://jax-ml.github.io/scaling-book); its chapters
print two or three digits, so the comparison is to one in the last printed place. Where a
formula is written out instead, it must hold exactly.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from pixelwatt.api import Problem
from pixelwatt_accelerators.core.catalogue import FigureStatus
from pixelwatt_accelerators.core.compare import price_datum
from pixelwatt_accelerators.core.estimate import estimate
from pixelwatt_accelerators.core.scenario import parse_scenario
from pixelwatt_accelerators.core.table import shipped_catalogue

MICRO = 1e-6


def answer(text: str):
    found = estimate(parse_scenario(text, shipped_catalogue(), "s.toml"))
    assert all(entry["source"]["title"] for entry in found["inputs"].values())
    return found


def collective(body: str) -> float:
    return answer(f'kind = "collective"\n{body}')["seconds"]


# -- Collectives -----------------------------------------------------------------------------


QUIZ = 'op = "all_gather"\nranks = 4\nbytes = 33554432'


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        # Chapter 3, question 2: TPU v4p 4x4x4, bf16[1024, 4096].
        ('chip = "tpu_v4"\nop = "all_gather"\nranks = 4\nbytes = 2097152', 23),
        ('chip = "tpu_v4"\nop = "all_gather"\nshape = [4, 4]\nbytes = 8388608', 46),
        # Question 3: too small to matter, two hops of a microsecond.
        ('chip = "tpu_v4"\nop = "all_gather"\nranks = 4\nbytes = 256', 2),
        # Pop quiz 2: four TPU v5e in a row, "3 hops", 560 us; with wraparound 377 (373 exactly).
        (f'chip = "tpu_v5e"\ntopology = "ring"\n{QUIZ}', 559),
        (f'chip = "tpu_v5e"\nwraparound = true\n{QUIZ}', 373),
        # Chapter 12, pop quiz 1: eight H100, bf16[1024, 16384].
        ('chip = "h100_sxm"\nop = "all_gather"\nranks = 8\nbytes = 33554432', 65),
    ],
)  # fmt: skip
def test_collectives_the_book_works_out(body, printed):
    assert collective(body) == pytest.approx(printed * MICRO, abs=MICRO)


SUPERPOD = "levels = [[8, 450e9], [32, 400e9], [4, 12.8e12]]"


def test_a_superpod_gathers_at_the_rate_of_its_leaf_switches():
    # Chapter 12: min(514, 413, 17,100) GB/s.
    found = answer(f'kind = "collective"\nop = "all_gather"\nbytes = 1e9\n{SUPERPOD}')
    assert found["bandwidth_bytes_per_s"] == pytest.approx(413e9, rel=1e-3)


def test_two_nodes_are_held_up_inside_the_node():
    # Chapter 12, quiz 4, question 5: B / 514e9, not B / 800e9.
    two = "bytes = 1e9\nlevels = [[8, 450e9], [2, 400e9]]"
    assert collective(f'op = "all_gather"\n{two}') == pytest.approx(1e9 * 7 / (8 * 450e9))


@pytest.mark.parametrize(
    ("levels", "seconds"),
    [
        ([[8, 450e9]], 1e9 * 7 / (64 * 450e9)),
        # Chapter 12: B (M - 1) / (M**2 W_node), every node's pieces leave it separately.
        ([[8, 450e9], [2, 400e9]], 1e9 * 1 / (4 * 400e9)),
        ([[8, 450e9], [32, 400e9]], 1e9 * 31 / (32**2 * 400e9)),
        # Over three levels the slowest: at the spine M = 4 groups of 256.
        ([[8, 450e9], [32, 400e9], [4, 12.8e12]], 1e9 * 127 / (128**2 * 400e9)),
        ([[8, 450e9], [32, 400e9], [4, 1e11]], 1e9 * 3 / (16 * 1e11)),
    ],
)
def test_an_all_to_all_over_levels_sends_every_piece_by_itself(levels, seconds):
    body = f'op = "all_to_all"\nbytes = 1e9\nlevels = {levels}'
    assert collective(body) == pytest.approx(seconds, rel=1e-12)


@pytest.mark.parametrize(
    ("direction", "share"), [("uni", 1 / 2), ("bidi", 1 / 4)], ids=["one way", "both ways"]
)
def test_an_all_to_all_is_a_half_or_a_quarter_of_an_all_gather(direction, share):
    # Chapter 3, question 10.
    for topology in ("torus", "ring"):
        body = f"topology = '{topology}'\nranks = 16\nbytes = 1e9\ndirection = '{direction}'\n"
        link = "[override]\nlink_bytes_per_s = 4.5e10"
        gather = collective(f"op = 'all_gather'\n{body}{link}")
        assert collective(f"op = 'all_to_all'\n{body}{link}") == pytest.approx(share * gather)


def test_a_small_message_waits_for_the_hops_of_every_axis():
    # Chapter 3: T_min times the sum of half the sides, the longest path in the mesh.
    body = "topology = 'torus'\nop = 'all_gather'\nbytes = 1\n[override]\nlink_bytes_per_s = 9e10"
    assert collective(f"shape = [16]\n{body}") == pytest.approx(8 * MICRO)
    assert collective(f"shape = [4, 4, 4]\n{body}") == pytest.approx(6 * MICRO)


def test_levels_of_a_torus_are_its_axes():
    axes = "op = 'all_gather'\nbytes = 1e9\nlevels = [[16, 45e9], [16, 45e9]]\nwraparound = true"
    assert collective(f"topology = 'torus'\n{axes}") == pytest.approx(1e9 / (2 * 45e9 * 2))


def test_one_level_of_a_ring_or_switch_is_its_link():
    level = "op = 'reduce_scatter'\nbytes = 1e9\nlevels = [[8, 450e9]]"
    for topology in ("ring", "switch"):
        seconds = collective(f"topology = '{topology}'\n{level}")
        assert seconds == pytest.approx(1e9 * 7 / (8 * 450e9))


def test_what_was_computed_is_said_with_its_source():
    found = answer('kind = "collective"\nchip = "tpu_v5e"\nranks = 16\nbytes = 1e9')
    assert found["choices"]["topology"]["value"] == "torus"
    assert "2D torus" in found["choices"]["topology"]["source"]["title"]
    assert found["choices"]["wraparound"]["value"] == "true"
    assert found["inputs"]["hop_latency_s"]["value"] == MICRO


def test_more_ranks_than_the_chip_joins_are_noted():
    found = answer('kind = "collective"\nchip = "h100_sxm"\nranks = 16\nbytes = 1e9')
    assert "scale-up domain of 8" in found["notes"][0]
    assert "notes" not in answer('kind = "collective"\nchip = "h100_sxm"\nranks = 8\nbytes = 1e9')


# -- Decode, prefill, training ---------------------------------------------------------------


SERVING_70B = """
kind = "decode"
chip = "tpu_v5e"
chips = 8
[override]
hbm_bytes_per_s = 8.1e11
[model]
params = 70e9
bytes_per_param = 1
layers = 80
kv_heads = 8
head_dim = 128
kv_bytes = 1
[workload]
batch = 32
context = 8192
"""


def test_llama_3_70b_in_int8_on_eight_tpu_v5e():
    # Chapter 8: 160 kB of cache a token, 112 GB in all, 17 ms, 235 tokens/s and chip.
    found = answer(SERVING_70B)
    assert found["kv_bytes"] == 32 * 8192 * 163840
    assert found["weights_bytes"] + found["kv_bytes"] == pytest.approx(112e9, rel=0.01)
    assert found["step_s"] == pytest.approx(17e-3, abs=0.5e-3)
    # 235 is 32 / 17 ms / 8; unrounded it is 230.
    assert found["tokens_per_s"] == pytest.approx(32 / found["step_s"])
    assert found["tokens_per_s"] / 8 == pytest.approx(235, rel=0.03)
    assert (found["bound"], found["fits"]) == ("memory", True)


@pytest.mark.parametrize(("batch", "milliseconds"), [(4, 2.5), (256, 21)])
def test_a_30b_model_on_sixteen_tpu_v5e(batch, milliseconds):
    # Chapter 7, question: 30e9 int8 parameters, 100 kB of cache a token, context 8192.
    found = answer(f"""
    kind = "decode"
    chip = "tpu_v5e"
    chips = 16
    [override]
    hbm_bytes_per_s = 8.1e11
    peak_flops = 1.97e14
    [model]
    params = 30e9
    bytes_per_param = 1
    kv_bytes_per_token = 100e3
    [workload]
    batch = {batch}
    context = 8192
    """)
    assert found["step_s"] * 1e3 == pytest.approx(milliseconds, rel=0.03)


MIXTURE = """
kind = "decode"
chip = "b200_sxm"
chips = 8
[model]
params = 671e9
bytes_per_param = 1
kv_bytes_per_sequence = 1e9
"""


def test_a_mixture_holds_all_experts_and_reads_those_that_are_touched():
    weights_s = 1 / (8 * 8e12)
    counts = "active_params = 37e9\nexperts = 256\nexperts_per_token = 8\n"
    one = answer(f"{MIXTURE}{counts}[workload]\nbatch = 1")
    assert one["weights_bytes"] == 671e9
    assert one["step_s"] == pytest.approx((37e9 + 1e9) * weights_s)
    # With batch B an expert is missed with probability (1 - 8/256)**B.
    experts = (671e9 - 37e9) / (1 - 8 / 256)
    touched = 671e9 - experts + experts * (1 - (1 - 8 / 256) ** 16)
    many = answer(f"{MIXTURE}{counts}[workload]\nbatch = 16")
    assert many["step_s"] == pytest.approx((touched + 16e9) * weights_s)


def test_a_mixture_of_which_only_the_active_part_is_known_reads_no_more_than_that_each():
    body = f"{MIXTURE}active_params = 37e9\n[workload]\nbatch = "
    assert answer(f"{body}1")["step_s"] == pytest.approx(38e9 / (8 * 8e12))
    assert answer(f"{body}100")["step_s"] == pytest.approx((671e9 + 100e9) / (8 * 8e12))
    assert "own experts" in answer(f"{body}4")["notes"][0]


def test_a_latent_cache_from_its_shape():
    # DeepSeek-V2, section 2.1: (512 + 64) elements a token and layer, for all heads together.
    found = answer("""
    kind = "decode"
    chip = "h200_sxm"
    chips = 8
    [model]
    params = 671e9
    bytes_per_param = 1
    layers = 61
    heads = 128
    kv_lora_rank = 512
    qk_rope_head_dim = 64
    [workload]
    context = 4096
    batch = 32
    """)
    assert found["kv_bytes"] == 32 * 4096 * 61 * 576 * 2
    preset = answer("""
    kind = "decode"
    chip = "h200_sxm"
    chips = 8
    [model]
    preset = "deepseek_v3"
    bytes_per_param = 1
    [workload]
    context = 4096
    batch = 32
    """)
    assert preset["kv_bytes"] == found["kv_bytes"]


def test_attention_over_a_latent_cache_is_timed_by_its_arithmetic_where_that_takes_longer():
    body = """
    kind = "decode"
    [override]
    hbm_bytes_per_s = 8e12
    hbm_bytes = 1e15
    peak_flops = 1e15
    [model]
    preset = "deepseek_v3"
    bytes_per_param = 1
    kv_bytes = 1
    [workload]
    context = 131072
    batch = 1
    """
    attention = 131072 * 61 * 128 * 2 * (512 + 512 + 64) / 1e15
    cache = 131072 * 61 * 576 / 8e12
    assert attention > cache
    assert answer(body)["step_s"] == pytest.approx(attention + 37e9 / 8e12)


def test_deepseek_v3_reached_21_7_percent():
    # Chapter 4, question 7: 2.79 million H800 hours for 14.8e12 tokens.
    found = answer("""
    kind = "training"
    [override]
    peak_flops = 1.513e15
    [model]
    params = 671e9
    active_params = 37e9
    [workload]
    tokens = 14.8e12
    seconds_per_iteration = 10044e6
    """)
    # The book rounds 3.286e24 up to 3.3e24, which makes 21.6 of its 21.7 %.
    assert found["mfu"] == pytest.approx(0.217, abs=0.001)


def test_llama_3_70b_trains_in_44_days_on_a_v5p_pod():
    found = answer("""
    kind = "training"
    chip = "tpu_v5p"
    chips = 8960
    [model]
    params = 70e9
    [workload]
    tokens = 15e12
    mfu = 0.4
    """)
    assert found["flops"] == pytest.approx(6.3e24)
    assert found["days"] == pytest.approx(44, abs=0.5)


def test_a_given_utilisation_yields_to_a_measured_iteration_and_says_so():
    found = answer("""
    kind = "training"
    chip = "h100_sxm"
    [model]
    params = 1e9
    [workload]
    tokens = 1e6
    seconds_per_iteration = 100
    mfu = 0.9
    """)
    assert found["mfu"] == pytest.approx(6e15 / (100 * 989.4e12))
    assert "mfu is not used" in found["notes"][0]


def test_attention_of_training_is_as_wide_as_its_heads():
    # Qwen3 32B: 64 heads of 128 are 8192 wide over a hidden size of 5120.
    body = """
    kind = "training"
    chip = "b200_sxm"
    [model]
    preset = "qwen3_32b"
    [workload]
    tokens = 1e9
    context = 4096
    """
    extra = answer(f"{body}attention = true")["flops"] - answer(body)["flops"]
    assert extra == pytest.approx(12 * 64 * 8192 * 4096 * 1e9)


# -- Money -----------------------------------------------------------------------------------


def test_ownership_with_every_term():
    found = answer("""
    kind = "cost"
    chips = 8
    [cost]
    capex_usd = 40000
    life_years = 4
    interest = 0.08
    power_kw = 1.2
    pue = 1.25
    usd_per_kwh = 0.1
    colocation_usd_per_kw_month = 150
    opex_usd_per_hour = 0.05
    availability = 0.95
    tokens_per_s = 20000
    utilisation = 0.5
    """)
    recovery = 0.08 * 1.08**4 / (1.08**4 - 1)
    hourly = 40000 * recovery / 8760 + 1.2 * 1.25 * 0.1 + 1.2 * 150 / 730 + 0.05
    assert found["usd_per_chip_hour"] == pytest.approx(hourly / 0.95)
    assert found["usd_per_mtok"] == pytest.approx(8 * hourly / 0.95 * 1e6 / (3600 * 20000 * 0.5))


def test_v5e_rent_per_exaflop_and_per_token_of_a_decoded_model():
    text = SERVING_70B.replace('"decode"', '"cost"') + "[cost]\nrent_usd_per_chip_hour = 1.2\n"
    found = answer(text)
    tokens_per_s = answer(SERVING_70B)["tokens_per_s"]
    assert found["usd_per_mtok"] == pytest.approx(8 * 1.2 * 1e6 / (3600 * tokens_per_s))
    assert found["usd_per_eflop"] == pytest.approx(1.2e18 / (3600 * 197e12))


def test_other_spellings_mean_the_same():
    own = 'kind = "cost"\n[cost]\ncapex_usd = 1e4\nlife_years = 4\npower_kw = 1\n'
    first = answer(f"{own}interest = 0.1\nusd_per_kwh = 0.1\nutilisation = 0.5")
    other = answer(f"{own}interest_rate = 0.1\nelectricity_usd_per_kwh = 0.1\nutilization = 0.5")
    assert first == other
    assert first["usd_per_chip_hour"] is not None


# -- What cannot be answered is refused in a line ----------------------------------------------


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('kind = "collective"\nbytes = 1\ntopology = "mesh"\nlevels = [[2, 1.0], [4, 1.0]]',
         "a mesh has one"),
        ('kind = "collective"\nbytes = 1\ntopology = "hierarchy"\nranks = 4', "levels is missing"),
        (f"{MIXTURE}experts = 8\nexperts_per_token = 2", "active_params is missing"),
        (f"{MIXTURE}active_params = 9e12", "above model.params"),
        (f"{MIXTURE}active_params = 1e9\nexperts = 8\nexperts_per_token = 8", "not below"),
        ('kind = "decode"\nchip = "b200_sxm"\n[model]\nparams = 1e9\nlayers = 2\nkv_heads = 2\n'
         "kv_lora_rank = 8\nqk_rope_head_dim = 4\n[workload]\ncontext = 8", "kv_lora_rank"),
        ('kind = "cost"\n[cost]\ncapex_usd = 1\npower_kw = 1\ninterest = 8', "Give a share"),
        ('kind = "cost"\nchip = "b200_sxm"\n[cost]\nbasis = "rent3yr"', "Did you mean “rent_3yr”"),
        ('kind = "roofline"\nchip = "Ironwood"', "Did you mean “tpu_v7”"),
        ('kind = "roofline"\nchip = "H100"', "Did you mean “h100_sxm”"),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_is_refused_in_one_line(text, said):
    with pytest.raises(Problem) as caught:
        answer(text)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


# -- Whose price -------------------------------------------------------------------------------


def test_the_price_of_a_system_is_shared_out_over_its_chips(catalogue):
    price = catalogue["gb200_nvl72"].purchase_price()
    assert price.value == pytest.approx(3.3e6 / 72)
    assert price.unit == "USD/chip"
    assert "3,300,000 USD / 72" in price.note
    text = 'kind = "cost"\nchip = "gb200_nvl72"\n[cost]\nlife_years = 4\npower_kw = 2.1'
    assert answer(text)["usd_per_chip_hour"] == pytest.approx(3.3e6 / 72 / 4 / 8760)


def test_a_price_of_ones_own_holds_even_where_the_market_is_cheaper(catalogue):
    chip = catalogue["b200_sxm"]
    market = chip.price("rent_3yr")
    own = replace(market, value=9.0, status=FigureStatus.USER)
    mine = replace(chip, prices=(*chip.prices, own))
    assert mine.price("rent_3yr") is own
    assert price_datum(mine, "rent_3yr").value == 9.0
