"""Constants of the multi-power law, fitted by us to public loss curves.

Curves: thu-yao-01-luo/MultiPowerLaw (MIT), commit 8da9f19, the 25M-parameter Llama runs of
24,000 updates after 2,160 of warm-up. Fitted on cosine, constant and wsdcon-9 with a Huber
loss on log loss (delta 0.001); mean absolute error on the curves left out: wsd 0.0014,
wsd-linear 0.0013, wsdcon-18 0.0025, wsdcon-3 0.0046 (R^2 0.999 and better); on 72,000-update
cosine 0.0142, which is why longer runs are outside the range.
"""

from __future__ import annotations

from pixelwatt_lr_schedule.core.power_law import PowerLaw

LLAMA_25M = PowerLaw(
    l0=3.15499,
    a=0.51745,
    alpha=0.508171,
    b=5234.33,
    c=2.45021,
    beta=0.00973968,
    gamma=0.847976,
    lowest_lr=3e-5,
    highest_lr=3e-4,
    fewest_updates=5_000,
    most_updates=24_000,
    warmup_sum=0.324,
)
