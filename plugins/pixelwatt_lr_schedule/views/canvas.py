"""The schedule plot: curves, phases, handles to drag, cursor, and the strip of differences.

It is painted from pixel columns and breakpoints only, so that a curve of ten million updates
costs no more than one of a thousand.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from pixelwatt.api import Theme
from pixelwatt.api_qt import colour_of, follow_theme, tabular
from pixelwatt_lr_schedule.core import handles as handling
from pixelwatt_lr_schedule.core import presets
from pixelwatt_lr_schedule.core.handles import Handle
from pixelwatt_lr_schedule.core.schedule import Values
from pixelwatt_lr_schedule.text import tr
from pixelwatt_lr_schedule.views.label_places import least_covering
from pixelwatt_lr_schedule.views.plot_data import PlotData, plot_data
from pixelwatt_lr_schedule.views.scale import Scale, short
from pixelwatt_lr_schedule.views.store import Store

_LEFT, _RIGHT, _TOP, _BOTTOM = 72, 24, 28, 40
_STRIP = 56
_REACH = 12.0
CURVE_COLOURS = ("accent", "native", "series1", "series2", "series3", "series4")


class ScheduleCanvas(QWidget):
    """The plot. Drag handles; click or use the arrow keys to move the cursor."""

    dragged = Signal()

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._data: PlotData | None = None
        self._handles: list[Handle] = []
        self._held: int | None = None
        self._chosen = 0
        self._theme: Theme = store.context.theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(320, 220)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Learning-rate plot"))
        self.setAccessibleDescription(
            tr("Arrow keys move the cursor, the bracket keys choose a handle, Ctrl with arrow "
               "keys moves it, Insert adds a point and Delete removes it.")
        )  # fmt: skip
        store.changed.connect(self._refresh)
        store.cursor_moved.connect(self.update)
        follow_theme(self, store.context, self._retheme)

    def sizeHint(self) -> QSize:
        return QSize(900, 380)

    def _retheme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def _refresh(self) -> None:
        self._data = None
        schedule = self._store.schedule()
        self._handles = handling.handles(self._store.spec, schedule) if schedule else []
        self._chosen = min(self._chosen, max(0, len(self._handles) - 1))
        self.update()

    # -- geometry -----------------------------------------------------------------------------

    @property
    def _has_strip(self) -> bool:
        return len(self._store.curves) > 1 and self.height() > 270

    def _area(self) -> QRectF:
        strip = _STRIP + 8 if self._has_strip else 0
        return QRectF(
            _LEFT, _TOP, max(10, self.width() - _LEFT - _RIGHT),
            max(10, self.height() - _TOP - _BOTTOM - strip),
        )  # fmt: skip

    def _prepared(self) -> PlotData:
        width = max(10, int(self._area().width()))
        if self._data is None or self._data.columns != width:
            if self._data is None:
                schedule = self._store.schedule()
                self._handles = handling.handles(self._store.spec, schedule) if schedule else []
            self._data = plot_data(self._store, width)
        return self._data

    def scales(self) -> tuple[Scale, Scale]:
        """The axes: updates to x, learning rates to y."""
        area, data = self._area(), self._prepared()
        x = Scale(0.0, float(max(1, self._store.steps)), area.left(), area.right())
        y = Scale(data.low, data.high, area.bottom(), area.top(), self._store.logarithmic)
        return x, y

    # -- painting -----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self._theme.surface))
        painter.setFont(tabular(self.font()))
        data = self._prepared()
        x, y = self.scales()
        area = self._area()
        self._paint_phases(painter, x, area)
        self._paint_axes(painter, x, y, area)
        painter.save()
        painter.setClipRect(area.adjusted(-1, -6, 1, 6))
        self._paint_log(painter, x, y)
        for index in reversed(range(len(self._store.curves))):
            points = data.curves[index]
            pen = QPen(QColor(self._colour(index)), 2.2 if index == 0 else 1.6)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            if points is not None:
                polygon = _polygon(x.pixels(points[0]), y.pixels(points[1]))
                painter.drawPolyline(polygon)
        self._paint_stability(painter, y, area)
        painter.restore()
        self._paint_names(painter, data, x, y, area)
        self._paint_handles(painter, x, y)
        self._paint_cursor(painter, x, y, area)
        if self._has_strip:
            self._paint_strip(painter, data, x, area)
        if self._store.refusal():
            painter.setPen(QColor(self._theme.bad))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(area.adjusted(24, 24, -24, -24), flags, self._store.refusal())

    def _colour(self, index: int) -> str:
        return colour_of(self._theme, CURVE_COLOURS[index % len(CURVE_COLOURS)])

    def _paint_phases(self, painter: QPainter, x: Scale, area: QRectF) -> None:
        if self._store.spec.schedule != "drawn":
            return
        for number, phase in enumerate(presets.phases(self._store.steps)):
            left, right = x.pixel(phase.start), x.pixel(phase.end)
            band = QRectF(left, area.top(), right - left, area.height())
            tint = QColor(self._theme.text)
            tint.setAlphaF(0.035 if number % 2 == 0 else 0.0)
            painter.fillRect(band, tint)
            painter.setPen(QColor(self._theme.muted))
            title = painter.fontMetrics().elidedText(
                tr(phase.title), Qt.TextElideMode.ElideRight, int(band.width()) - 4
            )
            painter.drawText(QRectF(left, 6, right - left, 18), Qt.AlignmentFlag.AlignCenter, title)

    def _paint_axes(self, painter: QPainter, x: Scale, y: Scale, area: QRectF) -> None:
        grid, muted = QColor(self._theme.grid), QColor(self._theme.muted)
        for tick in y.ticks(max(2, int(area.height() / 48))):
            at = y.pixel(tick)
            painter.setPen(grid)
            painter.drawLine(QPointF(area.left(), at), QPointF(area.right(), at))
            painter.setPen(muted)
            box = QRectF(0, at - 9, _LEFT - 8, 18)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, right, short(tick))
        factor, unit = self._unit()
        shown = Scale(x.low * factor, x.high * factor, x.start, x.end)
        painter.setPen(muted)
        base = self.height() - _BOTTOM
        for tick in shown.ticks(max(2, int(area.width() / 90))):
            at = shown.pixel(tick)
            painter.drawText(
                QRectF(at - 45, base + 4, 90, 16), Qt.AlignmentFlag.AlignHCenter, short(tick)
            )
        painter.drawText(
            QRectF(area.left(), base + 20, area.width(), 18), Qt.AlignmentFlag.AlignHCenter, unit
        )

    def _unit(self) -> tuple[float, str]:
        if self._store.axis == "epoch":
            return 1 / max(1, self._store.updates_per_epoch), tr("epoch")
        if self._store.axis == "token" and self._store.tokens_per_update:
            return float(self._store.tokens_per_update), tr("tokens")
        return 1.0, tr("update")

    def _paint_names(
        self, painter: QPainter, data: PlotData, x: Scale, y: Scale, area: QRectF
    ) -> None:
        """Each curve's name beside it, where it hides no curve."""
        drawn = {
            index: (x.pixels(points[0]), y.pixels(points[1]))
            for index, points in enumerate(data.curves)
            if points is not None and len(points[0])
        }
        taken: list[QRectF] = []
        for index, (px, py) in drawn.items():
            spec = self._store.curves[index]
            text = tr("Essay: five phases") if spec.schedule == "drawn" else spec.title
            width = painter.fontMetrics().horizontalAdvance(text) + 8
            boxes = []
            for share in (0.5, 0.35, 0.65, 0.2, 0.8, 0.1, 0.9, 0.45, 0.55, 0.28, 0.72):
                spot = int(share * (len(px) - 1))
                for dx, dy in ((8, -20), (8, 4), (-width - 8, -20), (-width - 8, 4)):
                    left = min(max(px[spot] + dx, area.left() + 2), area.right() - width)
                    top = min(max(py[spot] + dy, area.top() + 2), area.bottom() - 20)
                    boxes.append(QRectF(left, top, width, 18))
            box = least_covering(boxes, list(drawn.values()), taken)
            taken.append(box)
            painter.setPen(QColor(self._colour(index)))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_handles(self, painter: QPainter, x: Scale, y: Scale) -> None:
        for index, handle in enumerate(self._handles):
            at = QPointF(x.pixel(handle.update), y.pixel(handle.lr))
            chosen = index == self._held or (self.hasFocus() and index == self._chosen)
            painter.setPen(QPen(QColor(self._theme.accent), 2))
            painter.setBrush(QColor(self._theme.accent if chosen else self._theme.surface))
            painter.drawEllipse(at, 6.0 if chosen else 5.0, 6.0 if chosen else 5.0)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_cursor(self, painter: QPainter, x: Scale, y: Scale, area: QRectF) -> None:
        at = x.pixel(self._store.cursor)
        painter.setPen(QPen(QColor(self._theme.muted), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(at, area.top()), QPointF(at, self.height() - _BOTTOM))

    def _paint_stability(self, painter: QPainter, y: Scale, area: QRectF) -> None:
        limit = self._store.stability
        if limit is None or not y.low <= limit <= y.high:
            return
        at = y.pixel(limit)
        painter.setPen(QPen(QColor(self._theme.warning), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(area.left(), at), QPointF(area.right(), at))
        painter.drawText(QPointF(area.left() + 8, at - 4), tr("stable below 2/λ here"))

    def _paint_log(self, painter: QPainter, x: Scale, y: Scale) -> None:
        points = self._prepared().log
        if points is None:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.series[0]))
        for px, py in zip(x.pixels(points[0]), y.pixels(points[1]), strict=True):
            painter.drawEllipse(QPointF(px, py), 2.5, 2.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_strip(self, painter: QPainter, data: PlotData, x: Scale, area: QRectF) -> None:
        top = area.bottom() + 8
        strip = QRectF(area.left(), top, area.width(), _STRIP)
        painter.setPen(QColor(self._theme.grid))
        painter.drawRect(strip)
        painter.setPen(QColor(self._theme.muted))
        left = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if data.difference is None:
            painter.drawText(strip, Qt.AlignmentFlag.AlignCenter, tr("no common updates"))
            return
        k, part = data.difference
        worst = float(abs(part).max()) if len(part) else 0.0
        reach = min(max(worst, 1e-12), 1.0)
        y = Scale(-reach, reach, strip.bottom() - 2, strip.top() + 2)
        painter.drawText(QRectF(0, strip.top() - 2, _LEFT - 8, 16), left, _percent(reach))
        painter.drawText(QRectF(0, strip.bottom() - 14, _LEFT - 8, 16), left, _percent(-reach))
        painter.setPen(QColor(self._theme.grid))
        middle = y.pixel(0.0)
        painter.drawLine(QPointF(strip.left(), middle), QPointF(strip.right(), middle))
        painter.save()
        painter.setClipRect(strip)
        painter.setPen(QPen(QColor(self._colour(1)), 1.4))
        painter.drawPolyline(_polygon(x.pixels(k), y.pixels(part)))
        painter.restore()
        text = tr("Difference to {name}, of the larger", name=self._store.curves[1].title)
        width = painter.fontMetrics().horizontalAdvance(text) + 8
        boxes = [
            QRectF(left, top, width, 16)
            for left in (strip.left() + 8, strip.center().x() - width / 2, strip.right() - width)
            for top in (strip.top() + 2, strip.bottom() - 18)
        ]
        painter.setPen(QColor(self._theme.muted))
        box = least_covering(boxes, [(x.pixels(k), y.pixels(part))])
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)

    # -- mouse and keys -----------------------------------------------------------------------

    def _handle_at(self, place: QPointF) -> int | None:
        x, y = self.scales()
        near = [
            (abs(x.pixel(h.update) - place.x()) + abs(y.pixel(h.lr) - place.y()), i)
            for i, h in enumerate(self._handles)
        ]
        near = [pair for pair in near if pair[0] <= _REACH]
        return min(near)[1] if near else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        held = self._handle_at(event.position())
        if held is not None:
            self._store.remember()
            self._held = self._chosen = held
        else:
            self._store.set_cursor(round(self.scales()[0].value(event.position().x())))
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            over = self._handle_at(event.position()) is not None
            self.setCursor(Qt.CursorShape.SizeAllCursor if over else Qt.CursorShape.ArrowCursor)
            if event.buttons() & Qt.MouseButton.LeftButton:
                self._store.set_cursor(round(self.scales()[0].value(event.position().x())))
            return
        x, y = self.scales()
        self._move(self._held, x.value(event.position().x()), y.value(event.position().y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            self._held = None
            self._data = None
            self.dragged.emit()
            self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        x, y = self.scales()
        self._add(x.value(event.position().x()), y.value(event.position().y()))

    def _move(self, index: int, update: float, lr: float) -> None:
        handle = self._handles[index]
        spec = handling.moved(self._store.spec, handle, round(update), lr)
        self._store.set_spec(spec, remember=False)
        names = [h.name for h in self._handles]
        if handle.name in names and self._held is not None:
            self._held = names.index(handle.name)

    def _add(self, update: float, lr: float) -> None:
        if self._store.spec.schedule == "drawn":
            last = self._store.spec.steps
            spot = max(0, min(round(update), last))
            self._store.set_spec(handling.with_point(self._store.spec, spot, max(lr, 0.0)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        far = max(1, self._store.steps // 100)
        step = far if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        moves = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0),
                 Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}  # fmt: skip
        if key in moves and control and self._handles:
            across, up = moves[Qt.Key(key)]
            handle = self._handles[self._chosen]
            self._store.remember()
            self._move(self._chosen, handle.update + across * far, handle.lr * 1.05**up)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._store.set_cursor(self._store.cursor + moves[Qt.Key(key)][0] * step)
        elif key in {Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight} and self._handles:
            by = 1 if key == Qt.Key.Key_BracketRight else -1
            self._chosen = (self._chosen + by) % len(self._handles)
            self.update()
        elif key == Qt.Key.Key_Insert:
            lr = self._prepared().at_cursor(self._store)
            self._add(self._store.cursor, lr if lr is not None else 0.0)
        elif key == Qt.Key.Key_Delete and self._store.spec.schedule == "drawn":
            self._store.set_spec(handling.without_point(self._store.spec, self._chosen))
        else:
            super().keyPressEvent(event)


def _polygon(x: Values, y: Values) -> QPolygonF:
    return QPolygonF([QPointF(a, b) for a, b in zip(x.tolist(), y.tolist(), strict=True)])


def _percent(part: float) -> str:
    return f"{part:+.1%}" if abs(part) >= 1e-3 else f"{part:+.0e}"
