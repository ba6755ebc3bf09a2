"""The Composite extension of X11: a window's own picture, whatever covers it.

Without it, a window that another lies over is read with the other one's pixels in it, and one that
is partly outside the screen not at all. Requests: ``xcb/composite.h``.
"""

from __future__ import annotations

import ctypes
from ctypes import POINTER, Structure, c_uint8, c_uint32, c_void_p
from typing import Any

_AUTOMATIC = 0
"""The server goes on drawing the window on the screen."""


class CompositeMissing(OSError):
    """There is no libxcb-composite, or the server lacks the extension."""


class _Cookie(Structure):
    _fields_ = (("sequence", c_uint32),)


class _Extension(Structure):
    """``xcb_query_extension_reply_t``."""

    _fields_ = (("response", c_uint8), ("pad", c_uint8), ("sequence", ctypes.c_uint16),
                ("length", c_uint32), ("present", c_uint8))  # fmt: skip


class Composite:
    """On a connection of libxcb, which ends what was begun here. Raises `CompositeMissing`."""

    def __init__(self, xcb: Any, connection: int) -> None:
        try:
            library = ctypes.CDLL("libxcb-composite.so.0")
        except OSError as error:
            raise CompositeMissing(str(error)) from error
        _declare(xcb, library)
        identity = ctypes.c_char.in_dll(library, "xcb_composite_id")
        found = xcb.xcb_get_extension_data(connection, ctypes.byref(identity))
        # A request for an extension that is not there would end the connection.
        if not found or not found.contents.present:
            raise CompositeMissing("the X server has no Composite extension")
        self._xcb, self._library, self._connection = xcb, library, connection
        self._free = ctypes.CDLL(None).free
        self._free.argtypes = [c_void_p]
        # From version 0.2 on a window's picture has a name.
        self._free(
            library.xcb_composite_query_version_reply(
                connection, library.xcb_composite_query_version(connection, 0, 4), None
            )
        )
        self._pixmap = int(xcb.xcb_generate_id(connection))
        self._kept: set[int] = set()

    def pixmap_of(self, window: int) -> int:
        """A drawable with all of a window and its border, until `release`.

        A new one each time, because the old one stays as it was when the window changes its size.
        """
        if window not in self._kept:
            self._kept.add(window)
            self._library.xcb_composite_redirect_window(self._connection, window, _AUTOMATIC)
        self._library.xcb_composite_name_window_pixmap(self._connection, window, self._pixmap)
        return self._pixmap

    def release(self) -> None:
        self._xcb.xcb_free_pixmap(self._connection, self._pixmap)
        # What could not be done, for a window that is minimised, is told as an event.
        while event := self._xcb.xcb_poll_for_event(self._connection):
            self._free(event)


def _declare(xcb: Any, library: Any) -> None:
    for function, result, arguments in (
        (xcb.xcb_get_extension_data, POINTER(_Extension), [c_void_p, c_void_p]),
        (xcb.xcb_generate_id, c_uint32, [c_void_p]),
        (xcb.xcb_free_pixmap, _Cookie, [c_void_p, c_uint32]),
        (xcb.xcb_poll_for_event, c_void_p, [c_void_p]),
        (library.xcb_composite_query_version, _Cookie, [c_void_p, c_uint32, c_uint32]),
        (library.xcb_composite_query_version_reply, c_void_p, [c_void_p, _Cookie, c_void_p]),
        (library.xcb_composite_redirect_window, _Cookie, [c_void_p, c_uint32, c_uint8]),
        (library.xcb_composite_name_window_pixmap, _Cookie, [c_void_p, c_uint32, c_uint32]),
    ):
        function.restype, function.argtypes = result, arguments
