"""The verdict in one line: who leads by how much, whether it holds, and what would flip it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from pixelwatt_accelerators.core.document import METRICS
from pixelwatt_accelerators.core.verdicts import Lead, lead, missing
from pixelwatt_accelerators.text import tr
from pixelwatt_accelerators.views.controls import Choice
from pixelwatt_accelerators.views.words import (
    flip_text,
    metric_text,
    metric_title,
    missing_text,
    sentences,
    short_name,
)

if TYPE_CHECKING:
    from pixelwatt_accelerators.views.store import Store

_SURE = 0.9
"""Share of draws from which a lead is called one."""
_CALM_MS = 60
"""Flips and intervals cost tens of milliseconds; they follow when the slider rests."""


class VerdictStrip(QWidget):
    """Shown above every section; the metric it judges by is chosen here."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self.judged_by = Choice(
            tr("Judge by"),
            [(metric, metric_title(metric)) for metric in METRICS],
            lambda metric: store.change(metric=metric),
        )
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.text.setAccessibleName(tr("Verdict"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self.judged_by)
        layout.addWidget(self.text, 1)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MS)
        self._calm.timeout.connect(self.judge)
        store.changed.connect(self.refresh)
        self.judged_by.show_value(store.comparison.metric)
        self.judge()

    @Slot()
    def refresh(self) -> None:
        self.judged_by.show_value(self._store.comparison.metric)
        self._calm.start()

    @Slot()
    def judge(self) -> None:
        found = lead(self._store.chosen_study, self._store.comparison.metric)
        self.text.setText(self._sentence(found))

    def _sentence(self, found: Lead) -> str:
        metric = self._store.comparison.metric
        names = {a.id: short_name(a) for a in self._store.chosen}
        if found.best is None or found.second is None:
            return tr("Undecidable: not known for {names}.", names=self._unknown(found, names))
        best, second = names[found.best], names[found.second]
        share = f"{100 * found.probability:.0f}"
        if found.probability >= _SURE:
            sureness = tr("It leads in {share} % of draws.", share=share)
        elif not math.isnan(found.probability):
            sureness = tr("It leads in only {share} % of draws: undecided.", share=share)
        else:
            sureness = ""
        unknown = self._unknown(found, names)
        return sentences(
            tr(
                "{best} leads {second} by {margin} %: {value} against {other}.",
                best=best, second=second, margin=f"{100 * found.margin:.3g}",
                value=metric_text(metric, found.value), other=metric_text(metric, found.other),
            ),
            sureness,
            flip_text(found.flip, names) if found.flip is not None else "",
            tr("Not known for {names}.", names=unknown) if unknown else "",
        )  # fmt: skip

    def _unknown(self, found: Lead, names: dict[str, str]) -> str:
        """``"TPU 8t (Memory bandwidth, Price of a chip-hour)"``: whose metric, for want of what."""
        item, comparison = self._store.chosen_study, self._store.comparison
        said = []
        for index, accelerator in enumerate(item.accelerators):
            if accelerator.id in found.unknown:
                figures = missing(item, comparison.metric, index)
                why = missing_text(figures, comparison.money) or tr("does not fit")
                said.append(tr("{name} ({why})", name=names[accelerator.id], why=why))
        return ", ".join(said)
