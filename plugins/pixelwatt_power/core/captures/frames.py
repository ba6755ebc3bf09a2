"""Which frames of a table belong together, and which of their times can be believed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PureWindowsPath
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from pixelwatt_power.text import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pixelwatt_power.core.captures.run import FloatArray
    from pixelwatt_power.core.captures.table import Columns

LONGEST_FRAME_MS = 600_000.0
"""Ten minutes; FrameView's 2^64/10^4 and its like lie far above."""

SHORTEST_FRAME_MS = 1e-6
"""A nanosecond, the finest clock of any format: what lies below is a zero with noise on it."""

DESKTOP = frozenset(
    {"dwm.exe", "explorer.exe", "steamwebhelper.exe", "obs64.exe", "searchhost.exe", "<error>"}
)
"""Programs that present frames in most captures and are not the game."""

BoolArray = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Stream:
    """The rows of one swap chain of one process."""

    application: str
    process_id: int | None
    swap_chain: str
    rows: BoolArray

    @property
    def frames(self) -> int:
        return int(self.rows.sum())

    def describe(self) -> str:
        return tr(
            "{application} (process {process}, swap chain {chain}): {frames} frames",
            application=self.application or "?",
            process="?" if self.process_id is None else self.process_id,
            chain=self.swap_chain or "?",
            frames=self.frames,
        )


def streams(columns: Columns) -> list[Stream]:
    """Every process and swap chain of the table, the game first.

    The columns' text ``"stream"`` holds application, process and swap chain.

    The game is the stream with the most frames among those which neither belong to the
    desktop nor lack a swap chain; the desktop presents more often than many a game.
    """
    found = []
    key = columns.texts["stream"]
    for code, (application, process, chain) in enumerate(key.values):
        process_id = int(process) if process.isascii() and process.isdigit() else None
        found.append(Stream(application, process_id, chain, key.codes == code))
    return sorted(found, key=_unlikely)


def _unlikely(stream: Stream) -> tuple[bool, bool, int]:
    name = PureWindowsPath(stream.application).name.lower()
    chain = stream.swap_chain.lower().removeprefix("0x").strip("0")
    return name in DESKTOP, not chain and bool(stream.swap_chain), -stream.frames


def believable(frame_ms: FloatArray) -> BoolArray:
    """Which frame times can be true: finite, at least a nanosecond, at most ten minutes."""
    with np.errstate(invalid="ignore"):
        return np.asarray((frame_ms >= SHORTEST_FRAME_MS) & (frame_ms <= LONGEST_FRAME_MS))


def count_unbelievable(frame_ms: FloatArray, good: BoolArray) -> list[str]:
    """Warnings that count the frame times left out, by kind."""
    warnings = []
    unknown = int(np.isnan(frame_ms).sum())
    with np.errstate(invalid="ignore"):
        negative = int((frame_ms < 0).sum())
        zero = int(((frame_ms >= 0) & (frame_ms < SHORTEST_FRAME_MS)).sum())
    huge = int((~good).sum()) - unknown - negative - zero
    if unknown:
        warnings.append(tr("{count} frame times are not numbers and were left out.", count=unknown))
    if negative:
        warnings.append(tr("{count} negative frame times were left out.", count=negative))
    if zero:
        warnings.append(tr("{count} frame times of zero were left out.", count=zero))
    if huge:
        warnings.append(
            tr("{count} frame times above ten minutes were left out as garbage.", count=huge)
        )
    return warnings


def span_s(time_s: FloatArray) -> float | None:
    """Seconds from the first to the last believable time stamp, None where there are not two."""
    known = time_s[np.isfinite(time_s)]
    if known.size < 2:
        return None
    span = float(known.max() - known.min())
    return span if 0 < span < 1e7 else None


def backward_steps(time_s: FloatArray) -> int:
    """How often the log's own clock runs backwards."""
    known = time_s[np.isfinite(time_s)]
    return int((np.diff(known) < 0).sum())


def choice_warning(chosen: Stream, others: Sequence[Stream]) -> list[str]:
    if not others:
        return []
    return [
        tr(
            "{others} other streams in the file; shown: {chosen}",
            others=len(others),
            chosen=chosen.describe(),
        )
    ]
