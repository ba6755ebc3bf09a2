"""The K, M and L networks as they are trained: plain 3x3 ReLU nets with folded branches.

Every convolution is trained as a sum of linear branches (3x3, expanded 3x3, 1x1, edge
filters, identity: the blocks of RepVGG, SESR and ECBSR) that folds into one 3x3 kernel.
The fold is differentiable and cheap, so it happens at each step: training runs at the
speed of the plain net that is exported.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from torch.nn import functional

if TYPE_CHECKING:
    from training.export import Stage

_EDGE_FILTERS = torch.tensor(
    [
        [[1.0, 0.0, -1.0], [2.0, 0.0, -2.0], [1.0, 0.0, -1.0]],
        [[1.0, 2.0, 1.0], [0.0, 0.0, 0.0], [-1.0, -2.0, -1.0]],
        [[0.0, 1.0, 0.0], [1.0, -4.0, 1.0], [0.0, 1.0, 0.0]],
    ]
)


@dataclass(frozen=True, slots=True)
class Architecture:
    """A chain of convolutions at ``1/stride`` of the input's resolution.

    ``widths`` are the channels after each hidden convolution. The first convolution has a
    kernel of ``entry`` (0: three times the stride, what a space-to-depth of ``stride`` and a
    3x3 convolution would see); the hidden ones numbered in ``points``, from 1, are 1x1 and
    all others 3x3.
    """

    widths: tuple[int, ...]
    stride: int = 1
    colours: int = 1
    entry: int = 0
    points: frozenset[int] = frozenset()

    @classmethod
    def of_stage(cls, stage: Stage) -> Architecture:
        """The chain that an exported stage is."""
        kernels = [kernel for kernel, _ in stage.layers]
        widths = tuple(int(kernel.shape[0]) for kernel in kernels[:-1])
        entry = int(kernels[0].shape[-1])
        return cls(
            widths,
            stage.stride,
            int(kernels[0].shape[1]),
            0 if entry == 3 * stage.stride else entry,
            frozenset(i for i, kernel in enumerate(kernels) if i and kernel.shape[-1] == 1),
        )

    def first_kernel(self) -> int:
        """Side of the first convolution's kernel."""
        return self.entry or 3 * self.stride

    def outputs(self, scale: int) -> int:
        return self.colours * (scale * self.stride) ** 2

    def parameters(self, scale: int) -> int:
        """Weights and biases of the folded net."""
        return sum(
            outgoing * (incoming * kernel**2 + 1)
            for incoming, outgoing, kernel in self.convolutions(scale)
        )

    def macs_per_output_pixel(self, scale: int) -> float:
        """Multiply-adds of the folded net for one pixel of its output."""
        weights = sum(
            outgoing * incoming * kernel**2
            for incoming, outgoing, kernel in self.convolutions(scale)
        )
        return weights / (scale * self.stride) ** 2

    def convolutions(self, scale: int) -> list[tuple[int, int, int]]:
        """(channels in, channels out, kernel size) of each convolution, first to last."""
        chain = [(self.colours, self.widths[0], self.first_kernel())]
        for number, (a, b) in enumerate(itertools.pairwise(self.widths), start=1):
            chain.append((a, b, 1 if number in self.points else 3))
        chain.append((self.widths[-1], self.outputs(scale), 3))
        return chain


ARCHITECTURES: dict[tuple[str, int], Architecture] = {
    ("M-fast", 2): Architecture((64, 32, 24), stride=2, entry=8, points=frozenset({1})),
    ("M", 2): Architecture((16, 16, 16, 16, 8)),
    ("M", 3): Architecture((16,) * 8),
    ("M", 4): Architecture((16,) * 10),
    ("L", 2): Architecture((32,) * 9),
    ("L", 3): Architecture((32,) * 9),
    ("L", 4): Architecture((32,) * 9),
    ("K", 1): Architecture((24, 24, 24), stride=4),
}


class FoldedConvolution(nn.Module):
    """A 3x3 convolution trained as a sum of branches; ``fold`` gives the one kernel."""

    def __init__(self, incoming: int, outgoing: int, expansion: int = 2) -> None:
        super().__init__()
        inner = expansion * max(incoming, outgoing)
        self.plain = nn.Parameter(torch.empty(outgoing, incoming, 3, 3))
        self.expand = nn.Parameter(torch.empty(inner, incoming, 3, 3))
        self.project = nn.Parameter(torch.empty(outgoing, inner))
        self.point = nn.Parameter(torch.zeros(outgoing, incoming))
        self.edge = nn.Parameter(torch.zeros(3, outgoing, incoming))
        self.bias = nn.Parameter(torch.zeros(outgoing))
        for weight in (self.plain, self.expand):
            nn.init.kaiming_normal_(weight, nonlinearity="relu")
        with torch.no_grad():
            self.plain.mul_(0.2)
            self.project.normal_(0.0, 0.2 / inner**0.5)
        identity = torch.zeros(outgoing, incoming, 3, 3)
        for channel in range(min(incoming, outgoing)):
            identity[channel, channel, 1, 1] = 1.0
        self.register_buffer("identity", identity)
        self.register_buffer("edge_filters", _EDGE_FILTERS.clone())

    def fold(self) -> tuple[Tensor, Tensor]:
        """Kernel (outgoing, incoming, 3, 3) and bias, differentiable in every branch."""
        kernel = self.plain + self.identity
        kernel = kernel + torch.einsum("op,pikl->oikl", self.project, self.expand)
        kernel = kernel + functional.pad(self.point[:, :, None, None], (1, 1, 1, 1))
        kernel = kernel + torch.einsum("eoi,ekl->oikl", self.edge, self.edge_filters)
        return kernel, self.bias

    @torch.no_grad()
    def take(self, kernel: Tensor, bias: Tensor) -> None:
        """Fold to ``kernel`` and ``bias`` from now on; the other branches stay as they are."""
        self.plain.add_(kernel - self.fold()[0])
        self.bias.copy_(bias)

    def forward(self, pixels: Tensor) -> Tensor:
        kernel, bias = self.fold()
        return functional.conv2d(pixels, kernel, bias, padding=1)


class PointConvolution(nn.Module):
    """A 1x1 convolution: one kernel and the identity."""

    def __init__(self, incoming: int, outgoing: int) -> None:
        super().__init__()
        self.plain = nn.Parameter(torch.empty(outgoing, incoming, 1, 1))
        self.bias = nn.Parameter(torch.zeros(outgoing))
        nn.init.kaiming_normal_(self.plain, nonlinearity="relu")
        self.register_buffer("identity", torch.eye(outgoing, incoming)[:, :, None, None])
        with torch.no_grad():
            self.plain.mul_(0.4)

    def fold(self) -> tuple[Tensor, Tensor]:
        """Kernel (outgoing, incoming, 1, 1) and bias, differentiable in both parts."""
        return self.plain + self.identity, self.bias

    @torch.no_grad()
    def take(self, kernel: Tensor, bias: Tensor) -> None:
        """Fold to ``kernel`` and ``bias`` from now on."""
        self.plain.copy_(kernel - self.identity)
        self.bias.copy_(bias)

    def forward(self, pixels: Tensor) -> Tensor:
        return functional.conv2d(pixels, *self.fold())


class Entry(nn.Module):
    """First convolution, started so that it hands its pixels on."""

    def __init__(self, colours: int, outgoing: int, stride: int, kernel: int) -> None:
        super().__init__()
        self.stride = stride
        self.padding = (kernel - stride) // 2
        self.weight = nn.Parameter(torch.empty(outgoing, colours, kernel, kernel))
        self.bias = nn.Parameter(torch.zeros(outgoing))
        nn.init.kaiming_normal_(self.weight, nonlinearity="relu")
        carried = colours * stride**2
        with torch.no_grad():
            self.weight.mul_(0.5)
            # The carried channels are ordered as depth-to-space will read them (CRD).
            for channel in range(min(carried, outgoing)):
                colour, position = divmod(channel, stride**2)
                row, column = divmod(position, stride)
                self.weight[channel] = 0.0
                self.weight[channel, colour, self.padding + row, self.padding + column] = 1.0

    def fold(self) -> tuple[Tensor, Tensor]:
        """Kernel and bias as they are: this layer has one branch."""
        return self.weight, self.bias

    @torch.no_grad()
    def take(self, kernel: Tensor, bias: Tensor) -> None:
        """Go on from ``kernel`` and ``bias``."""
        self.weight.copy_(kernel)
        self.bias.copy_(bias)

    def forward(self, pixels: Tensor) -> Tensor:
        return functional.conv2d(
            pixels, self.weight, self.bias, stride=self.stride, padding=self.padding
        )


class Exit(FoldedConvolution):
    """Last convolution, started so that the untrained net repeats the nearest pixel."""

    def __init__(self, incoming: int, architecture: Architecture, scale: int) -> None:
        super().__init__(incoming, architecture.outputs(scale))
        stride, block = architecture.stride, scale * architecture.stride
        self.identity.zero_()
        for output in range(architecture.outputs(scale)):
            colour, position = divmod(output, block**2)
            row, column = divmod(position, block)
            source = colour * stride**2 + (row // scale) * stride + column // scale
            if source < incoming:
                self.identity[output, source, 1, 1] = 1.0
        with torch.no_grad():
            self.plain.mul_(0.1)
            self.project.mul_(0.1)


class Network(nn.Module):
    """(N, colours, H, W) in [0, 1] to (N, colours, scale H, scale W), unclipped."""

    def __init__(self, architecture: Architecture, scale: int) -> None:
        super().__init__()
        self.architecture = architecture
        self.scale = scale
        widths = architecture.widths
        hidden = [
            PointConvolution(a, b) if number in architecture.points else FoldedConvolution(a, b)
            for number, (a, b) in enumerate(itertools.pairwise(widths), start=1)
        ]
        self.entry = Entry(
            architecture.colours, widths[0], architecture.stride, architecture.first_kernel()
        )
        self.hidden = nn.ModuleList(hidden)
        self.exit = Exit(widths[-1], architecture, scale)

    def forward(self, pixels: Tensor) -> Tensor:
        features = functional.relu(self.entry(pixels))
        for layer in self.hidden:
            features = functional.relu(layer(features))
        return functional.pixel_shuffle(self.exit(features), self.scale * self.architecture.stride)

    @classmethod
    def of_stage(cls, stage: Stage) -> Network:
        """A network that computes what an exported stage does, to train it further.

        Only the folded kernels are in the file. What each layer's other branches start with
        is drawn anew and taken off its plain 3x3 kernel.
        """
        network = cls(Architecture.of_stage(stage), stage.scale)
        for layer, (kernel, bias) in zip(network.layers(), stage.layers, strict=True):
            layer.take(torch.tensor(kernel), torch.tensor(bias))
        return network

    def layers(self) -> list[Entry | PointConvolution | FoldedConvolution]:
        """Every convolution, first to last."""
        return [self.entry, *self.hidden, self.exit]

    def folded(self) -> list[tuple[Tensor, Tensor]]:
        """Kernel and bias of each convolution as exported, first to last."""
        return [tuple(part.detach() for part in layer.fold()) for layer in self.layers()]

    def start_from(self, other: Network) -> int:
        """Take over what fits of a trained net of another scale; how many layers did.

        Layers match from the first on; deeper hidden layers start close to the identity,
        so the deeper net computes at first what the shallower one does.
        """
        taken = 0
        pairs = [(self.entry, other.entry), *zip(self.hidden, other.hidden, strict=False)]
        if self.scale == other.scale:
            pairs.append((self.exit, other.exit))
        for mine, theirs in pairs:
            state = theirs.state_dict()
            if any(state[name].shape != value.shape for name, value in mine.state_dict().items()):
                break
            mine.load_state_dict(state)
            taken += 1
        return taken
