"""Samples handed from whoever measures to whoever listens, on the measuring thread."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from pixelwatt import api

T = TypeVar("T")
_log = logging.getLogger(__name__)


class Telemetry:
    """Implements `api.Telemetry`. Publishing costs one tuple read when nobody listens."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        # Replaced as a whole, so that publish can read it without the lock.
        self._subscribers: dict[type[Any], tuple[Callable[[Any], None], ...]] = {}

    def publish(self, sample: api.FrameSample | api.PowerSample) -> None:
        for callback in self._subscribers.get(type(sample), ()):
            try:
                callback(sample)
            except Exception:
                _log.exception("A telemetry subscriber raised; it is dropped.")
                self._drop(type(sample), callback)

    def subscribe(self, kind: type[T], callback: Callable[[T], None]) -> api.Unsubscribe:
        with self._lock:
            self._subscribers = {
                **self._subscribers,
                kind: (*self._subscribers.get(kind, ()), callback),
            }
        return lambda: self._drop(kind, callback)

    def _drop(self, kind: type[Any], callback: Callable[[Any], None]) -> None:
        with self._lock:
            kept = tuple(c for c in self._subscribers.get(kind, ()) if c is not callback)
            self._subscribers = {**self._subscribers, kind: kept}
