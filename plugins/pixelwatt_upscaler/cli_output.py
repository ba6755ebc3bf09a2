"""What the subcommands print: one JSON document on stdout, progress on stderr."""

from __future__ import annotations

import json
import sys
from time import monotonic
from typing import TYPE_CHECKING, Any

from pixelwatt_upscaler.text import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from .core.conversion import Tell

_PROGRESS_EVERY_S = 0.5
_ESTIMATE_AFTER_S = 2.0


def print_json(document: Any) -> None:
    """Exactly one JSON document on stdout."""
    print(json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False))


def paced() -> Callable[[], bool]:
    """A function that is true as often as progress is worth a line, beginning with the first."""
    last = -_PROGRESS_EVERY_S

    def due() -> bool:
        nonlocal last
        now = monotonic()
        if now - last < _PROGRESS_EVERY_S:
            return False
        last = now
        return True

    return due


def progress_line() -> Tell:
    """A `Tell` that keeps one line of stderr up to date, with an estimate of what is left."""
    due, started = paced(), monotonic()

    def tell(done: float | None, text: str) -> None:
        if not due():
            return
        spent, left = monotonic() - started, None
        if done and spent > _ESTIMATE_AFTER_S:
            left = spent / done - spent
        show_progress(done, text, left)

    return tell


def show_progress(done: float | None, text: str, left_s: float | None) -> None:
    """One line on stderr, over the last one if it is a terminal."""
    share = "     " if done is None else f"{done:4.0%} "
    estimate = "" if left_s is None else tr(", {time} left", time=_duration(left_s))
    line = f"{share}{text}{estimate}"
    if sys.stderr.isatty():
        print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)
    else:
        print(line, file=sys.stderr, flush=True)


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return tr("{hours} h {minutes} min", hours=hours, minutes=minutes)
    if minutes:
        return tr("{minutes} min {seconds} s", minutes=minutes, seconds=rest)
    return tr("{seconds} s", seconds=rest)


def end_progress_line() -> None:
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)
