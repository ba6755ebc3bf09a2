"""File > Export: the formats that plugins can write just now."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from pixelwatt.api import Exporter, Level
from pixelwatt.plugin_host import Contributed
from pixelwatt.text import translate
from pixelwatt.ui_text import tr

if TYPE_CHECKING:
    from pixelwatt.workbench import Workbench

_log = logging.getLogger(__name__)


def accepting(workbench: Workbench) -> list[Contributed[Exporter]]:
    """Exporters that have something to write. One that raises has nothing."""
    return [c for c in workbench.host.collect("pixelwatt_exporters") if _accepts(workbench, c)]


def dialog_filter(contributed: Contributed[Exporter]) -> str:
    title = translate(contributed.plugin.package, contributed.item.title)
    return f"{title} ({' '.join(f'*{suffix}' for suffix in contributed.item.suffixes)})"


def write(workbench: Workbench, contributed: Contributed[Exporter], path: Path) -> None:
    """Write ``path``, with the format's suffix if it has none, and say how it went."""
    exporter = contributed.item
    if not path.suffix and exporter.suffixes:
        path = path.with_suffix(exporter.suffixes[0])
    try:
        workbench.host.resolve(exporter.write)(workbench.context_of(contributed.plugin), path)
    except Exception as error:
        _log.warning("%s could not write %s", exporter.id, path, exc_info=error)
        workbench.report_error(tr("{name} could not be written.", name=path.name), error)
    else:
        workbench.notify(tr("{name} was written.", name=path.name), Level.INFO, str(path))


def _accepts(workbench: Workbench, contributed: Contributed[Exporter]) -> bool:
    try:
        accepts = workbench.host.resolve(contributed.item.accepts)
        return bool(accepts(workbench.context_of(contributed.plugin)))
    except Exception:
        _log.exception("%s could not say whether it can export", contributed.item.id)
        return False
