"""The essay's table reckoned again, beside the user's own sessions; money, heat, a data centre."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from pixelwatt.api import Context
from pixelwatt.api_qt import SectionHeader, make_copyable, tabular
from pixelwatt_power.core import essay
from pixelwatt_power.core.cost import fleet, room_warming_k_per_hour, running_cost
from pixelwatt_power.core.number_text import plain, signed, with_bound
from pixelwatt_power.core.scopes import scope_title
from pixelwatt_power.core.session_report import SessionReport
from pixelwatt_power.settings import PowerSettings
from pixelwatt_power.text import tr
from pixelwatt_power.views.bars import Bar, Bars, Part
from pixelwatt_power.views.forms import decimal_field, whole_field


class EssayPage(QScrollArea):
    """Nothing here needs a sensor."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._sessions: list[SessionReport] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.table = QTableWidget(0, len(_columns()))
        self.table.setHorizontalHeaderLabels(_columns())
        self.table.setAccessibleName(tr("The essay's table, reckoned again"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setFont(tabular(self.table.font()))
        self.table.verticalHeader().hide()
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        make_copyable(self.table)
        self.load = QComboBox()
        self.load.setAccessibleName(tr("Load"))
        self.load.currentIndexChanged.connect(lambda _index: self._reckon())
        money, building = QFormLayout(), QFormLayout()
        stored = context.settings.get(PowerSettings)
        self.currency = stored.currency
        money.addRow(tr("Load"), self.load)
        self.hours = decimal_field(
            money, tr("Hours per day"), stored.hours_per_day, "h", 0, 24, 0.5
        )
        self.price = decimal_field(
            money, tr("Price per kWh"), stored.price_per_kwh, stored.currency, 0, 10, 0.01
        )
        self.room = decimal_field(money, tr("Room"), 40, "m³", 5, 1000)
        self.cost = _label()
        self.machines = whole_field(building, tr("Machines"), 10_000, "", 1, 10_000_000, 1000)
        self.pue = decimal_field(building, tr("Building overhead (PUE)"), 1.3, "", 1.0, 3.0, 0.05)
        self.share = decimal_field(building, tr("Share of the year in use"), 50, "%", 1, 100)
        self.fleet = _label()
        for field in (self.hours, self.price, self.room, self.machines, self.pue, self.share):
            field.valueChanged.connect(lambda _value: self._reckon())
        self.bars = Bars(context, tr("Energy per frame"))
        self.measured = _measured_table()
        self._lay_out(money, building)
        self.show_sessions([])

    def _lay_out(self, money: QFormLayout, building: QFormLayout) -> None:
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(SectionHeader(tr("RTX 5090, as the essay gives it, and your sessions")))
        layout.addWidget(self.table)
        layout.addWidget(_label(_note()))
        self._add_pair(
            layout,
            (
                (tr("Energy per frame"), (self.bars,)),
                (tr("The same switch in real captures"), (self.measured, _label(_measured_note()))),
            ),
        )
        for form in (money, building):
            form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
            form.setVerticalSpacing(8)
        self._add_pair(
            layout,
            (
                (tr("Electricity and heat"), (money, self.cost)),
                (tr("At the scale of a data centre"), (building, self.fleet)),
            ),
        )
        layout.addStretch(1)
        self.setWidget(body)

    def _add_pair(
        self, layout: QVBoxLayout, columns: Sequence[tuple[str, Sequence[QWidget | QFormLayout]]]
    ) -> None:
        """Two titled columns of equal width."""
        both = QHBoxLayout()
        both.setSpacing(32)
        for title, parts in columns:
            column = QVBoxLayout()
            column.setSpacing(8)
            header = SectionHeader(title)
            header.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            column.addWidget(header)
            for part in parts:
                if isinstance(part, QWidget):
                    column.addWidget(part)
                else:
                    column.addLayout(part)
            column.addStretch(1)
            both.addLayout(column, 1)
        layout.addLayout(both)

    def show_sessions(self, found: Sequence[SessionReport]) -> None:
        """Put the user's sessions below the essay's rows, and among the loads."""
        self._sessions = [report for report in found if report.power]
        rows = [_essay_cells(row) for row in essay.TABLE]
        rows += [_session_cells(report) for report in self._sessions]
        self.table.setRowCount(len(rows))
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                if column:
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                self.table.setItem(row, column, item)
        _fit(self.table)
        bars = [_essay_bar(row) for row in essay.TABLE]
        self.bars.set_bars([*bars, *(_session_bar(report) for report in self._sessions)])
        chosen = self.load.currentText()
        self.load.blockSignals(True)
        self.load.clear()
        for line in essay.TABLE:
            self.load.addItem(f"{essay.row_title(line)}, {line.watts:g} W", line.watts)
        for report in self._sessions:
            watts = sum(entry.watts for entry in report.power)
            self.load.addItem(f"{report.title}, {watts:.1f} W", watts)
        self.load.setCurrentIndex(max(0, self.load.findText(chosen)))
        self.load.blockSignals(False)
        self._reckon()

    def _reckon(self) -> None:
        watts = float(self.load.currentData() or 0.0)
        price = self.price.value()
        found = running_cost(watts, self.hours.value(), price)
        warming = room_warming_k_per_hour(watts, self.room.value())
        money = self.currency
        self.cost.setText(
            tr(
                "{hour} an hour, {year} a year ({kwh} kWh)\n{heat} BTU/h of heat; a closed room "
                "without losses would warm by {kelvin} K in an hour",
                hour=f"{money}{found.money_per_hour:.3f}",
                year=f"{money}{found.money_per_year:.0f}",
                kwh=f"{found.kwh_per_year:.0f}", heat=f"{found.heat_btu_per_hour:.0f}",
                kelvin=f"{warming:.1f}",
            )
        )  # fmt: skip
        many = fleet(
            watts, self.machines.value(), self.pue.value(), self.share.value() / 100, price
        )
        self.fleet.setText(
            tr(
                "{mw} MW at the meter, {gwh} GWh and {money} million a year",
                mw=plain(many.megawatts, 3), gwh=plain(many.gwh_per_year, 3),
                money=f"{money}{plain(many.money_per_year / 1e6, 3)}",
            )
        )  # fmt: skip


def _label(text: str = "") -> QLabel:
    label = QLabel(text)
    label.setFont(tabular(label.font()))
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _fit(table: QTableWidget) -> None:
    """As high as all its rows: the page scrolls, not the table."""
    height = table.horizontalHeader().sizeHint().height() + 4
    table.setFixedHeight(height + sum(table.rowHeight(row) for row in range(table.rowCount())))


def _essay_bar(row: essay.Row) -> Bar:
    colour = "native" if row.id in ("native", "overclocked") else "accent"
    text = f"{plain(row.joules_per_frame, 3)} J"
    return Bar(essay.row_title(row), (Part(row.joules_per_frame, colour),), text)


def _session_bar(report: SessionReport) -> Bar:
    joules, bound = report.joules_per_frame, report.joules_per_frame_bound
    if joules is None:
        return Bar(report.title, (), tr("unknown"))
    text = f"{with_bound(joules, bound, 'J')}, {scope_title(report.energy_scope or '')}"
    return Bar(report.title, (Part(joules, "power"),), text, bound or 0.0)


def _measured_table() -> QTableWidget:
    rows = (
        (tr("The essay: native 4K to 720p"), essay.claimed()),
        (tr("Uncapped, {n} games: GPU", n=essay.UNCAPPED.games), essay.UNCAPPED),
        (tr("Uncapped: CPU + GPU"), essay.UNCAPPED_CPU_AND_GPU),
        (tr("Held to 30 FPS, {n} games: GPU", n=essay.CAPPED_30.games), essay.CAPPED_30),
    )
    table = QTableWidget(len(rows), 4)
    table.setHorizontalHeaderLabels([tr("Upscaled over native"), tr("Watts"), "FPS", "FPS/W"])
    table.setAccessibleName(tr("Ratios of watts and frames, claimed and measured"))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setFont(tabular(table.font()))
    table.verticalHeader().hide()
    table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    for row, (title, ratios) in enumerate(rows):
        watts = f"× {ratios.watts:.2f}"
        if ratios.low is not None and ratios.high is not None:
            watts += f" ({ratios.low:.2f}–{ratios.high:.2f})"
        cells = (title, watts, f"× {ratios.fps:.2f}", f"× {ratios.frames_per_joule:.1f}")
        for column, text in enumerate(cells):
            item = QTableWidgetItem(text)
            item.setToolTip(f"{(essay.CAPTURES if row else essay.ESSAY).title}")
            if column:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            table.setItem(row, column, item)
    make_copyable(table)
    _fit(table)
    return table


def _measured_note() -> str:
    return tr(
        "Either the watts fall or the frames rise: no real pair does both as the essay's does. "
        "RTX 4060 Ti, {source}; a faster card that waits for its CPU may save more.",
        source=tr("650 published FrameView runs, 2024"),
    )


def _columns() -> list[str]:
    return [
        tr("Scene"), tr("Power"), tr("FPS"), tr("FPS/W printed"), tr("FPS/W exact"),
        tr("Energy per frame"), tr("Per further FPS"),
    ]  # fmt: skip


def _essay_cells(row: essay.Row) -> list[str]:
    marginal = essay.marginal_watts(essay.find("native"), row) if row.id != "native" else None
    verdict = {
        "rounded": tr("{value}, rounded", value=row.printed),
        "truncated": tr("{value}, cut off", value=row.printed),
        "neither": tr("{value}, wrong", value=row.printed),
    }[row.verdict]
    return [
        essay.row_title(row),
        f"{row.watts:g} W",
        f"{row.fps:g}",
        verdict,
        f"{row.frames_per_joule:.4f}",
        f"{row.joules_per_frame:.2f} J",
        signed(marginal, "W") if marginal is not None else "–",
    ]


def _session_cells(report: SessionReport) -> list[str]:
    scope = report.energy_scope
    power = next((entry for entry in report.power if entry.scope == scope), report.power[0])
    joules = report.joules_per_frame
    return [
        report.title,
        with_bound(power.watts, power.bound_w, "W"),
        f"{report.fps:.1f}" if report.fps is not None else tr("unknown"),
        "–",
        f"{1 / joules:.4f}" if joules else tr("unknown"),
        with_bound(joules, report.joules_per_frame_bound, "J"),
        "–",
    ]


def _note() -> str:
    rows = [row for row in essay.TABLE if essay.capped(row, 120.0) is not None]
    low, high = sorted(essay.capped(row, 120.0) or 0.0 for row in rows)
    return tr(
        "The last column is what each frame per second more than native costs. The scene's title "
        "says 120 Hz: held to 120 FPS at the same energy per frame, the last two rows would draw "
        "{high} and {low} W. The claims panel holds the verdicts.",
        high=f"{high:.0f}",
        low=f"{low:.0f}",
    )
