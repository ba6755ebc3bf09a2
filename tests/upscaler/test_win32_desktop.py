"""Windows' screens and windows, over stand-ins that work as its documentation says."""

from __future__ import annotations

import ctypes
import os
from dataclasses import dataclass

import numpy as np
import pytest

from pixelwatt.api import Problem
from pixelwatt_upscaler.core import desktop_window, desktops, win32_desktop
from pixelwatt_upscaler.core.desktop_window import WindowSource
from pixelwatt_upscaler.core.desktops import DesktopMissing, DesktopWindow, ScreenRegion
from pixelwatt_upscaler.core.frames import Size
from pixelwatt_upscaler.core.screen import ScreenSource
from pixelwatt_upscaler.core.win32_desktop import Win32Desktop

from .live_sources import picture

TOOL_WINDOW, APP_WINDOW = 0x80, 0x40000


@dataclass
class Window:
    title: str = ""
    shown: object = None
    """What it paints: height x width x 3."""
    visible: bool = True
    minimised: bool = False
    hangs: bool = False
    style: int = 0
    cloaked: int = 0
    paints: bool = True
    process: int = 1


class System:
    """user32, gdi32 and dwmapi in one."""

    def __init__(self, **windows):
        self.windows = dict(enumerate(windows.values(), start=100))
        self.bitmaps = {}
        self.freed = []
        self.awareness = []
        self.shell = 0
        self.desktop = picture(Size(130, 70))
        self.copies = True
        self.lent = 0

    def EnumWindows(self, look, argument):
        for number in self.windows:
            look(number, argument)
        return 1

    def IsWindow(self, number):
        return int(number in self.windows)

    def IsWindowVisible(self, number):
        return int(number in self.windows and self.windows[number].visible)

    def IsIconic(self, number):
        return int(self.windows[number].minimised)

    def IsHungAppWindow(self, number):
        return int(self.windows[number].hangs)

    def GetShellWindow(self):
        return self.shell

    def GetWindowLongW(self, number, _index):
        return self.windows[number].style

    def GetWindowTextW(self, number, text, most):
        text.value = self.windows[number].title[: most - 1]
        return len(text.value)

    def DwmGetWindowAttribute(self, number, attribute, value, _size):
        assert attribute == 14
        value._obj.value = self.windows[number].cloaked
        return 0

    def GetClientRect(self, number, area):
        height, width = self.windows[number].shown.shape[:2]
        area._obj.right, area._obj.bottom = width, height
        return 1

    def SetThreadDpiAwarenessContext(self, context):
        self.awareness.append(ctypes.c_void_p(getattr(context, "value", context)).value)
        return 1

    def CreateCompatibleDC(self, _like):
        return 7

    def CreateDIBSection(self, _context, info, _usage, bits, _section, _offset):
        header = info._obj
        assert (header.size, header.planes, header.bits, header.compression) == (40, 1, 32, 0)
        assert header.height < 0, "the first row is at the top"
        memory = (ctypes.c_uint8 * (header.width * -header.height * 4))()
        bits._obj.value = ctypes.addressof(memory)
        self.bitmaps[len(self.bitmaps) + 1] = (memory, -header.height, header.width)
        return len(self.bitmaps)

    def SelectObject(self, _context, bitmap):
        self.selected = bitmap
        return 1

    def PrintWindow(self, number, _context, how):
        assert how == 3, "the inside, also of what the graphics card draws"
        memory, height, width = self.bitmaps[self.selected]
        rows = np.ctypeslib.as_array(memory).reshape(height, width, 4)
        rows[:, :, :3] = self.windows[number].shown[:, :, ::-1]
        return int(self.windows[number].paints)

    def GetWindowThreadProcessId(self, number, process):
        process._obj.value = self.windows[number].process
        return 1

    def GetSystemMetrics(self, index):
        """Two screens, the left one left of the first, whose corner is 0, 0."""
        return {76: -50, 77: -10, 78: 130, 79: 70}[index]

    def GetDC(self, window):
        assert window is None
        self.lent += 1
        return 3

    def ReleaseDC(self, _window, context):
        self.freed.append(("screen", context))

    def BitBlt(self, _context, x, y, width, height, screen, left, top, how):
        assert (x, y, screen, how) == (0, 0, 3, 0x00CC0020 | 0x40000000)
        memory, *size = self.bitmaps[self.selected]
        assert size == [height, width]
        rows = np.ctypeslib.as_array(memory).reshape(height, width, 4)
        shown = self.desktop[top + 10 : top + 10 + height, left + 50 : left + 50 + width]
        rows[:, :, :3] = shown[:, :, ::-1]
        return int(self.copies)

    def GdiFlush(self):
        return 1

    def DeleteDC(self, context):
        self.freed.append(("context", context))

    def DeleteObject(self, bitmap):
        self.freed.append(("bitmap", bitmap))


@pytest.fixture
def system(monkeypatch):
    made = System(first=Window("游戏 & window", picture(Size(40, 30))))
    monkeypatch.setattr(win32_desktop, "_libraries", lambda: (made, made, made))
    monkeypatch.setattr(desktops.platform, "system", lambda: "Windows")
    monkeypatch.setattr(desktop_window, "sleep", lambda _seconds: None)
    return made


def test_what_alt_tab_shows_is_listed(system):
    shown = picture(Size(4, 4))
    system.windows |= {
        1: Window("hidden", shown, visible=False),
        2: Window("", shown),
        3: Window("palette", shown, style=TOOL_WINDOW),
        4: Window("palette with a button", shown, style=TOOL_WINDOW | APP_WINDOW),
        5: Window("on another desktop", shown, cloaked=2),
        6: Window("Program Manager", shown),
        7: Window("minimised", shown, minimised=True),
        8: Window("Pixelwatt", shown, process=os.getpid()),
    }
    system.shell = 6
    titles = [window.title for window in desktop_window.list_windows()]
    assert titles == ["游戏 & window", "palette with a button", "minimised"]


def test_a_window_is_read_in_the_screen_s_own_pixels(system):
    (window,) = desktop_window.list_windows()
    with WindowSource(window) as source:
        assert source.info.detail == "Windows"
        np.testing.assert_array_equal(source.read().pixels, picture(Size(40, 30)))
    # Per-monitor awareness for as long as it takes, then as before.
    assert system.awareness[-2:] == [ctypes.c_void_p(-4).value, 1]
    assert system.freed == [("context", 7), ("bitmap", 1)]


def test_one_bitmap_serves_until_the_size_changes(system):
    with WindowSource(DesktopWindow(100, "x")) as source:
        source.read()
        first = source.read().pixels
        assert len(system.bitmaps) == 1
        system.windows[100].shown = picture(Size(50, 20), index=5)
        np.testing.assert_array_equal(source.read().pixels, picture(Size(50, 20), index=5))
        np.testing.assert_array_equal(first, picture(Size(40, 30)))
    assert len(system.bitmaps) == 2
    assert len(system.freed) == 4


@pytest.mark.parametrize("state", ["minimised", "hangs"])
def test_what_cannot_paint_stays_what_it_was(system, state):
    with WindowSource(DesktopWindow(100, "x")) as source:
        before = source.read()
        setattr(system.windows[100], state, True)
        system.windows[100].shown = picture(Size(9, 9))
        np.testing.assert_array_equal(source.read().pixels, before.pixels)


def test_a_window_that_refuses_to_paint_or_has_no_inside_gives_nothing(system):
    desktop = Win32Desktop()
    system.windows[100].paints = False
    assert desktop.picture(100) is None
    system.windows[100].shown = np.zeros((0, 0, 3), np.uint8)
    assert desktop.picture(100) is None
    desktop.close()


def test_a_window_closed_while_it_is_captured_says_so(system):
    with WindowSource(DesktopWindow(100, "x")) as source:
        source.read()
        del system.windows[100]
        for _again in range(2):
            with pytest.raises(Problem, match="“x” was closed"):
                source.read()


def test_a_windows_without_these_functions_is_a_problem(system, monkeypatch):
    def missing():
        raise AttributeError("function 'PrintWindow' not found")

    monkeypatch.setattr(win32_desktop, "_libraries", missing)
    with pytest.raises(DesktopMissing):
        Win32Desktop()
    with pytest.raises(Problem, match="PrintWindow"):
        desktop_window.list_windows()


def test_all_screens_are_read_also_those_left_of_the_first(system):
    with ScreenSource() as source:
        assert source.info.detail == "Windows"
        np.testing.assert_array_equal(source.read().pixels, system.desktop)
    with ScreenSource(ScreenRegion(-50, 0, 50, 60)) as source:
        np.testing.assert_array_equal(source.read().pixels, system.desktop[10:70, :50])
    # One pixel too large, as it comes of rounding.
    with ScreenSource(ScreenRegion(0, 0, 81, 61)) as source:
        assert source.info.size == (80, 60)
    assert system.freed.count(("screen", 3)) == system.lent > 0
    with pytest.raises(Problem, match="130×70"):
        ScreenSource(ScreenRegion(80, 0, 10, 10))


def test_a_screen_that_cannot_be_copied_is_a_problem(system):
    """As while it is locked."""
    system.copies = False
    with pytest.raises(Problem, match="the system gives no picture"):
        ScreenSource()
