"""Arrays larger than memory, in temporary files that vanish with them."""

from __future__ import annotations

import os
import tempfile
import weakref
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from . import folders

if TYPE_CHECKING:
    from numpy.typing import NDArray


def disk_array(shape: tuple[int, ...], dtype: Any) -> NDArray[Any]:
    """A zeroed array in the scratch folder; its file goes with the last reference to it."""
    handle, name = tempfile.mkstemp(suffix=".pixels", dir=folders.scratch())
    os.close(handle)
    path = Path(name)
    array: NDArray[Any] = np.memmap(path, dtype, "w+", shape=shape)
    try:
        # Where a mapped file can lose its name at once, even a crash leaves nothing behind.
        path.unlink()
    except OSError:
        weakref.finalize(array, _remove, path)
    return array


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()
