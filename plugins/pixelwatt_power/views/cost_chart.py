"""What a frame costs in each capture, with its error: the figure that no capture tool shows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from pixelwatt.api import Context
from pixelwatt_power.core.capture_energy import FrameEnergy, cost_ratio
from pixelwatt_power.core.number_text import plain, with_bound
from pixelwatt_power.core.scopes import scope_title
from pixelwatt_power.text import tr
from pixelwatt_power.views.bars import Bar, Bars, Part

Cost = tuple[str, str, FrameEnergy | None, float | None]
"""A capture's title, the colour of its curves, its energy and its average FPS."""


class CostChart(QScrollArea):
    """Joules per frame of the captures side by side, the cheapest frame first."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.headline = QLabel()
        font = self.headline.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        self.headline.setFont(font)
        self.bars = Bars(context, tr("Energy per frame"))
        self.note = QLabel(
            tr("The whisker is the error: what rounding, the sensor and the spread of its readings "
               "leave open. It knows nothing of the sensor's calibration.")
        )  # fmt: skip
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(8, 16, 16, 8)
        layout.setSpacing(16)
        for label in (self.headline, self.note):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(self.headline)
        layout.addWidget(self.bars)
        layout.addWidget(self.note)
        layout.addStretch(1)
        self.setWidget(body)

    def show_costs(self, costs: Sequence[Cost]) -> None:
        known = sorted((cost for cost in costs if _joules(cost)), key=_joules)
        unknown = [cost for cost in costs if not _joules(cost)]
        self.bars.set_bars([_bar(cost) for cost in (*known, *unknown)])
        self.headline.setText(_headline(known))
        self.note.setVisible(bool(known))


def _joules(cost: Cost) -> float:
    """Joules per frame, 0 where they are unknown."""
    energy = cost[2]
    return (energy.joules_per_frame or 0.0) if energy is not None else 0.0


def _bar(cost: Cost) -> Bar:
    title, colour, energy, fps = cost
    joules = energy.joules_per_frame if energy is not None else None
    if energy is None or joules is None:
        return Bar(title, (), tr("unknown: needs both watts and frames"))
    text = tr(
        "{joules}   =   {watts} / {fps} FPS, {scope}",
        joules=with_bound(joules, energy.joules_per_frame_bound, "J"),
        watts=with_bound(energy.watts, energy.watts_bound, "W"),
        fps=plain(fps), scope=scope_title(energy.scope),
    )  # fmt: skip
    return Bar(title, (Part(joules, colour),), text, energy.joules_per_frame_bound or 0.0)


def _headline(known: Sequence[Cost]) -> str:
    """What the eye should take away: a frame's price, or how much dearer the dearest is."""
    if not known:
        return tr("Nothing shown here has both watts and frames: what a frame costs is unknown.")
    energies = [cost[2] for cost in known if cost[2] is not None]
    cheap, dear = energies[0], energies[-1]
    if cheap is dear:
        joules = with_bound(cheap.joules_per_frame, cheap.joules_per_frame_bound, "J")
        return tr("A frame costs {joules}.", joules=joules)
    scopes = dict.fromkeys(scope_title(energy.scope) for energy in energies)
    ratio = cost_ratio(dear, cheap)
    if ratio is None or len(scopes) > 1:
        return tr(
            "Watts of different scopes are shown: {scopes}. They do not compare.",
            scopes=", ".join(scopes),
        )
    if not ratio.certain:
        return tr("The frames cost the same as far as the error can tell.")
    times = with_bound(ratio.ratio, ratio.bound, "").strip()
    return tr(
        "A frame of {dear} costs {ratio} times as much as one of {cheap}.",
        dear=known[-1][0], cheap=known[0][0], ratio=times,
    )  # fmt: skip
