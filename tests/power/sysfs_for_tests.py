"""Fake trees of /sys, with values as real GPUs, packages and batteries show them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def tree(root: Path, files: Mapping[str, str]) -> Path:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    return root


def gpu(driver: str, card: int = 0, status: str = "active", **files: str) -> dict[str, str]:
    hwmon = f"class/drm/card{card}/device/hwmon/hwmon4"
    return {
        f"{hwmon}/name": f"{driver}\n",
        f"class/drm/card{card}/device/power/runtime_status": f"{status}\n",
        **{f"{hwmon}/{name}": content for name, content in files.items()},
    }


def package(number: int = 0, energy_uj: int = 5_000_000, **files: str) -> dict[str, str]:
    zone = f"class/powercap/intel-rapl:{number}"
    return {
        f"{zone}/name": f"package-{number}\n",
        f"{zone}/energy_uj": f"{energy_uj}\n",
        f"{zone}/max_energy_range_uj": "262143328850\n",
        f"{zone}/constraint_0_power_limit_uw": "65000000\n",
        **{f"{zone}/{name}": content for name, content in files.items()},
    }


def battery(name: str = "BAT0", status: str = "Discharging", **files: str) -> dict[str, str]:
    folder = f"class/power_supply/{name}"
    return {
        f"{folder}/type": "Battery\n",
        f"{folder}/status": f"{status}\n",
        **{f"{folder}/{key}": content for key, content in files.items()},
    }
