"""The blind test on the panel."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from pixelwatt_upscaler.core.frames import Size

from .live_sources import Still, picture
from .test_view_panel import SIZE

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)


@pytest.fixture
def panel(make_panel):
    panel = make_panel(Still(picture(Size(*SIZE))))
    QTest.keyClick(panel.canvas, Qt.Key.Key_B)
    return panel


def labels(panel):
    return [layer.title for layer, _pane, _clip in panel.canvas.regions()]


def test_a_picture_is_shown_alone_and_without_its_name(panel):
    assert panel.blind_bar.isVisible()
    panel.blind_bar.start.click()
    for key, name in ((Qt.Key.Key_A, "A"), (Qt.Key.Key_B, "B"), (Qt.Key.Key_X, "X")):
        QTest.keyClick(panel.canvas, key)
        assert labels(panel) == [name]
        panel.grab()


def test_the_inspector_gives_no_name_away(panel, monkeypatch):
    shown = []
    monkeypatch.setattr(
        "pixelwatt_upscaler.views.overlay.draw_inspector",
        lambda _painter, layers, *_rest: shown.append([each.title for each in layers]),
    )
    panel.blind_bar.start.click()
    panel.canvas.set_inspecting(True)
    panel.canvas._pointer = QPointF(panel.canvas.rect().center())
    QTest.keyClick(panel.canvas, Qt.Key.Key_B)
    panel.grab()
    assert shown[-1] == ["B"]


def test_x_is_really_one_of_the_two(panel):
    bar = panel.blind_bar
    bar.start.click()
    shown = panel.canvas.regions()[0][0].key
    assert shown == ("bicubic" if bar.test.x_is_a else "original")


def test_ten_answers_give_a_score(panel):
    bar = panel.blind_bar
    bar.start.click()
    while not bar.test.finished:
        QTest.keyClick(panel.canvas, Qt.Key.Key_8 if bar.test.x_is_a else Qt.Key.Key_9)
    assert bar.state.text().startswith("10 of 10 right; guessing does so in 0.0977 %")
    assert len(labels(panel)) == 3, "all pictures are back, with their names"


def test_escape_ends_it(panel):
    panel.blind_bar.start.click()
    QTest.keyClick(panel.canvas, Qt.Key.Key_Escape)
    assert not panel.blind_bar.isVisible()
    assert len(labels(panel)) == 3


def test_two_times_the_same_picture_is_no_test(panel):
    bar = panel.blind_bar
    bar.second.setCurrentIndex(bar.first.currentIndex())
    bar.start.click()
    assert bar.test is None
    assert bar.state.text() == "Choose two different pictures."
