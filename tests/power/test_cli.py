"""The command line's contract: keys, exit codes, one document on stdout."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys

import captures_for_tests as made
import pytest
from sysfs_for_tests import battery, gpu, tree

from pixelwatt.api import Problem, UsageError
from pixelwatt_power import cli

KEYS = {
    "file", "format", "application", "process_id", "swap_chain", "frames", "duration_s",
    "fps_average", "fps_median", "p1_fps", "low_1_percent", "low_0_1_percent", "adaptive_std_fps",
    "stutter_time_percent", "power", "energy_j", "joules_per_frame", "frames_per_joule", "dropped",
    "warnings",
}  # fmt: skip


def run(name, *words):
    parser = argparse.ArgumentParser()
    getattr(cli, f"add_{name}_arguments")(parser)
    return getattr(cli, f"run_{name}")(parser.parse_args([str(word) for word in words]))


@pytest.fixture
def game(tmp_path):
    return made.write(tmp_path / "game_Log.csv", made.FRAMEVIEW, made.frameview([8.0] * 250, 90.5))


def test_capture_prints_exactly_the_documented_keys(game, capsys):
    assert run("capture", game, "--json") == 0
    (found,) = json.loads(capsys.readouterr().out)["runs"]
    assert found.keys() == KEYS
    assert found["p1_fps"].keys() == {"capframex", "mangohud", "presentmon"}
    lows = {"capframex_average", "frameview", "afterburner_integral"}
    assert found["low_1_percent"].keys() == found["low_0_1_percent"].keys() == lows
    assert found["power"].keys() == {"gpu_w", "cpu_w", "battery_w"}
    assert found["fps_average"] == pytest.approx(125)
    assert found["joules_per_frame"] == pytest.approx(90.5 / 125, rel=1e-3)
    assert found["energy_j"] == pytest.approx(90.5 * 2.0, rel=1e-3)
    assert found["power"]["battery_w"] is None


def test_one_bad_file_costs_the_others_nothing(game, tmp_path, capsys):
    bad = tmp_path / "bad.csv"
    bad.write_text("nothing\n")
    assert run("capture", bad, game, "--json") == 1
    out, err = capsys.readouterr()
    assert len(json.loads(out)["runs"]) == 1
    assert "bad.csv is no capture" in err
    with pytest.raises(Problem):
        run("capture", bad, "--json")


def test_all_streams_on_request(tmp_path, capsys):
    path = made.write(
        tmp_path / "a.csv", made.V1,
        made.presentmon1([16.0] * 20, made.DESKTOP), made.presentmon1([8.0] * 10),
    )  # fmt: skip
    run("capture", path, "--json")
    assert [r["application"] for r in json.loads(capsys.readouterr().out)["runs"]] == ["Game.exe"]
    run("capture", path, "--json", "--all")
    found = json.loads(capsys.readouterr().out)["runs"]
    assert [r["application"] for r in found] == ["Game.exe", "dwm.exe"]


def test_capture_for_reading_shows_the_error(game, capsys):
    assert run("capture", game) == 0
    out = capsys.readouterr().out
    assert "125.000 FPS" in out
    assert "±" in out
    assert "GPU board, by the driver" in out


def test_detail_adds_bounds(game, capsys):
    run("capture", game, "--json", "--detail")
    detail = json.loads(capsys.readouterr().out)["runs"][0]["detail"]
    assert detail["joules_per_frame_bound"] > 0
    assert detail["energy_scope"] == "gpu"


def test_sensors_lists_found_and_missing(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("pixelwatt_power.core.sensors.discover.probe_nvml", lambda _root: [])
    root = tree(tmp_path, gpu("radeon") | battery(power_now="9000000\n"))
    assert run("sensors", "--json", "--sysfs", root) == 0
    found = {s["id"]: s for s in json.loads(capsys.readouterr().out)["sensors"]}
    assert found["battery"]["available"]
    assert found["battery"]["scope"] == "battery"
    assert found["hwmon-card0"]["available"] is False
    assert found["hwmon-card0"]["remedy"]
    assert run("sensors", "--sysfs", root) == 0
    assert "+ Battery" in capsys.readouterr().out


def test_record_writes_a_session(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("pixelwatt_power.core.sensors.discover.probe_nvml", lambda _root: [])
    root = tree(tmp_path / "sys", gpu("amdgpu", power1_average="70000000\n"))
    out = tmp_path / "s.sqlite"
    assert run("record", "--seconds", "1", "--out", out, "--sysfs", root, "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["sensors"][0]["watts"] == pytest.approx(70)
    assert found["joules_per_frame"] is None, "no frames were seen"
    assert run("record", "--seconds", "0.5", "--out", out, "--sysfs", root) == 0
    assert "Session 2" in capsys.readouterr().out


def test_record_without_sensors_says_how_to_see_what_is_missing(tmp_path, monkeypatch):
    monkeypatch.setattr("pixelwatt_power.core.sensors.discover.probe_nvml", lambda _root: [])
    with pytest.raises(Problem) as caught:
        run("record", "--seconds", "1", "--sysfs", tmp_path)
    assert "pixelwatt sensors" in caught.value.remedy


@pytest.mark.parametrize("seconds", ["0", "-3", "nan", "inf", "1e12"])
def test_a_length_that_cannot_be_meant_is_wrong_usage(seconds):
    with pytest.raises(UsageError):
        run("record", "--seconds", seconds)


def test_the_plugin_and_its_claims_import_nothing_heavy():
    code = (
        "import sys; from pixelwatt_power import plugin; plugin.pixelwatt_claims(); "
        "plugin.pixelwatt_settings(); plugin.pixelwatt_panels(); "
        "heavy = {'numpy', 'pyqtgraph', 'PySide6', 'pynvml', 'psutil', 'sqlite3'}; "
        "sys.exit(' '.join(heavy & set(sys.modules)) or 0)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": ":".join(sys.path)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
