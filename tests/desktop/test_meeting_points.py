"""Telemetry and services: where plugins meet without knowing each other."""

from __future__ import annotations

import pytest

from pixelwatt.api import FrameSample, PowerSample
from pixelwatt.services import Services
from pixelwatt.telemetry import Telemetry

FRAME = FrameSample("upscaler", 1, 5.0, 1920, 1080)


def test_samples_reach_those_who_asked_for_their_kind():
    telemetry, frames, powers = Telemetry(), [], []
    leave = telemetry.subscribe(FrameSample, frames.append)
    telemetry.subscribe(PowerSample, powers.append)
    telemetry.publish(FRAME)
    leave()
    telemetry.publish(FRAME)
    assert frames == [FRAME]
    assert powers == []


def test_a_subscriber_that_raises_is_dropped_and_the_rest_hear_on(caplog):
    telemetry, heard = Telemetry(), []

    def explode(sample):
        raise RuntimeError("boom")

    telemetry.subscribe(FrameSample, explode)
    telemetry.subscribe(FrameSample, heard.append)
    telemetry.publish(FRAME)
    telemetry.publish(FRAME)
    assert len(heard) == 2
    assert caplog.text.count("it is dropped") == 1


def test_a_service_is_there_until_withdrawn():
    services = Services()
    withdraw = services.provide("power.joules", object())
    assert services.get("power.joules") is not None
    with pytest.raises(ValueError, match="already provided"):
        services.provide("power.joules", object())
    withdraw()
    assert services.get("power.joules") is None
