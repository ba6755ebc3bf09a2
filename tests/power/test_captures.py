"""Captures of every tool give their frames, streams and watts."""

from __future__ import annotations

import captures_for_tests as made
import numpy as np
import pytest

from pixelwatt.api import Problem
from pixelwatt_power.core.capture_energy import frame_energy
from pixelwatt_power.core.capture_report import run_report, warnings_of
from pixelwatt_power.core.captures.open import is_capture, read_capture

TIMES = [10.0, 11.0, 9.5, 30.25, 10.0, 8.75]


@pytest.mark.parametrize(
    ("header", "rows", "name"),
    [
        (made.V1, made.presentmon1(TIMES), "PresentMon 1.x"),
        (made.V1.lower(), made.presentmon1(TIMES), "PresentMon 1.x"),
        (made.V2, made.presentmon2(TIMES), "PresentMon 2.0-2.3"),
        (made.CURRENT, made.presentmon_current(TIMES), "PresentMon 2.3.1+"),
    ],
)
def test_one_trace_reads_alike_in_every_generation_of_presentmon(tmp_path, header, rows, name):
    run = read_capture(made.write(tmp_path / "a.csv", "\ufeff" + header, rows))[0]
    assert run.format == name
    assert run.frame_ms.tolist() == pytest.approx(TIMES)
    assert (run.application, run.process_id) == ("Game.exe", 4242)
    assert run.dropped == 0


def test_the_game_is_chosen_among_processes_and_the_choice_is_said(tmp_path):
    path = made.write(
        tmp_path / "a.csv", made.V1,
        made.presentmon1([16.0] * 90, made.DESKTOP),
        made.presentmon1([9.0] * 3, ("Game.exe", 4242, "0x0000000000000000")),
        made.presentmon1([8.0] * 40),
    )  # fmt: skip
    runs = read_capture(path)
    assert len(runs) == 3
    assert (runs[0].application, runs[0].swap_chain) == ("Game.exe", made.GAME[2])
    assert len(runs[0].frame_ms) == 40
    assert "2 other streams" in runs[0].warnings[0]
    assert runs[-1].application == "dwm.exe"


def test_dropped_frames_are_presented_but_not_displayed(tmp_path):
    for header, rows in (
        (made.V1, made.presentmon1(TIMES, dropped=(1, 2))),
        (made.CURRENT, made.presentmon_current(TIMES, dropped=(1, 2))),
    ):
        run = read_capture(made.write(tmp_path / "a.csv", header, rows))[0]
        assert (run.presented, run.displayed, run.dropped) == (6, 4, 2)
        assert len(run.frame_ms) == 6


@pytest.mark.parametrize("repeated", [False, True])
def test_generated_frames_are_not_taken_for_speed(tmp_path, repeated):
    """60 rendered frames a second stay 60, whether a generated row splits a time or repeats it."""
    kinds = ["Application", "AMD_AFMF"] * 60
    rows = made.presentmon_current([1000 / 120] * 120, kinds=kinds)
    if repeated:
        rows = [row.replace(f"{1000 / 120:.14f}", f"{1000 / 60:.14f}") for row in rows]
    run = read_capture(made.write(tmp_path / "a.csv", made.CURRENT, rows))[0]
    assert run_report(run)["fps_average"] == pytest.approx(60.0, rel=0.01)
    assert run.generated == 60
    assert any("Frame generation made 60 of 120" in warning for warning in run.warnings)


def test_ocat_states_the_machine_in_its_first_row_only(tmp_path):
    row = "G.exe,7,0x1,DXGI,0,0,0,Flip,0,0,0,{t},{ms},{ms},0.1,0.2,0.3"
    rows = [row.format(t=1 + i / 100, ms=10) for i in range(5)]
    rows[0] += ",Board,Windows,CPU,32GB,GPU"
    run = read_capture(made.write(tmp_path / "a.csv", made.OCAT, rows))[0]
    assert (run.format, len(run.frame_ms)) == ("OCAT", 5)


def test_capframex_csv_begins_with_comments(tmp_path):
    header = "//GameName=Test\n//ProcessName=Game.exe\n//GPU=Card\n" + made.OCAT.split(",Mother")[0]
    rows = [f"Game.exe,7,0x1,DXGI,0,0,0,Flip,0,0,0,{i / 100},10,10,1,1,1" for i in range(4)]
    run = read_capture(made.write(tmp_path / "a.csv", header, rows))[0]
    assert run.format == "CapFrameX CSV"
    assert run.info["GPU"] == "Card"


def test_capframex_json_weighs_sensors_by_their_own_clock(tmp_path):
    path = tmp_path / "session.json"
    path.write_text(made.capframex([20.0] * 100, [100.0, 100.5, 101.0, 150.5]))
    run = read_capture(path)[0]
    assert run.format == "CapFrameX JSON"
    assert run.trace("gpu").mean_w == pytest.approx(113.0)
    assert frame_energy(run).joules_per_frame == pytest.approx(113.0 / 50)


def test_frameview_watts_are_recovered_from_frames_per_joule(tmp_path):
    """At 34.98 W the column says 34, 2.8 % too little; F/J holds the rest."""
    path = made.write(tmp_path / "a_Log.csv", made.FRAMEVIEW, made.frameview([8.0] * 200, 34.98))
    run = read_capture(path)[0]
    trace = run.trace("gpu")
    assert trace.mean_w == pytest.approx(34.98, abs=0.02)
    assert trace.bound_w < 0.02
    assert run.trace("cpu").mean_w == pytest.approx(61.5)
    assert run.info["GPU"] == "RTX Test"


def test_frameview_battery_counts_only_while_discharging(tmp_path):
    rows = made.frameview([10.0] * 10, 50.0, battery="-12.5")
    rows += made.frameview([10.0] * 10, 50.0, battery="40")
    run = read_capture(made.write(tmp_path / "a_Log.csv", made.FRAMEVIEW, rows))[0]
    assert run.trace("battery").mean_w == pytest.approx(12.5)


def test_frameviews_garbage_display_time_is_counted(tmp_path):
    rows = made.frameview([10.0] * 20, 50.0)
    cells = rows[3].split(",")
    cells[14] = "1844674407370955.161"
    rows[3] = ",".join(cells)
    run = read_capture(made.write(tmp_path / "a_Log.csv", made.FRAMEVIEW, rows))[0]
    assert any("1 display times are garbage" in warning for warning in run.warnings)
    assert run.display_ms.max() == 10.0


def test_frameview_summary_gives_what_it_printed(tmp_path):
    path = tmp_path / "FrameView_Summary.csv"
    path.write_text(
        "TimeStamp,Application,Log Name,GPU0,GPU1,CPU,Resolution,Runtime,Avg FPS,1% Low FPS,    ,"
        "0.1% Low FPS,Time (ms),PCAT Power (Watts),GPU NV Power (Watts) (API),"
        "CPU Package Power(Watts),Battery Drain Rate(W)\n"
        "2024-04-17T02,Game.exe,x_Log.csv,GPU,NA,CPU,4K,D3D12,61.250,40.5,  ,31.0,30.030,NA,152,"
        "62.736,NA\n"
    )
    report = run_report(read_capture(path)[0])
    assert report["fps_average"] == 61.25
    assert report["low_1_percent"]["frameview"] == 40.5
    assert report["duration_s"] == 30.03, "the column named (ms) holds seconds"
    assert report["power"] == {"gpu_w": 152.0, "cpu_w": 62.736, "battery_w": None}
    assert report["frames"] is None


@pytest.mark.parametrize("unit", ["ms", "us"])
def test_both_eras_of_mangohud_give_milliseconds(tmp_path, unit):
    path = tmp_path / "Game_2024-06-22_21-15-00.csv"
    path.write_text(made.mangohud(TIMES * 20, unit=unit))
    run = read_capture(path)[0]
    assert run.frame_ms[:6].tolist() == pytest.approx(TIMES, rel=1e-4)
    assert run.application == "Game"
    assert run.info["OS"] == "Linux (Test)"
    assert frame_energy(run).watts == pytest.approx(120)


def test_a_log_that_samples_few_frames_says_so_and_integrates_power_over_its_own_time(tmp_path):
    path = tmp_path / "m.csv"
    path.write_text(made.mangohud([4.0] * 300, step_ms=100.0, gpu_w=250))
    run = read_capture(path)[0]
    report = run_report(run)
    assert run.coverage == pytest.approx(0.04, rel=0.01)
    assert report["duration_s"] == pytest.approx(29.9)
    assert report["energy_j"] == pytest.approx(250 * 30, rel=0.01)
    assert report["joules_per_frame"] == pytest.approx(1.0)
    assert any("4.0 % of the time" in warning for warning in report["warnings"])


def test_mangohuds_cpu_power_of_zero_is_unknown(tmp_path):
    path = tmp_path / "m.csv"
    path.write_text(made.mangohud(TIMES * 20, cpu_w=0))
    report = run_report(read_capture(path)[0])
    assert report["power"]["cpu_w"] is None
    assert any("CPU power is 0 throughout" in warning for warning in report["warnings"])


def test_afterburner_gives_rates_and_watts_but_no_percentiles(tmp_path):
    path = tmp_path / "log.hml"
    path.write_text(made.afterburner(["100", "120", "N/A", "110"], [140, 150, 6.5, 145]))
    report = run_report(read_capture(path)[0])
    assert report["fps_average"] == pytest.approx(110)
    assert report["power"]["gpu_w"] == pytest.approx(145), "the desktop's 6.5 W is left out"
    assert report["low_1_percent"]["afterburner_integral"] is None
    assert report["frames"] is None


def test_semicolons_decimal_commas_and_utf16_read_the_same(tmp_path):
    rows = made.presentmon1(TIMES)
    plain = "\n".join([made.V1, *rows]) + "\n"
    german = plain.replace(",", ";").replace(".", ",")
    for name, data in (
        ("semicolon.csv", german.encode()),
        ("utf16.csv", plain.encode("utf-16")),
        ("utf16le.csv", plain.encode("utf-16-le")),
        ("windows.csv", plain.replace("\n", "\r\n").encode()),
        ("quoted.csv", plain.replace("Hardware: Independent Flip", '"Flip, ""fast"""').encode()),
        ("gbk.csv", plain.replace("Game.exe", "游戏.exe").encode("gbk")),
    ):
        path = tmp_path / name
        path.write_bytes(data)
        run = read_capture(path)[0]
        assert run.frame_ms.tolist() == pytest.approx(TIMES), name


def test_times_that_cannot_be_are_left_out_and_counted(tmp_path):
    rows = made.presentmon1([*TIMES * 20, -4.0, 0.0, 18446744073709.5, 10.0])
    rows[5] = rows[5].replace(",8.750,", ",rubbish,")
    run = read_capture(made.write(tmp_path / "a.csv", made.V1, rows))[0]
    text = " ".join(run.warnings)
    assert len(run.frame_ms) == 120
    assert "1 frame times are not numbers" in text
    assert "1 negative frame times" in text
    assert "1 frame times of zero" in text
    assert "1 frame times above ten minutes" in text


def test_a_truncated_last_row_is_left_out(tmp_path):
    path = made.write(tmp_path / "a.csv", made.V1, made.presentmon1(TIMES))
    path.write_text(path.read_text()[:-70])
    run = read_capture(path)[0]
    assert len(run.frame_ms) == 5
    assert any("cut short" in warning for warning in run.warnings)


def test_few_frames_are_said_to_be_few(tmp_path):
    run = read_capture(made.write(tmp_path / "a.csv", made.V1, made.presentmon1(TIMES)))[0]
    assert any("too few for a 1 % low" in warning for warning in warnings_of(run))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"   \n", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "binary"),
        (b"hello,world\n1,2\n", "no capture that Pixelwatt knows"),
        (made.V1.encode() + b"\n", "no frames"),
        (made.FRAMEVIEW.encode() + b"\n", "no frames"),
        (b'{"Runs": [', "JSON"),
        (b'{"Runs": []}', "list of runs"),
        (b'{"Runs": [{"CaptureData": {"MsBetweenPresents": []}}]}', "no run with frame times"),
        (b"fps,frametime,elapsed\n", "no frames"),
        (b"0, 24-10-2025 16:56:04, Hardware monitoring log v1.6 ,\n", "no measurements"),
    ],
)
def test_what_is_no_capture_is_refused_with_what_to_do(tmp_path, data, words):
    path = tmp_path / "bad.csv"
    path.write_bytes(data)
    with pytest.raises(Problem) as caught:
        read_capture(path)
    assert words in caught.value.what
    assert caught.value.remedy


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(Problem, match=r"nothing\.csv cannot be read"):
        read_capture(tmp_path / "nothing.csv")


def test_the_opener_recognises_captures_by_their_first_bytes(tmp_path):
    path = made.write(tmp_path / "a.csv", made.V1, made.presentmon1(TIMES))
    assert is_capture(path, path.read_bytes())
    assert is_capture(path, made.mangohud(TIMES).encode())
    assert not is_capture(path, b"step,loss\n1,2\n")
    assert not is_capture(path, b"\0\0")
    assert not is_capture(path, b"")


def test_blocks_join_without_losing_a_row(tmp_path, monkeypatch):
    monkeypatch.setattr("pixelwatt_power.core.captures.source.CHUNK", 777)
    times = np.round(np.random.default_rng(1).uniform(4, 40, 500), 3)
    path = made.write(
        tmp_path / "a.csv", made.V1,
        made.presentmon1(times[:250]), made.presentmon1(times[250:], made.DESKTOP),
    )  # fmt: skip
    game, desktop = read_capture(path)
    assert game.frame_ms.tolist() == times[:250].tolist()
    assert desktop.frame_ms.tolist() == times[250:].tolist()
