"""One trace, written the ways that tools, their options and spreadsheets write it."""

from __future__ import annotations

import csv
import io
import json

import captures_for_tests as made
import numpy as np
import pytest

from pixelwatt.api import Problem
from pixelwatt_power.core.capture_report import run_detail, run_report
from pixelwatt_power.core.captures.open import read_capture

TIMES = [round(float(t), 3) for t in np.random.default_rng(7).uniform(5, 20, 400)]
AVERAGE = 1000 * len(TIMES) / sum(TIMES)
CLOCK = np.cumsum(TIMES) / 1000

TABLES = {
    "presentmon 1": "\n".join([made.V1, *made.presentmon1(TIMES)]) + "\n",
    "presentmon 2": "\n".join([made.V2, *made.presentmon2(TIMES)]) + "\n",
    "presentmon current": "\n".join([made.CURRENT, *made.presentmon_current(TIMES)]) + "\n",
    "ocat": "\n".join([made.OCAT, *made.ocat(TIMES)]) + "\n",
    "frameview": "\n".join([made.FRAMEVIEW, *made.frameview(TIMES, 153.7)]) + "\n",
    "mangohud": made.mangohud(TIMES),
}


def delimited(text, delimiter, decimal="."):
    return text.replace(",", delimiter).replace(".", decimal)


def quoted(text, decimal="."):
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
    for row in csv.reader(io.StringIO(text)):
        writer.writerow(
            [cell.replace(".", decimal) if cell[:1].isdigit() else cell for cell in row]
        )
    return out.getvalue()


WAYS = {
    "byte order mark": lambda text: text.encode("utf-8-sig"),
    "utf-16": lambda text: text.encode("utf-16"),
    "utf-16 big end first": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "utf-16 without a mark": lambda text: text.encode("utf-16-le"),
    "utf-16 big end first without a mark": lambda text: text.encode("utf-16-be"),
    "windows line ends": lambda text: text.replace("\n", "\r\n").encode(),
    "old macintosh line ends": lambda text: text.replace("\n", "\r").encode(),
    "semicolons": lambda text: delimited(text, ";").encode(),
    "semicolons and decimal commas": lambda text: delimited(text, ";", ",").encode(),
    "tabs": lambda text: delimited(text, "\t").encode(),
    "tabs and decimal commas": lambda text: delimited(text, "\t", ",").encode(),
    "quoted": lambda text: quoted(text).encode(),
    "quoted decimal commas": lambda text: quoted(text, ",").encode(),
    "blanks after commas": lambda text: text.replace(",", ", ").encode(),
    "blank lines": lambda text: ("\n" + text.replace("\n", "\n\n")).encode(),
    "a comma at each end": lambda text: text.replace("\n", ",\n").encode(),
}


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("way", WAYS)
def test_every_way_of_writing_a_table_reads_alike(tmp_path, table, way):
    plain, path = tmp_path / "plain.csv", tmp_path / "other.csv"
    plain.write_text(TABLES[table])
    path.write_bytes(WAYS[way](TABLES[table]))
    (expected,), (found,) = read_capture(plain), read_capture(path)
    assert found.format == expected.format
    assert found.application == expected.application
    assert found.frame_ms.tolist() == pytest.approx(expected.frame_ms.tolist(), abs=1e-9)
    assert run_report(found)["power"] == pytest.approx(run_report(expected)["power"])
    assert run_report(found)["warnings"] == run_report(expected)["warnings"]


@pytest.mark.parametrize("table", TABLES)
def test_decimal_commas_between_commas_are_refused_not_misread(tmp_path, table):
    header, rows = TABLES[table].split("\n", 3 if table == "mangohud" else 1)[-2:]
    lead = TABLES[table].split(header)[0]
    path = tmp_path / "a.csv"
    path.write_text(lead + header + "\n" + rows.replace(".", ","))
    with pytest.raises(Problem, match="more cells than its header names") as caught:
        read_capture(path)
    assert "semicolons" in caught.value.remedy


def test_a_row_with_a_comma_too_many_is_left_out_and_counted(tmp_path):
    rows = made.presentmon1(TIMES)
    rows[3] = rows[3].replace("Game.exe", "Game, the first.exe")
    (run,) = read_capture(made.write(tmp_path / "a.csv", made.V1, rows))
    assert len(run.frame_ms) == len(TIMES) - 1
    assert "1 rows hold more cells than the header names" in " ".join(run.warnings)


# -- Clocks of PresentMon -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("columns", "clock"),
    [
        ("FrameTime,CPUStartTime", lambda s: f"{s:.4f}"),
        ("FrameTime,CPUStartTime", lambda s: f"{s * 1e3:.4f}"),
        ("FrameTime,CPUStartQPC", lambda s: f"{s * 1e7 + 2466961604351:.0f}"),
        ("FrameTime,CPUStartQPCTime", lambda s: f"{s * 1e3 + 1e9:.4f}"),
        ("MsBetweenPresents,TimeInMs", lambda s: f"{s * 1e3:.4f}"),
        ("MsBetweenPresents,TimeInSeconds", lambda s: f"{s:.14f}"),
        ("MsBetweenPresents,TimeInSeconds", lambda s: f"{s * 1e3 + 1e6:.4f}"),
        ("MsBetweenPresents,TimeInQPC", lambda s: f"{s * 1e7 + 2466961604351:.0f}"),
        ("MsBetweenPresents,TimeInQPC", lambda s: f"{s * 3_410_000 + 24669616:.0f}"),
        ("MsBetweenPresents,TimeInQPC", lambda s: f"{s * 24e6 + 24669616:.0f}"),
        ("MsBetweenPresents,CPUStartTimeInMs", lambda s: f"{s * 1e3:.4f}"),
        ("MsBetweenPresents,CPUStartQPCTimeInMs", lambda s: f"{s * 1e3:.4f}"),
    ],
)
def test_every_clock_tells_the_same_time(tmp_path, columns, clock):
    rows = [f"Game.exe,7,0x1,{ms},{clock(s)}" for ms, s in zip(TIMES, CLOCK, strict=True)]
    header = "Application,ProcessID,SwapChainAddress," + columns
    (run,) = read_capture(made.write(tmp_path / "a.csv", header, rows))
    assert run.log_span_s == pytest.approx(CLOCK[-1] - CLOCK[0], abs=2e-4)
    assert run_report(run)["duration_s"] == pytest.approx(CLOCK[-1])


@pytest.mark.parametrize("column", ["TimeInSeconds", "TimeInDateTime", "CPUStartDateTime"])
def test_dates_for_a_clock_take_nothing_from_the_frames(tmp_path, column):
    rows = [f"Game.exe,7,0x1,{ms},2026-1-2 3:04:{s:012.9f}"
            for ms, s in zip(TIMES, CLOCK, strict=True)]  # fmt: skip
    header = "Application,ProcessID,SwapChainAddress,MsBetweenPresents," + column
    (run,) = read_capture(made.write(tmp_path / "a.csv", header, rows))
    assert run.log_span_s is None
    assert run_report(run)["fps_average"] == pytest.approx(AVERAGE)


def test_version_1_without_display_tracking(tmp_path):
    header = ("Application,ProcessID,SwapChainAddress,Runtime,SyncInterval,PresentFlags,Dropped,"
              "TimeInSeconds,msInPresentAPI,msBetweenPresents")  # fmt: skip
    rows = [f"Game.exe,7,0x1,DXGI,0,0,{int(i % 10 == 0)},{s:.14f},0.2,{ms:.14f}"
            for i, (ms, s) in enumerate(zip(TIMES, CLOCK, strict=True))]  # fmt: skip
    report = run_report(read_capture(made.write(tmp_path / "a.csv", header, rows))[0])
    assert (report["frames"], report["dropped"]) == (400, 40)


@pytest.mark.parametrize("kind", ["NotSet", "Not Set", "Unspecified", "NA"])
def test_frames_without_a_generator_are_the_applications(tmp_path, kind):
    rows = made.presentmon_current(TIMES, kinds=[kind] * len(TIMES))
    (run,) = read_capture(made.write(tmp_path / "a.csv", made.CURRENT, rows))
    assert run.generated == 0


def test_a_log_that_calls_every_frame_generated_is_counted_whole_and_said(tmp_path):
    rows = made.presentmon_current(TIMES, kinds=["AMD AFMF"] * len(TIMES))
    (run,) = read_capture(made.write(tmp_path / "a.csv", made.CURRENT, rows))
    assert len(run.frame_ms) == len(TIMES)
    assert "No frame is marked as the application's own" in " ".join(run.warnings)


def test_the_capture_application_logs_watts_with_every_frame(tmp_path):
    header = ("Application,ProcessID,SwapChainAddress,PresentRuntime,FrameType,CPUStartTime,"
              "FrameTime,GPUPower,CPUPower,GPUMemoryPower")  # fmt: skip
    rows = [f"Game.exe,7,0x1,DXGI,Application,{s:.6f},{ms},150.5,60.25,12"
            for ms, s in zip(TIMES, CLOCK, strict=True)]  # fmt: skip
    report = run_report(read_capture(made.write(tmp_path / "pmcap-a.csv", header, rows))[0])
    assert report["power"] == pytest.approx({"gpu_w": 150.5, "cpu_w": 60.25, "battery_w": None})
    assert report["joules_per_frame"] == pytest.approx(150.5 / AVERAGE)


# -- Summaries ------------------------------------------------------------------------------


def test_statistics_of_presentmons_capture_application(tmp_path):
    path = tmp_path / "pmcap-game-stats.csv"
    path.write_text("Duration,Total Frames,Average FPS,Minimum FPS,1st Percentile FPS,5th "
                    "Percentile FPS,Maximum FPS\n10.5,840,80,50,55.5,60,200\n")  # fmt: skip
    report = run_report(read_capture(path)[0])
    assert report["fps_average"] == 80
    assert report["p1_fps"] == {"capframex": None, "mangohud": None, "presentmon": 55.5}
    assert report["duration_s"] == 10.5
    assert report["frames"] is None


def test_ocats_summary_has_a_row_for_each_recording(tmp_path):
    path = tmp_path / "perf_summary.csv"
    path.write_text("\ufeffFile,Application Name,Compositor,Date and Time,"
                    "Average FPS (Application),Average frame time (ms) (Application)\n"
                    "OCAT-a.csv,A.exe,DWM,20260101-101010,81.04,12.3\n"
                    "OCAT-b.csv,B.exe,DWM,20260101-111010,60.5,16.5\n")  # fmt: skip
    runs = read_capture(path)
    assert [run.application for run in runs] == ["A.exe", "B.exe"]
    assert [run_report(run)["fps_average"] for run in runs] == [81.04, 60.5]


def test_frameviews_summary_keeps_the_watts_it_cut_within_the_bound(tmp_path):
    path = tmp_path / "FrameView_Summary.csv"
    path.write_text("TimeStamp,Application,Log Name,GPU0,CPU,Resolution,Avg FPS,1% Low FPS,    ,"
                    "0.1% Low FPS,Time (ms),PCAT Power (Watts),GPU NV Power (Watts) (API),"
                    "CPU Package Power(Watts),Battery Drain Rate(W)\n"
                    "t,Game.exe,a_Log.csv,GPU,CPU,1x1,11.355,8.179,  ,6.925,30.030,NA,152,62.736,"
                    "-18.5\n")  # fmt: skip
    (run,) = read_capture(path)
    report, detail = run_report(run), run_detail(run)
    assert report["power"] == {"gpu_w": 152.0, "cpu_w": 62.736, "battery_w": 18.5}
    assert report["low_1_percent"]["frameview"] == 8.179
    true = 153.04
    assert abs(true - 152) <= detail["power_bound_w"]
    assert abs(true / 11.355 - report["joules_per_frame"]) <= detail["joules_per_frame_bound"]


# -- MangoHud -------------------------------------------------------------------------------


def test_mangohud_without_its_system_lines_or_elapsed(tmp_path):
    rows = [f"{1000 / ms:.4f},{ms},50" for ms in TIMES]
    (run,) = read_capture(made.write(tmp_path / "a.csv", "fps,frametime,cpu_load", rows))
    assert run_report(run)["fps_average"] == pytest.approx(AVERAGE)
    assert run_report(run)["joules_per_frame"] is None


def test_mangohud_with_log_versioning(tmp_path):
    system, values, table = made.mangohud(TIMES).split("\n", 2)
    lines = ["v1", "0.8.1", "---------------------SYSTEM INFO---------------------", system, values,
             "--------------------FRAME METRICS--------------------", table]  # fmt: skip
    path = tmp_path / "a.csv"
    path.write_text("\n".join(lines))
    (run,) = read_capture(path)
    assert run_report(run)["fps_average"] == pytest.approx(AVERAGE)
    assert run.info["GPU"] == "Test GPU"


def test_a_mangohud_log_from_before_frame_times_says_so(tmp_path):
    path = made.write(tmp_path / "a.csv", "fps,cpu_load,gpu_load,ram_used,elapsed", ["81,1,2,3,4"])
    with pytest.raises(Problem, match="kept no frame times"):
        read_capture(path)


# -- Afterburner ----------------------------------------------------------------------------

RATES, WATTS = ["100", "120", "110", "90"], [140.0, 150.0, 145.0, 141.0]


def afterburner(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "log.hml"
    path.write_bytes(text.encode(encoding))
    return read_capture(path)


def test_each_start_of_afterburners_log_is_a_run(tmp_path):
    other = made.afterburner(["60", "60"], [80.0, 90.0]).replace("Power  ", "GPU power")
    runs = afterburner(tmp_path, made.afterburner(RATES, WATTS) + other.replace("24-10", "25-10"))
    assert [run_report(run)["fps_average"] for run in runs] == pytest.approx([105, 60])
    assert [run_report(run)["power"]["gpu_w"] for run in runs] == pytest.approx([144, 85])
    assert [run.info["Run"] for run in runs] == ["1", "2"]


def test_sensors_chosen_anew_while_afterburner_logs_begin_another_run(tmp_path):
    names = "2, 24-10-2025 16:57:00, GPU temperature,Power,Framerate,Frametime\n"
    rows = "".join(f"80, 24-10-2025 16:57:0{s},60.0,200,50,20.0\n" for s in range(4))
    runs = afterburner(tmp_path, made.afterburner(RATES, WATTS) + names + rows)
    assert [run_report(run)["power"]["gpu_w"] for run in runs] == pytest.approx([144, 200])


def test_rows_of_one_second_share_it(tmp_path):
    head = made.afterburner([], [])
    rows = "".join(f"80, 24-10-2025 16:57:{i // 10:02d},150,{100 + i % 10},9\n" for i in range(100))
    (run,) = afterburner(tmp_path, head + rows)
    report = run_report(run)
    assert report["duration_s"] == pytest.approx(10)
    assert report["fps_average"] == pytest.approx(104.5)
    assert report["energy_j"] == pytest.approx(1500)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: delimited(text, ";"),
        lambda text: delimited(text, ";", ","),
        lambda text: text.replace("\n0,", "\n00,").replace("\n1,", "\n01,"),
        lambda text: text.split("\n", 1)[1],
        lambda text: text.split("\n", 2)[2],
        lambda text: text.replace("300,10", "°C,300,10"),
    ],
)
def test_afterburner_in_other_clothes(tmp_path, change):
    (run,) = afterburner(tmp_path, change(made.afterburner(RATES, WATTS)), "latin-1")
    report = run_report(run)
    assert report["fps_average"] == pytest.approx(105)
    assert report["power"]["gpu_w"] == pytest.approx(144)


def test_power_in_percent_is_no_watts(tmp_path):
    text = made.afterburner(RATES, WATTS).replace(",0,,,300", ",0,%,,300")
    (run,) = afterburner(tmp_path, text)
    assert run_report(run)["power"]["gpu_w"] is None
    assert "in percent" in " ".join(run.warnings)


# -- CapFrameX's sessions -------------------------------------------------------------------


def capframex(tmp_path, change):
    session = json.loads(made.capframex(TIMES, [200.0, 210.0, 190.0]))
    change(session["Runs"][0], session)
    path = tmp_path / "session.json"
    path.write_text(json.dumps(session))
    return read_capture(path)


def test_each_run_of_a_session_is_a_run(tmp_path):
    runs = capframex(tmp_path, lambda run, session: session["Runs"].append(run))
    assert [run.info["Run"] for run in runs] == ["1", "2"]
    assert [run_report(run)["fps_average"] for run in runs] == pytest.approx([AVERAGE] * 2)


def test_sensors_of_older_sessions(tmp_path):
    def older(run, _session):
        run["SensorData2"] = {"MeasureTime": {"Name": "MeasureTime", "Values": []}}
        run["SensorData"] = {
            "MeasureTime": [0.25, 0.5],
            "GpuPower": [210, 220],
            "CpuPower": [55, 55],
        }

    (run,) = capframex(tmp_path, older)
    power = run_report(run)["power"]
    assert (power["gpu_w"], power["cpu_w"]) == (215, 55)


def test_an_idle_second_gpu_named_first_is_not_taken(tmp_path):
    def idle_first(run, _session):
        idle = {"Name": "GPU Power", "Type": "Power", "Values": [0, 0, 0]}
        run["SensorData2"] = {"0": idle, **run["SensorData2"]}

    (run,) = capframex(tmp_path, idle_first)
    assert run_report(run)["power"]["gpu_w"] == pytest.approx(200)


def test_an_external_meter_is_told_beside_the_sensor_and_serves_alone(tmp_path):
    def metered(run, _session):
        run |= {"PmdGpuPower": [231.5] * 4000, "SampleTime": 1}

    (run,) = capframex(tmp_path, metered)
    assert run_report(run)["power"]["gpu_w"] == pytest.approx(200)
    assert "measured 231.5 W of GPU where the sensor says 200.0 W" in " ".join(run.warnings)

    def alone(run, session):
        metered(run, session)
        run["SensorData2"] = None

    (run,) = capframex(tmp_path, alone)
    assert run_report(run)["power"]["gpu_w"] == pytest.approx(231.5)
    assert run.trace("gpu").label == "GPU, measured at its plugs"


# -- Figures to the printed digit -----------------------------------------------------------


def test_each_tools_figures_are_told_to_its_digits(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(TABLES["frameview"])
    tools = run_detail(read_capture(path)[0])["tools"]
    slowest = np.sort(TIMES)[::-1]
    assert tools["FrameView"]["Avg FPS"] == f"{AVERAGE:.3f}"
    assert tools["FrameView"]["1% Low FPS"] == f"{1000 / slowest[:5].mean():.3f}"
    assert tools["FrameView"]["GPU NV Power (Watts)"] == "153"
    assert tools["MangoHud"]["1% Min FPS"] == f"{1000 / slowest[3]:.6g}"
    assert tools["MangoHud"]["97% Percentile FPS"] == f"{1000 / slowest[387]:.6g}"
    assert tools["MangoHud"]["Average FPS"] == f"{AVERAGE:.1f}"
    assert tools["CapFrameX"]["Average"] == f"{AVERAGE:.1f}"
    assert tools["CapFrameX"]["FPS/10W"] == f"{AVERAGE / 154 * 10:.2f}"
