"""Edit decision lists and both XML formats against hand counts and OpenTimelineIO's adapters."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pixelwatt.api import Problem
from pixelwatt_video_budget.core.timecode import frames
from pixelwatt_video_budget.core.timeline import TimelineReading, read_timeline

NTSC = Fraction(30000, 1001)


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def shown(reading: TimelineReading) -> list[tuple[str, int, Fraction, Fraction]]:
    return [(e.name, e.track, e.start, e.seconds) for e in reading.events]


# --- edit decision lists


def edl(*lines: str, fcm: str = "NON-DROP FRAME") -> str:
    return "\n".join(["TITLE: cut", f"FCM: {fcm}", *lines, ""])


DROP = edl(
    "001  AX       V     C        00:00:00:00 00:00:10:00 01:00:00;00 01:00:10;00",
    "002  BL       V     C        00:00:00:00 00:00:02:00 01:00:10;00 01:00:12;00",
    "003  TAPE001  V     C        10:00:50;00 10:01:10;02 01:00:12;00 01:00:32;00",
    "004  TAPE002  AA/V  C        01:00:00;00 01:01:00;02 01:00:32;00 01:01:32;02",
    "005  TAPE003  A     C        01:00:00;00 01:01:00;02 01:00:32;00 01:01:32;02",
    fcm="DROP FRAME",
)


def test_dropped_frame_numbers_are_not_counted(tmp_path: Path) -> None:
    reading = read_timeline(written(tmp_path, "cut.edl", DROP), NTSC)
    lasting = [round(event.seconds * NTSC) for event in reading.events]
    assert lasting == [300, 600, 1800]
    assert reading.seconds == 2700 / NTSC
    assert reading.timeline_seconds == 2760 / NTSC
    assert any("sound" in warning for warning in reading.warnings)


def test_drop_frame_at_a_rate_that_has_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="drops frames, which 25 fps never does"):
        read_timeline(written(tmp_path, "cut.edl", DROP), Fraction(25))


@pytest.mark.parametrize(
    ("timecode", "count"),
    # SMPTE ST 12-1: an hour of drop-frame timecode is 107,892 frames, ten minutes are 17,982.
    [
        ("01:00:00;00", 107_892),
        ("00:10:00;00", 17_982),
        ("00:01:00;02", 1800),
        ("00:00:59;29", 1799),
    ],
)
def test_drop_frame_timecode(timecode: str, count: int) -> None:
    assert frames(timecode, NTSC, drop=True) == count


def test_the_fcm_line_decides_where_punctuation_does_not(tmp_path: Path) -> None:
    line = "001  AX  V  C  00:00:50:00 00:01:10:02 01:00:50:00 01:01:10:02"
    drop = read_timeline(written(tmp_path, "a.edl", edl(line, fcm="DROP FRAME")), NTSC)
    plain = read_timeline(written(tmp_path, "b.edl", edl(line)), NTSC)
    assert (drop.seconds * NTSC, plain.seconds * NTSC) == (600, 602)


def test_dissolves_and_wipes_keep_the_length_of_the_film(tmp_path: Path) -> None:
    text = edl(
        "001  AX       V     C        00:00:00:00 00:00:04:00 00:00:00:00 00:00:04:00",
        "* FROM CLIP NAME: a",
        "002  AX       V     C        00:00:04:00 00:00:04:00 00:00:04:00 00:00:04:00",
        "002  TAPE2    V     D    024 00:00:10:00 00:00:15:00 00:00:04:00 00:00:09:00",
        "* FROM CLIP NAME: a",
        "* TO CLIP NAME: b",
        "003  TAPE3    V     W001 012 00:00:00:00 00:00:03:00 00:00:09:00 00:00:12:00",
        "004  BL       V     C        00:00:00:00 00:00:00:00 00:00:12:00 00:00:12:00",
        "004  TAPE4    V     D    012 00:00:20:00 00:00:22:00 00:00:12:00 00:00:14:00",
    )
    reading = read_timeline(written(tmp_path, "cut.edl", text), Fraction(24))
    assert shown(reading) == [
        ("a", 1, 0, 4), ("b", 1, 4, 5), ("TAPE3", 1, 9, 3), ("TAPE4", 1, 12, 2),
    ]  # fmt: skip
    assert any("3 × transition" in warning for warning in reading.warnings)


def test_changes_of_speed_count_as_long_as_they_are_seen(tmp_path: Path) -> None:
    text = edl(
        "001  AX       V     C        00:00:00:00 00:00:04:00 01:00:00:00 01:00:02:00",
        "M2   AX       048.0                00:00:00:00",
        "002  AX       V     C        00:00:00:00 00:00:00:01 01:00:02:00 01:00:04:00",
        "M2   AX       000.0                00:00:00:00",
        "003  AX       V     C        00:00:01:00 00:00:02:00 01:00:04:00 01:00:05:00",
        "M2   AX       -024.0               00:00:02:00",
    )
    reading = read_timeline(written(tmp_path, "cut.edl", text), Fraction(24))
    assert [event.seconds for event in reading.events] == [2, 2, 1]
    assert any("3 × change of speed" in warning for warning in reading.warnings)


def test_tracks_keep_their_places_and_order_does_not_matter(tmp_path: Path) -> None:
    text = edl(
        "001  AX  V     C  00:00:00:00 00:00:02:00 01:00:04:00 01:00:06:00",
        "* FROM CLIP NAME: c",
        "002  AX  V2    C  00:00:00:00 00:00:02:00 01:00:01:00 01:00:03:00",
        "* FROM CLIP NAME: b",
        "003  AX  B     C  00:00:00:00 00:00:04:00 01:00:00:00 01:00:04:00",
        "* FROM CLIP NAME: a",
    )
    path = written(tmp_path, "cut.edl", text)
    assert shown(read_timeline(path, Fraction(24))) == [
        ("a", 1, 0, 1), ("b", 2, 1, 2), ("a", 1, 3, 1), ("c", 1, 4, 2),
    ]  # fmt: skip
    everything = read_timeline(path, Fraction(24), "all")
    assert (everything.seconds, everything.flattened_seconds) == (8, 6)
    assert everything.track_seconds == (6, 2)


def test_events_that_overlap_are_counted_once_and_told(tmp_path: Path) -> None:
    text = edl(
        "001  AX  V  C  00:00:00:00 00:00:04:00 01:00:00:00 01:00:04:00",
        "002  AX  V  C  00:00:00:00 00:00:04:00 01:00:02:00 01:00:06:00",
    )
    reading = read_timeline(written(tmp_path, "cut.edl", text), Fraction(24))
    assert shown(reading) == [("001", 1, 0, 2), ("002", 1, 2, 4)]
    assert any("overlap" in warning for warning in reading.warnings)


def test_a_wrong_rate_is_known_by_lengths_that_differ(tmp_path: Path) -> None:
    line = "001  AX  V  C  00:00:00:20 00:00:02:05 01:00:01:00 01:00:02:10"
    path = written(tmp_path, "cut.edl", edl(line))
    assert read_timeline(path, Fraction(25)).seconds == Fraction(35, 25)
    with pytest.raises(Problem, match="all events fit 25 fps"):
        read_timeline(path, Fraction(30))


def test_a_line_that_is_no_event_is_told_and_the_rest_is_kept(tmp_path: Path) -> None:
    text = edl(
        "001  AX  V  C  00:00:00:00 00:00:04:00 01:00:00:00 01:00:04:00",
        "002  AX  V  C  00:00:00:00 00:00:04:00",
        "* a remark",
        "003  A012 with a long reel  V  C  00:00:00:00 00:00:01:00 01:00:04:00 01:00:05:00",
    )
    reading = read_timeline(written(tmp_path, "cut.edl", text), Fraction(24))
    assert shown(reading) == [("001", 1, 0, 4), ("A012 with a long reel", 1, 4, 1)]
    assert any("Line 4 is not understood" in warning for warning in reading.warnings)


def test_chinese_names_in_either_encoding(tmp_path: Path) -> None:
    text = edl(
        "001  AX  V  C  00:00:00:00 00:00:04:00 01:00:00:00 01:00:04:00",
        "* FROM CLIP NAME: 港口黎明",
    )
    for encoding in ("utf-8-sig", "gb18030"):
        path = tmp_path / f"{encoding}.edl"
        path.write_bytes(text.encode(encoding))
        assert read_timeline(path, Fraction(24)).events[0].name == "港口黎明"


# --- Final Cut Pro 7 XML

RATE = "<rate><timebase>30</timebase><ntsc>TRUE</ntsc></rate>"


def clipitem(name: str, start: int, end: int, first: int, inside: str = "", extra: str = "") -> str:
    last = first + max(end - start, 0)
    file = f'<file id="f-{name}"><pathurl>file:///{name}.mov</pathurl></file>'
    return (
        f'<clipitem id="{name}"><name>{name}</name>{extra}<duration>500</duration>{RATE}'
        f"<start>{start}</start><end>{end}</end><in>{first}</in><out>{last}</out>"
        f"{inside or file}</clipitem>"
    )


def xmeml(*tracks: str, audio: str = "") -> str:
    video = "".join(f"<track>{track}</track>" for track in tracks)
    return (
        '<?xml version="1.0"?><!DOCTYPE xmeml><xmeml version="5"><sequence id="s"><name>main</name>'
        f"{RATE}<media><video>{video}</video><audio>{audio}</audio></media></sequence></xmeml>"
    )


DISSOLVE = (
    "<transitionitem><start>80</start><end>100</end><alignment>center</alignment>"
    f"{RATE}<effect><name>Cross Dissolve</name></effect></transitionitem>"
)
NEST = (
    f'<sequence id="inner"><name>scene</name>{RATE}<media><video><track>'
    f"{clipitem('n1', 0, 60, 0)}{clipitem('n2', 60, 120, 0)}</track></video>"
    f"<audio><track>{clipitem('sound', 0, 120, 0)}</track></audio></media></sequence>"
)
XMEML = xmeml(
    clipitem("a", 0, 90, 10)
    + DISSOLVE
    + clipitem("b", -1, 150, 10)
    + clipitem("scene", 180, 270, 10, NEST),
    clipitem("off", 0, 30, 10, extra="<enabled>FALSE</enabled>") + clipitem("over", 120, 165, 10),
    audio=f"<track>{clipitem('voice', 0, 300, 0)}</track>",
)


def frames_shown(reading: TimelineReading) -> list[tuple[str, int, int, int]]:
    return [(n, t, round(s * NTSC), round(d * NTSC)) for n, t, s, d in shown(reading)]


def test_nested_sequences_transitions_and_what_is_switched_off(tmp_path: Path) -> None:
    path = written(tmp_path, "cut.xml", XMEML)
    reading = read_timeline(path)
    assert reading.rate == NTSC
    assert frames_shown(reading) == [
        ("a", 1, 0, 90), ("b", 1, 90, 30), ("over", 2, 120, 45),
        ("n1", 1, 180, 50), ("n2", 1, 230, 40),
    ]  # fmt: skip
    assert reading.timeline_seconds == 300 / NTSC
    told = " ".join(reading.warnings)
    for what in ("1 × transition", "1 × clip that is switched off", "1 × audio track"):
        assert what in told


def test_a_sequence_used_twice_is_found_by_its_id(tmp_path: Path) -> None:
    again = clipitem("again", 300, 330, 0, '<sequence id="inner"/>')
    text = xmeml(clipitem("scene", 0, 120, 0, NEST) + again)
    reading = read_timeline(written(tmp_path, "cut.xml", text))
    assert frames_shown(reading)[-1] == ("n1", 1, 300, 30)


def test_nested_rates_are_mixed_in_seconds(tmp_path: Path) -> None:
    film = NEST.replace("<timebase>30", "<timebase>24").replace("TRUE", "FALSE")
    reading = read_timeline(written(tmp_path, "cut.xml", xmeml(clipitem("x", 0, 90, 0, film))))
    assert [event.seconds for event in reading.events] == [
        Fraction(5, 2),
        90 / NTSC - Fraction(5, 2),
    ]
    assert any("Mixed frame rates: 24, 29.97" in warning for warning in reading.warnings)


def test_sequences_that_hold_each_other_come_to_an_end(tmp_path: Path) -> None:
    inside = "".join(clipitem(f"c{i}", i, i + 9, 0, '<sequence id="inner"/>') for i in range(9))
    track = f"<track>{inside}</track>"
    loop = f'<sequence id="inner">{RATE}<media><video>{track}</video></media></sequence>'
    reading = read_timeline(written(tmp_path, "cut.xml", xmeml(clipitem("x", 0, 90, 0, loop))))
    assert reading.events == ()
    assert any("9 × sequence that holds itself" in warning for warning in reading.warnings)


# --- Final Cut Pro XML

RESOURCES = """<resources>
<format id="r1" name="FFVideoFormat1080p2997" frameDuration="1001/30000s"/>
<asset id="a1" name="A" src="file:///a.mov" start="0s" duration="300300/30000s" hasVideo="1"
 format="r1"/>
<asset id="a2" name="B" src="file:///b.mov" start="3600s" duration="600600/30000s" hasVideo="1"
 format="r1"/>
<asset id="a3" name="music" src="file:///m.wav" duration="60s" hasAudio="1"/>
<effect id="e1" name="Basic Title"/>
<media id="m1" name="scene"><sequence format="r1" duration="120120/30000s" tcStart="0s"><spine>
<asset-clip ref="a1" name="i1" offset="0s" duration="60060/30000s"/>
<asset-clip ref="a2" name="i2" offset="60060/30000s" duration="60060/30000s"/>
</spine></sequence></media></resources>"""
SPINE = """<asset-clip ref="a1" name="one" offset="3600s" duration="120120/30000s">
<asset-clip ref="a2" name="over" lane="1" offset="30030/30000s" duration="60060/30000s"/>
<asset-clip ref="a3" name="music" lane="-1" offset="0s" duration="480480/30000s"/>
<title ref="e1" name="hello" lane="2" offset="0s" duration="30030/30000s"/></asset-clip>
<transition name="Cross Dissolve" offset="108090000/30000s" duration="30030/30000s"/>
<gap name="Gap" offset="108120120/30000s" start="108108000/30000s" duration="60060/30000s">
<spine lane="1" offset="108123015/30000s"><asset-clip ref="a2" name="s1" offset="0s"
 duration="15015/30000s"/><asset-clip ref="a1" name="s2" offset="15015/30000s"
 duration="15015/30000s"/></spine></gap>
<ref-clip ref="m1" name="scene" offset="108180180/30000s" start="30030/30000s"
 duration="60060/30000s"/>
<audition offset="108240240/30000s"><asset-clip ref="a2" name="pick" start="3601s"
 duration="30030/30000s"/><asset-clip ref="a1" name="other" duration="30030/30000s"/></audition>
<asset-clip ref="a1" name="off" enabled="0" offset="108270270/30000s" duration="30030/30000s"/>"""
FCPXML = (
    f'<?xml version="1.0"?><!DOCTYPE fcpxml><fcpxml version="1.10">{RESOURCES}<library>'
    '<event name="day"><project name="film"><sequence format="r1" duration="300300/30000s" '
    f'tcStart="3600s"><spine>{SPINE}</spine></sequence></project></event></library></fcpxml>'
)


def test_connected_compound_and_picked_clips(tmp_path: Path) -> None:
    reading = read_timeline(written(tmp_path, "cut.fcpxml", FCPXML))
    second = 30  # counted in 1001/30000 s
    assert reading.name == "film"
    assert reading.rate == NTSC
    assert reading.timeline_seconds == 300 / NTSC
    assert frames_shown(reading) == [
        ("one", 2, 0, second), ("over", 3, second, 2 * second), ("one", 2, 3 * second, second),
        ("s1", 3, 4 * second + 15, 15), ("s2", 3, 5 * second, 15),
        ("i1", 2, 6 * second, second), ("i2", 2, 7 * second, second), ("pick", 2, 8 * second, 30),
    ]  # fmt: skip
    told = " ".join(reading.warnings)
    for what in ("1 × title", "1 × sound clip", "1 × transition", "1 × clip that is switched off"):
        assert what in told


def test_loose_clips_are_listed(tmp_path: Path) -> None:
    text = (
        f'<fcpxml version="1.8">{RESOURCES}<ref-clip ref="m1" name="scene"/>'
        '<asset-clip ref="a1" name="x" duration="2s"/></fcpxml>'
    )
    reading = read_timeline(written(tmp_path, "cut.fcpxml", text))
    assert frames_shown(reading)[:2] == [("i1", 1, 0, 60), ("i2", 1, 60, 60)]
    assert reading.events[-1].seconds == 2
    assert any("no timeline" in warning for warning in reading.warnings)


def test_final_cut_xml_is_known_by_its_content(tmp_path: Path) -> None:
    as_xml = read_timeline(written(tmp_path, "cut.xml", FCPXML))
    assert as_xml.events == read_timeline(written(tmp_path, "cut.fcpxml", FCPXML)).events
    with pytest.raises(Problem, match="not of Final Cut Pro 7"):
        read_timeline(written(tmp_path, "page.xml", "<html/>"))


# --- against OpenTimelineIO

SIMPLE_XMEML = xmeml(
    clipitem("a", 0, 90, 10) + clipitem("b", 120, 150, 10), clipitem("over", 60, 135, 0)
)
SIMPLE_FCPXML = (
    '<fcpxml version="1.8"><resources><format id="r1" frameDuration="1/24s"/>'
    '<asset id="a1" name="A" start="0s" duration="20s" hasVideo="1" format="r1"/></resources>'
    '<library><event name="e"><project name="p"><sequence format="r1" duration="9s" tcStart="0s">'
    '<spine><asset-clip ref="a1" name="a" offset="0s" duration="3s" format="r1"/>'
    '<gap name="Gap" offset="3s" duration="2s"/>'
    '<asset-clip ref="a1" name="b" offset="5s" start="2s" duration="4s" format="r1"/></spine>'
    "</sequence></project></event></library></fcpxml>"
)
SIMPLE_EDL = edl(
    "001  AX  V  C  00:00:00:00 00:00:04:06 01:00:00:00 01:00:04:06",
    "002  AX  V  C  00:00:00:00 00:00:02:00 01:00:06:00 01:00:08:00",
    "003  AX  V  C  00:00:01:00 00:00:03:00 01:00:08:00 01:00:09:00",
    "M2   AX       048.0                00:00:01:00",
)


@pytest.mark.parametrize(
    ("name", "text", "adapter", "options"),
    [
        ("cut.edl", SIMPLE_EDL, "cmx_3600", {"rate": 24.0}),
        ("cut.edl", SIMPLE_EDL, "cmx_3600", {"rate": 30000 / 1001}),
        ("cut.xml", SIMPLE_XMEML, "fcp_xml", {}),
        ("cut.fcpxml", SIMPLE_FCPXML, "fcpx_xml", {}),
    ],
)
def test_plain_cuts_agree_with_opentimelineio(
    tmp_path: Path, name: str, text: str, adapter: str, options: dict[str, Any]
) -> None:
    otio = pytest.importorskip(
        "opentimelineio", reason="OpenTimelineIO, the extra [timeline], is not installed"
    )
    path = written(tmp_path, name, text)
    theirs = otio.adapters.read_from_file(str(path), adapter_name=adapter, **options)
    if not hasattr(theirs, "tracks"):
        theirs = theirs.find_children(descended_from_type=otio.schema.Timeline)[0]
    track = otio.algorithms.flatten_stack(theirs.tracks)
    flat = [(clip.name, clip.duration().to_seconds()) for clip in track.find_clips()]
    rate = Fraction(options["rate"]).limit_denominator(1001) if options else None
    ours = read_timeline(path, rate)
    assert [event.name for event in ours.events] == [name for name, _ in flat]
    assert [float(event.seconds) for event in ours.events] == pytest.approx(
        [seconds for _, seconds in flat], abs=1e-6
    )
    assert float(ours.timeline_seconds) == pytest.approx(theirs.duration().to_seconds(), abs=1e-6)


@settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_damaged_cuts_are_read_or_refused_in_one_line(tmp_path: Path, data: st.DataObject) -> None:
    suffix, text = data.draw(
        st.sampled_from([(".edl", DROP), (".xml", XMEML), (".fcpxml", FCPXML)])
    )
    raw = bytearray(text.encode())
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(raw) - 1))
        piece = data.draw(
            st.one_of(st.binary(max_size=3), st.sampled_from([b"-1", b"9" * 40, b""]))
        )
        raw[at : at + data.draw(st.integers(0, 6))] = piece
    path = tmp_path / f"damaged{suffix}"
    path.write_bytes(bytes(raw))
    try:
        reading = read_timeline(path, NTSC)
    except Problem as problem:
        told = str(problem)
    else:
        told = " ".join(reading.warnings)
        assert 0 <= reading.flattened_seconds <= reading.all_seconds
    assert "\n" not in told
