"""What leaves the panel: files through jobs, pictures through the clipboard."""

from __future__ import annotations

import av
import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QGuiApplication

from pixelwatt_upscaler.core.frames import Size
from pixelwatt_upscaler.views import batch, commands, export

from .live_sources import Clip, Still, picture
from .test_view_panel import PATIENCE_MS, SIZE

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)


@pytest.fixture
def still(make_panel):
    return make_panel(Still(picture(Size(*SIZE))))


def test_the_upscaled_picture_is_written_as_it_is(still, context, qtbot, tmp_path):
    target = tmp_path / "out.png"
    assert export.has_picture(context)
    export.write_picture(context, target)
    qtbot.waitUntil(target.exists, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: bool(context.notices), timeout=PATIENCE_MS)
    np.testing.assert_array_equal(np.asarray(Image.open(target)), still.frame.pixels["bicubic"])


def test_a_sheet_holds_every_picture_under_its_name(still, context, qtbot, tmp_path):
    target = tmp_path / "sheet.png"
    export.write_comparison(context, target)
    qtbot.waitUntil(lambda: bool(context.notices), timeout=PATIENCE_MS)
    sheet = np.asarray(Image.open(target).convert("RGB")).astype(int)
    original = still.frame.pixels["original"].astype(int)
    height, width = original.shape[:2]
    found = any(
        np.abs(sheet[y : y + height, x : x + width] - original).max() == 0
        for x in range(0, sheet.shape[1] - width + 1, 8)
        for y in range(0, sheet.shape[0] - height + 1, 4)
    )
    assert found, "the original is nowhere on the sheet"


def test_a_picture_that_cannot_be_written_is_a_notice_and_leaves_nothing(
    still, context, qtbot, tmp_path
):
    export.write_picture(context, tmp_path / "missing" / "out.png")
    qtbot.waitUntil(lambda: bool(context.notices), timeout=PATIENCE_MS)
    assert not (tmp_path / "missing").exists()


def test_the_quality_of_the_settings_is_that_of_the_file(make_panel, context, qtbot, tmp_path):
    sizes = {}
    panel = make_panel(Clip.regular(frames=2, size=SIZE))
    for quality in (95, 20):
        panel.change(quality=quality)
        target = tmp_path / f"{quality}.jpg"
        export.write_picture(context, target)
        qtbot.waitUntil(target.exists, timeout=PATIENCE_MS)
        sizes[quality] = target.stat().st_size
    assert sizes[20] < sizes[95]


def test_copying_puts_the_upscaled_picture_on_the_clipboard(still, context):
    commands.copy_picture(context)
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == SIZE
    red, green, blue = still.frame.pixels["bicubic"][40, 70]
    assert image.pixelColor(70, 40).getRgb()[:3] == (red, green, blue)


def test_a_video_is_upscaled_into_a_file(make_panel, context, qtbot, tmp_path):
    source, target = tmp_path / "in.mp4", tmp_path / "out.mkv"
    with av.open(str(source), "w") as container:
        stream = container.add_stream("mpeg4", rate=10)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        for index in range(5):
            frame = av.VideoFrame.from_ndarray(picture(Size(64, 48), index), format="rgb24")
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    panel = make_panel(taken_down="none", output="source", codec="ffv1")
    panel.open_paths([source])
    qtbot.waitUntil(panel.content_ready, timeout=PATIENCE_MS)
    assert export.has_video(context)
    export.write_video(context, target)
    qtbot.waitUntil(target.exists, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: bool(context.notices), timeout=PATIENCE_MS)
    with av.open(str(target)) as container:
        assert container.streams.video[0].width == 128
        assert container.streams.video[0].codec_context.name == "ffv1"
        assert sum(1 for _ in container.decode(video=0)) == 5


def test_a_clip_without_a_file_cannot_be_exported_as_video(make_panel, context):
    make_panel(Clip.regular(frames=5, size=SIZE))
    assert not export.has_video(context)


def test_a_folder_is_upscaled_and_a_bad_file_stops_no_other(make_panel, context, qtbot, tmp_path):
    source, target = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    target.mkdir()
    Image.fromarray(picture(Size(24, 20))).save(source / "good.png")
    (source / "bad.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    panel = make_panel(taken_down="none", output="source")
    batch.start(panel, source, target)
    qtbot.waitUntil(lambda: len(context.notices) == 2, timeout=PATIENCE_MS)
    assert [action.title for action in context.notices[0].actions] == ["Pause"]
    assert context.notices[1].text.startswith("1 files written to out, 0 were there already, 1")
    assert "bad.png" in context.notices[1].detail
    with Image.open(target / "good.png") as written:
        assert written.size == (48, 40)


def test_a_picture_file_keeps_its_sixteen_bits(make_panel, context, qtbot, tmp_path):
    source, target = tmp_path / "deep.png", tmp_path / "out.png"
    deep = np.random.default_rng(2).integers(0, 65536, (24, 32), np.uint16)
    Image.fromarray(deep).save(source)
    panel = make_panel(taken_down="none", output="source")
    panel.open_paths([source])
    qtbot.waitUntil(panel.content_ready, timeout=PATIENCE_MS)
    export.write_picture(context, target)
    qtbot.waitUntil(lambda: bool(context.notices), timeout=PATIENCE_MS)
    with Image.open(target) as written:
        values = np.asarray(written)
    assert values.shape[:2] == (48, 64)
    assert values.max() > 255
