"""A queue that pauses, stops and goes on."""

from __future__ import annotations

import threading

import pytest
from PIL import Image

from pixelwatt.api import Cancelled, Problem
from pixelwatt_upscaler.core import batch
from pixelwatt_upscaler.core.conversion import Settings

from .made_media import ramp

BICUBIC = Settings(method="bicubic")


@pytest.fixture
def tasks(tmp_path):
    for index in range(3):
        Image.fromarray(ramp()).save(tmp_path / f"{index}.png")
    return batch.tasks_of([tmp_path], tmp_path / "out", "_x2")


def test_progress_rises_to_one_with_an_estimate(tasks):
    told = []
    outcomes = batch.run(tasks, BICUBIC, told.append)
    assert [outcome.report is not None for outcome in outcomes] == [True] * 3
    fractions = [progress.fraction for progress in told]
    assert fractions == sorted(fractions)
    assert (told[-1].fraction, told[-1].done, told[-1].remaining_s) == (1.0, 3, 0.0)
    assert any(progress.remaining_s for progress in told[:-1])


def test_cancelling_keeps_what_is_done_and_leaves_no_half_file(tasks):
    def stop(progress):
        if progress.done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        batch.run(tasks, BICUBIC, stop)
    assert [task.target.exists() for task in tasks] == [True, False, False]
    assert [path.name for path in tasks[0].target.parent.iterdir()] == ["0_x2.png"]
    # Started again, it goes on where it was.
    assert [each.skipped for each in batch.run(tasks, BICUBIC, lambda _p: None)] == [
        True, False, False,
    ]  # fmt: skip


def test_a_paused_queue_waits_and_can_be_cancelled(tasks):
    gate = batch.Gate()
    waiting = threading.Event()

    def tell(progress):
        if progress.done == 1 and not waiting.is_set():
            waiting.set()
            gate.pause()

    done = []
    worker = threading.Thread(
        target=lambda: done.extend(batch.run(tasks, BICUBIC, tell, gate=gate))
    )
    worker.start()
    assert waiting.wait(20)
    assert gate.paused
    assert not tasks[2].target.exists()
    gate.resume()
    worker.join(20)
    assert len(done) == 3


def test_an_empty_folder_is_a_problem(tmp_path):
    with pytest.raises(Problem, match="no pictures or videos"):
        batch.tasks_of([tmp_path], tmp_path / "out")


def test_a_folder_onto_itself_is_refused(tmp_path, tasks):
    with pytest.raises(Problem, match="over itself"):
        batch.tasks_of([tmp_path], tmp_path)
