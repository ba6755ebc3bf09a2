"""Where pictures come from: files, drops, the clipboard, cameras, the desktop, and the demo."""

from __future__ import annotations

import dataclasses
import sys
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QMenu

from pixelwatt.api import Level, Problem, Unavailable
from pixelwatt_upscaler.core.frames import ClosingSource, Frame, FrameSource, SourceInfo, size_of
from pixelwatt_upscaler.text import tr
from pixelwatt_upscaler.views.portal import PortalChooser

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QScreen

    from pixelwatt_upscaler.core.desktops import DesktopWindow, ScreenRegion
    from pixelwatt_upscaler.core.frames import Pixels
    from pixelwatt_upscaler.views.panel import UpscalerPanel

    Opener = Callable[[], FrameSource]


def demo_clip() -> Path | None:
    return _resource("demo/demo.mp4")


def demo_still() -> Path | None:
    return _resource("demo/demo.png")


def file_opener(path: Path, title: str = "") -> Opener:
    """Opens a picture, a video or a folder of pictures, under another title if one is given."""

    def open_file() -> FrameSource:
        from pixelwatt_upscaler.core.sources import open_source

        source = open_source(path)
        return Titled(source, title) if title else source

    return open_file


def camera_opener(index: int) -> Opener:
    def open_camera() -> FrameSource:
        from pixelwatt_upscaler.core.camera import CameraSource

        return CameraSource(index)

    return open_camera


class Titled:
    """A source under a title of ours instead of its file's name."""

    def __init__(self, source: FrameSource, title: str) -> None:
        self._source = source
        self._title = title

    @property
    def info(self) -> SourceInfo:
        return dataclasses.replace(self._source.info, title=self._title)

    def read(self) -> Frame | None:
        return self._source.read()

    def seek(self, seconds: float) -> None:
        self._source.seek(seconds)

    def close(self) -> None:
        self._source.close()


class PixelsSource(ClosingSource):
    """One picture that is in memory already, such as one from the clipboard."""

    def __init__(self, pixels: Pixels, title: str) -> None:
        self._pixels = pixels
        self._given = False
        self.info = SourceInfo(
            title=title, size=size_of(pixels), still=True, channels=pixels.shape[2]
        )

    def read(self) -> Frame | None:
        if self._given:
            return None
        self._given = True
        return Frame(self._pixels)

    def seek(self, seconds: float) -> None:
        self._given = False


def pixels_of(image: QImage) -> Pixels:
    """A QImage as uint8 height x width x 3, or x 4 where it has transparency."""
    channels = 4 if image.hasAlphaChannel() else 3
    wanted = QImage.Format.Format_RGBA8888 if channels == 4 else QImage.Format.Format_RGB888
    converted = image.convertToFormat(wanted)
    rows = np.frombuffer(converted.constBits(), np.uint8).reshape(converted.height(), -1)
    used = rows[:, : converted.width() * channels]
    return used.reshape(converted.height(), converted.width(), channels).copy()


def can_take(data: QMimeData) -> bool:
    return data.hasUrls() or data.hasImage()


def take(panel: UpscalerPanel, data: QMimeData, title: str = "") -> bool:
    """Open what was dropped or pasted; files go through the shell, as File > Open does."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if paths:
        panel.context.open(paths)
        return True
    image = data.imageData() if data.hasImage() else None
    if not isinstance(image, QImage) or image.isNull():
        return False
    pixels, name = pixels_of(image), title or tr("Dropped picture")
    panel.open(lambda: PixelsSource(pixels, name), name)
    return True


def paste(panel: UpscalerPanel) -> None:
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()
    if data is None or not take(panel, data, tr("Clipboard")):
        panel.context.notify(
            tr("The clipboard holds no picture."),
            level=Level.WARNING,
            detail=tr("Copy a picture or a file first, then paste again."),
        )


def choose_file(panel: UpscalerPanel) -> None:
    from pixelwatt_upscaler.core.sources import PICTURE_PATTERNS, VIDEO_PATTERNS

    patterns = " ".join((*PICTURE_PATTERNS, *VIDEO_PATTERNS))
    filters = ";;".join(
        (
            tr("Pictures and videos ({patterns})", patterns=patterns),
            tr("All files ({patterns})", patterns="*"),
        )
    )
    name, _filter = QFileDialog.getOpenFileName(panel, tr("Open a picture or a video"), "", filters)
    if name:
        panel.context.open([Path(name)])


def open_first(panel: UpscalerPanel) -> None:
    """What a new panel shows: the demo clip, or what to do where there is none."""
    demo = demo_clip()
    if demo is None:
        panel.canvas.show_hint(
            tr("Open a picture or a video, or drop one here, to see it upscaled live.")
        )
    else:
        panel.open(file_opener(demo, tr("Demo clip")), tr("Demo clip"), demo)


def show_demo_clip(panel: UpscalerPanel) -> None:
    _show_demo(panel, demo_clip(), tr("Demo clip"))


def show_demo_still(panel: UpscalerPanel) -> None:
    _show_demo(panel, demo_still(), tr("Demo still"))


def source_menu(panel: UpscalerPanel) -> QMenu:
    """The menu of the Source button; cameras are looked for when it opens."""
    menu = QMenu(panel)
    menu.setAccessibleName(tr("Source"))
    menu.addAction(tr("Open a file…"), lambda: choose_file(panel))
    menu.addAction(tr("Open a folder of pictures…"), lambda: choose_folder(panel))
    menu.addAction(tr("Paste from the clipboard"), lambda: paste(panel))
    menu.addSeparator()
    menu.addAction(tr("Demo clip"), lambda: show_demo_clip(panel))
    menu.addAction(tr("Demo still"), lambda: show_demo_still(panel))
    menu.addSeparator()
    cameras = menu.addMenu(tr("Camera"))
    cameras.aboutToShow.connect(lambda: _fill_cameras(panel, cameras))
    portal = PortalChooser(panel)
    screens = menu.addMenu(tr("Screen"))
    screens.aboutToShow.connect(lambda: _fill_screens(panel, screens, portal))
    windows = menu.addMenu(tr("Window"))
    windows.aboutToShow.connect(lambda: _fill_windows(panel, windows, portal))
    return menu


def _fill_cameras(panel: UpscalerPanel, menu: QMenu) -> None:
    from pixelwatt_upscaler.core.camera import camera_indices

    menu.clear()
    for index in camera_indices():
        title = tr("Camera {number}", number=index + 1)
        menu.addAction(title, _camera_chooser(panel, index, title))
    if menu.isEmpty():
        menu.addAction(tr("No camera was found")).setEnabled(False)


def _fill_screens(panel: UpscalerPanel, menu: QMenu, portal: PortalChooser) -> None:
    """The whole of each screen; or why the screen cannot be read."""
    from pixelwatt_upscaler.core import screen_portal
    from pixelwatt_upscaler.core.desktops import availability

    menu.clear()
    state = availability()
    if isinstance(state, Unavailable):
        _say_why_not(panel, menu, state)
        return
    if screen_portal.needed():
        portal.fill(menu)
        return
    for number, screen in enumerate(QGuiApplication.screens(), start=1):
        region = _region_of(screen)
        title = tr("Screen {number}", number=number)
        menu.addAction(title, _screen_chooser(panel, region, title))


def _region_of(screen: QScreen) -> ScreenRegion:
    """Qt divides a screen's size by its factor, but not the place where it begins.

    On macOS both are in points, as Core Graphics wants them.
    """
    from pixelwatt_upscaler.core.desktops import ScreenRegion

    area = screen.geometry()
    factor = 1.0 if sys.platform == "darwin" else screen.devicePixelRatio()
    size = round(area.width() * factor), round(area.height() * factor)
    return ScreenRegion(area.x(), area.y(), *size)


def _fill_windows(panel: UpscalerPanel, menu: QMenu, portal: PortalChooser) -> None:
    """The windows of all programs by their titles; or why they cannot be read."""
    from pixelwatt_upscaler.core import screen_portal
    from pixelwatt_upscaler.core.desktop_window import list_windows
    from pixelwatt_upscaler.core.desktops import availability

    menu.clear()
    state = availability()
    if not isinstance(state, Unavailable) and screen_portal.needed():
        portal.fill(menu)
        return
    windows: list[DesktopWindow] = []
    if not isinstance(state, Unavailable):
        try:
            windows = list_windows()
        except Problem as problem:
            state = Unavailable(problem.what.rstrip("."), problem.remedy)
    if isinstance(state, Unavailable):
        _say_why_not(panel, menu, state)
        return
    for window in windows:
        title = menu.fontMetrics().elidedText(window.title, Qt.TextElideMode.ElideMiddle, 320)
        # An ampersand in a title is no shortcut.
        menu.addAction(title.replace("&", "&&"), _window_chooser(panel, window))
    if menu.isEmpty():
        menu.addAction(tr("No window was found")).setEnabled(False)


def _say_why_not(panel: UpscalerPanel, menu: QMenu, state: Unavailable) -> None:
    """In words that can be read, and copied from the notice that choosing them gives."""
    from pixelwatt_upscaler.core.desktops import permission_request

    reason = tr("Not here: {reason}", reason=state.reason)

    def tell() -> None:
        panel.context.notify(reason, level=Level.WARNING, detail=state.remedy)

    for text in filter(None, (reason, state.remedy)):
        # An ampersand in a message is no shortcut.
        menu.addAction(text.replace("&", "&&"), tell)
    if (ask := permission_request()) is not None:
        menu.addAction(tr("Ask macOS for it"), ask)


def _window_chooser(panel: UpscalerPanel, window: DesktopWindow) -> Callable[[], None]:
    def open_window() -> FrameSource:
        from pixelwatt_upscaler.core.desktop_window import WindowSource

        return WindowSource(window)

    return lambda: panel.open(open_window, window.title)


def _screen_chooser(panel: UpscalerPanel, region: ScreenRegion, title: str) -> Callable[[], None]:
    def open_screen() -> FrameSource:
        from pixelwatt_upscaler.core.screen import ScreenSource

        return Titled(ScreenSource(region), title)

    return lambda: panel.open(open_screen, title)


def _camera_chooser(panel: UpscalerPanel, index: int, title: str) -> Callable[[], None]:
    return lambda: panel.open(camera_opener(index), title)


def _resource(name: str) -> Path | None:
    path = Path(str(files("pixelwatt_resources").joinpath(name)))
    return path if path.is_file() else None


def choose_folder(panel: UpscalerPanel) -> None:
    name = QFileDialog.getExistingDirectory(panel, tr("Open a folder of pictures"))
    if name:
        panel.open_paths([Path(name)])


def _show_demo(panel: UpscalerPanel, path: Path | None, title: str) -> None:
    if path is None:
        panel.context.notify(
            tr("The demo is not installed."),
            level=Level.ERROR,
            detail=tr("Install Pixelwatt again, or open a file of your own."),
        )
        return
    panel.open(file_opener(path, title), title, path)
