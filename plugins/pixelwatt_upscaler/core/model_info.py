"""What is known of an ONNX model that enlarges pictures."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

CHANNELS = (1, 3, 4)
"""Luma, RGB, and RGB with alpha: the counts of channels that a picture may have."""


class Layout(StrEnum):
    NCHW = "NCHW"
    NHWC = "NHWC"


class ValueRange(StrEnum):
    """What black and white are for a model, on the way in and on the way out."""

    UNIT = "0..1"
    BYTE = "0..255"
    SIGNED = "-1..1"

    @property
    def black(self) -> float:
        return -1.0 if self is ValueRange.SIGNED else 0.0

    @property
    def white(self) -> float:
        return 255.0 if self is ValueRange.BYTE else 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelInfo:
    """Found by looking at the graph and by probing, never from the file's name."""

    sha256: str
    input_name: str
    output_name: str
    scale: int
    layout: Layout
    channels: int
    """1 (luma), 3 (RGB) or 4 (RGB with alpha)."""
    value_range: ValueRange = ValueRange.UNIT
    dtype: str = "float32"
    """Of input and output: float32, float16 or uint8."""
    fixed_size: tuple[int, int] | None = None
    """Width and height if the graph takes only these."""
    multiple: int = 1
    """Input sides must be multiples of this."""
    halo: int | None = None
    """Input pixels around a pixel that its output depends on; None: all of them, or unknown."""
    parameters: int = 0
    macs_per_output_pixel: float | None = None
    bytes_per_input_pixel: int | None = None
    """The most activation memory alive at once, for each input pixel."""
    opset: int = 0
    half_weights: bool = False
    producer: str = ""

    @property
    def half(self) -> bool:
        return self.dtype == "float16" or self.half_weights

    def to_json(self) -> dict[str, Any]:
        return dataclasses.asdict(self)

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> ModelInfo:
        """Raises `KeyError`, `TypeError` or `ValueError` for anything `to_json` did not write."""
        values = dict(stored)
        values["layout"] = Layout(values["layout"])
        values["value_range"] = ValueRange(values["value_range"])
        if values.get("fixed_size") is not None:
            width, height = values["fixed_size"]
            values["fixed_size"] = (int(width), int(height))
        return cls(**values)
