"""The Screen and Window menus on Wayland, and the dialog as a job."""

from __future__ import annotations

import os
import sys
import threading

import pytest

from pixelwatt.api import Problem
from pixelwatt_upscaler.core import pipewire_library, portal_source, screen_portal
from pixelwatt_upscaler.core.frames import Size
from pixelwatt_upscaler.core.screen_portal import Granted, SourceKind

from .live_sources import Clip, Still, picture

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Wayland is of Linux")


class Session:
    """Stands for the portal: the dialog stays open until the test answers it."""

    def __init__(self):
        self.answer = threading.Event()
        self.problem = None
        self.closed = threading.Event()
        self.token = None

    def ask(self, check, token):
        self.token = token
        while not self.answer.wait(0.01):
            check()
        if self.problem is not None:
            raise self.problem
        return Granted(fd=-1, node=42, kind=SourceKind.SCREEN, token="fresh token")

    def ended(self):
        return False

    def close(self):
        self.closed.set()


class Stream:
    agreed = True
    read_from = threading.Event()

    def __init__(self, _fd, _node):
        """No PipeWire."""

    def picture(self, _wait_s):
        self.read_from.set()
        return picture(Size(40, 30))

    def close(self):
        """Nothing is held."""


@pytest.fixture
def sessions(monkeypatch):
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={os.devnull}")
    monkeypatch.setattr(pipewire_library, "library", lambda: None)
    made = []

    class Portal:
        @staticmethod
        def connect():
            made.append(Session())
            return made[-1]

    monkeypatch.setattr(portal_source, "PortalSession", Portal)
    monkeypatch.setattr(portal_source, "PipeWireStream", Stream)
    Stream.read_from.clear()
    return made


@pytest.fixture
def clip():
    return Clip.regular(frames=500)


@pytest.fixture
def still():
    return Still(picture(Size(64, 48)))


def entries(panel, title):
    menu = next(a.menu() for a in panel.controls.source.menu().actions() if a.text() == title)
    menu.aboutToShow.emit()
    return {action.text(): action for action in menu.actions()}


def choose(panel, text="Choose a screen or a window…"):
    entries(panel, "Screen")[text].trigger()


def shown(panel):
    return panel.info.title if panel.info is not None and panel.content_ready() else None


@pytest.mark.parametrize("title", ["Screen", "Window"])
def test_one_entry_opens_the_desktop_s_own_dialog(sessions, make_panel, title):
    assert list(entries(make_panel(), title)) == ["Choose a screen or a window…"]


def test_what_was_shown_plays_on_until_the_person_has_chosen(sessions, make_panel, qtbot, clip):
    panel = make_panel(clip)
    choose(panel)
    qtbot.waitUntil(lambda: len(sessions) == 1)
    assert panel.session.engine.playing
    assert panel.info.title == "clip"
    sessions[0].answer.set()
    qtbot.waitUntil(lambda: shown(panel) == "Shared screen", timeout=20_000)
    assert panel.frame.result.frame.size == (40, 30)


def test_what_was_shared_last_needs_no_dialog(sessions, make_panel, qtbot):
    panel = make_panel()
    choose(panel)
    qtbot.waitUntil(lambda: len(sessions) == 1 and sessions[0].token == "")
    sessions[0].answer.set()
    qtbot.waitUntil(lambda: shown(panel) == "Shared screen", timeout=20_000)
    choose(panel, "What was shared last")
    qtbot.waitUntil(lambda: len(sessions) == 2 and sessions[1].token == "fresh token")
    sessions[1].answer.set()
    qtbot.waitUntil(sessions[0].closed.is_set, timeout=20_000)


def test_a_refusal_is_told_and_changes_nothing(sessions, make_panel, qtbot, context, clip):
    panel = make_panel(clip)
    choose(panel)
    qtbot.waitUntil(lambda: len(sessions) == 1)
    sessions[0].problem = Problem("No screen or window was chosen.", "Choose again.")
    sessions[0].answer.set()
    qtbot.waitUntil(lambda: bool(context.notices), timeout=20_000)
    assert "No screen or window was chosen." in context.notices[-1].text
    assert panel.info.title == "clip"
    assert sessions[0].closed.is_set()


def test_opening_something_else_takes_the_dialog_away(sessions, make_panel, qtbot, clip, still):
    panel = make_panel(clip)
    choose(panel)
    qtbot.waitUntil(lambda: len(sessions) == 1)
    panel.open(lambda: still, "still")
    qtbot.waitUntil(sessions[0].closed.is_set, timeout=20_000)
    qtbot.waitUntil(lambda: shown(panel) == "still", timeout=20_000)


def test_an_answer_that_comes_after_another_source_was_chosen_is_dropped(
    sessions, make_panel, qtbot, clip, still
):
    panel = make_panel(clip)
    choose(panel)
    qtbot.waitUntil(lambda: len(sessions) == 1)
    sessions[0].answer.set()
    # The answer is there but not delivered, because no event is handled here.
    assert Stream.read_from.wait(20)
    panel.open(lambda: still, "still")
    qtbot.waitUntil(sessions[0].closed.is_set, timeout=20_000)
    qtbot.waitUntil(lambda: shown(panel) == "still", timeout=20_000)


def test_choosing_again_takes_the_first_dialog_away(sessions, make_panel, qtbot):
    panel = make_panel()
    choose(panel)
    qtbot.waitUntil(lambda: len(sessions) == 1)
    choose(panel)
    qtbot.waitUntil(lambda: len(sessions) == 2 and sessions[0].closed.is_set(), timeout=20_000)
    sessions[1].answer.set()
    qtbot.waitUntil(lambda: shown(panel) == "Shared screen", timeout=20_000)


def test_closing_the_program_takes_the_dialog_away(sessions, make_panel, qtbot, context):
    choose(make_panel())
    qtbot.waitUntil(lambda: len(sessions) == 1)
    assert context.jobs.close()
    assert sessions[0].closed.is_set()


def test_where_it_cannot_be_had_the_menu_says_why_and_what_to_do(
    sessions, make_panel, monkeypatch, tmp_path
):
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert screen_portal.needed()
    texts = list(entries(make_panel(), "Window"))
    assert "D-Bus" in texts[0]
    assert texts[1] == "Start Pixelwatt from the desktop."
