"""What-ifs and other plans beside this one, figure by figure."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from pixelwatt.api import Context
from pixelwatt.api_qt import SectionHeader, make_copyable, tabular
from pixelwatt_video_budget.core.actuals import forecasts_of
from pixelwatt_video_budget.core.estimate import Estimate, estimate
from pixelwatt_video_budget.core.money import money_text
from pixelwatt_video_budget.core.plan import QUANTILES, Forecast, Scenario
from pixelwatt_video_budget.core.plan_reader import read_plan
from pixelwatt_video_budget.core.price_book import shipped_book
from pixelwatt_video_budget.text import tr
from pixelwatt_video_budget.views.document import Document
from pixelwatt_video_budget.views.table_heads import align_heads


class VersionsPage(QWidget):
    """A column for this plan, each what-if, each kept version and each opened file."""

    def __init__(self, context: Context, document: Document) -> None:
        super().__init__()
        self.context = context
        self.document = document
        self.others: dict[str, Estimate] = {}
        self.table = QTableWidget()
        self.table.setFont(tabular(self.table.font()))
        self.table.setAccessibleName(tr("Versions side by side"))
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setAlternatingRowColors(True)
        self.table.verticalHeader().setDefaultSectionSize(28)
        make_copyable(self.table)
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("What if …"))
        self.name.setAccessibleName(tr("Name of the what-if"))
        self.rate = _percent(tr("Usable rates, percent of the plan's"))
        self.price = _percent(tr("Prices, percent of the plan's"))
        self.add = QPushButton(tr("Add what-if"))
        self.remove = QPushButton(tr("Remove the column"))
        self.keep = QPushButton(tr("Keep this version"))
        self.compare = QPushButton(tr("Compare with a file…"))
        self.add.clicked.connect(self.add_scenario)
        self.remove.clicked.connect(self.remove_column)
        self.keep.clicked.connect(self.keep_version)
        self.compare.clicked.connect(self._ask_for_file)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        self.name.setMinimumWidth(320)
        form.addRow(tr("Name"), self.name)
        form.addRow(tr("Usable rates"), self.rate)
        form.addRow(tr("Prices"), self.price)
        buttons = QHBoxLayout()
        for button in (self.add, self.remove, self.keep, self.compare):
            buttons.addWidget(button)
        buttons.addStretch(1)
        note = QLabel(
            tr("A kept version stores today's forecast in the plan file, to be compared later and "
               "scored when actuals arrive.")
        )  # fmt: skip
        note.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.addWidget(self.table, 1)
        layout.addWidget(SectionHeader(tr("New what-if")))
        layout.addLayout(form)
        layout.addLayout(buttons)
        layout.addWidget(note)
        document.scenarios_changed.connect(self.refresh)
        document.compare_scenarios()

    def refresh(self) -> None:
        result = self.document.estimate
        if result is None:
            self.table.setColumnCount(0)
            return
        columns = [(tr("This plan"), _figures(result))]
        columns += [(s.name, _figures(e)) for s, e in self._scenarios()]
        columns += [
            (tr("Kept {day}", day=forecast.made), _kept_figures(forecast, result.plan.currency))
            for forecast in self.document.plan.forecasts
            if forecast.shot == ""
        ]
        columns += [(name, _figures(other)) for name, other in self.others.items()]
        rows = _row_names()
        self.table.setRowCount(len(rows))
        self.table.setColumnCount(len(columns))
        self.table.setVerticalHeaderLabels(rows)
        self.table.setHorizontalHeaderLabels([name for name, _ in columns])
        align_heads(self.table, words=0)
        for column, (_, figures) in enumerate(columns):
            for row, text in enumerate(figures):
                item = QTableWidgetItem(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(row, column, item)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setDefaultSectionSize(152)

    def _scenarios(self) -> list[tuple[Scenario, Estimate]]:
        """The what-ifs that are still in the plan, as last estimated."""
        known = set(self.document.plan.scenarios)
        return [pair for pair in self.document.scenario_estimates if pair[0] in known]

    def add_scenario(self) -> None:
        rate, price = self.rate.value(), self.price.value()
        name = self.name.text().strip() or tr(
            "Rates {rate} %, prices {price} %", rate=rate, price=price
        )
        scenario = Scenario(name, Decimal(rate) / 100, Decimal(price) / 100)
        others = tuple(s for s in self.document.plan.scenarios if s.name != name)
        self.document.change(tr("Add what-if"), scenarios=(*others, scenario))

    def remove_column(self) -> None:
        """Remove the chosen column, which is not this plan itself."""
        item = self.table.horizontalHeaderItem(max(self.table.currentColumn(), 0))
        name = item.text() if item is not None else ""
        if self.others.pop(name, None) is not None:
            self.refresh()
            return
        plan = self.document.plan
        scenarios = tuple(s for s in plan.scenarios if s.name != name)
        kept = {tr("Kept {day}", day=f.made): f.made for f in plan.forecasts}.get(name)
        forecasts = tuple(f for f in plan.forecasts if kept is None or f.made != kept)
        self.document.edit(
            dataclasses.replace(plan, scenarios=scenarios, forecasts=forecasts),
            tr("Remove the column"),
        )

    def keep_version(self) -> None:
        """Store today's forecast in the plan; one made earlier the same day is replaced."""
        result = self.document.estimate
        if result is not None:
            day = self.document.today().isoformat()
            earlier = tuple(f for f in self.document.plan.forecasts if f.made != day)
            self.document.change(
                tr("Keep this version"), forecasts=(*earlier, *forecasts_of(result, day))
            )

    def _ask_for_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, tr("Compare with a file"), "", tr("Budget plans (*.budget.toml)")
        )
        if name:
            self.compare_with(Path(name))

    def compare_with(self, path: Path) -> None:
        """Estimate another plan file and show it as a column."""
        today = self.document.today()

        def show(other: Estimate) -> None:
            self.others[path.name] = other
            self.refresh()

        self.context.jobs.start(
            tr("Reading {file}", file=path.name),
            lambda progress: estimate(
                read_plan(path)[0], shipped_book(), today, check=progress.check
            ),
            done=show, quiet=True,
        )  # fmt: skip


def _row_names() -> list[str]:
    return [tr("Budget"), tr("Mean"), *(f"P{q * 100:g}" for q in QUANTILES), tr("Tries, mean"),
            tr("A finished minute"), tr("Shots in the totals")]  # fmt: skip


def _figures(result: Estimate) -> list[str]:
    currency = result.plan.currency
    amounts = [result.budget, result.cost.mean, *(result.cost.quantiles[q] for q in QUANTILES)]
    mean = result.tries.mean
    return [
        *(money_text(amount if result.known else None, currency) for amount in amounts),
        "∞" if mean is None else f"{float(mean):.1f}" if result.known else "–",
        money_text(result.per_finished_minute, currency),
        f"{len(result.priced)} / {len(result.shots)}",
    ]


def _kept_figures(forecast: Forecast, currency: str) -> list[str]:
    quantiles = [money_text(value, currency) for value in forecast.quantiles]
    return [quantiles[2], money_text(forecast.mean, currency), *quantiles, "–", "–", "–"]


def _percent(name: str) -> QSpinBox:
    spin = QSpinBox()
    spin.setRange(1, 1000)
    spin.setValue(100)
    spin.setSuffix(" %")
    spin.setMaximumWidth(120)
    spin.setAccessibleName(name)
    return spin
