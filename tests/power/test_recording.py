"""Sessions survive whatever ends the program, and can be listed, renamed, deleted, undone."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import pytest
from sessions_for_tests import record
from sysfs_for_tests import gpu, tree

from pixelwatt.api import FrameSample, Problem
from pixelwatt_power.core import sessions
from pixelwatt_power.core.energy import EnergyMeter
from pixelwatt_power.core.recorder import Recorder
from pixelwatt_power.core.sampler import Sample, Sampler
from pixelwatt_power.core.sensors.hwmon import probe_hwmon
from pixelwatt_power.core.sensors.model import Kind, Reading, Scope, SensorInfo
from pixelwatt_power.core.session_report import as_json, report


def test_joules_per_frame_of_a_session_with_its_bound(tmp_path):
    path = tmp_path / "s.sqlite"
    found = report(sessions.load(path, record(path)))
    assert found.fps == pytest.approx(60.0)
    assert found.watts("gpu") == pytest.approx(120.0)
    assert found.joules_per_frame == pytest.approx(2.0)
    assert found.joules_per_frame_bound == pytest.approx(2.0 * 0.01, rel=0.02), "0.1 s of 10 s"
    assert found.energy_scope == "gpu"
    assert as_json(found)["frames_per_joule"] == pytest.approx(0.5)


def test_a_sensor_that_gave_nothing_to_believe_is_told_not_left_out(tmp_path):
    path = tmp_path / "s.sqlite"
    recorder = Recorder(path)
    frozen = EnergyMeter(SensorInfo("rapl-0", "CPU", "RAPL", Scope.CPU, Kind.COUNTER, 0.001, 6e-5))
    for second in range(10):
        reading = Reading(second * 10**9, joules=5.0)
        recorder.add_sample(Sample(frozen, reading, frozen.add(reading)))
    recorder.close()
    (sensor,) = as_json(report(sessions.load(path, recorder.session)))["sensors"]
    assert (sensor["id"], sensor["watts"], sensor["energy_j"]) == ("rapl-0", None, None)
    assert sensor["dropped_samples"] == 1


def test_frames_without_power_have_no_energy(tmp_path):
    path = tmp_path / "s.sqlite"
    recorder = Recorder(path)
    for frame in range(10):
        recorder.add_frame(FrameSample("upscaler", frame * 10**7, 2.0, 8, 8))
    recorder.close()
    found = report(sessions.load(path, recorder.session))
    assert found.fps == pytest.approx(100)
    assert found.joules_per_frame is None
    assert as_json(found)["frames_per_joule"] is None


def test_sessions_are_listed_renamed_tagged_deleted_and_brought_back(tmp_path):
    path = tmp_path / "s.sqlite"
    first, second = record(path, seconds=1, title="A"), record(path, seconds=1, title="B")
    sessions.rename(path, first, "  Native 4K ")
    sessions.tag(path, first, "essay, 4k")
    listed = {session.id: session for session in sessions.list_sessions(path)}
    assert listed[first].title == "Native 4K"
    assert listed[first].tags == "essay, 4k"
    assert listed[second].complete
    sessions.delete(path, first)
    assert [session.id for session in sessions.list_sessions(path)] == [second]
    sessions.restore(path, first)
    assert len(sessions.list_sessions(path)) == 2
    sessions.delete(path, first)
    sessions.purge(path)
    with pytest.raises(Problem, match="no session"):
        sessions.load(path, first)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute(
            "SELECT count(*) FROM power WHERE session = ?", (first,)
        ).fetchone() == (0,)


def test_sessions_of_another_database_are_copied(tmp_path):
    mine, other = tmp_path / "mine.sqlite", tmp_path / "other.sqlite"
    record(mine, seconds=1, title="Mine")
    record(other, seconds=1, title="Theirs", watts=90)
    assert sessions.import_from(mine, other) == 1
    theirs = next(s for s in sessions.list_sessions(mine) if s.title == "Theirs")
    assert report(sessions.load(mine, theirs.id)).watts("gpu") == pytest.approx(90)
    assert sessions.is_sessions(other, other.read_bytes()[:100])
    assert not sessions.is_sessions(other, b"SQLite format 3\0" + bytes(84))
    bad = tmp_path / "bad.sqlite"
    bad.write_bytes(b"no database " * 20)
    with pytest.raises(Problem, match="cannot be used"):
        sessions.import_from(mine, bad)


def test_another_programs_database_is_left_alone(tmp_path):
    path = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE mine (x)")
    with pytest.raises(Problem, match="not of Pixelwatt sessions"):
        Recorder(path)
    path.write_bytes(b"not a database at all, but long enough to be read as one" * 4)
    with pytest.raises(Problem, match="cannot be used"):
        Recorder(path)


def test_the_sampler_reads_until_stopped(tmp_path):
    root = tree(tmp_path, gpu("amdgpu", power1_average="50000000\n"))
    seen = []
    sampler = Sampler(lambda: probe_hwmon(root), seen.append, period_s=0.01)
    sampler.start()
    deadline = time.monotonic() + 10
    while len(seen) < 5 and time.monotonic() < deadline:
        time.sleep(0.01)
    sampler.stop()
    assert seen[-1].interval.watts == pytest.approx(50)


RECORD = """
import sys
from pathlib import Path
from argparse import ArgumentParser
from pixelwatt_power import cli
parser = ArgumentParser()
cli.add_record_arguments(parser)
sys.exit(cli.run_record(parser.parse_args(sys.argv[1:])))
"""


def start_recording(out, root, seconds):
    return subprocess.Popen(
        [sys.executable, "-c", RECORD, "--seconds", str(seconds), "--out", str(out),
         "--sysfs", str(root), "--json"],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}, stdout=subprocess.PIPE,
    )  # fmt: skip


@pytest.mark.skipif(sys.platform != "linux", reason="reads a fake /sys and compares its clock")
def test_kill_9_costs_no_more_than_the_last_second(tmp_path):
    root = tree(tmp_path / "sys", gpu("amdgpu", power1_average="50000000\n"))
    out = tmp_path / "s.sqlite"
    process = start_recording(out, root, 600)
    try:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and _intervals(out) < 15:
            time.sleep(0.1)
    finally:
        process.send_signal(signal.SIGKILL)
        killed_ns = time.perf_counter_ns()
        process.wait()
        process.stdout.close()
    (session,) = sessions.list_sessions(out)
    assert not session.complete
    with closing(sessions.connect(out)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        (last_ns,) = connection.execute("SELECT max(end_ns) FROM power").fetchone()
    assert killed_ns - last_ns < 1e9 + 2e8, "at most a second, and the sampling period"
    assert report(sessions.load(out, session.id)).watts("gpu") == pytest.approx(50)


def _intervals(path):
    if not path.exists():
        return 0
    try:
        with closing(sqlite3.connect(path)) as connection:
            return connection.execute("SELECT count(*) FROM power").fetchone()[0]
    except sqlite3.Error:
        return 0
