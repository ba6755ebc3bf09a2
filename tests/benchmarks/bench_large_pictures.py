"""A large PNG enlarged twofold into a PNG, by the command line and by Pillow and libvips.

Each works in a process of its own, from the start of Python to the end of the file, on the same
picture, bicubic, with the same light compression. The picture is the demo's, repeated with a little
noise, so that it packs as photographs do. Processor time says what the work costs; the clock, what
of it runs side by side; the peak, what memory it needs. ``SIDE=20000`` in the environment makes
the picture larger.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

TITLE = "Large pictures"
SIDE = int(os.environ.get("SIDE", "10000"))

PILLOW = """
import sys
from PIL import Image
Image.MAX_IMAGE_PIXELS = None
with Image.open(sys.argv[1]) as image:
    larger = image.resize((image.width * 2, image.height * 2), Image.Resampling.BICUBIC)
larger.save(sys.argv[2], compress_level=1)
"""
VIPS = """
import sys
import pyvips
image = pyvips.Image.new_from_file(sys.argv[1], access="sequential")
image.resize(2, kernel="cubic").pngsave(sys.argv[2], compression=1)
"""


@dataclass(frozen=True, slots=True)
class Took:
    wall_s: float
    processor_s: float
    peak_mib: float


def run() -> list[tuple[str, str]]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "large.png"
        # A child's peak begins at what this process has, so another one writes the picture.
        subprocess.run([sys.executable, __file__, str(source)], check=True)
        upscale = ["-m", "pixelwatt", "upscale", str(source), "--scale", "2", "-o"]
        ours = _took([*upscale, str(folder / "ours.png"), "--model", "bicubic"])
        peers = {"Pillow": _took(["-c", PILLOW, str(source), str(folder / "pillow.png")])}
        if find_spec("pyvips"):
            peers["libvips"] = _took(["-c", VIPS, str(source), str(folder / "vips.png")])
        neural = _took([*upscale, str(folder / "neural.png"), "--model", "m-fast"])
    size = f"{SIDE:,} × {SIDE:,} to {2 * SIDE:,} × {2 * SIDE:,}"
    rows = [
        (f"{size}, bicubic", _words(ours)),
        (f"{size}, M-fast", f"{_words(neural)}; {_beside(neural, peers['Pillow'], 'Pillow')}"),
    ]
    for peer, took in peers.items():
        rows.append((f"the same, bicubic, in {peer}", f"{_words(took)}"))
        rows.append((f"ours beside {peer}", _beside(ours, took, peer)))
    if "libvips" not in peers:
        rows.append(("not installed (extra `bench`), so not measured", "libvips"))
    return rows


def main() -> None:
    if len(sys.argv) > 1:
        _write(Path(sys.argv[1]))
        return
    for what, figure in run():
        print(f"{what}: {figure}")


def _words(took: Took) -> str:
    return f"{took.wall_s:.0f} s, {took.processor_s:.0f} s of processor, {took.peak_mib:,.0f} MiB"


def _beside(ours: Took, peer: Took, name: str) -> str:
    return (
        f"{ours.wall_s / peer.wall_s:.2f} of {name}'s time, "
        f"{ours.processor_s / peer.processor_s:.2f} of its processor time, "
        f"{ours.peak_mib / peer.peak_mib:.2f} of its memory"
    )


def _took(arguments: list[str]) -> Took:
    started = time.perf_counter()
    child = subprocess.Popen(
        [sys.executable, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"{arguments[:4]} ended with {child.returncode}")
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return Took(
        time.perf_counter() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit
    )


def _write(path: Path) -> None:
    from importlib.resources import files

    import numpy as np
    from PIL import Image

    from pixelwatt_upscaler.core.export_pictures import save_strips
    from pixelwatt_upscaler.core.frames import Size
    from pixelwatt_upscaler.core.strips import Strips

    with Image.open(str(files("pixelwatt_resources") / "demo" / "demo.png")) as image:
        demo = np.array(image.convert("RGB"))
    random = np.random.default_rng(0)
    across = np.tile(demo, (1, -(-SIDE // demo.shape[1]), 1))[:, :SIDE].astype(np.int16)

    def pieces():
        left = SIDE
        while left > 0:
            noise = random.integers(-2, 3, across.shape, np.int8)
            yield np.clip(across + noise, 0, 255).astype(np.uint8)[:left]
            left -= across.shape[0]

    save_strips(Strips(Size(SIDE, SIDE), 3, np.dtype(np.uint8), pieces()), path)


if __name__ == "__main__":
    main()
