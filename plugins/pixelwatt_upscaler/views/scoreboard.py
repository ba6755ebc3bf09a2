"""The drawer under the pictures: the table of scores and, for a clip, their curve over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from pixelwatt_upscaler.core.live_history import ScoreHistory
from pixelwatt_upscaler.views.readings import colours
from pixelwatt_upscaler.views.score_curve import ScoreCurve
from pixelwatt_upscaler.views.score_table import ScoreTable

if TYPE_CHECKING:
    from pixelwatt.api import Theme
    from pixelwatt_upscaler.core.frames import SourceInfo
    from pixelwatt_upscaler.core.live_clock import LiveStatistics
    from pixelwatt_upscaler.core.live_frames import LiveFrame
    from pixelwatt_upscaler.core.live_judge import Scores

LEAST_HEIGHT = 152
"""The curve needs this much."""
MOST_ROWS = 6
"""More methods than this are scrolled to."""
CURVE_WIDTH = 200
"""The curve is left out where the table leaves it less than this."""


class Scoreboard(QWidget):
    """Keeps the history of scores; what it shows is told to it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.history = ScoreHistory()
        self.table = ScoreTable()
        self.curve = ScoreCurve(theme)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 0)
        layout.setSpacing(8)
        layout.addWidget(self.table)
        layout.addWidget(self.curve, 1)
        self.setFixedHeight(LEAST_HEIGHT)

    def set_theme(self, theme: Theme) -> None:
        self.curve.set_theme(theme)

    def show_scores(
        self,
        frame: LiveFrame,
        info: SourceInfo,
        statistics: LiveStatistics,
        scores: Scores | None,
        watts: float | None,
        theme: Theme,
    ) -> None:
        self.table.show_scores(frame, statistics, scores, watts, theme)
        wanted = max(LEAST_HEIGHT, self.table.height_for(MOST_ROWS) + 8)
        if wanted != self.height():
            self.setFixedHeight(wanted)
        has_room = self.width() - self.table.sizeHint().width() >= CURVE_WIDTH
        self.curve.setVisible(not info.still and not info.live and has_room)
        self.curve.show_history(self.history, colours(frame, theme), info.duration_s, frame.time_s)
