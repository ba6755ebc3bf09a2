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
}


def rendered(scenes: int) -> str:
    """How the rendered part of the data is named."""
    return (
        f"{scenes} scenes rendered by training/scenes, the first seeds but 120 to 127: our own, MIT"
    )


PHOTO = (
    "76 % bicubic (a = -0.5, antialiased), 10 % area, 10 % bilinear (antialiased), "
    "4 % bicubic with JPEG of quality 82 to 96; the first phase of M x2 and L x2: 60, 15, 15, 10 %"
)
RENDER = "one sample at the centre of each pixel, target sixteen samples; no filter"


@dataclass(frozen=True, slots=True)
class Recipe:
    """One shipped model; a cascade is trained through the model named by ``through``.

    ``phases`` are the options of one training run after the other, each started from the
    model that the one before it made.
    """

    family: str
    scale: int
    kind: str
    phases: tuple[str, ...]
    through: str = ""
    scenes: int = 120

    @property
    def identifier(self) -> str:
        return f"{self.family}-x{self.scale}-{self.kind}".lower()

    @property
    def title(self) -> str:
        name = {"photo": "photo and video", "render": "rendered frames"}[self.kind]
        return f"{self.family} x{self.scale}, {name}"

    @property
    def data(self) -> tuple[str, ...]:
        """What it learned from, in words."""
        photos = tuple(DATA[name] for name in ("clic", "gb82", "elementary"))
        if self.through:
            return photos[1:]
        return photos if self.kind == "photo" else (rendered(self.scenes), *photos)

    @property
    def degradations(self) -> str:
        own = PHOTO if self.kind == "photo" else RENDER
        return f"{own}; seen through {self.through}" if self.through else own

    @property
    def seeds(self) -> list[int]:
        """The seed of each phase; 1 where the options name none."""
        words = [phase.split() for phase in self.phases]
        return [int(w[w.index("--seed") + 1]) if "--seed" in w else 1 for w in words]

    @property
    def command(self) -> str:
        """One shell line: the phases, all but the last in folders of their own."""
        parts = []
        for number, options in enumerate(self.phases, start=1):
            last = number == len(self.phases)
            folder = "OUT" if last else f"OUT/phase-{number}"
            start = f" --start OUT/phase-{number - 1}/{self.identifier}.onnx" if number > 1 else ""
            parts.append(
                f"python3 dev.py train --model {self.family} --scale {self.scale} "
                f"--kind {self.kind} --data DIR --out {folder}{start} {options}"
            )
        return " && ".join(parts)


CASCADE = "--optimizer muon --batch 6 --rate 6e-4 --minutes 3 --through OUT/m-x3-photo.onnx"
SMALL = "--optimizer muon --patch 32"
FROM_M2, FROM_M3, FROM_M4 = (f"--start OUT/m-x{scale}-photo.onnx" for scale in (2, 3, 4))
FROM_L2, FROM_L3, FROM_L4 = (f"--start OUT/l-x{scale}-photo.onnx" for scale in (2, 3, 4))
AGAIN = "--optimizer muon --patch 40 --batch 4 --rate 1e-3 --seed 2"
MORE_SCENES = "--scenes 300 --seed 2"

RECIPES = (
    Recipe(
        "M-fast",
        2,
        "photo",
        (
            "--optimizer muon --patch 64 --rate 4e-3 --minutes 32",
            "--optimizer muon --patch 64 --rate 3e-3 --minutes 10 --seed 2",
        ),
    ),
    Recipe(
        "M",
        2,
        "photo",
        (
            "--optimizer muon --rate 3e-3 --minutes 22",
            "--optimizer muon --rate 1e-3 --minutes 9 --seed 2",
            "--optimizer muon --rate 7e-4 --minutes 4 --seed 3",
            "--optimizer muon --rate 1.5e-3 --minutes 40 --seed 4",
        ),
    ),
    Recipe("M", 3, "photo", (f"{SMALL} --rate 1.5e-3 --minutes 7 {FROM_M2}",)),
    Recipe("M", 4, "photo", (f"{SMALL} --rate 1.2e-3 --minutes 5 {FROM_M3}",)),
    Recipe("M", 2, "render", (f"--optimizer muon --rate 1.2e-3 --minutes 4 {FROM_M2}",)),
    Recipe(
        "M",
        3,
        "render",
        (
            f"{SMALL} --rate 1.2e-3 --minutes 3 {FROM_M3}",
            f"{SMALL} --rate 1.5e-3 --minutes 8 {MORE_SCENES}",
        ),
        scenes=300,
    ),
    Recipe(
        "M",
        4,
        "render",
        (
            f"{SMALL} --rate 1.2e-3 --minutes 3 {FROM_M4}",
            f"{SMALL} --rate 1.5e-3 --minutes 9 {MORE_SCENES}",
            f"{SMALL} --rate 1.5e-3 --minutes 7.5 --scenes 300 --seed 3",
        ),
        scenes=300,
    ),
    Recipe("M", 6, "photo", (f"{CASCADE} --patch 40 {FROM_M2}",), through="m-x3-photo"),
    Recipe("M", 9, "photo", (f"{CASCADE} --patch 32 {FROM_M3}",), through="m-x3-photo"),
    Recipe(
        "L",
        2,
        "photo",
        (
            "--optimizer muon --patch 40 --rate 1e-3 --minutes 49",
            "--optimizer muon --patch 40 --rate 1e-3 --minutes 80 --seed 2",
        ),
    ),
    Recipe(
        "L",
        3,
        "photo",
        (
            f"--optimizer muon --patch 36 --rate 8e-4 --minutes 8 {FROM_L2}",
            f"{AGAIN} --minutes 13 {FROM_L2}",
        ),
    ),
    Recipe(
        "L",
        4,
        "photo",
        (f"{SMALL} --rate 8e-4 --minutes 6 {FROM_L3}", f"{AGAIN} --minutes 12 {FROM_L3}"),
    ),
    Recipe("L", 2, "render", (f"--optimizer muon --patch 40 --rate 8e-4 --minutes 11 {FROM_L2}",)),
    Recipe("L", 3, "render", (f"{SMALL} --batch 6 --rate 8e-4 --minutes 7 {FROM_L3}",)),
    Recipe(
        "L",
        4,
        "render",
        (
            f"--optimizer muon --patch 28 --batch 6 --rate 8e-4 --minutes 4 {FROM_L4}",
            f"--optimizer muon --patch 28 --rate 1e-3 --minutes 8 {MORE_SCENES}",
            "--optimizer muon --patch 28 --rate 1e-3 --minutes 5 --scenes 300 --seed 3",
        ),
        scenes=300,
    ),
    Recipe("K", 1, "render", ("--optimizer muon --patch 96 --rate 1.5e-3 --minutes 4",)),
)
