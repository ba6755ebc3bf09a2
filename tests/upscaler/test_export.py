"""What is written is what was made: depth, alpha, profile, every timestamp, or nothing at all."""

from __future__ import annotations

import errno
import resource
import struct
import subprocess
import sys
from dataclasses import replace
from fractions import Fraction

import av
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms
from PIL.TiffImagePlugin import IFDRational

from pixelwatt.api import Cancelled, Problem
from pixelwatt_upscaler.core import (
    export_parts,
    export_pictures,
    strip_writers,
)
from pixelwatt_upscaler.core import export_video as export_video_module
from pixelwatt_upscaler.core.conversion import Settings, convert
from pixelwatt_upscaler.core.enlarging import Enlarger
from pixelwatt_upscaler.core.export_pictures import save_picture
from pixelwatt_upscaler.core.export_video import export_video
from pixelwatt_upscaler.core.frames import Frame, Size
from pixelwatt_upscaler.core.pictures import read_picture
from pixelwatt_upscaler.core.resampling import Degradation, enlarge
from pixelwatt_upscaler.core.strips import Strips
from pixelwatt_upscaler.core.video_encoding import encoder_for, even

from .made_media import flat, ramp, steps, video
from .test_video import interlaced

PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


@pytest.mark.parametrize("suffix", [".png", ".tif"])
@pytest.mark.parametrize("channels", [1, 3, 4])
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_png_and_tiff_lose_nothing(tmp_path, suffix, channels, dtype):
    path = tmp_path / f"p{suffix}"
    pixels = ramp(channels=channels, dtype=dtype)
    assert save_picture(Frame(pixels, icc=PROFILE), path) == ()
    frame = read_picture(path)
    np.testing.assert_array_equal(frame.pixels, pixels)
    assert frame.icc == PROFILE


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 40), st.integers(1, 40), st.sampled_from([1, 3, 4]), st.booleans())
def test_strips_of_any_size_make_the_same_png(width, height, channels, deep):
    import io

    dtype = np.uint16 if deep else np.uint8
    pixels = np.random.default_rng(0).integers(0, 255, (height, width, channels)).astype(dtype)
    buffer = io.BytesIO()
    strip_writers.write_png(buffer, Strips.of(pixels))
    with Image.open(io.BytesIO(buffer.getvalue())) as image:
        image.load()
        assert image.size == (width, height)
        if not deep:
            np.testing.assert_array_equal(np.asarray(image).reshape(pixels.shape), pixels)


def test_tiff_keeps_exif_and_gps_where_others_look_for_them(tmp_path):
    exif = Image.Exif()
    exif[0x010F], exif[0x8298] = "Maker", "© someone"
    exif.get_ifd(0x8769).update({0x9003: "2024:05:06 07:08:09", 0x829A: IFDRational(1, 250)})
    exif.get_ifd(0x8825).update({1: "N", 2: (47.0, 22.0, 30.5)})
    path = tmp_path / "p.tif"
    assert save_picture(Frame(ramp(dtype=np.uint16), icc=PROFILE, exif=exif.tobytes()), path) == ()
    with Image.open(path) as image:
        assert image.info["icc_profile"] == PROFILE
        found = image.getexif()
        assert found[0x010F] == "Maker"
        assert found.get_ifd(0x8769) == {0x9003: "2024:05:06 07:08:09", 0x829A: 0.004}
        assert found.get_ifd(0x8825) == {1: "N", 2: (47.0, 22.0, 30.5)}
    frame = read_picture(path)
    np.testing.assert_array_equal(frame.pixels, ramp(dtype=np.uint16))
    jpeg = tmp_path / "again.jpg"
    save_picture(frame, jpeg)
    with Image.open(jpeg) as image:
        assert image.getexif().get_ifd(0x8825)[1] == "N"
        assert 273 not in image.getexif()


def test_damaged_exif_is_left_out_of_a_tiff_and_said(tmp_path):
    path = tmp_path / "p.tif"
    (note,) = save_picture(Frame(ramp(), exif=b"Exif\0\0nonsense"), path)
    assert "EXIF" in note
    np.testing.assert_array_equal(read_picture(path).pixels, ramp())


def test_large_tiff_switches_to_64_bit_offsets(tmp_path, monkeypatch):
    monkeypatch.setattr(strip_writers, "_CLASSIC_TIFF_LIMIT", 100)
    path = tmp_path / "big.tif"
    save_picture(Frame(ramp()), path)
    assert struct.unpack("<2sHHH", path.read_bytes()[:8]) == (b"II", 43, 8, 0)
    np.testing.assert_array_equal(read_picture(path).pixels, ramp())


def test_jpeg_says_what_it_cannot_hold(tmp_path):
    path = tmp_path / "p.jpg"
    notes = save_picture(Frame(ramp(channels=4, dtype=np.uint16), icc=PROFILE), path)
    assert len(notes) == 2
    frame = read_picture(path)
    assert (frame.channels, frame.bits, frame.icc) == (3, 8, PROFILE)


def test_webp_keeps_alpha_and_is_lossless_at_100(tmp_path):
    path = tmp_path / "p.webp"
    save_picture(Frame(ramp()), path, quality=100)
    np.testing.assert_array_equal(read_picture(path).pixels, ramp())
    save_picture(Frame(ramp(channels=4)), path)
    assert read_picture(path).channels == 4


@pytest.mark.parametrize(
    ("name", "expected"),
    [("p.gif", "no format"), ("p", "no format"), ("none/p.png", "no folder")],
)
def test_a_name_that_cannot_be_written_is_refused_before_the_work(tmp_path, name, expected):
    with pytest.raises(Problem, match=expected):
        save_picture(Frame(ramp()), tmp_path / name)


def test_too_large_for_the_format_is_said_before_the_work(tmp_path):
    with pytest.raises(Problem, match="16383"):
        export_pictures.check_writable(tmp_path / "p.webp", (20_000, 10))


@pytest.mark.parametrize(
    ("code", "expected"),
    [(errno.ENOSPC, "disk is full"), (errno.EACCES, "may not be written"), (errno.EIO, "cannot")],
)
def test_a_write_that_fails_leaves_the_old_file(tmp_path, monkeypatch, code, expected):
    path = tmp_path / "p.png"
    path.write_bytes(b"old")

    def fail(*_args, **_options):
        raise OSError(code, "no")

    monkeypatch.setattr(export_pictures, "write_png", fail)
    with pytest.raises(Problem, match=expected):
        save_picture(Frame(ramp()), path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_disk_that_fills_up_under_a_video_leaves_nothing(tmp_path):
    """The limit on a file's size stands for the disk: writes fail in the same place."""
    source = video(tmp_path / "in.mkv", [ramp(64, 96)] * 12)
    script = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from pixelwatt.api import Problem\n"
        "from pixelwatt_upscaler.core.export_video import export_video\n"
        "from pixelwatt_upscaler.core.frames import Size\n"
        "from pixelwatt_upscaler.core.resampling import enlarge\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "size = Size(192, 128)\n"
        "try:\n"
        "    export_video(Path(sys.argv[1]), Path(sys.argv[2]), size,"
        " lambda rgb: enlarge(rgb, size, 'nearest'), codec='ffv1')\n"
        "except Problem as problem:\n"
        "    print(problem.what)\n"
    )
    target = tmp_path / "out.mkv"
    assert resource.RLIMIT_FSIZE
    child = subprocess.run(
        [sys.executable, "-c", script, str(source), str(target)],
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    assert "disk is full" in child.stdout
    assert list(tmp_path.iterdir()) == [source]


def doubled(rgb):
    return enlarge(rgb, Size(rgb.shape[1] * 2, rgb.shape[0] * 2), "nearest")


def packets(path, kind):
    with av.open(str(path)) as container:
        stream = getattr(container.streams, kind)[0]
        return [
            (float(packet.pts * packet.time_base), bytes(packet))
            for packet in container.demux(stream)
            if packet.pts is not None
        ]


def pictures(path):
    with av.open(str(path)) as container:
        return [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]


@pytest.mark.parametrize("suffix", [".mkv", ".mp4"])
@pytest.mark.parametrize("origin", [".mkv", ".mp4"])
def test_video_keeps_every_time_and_its_sound(tmp_path, origin, suffix):
    times = [0, 40, 55, 300, 310, 1000]
    source = video(tmp_path / f"in{origin}", steps(6), times, audio_seconds=2.0)
    target = tmp_path / f"out{suffix}"
    report = export_video(source, target, Size(96, 64), doubled)
    assert report.frames == 6
    assert report.copied_streams == 1
    with av.open(str(target)) as container:
        frames = list(container.decode(video=0))
    # Matroska has no time before 0: sound that MP4 begins there moves all tracks alike.
    moved = frames[0].time
    assert moved == 0 or (origin, suffix) == (".mp4", ".mkv")
    assert moved < 0.03
    assert [frame.time - moved for frame in frames] == pytest.approx([t / 1000 for t in times])
    assert (frames[0].width, frames[0].height) == (96, 64)
    reds = [int(frame.to_ndarray(format="rgb24")[8, 8, 0]) for frame in frames]
    assert np.abs(np.array(reds) - 20 * np.arange(6)).max() <= 6
    # Sound runs on after the picture, and not a byte of it changes.
    before, after = packets(source, "audio"), packets(target, "audio")
    assert [data for _, data in before] == [data for _, data in after]
    expected = [time + moved for time, _ in before]
    assert [time for time, _ in after] == pytest.approx(expected, abs=0.0011)
    assert after[-1][0] > 1.5


def test_ten_bits_stay_ten_bits(tmp_path):
    deep = (ramp(32, 48).astype(np.uint16)) * 257
    source = video(tmp_path / "in.mkv", [deep] * 2, codec="ffv1", pix_fmt="yuv444p10le", options={})
    export_video(source, tmp_path / "out.mkv", Size(96, 64), doubled)
    with av.open(str(tmp_path / "out.mkv")) as container:
        assert container.streams.video[0].codec_context.pix_fmt == "yuv420p10le"


@pytest.mark.parametrize("colorspace", [1, 6])
def test_the_matrix_is_kept_and_named(tmp_path, colorspace):
    source = video(tmp_path / "in.mkv", [flat((200, 60, 30))] * 2, colorspace=colorspace,
                   color_range=1)  # fmt: skip
    export_video(source, tmp_path / "out.mkv", Size(96, 64), doubled)
    with av.open(str(tmp_path / "out.mkv")) as container:
        assert int(container.streams.video[0].codec_context.colorspace) == colorspace
    from pixelwatt_upscaler.core.video import VideoSource

    with VideoSource(tmp_path / "out.mkv") as result:
        assert np.abs(result.read().pixels[9, 9].astype(int) - (200, 60, 30)).max() <= 4


def test_sound_that_the_container_cannot_hold_is_named(tmp_path):
    source = video(tmp_path / "in.mkv", steps(3), audio_seconds=0.2)
    report = export_video(source, tmp_path / "out.webm", Size(96, 64), doubled)
    assert report.copied_streams == 0
    assert "aac" in report.notes[0]


def test_interlaced_video_is_written_progressive(tmp_path):
    source = interlaced(tmp_path / "in.mkv")
    report = export_video(source, tmp_path / "out.mkv", Size(96, 64), doubled)
    assert report.frames == 8
    assert "deinterlaced" in report.notes[0]
    with av.open(str(tmp_path / "out.mkv")) as container:
        assert not any(frame.interlaced_frame for frame in container.decode(video=0))


def test_a_cancelled_video_leaves_nothing(tmp_path):
    source = video(tmp_path / "in.mkv", steps(6))

    def stop(_done, frames):
        if frames == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        export_video(source, tmp_path / "out.mp4", Size(96, 64), doubled, progress=stop)
    assert list(tmp_path.iterdir()) == [source]


@pytest.mark.parametrize("frames", [8, 10])
def test_an_interrupted_export_goes_on_after_its_last_whole_part(tmp_path, monkeypatch, frames):
    for module in (export_video_module, export_parts):
        monkeypatch.setattr(module, "FRAMES_PER_PART", 4)
    source = video(tmp_path / "in.mkv", steps(frames), audio_seconds=0.5)
    target = tmp_path / "out.mp4"
    made = []

    def counted(rgb):
        made.append(rgb)
        if len(made) == 7:
            raise KeyboardInterrupt
        return doubled(rgb)

    with pytest.raises(KeyboardInterrupt):
        export_video(source, target, Size(96, 64), counted, recipe="a")
    assert not target.exists()
    report = export_video(source, target, Size(96, 64), counted, recipe="a")
    assert report.resumed_frames == 4
    assert len(made) == 7 + frames - 4
    with av.open(str(target)) as container:
        frames_out = list(container.decode(video=0))
    assert [frame.time for frame in frames_out] == pytest.approx([i / 25 for i in range(frames)])
    reds = [int(frame.to_ndarray(format="rgb24")[8, 8, 0]) for frame in frames_out]
    assert np.abs(np.array(reds) - 20 * np.arange(frames)).max() <= 6
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.mkv", "out.mp4"]


def test_parts_of_another_recipe_are_not_used(tmp_path, monkeypatch):
    for module in (export_video_module, export_parts):
        monkeypatch.setattr(module, "FRAMES_PER_PART", 2)
    source = video(tmp_path / "in.mkv", steps(6))
    made = []

    def interrupted(rgb):
        made.append(rgb)
        if len(made) == 5:
            raise KeyboardInterrupt
        return doubled(rgb)

    with pytest.raises(KeyboardInterrupt):
        export_video(source, tmp_path / "o.mkv", Size(96, 64), interrupted, recipe="a")
    report = export_video(source, tmp_path / "o.mkv", Size(96, 64), doubled, recipe="b")
    assert report.resumed_frames == 0
    assert report.frames == 6


def textured(count):
    random = np.random.default_rng(9)
    return list(random.integers(0, 256, (count, 32, 48, 3), np.uint8))


@pytest.mark.parametrize(
    ("change", "resumed"),
    [
        ({}, True),
        ({"method": "nearest"}, False),
        ({"degradation": Degradation.POINT}, False),
        ({"factor": Fraction(3)}, False),
    ],
    ids=["the same", "method", "degradation", "factor"],
)
def test_no_film_is_made_of_two_methods(tmp_path, monkeypatch, change, resumed):
    for module in (export_video_module, export_parts):
        monkeypatch.setattr(module, "FRAMES_PER_PART", 2)
    source, target = video(tmp_path / "in.mkv", textured(7)), tmp_path / "out.mkv"
    first = Settings("bicubic", factor=Fraction(2), take_down=True, codec="ffv1")

    def interrupt(_done, text):
        if "5 frames" in text:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        convert(source, target, first, interrupt)
    report = convert(source, target, replace(first, **change), lambda *_: None)
    assert report.frames == 7
    assert any("interrupted" in note for note in report.notes) == resumed
    at_once = tmp_path / "at_once.mkv"
    convert(source, at_once, replace(first, **change), lambda *_: None)
    for one, other in zip(pictures(target), pictures(at_once), strict=True):
        np.testing.assert_array_equal(one, other)


def test_an_unknown_codec_names_the_known_ones(tmp_path):
    with pytest.raises(Problem, match="h264"):
        encoder_for("divx9")


def test_odd_sides_are_rounded_up_for_420():
    assert even(Size(47, 33)) == (48, 34)


# -- Alpha ------------------------------------------------------------------------------------


def disc(dtype):
    """An opaque white disc on transparent black: the case in which bad scalers draw a dark rim."""
    top = np.iinfo(dtype).max
    y, x = np.mgrid[0:24, 0:24]
    inside = ((x - 11.5) ** 2 + (y - 11.5) ** 2 < 80)[:, :, None]
    return np.where(inside, np.array([top] * 4, dtype), np.zeros(4, dtype)).astype(dtype)


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("method", ["bilinear", "lanczos"])
def test_alpha_has_no_dark_fringe(method, dtype):
    enlarger = Enlarger(method, Size(24, 24), Size(48, 48), bits=np.dtype(dtype).itemsize * 8)
    result = enlarger.run(Frame(disc(dtype))).pixels
    top = np.iinfo(dtype).max
    visible = result[:, :, 3] > top // 50
    partly = visible & (result[:, :, 3] < top * 0.9)
    assert partly.any()
    assert result[visible][:, :3].min() > 0.97 * top


def test_grey_stays_grey():
    enlarger = Enlarger("bicubic", Size(32, 24), Size(64, 48))
    assert enlarger.run(Frame(ramp(channels=1))).pixels.shape == (48, 64, 1)


# -- Larger than memory -------------------------------------------------------------------------


def test_what_does_not_fit_into_memory_whole_says_what_to_do():
    with pytest.raises(Problem, match="are allowed") as told:
        Enlarger("bicubic", Size(32, 24), Size(64, 48), memory_limit=100).run(Frame(ramp()))
    assert "PNG or TIFF" in str(told.value)


def test_a_result_beyond_reason_is_refused_at_once():
    with pytest.raises(Problem, match="million pixels"):
        Enlarger("bicubic", Size(20_000, 20_000), Size(60_000, 60_000))
