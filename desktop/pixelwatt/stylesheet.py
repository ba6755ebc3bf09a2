"""The one style sheet of the application; plugins have none of their own.

Measures are multiples of 4 and 8 logical pixels. Sizes of text follow the system's font.
"""

from __future__ import annotations

from dataclasses import asdict
from importlib.resources import files
from string import Template

from pixelwatt.api import Theme


def stylesheet(theme: Theme) -> str:
    """The style sheet in the colours of ``theme``."""
    from pixelwatt.theme import CHROMES

    mode = "dark" if theme.dark else "light"
    values = {name: value for name, value in asdict(theme).items() if isinstance(value, str)}
    values |= asdict(CHROMES[theme.dark])
    values["glyphs"] = str(files("pixelwatt_resources") / "icons" / "controls" / mode).replace(
        "\\", "/"
    )
    template = files("pixelwatt_resources").joinpath("themes/pixelwatt.qss").read_text("utf-8")
    return Template(template).substitute(values)
