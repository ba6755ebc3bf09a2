"""The demo scene's painter, and the clip and still that are shipped."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image
from training.demo import lettering
from training.demo.canvas import Canvas, box, disc, encoded, linear, ramp, stroke
from training.demo.scene import Scene

DEMO = Path(__file__).parents[2] / "resources" / "pixelwatt_resources" / "demo"


def test_coverage_is_the_share_of_each_pixel_to_a_sample():
    canvas = Canvas(16, 9)
    # One pixel of this canvas is 80 design units: half of one is covered, another whole,
    # a third not. OpenCV also fills the samples that an edge only touches.
    covered = canvas.coverage([box(160, 160, 200, 240), box(400, 320, 480, 400)])
    assert 0.5 <= covered[2, 2] <= 0.75
    assert covered[4, 5] == 1
    assert covered[0, 0] == 0


def test_a_disc_covers_its_area():
    canvas = Canvas(320, 180)
    units = canvas.coverage([disc(640, 360, 200, 90)]).sum() * (1280 / 320) ** 2
    assert units == pytest.approx(np.pi * 200**2, rel=0.02)


def test_what_lies_outside_is_left_out():
    canvas = Canvas(16, 9)
    assert canvas.coverage([box(0, 800, 100, 900)]).sum() == 0
    assert canvas.coverage([box(-500, -500, 5000, 5000)]).min() == 1


def test_srgb_goes_there_and_back_and_mixes_between_its_stops():
    values = np.linspace(0, 1, 256, dtype=np.float32)
    assert np.allclose(encoded(linear(values)), values, atol=1e-5)
    middle = encoded(ramp({0.0: "#000000", 1.0: "#ff8000"}, np.float32([0.5])))
    assert np.allclose(middle, [[0.5, 64 / 255, 0]], atol=1e-3)


def test_stroke_is_as_wide_as_its_pen():
    outline = stroke(np.array([[0.0, 0.0], [10.0, 0.0]]), 2.0)
    assert sorted(set(outline[:, 1])) == [-1.0, 1.0]


def test_the_loop_is_seamless_and_the_same_every_time(monkeypatch):
    monkeypatch.setattr(lettering, "set_lines", lambda canvas, fonts: [])
    scene = Scene(160, 90, fonts=None)
    start, end = scene.draw(0.0), scene.draw(1.0)
    assert np.abs(start.astype(int) - end).mean() < 0.05
    assert np.array_equal(scene.draw(0.0), start)
    assert np.abs(scene.draw(0.4).astype(int) - start).mean() > 1


def test_shipped_clip_plays_loops_and_says_its_colours():
    with av.open(str(DEMO / "demo.mp4")) as container:
        stream = container.streams.video[0]
        context = stream.codec_context
        assert (context.width, context.height, context.pix_fmt) == (1280, 720, "yuv420p")
        assert stream.average_rate == 30
        # 1 is BT.709 in ISO/IEC 23001-8, for matrix, primaries and transfer alike.
        assert (context.colorspace, context.color_primaries, context.color_trc) == (1, 1, 1)
        frames = [frame.to_ndarray(format="gray") for frame in container.decode(stream)]
    assert len(frames) == 270

    def change(one, other):
        return np.abs(one.astype(int) - other).mean()

    assert change(frames[-1], frames[0]) < 2 * change(frames[-2], frames[-1])


def test_demo_media_are_large_enough_to_show_and_small_enough_to_ship():
    with Image.open(DEMO / "demo.png") as still:
        assert still.size >= (1920, 1080)
    assert sum(file.stat().st_size for file in DEMO.iterdir()) < 6_000_000
