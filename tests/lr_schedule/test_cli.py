"""The command line: its JSON contract, its exit codes, its messages."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import pytest

from pixelwatt.api import Problem, UsageError
from pixelwatt_lr_schedule import cli


@pytest.fixture
def run(capsys):
    def call(*args: object) -> dict:
        parser = argparse.ArgumentParser()
        cli.add_arguments(parser)
        assert cli.run(parser.parse_args([str(arg) for arg in args])) == 0
        return json.loads(capsys.readouterr().out)

    return call


@pytest.fixture
def spec(tmp_path) -> Path:
    path = tmp_path / "spec.json"
    path.write_text(json.dumps({
        "library": "torch", "schedule": "OneCycleLR",
        "params": {"max_lr": 0.1, "total_steps": 100}, "base_lr": 0.1, "steps": 100}))  # fmt: skip
    return path


def test_sample_gives_rates_and_momentum(run, spec):
    found = run("sample", spec, "--json")
    assert set(found) == {"lrs", "momentum", "warnings"}
    assert len(found["lrs"]) == 100
    assert found["momentum"][0] == 0.95
    assert len(run("sample", spec, "--steps", 7, "--json")["lrs"]) == 7


def test_an_impossible_spec_fails_with_the_librarys_reason(run, spec):
    with pytest.raises(Problem, match="ValueError: Tried to step 101 times"):
        run("sample", spec, "--steps", 200, "--json")


def test_wrong_usage(run, spec):
    with pytest.raises(UsageError, match="--steps is 0"):
        run("sample", spec, "--steps", 0, "--json")
    with pytest.raises(SystemExit) as exit_:
        run("export", spec, "--to", "caffe")
    assert exit_.value.code == 2


def test_export_and_import_are_inverse(run, spec, tmp_path):
    code = run("export", spec, "--to", "pytorch", "--json")["code"]
    path = tmp_path / "train.py"
    path.write_text(code)
    found = run("import", path, "--json")
    assert found["schedule"] == "OneCycleLR"
    assert found["params"]["max_lr"] == 0.1
    assert found["steps"] == 100


def test_lint_reads_how_it_is_driven(run, spec):
    data = json.loads(spec.read_text()) | {"training": {"num_processes": 2}}
    spec.write_text(json.dumps(data))
    rules = {finding["rule"]: finding for finding in run("lint", spec, "--json")["findings"]}
    assert rules["stepped-per-process"]["update"] == 50
    assert rules["stepped-per-process"]["level"] == "warning"


def test_identify(run, tmp_path):
    path = tmp_path / "metrics.csv"
    path.write_text("step,lr\n" + "\n".join(f"{k},{0.1 * 0.5 ** (k // 20)}" for k in range(100)))
    found = run("identify", path, "--json")
    assert (found["library"], found["schedule"]) == ("torch", "StepLR")
    assert found["params"] == {"step_size": 20, "gamma": 0.5}
    assert found["offset"] == 0
    assert found["max_abs_error"] < 1e-12


def test_score(run, spec):
    found = run("score", spec, "--json")
    assert found["noisy_quadratic"]["loss_over_floor"] > 1
    assert found["predicted_llm_loss"] is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "not valid JSON"),
        ("[]", "not an object"),
        ('{"library": "torch"}', "no schedule"),
        ('{"library": "jax", "schedule": "x"}', "jax is not known"),
        ('{"library": "torch", "schedule": "CosinAnnealingLR"}', "CosineAnnealingLR"),
        ('{"library": "torch", "schedule": "StepLR", "steps": -1}', "steps is -1"),
        ('{"library": "torch", "schedule": "StepLR", "base_lr": "x"}', "base_lr is x"),
        ('{"library": "torch", "schedule": "StepLR", "params": 3}', "params is not"),
    ],
)
def test_bad_specs_say_what_is_wrong(run, tmp_path, text, message):
    path = tmp_path / "spec.json"
    path.write_text(text)
    with pytest.raises(Problem, match=message):
        run("sample", path, "--json")


def test_a_missing_file_is_named(run, tmp_path):
    with pytest.raises(Problem, match=r"none\.json cannot be read"):
        run("sample", tmp_path / "none.json", "--json")


def test_the_command_line_needs_no_qt():
    import subprocess

    script = (
        "import sys, pixelwatt_lr_schedule.cli, pixelwatt_lr_schedule.plugin;"
        "print([m for m in ('numpy', 'PySide6') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"
