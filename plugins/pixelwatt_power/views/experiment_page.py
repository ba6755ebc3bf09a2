"""A/B: two set-ups measured in turns, and what differs with its confidence interval."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from pixelwatt.api import Context
from pixelwatt.api_qt import SectionHeader, make_copyable, tabular
from pixelwatt_power.core.experiment import (
    Difference,
    Measurement,
    Outcome,
    evaluate,
    order,
    scopes_of,
    trials_of,
)
from pixelwatt_power.core.meter import Meter
from pixelwatt_power.core.number_text import plain, signed
from pixelwatt_power.core.scopes import scope_title, total_watts
from pixelwatt_power.text import tr
from pixelwatt_power.views.forms import whole_field

TICK_MS = 200


class ExperimentPage(QScrollArea):
    """Guides through the trials: set up, cool down, measure, in an order free of drift."""

    def __init__(self, context: Context, meter: Meter, measure: Callable[[], None]) -> None:
        super().__init__()
        self._context, self._meter, self._measure = context, meter, measure
        self.measurements: list[Measurement] = []
        self._phase, self._phase_end = "", 0.0
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        form = QFormLayout()
        form.setVerticalSpacing(8)
        self.name_a, self.name_b = QLineEdit(tr("Native")), QLineEdit(tr("Upscaled"))
        for label, field in ((tr("Set-up A"), self.name_a), (tr("Set-up B"), self.name_b)):
            field.setAccessibleName(label)
            form.addRow(label, field)
        self.mode = QComboBox()
        self.mode.setAccessibleName(tr("Frame rate"))
        self.mode.addItem(tr("Uncapped: as fast as it goes"), "uncapped")
        self.mode.addItem(tr("Matched: the same cap on both"), "matched")
        form.addRow(tr("Frame rate"), self.mode)
        self.pairs = whole_field(form, tr("Pairs"), 4, "", 2, 20)
        self.seconds = whole_field(form, tr("Each measurement"), 20, "s", 10, 600, 5)
        self.cool = whole_field(form, tr("Cool-down before it"), 15, "s", 0, 600, 5)
        self.guide = QLabel()
        self.guide.setWordWrap(True)
        self.go = QPushButton(tr("Start"))
        self.go.setProperty("primary", True)
        self.go.clicked.connect(lambda: self.next_trial())
        self.again = QPushButton(tr("Begin again"))
        self.again.clicked.connect(lambda: self.begin_again())
        self.progress = QProgressBar()
        self.progress.setAccessibleName(tr("Progress of this measurement"))
        self.progress.setTextVisible(False)
        self.results = QTableWidget(0, 4)
        self.results.setAccessibleName(tr("Result"))
        self.results.verticalHeader().hide()
        self.results.setFont(tabular(self.results.font()))
        self.results.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        make_copyable(self.results)
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._lay_out(form)
        self._show()

    def _lay_out(self, form: QFormLayout) -> None:
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(SectionHeader(tr("Two set-ups, measured in turns")))
        upper = QHBoxLayout()
        upper.setSpacing(32)
        upper.addLayout(form, 1)
        side = QVBoxLayout()
        side.setSpacing(8)
        buttons = QHBoxLayout()
        buttons.addWidget(self.go)
        buttons.addWidget(self.again)
        buttons.addStretch(1)
        for item in (self.guide, self.progress):
            side.addWidget(item)
        side.addLayout(buttons)
        side.addStretch(1)
        upper.addLayout(side, 1)
        layout.addLayout(upper)
        layout.addWidget(SectionHeader(tr("Result")))
        layout.addWidget(self.results)
        layout.addWidget(self.summary)
        layout.addStretch(1)
        self.setWidget(body)

    @property
    def sequence(self) -> str:
        return order(self.pairs.value())

    def next_trial(self) -> None:
        """Begin the cool-down of the next trial; the user has made its set-up."""
        if self._phase or len(self.measurements) >= len(self.sequence):
            return
        self._measure()
        self._begin("cool", self.cool.value())

    def begin_again(self) -> None:
        self._timer.stop()
        self._phase = ""
        self.measurements.clear()
        self._show()

    def add_trial(self, fps: float, watts: Mapping[str, float]) -> None:
        """Take a measurement of the set-up whose turn it is: FPS, and watts of each scope."""
        if len(self.measurements) < len(self.sequence):
            turn = self.sequence[len(self.measurements)]
            self.measurements.append(Measurement(turn, fps, dict(watts)))
        self._show()

    def outcomes(self) -> dict[str, Outcome]:
        """What the trials so far show, for each scope that all of them read."""
        found = {}
        for scope in scopes_of(self.measurements):
            outcome = evaluate(trials_of(self.measurements, scope))
            if outcome is not None:
                found[scope] = outcome
        return found

    @Slot()
    def tick(self) -> None:
        length = self.cool.value() if self._phase == "cool" else self.seconds.value()
        left = self._phase_end - time.monotonic()
        self.progress.setValue(round(1000 * (1 - max(0.0, left) / max(length, 1))))
        if left > 0:
            return
        if self._phase == "cool":
            self._begin("measure", self.seconds.value())
            return
        self._timer.stop()
        self._phase = ""
        found = self._meter.figures(float(self.seconds.value()))
        if found.fps is None or found.energy_scope is None:
            self.guide.setText(
                tr("Frames and a power sensor are both needed; this measurement does not count.")
            )
            self._lock(False)
            return
        known = ((s.info.scope, s.watts) for s in found.sensors if s.watts is not None)
        self.add_trial(found.fps, total_watts(known))

    def _begin(self, phase: str, seconds: float) -> None:
        self._phase, self._phase_end = phase, time.monotonic() + seconds
        self._timer.start()
        name = self._name()
        self.guide.setText(
            tr("Cooling down, then {name} is measured. Leave the scene running.", name=name)
            if phase == "cool"
            else tr("Measuring {name}.", name=name)
        )
        self._lock(True)

    def _name(self) -> str:
        turn = self.sequence[len(self.measurements)]
        return self.name_a.text() if turn == "A" else self.name_b.text()

    def _lock(self, running: bool) -> None:
        self.go.setEnabled(not running and len(self.measurements) < len(self.sequence))
        for field in (self.pairs, self.seconds, self.cool, self.mode):
            field.setEnabled(not running and not self.measurements)

    def _show(self) -> None:
        total = len(self.sequence)
        self.progress.setRange(0, 1000)
        self.progress.setValue(0)
        self._lock(False)
        if len(self.measurements) < total:
            self.go.setText(tr("Start") if not self.measurements else tr("Measure the next"))
            self.guide.setText(
                tr("Trial {number} of {total}: set up {name}, then press the button. The order is "
                   "{order}, so that a warming card favours neither.",
                   number=len(self.measurements) + 1, total=total, name=self._name(),
                   order=self.sequence)
            )  # fmt: skip
        else:
            self.guide.setText(tr("All {total} trials are done.", total=total))
        self._show_outcomes(self.outcomes())

    def _show_outcomes(self, outcomes: Mapping[str, Outcome]) -> None:
        self.results.setColumnCount(4)
        self.results.setHorizontalHeaderLabels(
            ["", self.name_a.text(), self.name_b.text(), tr("Difference (95 %)")]
        )
        rows = _result_rows(outcomes)
        self.results.setRowCount(len(rows))
        for row, (title, difference, unit) in enumerate(rows):
            cells: Sequence[str] = (title, "–", "–", "–")
            if difference is not None:
                cells = (title, f"{plain(difference.a)} {unit}", f"{plain(difference.b)} {unit}",
                         _interval(difference, unit))  # fmt: skip
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
                if column:
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                self.results.setItem(row, column, item)
        height = self.results.horizontalHeader().sizeHint().height() + 4
        self.results.setFixedHeight(
            height + sum(self.results.rowHeight(row) for row in range(self.results.rowCount()))
        )
        self.summary.setText(self._summary(outcomes))

    def _summary(self, outcomes: Mapping[str, Outcome]) -> str:
        main = next(iter(outcomes.values()), None)
        if main is None:
            return tr("The first pair gives means, the second an interval.")
        if self.mode.currentData() == "matched" and not main.matched:
            return tr("The frame rates differ by more than 2 %: they were not matched.")
        prices = [
            _price(scope, outcome)
            for scope, outcome in outcomes.items()
            if outcome.watts_per_fps is not None and outcome.fps.certain
        ]
        if not prices:
            return tr("The frame rates do not differ for certain, so one more FPS has no price.")
        return "\n".join(prices)

    def shut(self) -> None:
        self._timer.stop()


def _result_rows(
    outcomes: Mapping[str, Outcome],
) -> list[tuple[str, Difference | None, str]]:
    """Frame rate, then power and energy per frame of each scope; before a pair, what will be."""
    if not outcomes:
        return [(tr("Frame rate"), None, ""), (tr("Power"), None, ""),
                (tr("Energy per frame"), None, "")]  # fmt: skip
    rows: list[tuple[str, Difference | None, str]] = [
        (tr("Frame rate"), next(iter(outcomes.values())).fps, "FPS")
    ]
    for scope, outcome in outcomes.items():
        title = scope_title(scope)
        rows.append((tr("Power, {scope}", scope=title), outcome.watts, "W"))
        rows.append((tr("Energy per frame, {scope}", scope=title), outcome.joules_per_frame, "J"))
    return rows


def _price(scope: str, outcome: Outcome) -> str:
    words = (
        tr("{scope}: B gives more frames for fewer watts, {value} W for each further FPS "
           "(95 %: {low} to {high} W).")
        if (outcome.watts_per_fps or 0.0) < 0
        else tr("{scope}: one more frame per second costs {value} W (95 %: {low} to {high} W).")
    )  # fmt: skip
    return words.format(
        scope=scope_title(scope), value=plain(outcome.watts_per_fps, 3),
        low=plain(outcome.watts_per_fps_low, 3), high=plain(outcome.watts_per_fps_high, 3),
    )  # fmt: skip


def _interval(difference: Difference, unit: str) -> str:
    if difference.low is None or difference.high is None:
        return tr(
            "{mean} {unit}, one pair tells no interval", mean=plain(difference.mean, 3), unit=unit
        )
    text = f"{signed(difference.low, unit)} … {signed(difference.high, unit)}"
    return text if difference.certain else tr("{interval}, may be none", interval=text)
