"""Notices say what happened without standing in the way, and are kept."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QLabel

from pixelwatt.api import Level, NoticeAction, Panel
from pixelwatt.notice_cards import MOST, STAYS_MS


@pytest.fixture
def program(start, make_plugin):
    plugin = make_plugin("demo", panels=[Panel(id="one", title="One", view="demo:view")])
    plugin.view = lambda context: QLabel()
    return start(plugin)


def cards(program):
    return program.window.notice_stack.cards


def test_a_notice_is_a_card_inside_the_window(program):
    program.workbench.notify("Saved", detail="to disk")
    (card,) = cards(program)
    stack = program.window.notice_stack
    assert card.isVisible()
    assert program.window.rect().contains(stack.geometry())
    assert card.accessibleName() == "Saved to disk"


def test_it_stays_in_the_corner_when_the_window_changes(program, qtbot):
    program.workbench.notify("Saved")
    program.window.resize(700, 500)
    stack = program.window.notice_stack
    qtbot.waitUntil(lambda: program.window.rect().contains(stack.geometry()))
    assert stack.geometry().right() > 600


def test_an_action_is_run_and_the_card_goes(program, qtbot):
    done = []
    undo = NoticeAction("Undo", lambda: done.append(1))
    program.workbench.notify("Deleted", Level.WARNING, "", (undo,))
    qtbot.mouseClick(cards(program)[0].buttons[0], Qt.MouseButton.LeftButton)
    assert done == [1]
    assert cards(program) == []


def test_the_same_twice_is_counted(program):
    for _ in range(3):
        program.workbench.notify("Disk full", Level.ERROR)
    (card,) = cards(program)
    assert "3×" in card.findChild(QLabel, "sectionTitle").text()


def test_there_are_never_too_many(program):
    for number in range(MOST + 3):
        program.workbench.notify(f"Notice {number}")
    assert len(cards(program)) == MOST
    assert cards(program)[-1].notice.text == f"Notice {MOST + 2}"


def test_an_information_goes_by_itself_and_an_error_stays(program, qtbot, monkeypatch):
    monkeypatch.setitem(STAYS_MS, Level.INFO, 30)
    QCursor.setPos(0, 0)  # a card under the pointer waits
    program.workbench.notify("Saved")
    program.workbench.notify("Failed", Level.ERROR)
    qtbot.waitUntil(lambda: [c.notice.text for c in cards(program)] == ["Failed"])


def test_a_card_is_closed_by_its_button(program, qtbot):
    program.workbench.notify("Failed", Level.ERROR)
    qtbot.mouseClick(cards(program)[0].close_button, Qt.MouseButton.LeftButton)
    assert cards(program) == []


def test_a_notice_from_another_thread_arrives(program, qtbot):
    thread = threading.Thread(target=program.workbench.notify, args=("From afar",))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: [c.notice.text for c in cards(program)] == ["From afar"])


def test_the_history_keeps_what_went(program, qtbot):
    program.workbench.notify("Saved")
    program.workbench.notify("Failed", Level.ERROR, "because")
    cards(program)[0].dismiss()
    history = program.window.show_panel("notices")
    texts = [history.table.topLevelItem(i).text(2) for i in range(2)]
    assert texts == ["Failed", "Saved"]
    program.workbench.notify("Later")
    assert history.table.topLevelItem(0).text(2) == "Later"


def test_unread_warnings_are_counted_at_the_foot(program, qtbot):
    bar = program.window.statusBar()
    program.workbench.notify("Saved")
    program.workbench.notify("Careful", Level.WARNING)
    assert bar.notices.text() == "1"
    qtbot.mouseClick(bar.notices, Qt.MouseButton.LeftButton)
    assert bar.notices.text() == ""
    assert not program.window.dock("notices").isHidden()
