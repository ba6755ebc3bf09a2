"""Small captures of each tool, made from frame times; nothing here comes from a real file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

GAME = ("Game.exe", 4242, "0x000001A2B3C4D5E6")
DESKTOP = ("dwm.exe", 900, "0x0000000011111111")

V1 = (
    "Application,ProcessID,SwapChainAddress,Runtime,SyncInterval,PresentFlags,Dropped,"
    "TimeInSeconds,msInPresentAPI,msBetweenPresents,AllowsTearing,PresentMode,"
    "msUntilRenderComplete,msUntilDisplayed,msBetweenDisplayChange"
)
V2 = (
    "Application,ProcessID,SwapChainAddress,PresentRuntime,SyncInterval,PresentFlags,"
    "AllowsTearing,PresentMode,FrameType,CPUStartQPC,FrameTime,CPUBusy,CPUWait,GPULatency,GPUTime,"
    "GPUBusy,GPUWait,VideoBusy,DisplayLatency,DisplayedTime,AnimationError,AnimationTime"
)
CURRENT = (
    "Application,ProcessID,SwapChainAddress,PresentRuntime,SyncInterval,PresentFlags,"
    "AllowsTearing,PresentMode,FrameType,TimeInQPC,MsBetweenSimulationStart,MsBetweenPresents,"
    "MsBetweenDisplayChange,MsInPresentAPI,MsRenderPresentLatency,MsUntilDisplayed"
)
OCAT = (
    "Application,ProcessID,SwapChainAddress,Runtime,SyncInterval,PresentFlags,AllowsTearing,"
    "PresentMode,WasBatched,DwmNotified,Dropped,TimeInSeconds,MsBetweenPresents,"
    "MsBetweenDisplayChange,MsInPresentAPI,MsUntilRenderComplete,MsUntilDisplayed,Motherboard,OS,"
    "Processor,System RAM,GPU"
)
FRAMEVIEW = (
    "Application,GPU,CPU,Resolution,Runtime,AllowsTearing,ProcessID,SwapChainAddress,SyncInterval,"
    "PresentFlags,PresentMode,Dropped,TimeInSeconds,MsBetweenPresents,MsBetweenDisplayChange,"
    "GPU0Clk(MHz),PCAT Power Total(W),Perf/W Total(F/J) (PCAT),Perf/W Total(F/J) (API),"
    "NV Pwr(W) (API),AMDPwr(W) (API),CPU Package Power(W),Battery Drain Rate(W)"
)


def presentmon1(
    times: Sequence[float], stream: tuple[str, int, str] = GAME, dropped: Sequence[int] = ()
) -> list[str]:
    name, process, chain = stream
    clock, rows = 1.0, []
    for index, ms in enumerate(times):
        clock += ms / 1000
        lost = int(index in dropped)
        rows.append(
            f"{name},{process},{chain},DXGI,0,0,{lost},{clock:.6f},0.3,{ms:.3f},0,"
            f"Hardware: Independent Flip,4.0,{0 if lost else 12.5},{0 if lost else ms:.3f}"
        )
    return rows


def presentmon2(times: Sequence[float], stream: tuple[str, int, str] = GAME) -> list[str]:
    name, process, chain = stream
    clock, rows = 0, []
    for ms in times:
        clock += round(ms * 10_000)
        rows.append(
            f"{name},{process},{chain},DXGI,0,0,0,Flip,Application,{clock},{ms:.4f},1,1,1,1,1,0,0,"
            f"12.5,{ms:.4f},NA,NA"
        )
    return rows


def presentmon_current(
    times: Sequence[float],
    stream: tuple[str, int, str] = GAME,
    kinds: Sequence[str] = (),
    dropped: Sequence[int] = (),
) -> list[str]:
    name, process, chain = stream
    clock, rows = 0, []
    for index, ms in enumerate(times):
        clock += round(ms * 10_000)
        kind = kinds[index] if kinds else "Application"
        shown = "NA" if index in dropped else f"{ms:.14f}"
        rows.append(
            f"{name},{process},{chain},DXGI,0,0,0,Flip,{kind},{clock},NA,{ms:.14f},{shown},0.3,0.3,"
            f"{'NA' if index in dropped else '12.5'}"
        )
    return rows


def ocat(times: Sequence[float]) -> list[str]:
    clock, rows = 1.0, []
    for index, ms in enumerate(times):
        clock += ms / 1000
        machine = "" if index else ",Board,Windows,CPU,16 GB,GPU"
        rows.append(f"Game.exe,4242,0x1,DXGI,0,0,0,Flip,0,0,0,{clock:.6f},{ms:.3f},{ms:.3f},0.3,4.0,"
                    f"12.5{machine}")  # fmt: skip
    return rows


def frameview(
    times: Sequence[float], watts: float, *, cpu: float = 61.5, battery: str = "NA"
) -> list[str]:
    """Watts are cut to whole numbers as FrameView does; F/J uses the full value."""
    clock, rows = 100.0, []
    for ms in times:
        clock += ms / 1000
        ratio = 1000 / ms / watts
        rows.append(
            f"Game.exe,RTX Test,CPU Test,3840x2160,D3D12,0,4242,0x1,0,0,Flip,0,{clock:.6f},"
            f"{ms:.3f},"
            f"{ms:.3f},2700,NA,NA,{ratio:.3f},{int(watts)},NA,{cpu},{battery}"
        )
    return rows


def mangohud(
    times: Sequence[float], *, gpu_w: float = 120, cpu_w: float = 30, step_ms: float | None = None,
    unit: str = "ms",
) -> str:  # fmt: skip
    lines = [
        "os,cpu,gpu,ram,kernel,driver,cpuscheduler",
        "'Linux (Test)',Test CPU,Test GPU,65438132,6.17,,performance",
        "fps,frametime,cpu_load,cpu_power,gpu_load,gpu_power,elapsed",
    ]
    elapsed = 0.0
    for ms in times:
        elapsed += ms if step_ms is None else step_ms
        time = f"{ms:.5g}" if unit == "ms" else f"{ms * 1000:.0f}"
        lines.append(f"{1000 / ms:.6g},{time},20,{cpu_w},97,{gpu_w},{elapsed * 1e6:.0f}")
    return "\n".join(lines) + "\n"


def afterburner(rates: Sequence[str], watts: Sequence[float]) -> str:
    lines = [
        "0, 24-10-2025 16:56:04, Hardware monitoring log v1.6 ,,,",
        "1, 24-10-2025 16:56:04, Test Radeon,,,",
        "2, 24-10-2025 16:56:04, Power               ,Framerate           ,Frametime           ",
        "3, 24-10-2025 16:56:04,0,,,300,10,",
    ]
    for second, (rate, power) in enumerate(zip(rates, watts, strict=True)):
        lines.append(f"80, 24-10-2025 16:{56 + second // 60}:{second % 60:02d},{power},{rate},9.1")
    return "\n".join(lines) + "\n"


def capframex(times: Sequence[float], gpu_w: Sequence[float], **more: object) -> str:
    count = len(gpu_w)
    run = {
        "CaptureData": {
            "TimeInSeconds": [sum(times[: i + 1]) / 1000 for i in range(len(times))],
            "MsBetweenPresents": list(times),
            "MsBetweenDisplayChange": list(times),
            "Dropped": [0] * len(times),
        },
        "SensorData2": {
            "a": {"Name": "GPU Power", "Type": "Power", "Values": list(gpu_w)},
            "b": {"Name": "CPU Package", "Type": "Power", "Values": [44.0] * count},
            "MeasureTime": {"Name": "MeasureTime", "Values": [0.25 * i for i in range(count)]},
            "BetweenMeasureTime": {"Name": "BetweenMeasureTime", "Values": [0.25] * count},
        },
    }
    return json.dumps(
        {"Hash": "x", "Info": {"ProcessName": "Game.exe", "GPU": "Test"}, "Runs": [run | more]}
    )


def write(path: Path, header: str, *groups: Sequence[str]) -> Path:
    path.write_text("\n".join([header, *(row for group in groups for row in group)]) + "\n")
    return path
