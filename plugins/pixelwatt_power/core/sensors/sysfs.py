"""Reading the small text files of Linux's /sys."""

from __future__ import annotations

from pathlib import Path

SYSFS = Path("/sys")


def read_text(path: Path) -> str | None:
    """A file's text up to its first NUL, None where it is missing or refuses.

    Some drivers pad their values with NULs (RX 6900 XT) or blanks.
    """
    try:
        return path.read_bytes().split(b"\0")[0].decode("utf-8", "replace").strip()
    except OSError:
        return None


def read_number(path: Path) -> float | None:
    text = read_text(path)
    try:
        return float(text) if text else None
    except ValueError:
        return None


def readable(path: Path) -> bool:
    """Whether the file can be opened and read; RAPL's are there but for root only."""
    try:
        path.read_bytes()
    except OSError:
        return False
    return True


def asleep(device: Path) -> bool:
    """Whether a PCI device is powered down; asking does not wake it, reading its sensors does."""
    return read_text(device / "power" / "runtime_status") in ("suspended", "suspending")
