"""The first start: the language, the demo, and what of this machine can be used."""

from __future__ import annotations

import dataclasses
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

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

from pixelwatt import doctor
from pixelwatt.api import Available, DiagnosticItem
from pixelwatt.icons import IconWidget
from pixelwatt.labels import SectionHeader
from pixelwatt.settings_fields import FieldEditor
from pixelwatt.shell_panels import WELCOME
from pixelwatt.shell_settings import ShellSettings
from pixelwatt.text import translate
from pixelwatt.ui_text import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pixelwatt.workbench import Workbench


class WelcomePanel(QWidget):
    """Stands beside the first panel until it is closed; Help > Welcome brings it back."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench = workbench
        self.setObjectName("page")
        self.demo = QPushButton(tr("Watch the demo"))
        self.demo.setProperty("primary", True)
        self.demo.clicked.connect(self._watch_demo)
        self.open = QPushButton(tr("Open a file…"))
        self.open.clicked.connect(lambda: self._run("shell.open"))
        fields = {field.name: field for field in dataclasses.fields(ShellSettings)}
        self.language = FieldEditor(
            fields["language"], "pixelwatt", self._settings.language, self._set
        )
        self.findings = QVBoxLayout()
        self.findings.setSpacing(4)
        self.findings.addWidget(_text(tr("Looking at this machine…"), "muted"))
        self._lay_out()
        workbench.jobs.start(
            tr("Looking at this machine"),
            lambda _progress: doctor.examine_plugins(workbench.host),
            done=self._show_findings,
            quiet=True,
        )

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.demo)
        buttons.addWidget(self.open)
        buttons.addStretch(1)
        page = QWidget()
        page.setObjectName("page")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        layout.addWidget(_text(tr("Welcome to Pixelwatt"), "pageTitle"))
        layout.addWidget(_text(tr("Check what AI compute really buys, on your own machine.")))
        layout.addLayout(buttons)
        layout.addSpacing(4)
        layout.addWidget(self.language)
        layout.addWidget(SectionHeader(tr("Found on this machine")))
        layout.addLayout(self.findings)
        layout.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        scroll.setAccessibleName(tr("Welcome"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.setMinimumWidth(page.minimumSizeHint().width() + scroll.verticalScrollBar().width())

    def _show_findings(self, sections: Sequence[doctor.Section]) -> None:
        while (row := self.findings.takeAt(0)) is not None:
            widget = row.widget()
            if widget is not None:
                widget.deleteLater()
        for section in sections:
            self.findings.addWidget(Findings(section))
        if not sections:
            self.findings.addWidget(_text(tr("No plugin looks at this machine."), "muted"))

    @property
    def _settings(self) -> ShellSettings:
        return self._workbench.settings.get(ShellSettings)

    def _set(self, name: str, value: Any) -> None:
        self._workbench.settings.put(dataclasses.replace(self._settings, **{name: value}))

    def _watch_demo(self) -> None:
        """Whatever plugin opens videos plays it; this panel has done its work and goes."""
        self._workbench.open([demo_clip()])
        window = self._workbench.window
        dock = window.dock(WELCOME) if window is not None else None
        if dock is not None:
            dock.close()

    def _run(self, command: str) -> None:
        if self._workbench.window is not None:
            self._workbench.window.commands.run(command)


class Findings(QWidget):
    """What one plugin found: each thing there is, and the rest in one line with its reasons."""

    def __init__(self, section: doctor.Section) -> None:
        super().__init__()
        there = [item for item in section.items if isinstance(item.state, Available)]
        missing = [item for item in section.items if not isinstance(item.state, Available)]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 8)
        layout.setSpacing(4)
        layout.addWidget(_text(translate(section.package, section.title), "sectionTitle"))
        for item in there:
            layout.addLayout(_found_row(item))
        self.why = QPushButton(tr("Why?"))
        self.reasons = _text("\n".join(_reason(item) for item in missing), "muted")
        self.reasons.hide()
        if missing:
            names = ", ".join(item.name for item in missing)
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(_text(tr("Not found: {names}", names=names), "muted"), 1)
            self.why.setCheckable(True)
            self.why.setAccessibleName(tr("Why was this not found: {names}", names=names))
            self.why.toggled.connect(self.reasons.setVisible)
            row.addWidget(self.why, 0, Qt.AlignmentFlag.AlignTop)
            layout.addLayout(row)
            layout.addWidget(self.reasons)


def demo_clip() -> Path:
    return Path(str(files("pixelwatt_resources").joinpath("demo/demo.mp4")))


def _found_row(item: DiagnosticItem) -> QHBoxLayout:
    assert isinstance(item.state, Available)
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(IconWidget("check", 16, QPalette.ColorRole.Link), 0, Qt.AlignmentFlag.AlignTop)
    words = f"{item.name}: {item.state.detail}" if item.state.detail else item.name
    row.addWidget(_text(words), 1)
    return row


def _reason(item: DiagnosticItem) -> str:
    assert not isinstance(item.state, Available)
    sentence = f"{item.name}: {item.state.reason}".rstrip(".") + "."
    return f"{sentence} {item.state.remedy}".rstrip()


def _text(text: str, name: str = "") -> QLabel:
    label = QLabel(text)
    if name:
        label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
