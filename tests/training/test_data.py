"""Pictures taken down, patches cut, scenes rendered: what the models learn from."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image
from training.patches import PatchSampler
from training.pictures import PHOTO_MIX, Pair, luma, photo_pairs, take_down
from training.scenes.render import HELD_OUT_SEEDS, SAMPLES, one_sample, sample_grid, truth
from training.sources import SCENES, VALIDATION_SEEDS, training_pairs, training_seeds

from training import TrainingError


def noise(rows: int, columns: int, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (rows, columns), dtype=np.uint8)


def test_luma_is_full_range_bt601():
    picture = Image.new("RGB", (1, 1), (255, 0, 0))
    assert luma(picture)[0, 0] == 76
    assert luma(Image.new("RGB", (1, 1), (255, 255, 255)))[0, 0] == 255


@pytest.mark.parametrize("how", PHOTO_MIX)
@pytest.mark.parametrize("scale", [2, 3, 4])
def test_every_way_of_taking_down_keeps_the_mean_and_divides_the_size(how, scale):
    high = np.clip(noise(48, 72) // 4 + 90, 0, 255).astype(np.uint8)
    low = take_down(high, scale, how, np.random.default_rng(0))
    assert low.shape == (48 // scale, 72 // scale)
    assert low.mean() == pytest.approx(high.mean(), abs=1.5)


def test_area_is_the_mean_of_each_block():
    high = np.array([[0, 100], [100, 200]], np.uint8).repeat(4, axis=1)
    assert take_down(high, 2, "area", np.random.default_rng(0)).tolist() == [[50, 50, 150, 150]]


def test_patches_are_the_same_for_the_same_seed_and_low_matches_high():
    high = noise(96, 96)
    low = take_down(high, 2, "area", np.random.default_rng(0))
    pairs = [Pair(high, {"area": low}, "noise")]
    first, again = (
        PatchSampler(pairs, {"area": 1.0}, scale=2, size=16, seed=5).batch(6) for _ in range(2)
    )
    assert np.array_equal(first[0], again[0])
    lows, highs = first
    assert lows.shape == (6, 1, 16, 16)
    assert highs.shape == (6, 1, 32, 32)
    blocks = highs.reshape(6, 1, 16, 2, 16, 2).mean(axis=(3, 5))
    assert np.abs(blocks - lows).max() < 1.01 / 255


def test_detailed_places_are_drawn_more_often():
    flat, rough = np.full((64, 64), 128, np.uint8), noise(64, 64)
    pairs = [Pair(part, {"as it is": part}, "") for part in (flat, rough)]
    lows, _ = PatchSampler(pairs, {"as it is": 1.0}, scale=1, size=16, seed=1).batch(200)
    assert (lows.std(axis=(1, 2, 3)) > 0.01).mean() > 0.85


def test_a_picture_smaller_than_a_patch_is_refused_in_words():
    pair = Pair(noise(8, 8), {"area": noise(4, 4)}, "")
    with pytest.raises(TrainingError, match="as large as a patch of 32"):
        PatchSampler([pair], {"area": 1.0}, scale=2, size=16, seed=0)


def test_prepared_pairs_come_back_from_the_cache_as_they_were(tmp_path):
    Image.fromarray(np.dstack([noise(800, 820, seed) for seed in range(3)])).save(
        tmp_path / "b.png"
    )
    Image.fromarray(np.dstack([noise(600, 640, seed) for seed in range(3)])).save(
        tmp_path / "a.png"
    )
    made, kept = training_pairs("photo", [tmp_path], 4, tmp_path / "cache")
    (written,) = (tmp_path / "cache").iterdir()
    stamp = written.stat().st_mtime_ns
    read, kept_again = training_pairs("photo", [tmp_path], 4, tmp_path / "cache")
    assert written.stat().st_mtime_ns == stamp
    assert [pair.name for pair in made] == ["b"]
    assert [pair.name for pair in read] == ["b"]
    assert np.array_equal(read[0].low["area"], made[0].low["area"])
    assert len(kept) == len(kept_again) == 1
    # Other pictures are prepared anew; what was prepared before is not taken for them.
    Image.fromarray(noise(500, 640)).save(tmp_path / "c.png")
    assert [p.name for p in training_pairs("photo", [tmp_path], 4, tmp_path / "cache")[0]] == [
        "b",
        "c",
    ]


def test_training_without_pictures_is_refused_in_words(tmp_path):
    with pytest.raises(TrainingError, match="0 pictures found in no folder"):
        training_pairs("photo", [], 2, tmp_path)


def test_training_scenes_leave_the_validation_scenes_out():
    assert training_seeds(120) == list(range(120))
    more = training_seeds(200)
    assert len(more) == len(set(more)) == 200
    assert not set(more) & {*VALIDATION_SEEDS, *HELD_OUT_SEEDS}


def test_large_photographs_are_also_used_at_half_size(tmp_path):
    Image.fromarray(noise(1000, 1200)).save(tmp_path / "a.png")
    pairs = photo_pairs([tmp_path / "a.png"], 4, seed=0)
    assert [pair.high.shape for pair in pairs] == [(1000, 1200), (500, 600)]


def test_a_scene_is_the_same_every_time_and_its_truth_is_the_mean_of_its_samples():
    grid = sample_grid(7, 36, 48)
    assert np.array_equal(grid, sample_grid(7, 36, 48))
    assert not np.array_equal(grid, sample_grid(8, 36, 48))
    blocks = grid.reshape(36, SAMPLES, 48, SAMPLES, 3).mean(axis=(1, 3))
    assert np.abs(truth(grid) - blocks).max() <= 0.5


@pytest.mark.parametrize("scale", [1, 2, 3, 4, 6])
def test_one_sample_frames_hold_samples_from_the_middle_of_each_block(scale):
    grid = sample_grid(3, 36, 48)
    low = one_sample(grid, scale)
    assert low.shape == (36 // scale, 48 // scale, 3)
    step = SAMPLES * scale
    assert np.array_equal(low[1, 2], grid[step + step // 2, 2 * step + step // 2])


def test_held_out_scenes_are_never_trained_on():
    assert not set(HELD_OUT_SEEDS) & set(range(SCENES + 8))
