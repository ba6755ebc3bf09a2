"""The build's own modules lie in ``packaging/``, which is no package: it shares PyPI's name."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "packaging"))
