"""A bundle that would start without plugins, and without any error, is refused."""

from __future__ import annotations

import json
import os
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(os.name == "nt", reason="bundles are built on Linux and macOS")


def script(path: Path, text: str) -> Path:
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return path


def naive_program(folder: Path) -> Path:
    """All the code of Pixelwatt and what it needs, but no metadata: what a naive freeze makes."""
    modules = folder / "modules"
    modules.mkdir()
    installed = Path(sysconfig.get_path("purelib")).iterdir()
    packages = [p for p in installed if not p.name.endswith((".dist-info", ".pth"))]
    packages += [ROOT / "desktop" / "pixelwatt", ROOT / "resources" / "pixelwatt_resources"]
    packages += sorted((ROOT / "plugins").glob("pixelwatt_*"))
    for package in packages:
        (modules / package.name).symlink_to(package)
    # -S leaves site-packages out, where this checkout's own metadata lie.
    start = f"import sys; sys.path.append({str(modules)!r}); import pixelwatt.__main__ as m"
    start += "; m.main()"
    return script(folder / "naive", f'exec "{sys.executable}" -I -S -c "{start}" "$@"')


def test_a_bundle_without_entry_points_is_refused(tmp_path: Path) -> None:
    from bundle import require_plugins
    from project import PackagingError

    with pytest.raises(PackagingError, match=r"lacks plugins.*accelerators.*video_budget"):
        require_plugins(naive_program(tmp_path))


def test_a_program_with_its_entry_points_passes(tmp_path: Path) -> None:
    from bundle import require_plugins

    whole = script(tmp_path / "whole", f'exec "{sys.executable}" -m pixelwatt "$@"')
    require_plugins(whole)


def test_a_plugin_that_fails_in_the_bundle_is_missed(tmp_path: Path) -> None:
    from bundle import PLUGINS, require_plugins
    from project import PackagingError

    rows = [{"name": name, "state": "loaded"} for name in sorted(PLUGINS - {"power"})]
    rows.append({"name": "power", "state": "failed"})
    (tmp_path / "rows.json").write_text(json.dumps({"plugins": rows}))
    program = script(tmp_path / "half", f"cat {tmp_path}/rows.json")
    with pytest.raises(PackagingError, match=r"lacks plugins: \['power'\]"):
        require_plugins(program)


def test_a_bundle_that_does_not_start_says_why(tmp_path: Path) -> None:
    from bundle import require_plugins
    from project import PackagingError

    program = script(tmp_path / "broken", "echo 'libz.so.1: cannot open' >&2; exit 127")
    with pytest.raises(PackagingError, match=r"libz\.so\.1: cannot open"):
        require_plugins(program)


@pytest.mark.parametrize(
    ("line", "fatal"),
    [
        (
            "WARNING: Library not found: could not resolve 'libxcb-cursor.so.0', dependency of "
            "'/v/site-packages/PySide6/Qt/plugins/platforms/libqxcb.so'.",
            True,
        ),
        (
            "WARNING: Library not found: could not resolve 'libgtk-3.so.0', dependency of "
            "'/v/site-packages/PySide6/Qt/plugins/platformthemes/libqgtk3.so'.",
            False,  # that file is left out of the bundle
        ),
        ("INFO: Building COLLECT", False),
    ],
)
def test_a_library_not_found_stops_the_build(line: str, fatal: bool) -> None:
    from bundle import misses_library

    assert misses_library(line) is fatal


def test_what_the_guide_promises_is_what_builds_look_at() -> None:
    sys.path.append(str(ROOT / "packaging" / "probe"))
    try:
        from pixelwatt_probe.looks import PROMISED_QT
    finally:
        sys.path.remove(str(ROOT / "packaging" / "probe"))
    guide = (ROOT / "docs" / "plugin-guide.md").read_text("utf-8")
    promise = guide.partition("A program installed from a package holds")[2].partition("\n\n")[0]
    words = promise.replace(",", " ").replace(";", " ").split()
    assert {word for word in words if word.startswith("Qt")} == set(PROMISED_QT)
