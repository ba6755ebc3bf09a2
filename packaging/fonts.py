"""Make the font Pixelwatt ships, so that a bare machine shows Chinese.

    python3 packaging/fonts.py /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc

Needs fonttools, and the font of Debian's package fonts-noto-cjk. The subset holds the 3,755
commonest characters (level 1 of GB 2312), whatever else our own texts use, Latin, Greek and the
mathematical signs. It is renamed, because a subset must not pass for the whole font.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTCollection

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "resources" / "pixelwatt_resources" / "fonts" / "PixelwattSansSC.otf"
FAMILY = "Pixelwatt Sans SC"
TEXTS = ("desktop/**/*.py", "plugins/**/*.py", "desktop/**/*.ts", "plugins/**/*.ts",
         "resources/**/*.ts", "plugins/**/*.toml")  # fmt: skip
LIMIT = 3 * 2**19  # 1.5 MiB


def gb2312(first_row: int, last_row: int) -> set[str]:
    """The characters of some rows (1 to 94) of GB 2312."""
    characters = set()
    for row in range(first_row, last_row + 1):
        for cell in range(1, 95):
            try:
                characters.add(bytes([0xA0 + row, 0xA0 + cell]).decode("gb2312"))
            except UnicodeDecodeError:  # an empty cell of the table
                continue
    return characters


def wanted() -> set[str]:
    latin_and_greek = set(map(chr, [*range(0x20, 0x100), *range(0x391, 0x3CA)]))
    signs = set("‘’“”–—…•·×÷±≤≥≈≠→←↑↓↔⇧⌘⌥µ²³₀₁₂₃√∞∑ΔσμπΩ°′″✓✗■□●○▲▼◆")
    full_width = {chr(ord(sign) + 0xFEE0) for sign in ",.!?:;()%~/+-=<>"}
    punctuation, common = gb2312(1, 1) | full_width, gb2312(16, 55)
    ours = {
        character
        for pattern in TEXTS
        for path in ROOT.glob(pattern)
        for character in path.read_text(encoding="utf-8")
        if character.isprintable()
    }
    return latin_and_greek | signs | punctuation | common | ours


def rename(font: object) -> None:
    """Give the subset its own family name and leave out every other language's names."""
    names = font["name"]  # type: ignore[index]
    names.names = [record for record in names.names if record.langID == 0x409]
    for identity, text in {1: FAMILY, 4: FAMILY, 6: "PixelwattSansSC-Regular", 16: FAMILY}.items():
        names.setName(text, identity, 3, 1, 0x409)
    cff = font["CFF "].cff  # type: ignore[index]
    cff.fontNames = ["PixelwattSansSC-Regular"]
    cff.topDictIndex[0].FamilyName = cff.topDictIndex[0].FullName = FAMILY


def main(collection: str) -> None:
    fonts = TTCollection(collection).fonts
    font = next(f for f in fonts if f["name"].getDebugName(1) == "Noto Sans CJK SC")
    font.recalcTimestamp = False  # the same texts give the same file
    options = subset.Options(hinting=False, notdef_outline=True, name_IDs=["*"])
    options.layout_features = ["kern", "ccmp", "locl"]
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE"]  # for vertical text only
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="".join(wanted()))
    subsetter.subset(font)
    rename(font)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    font.save(TARGET)
    size = TARGET.stat().st_size
    print(f"{TARGET.relative_to(ROOT)}: {size:,} bytes, {len(font.getBestCmap()):,} characters")
    if size > LIMIT:
        sys.exit(f"The font is over {LIMIT:,} bytes.")


if __name__ == "__main__":
    main(sys.argv[1])
