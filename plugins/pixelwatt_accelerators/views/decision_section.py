"""The wizard: seven questions at the left, what they eliminate and recommend at the right."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from pixelwatt.api_qt import SectionHeader, tabular
from pixelwatt_accelerators.core.decision import (
    ESSAY_PRESETS,
    Decision,
    Preset,
    answered,
    decide,
    questions,
)
from pixelwatt_accelerators.text import tr
from pixelwatt_accelerators.views.controls import Choice
from pixelwatt_accelerators.views.section import Section
from pixelwatt_accelerators.views.words import (
    flip_text,
    metric_text,
    metric_title,
    missing_text,
    sentences,
    short_name,
)

if TYPE_CHECKING:
    from pixelwatt.api import Context
    from pixelwatt_accelerators.views.store import Store


class DecisionSection(Section):
    def __init__(self, store: Store, context: Context) -> None:
        super().__init__(store, context, tr("Decide"))
        self.choices: dict[str, Choice] = {}
        asked = QWidget()
        column = QVBoxLayout(asked)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(4)
        for number, question in enumerate(questions(), start=1):
            title = tr(question.title)
            label = QLabel(f"{number}. {title}")
            label.setWordWrap(True)
            options = [(value, tr(text)) for value, text in question.options]
            choice = Choice(title, options, self._answer(question.id))
            label.setBuddy(choice)
            self.choices[question.id] = choice
            column.addWidget(label)
            column.addWidget(choice)
            column.addSpacing(4)
        column.addWidget(SectionHeader(tr("Answers of the essay's guide")))
        for preset in ESSAY_PRESETS:
            button = QPushButton(tr(preset.title))
            button.clicked.connect(lambda _=False, preset=preset: self.take(preset))
            column.addWidget(button)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(asked)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFixedWidth(320)
        self.recommendation = QLabel()
        self.recommendation.setWordWrap(True)
        self.recommendation.setAccessibleName(tr("Recommendation"))
        self.result = QTreeWidget()
        self.result.setColumnCount(3)
        self.result.setAccessibleName(tr("Ranking and eliminated accelerators"))
        self.result.setFont(tabular(self.result.font()))
        self.result.setRootIsDecorated(True)
        self._preset: Preset | None = None
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.recommendation)
        right.addWidget(self.result, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(area)
        layout.addLayout(right, 1)

    def _answer(self, question: str) -> Callable[[str], None]:
        def changed(value: str) -> None:
            self._preset = None
            answers = {**self.store.comparison.answers, question: value}
            self.store.change(answers=answers)

        return changed

    def take(self, preset: Preset) -> None:
        """Answer as the essay's guide does, and see whether the ranking agrees with it."""
        answers = {**self.store.comparison.answers, **preset.answers}
        self._preset = preset
        self.store.change(answers=answers)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        answers = answered(self.store.comparison.answers)
        for question, value in answers.items():
            self.choices[question].show_value(value)
        decision = decide(self.store.everything, self.store.comparison, answers)
        self.recommendation.setText(self._advice(decision))
        self._list(decision)

    def _advice(self, decision: Decision) -> str:
        names = {a.id: short_name(a) for a in self.store.everything}
        if not decision.ranking:
            return tr("No accelerator with known figures meets all answers. Loosen one of them.")
        best = decision.ranking[0][0]
        text = "<b>" + tr("Recommended: {name}", name=names[best]) + "</b>"
        verdict = decision.verdict
        if verdict.second is not None:
            text += ". " + tr(
                "{margin} % below {second}, in {share} % of draws.",
                margin=f"{100 * verdict.margin:.3g}", second=names[verdict.second],
                share=f"{100 * verdict.probability:.0f}",
            )  # fmt: skip
        if verdict.flip is not None:
            text = sentences(text, flip_text(verdict.flip, names))
        if self._preset is not None:
            vendor = self.store.catalogue[best].vendor
            text += "<br>" + (
                tr("The essay's guide names {vendor} here too.", vendor=self._preset.vendor)
                if vendor == self._preset.vendor
                else tr("The essay's guide names {vendor} here.", vendor=self._preset.vendor)
            )
        return text

    def _list(self, decision: Decision) -> None:
        names = {a.id: short_name(a) for a in self.store.everything}
        titles = {question.id: tr(question.title) for question in questions()}
        titles["availability"] = tr("Can it be had?")
        self.result.clear()
        self.result.setHeaderLabels([tr("Accelerator"), metric_title(decision.metric), tr("Why")])
        ranked = self._group(tr("Ranking ({count})", count=len(decision.ranking)))
        for place, (chip, value) in enumerate(decision.ranking, start=1):
            text = metric_text(decision.metric, value)
            ranked.addChild(QTreeWidgetItem([f"{place}. {names[chip]}", text, ""]))
        if decision.unknown:
            open_ = self._group(tr("Undecidable ({count})", count=len(decision.unknown)))
            for chip, figures in decision.unknown.items():
                listed = missing_text(figures, self.store.comparison.money)
                reason = tr("not known: {ids}", ids=listed)
                open_.addChild(QTreeWidgetItem([names[chip], tr("unknown"), reason]))
        gone = self._group(tr("Eliminated ({count})", count=len(decision.eliminated)))
        for out in decision.eliminated:
            why = f"{out.reason} — {titles[out.question]}"
            item = QTreeWidgetItem([names[out.accelerator_id], "", why])
            item.setToolTip(2, why)
            gone.addChild(item)
        for column, width in enumerate((240, 200)):
            self.result.setColumnWidth(column, width)

    def _group(self, title: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem([title])
        self.result.addTopLevelItem(item)
        font = item.font(0)
        font.setBold(True)
        item.setFont(0, font)
        item.setExpanded(True)
        return item
