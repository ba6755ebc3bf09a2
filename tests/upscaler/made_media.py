"""Small pictures and videos for tests, written the way cameras and programs write them."""

from __future__ import annotations

from fractions import Fraction

import av
import numpy as np


def ramp(height=24, width=32, channels=3, dtype=np.uint8):
    """A picture whose pixels all differ, so that turning or swapping anything shows."""
    top = np.iinfo(dtype).max
    y, x = np.mgrid[0:height, 0:width]
    planes = [
        x / (width - 1),
        y / (height - 1),
        (x + y) / (width + height - 2),
        0.25 + x * 0 + y / height / 2,
    ]
    stack = np.stack(planes[:channels], axis=2)
    return np.rint(stack * top).astype(dtype)


def video(
    path,
    pictures,
    timestamps=None,
    rate=25,
    codec="libx264",
    pix_fmt="yuv420p",
    colorspace=None,
    color_range=None,
    audio_seconds=0.0,
    options=None,
):
    """Write ``pictures`` (uint8 RGB, or uint16 for deep formats) at ``timestamps`` in ms."""
    base = Fraction(1, 1000)
    timestamps = timestamps or [round(index * 1000 / rate) for index in range(len(pictures))]
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=rate, options=options or {"crf": "0"})
        stream.height, stream.width = pictures[0].shape[:2]
        stream.pix_fmt = pix_fmt
        stream.codec_context.time_base = stream.time_base = base
        if colorspace is not None:
            stream.codec_context.colorspace = colorspace
        if color_range is not None:
            stream.codec_context.color_range = color_range
        sound = container.add_stream("aac", rate=48_000) if audio_seconds else None
        for picture, stamp in zip(pictures, timestamps, strict=True):
            name = "rgb24" if picture.dtype == np.uint8 else "rgb48le"
            frame = av.VideoFrame.from_ndarray(picture, format=name)
            if colorspace is not None:
                frame = frame.reformat(
                    format=pix_fmt,
                    dst_colorspace={1: 1, 6: 5, 9: 9}[colorspace],
                    dst_color_range=color_range,
                )
            frame.pts, frame.time_base = stamp, base
            container.mux(stream.encode(frame))
        for index in range(int(audio_seconds * 48_000 / 1024)):
            tone = np.sin(np.arange(1024) / 9).astype(np.float32)[None].repeat(2, axis=0) * 0.1
            samples = av.AudioFrame.from_ndarray(tone, format="fltp", layout="stereo")
            samples.sample_rate, samples.pts = 48_000, index * 1024
            samples.time_base = Fraction(1, 48_000)
            container.mux(sound.encode(samples))
        container.mux(stream.encode())
        if sound:
            container.mux(sound.encode())
    return path


def flat(colour, height=32, width=48, dtype=np.uint8):
    return np.full((height, width, 3), colour, dtype)


def steps(count=12, height=32, width=48):
    """Frames that are told apart by their red."""
    return [flat((20 * index, 90, 120), height, width) for index in range(count)]
