"""The screens and windows of an X11 desktop and their pictures, through libxcb.

libxcb answers a request about a window that has gone with nothing; Xlib would end the program.
Only what is needed of it is declared here. Structures: ``xproto.h`` of libxcb.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import sys
from ctypes import (
    POINTER,
    Structure,
    c_char_p,
    c_int,
    c_int16,
    c_uint8,
    c_uint16,
    c_uint32,
    c_void_p,
)
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from pixelwatt_upscaler.text import tr

from .desktops import DesktopMissing, DesktopWindow, ScreenRegion
from .x11_composite import Composite, CompositeMissing

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from .frames import Rgb

_ANY_TYPE = 0
_Z_PIXMAP = 2
_ALL_PLANES = 0xFFFFFFFF
_VIEWABLE = 2
_TEN_BITS = 30
"""The depth of screens with ten bits a channel."""
_MOST_BYTES = 1 << 16
"""Of a property: longer lists and names are cut."""


class _Cookie(Structure):
    _fields_ = (("sequence", c_uint32),)


class _Screens(Structure):
    _fields_ = (("data", POINTER(c_uint32)), ("rem", c_int), ("index", c_int))
    """``data`` is an ``xcb_screen_t``, whose first field is the root window."""


class _Atom(Structure):
    _fields_ = (("head", c_uint32 * 2), ("atom", c_uint32))


class _Geometry(Structure):
    _fields_ = (
        ("head", c_uint32 * 2), ("root", c_uint32), ("x", c_int16), ("y", c_int16),
        ("width", c_uint16), ("height", c_uint16), ("border", c_uint16),
    )  # fmt: skip


class _Image(Structure):
    _fields_ = (("response", c_uint8), ("depth", c_uint8))


class _Attributes(Structure):
    _fields_ = (
        ("head", c_uint32 * 2), ("visual", c_uint32), ("window_class", c_uint16),
        ("gravity", c_uint8 * 2), ("planes", c_uint32 * 2), ("save_under", c_uint8),
        ("map_is_installed", c_uint8), ("map_state", c_uint8), ("override_redirect", c_uint8),
    )  # fmt: skip


class X11Desktop:
    """A connection to the display that ``DISPLAY`` names; `close` ends it.

    Raises `DesktopMissing`. One thread at a time may use it.
    """

    system = "X11"

    def __init__(self) -> None:
        name = ctypes.util.find_library("xcb") or "libxcb.so.1"
        try:
            self._xcb = _declared(ctypes.CDLL(name))
        except OSError as error:
            raise DesktopMissing(str(error), tr("Install libxcb1.")) from error
        self._free = ctypes.CDLL(None).free
        self._free.argtypes = [c_void_p]
        number = c_int()
        self._connection = self._xcb.xcb_connect(None, ctypes.byref(number))
        if self._xcb.xcb_connection_has_error(self._connection):
            self.close()
            raise DesktopMissing(
                tr("no X11 display answers"), tr("Start it from a desktop session.")
            )
        setup = self._xcb.xcb_get_setup(self._connection)
        self._root = int(self._xcb.xcb_setup_roots_iterator(setup).data[0])
        names = ("_NET_CLIENT_LIST", "_NET_WM_NAME", "_NET_WM_PID")
        self._names = {name: self._atom(name) for name in names}
        self.limits: tuple[str, ...] = ()
        self._composite: Composite | None = None
        try:
            self._composite = Composite(self._xcb, self._connection)
        except CompositeMissing as error:
            self.limits = (
                tr("where another window covers it, that one is seen ({why})", why=error),
            )

    def close(self) -> None:
        if self._connection is not None:
            self._xcb.xcb_disconnect(self._connection)
            self._connection = None

    def windows(self) -> list[DesktopWindow]:
        """Those of programs, as the window manager lists them; without one, all on top."""
        listed = self._property(self._root, self._names["_NET_CLIENT_LIST"])
        ids = np.frombuffer(listed[: len(listed) // 4 * 4], np.uint32)
        found = []
        for number in ids if ids.size else self._children():
            window = int(number)
            title = self._title(window)
            if title and self._is_shown(window) and not self._is_ours(window):
                found.append(DesktopWindow(window, title))
        return found

    def exists(self, window: int) -> bool:
        return self._geometry(window) is not None

    def picture(self, window: int) -> Rgb | None:
        """What a window shows: uint8 height x width x 3; None while it cannot be read.

        Minimised it cannot be, nor partly outside the screen where Composite is missing.
        """
        geometry = self._geometry(window)
        if geometry is None:
            return None
        if self._composite is None:
            return self._image(window, 0, 0, geometry.width, geometry.height)
        try:
            drawable = self._composite.pixmap_of(window)
            border = geometry.border
            return self._image(drawable, border, border, geometry.width, geometry.height)
        finally:
            self._composite.release()

    def screen(self, region: ScreenRegion | None) -> Rgb | None:
        """What the root window shows, which spans all screens; None for a part outside it."""
        root = self._geometry(self._root)
        whole = ScreenRegion(0, 0, root.width, root.height) if root else None
        area = region.within(whole) if region and whole else whole
        if area is None:
            return None
        return self._image(self._root, area.left, area.top, area.width, area.height)

    def _image(self, drawable: int, left: int, top: int, width: int, height: int) -> Rgb | None:
        request = self._xcb.xcb_get_image(
            self._connection, _Z_PIXMAP, drawable, left, top, width, height, _ALL_PLANES
        )
        reply = self._xcb.xcb_get_image_reply(self._connection, request, None)
        if not reply:
            return None
        try:
            data = self._xcb.xcb_get_image_data(reply)
            length = self._xcb.xcb_get_image_data_length(reply)
            if length != width * height * 4:
                return None  # fewer than 24 bits a pixel, which no desktop has today
            memory = (c_uint8 * length).from_address(data)
            raw = np.ctypeslib.as_array(memory).reshape(height, width, 4)
            depth = ctypes.cast(reply, POINTER(_Image)).contents.depth
            pixels: Rgb = (
                from_ten_bits(raw) if depth == _TEN_BITS else cv2.cvtColor(raw, cv2.COLOR_BGRA2RGB)
            )
            return pixels
        finally:
            self._free(reply)

    def _atom(self, name: str) -> int:
        encoded = name.encode()
        request = self._xcb.xcb_intern_atom(self._connection, 0, len(encoded), encoded)
        atom: int = self._read("xcb_intern_atom_reply", request, _Atom, lambda it: int(it.atom), 0)
        return atom

    def _geometry(self, window: int) -> _Geometry | None:
        request = self._xcb.xcb_get_geometry(self._connection, window)
        found: _Geometry | None = self._read(
            "xcb_get_geometry_reply", request, _Geometry, _copied, None
        )
        return found

    def _is_shown(self, window: int) -> bool:
        """Whether it is on screen and no menu or tip, which the window manager leaves alone."""
        request = self._xcb.xcb_get_window_attributes(self._connection, window)
        state: tuple[int, int] | None = self._read(
            "xcb_get_window_attributes_reply",
            request,
            _Attributes,
            lambda it: (int(it.map_state), int(it.override_redirect)),
            None,
        )
        return state == (_VIEWABLE, 0)

    def _is_ours(self, window: int) -> bool:
        number = self._property(window, self._names["_NET_WM_PID"])
        return int.from_bytes(number[:4], sys.byteorder) == os.getpid()

    def _title(self, window: int) -> str:
        text = self._property(window, self._names["_NET_WM_NAME"])
        # 39 is WM_NAME, what programs without _NET_WM_NAME set.
        return (text or self._property(window, 39)).decode("utf-8", "replace").strip("\0 ")

    def _children(self) -> list[int]:
        request = self._xcb.xcb_query_tree(self._connection, self._root)
        reply = self._xcb.xcb_query_tree_reply(self._connection, request, None)
        if not reply:
            return []
        try:
            children = self._xcb.xcb_query_tree_children(reply)
            return list(children[: self._xcb.xcb_query_tree_children_length(reply)])
        finally:
            self._free(reply)

    def _property(self, window: int, name: int) -> bytes:
        request = self._xcb.xcb_get_property(
            self._connection, 0, window, name, _ANY_TYPE, 0, _MOST_BYTES // 4
        )
        reply = self._xcb.xcb_get_property_reply(self._connection, request, None)
        if not reply:
            return b""
        try:
            length = self._xcb.xcb_get_property_value_length(reply)
            return ctypes.string_at(self._xcb.xcb_get_property_value(reply), length)
        finally:
            self._free(reply)

    def _read(self, function: str, request: Any, kind: Any, take: Any, missing: Any) -> Any:
        reply = getattr(self._xcb, function)(self._connection, request, None)
        if not reply:
            return missing
        try:
            return take(ctypes.cast(reply, POINTER(kind)).contents)
        finally:
            self._free(reply)


def from_ten_bits(raw: NDArray[np.uint8]) -> Rgb:
    """Pixels of ten bits a channel, red in the highest, as 8 bits: height x width x 4 to x 3."""
    words = raw.view(np.uint32)
    return np.concatenate([words >> shift & 0xFF for shift in (22, 12, 2)], axis=2).astype(np.uint8)


def _copied(geometry: _Geometry) -> _Geometry:
    return _Geometry.from_buffer_copy(geometry)


def _declared(xcb: Any) -> Any:
    """Tell ctypes the types of what is called, without which pointers lose half their bits."""
    connection, request = [c_void_p], [c_void_p, _Cookie, c_void_p]
    signatures: dict[str, tuple[Any, list[Any]]] = {
        "xcb_connect": (c_void_p, [c_char_p, POINTER(c_int)]),
        "xcb_connection_has_error": (c_int, connection),
        "xcb_disconnect": (None, connection),
        "xcb_get_setup": (c_void_p, connection),
        "xcb_setup_roots_iterator": (_Screens, [c_void_p]),
        "xcb_intern_atom": (_Cookie, [c_void_p, c_uint8, c_uint16, c_char_p]),
        "xcb_intern_atom_reply": (c_void_p, request),
        "xcb_get_geometry": (_Cookie, [c_void_p, c_uint32]),
        "xcb_get_geometry_reply": (c_void_p, request),
        "xcb_get_window_attributes": (_Cookie, [c_void_p, c_uint32]),
        "xcb_get_window_attributes_reply": (c_void_p, request),
        "xcb_query_tree": (_Cookie, [c_void_p, c_uint32]),
        "xcb_query_tree_reply": (c_void_p, request),
        "xcb_query_tree_children": (POINTER(c_uint32), [c_void_p]),
        "xcb_query_tree_children_length": (c_int, [c_void_p]),
        "xcb_get_property": (_Cookie, [c_void_p, c_uint8, *[c_uint32] * 5]),
        "xcb_get_property_reply": (c_void_p, request),
        "xcb_get_property_value": (c_void_p, [c_void_p]),
        "xcb_get_property_value_length": (c_int, [c_void_p]),
        "xcb_get_image": (
            _Cookie,
            [c_void_p, c_uint8, c_uint32, c_int16, c_int16, c_uint16, c_uint16, c_uint32],
        ),
        "xcb_get_image_reply": (c_void_p, request),
        "xcb_get_image_data": (c_void_p, [c_void_p]),
        "xcb_get_image_data_length": (c_int, [c_void_p]),
    }
    for name, (result, arguments) in signatures.items():
        function = getattr(xcb, name)
        function.restype, function.argtypes = result, arguments
    return xcb
