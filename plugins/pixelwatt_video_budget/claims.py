"""The essay's claims about video budgets, each with the arithmetic that decides it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from pixelwatt.api import Claim, ClaimResult, Source, Verdict, tr_noop
from pixelwatt_video_budget.text import tr

ESSAY = Source("Essay “1.5 dollar AI video vs $200M Hollywood”", date="2026-01")
_TOPIC = tr_noop("Video budget")
_VEO = Source(
    "Google Cloud: Veo 3 (24 FPS; 4, 6 or 8 s)",
    "https://cloud.google.com/vertex-ai/generative-ai/docs/models/veo/3-0-generate-001",
)
_COMFY = Source(
    "Comfy-Org/docs, partner node pricing @ffb27fc2",
    "https://github.com/Comfy-Org/docs",
    "2026-08-18",
)
_INVIDEO = Source("invideo.io: share of AI clips that are usable (a vendor's own case)",
                  date="2026-06-26")  # fmt: skip


def _claim(name: str, statement: str, statement_zh: str) -> Claim:
    return Claim(
        id=f"video_budget.{name}", statement=statement, statement_zh=statement_zh, source=ESSAY,
        check=f"pixelwatt_video_budget.claims:check_{name}", topic=_TOPIC,
    )  # fmt: skip


def all_claims() -> list[Claim]:
    return [
        _claim("clip_price", "Eight seconds at $0.15 a second cost $1.20.",
               "8 秒视频的硬成本:$0.15 × 8 = $1.20。"),
        _claim("usable_clip", "At a 20 % usable rate one usable clip costs $1.20 × 5 = $6.00.",
               "良品率 20% 时,一条可用素材的真实成本:$1.20 × 5 = $6.00。"),
        _claim("five_tries", "One usable clip usually takes five tries.",
               "为了得到 1 条可用的 8 秒素材,通常需要生成 5 条。"),
        _claim("six_to_ten", "A high-quality clip costs about $6-10, waste included.",
               "即便算上废片损耗,一条高质量素材的成本约 $6–$10。"),
        _claim("doubling", "With upscale or consistency mode the clip doubles to about $2.50.",
               "开启超分或一致性增强,成本可能翻倍至 $2.50 左右。"),
        _claim("title_price", "An AI video costs 1.5 dollars.", "1.5 美元的 AI 视频。"),
        _claim("twenty_percent", "The industry's consensus is a usable rate of about 20 %.",
               "业界公认的商用良品率大约在 20% 左右。"),
        _claim("hundred_to_thousand", "AI material is 100 to 1000 times cheaper than filming.",
               "比传统拍摄或制作便宜了 100 倍到 1000 倍。"),
        _claim("thousandth", "L2 costs a thousandth of L10.",
               "AI 精修视频(L2)的成本仅仅是好莱坞大片(L10)的千分之一。"),
        _claim("raw_minute", "A raw AI minute (L1) costs $10-30.",
               "L1 AI 纯生成:每分钟 $10–$30。"),
        _claim("ten_minutes", "A raw AI minute (L1) takes 10 minutes.",
               "L1 AI 纯生成:1 分钟成片的制作周期为 10 分钟。"),
        _claim("against_200m", "A 1.5 dollar AI video challenges a 200 million dollar film.",
               "1.5 美元的 AI 视频挑战 2 亿美元的好莱坞工业。"),
        _claim("veo_1080p60", "Veo 3 makes 1080p at 60 fps for $0.15-0.20 a second.",
               "Veo 3 生成 1 秒 1080p/60fps 视频约消耗 $0.15–$0.20。"),
        _claim("episode", "With 5000 dollars a writer can make a high-quality episode.",
               "编剧花 5000 美元就能做出一集高质量的样片。"),
        _claim("anime_minute", "A minute of Japanese TV anime (L6) costs $25,000-50,000.",
               "L6 日本 TV 动画:每分钟 $25,000–$50,000。"),
        _claim("vfx_second", "A top effects shot in Hollywood costs up to $20,000 a second.",
               "好莱坞顶级 VFX 镜头每秒成本可高达 2 万美元。"),
        _claim("risk_stars", "The stars and the words of replacement risk say the same.",
               "AI 替代风险指数:星级与文字一致。"),
    ]  # fmt: skip


def _supported(arithmetic: str, *sources: Source) -> ClaimResult:
    return ClaimResult(Verdict.SUPPORTED, arithmetic, sources)


def _contradicted(arithmetic: str, *sources: Source) -> ClaimResult:
    return ClaimResult(Verdict.CONTRADICTED, arithmetic, sources)


def _undecidable(arithmetic: str, *sources: Source) -> ClaimResult:
    return ClaimResult(Verdict.UNDECIDABLE, arithmetic, sources)


def _decided(holds: bool, arithmetic: str, *sources: Source) -> ClaimResult:
    verdict = Verdict.SUPPORTED if holds else Verdict.CONTRADICTED
    return ClaimResult(verdict, arithmetic, sources)


_CLIP = Decimal("0.15") * 8
_RATE = Decimal("0.2")


def check_clip_price() -> ClaimResult:
    return _decided(Decimal("1.20") == _CLIP, tr("0.15 × 8 = {price}.", price=_CLIP), ESSAY)


def check_usable_clip() -> ClaimResult:
    mean = _CLIP / _RATE
    return _decided(
        mean == 6, tr("Mean tries 1 / 0.2 = 5; 5 × 1.20 = {mean}. It is the mean, not what "
                      "suffices.", mean=f"{mean:.2f}"), ESSAY,
    )  # fmt: skip


def check_five_tries() -> ClaimResult:
    from pixelwatt_video_budget.core.tries import FixedRate, probability_enough, tries_quantiles

    rate = FixedRate(_RATE)
    enough = probability_enough(1, rate, 5)
    p90, p95 = tries_quantiles(1, rate, (0.9, 0.95))
    return _contradicted(
        tr("1 − 0.8⁵ = {enough:.5f}: five tries fail every third time. 90 % takes {p90} tries "
           "(${cost90}), 95 % takes {p95} (${cost95}).",
           enough=enough, p90=p90, cost90=p90 * _CLIP, p95=p95, cost95=p95 * _CLIP), ESSAY,
    )  # fmt: skip


def check_six_to_ten() -> ClaimResult:
    high = Decimal("0.20") * 8 / _RATE
    doubled = Decimal("2.50") / _RATE
    return _contradicted(
        tr("$6 follows from 0.15 × 8 × 5. $10 follows from nothing: 0.20 × 8 × 5 = {high}, "
           "2.50 × 5 = {doubled}.", high=f"{high:.2f}", doubled=f"{doubled:.2f}"), ESSAY,
    )  # fmt: skip


def check_doubling() -> ClaimResult:
    return _contradicted(
        tr("2 × 1.20 = {double}, not 2.50; 2.50 is {factor:.2f} times 1.20.", double=2 * _CLIP,
           factor=Decimal("2.50") / _CLIP), ESSAY,
    )  # fmt: skip


def check_title_price() -> ClaimResult:
    low, high = _CLIP, Decimal("0.20") * 8
    return _undecidable(
        tr("The text computes {low}; its range of 0.15–0.20 a second gives {low}–{high} for a "
           "clip, so 1.5 can be meant. A usable clip is {usable}.", low=low, high=high,
           usable=f"{_CLIP / _RATE:.2f}"), ESSAY,
    )  # fmt: skip


def check_twenty_percent() -> ClaimResult:
    trimmed = Fraction(180, 164 * 15)
    return _undecidable(
        tr("No source is given. One published case kept 41 of 164 clips = {rate:.0%}, but used "
           "5 of each 15 s: {trimmed:.1%} of what was generated. Claimed bands run from 4 % "
           "(broadcast) to 85 % (social).", rate=41 / 164, trimmed=float(trimmed)), _INVIDEO,
    )  # fmt: skip


def check_hundred_to_thousand() -> ClaimResult:
    from pixelwatt_video_budget.core.tiers import spectrum

    low, high = Decimal(45), Decimal(75)
    parts = []
    for tier in ("L3", "L4", "L5", "L6", "L10"):
        found = spectrum().tiers[tier]
        top = f"–{found.high / low:,.0f}×" if found.high else "×+"
        parts.append(f"{tier} {found.low / high:,.0f}{top}")
    return _contradicted(
        tr("A usable minute is 60/8 × $6–10 = $45–75. Against the essay's own tiers: {ratios}. "
           "All of it fits L5 alone, part of it L4 and L6; and people are left out.",
           ratios=", ".join(parts)), ESSAY,
    )  # fmt: skip


def check_thousandth() -> ClaimResult:
    from pixelwatt_video_budget.core.tiers import spectrum

    tiers = spectrum().tiers
    l2, l10 = tiers["L2"], tiers["L10"]
    assert l2.high is not None
    return _supported(
        tr("L10 begins at {l10:,}; over L2's {high:,} that is {least:,.0f}×, over {low:,} it is "
           "{most:,.0f}×. A thousandth is the cautious end.", l10=l10.low, high=l2.high,
           low=l2.low, least=l10.low / l2.high, most=l10.low / l2.low), ESSAY,
    )  # fmt: skip


def check_raw_minute() -> ClaimResult:
    raw_low, raw_high = Decimal("0.15") * 60, Decimal("0.20") * 60
    return _contradicted(
        tr("Unselected: 60 × 0.15–0.20 = ${low}–{high} (18.75 with upscale). With the 20 % rate "
           "the essay calls the real cost: ${true_low:.0f}–{true_high:.0f} ({upscaled:.2f}).",
           low=raw_low, high=raw_high, true_low=raw_low / _RATE, true_high=raw_high / _RATE,
           upscaled=Decimal("2.50") / 8 * 60 / _RATE), ESSAY,
    )  # fmt: skip


def check_ten_minutes() -> ClaimResult:
    from pixelwatt_video_budget.core.plan import Schedule
    from pixelwatt_video_budget.core.schedule import Stage, stage_times

    tries = Fraction(60, 8) / Fraction(_RATE)
    rounded = 40  # 8 clips cover the minute, five tries each
    minutes = stage_times(rounded, 8, Schedule(slots=1)).times
    generation = minutes[Stage.GENERATION] / 60
    return _contradicted(
        tr("A minute is 8 clips of 8 s, at 20 % {tries} tries ({exact:.1f} without rounding). At "
           "73 s each in one slot: {generation:.0f} min; watching alone {review:.1f} min. Ten "
           "minutes need at least 5 slots.", tries=rounded, exact=float(tries),
           generation=generation, review=minutes[Stage.REVIEW] / 60),
        ESSAY, Source("help.apiyi.com: Veo 3.1 Fast latency, 73 s for 8 s"),
    )  # fmt: skip


def check_against_200m() -> ClaimResult:
    film = Decimal(200_000_000) / (120 * 60)
    clip = Decimal("1.5") / 8
    return _undecidable(
        tr("It compares 8 seconds with a film. By the second of a 120 min film: ${film:,.0f} "
           "against ${clip:.4f}, {ratio:,.0f}×; but neither yields nor people are in it.",
           film=film, clip=clip, ratio=film / clip), ESSAY,
    )  # fmt: skip


def check_veo_1080p60() -> ClaimResult:
    clip = Decimal("0.40") * 8
    return _contradicted(
        tr("Veo 3 outputs 24 fps. $0.15 with sound was Veo 3 Fast (Sep 2025 – Apr 2026); Veo 3 "
           "itself is $0.40 a second: {clip:.2f} a clip, {usable:.2f} a usable one.",
           clip=clip, usable=clip / _RATE), _VEO, _COMFY,
    )  # fmt: skip


def check_episode() -> ClaimResult:
    from pixelwatt_video_budget.core.tiers import spectrum

    l2 = spectrum().tiers["L2"]
    assert l2.high is not None
    return _undecidable(
        tr("At the essay's L2, $5,000 buy {least:.1f} to {most:.0f} minutes. Whether that is an "
           "episode depends on its length.", least=5000 / l2.high, most=5000 / l2.low), ESSAY,
    )  # fmt: skip


def check_anime_minute() -> ClaimResult:
    return _contradicted(
        tr("Published: 20–31.2 million yen for about 24 min = $5,600–9,300 a minute at 139–150 "
           "yen. The essay is {low:.1f} to {high:.0f} times that.", low=25000 / 9300,
           high=50000 / 5600), Source("japatopi.com/article/352"),
        Source("animesweet.com, quoting Weekly Toyo Keizai"),
    )  # fmt: skip


def check_vfx_second() -> ClaimResult:
    return _undecidable(
        tr("20,000 × 60 = ${minute:,} a minute: the size of the essay's L10 (1,500,000+), so "
           "the two agree; but neither names a source.", minute=20_000 * 60), ESSAY,
    )  # fmt: skip


def check_risk_stars() -> ClaimResult:
    from pixelwatt_video_budget.core.tiers import spectrum

    words: dict[int, set[str]] = {}
    for tier in spectrum().tiers.values():
        if tier.stars is not None:
            words.setdefault(tier.stars, set()).add(f"{tier.id} {tier.risk_en}")
    double = {stars: sorted(names) for stars, names in words.items() if len(names) > 1}
    text = "; ".join(f"{stars}★ = {', '.join(names)}" for stars, names in sorted(double.items()))
    return _decided(
        not double, tr("The same stars carry different words: {cases}. L6–L8 lie in no zone.",
                       cases=text), ESSAY,
    )  # fmt: skip
