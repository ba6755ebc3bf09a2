"""What shots really took, against the forecast; and how good past forecasts were."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from pixelwatt.api import Context, Level, Problem
from pixelwatt.api_qt import make_copyable, tabular
from pixelwatt_video_budget.core.actuals import completion, score
from pixelwatt_video_budget.core.money import money_text, parse_count, parse_money
from pixelwatt_video_budget.core.plan import QUANTILES, Actual
from pixelwatt_video_budget.core.pricing import PricedShot, Unpriced
from pixelwatt_video_budget.text import tr
from pixelwatt_video_budget.views.document import Document
from pixelwatt_video_budget.views.table_heads import align_heads

_COST, _TRIES, _KEPT = 3, 4, 5


class ActualsPage(QWidget):
    """A row for each shot; cost, tries and kept are typed."""

    def __init__(self, context: Context, document: Document) -> None:
        super().__init__()
        self.context = context
        self.document = document
        self._shown: list[tuple[PricedShot | Unpriced, Actual | None, str]] = []
        """What each row of the table was made from."""
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.table = QTableWidget(0, 7)
        self.table.setHorizontalHeaderLabels(
            [tr("Shot"), tr("Mean"), "P90", tr("Actual cost"), tr("Tries"), tr("Kept"),
             tr("Actual less mean")]
        )  # fmt: skip
        self.table.setFont(tabular(self.table.font()))
        self.table.setAccessibleName(tr("Actuals against the estimate"))
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(28)
        self.table.setAlternatingRowColors(True)
        header = self.table.horizontalHeader()
        align_heads(self.table)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.itemChanged.connect(self._typed)
        make_copyable(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.addWidget(self.summary)
        layout.addWidget(self.table, 1)

    def refresh(self) -> None:
        result = self.document.estimate
        self.table.blockSignals(True)
        shots = [] if result is None else list(result.shots)
        currency = self.document.plan.currency
        actuals = {actual.shot: actual for actual in self.document.plan.actuals}
        self.table.setRowCount(len(shots))
        del self._shown[len(shots) :]
        for row, shot in enumerate(shots):
            name = shot.priced.shot.name
            actual = actuals.get(name)
            # A thousand rows take longer than a frame; most are as they were.
            if row < len(self._shown) and self._shown[row] == (shot.priced, actual, currency):
                continue
            self._shown[row : row + 1] = [(shot.priced, actual, currency)]
            mean = None if shot.cost is None else shot.cost.mean
            high = None if shot.cost is None else shot.cost.quantiles[0.9]
            gap = ""
            if actual is not None and mean is not None:
                gap = money_text(Decimal(actual.cost) - Decimal(float(mean)), currency)
            texts = [
                name, money_text(mean, currency), money_text(high, currency),
                "" if actual is None else f"{actual.cost:f}",
                "" if actual is None or actual.tries is None else str(actual.tries),
                "" if actual is None or actual.kept is None else str(actual.kept), gap,
            ]  # fmt: skip
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                if column not in {_COST, _TRIES, _KEPT}:
                    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
                if column:
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                self.table.setItem(row, column, item)
        self.table.blockSignals(False)
        self.summary.setText(self._summary())

    def _summary(self) -> str:
        result, plan = self.document.estimate, self.document.plan
        if result is None:
            return ""
        currency = plan.currency
        if not plan.actuals:
            return tr("Type what each finished shot really cost. Keep a version first: its "
                      "forecast is then scored.")  # fmt: skip
        done = completion(result, plan.actuals)
        lines = [
            tr("Spent {spent}; expected at completion {total}; {variance} against the means.",
               spent=money_text(done.spent, currency),
               total=money_text(done.at_completion, currency),
               variance=money_text(done.variance, currency))
        ]  # fmt: skip
        scored = score(plan.forecasts, plan.actuals)
        if scored.loss is not None:
            held = ", ".join(f"P{q * 100:g} {scored.held[q]:.0%}" for q in QUANTILES)
            lines.append(
                tr("Forecasts scored: {count}; held by {held} (should be 50, 80, 90, 95 %); mean "
                   "pinball loss {loss:.1%} of the cost.", count=len(scored.scored), held=held,
                   loss=scored.loss)
            )  # fmt: skip
        return "\n".join(lines)

    def _text(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return "" if item is None else item.text().strip()

    def _typed(self, item: QTableWidgetItem) -> None:
        row = item.row()
        name = self._text(row, 0)
        cells = {column: self._text(row, column)
                 for column in (_COST, _TRIES, _KEPT)}  # fmt: skip
        others = tuple(a for a in self.document.plan.actuals if a.shot != name)
        try:
            actuals = (*others, _actual(name, cells)) if any(cells.values()) else others
        except Problem as problem:
            self.context.notify(str(problem), level=Level.WARNING)
            del self._shown[row:]
            self.refresh()
            return
        self.document.change(tr("Actuals"), actuals=actuals)


def _actual(name: str, cells: dict[int, str]) -> Actual:
    tries, kept = cells[_TRIES], cells[_KEPT]
    return Actual(
        name,
        parse_money(cells[_COST] or 0, tr("Actual cost")),
        parse_count(tries, tr("Tries")) if tries else None,
        int(parse_money(kept, tr("Kept"))) if kept else None,
    )
