"""One declarative model per command; its action serves menus, tool bar, keys and palette."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence

from pixelwatt.api import Command, Theme
from pixelwatt.icons import icon
from pixelwatt.text import translate

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class CommandEntry:
    """A command with its code: what it runs, when it may, and whether it is on."""

    command: Command
    package: str
    run: Callable[[], None]
    enabled: Callable[[], bool] | None = None
    checked: Callable[[], bool] | None = None
    group: str = ""
    """Neighbours in a menu of different groups are set apart by a line."""

    @property
    def title(self) -> str:
        return translate(self.package, self.command.title)

    @property
    def category(self) -> str:
        return translate(self.package, self.command.category) if self.command.category else ""


@dataclass(frozen=True, slots=True)
class KeyConflict:
    """A command that went without its keys because another has them."""

    command: str
    keys: str
    taken_by: str


class CommandRegistry(QObject):
    """All commands by id, each with the one QAction that stands for it everywhere."""

    ran = Signal(str)
    failed = Signal(object, object)
    """Entry and exception of a command that raised."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._entries: dict[str, CommandEntry] = {}
        self._actions: dict[str, QAction] = {}
        self._keys: dict[str, str] = {}
        self._complained: set[str] = set()
        self.conflicts: list[KeyConflict] = []

    @property
    def entries(self) -> tuple[CommandEntry, ...]:
        return tuple(self._entries.values())

    def action(self, command_id: str) -> QAction:
        return self._actions[command_id]

    def add(self, entry: CommandEntry) -> QAction:
        """Make the action of a command. Raises ValueError if its id is taken."""
        command = entry.command
        if command.id in self._actions:
            raise ValueError(f"The command {command.id!r} exists already.")
        action = QAction(entry.title, self)
        action.setObjectName(command.id)
        action.setCheckable(entry.checked is not None)
        # An icon beside every other entry makes a menu ragged; check marks need the place.
        action.setIconVisibleInMenu(False)
        action.setMenuRole(QAction.MenuRole.NoRole)
        self._claim_keys(action, command)
        action.triggered.connect(lambda: self.run(command.id))
        self._entries[command.id] = entry
        self._actions[command.id] = action
        return action

    def remove(self, command_id: str) -> None:
        self._entries.pop(command_id)
        self._actions.pop(command_id).deleteLater()
        self._keys = {keys: owner for keys, owner in self._keys.items() if owner != command_id}

    def run(self, command_id: str) -> None:
        """Run a command, unless it says it cannot be now. An exception is reported, not raised."""
        entry = self._entries[command_id]
        try:
            if entry.enabled is None or entry.enabled():
                entry.run()
                self.ran.emit(command_id)
        except Exception as error:
            self.failed.emit(entry, error)
        self.refresh_one(command_id)

    def refresh(self) -> None:
        """Ask every command whether it is enabled and checked, before a menu or palette opens."""
        for command_id in self._entries:
            self.refresh_one(command_id)

    def refresh_one(self, command_id: str) -> None:
        entry, action = self._entries[command_id], self._actions[command_id]
        action.setEnabled(self._ask(entry, entry.enabled, True))
        if entry.checked is not None:
            action.setChecked(self._ask(entry, entry.checked, False))

    def release(self) -> None:
        """Enable every action again: a closed menu must not leave keys dead for what is
        possible a moment later. `run` asks before it does anything.
        """
        for action in self._actions.values():
            action.setEnabled(True)

    def set_theme(self, theme: Theme) -> None:
        for command_id, entry in self._entries.items():
            if entry.command.icon and entry.command.toolbar:
                self._actions[command_id].setIcon(icon(entry.command.icon, theme))

    def _claim_keys(self, action: QAction, command: Command) -> None:
        if not command.keys:
            return
        sequence = QKeySequence(command.keys, QKeySequence.SequenceFormat.PortableText)
        portable = sequence.toString(QKeySequence.SequenceFormat.PortableText)
        if portable in self._keys:
            conflict = KeyConflict(command.id, portable, self._keys[portable])
            self.conflicts.append(conflict)
            _log.warning("%s: keys %s are taken by %s", *_words(conflict))
            return
        self._keys[portable] = command.id
        action.setShortcut(sequence)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        native = sequence.toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{action.text().removesuffix('…')} ({native})")

    def _ask(self, entry: CommandEntry, question: Callable[[], bool] | None, default: bool) -> bool:
        if question is None:
            return default
        try:
            return bool(question())
        except Exception:
            if entry.command.id not in self._complained:
                # Once: conditions are asked twice a second.
                self._complained.add(entry.command.id)
                _log.exception("A condition of %s raised; it counts as not met", entry.command.id)
            return False


def _words(conflict: KeyConflict) -> tuple[str, str, str]:
    return conflict.command, conflict.keys, conflict.taken_by
