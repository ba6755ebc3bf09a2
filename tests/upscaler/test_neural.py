"""Upscaling with models end to end: any factor, any size, and every fallback in the open."""

from __future__ import annotations

import numpy as np
import onnx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pixelwatt.api import Problem, UsageError
from pixelwatt_upscaler.core import methods, model_memory, neural, providers
from pixelwatt_upscaler.core.frames import Size
from pixelwatt_upscaler.core.loaded_model import Runner
from pixelwatt_upscaler.core.model_catalogue import (
    ModelCard,
    add_user_model,
    nearest_scale,
    user_models,
)
from pixelwatt_upscaler.core.neural import NeuralUpscaler
from pixelwatt_upscaler.core.onnx_model import inspect
from pixelwatt_upscaler.core.sessions import OutOfMemory, ProviderFailed

from .made_models import saved, upscaler


@pytest.fixture(autouse=True)
def _inspect_here(monkeypatch):
    """Inspection in a process of its own is tested in test_onnx_model."""
    monkeypatch.setattr(
        model_memory, "inspect_apart", lambda path: inspect(path.read_bytes(), path.name)
    )


@pytest.fixture
def model(tmp_path):
    return saved(upscaler(), tmp_path / "user.onnx")


def noise(width, height, dtype=np.uint8):
    top = np.iinfo(dtype).max
    return np.random.default_rng(5).integers(0, top, (height, width, 3), dtype, endpoint=True)


def made(path, size, output, **options):
    chosen = methods.method(str(path))
    return NeuralUpscaler(chosen, methods.cards_of(str(path))[0], size, output, **options)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    width=st.integers(1, 50), height=st.integers(1, 50),
    out_width=st.integers(1, 160), out_height=st.integers(1, 160), deep=st.booleans(),
)  # fmt: skip
def test_any_size_becomes_any_size(model, width, height, out_width, out_height, deep):
    rgb = noise(width, height, np.uint16 if deep else np.uint8)
    upscaler_ = made(model, Size(width, height), Size(out_width, out_height))
    result = upscaler_.run(rgb)
    upscaler_.close()
    assert result.shape == (out_height, out_width, 3)
    assert result.dtype == rgb.dtype


@pytest.mark.parametrize("multiple", [1, 4])
def test_tiles_give_the_same_picture(tmp_path, multiple):
    path = saved(upscaler(multiple=multiple, strength=0.1), tmp_path / "m.onnx")
    rgb = noise(83, 61)
    whole, tiled = (
        made(path, Size(83, 61), Size(166, 122), tile=tile).run(rgb) for tile in (None, 40)
    )
    assert np.abs(whole.astype(int) - tiled).max() <= 1


def test_a_fixed_size_model_takes_any_picture(tmp_path):
    path = saved(upscaler(fixed=(32, 24)), tmp_path / "m.onnx")
    free = saved(upscaler(), tmp_path / "free.onnx")
    rgb = noise(70, 50)
    fixed = made(path, Size(70, 50), Size(140, 100)).run(rgb)
    assert np.abs(fixed.astype(int) - made(free, Size(70, 50), Size(140, 100)).run(rgb)).max() <= 1
    assert made(path, Size(9, 7), Size(18, 14)).run(noise(9, 7)).shape == (14, 18, 3)


def test_a_result_is_not_overwritten_by_the_next(model):
    upscaler_ = made(model, Size(20, 20), Size(40, 40))
    first = upscaler_.run(noise(20, 20))
    kept = first.copy()
    upscaler_.run(np.zeros((20, 20, 3), np.uint8))
    assert (first == kept).all()


def test_on_a_machine_without_gpu_the_cpu_says_why(model):
    placement = made(model, Size(8, 8), Size(16, 16)).placement
    assert placement.provider == "CPU"
    assert placement.nodes == placement.nodes_on_provider > 0
    ((where, kinds),) = placement.operators
    assert where == "CPU"
    assert "Conv" in kinds
    if len(providers.choose("auto")) == 1:
        assert "because" in placement.summary


def test_the_cpu_needs_no_reason_when_it_was_asked_for(model):
    assert made(model, Size(8, 8), Size(16, 16), provider="cpu").placement.summary == "CPU"


def test_a_provider_that_is_missing_is_told_and_replaced(model):
    missing = next(
        each for each in providers.PROVIDERS
        if not isinstance(providers.state(each), providers.Available)
    )  # fmt: skip
    told = []
    upscaler_ = made(model, Size(8, 8), Size(16, 16), provider=missing.id, notice=told.append)
    assert upscaler_.run(noise(8, 8)).shape == (16, 16, 3)
    assert upscaler_.placement.provider == "CPU"
    assert missing.title in upscaler_.placement.reason
    assert any(missing.title in text for text in told)


class _Failing:
    """Stands for a runner on a GPU that fails in the middle of a film."""

    def __init__(self, error, after=0):
        self.error = error
        self.left = after
        self.placement = methods.Placement("CUDA", 3, 3)

    def run(self, rgb):
        if self.left == 0:
            raise self.error
        self.left -= 1
        return np.repeat(np.repeat(rgb, 2, axis=0), 2, axis=1)

    def close(self):
        """Holds nothing."""


def test_a_provider_failing_mid_run_keeps_playing_on_the_cpu(model, monkeypatch):
    gpu = next(each for each in providers.PROVIDERS if each.id == "cuda")
    cpu = providers.choose("cpu")
    monkeypatch.setattr(neural.providers, "choose", lambda _wanted: [providers.Choice(gpu), *cpu])
    real = neural.LoadedModel.runner
    failing = _Failing(ProviderFailed("The device was removed."), after=1)

    def runner(self, choice, *rest):
        return failing if choice.provider is gpu else real(self, choice, *rest)

    monkeypatch.setattr(neural.LoadedModel, "runner", runner)
    monkeypatch.setattr(neural.Stage, "_check_agreement", lambda _self, _choice: None)
    told = []
    upscaler_ = made(model, Size(20, 10), Size(40, 20), provider="cuda", notice=told.append)
    assert upscaler_.placement.provider == "CUDA"
    upscaler_.run(noise(20, 10))
    result = upscaler_.run(noise(20, 10))
    assert result.shape == (20, 40, 3)
    assert upscaler_.placement.summary == "CPU, because CUDA: The device was removed"
    assert told == ["CUDA failed, going on with CPU: The device was removed."]


def test_lack_of_memory_makes_tiles_smaller_and_says_so(model, monkeypatch):
    real = Runner.run

    def run(self, rgb):
        if rgb.shape[0] * rgb.shape[1] > 70 * 70:
            raise OutOfMemory("There is not enough memory for this picture.")
        return real(self, rgb)

    monkeypatch.setattr(Runner, "run", run)
    told = []
    upscaler_ = made(model, Size(200, 150), Size(400, 300), notice=told.append)
    assert upscaler_.run(noise(200, 150)).shape == (300, 400, 3)
    assert "100×100" in told[0]
    assert "50×50" in told[1]


def test_when_even_small_tiles_do_not_fit_the_problem_is_told(model, monkeypatch):
    def run(_self, _rgb):
        raise OutOfMemory("There is not enough memory for this picture.")

    monkeypatch.setattr(Runner, "run", run)
    upscaler_ = made(model, Size(100, 100), Size(200, 200))
    with pytest.raises(Problem, match="not enough memory"):
        upscaler_.run(noise(100, 100))


def test_values_that_are_no_numbers_are_never_shown(model, monkeypatch):
    upscaler_ = made(model, Size(10, 10), Size(20, 20))
    session = upscaler_._stage.prepare()._session
    monkeypatch.setattr(session, "run", lambda: np.full((1, 3, 20, 20), np.nan, np.float32))
    with pytest.raises(Problem, match="NaN"):
        upscaler_.run(noise(10, 10))


def test_a_small_memory_limit_means_tiles(tmp_path, monkeypatch):
    path = saved(upscaler(), tmp_path / "m.onnx")
    monkeypatch.setattr(neural, "memory_limit", lambda: 10_000_000)
    upscaler_ = made(path, Size(300, 200), Size(600, 400))
    assert upscaler_._stage._tile.width < 300
    assert upscaler_.run(noise(300, 200)).shape == (400, 600, 3)


@pytest.mark.parametrize(
    ("factor", "expected"),
    [(1, 2), (1.5, 2), (1.724, 2), (2, 2), (2.4, 2), (2.5, 3), (3, 3), (4, 3), (5, 6), (9, 6)],
)
def test_the_nearest_trained_scale_runs(factor, expected):
    cards = [ModelCard(f"x{scale}", None, "", "M", "photo", scale) for scale in (2, 3, 6)]
    assert nearest_scale(cards, factor).scale == expected


def test_added_models_are_tried_kept_and_listed(tmp_path, model):
    first = add_user_model(model)
    assert add_user_model(model) == first, "the same model is there already"
    onnx.save(upscaler(seed=5), model)
    second = add_user_model(model)
    assert {each.id for each in user_models()} == {first.id, second.id} == {"user", "user-2"}
    assert "user" in [each.id for each in methods.list_methods()]
    bad = tmp_path / "bad.onnx"
    bad.write_bytes(b"no model")
    with pytest.raises(Problem, match="not an ONNX model"):
        add_user_model(bad)
    assert len(user_models()) == 2


def test_an_unknown_method_names_the_known_ones():
    with pytest.raises(UsageError, match="lanczos"):
        methods.create_upscaler("waifu", Size(2, 2), Size(4, 4))


@pytest.mark.parametrize("name", ["nearest", "bilinear", "bicubic", "lanczos"])
def test_filters_keep_a_flat_picture_flat(name):
    flat = np.full((7, 9, 3), 77, np.uint8)
    result = methods.create_upscaler(name, Size(9, 7), Size(27, 21)).run(flat)
    assert (result == 77).all()
    assert result.shape == (21, 27, 3)


def test_nearest_is_centred():
    ramp = np.arange(4, dtype=np.uint8).reshape(1, 4, 1).repeat(3, axis=2)
    result = methods.create_upscaler("nearest", Size(4, 1), Size(8, 1)).run(ramp)
    assert result[0, :, 0].tolist() == [0, 0, 1, 1, 2, 2, 3, 3]


def test_a_model_that_changes_its_mind_about_its_size_is_a_problem(tmp_path, monkeypatch):
    """A correction by hand can be wrong; the picture must not be."""
    path = saved(upscaler(scale=2), tmp_path / "m.onnx")
    info = inspect(path.read_bytes(), "m.onnx")
    model_memory.correct(info, scale=3)
    upscaler_ = made(path, Size(10, 10), Size(30, 30))
    with pytest.raises(Problem):
        upscaler_.run(noise(10, 10))
