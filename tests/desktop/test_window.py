"""The window as a user meets it: panels as docks, built when seen, kept where they were put."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from pixelwatt import api, layout
from pixelwatt.plugin_host import State


def panel(name, **more):
    return api.Panel(id=name, title=name.title(), view=f"demo:{name}", icon="image", **more)


@pytest.fixture
def demo(make_plugin):
    """A plugin with two panels, recording which views were built."""
    plugin = make_plugin("demo", panels=[panel("one"), panel("two", area=api.Area.CENTER)])
    plugin.built = []

    def view(name):
        def build(context):
            plugin.built.append(name)
            return QLabel(name)

        return build

    plugin.one, plugin.two = view("one"), view("two")
    return plugin


def settle(qapp):
    """Let Qt lay the window out: what one layout posts is done in the rounds after it."""
    for _ in range(4):
        qapp.processEvents()


def test_only_the_seen_panel_is_built(start, demo):
    program = start(demo)
    assert demo.built == ["one"]
    assert isinstance(program.window.panel("one"), QLabel)
    assert program.window.panel("two") is None
    assert isinstance(program.window.show_panel("two"), QLabel)
    assert demo.built == ["one", "two"]


def test_nothing_is_built_before_the_first_paint(start, demo):
    program = start(demo, begin=False)
    program.show(begin_soon=False)
    assert demo.built == []


def test_activation_comes_before_views(start, make_plugin):
    order = []
    plugin = make_plugin("demo", panels=[panel("one")])
    plugin.pixelwatt_activate = api.hookimpl(lambda context: order.append("activate"))
    plugin.one = lambda context: (order.append("view"), QLabel())[1]
    start(plugin)
    assert order == ["activate", "view"]


def test_centre_panels_share_one_place_as_tabs_with_icons(start, demo, qtbot):
    window = start(demo).window
    first, second = window.dock("one"), window.dock("two")
    assert second in window.tabifiedDockWidgets(first)
    qtbot.waitUntil(lambda: first.title_bar.sizeHint().height() == 0)
    (bar,) = [b for b in window.tabs.bars() if b.count() >= 2]
    assert [bar.tabText(i) for i in range(2)] == ["One", "Two"]
    assert not bar.tabIcon(0).isNull()
    assert window.tabs.dock_of(bar, 1) is second


def test_every_tab_stays_in_sight_in_a_narrow_window(start, make_plugin, qtbot):
    names = [f"a_panel_with_a_long_name_{number}" for number in range(6)]
    plugin = make_plugin("demo", panels=[panel(name) for name in names])
    for name in names:
        setattr(plugin, name, lambda context: QLabel())
    window = start(plugin).window
    window.resize(window.minimumSizeHint())
    qtbot.waitUntil(lambda: any(bar.property("dressed") for bar in window.tabs.bars()))
    bar = max(window.tabs.bars(), key=lambda each: each.count())
    # Shortened, and not scrolled away.
    qtbot.waitUntil(lambda: bar.tabRect(bar.count() - 1).right() < bar.width() <= window.width())
    assert all(bar.tabText(index) in bar.tabToolTip(index) for index in range(bar.count()))


def test_closing_a_tab_hides_its_panel_and_the_view_menu_brings_it_back(start, demo, qtbot):
    window = start(demo).window
    qtbot.waitUntil(lambda: bool(window.tabs.bars()))
    window.tabs.tidy()
    (bar,) = [b for b in window.tabs.bars() if b.count() >= 2]
    bar.tabCloseRequested.emit(0)
    assert window.dock("one").isHidden()
    window.commands.run("panel.one")
    assert not window.dock("one").isHidden()
    assert demo.built.count("one") == 1, "one instance, found again"


def test_a_panel_can_float_and_come_back(start, demo, qtbot):
    window = start(demo).window
    dock = window.dock("two")
    window.show_panel("two")
    window.actions_.go_to(dock)
    dock.setFloating(True)
    qtbot.waitUntil(lambda: dock.title_bar.sizeHint().height() > 0)
    window.reset_layout()
    assert not dock.isFloating()
    assert dock in window.tabifiedDockWidgets(window.dock("one"))


def test_without_panels_the_window_says_what_to_do(start, demo, qtbot):
    window = start(demo).window
    for dock in window.docks:
        dock.close()
    qtbot.waitUntil(window._empty.isVisible)
    qtbot.mouseClick(window._empty.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window._empty.isVisible())
    assert not window.dock("one").isHidden()


def test_every_panel_is_reached_by_key(start, demo, qtbot):
    window = start(demo).window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.panel("two") is not None)
    qtbot.keyClick(window, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.current_dock() is window.dock("one"))
    qtbot.keyClick(window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert window.dock("one").isHidden()


def test_a_view_that_raises_shows_why_and_can_be_tried_again(start, make_plugin, qtbot, qapp):
    plugin = make_plugin("demo", panels=[panel("one")])
    plugin.one = lambda context: 1 / 0
    program = start(plugin)
    page = program.window.dock("one").body.failure_page
    assert "ZeroDivisionError" in page.findChild(QWidget, "traceback").toPlainText()
    (loaded,) = program.workbench.host.plugins
    assert loaded.state is State.FAILED
    qtbot.mouseClick(page.copy, Qt.MouseButton.LeftButton)
    assert "ZeroDivisionError" in qapp.clipboard().text()
    assert "Plugin demo" in qapp.clipboard().text()
    plugin.one = lambda context: QLabel("mended")
    qtbot.mouseClick(page.retry, Qt.MouseButton.LeftButton)
    assert program.window.panel("one").text() == "mended"
    assert loaded.state is State.LOADED


def test_a_failing_plugin_can_be_disabled_in_its_place(start, make_plugin, qtbot):
    plugin = make_plugin("demo", panels=[panel("one")])
    plugin.one = lambda context: 1 / 0
    program = start(plugin)
    page = program.window.dock("one").body.failure_page
    qtbot.mouseClick(page.disable, Qt.MouseButton.LeftButton)
    assert program.window.dock("one").isHidden()
    assert not program.workbench.plugin_enabled(program.workbench.host.plugins[0])


def test_a_view_that_is_no_widget_is_a_failure_of_its_plugin(start, make_plugin):
    plugin = make_plugin("demo", panels=[panel("one")])
    plugin.one = lambda context: "not a widget"
    program = start(plugin)
    assert "not a QWidget" in program.workbench.host.plugins[0].failure.summary


@pytest.mark.parametrize("side", [api.Area.LEFT, api.Area.RIGHT, api.Area.BOTTOM])
def test_a_panel_keeps_its_size_while_its_neighbour_changes(start, make_plugin, qtbot, qapp, side):
    plugin = make_plugin("demo", panels=[panel("one"), panel("two", area=side)])
    plugin.one, plugin.two = (lambda context: QLabel("0")), (lambda context: QLabel())
    window = start(plugin).window
    docks = [window.dock("one"), window.dock("two")]
    qtbot.waitUntil(lambda: all(dock.body.view is not None for dock in docks))
    window.dock("welcome").close()
    # The tab bar takes its final height with its first icons.
    qtbot.waitUntil(lambda: any(bar.property("dressed") for bar in window.tabs.bars()))
    settle(qapp)
    window.resizeDocks(docks, [700, 300], Qt.Orientation.Horizontal)
    window.resizeDocks(docks, [400, 150], Qt.Orientation.Vertical)
    settle(qapp)
    before = [dock.geometry() for dock in docks]
    assert not before[0].intersects(before[1])
    for number in range(20):
        window.panel("one").setText("0" * (1 + number % 7))
        settle(qapp)
    assert [dock.geometry() for dock in docks] == before


def test_a_panel_at_the_bottom_leaves_the_centre_room_to_be_seen_and_built(
    start, make_plugin, qtbot
):
    plugin = make_plugin("demo", panels=[panel("one"), panel("two", area=api.Area.BOTTOM)])
    plugin.one, plugin.two = (lambda context: QLabel()), (lambda context: QLabel("two\n" * 40))
    window = start(plugin, screenshot="shot.png", begin=False).window
    window.show()
    qtbot.waitUntil(lambda: window.dock("one").on_top and window.dock("two").on_top)
    window.start()
    qtbot.waitUntil(lambda: window.panel("one") is not None and window.panel("two") is not None)


def test_a_panel_of_the_left_stands_before_the_centre_whichever_is_first(start, make_plugin):
    panels = [panel("one"), panel("two", area=api.Area.LEFT), panel("three")]
    plugin = make_plugin("demo", panels=panels)
    plugin.one = plugin.two = plugin.three = lambda context: QLabel()
    window = start(plugin).window
    assert window.dock("two").geometry().right() < window.dock("one").geometry().left()
    assert window.dock("three") in window.tabifiedDockWidgets(window.dock("one"))
    assert window.tabifiedDockWidgets(window.dock("two")) == []


def test_the_layout_comes_back(start, demo):
    program = start(demo)
    dock = program.window.dock("two")
    program.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    program.window.dock("claims").close()
    start.stop(program)
    window = start(demo).window
    assert window.dockWidgetArea(window.dock("two")) == Qt.DockWidgetArea.RightDockWidgetArea
    assert window.dock("claims").isHidden()


def test_a_plugin_that_was_away_finds_its_old_place(start, demo, make_plugin):
    other = make_plugin("other", panels=[api.Panel(id="else", title="Else", view="other:view")])
    other.view = lambda context: QLabel()
    program = start(demo, other)
    window = program.window
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, window.dock("else"))
    start.stop(program)
    start.stop(start(demo))
    window = start(demo, other).window
    assert window.dockWidgetArea(window.dock("else")) == Qt.DockWidgetArea.RightDockWidgetArea
    assert not window.dock("else").isHidden()


def test_a_new_plugins_panel_is_shown_beside_a_kept_layout(start, demo, make_plugin):
    start.stop(start(demo))
    other = make_plugin("other", panels=[api.Panel(id="else", title="Else", view="other:view")])
    other.view = lambda context: QLabel()
    window = start(demo, other).window
    assert not window.dock("else").isHidden()
    assert window.dock("else") in window.tabifiedDockWidgets(window.dock("one"))


@pytest.mark.parametrize("damage", ["not json", "{}", '{"version": 1, "state": "!"}', "version"])
def test_a_layout_that_does_not_fit_is_left_for_the_first_one(start, demo, damage):
    start.stop(start(demo))
    file = start.folders.config / "layout.json"
    if damage == "version":
        stored = json.loads(file.read_text("utf-8"))
        state = layout.parse(file.read_text("utf-8")).state
        stored["version"] = 99
        stored["state"] = layout.base64.b64encode(b"x" + state).decode()
        damage = json.dumps(stored)
    file.write_text(damage, "utf-8")
    window = start(demo).window
    assert not window.dock("one").isHidden()


# Qt 6.12 prefers a constructor that Qt 6.11 does not have.
@pytest.mark.filterwarnings("ignore:Function. 'QDragEnterEvent:DeprecationWarning")
def test_dropped_files_are_opened(start, demo, qtbot, tmp_path):
    program = start(demo)
    opened = []
    program.workbench.open = opened.append
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.png")), QUrl("https://example.org/b.png")])
    where, action = QPointF(10, 10), Qt.DropAction.CopyAction
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(where.toPoint(), action, data, buttons, keys)
    program.window.dragEnterEvent(enter)
    assert enter.isAccepted()
    program.window.dropEvent(QDropEvent(where, action, data, buttons, keys))
    assert opened == [[tmp_path / "a.png"]]


def test_views_are_closed_and_plugins_deactivated_on_close(start, make_plugin):
    log = []

    class View(QWidget):
        def closeEvent(self, event):
            log.append("view closed")

    plugin = make_plugin("demo", panels=[panel("one")])
    plugin.one = lambda context: View()
    plugin.pixelwatt_deactivate = api.hookimpl(lambda: log.append("deactivated"))
    start.stop(start(plugin))
    assert log == ["view closed", "deactivated"]


def test_safe_mode_opens_a_window_without_plugins(start, demo):
    program = start(demo, safe_mode=True)
    assert program.window.dock("one") is None
    assert program.window.dock("claims") is not None
    assert demo.built == []


def test_an_unknown_panel_is_named(start, demo, capsys):
    program = start(demo, panel="threee")
    assert "threee" in capsys.readouterr().err
    assert any("threee" in n.text for n in program.workbench.notices.history)


def test_the_language_changes_without_a_restart(start, demo, qtbot):
    program = start(demo, language="en")
    old = program.window
    program.window.show_panel("two")
    program.window.commands.run("shell.language_zh_CN")
    qtbot.waitUntil(lambda: program.window is not old)
    assert program.window.menus.menu("File", "pixelwatt").title() == "文件"
    assert program.workbench.language == "zh_CN"
    assert program.window.panel("two") is not None
    program.window.commands.run("shell.language_en")
    qtbot.waitUntil(lambda: program.workbench.language == "en")


def test_the_theme_changes_at_once(start, demo):
    program = start(demo, theme=None)
    seen = []
    program.workbench.subscribe_theme(seen.append)
    program.window.commands.run("shell.theme_dark")
    program.window.commands.run("shell.theme_light")
    assert seen[-1].dark is False
    program.window.commands.refresh()
    assert program.window.commands.action("shell.theme_light").isChecked()
    assert not program.window.commands.action("shell.theme_dark").isChecked()


def test_an_open_settings_dialog_survives_the_change_of_language(start, demo, qtbot):
    program = start(demo, language="en")
    old = program.window
    old.commands.run("shell.settings")
    old.commands.run("shell.language_zh_CN")
    qtbot.waitUntil(lambda: program.window is not old)
    assert program.window.findChild(QDialog, "settings").windowTitle() == "设置"


def test_a_theme_of_the_command_line_holds_while_other_settings_change(start, demo):
    program = start(demo, theme="light")
    program.workbench.set_plugin_enabled(program.workbench.host.plugins[0], False)
    assert program.workbench.theme.dark is False


def test_a_restart_begins_after_everything_was_written(start, demo, monkeypatch, qapp):
    seen = []

    def start_again(arguments):
        stored = (start.folders.config / "settings.toml").read_text("utf-8")
        seen.append((tuple(arguments), "demo" in stored))

    monkeypatch.setattr("pixelwatt.restart.start_again", start_again)
    program = start(demo)
    program.workbench.set_plugin_enabled(program.workbench.host.plugins[0], False)
    QTimer.singleShot(0, lambda: program.workbench.restart("--safe-mode"))
    assert program.run() == 0
    assert seen == [(("--safe-mode",), True)]


def test_closing_keeps_what_was_changed_a_moment_ago(start, make_plugin):
    plugin = make_plugin("demo", panels=[panel("one")])

    def view(context):
        plugin.autosave = context.storage.autosave("plan", lambda: "typed just now")
        return QLabel()

    plugin.one = view
    program = start(plugin)
    plugin.autosave.touch()
    start.stop(program)
    kept = start.folders.data / "demo" / "autosave" / "plan"
    assert kept.read_text("utf-8") == "typed just now"
