"""Translation of the shell's own texts."""

from __future__ import annotations

from functools import partial

from pixelwatt.text import translate

tr = partial(translate, "pixelwatt")
