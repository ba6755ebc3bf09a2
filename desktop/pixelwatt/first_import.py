"""The first import of Qt, and what it must not do to every import after it.

PySide6 replaces Python's ``import``: after each module it reads that module's source from the disk
and keeps it, to learn whether the word PySide6 is in it. A module with it sees Qt's classes as they
are once another has asked for ``from __feature__ import snake_case``. The same holds at no cost if
every module is taken for one that uses Qt; in a bundle, which has no sources, it holds only then.
"""

from __future__ import annotations

import sys
from types import ModuleType

FEATURES = "shibokensupport.feature"
LOOK = "_mod_uses_pyside"


def import_qt() -> None:
    """Import QtCore. Raises ImportError where a library of the system is missing."""
    import PySide6.QtCore  # noqa: F401

    features = sys.modules.get(FEATURES)
    # A private name: where a later PySide6 has another, imports are slower and nothing is broken.
    if hasattr(features, LOOK):
        setattr(features, LOOK, _may_use_qt)


def _may_use_qt(_module: ModuleType) -> bool:
    return True
