"""AdamW as an average of past updates: how much each still counts at the end.

With decoupled weight decay ``wd`` the weights are a sum of updates weighted by
``lr_t * prod_{s > t} (1 - lr_s wd)``; Bergsma et al., "Straight to Zero" (arXiv 2502.15938).
"""

from __future__ import annotations

import numpy as np

from pixelwatt_lr_schedule.core.schedule import Values, floats


def weights(lrs: Values, weight_decay: float) -> Values:
    """The share of each update in the final weights; they sum to 1."""
    with np.errstate(divide="ignore"):
        kept = np.log1p(-np.minimum(lrs * weight_decay, 1 - 1e-12))
    after = np.concatenate([np.cumsum(kept[::-1])[::-1][1:], [0.0]])
    share = lrs * np.exp(after)
    total = float(np.sum(share))
    return floats(share / total if total > 0 else share)


def half_life(lrs: Values, weight_decay: float) -> int:
    """The number of last updates that make up half of the final weights."""
    latest = np.cumsum(weights(lrs, weight_decay)[::-1])
    return int(np.searchsorted(latest, 0.5)) + 1
