"""What was said since the start: every notice, also those that went by themselves."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from pixelwatt.api import Level, Theme
from pixelwatt.empty_state import EmptyState
from pixelwatt.notices import Notice
from pixelwatt.tables import make_copyable
from pixelwatt.themed import follow_theme
from pixelwatt.ui_text import tr

if TYPE_CHECKING:
    from pixelwatt.workbench import Workbench


class NoticeHistory(QWidget):
    """Time, level, text and detail; the newest first."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self.setObjectName("page")
        self._notices = workbench.notices
        self._theme = workbench.theme
        self.table = QTreeWidget()
        self.table.setObjectName("plain")
        self.table.setAccessibleName(tr("Notices"))
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setHeaderLabels([tr("Time"), tr("Level"), tr("Notice"), tr("Detail")])
        self.table.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.header().setStretchLastSection(True)
        make_copyable(self.table)
        self._clear = QPushButton(tr("Clear"))
        self._clear.clicked.connect(self._forget)
        self._empty = EmptyState("bell", tr("No notices"), tr("Nothing was said since the start."))
        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 12, 8)
        row.addStretch(1)
        row.addWidget(self._clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._empty)
        layout.addWidget(self.table, 1)
        layout.addLayout(row)
        self._notices.added.connect(self._add)
        for notice in self._notices.history:
            self._add(notice)
        self._show_empty_state_if_empty()
        follow_theme(self, workbench.context_of(None), self._retheme)

    @Slot(object)
    def _add(self, notice: Notice) -> None:
        clock = time.strftime("%H:%M:%S", time.localtime(notice.at))
        item = QTreeWidgetItem([clock, _word(notice.level), notice.text, notice.detail])
        item.setData(1, Qt.ItemDataRole.UserRole, notice.level)
        item.setToolTip(3, notice.detail)
        item.setSizeHint(0, QSize(0, 28))
        self._paint(item)
        self.table.insertTopLevelItem(0, item)
        self._show_empty_state_if_empty()

    def _forget(self) -> None:
        self._notices.clear()
        self.table.clear()
        self._show_empty_state_if_empty()

    def _show_empty_state_if_empty(self) -> None:
        some = self.table.topLevelItemCount() > 0
        self._empty.setVisible(not some)
        self.table.setVisible(some)
        self._clear.setVisible(some)

    def _paint(self, item: QTreeWidgetItem) -> None:
        colours = {Level.WARNING: self._theme.warning, Level.ERROR: self._theme.bad}
        level = Level(item.data(1, Qt.ItemDataRole.UserRole))
        item.setForeground(1, QColor(colours.get(level, self._theme.muted)))

    def _retheme(self, theme: Theme) -> None:
        self._theme = theme
        for row in range(self.table.topLevelItemCount()):
            item = self.table.topLevelItem(row)
            if item is not None:
                self._paint(item)


def _word(level: Level) -> str:
    return {
        Level.INFO: tr("info"),
        Level.WARNING: tr("warning"),
        Level.ERROR: tr("error"),
    }[level]
