"""How long the program took, from the moment its starter names until now."""

from __future__ import annotations

import json
import os
import time

SINCE = "PIXELWATT_PROBE_START"
"""The starter's `time.monotonic` just before it started the program. (The kernel tells a process's
start too, but psutil adds it to the time of the machine's start in whole seconds: that figure is up
to a second too long.)"""


def report() -> None:
    """Print ``wall_s``, ``cpu_s`` (seconds) and ``rss_mib`` (MiB) as JSON, and end the program."""
    figures = {
        "wall_s": time.monotonic() - float(os.environ[SINCE]),
        "cpu_s": time.process_time(),
    }
    import psutil
    from PySide6.QtCore import QCoreApplication

    figures["rss_mib"] = psutil.Process().memory_info().rss / 2**20
    print(json.dumps(figures), flush=True)
    QCoreApplication.quit()
