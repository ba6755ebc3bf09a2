"""A row for each method: fidelity, time and energy of the frame on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
)

from pixelwatt.api_qt import make_copyable, tabular
from pixelwatt_upscaler.text import tr
from pixelwatt_upscaler.views.readings import (
    UNKNOWN,
    colours,
    decibels,
    figure,
    similarity,
    title_of,
)

if TYPE_CHECKING:
    from pixelwatt.api import Theme
    from pixelwatt_upscaler.core.live_clock import LiveStatistics
    from pixelwatt_upscaler.core.live_frames import LiveFrame
    from pixelwatt_upscaler.core.live_judge import Scores

DOT = 10


class ScoreTable(QTableWidget):
    """Filled anew at each reading; the best of each metric is bold."""

    def __init__(self) -> None:
        super().__init__(0, 8)
        self.setAccessibleName(tr("Scores of the methods"))
        for column, (title, tip) in enumerate(_columns()):
            header_item = QTableWidgetItem(title)
            header_item.setToolTip(tip)
            self.setHorizontalHeaderItem(column, header_item)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setFont(tabular(self.font()))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(56)
        self.setMinimumWidth(480)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        make_copyable(self)

    def show_scores(
        self,
        frame: LiveFrame,
        statistics: LiveStatistics,
        scores: Scores | None,
        watts: float | None,
        theme: Theme,
    ) -> None:
        palette = colours(frame, theme)
        outputs = frame.result.outputs
        self.setRowCount(len(outputs))
        columns: list[list[float | None]] = [[] for _ in range(4)]
        for row, output in enumerate(outputs):
            score = scores.by_method.get(output.method) if scores else None
            milliseconds = statistics.median_ms.get(output.method)
            # With several methods at once, nobody can tell whose the power was.
            joules = (
                watts / statistics.presented_fps
                if watts is not None and statistics.presented_fps and len(outputs) == 1
                else None
            )
            for column, value in enumerate(
                (score.psnr_db, score.ssim, score.ms_ssim, _negative(score.flip))
                if score
                else (None,) * 4
            ):
                columns[column].append(value)
            texts = [
                title_of(output.method),
                decibels(score),
                similarity(score.ssim if score else None),
                similarity(score.ms_ssim if score else None),
                similarity(score.flip if score else None),
                figure(milliseconds, "ms"),
                figure(1000 / milliseconds if milliseconds else None, "fps"),
                figure(joules, "J"),
            ]
            for column, text in enumerate(texts):
                self._set(row, column, text)
            name = self._cell(row, 0)
            name.setIcon(_dot(palette[output.method]))
            name.setToolTip(output.placement.summary)
        self._mark_best(columns)
        self.updateGeometry()

    def height_for(self, most_rows: int) -> int:
        """What all rows need, or ``most_rows`` of them, with the header and the frame."""
        rows = min(self.rowCount(), most_rows)
        row = self.rowHeight(0) if rows else 0
        return self.horizontalHeader().height() + rows * row + 2 * self.frameWidth()

    def sizeHint(self) -> QSize:
        """As wide as all columns need without shortening a name."""
        header = self.horizontalHeader()
        figures = sum(header.sectionSize(column) for column in range(1, self.columnCount()))
        width = self.sizeHintForColumn(0) + figures + 2 * self.frameWidth()
        return QSize(width, super().sizeHint().height())

    def _cell(self, row: int, column: int) -> QTableWidgetItem:
        item: QTableWidgetItem | None = self.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            if column:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.setItem(row, column, item)
        return item

    def _set(self, row: int, column: int, text: str) -> None:
        item = self._cell(row, column)
        if item.text() != text:
            item.setText(text)
            if text == UNKNOWN and column == 7:
                item.setToolTip(tr("Known while the power meter runs and one method is on"))
            elif text == UNKNOWN and column in (3, 4):
                item.setToolTip(tr("Computed while paused"))

    def _mark_best(self, columns: list[list[float | None]]) -> None:
        for column, values in enumerate(columns, start=1):
            known = [value for value in values if value is not None]
            for row, value in enumerate(values):
                cell = self._cell(row, column)
                font = cell.font()
                font.setBold(len(known) > 1 and value == max(known))
                cell.setFont(font)


def _columns() -> tuple[tuple[str, str], ...]:
    """Titles with what is to be known of them."""
    return (
        (tr("Method"), ""),
        (tr("PSNR"), tr("More is better")),
        (tr("SSIM"), tr("More is better; 1 is equal")),
        (tr("MS-SSIM"), tr("More is better; 1 is equal")),
        (tr("FLIP"), tr("Mean of the middle; less is better")),
        (tr("Time"), tr("Time per frame, median of the last second")),
        (tr("Rate"), tr("Frames per second if nothing else were done")),
        (tr("Energy"), tr("Energy per frame")),
    )


def _negative(value: float | None) -> float | None:
    """FLIP turned round, so that the largest of every column is the best."""
    return None if value is None else -value


def _dot(colour: str) -> QIcon:
    pixmap = QPixmap(DOT * 2, DOT * 2)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(1, 1, DOT - 2, DOT - 2)
    return QIcon(pixmap)
