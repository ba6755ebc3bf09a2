"""What Live shows before there is anything to plot: what was found, and the essay's table."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from pixelwatt.api import Available, Context, Unavailable
from pixelwatt.api_qt import Badge, SectionHeader
from pixelwatt_power.core import essay
from pixelwatt_power.core.number_text import plain
from pixelwatt_power.core.sensors.model import Probe
from pixelwatt_power.text import tr
from pixelwatt_power.views.bars import Bar, Bars, Part


class IdleView(QScrollArea):
    """Sensors in words, and a first answer that needs none."""

    def __init__(
        self, context: Context, open_captures: Callable[[], None], show_essay: Callable[[], None]
    ) -> None:
        super().__init__()
        self._context = context
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(SectionHeader(tr("What can be measured here")))
        self.sentence = _text(tr("Looking for power sensors…"))
        layout.addWidget(self.sentence)
        self._sensors = QVBoxLayout()
        self._sensors.setSpacing(8)
        layout.addLayout(self._sensors)
        layout.addWidget(SectionHeader(tr("What a frame costs in the essay's table")))
        bars = Bars(context, tr("Joules per frame"))
        bars.set_bars([_bar(row) for row in essay.TABLE])
        layout.addWidget(bars)
        cut = sum(row.verdict == "truncated" for row in essay.TABLE)
        layout.addWidget(
            _text(
                tr("From the essay's watts and FPS. {cut} of its {all} FPS/W values are cut off "
                   "instead of rounded.", cut=cut, all=len(essay.TABLE)),
                muted=True,
            )
        )  # fmt: skip
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for title, action in (
            (tr("Open captures…"), open_captures),
            (tr("Check the table"), show_essay),
        ):
            button = QPushButton(title)
            button.clicked.connect(lambda _checked=False, action=action: action())
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout.addLayout(buttons)
        layout.addStretch(1)
        self.setWidget(body)

    def show_probes(self, probes: Sequence[Probe]) -> None:
        found = [probe for probe in probes if isinstance(probe.state, Available)]
        frames = tr(
            "Frames come by themselves from the upscaler, or from a log: press Follow a log."
        )
        if found:
            names = ", ".join(probe.name for probe in found)
            self.sentence.setText(tr("Power of {names} is being read.", names=names) + " " + frames)
        else:
            self.sentence.setText(
                tr("No power sensor can be read on this machine, so watts stay unknown.")
                + " " + frames
            )  # fmt: skip
        while (item := self._sensors.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for probe in probes:
            self._sensors.addWidget(self._line(probe))

    def _line(self, probe: Probe) -> QWidget:
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        state = probe.state
        if isinstance(state, Unavailable):
            badge = Badge(self._context, tr("missing"), "warning")
            words = f"{probe.name}: {state.reason} {state.remedy}".strip()
        else:
            badge = Badge(self._context, tr("found"), "good")
            words = f"{probe.name}: {state.detail}" if state.detail else probe.name
        layout.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(_text(words), 1)
        return line


def _bar(row: essay.Row) -> Bar:
    colour = "native" if row.id in ("native", "overclocked") else "accent"
    text = f"{plain(row.joules_per_frame, 3)} J"
    return Bar(essay.row_title(row), (Part(row.joules_per_frame, colour),), text)


def _text(text: str, *, muted: bool = False) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if muted:
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label
