"""Video frames come at their own time and in their right colour, however broken the file."""

from __future__ import annotations

import av
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pixelwatt.api import Problem
from pixelwatt_upscaler.core.sources import open_source
from pixelwatt_upscaler.core.video import Clock, VideoSource

from .made_media import flat, steps, video


def read_all(source):
    frames = []
    while (frame := source.read()) is not None:
        frames.append(frame)
    return frames


@pytest.fixture
def clip(tmp_path):
    return video(tmp_path / "clip.mkv", steps())


def test_frames_come_with_their_times(clip):
    with open_source(clip) as source:
        assert source.info.size == (48, 32)
        assert source.info.frame_rate == pytest.approx(25)
        frames = read_all(source)
    assert [frame.index for frame in frames] == list(range(12))
    assert [frame.timestamp_s for frame in frames] == pytest.approx([i / 25 for i in range(12)])


def test_a_variable_rate_keeps_every_time(tmp_path):
    times = [0, 40, 55, 300, 310, 1000]
    with VideoSource(video(tmp_path / "vfr.mkv", steps(6), times)) as source:
        assert [f.timestamp_s for f in read_all(source)] == pytest.approx(
            [time / 1000 for time in times]
        )


@pytest.mark.parametrize(("seconds", "index"), [(0.0, 0), (0.2, 5), (0.21, 5), (0.44, 11)])
def test_a_seek_shows_the_frame_of_that_time(clip, seconds, index):
    with VideoSource(clip) as source:
        read_all(source)
        source.seek(seconds)
        frame = source.read()
    assert frame.timestamp_s == pytest.approx(index / 25)
    assert abs(int(frame.pixels[0, 0, 0]) - 20 * index) <= 3


def test_after_the_end_a_seek_starts_again(clip):
    with VideoSource(clip) as source:
        assert len(read_all(source)) == 12
        assert source.read() is None
        source.seek(0)
        assert len(read_all(source)) == 12


@pytest.mark.parametrize("colorspace", [1, 6, 9])
@pytest.mark.parametrize("color_range", [1, 2])
def test_colours_survive_every_matrix_and_range(tmp_path, colorspace, color_range):
    colour = (200, 60, 30)
    path = video(
        tmp_path / "c.mkv", [flat(colour)] * 2, colorspace=colorspace, color_range=color_range
    )
    with VideoSource(path) as source:
        pixels = source.read().pixels
        detail = source.info.detail
    assert np.abs(pixels[8, 8].astype(int) - colour).max() <= 3
    assert {1: "BT.709", 6: "BT.601", 9: "BT.2020"}[colorspace] in detail
    assert ("full" if color_range == 2 else "limited") in detail


def test_video_without_a_matrix_is_601_below_720_lines_and_709_from_there(tmp_path):
    small = video(tmp_path / "s.mkv", [flat((0, 0, 0))])
    large = video(tmp_path / "l.mkv", [flat((0, 0, 0), 720, 64)])
    with VideoSource(small) as first, VideoSource(large) as second:
        assert "BT.601 (assumed)" in first.info.detail
        assert "BT.709 (assumed)" in second.info.detail


def test_ten_bits_are_kept(tmp_path):
    pixels = np.zeros((32, 64, 3), np.uint16)
    pixels[:] = (np.arange(64) * 64 + 20_000).astype(np.uint16)[None, :, None]
    path = video(tmp_path / "deep.mkv", [pixels] * 2, codec="ffv1", pix_fmt="yuv444p10le",
                 options={})  # fmt: skip
    with VideoSource(path) as source:
        frame = source.read()
    assert frame.bits == 16
    assert len(np.unique(frame.pixels[:, :, 1])) > 40  # 8 bits would leave 17 steps


def interlaced(path):
    """Each frame holds two moments, line by line: while one is white, the other is black."""
    combed = np.zeros((2, 32, 48, 3), np.uint8)
    combed[0, ::2] = combed[1, 1::2] = 255
    options = {"crf": "0", "x264-params": "tff=1"}
    return video(path, [combed[index % 2] for index in range(8)], options=options)


def test_interlaced_video_is_deinterlaced_and_keeps_its_frames(tmp_path):
    with VideoSource(interlaced(tmp_path / "i.mkv")) as source:
        assert any("interlaced" in note for note in source.info.notes)
        frames = read_all(source)
        source.seek(0)
        assert len(read_all(source)) == 8
    assert [frame.timestamp_s for frame in frames] == pytest.approx([i / 25 for i in range(8)])
    rows = frames[4].pixels[8:24, 10, 0].astype(int)
    assert np.abs(np.diff(rows)).max() < 100


def test_odd_sizes_come_whole(tmp_path):
    path = video(tmp_path / "odd.mkv", [flat((9, 200, 40), 33, 47)], codec="ffv1", options={})
    with VideoSource(path) as source:
        assert source.info.size == (47, 33)
        assert source.read().pixels.shape == (33, 47, 3)


def test_broken_times_are_made_to_rise():
    clock = Clock(0.04)
    assert [clock.stamp(t) for t in (0.0, None, 0.02, 0.5)] == pytest.approx([0.0, 0.04, 0.08, 0.5])
    assert clock.repaired == 2


def refusal(path):
    with pytest.raises(Problem) as caught:
        open_source(path)
    assert caught.value.remedy
    return caught.value.what


def test_sound_alone_is_no_video(tmp_path):
    path = tmp_path / "sound.mkv"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("aac", rate=48_000)
        silence = np.zeros((2, 1024), np.float32)
        samples = av.AudioFrame.from_ndarray(silence, format="fltp", layout="stereo")
        samples.sample_rate = 48_000
        container.mux(stream.encode(samples))
        container.mux(stream.encode())
    assert "no video stream" in refusal(path)


def test_what_is_no_video_is_refused(tmp_path):
    text = tmp_path / "text.mp4"
    text.write_text("hello " * 100)
    assert "not a video" in refusal(text)
    assert "no file" in refusal(tmp_path / "none.mp4")
    (tmp_path / "empty.mp4").touch()
    assert "not a video" in refusal(tmp_path / "empty.mp4")


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_cut_and_damaged_video_gives_what_it_has_or_a_problem(tmp_path, clip, data):
    content = bytearray(clip.read_bytes())
    for _ in range(data.draw(st.integers(0, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path / "damaged.mkv"
    path.write_bytes(bytes(content[: data.draw(st.integers(0, len(content)))]))
    try:
        with VideoSource(path) as source:
            times = [frame.timestamp_s for frame in read_all(source)]
    except Problem:
        return
    assert times == sorted(times)
