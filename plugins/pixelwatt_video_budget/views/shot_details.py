"""The chosen shot: what the table has no room for, what it rests on, and what a pilot is worth."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from pixelwatt.api import Context, Level, Problem
from pixelwatt.api_qt import SectionHeader
from pixelwatt_video_budget.core.cell_text import (
    price_entry,
    rate_cell,
    with_price_text,
    with_rate_text,
)
from pixelwatt_video_budget.core.estimate import ShotEstimate
from pixelwatt_video_budget.core.giveup import NEVER
from pixelwatt_video_budget.core.money import money_text, parse_count, parse_decimal, parse_positive
from pixelwatt_video_budget.core.pilot import best_pilot
from pixelwatt_video_budget.core.plan import Shot
from pixelwatt_video_budget.core.pricing import PricedShot, Unpriced
from pixelwatt_video_budget.core.ranges import RangeKind
from pixelwatt_video_budget.core.take_log import read_take_log
from pixelwatt_video_budget.core.tiers import spectrum
from pixelwatt_video_budget.core.tries import LearntRate, Rate
from pixelwatt_video_budget.text import tr
from pixelwatt_video_budget.views.document import Document

_SHARED_FIELDS = ("price", "usable_rate", "review_seconds")
"""Columns of the table too; here they are typed once for all chosen shots."""
_CLIP_FIELDS = (*_SHARED_FIELDS, "whole_lengths", "clip_seconds", "kept_seconds", "review_per_hour",
                "fallback", "fallback_top", "give_up_after")  # fmt: skip
_TIER_FIELDS = ("price", "range", "low", "high", "mode", "top")


class ShotDetails(QScrollArea):
    """A form for one or several chosen shots; a field changes all of them."""

    def __init__(self, context: Context, document: Document) -> None:
        super().__init__()
        self.context = context
        self.document = document
        self.rows: list[int] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setMinimumWidth(248)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(16, 0, 0, 0)
        layout.setSpacing(4)
        self.title = SectionHeader(tr("Shot"))
        self.reason = _note()
        self.confirm = QPushButton(tr("Confirm this price"))
        self.confirm.clicked.connect(self._confirm)
        self.form = QFormLayout()
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self.form.setHorizontalSpacing(8)
        self.form.setVerticalSpacing(4)
        self.fields: dict[str, QLineEdit | QComboBox] = {}
        self._placeholders: dict[str, str] = {}
        self._make_fields()
        self.learn = QPushButton(tr("Learn from a log of takes…"))
        self.learn.clicked.connect(self._ask_for_log)
        self.chance = _note()
        for widget in (self.title, self.reason, self.confirm):
            layout.addWidget(widget)
        layout.addLayout(self.form)
        layout.addWidget(self.learn)
        layout.addWidget(SectionHeader(tr("Chance")))
        layout.addWidget(self.chance)
        layout.addStretch(1)
        self.setWidget(body)
        self.show_rows([], lambda _row: None)

    def _make_fields(self) -> None:
        tiers = [("", tr("keep trying")), *((t, t) for t in spectrum().tiers)]
        kinds = [(RangeKind.LOGNORMAL, tr("lognormal, P10–P90")),
                 (RangeKind.TRIANGULAR, tr("triangular")), (RangeKind.PERT, "PERT")]  # fmt: skip
        self._line("price", tr("Price or tier"), "0.15/s, L7")
        self._line("usable_rate", tr("Usable rate"), "20%, 3/12")
        self._line("review_seconds", tr("Review, s a try"), "0")
        self._line("whole_lengths", tr("Sold lengths"), tr("for example 4, 6, 8"))
        self._line("clip_seconds", tr("Clip length"), tr("as the shot"))
        self._line("kept_seconds", tr("Kept of a clip"), tr("all of it"))
        self._line("review_per_hour", tr("Review, an hour"), "0")
        self._choice("fallback", tr("Give up for"), tiers)
        self._line("fallback_top", tr("Its highest cost"), tr("for L9, L10"))
        self._line("give_up_after", tr("After failures"), tr("where it pays"))
        self._choice("range", tr("Range"), [(str(kind), text) for kind, text in kinds])
        self._line("low", tr("Low, a minute"), tr("the tier's"))
        self._line("high", tr("High, a minute"), tr("the tier's"))
        self._line("mode", tr("Most likely"), tr("the middle"))
        self._line("top", tr("Highest to plan with"), tr("for L9, L10"))

    def _line(self, name: str, label: str, placeholder: str) -> None:
        field = QLineEdit()
        field.setPlaceholderText(placeholder)
        field.setAccessibleName(label)
        field.editingFinished.connect(lambda: self._edit(name, field.text().strip()))
        self.fields[name] = field
        self._placeholders[name] = placeholder
        self.form.addRow(label, field)

    def _choice(self, name: str, label: str, choices: Sequence[tuple[str, str]]) -> None:
        field = QComboBox()
        field.setAccessibleName(label)
        for value, text in choices:
            field.addItem(text, value)
        field.activated.connect(lambda _index: self._edit(name, str(field.currentData())))
        self.fields[name] = field
        self.form.addRow(label, field)

    # -- Showing ------------------------------------------------------------------------------

    def show_rows(self, rows: list[int], estimate_of: Callable[[int], ShotEstimate | None]) -> None:
        self.rows = rows
        shots = self.document.plan.shots
        shot = shots[rows[0]] if rows else None
        name = "" if shot is None else shot.name
        self.title.title.setText(name if len(rows) < 2 else tr("{count} shots", count=len(rows)))
        by_tier = shot is not None and bool(shot.tier)
        for key, field in self.fields.items():
            wanted = _TIER_FIELDS if by_tier else _CLIP_FIELDS
            visible = shot is not None and key in wanted
            if key == "fallback_top":
                visible = visible and shot is not None and shot.fallback in {"L9", "L10"}
            if key == "give_up_after":
                visible = visible and shot is not None and bool(shot.fallback)
            self.form.setRowVisible(field, visible)
            if shot is not None and not field.hasFocus():
                self._fill_field(key, field)
        self.learn.setVisible(shot is not None and not by_tier)
        found = estimate_of(rows[0]) if rows else None
        waiting = found is not None and isinstance(found.priced, Unpriced)
        reason = found.priced.reason if found and isinstance(found.priced, Unpriced) else ""
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        self.confirm.setVisible(waiting and found.priced.row is not None)  # type: ignore[union-attr]
        if len(rows) > 1:
            self.chance.setText(self._sum([estimate_of(row) for row in rows]))
        else:
            self.chance.setText("" if found is None else self._chance(found))

    def _fill_field(self, key: str, field: QLineEdit | QComboBox) -> None:
        if isinstance(field, QLineEdit):
            alike = self._text_of(key) is not None
            field.setPlaceholderText(self._placeholders[key] if alike else tr("various"))
        _fill(field, self._text_of(key) or "")

    def _text_of(self, key: str) -> str | None:
        """What the field shows; None where the chosen shots differ."""
        shots = self.document.plan.shots
        chosen = [shots[row] for row in self.rows if row < len(shots)]
        wanted = {"price": ("price", "tier"), "usable_rate": ("usable_rate", "pilot")}
        for name in wanted.get(key, (key,)):
            value = getattr(chosen[0], name)
            if any(getattr(shot, name) != value for shot in chosen):
                return None
        return self._shot_text(chosen[0], key)

    def _shot_text(self, shot: Shot, key: str) -> str:
        document = self.document
        if key == "price":
            return price_entry(shot, document.book, self.context.language)
        return rate_cell(shot) if key == "usable_rate" else _field_text(shot, key)

    def _sum(self, found: Sequence[ShotEstimate | None]) -> str:
        means = [f.cost.mean for f in found if f is not None and f.cost is not None]
        if None in means or len(means) < len(found):
            return ""
        total = sum((mean for mean in means if mean is not None), Fraction(0))
        return tr("Mean of the chosen shots: {mean}",
                  mean=money_text(total, self.document.plan.currency))  # fmt: skip

    def _chance(self, found: ShotEstimate) -> str:
        priced, currency = found.priced, self.document.plan.currency
        if not isinstance(priced, PricedShot) or found.cost is None:
            return ""
        lines = []
        if priced.tier is not None:
            language = self.context.language
            lines += [
                f"{priced.tier.id} {priced.tier.name(language)}",
                ", ".join(priced.tier.components(language)),
                tr("takes {cycle}", cycle=_cycle(priced)),
            ]
        if found.tries is not None and priced.rate is not None:
            lines += _tries_lines(found, priced.rate)
        amounts = [
            f"P{q * 100:g}\u00a0{money_text(value, currency)}"
            for q, value in found.cost.quantiles.items()
        ]
        lines.append(" · ".join(amounts))
        if priced.give_up is not None and priced.give_up < NEVER:
            lines.append(
                tr("Give up after {count} failures: then {tier} is cheaper.",
                   count=priced.give_up, tier=priced.shot.fallback)
            )  # fmt: skip
        lines += self._pilot_line(priced)
        return "\n".join(lines)

    def _pilot_line(self, priced: PricedShot) -> list[str]:
        rate, needs = priced.rate, priced.needs
        if not isinstance(rate, LearntRate) or not needs or priced.clips > 500:
            return []
        cost = float(max(need.cost for need in needs))
        confidence = float(self.document.plan.confidence)
        try:
            values = best_pilot(priced.clips, rate, cost, confidence)
        except Problem as problem:
            return [str(problem)]
        best = max(values, key=lambda value: value.saving)
        if best.saving <= 0:
            return [tr("No further pilot would lower the budget.")]
        currency = self.document.plan.currency
        return [
            tr("A pilot of {size} more tries ({price}) lowers this shot's budget by {saving} on "
               "average.", size=best.size, price=money_text(best.price, currency),
               saving=money_text(best.saving, currency))
        ]  # fmt: skip

    # -- Editing ------------------------------------------------------------------------------

    def _edit(self, name: str, text: str) -> None:
        shots = list(self.document.plan.shots)
        chosen = [row for row in self.rows if row < len(shots)]
        if not chosen or text == (self._text_of(name) or ""):
            return
        try:
            for row in chosen:
                shots[row] = self._changed(shots[row], name, text)
        except Problem as problem:
            self.context.notify(str(problem), level=Level.WARNING)
            self._fill_field(name, self.fields[name])
            return
        label = self.form.labelForField(self.fields[name])
        title = label.text() if isinstance(label, QLabel) else name
        self.document.edit_shots(shots, tr("Edit {column}", column=title))

    def _changed(self, shot: Shot, name: str, text: str) -> Shot:
        document = self.document
        if name == "price":
            return with_price_text(shot, text, document.book)
        if name == "usable_rate":
            return with_rate_text(shot, text, tuple(document.plan.pilots))
        return dataclasses.replace(shot, **{name: _parse(name, text)})

    def _confirm(self) -> None:
        plan = self.document.plan
        prices = [plan.shots[row].price for row in self.rows if row < len(plan.shots)]
        self.document.confirm_prices([price for price in prices if isinstance(price, str)])

    def _ask_for_log(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, tr("Log of takes"), "", tr("Tables (*.csv *.txt)")
        )
        if name:
            self.learn_from(Path(name))

    def learn_from(self, path: Path) -> None:
        """Take the usable rate of the chosen shots from a log: by name, else from all takes."""
        try:
            log = read_take_log(path)
        except Problem as problem:
            self.context.notify(str(problem), level=Level.WARNING)
            return
        shots = list(self.document.plan.shots)
        for row in self.rows:
            learnt = log.by_shot.get(shots[row].name, log.total)
            shots[row] = dataclasses.replace(shots[row], pilot=learnt, usable_rate=None)
        self.document.edit_shots(shots, tr("Learn usable rate"))
        total = log.total
        self.context.notify(
            tr("{kept} of {tried} takes were kept.", kept=total.kept, tried=total.tried),
            detail="\n".join(log.warnings),
        )


def _note() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setForegroundRole(QPalette.ColorRole.WindowText)
    return label


def _tries_lines(found: ShotEstimate, rate: Rate) -> list[str]:
    assert found.tries is not None
    counts = found.tries.quantiles
    mean = found.tries.mean
    lines = []
    if isinstance(rate, LearntRate):
        lines.append(
            tr("{kept} of {tried} kept: the rate is near {rate:.0%}, but uncertain.",
               kept=rate.kept, tried=rate.tried, rate=rate.mean)
        )  # fmt: skip
    lines.append(
        tr("Tries: mean {mean}, P50 {p50}, P90 {p90}, P95 {p95}",
           mean="∞" if mean is None else f"{float(mean):.1f}", p50=int(counts[0.5]),
           p90=int(counts[0.9]), p95=int(counts[0.95]))
    )  # fmt: skip
    return lines


def _cycle(priced: PricedShot) -> str:
    tier = priced.tier
    assert tier is not None
    low, high = tier.cycle_low_days, tier.cycle_high_days
    if high is None:
        return tr("{low:g} working days or more", low=low)
    if low == high:
        return tr("{low:.2g} working days", low=low)
    return tr("{low:g}–{high:g} working days", low=low, high=high)


def _field_text(shot: Shot, name: str) -> str:
    value = getattr(shot, name)
    if name == "whole_lengths":
        return ", ".join(f"{length:f}" for length in value)
    if name in {"review_per_hour", "review_seconds"} and not value:
        return ""
    if isinstance(value, Decimal):
        return f"{value:f}"
    return "" if value is None else str(value)


def _fill(field: QLineEdit | QComboBox, text: str) -> None:
    if isinstance(field, QComboBox):
        field.setCurrentIndex(max(field.findData(text), 0))
    elif field.text() != text:
        field.setText(text)


def _parse(name: str, text: str) -> Any:
    label = name.replace("_", " ")
    if name == "whole_lengths":
        pieces = text.replace(";", ",").split(",")
        return tuple(parse_positive(piece, label) for piece in pieces if piece.strip())
    if name == "range":
        return RangeKind(text)
    if name == "fallback":
        return text
    if name == "give_up_after":
        return parse_count(text, label, 10_000) if text else None
    if name in {"review_per_hour", "review_seconds"}:
        return parse_positive(text, label) if text and parse_decimal(text, label) else Decimal(0)
    return parse_positive(text, label) if text else None
