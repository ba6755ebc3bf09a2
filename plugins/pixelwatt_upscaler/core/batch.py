"""A queue of files: pause, cancel, and one bad file never stops the others."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from pixelwatt.api import Cancelled, Problem
from pixelwatt_upscaler.text import tr

from . import pictures, video
from .conversion import Report, Settings, convert

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_MEDIA = (*pictures.SUFFIXES, *video.SUFFIXES)


@dataclass(frozen=True, slots=True)
class Task:
    source: Path
    target: Path


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one task: a report, a problem, or nothing to do."""

    task: Task
    report: Report | None = None
    problem: Problem | None = None
    skipped: bool = False

    def to_json(self) -> dict[str, Any]:
        state = "skipped" if self.skipped else "failed" if self.problem else "done"
        return {
            "input": str(self.task.source),
            "output": str(self.task.target),
            "state": state,
            "problem": str(self.problem) if self.problem else None,
            "report": self.report.to_json() if self.report else None,
        }


@dataclass(frozen=True, slots=True)
class BatchProgress:
    """Where the queue is. ``remaining_s`` is estimated from what was done so far."""

    done: int
    total: int
    fraction: float
    text: str
    remaining_s: float | None


class Gate:
    """Pauses work: closed, everybody who passes waits until it opens."""

    def __init__(self) -> None:
        self._open = threading.Event()
        self._open.set()

    @property
    def paused(self) -> bool:
        return not self._open.is_set()

    def pause(self) -> None:
        self._open.clear()

    def resume(self) -> None:
        self._open.set()

    def wait(self, check: Callable[[], None] = lambda: None) -> None:
        """Return once open; ``check`` is called every 0.1 s and may raise."""
        while not self._open.wait(0.1):
            check()


def tasks_of(
    inputs: Sequence[Path], folder: Path, suffix: str = "", picture_suffix: str = ""
) -> list[Task]:
    """One task for each picture and video; folders are searched, their shape is kept.

    ``suffix`` is put behind each name; ``picture_suffix`` (".png") changes pictures' format.
    Raises `Problem` if nothing is found or two inputs would write one file.
    """
    found: list[Task] = []
    for given in inputs:
        root = given if given.is_dir() else given.parent
        files = sorted(given.rglob("*")) if given.is_dir() else [given]
        for path in files:
            if given.is_dir() and (path.suffix.lower() not in _MEDIA or not path.is_file()):
                continue
            name = path.relative_to(root)
            still = path.suffix.lower() in pictures.SUFFIXES
            ending = picture_suffix if picture_suffix and still else path.suffix
            found.append(Task(path, folder / name.with_name(name.stem + suffix + ending)))
    if not found:
        raise Problem(
            tr("There are no pictures or videos in {inputs}.",
               inputs=", ".join(str(each) for each in inputs)),
            tr("Name files or a folder that holds some."),
        )  # fmt: skip
    _refuse_collisions(found)
    return found


def run(
    tasks: Sequence[Task],
    settings: Settings,
    tell: Callable[[BatchProgress], None],
    *,
    overwrite: bool = False,
    gate: Gate | None = None,
) -> list[Outcome]:
    """Convert one after another. A `Problem` is kept in the outcome; `Cancelled` stops all.

    Files that exist are skipped unless ``overwrite``, so that an interrupted batch goes on where
    it was: what is under its final name is whole.
    """
    gate = gate or Gate()
    clock = _Clock(sum(overwrite or not task.target.exists() for task in tasks))
    outcomes: list[Outcome] = []
    for index, task in enumerate(tasks):

        def report(fraction: float | None, text: str, index: int = index) -> None:
            share = (index + (fraction or 0.0)) / len(tasks)
            tell(BatchProgress(index, len(tasks), share, text, clock.left(fraction or 0.0)))
            if gate.paused:
                with clock.stopped():
                    gate.wait(
                        lambda: tell(BatchProgress(index, len(tasks), share, tr("Paused"), None))
                    )

        report(0.0, task.source.name)
        outcome = _converted(task, settings, report, overwrite)
        outcomes.append(outcome)
        if not outcome.skipped:
            clock.done += 1
    tell(BatchProgress(len(tasks), len(tasks), 1.0, tr("Done"), 0.0))
    return outcomes


class _Clock:
    """Estimates the time that is left from the files that were made, pauses not counted."""

    def __init__(self, files: int) -> None:
        self._files = files
        self._started = monotonic()
        self.done = 0

    def left(self, fraction: float) -> float | None:
        """Seconds, with ``fraction`` of the present file made; None until some of it is."""
        made = self.done + fraction
        if made <= 0:
            return None
        return (monotonic() - self._started) * max(0.0, self._files - made) / made

    @contextmanager
    def stopped(self) -> Iterator[None]:
        since = monotonic()
        try:
            yield
        finally:
            self._started += monotonic() - since


def _converted(
    task: Task,
    settings: Settings,
    report: Callable[[float | None, str], None],
    overwrite: bool,
) -> Outcome:
    if task.target.exists() and not overwrite:
        return Outcome(task, skipped=True)
    try:
        task.target.parent.mkdir(parents=True, exist_ok=True)
        return Outcome(task, report=convert(task.source, task.target, settings, report))
    except Cancelled:
        raise
    except Problem as problem:
        return Outcome(task, problem=problem)
    except OSError as error:
        remedy = tr("Choose a folder that you may write to.")
        return Outcome(task, problem=Problem(str(error), remedy))


def _refuse_collisions(tasks: Sequence[Task]) -> None:
    seen: dict[Path, Path] = {}
    for task in tasks:
        other = seen.setdefault(task.target, task.source)
        if other != task.source:
            raise Problem(
                tr("{first} and {second} would both become {target}.",
                   first=other, second=task.source, target=task.target),
                tr("Run them apart, or into different folders."),
            )  # fmt: skip
        if task.target.exists() and task.source.exists() and task.source.samefile(task.target):
            raise Problem(
                tr("{path} would be written over itself.", path=task.source),
                tr("Choose another folder, or a --suffix."),
            )
