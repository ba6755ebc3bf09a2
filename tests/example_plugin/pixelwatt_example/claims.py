"""A claim and a diagnosis."""

from __future__ import annotations

from pixelwatt.api import Available, ClaimResult, DiagnosticItem, Verdict
from pixelwatt_example.core import pixels


def four_times() -> ClaimResult:
    uhd, hd = pixels(3840, 2160), pixels(1920, 1080)
    verdict = Verdict.SUPPORTED if uhd == 4 * hd else Verdict.CONTRADICTED
    return ClaimResult(verdict, f"3840 x 2160 = {uhd}; 1920 x 1080 = {hd}; ratio {uhd / hd:g}")


def diagnose() -> list[DiagnosticItem]:
    return [DiagnosticItem("Multiplication", Available("2 x 3 = 6"))]
