"""How times are compared; how long anything takes is never tested."""

from __future__ import annotations

import numpy as np
import onnx
import onnxruntime
import pytest
from training.timing import (
    TWO_CORES,
    YARDSTICK,
    YARDSTICK_FREE_MS,
    compared,
    least_of,
    yardstick,
)


def test_the_yardstick_has_fsrcnns_shape():
    model = yardstick()
    onnx.checker.check_model(model)
    # Dong et al. 2016 state 12,464 weights for FSRCNN(56, 12, 4); the 1x1 and 3x3 layers,
    # the 5x5 and the 9x9.
    weights = sum(int(np.prod(one.dims)) for one in model.graph.initializer)
    assert weights == 25 * 56 + 56 * 12 + 4 * 9 * 12 * 12 + 12 * 56 + 81 * 56 == 12_464
    session = onnxruntime.InferenceSession(
        model.SerializeToString(), providers=["CPUExecutionProvider"]
    )
    assert session.run(None, {"input": np.zeros((1, 1, 8, 12), np.float32)})[0].shape[2:] == (
        16,
        24,
    )


def test_times_are_stated_beside_the_yardstick_and_as_on_a_free_core():
    found = compared({YARDSTICK: (634.0, 650.0), "ours": (63.4, 80.0)})
    assert found["ours"]["net_by_yardstick"] == 0.1
    # The neighbours made everything take twice as long.
    slowed = 634 / YARDSTICK_FREE_MS
    assert found["ours"]["whole_two_cores_ms_derived"] == pytest.approx(
        80 / slowed / TWO_CORES, abs=0.05
    )
    assert found["ours"]["net_one_thread_cpu_ms"] == 63.4


def test_every_work_takes_its_turn_in_every_round():
    turns = []
    works = {name: (lambda n=name: turns.append(n), lambda: None) for name in "ab"}
    least = least_of(works, rounds=2)
    assert turns == ["a", "b"] * 3
    assert set(least) == {"a", "b"}
