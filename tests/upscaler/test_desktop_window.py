"""One window of the desktop as a live source."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress

import numpy as np
import pytest

from pixelwatt.api import Available, Problem, Unavailable
from pixelwatt_upscaler.core import desktop_window, x11_windows
from pixelwatt_upscaler.core.desktop_window import DesktopWindow, WindowSource
from pixelwatt_upscaler.core.frames import Size

from .live_sources import picture

WINDOW = DesktopWindow(7, "A & B")


class Desktop:
    """A desktop with one window, which tests minimise and close."""

    system = "X11"

    def __init__(self):
        self.shown = picture(Size(40, 30))
        self.open = True
        self.closed = False

    def windows(self):
        return [WINDOW]

    def exists(self, window):
        return self.open

    def picture(self, window):
        assert not self.closed, "read after it was closed"
        return self.shown if self.open else None

    def opened(self):
        self.closed = False
        return self

    def close(self):
        self.closed = True


@pytest.fixture
def desktop(monkeypatch):
    made = Desktop()
    monkeypatch.setattr(desktop_window, "_desktop", made.opened)
    monkeypatch.setattr(desktop_window, "sleep", lambda _seconds: None)
    return made


def test_a_window_is_read_anew_for_each_frame_also_when_its_size_changes(desktop):
    with WindowSource(WINDOW) as source:
        assert source.info.live
        assert source.info.title == "A & B"
        first = source.read()
        desktop.shown = picture(Size(50, 20))
        second = source.read()
    assert first.size == (40, 30)
    assert second.size == (50, 20)
    assert second.timestamp_s > first.timestamp_s
    assert desktop.closed


def test_a_minimised_window_stays_what_it_was(desktop):
    with WindowSource(WINDOW) as source:
        before = source.read()
        desktop.shown = None
        np.testing.assert_array_equal(source.read().pixels, before.pixels)


def test_a_window_closed_while_it_is_captured_says_so(desktop):
    with WindowSource(WINDOW) as source:
        source.read()
        desktop.open = False
        # Again, as when somebody presses Play after that.
        for _again in range(2):
            with pytest.raises(Problem, match="“A & B” was closed"):
                source.read()


def test_a_minimised_window_cannot_be_chosen(desktop):
    desktop.shown = None
    with pytest.raises(Problem, match="minimised"):
        WindowSource(WINDOW)


def test_the_menu_lists_windows_and_opens_one(desktop, make_panel, monkeypatch, qtbot):
    monkeypatch.setattr(desktop_window, "availability", Available)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    panel = make_panel()
    menu = next(a.menu() for a in panel.controls.source.menu().actions() if a.text() == "Window")
    menu.aboutToShow.emit()
    (action,) = menu.actions()
    assert action.text() == "A && B"
    action.trigger()
    qtbot.waitUntil(
        lambda: panel.frame is not None and panel.frame.result.frame.size == (40, 30),
        timeout=20_000,
    )


def test_where_windows_cannot_be_read_the_menu_says_why(make_panel, monkeypatch):
    why = Unavailable("there is no display", "Start it from a desktop session.")
    monkeypatch.setattr(desktop_window, "availability", lambda: why)
    panel = make_panel()
    menu = next(a.menu() for a in panel.controls.source.menu().actions() if a.text() == "Window")
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == [
        "Not here: there is no display",
        "Start it from a desktop session.",
    ]
    assert not any(action.isEnabled() for action in menu.actions())


def test_a_system_whose_windows_nobody_can_read_says_so(monkeypatch):
    monkeypatch.setattr(desktop_window.platform, "system", lambda: "FreeBSD")
    state = desktop_window.availability()
    assert isinstance(state, Unavailable)
    assert "FreeBSD" in state.reason
    with pytest.raises(Problem, match="FreeBSD"):
        desktop_window.list_windows()


@pytest.mark.skipif(sys.platform != "linux", reason="X11 is of Linux")
def test_libxcb_without_a_display_is_a_problem(monkeypatch):
    monkeypatch.setenv("DISPLAY", ":987")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    with pytest.raises(Problem, match="Windows cannot be read"):
        desktop_window.list_windows()


PROGRAM = """
import sys
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
widget = QWidget()
widget.setWindowTitle("红 window")
widget.setPalette(QPalette(QColor(200, 30, 60)))
widget.setGeometry(10, 20, 120, 80)
widget.show()
widget.windowHandle().requestUpdate()
print("up", flush=True)
app.exec()
"""


@pytest.fixture
def x11_window(monkeypatch, tmp_path):
    """A red window of another program on an X server of its own; gives that program."""
    with suppress(FileNotFoundError):
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", "1", "-screen", "0", "300x200x24"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        number = server.stdout.readline().strip()
        monkeypatch.setenv("DISPLAY", f":{number}")
        monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
        monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
        program = subprocess.Popen(
            [sys.executable, "-c", PROGRAM],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        try:
            if program.stdout.readline() != "up\n":
                pytest.skip("Qt's X11 platform needs system libraries that are not here")
            yield program
        finally:
            for process in (program, server):
                process.kill()
                process.wait()
                process.stdout.close()
        return
    pytest.skip("Xvfb is not installed")


def test_a_real_window_is_found_read_and_missed(x11_window, qtbot):
    found = []

    def is_red():
        found[:] = [each for each in desktop_window.list_windows() if each.title == "红 window"]
        if not found:
            return False
        desktop = x11_windows.X11Desktop()
        try:
            pixels = desktop.picture(found[0].id)
        finally:
            desktop.close()
        return pixels is not None and tuple(pixels[40, 60]) == (200, 30, 60)

    qtbot.waitUntil(is_red, timeout=20_000)
    with WindowSource(found[0]) as source:
        assert source.read().size == (120, 80)
        x11_window.kill()
        x11_window.wait()

        def closed():
            try:
                source.read()
            except Problem as problem:
                return "was closed" in problem.what
            return False

        qtbot.waitUntil(closed, timeout=20_000)
