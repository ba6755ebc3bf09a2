"""The Composite extension of X11: a window's own picture, whatever covers it.

Without it, a window that another lies over is read with the other one's pixels in it, and one that
is partly outside the screen not at all. Its few requests (``compositeproto.h``) are written here,
and libxcb itself sends them, because libxcb-composite is not on every desktop.
"""

from __future__ import annotations

import ctypes
import struct
from ctypes import (
    POINTER,
    Structure,
    c_char_p,
    c_int,
    c_size_t,
    c_uint,
    c_uint8,
    c_uint32,
    c_void_p,
)
from typing import Any

from pixelwatt_upscaler.text import tr

_QUERY_VERSION, _REDIRECT_WINDOW, _NAME_WINDOW_PIXMAP = 0, 1, 6
_AUTOMATIC = 0
"""The server goes on drawing the window on the screen."""


class CompositeMissing(OSError):
    """The X server lacks the extension."""


class _Extension(Structure):
    """``xcb_extension_t``; libxcb keeps a number of its own in it."""

    _fields_ = (("name", c_char_p), ("number", c_int))


class _Found(Structure):
    """``xcb_query_extension_reply_t``."""

    _fields_ = (("response", c_uint8), ("pad", c_uint8), ("sequence", ctypes.c_uint16),
                ("length", c_uint32), ("present", c_uint8))  # fmt: skip


class _Part(Structure):
    """``struct iovec``."""

    _fields_ = (("base", c_void_p), ("length", c_size_t))


class _Request(Structure):
    """``xcb_protocol_request_t``."""

    _fields_ = (("parts", c_size_t), ("extension", POINTER(_Extension)), ("opcode", c_uint8),
                ("is_void", c_uint8))  # fmt: skip


_COMPOSITE = _Extension(b"Composite", 0)


class Composite:
    """On a connection of libxcb, which ends what was begun here. Raises `CompositeMissing`."""

    def __init__(self, xcb: Any, connection: int) -> None:
        _declare(xcb)
        found = xcb.xcb_get_extension_data(connection, ctypes.byref(_COMPOSITE))
        # A request for an extension that is not there would end the connection.
        if not found or not found.contents.present:
            raise CompositeMissing(tr("the X server has no Composite extension"))
        self._xcb, self._connection = xcb, connection
        self._free = ctypes.CDLL(None).free
        self._free.argtypes = [c_void_p]
        # From version 0.2 on a window's picture has a name.
        asked = self._send(_QUERY_VERSION, struct.pack("=II", 0, 4), is_void=False)
        self._free(xcb.xcb_wait_for_reply(connection, asked, None))
        self._pixmap = int(xcb.xcb_generate_id(connection))
        self._kept: set[int] = set()

    def pixmap_of(self, window: int) -> int:
        """A drawable with all of a window and its border, until `release`.

        A new one each time, because the old one stays as it was when the window changes its size.
        """
        if window not in self._kept:
            self._kept.add(window)
            self._send(_REDIRECT_WINDOW, struct.pack("=IBxxx", window, _AUTOMATIC))
        self._send(_NAME_WINDOW_PIXMAP, struct.pack("=II", window, self._pixmap))
        return self._pixmap

    def release(self) -> None:
        self._xcb.xcb_free_pixmap(self._connection, self._pixmap)
        # What could not be done, for a window that is minimised, is told as an event.
        while event := self._xcb.xcb_poll_for_event(self._connection):
            self._free(event)

    def _send(self, opcode: int, body: bytes, *, is_void: bool = True) -> int:
        """The four bytes of the head are libxcb's, and so are two parts before those it gets."""
        data = ctypes.create_string_buffer(bytes(4) + body, 4 + len(body))
        parts = (_Part * 3)()
        parts[2] = _Part(ctypes.addressof(data), len(data))
        request = _Request(1, ctypes.pointer(_COMPOSITE), opcode, is_void)
        given = ctypes.byref(parts, 2 * ctypes.sizeof(_Part))
        sequence = self._xcb.xcb_send_request(self._connection, 0, given, ctypes.byref(request))
        return int(sequence)


def _declare(xcb: Any) -> None:
    for function, result, arguments in (
        (xcb.xcb_get_extension_data, POINTER(_Found), [c_void_p, c_void_p]),
        (xcb.xcb_generate_id, c_uint32, [c_void_p]),
        (xcb.xcb_free_pixmap, c_uint, [c_void_p, c_uint32]),
        (xcb.xcb_poll_for_event, c_void_p, [c_void_p]),
        (xcb.xcb_send_request, c_uint, [c_void_p, c_int, c_void_p, c_void_p]),
        (xcb.xcb_wait_for_reply, c_void_p, [c_void_p, c_uint, c_void_p]),
    ):
        function.restype, function.argtypes = result, arguments
