"""Help, diagnostics and the rest of what the shell's own commands do."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel

from pixelwatt.about import AboutDialog
from pixelwatt.api import Available, Command, Diagnostic, DiagnosticItem, Panel
from pixelwatt.window_actions import home_page


@pytest.fixture
def program(start, make_plugin):
    plugin = make_plugin(
        "demo",
        panels=[Panel(id="one", title="One", view="demo:view")],
        diagnostics=[Diagnostic(id="gpu", title="Graphics", collect="demo:collect")],
        commands=[
            Command(id="d.odd", title="Odd", run="demo:view", enabled_when="demo:explode",
                    toolbar=True),
        ],
    )  # fmt: skip
    plugin.view = lambda context: QLabel()
    plugin.collect = lambda: [DiagnosticItem("GPU", Available("a big one"))]
    plugin.explode = lambda context: 1 / 0
    return start(plugin)


@pytest.fixture
def opened(monkeypatch):
    urls = []

    def open_url(url):
        urls.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", staticmethod(open_url))
    return urls


def test_diagnostics_are_collected_off_the_ui_thread_and_copied(program, qtbot, qapp):
    program.window.commands.run("shell.diagnostics")
    qtbot.waitUntil(lambda: "a big one" in qapp.clipboard().text(), timeout=30_000)
    assert "Graphics" in qapp.clipboard().text()
    assert "clipboard" in program.workbench.notices.history[-1].text


def test_help_opens_pages_of_the_home_page(program, opened):
    program.window.commands.run("shell.documentation")
    program.window.commands.run("shell.updates")
    home = home_page()
    if not home:
        assert opened == []
        assert "page" in program.workbench.notices.history[-1].text
    else:
        assert opened == [f"{home}#readme", f"{home}/releases"]


def test_the_log_folder_is_opened(program, opened, start):
    program.window.commands.run("shell.log")
    assert opened[0].endswith("/logs")


def test_about_says_versions_and_licences(program, qtbot):
    program.window.commands.run("shell.about")
    dialog = program.window.findChild(AboutDialog)
    text = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Qt 6" in text
    assert "MIT" in text
    dialog.reject()
    qtbot.waitUntil(lambda: program.window.findChild(AboutDialog) is None)


def test_a_condition_that_raises_counts_as_not_met_and_is_logged_once(program, caplog):
    program.window.commands.refresh()
    program.window.commands.refresh()
    assert not program.window.commands.action("d.odd").isEnabled()
    assert sum("d.odd" in record.message for record in caplog.records) <= 1


def test_full_screen_is_a_switch(program, qtbot):
    window = program.window
    window.commands.run("shell.full_screen")
    qtbot.waitUntil(window.isFullScreen)
    assert window.commands.action("shell.full_screen").isChecked()
    window.commands.run("shell.full_screen")
    qtbot.waitUntil(lambda: not window.isFullScreen())
