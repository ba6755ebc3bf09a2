from __future__ import annotations

from importlib import import_module

import pytest

from pixelwatt.api import Verdict
from pixelwatt_upscaler.claims import CLAIMS


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.id)
def test_every_claim_has_its_arithmetic(claim):
    module, _, name = claim.check.partition(":")
    result = getattr(import_module(module), name)()
    assert result.arithmetic
    assert "{" not in result.arithmetic
    assert any("一" <= letter <= "鿿" for letter in claim.statement_zh)


@pytest.mark.parametrize(
    ("name", "verdict", "contains"),
    [
        ("pixel_share_column", Verdict.CONTRADICTED, "44.4%"),
        ("hyper_share", Verdict.CONTRADICTED, "16.7%"),
        ("balanced_sizes", Verdict.CONTRADICTED, "635.3 / 847.1 / 1270.6"),
        ("quality_sizes", Verdict.SUPPORTED, "2160 / 1.5 = 1440"),
        ("overclocking", Verdict.SUPPORTED, "+8.9%"),
        ("frames_per_watt", Verdict.CONTRADICTED, "13.5 times"),
        ("power_halved", Verdict.SUPPORTED, "3.11"),
        ("one_ninth_pixels", Verdict.SUPPORTED, "1/9"),
    ],
)
def test_verdicts_follow_from_the_numbers(name, verdict, contains):
    result = getattr(import_module("pixelwatt_upscaler.claims"), name)()
    assert result.verdict is verdict
    assert contains in result.arithmetic


def test_ids_are_unique():
    assert len({claim.id for claim in CLAIMS}) == len(CLAIMS)
