"""Every control can be reached by keyboard and says what it is, in both languages."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

from pixelwatt.about import AboutDialog
from pixelwatt.api import Claim, Level, NoticeAction, Panel, SettingsPage, Source, setting
from pixelwatt.palette import CommandPalette
from pixelwatt.settings_dialog import SettingsDialog

CONTROLS = (
    QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit,
    QPlainTextEdit, QProgressBar, QTextEdit,
)  # fmt: skip

PARTS_SPEAK_THROUGH = (QComboBox, QAbstractSpinBox, QAbstractItemView, QLineEdit, QTabBar)


@dataclass(frozen=True, slots=True)
class Options:
    loop: bool = setting(True, label="Loop")
    volume: int = setting(50, label="Volume")
    mode: str = setting("a", label="Mode", choices=(("a", "A"), ("b", "B")))


@pytest.fixture
def plugin(make_plugin):
    source = Source("Essay")
    made = make_plugin(
        "demo",
        panels=[
            Panel(id="one", title="One", view="demo:view"),
            Panel(id="bad", title="Bad", view="demo:explode"),
        ],
        claims=[Claim(id="c", statement="s", statement_zh="z", source=source, check="demo:view",
                      experiment="demo:view")],
        settings=[SettingsPage(id="demo", title="Demo", schema=Options)],
    )  # fmt: skip
    made.view = lambda context: QLabel("one")
    made.explode = lambda context: 1 / 0
    return made


def own_parts(widget):
    """Parts that Qt makes inside a control, which speaks for them."""
    parent = widget.parent()
    while isinstance(parent, QWidget):
        if isinstance(parent, PARTS_SPEAK_THROUGH):
            return True
        parent = parent.parent()
    return isinstance(widget, QScrollBar) or widget.objectName().startswith("qt_")


def name_of(widget):
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


def nameless(root):
    return [
        f"{type(w).__name__} {w.objectName()!r} in {type(w.parent()).__name__}"
        for w in root.findChildren(QWidget)
        if isinstance(w, CONTROLS) and not own_parts(w) and not name_of(w)
    ]


def unreachable(root):
    """Buttons and fields that Tab never stops at."""
    return [
        f"{type(w).__name__} {name_of(w)!r}"
        for w in root.findChildren(QWidget)
        if isinstance(w, (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox))
        and not own_parts(w)
        and w.isVisible()
        and not w.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_control_has_a_name_and_is_reached(start, plugin, qtbot, language):
    program = start(plugin, language=language)
    window = program.window
    for panel in ("one", "bad", "claims", "plugins", "jobs", "notices"):
        window.show_panel(panel)
    action = NoticeAction("Undo", lambda: None)
    program.workbench.notify("Deleted", Level.WARNING, "detail", (action,))
    window.tabs.tidy()
    SettingsDialog(program.workbench, window).show()
    AboutDialog(program.workbench, window).show()
    CommandPalette(window).open()
    assert nameless(window) == []
    assert unreachable(window) == []


def test_tab_goes_from_a_panel_to_its_first_control(start, plugin, qtbot):
    window = start(plugin).window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    panel = window.show_panel("claims")
    window.actions_.go_to(window.dock("claims"))
    qtbot.waitUntil(window.dock("claims").body.hasFocus)
    qtbot.keyClick(window.dock("claims").body, Qt.Key.Key_Tab)
    assert window.focusWidget() is panel.search
