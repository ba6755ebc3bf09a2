"""Translation without Qt: the shell installs Qt's translator, the command line none."""

from __future__ import annotations

from collections.abc import Callable

Backend = Callable[[str, str], str]


def _untranslated(_context: str, text: str) -> str:
    return text


_backend: Backend = _untranslated


def translate(context: str, text: str, /, **values: object) -> str:
    """Return ``text`` in the user's language with ``{name}`` fields filled from ``values``.

    ``context`` is the package the text belongs to. Each package has its own
    ``tr = functools.partial(translate, "the_package")``, and only literal texts are passed to
    it, because that is how they are found for translation.
    """
    translated = _backend(context, text)
    return translated.format(**values) if values else translated


def tr_noop(text: str) -> str:
    """Mark a literal for translation where it is declared; the shell translates it when shown."""
    return text


def install_backend(backend: Backend) -> None:
    """Send every later `translate` through ``backend(context, text)``."""
    global _backend
    _backend = backend
