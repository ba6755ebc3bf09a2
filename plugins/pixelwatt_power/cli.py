"""The subcommands ``capture``, ``sensors`` and ``record``; none of them imports Qt."""

from __future__ import annotations

import json
import math
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pixelwatt.api import Problem, UsageError
from pixelwatt_power.text import tr

if TYPE_CHECKING:
    import argparse


# -- pixelwatt capture --------------------------------------------------------------------


def add_capture_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help=tr("a capture"))
    parser.add_argument("--json", action="store_true", help=tr("print one JSON document"))
    parser.add_argument(
        "--all", action="store_true", help=tr("every process and swap chain, not the game's only")
    )
    parser.add_argument(
        "--detail", action="store_true",
        help=tr("add bounds, displayed frames and the other streams under \"detail\""),
    )  # fmt: skip


def run_capture(args: argparse.Namespace) -> int:
    from pixelwatt_power.core.capture_report import run_detail, run_report
    from pixelwatt_power.core.captures.open import read_capture

    reports: list[dict[str, Any]] = []
    failed = 0
    for path in args.files:
        try:
            runs = read_capture(path)
        except Problem as problem:
            # One bad file among several must not cost the others' results.
            if len(args.files) == 1:
                raise
            print(f"pixelwatt capture: {problem}", file=sys.stderr)
            failed += 1
            continue
        chosen = runs if args.all or not runs[0].others else runs[:1]
        for run in chosen:
            report = run_report(run)
            if args.detail or not args.json:
                report["detail"] = run_detail(run)
            reports.append(report)
    if args.json:
        print(json.dumps({"runs": _finite(reports)}, ensure_ascii=False, indent=2, allow_nan=False))
    else:
        print("\n\n".join(_readable(report) for report in reports))
    return 1 if failed else 0


def _finite(value: Any) -> Any:
    """The same with infinities and NaN as None, which is how JSON says unknown."""
    if isinstance(value, dict):
        return {key: _finite(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_finite(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _readable(report: dict[str, Any]) -> str:
    from pixelwatt_power.core.number_text import with_bound

    def fps(value: float | None) -> str:
        return tr("unknown") if value is None else f"{value:.3f} FPS"

    detail = report["detail"]
    scope = detail["energy_scope"]
    watts = report["power"][f"{scope}_w"] if scope else None
    families = {
        "capframex_average": "CapFrameX", "frameview": "FrameView",
        "afterburner_integral": "Afterburner",
    }  # fmt: skip
    lows = ", ".join(
        f"{families[name]} {fps(value)}" for name, value in report["low_1_percent"].items()
    )
    joules = with_bound(report["joules_per_frame"], detail["joules_per_frame_bound"], "J")
    lines = [
        f"{report['file']}  ({report['format']})",
        f"  {report['application'] or tr('unknown application')}",
        "  " + tr("average: {value}", value=fps(report["fps_average"])),
        "  " + tr("1 % low: {value}", value=lows),
        "  " + tr("power: {value}", value=with_bound(watts, detail["power_bound_w"], "W"))
        + (f" ({detail['energy_label']})" if scope else ""),
        "  " + tr("energy per frame: {value}", value=joules),
    ]  # fmt: skip
    lines += ["  ! " + warning for warning in report["warnings"]]
    return "\n".join(lines)


# -- pixelwatt sensors --------------------------------------------------------------------


def add_sensors_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=tr("print one JSON document"))
    _add_sysfs(parser)


def _add_sysfs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--sysfs", type=Path, default=Path("/sys"), metavar="DIR",
        help=tr("where the kernel's sysfs is mounted (a container may have the host's elsewhere)"),
    )  # fmt: skip


def run_sensors(args: argparse.Namespace) -> int:
    from pixelwatt_power.core.sensors.discover import describe, discover

    found = [describe(probe) for probe in discover(args.sysfs)]
    if args.json:
        print(json.dumps({"sensors": found}, ensure_ascii=False, indent=2))
        return 0
    for sensor in found:
        mark = "+" if sensor["available"] else "-"
        text = sensor["detail"] or f"{sensor['reason']} {sensor['remedy'] or ''}".strip()
        print(f"{mark} {sensor['name']}: {text}")
    return 0


# -- pixelwatt record ---------------------------------------------------------------------


def add_record_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--seconds", type=float, required=True, metavar="N", help=tr("how long to record")
    )
    parser.add_argument(
        "--out", type=Path, metavar="FILE",
        help=tr("the database to add the session to (default: a new file in this folder)"),
    )  # fmt: skip
    parser.add_argument("--title", default="", help=tr("the session's name"))
    parser.add_argument("--json", action="store_true", help=tr("print one JSON document"))
    _add_sysfs(parser)


def run_record(args: argparse.Namespace) -> int:
    from pixelwatt_power.core.number_text import with_bound
    from pixelwatt_power.core.recorder import Recorder
    from pixelwatt_power.core.sampler import Sampler
    from pixelwatt_power.core.sensors.discover import discover
    from pixelwatt_power.core.session_report import as_json, report
    from pixelwatt_power.core.sessions import load

    if not (math.isfinite(args.seconds) and 0 < args.seconds <= 30 * 86400):
        raise UsageError(
            tr("--seconds must be above 0 and at most 30 days."), tr("For example: --seconds 60")
        )
    probes = discover(args.sysfs)
    if not any(probe.open for probe in probes):
        raise Problem(
            tr("No power sensor of this machine can be read."),
            tr("See what is missing with: pixelwatt sensors"),
        )
    path = args.out or Path(time.strftime("pixelwatt-%Y%m%d-%H%M%S.sqlite"))
    recorder = Recorder(path, args.title)
    sampler = Sampler(lambda: probes, recorder.add_sample)
    sampler.start()
    try:
        time.sleep(args.seconds)
    except KeyboardInterrupt:
        print(tr("Stopped early; the session is kept."), file=sys.stderr)
    finally:
        sampler.stop()
        recorder.close()
    if recorder.error is not None:
        raise Problem(
            tr("The recording ended early: {error}.", error=recorder.error),
            tr("What was written until then is in {file}.", file=path),
        )
    found = as_json(report(load(path, recorder.session)))
    if args.json:
        print(json.dumps({"file": str(path), "session": recorder.session, **found}, indent=2))
        return 0
    print(tr("Session {number} in {file}", number=recorder.session, file=path))
    for sensor in found["sensors"]:
        if sensor["watts"] is None:
            print("  " + tr("{name}: unknown, {count} implausible samples were dropped",
                            name=sensor["name"], count=sensor["dropped_samples"]))  # fmt: skip
            continue
        watts = with_bound(sensor["watts"], sensor["bound_w"], "W")
        print(f"  {sensor['name']}: {watts} ({sensor['scope']}), {sensor['energy_j']:.1f} J")
    return 0
