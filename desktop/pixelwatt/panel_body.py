"""The inside of a dock: nothing at first, then the panel's view, or why there is none."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pixelwatt.failure_page import FailurePage
from pixelwatt.panels import PanelEntry
from pixelwatt.plugin_host import Failure, Plugin, State

UNBUILT = QSize(240, 180)
"""The place of a panel without its view: with none, its neighbours would leave it no room, and
what is never seen is never built."""

_log = logging.getLogger(__name__)


class PanelOwner(Protocol):
    """What a panel's body asks of the window."""

    def may_build(self) -> bool:
        """False until the plugins were activated, which is after the first paint."""

    def view_failed(self, entry: PanelEntry, error: Exception) -> Failure: ...
    def forgive(self, plugin: Plugin) -> None: ...
    def disable(self, plugin: Plugin) -> None: ...


class PanelBody(QWidget):
    """Builds the view when it is first seen, and never before."""

    built = Signal()

    def __init__(self, entry: PanelEntry, owner: PanelOwner) -> None:
        super().__init__()
        self.setObjectName("dockBody")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(entry.title)
        # The focus of a panel as a whole; Tab goes on to its first control.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.view: QWidget | None = None
        self.failure_page: FailurePage | None = None
        self._entry = entry
        self._owner = owner
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.build_if_seen)

    def showEvent(self, event: QShowEvent) -> None:
        # Not at once: while a layout is restored, docks are shown that end up behind a tab.
        if not self._is_built:
            self._soon.start()
        super().showEvent(event)

    def sizeHint(self) -> QSize:
        return super().sizeHint() if self._is_built else UNBUILT

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint() if self._is_built else UNBUILT

    @property
    def _is_built(self) -> bool:
        return self.view is not None or self.failure_page is not None

    def focusNextPrevChild(self, forward: bool) -> bool:
        first = self._first_control() if forward and self.hasFocus() else None
        if first is None:
            return super().focusNextPrevChild(forward)
        first.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _first_control(self) -> QWidget | None:
        """The control a reader would come to first: highest, then leftmost."""
        # Views are built late, so Qt's own order has them far behind this widget.
        stops = [
            child
            for child in self.findChildren(QWidget)
            if child.focusPolicy() & Qt.FocusPolicy.TabFocus
            and child.isVisible()
            and child.isEnabled()
        ]
        return min(stops, key=self._reading_order, default=None)

    def _reading_order(self, child: QWidget) -> tuple[int, int]:
        corner = child.mapTo(self, QPoint(0, 0))
        return corner.y() // 8, corner.x()

    def build_if_seen(self) -> None:
        if self._owner.may_build() and self.isVisible() and not self.visibleRegion().isEmpty():
            self.build()

    def build(self) -> QWidget | None:
        """Return the view, built now if need be; None when its plugin raised."""
        if self._is_built:
            return self.view
        try:
            view = self._entry.build()
            if not isinstance(view, QWidget):
                raise TypeError(f"{self._entry.panel.view} returned {view!r}, not a QWidget.")
        except Exception as error:
            self._show_failure(error)
        else:
            self.view = view
            self._layout.addWidget(view)
            view.show()
        self.built.emit()
        return self.view

    def content_ready(self) -> bool:
        """Whether what the panel shows is complete, as far as its view can tell."""
        if self.failure_page is not None:
            return True
        if self.view is None:
            return False
        ready: Callable[[], bool] | None = getattr(self.view, "content_ready", None)
        return bool(ready()) if ready is not None else True

    def dismantle(self) -> None:
        """Close the view, so that it stops what it runs, and forget it."""
        view, self.view = self.view, None
        page, self.failure_page = self.failure_page, None
        if view is not None:
            try:
                view.close()
            except Exception:
                _log.exception("The view of %s raised while closing", self._entry.panel.id)
        for widget in (view, page):
            if widget is not None:
                self._layout.removeWidget(widget)
                widget.hide()
                widget.deleteLater()

    def _show_failure(self, error: Exception) -> None:
        failure = self._owner.view_failed(self._entry, error)
        plugin = self._entry.plugin or _shell_plugin()
        self.failure_page = FailurePage(
            plugin,
            failure,
            title=self._entry.title,
            retry=self._retry,
            disable=lambda: self._owner.disable(plugin),
        )
        self.failure_page.disable.setVisible(self._entry.plugin is not None)
        self._layout.addWidget(self.failure_page)

    def _retry(self) -> None:
        if self._entry.plugin is not None:
            self._owner.forgive(self._entry.plugin)
        self.dismantle()
        self.build()


def _shell_plugin() -> Plugin:
    return Plugin("pixelwatt", "pixelwatt", "pixelwatt", "", "", State.LOADED)
