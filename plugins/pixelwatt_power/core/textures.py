"""What video memory a lower render resolution saves, and what it does not.

Textures are held with their full mip chain. Rendering at a lower resolution would sample
coarser mips; to look right at the display's resolution the engine biases mips by
log2(render / display), which brings the finer ones back. So textures keep their size, and
only the render targets shrink. Block sizes: Microsoft, "Texture Block Compression in
Direct3D 11".
"""

from __future__ import annotations

import math
from dataclasses import dataclass

BYTES_PER_BLOCK = {"BC1": 8, "BC5": 16, "BC7": 16}
"""A block is 4 x 4 texels."""
UNCOMPRESSED_BYTES = 4
GIB = 1 << 30


@dataclass(frozen=True, slots=True)
class Resolution:
    width: int
    height: int

    @property
    def pixels(self) -> int:
        return self.width * self.height


@dataclass(frozen=True, slots=True)
class TextureSet:
    """``materials`` times square textures of ``size`` texels, one for each of ``formats``."""

    materials: int
    size: int = 4096
    formats: tuple[str, ...] = ("BC7", "BC5", "BC1")
    """Colour, normals, and roughness with its kin."""


def mip_levels(size: int) -> list[int]:
    """Edge lengths of the full chain, from ``size`` down to 1."""
    return [max(1, size >> level) for level in range(size.bit_length())]


def texture_bytes(size: int, texture_format: str, skipped_levels: int = 0) -> int:
    """A square texture with its mip chain, less its finest ``skipped_levels``."""
    total = 0
    for edge in mip_levels(size)[skipped_levels:]:
        if texture_format in BYTES_PER_BLOCK:
            total += math.ceil(edge / 4) ** 2 * BYTES_PER_BLOCK[texture_format]
        else:
            total += edge * edge * UNCOMPRESSED_BYTES
    return total


def set_bytes(textures: TextureSet, skipped_levels: int = 0) -> int:
    return textures.materials * sum(
        texture_bytes(textures.size, name, skipped_levels) for name in textures.formats
    )


def mip_bias(render: Resolution, display: Resolution) -> float:
    """log2(render / display) along the width: -1.58 from 720p to 4K."""
    return math.log2(render.width / display.width)


@dataclass(frozen=True, slots=True)
class Memory:
    """Bytes of one way to render."""

    textures: float
    render_targets: float

    @property
    def total(self) -> float:
        return self.textures + self.render_targets


@dataclass(frozen=True, slots=True)
class Plan:
    """The same scene four ways."""

    native: Memory
    upscaled: Memory
    """With the mip bias that keeps textures as sharp as native ones."""
    upscaled_blurred: Memory
    """Without the bias: the finest mips are never sampled and need not be there."""
    upscaled_neural: Memory
    """With the bias, textures in neural compression."""
    bias: float


def plan(
    textures: TextureSet,
    render: Resolution,
    display: Resolution,
    *,
    target_bytes_per_pixel: int = 64,
    display_bytes_per_pixel: int = 24,
    neural_ratio: float = 4.0,
) -> Plan:
    """Memory of textures and render targets.

    ``target_bytes_per_pixel`` is what the renderer holds for each rendered pixel (G-buffer,
    depth, lighting, motion); ``display_bytes_per_pixel`` what the output and the upscaler's
    history hold for each displayed one. ``neural_ratio`` is how many times smaller neural
    compression is than block compression: vendors claim 4 to 8, for some materials.
    """
    bias = mip_bias(render, display)
    skipped = max(0, math.floor(-bias))
    full = float(set_bytes(textures))
    output = float(display.pixels * display_bytes_per_pixel)
    native_targets = float(display.pixels * target_bytes_per_pixel) + output
    targets = float(render.pixels * target_bytes_per_pixel) + output
    return Plan(
        Memory(full, native_targets),
        Memory(full, targets),
        Memory(float(set_bytes(textures, skipped)), targets),
        Memory(full / neural_ratio, targets),
        bias,
    )
