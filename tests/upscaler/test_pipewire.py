"""Streams of PipeWire: the messages that agree on a format, buffers, and a stream's life."""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from contextlib import suppress

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pixelwatt_upscaler.core import pipewire_library, pipewire_pods, pipewire_stream
from pixelwatt_upscaler.core.frames import Size
from pixelwatt_upscaler.core.pipewire_library import Buffer, Chunk, Data, Meta, SpaBuffer
from pixelwatt_upscaler.core.pipewire_pods import NotAFormat, StreamFormat, VideoFormat
from pixelwatt_upscaler.core.pipewire_stream import PipeWireStream, StreamFailed, pixels_of, upright

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="PipeWire is of Linux")

# Made by spa_pod_builder of PipeWire 0.3.65's own headers, on a little-endian machine.
OFFER = bytes.fromhex(
    "e80000000f000000030004000300000001000000000000000400000003000000020000000000000002000000"
    "000000000400000003000000010000000000000001000200000000002c000000130000000300000000000000"
    "04000000030000000800000007000000080000000b0000000c0000000f000000100000000000000003000200"
    "0000000028000000130000000100000000000000080000000a00000080070000380400000100000001000000"
    "0040000000400000040002000000000028000000130000000100000000000000080000000b0000003c000000"
    "010000000000000001000000e803000001000000"
)
BUFFERS = bytes.fromhex(
    "600000000f000000040004000500000001000000000000001c00000013000000010000000000000004000000"
    "0400000004000000020000001000000000000000060000000000000014000000130000000400000000000000"
    "04000000040000000600000000000000"
)
CROP = bytes.fromhex(
    "380000000f000000050004000600000001000000000000000400000003000000020000000000000002000000"
    "0000000004000000040000001000000000000000"
)
TRANSFORM = bytes.fromhex(
    "380000000f000000050004000600000001000000000000000400000003000000080000000000000002000000"
    "0000000004000000040000000400000000000000"
)
AGREED = bytes.fromhex(
    "b80000000f000000030004000400000001000000000000000400000003000000020000000000000002000000"
    "0000000004000000030000000100000000000000010002000000000004000000030000000b00000000000000"
    "0300020000000000080000000a00000080020000680100000400020000000000080000000b00000000000000"
    "01000000050002000000000028000000130000000100000000000000080000000b0000003c00000001000000"
    "01000000010000003c00000001000000"
)
"""RGBA, 640 x 360, a rate that varies up to 60."""

little_endian = pytest.mark.skipif(sys.byteorder != "little", reason="made on a little-endian one")


@little_endian
def test_what_is_sent_is_what_the_library_s_own_builder_makes():
    assert pipewire_pods.format_offer() == OFFER
    assert pipewire_pods.buffers_wanted() == BUFFERS
    assert pipewire_pods.meta_wanted(pipewire_pods.META_CROP) == CROP
    assert pipewire_pods.meta_wanted(pipewire_pods.META_TRANSFORM) == TRANSFORM


@little_endian
def test_what_was_agreed_on_is_read():
    assert pipewire_pods.parse_format(AGREED) == StreamFormat(VideoFormat.RGBA, Size(640, 360))
    assert pipewire_pods.pod_size(AGREED[:8]) == len(AGREED)


def test_structures_are_as_large_as_the_library_s():
    sizes = [ctypes.sizeof(kind) for kind in (SpaBuffer, Data, Chunk, Meta, pipewire_library.Hook)]
    assert sizes == [24, 40, 16, 16, 48]


@given(st.binary(max_size=300))
def test_any_bytes_are_a_format_or_are_refused(data):
    with suppress(NotAFormat):
        pipewire_pods.parse_format(data)


@little_endian
@given(st.integers(0, len(AGREED) - 1), st.integers(0, 255))
def test_a_damaged_format_never_raises_anything_else(at, value):
    damaged = AGREED[:at] + bytes([value]) + AGREED[at + 1 :]
    with suppress(NotAFormat):
        pipewire_pods.parse_format(damaged)


@pytest.mark.parametrize("size", [(0, 10), (10, 0), (1 << 20, 10)])
@little_endian
def test_an_impossible_size_is_refused(size):
    at = AGREED.index(struct.pack("=II", 640, 360))
    with pytest.raises(NotAFormat, match="size"):
        pipewire_pods.parse_format(AGREED[:at] + struct.pack("=II", *size) + AGREED[at + 8 :])


class Memory:
    """A buffer as the library lays it out, over a picture of the test's."""

    def __init__(self, raw, *, offset=0, flags=0, metas=(), length=None):
        rows = np.ascontiguousarray(raw).reshape(raw.shape[0], -1)
        self._bytes = np.concatenate([np.zeros(offset, np.uint8), rows.ravel()])
        self._chunk = Chunk(offset, rows.size if length is None else length, rows.shape[1], flags)
        self._data = (Data * 1)(
            Data(
                2, 1, -1, 0, self._bytes.size, self._bytes.ctypes.data, ctypes.pointer(self._chunk)
            )
        )
        self._values = [ctypes.create_string_buffer(value, len(value)) for _kind, value in metas]
        self._metas = (Meta * max(len(metas), 1))(
            *(
                Meta(kind, len(value), ctypes.addressof(kept))
                for (kind, value), kept in zip(metas, self._values, strict=True)
            )
        )
        self.spa = SpaBuffer(len(metas), 1, self._metas, self._data)
        self.buffer = Buffer(ctypes.pointer(self.spa), None, 0)
        self.address = ctypes.addressof(self.buffer)


def noise(height, width, channels):
    return np.random.default_rng(7).integers(0, 256, (height, width, channels), np.uint8)


ORDERS = {
    VideoFormat.RGBX: (0, 1, 2), VideoFormat.RGBA: (0, 1, 2), VideoFormat.RGB: (0, 1, 2),
    VideoFormat.BGRX: (2, 1, 0), VideoFormat.BGRA: (2, 1, 0), VideoFormat.BGR: (2, 1, 0),
}  # fmt: skip


@pytest.mark.parametrize("order", ORDERS)
def test_every_order_of_channels_becomes_rgb(order):
    raw = noise(5, 8, order.bytes_per_pixel)
    pixels = pixels_of(Memory(raw).spa, StreamFormat(order, Size(8, 5)))
    np.testing.assert_array_equal(pixels, raw[:, :, list(ORDERS[order])])


def test_rows_may_be_longer_than_the_picture_and_begin_later():
    raw = noise(5, 12, 4)
    memory = Memory(raw, offset=32)
    pixels = pixels_of(memory.spa, StreamFormat(VideoFormat.RGBX, Size(9, 5)))
    np.testing.assert_array_equal(pixels, raw[:, :9, :3])


def test_a_window_is_cut_out_of_its_stream():
    raw = noise(10, 12, 4)
    crop = struct.pack("=iiII", 2, 3, 6, 5)
    memory = Memory(raw, metas=[(pipewire_pods.META_CROP, crop)])
    pixels = pixels_of(memory.spa, StreamFormat(VideoFormat.RGBX, Size(12, 10)))
    np.testing.assert_array_equal(pixels, raw[3:8, 2:8, :3])


@pytest.mark.parametrize("crop", [(0, 0, 0, 0), (8, 0, 6, 5), (-1, 0, 4, 4)])
def test_a_crop_that_cannot_be_meant_is_passed_over(crop):
    raw = noise(10, 12, 4)
    memory = Memory(raw, metas=[(pipewire_pods.META_CROP, struct.pack("=iiII", *crop))])
    pixels = pixels_of(memory.spa, StreamFormat(VideoFormat.RGBX, Size(12, 10)))
    np.testing.assert_array_equal(pixels, raw[:, :, :3])


def test_a_buffer_smaller_than_its_format_gives_no_picture():
    memory = Memory(noise(5, 8, 4))
    assert pixels_of(memory.spa, StreamFormat(VideoFormat.RGBX, Size(8, 6))) is None
    assert pixels_of(memory.spa, StreamFormat(VideoFormat.RGBX, Size(9, 5))) is None


@pytest.mark.parametrize("transform", range(8))
def test_a_turned_screen_is_put_upright(transform):
    """As the header says: mirrored left to right from 4 on, then turned counter-clockwise."""
    seen = noise(4, 6, 3)
    lying = seen[:, ::-1] if transform >= 4 else seen
    lying = np.rot90(lying, transform % 4)
    np.testing.assert_array_equal(upright(lying, transform), seen)
    memory = Memory(
        np.dstack([lying, lying[:, :, :1]]),
        metas=[(pipewire_pods.META_TRANSFORM, struct.pack("=I", transform))],
    )
    size = Size(lying.shape[1], lying.shape[0])
    pixels = pixels_of(memory.spa, StreamFormat(VideoFormat.RGBX, size))
    np.testing.assert_array_equal(pixels, seen)


class Library:
    """Stands for libpipewire. The test calls what the library would call on its thread."""

    def __init__(self):
        self.waiting = []
        """Addresses of buffers that came."""
        self.given_back = []
        self.calls = []
        self.connected = 0

    def __getattr__(self, name):
        """Anything else that is called is noted and gives an address."""
        return lambda *_arguments: self.calls.append(name) or 1

    def pw_context_connect_fd(self, _context, fd, _properties, _size):
        os.close(fd)
        return 1

    def pw_thread_loop_start(self, _loop):
        return 0

    def pw_stream_add_listener(self, _stream, _hook, events, _data):
        self.events = events._obj

    def pw_stream_connect(self, _stream, _direction, node, _flags, offer, count):
        self.node = node
        return self.connected

    def pw_stream_dequeue_buffer(self, _stream):
        return self.waiting.pop(0) if self.waiting else None

    def pw_stream_queue_buffer(self, _stream, address):
        self.given_back.append(address)
        return 0

    def agree(self, order, width, height):
        at = AGREED.index(struct.pack("=II", 640, 360))
        pod = AGREED[:at] + struct.pack("=II", width, height) + AGREED[at + 8 :]
        pod = pod.replace(struct.pack("=II", 4, 3) + struct.pack("=I", VideoFormat.RGBA),
                          struct.pack("=II", 4, 3) + struct.pack("=I", order))  # fmt: skip
        kept = ctypes.create_string_buffer(pod, len(pod))
        self.events.param_changed(None, pipewire_pods.PARAM_FORMAT, ctypes.addressof(kept))

    def state(self, state, error=None):
        self.events.state_changed(None, 0, state, error)

    def deliver(self, *memories):
        self.waiting += [memory.address for memory in memories]
        self.events.process(None)


@pytest.fixture
def library(monkeypatch):
    made = Library()
    monkeypatch.setattr(pipewire_stream, "library", lambda: made)
    return made


@pytest.fixture
def stream(library):
    reader, writer = os.pipe()
    made = PipeWireStream(reader, 42)
    library.state(pipewire_library.STATE_PAUSED)
    yield made
    made.close()
    os.close(writer)


@little_endian
class TestStream:
    def test_the_newest_picture_is_given_once_and_older_buffers_go_back(self, stream, library):
        assert not stream.agreed
        library.agree(VideoFormat.BGRX, 8, 5)
        assert stream.agreed
        assert "pw_stream_update_params" in library.calls
        assert library.node == 42
        old, newest = Memory(np.zeros((5, 8, 4), np.uint8)), Memory(noise(5, 8, 4))
        library.deliver(old, newest)
        np.testing.assert_array_equal(stream.picture(0), noise(5, 8, 4)[:, :, 2::-1])
        assert stream.picture(0) is None
        assert library.given_back == [old.address]

    def test_the_size_may_change(self, stream, library):
        library.agree(VideoFormat.RGBX, 8, 5)
        first, second = Memory(noise(5, 8, 4)), Memory(noise(4, 3, 4))
        library.deliver(first)
        assert stream.picture(0).shape == (5, 8, 3)
        library.events.remove_buffer(None, first.address)
        library.agree(VideoFormat.RGBX, 3, 4)
        library.deliver(second)
        assert stream.picture(0).shape == (4, 3, 3)
        # What was removed must not be touched again.
        assert library.given_back == []

    def test_a_buffer_that_is_removed_before_it_is_read_gives_nothing(self, stream, library):
        library.agree(VideoFormat.RGBX, 8, 5)
        memory = Memory(noise(5, 8, 4))
        library.deliver(memory)
        library.events.remove_buffer(None, memory.address)
        assert stream.picture(0) is None

    def test_news_of_the_pointer_alone_is_no_picture(self, stream, library):
        library.agree(VideoFormat.RGBX, 8, 5)
        corrupted = Memory(noise(5, 8, 4), flags=pipewire_library.CHUNK_CORRUPTED)
        empty = Memory(noise(5, 8, 4), length=0)
        library.deliver(corrupted, empty)
        assert stream.picture(0) is None
        assert library.given_back == [corrupted.address, empty.address]

    @pytest.mark.parametrize(
        ("state", "said", "expected"),
        [
            (pipewire_library.STATE_ERROR, b"no more input formats", "no more input formats"),
            (pipewire_library.STATE_ERROR, None, "PipeWire reports an error"),
            (pipewire_library.STATE_UNCONNECTED, None, "PipeWire ended it"),
        ],
    )
    def test_an_end_is_told_each_time(self, stream, library, state, said, expected):
        library.state(state, said)
        for _again in range(2):
            with pytest.raises(StreamFailed, match=expected):
                stream.picture(0)

    def test_a_format_nobody_asked_for_ends_it(self, stream, library):
        library.agree(99, 8, 5)
        with pytest.raises(StreamFailed, match="99"):
            stream.picture(0)

    def test_closed_twice_it_lets_go_once(self, stream, library):
        stream.close()
        stream.close()
        assert library.calls.count("pw_thread_loop_destroy") == 1
        with pytest.raises(StreamFailed, match="closed"):
            stream.picture(0)


def test_a_node_that_is_not_there_fails_with_the_system_s_words(library):
    library.connected = -2
    reader, writer = os.pipe()
    with pytest.raises(StreamFailed, match="No such file"):
        PipeWireStream(reader, 42)
    os.close(writer)
    assert "pw_thread_loop_destroy" in library.calls


def test_without_the_library_the_connection_is_closed(monkeypatch):
    def missing():
        raise OSError("libpipewire-0.3.so.0: cannot open")

    monkeypatch.setattr(pipewire_stream, "library", missing)
    reader, writer = os.pipe()
    with pytest.raises(StreamFailed, match="cannot open"):
        PipeWireStream(reader, 42)
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(reader)
    os.close(writer)
