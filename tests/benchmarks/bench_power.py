"""How long captures of a million frames take to open, and what a look at the meter costs."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

import numpy as np

FRAMES = 1_000_000
V1 = (
    "Application,ProcessID,SwapChainAddress,Runtime,SyncInterval,PresentFlags,AllowsTearing,"
    "PresentMode,Dropped,TimeInSeconds,MsBetweenPresents,MsBetweenDisplayChange,MsInPresentAPI,"
    "MsUntilRenderComplete,MsUntilDisplayed"
)
CURRENT = (
    "Application,ProcessID,SwapChainAddress,PresentRuntime,SyncInterval,PresentFlags,"
    "AllowsTearing,PresentMode,FrameType,TimeInQPC,MsBetweenSimulationStart,MsBetweenPresents,"
    "MsBetweenDisplayChange,MsInPresentAPI,MsRenderPresentLatency,MsUntilDisplayed,MsPCLatency"
)


def run() -> list[tuple[str, str]]:
    """Rows of name and result."""
    from pixelwatt_power.core.capture_report import run_report
    from pixelwatt_power.core.captures.open import read_capture

    times = np.round(np.random.default_rng(7).gamma(40.0, 0.25, FRAMES), 3)
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for name, write in (
            ("PresentMon 1.x", _presentmon1),
            ("PresentMon 2.3.1+", _presentmon_current),
            ("MangoHud", _mangohud),
        ):
            path = Path(folder) / "capture.csv"
            write(path, times)
            start, cpu = time.perf_counter(), time.process_time()
            found = read_capture(path)[0]
            wall, used = time.perf_counter() - start, time.process_time() - cpu
            size = path.stat().st_size / 1e6
            rows.append(
                (
                    f"open a million frames, {name}",
                    f"{wall:.2f} s ({used:.2f} s CPU, {size:.0f} MB)",
                )
            )
        start = time.perf_counter()
        run_report(found)
        rows.append(("all statistics of a million frames", f"{time.perf_counter() - start:.2f} s"))
    rows.append(("one look at the meter, 240 FPS", f"{_meter_ms():.2f} ms"))
    return rows


def _presentmon1(path: Path, times: np.ndarray) -> None:
    clock = np.cumsum(times) / 1000.0
    with path.open("w") as file:
        file.write(V1 + "\n")
        file.writelines(
            f"Game.exe,9208,0x00000259DAE0BCF0,DXGI,0,0,0,Hardware: Independent Flip,0,{at:.6f},"
            f"{ms:.3f},{ms:.3f},0.841,4.220,14.665\n"
            for at, ms in zip(clock, times, strict=True)
        )


def _presentmon_current(path: Path, times: np.ndarray) -> None:
    clock = (np.cumsum(times) * 1e4).astype(np.int64) + 2_466_961_604_351
    with path.open("w") as file:
        file.write(CURRENT + "\n")
        file.writelines(
            f"Game.exe,9208,0x259DAE0BCF0,DXGI,0,0,0,Hardware: Independent Flip,Application,{at},"
            f"NA,{ms:.14f},{ms:.14f},0.3723,0.3252,14.1630,NA\n"
            for at, ms in zip(clock, times, strict=True)
        )


def _mangohud(path: Path, times: np.ndarray) -> None:
    clock = np.cumsum(times) * 1e6
    with path.open("w") as file:
        file.write("fps,frametime,cpu_load,cpu_power,gpu_load,gpu_power,elapsed\n")
        file.writelines(
            f"{1000 / ms:.6g},{ms:.6g},21.5,61,97,251,{at:.0f}\n"
            for at, ms in zip(clock, times, strict=True)
        )


def _meter_ms() -> float:
    from pixelwatt.api import FrameSample
    from pixelwatt.telemetry import Telemetry
    from pixelwatt_power.core.meter import Meter

    meter = Meter(Telemetry())
    now = time.perf_counter_ns()
    for frame in range(240 * 60):
        moment = now - (240 * 60 - frame) * 4_166_667
        meter.add_frame(FrameSample("bench", moment, 1.0, 3840, 2160))
    start = time.perf_counter()
    for _ in range(50):
        meter.figures()
    return (time.perf_counter() - start) / 50 * 1000


def main() -> None:
    for name, result in run():
        print(f"{name:45} {result}")


if __name__ == "__main__":
    main()
