"""What the subcommands print: one JSON document on stdout, progress on stderr."""

from __future__ import annotations

import json
import sys
from time import monotonic
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .core.conversion import Tell

_PROGRESS_EVERY_S = 0.5


def print_json(document: Any) -> None:
    """Exactly one JSON document on stdout."""
    print(json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False))


def progress_line() -> Tell:
    """A `Tell` that keeps one line of stderr up to date, if it is a terminal."""
    last = 0.0

    def tell(done: float | None, text: str) -> None:
        nonlocal last
        now = monotonic()
        if now - last < _PROGRESS_EVERY_S:
            return
        last = now
        share = "     " if done is None else f"{done:4.0%} "
        if sys.stderr.isatty():
            print(f"\r\x1b[K{share}{text}", end="", file=sys.stderr, flush=True)
        else:
            print(f"{share}{text}", file=sys.stderr, flush=True)

    return tell


def end_progress_line() -> None:
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)
