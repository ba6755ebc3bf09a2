"""The panel: two numbers in, one number out."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFormLayout, QLabel, QSpinBox, QWidget

from pixelwatt.api import Context
from pixelwatt_example.core import pixels
from pixelwatt_example.settings import PixelSettings
from pixelwatt_example.text import tr


class PixelView(QWidget):
    """Counts the pixels of the size in its two fields."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._width = _side(1920, tr("Width in pixels"))
        self._height = _side(1080, tr("Height in pixels"))
        self.result = QLabel()
        self.result.setAccessibleName(tr("Number of pixels"))
        form = QFormLayout(self)
        form.addRow(tr("Width"), self._width)
        form.addRow(tr("Height"), self._height)
        form.addRow(tr("Pixels"), self.result)
        self._width.valueChanged.connect(self._count)
        self._height.valueChanged.connect(self._count)
        self._forget_settings = context.settings.subscribe(PixelSettings, lambda _: self._count())
        self._count()

    def show_size(self, width: int, height: int) -> None:
        self._width.setValue(width)
        self._height.setValue(height)

    def size_shown(self) -> tuple[int, int]:
        return self._width.value(), self._height.value()

    @Slot()
    def _count(self) -> None:
        count = pixels(*self.size_shown())
        digits = self._context.settings.get(PixelSettings).digits
        self.result.setText(
            tr("{count} ({mega} megapixels)", count=f"{count:,}", mega=f"{count / 1e6:.{digits}f}")
        )


def _side(value: int, name: str) -> QSpinBox:
    box = QSpinBox()
    box.setRange(1, 65_535)
    box.setValue(value)
    box.setAccessibleName(name)
    return box
