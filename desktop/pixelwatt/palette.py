"""The command palette: everything the window can do, a few letters away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QIcon, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from pixelwatt import fuzzy
from pixelwatt.api import Theme
from pixelwatt.icons import icon
from pixelwatt.ui_text import tr

if TYPE_CHECKING:
    from pixelwatt.window import MainWindow

WIDTH = 640
ROW = 36
ROWS = 12
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Choice:
    """A line of the palette."""

    id: str
    title: str
    category: str
    run: Callable[[], None]
    keys: str = ""
    picture: QIcon | None = None
    enabled: bool = True


def choices(window: MainWindow) -> list[Choice]:
    """Commands and panels, those used last first, then files opened before."""
    registry = window.commands
    registry.refresh()
    theme = window.workbench.theme
    entries = [e for e in registry.entries if e.command.palette]
    found = []
    for entry in entries:
        action = registry.action(entry.command.id)
        found.append(
            Choice(
                id=entry.command.id,
                title=entry.title.removesuffix("…"),
                category=entry.category,
                run=lambda name=entry.command.id: registry.run(name),  # type: ignore[misc]
                keys=action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
                picture=icon(entry.command.icon, theme) if entry.command.icon else None,
                enabled=action.isEnabled(),
            )
        )
    registry.release()
    recent = {name: place for place, name in enumerate(window.workbench.recent_commands.items)}
    found.sort(key=lambda choice: recent.get(choice.id, len(recent)))
    return [*found, *_recent_files(window)]


def ranked(every: list[Choice], query: str) -> list[tuple[Choice, tuple[int, ...]]]:
    """The choices that fit, best first; equal ones stay in order. With positions in the title."""
    scored = []
    for choice in every:
        in_title = fuzzy.match(query, choice.title)
        if in_title is not None:
            scored.append((in_title[0] + 10, choice, in_title[1]))
            continue
        in_both = fuzzy.match(query, f"{choice.title} {choice.category}")
        if in_both is not None:
            title = tuple(p for p in in_both[1] if p < len(choice.title))
            scored.append((in_both[0], choice, title))
    scored.sort(key=lambda item: (not item[1].enabled, -item[0]) if query else ())
    return [(choice, positions) for _, choice, positions in scored]


class CommandPalette(QFrame):
    """An overlay at the top of the window; Escape or a click elsewhere closes it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setObjectName("palette")
        self.setAccessibleName(tr("Command palette"))
        self._window = window
        self._before: QWidget | None = None
        self._every = choices(window)
        self.model = _ChoiceModel(self)
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Type a command, a panel or a file"))
        self.field.setAccessibleName(tr("Command palette"))
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._search)
        self.list = QListView()
        self.list.setObjectName("plain")
        self.list.setAccessibleName(tr("What fits"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(_ChoiceDelegate(window.workbench.theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(lambda index: self._run(index.row()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 8)
        layout.setSpacing(6)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        self._search("")

    def open(self) -> None:
        for other in self._window.findChildren(CommandPalette):
            if other is not self:
                other.close_up()
        self._before = QApplication.focusWidget()
        width = min(WIDTH, self._window.width() - 32)
        height = min(ROW * ROWS + 60, self._window.height() - 120)
        top = self._window.menuBar().height() + 12
        self.setGeometry((self._window.width() - width) // 2, top, width, height)
        self.show()
        self.raise_()
        self.field.setFocus()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def close_up(self) -> None:
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self.hide()
        if self._before is not None:
            self._before.setFocus()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and watched is self.field:
            return self._key(event)
        pressed = event.type() == QEvent.Type.MouseButtonPress
        outside = isinstance(watched, QWidget) and not (
            watched is self or self.isAncestorOf(watched)
        )
        if pressed and outside:
            self.close_up()
        return super().eventFilter(watched, event)

    def _key(self, event: QEvent) -> bool:
        assert isinstance(event, QKeyEvent)
        row = self.list.currentIndex().row()
        last = self.model.rowCount() - 1
        moves = {
            Qt.Key.Key_Down: row + 1 if row < last else 0,
            Qt.Key.Key_Up: row - 1 if row > 0 else last,
            Qt.Key.Key_PageDown: min(row + ROWS, last),
            Qt.Key.Key_PageUp: max(row - ROWS, 0),
        }
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close_up()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(row)
        elif key in moves:
            self._go(moves[key])
        else:
            return False
        return True

    def _search(self, query: str) -> None:
        self.model.show_choices(ranked(self._every, query))
        self._go(0)

    def _go(self, row: int) -> None:
        self.list.setCurrentIndex(self.model.index(row, 0))

    def _run(self, row: int) -> None:
        if not 0 <= row < self.model.rowCount():
            return
        choice = self.model.choice(row)
        if choice.enabled:
            self.close_up()
            choice.run()


class _ChoiceModel(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._shown: list[tuple[Choice, tuple[int, ...]]] = []

    def show_choices(self, shown: list[tuple[Choice, tuple[int, ...]]]) -> None:
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    def choice(self, row: int) -> Choice:
        return self._shown[row][0]

    def positions(self, row: int) -> tuple[int, ...]:
        return self._shown[row][1]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        choice = self._shown[index.row()][0]
        if role == Qt.ItemDataRole.DisplayRole:
            return choice.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (choice.title, choice.category, choice.keys)))
        return None


class _ChoiceDelegate(QStyledItemDelegate):
    """Icon, title with its matched letters in the accent colour, category, keys at the right."""

    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, _ChoiceModel)
        choice, positions = model.choice(index.row()), model.positions(index.row())
        plain = QStyleOptionViewItem(option)
        self.initStyleOption(plain, index)
        plain.text = ""
        list_ = self.parent()
        assert isinstance(list_, QListView)
        style = list_.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, plain, painter, list_)
        painter.save()
        rect = QRect(option.rect).adjusted(12, 0, -16, 0)
        picture = choice.picture or QIcon()
        mode = QIcon.Mode.Normal if choice.enabled else QIcon.Mode.Disabled
        picture.paint(
            painter, rect.left(), rect.center().y() - 8, 18, 18,
            Qt.AlignmentFlag.AlignCenter, mode,
        )  # fmt: skip
        rect.setLeft(rect.left() + 30)
        rect.setRight(rect.right() - self._draw_right(painter, rect, choice.keys))
        self._draw_title(painter, rect, choice, positions)
        painter.restore()

    def _draw_right(self, painter: QPainter, rect: QRect, keys: str) -> int:
        if not keys:
            return 0
        painter.setPen(QColor(self._theme.muted))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect, right, keys)
        return painter.fontMetrics().horizontalAdvance(keys) + 16

    def _draw_title(
        self, painter: QPainter, rect: QRect, choice: Choice, positions: tuple[int, ...]
    ) -> None:
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        base = painter.font()
        bold = QFont(base)
        bold.setBold(True)
        x = rect.left()
        for place, letter in enumerate(choice.title):
            hit = place in positions
            painter.setFont(bold if hit else base)
            colour = self._theme.accent if hit else self._theme.text
            painter.setPen(QColor(colour if choice.enabled else self._theme.muted))
            width = painter.fontMetrics().horizontalAdvance(letter)
            if x + width > rect.right():
                break
            painter.drawText(QRect(x, rect.top(), width + 2, rect.height()), left, letter)
            x += width
        painter.setFont(base)
        painter.setPen(QColor(self._theme.muted))
        rest = QRect(x + 12, rect.top(), max(rect.right() - x - 12, 0), rect.height())
        painter.drawText(rest, left, choice.category)


def _recent_files(window: MainWindow) -> list[Choice]:
    workbench = window.workbench
    picture = icon("document", workbench.theme)
    return [
        Choice(
            id=f"file:{name}",
            title=Path(name).name,
            category=str(Path(name).parent),
            run=lambda name=name: workbench.open([Path(name)]),  # type: ignore[misc]
            picture=picture,
        )
        for name in workbench.recent_files.items
    ]
