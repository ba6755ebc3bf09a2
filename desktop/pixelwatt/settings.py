"""The stored settings: one TOML file, one table per page, each read field by field.

A value that does not fit its field falls back to that field's default and is reported; the
rest of the page and of the file is kept. Tables of plugins that are not loaded are kept too.
"""

from __future__ import annotations

import dataclasses
import enum
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import tomli_w

from pixelwatt import api

T = TypeVar("T")


class SettingsStore:
    """Implements `api.Settings` over one file."""

    def __init__(self, path: Path, write: Callable[[Path, str], None] = api.write_atomic) -> None:
        """``write(path, text)`` stores the file; the window passes one that does not wait."""
        self._path = path
        self._write = write
        self._pages: dict[type[Any], api.SettingsPage] = {}
        self._values: dict[type[Any], Any] = {}
        self._listeners: dict[type[Any], list[Callable[[Any], None]]] = {}
        self.problems: list[str] = []
        """What of the file could not be used, in words for the user."""
        self._tables = self._read()

    @property
    def pages(self) -> tuple[api.SettingsPage, ...]:
        return tuple(self._pages.values())

    def register(self, page: api.SettingsPage) -> None:
        """Make a page's schema known and read its stored values."""
        self._pages[page.schema] = page
        table = dict(self._tables.get(page.id, {}))
        table = self._migrate(page, table)
        self._values[page.schema] = self._fit(page, table)

    def get(self, schema: type[T]) -> T:
        """The present values. Raises KeyError for a schema no page was registered with."""
        value: T = self._values[schema]
        return value

    def put(self, value: object) -> None:
        """Store a changed schema instance and tell its subscribers.

        Raises ValueError, and stores nothing, when a field is out of its declared range.
        """
        schema: type[Any] = type(value)
        page = self._pages[schema]
        for field in dataclasses.fields(schema):
            fit(field, getattr(value, field.name))
        if value == self._values[schema]:
            return
        self._values[schema] = value
        self._tables[page.id] = {
            "version": page.version,
            **{f.name: _plain(getattr(value, f.name)) for f in dataclasses.fields(schema)},
        }
        self._write(self._path, tomli_w.dumps(self._tables))
        for listener in tuple(self._listeners.get(schema, ())):
            listener(value)

    def subscribe(self, schema: type[T], callback: Callable[[T], None]) -> api.Unsubscribe:
        listeners = self._listeners.setdefault(schema, [])
        listeners.append(callback)
        return lambda: listeners.remove(callback)

    def _read(self) -> dict[str, dict[str, Any]]:
        try:
            stored = tomllib.loads(self._path.read_text("utf-8"))
        except FileNotFoundError:
            return {}
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
            self._set_aside(error)
            return {}
        return {key: table for key, table in stored.items() if isinstance(table, dict)}

    def _set_aside(self, error: Exception) -> None:
        aside = self._path.with_suffix(".unreadable.toml")
        try:
            self._path.replace(aside)
            kept = f"It was kept as {aside.name}."
        except OSError:
            kept = ""
        self.problems.append(f"The settings file could not be read ({error}). {kept}".strip())

    def _migrate(self, page: api.SettingsPage, table: dict[str, Any]) -> dict[str, Any]:
        version = table.pop("version", page.version)
        if not isinstance(version, int) or version > page.version:
            self.problems.append(
                f"Settings of {page.id!r} were written by a newer version; "
                f"what is understood of them is used."
            )
            return table
        for step in range(version, page.version):
            migration = page.migrations.get(step)
            try:
                table = migration(table) if migration else table
            except Exception as error:
                self.problems.append(
                    f"Settings of {page.id!r} could not be brought from version {step} "
                    f"to {step + 1} ({error}); defaults are used."
                )
                return {}
        return table

    def _fit(self, page: api.SettingsPage, table: dict[str, Any]) -> Any:
        values: dict[str, Any] = {}
        for field in dataclasses.fields(page.schema):
            if field.name not in table:
                continue
            try:
                values[field.name] = fit(field, table[field.name])
            except ValueError as error:
                self.problems.append(f"{page.id}.{field.name}: {error} The default is used.")
        return page.schema(**values)


def fit(field: dataclasses.Field[Any], value: Any) -> Any:
    """Return ``value`` as the type of the field's default.

    Raises ValueError with what is allowed when it is of another type, out of range, or not
    among the choices.
    """
    default = field.default
    if isinstance(default, enum.Enum):
        try:
            value = type(default)(value)
        except ValueError:
            allowed = ", ".join(str(member.value) for member in type(default))
            raise ValueError(f"{value!r} is none of {allowed}.") from None
    elif isinstance(default, bool) or isinstance(value, bool):
        if not (isinstance(default, bool) and isinstance(value, bool)):
            raise ValueError(f"{value!r} is not {_type_name(default)}.")
    elif isinstance(default, float) and isinstance(value, int | float):
        value = float(value)
    elif isinstance(default, tuple) and isinstance(value, list | tuple):
        value = tuple(value)
    elif not isinstance(value, type(default)):
        raise ValueError(f"{value!r} is not {_type_name(default)}.")
    _check_range(field, value)
    return value


def _check_range(field: dataclasses.Field[Any], value: Any) -> None:
    minimum, maximum = field.metadata.get("minimum"), field.metadata.get("maximum")
    if minimum is not None and value < minimum:
        raise ValueError(f"{value!r} is below {minimum}.")
    if maximum is not None and value > maximum:
        raise ValueError(f"{value!r} is above {maximum}.")
    choices = [choice for choice, _label in field.metadata.get("choices", ())]
    if choices and value not in choices:
        raise ValueError(f"{value!r} is none of {', '.join(map(str, choices))}.")


def _type_name(default: Any) -> str:
    names = {bool: "true or false", int: "a whole number", float: "a number", str: "a text"}
    return names.get(type(default), f"a {type(default).__name__}")


def _plain(value: Any) -> Any:
    if isinstance(value, enum.Enum):
        return value.value
    return list(value) if isinstance(value, tuple) else value
