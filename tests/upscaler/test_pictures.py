"""Pictures come in upright, in their depth, with alpha and profile, or with a clear refusal."""

from __future__ import annotations

import io
import os
import struct
import zlib

import cv2
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageOps

from pixelwatt.api import Problem
from pixelwatt_upscaler.core import picture_source
from pixelwatt_upscaler.core.colour import in_srgb
from pixelwatt_upscaler.core.frames import Frame, Size
from pixelwatt_upscaler.core.picture_source import PictureSource
from pixelwatt_upscaler.core.pictures import picture_from_bytes, read_picture
from pixelwatt_upscaler.core.sources import open_source

from .made_media import ramp


def saved(pixels, path, **options):
    Image.fromarray(pixels[:, :, 0] if pixels.shape[2] == 1 else pixels).save(path, **options)
    return path


@pytest.mark.parametrize(
    ("suffix", "channels"),
    [
        *((suffix, channels) for suffix in (".png", ".tif", ".webp") for channels in (1, 3, 4)),
        (".bmp", 1),
        (".bmp", 3),
    ],
)
def test_eight_bits_come_in_as_they_are(tmp_path, suffix, channels):
    options = {"lossless": True, "exact": True} if suffix == ".webp" else {}
    pixels = ramp(channels=channels)
    frame = read_picture(saved(pixels, tmp_path / f"p{suffix}", **options))
    if suffix == ".webp" and channels == 1:
        pixels = np.repeat(pixels, 3, axis=2)  # WebP has no grey
    np.testing.assert_array_equal(frame.pixels, pixels)


@pytest.mark.parametrize("suffix", [".png", ".tiff"])
@pytest.mark.parametrize("channels", [1, 3, 4])
def test_sixteen_bits_are_kept(tmp_path, suffix, channels):
    pixels = ramp(channels=channels, dtype=np.uint16)
    order = {1: [0], 3: [2, 1, 0], 4: [2, 1, 0, 3]}[channels]
    path = tmp_path / f"deep{suffix}"
    cv2.imwrite(str(path), pixels[:, :, order])
    frame = read_picture(path)
    assert frame.bits == 16
    np.testing.assert_array_equal(frame.pixels, pixels)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_exif_orientation_is_undone_as_pillow_does_it(tmp_path, orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = saved(ramp(), tmp_path / "turned.png", exif=exif)
    frame = read_picture(path)
    expected = {1: "", 2: "h", 3: "hv", 4: "v", 5: "t", 6: "th", 7: "thv", 8: "tv"}[orientation]
    pixels = ramp()
    for step in expected:
        pixels = {"h": pixels[:, ::-1], "v": pixels[::-1], "t": pixels.transpose(1, 0, 2)}[step]
    np.testing.assert_array_equal(frame.pixels, pixels)
    with Image.open(path) as image:
        np.testing.assert_array_equal(frame.pixels, np.asarray(ImageOps.exif_transpose(image)))


def test_the_profile_is_kept(tmp_path):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    path = saved(ramp(), tmp_path / "p.jpg", icc_profile=profile)
    assert read_picture(path).icc == profile


def test_a_profile_is_honoured_on_display(tmp_path):
    wide = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    assert in_srgb(Frame(ramp(), icc=wide.tobytes()))[1] == "unreadable profile, taken as sRGB"
    same = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    frame, words = in_srgb(Frame(ramp(channels=4), icc=same))
    assert np.abs(frame.pixels.astype(int) - ramp(channels=4)).max() <= 1
    assert words.endswith("shown as sRGB")
    assert in_srgb(Frame(ramp(), icc=b"junk"))[1] == "unreadable profile, taken as sRGB"


@pytest.mark.parametrize("mode", ["1", "P", "LA", "CMYK", "YCbCr", "I;16"])
def test_other_modes_become_grey_or_rgb(tmp_path, mode):
    image = Image.fromarray(ramp()[:, :, 0]).convert("L")
    if mode == "I;16":
        image = Image.fromarray(ramp(channels=1, dtype=np.uint16)[:, :, 0])
    else:
        image = Image.fromarray(ramp()).convert(mode)
    path = tmp_path / ("p.tif" if mode in ("CMYK", "YCbCr", "I;16") else "p.png")
    image.save(path)
    frame = read_picture(path)
    assert frame.pixels.shape[:2] == (24, 32)
    assert frame.channels == {"1": 1, "LA": 4, "I;16": 1}.get(mode, 3)


def test_a_single_pixel_is_a_picture(tmp_path):
    assert read_picture(saved(ramp(2, 2)[:1, :1], tmp_path / "one.png")).size == (1, 1)


def test_a_source_gives_its_picture_once_and_again_after_a_seek(tmp_path):
    source = PictureSource(saved(ramp(), tmp_path / "p.png"))
    assert source.info.still
    assert source.read() is not None
    assert source.read() is None
    source.seek(0)
    assert source.read() is not None


def refusal(path):
    with pytest.raises(Problem) as caught:
        read_picture(path)
    assert caught.value.remedy
    return caught.value.what


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp", ".tif"])
def test_a_picture_cut_short_is_said_to_be(tmp_path, suffix):
    path = saved(ramp(200, 300), tmp_path / f"cut{suffix}")
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    what = refusal(path)
    assert path.name in what


def test_a_missing_file_a_folder_and_a_text_are_told_apart(tmp_path):
    assert "no file" in refusal(tmp_path / "none.png")
    assert "folder" in refusal(tmp_path)
    text = tmp_path / "text.png"
    text.write_text("hello")
    assert "not a picture" in refusal(text)


def test_a_file_without_permission_is_said_to_be(tmp_path, monkeypatch):
    path = saved(ramp(), tmp_path / "locked.png")
    path.chmod(0)
    if os.access(path, os.R_OK):  # root may read everything

        def refuse(*_args, **_options):
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Image, "open", refuse)
    assert "may not be read" in refusal(path)


def test_a_huge_picture_is_refused_from_its_header_when_memory_is_short(tmp_path):
    path = tmp_path / "huge.png"
    header = struct.pack(">IIBBBBB", 20_000, 20_000, 8, 2, 0, 0, 0)
    chunks = b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in ((b"IHDR", header), (b"IDAT", b""), (b"IEND", b""))
    )
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunks)
    with pytest.raises(Problem, match="20000×20000") as caught:
        read_picture(path, memory_limit=2 * 10**9)
    assert "memory limit" in caught.value.remedy


def test_floating_point_pictures_are_refused(tmp_path):
    path = tmp_path / "f.tif"
    Image.fromarray(np.zeros((4, 4), np.float32)).save(path)
    assert "floating-point" in refusal(path)


def test_the_clipboard_may_hold_anything():
    buffer = io.BytesIO()
    Image.fromarray(ramp()).save(buffer, "PNG")
    np.testing.assert_array_equal(picture_from_bytes(buffer.getvalue()).pixels, ramp())
    with pytest.raises(Problem, match="clipboard"):
        picture_from_bytes(b"text")


def _encoded(kind):
    buffer = io.BytesIO()
    Image.fromarray(ramp(40, 50)).save(buffer, kind)
    return buffer.getvalue()


_PICTURES = {kind: _encoded(kind) for kind in ("PNG", "JPEG", "WEBP", "TIFF", "BMP")}


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.sampled_from(sorted(_PICTURES)), st.data())
def test_damaged_pictures_are_read_or_refused(tmp_path, kind, data):
    content = bytearray(_PICTURES[kind])
    for _ in range(data.draw(st.integers(0, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path / f"damaged.{kind.lower()}"
    path.write_bytes(bytes(content[: data.draw(st.integers(0, len(content)))]))
    try:
        source = open_source(path)
    except Problem:
        return
    source.close()


@pytest.mark.parametrize("suffix", [".png", ".tif", ".webp", ".bmp", ".jpg"])
def test_a_very_large_picture_is_shown_smaller_and_says_so(tmp_path, monkeypatch, suffix):
    monkeypatch.setattr(picture_source, "MOST_PIXELS", 40 * 30)
    pixels = np.kron(ramp(30, 40), np.ones((3, 3, 1), np.uint8))
    options = {"lossless": True} if suffix == ".webp" else {}
    path = saved(pixels, tmp_path / f"large{suffix}", **options)
    with PictureSource(path) as source:
        info, frame = source.info, source.read()
    assert frame.size == info.size == (40, 30)
    assert "120×90" in info.notes[0]
    near = 12 if suffix == ".jpg" else 0
    np.testing.assert_allclose(frame.pixels.astype(int), ramp(30, 40), rtol=0, atol=near)


@pytest.mark.parametrize("suffix", [".png", ".jpg"])
def test_a_very_large_picture_stands_upright(tmp_path, monkeypatch, suffix):
    monkeypatch.setattr(picture_source, "MOST_PIXELS", 500)
    exif = Image.Exif()
    exif[0x0112] = 6
    path = saved(np.kron(ramp(30, 40), np.ones((2, 2, 1), np.uint8)), tmp_path / f"p{suffix}",
                 exif=exif)  # fmt: skip
    with PictureSource(path) as source:
        frame = source.read()
        assert "60×80" in source.info.notes[0]
    assert frame.size.width < frame.size.height
    assert frame.size.pixels <= 500


def test_a_picture_that_can_be_shown_whole_is(tmp_path):
    with PictureSource(saved(ramp(), tmp_path / "p.png")) as source:
        assert source.info.notes == ()
        np.testing.assert_array_equal(source.read().pixels, ramp())


def test_what_is_shown_whole_depends_on_the_memory(monkeypatch):
    monkeypatch.setattr(picture_source, "memory_limit", lambda: 4 * 10**9)
    assert picture_source.factor_for(Size(7680, 4320)) == 1  # 8K on a machine of 8 GB
    assert picture_source.factor_for(Size(20_000, 20_000)) == 4
    monkeypatch.setattr(picture_source, "memory_limit", lambda: 64 * 10**9)
    assert picture_source.factor_for(Size(8000, 8000)) == 1
    assert picture_source.factor_for(Size(20_000, 20_000)) == 3
