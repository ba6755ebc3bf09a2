"""What a dropped timeline holds, and the choices it leaves: frame rate, what counts, where to."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from pixelwatt.api import Context, Level, Problem
from pixelwatt_video_budget.core.frame_rates import parse_rate_text
from pixelwatt_video_budget.core.money import as_decimal
from pixelwatt_video_budget.core.plan import Shot
from pixelwatt_video_budget.core.timeline import TimelineReading, needs_rate, read_timeline
from pixelwatt_video_budget.text import tr

RATES = ("23.976", "24", "25", "29.97", "30", "48", "50", "59.94", "60")


class ImportBar(QFrame):
    """Reads a timeline in the background; `accepted` hands over its shots."""

    accepted = Signal(list, bool, str)
    """Shots, whether they replace the list, and the file's name."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.path: Path | None = None
        self.reading: TimelineReading | None = None
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.assumption = QLabel()
        self.assumption.setWordWrap(True)
        self.assumption.hide()
        self.rate = QComboBox()
        self.rate.setEditable(True)
        self.rate.addItems(RATES)
        self.rate.setMinimumWidth(136)
        self.rate.setAccessibleName(tr("Frame rate of the EDL"))
        self.rate.activated.connect(lambda _index: self._read())
        line = self.rate.lineEdit()
        assert line is not None
        line.returnPressed.connect(self._read)
        line.setPlaceholderText(tr("frame rate"))
        self.count = QComboBox()
        self.count.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.count.setAccessibleName(tr("What counts"))
        self.count.activated.connect(lambda _index: self._read())
        self.add = QPushButton(tr("Add to the list"))
        self.replace = QPushButton(tr("Replace the list"))
        self.close_button = QPushButton(tr("Close"))
        self.add.clicked.connect(lambda: self._accept(False))
        self.replace.clicked.connect(lambda: self._accept(True))
        self.close_button.clicked.connect(self.hide)
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self.rate, self.count, self.replace, self.add, self.close_button):
            row.addWidget(widget)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.addWidget(self.text)
        layout.addWidget(self.assumption)
        layout.addLayout(row)
        self._replace_at_once = False
        self.hide()

    def start(self, path: Path, replace_at_once: bool) -> None:
        """Show the bar for a file. An EDL first asks for its frame rate: it holds none."""
        self.path, self.reading = path, None
        self._replace_at_once = replace_at_once
        self.rate.setVisible(needs_rate(path))
        self.rate.setCurrentIndex(-1)
        self.rate.setEditText("")
        self.count.clear()
        self.count.addItem(tr("What is seen"), "flattened")
        self.assumption.hide()
        self.show()
        if needs_rate(path):
            self.text.setText(
                tr("{file}: an EDL does not say its frame rate. Choose it.", file=path.name)
            )
            self._enable(False)
            self.rate.setFocus()
        else:
            self._read()

    def _enable(self, ready: bool) -> None:
        for widget in (self.count, self.add, self.replace):
            widget.setEnabled(ready)

    def _read(self) -> None:
        path = self.path
        if path is None:
            return
        try:
            rate = parse_rate_text(self.rate.currentText()) if needs_rate(path) else None
        except Problem as problem:
            self.text.setText(str(problem))
            return
        count = str(self.count.currentData() or "flattened")
        self._enable(False)
        self.text.setText(tr("Reading {file}…", file=path.name))
        self.context.jobs.start(
            tr("Reading {file}", file=path.name),
            lambda _progress: read_timeline(path, rate, count),
            done=lambda reading: self._take(path, reading), failed=self._fail, quiet=True,
        )  # fmt: skip

    def _fail(self, error: BaseException) -> None:
        self.reading = None
        self.text.setText(str(error))
        self._enable(False)

    def _take(self, path: Path, reading: TimelineReading) -> None:
        if path != self.path:
            return
        self.reading = reading
        self._show_counts(reading)
        self._enable(bool(reading.events))
        rate = "" if reading.rate is None else tr("{rate:.5g} fps", rate=float(reading.rate))
        head = tr("{file}: {clips} clips, {seconds:.2f} s count of a timeline of {length:.2f} s.",
                  file=path.name, clips=len(reading.events), seconds=float(reading.seconds),
                  length=float(reading.timeline_seconds))  # fmt: skip
        self.text.setText(" ".join([head, rate, *reading.warnings]))
        if self._replace_at_once and reading.events:
            self._replace_at_once = False
            self.accepted.emit(shots_of(reading), True, path.name)
            if reading.warnings:
                self.context.notify(
                    tr("{file} was not understood in full.", file=path.name),
                    level=Level.WARNING, detail="\n".join(reading.warnings),
                )  # fmt: skip

    def tell_assumption(self, text: str) -> None:
        """Say what the shots just handed over were taken to cost."""
        self.assumption.setText(text)
        self.assumption.show()

    def _show_counts(self, reading: TimelineReading) -> None:
        """Every way to count, each with its sum."""
        choices = [
            (tr("What is seen: {seconds:.2f} s", seconds=float(reading.flattened_seconds)),
             "flattened"),
            (tr("All clips: {seconds:.2f} s", seconds=float(reading.all_seconds)), "all"),
        ]  # fmt: skip
        choices += [
            (tr("Track {number}: {seconds:.2f} s", number=number, seconds=float(seconds)),
             f"track:{number}")
            for number, seconds in enumerate(reading.track_seconds, start=1)
        ]  # fmt: skip
        self.count.clear()
        for text, value in choices:
            self.count.addItem(text, value)
        self.count.setCurrentIndex(max(self.count.findData(reading.count), 0))

    def _accept(self, replace: bool) -> None:
        if self.reading is not None and self.path is not None:
            self.accepted.emit(shots_of(self.reading), replace, self.path.name)
            self.hide()


def shots_of(reading: TimelineReading) -> list[Shot]:
    """The events that count, as shots that still lack a price and a rate.

    Pieces of one clip are told apart by number: a name that decides must be one shot's.
    """
    shots = []
    met: Counter[str] = Counter()
    for number, event in enumerate(reading.events, start=1):
        seconds = _seconds(event.seconds)
        if seconds <= 0:
            continue
        name = event.name or tr("Shot {number}", number=number)
        met[name] += 1
        shots.append(
            Shot(
                name=name if met[name] == 1 else f"{name} ({met[name]})",
                seconds=seconds,
                notes=(
                    tr("track {track}", track=event.track) if len(reading.track_seconds) > 1 else ""
                ),
            )
        )
    return shots


def _seconds(seconds: Fraction) -> Decimal:
    return Decimal(f"{as_decimal(seconds, 3):f}".rstrip("0").rstrip("."))
