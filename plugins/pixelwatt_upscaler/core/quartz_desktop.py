"""The windows and screens of a Mac and their pictures, through Core Graphics.

``CGWindowListCreateImage`` is deprecated since macOS 14 but works on; ScreenCaptureKit, which is
to replace it, cannot be called without Objective-C. Where it has gone, `permission` says so.
Numbers are those of ``CGWindow.h``, ``CGImage.h``, ``CFNumber.h`` and ``CFString.h``.
"""

from __future__ import annotations

import ctypes
import os
import sys
from ctypes import POINTER, Structure, c_bool, c_char_p, c_double, c_int64, c_size_t, c_uint32
from ctypes import c_void_p as ref
from functools import cache
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from pixelwatt.api import Available, Unavailable
from pixelwatt_upscaler.text import tr

from .desktops import DesktopMissing, DesktopWindow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .desktops import ScreenRegion
    from .frames import Rgb

_FRAMEWORKS = "/System/Library/Frameworks/{name}.framework/{name}"

_ON_SCREEN_ONLY, _INCLUDING_WINDOW, _EXCLUDE_DESKTOP = 1 << 0, 1 << 3, 1 << 4
_BOUNDS_IGNORE_FRAMING, _BEST_RESOLUTION = 1 << 0, 1 << 3
"""Without the shadow around the window; in the screen's own pixels."""
_NO_ALPHA_FIRST, _LITTLE_ENDIAN = 6, 2 << 12
"""Together: bytes blue, green, red, nothing."""
_NORMAL_LAYER = 0
_INT64, _UTF8 = 4, 0x08000100
_LONGEST_TITLE = 4096


class _Rect(Structure):
    _fields_ = (("x", c_double), ("y", c_double), ("width", c_double), ("height", c_double))


_AS_LARGE_AS_THE_WINDOW = _Rect(float("inf"), float("inf"), 0, 0)
"""``CGRectNull``."""
_MOST = sys.float_info.max
_EVERYWHERE = _Rect(-_MOST / 2, -_MOST / 2, _MOST, _MOST)
"""``CGRectInfinite``."""


def is_forbidden() -> bool:
    """Whether the person has not allowed the program to read the screen, or not been asked yet."""
    try:
        return not _libraries()[0].CGPreflightScreenCaptureAccess()
    except (AttributeError, OSError):
        return False


def permission() -> Available | Unavailable:
    """Whether the person has allowed the program to read the screen; asks nothing."""
    try:
        graphics, _foundation = _libraries()
    except (AttributeError, OSError) as error:
        return Unavailable(
            tr("this macOS lacks a function: {why}", why=error),
            tr("Record the screen and open the recording."),
        )
    if graphics.CGPreflightScreenCaptureAccess():
        return Available()
    return Unavailable(
        tr("macOS has not allowed Pixelwatt to record the screen"),
        tr("Allow it in System Settings, Privacy & Security, Screen & System Audio Recording; "
           "then start Pixelwatt again."),
    )  # fmt: skip


def request_permission() -> None:
    """Have macOS ask the person, which it does once; from then on Pixelwatt is in its list."""
    _libraries()[0].CGRequestScreenCaptureAccess()


class QuartzDesktop:
    """The windows of whoever is logged in. Raises `DesktopMissing`."""

    system = "macOS"
    limits: tuple[str, ...] = ()

    def __init__(self) -> None:
        try:
            self._graphics, self._foundation = _libraries()
        except (AttributeError, OSError) as error:
            raise DesktopMissing(
                str(error), tr("Record the screen and open the recording.")
            ) from error

    def close(self) -> None:
        """Nothing is held between pictures."""

    def windows(self) -> list[DesktopWindow]:
        """Those of other programs, from front to back, as "program: title"."""
        found = []
        for entry in self._entries(_ON_SCREEN_ONLY | _EXCLUDE_DESKTOP, 0):
            if self._number(entry, "kCGWindowLayer") != _NORMAL_LAYER:
                continue
            if self._number(entry, "kCGWindowOwnerPID") == os.getpid():
                continue
            number = self._number(entry, "kCGWindowNumber")
            names = (self._text(entry, "kCGWindowOwnerName"), self._text(entry, "kCGWindowName"))
            if number and names[1]:
                found.append(DesktopWindow(number, ": ".join(name for name in names if name)))
        return found

    def exists(self, window: int) -> bool:
        return any(
            self._number(entry, "kCGWindowNumber") == window
            for entry in self._entries(_INCLUDING_WINDOW, window)
        )

    def picture(self, window: int) -> Rgb | None:
        """What a window shows, in sRGB: uint8 height x width x 3; None while it shows nothing."""
        how = _BOUNDS_IGNORE_FRAMING | _BEST_RESOLUTION
        return self._pixels(_AS_LARGE_AS_THE_WINDOW, _INCLUDING_WINDOW, window, how)

    def screen(self, region: ScreenRegion | None) -> Rgb | None:
        """In the screens' own pixels, which are more than points on a Retina screen."""
        bounds = _EVERYWHERE
        if region is not None:
            bounds = _Rect(region.left, region.top, region.width, region.height)
        return self._pixels(bounds, _ON_SCREEN_ONLY, 0, _BEST_RESOLUTION)

    def _pixels(self, bounds: _Rect, options: int, window: int, how: int) -> Rgb | None:
        graphics = self._graphics
        image = graphics.CGWindowListCreateImage(bounds, options, window, how)
        if not image:
            return None
        try:
            width, height = graphics.CGImageGetWidth(image), graphics.CGImageGetHeight(image)
            # An image of one pixel stands for a window that has none.
            return self._drawn(image, width, height) if width > 1 and height > 1 else None
        finally:
            graphics.CGImageRelease(image)

    def _drawn(self, image: int, width: int, height: int) -> Rgb | None:
        """Drawn into memory of ours, whatever order, depth and profile the screen has."""
        graphics = self._graphics
        raw = np.zeros((height, width, 4), np.uint8)
        space = graphics.CGColorSpaceCreateWithName(_constant(graphics, "kCGColorSpaceSRGB"))
        context = graphics.CGBitmapContextCreate(
            raw.ctypes.data, width, height, 8, width * 4, space, _NO_ALPHA_FIRST | _LITTLE_ENDIAN
        )
        graphics.CGColorSpaceRelease(space)
        if not context:
            return None
        graphics.CGContextDrawImage(context, _Rect(0, 0, width, height), image)
        graphics.CGContextRelease(context)
        pixels: Rgb = cv2.cvtColor(raw, cv2.COLOR_BGRA2RGB)
        return pixels

    def _entries(self, options: int, window: int) -> Iterator[int]:
        """The dictionaries that describe windows; each is valid until the next."""
        listed = self._graphics.CGWindowListCopyWindowInfo(options, window)
        if not listed:
            return
        try:
            for index in range(self._foundation.CFArrayGetCount(listed)):
                yield self._foundation.CFArrayGetValueAtIndex(listed, index)
        finally:
            self._foundation.CFRelease(listed)

    def _number(self, entry: int, key: str) -> int | None:
        value = self._foundation.CFDictionaryGetValue(entry, _constant(self._graphics, key))
        number = c_int64()
        if value and self._foundation.CFNumberGetValue(value, _INT64, ctypes.byref(number)):
            return number.value
        return None

    def _text(self, entry: int, key: str) -> str:
        value = self._foundation.CFDictionaryGetValue(entry, _constant(self._graphics, key))
        text = ctypes.create_string_buffer(_LONGEST_TITLE)
        if value and self._foundation.CFStringGetCString(value, text, _LONGEST_TITLE, _UTF8):
            return text.value.decode("utf-8", "replace").strip()
        return ""


def _constant(library: Any, name: str) -> ref:
    """A string that a library exports, such as the key of a dictionary."""
    return ref.in_dll(library, name)


@cache
def _libraries() -> tuple[Any, Any]:
    """Core Graphics and Core Foundation with the types of what is called of them."""
    graphics = _declared("CoreGraphics", {
        "CGPreflightScreenCaptureAccess": (c_bool, []),
        "CGRequestScreenCaptureAccess": (c_bool, []),
        "CGWindowListCopyWindowInfo": (ref, [c_uint32, c_uint32]),
        "CGWindowListCreateImage": (ref, [_Rect, c_uint32, c_uint32, c_uint32]),
        "CGImageGetWidth": (c_size_t, [ref]),
        "CGImageGetHeight": (c_size_t, [ref]),
        "CGImageRelease": (None, [ref]),
        "CGColorSpaceCreateWithName": (ref, [ref]),
        "CGColorSpaceRelease": (None, [ref]),
        "CGBitmapContextCreate": (
            ref, [ref, c_size_t, c_size_t, c_size_t, c_size_t, ref, c_uint32]
        ),
        "CGContextDrawImage": (None, [ref, _Rect, ref]),
        "CGContextRelease": (None, [ref]),
    })  # fmt: skip
    foundation = _declared("CoreFoundation", {
        "CFArrayGetCount": (ctypes.c_ssize_t, [ref]),
        "CFArrayGetValueAtIndex": (ref, [ref, ctypes.c_ssize_t]),
        "CFDictionaryGetValue": (ref, [ref, ref]),
        "CFNumberGetValue": (c_bool, [ref, ctypes.c_ssize_t, POINTER(c_int64)]),
        "CFStringGetCString": (c_bool, [ref, c_char_p, ctypes.c_ssize_t, c_uint32]),
        "CFRelease": (None, [ref]),
    })  # fmt: skip
    return graphics, foundation


def _declared(name: str, signatures: dict[str, tuple[Any, list[Any]]]) -> Any:
    library = ctypes.CDLL(_FRAMEWORKS.format(name=name))
    for function_name, (result, arguments) in signatures.items():
        function = getattr(library, function_name)
        function.restype, function.argtypes = result, arguments
    return library
