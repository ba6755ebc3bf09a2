"""A blind A/B/X test: X is secretly A or B, and the person says which.

Someone who cannot tell is right half of the time. The chance of being right at least as often
by guessing is the upper tail of the binomial distribution with p = 1/2; below 5 % it is usual
to say that the difference was heard, or here seen (ITU-R BS.1116-3 and Clark, JAES 30(5), 1982).
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from math import comb

TRIALS = 10
SEEN_BELOW = 0.05


@dataclass(slots=True)
class BlindTest:
    """A run of trials; the secret of each is drawn when the test begins."""

    trials: int = TRIALS
    source: random.Random = field(default_factory=random.SystemRandom)
    answers: list[bool] = field(default_factory=list, init=False)
    """Whether each answer so far was right."""
    _secrets: list[bool] = field(default_factory=list, init=False)

    def __post_init__(self) -> None:
        self._secrets = [self.source.random() < 0.5 for _ in range(self.trials)]

    @property
    def finished(self) -> bool:
        return len(self.answers) == self.trials

    @property
    def trial(self) -> int:
        """The number of the present trial, from 1."""
        return min(len(self.answers) + 1, self.trials)

    @property
    def x_is_a(self) -> bool:
        """The secret of the present trial."""
        return self._secrets[self.trial - 1]

    def answer(self, says_a: bool) -> None:
        if not self.finished:
            self.answers.append(says_a == self.x_is_a)

    @property
    def right(self) -> int:
        return sum(self.answers)

    @property
    def chance(self) -> float | None:
        """Of at least this many right answers by guessing; None before the first answer."""
        return chance_of_guessing(self.right, len(self.answers)) if self.answers else None

    @property
    def seen(self) -> bool:
        """Whether the difference can be told, by the usual threshold."""
        return self.finished and self.chance is not None and self.chance < SEEN_BELOW


def chance_of_guessing(right: int, trials: int) -> float:
    """P(X >= right) for X binomial with ``trials`` tosses of a fair coin."""
    ways = sum(comb(trials, count) for count in range(right, trials + 1))
    return float(ways / 2**trials)
