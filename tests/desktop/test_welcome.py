"""The first start: the demo beside what this machine has, in the language that is chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from pixelwatt.api import Available, Diagnostic, DiagnosticItem, Opener, Panel, Unavailable
from pixelwatt.shell_settings import ShellSettings
from pixelwatt.welcome import demo_clip


@pytest.fixture
def player(make_plugin):
    """A plugin that opens videos and looks for a GPU."""
    module = make_plugin(
        "player",
        panels=[Panel(id="player", title="Player", view="player:view")],
        openers=[Opener(id="p.v", title="Video", patterns=("*.mp4",), open="player:open_")],
        diagnostics=[Diagnostic(id="p.d", title="Devices", collect="player:collect")],
    )
    module.played = []
    module.view = lambda context: QLabel("player")
    module.open_ = lambda context, paths: module.played.extend(paths)
    module.collect = lambda: [
        DiagnosticItem("Processor", Available("2 cores")),
        DiagnosticItem("GPU", Unavailable("no driver", "Install one.")),
    ]
    return module


def texts(widget):
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_the_first_start_shows_it_beside_the_first_panel(start, player):
    window = start(player).window
    assert window.dock("welcome").on_top
    assert window.dock("player").on_top


def test_a_later_start_keeps_what_the_user_left(start, player):
    first = start(player)
    first.window.dock("welcome").close()
    first.window.close()
    first.close()
    assert not start(player).window.dock("welcome").isVisible()


@pytest.mark.parametrize("options", [{"safe_mode": True}, {"screenshot": "shot.png"}])
def test_safe_mode_and_screenshots_do_without_it(start, player, options):
    window = start(player, begin=False, **options).window
    assert window.dock("welcome").isHidden()


def test_it_says_what_was_found_and_on_demand_why_the_rest_was_not(start, player, qtbot):
    panel = start(player).window.show_panel("welcome")
    qtbot.waitUntil(lambda: "Not found: GPU" in texts(panel))
    assert "Processor: 2 cores" in texts(panel)
    assert "no driver" not in texts(panel)
    findings = panel.findings.itemAt(0).widget()
    qtbot.mouseClick(findings.why, Qt.MouseButton.LeftButton)
    assert "GPU: no driver. Install one." in texts(panel)


def test_the_demo_is_opened_by_whatever_plays_videos_and_the_panel_goes(start, player, qtbot):
    window = start(player).window
    panel = window.show_panel("welcome")
    qtbot.mouseClick(panel.demo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: player.played == [demo_clip()])
    assert window.dock("welcome").isHidden()


def test_the_language_changes_at_once(start, player, qtbot):
    program = start(player)
    editor = program.window.show_panel("welcome").language.editor
    editor.setCurrentIndex(editor.findData("zh_CN"))
    assert program.workbench.settings.get(ShellSettings).language == "zh_CN"
    qtbot.waitUntil(lambda: program.window.dock("welcome").windowTitle() == "欢迎")
