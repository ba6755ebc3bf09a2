"""Named objects by which plugins work together without importing each other."""

from __future__ import annotations

from typing import Any

from pixelwatt import api


class Services:
    """Implements `api.Services`."""

    def __init__(self) -> None:
        self._provided: dict[str, object] = {}

    def provide(self, name: str, service: object) -> api.Unsubscribe:
        """Offer ``service`` under ``name``. Raises ValueError if the name is taken."""
        if name in self._provided:
            raise ValueError(f"The service {name!r} is already provided.")
        self._provided[name] = service
        return lambda: self._withdraw(name, service)

    def get(self, name: str) -> Any | None:
        return self._provided.get(name)

    def _withdraw(self, name: str, service: object) -> None:
        if self._provided.get(name) is service:
            del self._provided[name]
