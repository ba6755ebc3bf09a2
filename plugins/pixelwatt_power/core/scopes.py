"""Adding up scopes without counting anything twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pixelwatt_power.core.sensors.model import Scope
from pixelwatt_power.text import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def scope_title(scope: Scope | str) -> str:
    return {
        "gpu": tr("GPU"),
        "cpu": tr("CPU package"),
        "socket": tr("APU socket"),
        "battery": tr("Whole machine (battery)"),
        "cpu+gpu": tr("CPU + GPU"),
    }.get(str(scope), str(scope))


def total_watts(readings: Iterable[tuple[Scope, float]]) -> Mapping[str, float]:
    """Watts per scope, and ``"cpu+gpu"`` where both are known.

    An APU's socket contains its CPU and GPU: the CPU is not added to it. A battery contains
    everything and is added to nothing.
    """
    totals: dict[str, float] = {}
    for scope, watts in readings:
        totals[scope.value] = totals.get(scope.value, 0.0) + watts
    if Scope.SOCKET.value in totals:
        totals["cpu+gpu"] = totals["socket"] + totals.get("gpu", 0.0)
    elif {"cpu", "gpu"} <= totals.keys():
        totals["cpu+gpu"] = totals["cpu"] + totals["gpu"]
    return totals
