"""No input takes a reader down: it reads, or says what is wrong."""

from __future__ import annotations

import json
import math

import captures_for_tests as made
import numpy as np
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pixelwatt.api import Problem
from pixelwatt_power.cli import _finite
from pixelwatt_power.core.capture_report import run_detail, run_report
from pixelwatt_power.core.captures.open import read_capture
from pixelwatt_power.core.captures.table import read_columns
from pixelwatt_power.core.tool_figures import tool_figures

TIMES = [10.0, 11.0, 9.5, 30.25] * 4
WHOLE = [
    "\n".join([made.V1, *made.presentmon1(TIMES)]).encode(),
    "\n".join([made.V2, *made.presentmon2(TIMES)]).encode(),
    "\n".join([made.CURRENT, *made.presentmon_current(TIMES)]).encode(),
    "\n".join([made.FRAMEVIEW, *made.frameview(TIMES, 99.5)]).encode(),
    made.mangohud(TIMES).encode(),
    made.afterburner(["100", "90"] * 4, [50.5] * 8).encode(),
    made.capframex(TIMES, [50.0, 60.0]).encode(),
    "\n".join([made.OCAT, *made.ocat(TIMES)]).encode(),
    "\n".join([made.OCAT, *made.ocat(TIMES)]).replace(",", ";").replace(".", ",").encode(),
    made.mangohud(TIMES).replace(",", "\t").encode("utf-16"),
    (made.afterburner(["100"] * 4, [50.5] * 4) * 2).encode("latin-1"),
    b"Duration,Total Frames,Average FPS,Minimum FPS,1st Percentile FPS\n10,800,80,20,30\n",
    b"0.1% Min FPS,1% Min FPS,97% Percentile FPS,Average FPS\n10,20,90,60\n",
    b"File,Application Name,Average FPS (Application)\na,Game.exe,60\nb,Game.exe,NA\n",
    b"TimeStamp,Application,Log Name,Avg FPS,1% Low FPS,    ,Battery Drain Rate(W)\n"
    b"t,G.exe,l,11.3,8.1,  ,-20\n",
]
GARBAGE = [
    "",
    "NA",
    "nan",
    "-1",
    "0",
    "1e999",
    "1844674407370955.161",
    "x",
    '"',
    ";",
    "\0",
    "游",
    "1,5",
]
many = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def read_or_refuse(path):
    try:
        runs = read_capture(path)
    except Problem:
        return
    for run in runs:
        assert (run.frame_ms > 0).all()
        document = json.dumps(_finite({**run_report(run), "detail": run_detail(run)}))
        assert "NaN" not in document
        assert all(math.isfinite(figure.value) for figure in tool_figures(run))


@many
@given(data=st.data())
def test_damaged_captures(tmp_path, data):
    whole = bytearray(data.draw(st.sampled_from(WHOLE)))
    for _ in range(data.draw(st.integers(0, 6))):
        place = data.draw(st.integers(0, len(whole) - 1))
        what = data.draw(st.sampled_from(["cut", "byte", "cell"]))
        if what == "cut":
            del whole[place : place + data.draw(st.integers(1, 200))]
        elif what == "byte":
            whole[place] = data.draw(st.integers(0, 255))
        else:
            whole[place:place] = data.draw(st.sampled_from(GARBAGE)).encode()
        if not whole:
            break
    path = tmp_path / "fuzz.csv"
    path.write_bytes(bytes(whole))
    read_or_refuse(path)


@many
@given(tail=st.binary(max_size=400), start=st.integers(0, len(WHOLE) - 1))
def test_a_header_with_anything_after_it(tmp_path, tail, start):
    path = tmp_path / "fuzz.csv"
    path.write_bytes(WHOLE[start].split(b"\n")[0] + b"\n" + tail)
    read_or_refuse(path)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=8,
)


@many
@given(times=json_values, dropped=json_values, sensors=json_values)
@example(times=[2.2250738585072014e-308], dropped=None, sensors=None)
def test_json_of_any_shape(tmp_path, times, dropped, sensors):
    run = {"CaptureData": {"MsBetweenPresents": times, "Dropped": dropped}, "SensorData2": sensors}
    path = tmp_path / "fuzz.json"
    path.write_text(json.dumps({"Runs": [run, times], "Info": sensors}))
    read_or_refuse(path)


cells = st.one_of(
    st.integers(0, 10**6).map(str),
    st.decimals(-(10**6), 10**6, places=3, allow_nan=False).map(str),
    st.floats(allow_nan=False, allow_infinity=False).map(repr),
    st.sampled_from(["NA", "", "x1", "12 "]),
)


@settings(max_examples=80, deadline=None)
@given(rows=st.lists(st.tuples(st.text("abcdefgh", max_size=20), cells, cells), max_size=12))
def test_the_fast_table_agrees_with_float_and_split(rows):
    text = "".join(f"{name},{first},{second}\n" for name, first, second in rows)
    columns = read_columns(iter([text.encode()]) if text else iter([]), ",",
                           {"b": 2, "a": 1}, {"name": (0,)})  # fmt: skip
    assert columns.rows == len(rows)
    for place, key in ((1, "a"), (2, "b")):
        for row, value in zip(rows, columns.numbers[key], strict=True):
            try:
                expected = float(row[place])
            except ValueError:
                expected = math.nan
            np.testing.assert_allclose(value, expected, rtol=1e-15)
    names = columns.texts["name"]
    assert [names.values[code][0] for code in names.codes] == [row[0] for row in rows]
