"""How long a moved slider takes until 26 accelerators are drawn anew.

The aim is 16 ms, one frame: numbers (`study` and `nominal`) and the painting of the section
together. What follows when the slider rests (whiskers, tornado, Monte-Carlo) is listed apart.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory


def _milliseconds(work: Callable[[int], object], times: int = 40) -> str:
    """Medians of wall-clock and of processor time: on a busy machine they differ."""
    work(0)
    wall, processor = [], []
    for turn in range(1, times + 1):
        start, start_processor = time.perf_counter(), time.process_time()
        work(turn)
        wall.append(1e3 * (time.perf_counter() - start))
        processor.append(1e3 * (time.process_time() - start_processor))
    return f"{statistics.median(wall):.1f} ms, {statistics.median(processor):.1f} ms of processor"


def _numbers() -> list[tuple[str, str]]:
    from dataclasses import replace

    from pixelwatt_accelerators.core.document import Comparison, Use
    from pixelwatt_accelerators.core.table import shipped_catalogue
    from pixelwatt_accelerators.core.uncertainty import draws, intervals, study, tornado

    rows = list(shipped_catalogue().accelerators.values())
    pair = shipped_catalogue().select(["tpu_v7", "b200_sxm"])

    earlier = study(rows, Comparison())

    def comparison(turn: int) -> Comparison:
        return replace(Comparison(), use=Use(batch=float(1 + turn)))

    cost = "usd_per_mtok"
    return [
        ("all metrics of 26 accelerators", _milliseconds(
            lambda turn: study(rows, comparison(turn), earlier).nominal())),
        ("intervals of 26 accelerators", _milliseconds(
            lambda turn: intervals(study(rows, comparison(turn)), cost))),
        ("tornado of a pair", _milliseconds(
            lambda turn: tornado(study(pair, comparison(turn)), cost))),
        ("Monte-Carlo of a pair, 4,000 draws", _milliseconds(
            lambda turn: draws(study(pair, comparison(turn))))),
    ]  # fmt: skip


def _sections(folder: Path) -> list[tuple[str, str]]:
    from PySide6.QtWidgets import QApplication

    from pixelwatt_accelerators.views.panel import AcceleratorsPanel

    application = QApplication.instance() or QApplication([])
    context = _context(folder)
    panel = AcceleratorsPanel(context)
    panel.resize(1200, 760)
    panel.show()
    rows = []
    everything = tuple(accelerator.id for accelerator in panel.store.everything)
    for chips in (panel.store.comparison.chips, everything):
        panel.store.change(chips=chips)
        for section in ("roofline", "workload", "money", "parallel"):
            panel.show_section(section)
            for slider, unit in (("batch", 1.0), ("context", 1024.0)):

                def move(turn: int, slider: str = slider, unit: float = unit) -> None:
                    panel.store.change_use(**{slider: unit * (1 + turn)})
                    application.processEvents()  # paints what the change marked

                name = f"{slider} to screen, {section}, {len(chips)} chosen"
                rows.append((name, _milliseconds(move)))
            application.processEvents()
    panel.close()
    panel.deleteLater()
    context.close()
    application.processEvents()
    return rows


def _context(folder: Path):
    """The real context over no window, as the tests use it."""
    import importlib.util

    path = Path(__file__).parent.parent / "conftest.py"
    spec = importlib.util.spec_from_file_location("pixelwatt_tests_conftest", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    import sys

    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module._context(folder, ())


def run() -> list[tuple[str, str]]:
    """Name and result of each measurement."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with TemporaryDirectory() as folder:
        return [*_numbers(), *_sections(Path(folder))]


def main() -> None:
    for name, result in run():
        print(f"{name:<44} {result}")


if __name__ == "__main__":
    main()
