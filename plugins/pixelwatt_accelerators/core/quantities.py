"""The quantities a table may give for an accelerator, in the order they are shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pixelwatt.api import tr_noop

Better = Literal["higher", "lower", "neither"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """``dimension`` is that of :mod:`.units`, or ``"text"`` for words and ``"date"``."""

    id: str
    title: str
    dimension: str
    better: Better = "higher"
    group: str = ""
    help: str = ""


GROUP_CHIP = tr_noop("Chip")
GROUP_MEMORY = tr_noop("Memory")
GROUP_RATE = tr_noop("Rate, dense")
GROUP_LINK = tr_noop("Scale-up link")
GROUP_POWER = tr_noop("Power")
GROUP_SYSTEM = tr_noop("System")

QUANTITIES: dict[str, Quantity] = {
    quantity.id: quantity
    for quantity in [
        Quantity("release", tr_noop("Release"), "date", "neither", GROUP_CHIP),
        Quantity("process", tr_noop("Process"), "text", "neither", GROUP_CHIP),
        Quantity("chips", tr_noop("Chips in the system"), "count", "neither", GROUP_SYSTEM),
        Quantity("hbm", tr_noop("Memory, as printed"), "bytes", "higher", GROUP_MEMORY),
        Quantity("hbm_exact", tr_noop("Memory, exact bytes"), "bytes", "higher", GROUP_MEMORY),
        Quantity("hbm_bandwidth", tr_noop("Memory bandwidth"), "bandwidth", "higher", GROUP_MEMORY),
        Quantity("bf16", "BF16", "flops", "higher", GROUP_RATE),
        Quantity("fp16", "FP16", "flops", "higher", GROUP_RATE),
        Quantity("fp8", "FP8", "flops", "higher", GROUP_RATE),
        Quantity("fp4", "FP4", "flops", "higher", GROUP_RATE),
        Quantity("int8", "INT8", "ops", "higher", GROUP_RATE),
        Quantity(
            "sparse_speedup", tr_noop("Sparse rate over dense"), "ratio", "neither", GROUP_RATE
        ),
        Quantity(
            "matmul_bf16", tr_noop("BF16, best measured matmul"), "flops", "higher", GROUP_RATE
        ),
        Quantity("matmul_fp8", tr_noop("FP8, best measured matmul"), "flops", "higher", GROUP_RATE),
        Quantity("link_name", tr_noop("Link"), "text", "neither", GROUP_LINK),
        Quantity("link_uni", tr_noop("Link, one direction"), "bandwidth", "higher", GROUP_LINK),
        Quantity("link_bidi", tr_noop("Link, both directions"), "bandwidth", "higher", GROUP_LINK),
        Quantity(
            "link_pair", tr_noop("Link of one pair, one way"), "bandwidth", "higher", GROUP_LINK
        ),
        Quantity("domain", tr_noop("Scale-up domain"), "count", "higher", GROUP_LINK),
        Quantity("topology", tr_noop("Topology"), "text", "neither", GROUP_LINK),
        Quantity("tdp", tr_noop("Thermal design power"), "power", "lower", GROUP_POWER),
        Quantity(
            "all_in_power", tr_noop("Provisioned power, all in"), "power", "lower", GROUP_POWER
        ),
        Quantity("system_hbm", tr_noop("Memory of the system"), "bytes", "higher", GROUP_SYSTEM),
        Quantity("system_power", tr_noop("Power of the system"), "power", "lower", GROUP_SYSTEM),
    ]
}  # fmt: skip

PRECISIONS = ("bf16", "fp16", "fp8", "fp4", "int8")

PRICE_BASES: dict[str, str] = {
    "on_demand": tr_noop("Rent, on demand"),
    "spot": tr_noop("Rent, spot"),
    "rent_3yr": tr_noop("Rent, three years committed"),
    "own_tco": tr_noop("Own, large operator"),
    "own_tco_neocloud": tr_noop("Own, small cloud"),
    "own_tco_internal": tr_noop("Own, the maker itself"),
    "list": tr_noop("Purchase price"),
}
"""How a price is meant; ``"list"`` is a purchase, all others are per chip-hour."""
