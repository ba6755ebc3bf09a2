"""Everything a Pixelwatt plugin may import: markers, frozen dataclasses, protocols.

A plugin describes what it brings as data and names its code as ``"module:attribute"``;
the shell imports that code when it is first needed. Nothing here imports Qt, so a
plugin's ``core`` and its command line work without a display. The few pieces that need
Qt (themed plots, badges, empty states) are in :mod:`pixelwatt.api_qt`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol, TypeVar, runtime_checkable

import pluggy

from pixelwatt.files import replacing, write_atomic
from pixelwatt.text import tr_noop, translate

__all__ = [
    "API_VERSION", "Area", "Autosave", "Available", "Cancelled", "Claim", "ClaimResult",
    "CliCommand", "Command", "Context", "Diagnostic", "DiagnosticItem", "Exporter", "Figure",
    "FrameSample", "Job", "Jobs", "Level", "NoticeAction", "Opener", "Panel", "PowerSample",
    "Problem", "Progress", "Services", "Settings", "SettingsPage", "Source", "Status", "Storage",
    "Telemetry", "Theme", "Unavailable", "Unsubscribe", "UsageError", "Verdict", "hookimpl",
    "replacing", "setting", "tr_noop", "translate", "write_atomic",
]  # fmt: skip

API_VERSION = 1
"""Raised when a change would break a plugin written for the version before."""

hookimpl = pluggy.HookimplMarker("pixelwatt")
"""Marks a function of a plugin as the implementation of the hook it is named after."""

T = TypeVar("T")
Reference = str
"""``"package.module:attribute"``, imported when first used."""
Unsubscribe = Callable[[], None]


# -- Errors a person is meant to read ----------------------------------------------------


class Problem(Exception):
    """Work that failed for a reason the user can act on.

    ``what`` says what is wrong and with which input, ``remedy`` what to do about it. The
    command line prints both on one line and exits with 1; the window shows a notice.
    """

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(f"{what} {remedy}".strip())
        self.what = what
        self.remedy = remedy


class UsageError(Problem):
    """A command line that cannot be meant: exits with 2."""


class Cancelled(Exception):
    """Raised inside a job's work by :meth:`Progress.check` after its Cancel was pressed."""


# -- Things that may be missing, and figures with their source ---------------------------


@dataclass(frozen=True, slots=True)
class Available:
    """What a probe found, in words: ``Available("NVIDIA RTX 4090, driver 580.1")``."""

    detail: str = ""


@dataclass(frozen=True, slots=True)
class Unavailable:
    """Why something cannot be used here, and how to get it."""

    reason: str
    remedy: str = ""


class Status(StrEnum):
    """How far a figure can be trusted, from best to least."""

    MEASURED = "measured"
    PUBLISHED = "published"
    ANNOUNCED = "announced"
    ESTIMATED = "estimated"
    ESSAY = "essay"
    USER = "user"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure or a claim comes from."""

    title: str
    url: str = ""
    date: str = ""
    """ISO 8601, as precise as it is known: ``"2026-04-07"`` or ``"2025"``."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit, its bounds and its source. ``value=None`` means unknown."""

    value: float | None
    unit: str
    status: Status
    source: Source
    low: float | None = None
    high: float | None = None
    note: str = ""


# -- Contributions, one dataclass for each hook -------------------------------------------


class Area(StrEnum):
    """Where a panel opens the first time; afterwards it stays where the user put it."""

    LEFT = "left"
    RIGHT = "right"
    BOTTOM = "bottom"
    CENTER = "center"


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A dock panel, built when it is first shown.

    ``view`` names a callable ``(context: Context) -> QWidget``. When the window closes, the
    shell calls the widget's ``close()``. A widget may define ``content_ready() -> bool``:
    ``pixelwatt --screenshot`` waits for it, at most some seconds.
    """

    id: str
    title: str
    view: Reference
    icon: str = ""
    """A name of ``pixelwatt_resources/icons`` or ``"package:path/in/package.svg"``."""
    area: Area = Area.CENTER
    description: str = ""
    open_at_first_start: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One action: it appears in its menu, in the toolbar and in the command palette.

    ``run`` names a callable ``(context: Context) -> None``; ``enabled_when`` and ``checked``
    name callables ``(context: Context) -> bool``, asked whenever a menu or palette opens.
    """

    id: str
    title: str
    run: Reference
    category: str = ""
    menu: str = ""
    """A path of menu titles, for example ``"View/Comparison"``; empty: palette only."""
    keys: str = ""
    """Default key sequence in Qt's portable text, for example ``"Ctrl+Shift+P"``."""
    icon: str = ""
    toolbar: bool = False
    palette: bool = True
    enabled_when: Reference = ""
    checked: Reference = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsPage:
    """A page of the settings dialog: a frozen dataclass whose fields were made by `setting`.

    ``migrations[n]`` turns the stored mapping of version ``n`` into that of ``n + 1``.
    """

    id: str
    title: str
    schema: type[Any]
    version: int = 1
    migrations: Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]] = dataclasses.field(
        default_factory=dict
    )


def setting(
    default: Any,
    *,
    label: str,
    help: str = "",
    choices: Sequence[tuple[Any, str]] = (),
    minimum: float | None = None,
    maximum: float | None = None,
    suffix: str = "",
) -> Any:
    """Declare one field of a settings schema: its default, its label and what is allowed."""
    metadata = {
        "label": label, "help": help, "choices": tuple(choices),
        "minimum": minimum, "maximum": maximum, "suffix": suffix,
    }  # fmt: skip
    return dataclasses.field(default=default, metadata=metadata)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opener:
    """A kind of file a plugin opens: from File > Open, drag and drop, or an argument.

    ``open`` names a callable ``(context: Context, paths: Sequence[Path]) -> None``. Where a
    suffix has several meanings (``.csv``), ``sniff`` names a callable
    ``(path: Path, head: bytes) -> bool`` that looks at the first 64 KiB; the opener of
    highest ``priority`` whose sniff agrees wins.
    """

    id: str
    title: str
    patterns: tuple[str, ...]
    open: Reference
    mime_types: tuple[str, ...] = ()
    sniff: Reference = ""
    priority: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Exporter:
    """A format for File > Export.

    ``accepts`` names ``(context) -> bool``, ``write`` names ``(context, path: Path) -> None``.
    """

    id: str
    title: str
    suffixes: tuple[str, ...]
    accepts: Reference
    write: Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class CliCommand:
    """A subcommand of ``pixelwatt``. Neither callable may import Qt.

    ``add_arguments`` names ``(parser: argparse.ArgumentParser) -> None``; ``run`` names
    ``(args: argparse.Namespace) -> int``, the exit code. Raise `Problem` for work that
    failed and `UsageError` for arguments that cannot be meant.
    """

    name: str
    help: str
    add_arguments: Reference
    run: Reference


class Verdict(StrEnum):
    """What the arithmetic says of a claim."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    UNDECIDABLE = "undecidable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A statement of the essays, and the code that checks it.

    ``check`` names ``() -> ClaimResult`` (no Qt, fast). ``experiment``, where there is one,
    names ``(context: Context, finished: Callable[[ClaimResult], None]) -> None``, which runs
    it on what the panel shows and calls ``finished`` on the UI thread.
    """

    id: str
    statement: str
    statement_zh: str
    source: Source
    check: Reference
    topic: str = ""
    experiment: Reference = ""
    experiment_title: str = ""


@dataclass(frozen=True, slots=True)
class ClaimResult:
    """A verdict with the arithmetic it rests on, written so that a reader can redo it."""

    verdict: Verdict
    arithmetic: str
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class DiagnosticItem:
    """One line of ``pixelwatt doctor``."""

    name: str
    state: Available | Unavailable


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """A section of ``pixelwatt doctor``; ``collect`` names ``() -> list[DiagnosticItem]``."""

    id: str
    title: str
    collect: Reference


# -- What a plugin is given ---------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FrameSample:
    """A frame that was presented. ``presented_ns`` is of ``time.perf_counter_ns``."""

    source: str
    presented_ns: int
    compute_ms: float
    width: int
    height: int
    skipped: int = 0
    """Frames of the source passed over since the frame before."""
    latency_ms: float | None = None
    """From the frame's capture or decode to its paint."""


@dataclass(frozen=True, slots=True)
class PowerSample:
    """Mean power of one scope over ``window_s`` seconds ending at ``at_ns`` (perf_counter_ns)."""

    scope: str
    at_ns: int
    watts: float
    window_s: float
    bound_watts: float | None = None


class Telemetry(Protocol):
    """Samples published by anyone, for anyone. Callbacks run on the publisher's thread."""

    def publish(self, sample: FrameSample | PowerSample) -> None: ...
    def subscribe(self, kind: type[T], callback: Callable[[T], None]) -> Unsubscribe: ...


class Progress(Protocol):
    """Handed to a job's work, on the worker thread."""

    def report(self, fraction: float | None, text: str = "") -> None: ...
    def check(self) -> None:
        """Raise `Cancelled` if Cancel was pressed. Call it at least every 100 ms."""

    @property
    def cancelled(self) -> bool: ...


class Job(Protocol):
    """A running job; `cancel` is cooperative, through `Progress.check`."""

    def cancel(self) -> None: ...
    @property
    def running(self) -> bool: ...


class Jobs(Protocol):
    """Runs work off the UI thread and delivers what came of it on the UI thread.

    Without ``failed``, an error becomes a notice. ``quiet`` keeps short routine work out of
    the job list.
    """

    def start(
        self,
        title: str,
        work: Callable[[Progress], T],
        *,
        done: Callable[[T], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
        quiet: bool = False,
    ) -> Job: ...


class Settings(Protocol):
    """The stored values of a schema; a value that does not fit falls back to its default."""

    def get(self, schema: type[T]) -> T: ...
    def put(self, value: object) -> None: ...
    def subscribe(self, schema: type[T], callback: Callable[[T], None]) -> Unsubscribe: ...


class Autosave(Protocol):
    """Keeps a document's text safe: after `touch`, it is on disk within 5 seconds."""

    def touch(self) -> None: ...
    def restore(self) -> str | None:
        """The text an earlier run left behind, or None."""

    def clear(self) -> None:
        """Forget it: the document was saved under its own name, or closed."""


class Storage(Protocol):
    """Folders of this plugin's own; each exists."""

    @property
    def data(self) -> Path: ...
    @property
    def cache(self) -> Path: ...
    @property
    def documents(self) -> Path: ...
    def autosave(self, name: str, dump: Callable[[], str]) -> Autosave: ...


class Services(Protocol):
    """Objects that plugins offer each other by name; documented in docs/plugin-guide.md."""

    def provide(self, name: str, service: object) -> Unsubscribe: ...
    def get(self, name: str) -> Any | None: ...


class Level(StrEnum):
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class NoticeAction:
    title: str
    run: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as ``#rrggbb``. The data colours hold their meaning in every panel."""

    dark: bool
    window: str
    surface: str
    text: str
    muted: str
    grid: str
    accent: str
    """Upscaled, chosen, ours."""
    native: str
    """The original, the baseline."""
    power: str
    good: str
    bad: str
    warning: str
    series: tuple[str, ...]
    """Further data colours, told apart by the colour-blind; use them in order."""


@runtime_checkable
class Context(Protocol):
    """What the shell gives each plugin. All of it may be used on the UI thread only,
    except `telemetry.publish` and what is said to be of another thread.
    """

    jobs: Jobs
    settings: Settings
    storage: Storage
    telemetry: Telemetry
    services: Services

    @property
    def theme(self) -> Theme: ...
    @property
    def language(self) -> str:
        """``"en"`` or ``"zh_CN"``."""

    def subscribe_theme(self, callback: Callable[[Theme], None]) -> Unsubscribe: ...
    def notify(
        self,
        text: str,
        *,
        level: Level = Level.INFO,
        detail: str = "",
        actions: Sequence[NoticeAction] = (),
    ) -> None:
        """Show a notice that does not block."""

    def open(self, paths: Sequence[Path]) -> None:
        """Open files as File > Open does, with whichever plugin opens them."""

    def show_panel(self, panel_id: str) -> Any:
        """Bring a panel to the front, building it if need be, and return its widget."""

    def panel(self, panel_id: str) -> Any | None:
        """A panel's widget if it was built, else None."""
