"""The real program as a process: what a person starts, read by its pixels and its words."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import numpy as np
import pytest
from PIL import Image

pytestmark = pytest.mark.end_to_end

RED, BLUE = (200, 30, 40), (30, 60, 210)


@pytest.fixture
def program(tmp_path):
    """Start Pixelwatt with arguments and a home of its own, in a real window where there may be."""
    platform = os.environ.get("PIXELWATT_TEST_WINDOWS", os.environ["QT_QPA_PLATFORM"])
    own = {"PIXELWATT_HOME": str(tmp_path / "home"), "QT_QPA_PLATFORM": platform}

    def start(*arguments, **environment):
        return subprocess.run(
            [sys.executable, "-m", "pixelwatt", *map(str, arguments)],
            env=os.environ | own | environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=110,
        )

    return start


@pytest.fixture
def picture(tmp_path):
    """Left half red, right half blue: easy to find again on a screenshot."""
    pixels = np.empty((240, 320, 3), np.uint8)
    pixels[:, :160], pixels[:, 160:] = RED, BLUE
    path = tmp_path / "halves.png"
    Image.fromarray(pixels).save(path)
    return path


@pytest.fixture
def video(tmp_path):
    """Two seconds of the same two halves."""
    import av

    path = tmp_path / "halves.mp4"
    pixels = np.empty((240, 320, 3), np.uint8)
    pixels[:, :160], pixels[:, 160:] = RED, BLUE
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=24)
        stream.width, stream.height, stream.pix_fmt = 320, 240, "yuv420p"
        for _ in range(48):
            container.mux(stream.encode(av.VideoFrame.from_ndarray(pixels, format="rgb24")))
        container.mux(stream.encode())
    return path


def read(path):
    """A screenshot's pixels, height x width x RGB."""
    with Image.open(path) as image:
        return np.asarray(image.convert("RGB"))


def share(path, colour, tolerance=12):
    """The share of a screenshot's pixels that have ``colour``."""
    pixels = read(path).astype(int)
    return float((np.abs(pixels - colour).max(axis=2) <= tolerance).mean())


@pytest.mark.parametrize("kind", ["picture", "video"])
def test_a_file_is_shown_upscaled(program, tmp_path, kind, request):
    shot = tmp_path / "shot.png"
    file = request.getfixturevalue(kind)
    done = program("--screenshot", shot, "--size", "1200x800", "--lang", "en", file)
    assert done.returncode == 0, done.stderr
    assert read(shot).shape == (800, 1200, 3)
    # Lossy video shifts colours a little.
    tolerance = 12 if kind == "picture" else 40
    assert share(shot, RED, tolerance) > 0.05
    assert share(shot, BLUE, tolerance) > 0.05


def test_without_files_the_demo_is_shown(program, tmp_path):
    shot = tmp_path / "shot.png"
    done = program("--screenshot", shot, "--size", "1200x800")
    assert done.returncode == 0, done.stderr
    assert len(np.unique(read(shot).reshape(-1, 3), axis=0)) > 1000


@pytest.mark.parametrize(("theme", "dark"), [("dark", True), ("light", False)])
def test_themes(program, tmp_path, theme, dark):
    shot = tmp_path / "shot.png"
    done = program("--screenshot", shot, "--theme", theme, "--panel", "claims")
    assert done.returncode == 0, done.stderr
    assert bool(read(shot).mean() < 110) is dark


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("truncated.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\0" * 40),
        ("empty.png", b""),
        ("not-a-video.mp4", b"this is text"),
        ("not-a-model.onnx", b"\x08\x07garbage"),
    ],
)
def test_a_broken_file_leaves_the_window_standing(program, tmp_path, name, content):
    shot, file = tmp_path / "shot.png", tmp_path / name
    file.write_bytes(content)
    done = program("--screenshot", shot, "--size", "1000x700", file)
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 1)
    assert read(shot).shape == (700, 1000, 3)


def test_a_missing_file_leaves_the_window_standing(program, tmp_path):
    shot = tmp_path / "shot.png"
    done = program("--screenshot", shot, tmp_path / "nowhere.png")
    assert "Traceback" not in done.stderr
    assert shot.exists()


def test_it_quits_when_asked(program):
    done = program(PIXELWATT_QUIT_AFTER="1")
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr


def test_safe_mode_starts_without_plugins(program, tmp_path):
    shot = tmp_path / "shot.png"
    done = program("--safe-mode", "--screenshot", shot)
    assert done.returncode == 0, done.stderr
    assert shot.exists()


def test_the_command_line_upscales_and_measures(program, tmp_path, picture):
    larger = tmp_path / "larger.png"
    done = program("upscale", picture, "-o", larger, "--model", "bicubic", "--scale", "2", "--json")
    assert done.returncode == 0, done.stderr
    json.loads(done.stdout)
    assert read(larger).shape == (480, 640, 3)
    same = program("measure", larger, larger, "--json")
    assert same.returncode == 0, same.stderr
    assert set(json.loads(same.stdout)) >= {"psnr_db", "ssim", "psnr_y_db", "ssim_y"}


@pytest.mark.parametrize("command", ["doctor", "models", "claims"])
def test_reports_are_one_json_document(program, command):
    done = program(command, "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)


def test_the_first_paint_imports_nothing_heavy(program):
    """The window is there before any plugin's libraries are."""
    code = (
        "import sys\n"
        "from pixelwatt import app\n"
        "original = app.Program.show\n"
        "def show(self):\n"
        "    original(self)\n"
        "    heavy = {'numpy', 'cv2', 'av', 'onnxruntime', 'onnx', 'pyqtgraph'}\n"
        "    print(sorted(heavy & set(sys.modules)))\n"
        "app.Program.show = show\n"
        "from pixelwatt import cli\n"
        "sys.exit(cli.run(['--panel', 'claims']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"PIXELWATT_QUIT_AFTER": "0.5"},
        capture_output=True,
        text=True,
        check=False,
        timeout=110,
    )
    assert done.stdout.splitlines()[0] == "[]", done.stderr
