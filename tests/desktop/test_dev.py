"""dev.py, as far as it can be tried without making an environment."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

from pixelwatt.system_libraries import Library, apt_line, is_debian_like, missing_libraries

ROOT = Path(__file__).parents[2]


@pytest.fixture
def dev():
    spec = importlib.util.spec_from_file_location("dev", ROOT / "dev.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_other_pythons_get_a_clear_word(dev, monkeypatch, capsys):
    monkeypatch.setattr(dev.sys, "version_info", (3, 10, 1))
    assert dev.main(["run"]) == 1
    assert "runs on Python 3.11, 3.12 and 3.13; this is 3.10" in capsys.readouterr().err


def test_an_unknown_command_is_wrong_usage(dev, capsys):
    assert dev.main(["rnu"]) == 2
    assert "there is no command 'rnu'" in capsys.readouterr().err


def test_without_root_the_exact_apt_line_is_printed(dev, monkeypatch):
    monkeypatch.setattr("pixelwatt.system_libraries.is_debian_like", lambda: True)
    monkeypatch.setattr(dev.os, "geteuid", lambda: 1000, raising=False)
    with pytest.raises(dev.DevError) as error:
        dev.install_debian_packages(["libgl1", "libegl1"], "Qt")
    assert "sudo apt-get install --no-install-recommends libgl1 libegl1" in str(error.value)


def test_elsewhere_the_packages_are_named(dev, monkeypatch):
    monkeypatch.setattr("pixelwatt.system_libraries.is_debian_like", lambda: False)
    with pytest.raises(dev.DevError, match="libgl1"):
        dev.install_debian_packages(["libgl1"], "Qt")


def test_the_environment_is_made_again_when_a_pin_changes(dev, monkeypatch, tmp_path):
    before = dev.fingerprint("run")
    assert dev.fingerprint("run") == before
    for name in ("run.txt", "test.txt"):
        (tmp_path / name).write_text("changed")
    monkeypatch.setattr(dev, "REQUIREMENTS", tmp_path)
    assert dev.fingerprint("run") != before


def test_an_environment_for_testing_serves_for_running(dev, monkeypatch, tmp_path):
    monkeypatch.setattr(dev, "VENV", tmp_path)
    monkeypatch.setattr(dev, "PYTHON", Path(sys.executable))
    dev.stamp_of("test").write_text(dev.fingerprint("test"))
    dev.ensure("run")
    assert not dev.is_current("run")


def test_a_missing_library_is_named_with_its_package():
    absent = Library("libthere-is-no-such.so.9", "libnone9", "nothing")
    expected = [absent] if sys.platform.startswith("linux") else []
    assert missing_libraries([absent]) == expected
    assert apt_line(["a", "b"]).endswith(" a b")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('ID=debian\nVERSION_ID="12"\n', True),
        ('ID=linuxmint\nID_LIKE="ubuntu debian"\n', True),
        ("ID=fedora\n", False),
    ],
)
def test_debian_likes_are_known_by_os_release(tmp_path, content, expected):
    (tmp_path / "os-release").write_text(content)
    assert is_debian_like(tmp_path / "os-release") is expected
    assert not is_debian_like(tmp_path / "missing")


@pytest.mark.parametrize("name", ["run.txt", "test.txt"])
def test_pins_have_hashes_and_no_index_address(name):
    text = (ROOT / "requirements" / name).read_text()
    assert "://" not in text
    for block in re.split(r"\n(?=[a-z0-9])", text):
        if "==" in block.partition("\n")[0]:
            assert "--hash=sha256:" in block, block.partition("\n")[0]


def test_dev_py_needs_nothing_but_the_standard_library():
    code = "import sys; sys.argv = ['dev.py']; import dev; print(sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-S", "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "pixelwatt.api" not in done.stdout
    assert "platformdirs" not in done.stdout
