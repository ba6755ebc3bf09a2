"""Language models by their shape: what decides memory, traffic and arithmetic."""

from __future__ import annotations

import difflib
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pixelwatt.api import Problem
from pixelwatt_accelerators.core import memory
from pixelwatt_accelerators.core.arrays import Number
from pixelwatt_accelerators.text import tr


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """A decoder-only transformer. ``active_params`` is what one token passes through.

    ``head_dim`` is the size of a query or key head without its rotary part where that is
    apart. Latent attention (``kv_lora_rank`` above 0) caches one compressed vector and one
    rotary key a token for all heads; its names are those of DeepSeek's configuration.
    """

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
    shared_experts: int = 0
    """Experts every token passes through, besides the chosen ones."""
    dense_layers: int = 0
    """Layers of a mixture that have one feed-forward block of ``dense_ffn`` instead."""
    dense_ffn: int = 0
    q_lora_rank: int = 0
    kv_lora_rank: int = 0
    qk_rope_head_dim: int = 0
    v_head_dim: int = 0
    note: str = ""
    source: str = ""

    @property
    def active(self) -> float:
        return self.active_params or self.params

    @property
    def latent(self) -> bool:
        return self.kv_lora_rank > 0

    def kv_bytes_per_token(self, bytes_per_element: float) -> float:
        """Bytes one token adds to the cache, over all layers."""
        if self.latent:
            return float(
                memory.latent_kv_bytes_per_token(
                    self.layers, self.kv_lora_rank, self.qk_rope_head_dim, bytes_per_element
                )
            )
        return float(
            memory.kv_bytes_per_token(self.layers, self.kv_heads, self.head_dim, bytes_per_element)
        )

    @property
    def attention_width(self) -> float:
        """Mean of the widths that scores and values have over all heads, in a whole sequence."""
        query = self.head_dim + self.qk_rope_head_dim
        return self.heads * (query + (self.v_head_dim or self.head_dim)) / 2

    @property
    def decode_attention_flops_per_token(self) -> float:
        """FLOPs that one new token spends on each cached one, over all layers.

        Two a multiplication for scores and for values. Latent attention in decode works on the
        compressed cache itself (DeepSeek-V2, section 2.1.2: the up-projections are absorbed),
        so its heads are as wide as the latent.
        """
        if self.latent:
            return 2.0 * self.layers * self.heads * (2 * self.kv_lora_rank + self.qk_rope_head_dim)
        return 4.0 * self.layers * self.heads * self.head_dim

    def counted_params(self) -> tuple[float, float]:
        """All parameters and those of one token, counted from the shape (norms left out)."""
        embeddings = 2 * self.vocabulary * self.hidden
        mixture = self.layers - self.dense_layers if self.experts else 0
        expert = 3 * self.hidden * self.ffn
        dense = (self.layers - mixture) * 3 * self.hidden * (self.dense_ffn or self.ffn)
        shared = self.layers * self._attention_params() + dense + embeddings
        router = mixture * self.experts * self.hidden
        return tuple(
            float(shared + router + mixture * (count + self.shared_experts) * expert)
            for count in (self.experts, self.experts_per_token)
        )  # type: ignore[return-value]

    def _attention_params(self) -> int:
        if not self.latent:
            return 2 * self.hidden * self.head_dim * (self.heads + self.kv_heads)
        query = self.heads * (self.head_dim + self.qk_rope_head_dim)
        down = self.hidden * (self.q_lora_rank + self.kv_lora_rank + self.qk_rope_head_dim)
        up = self.q_lora_rank * query
        up += self.kv_lora_rank * self.heads * (self.head_dim + self.v_head_dim)
        return down + up + self.heads * self.v_head_dim * self.hidden

    def read_params(self, batch: Number) -> Number:
        """Parameters a decode step of ``batch`` sequences must read; broadcasts.

        All of a dense model. Of a mixture of experts, the shared part and those experts that
        at least one token of the batch is expected to pick.
        """
        if not self.experts or self.active >= self.params:
            return self.params
        share = self.experts_per_token / self.experts
        # P = shared + experts and active = shared + share x experts, solved for both.
        expert_params = (self.params - self.active) / (1 - share)
        shared = self.params - expert_params
        touched = 1.0 - (1 - share) ** batch
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
