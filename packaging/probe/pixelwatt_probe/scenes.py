"""What a person does with the installed program, done from the inside, and what they would see.

``PIXELWATT_PROBE_SCENE`` names one; it prints what it saw as one line of JSON and ends the program.
A scene waits for what it needs and never gives up by itself: ``PIXELWATT_QUIT_AFTER`` does.
"""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLabel, QPlainTextEdit

from pixelwatt.window import MainWindow

POLL_MS = 100


def play(name: str) -> None:
    """Begin a scene; the program goes on meanwhile."""
    SCENES[name]()


def first_start() -> None:
    """The welcome: the languages, what this machine has, and the demo behind its button."""

    def welcomed() -> bool:
        panel = window().panel("welcome")
        return panel is not None and len(findings(panel)) > 1

    def press() -> None:
        panel: Any = window().panel("welcome")
        seen = {
            "title": panel.findChild(QLabel, "pageTitle").text(),
            "languages": [
                combo.itemText(row)
                for combo in panel.language.findChildren(QComboBox)
                for row in range(combo.count())
            ],
            "found": findings(panel),
            "button": panel.demo.text(),
        }
        panel.demo.click()
        when(lambda: demo_is_shown(), lambda: end(seen | {"opened": recent_file()}))

    when(welcomed, press)


def findings(panel: Any) -> list[str]:
    """What the welcome says of this machine, a text for each line."""
    return [
        label.text()
        for row in range(panel.findings.count())
        for label in panel.findings.itemAt(row).widget().findChildren(QLabel)
        if label.isVisible() and label.text()
    ]


def demo_is_shown() -> bool:
    dock = window().dock("upscaler")
    opened = not window().workbench.opening and recent_file()
    return bool(opened and dock is not None and dock.on_top and dock.body.content_ready())


def recent_file() -> str:
    return next(iter(window().workbench.recent_files.items), "")


def crash() -> None:
    """End as native code ends that touches memory that is not there."""
    os.kill(os.getpid(), signal.SIGSEGV)


def after_crash() -> None:
    """The start after it: the report, and the way to a start without plugins."""

    def offer() -> Any:
        notices = window().workbench.notices.history
        return next((notice for notice in notices if len(notice.actions) == 2), None)

    def report() -> Any:
        dialogs = [dialog for dialog in QApplication.topLevelWidgets() if dialog.isVisible()]
        return next((dialog for dialog in dialogs if type(dialog).__name__ == "CrashReport"), None)

    def read() -> None:
        notice = offer()
        notice.actions[0].run()
        when(lambda: report() is not None, lambda: restart(notice, report()))

    def restart(notice: Any, dialog: QDialog) -> None:
        text = dialog.findChild(QPlainTextEdit).toPlainText()
        dialog.close()
        actions = [action.title for action in notice.actions]
        tell({"notice": notice.text, "actions": actions, "report": text})
        notice.actions[1].run()

    when(lambda: offer() is not None, read)


def updates() -> None:
    """Help > Look for a newer version."""
    window().commands.run("shell.updates")
    # The system's own program is started apart; it has its time.
    QTimer.singleShot(1000, lambda: end({"notices": notices()}))


def notices() -> list[str]:
    return [f"{notice.text} {notice.detail}" for notice in window().workbench.notices.history]


def window() -> MainWindow:
    (found,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
    return found


def when(met: Callable[[], object], then: Callable[[], None]) -> None:
    """Call ``then`` once ``met`` holds."""

    def look() -> None:
        if met():
            timer.stop()
            then()

    timer = QTimer(QCoreApplication.instance())
    timer.timeout.connect(look)
    timer.start(POLL_MS)


def tell(seen: dict[str, Any]) -> None:
    print(json.dumps(seen), flush=True)


def end(seen: dict[str, Any]) -> None:
    tell(seen)
    window().close()


SCENES: dict[str, Callable[[], None]] = {
    "first_start": first_start,
    "crash": crash,
    "after_crash": after_crash,
    "updates": updates,
}
