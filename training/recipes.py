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
    "60 % bicubic (a = -0.5, antialiased), 15 % area, 15 % bilinear (antialiased), "
    "10 % bicubic with JPEG of quality 82 to 96"
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


RECIPES = (Recipe("M-fast", 2, "photo", "--optimizer muon --patch 96 --rate 2e-3 --minutes 10"),)
