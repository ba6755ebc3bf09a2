"""CapFrameX's JSON session: frame times per run, sensors on a clock of their own.

Fields after CapFrameX's ``source/CapFrameX.Data.Session/Classes`` (commit 3ba66ff).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from pixelwatt.api import Problem
from pixelwatt_power.core.captures import frames
from pixelwatt_power.core.captures.power_columns import dropped_warnings, trace_of
from pixelwatt_power.core.captures.run import FloatArray, PowerTrace, Run
from pixelwatt_power.text import tr

if TYPE_CHECKING:
    from pixelwatt_power.core.captures.source import Source

SENSORS = {
    "gpu": ("GPU Power", "GPU Total", "GPU TBP", "GPU TDP"),
    "cpu": ("CPU Package",),
    "battery": ("Discharge Rate",),
}
"""What the names of a scope's power sensors hold; CapFrameX takes the first that does."""
LEGACY = {"gpu": "GpuPower", "cpu": "CpuPower"}
METERS = {"gpu": "PmdGpuPower", "cpu": "PmdCpuPower"}
INFO = {
    "GPU": "GPU",
    "Processor": "Processor",
    "OS": "OS",
    "GameName": "Game",
    "ResolutionInfo": "Resolution",
    "Comment": "Comment",
    "GPUDriverVersion": "Driver",
}


def sniff(source: Source) -> bool:
    return source.head.lstrip().startswith("{") and '"Runs"' in source.head


def read(source: Source) -> list[Run]:
    try:
        session = json.loads(source.text())
    except (ValueError, RecursionError) as error:
        raise Problem(
            tr("{file} is not complete JSON: {error}.", file=source.name, error=error),
            tr("Copy the file again from CapFrameX's capture folder."),
        ) from error
    runs = session.get("Runs") if isinstance(session, Mapping) else None
    if not isinstance(runs, Sequence) or isinstance(runs, str) or not runs:
        raise Problem(
            tr("{file} is JSON without CapFrameX's list of runs.", file=source.name),
            tr("Open a session file that CapFrameX wrote."),
        )
    found = session.get("Info")
    info = found if isinstance(found, Mapping) else {}
    result = [
        run
        for number, raw in enumerate(runs, start=1)
        if isinstance(raw, Mapping) and (run := _run(source, raw, info, number)) is not None
    ]
    if not result:
        raise Problem(
            tr("{file} has no run with frame times.", file=source.name),
            tr("Open a session in which CapFrameX captured frames."),
        )
    return result


def _run(
    source: Source, raw: Mapping[str, Any], info: Mapping[str, Any], number: int
) -> Run | None:
    data = raw.get("CaptureData")
    if not isinstance(data, Mapping):
        return None
    frame_ms = _array(data.get("MsBetweenPresents"))
    if not frame_ms.size:
        return None
    good = frames.believable(frame_ms)
    warnings = frames.count_unbelievable(frame_ms, good)
    dropped = _array(data.get("Dropped"))
    known_drops = dropped.size == frame_ms.size
    display = _array(data.get("MsBetweenDisplayChange"))
    if known_drops and display.size == dropped.size:
        display = display[dropped == 0]
    power = _power(raw)
    game = str(info.get("ProcessName") or info.get("GameName") or "") or None
    titles = {title: str(info[key]) for key, title in INFO.items() if info.get(key)}
    return Run(
        file=str(source.path),
        format="CapFrameX JSON",
        frame_ms=frame_ms[good],
        application=game,
        log_span_s=frames.span_s(_array(data.get("TimeInSeconds"))),
        presented=len(frame_ms),
        displayed=int((dropped == 0).sum()) if known_drops else None,
        dropped=int((dropped == 1).sum()) if known_drops else None,
        display_ms=display[frames.believable(display)],
        power=power,
        info=titles | {"Run": str(number)},
        warnings=(*warnings, *dropped_warnings(power), *_meter_notes(raw, power)),
    )


def _array(values: object) -> FloatArray:
    """A JSON list as floats; what is no number becomes NaN, what is no list is empty."""
    if not isinstance(values, list):
        return np.empty(0)
    try:
        array = np.array(values, dtype=np.float64)
    except (TypeError, ValueError, OverflowError):
        array = np.array([_number(value) for value in values])
    return array if array.ndim == 1 else np.empty(0)


def _number(value: object) -> float:
    try:
        return float(value) if isinstance(value, (int, float, bool)) else float("nan")
    except OverflowError:
        return float("nan")


def _power(raw: Mapping[str, Any]) -> tuple[PowerTrace, ...]:
    """Of each scope the sensor's watts, or an external meter's where there is no sensor."""
    found = [*_sensors(raw), *_meters(raw)]
    return tuple(
        next(trace for trace in found if trace.scope == scope)
        for scope in ("gpu", "cpu", "battery")
        if any(trace.scope == scope for trace in found)
    )


def _sensors(raw: Mapping[str, Any]) -> list[PowerTrace]:
    labels = {"gpu": tr("GPU, by its driver"), "cpu": tr("CPU package"),
              "battery": tr("battery, whole machine")}  # fmt: skip
    traces: list[PowerTrace] = []
    sensors = raw.get("SensorData2")
    if isinstance(sensors, Mapping):
        clock = _values(sensors.get("MeasureTime"))
        step = _values(sensors.get("BetweenMeasureTime"))
        for scope, names in SENSORS.items():
            for watts in _named(sensors, names):
                trace = _trace(scope, watts, clock, step, labels[scope])
                if trace is not None:
                    traces.append(trace)
                    break
    legacy = raw.get("SensorData")
    if isinstance(legacy, Mapping):
        clock, step = _array(legacy.get("MeasureTime")), _array(legacy.get("BetweenMeasureTimes"))
        for scope, key in LEGACY.items():
            trace = _trace(scope, _array(legacy.get(key)), clock, step, labels[scope])
            if trace is not None:
                traces.append(trace)
    return traces


def _trace(
    scope: str, watts: FloatArray, clock: FloatArray, step: FloatArray, label: str
) -> PowerTrace | None:
    seconds = _durations(len(watts), clock, step)
    whole = watts.size and np.array_equal(watts, np.round(watts))
    return trace_of(scope, watts, seconds, label, 0.5 if whole else 0.0)


def _meters(raw: Mapping[str, Any]) -> list[PowerTrace]:
    """Watts of a PMD, Powenetics or Benchlab between power supply and board."""
    step = _number(raw.get("SampleTime"))
    step = step / 1000.0 if np.isfinite(step) and step > 0 else 1.0
    labels = {
        "gpu": tr("GPU, measured at its plugs"), "cpu": tr("CPU, measured at its plugs"),
    }  # fmt: skip
    traces = []
    for scope, key in METERS.items():
        watts = _array(raw.get(key))
        trace = trace_of(scope, watts, np.full(len(watts), step), labels[scope])
        if trace is not None:
            traces.append(trace)
    return traces


def _meter_notes(raw: Mapping[str, Any], shown: Sequence[PowerTrace]) -> list[str]:
    return [
        tr("An external meter measured {watts} W of {scope} where the sensor says {other} W.",
           scope=meter.scope.upper(), watts=f"{meter.mean_w:.1f}", other=f"{trace.mean_w:.1f}")
        for meter in _meters(raw)
        for trace in shown
        if trace.scope == meter.scope and trace.label != meter.label
    ]  # fmt: skip


def _values(sensor: object) -> FloatArray:
    return _array(sensor.get("Values")) if isinstance(sensor, Mapping) else np.empty(0)


def _named(sensors: Mapping[str, Any], names: Sequence[str]) -> Iterator[FloatArray]:
    """Watts of the sensors whose names hold one of ``names``, in the session's order."""
    for sensor in sensors.values():
        if not isinstance(sensor, Mapping) or sensor.get("Type") != "Power":
            continue
        if any(name.lower() in str(sensor.get("Name", "")).lower() for name in names):
            yield _values(sensor)


def _durations(count: int, clock: FloatArray, step: FloatArray) -> FloatArray:
    """The time each sample stands for; equal shares where the session tells no clock."""
    if step.size == count and count:
        return step
    if clock.size == count and count > 1:
        gaps = np.diff(clock)
        return np.concatenate(([np.median(gaps)], gaps))
    return np.ones(count)
