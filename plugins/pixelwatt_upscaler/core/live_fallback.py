"""What the live view goes on with when a method fails while running."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pixelwatt_upscaler.text import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from .frames import Frame
    from .methods import Notice
    from .pipeline import Pipeline

FALLBACK_METHOD = "bicubic"


def working_methods(
    methods: tuple[str, ...],
    frame: Frame,
    new_pipeline: Callable[[tuple[str, ...]], Pipeline],
    tell: Notice,
) -> tuple[str, ...]:
    """Try each method alone on ``frame``; a filter takes the place of those that fail.

    ``tell`` hears which failed and why. The same methods again mean that none fails alone. Raises
    what the filter itself raises.
    """
    kept: list[str] = []
    for method in methods:
        alone = new_pipeline((method,))
        try:
            alone.process(frame)
            kept.append(method)
        except Exception as reason:  # whatever a runtime raises, the view goes on
            if method == FALLBACK_METHOD:
                raise
            tell(
                tr(
                    "{method} failed and bicubic takes its place: {reason}",
                    method=method,
                    reason=reason,
                )
            )
        finally:
            alone.close()
    if len(kept) < len(methods) and FALLBACK_METHOD not in kept:
        kept.append(FALLBACK_METHOD)
    return tuple(kept)
