"""The network's first weights: flan-t5-small's, with the vocabulary cut and some decoder layers left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from torch import Tensor

from docqa_app.training.model.config import Config
from docqa_app.training.model.docformer import DocFormer

SELF = {
    "SelfAttention.q": "attention.q",
    "SelfAttention.k": "attention.k",
    "SelfAttention.v": "attention.v",
    "SelfAttention.o": "attention.o",
}
CROSS = {f"EncDecAttention.{x}": f"cross.{x}" for x in "qkvo"}
FEED = {"DenseReluDense.wi_0": "feed.gate", "DenseReluDense.wi_1": "feed.up", "DenseReluDense.wo": "feed.down"}


def start_folder(place: str) -> Path:
    """The folder of a T5 in Hugging Face's form: `place` itself, or where its hub's files of that name are kept.

    "google/flan-t5-small" is fetched once and then kept as transformers keeps it. OSError where there is no such model.
    """
    if Path(place).is_dir():
        return Path(place)
    from transformers.utils import cached_file

    files = [cached_file(place, name) for name in ("model.safetensors", "tokenizer.json")]
    return Path(str(files[0])).parent


def load_start(folder: Path) -> dict[str, Tensor]:
    """The weights of `folder/model.safetensors` in Hugging Face's T5 names."""
    from safetensors.torch import load_file

    return load_file(folder / "model.safetensors")


def started(config: Config, weights: Mapping[str, Tensor], kept: Sequence[int], seed: int = 1) -> DocFormer:
    """A network with T5's weights where T5 has them; `kept` gives the old id of each new one, -1 where new.

    Decoder layers are taken evenly spread, first and last among them. New tokens start at the mean of all.
    """
    torch.manual_seed(seed)
    model = DocFormer(config)
    found = _named(config, weights)
    rows = torch.tensor(kept)
    for ours, theirs in (("embedding.weight", "shared.weight"), ("output.weight", "lm_head.weight")):
        old = weights[theirs]
        fresh = old.mean(0) + torch.randn(len(kept), old.shape[1]) * old.std(0)
        found[ours] = torch.where(
            (rows >= 0)[:, None], old[rows.clamp(min=0)], fresh if ours[0] == "e" else old.mean(0)
        )
    missing, unknown = model.load_state_dict(found, strict=False)
    lost = [name for name in missing if name.startswith(("embedding", "encoder", "decoder", "output"))]
    if lost or unknown:
        raise ValueError(f"the start weights do not fit this network: missing {lost[:3]}, unknown {unknown[:3]}")
    return model


def _named(config: Config, weights: Mapping[str, Tensor]) -> dict[str, Tensor]:
    found = {
        "encoder_bias.table.weight": weights["encoder.block.0.layer.0.SelfAttention.relative_attention_bias.weight"],
        "decoder_bias.table.weight": weights["decoder.block.0.layer.0.SelfAttention.relative_attention_bias.weight"],
        "encoder_norm.weight": weights["encoder.final_layer_norm.weight"],
        "decoder_norm.weight": weights["decoder.final_layer_norm.weight"],
    }
    for i in range(config.encoder_layers):
        _layer(
            found, weights, f"encoder.block.{i}.layer", f"encoder.{i}", (SELF, FEED), ("norm_attention", "norm_feed")
        )
    for i, old in enumerate(_spread(config.decoder_layers, _depth(weights))):
        parts, norms = (SELF, CROSS, FEED), ("norm_attention", "norm_cross", "norm_feed")
        _layer(found, weights, f"decoder.block.{old}.layer", f"decoder.{i}", parts, norms)
    return found


def _layer(
    found: dict[str, Tensor],
    weights: Mapping[str, Tensor],
    old: str,
    new: str,
    parts: Sequence[Mapping[str, str]],
    norms: Sequence[str],
) -> None:
    for place, (names, norm) in enumerate(zip(parts, norms, strict=True)):
        found[f"{new}.{norm}.weight"] = weights[f"{old}.{place}.layer_norm.weight"]
        for theirs, ours in names.items():
            found[f"{new}.{ours}.weight"] = weights[f"{old}.{place}.{theirs}.weight"]


def _depth(weights: Mapping[str, Tensor]) -> int:
    return 1 + max(int(name.split(".")[2]) for name in weights if name.startswith("decoder.block."))


def _spread(kept: int, of: int) -> list[int]:
    """`kept` of `of` layers, evenly spread: _spread(6, 8) is [0, 1, 3, 4, 6, 7]."""
    return [round(i * (of - 1) / max(1, kept - 1)) for i in range(kept)]
