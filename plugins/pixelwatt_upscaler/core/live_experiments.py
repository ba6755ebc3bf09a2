"""Experiments on a picture that check what the essays say of picture quality."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from pixelwatt.api import ClaimResult, Problem, Verdict
from pixelwatt_upscaler.text import tr

from .metrics import psnr, ssim
from .pipeline import Pipeline, Request
from .resampling import Degradation

if TYPE_CHECKING:
    from collections.abc import Callable

    from .frames import Frame, Pixels
    from .pipeline import Result

CLAIMED_SHARE = 0.99


def restored_detail(frame: Frame, method: str, factor: Fraction, provider: str) -> ClaimResult:
    """How much of what bilinear enlarging loses does ``method`` bring back, on one picture?

    The share is 1 - MSE(method) / MSE(bilinear), both against the original: 0 for a method no
    better than bilinear, 1 for one that restores every value. Raises `Problem`.
    """
    result = _processed(frame, ("bilinear", method), factor, provider)
    reference = _reference(result)
    plain, ours = (_mean_square(reference, output.pixels) for output in result.outputs)
    if plain == 0:
        raise Problem(
            tr("This picture loses nothing when it is taken down, so nothing can be restored."),
            tr("Choose a larger preset factor or a picture with detail."),
        )
    share = 1 - ours / plain
    return ClaimResult(
        Verdict.SUPPORTED if share >= CLAIMED_SHARE else Verdict.CONTRADICTED,
        tr(
            "On the picture in view, {input} to {output}: mean square error {plain:.2f} with "
            "bilinear, {ours:.2f} with {method}, so 1 − {ours:.2f}/{plain:.2f} = {share:.1%} of "
            "what bilinear loses is restored; PSNR {decibels}, SSIM {similarity}. The claim says "
            "99 %.",
            input=result.plan.input,
            output=result.plan.output,
            plain=plain,
            ours=ours,
            method=method,
            share=share,
            decibels=_decibels(reference, result.outputs[1].pixels),
            similarity=_similarity(reference, result.outputs[1].pixels),
        ),
    )


def nine_times_against_two(
    frame: Frame, method: str, provider: str, check: Callable[[], None] = lambda: None
) -> ClaimResult:
    """Does a ninth of each side, upscaled, come nearer the original than half of it, stretched?

    240p is a ninth of 4K's lines and 1080p is half, so the picture stands for 4K. Raises
    `Problem`.
    """
    tiny = _processed(frame, (method,), Fraction(9), provider)
    check()
    half = _processed(frame, ("bilinear",), Fraction(2), provider)
    check()
    reference = _reference(tiny)
    ours, native = tiny.outputs[0].pixels, half.outputs[0].pixels
    better = ssim(reference, ours) or 0.0
    worse = ssim(reference, native) or 0.0
    return ClaimResult(
        Verdict.SUPPORTED if better > worse else Verdict.CONTRADICTED,
        tr(
            "On the picture in view, as if {output} were 4K: {tiny} upscaled with {method} has "
            "PSNR {ours_db} and SSIM {ours_ssim}; {half}, the share of 1080p, shown bilinear has "
            "PSNR {native_db} and SSIM {native_ssim}. One frame without motion; DLSS also uses "
            "earlier ones.",
            output=tiny.plan.output,
            tiny=tiny.plan.input,
            method=method,
            ours_db=_decibels(reference, ours),
            ours_ssim=_similarity(reference, ours),
            half=half.plan.input,
            native_db=_decibels(reference, native),
            native_ssim=_similarity(reference, native),
        ),
    )


def _processed(frame: Frame, methods: tuple[str, ...], factor: Fraction, provider: str) -> Result:
    pipeline = Pipeline(Request(factor, None, True, Degradation.AREA), methods, provider)
    try:
        return pipeline.process(frame)
    finally:
        pipeline.close()


def _reference(result: Result) -> Pixels:
    if result.reference is None:
        raise Problem(
            tr("The picture is too small to be taken down this far."), tr("Open a larger one.")
        )
    return result.reference


def _mean_square(reference: Pixels, test: Pixels) -> float:
    return float(np.mean(np.square(reference.astype(np.float64) - test)))


def _decibels(reference: Pixels, test: Pixels) -> str:
    value = psnr(reference, test)
    return tr("identical") if math.isinf(value) else f"{value:.2f} dB"


def _similarity(reference: Pixels, test: Pixels) -> str:
    value = ssim(reference, test)
    return "–" if value is None else f"{value:.4f}"
