"""The open plan: its edits and undo, its file and autosave, and its estimate."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from pixelwatt.api import Cancelled, Context, Job, Level, Problem, Progress, write_atomic
from pixelwatt_video_budget.core.estimate import Estimate, estimate
from pixelwatt_video_budget.core.example import example_plan
from pixelwatt_video_budget.core.plan import Plan, Scenario, Shot, apply_scenario
from pixelwatt_video_budget.core.plan_reader import parse_plan, read_plan
from pixelwatt_video_budget.core.plan_writer import PlanWriter
from pixelwatt_video_budget.core.price_book import PriceBook, shipped_book
from pixelwatt_video_budget.core.pricing import Unpriced
from pixelwatt_video_budget.text import tr


class PlanEdit(QUndoCommand):
    """From one plan to the next; edits of the same kind in a row undo as one."""

    def __init__(self, document: Document, before: Plan, after: Plan, text: str, kind: int) -> None:
        super().__init__(text)
        self._document = document
        self._before = before
        self._after = after
        self._kind = kind

    def id(self) -> int:
        return self._kind

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, PlanEdit) or other._kind != self._kind or self._kind < 0:
            return False
        self._after = other._after
        return True

    def undo(self) -> None:
        self._document._show(self._before)

    def redo(self) -> None:
        self._document._show(self._after)


class Document(QObject):
    """Holds the plan. Everything on the UI thread; estimating runs as a quiet job."""

    plan_changed = Signal()
    estimate_changed = Signal()
    scenarios_changed = Signal()
    file_changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.plan = Plan()
        self.path: Path | None = None
        self.is_example = False
        self.estimate: Estimate | None = None
        self.scenario_estimates: tuple[tuple[Scenario, Estimate], ...] = ()
        self.problem = ""
        self.reading_warnings: tuple[str, ...] = ()
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(500)
        self.today: Callable[[], date] = date.today
        self._writer = PlanWriter()
        self._autosave = context.storage.autosave("plan", lambda: self._writer.write(self.plan))
        self._job: Job | None = None
        self._estimated_plan: Plan | None = None
        self._closed = False
        self._compares = False

    # -- The plan -----------------------------------------------------------------------------

    @property
    def book(self) -> PriceBook:
        """The shipped book with the plan's own rows."""
        return shipped_book().with_own(self.plan.prices)

    def open_first(self) -> None:
        """Show what an earlier run left unsaved, else the example."""
        text = self._autosave.restore()
        if text:
            try:
                plan, warnings = parse_plan(text)
            except Problem as problem:
                self.context.notify(str(problem), level=Level.WARNING)
            else:
                self.reset(plan, None, warnings)
                return
        self.reset(example_plan(), None)
        self.is_example = True

    def reset(self, plan: Plan, path: Path | None, warnings: Sequence[str] = ()) -> None:
        """Show another plan; its undo history begins here."""
        self.undo_stack.clear()
        self.path = path
        self.is_example = False
        self.reading_warnings = tuple(warnings)
        self._show(plan)
        self.file_changed.emit()

    def edit(self, plan: Plan, text: str, kind: int = -1) -> None:
        """Make ``plan`` the current one, undoable as ``text``."""
        if plan != self.plan:
            self.is_example = False
            self.undo_stack.push(PlanEdit(self, self.plan, plan, text, kind))

    def change(self, text: str, kind: int = -1, **fields: Any) -> None:
        """Edit fields of the plan."""
        self.edit(dataclasses.replace(self.plan, **fields), text, kind)

    def edit_shots(self, shots: Sequence[Shot], text: str) -> None:
        self.edit(self.plan.with_shots(shots), text)

    def edit_shot(self, index: int, shot: Shot, text: str) -> None:
        shots = list(self.plan.shots)
        shots[index] = shot
        self.edit_shots(shots, text)

    def waiting_prices(self) -> list[str]:
        """Price rows that shots wait for, because they are stale or retired."""
        shots = () if self.estimate is None else self.estimate.shots
        rows = [s.priced.row.id for s in shots if isinstance(s.priced, Unpriced) and s.priced.row]
        return list(dict.fromkeys(rows))

    def confirm_prices(self, rows: Sequence[str]) -> None:
        """Count these price rows from now on, noting the day."""
        day = self.today().isoformat()
        confirmed = {**self.plan.confirmed, **dict.fromkeys(rows, day)}
        self.change(tr("Confirm price"), confirmed=confirmed)

    def _show(self, plan: Plan) -> None:
        self.plan = plan
        if not self._closed:
            self._autosave.touch()
            self.plan_changed.emit()
            self.recompute()

    # -- The estimate -------------------------------------------------------------------------

    def recompute(self) -> None:
        """Estimate the current plan off the UI thread; only the newest plan matters."""
        if self._job is not None and self._job.running:
            self._job.cancel()
            return
        plan, book, today = self.plan, shipped_book(), self.today()
        earlier, writer = self.estimate, self._writer

        def work(progress: Progress) -> Estimate:
            result = estimate(plan, book, today, check=progress.check, earlier=earlier)
            # Autosave asks for the text on the UI thread; by then it is worked out.
            writer.write(plan)
            return result

        self._estimated_plan = plan
        self._job = self.context.jobs.start(
            tr("Estimating"),
            work,
            done=self._take,
            failed=self._fail,
            quiet=True,
        )

    def _take(self, result: Estimate) -> None:
        self._job = None
        if self._closed:
            return
        if self._estimated_plan is not self.plan:
            self.recompute()
            return
        self.estimate, self.problem = result, ""
        self.estimate_changed.emit()
        if self._compares and self.plan.scenarios:
            self._estimate_scenarios()

    def compare_scenarios(self) -> None:
        """Estimate the plan's what-ifs too, from now on; the plan itself always comes first."""
        self._compares = True
        if self.up_to_date and self.plan.scenarios:
            self._estimate_scenarios()

    def _estimate_scenarios(self) -> None:
        plan, book, today = self.plan, shipped_book(), self.today()

        def work(progress: Progress) -> list[tuple[Scenario, Estimate]]:
            found = []
            for scenario in plan.scenarios:
                changed = apply_scenario(plan, scenario)
                factor = scenario.price_factor
                found.append((scenario, estimate(changed, book, today, factor, progress.check)))
            return found

        self._job = self.context.jobs.start(
            tr("Estimating"), work, done=self._take_scenarios, failed=self._fail, quiet=True
        )

    def _take_scenarios(self, found: list[tuple[Scenario, Estimate]]) -> None:
        self._job = None
        if self._closed:
            return
        if self._estimated_plan is not self.plan:
            self.recompute()
            return
        self.scenario_estimates = tuple(found)
        self.scenarios_changed.emit()

    def _fail(self, error: BaseException) -> None:
        self._job = None
        if self._closed:
            return
        if self._estimated_plan is not self.plan or isinstance(error, Cancelled):
            self.recompute()
            return
        self.estimate, self.scenario_estimates = None, ()
        self.problem = str(error)
        self.estimate_changed.emit()

    @property
    def up_to_date(self) -> bool:
        return self._job is None and self._estimated_plan is self.plan

    # -- Files --------------------------------------------------------------------------------

    def open(self, path: Path) -> None:
        """Read a plan file in the background and show it."""

        def show(result: tuple[Plan, list[str]]) -> None:
            if not self._closed:
                self.reset(result[0], path, result[1])
                self._autosave.clear()
                if result[1]:
                    self.context.notify(
                        tr("{file} was not understood in full.", file=path.name),
                        level=Level.WARNING,
                        detail="\n".join(result[1]),
                    )

        self.context.jobs.start(
            tr("Opening {file}", file=path.name), lambda _: read_plan(path), done=show, quiet=True
        )

    def save(self, path: Path) -> bool:
        """Write the plan; return whether that worked, telling the user if not."""
        try:
            write_atomic(path, self._writer.write(self.plan))
        except OSError as error:
            reason = error.strerror or str(error)
            self.context.notify(
                tr("{file} could not be saved: {reason}.", file=path.name, reason=reason),
                level=Level.ERROR,
            )
            return False
        self.path = path
        self.undo_stack.setClean()
        self._autosave.clear()
        self.file_changed.emit()
        return True

    def close(self) -> None:
        """Stop working; a running estimate is cancelled."""
        self._closed = True
        if self._job is not None:
            self._job.cancel()
