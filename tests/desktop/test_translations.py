"""Every text of every package is translated, keeps its fields, and is compiled."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase, QRawFont

ROOT = Path(__file__).resolve().parents[2]


def _load():
    spec = importlib.util.spec_from_file_location(
        "pixelwatt_translations", ROOT / "packaging" / "translations.py"
    )
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


translations = _load()
PACKAGES = translations.packages(ROOT)


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.name)
@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_translations_are_complete(package, language):
    wrong = translations.problems(package, language)
    assert not wrong, "\n".join(wrong)


@pytest.fixture
def package(tmp_path):
    source = tmp_path / "pixelwatt_thing"
    source.mkdir()
    (source / "a.py").write_text('tr("Open {name}", name=1)\nTITLE = tr_noop("Power")\n', "utf-8")
    return translations.Package("pixelwatt_thing", source, tmp_path / "translations")


def test_it_finds_literals_and_marks(package):
    assert list(translations.extract(package)) == ["Open {name}", "Power"]


def test_an_f_string_is_refused(package):
    (package.source / "b.py").write_text('tr(f"Open {name}")\n', "utf-8")
    with pytest.raises(SyntaxError, match="f-string"):
        translations.extract(package)


def test_what_is_missing_wrong_or_stale_is_named(package):
    translations.update(package, "zh_CN")
    ts = package.ts("zh_CN")
    assert "not translated: 'Power'" in "\n".join(translations.problems(package, "zh_CN"))
    text = ts.read_text("utf-8")
    for source, wrong in (("Open {name}", "打开 {nmae}"), ("Power", "功率")):
        head, tail = text.split(f"<source>{source}</source>", 1)
        tail = tail.replace(
            '<translation type="unfinished" />', f"<translation>{wrong}</translation>", 1
        )
        text = f"{head}<source>{source}</source>{tail}"
    ts.write_text(text, "utf-8")
    lines = translations.problems(package, "zh_CN")
    assert any("fields differ" in line for line in lines)
    assert any("stale" in line for line in lines)
    ts.write_text(text.replace("{nmae}", "{name}"), "utf-8")
    translations.update(package, "zh_CN")
    assert translations.problems(package, "zh_CN") == []


def test_a_vanished_text_keeps_its_translation(package):
    test_what_is_missing_wrong_or_stale_is_named(package)
    (package.source / "a.py").write_text('tr("Open {name}", name=1)\n', "utf-8")
    translations.update(package, "zh_CN")
    stored = translations.read_ts(package.ts("zh_CN"))
    assert stored["Power"].vanished
    assert stored["Power"].translation == "功率"


def test_the_shipped_font_draws_the_chinese_of_every_translation(qapp):
    font = ROOT / "resources" / "pixelwatt_resources" / "fonts" / "PixelwattSansSC.otf"
    raw = QRawFont(str(font), 12)
    assert raw.isValid()
    texts = [
        text.translation
        for package in PACKAGES
        for language in translations.LANGUAGES
        for text in translations.read_ts(package.ts(language)).values()
        if not text.vanished
    ]
    # Superscripts and the like are in every Latin font; Chinese is what a bare machine lacks.
    characters = {c for text in texts for c in text if ord(c) >= 0x2E80}
    missing = sorted(c for c in characters if not raw.supportsCharacter(ord(c)))
    assert not missing, f"run packaging/fonts.py for {''.join(missing)}"
    assert QFontDatabase.addApplicationFont(str(font)) >= 0
