"""What the arithmetic says of the essay on learning rates; each check can be redone by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from pixelwatt.api import ClaimResult, Context, Progress, Source, Verdict
from pixelwatt_lr_schedule.text import tr

if TYPE_CHECKING:
    from pixelwatt_lr_schedule.core.optimisers import Share
    from pixelwatt_lr_schedule.core.schedule import Values

Finished = Callable[[ClaimResult], None]

_D2Z = Source("Bergsma et al., Straight to Zero", "https://arxiv.org/abs/2502.15938", "2025-02-21")
_COOLDOWN = Source("Hägele et al., Scaling laws beyond fixed durations",
                   "https://arxiv.org/abs/2405.18392", "2024-05-28")  # fmt: skip
_SGDR = Source("Loshchilov and Hutter, SGDR", "https://arxiv.org/abs/1608.03983", "2016-08-13")
_GOYAL = Source("Goyal et al., Accurate, large minibatch SGD",
                "https://arxiv.org/abs/1706.02677", "2017-06-08")  # fmt: skip
_CATALOGUE = Source("Schedules of torch 2.13, optax 0.2.8, keras 3.15, transformers 5.23, timm 1.0")


def _share(share: Share) -> str:
    return f"{share.share:.1%} ± {share.error:.1%}"


def warmup_exponential() -> ClaimResult:
    """Which named warm-ups are exponential."""
    from pixelwatt_lr_schedule.core.sampling import sample
    from pixelwatt_lr_schedule.core.spec import Spec

    params = {"name": "linear", "num_warmup_steps": 100, "num_training_steps": 1000}
    lrs = sample(Spec("transformers", "get_scheduler:linear", params, 1.0, 101)).lrs
    first, second = lrs[50] - lrs[25], lrs[75] - lrs[50]
    return ClaimResult(
        Verdict.CONTRADICTED,
        tr("The warm-ups that libraries name are linear, cosine or 1-sqrt: Hugging Face's rises by "
           "{a} from update 25 to 50 and by {b} from 50 to 75 (exponential growth would multiply). "
           "An exponential one can be written, as the panel's preset does: "
           "lr_min * (peak / lr_min) ** (k / w).", a=f"{first:.2f}", b=f"{second:.2f}"),
        (_CATALOGUE, _GOYAL),
    )  # fmt: skip


def large_rate_explodes() -> ClaimResult:
    """Gradient descent diverges exactly beyond 2 / curvature."""
    from pixelwatt_lr_schedule.core.quadratic import descend, stability_limit

    limit = stability_limit(4.0)
    below, above = (abs(descend([limit * f] * 100, 4.0)) for f in (0.9, 1.1))
    return ClaimResult(
        Verdict.SUPPORTED,
        tr("On loss 2x² (curvature 4) the limit is 2/4 = {limit}: after 100 updates from 1, 90 % "
           "of it leaves {below}, 110 % of it {above}.", limit=f"{limit:g}", below=f"{below:.1e}",
           above=f"{above:.1e}"),
        (_GOYAL,),
    )  # fmt: skip


def decay_converges() -> ClaimResult:
    """With noise a constant rate never settles; a decayed one nears the proven floor."""
    import numpy as np

    from pixelwatt_lr_schedule.core.quadratic import tune

    k = np.arange(100)
    linear, constant = tune(1 - k / 100), tune(np.ones(100))
    return ClaimResult(
        Verdict.SUPPORTED,
        tr("Exact expected loss of 100 noisy updates, each rate tuned: constant {constant} times "
           "the proven floor, linear decay {linear} times.",
           constant=f"{constant.over_floor:.3f}", linear=f"{linear.over_floor:.3f}"),
        (_D2Z,),
    )  # fmt: skip


def tiny_rate_overfits() -> ClaimResult:
    """Decay lowers the loss on unseen data in the published comparisons; it is no over-fitting."""
    return ClaimResult(
        Verdict.CONTRADICTED,
        tr("Over-fitting is a gap between training and unseen data; a small rate alone makes none. "
           "In the published LLM runs decay to zero lowers the loss on unseen data: 610M "
           "parameters at 80 tokens each, decayed to 0, beat 200 tokens each decayed to a tenth."),
        (_D2Z, _COOLDOWN),
    )  # fmt: skip


def zero_rate_freezes() -> ClaimResult:
    """The change of parameters is bounded by the sum of rates."""
    from pixelwatt_lr_schedule.core.quadratic import descend

    moved = 1 - descend([1e-6] * 1000, 1.0)
    return ClaimResult(
        Verdict.SUPPORTED,
        tr("Updates move at most by rate times gradient: 1,000 updates at 1e-6 on curvature 1 move "
           "a start of 1 by {moved}; at rate 0 by exactly 0.", moved=f"{moved:.4f}"),
        (_CATALOGUE,),
    )  # fmt: skip


def restart_frees() -> ClaimResult:
    """A run frozen in the wrong well, with and without a restart."""
    from pixelwatt_lr_schedule.core.experiments import compare_restarts

    found = compare_restarts()
    freed = found.restarted.share > found.frozen.share + 5 * found.restarted.error
    return ClaimResult(
        Verdict.SUPPORTED if freed else Verdict.CONTRADICTED,
        tr("{runs} noisy runs of {updates} updates from the worse well: {frozen} reach the better "
           "one at a tiny rate, {freed} if the second half is a restart.", runs=found.frozen.runs,
           updates=found.updates, frozen=_share(found.frozen), freed=_share(found.restarted)),
        (_SGDR,),
    )  # fmt: skip


def restart_only_path() -> ClaimResult:
    """At equal budget one anneal against eight restarts."""
    from pixelwatt_lr_schedule.core.experiments import compare_restarts

    found = compare_restarts()
    beaten = found.one_anneal.share >= found.restarts.share
    return ClaimResult(
        Verdict.CONTRADICTED if beaten else Verdict.UNDECIDABLE,
        tr("{runs} noisy runs of {updates} updates from the worse well: one cosine anneal without "
           "any restart brings {one} to the better one, eight restarts {many}. One path that is no "
           "restart is enough to refute \"only\".", runs=found.frozen.runs, updates=found.updates,
           one=_share(found.one_anneal), many=_share(found.restarts)),
        (_SGDR, _D2Z),
    )  # fmt: skip


# -- Experiments: the same questions with the schedule that the panel shows -------------------


def _with_panel(
    context: Context, finished: Finished, judge: Callable[[Values], ClaimResult]
) -> None:
    """Run ``judge`` on up to 1,000 rates of the panel's schedule, off the UI thread."""
    import numpy as np

    panel = context.show_panel("lr_schedule")
    store = panel.store
    schedule = store.schedule()
    if schedule is None:
        finished(ClaimResult(Verdict.UNDECIDABLE, store.refusal()))
        return
    count = min(store.spec.steps, schedule.ends or store.spec.steps)
    updates = np.unique(np.linspace(0, count - 1, min(count, 1000)).astype(np.int64))

    def work(_progress: Progress) -> ClaimResult:
        return judge(np.nan_to_num(schedule.lr(updates)))

    context.jobs.start(tr("Check a claim"), work, done=finished)


def try_large_rate_explodes(context: Context, finished: Finished) -> None:
    def judge(lrs: Values) -> ClaimResult:
        from pixelwatt_lr_schedule.core.quadratic import descend

        peak = float(lrs.max())
        if peak <= 0:
            return ClaimResult(Verdict.UNDECIDABLE, tr("The schedule is 0 throughout."))
        below, above = (abs(descend([peak] * 100, f * 2 / peak)) for f in (0.9, 1.1))
        return ClaimResult(
            Verdict.SUPPORTED if above > 1 > below else Verdict.CONTRADICTED,
            tr("Your peak {peak} is stable on curvatures below {limit}: 100 updates leave {below} "
               "on 90 % of it and {above} on 110 %.", peak=f"{peak:.4g}", limit=f"{2 / peak:.4g}",
               below=f"{below:.1e}", above=f"{above:.1e}"),
        )  # fmt: skip

    _with_panel(context, finished, judge)


def try_decay_converges(context: Context, finished: Finished) -> None:
    def judge(lrs: Values) -> ClaimResult:
        import numpy as np

        from pixelwatt_lr_schedule.core.quadratic import tune

        ours, constant = tune(lrs), tune(np.ones(len(lrs)))
        verdict = (
            Verdict.SUPPORTED if ours.over_floor < constant.over_floor else Verdict.CONTRADICTED
        )
        return ClaimResult(
            verdict,
            tr("Your schedule, tuned, ends {ours} times over the floor of the noisy quadratic; a "
               "constant rate {constant} times.", ours=f"{ours.over_floor:.3f}",
               constant=f"{constant.over_floor:.3f}"),
        )  # fmt: skip

    _with_panel(context, finished, judge)


def try_zero_rate_freezes(context: Context, finished: Finished) -> None:
    def judge(lrs: Values) -> ClaimResult:
        from pixelwatt_lr_schedule.core.quadratic import descend

        moved = abs(1 - descend(lrs * 1e-4, 1.0))
        frozen = abs(1 - descend(lrs * 0.0, 1.0))
        return ClaimResult(
            Verdict.SUPPORTED if frozen == 0 else Verdict.CONTRADICTED,
            tr("Your schedule times 1e-4 moves a start of 1 by {moved} on curvature 1; times 0 by "
               "{frozen}.", moved=f"{moved:.2g}", frozen=f"{frozen:g}"),
        )  # fmt: skip

    _with_panel(context, finished, judge)


def _scaled_to(lrs: Values, peak: float) -> Values:
    top = float(lrs.max())
    return lrs * (peak / top) if top > 0 else lrs


def try_restart_frees(context: Context, finished: Finished) -> None:
    def judge(lrs: Values) -> ClaimResult:
        import numpy as np

        from pixelwatt_lr_schedule.core.experiments import survive

        scaled = _scaled_to(lrs, 0.2)
        frozen, freed = survive(np.full(len(scaled), 0.002)), survive(scaled)
        better = freed.share > frozen.share + 3 * (freed.error + frozen.error)
        return ClaimResult(
            Verdict.SUPPORTED if better else Verdict.CONTRADICTED,
            tr("From the worse well, at noise 2 and peak 0.2: {frozen} of runs leave it at a tiny "
               "rate, {freed} with your schedule.", frozen=_share(frozen), freed=_share(freed)),
        )  # fmt: skip

    _with_panel(context, finished, judge)


def try_restart_only_path(context: Context, finished: Finished) -> None:
    def judge(lrs: Values) -> ClaimResult:
        import numpy as np

        from pixelwatt_lr_schedule.core.experiments import survive

        ours = survive(_scaled_to(lrs, 0.2))
        anneal = 0.1 * (1 + np.cos(np.pi * np.arange(len(lrs)) / len(lrs)))
        once = survive(anneal)
        return ClaimResult(
            Verdict.CONTRADICTED if once.share > 5 * once.error else Verdict.UNDECIDABLE,
            tr("At equal length, one cosine without restart brings {once} of runs to the better "
               "well, your schedule {ours}: a restart is not the only path.", once=_share(once),
               ours=_share(ours)),
        )  # fmt: skip

    _with_panel(context, finished, judge)
