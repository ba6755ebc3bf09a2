"""The state every section of the panel shows: tables in force, comparison, numbers made of them."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from pixelwatt.api import Level, Problem, write_atomic
from pixelwatt_accelerators.core import document, user_tables
from pixelwatt_accelerators.core.catalogue import Accelerator, Catalogue
from pixelwatt_accelerators.core.document import Comparison, Show
from pixelwatt_accelerators.core.layers import extension_tables
from pixelwatt_accelerators.core.table import overlay, parse_table
from pixelwatt_accelerators.core.uncertainty import Study, study
from pixelwatt_accelerators.hookspecs import contributed_tables
from pixelwatt_accelerators.preferences import Preferences
from pixelwatt_accelerators.text import tr

if TYPE_CHECKING:
    from pathlib import Path

    from pixelwatt.api import Context

SERIES = ("accent", "series0", "series1", "series2", "series3", "series4", "series5", "native")
"""Colours of the chosen accelerators, in their order."""
OWN_TABLE = "own.accelerators.toml"


class Store(QObject):
    """Holds the comparison; sections listen to `changed` and ask for what they draw."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._base, problems = extension_tables(contributed_tables())
        for problem in problems:
            context.notify(
                tr("A plugin's table was left out: {what}", what=problem.what),
                level=Level.WARNING,
                detail=problem.remedy,
            )
        self.own = self._read_own()
        self.catalogue = overlay(self._base, self.own)
        self._autosave = context.storage.autosave("comparison.toml", self.dump)
        self.comparison = self._restored()
        self.name = ""
        self._lent_chosen: Study | None = None
        self._lent_full: Study | None = None

    # -- What is compared ----------------------------------------------------------------

    @property
    def chosen(self) -> list[Accelerator]:
        known = self.catalogue.accelerators
        return [known[chip] for chip in self.comparison.chips if chip in known]

    @property
    def everything(self) -> list[Accelerator]:
        return list(self.catalogue.accelerators.values())

    def colour_name(self, accelerator_id: str) -> str:
        """The colour of a chosen accelerator; grey for all others."""
        if accelerator_id in self.comparison.chips:
            return SERIES[self.comparison.chips.index(accelerator_id) % len(SERIES)]
        return "muted"

    def change(self, **fields: Any) -> None:
        """Replace fields of the comparison and tell the sections."""
        self.set_comparison(replace(self.comparison, **fields))

    def change_use(self, **fields: Any) -> None:
        self.change(use=replace(self.comparison.use, **fields))

    def change_money(self, **fields: Any) -> None:
        self.change(money=replace(self.comparison.money, **fields))

    def change_show(self, **fields: Any) -> None:
        self.change(show=replace(self.comparison.show, **fields))

    def set_comparison(self, comparison: Comparison) -> None:
        if comparison == self.comparison:
            return
        self.comparison = comparison
        self._forget()
        self._autosave.touch()
        self.changed.emit()

    # -- Numbers, made once per state ------------------------------------------------------

    @cached_property
    def chosen_study(self) -> Study:
        self._lent_chosen = study(self.chosen, self.comparison, self._lent_chosen)
        return self._lent_chosen

    @cached_property
    def full_study(self) -> Study:
        self._lent_full = study(self.everything, self.comparison, self._lent_full)
        return self._lent_full

    @cached_property
    def full_metrics(self) -> dict[str, Any]:
        return self.full_study.nominal()

    def _forget(self) -> None:
        for name in ("chosen_study", "full_study", "full_metrics"):
            self.__dict__.pop(name, None)

    # -- Documents -------------------------------------------------------------------------

    def dump(self) -> str:
        return document.dumps(self.comparison)

    def load(self, text: str, name: str) -> None:
        """:raises Problem: when the document is wrong; what is shown stays."""
        comparison = self._understood(text, name)
        self.name = name
        self.set_comparison(comparison)

    def save(self, path: Path) -> None:
        write_atomic(path, self.dump())
        self.name = path.name

    def reset(self) -> None:
        binary = self.context.settings.get(Preferences).memory_unit == "GiB"
        self.name = ""
        self.set_comparison(Comparison(show=Show(memory_unit="GiB" if binary else "GB")))

    def _restored(self) -> Comparison:
        text = self._autosave.restore()
        if text is None:
            return Comparison()
        try:
            return self._understood(text, tr("the last comparison"))
        except Problem as problem:
            self.context.notify(
                tr("The last comparison could not be taken up: {what}", what=problem.what),
                level=Level.WARNING,
                detail=problem.remedy,
            )
            return Comparison()

    def _understood(self, text: str, name: str) -> Comparison:
        """A document that can be shown: its accelerators are known, and there are two or more."""
        comparison = document.loads(text, name)
        for chip in comparison.chips:
            self.catalogue[chip]
        if len(set(comparison.chips)) < max(2, len(comparison.chips)):
            raise Problem(
                tr("{name}: chips does not name two or more different ones.", name=name),
                tr('Write chips = ["tpu_v7", "b200_sxm"].'),
            )
        return comparison

    # -- The user's own table --------------------------------------------------------------

    def set_own(self, own: Catalogue) -> None:
        """Replace the user's table, on disk too."""
        write_atomic(self.context.storage.data / OWN_TABLE, user_tables.dumps(own))
        self.own = own
        self.catalogue = overlay(self._base, own)
        chips = tuple(chip for chip in self.comparison.chips if chip in self.catalogue.accelerators)
        if chips != self.comparison.chips:
            enough = chips if len(chips) >= 2 else Comparison().chips
            self.comparison = replace(self.comparison, chips=enough)
        self._forget()
        self.changed.emit()

    def _read_own(self) -> Catalogue:
        path = self.context.storage.data / OWN_TABLE
        if not path.exists():
            return Catalogue()
        try:
            return parse_table(path.read_text("utf-8"), path.name, origin=user_tables.OWN)
        except (Problem, OSError, UnicodeDecodeError) as error:
            # Kept beside, so that nothing the user entered is lost to the next write.
            path.replace(path.with_suffix(".broken"))
            self.context.notify(
                tr("Your accelerators could not be read: {error}", error=error),
                level=Level.ERROR,
                detail=tr("They are kept in {name}.", name=path.with_suffix(".broken").name),
            )
            return Catalogue()
