"""The live path against bare ``session.run`` loops of the same network, in one run.

A 1080p source is taken down to 540p and upscaled to 1080p by the live engine, with every frame
made ready for the screen, taken, and painted by nobody. One peer runs the same network with bytes
in and out inside the graph, as a GPU gets it; the other runs it on float tensors, with nothing
before and after it. All alternate, and the median of the rounds is given, so that other work on
the machine falls on all. The same in processor time depends less on other work.
"""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING

import numpy as np
import onnxruntime
from live_loop import LiveLoop

if TYPE_CHECKING:
    from collections.abc import Callable

    from pixelwatt_upscaler.core.frames import Frame, SourceInfo

TITLE = "Upscaler"
ROUNDS = 3
FRAMES = 10
INPUT, OUTPUT = (960, 540), (1920, 1080)


def run() -> list[tuple[str, str]]:
    from pixelwatt_upscaler.core import methods
    from pixelwatt_upscaler.core.upscaling import Family

    rows = []
    for method in methods.list_methods():
        if method.family is Family.NEURAL and any(
            card.scale == 2 for card in methods.cards_of(method.id)
        ):
            rows += _overhead(method.id)
    return [*rows, *_tiles()]


def main() -> None:
    for what, figure in run():
        print(f"{what}: {figure}")


def _overhead(method: str) -> list[tuple[str, str]]:
    pixels, floats, live = (
        _bare_loop(method, True),
        _bare_loop(method, False),
        LiveLoop(_Endless, method),
    )
    pixels(1)
    floats(1)
    rounds = []
    try:
        for _ in range(ROUNDS):
            alone = _timed(pixels), _timed(floats)
            # The engine works ahead while it plays: it rests during the peers' turn.
            live.play()
            live(2)
            rounds.append((*alone, _timed(live)))
            live.pause()
    finally:
        live.close()
    rows = []
    for peer, title in enumerate(("with bytes in and out", "on float tensors")):
        wall, cpu = (
            statistics.median(each[peer][clock] / each[2][clock] for each in rounds)
            for clock in (0, 1)
        )
        what = f"{method}, 540p to 1080p: live path / bare loop {title}"
        rows.append((what, f"{wall:.2f} by frames per second, {cpu:.2f} by processor time"))
    fps = statistics.median(FRAMES / each[2][0] for each in rounds)
    return [*rows, (f"{method}, 540p to 1080p: live path", f"{fps:.1f} fps")]


def _timed(loop: Callable[[int], None]) -> tuple[float, float]:
    wall, cpu = time.perf_counter(), time.process_time()
    loop(FRAMES)
    return time.perf_counter() - wall, time.process_time() - cpu


def _bare_loop(method: str, pixels: bool) -> Callable[[int], None]:
    """The network as it was exported or with its conversions inside, with the same threads."""
    from pixelwatt_upscaler.core.graph_cost import at_size
    from pixelwatt_upscaler.core.methods import cards_of
    from pixelwatt_upscaler.core.model_catalogue import info_of, nearest_scale
    from pixelwatt_upscaler.core.model_file import parse
    from pixelwatt_upscaler.core.onnx_graph import with_pixels
    from pixelwatt_upscaler.core.sessions import default_threads

    card = nearest_scale(cards_of(method), 2)
    info = info_of(card)
    random = np.random.default_rng(0)
    model = parse(card.path.read_bytes(), card.id)
    tensor = random.random((1, info.channels, INPUT[1], INPUT[0]), np.float32)
    if pixels:
        model = with_pixels(model, info)
        tensor = random.integers(0, 256, (1, INPUT[1], INPUT[0], 3), np.uint8)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = default_threads()
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    session = onnxruntime.InferenceSession(
        at_size(model, tensor.shape).SerializeToString(),
        options,
        providers=["CPUExecutionProvider"],
    )
    name = session.get_inputs()[0].name

    def loop(frames: int) -> None:
        for _ in range(frames):
            session.run(None, {name: tensor})

    return loop


class _Endless:
    """A live source that always has the next of four 1080p frames."""

    def __init__(self) -> None:
        from pixelwatt_upscaler.core.frames import Size, SourceInfo

        random = np.random.default_rng(1)
        coarse = random.integers(0, 256, (4, 54, 96, 3), np.uint8)
        self._pictures = [each.repeat(20, axis=0).repeat(20, axis=1) for each in coarse]
        self._count = 0
        self._info = SourceInfo(title="frames", size=Size(*OUTPUT), live=True)

    @property
    def info(self) -> SourceInfo:
        return self._info

    def read(self) -> Frame:
        from pixelwatt_upscaler.core.frames import Frame

        self._count += 1
        return Frame(self._pictures[self._count % 4], None, self._count)

    def seek(self, _seconds: float) -> None:
        """It has no past."""

    def close(self) -> None:
        """Nothing is held."""


def _tiles() -> list[tuple[str, str]]:
    """A 1080p picture in tiles of 256 against the same picture whole."""
    from pixelwatt_upscaler.core import methods
    from pixelwatt_upscaler.core.frames import Size
    from pixelwatt_upscaler.core.model_catalogue import nearest_scale
    from pixelwatt_upscaler.core.neural import NeuralUpscaler

    method = methods.default_method()
    if method.family is not methods.Family.NEURAL:
        return []
    size, larger = Size(*OUTPUT), Size(OUTPUT[0] * 2, OUTPUT[1] * 2)
    rgb = np.random.default_rng(2).integers(0, 256, (OUTPUT[1], OUTPUT[0], 3), np.uint8)
    seconds = []
    for tile in (None, 256):
        card = nearest_scale(methods.cards_of(method.id), 2)
        upscaler = NeuralUpscaler(method, card, size, larger, provider="cpu", tile=tile)
        upscaler.run(rgb)
        started = time.process_time()
        upscaler.run(rgb)
        seconds.append(time.process_time() - started)
        upscaler.close()
    what = f"{method.id}, 1080p to 4K: tiles of 256 / whole, processor time"
    return [(what, f"{seconds[1] / seconds[0]:.2f}")]


if __name__ == "__main__":
    main()
