"""The Plugins page: what each brings, its version, on or off, and why one failed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from pixelwatt.failure_page import report, trace_view
from pixelwatt.labels import Badge
from pixelwatt.plugin_host import Plugin, State
from pixelwatt.plugin_install_bar import PluginInstallBar, remove_button
from pixelwatt.text import translate
from pixelwatt.ui_text import tr

if TYPE_CHECKING:
    from pixelwatt.workbench import Workbench


class PluginsPage(QWidget):
    """A card for each plugin that is installed."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench = workbench
        self.setObjectName("page")
        self.cards: dict[str, PluginCard] = {}
        self._list = QVBoxLayout()
        self._list.setContentsMargins(24, 16, 24, 24)
        self._list.setSpacing(12)
        self._restart_bar = self._make_restart_bar()
        page = QWidget()
        page.setObjectName("page")
        page.setLayout(self._list)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        scroll.setAccessibleName(tr("Plugins"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.install_bar = PluginInstallBar(workbench, self._changed)
        layout.addWidget(self._restart_bar)
        layout.addWidget(self.install_bar)
        layout.addWidget(scroll, 1)
        self._fill()
        unsubscribe = workbench.host.subscribe_failures(lambda _plugin: self._fill())
        self.destroyed.connect(lambda: unsubscribe())

    def _fill(self) -> None:
        while self._list.count():
            item = self._list.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.cards.clear()
        if self._workbench.host.safe_mode:
            self._list.addWidget(QLabel(tr("Safe mode: no plugin is loaded.")))
        for plugin in self._workbench.host.plugins:
            card = PluginCard(self._workbench, plugin, self._changed)
            self.cards[plugin.name] = card
            self._list.addWidget(card)
        self._list.addStretch(1)

    def _changed(self) -> None:
        self._restart_bar.show()

    def _make_restart_bar(self) -> QWidget:
        bar = QFrame()
        text = QLabel(tr("This takes effect at the next start."))
        restart = QPushButton(tr("Restart now"))
        restart.setProperty("primary", True)
        restart.clicked.connect(lambda: self._workbench.restart())
        layout = QHBoxLayout(bar)
        layout.setContentsMargins(24, 8, 24, 8)
        layout.addWidget(text, 1)
        layout.addWidget(restart)
        bar.hide()
        return bar


class PluginCard(QFrame):
    """One plugin: switch, name, version, state, what it contributes, and its traceback."""

    def __init__(self, workbench: Workbench, plugin: Plugin, changed: Callable[[], None]) -> None:
        super().__init__()
        self._workbench = workbench
        self._plugin = plugin
        self._changed = changed
        self.setObjectName("card")
        self.setAccessibleName(plugin.name)
        self.enabled = QCheckBox(tr("Enabled"))
        self.enabled.setAccessibleName(tr("Enable {plugin}", plugin=plugin.name))
        self.enabled.setChecked(workbench.plugin_enabled(plugin))
        self.enabled.toggled.connect(self._set_enabled)
        name = QLabel(plugin.name)
        name.setObjectName("sectionTitle")
        origin = QLabel(" ".join(filter(None, (plugin.distribution, plugin.version))))
        origin.setObjectName("muted")
        word, colour = _state(plugin)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(name)
        head.addWidget(origin)
        head.addWidget(Badge(workbench.context_of(None), word, colour))
        head.addStretch(1)
        self.remove = remove_button(workbench, plugin.distribution, changed)
        if self.remove is not None:
            head.addWidget(self.remove)
        head.addWidget(self.enabled)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(head)
        contributed = contributions(workbench, plugin)
        summary = translate(plugin.package, plugin.summary)
        for text in filter(None, (summary, contributed)):
            label = QLabel(text)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            layout.addWidget(label)
        if plugin.failure is not None:
            self._add_failure(layout)

    def _add_failure(self, layout: QVBoxLayout) -> None:
        failure = self._plugin.failure
        assert failure is not None
        summary = QLabel(tr("Failed in {stage}: {error}", stage=failure.stage,
                            error=failure.summary))  # fmt: skip
        summary.setWordWrap(True)
        summary.setTextFormat(Qt.TextFormat.PlainText)
        self.traceback = trace_view(
            failure.traceback, tr("Traceback of {plugin}", plugin=self._plugin.name)
        )
        self.traceback.setFixedHeight(180)
        self.copy = QPushButton(tr("Copy report"))
        self.copy.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(report(self._plugin, failure))
        )
        layout.addWidget(summary)
        layout.addWidget(self.traceback)
        layout.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)

    def _set_enabled(self, enabled: bool) -> None:
        self._workbench.set_plugin_enabled(self._plugin, enabled)
        self._changed()


def contributions(workbench: Workbench, plugin: Plugin) -> str:
    """What a plugin brings, in words: its panels by title, the rest by number."""

    def of(hook: str) -> list[object]:
        return [c.item for c in workbench.host.collect(hook) if c.plugin is plugin]

    panels = [
        translate(plugin.package, str(getattr(p, "title", ""))) for p in of("pixelwatt_panels")
    ]
    parts = [tr("panels: {names}", names=", ".join(panels))] if panels else []
    words = {
        "pixelwatt_commands": tr("commands"),
        "pixelwatt_openers": tr("kinds of file"),
        "pixelwatt_exporters": tr("export formats"),
        "pixelwatt_cli": tr("subcommands"),
        "pixelwatt_claims": tr("claims"),
        "pixelwatt_settings": tr("settings pages"),
        "pixelwatt_diagnostics": tr("diagnostics"),
    }
    for hook, word in words.items():
        number = len(of(hook))
        if number:
            parts.append(tr("{word}: {number}", word=word, number=number))
    return " · ".join(parts)


def _state(plugin: Plugin) -> tuple[str, str]:
    return {
        State.LOADED: (tr("loaded"), "good"),
        State.DISABLED: (tr("off"), "native"),
        State.FAILED: (tr("failed"), "bad"),
    }[plugin.state]
