from __future__ import annotations

import zipfile
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pixelwatt.api import Problem, UsageError
from pixelwatt_video_budget.core.cut import Segment, flatten
from pixelwatt_video_budget.core.frame_rates import exact_rate, parse_rate_text
from pixelwatt_video_budget.core.timeline import read_timeline

otio = pytest.importorskip(
    "opentimelineio", reason="OpenTimelineIO, the extra [timeline], is not installed"
)

EDL = """TITLE: cut
FCM: NON-DROP FRAME
001  AX       V     C        01:00:00:00 01:00:02:00 10:00:00:00 10:00:02:00
* FROM CLIP NAME:  harbour
002  AX       V     C        01:00:00:00 01:00:05:12 10:00:02:00 10:00:07:12
* FROM CLIP NAME:  dragon
"""

XMEML = """<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE xmeml><xmeml version="5">
<sequence><name>cut</name><duration>72</duration>
<rate><timebase>24</timebase><ntsc>FALSE</ntsc></rate>
<media><video><track><clipitem id="c1"><name>harbour</name><duration>72</duration>
<rate><timebase>24</timebase><ntsc>FALSE</ntsc></rate><start>0</start><end>72</end><in>0</in>
<out>72</out><file id="f1"><name>harbour.mov</name><pathurl>file:///harbour.mov</pathurl>
<rate><timebase>24</timebase><ntsc>FALSE</ntsc></rate><duration>72</duration>
<media><video/></media></file></clipitem></track></video></media></sequence></xmeml>"""

FCPXML = """<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE fcpxml><fcpxml version="1.8">
<resources><format id="r1" frameDuration="1/24s" width="1280" height="720"/>
<asset id="r2" name="harbour" src="file:///harbour.mov" start="0s" duration="10s" hasVideo="1"
format="r1"/></resources><library><event name="e"><project name="cut">
<sequence duration="3s" format="r1" tcStart="0s" tcFormat="NDF"><spine>
<asset-clip name="harbour" offset="0s" ref="r2" duration="3s" tcFormat="NDF"/>
</spine></sequence></project></event></library></fcpxml>"""


def clip(name: str, seconds: float, rate: float = 24) -> Any:
    whole = otio.opentime.RationalTime(seconds * rate, rate)
    start = otio.opentime.RationalTime(0, rate)
    return otio.schema.Clip(name, source_range=otio.opentime.TimeRange(start, whole))


def gap(seconds: float) -> Any:
    return otio.schema.Gap(duration=otio.opentime.RationalTime(seconds * 24, 24))


def stacked(tmp_path: Path) -> Path:
    """Two seconds over the middle of six, and sound."""
    low = otio.schema.Track("low", [clip("harbour", 6)])
    high = otio.schema.Track("high", [gap(2), clip("title", 2)])
    sound = otio.schema.Track("sound", [clip("wind", 6)], kind="Audio")
    timeline = otio.schema.Timeline("cut")
    timeline.tracks.extend([low, high, sound])
    path = tmp_path / "cut.otio"
    otio.adapters.write_to_file(timeline, str(path))
    return path


def test_what_counts_is_shown_with_each_sum(tmp_path: Path) -> None:
    path = stacked(tmp_path)
    seen = read_timeline(path)
    assert seen.rate == 24
    assert (seen.seconds, seen.flattened_seconds, seen.all_seconds) == (6, 6, 8)
    assert seen.timeline_seconds == 6
    assert [(e.name, e.start, e.seconds) for e in seen.events] == [
        ("harbour", 0, 2), ("title", 2, 2), ("harbour", 4, 2),
    ]  # fmt: skip
    assert read_timeline(path, count="all").seconds == 8
    assert read_timeline(path, count="track:2").seconds == 2
    assert any("audio track" in warning for warning in seen.warnings)


def test_an_edl_is_asked_for_its_rate(tmp_path: Path) -> None:
    path = tmp_path / "cut.edl"
    path.write_text(EDL)
    with pytest.raises(UsageError, match="does not say its frame rate"):
        read_timeline(path)
    at_24, at_25 = read_timeline(path, Fraction(24)), read_timeline(path, Fraction(25))
    assert [event.name for event in at_24.events] == ["harbour", "dragon"]
    assert at_24.seconds == Fraction(15, 2)
    assert at_25.seconds == 7 + Fraction(12, 25)


def test_a_rate_that_does_not_fit_is_told(tmp_path: Path) -> None:
    path = tmp_path / "cut.edl"
    path.write_text(EDL.replace("01:00:05:12", "01:00:05:24").replace("10:00:07:12", "10:00:07:24"))
    with pytest.raises(Problem, match="give another rate"):
        read_timeline(path, Fraction(24))
    assert read_timeline(path, Fraction(25)).seconds == 7 + Fraction(24, 25)


@pytest.mark.parametrize(("suffix", "text"), [(".xml", XMEML), (".fcpxml", FCPXML)])
def test_final_cut_formats(tmp_path: Path, suffix: str, text: str) -> None:
    path = tmp_path / f"cut{suffix}"
    path.write_text(text)
    reading = read_timeline(path)
    assert [(event.name, event.seconds) for event in reading.events] == [("harbour", 3)]
    assert reading.rate == 24


def test_otioz(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "cut.otioz", "w") as archive:
        archive.write(stacked(tmp_path), "content.otio")
        archive.writestr("version.txt", "1.0.0")
    assert read_timeline(tmp_path / "cut.otioz").seconds == 6


def test_nested_and_trimmed(tmp_path: Path) -> None:
    inner = otio.schema.Stack("scene", [otio.schema.Track("t", [clip("a", 4), clip("b", 4)])])
    inner.source_range = otio.opentime.TimeRange(
        otio.opentime.RationalTime(48, 24), otio.opentime.RationalTime(96, 24)
    )
    timeline = otio.schema.Timeline("cut")
    timeline.tracks.append(otio.schema.Track("v", [gap(1), inner]))
    path = tmp_path / "cut.otio"
    otio.adapters.write_to_file(timeline, str(path))
    events = read_timeline(path).events
    assert [(e.name, e.start, e.seconds) for e in events] == [("a", 1, 2), ("b", 3, 2)]


def test_mixed_rates_and_effects_are_reported(tmp_path: Path) -> None:
    slow = clip("slow", 2, 25)
    slow.effects.append(otio.schema.LinearTimeWarp(time_scalar=0.5))
    timeline = otio.schema.Timeline("cut")
    timeline.tracks.append(otio.schema.Track("v", [clip("a", 2), slow]))
    path = tmp_path / "cut.otio"
    otio.adapters.write_to_file(timeline, str(path))
    reading = read_timeline(path)
    assert reading.seconds == 4
    told = " ".join(reading.warnings)
    assert "Mixed frame rates: 24, 25" in told
    assert "LinearTimeWarp" in told


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.otio", b"{"), ("a.otio", b""), ("a.otio", b"[" * 5000), ("a.otioz", b"PK not a zip"),
        ("a.edl", b"001 AX V C 99:99:99:99"), ("a.edl", b"\xff\xfe\x00"), ("a.xml", b"<xmeml>"),
        ("a.xml", b"<!DOCTYPE x [<!ENTITY a 'b'>]><xmeml/>"), ("a.fcpxml", b"<fcpxml/>"),
        ("a.fcpxml", b"nothing"), ("a.mov", b"movie"),
        ("a.otio", b'{"OTIO_SCHEMA": "Timeline.99", "name": "x"}'),
    ],
)  # fmt: skip
def test_a_broken_file_is_one_clear_line(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    try:
        reading = read_timeline(path, Fraction(24))
    except Problem as problem:
        told = str(problem)
    else:
        assert reading.events == ()
        told = " ".join([path.name, *reading.warnings])
    assert "a." in told
    assert "\n" not in told


def test_a_missing_file_and_a_wrong_count(tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"cut\.otio cannot be read"):
        read_timeline(tmp_path / "cut.otio")
    path = stacked(tmp_path)
    with pytest.raises(UsageError, match="2 video tracks"):
        read_timeline(path, count="track:9")
    with pytest.raises(UsageError, match="no way to count"):
        read_timeline(path, count="half")


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_damaged_timelines_never_raise_anything_else(tmp_path: Path, data: st.DataObject) -> None:
    suffix, text = data.draw(
        st.sampled_from([(".edl", EDL), (".xml", XMEML), (".fcpxml", FCPXML), (".otio", "")])
    )
    raw = bytearray(text.encode() or stacked(tmp_path).read_bytes())
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at : at + data.draw(st.integers(0, 8))] = data.draw(st.binary(max_size=4))
        raw = raw or bytearray(b"x")
    path = tmp_path / f"damaged{suffix}"
    path.write_bytes(bytes(raw))
    try:
        reading = read_timeline(path, Fraction(24))
    except Problem:
        return
    assert reading.seconds >= 0


def test_rates_as_people_write_them() -> None:
    assert parse_rate_text("23.976") == Fraction(24000, 1001)
    assert parse_rate_text("24000/1001") == Fraction(24000, 1001)
    assert exact_rate(29.97) == Fraction(30000, 1001)
    assert parse_rate_text("25") == 25
    for wrong in ("0", "film", "1/0", "-24"):
        with pytest.raises(UsageError):
            parse_rate_text(wrong)


pieces = st.lists(st.tuples(st.integers(0, 20), st.integers(1, 6)), max_size=5)


@settings(max_examples=100, deadline=None)
@given(st.lists(pieces, min_size=1, max_size=4))
def test_flattening_shows_every_moment_once(layers: list[list[tuple[int, int]]]) -> None:
    tracks = []
    for number, layer in enumerate(layers, start=1):
        at, track = 0, []
        for start, length in layer:
            at += start
            track.append(Segment("c", Fraction(at), Fraction(at + length), number))
            at += length
        tracks.append(track)
    seen = flatten(tracks)
    covered = {t for track in tracks for s in track for t in range(int(s.start), int(s.end))}
    shown = [t for s in seen for t in range(int(s.start), int(s.end))]
    assert sorted(shown) == sorted(covered)
    for segment in seen:
        moment = int(segment.start)
        top = max(s.track for t in tracks for s in t if s.start <= moment < s.end)
        assert segment.track == top


def test_what_is_switched_off_or_only_heard_in_a_nest_does_not_count(tmp_path: Path) -> None:
    off = clip("off", 2)
    off.enabled = False
    picture = otio.schema.Track("picture", [clip("a", 4)])
    sound = otio.schema.Track("sound", [clip("wind", 4)], kind="Audio")
    timeline = otio.schema.Timeline("cut")
    timeline.tracks.append(otio.schema.Track("v1", [otio.schema.Stack("s", [picture, sound])]))
    timeline.tracks.append(otio.schema.Track("v2", [off]))
    timeline.tracks.append(otio.schema.Track("music", [clip("song", 9)], kind="Audio"))
    path = tmp_path / "cut.otio"
    otio.adapters.write_to_file(timeline, str(path))
    reading = read_timeline(path, count="all")
    assert [(e.name, e.seconds) for e in reading.events] == [("a", 4)]
    assert reading.timeline_seconds == 9 == timeline.duration().to_seconds()
    assert any("1 × clip that is switched off" in warning for warning in reading.warnings)


def test_the_timeline_states_its_own_rate(tmp_path: Path) -> None:
    timeline = otio.schema.Timeline("cut")
    timeline.global_start_time = otio.opentime.RationalTime(86400, 24)
    timeline.tracks.append(otio.schema.Track("v", [clip("a", 2, 30), clip("b", 2, 30)]))
    path = tmp_path / "cut.otio"
    otio.adapters.write_to_file(timeline, str(path))
    assert read_timeline(path).rate == 24


def test_a_bundle_with_large_media_is_read_without_it(tmp_path: Path) -> None:
    path = tmp_path / "cut.otioz"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(stacked(tmp_path), "content.otio")
        archive.writestr("media/a.mov", bytes(70_000_000))
    assert read_timeline(path).seconds == 6
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("content.otio", bytes(70_000_000))
    with pytest.raises(Problem, match="too large"):
        read_timeline(path)
