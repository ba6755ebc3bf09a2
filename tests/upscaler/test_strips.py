"""Pictures read and written strip by strip are those that are read and written whole."""

from __future__ import annotations

import threading
import zlib
from contextlib import suppress
from itertools import product

import cv2
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from pixelwatt.api import Problem
from pixelwatt_upscaler.core import strip_readers
from pixelwatt_upscaler.core.deflating import deflated, in_order
from pixelwatt_upscaler.core.export_pictures import save_picture
from pixelwatt_upscaler.core.frames import Frame
from pixelwatt_upscaler.core.pictures import read_picture, stored_strips
from pixelwatt_upscaler.core.strips import Strips, Window
from pixelwatt_upscaler.core.tiff_directory import LONG, SHORT, write_directory

from .made_media import ramp

PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


@pytest.fixture(autouse=True)
def small_strips(monkeypatch):
    monkeypatch.setattr(strip_readers, "_STRIP_BYTES", 700)


def together(path):
    stored = stored_strips(path)
    assert stored is not None
    pieces = list(stored.picture.pieces)
    assert len(pieces) > 2
    return np.concatenate(pieces)


def textured(height, width, channels, dtype):
    """Smooth, so that PNG encoders choose among all five row filters."""
    coarse = np.random.default_rng(5).integers(0, np.iinfo(dtype).max, (7, 9, channels))
    grown = cv2.resize(coarse.astype(dtype), (width, height), interpolation=cv2.INTER_CUBIC)
    return grown.reshape(height, width, channels)


@pytest.mark.parametrize("channels", [1, 3, 4])
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_png_of_others_comes_in_strip_by_strip(tmp_path, channels, dtype):
    path = tmp_path / "p.png"
    cv2.imwrite(str(path), textured(61, 83, channels, dtype), [cv2.IMWRITE_PNG_FILTER, 0xF8])
    np.testing.assert_array_equal(together(path), read_picture(path).pixels)


@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("compression", [1, 5, 8, 32773])
@pytest.mark.parametrize("rows", [7, 61])
def test_tiff_of_others_comes_in_strip_by_strip(tmp_path, channels, dtype, compression, rows):
    path = tmp_path / "p.tif"
    options = [cv2.IMWRITE_TIFF_COMPRESSION, compression, cv2.IMWRITE_TIFF_ROWSPERSTRIP, rows]
    cv2.imwrite(str(path), textured(61, 83, channels, dtype), options)
    stored = stored_strips(path)
    pixels = np.concatenate(list(stored.picture.pieces))
    np.testing.assert_array_equal(pixels, read_picture(path).pixels)


def written_tiff(path, pixels, order="<", tile=None):
    """An uncompressed TIFF, in strips of five rows or in tiles (height, width)."""
    height, width, channels = pixels.shape
    rows, columns = tile or (5, width)
    data = pixels.astype(pixels.dtype.newbyteorder(order))
    with path.open("wb") as file:
        file.write((b"II*\0" if order == "<" else b"MM\0*") + bytes(4))
        places, counts = [], []
        for top, left in product(range(0, height, rows), range(0, width, columns)):
            block = data[top : top + rows, left : left + columns]
            if tile:
                wide = ((0, rows - block.shape[0]), (0, columns - block.shape[1]), (0, 0))
                block = np.pad(block, wide)
            places.append(file.tell())
            counts.append(file.write(block.tobytes()))
        where = (324, 325) if tile else (273, 279)
        size = [(322, SHORT, [columns]), (323, SHORT, [rows])] if tile else [(278, LONG, [rows])]
        tags = [
            (256, LONG, [width]),
            (257, LONG, [height]),
            (258, SHORT, [pixels.itemsize * 8] * channels),
            (259, SHORT, [1]),
            (262, SHORT, [1 if channels == 1 else 2]),
            (277, SHORT, [channels]),
            (where[0], LONG, places),
            (where[1], LONG, counts),
            *size,
        ]
        write_directory(file, sorted(tags), order=order)
    return path


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("tile", [None, (16, 32)])
@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_tiff_in_tiles_and_of_either_byte_order(tmp_path, order, tile, channels, dtype):
    pixels = textured(61, 83, channels, dtype)
    path = written_tiff(tmp_path / "p.tif", pixels, order, tile)
    np.testing.assert_array_equal(together(path), pixels)
    np.testing.assert_array_equal(read_picture(path).pixels, pixels)


def test_compressed_tiff_of_pillow(tmp_path):
    path = tmp_path / "p.tif"
    Image.fromarray(textured(61, 83, 3, np.uint8)).save(
        path, compression="jpeg", icc_profile=PROFILE
    )
    stored = stored_strips(path)
    assert stored.icc == PROFILE
    pixels = np.concatenate(list(stored.picture.pieces))
    np.testing.assert_array_equal(pixels, read_picture(path).pixels)


@pytest.mark.parametrize("mode", ["1", "P", "LA"])
@pytest.mark.parametrize("suffix", [".png", ".tif"])
def test_what_can_only_be_decoded_whole_is_left_to_that(tmp_path, mode, suffix):
    path = tmp_path / f"p{suffix}"
    Image.fromarray(ramp()).convert(mode).save(path)
    assert stored_strips(path) is None


def test_interlaced_png_and_png_with_a_transparent_colour_are_left_whole(tmp_path):
    transparent = tmp_path / "t.png"
    Image.fromarray(ramp()).save(transparent, transparency=(0, 0, 0))
    assert stored_strips(transparent) is None
    interlaced = tmp_path / "i.png"
    Image.fromarray(ramp()).save(interlaced)
    data = bytearray(interlaced.read_bytes())
    data[28] = 1  # the last byte of the header
    data[29:33] = zlib.crc32(bytes(data[12:29])).to_bytes(4, "big")
    interlaced.write_bytes(data)
    assert stored_strips(interlaced) is None


@pytest.mark.parametrize("suffix", [".png", ".tif"])
def test_profile_exif_and_orientation_are_found_without_decoding(tmp_path, suffix):
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = "Maker", 6
    path = tmp_path / f"p{suffix}"
    Image.fromarray(ramp()).save(path, exif=exif, icc_profile=PROFILE)
    stored = stored_strips(path)
    assert (stored.icc, stored.orientation) == (PROFILE, 6)
    found = Image.Exif()
    found.load(stored.exif)
    # How the pixels of a TIFF are stored stands among its EXIF: none of it is true elsewhere.
    assert dict(found) == {0x010F: "Maker"}
    assert read_picture(path).exif == stored.exif


@pytest.mark.parametrize("suffix", [".png", ".tif"])
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_damage_is_told_or_harmless(tmp_path, suffix, data):
    path = tmp_path / f"p{suffix}"
    save_picture(Frame(textured(40, 50, 3, np.uint8), icc=PROFILE), path)
    whole = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(0, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(whole[: data.draw(st.integers(0, len(whole)))])
    with suppress(Problem):
        stored = stored_strips(path)
        if stored is not None and stored.picture.nbytes < 10**7:
            pixels = np.concatenate(list(stored.picture.pieces))
            assert pixels.shape[0] == stored.picture.size.height


@settings(max_examples=40, deadline=None)
@given(st.lists(st.binary(max_size=300)), st.sampled_from([1, 6, 9]))
def test_pieces_packed_side_by_side_are_one_stream(pieces, level):
    assert zlib.decompress(b"".join(deflated(pieces, level))) == b"".join(pieces)


def test_cutting_costs_next_to_nothing():
    pieces = [textured(40, 400, 3, np.uint8).tobytes() for _ in range(8)]
    apart = sum(len(zlib.compress(piece, 6)) for piece in pieces)
    joined = len(b"".join(deflated(pieces, 6)))
    alone = len(zlib.compress(b"".join(pieces), 6))
    assert abs(joined - alone) < 0.02 * alone + 200
    assert joined < apart


def test_what_fails_while_packing_ends_its_threads():
    def fail():
        raise OSError("no")

    before = threading.active_count()
    with pytest.raises(OSError, match="no"):
        list(in_order([lambda: b"a", fail, lambda: b"b"]))
    abandoned = in_order([lambda: b"a"] * 50)
    next(abandoned)
    abandoned.close()
    assert threading.active_count() == before


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.integers(1, 7), min_size=1, max_size=12),
    st.lists(st.tuples(st.integers(0, 5), st.integers(1, 9)), max_size=20),
)
def test_a_window_gives_any_rows_as_it_moves_down(heights, moves):
    rows = np.arange(sum(heights) * 2, dtype=np.uint8).reshape(-1, 2, 1)
    window = Window(np.split(rows, np.cumsum(heights)[:-1]))
    top = 0
    for step, count in moves:
        top = min(top + step, len(rows) - 1)
        end = min(top + count, len(rows))
        np.testing.assert_array_equal(window.rows(top, end), rows[top:end])


def test_a_window_says_that_the_picture_ended():
    window = Window([ramp()])
    with pytest.raises(ValueError, match="24 rows"):
        window.rows(20, 30)


def test_strips_are_cut_anew():
    pixels = ramp()
    cut = list(Strips.of(pixels).cut(7))
    assert [piece.shape[0] for piece in cut] == [7, 7, 7, 3]
    np.testing.assert_array_equal(np.concatenate(cut), pixels)


def test_a_damaged_chunk_is_named_in_characters_that_can_be_read(tmp_path):
    path = tmp_path / "odd.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    with pytest.raises(Problem) as caught:
        stored_strips(path)
    assert "0x00000000" in caught.value.what
    assert caught.value.what.isprintable()
