"""The settings dialog: made from schemas, applied at once, forgiving."""

from __future__ import annotations

import enum
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QLineEdit, QSpinBox

from pixelwatt.api import SettingsPage, setting
from pixelwatt.settings_dialog import SettingsDialog
from pixelwatt.shell_settings import ShellSettings


class Mode(enum.StrEnum):
    FAST = "fast"
    FINE = "fine"


@dataclass(frozen=True, slots=True)
class Player:
    loop: bool = setting(True, label="Loop", help="Begin again at the end")
    volume: int = setting(50, label="Volume", minimum=0, maximum=100, suffix="%")
    speed: float = setting(1.0, label="Speed", minimum=0.25, maximum=4.0)
    folder: str = setting("", label="Folder")
    quality: str = setting("high", label="Quality", choices=(("low", "Low"), ("high", "High")))
    mode: Mode = setting(Mode.FAST, label="Mode")
    names: tuple[str, ...] = setting(("a",), label="Names")


@pytest.fixture
def program(start, make_plugin):
    page = SettingsPage(id="player", title="Player", schema=Player)
    return start(make_plugin("demo", settings=[page]))


@pytest.fixture
def dialog(program, qtbot):
    made = SettingsDialog(program.workbench, program.window)
    made.show()
    return made


def form(dialog, title="Player"):
    return next(f for f in dialog.forms if f.title == title)


def stored(program):
    return program.workbench.settings.get(Player)


def test_each_type_has_its_editor(dialog):
    kinds = {name: type(e.editor) for name, e in form(dialog).editors.items()}
    assert kinds == {
        "loop": QCheckBox, "volume": QSpinBox, "speed": QDoubleSpinBox, "folder": QLineEdit,
        "quality": QComboBox, "mode": QComboBox, "names": QLineEdit,
    }  # fmt: skip


def test_changes_apply_at_once(dialog, program, qtbot):
    editors = form(dialog).editors
    editors["loop"].editor.click()
    editors["volume"].editor.setValue(80)
    editors["quality"].editor.setCurrentIndex(0)
    editors["mode"].editor.setCurrentIndex(1)
    qtbot.keyClicks(editors["folder"].editor, "films")
    editors["names"].editor.clear()
    qtbot.keyClicks(editors["names"].editor, "x, y")
    value = stored(program)
    assert value == Player(False, 80, 1.0, "films", "low", Mode.FINE, ("x", "y"))


def test_a_field_goes_back_to_its_default(dialog, program, qtbot):
    editor = form(dialog).editors["volume"]
    assert editor.reset.isHidden()
    editor.editor.setValue(80)
    assert not editor.reset.isHidden()
    qtbot.mouseClick(editor.reset, Qt.MouseButton.LeftButton)
    assert stored(program).volume == 50
    assert editor.editor.value() == 50


def test_a_whole_page_goes_back(dialog, program):
    form(dialog).editors["volume"].editor.setValue(80)
    form(dialog).editors["loop"].editor.click()
    form(dialog).reset_all()
    assert stored(program) == Player()


def test_what_does_not_fit_is_said_under_its_field_and_not_stored(dialog, program):
    editor = form(dialog).editors["volume"]
    editor._edited(500)
    assert "above 100" in editor.problem.text()
    assert not editor.problem.isHidden()
    assert stored(program).volume == 50
    editor._edited(60)
    assert editor.problem.isHidden()


def test_it_follows_changes_made_elsewhere(dialog, program):
    program.workbench.settings.put(Player(volume=7))
    assert form(dialog).editors["volume"].editor.value() == 7


def test_searching_shows_the_fields_that_fit(dialog, qtbot):
    qtbot.keyClicks(dialog.search, "volu")
    visible = {n for n, e in form(dialog).editors.items() if not e.isHidden()}
    assert visible == {"volume"}
    assert dialog.pages.currentItem().text() == "Player"
    assert dialog.pages.item(0).isHidden()
    dialog.search.clear()
    assert not dialog.pages.item(0).isHidden()


def test_theme_and_language_are_the_shells_own_page(dialog, program):
    general = form(dialog, "General")
    assert set(general.editors) == {"language", "theme"}
    general.editors["theme"].editor.setCurrentIndex(1)
    assert program.workbench.settings.get(ShellSettings).theme == "light"
    assert program.workbench.theme.dark is False


def test_one_bad_stored_value_costs_only_itself(start, make_plugin):
    start.folders.config.mkdir(parents=True)
    text = '[player]\nversion = 1\nvolume = "loud"\nfolder = "films"\n'
    (start.folders.config / "settings.toml").write_text(text, "utf-8")
    page = SettingsPage(id="player", title="Player", schema=Player)
    program = start(make_plugin("demo", settings=[page]))
    value = program.workbench.settings.get(Player)
    assert (value.volume, value.folder) == (50, "films")
    assert any("volume" in n.text for n in program.workbench.notices.history)


def test_the_dialog_opens_from_its_command(program, qtbot):
    program.window.commands.run("shell.settings")
    dialog = program.window.findChild(SettingsDialog)
    assert dialog.isVisible()
    dialog.reject()
    qtbot.waitUntil(lambda: program.window.findChild(SettingsDialog) is None)
