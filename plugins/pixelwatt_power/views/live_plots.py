"""The live plots: FPS, watts of each sensor, and a third of the user's choice."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pixelwatt.api import Context
from pixelwatt.api_qt import plot
from pixelwatt_power.core.history import History
from pixelwatt_power.core.meter import LiveFigures
from pixelwatt_power.core.sensors.model import Scope
from pixelwatt_power.text import tr

SCOPE_COLOURS = {
    Scope.GPU: "power",
    Scope.CPU: "series3",
    Scope.SOCKET: "series2",
    Scope.BATTERY: "series1",
}
EVERYTHING = math.inf


def third_choices() -> dict[str, tuple[str, str]]:
    """What the third plot may show: title and unit."""
    return {
        "joules_per_frame": (tr("Energy per frame"), "J"),
        "frames_per_joule": (tr("Frames per joule (FPS/W)"), "1/J"),
        "frame_ms": (tr("Frame time"), "ms"),
        "utilisation_percent": (tr("GPU utilisation"), "%"),
        "cpu_percent": (tr("CPU utilisation"), "%"),
        "temperature_c": (tr("GPU temperature"), "°C"),
        "clock_mhz": (tr("GPU clock"), "MHz"),
        "memory_clock_mhz": (tr("GPU memory clock"), "MHz"),
    }


class LivePlots(QWidget):
    """Three plots over one time axis. `add` takes a look at the meter, `show_until` draws."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._fps = plot(context, y=tr("FPS"), name=tr("Frames per second over time"))
        self._watts = plot(context, y=tr("Power"), y_unit="W", name=tr("Power over time"))
        self._third = plot(context, x=tr("Time"), x_unit="s", name=tr("Energy per frame over time"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for item, stretch in ((self._fps, 2), (self._watts, 3), (self._third, 2)):
            item.setMinimumHeight(72)
            item.getPlotItem().getAxis("left").setWidth(64)
            layout.addWidget(item, stretch)
            item.setXLink(self._fps) if item is not self._fps else None
        self._histories: dict[str, History] = {"fps": History()}
        self._lines = {"fps": self._fps.line("accent", width=1.0)}
        self._labels: dict[str, Any] = {}
        self._third_line = self._third.line("accent", width=1.0)
        self._third_key = "joules_per_frame"
        self._colours: dict[str, str] = {}
        self.choose_third(self._third_key)

    def choose_third(self, key: str) -> None:
        title, unit = third_choices()[key]
        self._third_key = key
        # The choice above the plots names it; beside a low plot its name would be cut.
        self._third.set_labels(x=tr("Time"), x_unit="s", y=unit)
        self._third.setAccessibleName(title)
        self._draw_third()

    def add(self, time_s: float, found: LiveFigures, cpu_percent: float | None) -> None:
        """Keep one point of everything; an unknown value makes a gap."""
        self._keep("cpu_percent", time_s, cpu_percent)
        self._keep("fps", time_s, found.fps)
        self._keep("frame_ms", time_s, found.frame_ms)
        self._keep("joules_per_frame", time_s, found.joules_per_frame)
        joules = found.joules_per_frame
        self._keep("frames_per_joule", time_s, 1.0 / joules if joules else None)
        used: dict[str, float] = {}
        for sensor in found.sensors:
            name = f"watts:{sensor.info.id}"
            if name not in self._lines:
                self._add_sensor(name, sensor.info.name, sensor.info.scope)
            self._keep(name, time_s, sensor.watts)
            used = {**used, **sensor.also} if sensor.info.scope is Scope.GPU else used
        for key in ("utilisation_percent", "temperature_c", "clock_mhz", "memory_clock_mhz"):
            self._keep(key, time_s, used.get(key))

    def show_until(self, time_s: float, window_s: float) -> None:
        """Draw the last ``window_s`` seconds."""
        start = time_s - window_s if window_s != EVERYTHING else -math.inf
        for name, line in self._lines.items():
            times, values = self._histories[name].since(start)
            line.setData(times, values)
            self._name_line(name, line)
        self._draw_third(start)
        first, _ = self._histories["fps"].since(-math.inf)
        left = max(start, float(first[0]) if first.size else time_s - 1.0)
        self._fps.setXRange(left, max(time_s, left + 1.0), padding=0.01)

    def mark(self, time_s: float, text: str) -> None:
        for item in (self._fps, self._watts, self._third):
            item.guide(time_s, text=text if item is self._fps else "")

    def history(self, name: str) -> History:
        return self._histories.setdefault(name, History())

    def _keep(self, name: str, time_s: float, value: float | None) -> None:
        self.history(name).add(time_s, math.nan if value is None else value)

    def _add_sensor(self, name: str, title: str, scope: Scope) -> None:
        colour = SCOPE_COLOURS[scope]
        if colour in self._colours.values():
            colour = f"series{len(self._colours) + 3}"
        self._colours[name] = colour
        self._lines[name] = self._watts.line(colour, width=1.0)
        label = self._watts.label(title, 0.0, 0.0, colour, (1.0, 1.0))
        self._labels[name] = label

    def _name_line(self, name: str, line: object) -> None:
        label, history = self._labels.get(name), self._histories[name]
        if label is not None and history.last is not None:
            highest = all(
                other.last is None or other.last[1] <= history.last[1]
                for key, other in self._histories.items()
                if key in self._labels
            )
            label.setAnchor((1.0, 0.0 if highest else 1.0))
            label.setPos(*history.last)

    def _draw_third(self, start: float = -math.inf) -> None:
        times, values = self.history(self._third_key).since(start)
        self._third_line.setData(times, values)
