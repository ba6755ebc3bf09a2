"""Every model that Pixelwatt ships: what it is, what it learned from and with which command."""

from __future__ import annotations

from dataclasses import dataclass

CLIC = (
    "CLIC 2025 validation and final test, 41 photographs, from imazen/codec-corpus: "
    "Unsplash License"
)
DATA = {
    "clic": CLIC,
    "gb82": "gb82-image-set of gianni-rosato, 25 photographs and 10 screen contents: CC0 1.0",
    "elementary": "elementary/wallpapers, 10 photographs, shrunk by 3: CC0 1.0",
    "scenes": "120 scenes rendered by training/scenes, seeds 0 to 119: our own, MIT",
}

PHOTO = (
    "76 % bicubic (a = -0.5, antialiased), 10 % area, 10 % bilinear (antialiased), "
    "4 % bicubic with JPEG of quality 82 to 96; the first phase of the x2 models: 60, 15, 15, 10 %"
)
RENDER = "one sample at the centre of each pixel, target sixteen samples; no filter"


@dataclass(frozen=True, slots=True)
class Recipe:
    """One shipped model; a cascade is trained through the model named by ``through``."""

    family: str
    scale: int
    kind: str
    options: str
    through: str = ""
    seed: int = 1

    @property
    def identifier(self) -> str:
        return f"{self.family}-x{self.scale}-{self.kind}".lower()

    @property
    def title(self) -> str:
        name = {"photo": "photo and video", "render": "rendered frames"}[self.kind]
        return f"{self.family} x{self.scale}, {name}"

    @property
    def data(self) -> tuple[str, ...]:
        photos = ("clic", "gb82", "elementary")
        if self.through:
            return photos[1:]
        return photos if self.kind == "photo" else ("scenes", *photos)

    @property
    def degradations(self) -> str:
        own = PHOTO if self.kind == "photo" else RENDER
        return f"{own}; seen through {self.through}" if self.through else own

    @property
    def command(self) -> str:
        return (
            f"python3 dev.py train --model {self.family} --scale {self.scale} "
            f"--kind {self.kind} --data DIR {self.options}"
        ).rstrip()


CASCADE = "--optimizer muon --batch 6 --rate 6e-4 --minutes 3 --through OUT/m-x3-photo.onnx"
SMALL = "--optimizer muon --patch 32"
FROM_M2, FROM_M3, FROM_M4 = (f"--start OUT/m-x{scale}-photo.pt" for scale in (2, 3, 4))
FROM_L2, FROM_L3, FROM_L4 = (f"--start OUT/l-x{scale}-photo.pt" for scale in (2, 3, 4))

RECIPES = (
    Recipe(
        "M-fast",
        2,
        "photo",
        "--optimizer muon --patch 96 --rate 5e-3 --minutes 10; then from its own checkpoint by "
        "--start: --rate 8e-4 --minutes 8 --seed 2",
    ),
    Recipe(
        "M",
        2,
        "photo",
        "--optimizer muon --rate 3e-3 --minutes 22; then from its own checkpoint by --start: "
        "--rate 1e-3 --minutes 9 --seed 2, and --rate 7e-4 --minutes 4 --seed 3",
    ),
    Recipe("M", 3, "photo", f"{SMALL} --rate 1.5e-3 --minutes 7 {FROM_M2}"),
    Recipe("M", 4, "photo", f"{SMALL} --rate 1.2e-3 --minutes 5 {FROM_M3}"),
    Recipe("M", 2, "render", f"--optimizer muon --rate 1.2e-3 --minutes 4 {FROM_M2}"),
    Recipe("M", 3, "render", f"{SMALL} --rate 1.2e-3 --minutes 3 {FROM_M3}"),
    Recipe("M", 4, "render", f"{SMALL} --rate 1.2e-3 --minutes 3 {FROM_M4}"),
    Recipe("M", 6, "photo", f"{CASCADE} --patch 40 {FROM_M2}", through="m-x3-photo"),
    Recipe("M", 9, "photo", f"{CASCADE} --patch 32 {FROM_M3}", through="m-x3-photo"),
    Recipe("L", 2, "photo", "--optimizer muon --patch 40 --rate 1e-3 --minutes 49"),
    Recipe("L", 3, "photo", f"--optimizer muon --patch 36 --rate 8e-4 --minutes 8 {FROM_L2}"),
    Recipe("L", 4, "photo", f"{SMALL} --rate 8e-4 --minutes 6 {FROM_L3}"),
    Recipe("L", 2, "render", f"--optimizer muon --patch 40 --rate 8e-4 --minutes 11 {FROM_L2}"),
    Recipe("L", 3, "render", f"{SMALL} --batch 6 --rate 8e-4 --minutes 7 {FROM_L3}"),
    Recipe(
        "L", 4, "render", f"--optimizer muon --patch 28 --batch 6 --rate 8e-4 --minutes 4 {FROM_L4}"
    ),
    Recipe("K", 1, "render", "--optimizer muon --patch 96 --rate 1.5e-3 --minutes 4"),
)
