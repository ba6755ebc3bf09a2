"""The Plugins page: what there is, on or off, and why something failed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from pixelwatt.api import Claim, Command, Panel, Source
from pixelwatt.plugin_folder import installed
from pixelwatt.plugin_host import State
from pixelwatt.shell_settings import ShellSettings


@pytest.fixture
def good(make_plugin):
    source = Source("Essay")
    return make_plugin(
        "good",
        panels=[Panel(id="one", title="One", view="good:view")],
        commands=[Command(id="g.a", title="A", run="good:a")],
        claims=[
            Claim(id=f"g.{n}", statement="s", statement_zh="z", source=source, check="good:c")
            for n in range(2)
        ],
    )


@pytest.fixture
def bad(make_plugin):
    def explode():
        raise RuntimeError("no table")

    return make_plugin("bad", hooks={"pixelwatt_panels": explode})


@pytest.fixture
def program(start, good, bad):
    good.view = lambda context: QLabel()
    return start(good, bad)


@pytest.fixture
def page(program):
    return program.window.show_panel("plugins")


def texts(card):
    return "\n".join(label.text() for label in card.findChildren(QLabel))


def test_it_says_what_each_contributes(page):
    assert "panels: One" in texts(page.cards["good"])
    assert "commands: 1" in texts(page.cards["good"])
    assert "claims: 2" in texts(page.cards["good"])


def test_what_a_plugin_says_of_itself_is_in_the_users_language(program, monkeypatch):
    plugin = next(each for each in program.workbench.host.plugins if each.name == "good")
    plugin.summary = "Good things."
    monkeypatch.setattr("pixelwatt.text._backend", lambda context, text: f"{context}: {text}")
    page = program.window.show_panel("plugins")
    assert f"{plugin.package}: Good things." in texts(page.cards["good"])


def test_a_failed_one_shows_its_traceback_and_copies_a_report(page, qtbot, qapp):
    card = page.cards["bad"]
    assert "RuntimeError: no table" in texts(card)
    assert "explode" in card.traceback.toPlainText()
    qtbot.mouseClick(card.copy, Qt.MouseButton.LeftButton)
    assert "Plugin bad" in qapp.clipboard().text()
    assert "RuntimeError: no table" in qapp.clipboard().text()


def test_the_user_is_told_of_a_failure_once(program):
    told = [n.text for n in program.workbench.notices.history]
    assert told == ["The plugin bad failed and is off."]


def test_disabling_is_kept_and_the_next_start_does_not_import_it(
    start, program, page, good, bad, qtbot
):
    assert page._restart_bar.isHidden()
    page.cards["good"].enabled.click()
    assert not page._restart_bar.isHidden()
    disabled = program.workbench.settings.get(ShellSettings).disabled_plugins
    assert disabled == ("good",)
    start.stop(program)
    again = start(good, bad, disabled=disabled)
    states = {p.name: p.state for p in again.workbench.host.plugins}
    assert states["good"] is State.DISABLED
    card = again.window.show_panel("plugins").cards["good"]
    assert not card.enabled.isChecked()
    card.enabled.click()
    assert again.workbench.settings.get(ShellSettings).disabled_plugins == ()


def test_a_plugin_that_fails_later_is_shown_at_once(program, page):
    plugin = program.workbench.host.plugins[0]
    program.workbench.host.fail(plugin, "view", ValueError("later"))
    assert "ValueError: later" in texts(page.cards["good"])


def test_safe_mode_says_so(start, good):
    page = start(good, safe_mode=True).window.show_panel("plugins")
    assert any("Safe mode" in label.text() for label in page.findChildren(QLabel))


def test_a_plugin_is_installed_after_the_warning_was_read(
    make_wheel, page, program, qtbot, tmp_path
):
    wheel = make_wheel(tmp_path)
    question = page.install_bar.ask(wheel)
    assert "runs with your rights" in question.informativeText()
    assert installed() == []
    button = next(b for b in question.buttons() if b.text() == "Install")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(installed()), timeout=10_000)
    qtbot.waitUntil(lambda: "small 1.0 is installed" in program.workbench.notices.history[-1].text)


def test_a_wheel_that_does_not_fit_is_refused_with_the_reason(
    make_wheel, page, program, qtbot, tmp_path
):
    page.install_bar.install(make_wheel(tmp_path, entry=""))

    def told():
        return "\n".join(f"{n.text} {n.detail}" for n in program.workbench.notices.history)

    qtbot.waitUntil(lambda: "not a Pixelwatt plugin" in told(), timeout=10_000)
    assert installed() == []
