"""Writing a session while it happens: twice a second, so that a crash loses no second."""

from __future__ import annotations

import datetime
import json
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

from pixelwatt.api import FrameSample
from pixelwatt_power.core import sessions
from pixelwatt_power.core.energy import EnergyMeter
from pixelwatt_power.core.sampler import Sample

COMMIT_EVERY_S = 0.5


class Recorder:
    """Records samples and frames into a new session of a database until closed.

    `add_sample` and `add_frame` may be called on any thread and never wait for the disk. An
    error of the disk ends the recording and is kept in ``error``.
    """

    def __init__(self, path: Path, title: str = "") -> None:
        started = datetime.datetime.now(datetime.UTC)
        self.path = path
        self.error: Exception | None = None
        with closing(sessions.connect(path)) as connection, connection:
            cursor = connection.execute(
                "INSERT INTO sessions (title, started_utc) VALUES (?, ?)",
                (title or started.astimezone().strftime("%Y-%m-%d %H:%M:%S"),
                 started.isoformat(timespec="seconds")),
            )  # fmt: skip
        self.session = int(cursor.lastrowid or 0)
        self._lock = threading.Lock()
        self._power: list[tuple[object, ...]] = []
        self._frames: list[tuple[object, ...]] = []
        self._meters: dict[str, EnergyMeter] = {}
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="power-recorder", daemon=True)
        self._thread.start()

    def add_sample(self, sample: Sample) -> None:
        info, interval = sample.meter.info, sample.interval
        with self._lock:
            self._meters[info.id] = sample.meter
            if interval is not None:
                self._power.append(
                    (self.session, info.id, interval.end_ns, interval.seconds, interval.joules,
                     interval.bound_w)
                )  # fmt: skip

    def add_frame(self, frame: FrameSample) -> None:
        with self._lock:
            self._frames.append((self.session, frame.source, frame.presented_ns, frame.compute_ms))

    def close(self) -> None:
        """Write what is left and mark the session complete."""
        self._stop.set()
        self._thread.join(timeout=10.0)

    def _run(self) -> None:
        try:
            with closing(sessions.connect(self.path)) as connection:
                while not self._stop.wait(COMMIT_EVERY_S):
                    self._write(connection)
                self._write(connection)
                with connection:
                    connection.execute(
                        "UPDATE sessions SET complete = 1 WHERE id = ?", (self.session,)
                    )
        except Exception as error:
            self.error = error

    def _write(self, connection: sqlite3.Connection) -> None:
        with self._lock:
            power, self._power = self._power, []
            frames, self._frames = self._frames, []
            meters = [
                (self.session, info.id, info.name, info.source, info.scope.value, info.kind.value,
                 info.update_s, info.quantum,
                 json.dumps({reason.value: n for reason, n in meter.gate.dropped.items()}))
                for meter in self._meters.values()
                for info in (meter.info,)
            ]  # fmt: skip
        with connection:
            connection.executemany(
                "INSERT OR REPLACE INTO sensors VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", meters
            )
            connection.executemany("INSERT INTO power VALUES (?, ?, ?, ?, ?, ?)", power)
            connection.executemany("INSERT INTO frames VALUES (?, ?, ?, ?)", frames)
