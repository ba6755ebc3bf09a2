"""What ``pixelwatt doctor`` says of the planner's optional part."""

from __future__ import annotations

from importlib import metadata

from pixelwatt.api import Available, DiagnosticItem, Unavailable
from pixelwatt_video_budget.text import tr

_LIBRARY = "OpenTimelineIO"


def collect() -> list[DiagnosticItem]:
    """Which timeline formats can be read; nothing of OpenTimelineIO is imported."""
    built_in = Available(tr("built in"))
    return [
        DiagnosticItem(".edl", built_in),
        DiagnosticItem(".xml (Final Cut Pro 7)", built_in),
        DiagnosticItem(".fcpxml", built_in),
        DiagnosticItem(".otio, .otioz", _library()),
    ]


def _library() -> Available | Unavailable:
    try:
        return Available(f"{_LIBRARY} {metadata.version(_LIBRARY)}")
    except metadata.PackageNotFoundError:
        return Unavailable(
            tr("{name} is not installed", name=_LIBRARY),
            tr("Install it with: pip install 'pixelwatt[timeline]'"),
        )
