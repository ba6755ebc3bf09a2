"""Train one of Pixelwatt's models: ``python3 dev.py train --model M --scale 2 --data DIR``.

Training stops after ``--steps`` or ``--minutes``, whichever schedule ends first, and can be
cut off at any time: it goes on from its last checkpoint when started again.
"""

from __future__ import annotations

import argparse
import csv
import math
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import onnx
import torch
from torch.nn import functional

from training import TrainingError
from training.export import Stage, build_onnx, read_stages
from training.networks import ARCHITECTURES, Network
from training.optimizer import Muon, cosine_with_warmup
from training.patches import PatchSampler
from training.pictures import PHOTO_MIX
from training.sources import RENDER_MIX, SCENES, seen_through, training_pairs

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(slots=True)
class Progress:
    """Where training stands; what a checkpoint holds besides the weights."""

    step: int = 0
    seconds: float = 0.0


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; 0 when the model was trained and written."""
    arguments = parser().parse_args(argv)
    torch.set_num_threads(arguments.threads)
    torch.manual_seed(arguments.seed)
    try:
        run = Training(arguments)
        run.resume()
        run.train()
        run.write_model()
    except TrainingError as error:
        print(f"dev.py train: {error}", file=sys.stderr)
        return 1
    return 0


def parser() -> argparse.ArgumentParser:
    """The options of the command line."""
    made = argparse.ArgumentParser(
        prog="dev.py train",
        description=__doc__,
        formatter_class=argparse.ArgumentDefaultsHelpFormatter,
    )
    families = sorted({name for name, _ in ARCHITECTURES})
    add = made.add_argument
    add("--model", choices=families, required=True, help="which family's network")
    add("--scale", type=int, required=True, help="how many times larger each side becomes")
    add("--kind", choices=["photo", "render"], default="photo", help="filtered or aliased input")
    add("--data", type=Path, action="append", default=[], help="folder of pictures; repeatable")
    add("--scenes", type=int, default=SCENES, help="rendered scenes to train on")
    add("--out", type=Path, default=Path("build/training"), help="checkpoint, log, ONNX, cache")
    add("--steps", type=int, default=100_000, help="end of the schedule by count")
    add("--minutes", type=float, default=math.inf, help="end of the schedule by the clock")
    add("--save-every", type=float, default=60, help="seconds from one checkpoint to the next")
    add("--batch", type=int, default=8, help="patches in a step")
    add("--patch", type=int, default=48, help="side of an input patch in pixels")
    add("--rate", type=float, default=2e-3, help="peak learning rate")
    add("--optimizer", choices=["adam", "muon"], default="adam", help="muon learns faster here")
    add(
        "--start",
        type=Path,
        action="append",
        default=[],
        help="another model to start from, its checkpoint or its ONNX file; given twice, what "
        "fits of the second replaces what came of the first",
    )
    add("--through", type=Path, help="ONNX model that a cascade starts with")
    add("--seed", type=int, default=1, help="of the first weights and of the patches")
    add("--device", default="cpu", help="cpu, cuda, cuda:1, ...")
    add("--threads", type=int, default=1, help="of the CPU")
    return made


class Training:
    """One training run: its network, its average, its data and its files."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self.options = arguments
        if arguments.device.startswith("cuda") and not torch.cuda.is_available():
            raise TrainingError(
                "this PyTorch finds no CUDA device; train with --device cpu, or install a "
                "driver and a PyTorch built for CUDA"
            )
        for file in [*arguments.start, arguments.through]:
            if file and not file.is_file():
                raise TrainingError(f"there is no model {file}")
        self.first_stages = (
            read_stages(onnx.load(str(arguments.through))) if arguments.through else []
        )
        enlarged = math.prod(stage.scale for stage in self.first_stages)
        self.scale: int = arguments.scale // enlarged
        if self.scale * enlarged != arguments.scale or (arguments.model, self.scale) not in (
            ARCHITECTURES
        ):
            there = ", ".join(f"{model} x{scale}" for model, scale in sorted(ARCHITECTURES))
            raise TrainingError(
                f"there is no network {arguments.model} x{arguments.scale / enlarged:g}; "
                f"choose one of {there}"
            )
        self.name = f"{arguments.model}-x{arguments.scale}-{arguments.kind}".lower()
        self.folder: Path = arguments.out
        self.folder.mkdir(parents=True, exist_ok=True)
        architecture = ARCHITECTURES[arguments.model, self.scale]
        self.network = Network(architecture, self.scale).to(arguments.device)
        for file in arguments.start:
            self._start_from(file)
        self.network = self.network.to(memory_format=torch.channels_last)
        self.average = Network(architecture, self.scale).to(arguments.device)
        self.average.load_state_dict(self.network.state_dict())
        if arguments.optimizer == "muon":
            self.optimizer: torch.optim.Optimizer = Muon(self.network, arguments.rate)
        else:
            self.optimizer = torch.optim.Adam(
                self.network.parameters(), lr=arguments.rate, betas=(0.9, 0.99)
            )
        for group in self.optimizer.param_groups:
            group["peak"] = group["lr"]
        # One sample leaves two outcomes open at every edge; the squared error settles on their
        # mean, which is what more samples give, the absolute error on the likelier one. For
        # photographs the absolute error is better, also as the last part of training.
        self.loss = functional.mse_loss if arguments.kind == "render" else functional.l1_loss
        self.progress = Progress()
        pairs, validation = training_pairs(
            arguments.kind,
            arguments.data,
            arguments.scale,
            self.folder / "cache",
            scenes=arguments.scenes,
        )
        if arguments.through:
            pairs, validation = seen_through(arguments.through, pairs, validation)
        mix = PHOTO_MIX if arguments.kind == "photo" else RENDER_MIX
        self.sampler = PatchSampler(
            pairs, mix, scale=self.scale, size=arguments.patch, seed=arguments.seed
        )
        self.validation = validation

    def _start_from(self, file: Path) -> None:
        if file.suffix == ".onnx":
            # The last stage: of a cascade it is the one that was trained.
            other = Network.of_stage(read_stages(onnx.load(str(file)))[-1])
        else:
            saved = torch.load(file, map_location="cpu", weights_only=True)
            other = Network(ARCHITECTURES[saved["model"], saved["scale"]], saved["scale"])
            other.load_state_dict(saved["average"])
        taken = self.network.start_from(other)
        print(f"{self.name}: {taken} layers start from {file.name}", flush=True)

    @property
    def checkpoint(self) -> Path:
        return self.folder / f"{self.name}.pt"

    @property
    def log(self) -> Path:
        return self.folder / f"{self.name}.csv"

    def resume(self) -> None:
        """Go on from the checkpoint of this model, if there is one."""
        if not self.checkpoint.exists():
            return
        saved = torch.load(self.checkpoint, map_location="cpu", weights_only=True)
        if saved.get("recipe", self._recipe()) != self._recipe():
            raise TrainingError(
                f"{self.checkpoint} is a checkpoint of another command, with "
                f"{saved['recipe']}; name another folder by --out, or delete it"
            )
        self.network.load_state_dict(saved["network"])
        self.average.load_state_dict(saved["average"])
        self.optimizer.load_state_dict(saved["optimizer"])
        self.progress = Progress(saved["step"], saved["seconds"])
        # Other patches than the ones already seen, and the same ones each time.
        self.sampler.reseed((self.options.seed, saved["step"]))
        self._forget_after(saved["step"])
        print(f"{self.name}: goes on from step {saved['step']}", flush=True)

    def _recipe(self) -> str:
        """The options that must not change within one training run."""
        names = ("seed", "batch", "patch", "rate", "optimizer", "start", "through")
        values = {name: getattr(self.options, name) for name in names}
        values["start"] = " ".join(map(str, self.options.start)) or None
        return " ".join(f"--{name} {value}" for name, value in values.items() if value is not None)

    def _forget_after(self, step: int) -> None:
        """Drop the log's rows of steps that were lost because no checkpoint followed."""
        if not self.log.exists():
            return
        lines = self.log.read_text("utf-8").splitlines(keepends=True)
        kept = [line for line in lines[1:] if int(line.split(",")[0]) <= step]
        _replace(self.log, "".join([lines[0], *kept]).encode())

    def train(self) -> None:
        """Train to the end of the schedule; validation and checkpoint at steady intervals."""
        started = time.monotonic() - self.progress.seconds
        last_saved = time.monotonic()
        losses: list[float] = []
        while (part := self._part_done()) < 1.0:
            losses.append(self._step(part))
            self.progress.step += 1
            self.progress.seconds = time.monotonic() - started
            if time.monotonic() - last_saved > self.options.save_every:
                self._report(losses)
                self._save()
                last_saved = time.monotonic()
                losses.clear()
        if losses:
            self._report(losses)
            self._save()

    def _part_done(self) -> float:
        step, minutes = self.progress.step, self.progress.seconds / 60
        if step >= self.options.steps or minutes >= self.options.minutes:
            return 1.0
        return max(step / self.options.steps, minutes / self.options.minutes)

    def _step(self, part: float) -> float:
        for group in self.optimizer.param_groups:
            group["lr"] = group["peak"] * cosine_with_warmup(part, self.progress.step)
        low, high = self.sampler.batch(self.options.batch)
        device = self.options.device
        shown = torch.from_numpy(low).to(device).contiguous(memory_format=torch.channels_last)
        wanted = torch.from_numpy(high).to(device)
        made = self.network(shown)
        loss = self.loss(made, wanted)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        decay = min(0.999, (1 + self.progress.step) / (10 + self.progress.step))
        with torch.no_grad():
            theirs = list(self.network.parameters())
            torch._foreach_lerp_(list(self.average.parameters()), theirs, 1 - decay)
        return float(loss.detach())

    @torch.no_grad()
    def validation_psnr(self) -> float:
        """Mean PSNR of the averaged network on pictures it is not trained on, in dB."""
        scores = []
        for low, high in self.validation:
            shown = torch.from_numpy(low[None, None].astype(np.float32) / 255)
            made = self.average(shown.to(self.options.device)).cpu().numpy()[0, 0]
            made = np.rint(made.clip(0, 1) * 255)
            border = 2 * self.scale
            error = (made - high)[border:-border, border:-border]
            scores.append(10 * np.log10(255**2 / np.mean(error**2)))
        return float(np.mean(scores))

    def _report(self, losses: list[float]) -> None:
        score, loss = self.validation_psnr(), float(np.mean(losses))
        step, seconds = self.progress.step, self.progress.seconds
        fresh = not self.log.exists()
        with self.log.open("a", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            if fresh:
                writer.writerow(["step", "seconds", "loss", "validation_psnr_db"])
            writer.writerow([step, round(seconds), f"{loss:.6f}", f"{score:.3f}"])
        print(f"{self.name}: step {step}, {seconds:.0f} s, {score:.3f} dB", flush=True)

    def _save(self) -> None:
        partial = self.checkpoint.with_suffix(".partial")
        torch.save(
            {
                "model": self.options.model,
                "scale": self.scale,
                "kind": self.options.kind,
                "recipe": self._recipe(),
                "network": self.network.state_dict(),
                "average": self.average.state_dict(),
                "optimizer": self.optimizer.state_dict(),
                "step": self.progress.step,
                "seconds": self.progress.seconds,
            },
            partial,
        )
        partial.replace(self.checkpoint)

    def write_model(self) -> None:
        """Export the averaged network as ONNX beside its checkpoint."""
        layers = [(w.cpu().numpy(), b.cpu().numpy()) for w, b in self.average.folded()]
        architecture = self.average.architecture
        # See training/export.py; a strided net has little left to learn borders with.
        repeat_edges = self.options.kind == "render" or architecture.stride > 1
        own = Stage(layers, self.scale, architecture.stride, repeat_edges)
        model = build_onnx([*self.first_stages, own], self.name)
        _replace(self.folder / f"{self.name}.onnx", model.SerializeToString())


def _replace(file: Path, content: bytes) -> None:
    """Write a file so that it is whole at every moment."""
    partial = file.with_name(f"{file.name}.partial")
    partial.write_bytes(content)
    partial.replace(file)


if __name__ == "__main__":
    raise SystemExit(main())
