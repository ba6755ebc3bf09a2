"""The one row of controls over the picture: source, preset, output, methods, view, zoom."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from pixelwatt.api import Available
from pixelwatt_upscaler.core.methods import Family
from pixelwatt_upscaler.core.model_catalogue import user_models
from pixelwatt_upscaler.core.pipeline import plan
from pixelwatt_upscaler.core.presets import OUTPUTS, PRESETS, Preset, fit, render_size, scaled
from pixelwatt_upscaler.text import tr
from pixelwatt_upscaler.views.choices import plain
from pixelwatt_upscaler.views.flow_layout import FlowLayout
from pixelwatt_upscaler.views.icons import SIZE, icon
from pixelwatt_upscaler.views.layers import Mode
from pixelwatt_upscaler.views.short_combo import ShortCombo

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pixelwatt.api import Theme
    from pixelwatt_upscaler.core.frames import Size
    from pixelwatt_upscaler.core.methods import Method
    from pixelwatt_upscaler.core.pipeline import Request
    from pixelwatt_upscaler.preferences import UpscalerPreferences


class Controls(QWidget):
    """Shows the preferences and says which of them the user changed."""

    changed = Signal(dict)
    """Fields of `UpscalerPreferences` with their new values."""
    inspecting = Signal(bool)
    model_asked = Signal()
    about_model_asked = Signal(str)
    """The id of a user's model."""
    fit_asked = Signal()
    zoom_asked = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.source = _menu_button(tr("Source"))
        self.preset = ShortCombo(tr("Preset"))
        self.taken_down = ShortCombo(tr("How the source is taken down"))
        self.output = ShortCombo(tr("Output size"))
        self.methods = _menu_button(tr("Methods and pictures to compare"))
        self.mode_choice = _menu_button(tr("What the view shows"))
        self.zoom = _menu_button(tr("Zoom"))
        self.zoom.setMinimumWidth(72)
        self.inspect = _tool(tr("Inspect pixels (I)"))
        self.inspect.setCheckable(True)
        self.scores = _tool(tr("Scores of the methods (T)"))
        self.scores.setCheckable(True)
        self.modes = {mode: _tool(title) for mode, title in mode_titles().items()}
        layout = FlowLayout(self)
        for widget in (self.source, self.preset, self.taken_down, self.output, self.methods):
            layout.addWidget(widget)
        layout.addWidget(self._mode_row())
        layout.addWidget(self.mode_choice)
        # Where the panel is narrow, these go to the next row together.
        layout.addWidget(_together(self.zoom, self.inspect, self.scores))
        self._fill_fixed()
        self.preset.activated.connect(lambda _i: self._say(preset=self.preset.currentData()))
        self.taken_down.activated.connect(
            lambda _i: self._say(taken_down=self.taken_down.currentData())
        )
        self.output.activated.connect(lambda _i: self._say(output=self.output.currentData()))
        self.inspect.toggled.connect(self.inspecting)
        self.scores.clicked.connect(lambda on: self._say(show_scores=on))
        self.set_theme(theme)

    # -- What the panel tells ---------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        for mode, button in self.modes.items():
            button.setIcon(icon(mode, theme.text))
        self.inspect.setIcon(icon("inspect", theme.text))
        self.scores.setIcon(icon("table", theme.text))
        self.source.setIcon(icon("open", theme.text))

    def show_preferences(self, preferences: UpscalerPreferences) -> None:
        self.preset.choose(preferences.preset)
        self.taken_down.choose(preferences.taken_down)
        self.output.choose(preferences.output)
        self.scores.setChecked(preferences.show_scores)
        self._show_mode_menu(preferences)
        mode = Mode(preferences.mode)
        self.modes[mode].setChecked(True)

    def show_sizes(self, source: Size, request: Request, automatic: Size) -> None:
        """Write the true numbers into the lists, for a source and what is made of it."""
        output = plan(source, request).output
        if not request.take_down:
            automatic = scaled(source, request.factor)
        for index, preset in enumerate(PRESETS):
            self.preset.set_texts(index, preset_text(preset, output), preset_name(preset))
        auto, own = plain(automatic), plain(source)
        self.output.set_texts(
            0,
            tr("Automatic, what this machine sustains: {size}", size=auto),
            tr("Auto {size}", size=auto),
        )
        self.output.set_texts(1, tr("Source size: {size}", size=own), own)
        # Upscaled as it is, a source becomes larger by the preset's factor: one choice, not two.
        self.output.view().setRowHidden(1, not request.take_down)  # type: ignore[attr-defined]
        if not request.take_down:
            enlarged = tr("Source times the factor: {size}", size=auto)
            for index in (0, 1):
                self.output.set_texts(index, enlarged, auto)
        for index, (name, box) in enumerate(OUTPUTS.items(), start=2):
            title = "4K" if name == "4k" else name
            self.output.set_texts(index, f"{title}: {plain(fit(source, box))}", title)

    def show_source(self, title: str) -> None:
        metrics = self.source.fontMetrics()
        self.source.setText(metrics.elidedText(title, Qt.TextElideMode.ElideMiddle, 128))
        self.source.setToolTip(title)

    def show_zoom(self, scale: float | None, *, fitted: bool) -> None:
        percent = "" if scale is None else f"{scale * 100:.0f} %"
        self.zoom.setText(tr("Fit {percent}", percent=percent) if fitted else percent)

    def set_source_menu(self, menu: QMenu) -> None:
        self.source.setMenu(menu)

    def show_methods(
        self, methods: Sequence[Method], chosen: Sequence[str], preferences: UpscalerPreferences
    ) -> None:
        """Fill the menu of methods; the button names the first that is on."""
        menu = QMenu(self.methods)
        menu.setAccessibleName(tr("Methods and pictures to compare"))
        menu.addSection(tr("Methods"))
        for method in methods:
            action = menu.addAction(method_title(method))
            action.setCheckable(True)
            action.setChecked(method.id in chosen)
            action.setToolTip(method.detail)
            action.toggled.connect(self._method_toggler(method.id, tuple(chosen)))
        menu.addAction(tr("Add an ONNX model…"), self.model_asked.emit)
        self._add_models_menu(menu)
        where = menu.addMenu(tr("Run models on"))
        where.aboutToShow.connect(lambda: self._fill_providers(where, preferences.provider))
        menu.addSection(tr("Pictures beside them"))
        self._flag(menu, tr("What was upscaled"), "show_input", preferences.show_input)
        self._flag(menu, tr("The original"), "show_original", preferences.show_original)
        menu.setToolTipsVisible(True)
        previous = self.methods.menu()
        self.methods.setMenu(menu)
        if previous is not None:
            previous.deleteLater()
        # A model goes before the filters it is compared with, as in the heads-up line.
        shown = sorted(
            (each for each in methods if each.id in chosen),
            key=lambda each: each.family is not Family.NEURAL,
        )
        titles = [method_title(each) for each in shown]
        first = titles[0] if titles else tr("No method")
        extra = f" +{len(titles) - 1}" if len(titles) > 1 else ""
        short = self.methods.fontMetrics().elidedText(first, Qt.TextElideMode.ElideRight, 120)
        self.methods.setText(short + extra)
        self.methods.setToolTip(", ".join(titles))

    # -- Building ---------------------------------------------------------------------------

    def _fill_fixed(self) -> None:
        for preset in PRESETS:
            self.preset.addItem(tr(preset.title), preset.id)
        for value, text in taken_down_titles().items():
            self.taken_down.addItem(text, value)
        self.output.addItem(tr("Automatic"), "auto")
        self.output.addItem(tr("Source size"), "source")
        for name in OUTPUTS:
            self.output.addItem("4K" if name == "4k" else name, name)
        menu = QMenu(self.zoom)
        menu.addAction(tr("Fit (F)"), self.fit_asked.emit)
        for zoom in (0.5, 1.0, 2.0, 4.0, 8.0, 16.0):
            text = tr("1:1, 100 % (1)") if zoom == 1.0 else f"{zoom * 100:.0f} %"
            menu.addAction(text, self._zoomer(zoom))
        self.zoom.setMenu(menu)
        self.show_zoom(None, fitted=True)

    def _mode_row(self) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for mode, button in self.modes.items():
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.clicked.connect(self._mode_chooser(mode))
            layout.addWidget(button)
        return row

    def _show_mode_menu(self, preferences: UpscalerPreferences) -> None:
        """The choices that belong to the present view, if it has any."""
        menu = QMenu(self.mode_choice)
        mode = Mode(preferences.mode)
        title = ""
        if mode is Mode.DIFFERENCE:
            title = difference_titles()[preferences.difference]
            for kind, text in difference_titles().items():
                self._radio(menu, text, preferences.difference == kind, difference=kind)
            menu.addSeparator()
            for steps in (16, 32, 64, 128):
                text = tr("Scale ends at {steps} of 255", steps=steps)
                chosen = preferences.difference_scale == steps
                self._radio(menu, text, chosen, difference_scale=steps)
        elif mode is Mode.FLICKER:
            title = tr("{rate} per second", rate=f"{preferences.flicker_hz:g}")
            for hertz in (0.5, 1.0, 2.0, 3.0):
                text = tr("{rate} per second", rate=f"{hertz:g}")
                self._radio(menu, text, preferences.flicker_hz == hertz, flicker_hz=hertz)
        old = self.mode_choice.menu()
        self.mode_choice.setMenu(menu)
        self.mode_choice.setText(title)
        self.mode_choice.setVisible(bool(title))
        if old is not None:
            old.deleteLater()

    def _radio(self, menu: QMenu, title: str, chosen: bool, **fields: object) -> None:
        action = menu.addAction(title)
        action.setCheckable(True)
        action.setChecked(chosen)
        action.triggered.connect(lambda: self._say(**fields))

    def _mode_chooser(self, mode: Mode) -> Callable[[], None]:
        return lambda: self._say(mode=mode.value)

    def _zoomer(self, zoom: float) -> Callable[[], None]:
        return lambda: self.zoom_asked.emit(zoom)

    def _method_toggler(self, method_id: str, chosen: tuple[str, ...]) -> Callable[[bool], None]:
        def toggle(on: bool) -> None:
            kept = [each for each in chosen if each != method_id]
            self._say(methods=",".join([*kept, method_id] if on else kept))

        return toggle

    def _add_models_menu(self, menu: QMenu) -> None:
        """The user's own models, whose properties can be looked at and corrected."""
        cards = user_models()
        if not cards:
            return
        about = menu.addMenu(tr("What was found about"))
        for card in cards:
            about.addAction(card.title, partial(self.about_model_asked.emit, card.id))

    def _fill_providers(self, menu: QMenu, chosen: str) -> None:
        """What this machine has; asking it loads the runtime, so it waits until it is wanted."""
        from pixelwatt_upscaler.core.providers import AUTO, PROVIDERS, device_names, state

        menu.clear()
        title = tr("The fastest there is (automatic)")
        self._radio(menu, title, chosen == AUTO, provider=AUTO)
        for provider in PROVIDERS:
            found = state(provider)
            if isinstance(found, Available):
                self._radio(menu, provider.title, chosen == provider.id, provider=provider.id)
                for number, name in device_names(provider):
                    choice = f"{provider.id}:{number}"
                    title = f"{provider.title} {number}: {name}"
                    self._radio(menu, title, chosen == choice, provider=choice)
            else:
                missing = menu.addAction(
                    tr("{provider}: {reason}", provider=provider.title, reason=found.reason)
                )
                missing.setEnabled(False)
                missing.setToolTip(found.remedy)

    def _flag(self, menu: QMenu, title: str, field: str, value: bool) -> None:
        action = menu.addAction(title)
        action.setCheckable(True)
        action.setChecked(value)
        action.toggled.connect(lambda on: self._say(**{field: on}))

    def _say(self, **fields: object) -> None:
        self.changed.emit(fields)


def mode_titles() -> dict[Mode, str]:
    return {
        Mode.SPLIT: tr("Split, side to side (S)"),
        Mode.SPLIT_HORIZONTAL: tr("Split, top to bottom (H)"),
        Mode.ROW: tr("Side by side (R)"),
        Mode.GRID: tr("Grid (G)"),
        Mode.FLICKER: tr("Flicker (X changes by hand)"),
        Mode.DIFFERENCE: tr("Difference from the original (D)"),
    }


def difference_titles() -> dict[str, str]:
    return {
        "absolute": tr("Absolute difference"),
        "signed": tr("Signed difference"),
        "ssim": tr("Loss of structure (1 − SSIM)"),
        "flip": tr("FLIP, as seen by the eye"),
        "temporal": tr("Over time: flicker and ghosting"),
    }


def taken_down_titles() -> dict[str, str]:
    return {
        "point": tr("Point-sampled"),
        "area": tr("Averaged (area)"),
        "bicubic": tr("Bicubic"),
        "none": tr("Source as it is"),
    }


def preset_name(preset: Preset) -> str:
    """``Performance 2×``; the factor to four figures."""
    factor = f"{float(preset.factor):.4g}×"
    title = tr(preset.title)
    return title if factor in title else f"{title} {factor}"


def preset_text(preset: Preset, output: Size) -> str:
    """``Performance 2× · 25 % of pixels · 640 × 360``: the true numbers of a preset."""
    return tr(
        "{preset} · {share} % of pixels · {size}",
        preset=preset_name(preset),
        share=f"{preset.pixel_share * 100:.3g}",
        size=plain(render_size(output, preset.factor)),
    )


def method_title(method: Method) -> str:
    return tr(method.title)


def _together(*widgets: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    for widget in widgets:
        layout.addWidget(widget)
    return row


def _tool(name: str) -> QToolButton:
    button = QToolButton()
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setIconSize(QSize(SIZE, SIZE))
    button.setAutoRaise(True)
    return button


def _menu_button(name: str) -> QPushButton:
    button = QPushButton()
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setText(name)
    button.setIconSize(QSize(SIZE, SIZE))
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return button
