"""Language models by their shape: what decides memory, traffic and arithmetic."""

from __future__ import annotations

import difflib
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pixelwatt.api import Problem
from pixelwatt_accelerators.text import tr


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """A decoder-only transformer. ``active_params`` is what one token passes through."""

    id: str
    name: str
    params: float
    layers: int
    hidden: int
    heads: int
    kv_heads: int
    head_dim: int
    vocabulary: int
    ffn: int = 0
    experts: int = 0
    experts_per_token: int = 0
    active_params: float = 0.0
    kv_elements: int = 0
    note: str = ""
    source: str = ""

    @property
    def active(self) -> float:
        return self.active_params or self.params

    def kv_bytes_per_token(self, bytes_per_element: float) -> float:
        """Bytes one token adds to the cache, over all layers."""
        elements = self.kv_elements or 2 * self.kv_heads * self.head_dim
        return self.layers * elements * bytes_per_element

    def read_params(self, batch: float) -> float:
        """Parameters a decode step of ``batch`` sequences must read.

        All of a dense model. Of a mixture of experts, the shared part and those experts that
        at least one token of the batch is expected to pick.
        """
        if not self.experts or self.active >= self.params:
            return self.params
        share = self.experts_per_token / self.experts
        # P = shared + experts and active = shared + share x experts, solved for both.
        expert_params = (self.params - self.active) / (1 - share)
        shared = self.params - expert_params
        touched = 1.0 - float((1 - share) ** batch)
        return shared + touched * expert_params


@cache
def shipped_models() -> dict[str, LanguageModel]:
    """The presets by id; parameter counts and shapes as published."""
    text = (files("pixelwatt_accelerators") / "data" / "models.toml").read_text("utf-8")
    rows = [LanguageModel(**row) for row in tomllib.loads(text)["model"]]
    return {model.id: model for model in rows}


def model_of(preset: str) -> LanguageModel:
    """:raises Problem: for an unknown preset, with the nearest known one."""
    models = shipped_models()
    if preset in models:
        return models[preset]
    close = difflib.get_close_matches(preset, models, n=1, cutoff=0.3)
    raise Problem(
        tr("unknown model preset “{preset}”.", preset=preset),
        tr("Did you mean “{key}”?", key=close[0])
        if close
        else tr("Known presets: {presets}.", presets=", ".join(models)),
    )
