"""Pictures drawn by the graphics card: textures of tiles, through Qt's RHI.

Direct3D, Metal or OpenGL, whichever Qt takes on the system. The shaders of ``shaders/`` are made by
``packaging/shaders.py``.
"""

from __future__ import annotations

import struct
from collections import OrderedDict
from dataclasses import dataclass, field
from importlib.resources import files
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QRhi,
    QRhiBuffer,
    QRhiDepthStencilClearValue,
    QRhiGraphicsPipeline,
    QRhiSampler,
    QRhiShaderResourceBinding,
    QRhiShaderStage,
    QRhiTexture,
    QRhiTextureSubresourceUploadDescription,
    QRhiTextureUploadDescription,
    QRhiTextureUploadEntry,
    QRhiVertexInputAttribute,
    QRhiVertexInputBinding,
    QRhiVertexInputLayout,
    QRhiViewport,
    QShader,
)
from PySide6.QtWidgets import QRhiWidget

from pixelwatt_upscaler.core.frames import Size
from pixelwatt_upscaler.views.texture_tiles import TilePart, tile_source, visible_parts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import (
        QImage,
        QRhiCommandBuffer,
        QRhiResourceUpdateBatch,
        QRhiShaderResourceBindings,
    )

    from pixelwatt_upscaler.views.viewport import Box

MOST_TILES = 64
"""Tiles kept beside those on screen, for what is panned or zoomed to next: 4 MB each."""
CORNER_BYTES = 4 * 4
"""Two floats of position, two of the place in the texture."""
SOFTWARE = ("llvmpipe", "softpipe", "swrast", "swiftshader", "basic render", "lavapipe")
"""Drivers that are no graphics card: the processor does their work."""

API_NAMES = {
    QRhi.Implementation.OpenGLES2: "OpenGL",
    QRhi.Implementation.D3D11: "Direct3D 11",
    QRhi.Implementation.D3D12: "Direct3D 12",
    QRhi.Implementation.Metal: "Metal",
    QRhi.Implementation.Vulkan: "Vulkan",
}


@dataclass(frozen=True, slots=True, eq=False)
class PlacedPicture:
    """An image as it lies on screen, in device pixels."""

    image: QImage
    place: Box
    clip: Box
    sharp: bool

    def parts(self) -> list[TilePart]:
        size = Size(self.image.width(), self.image.height())
        return visible_parts(size, self.place, self.clip)


def is_software(driver: str) -> bool:
    """Whether a driver, by what it calls itself, draws on the processor."""
    return any(name in driver.lower() for name in SOFTWARE)


@dataclass(slots=True, eq=False)
class _Tile:
    texture: QRhiTexture
    bindings: dict[bool, QRhiShaderResourceBindings] = field(default_factory=dict)
    """By whether its pixels are drawn as squares."""


TileKey = tuple[int, int, int]
"""An image's cache key, a column and a row."""


class _Graphics:
    """What is kept on the graphics card of one `QRhi`."""

    def __init__(self, rhi: QRhi, view: QRhiWidget) -> None:
        self.rhi = rhi
        info = rhi.driverInfo()
        self.driver = bytes(info.deviceName.data()).decode("utf-8", "replace")
        self._samplers = {sharp: self._new_sampler(sharp) for sharp in (False, True)}
        self._tiles: OrderedDict[TileKey, _Tile] = OrderedDict()
        self._free: dict[tuple[int, int], list[_Tile]] = {}
        self._corners: QRhiBuffer | None = None
        # Any texture tells the pipeline the layout of those to come.
        layout = self._bindings_of(self._new_tile(1, 1), sharp=False)
        self._pipeline = self._new_pipeline(view, layout)

    def draw(
        self, view: QRhiWidget, commands: QRhiCommandBuffer, pictures: Sequence[PlacedPicture],
        surround: QColor,
    ) -> None:  # fmt: skip
        updates = self.rhi.nextResourceUpdateBatch()
        pixels = view.renderTarget().pixelSize()
        parts = [(picture, part) for picture in pictures for part in picture.parts()]
        self._forget({picture.image.cacheKey() for picture in pictures}, parts)
        drawn = [
            self._bindings_of(self._tile(picture.image, part, updates), picture.sharp)
            for picture, part in parts
        ]
        corners = b"".join(self._corners_of(part, pixels) for _picture, part in parts)
        buffer = self._buffer(len(corners))
        if corners:
            updates.updateDynamicBuffer(buffer, 0, corners)
        commands.beginPass(
            view.renderTarget(), surround, QRhiDepthStencilClearValue(1.0, 0), updates
        )
        commands.setGraphicsPipeline(self._pipeline)
        commands.setViewport(QRhiViewport(0, 0, pixels.width(), pixels.height()))
        for index, bindings in enumerate(drawn):
            commands.setShaderResources(bindings)
            commands.setVertexInput(0, [(buffer, index * 4 * CORNER_BYTES)])
            commands.draw(4)
        commands.endPass()

    def _tile(self, image: QImage, part: TilePart, updates: QRhiResourceUpdateBatch) -> _Tile:
        key = (image.cacheKey(), part.column, part.row)
        if key in self._tiles:
            self._tiles.move_to_end(key)
            return self._tiles[key]
        size = Size(image.width(), image.height())
        left, top, width, height = tile_source(size, part.column, part.row)
        free = self._free.get((width, height))
        tile = free.pop() if free else self._new_tile(width, height)
        source = QRhiTextureSubresourceUploadDescription(image)
        source.setSourceTopLeft(QPoint(left, top))
        source.setSourceSize(QSize(width, height))
        entry = QRhiTextureUploadEntry(0, 0, source)
        updates.uploadTexture(tile.texture, QRhiTextureUploadDescription(entry))
        self._tiles[key] = tile
        return tile

    def _forget(self, images: set[int], parts: list[tuple[PlacedPicture, TilePart]]) -> None:
        """Take back the tiles of pictures that have gone, and the oldest when there are many."""
        self._free.clear()
        for key in [key for key in self._tiles if key[0] not in images]:
            tile = self._tiles.pop(key)
            size = tile.texture.pixelSize()
            self._free.setdefault((size.width(), size.height()), []).append(tile)
        needed = {(picture.image.cacheKey(), part.column, part.row) for picture, part in parts}
        spare = [key for key in self._tiles if key not in needed]
        for key in spare[: max(len(spare) - MOST_TILES, 0)]:
            del self._tiles[key]

    def _corners_of(self, part: TilePart, view: QSize) -> bytes:
        """A strip of two triangles, in the coordinates of the screen that graphics cards use."""
        up = 1.0 if self.rhi.isYUpInNDC() else -1.0
        left = part.target.x / view.width() * 2 - 1
        right = (part.target.x + part.target.width) / view.width() * 2 - 1
        top = (1 - part.target.y / view.height() * 2) * up
        bottom = (1 - (part.target.y + part.target.height) / view.height() * 2) * up
        u0, v0 = part.texels.x, part.texels.y
        u1, v1 = u0 + part.texels.width, v0 + part.texels.height
        return struct.pack(
            "16f",
            left,
            top,
            u0,
            v0,
            left,
            bottom,
            u0,
            v1,
            right,
            top,
            u1,
            v0,
            right,
            bottom,
            u1,
            v1,
        )

    def _buffer(self, size: int) -> QRhiBuffer:
        if self._corners is None or self._corners.size() < size:
            self._corners = self.rhi.newBuffer(
                QRhiBuffer.Type.Dynamic, QRhiBuffer.UsageFlag.VertexBuffer, max(size * 2, 4096)
            )
            _made(self._corners.create())
        return self._corners

    def _new_tile(self, width: int, height: int) -> _Tile:
        texture = self.rhi.newTexture(QRhiTexture.Format.RGBA8, QSize(width, height))
        _made(texture.create())
        return _Tile(texture)

    def _bindings_of(self, tile: _Tile, sharp: bool) -> QRhiShaderResourceBindings:
        if sharp not in tile.bindings:
            bindings = self.rhi.newShaderResourceBindings()
            fragment = QRhiShaderResourceBinding.StageFlag.FragmentStage
            bindings.setBindings(
                [
                    QRhiShaderResourceBinding.sampledTexture(
                        0, fragment, tile.texture, self._samplers[sharp]
                    )
                ]
            )
            _made(bindings.create())
            tile.bindings[sharp] = bindings
        return tile.bindings[sharp]

    def _new_sampler(self, sharp: bool) -> QRhiSampler:
        blend = QRhiSampler.Filter.Nearest if sharp else QRhiSampler.Filter.Linear
        clamp = QRhiSampler.AddressMode.ClampToEdge
        sampler = self.rhi.newSampler(blend, blend, QRhiSampler.Filter.None_, clamp, clamp)
        _made(sampler.create())
        return sampler

    def _new_pipeline(
        self, view: QRhiWidget, bindings: QRhiShaderResourceBindings
    ) -> QRhiGraphicsPipeline:
        layout = QRhiVertexInputLayout()
        layout.setBindings([QRhiVertexInputBinding(CORNER_BYTES)])
        pair = QRhiVertexInputAttribute.Format.Float2
        layout.setAttributes(
            [
                QRhiVertexInputAttribute(0, 0, pair, 0),
                QRhiVertexInputAttribute(0, 1, pair, CORNER_BYTES // 2),
            ]
        )
        pipeline = self.rhi.newGraphicsPipeline()
        pipeline.setShaderStages(
            [
                QRhiShaderStage(QRhiShaderStage.Type.Vertex, _shader("picture.vert.qsb")),
                QRhiShaderStage(QRhiShaderStage.Type.Fragment, _shader("picture.frag.qsb")),
            ]
        )
        pipeline.setTopology(QRhiGraphicsPipeline.Topology.TriangleStrip)
        pipeline.setVertexInputLayout(layout)
        pipeline.setShaderResourceBindings(bindings)
        pipeline.setRenderPassDescriptor(view.renderTarget().renderPassDescriptor())
        _made(pipeline.create())
        return pipeline


class TextureView(QRhiWidget):
    """Shows placed pictures, and nothing else; what is written over them is another widget's.

    Given its parent after it was made, because only then does Qt let a window that is on screen
    already draw through the graphics card.
    """

    drawn_by = Signal(str)
    """The name of the driver, once it is known."""
    failed = Signal(str)
    """Why nothing can be drawn here."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._graphics: _Graphics | None = None
        self._pictures: tuple[PlacedPicture, ...] = ()
        self._surround = QColor()
        self.renderFailed.connect(lambda: self.failed.emit(""))

    def show_pictures(self, pictures: Sequence[PlacedPicture], surround: QColor) -> None:
        self._pictures, self._surround = tuple(pictures), surround
        self.update()

    # Qt's own names, called by it while the window is drawn.

    def initialize(self, commands: QRhiCommandBuffer) -> None:
        rhi = self.rhi()
        if self._graphics is not None and self._graphics.rhi is rhi:
            return
        try:
            self._graphics = _Graphics(rhi, self)
        except (RuntimeError, OSError) as error:
            self._graphics = None
            self.failed.emit(str(error))
        else:
            self.drawn_by.emit(f"{self._graphics.driver}, {API_NAMES.get(rhi.backend(), '')}")

    def render(self, commands: QRhiCommandBuffer) -> None:  # type: ignore[override]
        if self._graphics is None:
            return
        try:
            self._graphics.draw(self, commands, self._pictures, self._surround)
        except RuntimeError as error:
            self._graphics = None
            self.failed.emit(str(error))

    def releaseResources(self) -> None:
        self._graphics = None


def _shader(name: str) -> QShader:
    data = files("pixelwatt_upscaler").joinpath("views", "shaders", name).read_bytes()
    return QShader.fromSerialized(data)


def _made(succeeded: bool) -> None:
    if not succeeded:
        raise RuntimeError("the graphics card made no place for it")
