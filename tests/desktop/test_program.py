"""The program as a process: screenshots, screens, crashes, its end."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from pixelwatt.crash_report import CrashReport
from pixelwatt.crashes import CrashWatch

ROOM = {"PIXELWATT_QUIT_AFTER": "0.5"}


@pytest.fixture
def run(tmp_path):
    """Run Pixelwatt without plugins as a process of its own, without a screen."""

    def start(*arguments, code="", **environment):
        variables = {
            **os.environ, "QT_QPA_PLATFORM": "offscreen", "PIXELWATT_HOME": str(tmp_path / "home"),
            "PYTHONPATH": os.pathsep.join(sys.path), **environment,
        }  # fmt: skip
        command = ["-c", code] if code else ["-m", "pixelwatt", "--safe-mode", *arguments]
        return subprocess.run(
            [sys.executable, *command],
            env=variables,
            capture_output=True,
            text=True,
            timeout=100,
            check=False,
        )

    return start


@pytest.mark.parametrize(("theme", "dark"), [("dark", True), ("light", False)])
def test_a_screenshot_of_the_real_window(run, tmp_path, theme, dark):
    path = tmp_path / "shot.png"
    done = run("--screenshot", str(path), "--size", "900x600", "--theme", theme)
    assert (done.returncode, done.stderr) == (0, "")
    image = QImage(str(path))
    assert (image.width(), image.height()) == (900, 600)
    assert (image.pixelColor(450, 590).lightness() < 80) is dark
    assert not (tmp_path / "home" / "config" / "layout.json").exists(), "it leaves no trace"


def test_a_screenshot_of_an_unknown_panel_fails_and_names_the_known_ones(run, tmp_path):
    done = run("--screenshot", str(tmp_path / "shot.png"), "--panel", "clams")
    assert done.returncode == 1
    assert "clams" in done.stderr
    assert "claims" in done.stderr


def test_a_screenshot_that_cannot_be_written_fails(run, tmp_path):
    done = run("--screenshot", str(tmp_path / "missing" / "shot.png"))
    assert done.returncode == 1
    assert "could not be saved" in done.stderr


def test_a_picture_taken_too_early_says_so(start, make_plugin, qtbot, tmp_path, capsys):
    from PySide6.QtWidgets import QLabel

    from pixelwatt.api import Panel
    from pixelwatt.screenshot import Screenshot

    class Slow(QLabel):
        def content_ready(self):
            return False

    plugin = make_plugin("demo", panels=[Panel(id="slow", title="Slow", view="demo:view")])
    plugin.view = lambda context: Slow("…")
    program = start(plugin)
    codes = []
    path = tmp_path / "shot.png"
    Screenshot(program.workbench, program.window, path, codes.append, limit_s=0.2)
    qtbot.waitUntil(lambda: codes == [1])
    assert path.is_file(), "a picture all the same"
    assert "'slow'" in capsys.readouterr().err


def test_it_quits_after_the_seconds_it_is_told(run):
    done = run(**ROOM)
    assert (done.returncode, done.stderr) == (0, "")


def test_an_orderly_end_leaves_no_crash_marker(run, tmp_path):
    run(**ROOM)
    assert not (tmp_path / "home" / "data" / "running").exists()
    assert (tmp_path / "home" / "config" / "layout.json").is_file()


def screen(name, x, width, height):
    return {"name": name, "x": x, "y": 0, "width": width, "height": height}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGTERM to send")
def test_a_logout_ends_it_in_order(tmp_path):
    environment = {
        **os.environ, "QT_QPA_PLATFORM": "offscreen", "PIXELWATT_HOME": str(tmp_path),
        "PYTHONPATH": os.pathsep.join(sys.path), "PIXELWATT_QUIT_AFTER": "60",
    }  # fmt: skip
    command = [sys.executable, "-m", "pixelwatt", "--safe-mode"]
    log = tmp_path / "logs" / "pixelwatt.log"

    def read(path):
        return path.read_text("utf-8") if path.exists() else ""

    with subprocess.Popen(command, env=environment) as process:
        deadline = time.monotonic() + 60
        while "window is up" not in read(log) and time.monotonic() < deadline:
            time.sleep(0.05)
        process.terminate()
        assert process.wait(30) == 0
    assert (tmp_path / "config" / "layout.json").is_file()
    assert not (tmp_path / "data" / "running").exists()


SCREENS = {
    "one": [screen("A", 0, 1920, 1080)],
    "two": [screen("A", 0, 1280, 800), screen("B", 1280, 1920, 1080)],
}

SESSION = """
import json, sys
from PySide6.QtGui import QGuiApplication
from pixelwatt import app
from pixelwatt.options import WindowOptions
from pixelwatt.plugin_host import PluginHost
from pixelwatt.storage_folders import Folders
host = PluginHost(safe_mode=True)
host.load()
application = app.make_application()
program = app.Program(application, host, Folders.of_user(), WindowOptions(theme="dark"))
program.show(begin_soon=False)
application.processEvents()
program.begin()
application.processEvents()
window = program.window
screens = QGuiApplication.screens()
if {move!r}:
    window.move(screens[-1].geometry().center())
    dock = window.dock("claims")
    dock.setFloating(True)
    dock.move(screens[-1].geometry().topLeft() + dock.rect().center() / 4)
    application.processEvents()
dock = window.dock("claims")
def seen(widget):
    return any(s.geometry().contains(widget.frameGeometry().center()) for s in screens)
answer = dict(screens=len(screens), ratio=window.devicePixelRatioF(), window=seen(window),
              dock=seen(dock), floating=dock.isFloating())
pixmap = window.grab()
answer["sharp"] = pixmap.width() == round(window.width() * window.devicePixelRatioF())
window.close()
program.close()
print(json.dumps(answer))
"""


def session(run, tmp_path, screens, *, move, **environment):
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": SCREENS[screens]}), "utf-8")
    platform = f"offscreen:configfile={config}"
    done = run(
        code=SESSION.replace("{move!r}", repr(move)), QT_QPA_PLATFORM=platform, **environment
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_a_window_and_a_floating_panel_come_back_from_a_monitor_that_is_gone(run, tmp_path):
    before = session(run, tmp_path, "two", move=True)
    assert before["screens"] == 2
    assert before["floating"]
    after = session(run, tmp_path, "one", move=False)
    assert after["screens"] == 1
    assert after["window"], "on a screen that is there"
    assert after["dock"]


def test_a_fractional_pixel_ratio_stays_sharp(run, tmp_path):
    seen = session(run, tmp_path, "one", move=False, QT_SCALE_FACTOR="1.5")
    assert seen["ratio"] == 1.5
    assert seen["sharp"]


# -- crashes ---------------------------------------------------------------------------------


@pytest.fixture
def watch(tmp_path):
    reported = []
    made = CrashWatch(tmp_path, lambda what, error: reported.append((what, error)))
    made.reported = reported
    made.install()
    yield made
    made.uninstall()


def test_what_nobody_caught_is_reported(watch):
    error = ValueError("boom")
    sys.excepthook(ValueError, error, None)
    assert watch.reported == [("Something went wrong.", error)]
    assert not watch.crashed_before


def test_a_crash_of_native_code_is_known_at_the_next_start(run, tmp_path):
    crash = (
        "import ctypes\nfrom pathlib import Path\nfrom pixelwatt.crashes import CrashWatch\n"
        f"CrashWatch(Path({str(tmp_path)!r}), print).install()\nctypes.string_at(0)\n"
    )
    assert run(code=crash).returncode != 0
    watch = CrashWatch(tmp_path, lambda what, error: None)
    watch.install()
    watch.uninstall()
    assert watch.crashed_before
    assert "string_at" in (tmp_path / "last_crash.txt").read_text("utf-8")


def test_after_a_crash_its_report_and_safe_mode_are_offered(start, make_plugin, qtbot, qapp):
    start.folders.data.mkdir(parents=True)
    (start.folders.data / "running").write_text("Fatal Python error", "utf-8")
    program = start(make_plugin("demo"))
    notice = program.workbench.notices.history[-1]
    read, restart = notice.actions
    assert restart.title == "Restart without plugins"
    read.run()
    report = program.window.findChild(CrashReport)
    assert "Fatal Python error" in report.text.toPlainText()
    qtbot.mouseClick(report.copy, Qt.MouseButton.LeftButton)
    assert qapp.clipboard().text() == report.text.toPlainText()
    report.reject()


def test_the_program_is_drawn_in_the_style_its_themes_are_made_for() -> None:
    code = "from pixelwatt import app; print(app.make_application().style().objectName())"
    # Whatever style the desktop would choose.
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"QT_STYLE_OVERRIDE": "windows", "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "fusion"
