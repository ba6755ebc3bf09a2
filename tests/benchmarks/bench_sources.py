"""Each live source through the engine, against a bare loop that reads and upscales the same frames.

The bare loop takes a frame from the source, brings it to the network's size, runs the network with
bytes in and out, and does nothing else. The engine does that, makes every picture ready for the
screen and hands it over, but does so side by side. Frames carry no timestamps here, so nobody waits
for a clock. ``python3 dev.py bench sources``.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from live_loop import LiveLoop

if TYPE_CHECKING:
    from pixelwatt_upscaler.core.frames import Frame, FrameSource, SourceInfo

    Opener = Callable[[], FrameSource]

TITLE = "Live sources"
METHOD = "m-fast-photo"
FRAMES = 30
ROUNDS = 3


def run() -> list[tuple[str, str]]:
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for name, opener in _sources(Path(folder)).items():
            rows += _measured(name, opener)
    if not _has_screen():
        rows.append(("screen", "not measured: there is no display that can be read"))
    rows.append(("camera", "not measured: its own rate would be"))
    return rows


def _sources(folder: Path) -> dict[str, Opener]:
    from importlib.resources import files

    from PIL import Image

    from pixelwatt_upscaler.core.desktops import ScreenRegion
    from pixelwatt_upscaler.core.screen import ScreenSource
    from pixelwatt_upscaler.core.sources import open_source

    demo = Path(str(files("pixelwatt_resources"))) / "demo"
    with Image.open(demo / "demo.png") as still:
        for number in range(4):
            still.convert("RGB").resize((1280, 720)).rotate(number).save(folder / f"{number}.jpg")
    sources: dict[str, Opener] = {
        "video, 1280 × 720, H.264": lambda: open_source(demo / "demo.mp4"),
        "folder of pictures, 1280 × 720, JPEG": lambda: open_source(folder),
    }
    if _has_screen():
        sources["screen, 1280 × 720"] = lambda: ScreenSource(ScreenRegion(0, 0, 1280, 720))
    return sources


def _has_screen() -> bool:
    if sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
        return False
    from pixelwatt.api import Available
    from pixelwatt_upscaler.core import desktops, screen_portal

    # Nobody is there to answer the dialog of a portal.
    return isinstance(desktops.availability(), Available) and not screen_portal.needed()


def _measured(name: str, opener: Opener) -> list[tuple[str, str]]:
    source = _Untimed(opener())
    bare = _bare_loop(source)
    live = LiveLoop(lambda: _Untimed(opener()), METHOD)
    bare(2)
    pairs = []
    try:
        for _round in range(ROUNDS):
            alone = _timed(bare)
            live.play()
            live(2)
            pairs.append((alone, _timed(live)))
            live.pause()
    finally:
        live.close()
        source.close()
    wall, cpu = (
        statistics.median(alone[clock] / with_engine[clock] for alone, with_engine in pairs)
        for clock in (0, 1)
    )
    fps = statistics.median(FRAMES / with_engine[0] for _alone, with_engine in pairs)
    return [
        (f"{name}: live path / bare loop",
         f"{wall:.2f} by frames per second, {cpu:.2f} by processor time; {fps:.1f} fps")
    ]  # fmt: skip


def _timed(loop: Callable[[int], None]) -> tuple[float, float]:
    wall, cpu = time.perf_counter(), time.process_time()
    loop(FRAMES)
    return time.perf_counter() - wall, time.process_time() - cpu


class _Untimed:
    """A source that never ends and whose frames are due at once."""

    def __init__(self, source: FrameSource) -> None:
        self._source = source

    @property
    def info(self) -> SourceInfo:
        return self._source.info

    def read(self) -> Frame:
        frame = self._source.read()
        if frame is None:
            self._source.seek(0.0)
            frame = self._source.read()
        assert frame is not None
        return replace(frame, timestamp_s=None)

    def seek(self, seconds: float) -> None:
        self._source.seek(seconds)

    def close(self) -> None:
        self._source.close()


def _bare_loop(source: _Untimed) -> Callable[[int], None]:
    import onnxruntime

    from pixelwatt_upscaler.core.graph_cost import at_size
    from pixelwatt_upscaler.core.methods import cards_of
    from pixelwatt_upscaler.core.model_catalogue import info_of, nearest_scale
    from pixelwatt_upscaler.core.model_file import parse
    from pixelwatt_upscaler.core.onnx_graph import with_pixels
    from pixelwatt_upscaler.core.pipeline import Request, plan
    from pixelwatt_upscaler.core.resampling import Degradation, degrade
    from pixelwatt_upscaler.core.sessions import default_threads

    size = plan(source.info.size, Request(Fraction(2))).input
    card = nearest_scale(cards_of(METHOD), 2)
    wrapped = with_pixels(parse(card.path.read_bytes(), card.id), info_of(card))
    shape = (1, size.height, size.width, 3)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = default_threads()
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    session = onnxruntime.InferenceSession(
        at_size(wrapped, shape).SerializeToString(), options, providers=["CPUExecutionProvider"]
    )
    name = session.get_inputs()[0].name

    def loop(frames: int) -> None:
        for _ in range(frames):
            small = degrade(source.read().pixels, size, Degradation.AREA)
            session.run(None, {name: small[None]})

    return loop


if __name__ == "__main__":
    for what, figure in run():
        print(f"{what}: {figure}")
