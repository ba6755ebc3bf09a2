from __future__ import annotations

import os
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from training.evaluate import folder_pairs, score
from training.imresize import contributions, imresize
from training.methods import classics

SET14 = os.environ.get("PIXELWATT_SET14", "")


@pytest.mark.parametrize("scale", [Fraction(1, 2), Fraction(1, 3), Fraction(1, 4), 2, 3])
def test_agrees_with_pillows_antialiased_bicubic_away_from_the_borders(scale):
    # Of middling contrast: Pillow also clips between its two passes.
    picture = np.random.default_rng(1).integers(70, 186, (96, 120), dtype=np.uint8)
    made = imresize(picture, scale)
    size = (int(120 * scale), int(96 * scale))
    theirs = np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.BICUBIC))
    border = 10 if scale in (2, 3) else 4
    inner = (slice(border, -border), slice(border, -border))
    difference = np.abs(made[inner].astype(int) - theirs[inner])
    assert difference.max() <= 1


def test_first_halved_pixel_is_the_mirrored_sum_worked_out_by_hand():
    # Taps at distances 0.25, 0.75, 1.25, 1.75 of Keys' kernel, both ways; the row's left
    # half is mirrored: pixels 0 1 2 3 and again 0 1 2 3.
    kernel = np.array([0.8671875, 0.2265625, -0.0703125, -0.0234375]) / 2
    row = np.array([10.0, 200.0, 30.0, 120.0])
    # The first output sits between pixels 0 and 1: 1 and 0 near, then 2 and -1 -> 0, ...
    near = kernel[0] * (row[0] + row[1]) + kernel[1] * (row[2] + row[0])
    far = kernel[2] * (row[3] + row[1]) + kernel[3] * (row[3] + row[2])
    # Pixel 4 mirrors to 3 in a row of four.
    made = imresize(np.tile(row.astype(np.uint8), (4, 1)), Fraction(1, 2))
    assert made[0, 0] == round(near + far)


@given(
    length=st.integers(2, 60),
    scale=st.sampled_from(
        [Fraction(1, 2), Fraction(1, 3), Fraction(1, 4), Fraction(2), Fraction(3)]
    ),
)
@settings(max_examples=40, deadline=None)
def test_weights_of_each_output_sum_to_one_and_stay_inside(length, scale):
    wanted = int(np.ceil(length * scale))
    weights, places = contributions(length, wanted, float(scale))
    assert np.allclose(weights.sum(axis=1), 1)
    assert places.min() >= 0
    assert places.max() < length


def test_a_flat_picture_stays_flat():
    assert (imresize(np.full((12, 15, 3), 77, np.uint8), Fraction(1, 3)) == 77).all()


@pytest.mark.skipif(not SET14, reason="PIXELWATT_SET14 names no folder with Set14's x2, x3, x4")
@pytest.mark.parametrize(("scale", "published"), [(2, 30.22), (3, 27.53), (4, 25.99)])
def test_set14_bicubic_is_the_published_baseline(scale, published):
    bicubic = [method for method in classics(scale) if method.name == "bicubic"]
    found = score("Set14", "bicubic", folder_pairs(Path(SET14), scale, "bicubic"), bicubic)
    assert found[0].psnr_y_db == pytest.approx(published, abs=0.01)
