"""What this plugin contributes, as data. Code is named and imported when it is needed."""

from __future__ import annotations

from pixelwatt.api import (
    Area,
    Claim,
    CliCommand,
    Command,
    Diagnostic,
    Exporter,
    Opener,
    Panel,
    SettingsPage,
    hookimpl,
    tr_noop,
)
from pixelwatt_upscaler.claims import CLAIMS
from pixelwatt_upscaler.preferences import UpscalerPreferences

CATEGORY = tr_noop("Upscaler")
PLAYBACK, COMPARISON, SOURCE = tr_noop("Playback"), tr_noop("Comparison"), tr_noop("Source")
DIAGNOSTICS = "pixelwatt_upscaler.core.diagnostics"
PICTURE_PATTERNS = ("*.png", "*.jpg", "*.jpeg", "*.webp", "*.tif", "*.tiff", "*.bmp")
VIDEO_PATTERNS = ("*.mp4", "*.mkv", "*.mov", "*.webm", "*.avi", "*.m4v", "*.ts", "*.mpg",
                  "*.mpeg", "*.y4m")  # fmt: skip


@hookimpl
def pixelwatt_panels() -> list[Panel]:
    return [
        Panel(
            id="upscaler",
            title=tr_noop("Upscaler"),
            view="pixelwatt_upscaler.views.panel:UpscalerPanel",
            icon="upscaler",
            area=Area.CENTER,
            description=tr_noop("A picture, a video or a camera upscaled live, side by side"),
        )
    ]


@hookimpl
def pixelwatt_settings() -> list[SettingsPage]:
    return [SettingsPage(id="upscaler", title=tr_noop("Upscaler"), schema=UpscalerPreferences)]


@hookimpl
def pixelwatt_commands() -> list[Command]:
    return [
        _command("play", tr_noop("Play or pause"), "play_or_pause", PLAYBACK, moving=True),
        _command("frame_back", tr_noop("One frame back"), "frame_back", PLAYBACK, moving=True),
        _command("frame_on", tr_noop("One frame on"), "frame_on", PLAYBACK, moving=True),
        _command("back", tr_noop("One second back"), "second_back", PLAYBACK, moving=True),
        _command("on", tr_noop("One second on"), "second_on", PLAYBACK, moving=True),
        _command("start", tr_noop("Back to the start"), "to_start", PLAYBACK, moving=True),
        _command("loop", tr_noop("Play again at the end"), "toggle_loop", PLAYBACK, "looping"),
        _command("fit", tr_noop("Fit the picture"), "fit", COMPARISON),
        _command("actual", tr_noop("One picture pixel per screen pixel"), "actual_pixels",
                 COMPARISON),
        _command("zoom_in", tr_noop("Zoom in"), "zoom_in", COMPARISON),
        _command("zoom_out", tr_noop("Zoom out"), "zoom_out", COMPARISON),
        _command("split", tr_noop("Split, side to side"), "split", COMPARISON, "is_split"),
        _command("split_horizontal", tr_noop("Split, top to bottom"), "split_horizontal",
                 COMPARISON, "is_split_horizontal"),
        _command("row", tr_noop("Side by side"), "side_by_side", COMPARISON, "is_side_by_side"),
        _command("grid", tr_noop("Grid"), "grid", COMPARISON, "is_grid"),
        _command("flicker", tr_noop("Flicker"), "flicker", COMPARISON, "is_flicker"),
        _command("difference", tr_noop("Difference from the original"), "difference",
                 COMPARISON, "is_difference"),
        _command("inspect", tr_noop("Inspect pixels"), "inspect", COMPARISON, "inspecting"),
        _command("scores", tr_noop("Scores of the methods"), "toggle_scores", COMPARISON,
                 "showing_scores"),
        _command("blind", tr_noop("Blind test…"), "blind_test", COMPARISON),
        _command("paste", tr_noop("Upscale the picture in the clipboard"), "paste", SOURCE,
                 keys="Ctrl+Shift+V"),
        _command("demo_clip", tr_noop("Demo clip"), "demo_clip", SOURCE),
        _command("demo_still", tr_noop("Demo still"), "demo_still", SOURCE),
        _command("add_model", tr_noop("Add an ONNX model…"), "add_model", ""),
        _command("copy_picture", tr_noop("Copy the upscaled picture"), "copy_picture", "",
                 keys="Ctrl+Shift+C"),
        _command("folder", tr_noop("Upscale the files of a folder…"), "upscale_folder", ""),
        _command("keys", tr_noop("Keys of the upscaler"), "keys", ""),
        _command("copy_view", tr_noop("Copy the comparison as it is on screen"), "copy_view", ""),
    ]  # fmt: skip


@hookimpl
def pixelwatt_openers() -> list[Opener]:
    return [
        Opener(
            id="upscaler.media",
            title=tr_noop("Pictures and videos"),
            patterns=(*PICTURE_PATTERNS, *VIDEO_PATTERNS),
            mime_types=("image/*", "video/*"),
            open="pixelwatt_upscaler.views.commands:open_files",
        ),
        Opener(
            id="upscaler.model",
            title=tr_noop("ONNX models"),
            patterns=("*.onnx",),
            open="pixelwatt_upscaler.views.models:open_models",
        ),
    ]


@hookimpl
def pixelwatt_exporters() -> list[Exporter]:
    return [
        _exporter("picture", tr_noop("Upscaled picture"), PICTURE_PATTERNS),
        _exporter("comparison", tr_noop("Comparison sheet"), ("*.png", "*.jpg", "*.webp")),
        _exporter("video", tr_noop("Upscaled video"), ("*.mp4", "*.mkv", "*.mov", "*.webm")),
    ]


@hookimpl
def pixelwatt_cli() -> list[CliCommand]:
    return [
        _subcommand("upscale", tr_noop("Upscale a picture or a video into a file")),
        _subcommand("measure", tr_noop("Compare a picture with its reference: PSNR and SSIM")),
        _subcommand("models", tr_noop("List the upscaling methods and models")),
        _subcommand(
            "compare", tr_noop("Draw pictures side by side on one labelled sheet"), "cli_compare"
        ),
        _subcommand(
            "batch", tr_noop("Upscale many files and folders, one after another"), "cli_batch"
        ),
    ]


@hookimpl
def pixelwatt_claims() -> list[Claim]:
    return list(CLAIMS)


@hookimpl
def pixelwatt_diagnostics() -> list[Diagnostic]:
    return [
        Diagnostic(
            id="upscaler.runtime", title=tr_noop("Inference"), collect=f"{DIAGNOSTICS}:inference"
        ),
        Diagnostic(
            id="upscaler.media",
            title=tr_noop("Pictures, video and cameras"),
            collect=f"{DIAGNOSTICS}:media",
        ),
    ]


def _exporter(name: str, title: str, patterns: tuple[str, ...]) -> Exporter:
    module = "pixelwatt_upscaler.views.export"
    return Exporter(
        id=f"upscaler.{name}",
        title=title,
        suffixes=tuple(pattern.removeprefix("*") for pattern in patterns),
        accepts=f"{module}:has_{name}",
        write=f"{module}:write_{name}",
    )


def _subcommand(name: str, help: str, module: str = "cli") -> CliCommand:
    cli = f"pixelwatt_upscaler.{module}"
    return CliCommand(
        name=name, help=help, add_arguments=f"{cli}:add_{name}_arguments", run=f"{cli}:{name}"
    )


def _command(
    name: str, title: str, run: str, menu: str, checked: str = "", *,
    moving: bool = False, keys: str = "",
) -> Command:  # fmt: skip
    """The panel's single keys are its own (`views.keys`): they must not work elsewhere."""
    commands = "pixelwatt_upscaler.views.commands"
    return Command(
        id=f"upscaler.{name}",
        title=title,
        category=CATEGORY,
        run=f"{commands}:{run}",
        menu=f"{CATEGORY}/{menu}" if menu else CATEGORY,
        keys=keys,
        checked=f"{commands}:{checked}" if checked else "",
        enabled_when=f"{commands}:shows_moving" if moving else "",
    )
