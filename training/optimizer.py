"""Muon for small convolutional nets, and the learning-rate schedule."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from torch import Tensor, nn

WARMUP_STEPS = 100


def cosine_with_warmup(part: float, step: int) -> float:
    """Factor of the peak rate when ``part`` (0..1) of training is done."""
    warm = min(1.0, (step + 1) / WARMUP_STEPS)
    return warm * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * min(part, 1.0))))


class Muon(torch.optim.Optimizer):
    """Momentum made orthogonal for kernels, Adam for everything else.

    Kernels of one shape are orthogonalised together in one batch, which matters more than
    the arithmetic for nets as small as these. After Keller Jordan's published description
    of Muon (quintic Newton-Schulz, Nesterov momentum).
    """

    def __init__(self, network: nn.Module, rate: float, momentum: float = 0.95) -> None:
        kernels = [p for p in network.parameters() if p.ndim == 4 and min(p.shape[:2]) > 1]
        chosen = {id(p) for p in kernels}
        others = [p for p in network.parameters() if id(p) not in chosen]
        groups = [
            {"params": kernels, "kind": "muon", "lr": rate * 2},
            {"params": others, "kind": "adam", "lr": rate},
        ]
        super().__init__(groups, {"lr": rate, "momentum": momentum})

    @torch.no_grad()
    def step(self, closure: Callable[[], float] | None = None) -> None:
        """One update from the gradients at hand; ``closure`` is not supported."""
        for group in self.param_groups:
            if group["kind"] == "muon":
                self._muon(group)
            else:
                self._adam(group)

    def _muon(self, group: dict[str, Any]) -> None:
        by_shape: dict[tuple[int, ...], list[tuple[Tensor, Tensor]]] = defaultdict(list)
        for parameter in group["params"]:
            state = self.state[parameter]
            if "momentum" not in state:
                state["momentum"] = torch.zeros_like(parameter)
            state["momentum"].lerp_(parameter.grad, 1 - group["momentum"])
            look_ahead = parameter.grad.lerp(state["momentum"], group["momentum"])
            by_shape[tuple(parameter.shape)].append((parameter, look_ahead))
        for shape, members in by_shape.items():
            stack = torch.stack([update.reshape(shape[0], -1) for _, update in members])
            update = orthogonal(stack) * max(1.0, stack.shape[1] / stack.shape[2]) ** 0.5
            for (parameter, _), one in zip(members, update, strict=True):
                parameter.add_(one.reshape(shape), alpha=-group["lr"])

    def _adam(self, group: dict[str, Any]) -> None:
        for parameter in group["params"]:
            state = self.state[parameter]
            if "count" not in state:
                state["count"] = torch.zeros(())
                state["mean"] = torch.zeros_like(parameter)
                state["square"] = torch.zeros_like(parameter)
            state["count"] += 1
            state["mean"].lerp_(parameter.grad, 0.1)
            state["square"].lerp_(parameter.grad.square(), 0.01)
            count = float(state["count"])
            denominator = (state["square"] / (1 - 0.99**count)).sqrt_().add_(1e-8)
            parameter.addcdiv_(state["mean"], denominator, value=-group["lr"] / (1 - 0.9**count))


def orthogonal(matrices: Tensor, rounds: int = 5) -> Tensor:
    """The nearest (semi-)orthogonal matrices, roughly: quintic Newton-Schulz iteration."""
    tall = matrices.shape[1] > matrices.shape[2]
    x = matrices.mT if tall else matrices
    x = x / (x.norm(dim=(1, 2), keepdim=True) + 1e-7)
    for _ in range(rounds):
        gram = x @ x.mT
        x = 3.4445 * x + (-4.7750 * gram + 2.0315 * gram @ gram) @ x
    return x.mT if tall else x
