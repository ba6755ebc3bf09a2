"""What the upscaler remembers between runs; a page of the settings dialog."""

from __future__ import annotations

from dataclasses import dataclass

from pixelwatt.api import setting, tr_noop


@dataclass(frozen=True, slots=True)
class UpscalerPreferences:
    """The choices of the panel's row of controls, and a few that are made rarely."""

    preset: str = setting(
        "performance",
        label=tr_noop("Preset"),
        help=tr_noop("How much smaller than the output a picture is rendered."),
        choices=(
            ("dlaa", tr_noop("DLAA 1×")),
            ("quality", tr_noop("Quality 1.5×")),
            ("balanced", tr_noop("Balanced 1.724×")),
            ("performance", tr_noop("Performance 2×")),
            ("ultra-performance", tr_noop("Ultra Performance 3×")),
            ("custom-6x", tr_noop("Custom 6×")),
            ("custom-9x", tr_noop("Custom 9×")),
        ),
    )
    taken_down: str = setting(
        "area",
        label=tr_noop("Take the source down"),
        help=tr_noop(
            "A source that is taken down first has its original to be judged by. Games sample "
            "points; cameras and video average areas."
        ),
        choices=(
            ("point", tr_noop("Point-sampled, as a game renders")),
            ("area", tr_noop("Averaged, as video is made")),
            ("bicubic", tr_noop("Bicubic, as research papers do")),
            ("none", tr_noop("Not at all: upscale the source as it is")),
        ),
    )
    output: str = setting(
        "auto",
        label=tr_noop("Output size"),
        help=tr_noop("“Automatic” takes the source's size, or less where that would not play."),
        choices=(
            ("auto", tr_noop("Automatic")),
            ("source", tr_noop("Source size")),
            ("1080p", "1080p"),
            ("1440p", "1440p"),
            ("4k", "4K"),
        ),
    )
    methods: str = setting(
        "",
        label=tr_noop("Methods"),
        help=tr_noop("Names separated by commas; empty takes the fastest model there is."),
    )
    mode: str = setting(
        "split",
        label=tr_noop("View"),
        choices=(
            ("split", tr_noop("Split, side to side")),
            ("split_horizontal", tr_noop("Split, top to bottom")),
            ("row", tr_noop("Side by side")),
            ("grid", tr_noop("Grid")),
            ("flicker", tr_noop("Flicker")),
            ("difference", tr_noop("Difference")),
        ),
    )
    show_input: bool = setting(True, label=tr_noop("Show what was upscaled"))
    show_original: bool = setting(True, label=tr_noop("Show the original"))
    show_scores: bool = setting(False, label=tr_noop("Show the table of scores"))
    provider: str = setting(
        "auto",
        label=tr_noop("Execution provider"),
        help=tr_noop("“auto”, “cpu” or a provider's name, as `pixelwatt doctor` lists them."),
    )
    loop: bool = setting(True, label=tr_noop("Play again at the end"))
    smooth: bool = setting(
        False,
        label=tr_noop("Blend pixels when zoomed in"),
        help=tr_noop("Off shows each pixel as a square from 200 % on."),
    )
    drawing: str = setting(
        "auto",
        label=tr_noop("Pictures are drawn by"),
        help=tr_noop(
            "“Automatic” begins with the processor and goes over to the graphics card when drawing "
            "takes longer than 12 ms."
        ),
        choices=(
            ("auto", tr_noop("Automatic")),
            ("processor", tr_noop("The processor")),
            ("graphics", tr_noop("The graphics card")),
        ),
    )
    flicker_hz: float = setting(
        2.0,
        label=tr_noop("Flicker rate"),
        help=tr_noop("Changes per second. More than three may harm people with epilepsy."),
        minimum=0.25,
        maximum=10.0,
        suffix=" Hz",
    )
    difference: str = setting(
        "absolute",
        label=tr_noop("Difference"),
        choices=(
            ("absolute", tr_noop("Absolute")),
            ("signed", tr_noop("Signed")),
            ("ssim", tr_noop("SSIM")),
            ("flip", tr_noop("FLIP")),
            ("temporal", tr_noop("Over time: flicker and ghosting")),
        ),
    )
    difference_scale: int = setting(
        64,
        label=tr_noop("End of the difference scale"),
        help=tr_noop("In steps of 1/255."),
        minimum=8,
        maximum=255,
    )
    codec: str = setting(
        "auto",
        label=tr_noop("Codec of exported videos"),
        help=tr_noop("“Automatic” takes what the file's format usually holds."),
        choices=(
            ("auto", tr_noop("Automatic")),
            ("h264", "H.264"),
            ("hevc", "H.265 (HEVC)"),
            ("av1", "AV1"),
            ("vp9", "VP9"),
            ("prores", "ProRes"),
            ("ffv1", tr_noop("FFV1, lossless")),
        ),
    )
    quality: int = setting(
        95,
        label=tr_noop("Quality of exported pictures"),
        help=tr_noop("Of JPEG and WebP; WebP of 100 is lossless."),
        minimum=1,
        maximum=100,
    )
