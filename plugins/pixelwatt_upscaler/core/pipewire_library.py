"""What is used of libpipewire, told to ctypes. Structures: ``pipewire/stream.h``, ``spa/buffer``.

Everything that hands out the screen on Wayland does so through this library, so it is there
wherever there is a portal; nothing need be installed.
"""

from __future__ import annotations

import ctypes
from ctypes import (
    CFUNCTYPE,
    POINTER,
    Structure,
    c_char_p,
    c_int,
    c_int32,
    c_int64,
    c_size_t,
    c_uint32,
    c_uint64,
    c_void_p,
)
from functools import cache
from typing import Any

NAME = "libpipewire-0.3.so.0"

DIRECTION_INPUT = 0
FLAG_AUTOCONNECT, FLAG_MAP_BUFFERS, FLAG_DONT_RECONNECT = 1 << 0, 1 << 2, 1 << 7
STATE_ERROR, STATE_UNCONNECTED, STATE_PAUSED, STATE_STREAMING = -1, 0, 2, 3
CHUNK_CORRUPTED = 1


class Chunk(Structure):
    _fields_ = (("offset", c_uint32), ("size", c_uint32), ("stride", c_int32), ("flags", c_int32))


class Data(Structure):
    _fields_ = (
        ("type", c_uint32), ("flags", c_uint32), ("fd", c_int64), ("map_offset", c_uint32),
        ("max_size", c_uint32), ("data", c_void_p), ("chunk", POINTER(Chunk)),
    )  # fmt: skip


class Meta(Structure):
    _fields_ = (("type", c_uint32), ("size", c_uint32), ("data", c_void_p))


class SpaBuffer(Structure):
    _fields_ = (
        ("metas_count", c_uint32), ("datas_count", c_uint32),
        ("metas", POINTER(Meta)), ("datas", POINTER(Data)),
    )  # fmt: skip


class Buffer(Structure):
    """Newer libraries have more fields after these."""

    _fields_ = (("buffer", POINTER(SpaBuffer)), ("user_data", c_void_p), ("size", c_uint64))


class Hook(Structure):
    """Memory that the library keeps a listener in."""

    _fields_ = (("words", c_void_p * 6),)


StateChanged = CFUNCTYPE(None, c_void_p, c_int, c_int, c_char_p)
ParamChanged = CFUNCTYPE(None, c_void_p, c_uint32, c_void_p)
BufferRemoved = CFUNCTYPE(None, c_void_p, c_void_p)
Process = CFUNCTYPE(None, c_void_p)


class StreamEvents(Structure):
    """Functions the library calls on its own thread; those we leave out are null."""

    _fields_ = (
        ("version", c_uint32), ("destroy", c_void_p), ("state_changed", StateChanged),
        ("control_info", c_void_p), ("io_changed", c_void_p), ("param_changed", ParamChanged),
        ("add_buffer", c_void_p), ("remove_buffer", BufferRemoved), ("process", Process),
        ("drained", c_void_p), ("command", c_void_p), ("trigger_done", c_void_p),
    )  # fmt: skip


@cache
def library() -> Any:
    """The library, ready to use. Raises `OSError` where it is missing."""
    found = ctypes.CDLL(NAME, use_errno=True)
    signatures: dict[str, tuple[Any, list[Any]]] = {
        "pw_init": (None, [c_void_p, c_void_p]),
        "pw_thread_loop_new": (c_void_p, [c_char_p, c_void_p]),
        "pw_thread_loop_get_loop": (c_void_p, [c_void_p]),
        "pw_thread_loop_start": (c_int, [c_void_p]),
        "pw_thread_loop_stop": (None, [c_void_p]),
        "pw_thread_loop_lock": (None, [c_void_p]),
        "pw_thread_loop_unlock": (None, [c_void_p]),
        "pw_thread_loop_destroy": (None, [c_void_p]),
        "pw_context_new": (c_void_p, [c_void_p, c_void_p, c_size_t]),
        "pw_context_connect_fd": (c_void_p, [c_void_p, c_int, c_void_p, c_size_t]),
        "pw_context_destroy": (None, [c_void_p]),
        "pw_core_disconnect": (c_int, [c_void_p]),
        "pw_properties_new_string": (c_void_p, [c_char_p]),
        "pw_stream_new": (c_void_p, [c_void_p, c_char_p, c_void_p]),
        "pw_stream_add_listener": (
            None, [c_void_p, POINTER(Hook), POINTER(StreamEvents), c_void_p]
        ),
        "pw_stream_connect": (
            c_int, [c_void_p, c_int, c_uint32, c_int, POINTER(c_char_p), c_uint32]
        ),
        "pw_stream_update_params": (c_int, [c_void_p, POINTER(c_char_p), c_uint32]),
        "pw_stream_dequeue_buffer": (c_void_p, [c_void_p]),
        "pw_stream_queue_buffer": (c_int, [c_void_p, c_void_p]),
        "pw_stream_destroy": (None, [c_void_p]),
    }  # fmt: skip
    for name, (result, arguments) in signatures.items():
        function = getattr(found, name)
        function.restype, function.argtypes = result, arguments
    found.pw_init(None, None)
    return found
