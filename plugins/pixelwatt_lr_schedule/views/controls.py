"""The bar over the plot: which schedule, how long, compared with what, on which axes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSpinBox,
    QWidget,
)

from pixelwatt_lr_schedule.core import handles, presets
from pixelwatt_lr_schedule.core.catalogue import FAMILIES
from pixelwatt_lr_schedule.core.code_calls import natural_length
from pixelwatt_lr_schedule.core.spec import MOST_UPDATES, Spec
from pixelwatt_lr_schedule.text import tr
from pixelwatt_lr_schedule.views.parameters import ParameterDialog
from pixelwatt_lr_schedule.views.store import Store


class Controls(QWidget):
    """Choosing a schedule keeps the run's length; its arguments are in a dialog of their own."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._dialog: ParameterDialog | None = None
        self.schedule = QPushButton()
        self.schedule.setAccessibleName(tr("Schedule"))
        self.schedule.setMenu(catalogue_menu(self.schedule, self._choose))
        self.arguments = QPushButton(tr("Arguments…"))
        self.arguments.clicked.connect(self._edit)
        self.compare = QPushButton(tr("Compare"))
        menu = catalogue_menu(self.compare, self._compare)
        menu.addSeparator()
        menu.addAction(tr("Edit the compared curve")).triggered.connect(store.swap)
        menu.addAction(tr("Draw over this curve")).triggered.connect(self._draw_over)
        menu.addAction(tr("Remove comparisons")).triggered.connect(store.drop_comparisons)
        self.compare.setMenu(menu)
        self.steps = QSpinBox()
        self.steps.setRange(1, MOST_UPDATES)
        self.steps.setGroupSeparatorShown(True)
        self.steps.setKeyboardTracking(False)
        self.steps.setSuffix(" " + tr("updates"))
        self.steps.setAccessibleName(tr("Length of the run"))
        self.steps.valueChanged.connect(self._resize)
        self.axis = QComboBox()
        self.axis.setAccessibleName(tr("Horizontal axis"))
        for key, title in (("update", tr("Updates")), ("epoch", tr("Epochs")),
                           ("token", tr("Tokens"))):  # fmt: skip
            self.axis.addItem(title, key)
        self.axis.currentIndexChanged.connect(self._choose_axis)
        self.per = QSpinBox()
        self.per.setRange(1, 100_000_000)
        self.per.setKeyboardTracking(False)
        self.per.setGroupSeparatorShown(True)
        self.per.valueChanged.connect(self._set_per)
        self.logarithmic = QPushButton(tr("Log"))
        self.logarithmic.setCheckable(True)
        self.logarithmic.setAccessibleName(tr("Logarithmic learning rate"))
        self.logarithmic.toggled.connect(store.set_logarithmic)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in (self.schedule, self.arguments, self.compare):
            row.addWidget(button)
        row.addStretch(1)
        for field in (self.steps, self.axis, self.per, self.logarithmic):
            row.addWidget(field)
        store.changed.connect(self._show)
        self._show()

    @Slot()
    def _show(self) -> None:
        spec = self._store.spec
        drawn = spec.schedule == "drawn"
        self.schedule.setText(tr("Essay: five phases") if drawn else spec.title)
        self.arguments.setEnabled(not drawn)
        with QSignalBlocker(self.steps):
            self.steps.setValue(self._store.steps)
        self.per.setVisible(self._store.axis != "update")
        with QSignalBlocker(self.per):
            epoch = self._store.axis == "epoch"
            self.per.setSuffix(
                " " + (tr("updates per epoch") if epoch else tr("tokens per update"))
            )
            self.per.setAccessibleName(self.per.suffix().strip())
            count = self._store.updates_per_epoch if epoch else self._store.tokens_per_update
            self.per.setValue(max(1, count))

    def _choose(self, spec: Spec) -> None:
        self._store.set_spec(_of_length(spec, self._store.steps))

    def _compare(self, spec: Spec) -> None:
        self._store.compare_with(_of_length(spec, self._store.steps))

    @Slot()
    def _draw_over(self) -> None:
        schedule = self._store.schedule()
        if schedule is not None:
            self._store.set_spec(handles.drawn_over(self._store.spec, schedule))

    @Slot(int)
    def _resize(self, steps: int) -> None:
        old = self._store.steps
        self._store.set_curves([_of_length(s, steps, old) for s in self._store.curves])

    @Slot(int)
    def _choose_axis(self, _index: int) -> None:
        if self.axis.currentData() == "token" and not self._store.tokens_per_update:
            self._store.tokens_per_update = 500_000
        self._store.set_axis(self.axis.currentData())

    @Slot(int)
    def _set_per(self, count: int) -> None:
        if self._store.axis == "epoch":
            self._store.set_updates_per_epoch(count)
        else:
            self._store.set_tokens_per_update(count)

    @Slot()
    def _edit(self) -> None:
        self._dialog = ParameterDialog(self._store, self)
        self._dialog.open()


_LENGTHS = {
    "T_max", "total_iters", "step_size", "T_0", "warmup_steps", "decay_steps", "transition_steps",
    "first_decay_steps", "num_warmup_steps", "num_training_steps", "t_initial", "warmup_t",
    "decay_t", "total_steps", "step_size_up", "num_it", "cycle_len", "milestones", "boundaries",
    "num_decay_steps", "patience",
}  # fmt: skip


def _of_length(spec: Spec, steps: int, old: int | None = None) -> Spec:
    """The schedule stretched to ``steps``: every argument that counts updates grows with it."""
    before = old or (spec.steps if spec.steps != 1000 else max(1000, natural_length(spec)))
    factor = steps / before

    def stretch(key: str, value: object) -> object:
        if isinstance(value, dict):
            if key == "boundaries_and_scales":
                return {str(max(1, round(int(k) * factor))): v for k, v in value.items()}
            return {k: stretch(k, v) for k, v in value.items()}
        if isinstance(value, list) and value and isinstance(value[0], dict):
            return [stretch(key, item) for item in value]
        if key == "points" and isinstance(value, list):
            return [[round(u * factor), lr] for u, lr in value]
        if key in _LENGTHS and isinstance(value, list):
            return [max(1, round(item * factor)) for item in value]
        if key in _LENGTHS and isinstance(value, int) and not isinstance(value, bool):
            return max(1, round(value * factor)) if value > 0 else value
        return value

    params = {key: stretch(key, value) for key, value in spec.params.items()}
    return replace(spec, params=params, steps=steps)


def catalogue_menu(parent: QWidget, choose: Callable[[Spec], None]) -> QMenu:
    """The essay's preset, then every family of the catalogue with its libraries."""
    menu = QMenu(parent)
    menu.addAction(tr("Essay: five phases")).triggered.connect(
        lambda _checked=False: choose(presets.essay())
    )
    menu.addSeparator()
    for family in FAMILIES:
        submenu = menu.addMenu(f"{family.row}  {tr(family.title)}")
        submenu.setToolTip(family.formula)
        for spec in family.examples:
            action = submenu.addAction(spec.title)
            action.setToolTip(family.formula)
            action.triggered.connect(partial(_pick, choose, spec))
    return menu


def _pick(choose: Callable[[Spec], None], spec: Spec, _checked: bool = False) -> None:
    choose(spec)
