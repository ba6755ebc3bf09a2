"""Plugins installed into the program from a wheel or a folder."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from pixelwatt.api import Problem
from pixelwatt.plugin_folder import install, installed, remove
from pixelwatt.plugin_path import append_to_path

EXAMPLE = Path(__file__).parents[1] / "example_plugin"


@pytest.fixture
def root(tmp_path):
    return tmp_path / "plugins"


def test_a_wheel_is_installed_replaced_and_removed(make_wheel, tmp_path, root):
    install(make_wheel(tmp_path), root)
    install(make_wheel(tmp_path, version="2.0"), root)
    assert [(p.name, p.version) for p in installed(root)] == [("small", "2.0")]
    assert [p.name for p in root.iterdir()] == ["small-2.0"]
    remove("small", root)
    assert installed(root) == []
    with pytest.raises(Problem, match="No plugin 'small'"):
        remove("small", root)


def test_the_example_plugins_own_wheel_works_unchanged(tmp_path, root):
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index"]
    build += ["--disable-pip-version-check", "--no-build-isolation", "-w", str(tmp_path)]
    subprocess.run([*build, str(EXAMPLE)], check=True)
    (wheel,) = tmp_path.glob("*.whl")
    assert install(wheel, root).name == "pixelwatt-example"


def test_an_unpacked_wheel_in_a_folder_is_installed(make_wheel, tmp_path, root):
    with zipfile.ZipFile(make_wheel(tmp_path)) as wheel:
        wheel.extractall(tmp_path / "unpacked")
    install(tmp_path / "unpacked", root)
    assert [p.name for p in installed(root)] == ["small"]


def test_a_folder_without_a_plugin_is_refused(tmp_path, root):
    with pytest.raises(Problem, match="holds 0 unpacked"):
        install(tmp_path, root)


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"tag": "cp27-cp27m-win32"}, "another Python or system"),
        ({"extra": ["Requires-Python: >=4"]}, "needs Python >=4"),
        ({"extra": ["Requires-Dist: pixelwatt>=99"]}, r"needs pixelwatt>=99 \(this program has"),
        ({"extra": ["Requires-Dist: there-is-no-such"]}, "which is not in this program"),
        ({"extra": ["Requires-Dist: PyQt6"]}, "a second Qt"),
        ({"files": {"PySide6/__init__.py": b""}}, "carries a second Qt"),
        ({"entry": ""}, "not a Pixelwatt plugin"),
    ],
)
def test_what_does_not_fit_is_refused_with_the_reason(make_wheel, tmp_path, root, options, reason):
    with pytest.raises(Problem, match=reason):
        install(make_wheel(tmp_path, **options), root)
    assert installed(root) == []


def test_needs_that_do_not_apply_here_do_not_count(make_wheel, tmp_path, root):
    needs = ["Requires-Dist: there-is-no-such; extra == 'docs'", "Requires-Dist: numpy>=1"]
    install(make_wheel(tmp_path, extra=needs), root)
    assert installed(root)


@pytest.mark.parametrize("name", ["../outside.py", "/etc/outside.py", "C:/outside.py"])
def test_a_path_that_leads_out_is_refused(make_wheel, tmp_path, root, name):
    with pytest.raises(Problem, match="leads out of its folder"):
        install(make_wheel(tmp_path, files={name: b"x"}), root)
    assert installed(root) == []
    assert not (tmp_path / "outside.py").exists()


def test_a_changed_file_is_refused(make_wheel, tmp_path, root):
    path = make_wheel(tmp_path)
    changed = tmp_path / "changed" / path.name
    changed.parent.mkdir()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"evil" if name == "small.py" else old.read(name))
    with pytest.raises(Problem, match="is not what its record says"):
        install(changed, root)
    assert installed(root) == []


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x05\x06" + b"\0" * 18])
def test_a_file_that_is_no_wheel_is_refused(tmp_path, root, content):
    path = tmp_path / "broken-1.0-py3-none-any.whl"
    path.write_bytes(content)
    with pytest.raises(Problem, match="cannot be read as a wheel"):
        install(path, root)
    with pytest.raises(Problem, match="not a wheel"):
        install(path.rename(tmp_path / "photo.png"), root)


def test_a_planted_numpy_cannot_shadow_ours(make_wheel, tmp_path, root, monkeypatch):
    monkeypatch.setattr(sys, "path", list(sys.path))
    install(
        make_wheel(tmp_path, files={"numpy/__init__.py": b"raise RuntimeError('planted')"}), root
    )
    (added,) = append_to_path(root)
    assert sys.path[-1] == str(added)
    code = (
        "import sys; from pathlib import Path; from pixelwatt.plugin_path import append_to_path;"
        f"append_to_path(Path({str(root)!r})); import numpy; print(numpy.__version__)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip()
