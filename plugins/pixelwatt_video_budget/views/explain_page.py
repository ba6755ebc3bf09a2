"""Explain this number: a total opens down to shots, price row, source, date and rounding."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from pixelwatt.api import Context
from pixelwatt.api_qt import make_copyable, tabular
from pixelwatt_video_budget.core.explain import Explanation, explain
from pixelwatt_video_budget.text import tr
from pixelwatt_video_budget.views.document import Document


class ExplainPage(QWidget):
    """A tree of what, value and how."""

    def __init__(self, context: Context, document: Document) -> None:
        super().__init__()
        self.document = document
        self.tree = QTreeWidget()
        self.tree.setColumnCount(3)
        self.tree.setHeaderLabels([tr("What"), tr("Value"), tr("How it comes about")])
        self.tree.setFont(tabular(self.tree.font()))
        self.tree.setAccessibleName(tr("Explanation of the total"))
        self.tree.setAlternatingRowColors(True)
        self.tree.setUniformRowHeights(True)
        header = self.tree.header()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.tree.setColumnWidth(0, 320)
        self.tree.setColumnWidth(1, 136)
        make_copyable(self.tree)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.addWidget(self.tree)
        document.estimate_changed.connect(self.refresh)

    def refresh(self) -> None:
        self.tree.clear()
        result = self.document.estimate
        if result is None:
            return
        root = _item(explain(result))
        self.tree.addTopLevelItem(root)
        self.tree.expandToDepth(1)

    def open_shot(self, name: str) -> None:
        """Open the branch of a shot."""
        flags = Qt.MatchFlag.MatchRecursive | Qt.MatchFlag.MatchContains
        for item in self.tree.findItems(name, flags, 0):
            item.setExpanded(True)
            self.tree.scrollToItem(item)
            self.tree.setCurrentItem(item)


def _item(explanation: Explanation) -> QTreeWidgetItem:
    item = QTreeWidgetItem([explanation.label, explanation.value, explanation.how])
    item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    item.setToolTip(2, explanation.how)
    item.addChildren([_item(child) for child in explanation.children])
    return item
