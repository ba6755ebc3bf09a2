"""Notices on screen: cards stacked in the corner, gone by themselves unless they matter."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QEnterEvent, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from pixelwatt.api import Level, NoticeAction
from pixelwatt.icons import IconWidget, icon
from pixelwatt.notices import Notice
from pixelwatt.ui_text import tr

if TYPE_CHECKING:
    from pixelwatt.window import MainWindow
    from pixelwatt.workbench import Workbench

WIDTH = 380
MARGIN = 16
MOST = 4
STAYS_MS = {Level.INFO: 6_000, Level.WARNING: 15_000, Level.ERROR: 0}
"""How long a card stays; 0: until it is closed."""
ICONS = {
    Level.INFO: ("info", QPalette.ColorRole.Accent),
    Level.WARNING: ("warning", QPalette.ColorRole.WindowText),
    Level.ERROR: ("error", QPalette.ColorRole.BrightText),
}


class NoticeStack(QWidget):
    """The cards, at the bottom right over the window's content; the newest lowest."""

    def __init__(self, workbench: Workbench, window: MainWindow) -> None:
        super().__init__(window)
        self._workbench = workbench
        self._window = window
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self.cards: list[NoticeCard] = []
        self.hide()
        workbench.notices.added.connect(self.show_notice)

    @Slot(object)
    def show_notice(self, notice: Notice) -> None:
        same = next((c for c in self.cards if c.says_the_same(notice)), None)
        if same is not None:
            same.again()
            return
        while len(self.cards) >= MOST:
            self._drop(self.cards[0])
        card = NoticeCard(notice, self._workbench, self._drop)
        self.cards.append(card)
        self._layout.addWidget(card)
        self.place()

    def place(self) -> None:
        """Keep to the window's corner; called when the window changes its size."""
        self.setVisible(bool(self.cards))
        if not self.cards:
            return
        width = min(WIDTH, self._window.width() - 2 * MARGIN)
        for card in self.cards:
            card.setFixedSize(width, card.heightForWidth(width))
        height = sum(c.height() for c in self.cards) + 8 * (len(self.cards) - 1)
        self.setFixedSize(width, height)
        foot = self._window.statusBar().height() + MARGIN
        self.move(
            self._window.width() - self.width() - MARGIN,
            self._window.height() - self.height() - foot,
        )
        self.raise_()

    def _drop(self, card: NoticeCard) -> None:
        if card in self.cards:
            self.cards.remove(card)
            self._layout.removeWidget(card)
            card.hide()
            card.deleteLater()
            self.place()


class NoticeCard(QFrame):
    """One notice: sign, text, detail, what can be done, and a way to close it."""

    def __init__(
        self, notice: Notice, workbench: Workbench, drop: Callable[[NoticeCard], None]
    ) -> None:
        super().__init__()
        self.notice = notice
        self._drop = drop
        self._times = 1
        self.setObjectName("notice")
        self.setProperty("level", str(notice.level))
        self.setAccessibleName(f"{notice.text} {notice.detail}".strip())
        sign, role = ICONS[notice.level]
        self._text = _label(notice.text)
        self._text.setObjectName("sectionTitle")
        self.close_button = QToolButton()
        self.close_button.setIcon(icon("close", workbench.theme))
        self.close_button.setIconSize(QSize(14, 14))
        self.close_button.setAutoRaise(True)
        self.close_button.setAccessibleName(tr("Close this notice"))
        self.close_button.setToolTip(tr("Close this notice"))
        self.close_button.clicked.connect(self.dismiss)
        texts = QVBoxLayout()
        texts.setSpacing(4)
        texts.addWidget(self._text)
        if notice.detail:
            detail = _label(_shortened(notice.detail))
            detail.setObjectName("muted")
            detail.setToolTip(notice.detail)
            texts.addWidget(detail)
        self.buttons = [self._button(action) for action in notice.actions]
        if self.buttons:
            row = QHBoxLayout()
            row.setContentsMargins(0, 4, 0, 0)
            for button in self.buttons:
                row.addWidget(button)
            row.addStretch(1)
            texts.addLayout(row)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 12, 8, 12)
        layout.setSpacing(12)
        layout.addWidget(IconWidget(sign, 20, role), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(texts, 1)
        layout.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        self._wait()

    def says_the_same(self, notice: Notice) -> bool:
        mine = self.notice
        return (mine.text, mine.detail, mine.level) == (notice.text, notice.detail, notice.level)

    def again(self) -> None:
        """The same was said once more: count instead of a second card."""
        self._times += 1
        self._text.setText(f"{self.notice.text} ({self._times}×)")
        self._wait()

    def dismiss(self) -> None:
        self._timer.stop()
        self._drop(self)

    def enterEvent(self, event: QEnterEvent) -> None:
        # Nobody likes a text that goes while it is read.
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._wait()
        super().leaveEvent(event)

    def _wait(self) -> None:
        stays = STAYS_MS[self.notice.level]
        if stays and not self.notice.actions:
            self._timer.start(stays)

    def _button(self, action: NoticeAction) -> QPushButton:
        button = QPushButton(action.title)
        button.clicked.connect(lambda: self._act(action))
        return button

    def _act(self, action: NoticeAction) -> None:
        self.dismiss()
        action.run()


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    return label


def _shortened(text: str, limit: int = 240) -> str:
    return text if len(text) <= limit else f"{text[: limit - 1]}…"
