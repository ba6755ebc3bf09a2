from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from pixelwatt.api import Problem
from pixelwatt_upscaler.core.sources import open_source

from .made_media import flat


@pytest.fixture
def folder(tmp_path):
    for number in (10, 2, 1):
        Image.fromarray(flat((number, 0, 0))).save(tmp_path / f"frame{number}.png")
    (tmp_path / "frame3.png").write_bytes(b"\x89PNG damaged")
    (tmp_path / "notes.txt").write_text("no picture")
    return tmp_path


def test_pictures_come_in_the_order_of_their_numbers(folder):
    with open_source(folder) as source:
        assert source.info.frames == 4
        frames = [source.read() for _ in range(3)]
        assert source.read() is None
        assert "frame3.png" in source.info.notes[0]
    assert [int(frame.pixels[0, 0, 0]) for frame in frames] == [1, 2, 10]
    times = [frame.timestamp_s for frame in frames]
    assert times == sorted(times)


def test_a_seek_turns_to_a_picture(folder):
    with open_source(folder) as source:
        source.seek(1.0)
        assert np.unique(source.read().pixels[:, :, 0]) == [2]
        source.seek(0.0)
        assert np.unique(source.read().pixels[:, :, 0]) == [1]


def test_a_folder_without_pictures_is_a_problem(tmp_path):
    with pytest.raises(Problem, match="no picture"):
        open_source(tmp_path)
