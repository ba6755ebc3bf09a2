"""Energy from counters and from power: wraps, freezes, resets, clocks that run backwards."""

from __future__ import annotations

import pytest

from pixelwatt_power.core.energy import EnergyMeter, power_bound, seconds_needed
from pixelwatt_power.core.plausibility import Reason
from pixelwatt_power.core.scopes import total_watts
from pixelwatt_power.core.sensors.model import Kind, Reading, Scope, SensorInfo

RANGE_J = 262143.32885


def info(kind=Kind.COUNTER, **more):
    facts = {"update_s": 0.1, "quantum": 0.001, "limit_w": 300.0} | more
    return SensorInfo("t", "Test", "test", Scope.CPU, kind, **facts)


def feed(meter, values, step_s=1.0, start_s=0.0):
    key = "joules" if meter.info.kind is Kind.COUNTER else "watts"
    return [
        meter.add(Reading(round((start_s + i * step_s) * 1e9), **{key: value}))
        for i, value in enumerate(values)
    ]


def test_a_counter_gives_mean_power_between_readings():
    meter = EnergyMeter(info())
    intervals = feed(meter, [100.0, 250.0, 400.0])
    assert intervals[0] is None
    assert [interval.watts for interval in intervals[1:]] == [150, 150]
    assert (meter.joules, meter.seconds) == (300, 2)


def test_a_wrap_adds_the_counters_range():
    meter = EnergyMeter(info(counter_range_j=RANGE_J))
    _, interval = feed(meter, [RANGE_J - 40.0, 25.0])
    assert interval.joules == pytest.approx(65.0)


def test_a_reset_is_dropped_and_counted():
    wide = EnergyMeter(info(counter_range_j=RANGE_J))
    assert feed(wide, [5000.0, 10.0])[1] is None
    assert wide.gate.dropped[Reason.TOO_HIGH] == 1, "as a wrap it would be 257 kW"
    endless = EnergyMeter(info())
    assert feed(endless, [5000.0, 10.0])[1] is None
    assert endless.gate.dropped[Reason.RESET] == 1


def test_a_counter_between_two_updates_loses_nothing():
    meter = EnergyMeter(info())
    intervals = feed(meter, [100, 100, 100, 130], step_s=0.1)
    assert intervals[1] is None
    assert intervals[3].seconds == pytest.approx(0.3)
    assert intervals[3].watts == pytest.approx(100)
    assert meter.gate.total == 0


def test_a_frozen_counter_is_no_data_and_said_once():
    meter = EnergyMeter(info())
    assert feed(meter, [100.0] * 30)[1:] == [None] * 29
    assert meter.gate.frozen
    assert meter.gate.dropped == {Reason.FROZEN: 1}
    assert meter.joules == 0


def test_a_clock_that_does_not_advance_is_counted():
    meter = EnergyMeter(info())
    meter.add(Reading(10**9, joules=1.0))
    assert meter.add(Reading(10**9, joules=2.0)) is None
    assert meter.add(Reading(5 * 10**8, joules=3.0)) is None
    assert meter.gate.dropped[Reason.CLOCK] == 2


def test_power_is_integrated_by_trapezoids_over_real_times():
    meter = EnergyMeter(info(Kind.INSTANT))
    for seconds, watts in ((0.0, 100.0), (1.0, 200.0), (3.0, 100.0)):
        meter.add(Reading(round(seconds * 1e9), watts=watts))
    assert meter.joules == pytest.approx(150 * 1 + 150 * 2)


def test_an_absence_breaks_the_integral_instead_of_bridging_it():
    meter = EnergyMeter(info(Kind.INSTANT))
    feed(meter, [100.0, 100.0])
    meter.add(Reading(2 * 10**9, absent="asleep"))
    feed(meter, [100.0, 100.0], start_s=100.0)
    assert meter.seconds == pytest.approx(2.0)


@pytest.mark.parametrize(
    ("watts", "reason"),
    [
        (0.0, Reason.ZERO), (-5.0, Reason.NEGATIVE), (float("nan"), Reason.NOT_A_NUMBER),
        (451.0, Reason.TOO_HIGH), (563_212.0, Reason.TOO_HIGH), (1.8e15, Reason.TOO_HIGH),
    ],
)  # fmt: skip
def test_implausible_power_is_dropped_and_counted(watts, reason):
    meter = EnergyMeter(info(Kind.INSTANT))
    feed(meter, [100.0, watts, 100.0, 100.0])
    assert meter.gate.dropped == {reason: 1}
    assert meter.seconds == pytest.approx(1.0)


def test_excursions_above_the_limit_are_believed_up_to_half_as_much_again():
    meter = EnergyMeter(info(Kind.INSTANT))
    feed(meter, [449.0, 449.0])
    assert meter.gate.total == 0


def test_one_percent_needs_a_hundred_updates():
    assert seconds_needed(info()) == pytest.approx(10.0)
    assert power_bound(info(quantum=0.0), 142.3, 10.0) == pytest.approx(1.423)
    assert power_bound(info(), 142.3, 0.01) >= 142.3, "less than one update tells nothing"


def test_an_apus_socket_is_not_counted_twice():
    totals = total_watts([(Scope.SOCKET, 30.0), (Scope.CPU, 24.8)])
    assert totals["cpu+gpu"] == 30.0
    totals = total_watts([(Scope.GPU, 150.0), (Scope.CPU, 60.0), (Scope.BATTERY, 250.0)])
    assert totals["cpu+gpu"] == 210.0
    assert "cpu+gpu" not in total_watts([(Scope.GPU, 150.0)])
