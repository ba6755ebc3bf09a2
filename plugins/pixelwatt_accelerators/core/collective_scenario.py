"""The ``collective`` kind of a scenario."""

from __future__ import annotations

import difflib
import math
from typing import Any

from pixelwatt.api import Problem
from pixelwatt_accelerators.core import collectives
from pixelwatt_accelerators.core.scenario import Scenario
from pixelwatt_accelerators.text import tr

_MOST_RANKS = 10**7


def estimate_collective(scenario: Scenario) -> dict[str, Any]:
    """Seconds, and the bytes of the whole array per second.

    ``link_bytes_per_s`` is one way: into the switch, of a ring's link, or of one torus link.
    """
    operation = _choice(scenario, "op", collectives.OPERATIONS, "all_gather")
    size = scenario.required("collective", "bytes", "B")
    levels = _levels(scenario)
    topology = _topology(scenario, levels)
    reduction = _choice(scenario, "sharp", collectives.REDUCTIONS, "none")
    both_ways = _choice(scenario, "direction", ("uni", "bidi"), _direction(topology)) == "bidi"
    shape = _shape(scenario)
    ranks = _ranks(scenario, levels, shape)
    if topology == "hierarchy":
        seconds = collectives.hierarchy(operation, size, levels)
    elif topology == "torus":
        sides = [degree for degree, _ in levels] or shape or [int(ranks)]
        axes = "x".join(str(side) for side in sides)
        if levels or shape:
            scenario.note_text("axes", axes, "scenario", "user")
        else:
            scenario.note_text("axes", axes, "default: all ranks along one axis", "default")
        links = [rate for _, rate in levels] or _link(scenario, topology)
        hop = scenario.default(
            "hop_latency_s", collectives.HOP_LATENCY_S, "s", "How to Scale Your Model, chapter 3"
        )
        seconds = collectives.torus(
            operation, size, sides, links, wraparound=_wraparound(scenario, sides),
            both_ways=both_ways, hop_latency_s=hop,
        )  # fmt: skip
    else:
        link = levels[0][1] if levels else _link(scenario, topology)
        if topology == "ring":
            seconds = collectives.ring(operation, size, ranks, link, both_ways=both_ways)
        elif topology == "switch":
            seconds = collectives.switch(operation, size, ranks, link, reduction=reduction)
        else:
            seconds = collectives.mesh(operation, size, ranks, link)
    if not levels:
        scenario.warn_beyond_domain(ranks)
    value = float(seconds)
    unknown = math.isnan(value)
    return {
        "seconds": None if unknown else value,
        "bandwidth_bytes_per_s": None if unknown or value == 0 else size / value,
    }


def _choice(scenario: Scenario, key: str, allowed: tuple[str, ...], default: str | None) -> Any:
    value = scenario.raw("collective", key)
    if value is None:
        return default
    if value not in allowed:
        close = difflib.get_close_matches(str(value), allowed, n=1, cutoff=0.4)
        raise Problem(
            tr("{name}: collective.{key} is {value}.", name=scenario.name, key=key,
               value=repr(value)),
            tr("Did you mean “{key}”?", key=close[0])
            if close
            else tr("Use one of {choices}.", choices=", ".join(allowed)),
        )  # fmt: skip
    return value


def _topology(scenario: Scenario, levels: list[tuple[int, float]]) -> str:
    """The topology that is computed: given, implied by levels, or the chip's own by the table."""
    given = _choice(scenario, "topology", collectives.TOPOLOGIES, None)
    if given in ("ring", "mesh") and len(levels) > 1:
        raise Problem(
            tr("{name}: collective.levels has {count} levels, but a {topology} has one.",
               name=scenario.name, count=len(levels), topology=given),
            tr("Write topology = “hierarchy”, or keep one level."),
        )  # fmt: skip
    if given == "hierarchy" and not levels:
        raise Problem(
            tr("{name}: collective.levels is missing.", name=scenario.name),
            tr("Write levels = [[8, 450e9], [32, 400e9]], inner level first."),
        )
    if given is not None:
        # Switches above a switch are what a hierarchy is.
        found = "hierarchy" if given == "switch" and len(levels) > 1 else str(given)
        scenario.note_text("topology", found, "scenario", "user")
    elif levels:
        found = "hierarchy"
        scenario.note_text("topology", found, "scenario: levels", "user")
    elif scenario.accelerator is None:
        found = "ring"
        scenario.note_text("topology", found, "default: no chip and no topology given", "default")
    else:
        datum = scenario.accelerator.figures.get("topology")
        words = datum.text if datum is not None else ""
        found = topology_kind(words)
        if datum is None or not knows_topology(words):
            scenario.note_text(
                "topology", found, "default: the table's topology has no formula here", "default"
            )
        else:
            scenario.note_text(
                "topology", found, f"{words}; {datum.source.title}", datum.status,
                url=datum.source.url, date=datum.source.date,
            )  # fmt: skip
    return found


def topology_kind(text: str) -> str:
    """``ring``, ``switch``, ``mesh`` or ``torus`` from a table's words."""
    words = text.lower()
    if "torus" in words:
        return "torus"
    if "full mesh" in words or "all-to-all ethernet" in words:
        return "mesh"
    return "switch" if "switch" in words else "ring"


def knows_topology(text: str) -> bool:
    """Whether `topology_kind` follows from the words, rather than being its fallback."""
    return topology_kind(text) != "ring" or "ring" in text.lower()


def _direction(topology: str) -> str:
    return "bidi" if topology == "torus" else "uni"


def _link(scenario: Scenario, topology: str) -> float:
    # A ring, like each axis of a torus, runs over one link of a chip; only a switch takes them all.
    quantity = "link_uni" if topology == "switch" else "link_pair"
    return scenario.chip_figure(quantity, "link_bytes_per_s", "B/s")


def _levels(scenario: Scenario) -> list[tuple[int, float]]:
    rows = scenario.raw("collective", "levels")
    if rows is None:
        return []
    levels = []
    valid = isinstance(rows, list) and 1 <= len(rows) <= 12
    for row in rows if valid else [None]:
        if (
            not isinstance(row, list)
            or len(row) != 2
            or not all(isinstance(x, int | float) and not isinstance(x, bool) for x in row)
            or not 1 <= row[0] <= _MOST_RANKS
            or row[0] != int(row[0])
            or not 1e-12 <= row[1] <= 1e30
        ):
            raise Problem(
                tr("{name}: collective.levels is not a list of [degree, bytes_per_s].",
                   name=scenario.name),
                tr("Write levels = [[8, 450e9], [32, 400e9]], inner level first."),
            )  # fmt: skip
        levels.append((int(row[0]), float(row[1])))
    for index, (degree, bandwidth) in enumerate(levels, start=1):
        scenario.note(f"level_{index}_degree", degree, "chips", "scenario", "user")
        scenario.note(f"level_{index}_bytes_per_s", bandwidth, "B/s", "scenario", "user")
    return levels


def _shape(scenario: Scenario) -> list[int]:
    sides = scenario.raw("collective", "shape")
    if sides is None:
        return []
    if (
        not isinstance(sides, list)
        or not 1 <= len(sides) <= 6
        or not all(
            isinstance(side, int) and not isinstance(side, bool) and 0 < side <= _MOST_RANKS
            for side in sides
        )
    ):
        raise Problem(
            tr("{name}: collective.shape is not a list of side lengths.", name=scenario.name),
            tr("Write shape = [4, 4, 4]."),
        )
    return [int(side) for side in sides]


def _ranks(scenario: Scenario, levels: list[tuple[int, float]], shape: list[int]) -> float:
    ranks = scenario.given("collective", "ranks", "chips")
    implied = math.prod(degree for degree, _ in levels) if levels else math.prod(shape)
    if ranks is not None and ranks != int(ranks):
        raise Problem(
            tr("{name}: collective.ranks is not whole.", name=scenario.name),
            tr("Write ranks = 8."),
        )
    if ranks is None:
        return float(implied) if levels or shape else scenario.chips()
    if (levels or shape) and ranks != implied:
        raise Problem(
            tr("{name}: ranks is {ranks}, but levels or shape make {implied}.",
               name=scenario.name, ranks=int(ranks), implied=implied),
            tr("Correct one of them, or leave ranks out."),
        )  # fmt: skip
    return ranks


def _wraparound(scenario: Scenario, sides: list[int]) -> bool:
    given = scenario.raw("collective", "wraparound")
    if given is None:
        text = scenario.accelerator.text("topology") if scenario.accelerator else ""
        dimensions = 2 if "2D" in text else 3
        rule = "default: 2D slices close at 16, 3D ones at multiples of 4"
        wraps = all(collectives.has_wraparound(side, dimensions) for side in sides if side > 1)
        scenario.note_text("wraparound", str(wraps).lower(), rule, "default")
        return wraps
    if not isinstance(given, bool):
        raise Problem(
            tr("{name}: collective.wraparound is neither true nor false.", name=scenario.name),
            tr("Leave it out to follow the chip's own rule."),
        )
    scenario.note_text("wraparound", str(given).lower(), "scenario", "user")
    return given
