"""The screens and windows of a Windows desktop and their pictures, through user32 and gdi32.

``PrintWindow`` with ``PW_RENDERFULLCONTENT`` has a window paint itself, so it need not be in front,
nor whole on the screen. Names and numbers are those of ``WinUser.h``, ``wingdi.h``, ``dwmapi.h``.
"""

from __future__ import annotations

import ctypes
import os
from contextlib import contextmanager
from ctypes import POINTER, Structure, c_int, c_int32, c_uint32, c_void_p, c_wchar_p
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from pixelwatt_upscaler.text import tr

from .desktops import DesktopMissing, DesktopWindow, ScreenRegion
from .frames import Size

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .frames import Rgb

_CLOAKED = 14
"""``DWMWA_CLOAKED``: of another virtual desktop, or an app that sleeps."""
_EXTENDED_STYLE, _TOOL_WINDOW, _APP_WINDOW = -20, 0x80, 0x40000
_CLIENT_ONLY, _RENDER_FULL_CONTENT = 1, 2
_VIRTUAL_SCREEN = (76, 77, 78, 79)
"""``SM_XVIRTUALSCREEN`` and after it: left, top, width, height of all screens together."""
_SOURCE_COPY, _LAYERED_TOO = 0x00CC0020, 0x40000000
_PER_MONITOR_AWARE = c_void_p(-4)
_LONGEST_TITLE = 1024


class _Rect(Structure):
    _fields_ = (("left", c_int32), ("top", c_int32), ("right", c_int32), ("bottom", c_int32))


class _BitmapInfo(Structure):
    """``BITMAPINFOHEADER`` and the one colour after it that ``BITMAPINFO`` has."""

    _fields_ = (
        ("size", c_uint32), ("width", c_int32), ("height", c_int32), ("planes", ctypes.c_uint16),
        ("bits", ctypes.c_uint16), ("compression", c_uint32), ("image_size", c_uint32),
        ("x_density", c_int32), ("y_density", c_int32), ("colours_used", c_uint32),
        ("colours_important", c_uint32), ("colour", c_uint32),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Canvas:
    """Memory that a window paints into: rows from the top, bytes blue, green, red, nothing."""

    context: int
    bitmap: int
    bits: int
    size: Size


class Win32Desktop:
    """The desktop that the program runs on; `close` gives its memory back.

    Raises `DesktopMissing`. One thread at a time may use it.
    """

    system = "Windows"
    limits: tuple[str, ...] = ()

    def __init__(self) -> None:
        try:
            self._user, self._gdi, self._dwm = _libraries()
        except (AttributeError, OSError) as error:
            raise DesktopMissing(
                str(error), tr("Record the screen and open the recording.")
            ) from error
        self._canvas: _Canvas | None = None

    def close(self) -> None:
        canvas, self._canvas = self._canvas, None
        if canvas is not None:
            # A bitmap that is selected into a context is only let go with that.
            self._gdi.DeleteDC(canvas.context)
            self._gdi.DeleteObject(canvas.bitmap)

    def windows(self) -> list[DesktopWindow]:
        """Those of other programs that Alt+Tab shows, from front to back."""
        found: list[DesktopWindow] = []

        def look(handle: int, _argument: int) -> int:
            if self._is_listed(handle) and (title := self._title(handle)):
                found.append(DesktopWindow(handle, title))
            return 1

        self._user.EnumWindows(_EnumProc(look), 0)
        return found

    def exists(self, window: int) -> bool:
        return bool(self._user.IsWindow(window))

    def picture(self, window: int) -> Rgb | None:
        """What a window shows inside its frame: uint8 height x width x 3.

        None while it is minimised, hidden, or does not react.
        """
        if not self._user.IsWindowVisible(window) or self._user.IsIconic(window):
            return None
        if self._user.IsHungAppWindow(window):
            return None  # to ask it to paint would hang as well
        with self._physical_pixels():
            area = _Rect()
            if not self._user.GetClientRect(window, ctypes.byref(area)):
                return None
            size = Size(area.right - area.left, area.bottom - area.top)
            canvas = self._canvas_of(size) if size.width > 0 and size.height > 0 else None
            if canvas is None:
                return None
            how = _CLIENT_ONLY | _RENDER_FULL_CONTENT
            if not self._user.PrintWindow(window, canvas.context, how):
                return None
            return self._pixels_of(canvas)

    def screen(self, region: ScreenRegion | None) -> Rgb | None:
        """Copied from the screen; from the desktop of all screens, whose corner may be negative."""
        with self._physical_pixels():
            whole = ScreenRegion(*(self._user.GetSystemMetrics(index) for index in _VIRTUAL_SCREEN))
            area = region.within(whole) if region else whole
            if area is None:
                return None
            canvas = self._canvas_of(Size(area.width, area.height))
            shown = self._user.GetDC(None)
            if canvas is None or not shown:
                return None
            try:
                copied = self._gdi.BitBlt(
                    canvas.context, 0, 0, area.width, area.height,
                    shown, area.left, area.top, _SOURCE_COPY | _LAYERED_TOO,
                )  # fmt: skip
            finally:
                self._user.ReleaseDC(None, shown)
            return self._pixels_of(canvas) if copied else None

    def _pixels_of(self, canvas: _Canvas) -> Rgb:
        self._gdi.GdiFlush()
        width, height = canvas.size
        memory = (ctypes.c_uint8 * (width * height * 4)).from_address(canvas.bits)
        raw = np.ctypeslib.as_array(memory).reshape(height, width, 4)
        pixels: Rgb = cv2.cvtColor(raw, cv2.COLOR_BGRA2RGB)
        return pixels

    def _is_listed(self, window: int) -> bool:
        if not self._user.IsWindowVisible(window) or window == self._user.GetShellWindow():
            return False
        style = self._user.GetWindowLongW(window, _EXTENDED_STYLE)
        if style & _TOOL_WINDOW and not style & _APP_WINDOW:
            return False
        process = c_uint32()
        self._user.GetWindowThreadProcessId(window, ctypes.byref(process))
        if process.value == os.getpid():
            return False
        cloaked = c_uint32()
        asked = self._dwm.DwmGetWindowAttribute(
            window, _CLOAKED, ctypes.byref(cloaked), ctypes.sizeof(cloaked)
        )
        return asked != 0 or not cloaked.value

    def _title(self, window: int) -> str:
        text = ctypes.create_unicode_buffer(_LONGEST_TITLE)
        self._user.GetWindowTextW(window, text, _LONGEST_TITLE)
        return text.value.strip()

    def _canvas_of(self, size: Size) -> _Canvas | None:
        if self._canvas is not None and self._canvas.size == size:
            return self._canvas
        self.close()
        # A negative height puts the first row at the top.
        info = _BitmapInfo(size=40, width=size.width, height=-size.height, planes=1, bits=32)
        bits = c_void_p()
        context = self._gdi.CreateCompatibleDC(None)
        bitmap = self._gdi.CreateDIBSection(
            context, ctypes.byref(info), 0, ctypes.byref(bits), None, 0
        )
        if not bitmap or bits.value is None:
            self._gdi.DeleteDC(context)
            return None
        self._gdi.SelectObject(context, bitmap)
        self._canvas = _Canvas(context, bitmap, bits.value, size)
        return self._canvas

    @contextmanager
    def _physical_pixels(self) -> Iterator[None]:
        """Sizes in the screen's own pixels, on this thread, where Windows knows of them (10)."""
        set_awareness = getattr(self._user, "SetThreadDpiAwarenessContext", None)
        before = set_awareness(_PER_MONITOR_AWARE) if set_awareness else None
        try:
            yield
        finally:
            if set_awareness and before:
                set_awareness(before)


# Windows' calling convention is named only there.
_EnumProc: Any = getattr(ctypes, "WINFUNCTYPE", ctypes.CFUNCTYPE)(c_int, c_void_p, c_void_p)


def _libraries() -> tuple[Any, Any, Any]:
    """user32, gdi32 and dwmapi with the types of what is called of them."""
    window, handle = c_void_p, c_void_p
    user = _declared("user32", {
        "EnumWindows": (c_int, [_EnumProc, c_void_p]),
        "IsWindow": (c_int, [window]),
        "IsWindowVisible": (c_int, [window]),
        "IsIconic": (c_int, [window]),
        "IsHungAppWindow": (c_int, [window]),
        "GetShellWindow": (window, []),
        "GetWindowLongW": (c_int32, [window, c_int]),
        "GetWindowTextW": (c_int, [window, c_wchar_p, c_int]),
        "GetClientRect": (c_int, [window, POINTER(_Rect)]),
        "PrintWindow": (c_int, [window, handle, c_uint32]),
        "GetWindowThreadProcessId": (c_uint32, [window, POINTER(c_uint32)]),
        "GetSystemMetrics": (c_int, [c_int]),
        "GetDC": (handle, [window]),
        "ReleaseDC": (c_int, [window, handle]),
    })  # fmt: skip
    if hasattr(user, "SetThreadDpiAwarenessContext"):
        user.SetThreadDpiAwarenessContext.restype = handle
        user.SetThreadDpiAwarenessContext.argtypes = [handle]
    gdi = _declared("gdi32", {
        "CreateCompatibleDC": (handle, [handle]),
        "DeleteDC": (c_int, [handle]),
        "CreateDIBSection": (
            handle, [handle, POINTER(_BitmapInfo), c_uint32, POINTER(c_void_p), handle, c_uint32]
        ),
        "SelectObject": (handle, [handle, handle]),
        "DeleteObject": (c_int, [handle]),
        "GdiFlush": (c_int, []),
        "BitBlt": (c_int, [handle, *[c_int] * 4, handle, c_int, c_int, c_uint32]),
    })  # fmt: skip
    dwm = _declared("dwmapi", {
        "DwmGetWindowAttribute": (c_int32, [window, c_uint32, c_void_p, c_uint32]),
    })  # fmt: skip
    return user, gdi, dwm


def _declared(name: str, signatures: dict[str, tuple[Any, list[Any]]]) -> Any:
    # A library of our own, so that types are not changed for everybody who uses ctypes.windll.
    library = ctypes.WinDLL(name)  # type: ignore[attr-defined]
    for function_name, (result, arguments) in signatures.items():
        function = getattr(library, function_name)
        function.restype, function.argtypes = result, arguments
    return library
