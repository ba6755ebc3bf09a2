"""A thread that asks every sensor several times a second."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pixelwatt_power.core.energy import EnergyMeter, Interval
from pixelwatt_power.core.sensors.model import Probe, Reading, Sensor

PERIOD_S = 0.2
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Sample:
    """One look at one sensor; ``interval`` is None while there is nothing to be believed."""

    meter: EnergyMeter
    reading: Reading
    interval: Interval | None


class Sampler:
    """Looks for sensors, then reads them until stopped, on a thread of its own.

    ``find`` runs on that thread, because looking for a GPU may take a second; ``listener`` is
    called there too.
    """

    def __init__(
        self,
        find: Callable[[], Sequence[Probe]],
        listener: Callable[[Sample], None],
        period_s: float = PERIOD_S,
    ) -> None:
        self._find = find
        self._listener = listener
        self._period_s = period_s
        self._sensors: list[tuple[Sensor, EnergyMeter]] = []
        self.probes: tuple[Probe, ...] | None = None
        """What was found; None while still looking."""
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="power-sampler", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def ask_to_stop(self) -> None:
        """Let the thread end after the reading in progress and close the sensors."""
        self._stop.set()

    def stop(self) -> None:
        """The same, and wait for it."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(timeout=5.0)

    def _run(self) -> None:
        try:
            self._open()
            self._read_until_stopped()
        finally:
            for sensor, _ in self._sensors:
                sensor.close()

    def _open(self) -> None:
        probes = tuple(self._find())
        for probe in probes:
            if probe.open is not None and not self._stop.is_set():
                sensor = probe.open()
                self._sensors.append((sensor, EnergyMeter(sensor.info)))
        self.probes = probes

    def _read_until_stopped(self) -> None:
        next_ns = time.perf_counter_ns()
        while not self._stop.is_set():
            for sensor, meter in self._sensors:
                try:
                    reading = sensor.read()
                    self._listener(Sample(meter, reading, meter.add(reading)))
                except OSError as error:
                    meter.add(Reading(time.perf_counter_ns(), absent=str(error)))
                except Exception:
                    _log.exception("sensor %s", sensor.info.id)
            next_ns = max(next_ns + int(self._period_s * 1e9), time.perf_counter_ns())
            self._stop.wait(max(0.0, (next_ns - time.perf_counter_ns()) / 1e9))
