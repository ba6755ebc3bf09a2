"""A run as the stable JSON contract of ``pixelwatt capture --json``; see docs/power.md."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pixelwatt_power.core import statistics
from pixelwatt_power.core.capture_energy import average_fps, frame_energy, mean_watts
from pixelwatt_power.core.captures.run import COVERED, FloatArray, Run
from pixelwatt_power.core.tool_figures import tool_figures
from pixelwatt_power.text import tr

Share = Callable[[FloatArray, float], float | None]

P1: dict[str, Share] = {
    "capframex": statistics.percentile_capframex,
    "mangohud": statistics.percentile_mangohud,
    "presentmon": statistics.percentile_presentmon,
}
LOWS: dict[str, Share] = {
    "capframex_average": statistics.low_capframex_average,
    "frameview": statistics.low_frameview,
    "afterburner_integral": statistics.low_afterburner_integral,
}
FRAMES_FOR = {0.01: 100, 0.001: 1000}


def run_report(run: Run) -> dict[str, Any]:
    """One entry of ``"runs"``. What the capture does not tell is None, never 0."""
    frame_ms = run.frame_ms
    energy = frame_energy(run)
    has_frames = bool(frame_ms.size)
    median = statistics.fps_median(frame_ms)
    return {
        "file": run.file,
        "format": run.format,
        "application": run.application,
        "process_id": run.process_id,
        "swap_chain": run.swap_chain,
        "frames": len(frame_ms) if has_frames else None,
        "duration_s": run.duration_s,
        "fps_average": average_fps(run),
        "fps_median": median if median is not None else run.reported.get("fps_median"),
        "p1_fps": _family(run, "p1_fps", P1, 0.01),
        "low_1_percent": _family(run, "low_1_percent", LOWS, 0.01),
        "low_0_1_percent": _family(run, "low_0_1_percent", LOWS, 0.001),
        "adaptive_std_fps": statistics.adaptive_std_fps(frame_ms) if has_frames else None,
        "stutter_time_percent": statistics.stutter_time_percent(frame_ms),
        "power": {f"{scope}_w": mean_watts(run, scope) for scope in ("gpu", "cpu", "battery")},
        "energy_j": energy.energy_j if energy else None,
        "joules_per_frame": energy.joules_per_frame if energy else None,
        "frames_per_joule": energy.frames_per_joule if energy else None,
        "dropped": run.dropped,
        "warnings": warnings_of(run),
    }


def run_detail(run: Run) -> dict[str, Any]:
    """What ``--detail`` adds: bounds, what reached the screen, what the tools print."""
    energy = frame_energy(run)
    return {
        "presented": run.presented,
        "displayed": run.displayed,
        "generated": run.generated,
        "fps_displayed": statistics.fps_average(run.display_ms),
        "coverage": run.coverage,
        "energy_scope": energy.scope if energy else None,
        "energy_label": energy.label if energy else None,
        "power_bound_w": energy.watts_bound if energy else None,
        "joules_per_frame_bound": energy.joules_per_frame_bound if energy else None,
        "adaptive_std_fps_as_capframex_prints": (
            statistics.adaptive_std_capframex(run.frame_ms) if run.frame_ms.size else None
        ),
        "tools": _as_printed(run),
        "other_streams": list(run.others),
        "info": dict(run.info),
    }


def _as_printed(run: Run) -> dict[str, dict[str, str]]:
    """Each tool's figures under its own names, to the digit that it prints."""
    printed: dict[str, dict[str, str]] = {}
    for figure in tool_figures(run):
        printed.setdefault(figure.tool, {})[figure.name] = figure.text
    return printed


def _family(run: Run, key: str, family: dict[str, Share], share: float) -> dict[str, float | None]:
    return {
        name: compute(run.frame_ms, share)
        if run.frame_ms.size
        else run.reported.get(f"{key}.{name}")
        for name, compute in family.items()
    }


def warnings_of(run: Run) -> list[str]:
    """The reader's warnings, and those that follow from the frames themselves."""
    warnings = list(run.warnings)
    frames = len(run.frame_ms)
    if not frames and not run.reported:
        warnings.append(tr("No frame time of this run can be used."))
    if run.coverage is not None and run.coverage < COVERED:
        warnings.append(
            tr("The logged frames cover {percent} % of the time: the log samples frames, so lows "
               "and stutter are statistically thin, and energy per frame is watts over FPS.",
               percent=f"{100 * run.coverage:.1f}")
        )  # fmt: skip
    if 0 < frames < FRAMES_FOR[0.01]:
        warnings.append(
            tr("{frames} frames are too few for a 1 % low (100 or more); it is the slowest frame.",
               frames=frames)
        )  # fmt: skip
    elif 0 < frames < FRAMES_FOR[0.001]:
        warnings.append(
            tr("{frames} frames are too few for a 0.1 % low (1000 or more).", frames=frames)
        )
    energy = frame_energy(run)
    if energy is not None and energy.scope != "gpu":
        warnings.append(
            tr("No GPU power was logged: energy is of the scope {scope}.", scope=energy.scope)
        )
    return warnings
