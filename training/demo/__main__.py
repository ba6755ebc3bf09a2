"""``python -m training.demo --fonts DIR --out DIR``: draw the clip and the still."""

from __future__ import annotations

import argparse
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from PIL import Image

from training.demo.lettering import Fonts
from training.demo.scene import Scene

FRAMES, RATE = 270, 30
CLIP_SIZE, STILL_SIZE = (1280, 720), (1920, 1080)
STILL_PHASE = 0.0


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m training.demo", description=__doc__)
    parser.add_argument(
        "--fonts", type=Path, required=True, help="folder with Inter and Noto Sans CJK"
    )
    parser.add_argument("--out", type=Path, default=Path("resources/pixelwatt_resources/demo"))
    parser.add_argument("--quality", type=float, default=19, help="x264's constant rate factor")
    parser.add_argument("--frame", type=int, help="draw this one frame of the clip only")
    parser.add_argument("--still-only", action="store_true", help="leave the clip as it is")
    arguments = parser.parse_args()
    fonts = _find_fonts(arguments.fonts)
    arguments.out.mkdir(parents=True, exist_ok=True)
    if arguments.frame is not None:
        picture = Scene(*CLIP_SIZE, fonts).draw(arguments.frame / FRAMES)
        Image.fromarray(picture).save(arguments.out / f"frame-{arguments.frame:03}.png")
        return 0
    # Dither would more than double the size of a losslessly packed picture.
    still = Scene(*STILL_SIZE, fonts, dithered=False).draw(STILL_PHASE)
    Image.fromarray(still).save(arguments.out / "demo.png", optimize=True)
    if arguments.still_only:
        return 0
    _encode(Scene(*CLIP_SIZE, fonts), arguments.out / "demo.mp4", arguments.quality)
    return 0


def _find_fonts(folder: Path) -> Fonts:
    def find(name: str) -> Path:
        found = sorted(folder.rglob(name))
        if not found:
            message = f"{folder} holds no {name}: install fonts-inter and fonts-noto-cjk there"
            raise SystemExit(message)
        return found[0]

    return Fonts(
        display=find("InterDisplay-Bold.otf"),
        text=find("Inter-Medium.otf"),
        chinese=find("NotoSansCJK-Bold.ttc"),
        chinese_text=find("NotoSansCJK-Regular.ttc"),
    )


def _encode(scene: Scene, file: Path, quality: float) -> None:
    """H.264, 4:2:0, BT.709 limited range and tagged so; one key frame each second."""
    with av.open(str(file), "w", options={"movflags": "+faststart"}) as container:
        stream = container.add_stream("libx264", rate=RATE)
        stream.width, stream.height = CLIP_SIZE
        stream.pix_fmt = "yuv420p"
        stream.time_base = Fraction(1, RATE)
        context = stream.codec_context
        context.color_range = av.video.reformatter.ColorRange.MPEG
        context.colorspace = av.video.reformatter.Colorspace.ITU709
        context.color_primaries = 1
        context.color_trc = 1
        context.thread_count = 1
        context.options = {
            "crf": str(quality),
            "preset": "slow",
            "g": str(RATE),
            "bf": "2",
            "tune": "animation",
        }
        for index in range(FRAMES):
            picture = np.ascontiguousarray(scene.draw(index / FRAMES))
            frame = av.VideoFrame.from_ndarray(picture, format="rgb24").reformat(
                format="yuv420p", dst_colorspace="ITU709", dst_color_range="MPEG"
            )
            frame.pts = index
            frame.time_base = Fraction(1, RATE)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


if __name__ == "__main__":
    raise SystemExit(main())
