"""What the panel shows: the curves, the axes, the cursor and the log, with one signal each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from pixelwatt.api import Context, Problem
from pixelwatt_lr_schedule.core import presets
from pixelwatt_lr_schedule.core.document import Document, dumps, loads
from pixelwatt_lr_schedule.core.registry import build
from pixelwatt_lr_schedule.core.schedule import Schedule
from pixelwatt_lr_schedule.core.spec import Spec

if TYPE_CHECKING:
    from pixelwatt_lr_schedule.core.log_types import Log

_UNDO = 100


class Store(QObject):
    """The first curve is edited; the others are compared with it."""

    changed = Signal()
    """The curves, or how they are drawn."""
    cursor_moved = Signal(int)
    log_changed = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self.context = context
        self.curves: list[Spec] = [presets.essay(), presets.cosine()]
        self.axis = "update"
        self.logarithmic = False
        self.updates_per_epoch = 100
        self.tokens_per_update = 0
        self.stability: float | None = None
        self.log: Log | None = None
        self.cursor = 0
        self._built: dict[int, tuple[Spec, Schedule | None, str]] = {}
        self._undo: list[list[Spec]] = []
        self._redo: list[list[Spec]] = []
        self._autosave = context.storage.autosave("schedule", self.text)
        self._restore()

    def _restore(self) -> None:
        text = self._autosave.restore()
        if text:
            try:
                self.curves = list(loads(text).curves)
            except Problem:
                self._autosave.clear()

    # -- curves ----------------------------------------------------------------------------

    @property
    def spec(self) -> Spec:
        """The curve being edited."""
        return self.curves[0]

    @property
    def steps(self) -> int:
        """The updates shown: those of the longest curve."""
        return max(spec.steps for spec in self.curves)

    def schedule(self, index: int = 0) -> Schedule | None:
        """The curve's values, None where its library refuses it."""
        return self._entry(index)[1]

    def refusal(self, index: int = 0) -> str:
        """Why there is no curve; empty if there is one."""
        return self._entry(index)[2]

    def _entry(self, index: int) -> tuple[Spec, Schedule | None, str]:
        spec = self.curves[index]
        kept = self._built.get(index)
        if kept is None or kept[0] is not spec:
            try:
                kept = (spec, build(spec), "")
            except Problem as problem:
                kept = (spec, None, str(problem))
            self._built[index] = kept
        return kept

    def set_spec(self, spec: Spec, *, remember: bool = True) -> None:
        """Replace the curve being edited."""
        if remember:
            self.remember()
        self.curves[0] = spec
        self._touch()

    def set_curves(self, curves: list[Spec]) -> None:
        self.remember()
        self.curves = list(curves)
        self._touch()

    def compare_with(self, spec: Spec) -> None:
        """Draw another curve behind the edited one."""
        self.set_curves([*self.curves, spec])

    def drop_comparisons(self) -> None:
        self.set_curves(self.curves[:1])

    def swap(self) -> None:
        """Edit the curve that is compared, and compare with the one edited."""
        if len(self.curves) > 1:
            self.set_curves([self.curves[1], self.curves[0], *self.curves[2:]])

    def set_steps(self, steps: int) -> None:
        self.set_curves([replace(spec, steps=steps) for spec in self.curves])

    def _touch(self) -> None:
        self._autosave.touch()
        self.changed.emit()

    # -- undo, documents --------------------------------------------------------------------

    def remember(self) -> None:
        """Keep the present curves for undo."""
        self._undo = [*self._undo[-_UNDO:], list(self.curves)]
        self._redo = []

    def undo(self) -> None:
        if self._undo:
            self._redo.append(list(self.curves))
            self.curves = self._undo.pop()
            self._touch()

    def redo(self) -> None:
        if self._redo:
            self._undo.append(list(self.curves))
            self.curves = self._redo.pop()
            self._touch()

    def text(self) -> str:
        """The document as it is saved."""
        return dumps(Document(tuple(self.curves), self.updates_per_epoch, self.tokens_per_update))

    def load(self, text: str) -> None:
        """Show a document; raise `Problem` if it is none."""
        document = loads(text)
        self.updates_per_epoch = document.updates_per_epoch or self.updates_per_epoch
        self.tokens_per_update = document.tokens_per_update
        self.set_curves(list(document.curves))

    # -- how it is drawn --------------------------------------------------------------------

    def set_axis(self, axis: str) -> None:
        self.axis = axis
        self.changed.emit()

    def set_logarithmic(self, on: bool) -> None:
        self.logarithmic = on
        self.changed.emit()

    def set_updates_per_epoch(self, count: int) -> None:
        self.updates_per_epoch = count
        self.changed.emit()

    def set_tokens_per_update(self, count: int) -> None:
        self.tokens_per_update = count
        self.changed.emit()

    def set_stability(self, limit: float | None) -> None:
        """The rate at which the ball on the landscape would diverge, drawn as a line."""
        if limit != self.stability:
            self.stability = limit
            self.changed.emit()

    def set_cursor(self, update: int) -> None:
        update = max(0, min(update, self.steps - 1))
        if update != self.cursor:
            self.cursor = update
            self.cursor_moved.emit(update)

    def set_log(self, log: Log | None) -> None:
        self.log = log
        self.log_changed.emit()
        self.changed.emit()
