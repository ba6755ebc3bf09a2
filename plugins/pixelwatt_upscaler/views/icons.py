"""The panel's own line icons, drawn in the colour of the text."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

SIZE = 20
_FRAME = '<rect x="2.5" y="4.5" width="15" height="11" rx="1.5"/>'
_SHAPES = {
    "split": _FRAME + '<path d="M10 2.5v15"/><path d="M10 5h6.5v10H10z" fill="{c}" '
    'fill-opacity=".35" stroke="none"/>',
    "split_horizontal": _FRAME + '<path d="M.5 10h19"/><path d="M3 10h14v5H3z" fill="{c}" '
    'fill-opacity=".35" stroke="none"/>',
    "row": '<rect x="2.5" y="5.5" width="6.5" height="9" rx="1"/>'
    '<rect x="11" y="5.5" width="6.5" height="9" rx="1"/>',
    "grid": '<rect x="2.5" y="3" width="6.5" height="6" rx="1"/>'
    '<rect x="11" y="3" width="6.5" height="6" rx="1"/>'
    '<rect x="2.5" y="11" width="6.5" height="6" rx="1"/>'
    '<rect x="11" y="11" width="6.5" height="6" rx="1"/>',
    "flicker": '<rect x="2.5" y="3.5" width="10" height="8" rx="1"/>'
    '<path d="M15 8h2.5v8.5h-10V14" stroke-dasharray="2 1.6"/>',
    "difference": '<circle cx="7.5" cy="10" r="5"/><circle cx="12.5" cy="10" r="5"/>'
    '<path d="M10 5.7a5 5 0 0 1 0 8.6a5 5 0 0 1 0-8.6z" fill="{c}" fill-opacity=".5" '
    'stroke="none"/>',
    "play": '<path d="M6 4l10 6-10 6z" fill="{c}"/>',
    "pause": '<path d="M6.5 4.5v11M13.5 4.5v11" stroke-width="3"/>',
    "next": '<path d="M4.5 4.5l7 5.5-7 5.5z" fill="{c}"/><path d="M15 4.5v11"/>',
    "previous": '<path d="M15.5 4.5l-7 5.5 7 5.5z" fill="{c}"/><path d="M5 4.5v11"/>',
    "loop": '<path d="M4 10a5 5 0 0 1 5-5h5M11.5 2.5L14 5l-2.5 2.5M16 10a5 5 0 0 1-5 5H6'
    'M8.5 17.5L6 15l2.5-2.5"/>',
    "open": '<path d="M2.5 15.5v-11h5l2 2h8v9z"/>',
    "inspect": '<circle cx="10" cy="10" r="5.5"/><path d="M10 1.5v6M10 12.5v6M1.5 10h6'
    'M12.5 10h6"/>',
    "fit": '<path d="M3 7V3.5h3.5M13.5 3.5H17V7M17 13v3.5h-3.5M6.5 16.5H3V13"/>'
    '<rect x="6" y="7" width="8" height="6" rx="1"/>',
    "more": '<path d="M4.5 10h.01M10 10h.01M15.5 10h.01" stroke-width="2.5"/>',
    "table": '<rect x="2.5" y="3.5" width="15" height="13" rx="1.5"/>'
    '<path d="M2.5 8h15M2.5 12.2h15M8 8v8.5"/>',
}


@lru_cache(maxsize=128)
def icon(name: str, colour: str) -> QIcon:
    """An icon in ``colour`` (``#rrggbb``), sharp on screens of one and two pixels per point."""
    body = _SHAPES[name].replace("{c}", colour)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {SIZE}" fill="none" '
        f'stroke="{colour}" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">'
        f"{body}</svg>"
    )
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    result = QIcon()
    for ratio in (1, 2):
        pixmap = QPixmap(QSize(SIZE * ratio, SIZE * ratio))
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            renderer.render(painter)
        pixmap.setDevicePixelRatio(ratio)
        result.addPixmap(pixmap)
    return result
