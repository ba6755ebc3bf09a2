"""Frames and power together; following logs; hours in little memory; the service."""

from __future__ import annotations

import math
import time

import captures_for_tests as made
import numpy as np
import pytest
from sysfs_for_tests import gpu, tree

from pixelwatt.api import FrameSample, PowerSample, Problem
from pixelwatt.services import Services
from pixelwatt.telemetry import Telemetry
from pixelwatt_power import meter_service
from pixelwatt_power.core.follow import LogFollower
from pixelwatt_power.core.history import History
from pixelwatt_power.core.meter import Meter, SensorFigure, per_frame
from pixelwatt_power.core.sensors.model import Kind, Scope, SensorInfo


@pytest.fixture
def card(tmp_path, monkeypatch):
    """A machine with one card at 120 W and no NVML."""
    monkeypatch.setattr("pixelwatt_power.core.sensors.discover.probe_nvml", lambda _root: [])
    return tree(tmp_path / "sys", gpu("amdgpu", power1_average="120000000\n"))


def measure_until(meter, reached):
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        if reached():
            return
        time.sleep(0.02)
    pytest.fail("the meter never got there")


def present(telemetry, rate=100, seconds=1.0):
    now = time.perf_counter_ns()
    for frame in range(round(rate * seconds) + 1):
        moment = now - round((seconds - frame / rate) * 1e9)
        telemetry.publish(FrameSample("upscaler", moment, 2.0, 3840, 2160))


def test_joules_per_frame_of_what_happens_now(card):
    telemetry = Telemetry()
    published = []
    telemetry.subscribe(PowerSample, published.append)
    meter = Meter(telemetry, card)
    meter.start(samples_per_second=50)
    try:
        measure_until(meter, lambda: meter.figures().watts(Scope.GPU) is not None)
        present(telemetry)
        found = meter.figures()
    finally:
        meter.stop()
    assert found.fps == pytest.approx(100, rel=1e-6)
    assert found.joules_per_frame == pytest.approx(1.2)
    assert found.joules_per_frame_bound > 0
    assert found.energy_scope is Scope.GPU
    assert published[0].watts == pytest.approx(120)
    assert published[0].scope == "gpu"
    assert published[0].bound_watts is not None


def test_frames_that_ceased_have_no_rate(tmp_path, monkeypatch):
    meter = Meter(Telemetry(), tmp_path)
    now = time.perf_counter_ns()
    for frame in range(10):
        meter.add_frame(FrameSample("a", now - 5 * 10**9 + frame * 10**7, 1.0, 1, 1))
    assert meter.figures(window_s=20).fps is None


def test_a_dropped_reading_is_not_replaced_by_another_scopes_watts():
    """563 kW of the GPU are dropped; the CPU's watts over the frames would be a wrong price."""
    gpu_info = SensorInfo("g", "GPU", "hwmon", Scope.GPU, Kind.AVERAGE, 0.1, 1.0)
    cpu_info = SensorInfo("c", "CPU", "RAPL", Scope.CPU, Kind.COUNTER, 0.001, 6e-5)

    def figure(info, watts, absent="", frozen=False):
        return SensorFigure(info, watts, 1.0 if watts else None, 1.0, {}, {}, absent, frozen)

    cpu = figure(cpu_info, 60.0)
    assert per_frame((figure(gpu_info, 200.0), cpu), 100.0) == (Scope.GPU, 2.0, 0.01)
    assert per_frame((figure(gpu_info, None), cpu), 100.0) == (Scope.GPU, None, None)
    assert per_frame((figure(gpu_info, None, absent="asleep"), cpu), 100.0)[0] is Scope.CPU
    assert per_frame((figure(gpu_info, None, frozen=True), cpu), 100.0)[0] is Scope.CPU


def test_the_service_starts_measuring_and_says_what_is_missing(card, monkeypatch):
    class Context:
        telemetry, services = Telemetry(), Services()

    monkeypatch.setattr(meter_service, "_meter", Meter(Context.telemetry, card))
    meter_service.provide(Context)
    service = Context.services.get("power.joules_per_frame")
    first = service()
    assert first.value is None
    assert first.note
    try:
        meter = meter_service._meter
        measure_until(meter, lambda: meter.figures().watts(Scope.GPU) is not None)
        assert service().note == "No frames arrive."
        present(Context.telemetry)
        figure = service()
        assert figure.value == pytest.approx(1.2)
        assert figure.low < 1.2 < figure.high
        assert (figure.unit, figure.note) == ("J", "GPU")
    finally:
        meter_service.withdraw()
    assert Context.services.get("power.joules_per_frame") is None


# -- Following a log ------------------------------------------------------------------------


def test_a_mangohud_log_is_followed_as_it_grows(tmp_path):
    path = tmp_path / "log.csv"
    text = made.mangohud([10.0, 20.0, 30.0])
    path.write_text(text[:-9])  # the last row is still being written
    follower = LogFollower(path)
    assert follower.poll() == [10.0, 20.0]
    with path.open("a") as file:
        file.write(text[-9:])
    assert follower.poll() == [30.0]
    assert follower.poll() == []


def test_a_log_begun_again_is_followed_from_its_start(tmp_path):
    path = tmp_path / "log.csv"
    path.write_text(made.mangohud([10.0] * 50, unit="us"))
    follower = LogFollower(path)
    assert follower.poll() == [10.0] * 50
    path.write_text(made.mangohud([5.0]))
    assert follower.poll() == [5.0]


def test_in_a_presentmon_log_the_game_is_followed(tmp_path):
    path = made.write(
        tmp_path / "log.csv", "\ufeff" + made.CURRENT,
        made.presentmon_current([16.0] * 20, made.DESKTOP), made.presentmon_current([8.0] * 10),
    )  # fmt: skip
    assert LogFollower(path).poll() == [8.0] * 10


@pytest.mark.parametrize("repeated", [False, True])
def test_generated_frames_of_a_followed_log_are_not_taken_for_speed(tmp_path, repeated):
    kinds = ["Application", "AMD AFMF"] * 30
    rows = made.presentmon_current([1000 / 120] * 60, kinds=kinds)
    if repeated:
        rows = [row.replace(f"{1000 / 120:.14f}", f"{1000 / 60:.14f}") for row in rows]
    times = LogFollower(made.write(tmp_path / "log.csv", made.CURRENT, rows)).poll()
    assert len(times) == 30
    assert times[1:] == pytest.approx([1000 / 60] * 29, rel=1e-3)


def test_what_is_no_log_is_refused(tmp_path):
    path = tmp_path / "log.csv"
    path.write_text("hello\n" * 100)
    with pytest.raises(Problem, match="no log of PresentMon or MangoHud"):
        LogFollower(path).poll()
    path.unlink()
    with pytest.raises(Problem, match="no longer be followed"):
        LogFollower(path).poll()


# -- Hours in little memory -----------------------------------------------------------------


def test_days_of_samples_fit_and_the_latest_keep_their_detail():
    history = History(capacity=256)
    for second in range(100_000):
        history.add(float(second), float(second))
    assert len(history) <= 4 * 256
    times, values = history.since(-math.inf)
    assert (np.diff(times) > 0).all()
    assert times[0] < 512, "the whole span is still there"
    assert np.diff(times)[-200:].max() == 1.0
    np.testing.assert_allclose(times, values)
    recent, _ = history.since(99_990)
    assert recent.tolist() == list(range(99_990, 100_000))


@pytest.mark.parametrize("count", [5, 63, 65, 100, 513, 700])
def test_before_the_first_ring_is_full_every_sample_stands_once(count):
    history = History(capacity=1024)
    for second in range(count):
        history.add(float(second), float(second))
    times, values = history.since(-np.inf)
    assert times.tolist() == values.tolist() == list(range(count))


def test_short_gaps_close_and_long_ones_stay_when_merged():
    history = History(capacity=8)
    for second in range(64):
        gap = second == 1 or 8 <= second < 14
        history.add(float(second), math.nan if gap else 1.0)
    values = history.values
    assert values[0] == 1.0
    assert np.isnan(values[1])
    assert history.last == (63.0, 1.0)
