"""Widgets that follow the theme without being kept alive by it."""

from __future__ import annotations

import weakref
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QBrush, QColor

from pixelwatt.api import Context, Theme


def follow_theme(owner: QObject, context: Context, callback: Callable[[Theme], None]) -> None:
    """Call ``callback``, a method of ``owner``, now and at each change while ``owner`` lives."""
    method = weakref.WeakMethod(callback)

    def forward(theme: Theme) -> None:
        living = method()
        if living is not None:
            living(theme)

    unsubscribe = context.subscribe_theme(forward)
    owner.destroyed.connect(lambda: unsubscribe())
    callback(context.theme)


def colour_of(theme: Theme, name: str) -> str:
    """A colour by its meaning: a field of `Theme`, or ``"series3"`` for the fourth series.

    Series repeat after the last; a colour written as ``#rrggbb`` is returned as it is.
    """
    if name.startswith("#"):
        return name
    if name.startswith("series"):
        return theme.series[int(name.removeprefix("series") or 0) % len(theme.series)]
    return str(getattr(theme, name))


def hatch(theme: Theme, colour: str = "muted") -> QBrush:
    """The pattern of what is unknown, or with a data colour of what is estimated."""
    tint = QColor(colour_of(theme, colour))
    tint.setAlphaF(0.35)
    return QBrush(tint, Qt.BrushStyle.BDiagPattern)
