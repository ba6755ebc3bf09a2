"""Performance per watt, four ways, because each alone can be made to say anything.

Peak over TDP is what brochures compare; achievable over TDP uses the best measured matrix
product; tokens per second and megawatt counts the whole provisioned power of the site; joules
per token is what a token drew at the chip.
"""

from __future__ import annotations

import numpy as np

from pixelwatt_accelerators.core.arrays import FloatArray, Number


def flops_per_watt(flops_per_s: Number, watts: Number) -> FloatArray:
    """FLOP/s per W of one chip, peak or achievable by what is given."""
    return np.asarray(np.asarray(flops_per_s, dtype=np.float64) / watts)


def tokens_per_s_per_megawatt(tokens_per_chip_s: Number, all_in_watts: Number) -> FloatArray:
    """Tokens a second that a megawatt of provisioned power (cooling, hosts and all) serves."""
    return np.asarray(np.asarray(tokens_per_chip_s, dtype=np.float64) * 1e6 / all_in_watts)


def joules_per_token(watts: Number, tokens_per_chip_s: Number) -> FloatArray:
    return np.asarray(np.asarray(watts, dtype=np.float64) / tokens_per_chip_s)
