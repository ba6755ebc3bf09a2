"""Draw training patches, the detailed ones more often, mirrored and turned at random."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from training import TrainingError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from training.pictures import Pair

    Floats = NDArray[np.float32]


class PatchSampler:
    """Batches of (low, high) patches; the same seed gives the same batches."""

    def __init__(
        self, pairs: list[Pair], mix: dict[str, float], *, scale: int, size: int, seed: int
    ) -> None:
        self._pairs, self._scale, self._size = pairs, scale, size
        self._hows = list(mix)
        self._weights = np.array(list(mix.values())) / sum(mix.values())
        self._rng = np.random.default_rng(seed)
        places, detail = [], []
        for index, pair in enumerate(pairs):
            low = next(iter(pair.low.values()))
            for row in range(0, low.shape[0] - size + 1, size // 2):
                for column in range(0, low.shape[1] - size + 1, size // 2):
                    places.append((index, row, column))
                    detail.append(_roughness(low[row : row + size, column : column + size]))
        if not places:
            raise TrainingError(
                f"no picture is as large as a patch of {size * scale} pixels; give larger pictures "
                "by --data, or a smaller --patch"
            )
        self._places = np.array(places, np.int32)
        chance = np.clip(np.array(detail), 0.5, 12.0)
        self._cumulative = np.cumsum(chance / chance.sum())

    def batch(self, count: int) -> tuple[Floats, Floats]:
        """``count`` patches in [0, 1]: (N, C, size, size) and (N, C, size s, size s)."""
        drawn = np.searchsorted(self._cumulative, self._rng.random(count) * 0.999999)
        lows, highs = [], []
        for place in self._places[drawn]:
            low, high = self._cut(*(int(value) for value in place))
            turn, mirror = int(self._rng.integers(4)), bool(self._rng.integers(2))
            lows.append(_turned(low, turn, mirror))
            highs.append(_turned(high, turn, mirror))
        return _as_tensor(lows), _as_tensor(highs)

    def reseed(self, seed: tuple[int, ...]) -> None:
        """Start another stream of patches."""
        self._rng = np.random.default_rng(seed)

    def _cut(self, index: int, row: int, column: int) -> tuple[NDArray, NDArray]:
        pair, size, scale = self._pairs[index], self._size, self._scale
        low = pair.low[self._hows[int(self._rng.choice(len(self._hows), p=self._weights))]]
        row += int(self._rng.integers(0, min(size // 2, low.shape[0] - size - row) + 1))
        column += int(self._rng.integers(0, min(size // 2, low.shape[1] - size - column) + 1))
        high = pair.high[
            row * scale : (row + size) * scale, column * scale : (column + size) * scale
        ]
        return low[row : row + size, column : column + size], high


def _roughness(patch: NDArray[np.uint8]) -> float:
    """Mean absolute difference of neighbours, in grey levels."""
    values = patch.astype(np.int16)
    return float(np.abs(np.diff(values, axis=0)).mean() + np.abs(np.diff(values, axis=1)).mean())


def _turned(patch: NDArray, turn: int, mirror: bool) -> NDArray:
    turned = np.rot90(patch, turn)
    return turned[:, ::-1] if mirror else turned


def _as_tensor(patches: list[NDArray]) -> Floats:
    stack = np.stack(patches).astype(np.float32) / np.float32(255)
    return stack[:, None] if stack.ndim == 3 else np.ascontiguousarray(stack.transpose(0, 3, 1, 2))
