"""Explain this number: a total opens down to shots, price row, source, date and rounding."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from pixelwatt.api import Context
from pixelwatt.api_qt import make_copyable, tabular
from pixelwatt_video_budget.core.estimate import Estimate, film_parts
from pixelwatt_video_budget.core.explain import Explanation, explain
from pixelwatt_video_budget.core.money import money_text
from pixelwatt_video_budget.core.montecarlo import Simulation, simulate
from pixelwatt_video_budget.text import tr
from pixelwatt_video_budget.views.document import Document

_CHILDREN = int(Qt.ItemDataRole.UserRole) + 1
_DRAWS = 20_000


class ExplainPage(QWidget):
    """A tree of what, value and how; branches are filled in when they are opened."""

    def __init__(self, context: Context, document: Document) -> None:
        super().__init__()
        self.context = context
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
        self.tree.itemExpanded.connect(_fill)
        make_copyable(self.tree)
        self.check = QPushButton(tr("Check by simulation"))
        self.check.setToolTip(tr("Draws 20,000 such films and compares their quantiles."))
        self.check.clicked.connect(self.simulate)
        self.checked = QLabel()
        self.checked.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self.check)
        row.addWidget(self.checked, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.addWidget(self.tree, 1)
        layout.addLayout(row)
        self._shown: Estimate | None = None

    def refresh(self) -> None:
        result = self.document.estimate
        if result is self._shown:
            return
        self._shown = result
        self.checked.setText("")
        if result is None:
            self.tree.clear()
            return
        self.context.jobs.start(
            tr("Explaining"), lambda _progress: explain(result), done=self._show, quiet=True
        )

    def _show(self, explanation: Explanation) -> None:
        self.tree.clear()
        root = _item(explanation)
        self.tree.addTopLevelItem(root)
        root.setExpanded(True)
        if first := root.child(0):
            first.setExpanded(True)

    def open_shot(self, name: str) -> None:
        """Open the branch of a shot."""
        flags = Qt.MatchFlag.MatchRecursive | Qt.MatchFlag.MatchContains
        for item in self.tree.findItems(name, flags, 0):
            item.setExpanded(True)
            self.tree.scrollToItem(item)
            self.tree.setCurrentItem(item)

    def simulate(self) -> None:
        """Simulate the film as it was estimated, and say how far the quantiles agree."""
        result = self.document.estimate
        if result is None or not result.priced:
            return
        parts = film_parts(result.plan, result.priced)
        correlation = float(result.plan.correlation)
        draws = max(2_000, min(_DRAWS, 20_000_000 // max(len(parts), 1)))
        self.context.jobs.start(
            tr("Simulating films"),
            lambda progress: simulate(parts, correlation, draws, progress.check),
            done=lambda simulation: self._compare(result, simulation),
        )

    def _compare(self, result: Estimate, simulation: Simulation) -> None:
        if result is not self.document.estimate:
            return
        currency = result.plan.currency
        pairs = [
            f"P{q * 100:g} {money_text(simulation.cost_quantile(q), currency)} "
            f"({money_text(value, currency)})"
            for q, value in result.cost.quantiles.items()
        ]
        self.checked.setText(
            tr("{count} simulated films (in brackets the figures shown): {pairs}",
               count=len(simulation.costs), pairs=" · ".join(pairs))
        )  # fmt: skip


def _item(explanation: Explanation) -> QTreeWidgetItem:
    item = QTreeWidgetItem([explanation.label, explanation.value, explanation.how])
    item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    item.setToolTip(2, explanation.how)
    if explanation.children:
        item.setData(0, _CHILDREN, explanation.children)
        item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
    return item


def _fill(item: QTreeWidgetItem) -> None:
    children = item.data(0, _CHILDREN)
    if children and not item.childCount():
        item.addChildren([_item(child) for child in children])
