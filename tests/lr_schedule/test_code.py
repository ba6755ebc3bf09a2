"""Code out and in: the round trip keeps the curve, and nothing pasted is ever run."""

from __future__ import annotations

import math
import types
from contextlib import suppress
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pixelwatt.api import Problem
from pixelwatt_lr_schedule.core import expression
from pixelwatt_lr_schedule.core.catalogue import examples
from pixelwatt_lr_schedule.core.code_in import read_code
from pixelwatt_lr_schedule.core.code_out import DIALECTS, export
from pixelwatt_lr_schedule.core.presets import essay
from pixelwatt_lr_schedule.core.registry import build
from pixelwatt_lr_schedule.core.sampling import sample_schedule
from pixelwatt_lr_schedule.core.spec import Spec


def values(spec: Spec) -> np.ndarray:
    schedule = build(spec)
    return sample_schedule(schedule, min(spec.steps, schedule.ends or spec.steps)).lrs


@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_schedule_survives_the_round_trip(dialect: str):
    for spec in examples():
        short = replace(spec, steps=min(spec.steps, build(spec).ends or spec.steps, 150))
        back = read_code(export(short, dialect)).spec
        assert back.steps == short.steps
        loose = spec.library == "keras"  # computed in float32 there
        ours, theirs = values(short), values(replace(back, steps=short.steps))
        assert theirs == pytest.approx(ours, rel=1e-5 if loose else 1e-9,
                                       abs=1e-7 if loose else 1e-13), spec.title  # fmt: skip


POINTS = st.lists(st.tuples(st.integers(0, 400), st.floats(1e-6, 1.0)), min_size=1, max_size=6).map(
    lambda points: sorted(map(list, points), key=lambda point: point[0])
)
SHAPES = st.lists(
    st.sampled_from(["linear", "cosine", "exponential", "1-sqrt", "hold"]), max_size=5
)


@settings(max_examples=60, deadline=None)
@given(POINTS, SHAPES, st.sampled_from(list(DIALECTS)))
def test_drawn_schedules_survive_the_round_trip(points, shapes, dialect):
    spec = Spec("pixelwatt", "drawn", {"points": points, "shapes": shapes}, 1.0, 420)
    back = read_code(export(spec, dialect)).spec
    assert values(back) == pytest.approx(values(spec), rel=1e-9, abs=1e-15)


def test_exported_lambda_gives_the_curve_when_python_runs_it():
    spec = essay(400)
    line = next(x for x in export(spec, "pytorch").splitlines() if "LambdaLR" in x)
    source = line.split("optimizer, ", 1)[1].removesuffix(")")
    curve = eval(source, {"math": math})  # the test's own text, to see what a program would do
    assert [curve(k) for k in range(400)] == pytest.approx(values(spec), rel=1e-9)


def test_exported_scheduler_runs_in_torch():
    torch = pytest.importorskip("torch", reason="torch is not installed; pip install torch")
    for spec in (s for s in examples() if s.library == "torch"):
        # Longer than the plateau's metric: the loop must not run past its end.
        short = replace(spec, steps=200)
        parameters = [torch.nn.Parameter(torch.zeros(1))]
        seen: list[float] = []
        model = types.SimpleNamespace(parameters=lambda made=parameters: made)
        code = export(short, "pytorch").replace(
            "    optimizer.step()\n",
            "    seen.append(optimizer.param_groups[0]['lr'])\n    optimizer.step()\n",
        )
        exec(code, {"model": model, "seen": seen})  # exported by us
        assert seen == pytest.approx(values(short), rel=1e-9, abs=1e-12)


def test_exported_plateau_loop_stops_stepping_where_its_metric_ends():
    spec = Spec("torch", "ReduceLROnPlateau", {"factor": 0.5, "metric": [1.0, 0.9]}, 0.1, 5)
    loop = export(spec, "pytorch").split("\n\nfor update", 1)[1]
    seen: list[float] = []
    names = {
        "metric": [1.0, 0.9],
        "optimizer": types.SimpleNamespace(step=lambda: None),
        "scheduler": types.SimpleNamespace(step=seen.append),
    }
    exec(f"for update{loop}", names)  # exported by us
    assert seen == [1.0, 0.9]


def test_paste_of_a_training_script():
    found = read_code(
        "import torch\n"
        "from transformers import get_cosine_schedule_with_warmup\n"
        "epochs, lr = 3, 2e-4\n"
        "epochs = 3\nper_epoch = 100\nlr = 2e-4\n"
        "optimizer = torch.optim.AdamW(model.parameters(), lr=lr)\n"
        "scheduler = get_cosine_schedule_with_warmup(\n"
        "    optimizer, num_warmup_steps=int(0.1 * epochs * per_epoch),\n"
        "    num_training_steps=epochs * per_epoch)\n"
    )
    assert found.spec.schedule == "get_scheduler:cosine"
    assert found.spec.base_lr == 2e-4
    assert found.spec.params["num_warmup_steps"] == 30
    assert found.spec.params["num_training_steps"] == 300


def test_positional_arguments_are_bound_in_the_librarys_order():
    found = read_code("import optax\ns = optax.warmup_cosine_decay_schedule(0.0, 0.1, 10, 100)\n")
    assert found.spec.params == {
        "init_value": 0.0, "peak_value": 0.1, "warmup_steps": 10, "decay_steps": 100
    }  # fmt: skip


@pytest.mark.parametrize(
    ("code", "named"),
    [
        ("import os\nos.system('true')\n", r"Line 2: os\.system\(\)"),
        ("x = 1\n\n__import__('os')\n", r"Line 3: __import__\(\)"),
        ("s = lr_scheduler.LambdaLR(o, lambda k: open('x'))\n", r"open\(\)"),
        ("s = lr_scheduler.StepLR(o, step_size=10, gama=0.1)\n", "Line 1: .*gama"),
        ("def f(:\n", "Line 1 is not valid Python"),
        ("x = 3\n", "no learning-rate schedule"),
        ("raise SystemExit\n", "Line 1: Raise"),
    ],
)
def test_what_is_unknown_is_named_with_its_line(code: str, named: str):
    with pytest.raises(Problem, match=named):
        read_code(code)


def test_pasted_code_is_never_run(tmp_path):
    target = tmp_path / "made"
    for code in (
        f"open({str(target)!r}, 'w')\n",
        f"s = optax.constant_schedule(open({str(target)!r}, 'w'))\n",
        f"s = lr_scheduler.LambdaLR(o, lambda k: open({str(target)!r}, 'w') or 1)\n",
        f"class A:\n    x = open({str(target)!r}, 'w')\n",
    ):
        with pytest.raises(Problem):
            read_code(code)
    assert not target.exists()


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str):
    with suppress(Problem):
        read_code(text)


PARTS = [
    *("optax.", "constant_schedule(", "1e-3", ")", "lambda", "s=", "k", "**", "[", "]", "9e99"),
    *("torch.optim.SGD(", "lr=", "'x'", "for", "):", "x[", "a.b(", "StepLR(", "schedulers=["),
    *("None", "-", "{", "}", ",", " ", "\n", "for i in range("),
]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=25))
def test_scraps_of_code_are_read_or_refused(parts: list[str]):
    with suppress(Problem):
        read_code("".join(parts))


@pytest.mark.parametrize("source", ["k.__class__", "[k for k in ()]", "f'{k}'", "exec(k)", "k if",
                                    "(lambda: k)()", "math.factorial(k)",
                                    "x" * 300_000])  # fmt: skip
def test_formulas_refuse_what_is_not_arithmetic(source: str):
    with pytest.raises(Problem):
        expression.parse(source)


def test_formula_is_evaluated_as_python_would():
    text = "0.1 * (k / 10 if k < 10 else 0.5 * (1 + math.cos(math.pi * (k - 10) / 90)))"
    ours = expression.parse(text)(np.arange(100.0))
    assert ours == pytest.approx([eval(text, {"math": math, "k": k}) for k in range(100)])


def test_num_processes_stretches_the_curve():
    spec = Spec("torch", "StepLR", {"step_size": 10, "gamma": 0.5}, 0.1, 80)
    back = read_code(export(spec, "hf", num_processes=4)).spec
    assert values(back)[:80:4] == pytest.approx(values(spec)[:20])
