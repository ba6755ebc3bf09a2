"""Recorded sessions in SQLite: list, rename, tag, delete with undo, load.

Tables: ``sessions``, ``sensors`` (one row per sensor of a session), ``power`` (mean power
between two readings), ``frames`` (presented frames). Times are `time.perf_counter_ns`.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pixelwatt.api import Problem
from pixelwatt_power.text import tr

APPLICATION_ID = 0x50_57_53_45  # "PWSE"
APPLICATION_ID_AT = 68
"""Its place in an SQLite file's header (https://www.sqlite.org/fileformat.html)."""
VERSION = 1
COPIED = {
    "sensors": "sensor, name, source, scope, kind, update_s, quantum, dropped",
    "power": "sensor, end_ns, seconds, joules, bound_w",
    "frames": "source, presented_ns, compute_ms",
}
SCHEMA = f"""
PRAGMA application_id = {APPLICATION_ID};
PRAGMA user_version = {VERSION};
CREATE TABLE IF NOT EXISTS sessions (
    id INTEGER PRIMARY KEY, title TEXT NOT NULL, tags TEXT NOT NULL DEFAULT '',
    started_utc TEXT NOT NULL, complete INTEGER NOT NULL DEFAULT 0,
    deleted INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS sensors (
    session INTEGER NOT NULL REFERENCES sessions(id) ON DELETE CASCADE, sensor TEXT NOT NULL,
    name TEXT NOT NULL, source TEXT NOT NULL, scope TEXT NOT NULL, kind TEXT NOT NULL,
    update_s REAL NOT NULL, quantum REAL NOT NULL, dropped TEXT NOT NULL DEFAULT '{{}}',
    PRIMARY KEY (session, sensor)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS power (
    session INTEGER NOT NULL REFERENCES sessions(id) ON DELETE CASCADE, sensor TEXT NOT NULL,
    end_ns INTEGER NOT NULL, seconds REAL NOT NULL, joules REAL NOT NULL, bound_w REAL NOT NULL);
CREATE TABLE IF NOT EXISTS frames (
    session INTEGER NOT NULL REFERENCES sessions(id) ON DELETE CASCADE, source TEXT NOT NULL,
    presented_ns INTEGER NOT NULL, compute_ms REAL NOT NULL);
CREATE INDEX IF NOT EXISTS power_of ON power (session);
CREATE INDEX IF NOT EXISTS frames_of ON frames (session);
"""

FloatArray = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Session:
    """A line of the list of sessions."""

    id: int
    title: str
    tags: str
    started_utc: str
    complete: bool
    """False: the program ended before the recording did; what was written is whole."""


@dataclass(frozen=True, slots=True, eq=False)
class SensorSeries:
    """One sensor's power over a session."""

    sensor: str
    name: str
    source: str
    scope: str
    kind: str
    update_s: float
    quantum: float
    dropped: dict[str, int]
    end_s: FloatArray
    """End of each interval, seconds since the session's first sample."""
    seconds: FloatArray
    joules: FloatArray
    bound_w: FloatArray


@dataclass(frozen=True, slots=True)
class FrameSpan:
    """Frames of one source: how many, and when the first and the last were presented.

    Times are seconds since the session's first sample. The frames themselves stay in the
    database: an evening holds millions of them.
    """

    source: str
    count: int
    first_s: float
    last_s: float


@dataclass(frozen=True, slots=True, eq=False)
class Recording:
    session: Session
    sensors: tuple[SensorSeries, ...]
    frames: tuple[FrameSpan, ...]


def connect(path: Path) -> sqlite3.Connection:
    """Open a database of sessions, made if it is not there. Raises `Problem` if it is another's."""
    try:
        connection = sqlite3.connect(path, timeout=5.0)
        connection.execute("PRAGMA journal_mode = WAL")
        # WAL with NORMAL survives the program's death at any moment; only a power cut of the
        # machine may cost the last commits.
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        (owner,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if (tables and owner != APPLICATION_ID) or version > VERSION:
            connection.close()
            raise Problem(
                tr("{file} is a database, but not of Pixelwatt sessions.", file=path.name)
                if owner != APPLICATION_ID
                else tr("{file} was written by a newer Pixelwatt.", file=path.name),
                tr("Choose another file."),
            )
        connection.executescript(SCHEMA)
    except sqlite3.Error as error:
        raise Problem(
            tr("{file} cannot be used for sessions: {error}.", file=path.name, error=error),
            tr("Choose another file, or a folder you may write to."),
        ) from error
    return connection


def list_sessions(path: Path) -> list[Session]:
    """All sessions that are not deleted, the newest first."""
    with closing(connect(path)) as connection:
        rows = connection.execute(
            "SELECT id, title, tags, started_utc, complete FROM sessions "
            "WHERE NOT deleted ORDER BY started_utc DESC, id DESC"
        )
        return [_session(row) for row in rows]


def rename(path: Path, session: int, title: str) -> None:
    _update(path, "UPDATE sessions SET title = ? WHERE id = ?", title.strip(), session)


def tag(path: Path, session: int, tags: str) -> None:
    _update(path, "UPDATE sessions SET tags = ? WHERE id = ?", tags.strip(), session)


def delete(path: Path, *numbers: int) -> None:
    """Put sessions aside; `restore` brings them back until `purge`."""
    for number in numbers:
        _update(path, "UPDATE sessions SET deleted = 1 WHERE id = ?", number)


def restore(path: Path, *numbers: int) -> None:
    for number in numbers:
        _update(path, "UPDATE sessions SET deleted = 0 WHERE id = ?", number)


def purge(path: Path) -> None:
    """Forget deleted sessions for good."""
    _update(path, "DELETE FROM sessions WHERE deleted = 1")


def _update(path: Path, statement: str, *values: object) -> None:
    with closing(connect(path)) as connection, connection:
        connection.execute(statement, values)


def import_from(path: Path, other: Path) -> int:
    """Copy all sessions of another database into this one; returns how many."""
    connect(other).close()  # says what is wrong with it, if anything is
    with closing(connect(path)) as connection:
        connection.execute("ATTACH ? AS other", (str(other),))
        with connection:
            numbers = connection.execute("SELECT id FROM other.sessions WHERE NOT deleted")
            found = [number for (number,) in numbers]
            for number in found:
                cursor = connection.execute(
                    "INSERT INTO sessions (title, tags, started_utc, complete) "
                    "SELECT title, tags, started_utc, complete FROM other.sessions WHERE id = ?",
                    (number,),
                )
                for table, columns in COPIED.items():
                    connection.execute(
                        f"INSERT INTO {table} SELECT ?, {columns} FROM other.{table} "
                        "WHERE session = ?",
                        (cursor.lastrowid, number),
                    )
        connection.execute("DETACH other")
    return len(found)


def is_sessions(_path: Path, head: bytes) -> bool:
    """Whether the first bytes of a file are those of a database of sessions."""
    owner = head[APPLICATION_ID_AT : APPLICATION_ID_AT + 4]
    return head.startswith(b"SQLite format 3\0") and owner == APPLICATION_ID.to_bytes(4, "big")


def load(path: Path, session_id: int) -> Recording:
    """Everything recorded in a session."""
    with closing(connect(path)) as connection:
        row = connection.execute(
            "SELECT id, title, tags, started_utc, complete FROM sessions WHERE id = ?",
            (session_id,),
        ).fetchone()
        if row is None:
            raise Problem(tr("There is no session {number}.", number=session_id))
        power = connection.execute(
            "SELECT sensor, end_ns, seconds, joules, bound_w FROM power WHERE session = ? "
            "ORDER BY end_ns",
            (session_id,),
        ).fetchall()
        frames = connection.execute(
            "SELECT source, count(*), min(presented_ns), max(presented_ns) FROM frames "
            "WHERE session = ? GROUP BY source ORDER BY source",
            (session_id,),
        ).fetchall()
        sensors = connection.execute(
            "SELECT sensor, name, source, scope, kind, update_s, quantum, dropped FROM sensors "
            "WHERE session = ?",
            (session_id,),
        ).fetchall()
    starts = [line[1] - int(line[2] * 1e9) for line in power[:64]]
    starts += [line[2] for line in frames]
    zero = min(starts, default=0)
    return Recording(
        _session(row),
        tuple(
            _series(sensor, [line[1:] for line in power if line[0] == sensor[0]], zero)
            for sensor in sensors
        ),
        tuple(
            FrameSpan(source, count, (first - zero) / 1e9, (last - zero) / 1e9)
            for source, count, first, last in frames
        ),
    )


def _session(row: tuple[Any, ...]) -> Session:
    number, title, tags, started_utc, complete = row
    return Session(number, title, tags, started_utc, bool(complete))


def _series(row: tuple[Any, ...], rows: list[tuple[float, ...]], zero: int) -> SensorSeries:
    table = np.array([(line[0] - zero, *line[1:]) for line in rows], dtype=np.float64)
    end_ns, seconds, joules, bound_w = table.reshape(-1, 4).T
    sensor, name, source, scope, kind, update_s, quantum, dropped = row
    return SensorSeries(
        sensor, name, source, scope, kind, update_s, quantum, json.loads(dropped),
        end_ns / 1e9, seconds, joules, bound_w,
    )  # fmt: skip
