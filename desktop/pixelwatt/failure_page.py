"""What stands in a panel's place when its plugin raised: what happened, and what can be done."""

from __future__ import annotations

import traceback
from collections.abc import Callable

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from pixelwatt.icons import IconWidget
from pixelwatt.plugin_host import Failure, Plugin
from pixelwatt.ui_text import tr
from pixelwatt.version import program_version


def failure_of(stage: str, error: BaseException) -> Failure:
    """An exception as the failure of the code named ``stage``."""
    return Failure(
        stage=stage,
        summary=f"{type(error).__name__}: {error}",
        traceback="".join(traceback.format_exception(error)),
    )


def program_line() -> str:
    """The versions that any report begins with."""
    import platform

    return (
        f"Pixelwatt {program_version()}, Python {platform.python_version()}, Qt {qVersion()}, "
        f"{platform.platform()}"
    )


def report(plugin: Plugin, failure: Failure) -> str:
    """What a plugin's author needs to know, as text to paste."""
    return (
        f"{program_line()}\n"
        f"Plugin {plugin.name} {plugin.version} ({plugin.distribution})\n"
        f"Failed in {failure.stage}: {failure.summary}\n\n{failure.traceback}"
    )


def trace_view(text: str, name: str) -> QPlainTextEdit:
    """Stacks to read and to select, as they were printed; ``name`` is for screen readers."""
    view = QPlainTextEdit(text)
    view.setObjectName("traceback")
    view.setReadOnly(True)
    view.setAccessibleName(name)
    view.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    view.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    view.setTabChangesFocus(True)
    return view


class FailurePage(QWidget):
    """The traceback, with Retry, Disable and Copy report."""

    def __init__(
        self,
        plugin: Plugin,
        failure: Failure,
        *,
        title: str,
        retry: Callable[[], None],
        disable: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._report = report(plugin, failure)
        heading = QLabel(tr("{panel} could not be shown", panel=title))
        heading.setObjectName("pageTitle")
        summary = QLabel(failure.summary)
        summary.setWordWrap(True)
        summary.setTextFormat(Qt.TextFormat.PlainText)
        summary.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        trace = trace_view(failure.traceback, tr("Traceback"))

        self.retry = _button(tr("Retry"), retry)
        self.retry.setProperty("primary", True)
        self.disable = _button(tr("Disable plugin"), disable)
        self.copy = _button(tr("Copy report"), self._copy)
        buttons = QHBoxLayout()
        for button in (self.retry, self.disable, self.copy):
            buttons.addWidget(button)
        buttons.addStretch(1)

        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(IconWidget("warning", 28, QPalette.ColorRole.BrightText))
        head.addWidget(heading, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(summary)
        layout.addLayout(buttons)
        layout.addWidget(trace, 1)
        self.setAccessibleName(heading.text())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)


def _button(text: str, run: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.clicked.connect(lambda: run())
    return button
