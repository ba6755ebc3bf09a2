"""Running work is seen, understood and stopped."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt

from pixelwatt.api import Problem
from pixelwatt.job_centre import KEPT, duration


@pytest.fixture
def program(start, make_plugin):
    return start(make_plugin("demo"))


@pytest.fixture
def jobs(program):
    return program.workbench.context_of(None).jobs


@pytest.fixture
def centre(program):
    return program.window.show_panel("jobs")


def wait_until_cancelled(progress):
    while True:
        progress.check()
        threading.Event().wait(0.01)


def test_a_job_is_cancelled_by_its_button(jobs, centre, qtbot):
    jobs.start("Render", wait_until_cancelled)
    (row,) = centre.rows
    assert row.cancel.accessibleName() == "Cancel Render"
    qtbot.mouseClick(row.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: row.state.text() == "cancelled")
    assert row.cancel.isHidden()


def test_progress_and_time_left_are_shown(jobs, centre, qtbot):
    go_on = threading.Event()

    def work(progress):
        progress.report(0.25, "frame 25 of 100")
        go_on.wait(10)

    jobs.start("Render", work)
    (row,) = centre.rows
    qtbot.waitUntil(lambda: row.bar.value() == 250)
    assert "25%" in row.state.text()
    assert "left" in row.state.text()
    assert "frame 25 of 100" in row.state.text()
    go_on.set()
    qtbot.waitUntil(lambda: row.state.text().startswith("done"))


def test_a_failure_stays_in_the_list_with_its_reason(jobs, centre, program, qtbot):
    def work(progress):
        raise Problem("The disk is full.", "Delete something.")

    jobs.start("Export", work)
    qtbot.waitUntil(lambda: "disk is full" in centre.rows[0].state.text())
    notice = program.workbench.notices.history[-1]
    assert (notice.text, notice.detail) == ("The disk is full.", "Delete something.")


def test_quiet_work_is_not_listed(jobs, centre, qtbot):
    done = []
    jobs.start("Peek", lambda progress: None, quiet=True, done=done.append)
    qtbot.waitUntil(lambda: done == [None])
    assert centre.rows == []


def test_old_ones_leave_the_list(jobs, centre, qtbot):
    done = []
    for number in range(KEPT + 3):
        jobs.start(f"Job {number}", lambda progress: None, done=done.append)
    qtbot.waitUntil(lambda: len(done) == KEPT + 3)
    assert len(centre.rows) == KEPT


def test_the_foot_of_the_window_shows_what_runs(jobs, program, qtbot):
    bar = program.window.statusBar()
    assert bar.jobs.isHidden()
    job = jobs.start("Render", wait_until_cancelled)
    assert bar.jobs.text() == "Render"
    assert not bar.progress.isHidden()
    second = jobs.start("Encode", wait_until_cancelled)
    assert bar.jobs.text() == "2 jobs"
    for running in (job, second):
        running.cancel()
    qtbot.waitUntil(bar.jobs.isHidden)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0.44, "0.4 s"), (12, "12 s"), (185, "3:05 min"), (3720, "1:02:00 h")],
)
def test_durations(seconds, text):
    assert duration(seconds) == text
