"""Logs of every format, cut off, or without what is needed; and the schedule behind them."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pixelwatt.api import Problem
from pixelwatt_lr_schedule.core import log_tables, log_tensorboard
from pixelwatt_lr_schedule.core.identify import identify
from pixelwatt_lr_schedule.core.logs import read_log
from pixelwatt_lr_schedule.core.sampling import sample
from pixelwatt_lr_schedule.core.spec import Spec

sys.path.insert(0, str(Path(__file__).parent))
from logs_for_tests import tensorboard, trainer_state

HF_COSINE = Spec("transformers", "cosine", {"num_warmup_steps": 8, "num_training_steps": 80},
                 0.01, 80)  # fmt: skip


@pytest.mark.parametrize("tensor", [False, True])
def test_tensorboard_of_both_styles(tmp_path, tensor):
    path = tmp_path / "events.out.tfevents.1.host"
    path.write_bytes(tensorboard("train/lr", [0, 1, 2], [0.5, 0.25, 0.125], tensor=tensor))
    log = read_log(path)
    rates = log.learning_rate()
    assert log.format == "TensorBoard"
    assert rates.steps.tolist() == [0, 1, 2]
    assert rates.values.tolist() == [0.5, 0.25, 0.125]


def test_a_file_being_written_is_read_up_to_the_last_whole_record(tmp_path):
    whole = tensorboard("lr", range(10), [0.1] * 10, tensor=False)
    path = tmp_path / "events.out.tfevents.1.host"
    path.write_bytes(whole[:-7])
    log = read_log(path)
    assert len(log.learning_rate().steps) == 9
    assert "middle of a record" in log.warnings[0]


def test_hugging_face_state_is_named_with_its_offset(tmp_path):
    lrs = sample(HF_COSINE).lrs
    steps = list(range(5, 81, 5))
    path = trainer_state(tmp_path / "trainer_state.json", steps, [lrs[s - 1] for s in steps], 80)
    found = identify(read_log(path))
    assert found.spec.schedule == "get_scheduler:cosine"
    assert found.spec.params["num_warmup_steps"] == 8
    assert found.spec.params["num_training_steps"] == 80
    assert found.spec.base_lr == 0.01
    assert found.offset == 1
    assert found.max_abs_error < 1e-8
    assert found.certain


def test_lightning_merges_rows_and_keeps_blanks_out():
    text = "epoch,lr-AdamW,step,train_loss,val_loss\n0,0.1,0,,\n0,,0,2.5,\n0,0.05,1,,\n0,,1,,1.5\n"
    log = log_tables.parse(text)
    assert log.format == "Lightning CSV"
    assert log.learning_rate().values.tolist() == [0.1, 0.05]
    assert [s.name for s in log.losses()] == ["train_loss", "val_loss"]


def test_wandb_columns_drop_minimum_and_maximum():
    text = "Step,run-1 - lr,run-1 - lr__MIN,run-1 - lr__MAX\n0,0.1,0.1,0.1\n1,0.2,0.2,0.2\n"
    log = log_tables.parse(text)
    assert log.format == "Weights & Biases CSV"
    assert log.learning_rate().values.tolist() == [0.1, 0.2]
    assert len(log.series) == 1


def test_keras_log_without_rates_says_so():
    log = log_tables.parse("epoch,loss,val_loss\n0,1.5,1.6\n1,1.2,1.4\n")
    assert log.format == "Keras CSV"
    with pytest.raises(Problem, match="no learning rate; its columns are loss, val_loss"):
        log.learning_rate()


def test_nan_losses_are_kept_as_gaps():
    log = log_tables.parse("step,lr,loss\n0,0.1,1.0\n1,0.1,nan\n2,0.1,0.9\n")
    assert log.series["loss"].missing == 1


SCHEDULES = [
    Spec("torch", "constant", {}, 0.003, 200),
    Spec("torch", "StepLR", {"step_size": 40, "gamma": 0.5}, 0.1, 200),
    Spec("torch", "MultiStepLR", {"milestones": [50, 120], "gamma": 0.1}, 0.1, 200),
    Spec("torch", "ExponentialLR", {"gamma": 0.98}, 0.1, 200),
    Spec("torch", "CosineAnnealingLR", {"T_max": 200, "eta_min": 0.001}, 0.1, 200),
    Spec("torch", "CosineAnnealingWarmRestarts", {"T_0": 50, "eta_min": 0.0}, 0.1, 200),
    Spec("torch", "OneCycleLR", {"max_lr": 0.1, "total_steps": 200}, 0.1, 200),
    Spec("transformers", "linear", {"num_warmup_steps": 20, "num_training_steps": 200}, 5e-5, 200),
    Spec("transformers", "inverse_sqrt", {"num_warmup_steps": 20}, 1e-3, 200),
    Spec("transformers", "warmup_stable_decay", {
        "num_warmup_steps": 20, "num_training_steps": 200,
        "scheduler_specific_kwargs": {"num_decay_steps": 60, "decay_type": "linear",
                                      "min_lr_ratio": 0.1}}, 1e-3, 200),
]  # fmt: skip


@pytest.mark.parametrize("spec", SCHEDULES, ids=lambda spec: spec.title)
def test_the_schedule_behind_a_log_is_found(spec: Spec):
    lrs = sample(spec).lrs
    text = "step,lr\n" + "\n".join(f"{k},{lr:.9g}" for k, lr in enumerate(lrs))
    found = identify(log_tables.parse(text))
    assert found.offset == 0
    assert found.certain
    again = sample(Spec(found.spec.library, found.spec.schedule, found.spec.params,
                        found.spec.base_lr, 200)).lrs  # fmt: skip
    assert again == pytest.approx(lrs, rel=1e-5, abs=1e-7 * lrs.max())
    assert found.spec.schedule.removeprefix("get_scheduler:") == spec.schedule


def test_too_short_a_log_is_refused():
    with pytest.raises(Problem, match="2 learning rates"):
        identify(log_tables.parse("step,lr\n0,0.1\n1,0.2\n"))


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("empty.csv", b"", "is empty"),
        ("text.csv", b"hello\n", "no table"),
        ("half.json", b'{"log_history": [', "not valid JSON"),
        ("other.json", b'{"a": 1}', "no log_history"),
        ("events.out.tfevents.1", b"\x05\0\0\0\0\0\0\0abc", "no scalars"),
    ],
)
def test_what_is_no_log_is_refused_by_name(tmp_path, name, content, message):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(Problem, match=message):
        read_log(path)


@settings(max_examples=120, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_an_event_file_or_refused(tmp_path_factory, data: bytes):
    path = tmp_path_factory.mktemp("log") / "events.out.tfevents.1"
    whole = tensorboard("lr", [1], [0.5], tensor=False)
    path.write_bytes(whole + data)
    log = log_tensorboard.read(path)
    assert log.series["lr"].values[0] == 0.5 or len(log.series["lr"].values)


@settings(max_examples=120, deadline=None)
@given(st.text(alphabet='lrstep,0123456789.e-\n"nan ', max_size=200))
def test_any_table_is_read_or_refused(text: str):
    with suppress(Problem):
        for found in log_tables.parse(text).series.values():
            assert (np.diff(found.steps) > 0).all()
