"""What the machine has."""

from __future__ import annotations

from functools import lru_cache

import psutil


@lru_cache(maxsize=1)
def physical_cores() -> int:
    """Cores this process may use; hyper-threads only share one core's arithmetic units."""
    cores = psutil.cpu_count(logical=False) or psutil.cpu_count() or 1
    allowed = psutil.Process().cpu_affinity() if hasattr(psutil.Process, "cpu_affinity") else None
    return max(1, min(cores, len(allowed)) if allowed else cores)


def memory_limit() -> int:
    """Bytes that one piece of work may take: half of the machine's memory."""
    return int(psutil.virtual_memory().total // 2)
