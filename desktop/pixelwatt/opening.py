"""Which plugin opens a file: by the pattern of its name, then by a look at its first bytes."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from pixelwatt.api import Opener, Problem
from pixelwatt.plugin_host import Contributed, PluginHost
from pixelwatt.ui_text import tr

HEAD_BYTES = 65536
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Opening:
    """Files that go to one opener together."""

    opener: Contributed[Opener]
    paths: tuple[Path, ...]


def sort_out(host: PluginHost, paths: Sequence[Path]) -> tuple[list[Opening], list[Problem]]:
    """Group ``paths`` by the opener that takes each; the rest with what is wrong with them.

    Reads the head of each file: run it off the UI thread.
    """
    groups: dict[str, list[Path]] = {}
    openers: dict[str, Contributed[Opener]] = {}
    problems: list[Problem] = []
    for path in paths:
        try:
            chosen = choose(host, path)
        except Problem as problem:
            problems.append(problem)
            continue
        openers[chosen.item.id] = chosen
        groups.setdefault(chosen.item.id, []).append(path)
    return [Opening(openers[name], tuple(group)) for name, group in groups.items()], problems


def choose(host: PluginHost, path: Path) -> Contributed[Opener]:
    """The opener of highest priority whose pattern fits and whose sniff agrees.

    Raises Problem when the file cannot be read or nobody opens it.
    """
    openers = host.collect("pixelwatt_openers")
    fitting = [c for c in openers if _matches(path, c.item)]
    head = read_head(path)
    # A sort is stable: equal priorities stay in order of plugin name. An opener that looked
    # into the file knows more than one that saw only its name.
    ranked = sorted(fitting, key=lambda c: (-c.item.priority, not c.item.sniff))
    for contributed in ranked:
        if _agrees(host, contributed, path, head):
            return contributed
    raise Problem(
        tr("{name} is no file that Pixelwatt can open.", name=path.name),
        tr("It opens {patterns}.", patterns=" ".join(patterns(openers))) if openers else "",
    )


def read_head(path: Path) -> bytes:
    """The first 64 KiB. Raises Problem with what is wrong and what to do."""
    try:
        with path.open("rb") as file:
            return file.read(HEAD_BYTES)
    except FileNotFoundError:
        raise Problem(
            tr("There is no file {path}.", path=path), tr("Check its name and folder.")
        ) from None
    except IsADirectoryError:
        raise Problem(tr("{path} is a folder.", path=path), tr("Choose a file in it.")) from None
    except PermissionError:
        raise Problem(
            tr("{path} may not be read.", path=path), tr("Ask for the right to read it.")
        ) from None
    except OSError as error:
        raise Problem(
            tr("{path} cannot be read: {error}.", path=path, error=error),
            tr("Copy it to this computer and try again."),
        ) from error


def patterns(openers: Sequence[Contributed[Opener]]) -> list[str]:
    return list(dict.fromkeys(p for c in openers for p in c.item.patterns))


def dialog_filters(
    openers: Sequence[Contributed[Opener]], title: Callable[[Contributed[Opener]], str]
) -> str:
    """The filters of a file dialog: everything that can be opened, then each kind."""
    everything = " ".join(patterns(openers))
    filters = [f"{tr('All that can be opened')} ({everything})"] if everything else []
    filters += [f"{title(c)} ({' '.join(c.item.patterns)})" for c in openers]
    return ";;".join([*filters, f"{tr('All files')} (*)"])


def _matches(path: Path, opener: Opener) -> bool:
    name = path.name.lower()
    return any(fnmatch(name, pattern.lower()) for pattern in opener.patterns)


def _agrees(host: PluginHost, contributed: Contributed[Opener], path: Path, head: bytes) -> bool:
    if not contributed.item.sniff:
        return True
    try:
        return bool(host.resolve(contributed.item.sniff)(path, head))
    except Exception:
        # One that cannot bear the bytes does not open the file; another may.
        _log.exception("The sniff of %s raised on %s", contributed.item.id, path)
        return False
