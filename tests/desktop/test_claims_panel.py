"""The claims ledger on screen."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from pixelwatt.api import Claim, ClaimResult, Source, Verdict

ESSAY = Source("An essay", "https://example.org/essay", "2026")
SHEET = Source("A data sheet", "https://example.org/sheet")


def claim(name, statement, statement_zh, **more):
    return Claim(
        id=name, statement=statement, statement_zh=statement_zh, source=ESSAY,
        check=f"demo:{name}", **more,
    )  # fmt: skip


@pytest.fixture
def plugin(make_plugin):
    made = make_plugin(
        "demo",
        claims=[
            claim("true", "Two and two are four.", "二加二等于四。", topic="Sums"),
            claim("false", "Two and two are five.", "二加二等于五。", topic="Sums",
                  experiment="demo:experiment", experiment_title="Count again"),
            claim("open", "Cats are wet.", "猫是湿的。", topic="Cats"),
            claim("broken", "This check fails.", "检验会出错。"),
        ],
    )  # fmt: skip
    made.threads = set()

    def result(verdict, arithmetic):
        def check():
            made.threads.add(threading.current_thread())
            return ClaimResult(verdict, arithmetic, (SHEET,))

        return check

    made.true = result(Verdict.SUPPORTED, "2 + 2 = 4 <exactly>")
    made.false = result(Verdict.CONTRADICTED, "2 + 2 = 4, not 5")
    made.open = result(Verdict.UNDECIDABLE, "no cats at hand")
    made.broken = lambda: 1 / 0
    return made


@pytest.fixture
def program(start, plugin):
    return start(plugin, language="en")


@pytest.fixture
def ledger(program, qtbot):
    panel = program.window.show_panel("claims")
    qtbot.waitUntil(panel.content_ready)
    return panel


def statements(ledger):
    return [ledger.shown.index(row, 0).data() for row in range(ledger.shown.rowCount())]


def test_every_claim_is_checked_off_the_ui_thread(ledger, plugin):
    verdicts = [ledger.model.verdict(row) for row in range(ledger.model.rowCount())]
    assert verdicts == ["supported", "contradicted", "undecidable", "error"]
    assert threading.main_thread() not in plugin.threads


def test_the_page_has_both_languages_arithmetic_and_sources(ledger):
    text, html = ledger.page.toPlainText(), ledger.page.toHtml()
    for part in ("Two and two are four.", "二加二等于四。", "2 + 2 = 4 <exactly>", "supported"):
        assert part in text
    assert "https://example.org/essay" in html
    assert "https://example.org/sheet" in html


def test_a_check_that_raises_says_so_in_its_own_place(ledger):
    ledger.list.setCurrentIndex(ledger.shown.index(3, 0))
    assert "check failed" in ledger.page.toPlainText()
    assert "ZeroDivisionError" in ledger.page.toPlainText()


def test_counts_stand_on_the_filters(ledger):
    assert [b.text() for b in ledger.verdicts.buttons()] == [
        "All  4", "Supported  1", "Contradicted  1", "Undecidable  1",
    ]  # fmt: skip


def test_filtering_by_text_topic_and_verdict(ledger, qtbot):
    qtbot.keyClicks(ledger.search, "two five")
    assert statements(ledger) == ["Two and two are five."]
    assert "five" in ledger.page.toPlainText()
    ledger.search.clear()
    ledger.topics.setCurrentText("Cats")
    assert statements(ledger) == ["Cats are wet."]
    ledger.topics.setCurrentIndex(0)
    qtbot.mouseClick(ledger.verdicts.button(1), Qt.MouseButton.LeftButton)
    assert statements(ledger) == ["Two and two are four."]
    qtbot.keyClicks(ledger.search, "nothing like this")
    assert statements(ledger) == []
    assert "No claim fits" in ledger.page.toPlainText()


def test_chinese_is_found_too(ledger, qtbot):
    ledger.search.setText("等于五")
    assert statements(ledger) == ["Two and two are five."]


def test_an_experiment_runs_with_the_plugins_context_and_changes_the_verdict(
    ledger, plugin, program, qtbot
):
    asked = []

    def experiment(context, finished):
        asked.append(context)
        finished(ClaimResult(Verdict.SUPPORTED, "counted on fingers: 5"))

    plugin.experiment = experiment
    assert not ledger.experiment.isVisible()
    ledger.list.setCurrentIndex(ledger.shown.index(1, 0))
    assert ledger.experiment.isVisible()
    assert ledger.experiment.text() == "Count again"
    qtbot.mouseClick(ledger.experiment, Qt.MouseButton.LeftButton)
    assert asked == [program.workbench.context_of(program.workbench.host.plugins[0])]
    assert "counted on fingers" in ledger.page.toPlainText()
    assert ledger.verdicts.button(1).text() == "Supported  2"


def test_an_experiment_that_raises_is_a_notice(ledger, plugin, program, qtbot):
    plugin.experiment = lambda context, finished: 1 / 0
    ledger.list.setCurrentIndex(ledger.shown.index(1, 0))
    qtbot.mouseClick(ledger.experiment, Qt.MouseButton.LeftButton)
    assert "experiment" in program.workbench.notices.history[-1].text


def test_what_is_shown_is_exported_as_markdown(ledger, qtbot, tmp_path, monkeypatch):
    target = tmp_path / "claims.md"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: (str(target), "")))
    ledger.search.setText("two and two")
    qtbot.mouseClick(ledger.export_button, Qt.MouseButton.LeftButton)
    lines = target.read_text("utf-8").splitlines()
    assert len(lines) == 4, "a head, its rule and two claims"
    assert "二加二等于四。" in lines[2]
    assert "contradicted" in lines[3]


def test_an_export_that_cannot_be_written_is_a_notice(ledger, program, tmp_path, monkeypatch):
    target = tmp_path / "missing" / "claims.md"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: (str(target), "")))
    ledger.export_button.click()
    assert "could not be written" in program.workbench.notices.history[-1].text


def test_statements_are_in_the_users_language(start, plugin, qtbot):
    panel = start(plugin, language="zh_CN").window.show_panel("claims")
    qtbot.waitUntil(panel.content_ready)
    assert panel.shown.index(0, 0).data() == "二加二等于四。"


def test_without_claims_it_says_where_they_come_from(start, make_plugin):
    panel = start(make_plugin("demo")).window.show_panel("claims")
    assert panel.content_ready()
    assert not panel.list.isVisible()


def test_a_check_still_running_does_no_harm_when_the_panel_is_gone(start, plugin, qtbot, caplog):
    go_on, finished = threading.Event(), threading.Event()

    def slow():
        go_on.wait(10)
        finished.set()
        return ClaimResult(Verdict.SUPPORTED, "late")

    plugin.true = slow
    program = start(plugin)
    program.window.show_panel("claims")
    program.window.dock("claims").body.dismantle()
    qtbot.wait(20)
    go_on.set()
    qtbot.waitUntil(lambda: finished.is_set() and not program.workbench.jobs.running)
    assert program.workbench.notices.history == ()
    assert "Error" not in caplog.text
