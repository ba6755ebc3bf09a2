"""Light and dark: readable by everybody, following the system or the user."""

from __future__ import annotations

import dataclasses
import itertools
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from pixelwatt import icons, theme
from pixelwatt.api import Status, Verdict
from pixelwatt.labels import STATUS_COLOURS, VERDICT_COLOURS
from pixelwatt.stylesheet import stylesheet
from pixelwatt.theme import CHROMES, DARK, LIGHT, ThemeChoice, ThemeKeeper
from pixelwatt.themed import colour_of

BOTH = pytest.mark.parametrize("tokens", [DARK, LIGHT], ids=["dark", "light"])


def rgb(colour):
    return [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]


def linear(value):
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def contrast(first, second):
    """Contrast ratio of WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""

    def luminance(colour):
        return sum(
            k * linear(v) for k, v in zip((0.2126, 0.7152, 0.0722), rgb(colour), strict=True)
        )

    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def mixed(colour, background, share):
    return "#" + "".join(
        f"{round(255 * (share * a + (1 - share) * b)):02x}"
        for a, b in zip(rgb(colour), rgb(background), strict=True)
    )


def test_the_contrast_formula_agrees_with_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@BOTH
def test_text_has_aa_contrast_wherever_it_stands(tokens):
    chrome = CHROMES[tokens.dark]
    grounds = [tokens.window, tokens.surface, chrome.raised, chrome.field, chrome.hover,
               chrome.selection]  # fmt: skip
    for ground in grounds:
        assert contrast(tokens.text, ground) >= 7
    for ground in grounds[:4]:
        assert contrast(tokens.muted, ground) >= 4.5, ground
    for fill in (tokens.accent, chrome.accent_hover):
        assert contrast(chrome.on_accent, fill) >= 4.0
    assert contrast(chrome.on_accent, tokens.accent) >= 4.5


@BOTH
def test_data_colours_are_readable_as_text_on_the_surface(tokens):
    names = ["accent", "native", "power", "good", "bad", "warning"]
    names += [f"series{n}" for n in range(len(tokens.series))]
    for name in names:
        assert contrast(colour_of(tokens, name), tokens.surface) >= 4.5, name


@BOTH
def test_badges_are_readable_on_their_own_tint(tokens):
    for name in {*STATUS_COLOURS.values(), *VERDICT_COLOURS.values()}:
        colour = colour_of(tokens, name)
        assert contrast(colour, mixed(colour, tokens.surface, 0.16)) >= 3.5, name
    assert set(STATUS_COLOURS) == set(Status)
    assert set(VERDICT_COLOURS) == set(Verdict)


@BOTH
def test_borders_of_controls_can_be_seen(tokens):
    chrome = CHROMES[tokens.dark]
    assert contrast(tokens.accent, tokens.surface) >= 3, "the focus ring"
    assert contrast(chrome.border_strong, tokens.surface) >= 1.8


# Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB.
DEFICIENCIES = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216),
                   (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413),
                     (-0.011820, 0.042940, 0.968881)),
}  # fmt: skip


def lab(linear_rgb):
    r, g, b = linear_rgb
    x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047
    y = 0.2126 * r + 0.7152 * g + 0.0722 * b
    z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883

    def f(t):
        return t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116

    return 116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))


@BOTH
@pytest.mark.parametrize("deficiency", DEFICIENCIES)
def test_the_three_main_data_colours_stay_apart_for_the_colour_blind(tokens, deficiency):
    matrix = DEFICIENCIES[deficiency]

    def seen(colour):
        source = [linear(v) for v in rgb(colour)]
        mapped = [sum(m * v for m, v in zip(row, source, strict=True)) for row in matrix]
        return lab([min(max(v, 0), 1) for v in mapped])

    for one, other in itertools.combinations((tokens.native, tokens.accent, tokens.power), 2):
        assert sum((a - b) ** 2 for a, b in zip(seen(one), seen(other), strict=True)) ** 0.5 > 20


@BOTH
def test_the_style_sheet_has_no_gap_and_its_pictures_exist(tokens):
    text = stylesheet(tokens)
    assert "$" not in text
    for path in re.findall(r'url\("([^"]+)"\)', text):
        assert Path(path).is_file(), path


@BOTH
def test_colours_are_written_as_hex(tokens):
    values = [v for v in dataclasses.astuple(tokens) if isinstance(v, str)]
    values += list(tokens.series) + list(dataclasses.astuple(CHROMES[tokens.dark]))
    assert all(re.fullmatch(r"#[0-9a-f]{6}", value) for value in values)


def test_the_system_is_followed_while_that_is_chosen(qapp, monkeypatch):
    dark = False
    monkeypatch.setattr(theme, "system_is_dark", lambda: dark)
    hints = QGuiApplication.styleHints()
    keeper = ThemeKeeper(qapp, ThemeChoice.SYSTEM)
    seen = []
    unsubscribe = keeper.subscribe(seen.append)
    assert keeper.theme is LIGHT
    dark = True
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert keeper.theme is DARK
    assert qapp.palette().window().color().name() == DARK.window
    keeper.choose(ThemeChoice.LIGHT)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert keeper.theme is LIGHT, "a choice of the user's is not the system's to change"
    unsubscribe()
    unsubscribe()
    keeper.choose(ThemeChoice.DARK)
    assert [t.dark for t in seen] == [True, False]
    keeper.deleteLater()


def test_an_icon_takes_the_colour_of_its_text(qapp):
    image = icons.render("open", 24, "#ff0000", 2.0).toImage()
    assert image.width() == 48
    reds = [
        image.pixelColor(x, y)
        for x in range(48)
        for y in range(48)
        if image.pixelColor(x, y).alpha() > 200
    ]
    assert reds
    assert all(c.red() > 200 and c.blue() < 60 for c in reds)


def test_an_icon_that_is_missing_is_a_plain_panel(qapp):
    assert icons.source("there-is-none") == icons.source("panel")
    assert icons.source("nobody:here.svg") == icons.source("panel")
    assert icons.source("video-budget") == icons.source("video_budget")
