"""How well what somebody typed fits a title: letters in order, word starts and runs count more."""

from __future__ import annotations

from functools import lru_cache

_START, _WHOLE, _RUN, _PLAIN = 8, 10, 5, 1


@lru_cache(maxsize=4096)
def match(query: str, text: str) -> tuple[int, tuple[int, ...]] | None:
    """Score and matched positions, or None where a letter of ``query`` is missing.

    Spaces in ``query`` set words apart, each of which must be found; their order is free.
    """
    score = 0
    positions: list[int] = []
    for word in query.lower().split():
        found = _match_word(word, text)
        if found is None:
            return None
        score += found[0]
        positions += found[1]
    return score, tuple(sorted(set(positions)))


def _match_word(word: str, text: str) -> tuple[int, list[int]] | None:
    lower = text.lower()
    whole = lower.find(word)
    if whole >= 0:
        # An unbroken run beats any scattered match, and one at a word's start beats others.
        starts = [i for i in range(len(lower)) if lower.startswith(word, i)]
        best = next((i for i in starts if _starts_word(text, i)), whole)
        bonus = _START * 2 if _starts_word(text, best) else 0
        score = len(word) * _WHOLE + bonus + _START - min(best, _START)
        return score, list(range(best, best + len(word)))
    return _match_scattered(word, text, lower)


def _match_scattered(word: str, text: str, lower: str) -> tuple[int, list[int]] | None:
    score, position = 0, -1
    positions: list[int] = []
    for letter in word:
        # A word's start is what somebody means who types initials.
        start = next(
            (
                i
                for i in range(position + 1, len(lower))
                if lower[i] == letter and _starts_word(text, i)
            ),
            -1,
        )
        found = lower.find(letter, position + 1)
        if found < 0:
            return None
        if found != position + 1 and start >= 0:
            found = start
        score += _START if _starts_word(text, found) else _PLAIN
        score += _RUN if found == position + 1 and positions else 0
        positions.append(found)
        position = found
    return score - (positions[-1] - positions[0]) // 4, positions


def _starts_word(text: str, index: int) -> bool:
    if index == 0:
        return True
    before, here = text[index - 1], text[index]
    if not before.isalnum() or (before.islower() and here.isupper()):
        return True
    # Chinese has no spaces: every character may begin a word.
    return ord(here) >= 0x2E80
