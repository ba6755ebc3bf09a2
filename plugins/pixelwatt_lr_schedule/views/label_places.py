"""Where a direct label goes: beside its curve, over as few curves as possible."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF

from pixelwatt_lr_schedule.core.schedule import Values

Pixels = tuple[Values, Values]


def least_covering(
    boxes: Iterable[QRectF], curves: Sequence[Pixels], taken: Sequence[QRectF] = ()
) -> QRectF:
    """The first of ``boxes`` that covers the fewest points of ``curves`` and no other label."""

    def cost(box: QRectF) -> int:
        covered = sum(
            int(
                (
                    (x >= box.left()) & (x <= box.right())
                    & (y >= box.top() - 2) & (y <= box.bottom() + 2)
                ).sum()
            )
            for x, y in curves
        )  # fmt: skip
        return covered + 10_000 * sum(box.intersects(other) for other in taken)

    return min(boxes, key=cost)
