"""One window of the desktop as a live source."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress

import numpy as np
import pytest

from pixelwatt.api import Available, Problem, Unavailable
from pixelwatt_upscaler.core import desktop_window, desktops, x11_desktop
from pixelwatt_upscaler.core.desktop_window import WindowSource
from pixelwatt_upscaler.core.desktops import DesktopWindow, ScreenRegion
from pixelwatt_upscaler.core.frames import Size
from pixelwatt_upscaler.core.screen import ScreenSource

from .live_sources import picture

WINDOW = DesktopWindow(7, "A & B")


class Desktop:
    """A desktop with one window, which tests minimise and close."""

    system = "X11"
    limits = ()

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
    monkeypatch.setattr(desktops, "availability", Available)
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


def test_where_windows_cannot_be_read_the_menu_says_why(make_panel, monkeypatch, context):
    why = Unavailable("there is no display", "Start it from a desktop session.")
    monkeypatch.setattr(desktops, "availability", lambda: why)
    panel = make_panel()
    menu = next(a.menu() for a in panel.controls.source.menu().actions() if a.text() == "Window")
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == [
        "Not here: there is no display",
        "Start it from a desktop session.",
    ]
    menu.actions()[1].trigger()
    assert context.notices[-1].text == "Not here: there is no display"
    assert context.notices[-1].detail == "Start it from a desktop session."


def test_a_system_whose_windows_nobody_can_read_says_so(monkeypatch):
    monkeypatch.setattr(desktops.platform, "system", lambda: "FreeBSD")
    state = desktops.availability()
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
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
title, red, green, blue, *geometry = sys.argv[1:]
widget = QWidget()
widget.setWindowTitle(title)
widget.setPalette(QPalette(QColor(int(red), int(green), int(blue))))
widget.setGeometry(*map(int, geometry))
widget.show()
menu = QWidget(None, Qt.WindowType.Popup)
menu.setWindowTitle("popup of " + title)
menu.setGeometry(250, 150, 10, 10)
menu.show()
print("up", flush=True)
app.exec()
"""


@pytest.fixture
def x11(monkeypatch, request):
    """An X server of its own; a function that starts a program with a window on it."""
    options = getattr(request, "param", ())
    with suppress(FileNotFoundError):
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", "1", "-screen", "0", "300x200x24", *options],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        number = server.stdout.readline().strip()
        monkeypatch.setenv("DISPLAY", f":{number}")
        monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
        monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
        processes = [server]

        def start(title, colour, *geometry):
            arguments = [title, *map(str, (*colour, *geometry))]
            program = subprocess.Popen(
                [sys.executable, "-c", PROGRAM, *arguments],
                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            )  # fmt: skip
            processes.append(program)
            if program.stdout.readline() != "up\n":
                pytest.skip("Qt's X11 platform needs system libraries that are not here")
            return program

        try:
            yield start
        finally:
            for process in reversed(processes):
                process.kill()
                process.wait()
                process.stdout.close()
        return
    pytest.skip("Xvfb is not installed")


RED, GREEN = (200, 30, 60), (20, 180, 40)


def found(qtbot, title, colour):
    """A window with this title, once it shows this colour in its middle."""
    windows = []

    def shows_it():
        windows[:] = [each for each in desktop_window.list_windows() if each.title == title]
        return bool(windows) and middle(windows[0]) == colour

    qtbot.waitUntil(shows_it, timeout=20_000)
    return windows[0]


def middle(window):
    desktop = x11_desktop.X11Desktop()
    try:
        pixels = desktop.picture(window.id)
    finally:
        desktop.close()
    return None if pixels is None else tuple(pixels[pixels.shape[0] // 2, pixels.shape[1] // 2])


def test_a_real_window_is_found_read_and_missed(x11, qtbot):
    program = x11("红 window", RED, 10, 20, 120, 80)
    window = found(qtbot, "红 window", RED)
    titles = [each.title for each in desktop_window.list_windows()]
    assert "popup of 红 window" not in titles
    with WindowSource(window) as source:
        assert source.info.notes == ()
        frame = source.read()
        assert frame.size == (120, 80)
        assert np.all(frame.pixels == RED)
        program.kill()
        program.wait()

        def closed():
            try:
                source.read()
            except Problem as problem:
                return "was closed" in problem.what
            return False

        qtbot.waitUntil(closed, timeout=20_000)
        # Again, when somebody presses Play after that.
        assert closed()


def test_a_window_shows_itself_also_where_another_covers_it(x11, qtbot):
    x11("below", RED, 10, 20, 120, 80)
    window = found(qtbot, "below", RED)
    with WindowSource(window) as source:
        source.read()
        x11("above", GREEN, 60, 60, 120, 80)
        above = found(qtbot, "above", GREEN)
        assert np.all(source.read().pixels == RED)
        with WindowSource(above) as other:
            assert np.all(other.read().pixels == GREEN)


def test_a_window_partly_outside_the_screen_becomes_whole(x11, qtbot):
    x11("outside", RED, 200, 130, 120, 80)
    window = found(qtbot, "outside", RED)
    with WindowSource(window) as source:
        assert source.read().size == (120, 80)
        # Its program is asked to paint what was outside until now.
        qtbot.waitUntil(lambda: bool(np.all(source.read().pixels == RED)), timeout=20_000)


@pytest.mark.parametrize("x11", [("-extension", "Composite")], indirect=True)
def test_without_the_composite_extension_a_window_is_read_and_its_limit_told(x11, qtbot):
    x11("below", RED, 10, 20, 120, 80)
    window = found(qtbot, "below", RED)
    with WindowSource(window) as source:
        assert "no Composite extension" in source.info.notes[0]
        assert np.all(source.read().pixels == RED)


def test_windows_of_the_program_itself_are_not_listed(x11, qtbot, monkeypatch):
    program = x11("ours", RED, 10, 20, 120, 80)
    found(qtbot, "ours", RED)
    monkeypatch.setattr(x11_desktop.os, "getpid", lambda: program.pid)
    assert [each.title for each in desktop_window.list_windows()] == []


def test_the_screen_of_x11_is_read_whole_and_in_part(x11, qtbot):
    x11("on screen", RED, 10, 20, 120, 80)
    found(qtbot, "on screen", RED)
    with ScreenSource() as source:
        frame = source.read()
        assert source.info.detail == "X11"
        assert frame.size == (300, 200)
        assert np.all(frame.pixels[20:100, 10:130] == RED)
        assert not np.any(np.all(frame.pixels[:20] == RED, axis=2))
    with ScreenSource(ScreenRegion(100, 60, 60, 90)) as source:
        part = source.read().pixels
        assert part.shape == (90, 60, 3)
        assert np.all(part[:40, :30] == RED)
        assert not np.any(np.all(part[40:] == RED, axis=2))
    with ScreenSource(ScreenRegion(250, 150, 100, 100)) as source:
        assert source.read().size == (50, 50)
    with pytest.raises(Problem, match="300×200"):
        ScreenSource(ScreenRegion(300, 0, 10, 10))


def test_ten_bits_a_channel_become_eight():
    red, green, blue = 1023, 514, 3
    raw = np.array([[red << 20 | green << 10 | blue]], np.uint32).view(np.uint8).reshape(1, 1, 4)
    assert x11_desktop.from_ten_bits(raw).tolist() == [[[255, 128, 0]]]
