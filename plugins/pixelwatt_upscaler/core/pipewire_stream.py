"""The pictures of a PipeWire stream, always the newest."""

from __future__ import annotations

import ctypes
import os
import threading
from ctypes import POINTER, c_char_p
from typing import TYPE_CHECKING, Any

import numpy as np

from . import pipewire_pods as pods
from .pipewire_library import (
    CHUNK_CORRUPTED,
    DIRECTION_INPUT,
    FLAG_AUTOCONNECT,
    FLAG_DONT_RECONNECT,
    FLAG_MAP_BUFFERS,
    STATE_ERROR,
    STATE_PAUSED,
    STATE_UNCONNECTED,
    Buffer,
    BufferRemoved,
    Hook,
    ParamChanged,
    Process,
    SpaBuffer,
    StateChanged,
    StreamEvents,
    library,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .frames import Pixels, Rgb

_PROPERTIES = b"media.type=Video media.category=Capture media.role=Screen"


class StreamFailed(OSError):
    """The stream cannot be opened, or has ended; the text says why."""


class PipeWireStream:
    """Pictures of node ``node`` of the PipeWire that ``fd`` is connected to.

    The library calls back on a thread of its own. One buffer is held back there, that of the newest
    picture; it is turned into pixels only when somebody asks. `close` may be called twice.
    """

    def __init__(self, fd: int, node: int) -> None:
        """Takes ``fd`` over, also when it raises `StreamFailed`."""
        self._changed = threading.Condition()
        self._format: pods.StreamFormat | None = None
        self._held: int | None = None
        self._fresh = False
        self._ended: str | None = None
        self._was_connected = False
        self._loop: int | None = None
        self._context: int | None = None
        self._core: int | None = None
        self._stream: int | None = None
        try:
            self._library = library()
        except (OSError, AttributeError) as error:
            os.close(fd)
            raise StreamFailed(str(error)) from error
        self._hook = Hook()
        # The library keeps their addresses: they must live as long as the stream.
        self._events = StreamEvents(
            version=0,
            state_changed=StateChanged(self._on_state),
            param_changed=ParamChanged(self._on_param),
            remove_buffer=BufferRemoved(self._on_buffer_removed),
            process=Process(self._on_process),
        )
        try:
            self._open(fd, node)
        except StreamFailed:
            self.close()
            raise

    @property
    def agreed(self) -> bool:
        """Whether both ends are connected and have agreed on a format."""
        return self._format is not None

    def picture(self, wait_s: float) -> Rgb | None:
        """The newest picture, if one comes within ``wait_s`` that was not given yet.

        uint8 height x width x 3. Raises `StreamFailed` once the stream has ended.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._fresh or self._ended is not None, wait_s)
            if self._ended is not None:
                raise StreamFailed(self._ended)
            if not self._fresh:
                return None
            self._fresh = False
        # The library's lock keeps its thread from giving the buffer back meanwhile.
        self._library.pw_thread_loop_lock(self._loop)
        try:
            if self._held is None or self._format is None:
                return None
            return pixels_of(_buffer_at(self._held), self._format)
        finally:
            self._library.pw_thread_loop_unlock(self._loop)

    def close(self) -> None:
        if self._loop is None:
            return
        self._library.pw_thread_loop_lock(self._loop)
        if self._stream:
            self._library.pw_stream_destroy(self._stream)
        if self._core:
            self._library.pw_core_disconnect(self._core)
        self._library.pw_thread_loop_unlock(self._loop)
        self._library.pw_thread_loop_stop(self._loop)
        if self._context:
            self._library.pw_context_destroy(self._context)
        self._library.pw_thread_loop_destroy(self._loop)
        self._loop = self._context = self._core = self._stream = None
        self._end("closed")

    def _open(self, fd: int, node: int) -> None:
        known = self._library
        self._loop = known.pw_thread_loop_new(b"pixelwatt", None)
        if self._loop:
            self._context = known.pw_context_new(known.pw_thread_loop_get_loop(self._loop), None, 0)
        if not self._context or known.pw_thread_loop_start(self._loop) < 0:
            os.close(fd)
            raise StreamFailed("PipeWire's client library cannot start")
        known.pw_thread_loop_lock(self._loop)
        try:
            self._core = known.pw_context_connect_fd(self._context, fd, None, 0)
            if not self._core:
                raise StreamFailed("PipeWire does not answer")
            properties = known.pw_properties_new_string(_PROPERTIES)
            self._stream = known.pw_stream_new(self._core, b"Pixelwatt", properties)
            if not self._stream:
                raise StreamFailed("PipeWire makes no stream")
            known.pw_stream_add_listener(
                self._stream, ctypes.byref(self._hook), ctypes.byref(self._events), None
            )
            flags = FLAG_AUTOCONNECT | FLAG_MAP_BUFFERS | FLAG_DONT_RECONNECT
            offer = _pointers((pods.format_offer(),))
            result = known.pw_stream_connect(
                self._stream, DIRECTION_INPUT, node, flags, offer, len(offer)
            )
            if result < 0:
                raise StreamFailed(os.strerror(-result))
        finally:
            known.pw_thread_loop_unlock(self._loop)

    # -- On the library's thread ------------------------------------------------------------

    def _on_state(self, _data: int, _old: int, state: int, error: bytes | None) -> None:
        reason = (error or b"").decode("utf-8", "replace")
        if state == STATE_ERROR:
            self._end(reason or "PipeWire reports an error")
        elif state == STATE_UNCONNECTED and self._was_connected:
            self._end(reason or "PipeWire ended it")
        elif state >= STATE_PAUSED:
            self._was_connected = True

    def _on_param(self, _data: int, kind: int, param: int | None) -> None:
        if kind != pods.PARAM_FORMAT or not param:
            return
        length = pods.pod_size(ctypes.string_at(param, 8))
        try:
            self._format = pods.parse_format(ctypes.string_at(param, length))
        except pods.NotAFormat as error:
            self._end(f"a format that was not asked for: {error}")
            return
        wanted = _pointers(
            (
                pods.buffers_wanted(),
                pods.meta_wanted(pods.META_CROP),
                pods.meta_wanted(pods.META_TRANSFORM),
            )
        )
        self._library.pw_stream_update_params(self._stream, wanted, len(wanted))

    def _on_buffer_removed(self, _data: int, buffer: int) -> None:
        if buffer == self._held:
            self._held = None

    def _on_process(self, _data: int) -> None:
        while buffer := self._library.pw_stream_dequeue_buffer(self._stream):
            if not has_picture(_buffer_at(buffer)):
                self._library.pw_stream_queue_buffer(self._stream, buffer)
                continue
            if self._held is not None:
                self._library.pw_stream_queue_buffer(self._stream, self._held)
            self._held = buffer
            with self._changed:
                self._fresh = True
                self._changed.notify_all()

    def _end(self, why: str) -> None:
        with self._changed:
            if self._ended is None:
                self._ended = why
            self._changed.notify_all()


def has_picture(buffer: SpaBuffer) -> bool:
    """Whether there is more in a buffer than, say, a new place of the pointer."""
    if buffer.datas_count < 1 or not buffer.datas[0].data or not buffer.datas[0].chunk:
        return False
    chunk = buffer.datas[0].chunk.contents
    return chunk.size > 0 and not chunk.flags & CHUNK_CORRUPTED


def pixels_of(buffer: SpaBuffer, form: pods.StreamFormat) -> Rgb | None:
    """A buffer's picture, cropped and upright: uint8 height x width x 3.

    None if the buffer does not hold as much as the format says.
    """
    import cv2

    data, (width, height) = buffer.datas[0], form.size
    chunk = data.chunk.contents
    per_pixel = form.pixels.bytes_per_pixel
    stride = chunk.stride or width * per_pixel
    offset = chunk.offset % max(data.max_size, 1)
    length = stride * (height - 1) + width * per_pixel
    if stride < width * per_pixel or offset + length > data.max_size:
        return None
    memory = (ctypes.c_uint8 * length).from_address(data.data + offset)
    raw = np.lib.stride_tricks.as_strided(
        np.ctypeslib.as_array(memory), (height, width, per_pixel), (stride, per_pixel, 1)
    )
    left, top, wide, high = _crop(buffer, width, height)
    raw = raw[top : top + high, left : left + wide]
    codes = {
        pods.VideoFormat.RGBX: cv2.COLOR_RGBA2RGB, pods.VideoFormat.RGBA: cv2.COLOR_RGBA2RGB,
        pods.VideoFormat.BGRX: cv2.COLOR_BGRA2RGB, pods.VideoFormat.BGRA: cv2.COLOR_BGRA2RGB,
        pods.VideoFormat.BGR: cv2.COLOR_BGR2RGB,
    }  # fmt: skip
    code = codes.get(form.pixels)
    pixels = raw.copy() if code is None else cv2.cvtColor(raw, code)
    return upright(pixels, _transform(buffer))


def upright(pixels: Pixels, transform: int) -> Pixels:
    """Turn a picture back that lies as ``enum spa_meta_videotransform_value`` says."""
    # It was mirrored first and turned counter-clockwise then: undone in the other order.
    turned = np.rot90(pixels, -(transform & 3))
    return np.ascontiguousarray(turned[:, ::-1] if transform & 4 else turned)


def _crop(buffer: SpaBuffer, width: int, height: int) -> tuple[int, int, int, int]:
    """The part that holds the window: left, top, width, height; the whole if none is named."""
    found = _meta(buffer, pods.META_CROP, 16)
    if found is not None:
        left, top = np.frombuffer(found, np.int32, 2).tolist()
        wide, high = np.frombuffer(found, np.uint32, 2, 8).tolist()
        inside = left >= 0 and top >= 0 and left + wide <= width and top + high <= height
        if wide and high and inside:
            return left, top, wide, high
    return 0, 0, width, height


def _transform(buffer: SpaBuffer) -> int:
    found = _meta(buffer, pods.META_TRANSFORM, 4)
    number = 0 if found is None else int.from_bytes(found, "little")
    return number if number < 8 else 0


def _meta(buffer: SpaBuffer, kind: int, size: int) -> bytes | None:
    for meta in buffer.metas[: buffer.metas_count] if buffer.metas_count else ():
        if meta.type == kind and meta.size >= size and meta.data:
            return ctypes.string_at(meta.data, size)
    return None


def _buffer_at(address: int) -> SpaBuffer:
    found: SpaBuffer = ctypes.cast(address, POINTER(Buffer)).contents.buffer.contents
    return found


def _pointers(values: Sequence[bytes]) -> Any:
    """An array of pointers to pods, which keeps them alive."""
    return (c_char_p * len(values))(*values)
