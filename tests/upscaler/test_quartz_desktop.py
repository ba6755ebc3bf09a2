"""A Mac's screens and windows, over stand-ins for Core Graphics that work as its headers say."""

from __future__ import annotations

import ctypes
import os

import numpy as np
import pytest

from pixelwatt.api import Available, Problem, Unavailable
from pixelwatt_upscaler.core import desktop_window, desktops, quartz_desktop, screen
from pixelwatt_upscaler.core.desktop_window import WindowSource
from pixelwatt_upscaler.core.desktops import DesktopWindow, ScreenRegion
from pixelwatt_upscaler.core.frames import Size

from .live_sources import picture


def entry(number, owner, name, layer=0, process=1):
    return {
        "kCGWindowOwnerPID": process,
        "kCGWindowNumber": number, "kCGWindowOwnerName": owner, "kCGWindowName": name,
        "kCGWindowLayer": layer,
    }  # fmt: skip


class System:
    """Core Graphics and Core Foundation in one; objects are numbers, as addresses are."""

    def __init__(self):
        self.allowed = True
        self.asked_for_permission = 0
        self.entries = [entry(7, "Game", "Level 3"), entry(8, "Dock", "Dock", layer=20)]
        self.pictures = {7: picture(Size(40, 30))}
        self.alive = {}

    def CGPreflightScreenCaptureAccess(self):
        return self.allowed

    def CGRequestScreenCaptureAccess(self):
        self.asked_for_permission += 1
        return self.allowed

    def CGWindowListCopyWindowInfo(self, options, window):
        if options == 1 << 3:
            return self._new([each for each in self.entries if each["kCGWindowNumber"] == window])
        assert (options, window) == (1 << 0 | 1 << 4, 0)
        return self._new(list(self.entries))

    def CGWindowListCreateImage(self, bounds, options, window, image_options):
        if options == 1 << 0:  # what is on screen, of all windows
            assert (window, image_options) == (0, 1 << 3)
            return self._screen(bounds.x, bounds.y, bounds.width, bounds.height)
        assert (bounds.x, bounds.y, bounds.width) == (float("inf"), float("inf"), 0)
        assert (options, image_options) == (1 << 3, 1 << 0 | 1 << 3)
        shown = self.pictures.get(window)
        return None if shown is None else self._new(shown)

    def _screen(self, left, top, width, height):
        """A Retina screen of 40 x 30 points."""
        shown = picture(Size(80, 60))
        if width < 1e300:
            rows, columns = slice(2 * top, 2 * (top + height)), slice(2 * left, 2 * (left + width))
            rows, columns = (slice(int(s.start), int(s.stop)) for s in (rows, columns))
            shown = shown[rows, columns]
        return self._new(shown) if shown.size else None

    def CGImageGetWidth(self, image):
        return self.alive[image].shape[1]

    def CGImageGetHeight(self, image):
        return self.alive[image].shape[0]

    def CGColorSpaceCreateWithName(self, name):
        assert name == "kCGColorSpaceSRGB"
        return self._new(name)

    def CGBitmapContextCreate(self, data, width, height, bits, stride, space, info):
        assert self.alive[space] == "kCGColorSpaceSRGB"
        # kCGImageAlphaNoneSkipFirst with kCGBitmapByteOrder32Little
        assert (bits, stride, info) == (8, width * 4, 6 | 2 << 12)
        memory = (ctypes.c_uint8 * (height * stride)).from_address(data)
        return self._new(np.ctypeslib.as_array(memory).reshape(height, width, 4))

    def CGContextDrawImage(self, context, area, image):
        rows = self.alive[context]
        assert (area.x, area.y, area.width, area.height) == (0, 0, rows.shape[1], rows.shape[0])
        rows[:, :, :3] = self.alive[image][:, :, ::-1]

    def CFArrayGetCount(self, array):
        return len(self.alive[array])

    def CFArrayGetValueAtIndex(self, array, index):
        return self.alive[array][index]

    def CFDictionaryGetValue(self, described, key):
        value = described.get(key)
        return None if value is None else (value,)

    def CFNumberGetValue(self, value, kind, number):
        assert kind == 4
        if not isinstance(value[0], int):
            return False
        number._obj.value = value[0]
        return True

    def CFStringGetCString(self, value, text, size, encoding):
        assert encoding == 0x08000100
        encoded = value[0].encode()
        if len(encoded) >= size:
            return False
        text.value = encoded
        return True

    def CFRelease(self, number):
        del self.alive[number]

    CGImageRelease = CGColorSpaceRelease = CGContextRelease = CFRelease

    def _new(self, value):
        number = id(object()) + len(self.alive) + 1
        while number in self.alive:
            number += 1
        self.alive[number] = value
        return number


@pytest.fixture
def system(monkeypatch):
    made = System()
    monkeypatch.setattr(quartz_desktop, "_libraries", lambda: (made, made))
    monkeypatch.setattr(quartz_desktop, "_constant", lambda _library, name: name)
    monkeypatch.setattr(desktops.platform, "system", lambda: "Darwin")
    monkeypatch.setattr(desktop_window, "sleep", lambda _seconds: None)
    yield made
    assert not made.alive, "everything that was created is let go"


def test_windows_of_programs_are_listed_with_the_program(system):
    system.entries += [
        entry(9, "编辑器", "文件"),
        entry(10, "No title", None),
        entry(11, None, "No program"),
        entry(None, "No number", "x"),
        entry(12, "Pixelwatt", "Pixelwatt", process=os.getpid()),
    ]
    assert desktop_window.list_windows() == [
        DesktopWindow(7, "Game: Level 3"),
        DesktopWindow(9, "编辑器: 文件"),
        DesktopWindow(11, "No program"),
    ]


def test_a_window_is_drawn_in_srgb_at_its_own_size(system):
    with WindowSource(DesktopWindow(7, "x")) as source:
        assert source.info.detail == "macOS"
        np.testing.assert_array_equal(source.read().pixels, picture(Size(40, 30)))
        system.pictures[7] = picture(Size(50, 20))
        assert source.read().size == (50, 20)


@pytest.mark.parametrize("shown", [None, np.zeros((1, 1, 3), np.uint8)])
def test_a_window_that_shows_nothing_stays_what_it_was(system, shown):
    with WindowSource(DesktopWindow(7, "x")) as source:
        system.pictures[7] = shown
        np.testing.assert_array_equal(source.read().pixels, picture(Size(40, 30)))


def test_a_window_closed_while_it_is_captured_says_so(system):
    with WindowSource(DesktopWindow(7, "x")) as source:
        del system.pictures[7], system.entries[0]
        with pytest.raises(Problem, match="“x” was closed"):
            source.read()


def test_a_screen_is_read_at_its_own_resolution(system):
    with screen.ScreenSource() as source:
        np.testing.assert_array_equal(source.read().pixels, picture(Size(80, 60)))
    with screen.ScreenSource(ScreenRegion(10, 5, 20, 8)) as source:
        assert source.info.size == (40, 16)
        np.testing.assert_array_equal(source.read().pixels, picture(Size(80, 60))[10:26, 20:60])


def test_a_part_outside_every_screen_is_a_problem(system):
    with pytest.raises(Problem, match="outside the screen of 80×60"):
        screen.ScreenSource(ScreenRegion(100, 0, 20, 8))


class TestPermission:
    def test_without_it_the_place_to_allow_it_is_named(self, system):
        system.allowed = False
        state = desktops.availability()
        assert isinstance(state, Unavailable)
        assert "Screen & System Audio Recording" in state.remedy
        with pytest.raises(Problem, match="not allowed"):
            desktop_window.list_windows()
        with pytest.raises(Problem, match="not allowed"):
            screen.ScreenSource()
        assert not system.asked_for_permission

    def test_the_menu_has_macos_ask_for_it(self, system, make_panel):
        system.allowed = False
        menus = {a.text(): a.menu() for a in make_panel().controls.source.menu().actions()}
        menus["Window"].aboutToShow.emit()
        ask = menus["Window"].actions()[-1]
        assert ask.text() == "Ask macOS for it"
        ask.trigger()
        assert system.asked_for_permission == 1

    def test_with_it_nothing_is_asked(self, system):
        assert desktops.availability() == Available()
        assert desktops.permission_request() is None

    def test_a_macos_without_the_function_says_so(self, system, monkeypatch):
        def missing():
            raise AttributeError("symbol not found: CGWindowListCreateImage")

        monkeypatch.setattr(quartz_desktop, "_libraries", missing)
        state = desktops.availability()
        assert isinstance(state, Unavailable)
        assert "CGWindowListCreateImage" in state.reason
        assert desktops.permission_request() is None
