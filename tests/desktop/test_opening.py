"""Files find their plugin: by pattern, by a look inside, or are turned away with a reason."""

from __future__ import annotations

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QFileDialog

from pixelwatt import exporting, opening
from pixelwatt.api import Exporter, Level, Opener, Problem
from pixelwatt.recent import RecentList


def opener(name, *patterns, **more):
    return Opener(id=name, title=name.title(), patterns=patterns, open=f"demo:open_{name}", **more)


@pytest.fixture
def plugin(make_plugin):
    made = make_plugin(
        "demo",
        openers=[
            opener("picture", "*.png", "*.jpg"),
            opener("log", "*.csv", sniff="demo:is_log", priority=1),
            opener("capture", "*.csv", sniff="demo:is_capture"),
            opener("table", "*.csv"),
        ],
        exporters=[
            Exporter(id="svg", title="Drawing", suffixes=(".svg",), accepts="demo:can",
                     write="demo:write"),
            Exporter(id="bad", title="Bad", suffixes=(".bad",), accepts="demo:explode",
                     write="demo:explode"),
        ],
    )  # fmt: skip
    made.opened = []
    made.can_export = True

    def opens(name):
        return lambda context, paths: made.opened.append((name, [p.name for p in paths]))

    for name in ("picture", "log", "capture", "table"):
        setattr(made, f"open_{name}", opens(name))
    made.is_log = lambda path, head: head.startswith(b"step,")
    made.is_capture = lambda path, head: 1 / 0 if b"poison" in head else b"PresentMon" in head
    made.can = lambda context: made.can_export
    made.write = lambda context, path: path.write_text("<svg/>")
    made.explode = lambda *_: 1 / 0
    return made


@pytest.fixture
def program(start, plugin):
    return start(plugin)


def open_and_wait(program, qtbot, *paths):
    with qtbot.waitSignal(program.workbench.opened):
        program.workbench.open(list(paths))


@pytest.fixture
def write(tmp_path):
    def make(name, content=b"x"):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return make


def test_files_of_a_kind_go_together(program, plugin, write, qtbot):
    open_and_wait(program, qtbot, write("a.png"), write("B.JPG"))
    assert plugin.opened == [("picture", ["a.png", "B.JPG"])]


@pytest.mark.parametrize(
    ("content", "expected"),
    [(b"step,loss", "log"), (b"PresentMon 2", "capture"), (b"a,b", "table"), (b"poison", "table")],
)
def test_one_suffix_with_several_meanings_is_looked_into(
    program, plugin, write, qtbot, content, expected
):
    open_and_wait(program, qtbot, write("x.csv", content))
    assert plugin.opened == [(expected, ["x.csv"])]


def test_what_nobody_opens_is_said_with_what_is_opened(program, plugin, write, qtbot):
    open_and_wait(program, qtbot, write("x.docx"), write("a.png"))
    assert plugin.opened == [("picture", ["a.png"])], "the rest is opened all the same"
    notice = program.workbench.notices.history[-1]
    assert notice.level is Level.WARNING
    assert "x.docx" in notice.text
    assert "*.png" in notice.detail


def test_a_missing_file_and_a_folder_are_told_apart(program, tmp_path, qtbot):
    open_and_wait(program, qtbot, tmp_path / "no.png")
    assert "no file" in program.workbench.notices.history[-1].text
    (tmp_path / "dir.png").mkdir()
    open_and_wait(program, qtbot, tmp_path / "dir.png")
    assert "folder" in program.workbench.notices.history[-1].text


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_a_file_without_permission_is_said(open_folder, as_a_user):
    path = open_folder / "a.png"
    path.write_bytes(b"picture")
    path.chmod(0)
    with as_a_user(), pytest.raises(Problem, match="may not be read"):
        opening.read_head(path)


def test_a_plugin_that_raises_while_opening_is_a_notice(program, plugin, write, qtbot):
    def refuse(context, paths):
        raise Problem("It is cut off.", "Copy it again.")

    plugin.open_picture = refuse
    open_and_wait(program, qtbot, write("a.png"))
    notice = program.workbench.notices.history[-1]
    assert (notice.text, notice.detail) == ("It is cut off.", "Copy it again.")
    plugin.open_picture = lambda context, paths: 1 / 0
    open_and_wait(program, qtbot, write("a.png"))
    assert "a.png could not be opened" in program.workbench.notices.history[-1].text
    assert program.workbench.recent_files.items == ()


def test_opened_files_are_in_the_recent_menu(program, plugin, write, qtbot):
    path = write("a.png")
    open_and_wait(program, qtbot, path)
    menu = program.window.menus.menu("File/Open recent", "pixelwatt")
    menu.aboutToShow.emit()
    first = menu.actions()[0]
    assert (first.text(), first.toolTip()) == ("a.png", str(path))
    with qtbot.waitSignal(program.workbench.opened):
        first.trigger()
    assert len(plugin.opened) == 2
    menu.actions()[-1].trigger()
    assert program.workbench.recent_files.items == ()


def test_a_recent_file_that_is_gone_leaves_the_list(program, write, qtbot):
    path = write("a.png")
    open_and_wait(program, qtbot, path)
    path.unlink()
    with qtbot.waitSignal(program.workbench.opened):
        program.window.actions_.open_recent(path)
    assert program.workbench.recent_files.items == ()


def test_the_open_dialog_offers_every_kind(program, plugin, write, qtbot, monkeypatch):
    asked = []

    def choose(parent, title, folder, filters):
        asked.append(filters)
        return [str(path)], ""

    path = write("a.png")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", staticmethod(choose))
    with qtbot.waitSignal(program.workbench.opened):
        program.window.commands.run("shell.open")
    kinds = asked[0].split(";;")
    assert kinds[0] == "All that can be opened (*.png *.jpg *.csv)"
    assert "Picture (*.png *.jpg)" in kinds
    assert kinds[-1] == "All files (*)"


def test_files_of_the_command_line_are_opened(start, plugin, write, qtbot):
    program = start(plugin, files=(write("a.png"),))
    qtbot.waitUntil(lambda: plugin.opened == [("picture", ["a.png"])])
    assert program.workbench.opening == 0


def test_export_offers_what_can_be_written_now(program, plugin, tmp_path, monkeypatch):
    target = tmp_path / "drawing"
    monkeypatch.setattr(
        QFileDialog,
        "getSaveFileName",
        staticmethod(lambda *_: (str(target), "Drawing (*.svg)")),
    )
    assert [c.item.id for c in exporting.accepting(program.workbench)] == ["svg"]
    program.window.commands.run("shell.export")
    assert target.with_suffix(".svg").read_text() == "<svg/>"
    assert "drawing.svg" in program.workbench.notices.history[-1].text
    plugin.can_export = False
    assert not program.window.actions_.can_export()


def test_an_export_that_fails_is_a_notice(program, plugin, tmp_path):
    (svg,) = exporting.accepting(program.workbench)
    plugin.write = plugin.explode
    exporting.write(program.workbench, svg, tmp_path / "x.svg")
    notice = program.workbench.notices.history[-1]
    assert notice.level is Level.ERROR
    assert "x.svg" in notice.text


def test_recent_lists_are_short_and_without_doubles(tmp_path):
    kept = {}
    path = tmp_path / "recent.json"
    recent = RecentList(path, lambda p, text: p.write_text(text, "utf-8"), length=3)
    for name in ("a", "b", "a", "c", "d"):
        recent.add(name)
    assert recent.items == ("d", "c", "a")
    assert RecentList(path, kept.__setitem__, length=3).items == ("d", "c", "a")


@settings(max_examples=50)
@given(st.binary(max_size=200))
def test_a_damaged_recent_list_is_an_empty_one(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("recent") / "recent.json"
    path.write_bytes(content)
    items = RecentList(path, lambda *_: None).items
    assert all(isinstance(item, str) for item in items)
