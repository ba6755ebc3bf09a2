"""The blind test's arithmetic."""

from __future__ import annotations

import random

import pytest

from pixelwatt_upscaler.core.live_blind import BlindTest, chance_of_guessing


@pytest.mark.parametrize(
    ("right", "trials", "chance"),
    # The one-sided binomial tables of the ABX literature.
    [(10, 10, 1 / 1024), (9, 10, 11 / 1024), (8, 10, 56 / 1024), (5, 5, 1 / 32), (0, 4, 1.0)],
)
def test_the_chance_of_guessing_is_the_binomial_tail(right, trials, chance):
    assert chance_of_guessing(right, trials) == pytest.approx(chance)


def test_someone_who_always_sees_it_passes():
    test = BlindTest(source=random.Random(1))
    while not test.finished:
        test.answer(test.x_is_a)
    assert (test.right, test.seen) == (10, True)


def test_always_saying_a_is_no_proof():
    test = BlindTest(source=random.Random(3))
    while not test.finished:
        test.answer(True)
    assert 0 < test.right < 10
    assert not test.seen


def test_answers_after_the_end_do_not_count():
    test = BlindTest(trials=2)
    for _ in range(5):
        test.answer(True)
    assert len(test.answers) == 2


def test_nothing_is_known_before_the_first_answer():
    assert BlindTest().chance is None
