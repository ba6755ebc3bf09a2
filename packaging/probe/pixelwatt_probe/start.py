"""How long the program took from its process's start until now."""

from __future__ import annotations

import json
import time

import psutil
from PySide6.QtCore import QCoreApplication


def report() -> None:
    """Print ``wall_s``, ``cpu_s`` (seconds) and ``rss_mib`` (MiB) as JSON, and end the program."""
    process = psutil.Process()
    used = process.cpu_times()
    figures = {
        "wall_s": time.time() - process.create_time(),
        "cpu_s": used.user + used.system,
        "rss_mib": process.memory_info().rss / 2**20,
    }
    print(json.dumps(figures), flush=True)
    QCoreApplication.quit()
