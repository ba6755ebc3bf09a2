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


def test_neither_pauses_nor_files_that_were_there_count_in_the_estimate(tmp_path, monkeypatch):
    """Four files are there; each of the other four takes ten seconds, with a pause of a minute."""
    now = [100.0]
    monkeypatch.setattr(batch, "monotonic", lambda: now[0])
    for index in range(8):
        Image.fromarray(ramp()).save(tmp_path / f"{index}.png")
    tasks = batch.tasks_of([tmp_path], tmp_path / "out", "_x2")
    tasks[0].target.parent.mkdir()
    for task in tasks[:4]:
        task.target.write_bytes(b"made before")
    gate = batch.Gate()

    def convert(source, _target, _settings, report):
        now[0] += 5
        report(0.5, source.name)
        now[0] += 5

    monkeypatch.setattr(batch, "convert", convert)
    left = []

    def tell(progress):
        if progress.text == "Paused":
            now[0] += 60
            gate.resume()
        elif progress.fraction in (4.5 / 8, 5.5 / 8):
            left.append(progress.remaining_s)
            gate.pause()

    batch.run(tasks, BICUBIC, tell, gate=gate)
    assert left == [pytest.approx(35.0), pytest.approx(25.0)]


def test_an_empty_folder_is_a_problem(tmp_path):
    with pytest.raises(Problem, match="no pictures or videos"):
        batch.tasks_of([tmp_path], tmp_path / "out")


def test_a_folder_onto_itself_is_refused(tmp_path, tasks):
    with pytest.raises(Problem, match="over itself"):
        batch.tasks_of([tmp_path], tmp_path)
