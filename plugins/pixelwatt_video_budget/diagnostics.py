"""What ``pixelwatt doctor`` says of the planner's optional parts."""

from __future__ import annotations

from importlib import metadata

from pixelwatt.api import Available, DiagnosticItem, Unavailable
from pixelwatt_video_budget.text import tr

_READERS = {
    "OpenTimelineIO": ".otio, .otioz",
    "otio-cmx3600-adapter": ".edl",
    "otio-fcp-adapter": ".xml (Final Cut Pro 7)",
    "otio-fcpx-xml-adapter": ".fcpxml",
}


def collect() -> list[DiagnosticItem]:
    """Which timeline formats can be read; nothing of OpenTimelineIO is imported."""
    return [DiagnosticItem(kinds, _state(name)) for name, kinds in _READERS.items()]


def _state(name: str) -> Available | Unavailable:
    try:
        return Available(f"{name} {metadata.version(name)}")
    except metadata.PackageNotFoundError:
        return Unavailable(
            tr("{name} is not installed", name=name),
            tr("Install it with: pip install 'pixelwatt[timeline]'"),
        )
