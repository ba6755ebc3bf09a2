"""Which files are ours, told from their first bytes, without importing Qt."""

from __future__ import annotations

import re
from pathlib import Path


def is_log(path: Path, head: bytes) -> bool:
    """Whether a CSV, JSON or event file logs a learning rate."""
    if "tfevents" in path.name:
        return True
    if head.lstrip().startswith(b"{"):
        return b'"log_history"' in head or b'"best_model_checkpoint"' in head
    first = head.split(b"\n", 1)[0].lower()
    return b"," in first and bool(re.search(rb"(^|[^a-z])(lr|learning_rate)([^a-z]|$)", first))


def is_spec(path: Path, head: bytes) -> bool:
    """Whether a JSON file holds a schedule."""
    return b'"library"' in head and b'"schedule"' in head


def is_scheduler_code(path: Path, head: bytes) -> bool:
    """Whether a Python file makes a scheduler."""
    return bool(re.search(rb"lr_scheduler|get_scheduler|optax\.|optimizers\.schedules|timm", head))
