"""Translation of this package's texts."""

from __future__ import annotations

from functools import partial

from pixelwatt.api import translate

tr = partial(translate, "pixelwatt_example")
