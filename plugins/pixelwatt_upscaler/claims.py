"""What the essays say of presets, pixel shares and picture quality, with the arithmetic.

The table of presets is at the end of "240p 的奇点"; its numbers are checked, not copied.
"""

from __future__ import annotations

from pixelwatt.api import Claim, ClaimResult, Source, Verdict, tr_noop
from pixelwatt_upscaler.text import tr

ESSAY = Source("240p 的奇点:DLSS 4.5 与“原生分辨率”的终结", date="2026-02")
NGX = Source("NVIDIA DLSS SDK, nvsdk_ngx_defs.h", "https://github.com/NVIDIA/DLSS", "2026")
FSR = Source(
    "AMD FidelityFX Super Resolution 2, README",
    "https://github.com/GPUOpen-Effects/FidelityFX-FSR2", "2023",
)  # fmt: skip
UNITY = Source("Unity 6000.7 manual, DLSS presets", "https://docs.unity3d.com", "2026")


def _claim(
    name: str,
    statement: str,
    statement_zh: str,
    topic: str,
    source: Source = ESSAY,
    experiment: str = "",
) -> Claim:
    """``name`` is also the name of the function below that checks it."""
    return Claim(
        id=f"upscaler.{name}",
        statement=statement,
        statement_zh=statement_zh,
        source=source,
        check=f"pixelwatt_upscaler.claims:{name}",
        topic=topic,
        experiment=f"pixelwatt_upscaler.views.experiments:{experiment}" if experiment else "",
        experiment_title=_ON_THE_PICTURE if experiment else "",
    )


_ON_THE_PICTURE = tr_noop("Check on the picture in view")
_PRESETS = tr_noop("Presets")
_EFFICIENCY = tr_noop("Efficiency")
_QUALITY = tr_noop("Picture quality")

CLAIMS = (
    _claim(
        "pixel_share_column",
        tr_noop(
            "Quality renders 66.7 % of the pixels, Performance 50 %, Ultra Performance 33.3 %."
        ),
        "像素渲染比例:质量 66.7%,性能 50.0%,超级性能 33.3%",
        _PRESETS,
    ),
    _claim(
        "hyper_share",
        tr_noop("6× to 9× renders 11 % to 16 %."),
        "极限性能:6.0x – 9.0x,11% – 16%",
        _PRESETS,
    ),
    _claim(
        "balanced_sizes",
        tr_noop("Balanced is 1.7× and 58.0 %: 635, 847 and 1270 lines."),
        "平衡 1.7x,58.0%:635p / 847p / 1270p",
        _PRESETS,
    ),
    _claim(
        "quality_sizes",
        tr_noop("Quality is 1.5×: 720, 960 and 1440 lines."),
        "质量 1.5x:720p / 960p / 1440p",
        _PRESETS,
    ),
    _claim(
        "performance_sizes",
        tr_noop("Performance is 2×, Ultra Performance 3×: 540/720/1080 and 360/480/720 lines."),
        "性能 2.0x:540p / 720p / 1080p;超级性能 3.0x:360p / 480p / 720p",
        _PRESETS,
    ),
    _claim(
        "hyper_is_a_preset",
        tr_noop("DLSS has a Hyper Performance mode of 6× to 9×."),
        "极限性能 (Hyper Perf) 6.0x – 9.0x",
        _PRESETS,
    ),
    _claim(
        "one_ninth_pixels",
        tr_noop("At 720p for 4K the GPU computes only 1/9 of the pixels."),
        "你的 GPU 核心只计算了 1/9 的像素",
        _PRESETS,
    ),
    _claim(
        "model_m_is_pruned",
        tr_noop("Model M is a pruned and distilled Model L whose power use can be neglected."),
        "Model M 是对 Model L 的剪枝与蒸馏,功耗几乎可以忽略不计",
        _QUALITY,
    ),
    _claim(
        "two_models",
        tr_noop("DLSS 4.5 has two core models; Balanced uses M."),
        "推出了两个核心模型;Model M 服务于 Performance 和 Balanced 模式",
        _PRESETS,
    ),
    _claim(
        "overclocking",
        tr_noop("Overclocked 4K: power +35 %, frame rate +8 %."),
        "原生 4K (极限超频):650W (+35%),49 (+8%)",
        _EFFICIENCY,
    ),
    _claim(
        "frames_per_watt",
        tr_noop("Frames per watt: 0.09, 0.07, 0.36, 0.63 and 1.26."),
        "每瓦帧数 (FPS/W):0.09 / 0.07 / 0.36 / 0.63 / 1.26",
        _EFFICIENCY,
    ),
    _claim(
        "power_halved",
        tr_noop(
            "720p with Model L cuts power to less than half, at more than "
            "three times the frame rate."
        ),
        "功耗直接腰斩(220W),帧率却是原生的 3 倍以上",
        _EFFICIENCY,
    ),
    _claim(
        "ninety_nine_percent",
        tr_noop("AI restores 99 % of the picture's detail."),
        "AI 能够通过“脑补”还原 99% 的画面细节",
        _QUALITY,
        experiment="restored_detail",
    ),
    _claim(
        "beats_native_1080p",
        tr_noop("240p upscaled to 4K surpasses native 1080p in static textures."),
        "在静态纹理上超越了原生 1080p",
        _QUALITY,
        experiment="nine_times_against_two",
    ),
)


def pixel_share_column() -> ClaimResult:
    shares = {1.5: 66.7, 2.0: 50.0, 3.0: 33.3}
    lines = "; ".join(
        tr("{factor}×: side 1/{factor} = {side:.1%}, pixels (1/{factor})² = {area:.1%}",
           factor=factor, side=1 / factor, area=1 / factor**2)
        for factor in shares
    )  # fmt: skip
    return ClaimResult(
        Verdict.CONTRADICTED,
        tr("The column gives the share of each side, not of the pixels. {lines}.", lines=lines),
    )


def hyper_share() -> ClaimResult:
    return ClaimResult(
        Verdict.CONTRADICTED,
        tr("Per side 1/9 = {low:.1%} to 1/6 = {high:.1%}; of the pixels 1/81 = {low2:.1%} to "
           "1/36 = {high2:.1%}. The upper end was cut off, not rounded.",
           low=1 / 9, high=1 / 6, low2=1 / 81, high2=1 / 36),
    )  # fmt: skip


def balanced_sizes() -> ClaimResult:
    by_ratio = " / ".join(f"{lines / 1.7:.1f}" for lines in (1080, 1440, 2160))
    by_share = " / ".join(f"{lines * 0.58:.1f}" for lines in (1080, 1440, 2160))
    return ClaimResult(
        Verdict.CONTRADICTED,
        tr("Two definitions are mixed: 1.7× (AMD's) is {share:.1%} and gives {by_ratio} lines; "
           "58 % (NVIDIA's) is {ratio:.3f}× and gives {by_share} lines.",
           share=1 / 1.7, ratio=1 / 0.58, by_ratio=by_ratio, by_share=by_share),
        (FSR, NGX),
    )  # fmt: skip


def quality_sizes() -> ClaimResult:
    return ClaimResult(
        Verdict.SUPPORTED,
        "; ".join(f"{lines} / 1.5 = {lines / 1.5:.0f}" for lines in (1080, 1440, 2160)),
    )


def performance_sizes() -> ClaimResult:
    return ClaimResult(
        Verdict.SUPPORTED,
        "; ".join(
            f"{lines} / {factor} = {lines // factor}"
            for factor in (2, 3)
            for lines in (1080, 1440, 2160)
        ),
    )


def hyper_is_a_preset() -> ClaimResult:
    return ClaimResult(
        Verdict.CONTRADICTED,
        tr("The SDK's quality values are DLAA, Ultra Quality, Quality, Balanced, Performance and "
           "Ultra Performance (3×); there is no mode beyond 3×. Pixelwatt calls 6× and 9× custom."),
        (NGX,),
    )  # fmt: skip


def one_ninth_pixels() -> ClaimResult:
    return ClaimResult(
        Verdict.SUPPORTED,
        f"(1280 · 720) / (3840 · 2160) = {1280 * 720} / {3840 * 2160} = 1/9",
    )


def model_m_is_pruned() -> ClaimResult:
    return ClaimResult(
        Verdict.CONTRADICTED,
        tr("The vendor's text says: L and M are second-generation transformers, M of about the "
           "quality of L, slower than J and K and faster than L. It says nothing of pruning, and "
           "a model that is slower than K does not cost nothing."),
        (UNITY,),
    )  # fmt: skip


def two_models() -> ClaimResult:
    return ClaimResult(
        Verdict.CONTRADICTED,
        tr(
            "The essay's own table names three models (K, M, L) and gives Balanced to K, while its "
            "text gives Balanced to M. The vendor's default for Balanced is K."
        ),
        (UNITY,),
    )


def overclocking() -> ClaimResult:
    power, rate = 650 / 480 - 1, 49 / 45 - 1
    return ClaimResult(
        Verdict.SUPPORTED,
        tr("650 / 480 = +{power:.1%}; 49 / 45 = +{rate:.1%}, which rounds to 9 %, not 8 %. The "
           "watts themselves are the essay's; no measurement was published.",
           power=power, rate=rate),
    )  # fmt: skip


def frames_per_watt() -> ClaimResult:
    rows = ((45, 480), (49, 650), (115, 320), (140, 220), (190, 150))
    ratios = ", ".join(f"{fps}/{watts} = {fps / watts:.4f}" for fps, watts in rows)
    return ClaimResult(
        Verdict.CONTRADICTED,
        tr("{ratios}. Three of five were cut off instead of rounded (0.08, 0.64, 1.27); the gain "
           "from the first row to the last is {gain:.1f} times.",
           ratios=ratios, gain=(190 / 150) / (45 / 480)),
    )  # fmt: skip


def power_halved() -> ClaimResult:
    return ClaimResult(
        Verdict.SUPPORTED,
        tr("From the essay's own figures: 220 / 480 = {power:.0%}, 140 / 45 = {rate:.2f} times. "
           "They are claims, not measurements; the power panel measures yours.",
           power=220 / 480, rate=140 / 45),
    )  # fmt: skip


def ninety_nine_percent() -> ClaimResult:
    return ClaimResult(
        Verdict.UNDECIDABLE,
        tr(
            "No measure of “detail” is named. On a picture with a reference the panel shows PSNR "
            "and SSIM of each method: as an example, an error of 1 % of the range is "
            "20·log10(1/0.01) = 40 dB, which ×2 upscalers of photographs seldom reach."
        ),
    )


def beats_native_1080p() -> ClaimResult:
    return ClaimResult(
        Verdict.UNDECIDABLE,
        tr("240p to 4K is 9× a side: {shown} of {all} pixels are new ({share:.1%}). Whether it "
           "looks better than 1080p (2× a side) depends on the picture and on frames before it; "
           "compare Custom 9× with Performance in the panel, on your own picture.",
           shown=3840 * 2160 - 427 * 240, all=3840 * 2160,
           share=1 - 427 * 240 / (3840 * 2160)),
    )  # fmt: skip
