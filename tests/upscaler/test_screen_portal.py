"""A Wayland desktop's screen, from the portal's dialog to frames."""

from __future__ import annotations

import gc
import os
import sys
import threading

import numpy as np
import pytest

from pixelwatt.api import Available, Cancelled, Problem, Unavailable
from pixelwatt_upscaler.core import (
    desktop_window,
    desktops,
    pipewire_library,
    portal_source,
    screen,
    screen_portal,
)
from pixelwatt_upscaler.core.frames import Size
from pixelwatt_upscaler.core.pipewire_stream import StreamFailed
from pixelwatt_upscaler.core.screen_portal import PortalSession, SourceKind

from .live_sources import picture

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Wayland is of Linux")


def no_hurry(_text=""):
    """Nobody cancels."""


class Stream:
    """Stands for PipeWire: gives what lies in ``pictures``, then nothing new."""

    agreed = True

    def __init__(self, fd, node):
        self.fd, self.node = fd, node
        self.pictures = [picture(Size(24, 20)), picture(Size(24, 20), index=3)]
        self.ended = ""
        self.closed = False
        Stream.last = self

    def picture(self, _wait_s):
        if self.ended:
            raise StreamFailed(self.ended)
        return self.pictures.pop(0) if self.pictures else None

    def close(self):
        if not self.closed:
            os.close(self.fd)
        self.closed = True


@pytest.fixture
def stream(monkeypatch):
    monkeypatch.setattr(portal_source, "PipeWireStream", Stream)
    monkeypatch.setattr(pipewire_library, "library", lambda: None)
    return Stream


def test_what_is_shared_comes_frame_by_frame(portal, stream):
    with portal_source.choose(no_hurry) as source:
        assert source.info.title == "Shared window"
        assert source.info.live
        assert source.info.size == (24, 20)
        assert source.token == "again"
        first = source.read()
        resting = source.read()
        stream.last.pictures.append(picture(Size(9, 5)))
        resized = source.read()
    np.testing.assert_array_equal(first.pixels, picture(Size(24, 20), index=3))
    np.testing.assert_array_equal(resting.pixels, first.pixels)
    assert resized.size == (9, 5)
    assert [first.index, resting.index, resized.index] == [0, 1, 2]
    assert first.timestamp_s < resting.timestamp_s < resized.timestamp_s
    assert stream.last.node == 42
    assert stream.last.closed


def test_screens_and_windows_are_asked_for_with_the_pointer_and_to_be_remembered(portal, stream):
    portal_source.choose(no_hurry).close()
    asked = portal.options("SelectSources")
    assert asked["types"] == SourceKind.SCREEN | SourceKind.WINDOW
    assert asked["cursor_mode"] == 2
    assert asked["persist_mode"] == 2
    assert "restore_token" not in asked


def test_a_remembered_token_is_passed_on(portal, stream):
    portal_source.choose(no_hurry, "again").close()
    assert portal.options("SelectSources")["restore_token"] == "again"


def test_an_old_portal_is_not_asked_for_what_it_does_not_know(portal, stream):
    portal.properties |= {"version": 1, "AvailableSourceTypes": 1}
    portal.results.pop("restore_token")
    with portal_source.choose(no_hurry, "again") as source:
        assert source.token == ""
        # This portal calls its stream a window but offers screens only.
        assert source.info.title == "Shared screen"
    asked = portal.options("SelectSources")
    assert asked["types"] == SourceKind.SCREEN
    assert not {"persist_mode", "restore_token", "cursor_mode"} & set(asked)


def test_a_refusal_in_the_dialog_says_so(portal, stream):
    portal.response = 1
    with pytest.raises(Problem, match=r"No screen or window was chosen\. Choose again"):
        portal_source.choose(no_hurry)


def test_a_portal_that_fails_says_so(portal, stream):
    portal.response = 2
    with pytest.raises(Problem, match="the desktop ended the request"):
        portal_source.choose(no_hurry)


def test_a_session_that_ends_while_the_dialog_is_open(portal, stream):
    portal.response = None
    waiting = threading.Thread(
        target=lambda: portal.seen_start.wait(20) and portal.close_session(), daemon=True
    )
    waiting.start()
    with pytest.raises(Problem, match="the desktop ended the request"):
        portal_source.choose(no_hurry)
    waiting.join()


def test_nothing_shared_is_a_problem(portal, stream):
    portal.results = {"streams": ("a(ua{sv})", [])}
    with pytest.raises(Problem, match="shares nothing"):
        portal_source.choose(no_hurry)


def test_the_dialog_can_be_left_waiting_and_given_up(portal, stream):
    portal.response = None
    told = []

    def give_up(text):
        told.append(text)
        if portal.seen_start.is_set():
            raise Cancelled

    with pytest.raises(Cancelled):
        portal_source.choose(give_up)
    assert told[-1] == "Choose in the desktop's dialog"


def test_waiting_for_something_to_move_can_be_given_up(portal, stream, monkeypatch):
    monkeypatch.setattr(Stream, "picture", lambda _self, _wait_s: None)

    def give_up(text):
        if "moves" in text:
            raise Cancelled

    with pytest.raises(Cancelled):
        portal_source.choose(give_up)
    assert stream.last.closed


def test_a_stream_that_nobody_connects_is_a_problem(portal, stream, monkeypatch):
    monkeypatch.setattr(portal_source, "CONNECT_S", 0.0)
    monkeypatch.setattr(Stream, "picture", lambda _self, _wait_s: None)
    monkeypatch.setattr(Stream, "agreed", False)
    with pytest.raises(Problem, match=r"does not connect.*WirePlumber"):
        portal_source.choose(no_hurry)
    assert stream.last.closed


def test_sharing_that_the_desktop_ends_says_so_each_time(portal, stream, qtbot):
    source = portal_source.choose(no_hurry)
    source.read()
    portal.close_session()

    def ended():
        try:
            source.read()
        except Problem as problem:
            return "“Shared window” is not shared any more" in problem.what
        return False

    qtbot.waitUntil(ended, timeout=20_000)
    assert stream.last.closed
    assert ended()


def test_a_stream_that_ends_says_so(portal, stream):
    source = portal_source.choose(no_hurry)
    stream.last.ended = "connection lost"
    with pytest.raises(Problem, match="not shared any more"):
        source.read()


def test_a_bus_that_goes_ends_the_sharing(portal, stream, qtbot):
    session = PortalSession.connect()
    granted = session.ask(no_hurry)
    os.close(granted.fd)
    assert not session.ended()
    # What happens to the connection when the bus ends.
    session._connection.sock.shutdown(2)
    assert session.ended()
    session.close()


def test_a_source_that_nobody_opens_ends_the_sharing(portal, stream):
    source = portal_source.choose(no_hurry)
    del source
    gc.collect()
    assert stream.last.closed


def test_a_stream_that_cannot_be_opened_is_a_problem(portal, monkeypatch):
    def refuse(fd, _node):
        os.close(fd)
        raise StreamFailed("no such node")

    monkeypatch.setattr(portal_source, "PipeWireStream", refuse)
    with pytest.raises(Problem, match=r"cannot be read: no such node\..*minimised"):
        portal_source.choose(no_hurry)


def test_a_desktop_without_a_portal_names_what_to_install(session_bus, stream):
    with pytest.raises(Problem, match=r"no portal that shares the screen.*xdg-desktop-portal"):
        portal_source.choose(no_hurry)


def test_a_portal_without_screen_casts_names_what_to_install(portal, stream):
    portal.properties.clear()
    with pytest.raises(Problem, match=r"no portal that shares the screen.*xdg-desktop-portal"):
        portal_source.choose(no_hurry)


def test_a_portal_that_does_not_answer_is_a_problem(portal, stream, monkeypatch):
    monkeypatch.setattr(screen_portal, "ANSWER_S", 0.2)
    monkeypatch.setattr(portal, "_answer", lambda _message: None)
    with pytest.raises(Problem, match="does not answer"):
        portal_source.choose(no_hurry)


def test_no_bus_is_a_problem(monkeypatch, stream, tmp_path):
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'nothing'}")
    with pytest.raises(Problem, match=r"cannot be read: .*Start Pixelwatt from the desktop"):
        portal_source.choose(no_hurry)


@pytest.mark.parametrize("address", ["", "nonsense", "tcp:host=localhost,port=1", "unix:dir=/x"])
def test_an_address_of_no_use_is_a_problem(monkeypatch, stream, tmp_path, address):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    with pytest.raises(Problem, match="cannot be read"):
        portal_source.choose(no_hurry)


class TestAvailability:
    def test_a_wayland_desktop_is_read_through_its_portal(self, session_bus, stream):
        assert desktops.availability() == Available("through the desktop's portal")

    def test_without_pipewire_it_names_the_package(self, session_bus, monkeypatch):
        def missing():
            raise OSError("libpipewire-0.3.so.0: cannot open shared object file")

        monkeypatch.setattr(pipewire_library, "library", missing)
        state = desktops.availability()
        assert isinstance(state, Unavailable)
        assert "libpipewire-0.3-0" in state.remedy

    def test_without_a_session_bus_it_says_so(self, monkeypatch, tmp_path):
        monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
        monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
        state = desktops.availability()
        assert isinstance(state, Unavailable)
        assert "D-Bus" in state.reason

    def test_what_is_for_x11_refuses_and_points_to_the_dialog(self, session_bus, stream):
        with pytest.raises(Problem, match=r"portal only\. Choose it in the desktop's dialog"):
            screen.ScreenSource()
        with pytest.raises(Problem, match=r"portal only\. Choose it in the desktop's dialog"):
            desktop_window.list_windows()
