from __future__ import annotations

import threading
import time

import pytest

from pixelwatt import api
from pixelwatt.jobs import JobRunner


@pytest.fixture
def errors():
    return []


@pytest.fixture
def runner(qapp, errors):
    made = JobRunner(lambda title, error: errors.append((title, error)))
    yield made
    assert made.close()


def test_the_result_arrives_on_the_ui_thread(qtbot, runner):
    seen = []
    runner.start(
        "count",
        lambda progress: threading.current_thread(),
        done=lambda worker: seen.append((worker, threading.current_thread())),
    )
    qtbot.waitUntil(lambda: bool(seen))
    worker, receiver = seen[0]
    assert worker is not receiver
    assert receiver is threading.main_thread()


def test_an_error_goes_to_failed_or_becomes_a_notice(qtbot, runner, errors):
    def fail(progress):
        raise api.Problem("no")

    told = []
    runner.start("told", fail, failed=told.append)
    runner.start("untold", fail)
    qtbot.waitUntil(lambda: bool(told) and bool(errors))
    assert isinstance(told[0], api.Problem)
    assert [title for title, _ in errors] == ["untold"]


def test_cancel_stops_the_work_and_is_no_error(qtbot, runner, errors):
    entered = threading.Event()

    def work(progress):
        entered.set()
        while True:
            progress.check()
            time.sleep(0.005)

    job = runner.start("endless", work)
    assert entered.wait(5)
    job.cancel()
    qtbot.waitUntil(lambda: not job.running)
    assert job.state == "cancelled"
    assert errors == []


def test_progress_and_what_remains(qtbot, runner):
    go_on = threading.Event()

    def work(progress):
        progress.report(0.5, "half")
        assert go_on.wait(5)

    job = runner.start("half", work)
    qtbot.waitUntil(lambda: job.fraction == 0.5)
    assert job.text == "half"
    assert job.remaining_s > 0
    go_on.set()
    qtbot.waitUntil(lambda: job.state == "done")
    assert job.remaining_s is None


def test_close_cancels_and_waits_and_delivers_nothing_more(qapp):
    runner = JobRunner(lambda title, error: None)
    delivered = []

    def work(progress):
        while True:
            progress.check()
            time.sleep(0.005)

    runner.start("endless", work, done=delivered.append, failed=delivered.append)
    assert runner.close()
    qapp.processEvents()
    assert delivered == []
