"""Money and power: what a chip-hour, a token and a watt buy, for every accelerator."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from pixelwatt.api_qt import SectionHeader
from pixelwatt_accelerators.core.assessment import LOWER_IS_BETTER
from pixelwatt_accelerators.core.catalogue import FigureStatus
from pixelwatt_accelerators.core.document import COMPUTED_BASIS, MONEY_BASES
from pixelwatt_accelerators.core.quantities import PRICE_BASES
from pixelwatt_accelerators.core.uncertainty import intervals
from pixelwatt_accelerators.core.units import number, usd
from pixelwatt_accelerators.text import tr
from pixelwatt_accelerators.views.bar_chart import BarChart, BarItem
from pixelwatt_accelerators.views.controls import Choice, FieldSlider
from pixelwatt_accelerators.views.figures_table import FiguresTable
from pixelwatt_accelerators.views.section import Section
from pixelwatt_accelerators.views.use_controls import note, side_column
from pixelwatt_accelerators.views.words import metric_text, metric_title, short_name, status_word

if TYPE_CHECKING:
    from pixelwatt.api import Context
    from pixelwatt_accelerators.views.store import Store

_ROWS = ("usd_per_chip_hour", "usd_per_mtok", "usd_per_eflop", "training_usd")
_WATT_ROWS = ("peak_per_watt", "achievable_per_watt", "tokens_per_s_per_mw", "joules_per_token")
_CALM_MS = 60


class MoneyControls(QWidget):
    """Rent or own; the terms of ownership show only where they count."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        titles = {**{k: tr(v) for k, v in PRICE_BASES.items()},
                  COMPUTED_BASIS: tr("Own, worked out below")}  # fmt: skip
        self.basis = Choice(
            tr("Basis of prices"),
            [(basis, titles[basis]) for basis in MONEY_BASES],
            lambda value: store.change_money(basis=value),
        )
        self.utilisation = self._slider(tr("Hours in use"), "utilisation", 0.05, 1.0, "%")
        self.terms = {
            "capex_usd": self._slider(
                tr("Purchase, where none is known"), "capex_usd", 1e3, 2e5, "$", log=True
            ),
            "life_years": self._slider(tr("Years in service"), "life_years", 1, 8, ""),
            "interest": self._slider(tr("Interest"), "interest", 0.0, 0.25, "%"),
            "pue": self._slider("PUE", "pue", 1.0, 2.0, ""),
            "usd_per_kwh": self._slider(tr("Electricity"), "usd_per_kwh", 0.01, 0.5, "$/kWh"),
            "colocation_usd_per_kw_month": self._slider(
                tr("Colocation"), "colocation_usd_per_kw_month", 0.0, 400.0, "$/kW/month"
            ),
        }
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(8)
        layout.addWidget(SectionHeader(tr("Price")))
        layout.addWidget(self.basis)
        layout.addWidget(self.utilisation)
        self.terms_header = SectionHeader(tr("Terms of ownership"))
        layout.addWidget(self.terms_header)
        for slider in self.terms.values():
            layout.addWidget(slider)
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        self.hint.setForegroundRole(self.hint.palette().ColorRole.PlaceholderText)
        layout.addWidget(self.hint)
        layout.addStretch(1)
        store.changed.connect(self.refresh)
        self.refresh()

    def _slider(
        self, title: str, field: str, low: float, high: float, unit: str, *, log: bool = False
    ) -> FieldSlider:
        def text(value: float) -> str:
            if unit == "%":
                return f"{100 * value:.0f} %"
            if unit.startswith("$"):
                return f"${number(value, 3)}{unit.removeprefix('$')}"
            return f"{number(value, 3)} {unit}".rstrip()

        return FieldSlider(
            title, low, high, lambda value: self._store.change_money(**{field: value}),
            text=text, log=log,
        )  # fmt: skip

    @Slot()
    def refresh(self) -> None:
        money = self._store.comparison.money
        self.basis.show_value(money.basis)
        self.utilisation.show_value(money.utilisation)
        computed = money.basis == COMPUTED_BASIS
        self.terms_header.setVisible(computed)
        for name, slider in self.terms.items():
            slider.setVisible(computed)
            slider.show_value(getattr(money, name))
        self.hint.setText(
            ""
            if computed
            else tr("Dated prices from the table; add your own with “Add a price…” in the menu.")
        )


class MoneySection(Section):
    def __init__(self, store: Store, context: Context) -> None:
        super().__init__(store, context, tr("Money"))
        self.table = FiguresTable(store, tr("Cost and performance per watt"))
        self.chart_title = QLabel()
        self.chart = BarChart(store, tr("All accelerators by the chosen measure"))
        area = QScrollArea()
        area.setWidget(self.chart)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        drawing = QWidget()
        column = QVBoxLayout(drawing)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.chart_title)
        column.addWidget(area, 1)
        column.addWidget(
            note(
                tr(
                    "Whiskers: all inputs at the ends of their intervals. Hatched: rests on an "
                    "estimate, or unknown."
                )
            )
        )
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(drawing)
        split.setSizes([320, 320])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(split, 1)
        self.controls = MoneyControls(store)
        layout.addWidget(side_column(self.controls))
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MS)
        self._calm.timeout.connect(self._draw_whiskers)

    @Slot()
    def refresh(self) -> None:
        self._fill_table()
        self._draw_bars()
        self._calm.start()

    def _fill_table(self) -> None:
        item = self.store.chosen_study
        metrics = item.nominal()
        columns = [(short_name(a), self.store.colour_name(a.id)) for a in self.store.chosen]

        def texts(metric: str) -> list[str | None]:
            return [
                None if math.isnan(value) else metric_text(metric, float(value))
                for value in metrics[metric]
            ]

        tips = {
            "peak_per_watt": tr("What brochures compare"),
            "achievable_per_watt": tr("Best measured matrix product over TDP"),
            "tokens_per_s_per_mw": tr("Provisioned site power: hosts, network, cooling"),
            "joules_per_token": tr("TDP over tokens: an upper bound of what the chip draws"),
        }
        rows: list[tuple[str, list[str | None], str | list[str]]] = [
            (metric_title(metric), texts(metric), tips.get(metric, ""))
            for metric in (*_ROWS, *_WATT_ROWS)
        ]
        rows.insert(1, self._price_sources())
        self.table.show_rows(columns, rows)

    def _price_sources(self) -> tuple[str, list[str | None], list[str]]:
        """Who asked the price and when; its page, status and note on hovering."""
        basis = self.store.comparison.money.basis
        computed = basis == COMPUTED_BASIS
        texts: list[str | None] = []
        tips = []
        for accelerator in self.store.chosen:
            price = accelerator.purchase_price() if computed else accelerator.price(basis)
            if price is None:
                texts.append(tr("your figure") if computed else None)
                tips.append(
                    tr("No purchase price in the table: the slider's is taken.")
                    if computed
                    else tr("No price of this kind in the table.")
                )
                continue
            provider = price.provider or price.source.title
            texts.append(", ".join(part for part in (provider, price.date) if part))
            amount = f"{usd(price.value)} · {status_word(price.status)}"
            about = (amount, price.source.title, price.source.url, price.note)
            tips.append("\n".join(part for part in about if part))
        title = tr("Purchase price from") if computed else tr("Price from")
        return title, texts, tips

    def _draw_bars(self) -> None:
        self.chart_title.setText(metric_title(self.store.comparison.metric))
        self.chart.show_items(self._items(None))

    @Slot()
    def _draw_whiskers(self) -> None:
        bounds = intervals(self.store.full_study, self.store.comparison.metric)
        self.chart.show_items(self._items(bounds))

    def _items(self, bounds: tuple[np.ndarray, np.ndarray] | None) -> list[BarItem]:
        metric = self.store.comparison.metric
        values = self.store.full_metrics[metric]
        sign = 1.0 if metric in LOWER_IS_BETTER else -1.0
        order = np.argsort(np.where(np.isnan(values), np.inf, sign * values), kind="stable")
        everything = self.store.everything
        prices = self.store.full_study.inputs["price"].statuses
        items = []
        for index in order:
            accelerator = everything[index]
            chosen = accelerator.id in self.store.comparison.chips
            if math.isnan(values[index]) and not chosen:
                continue
            low, high = (math.nan, math.nan)
            if bounds is not None:
                low, high = float(bounds[0][index]), float(bounds[1][index])
            items.append(
                BarItem(
                    short_name(accelerator), float(values[index]),
                    metric_text(metric, float(values[index])),
                    self.store.colour_name(accelerator.id), chosen,
                    metric.startswith("usd") and prices[index] == FigureStatus.ESTIMATED,
                    low, high,
                )
            )  # fmt: skip
        return items
