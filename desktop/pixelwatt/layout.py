"""Where every dock is: the arrangement of the first start, and the user's own, kept."""

from __future__ import annotations

import base64
import json
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QMainWindow

from pixelwatt.api import Area
from pixelwatt.docks import AREAS, PanelDock

if TYPE_CHECKING:
    from collections.abc import Sequence

WINDOW_STATE_VERSION = 2
"""Raised when a layout saved before would no longer fit the window, which then starts afresh.

1: panels as docks around no central widget; tool bar ``main``.
2: panels of the centre in the left area, not the top, where Qt let the sides grow over them.
"""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SavedLayout:
    """A layout as it is kept; ``known`` are the panels that existed when it was saved."""

    version: int
    state: bytes
    geometry: bytes
    known: tuple[str, ...]


def read(path: Path) -> SavedLayout | None:
    """The layout kept in a file; None when there is none, or none that can be read."""
    try:
        return parse(path.read_text("utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        _log.warning("The layout in %s cannot be read: %s", path, error)
        return None


def parse(text: str) -> SavedLayout:
    """Raises ValueError, KeyError or TypeError for what `render` did not write."""
    stored = json.loads(text)
    return SavedLayout(
        version=int(stored["version"]),
        state=base64.b64decode(stored["state"], validate=True),
        geometry=base64.b64decode(stored["geometry"], validate=True),
        known=tuple(str(name) for name in stored["known"]),
    )


def render(layout: SavedLayout) -> str:
    return json.dumps(
        {
            "version": layout.version,
            "state": base64.b64encode(layout.state).decode("ascii"),
            "geometry": base64.b64encode(layout.geometry).decode("ascii"),
            "known": list(layout.known),
        },
        indent=1,
    )


def capture(window: QMainWindow, docks: Sequence[PanelDock], before: SavedLayout | None) -> str:
    """The window's layout as text. Panels of plugins that are absent today stay known."""
    known = dict.fromkeys((*(before.known if before else ()), *(d.objectName() for d in docks)))
    return render(
        SavedLayout(
            version=WINDOW_STATE_VERSION,
            state=bytes(window.saveState(WINDOW_STATE_VERSION).data()),
            geometry=bytes(window.saveGeometry().data()),
            known=tuple(known),
        )
    )


def restore(window: QMainWindow, docks: Sequence[PanelDock], saved: SavedLayout) -> bool:
    """Bring a kept layout back. False, and nothing changed, when it is of another version."""
    # restoreGeometry moves a window back on screen whose monitor is gone.
    window.restoreGeometry(QByteArray(saved.geometry))
    if not window.restoreState(QByteArray(saved.state), WINDOW_STATE_VERSION):
        return False
    for dock in docks:
        if dock.objectName() not in saved.known:
            place(window, docks, dock)
            dock.setVisible(dock.entry.panel.open_at_first_start)
    return True


def arrange_first(window: QMainWindow, docks: Sequence[PanelDock]) -> None:
    """The arrangement of the first start: the first panel of the centre on top of its tabs."""
    for dock in docks:
        dock.setFloating(False)
        window.removeDockWidget(dock)
    for dock in sorted(docks, key=lambda dock: dock.entry.panel.area is not Area.LEFT):
        place(window, docks, dock)
        dock.setVisible(dock.entry.panel.open_at_first_start)
    opened = [d for d in docks if d.entry.panel.open_at_first_start]
    for area in reversed(Area):
        first = next((d for d in opened if d.entry.panel.area is area), None)
        if first is not None:
            first.raise_()


def place(window: QMainWindow, docks: Sequence[PanelDock], dock: PanelDock) -> None:
    """Put a dock into its own area, as the last tab of the panels there.

    The left side and the centre share one of Qt's areas, as columns.
    """
    area = AREAS[dock.entry.panel.area]
    if area == AREAS[Area.CENTER]:
        window.addDockWidget(area, dock, Qt.Orientation.Horizontal)
    else:
        window.addDockWidget(area, dock)
    on_the_left = dock.entry.panel.area is Area.LEFT
    for other in docks:
        same_place = other is not dock and window.dockWidgetArea(other) == area
        same_column = (other.entry.panel.area is Area.LEFT) == on_the_left
        if same_place and same_column and not other.isFloating():
            window.tabifyDockWidget(other, dock)
            return
