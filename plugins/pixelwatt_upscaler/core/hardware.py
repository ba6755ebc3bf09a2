"""What the machine has."""

from __future__ import annotations

import os
import sys
import threading
from contextlib import suppress
from functools import lru_cache

import psutil


@lru_cache(maxsize=1)
def physical_cores() -> int:
    """Cores this process may use; hyper-threads only share one core's arithmetic units."""
    cores = psutil.cpu_count(logical=False) or psutil.cpu_count() or 1
    allowed = psutil.Process().cpu_affinity() if hasattr(psutil.Process, "cpu_affinity") else None
    return max(1, min(cores, len(allowed)) if allowed else cores)


def make_way(steps: int) -> None:
    """Let the calling thread, and those it starts, give way to threads that are ready too.

    ``steps`` are those of ``nice``. The interface's thread sleeps most of the time; where all cores
    are busy it must not wait until a network is done. Only Linux has a niceness for each thread,
    which a new one takes from the one that starts it, as those of ONNX Runtime do.
    """
    if sys.platform == "linux":
        thread = threading.get_native_id()
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, thread, os.getpriority(os.PRIO_PROCESS, thread) + steps)


def memory_limit() -> int:
    """Bytes that one piece of work may take: half of the machine's memory."""
    return int(psutil.virtual_memory().total // 2)
