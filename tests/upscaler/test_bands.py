"""Bands together are what the whole picture would be, and take no more memory for a larger one."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pixelwatt.api import Cancelled, Problem
from pixelwatt_upscaler.core import (
    bands,
    conversion,
    methods,
    model_memory,
    strip_readers,
    strip_writers,
)
from pixelwatt_upscaler.core.conversion import Settings, convert
from pixelwatt_upscaler.core.enlarging import Enlarger
from pixelwatt_upscaler.core.export_pictures import save_picture
from pixelwatt_upscaler.core.frames import Frame, Size
from pixelwatt_upscaler.core.onnx_model import inspect
from pixelwatt_upscaler.core.pictures import read_picture
from pixelwatt_upscaler.core.strips import Strips

from .made_models import saved, upscaler


@given(
    height=st.integers(1, 300),
    rows=st.integers(0, 60),
    halo=st.integers(0, 20),
    multiple=st.sampled_from([1, 2, 4, 6]),
)
def test_bands_cover_every_row_once_and_see_the_halo(height, rows, halo, multiple):
    kept = 0
    for band in bands.bands(height, rows, halo, multiple):
        assert band.keep_from == kept < band.keep_to <= height
        assert band.start % multiple == 0
        assert band.end % multiple == 0 or band.end == height
        assert band.start <= max(0, band.keep_from - halo)
        assert band.end >= min(height, band.keep_to + halo)
        kept = band.keep_to
    assert kept == height


def noise(height, width, channels, dtype):
    random = np.random.default_rng(height)
    return random.integers(0, np.iinfo(dtype).max, (height, width, channels)).astype(dtype)


def both(method, pixels, output):
    """The picture made whole, and in bands."""
    bits = pixels.dtype.itemsize * 8

    def make(size, larger):
        return Enlarger(method, size, larger, provider="cpu", bits=bits)

    source = Size(pixels.shape[1], pixels.shape[0])
    reach = methods.reach(method, output.width / source.width)
    whole = make(source, output).run(Frame(pixels)).pixels
    work = bands.BandEnlarger(Strips.of(pixels), output, reach, make)
    parts = list(work.strips().pieces)
    assert len(parts) > 1
    return whole, np.concatenate(parts)


@pytest.fixture(autouse=True)
def small_bands(monkeypatch):
    monkeypatch.setattr(bands, "BAND_BYTES", 3_000)
    monkeypatch.setattr(strip_readers, "_STRIP_BYTES", 700)
    monkeypatch.setattr(strip_writers, "_STRIP_BYTES", 2_000)
    monkeypatch.setattr(conversion, "LARGE_BYTES", 100)
    monkeypatch.setattr(model_memory, "inspect_apart", lambda p: inspect(p.read_bytes(), p.name))


# At 3/2 and 4/3 some samples of "nearest" fall between two pixels, and either is the nearest.
@pytest.mark.parametrize(
    ("method", "factor"),
    [
        *product(["nearest", "bilinear", "bicubic", "lanczos", "fsr1"], [(2, 1), (3, 1)]),
        *product(["bilinear", "bicubic", "lanczos", "fsr1"], [(3, 2), (4, 3)]),
    ],
)
def test_filters_in_bands_equal_the_whole(method, factor):
    pixels = noise(96, 36, 3, np.uint8)
    larger = Size(36 * factor[0] // factor[1], 96 * factor[0] // factor[1])
    whole, parts = both(method, pixels, larger)
    # Where a sample falls exactly on a pixel, the last bit may choose either side of it.
    np.testing.assert_allclose(parts.astype(int), whole, rtol=0, atol=1)
    assert (parts != whole).mean() < 0.001


@pytest.mark.parametrize("channels", [1, 3, 4])
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("method", ["bicubic", "m-fast"])
def test_every_kind_of_picture_in_bands(method, channels, dtype):
    pixels = noise(91, 40, channels, dtype)
    whole, parts = both(method, pixels, Size(80, 182))
    tolerance = 0 if method == "bicubic" else np.iinfo(dtype).max / 2**15
    np.testing.assert_allclose(parts.astype(float), whole, rtol=0, atol=max(1, tolerance))


@settings(max_examples=12, deadline=None)
@given(
    scale=st.integers(1, 3),
    wanted=st.integers(1, 3),
    depth=st.integers(1, 3),
    multiple=st.sampled_from([1, 2, 4]),
    height=st.integers(120, 170),
)
def test_models_in_bands_equal_the_whole(tmp_path_factory, scale, wanted, depth, multiple, height):
    made = upscaler(scale=scale, depth=depth, multiple=multiple, strength=0.1)
    path = saved(made, tmp_path_factory.mktemp("model") / "m.onnx")
    pixels = noise(height, 30, 3, np.uint8)
    whole, parts = both(str(path), pixels, Size(30 * wanted, height * wanted))
    np.testing.assert_allclose(parts.astype(int), whole, rtol=0, atol=1)


@pytest.mark.parametrize("suffix", [".png", ".tif"])
@pytest.mark.parametrize("channels", [3, 4])
def test_a_large_file_is_converted_in_bands_and_is_the_same(
    tmp_path, monkeypatch, suffix, channels
):
    source, target = tmp_path / f"in{suffix}", tmp_path / f"out{suffix}"
    save_picture(Frame(noise(80, 40, channels, np.uint16)), source)
    shares = []
    report = convert(source, target, Settings("lanczos"), lambda done, _text: shares.append(done))
    assert report.plan.output == Size(80, 160)
    assert report.placement.provider == "OpenCV"
    known = [share for share in shares if share is not None]
    assert len(known) > 5
    assert known == sorted(known)
    assert known[-1] == 1.0
    monkeypatch.setattr(conversion, "LARGE_BYTES", 10**9)
    whole = tmp_path / f"whole{suffix}"
    convert(source, whole, Settings("lanczos"), lambda *_: None)
    np.testing.assert_array_equal(read_picture(target).pixels, read_picture(whole).pixels)


def test_stopped_or_damaged_half_way_a_large_picture_leaves_nothing(tmp_path):
    source, target = tmp_path / "in.png", tmp_path / "out" / "out.png"
    target.parent.mkdir()
    save_picture(Frame(noise(200, 40, 3, np.uint8)), source)

    def stop(done, _text):
        if done and done > 0.4:
            raise Cancelled

    with pytest.raises(Cancelled):
        convert(source, target, Settings("bicubic"), stop)
    assert list(target.parent.iterdir()) == []
    source.write_bytes(source.read_bytes()[:-4000])
    with pytest.raises(Problem, match=r"in\.png"):
        convert(source, target, Settings("bicubic"), lambda *_: None)
    assert list(target.parent.iterdir()) == []
