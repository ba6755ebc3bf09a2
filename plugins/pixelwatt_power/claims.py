"""The essay's statements about power, each with the arithmetic that checks it."""

from __future__ import annotations

from pixelwatt.api import Claim, ClaimResult, Verdict, tr_noop
from pixelwatt_power.core import essay, handheld, textures
from pixelwatt_power.core.essay import CAPTURES, ESSAY
from pixelwatt_power.core.experiment import Outcome
from pixelwatt_power.core.number_text import plain, signed
from pixelwatt_power.text import tr

TOPIC = "power"


def _claim(name: str, statement: str, statement_zh: str, experiment: str = "") -> Claim:
    return Claim(
        id=f"power.{name.replace('_', '-')}",
        statement=statement,
        statement_zh=statement_zh,
        source=ESSAY,
        check=f"pixelwatt_power.claims:{name}",
        topic=TOPIC,
        experiment=experiment,
        experiment_title=tr_noop("Measure it in turns (A/B)") if experiment else "",
    )


def claims() -> list[Claim]:
    return [
        _claim(
            "table_column",
            "FPS per watt: 0.09, 0.07, 0.36, 0.63 and 1.26.",
            "每瓦帧数：0.09、0.07、0.36、0.63、1.26。",
        ),
        _claim(
            "overclocking",
            "Overclocking burns 170 W more (+35 %) for 4 more frames (+8 %).",
            "为了多出 4 帧，多烧了 170W 的电（650W 为 +35%，49 帧为 +8%）。",
        ),
        _claim(
            "halved_and_tripled",
            "At 720p with Model L power is halved while the frame rate is over 3 times native's.",
            "720p + Model L：功耗直接腰斩（220W），帧率却是原生的 3 倍以上。",
        ),
        _claim(
            "measured_elsewhere",
            "AI's crushing blow (in general): power is halved and the frame rate tripled at once.",
            "AI 的降维打击（转述为一般结论）：功耗直接腰斩，帧率同时达到 3 倍以上。",
            "pixelwatt_power.views.commands:check_by_experiment",
        ),
        _claim(
            "target_120",
            "The scenario is 4K at 120 Hz, and rows show 140 and 190 FPS.",
            "测试场景目标为 4K/120Hz，表中却有 140 与 190+ FPS。",
        ),
        _claim(
            "ninth_of_pixels",
            "At 720p the GPU computes only 1/9 of a 4K frame's pixels.",
            "720p 时 GPU 核心只计算了 4K 的 1/9 像素。",
        ),
        _claim(
            "scale_column",
            "The appendix gives the share of pixels rendered as 66.7 %, 58.0 %, 50 %, 33.3 % and "
            "11-16 %.",
            "附录“像素渲染比例”：66.7%、58.0%、50.0%、33.3%、11%–16%。",
        ),
        _claim(
            "texture_memory",
            "Video memory is not notably reduced by a lower render resolution.",
            "显存占用并没有因为渲染分辨率降低而显著减少。",
        ),
        _claim(
            "mip_bias",
            "To keep textures sharp at 720p to 4K an extreme negative LOD bias must be set.",
            "为了保证输出 4K 时纹理清晰，必须设置极高的负 LOD 偏移。",
        ),
        _claim(
            "neural_textures",
            "Neural texture compression will make games' packages shrink.",
            "未来 3A 大作的安装包体积可能会不增反降（神经纹理压缩）。",
        ),
        _claim(
            "handheld_hours",
            "A handheld held to 10-12 W runs for 4-5 hours.",
            "整机功耗控制在 10-12W，实现 4-5 小时的续航。",
        ),
        _claim(
            "handheld_budget",
            "5 W raster within 10-12 W in all, while Model L alone takes 5-8 W.",
            "光栅负载约 5W、整机 10-12W；而 Model L 本身可能消耗 5-8W。",
        ),
        _claim(
            "cloud_cost",
            "For data centres this lowers the cost of cloud gaming by an order of magnitude.",
            "对于数据中心而言，云游戏的成本将降低一个数量级。",
        ),
    ]


def table_column() -> ClaimResult:
    words = {
        "rounded": tr("rounded"),
        "truncated": tr("cut off, rounds to {value}"),
        "neither": tr("neither rounded nor cut off"),
    }
    lines = [
        f"{row.fps:g} / {row.watts:g} = {row.frames_per_joule:.4f}; {row.printed} "
        + words[row.verdict].format(value=row.rounded)
        for row in essay.TABLE
    ]
    cut = sum(row.verdict == "truncated" for row in essay.TABLE)
    lines.append(
        tr("{cut} of {all} values are cut off while the others are rounded: one column, two rules.",
           cut=cut, all=len(essay.TABLE))
    )  # fmt: skip
    verdict = Verdict.CONTRADICTED if cut else Verdict.SUPPORTED
    return ClaimResult(verdict, "\n".join(lines), (ESSAY,))


def overclocking() -> ClaimResult:
    native, overclocked = essay.find("native"), essay.find("overclocked")
    marginal = essay.marginal_watts(native, overclocked) or 0.0
    text = tr(
        "650 − 480 = 170 W (+{watts} %); 49 − 45 = 4 FPS (+{fps} %, the essay says 8). Each "
        "further frame per second costs {marginal} W; a native one costs {average} J.",
        watts=f"{100 * (overclocked.watts / native.watts - 1):.1f}",
        fps=f"{100 * (overclocked.fps / native.fps - 1):.1f}",
        marginal=f"{marginal:.1f}", average=f"{native.joules_per_frame:.1f}",
    )  # fmt: skip
    return ClaimResult(Verdict.SUPPORTED, text, (ESSAY,))


def halved_and_tripled() -> ClaimResult:
    native, upscaled = essay.find("native"), essay.find("l-720p")
    text = tr(
        "220 / 480 = {watts} ({less} % less); 140 / 45 = {fps} times. By the table's own numbers "
        "both hold; whether one card did both at once is another claim.",
        watts=f"{upscaled.watts / native.watts:.3f}",
        less=f"{100 * (1 - upscaled.watts / native.watts):.0f}",
        fps=f"{upscaled.fps / native.fps:.2f}",
    )  # fmt: skip
    return ClaimResult(Verdict.SUPPORTED, text, (ESSAY,))


def measured_elsewhere() -> ClaimResult:
    free, held = essay.UNCAPPED, essay.CAPPED_30
    both = essay.does_both(free) or essay.does_both(held)
    text = tr(
        "RTX 4060 Ti, native 4K to Ultra Performance. Uncapped, {games} games: GPU watts × {watts} "
        "({low} to {high}), FPS × {fps}; CPU and GPU together × {all}. Capped at 30 FPS, "
        "{held_games} games: watts × {held}, FPS × 1. No uncapped pair reaches the essay's × 0.46 "
        "and × 3.1 at once: either the watts fall or the frames rise. One GPU-bound card; a faster "
        "card that waits for its CPU at 720p would save more.",
        games=free.games, watts=free.watts, low=free.low, high=free.high, fps=f"{free.fps:.2f}",
        all=essay.UNCAPPED_CPU_AND_GPU.watts, held=held.watts, held_games=held.games,
    )  # fmt: skip
    verdict = Verdict.SUPPORTED if both else Verdict.CONTRADICTED
    return ClaimResult(verdict, text, (CAPTURES, ESSAY))


def by_experiment(outcome: Outcome) -> ClaimResult:
    """The same claim by the user's own A/B experiment: A native, B upscaled."""
    native, upscaled = essay.find("native"), essay.find("l-720p")
    watts, fps = outcome.watts.b / outcome.watts.a, outcome.fps.b / outcome.fps.a
    both = watts <= upscaled.watts / native.watts and fps >= upscaled.fps / native.fps
    certain = outcome.watts.certain and outcome.fps.certain
    text = tr(
        "{pairs} pairs on this machine: watts {a_watts} → {b_watts} (× {watts}), "
        "FPS {a_fps} → {b_fps} (× {fps}); the essay: × 0.46 and × 3.1 at once.",
        pairs=outcome.pairs, a_watts=plain(outcome.watts.a), b_watts=plain(outcome.watts.b),
        a_fps=plain(outcome.fps.a), b_fps=plain(outcome.fps.b),
        watts=f"{watts:.2f}", fps=f"{fps:.2f}",
    )  # fmt: skip
    verdict = Verdict.SUPPORTED if both else Verdict.CONTRADICTED
    return ClaimResult(verdict if certain else Verdict.UNDECIDABLE, text, (ESSAY,))


def target_120() -> ClaimResult:
    parts = [
        tr("{title}: {watts} W at 120 FPS with the same J/frame",
           title=essay.row_title(row), watts=f"{watts:.0f}")
        for row in essay.TABLE
        if (watts := essay.capped(row, 120.0)) is not None
    ]  # fmt: skip
    text = tr(
        "Rows above 120 FPS were not held to the target. {rows}. Whether a limit was set is not "
        "said, so the watts belong to another experiment than the title's.",
        rows="; ".join(parts),
    )
    return ClaimResult(Verdict.UNDECIDABLE, text, (ESSAY,))


def ninth_of_pixels() -> ClaimResult:
    low, high = textures.Resolution(1280, 720), textures.Resolution(3840, 2160)
    share = high.pixels / low.pixels
    text = f"(3840 × 2160) / (1280 × 720) = {high.pixels} / {low.pixels} = {share:g}"
    verdict = Verdict.SUPPORTED if share == 9 else Verdict.CONTRADICTED
    return ClaimResult(verdict, text, (ESSAY,))


def scale_column() -> ClaimResult:
    scales, hyper = (1.5, 1.7, 2.0, 3.0), (6.0, 9.0)
    linear = ", ".join(f"{100 / scale:.1f} %" for scale in scales)
    pixels = ", ".join(f"{100 / scale**2:.1f} %" for scale in scales)
    text = tr(
        "1 / 1.5, 1 / 1.7, 1 / 2, 1 / 3 = {linear}: these are shares of the width (1 / 1.7 is no "
        "58.0 %). Shares of pixels are their squares: {pixels}. Hyper Performance, 6 to 9 times: "
        "not 16 to 11 % of the pixels but {most} to {least} %.",
        linear=linear, pixels=pixels,
        most=f"{100 / hyper[0] ** 2:.1f}", least=f"{100 / hyper[1] ** 2:.1f}",
    )  # fmt: skip
    return ClaimResult(Verdict.CONTRADICTED, text, (ESSAY,))


def texture_memory() -> ClaimResult:
    found = textures.plan(
        textures.TextureSet(materials=400), textures.Resolution(1280, 720),
        textures.Resolution(3840, 2160),
    )  # fmt: skip
    saved = 1 - found.upscaled.total / found.native.total
    text = tr(
        "400 materials of three 4096² textures: {textures} GiB with mip bias {bias}, native or "
        "upscaled alike. Render targets shrink from {native} to {upscaled} GiB: {saved} % of the "
        "total. Set your own in Planners.",
        textures=f"{found.native.textures / textures.GIB:.2f}", bias=plain(found.bias, 3),
        native=f"{found.native.render_targets / textures.GIB:.2f}",
        upscaled=f"{found.upscaled.render_targets / textures.GIB:.2f}",
        saved=f"{100 * saved:.1f}",
    )  # fmt: skip
    return ClaimResult(Verdict.SUPPORTED if saved < 0.1 else Verdict.CONTRADICTED, text, (ESSAY,))


def mip_bias() -> ClaimResult:
    bias = textures.mip_bias(textures.Resolution(1280, 720), textures.Resolution(3840, 2160))
    text = tr(
        "log2(1280 / 3840) = {bias}: negative, but by one and a half levels; upscalers ask for "
        "this, less up to 1 more, as a matter of course.",
        bias=plain(bias, 3),
    )
    return ClaimResult(Verdict.SUPPORTED, text, (ESSAY,))


def neural_textures() -> ClaimResult:
    text = tr(
        "Size falls by the ratio of neural to block compression for the materials that use it. No "
        "shipped game states that ratio; with the 4 times set in Planners, 10 GiB become 2.5."
    )
    return ClaimResult(Verdict.UNDECIDABLE, text, (ESSAY,))


def handheld_hours() -> ClaimResult:
    low, high = handheld.battery_needed_wh()
    text = tr(
        "10 W × 4 h = {low} Wh to 12 W × 5 h = {high} Wh. A 50 Wh battery gives 50 / 12 = {short} "
        "to 50 / 10 = {long} h; one of 40 Wh 3.3 to 4.0 h.",
        low=f"{low:.0f}", high=f"{high:.0f}", short=f"{50 / 12:.1f}", long=f"{50 / 10:.1f}",
    )  # fmt: skip
    return ClaimResult(Verdict.SUPPORTED, text, (ESSAY,))


def handheld_budget() -> ClaimResult:
    worst, best = handheld.left_for_the_rest_w()
    text = tr(
        "5 + 5 = 10 W to 5 + 8 = 13 W before screen, memory and all else: of 10 to 12 W that "
        "leaves {worst} to {best} W. The good news and the bad news cannot both be had with "
        "Model L.",
        worst=signed(worst, digits=1), best=signed(best, digits=1),
    )  # fmt: skip
    return ClaimResult(Verdict.CONTRADICTED, text, (ESSAY,))


def cloud_cost() -> ClaimResult:
    native = essay.find("native").frames_per_joule
    ratios = [essay.find(name).frames_per_joule / native for name in ("l-720p", "l-240p")]
    text = tr(
        "Frames per joule rise {low} times at 720p and {high} times at 240p by the table; only the "
        "latter is an order of magnitude, and energy is only a part of the cost. With machines "
        "costing the same, the rest is not lowered by it.",
        low=f"{ratios[0]:.1f}", high=f"{ratios[1]:.1f}",
    )  # fmt: skip
    return ClaimResult(Verdict.UNDECIDABLE, text, (ESSAY,))
