"""Our own five panels in the real window: each opens, is named throughout, and closes cleanly."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget

from pixelwatt.plugin_host import State, installed_entry_points

OURS = ["upscaler", "power", "accelerators", "video_budget", "lr_schedule"]


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_panel_opens_and_names_its_controls(installed_plugins, start, qtbot, language):
    program = start(discover=installed_entry_points, language=language)
    host = program.workbench.host
    assert {p.name: p.state for p in host.plugins if p.name in OURS} == dict.fromkeys(
        OURS, State.LOADED
    )
    nameless = []
    for contributed in host.collect("pixelwatt_panels"):
        view = program.window.show_panel(contributed.item.id)
        assert isinstance(view, QWidget), contributed.item.id
        body = program.window.dock(contributed.item.id).body
        qtbot.waitUntil(body.content_ready, timeout=60_000)
        nameless += [
            f"{contributed.item.id}: {type(button).__name__} {button.toolTip()!r}"
            for button in view.findChildren(QAbstractButton)
            if not (button.text() or button.accessibleName())
            and not button.objectName().startswith("qt_")
            and button.isVisible()
            and type(button.parent()).__name__ not in ("QLineEdit", "QTabBar", "QTableView")
            and type(button).__name__ != "CloseButton"
        ]
    assert nameless == []
    assert not program.window.commands.conflicts


def test_no_plugin_needs_heavy_modules_before_its_panel_opens(installed_plugins):
    code = (
        "import sys\nfrom pixelwatt.plugin_host import PluginHost\n"
        "host = PluginHost()\nhost.load()\n"
        "for hook in ('panels', 'commands', 'settings', 'openers', 'exporters', 'claims'):\n"
        "    host.collect(f'pixelwatt_{hook}')\n"
        "heavy = {'numpy', 'cv2', 'av', 'onnxruntime', 'pyqtgraph', 'PySide6', 'openpyxl'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
