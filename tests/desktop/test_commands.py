"""Commands are declared once and appear in menus, tool bar, keys and palette."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from pixelwatt import fuzzy
from pixelwatt.api import Command, Level, Panel, Problem
from pixelwatt.palette import CommandPalette, choices, ranked


@pytest.fixture
def player(make_plugin):
    """A plugin with commands that remember being run."""
    plugin = make_plugin(
        "player",
        panels=[Panel(id="screen", title="Screen", view="player:view")],
        commands=[
            Command(id="p.play", title="Play", run="player:play", menu="Player/Transport",
                    keys="Ctrl+Shift+Y", icon="play", toolbar=True, checked="player:is_playing",
                    category="Player"),
            Command(id="p.stop", title="Stop", run="player:stop", menu="Player",
                    enabled_when="player:is_playing"),
            Command(id="p.thief", title="Thief", run="player:play", keys="Ctrl+O"),
            Command(id="p.broken", title="Broken", run="player:broken", menu="Tools"),
            Command(id="p.refused", title="Refused", run="player:refused"),
            Command(id="p.hidden", title="Hidden one", run="player:play", palette=False),
        ],
    )  # fmt: skip
    plugin.playing = False
    plugin.contexts = []

    def play(context):
        plugin.playing = not plugin.playing
        plugin.contexts.append(context)

    def refused(context):
        raise Problem("No film.", "Open one.")

    plugin.play, plugin.stop = play, play
    plugin.is_playing = lambda context: plugin.playing
    plugin.broken = lambda context: 1 / 0
    plugin.refused = refused
    plugin.view = lambda context: QLabel()
    return plugin


def titles(menu):
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_a_command_makes_its_menu(start, player):
    window = start(player).window
    bar = [action.text() for action in window.menuBar().actions() if action.isVisible()]
    assert bar.index("Player") < bar.index("Tools") < bar.index("Help")
    assert titles(window.menus.menu("Player", "player")) == ["Transport", "Stop"]
    assert titles(window.menus.menu("Player/Transport", "player")) == ["Play"]


def test_quit_ends_the_file_menu(start, player):
    assert titles(start(player).window.menus.menu("File", "pixelwatt"))[-1] == "Quit"


def test_a_command_is_run_with_its_plugins_context(start, player):
    program = start(player)
    program.window.commands.run("p.play")
    (context,) = player.contexts
    assert context is program.workbench.context_of(program.workbench.host.plugins[0])


def test_opening_a_menu_asks_what_is_possible(start, player):
    window = start(player).window
    menu = window.menus.menu("Player", "player")
    stop, play = window.commands.action("p.stop"), window.commands.action("p.play")
    menu.aboutToShow.emit()
    assert not stop.isEnabled()
    player.playing = True
    menu.aboutToShow.emit()
    assert stop.isEnabled()
    assert play.isChecked()


def test_a_command_that_may_not_run_does_not(start, player):
    window = start(player).window
    window.commands.run("p.stop")
    assert player.contexts == []


def test_keys_run_a_command(start, player, qtbot):
    window = start(player).window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_Y, both)
    assert player.playing


def test_a_conflict_of_keys_is_told(start, player):
    program = start(player)
    (conflict,) = program.window.commands.conflicts
    assert (conflict.command, conflict.keys, conflict.taken_by) == (
        "p.thief",
        "Ctrl+O",
        "shell.open",
    )
    assert program.window.commands.action("p.thief").shortcut().isEmpty()
    assert any("Ctrl+O" in notice.text for notice in program.workbench.notices.history)


def test_the_tool_bar_has_a_named_button(start, player):
    window = start(player).window
    action = window.commands.action("p.play")
    button = window.tool_bar.widgetForAction(action)
    assert button.accessibleName() == "Play"
    assert not action.icon().isNull()


def test_a_command_that_raises_is_a_notice(start, player):
    program = start(player)
    program.window.commands.run("p.broken")
    notice = program.workbench.notices.history[-1]
    assert notice.level is Level.ERROR
    assert "Broken" in notice.text
    assert "ZeroDivisionError" in notice.detail
    program.window.commands.run("p.refused")
    notice = program.workbench.notices.history[-1]
    assert (notice.text, notice.detail) == ("No film.", "Open one.")


# -- palette ---------------------------------------------------------------------------------


def open_palette(program, qtbot):
    window = program.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_P, both)
    return window.findChild(CommandPalette)


def shown(palette):
    return [palette.model.choice(row).title for row in range(palette.model.rowCount())]


def test_the_palette_is_used_by_keyboard_alone(start, player, qtbot):
    program = start(player)
    palette = open_palette(program, qtbot)
    assert palette.isVisible()
    qtbot.keyClicks(palette.field, "play")
    assert shown(palette)[0] == "Play"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert player.playing
    qtbot.waitUntil(lambda: program.window.findChild(CommandPalette) is None)


def test_escape_and_a_click_elsewhere_close_it(start, player, qtbot):
    program = start(player)
    palette = open_palette(program, qtbot)
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: program.window.findChild(CommandPalette) is None)
    palette = open_palette(program, qtbot)
    qtbot.mouseClick(program.window.dock("screen").body, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.window.findChild(CommandPalette) is None)


def test_arrows_go_round(start, player, qtbot):
    palette = open_palette(start(player), qtbot)
    last = palette.model.rowCount() - 1
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == last
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 0


def test_the_palette_has_panels_files_and_what_was_used_last_first(start, player, tmp_path):
    program = start(player)
    program.workbench.recent_files.add(str(tmp_path / "film.mp4"))
    program.window.commands.run("p.play")
    every = choices(program.window)
    assert every[0].id == "p.play"
    assert every[0].keys
    ids = {choice.id for choice in every}
    assert "go.screen" in ids
    assert f"file:{tmp_path / 'film.mp4'}" in ids
    assert "p.hidden" not in ids


def test_the_palette_names_panels_of_plugins_in_the_users_language(start, player):
    program = start(player, language="zh_CN")
    kinds = {c.id: c.category for c in choices(program.window) if c.id.startswith("go.")}
    assert {"go.screen", "go.claims"} <= set(kinds)
    assert set(kinds.values()) == {"面板"}


def test_what_cannot_run_now_is_last(start, player):
    found = ranked(choices(start(player).window), "st")
    stop = [choice for choice, _ in found if choice.id == "p.stop"]
    assert found[-1][0] in stop


def test_the_palette_paints_matches(start, player, qtbot):
    palette = open_palette(start(player), qtbot)
    before = palette.list.viewport().grab().toImage()
    qtbot.keyClicks(palette.field, "scr")
    assert shown(palette)[0] == "Screen"
    assert palette.list.viewport().grab().toImage() != before


@pytest.mark.parametrize(
    ("query", "text", "positions"),
    [
        ("rl", "Reset layout", (0, 6)),
        ("lay", "Reset layout", (6, 7, 8)),
        ("layout reset", "Reset layout", (0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11)),
        ("布局", "重置布局", (2, 3)),
        ("cp", "CommandPalette", (0, 7)),
        ("xyz", "Reset layout", None),
    ],
)
def test_fuzzy_matches(query, text, positions):
    found = fuzzy.match(query, text)
    assert (found[1] if found else None) == positions


def test_fuzzy_prefers_starts_and_runs():
    def score(text):
        return fuzzy.match("open", text)[0]

    assert score("Open…") > score("Reopen") > score("Old pen")
    assert fuzzy.match("", "anything") == (0, ())


def test_the_shell_runs_every_command_it_declares(start, player):
    """No command may name a method that is not there."""
    window = start(player).window
    for entry in window.commands.entries:
        assert callable(entry.run)
        assert isinstance(window.commands.action(entry.command.id).parent(), object)
    assert isinstance(window.findChild(QWidget, "main"), QWidget)
