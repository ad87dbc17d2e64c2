"""Weights rescaled so that rounding them costs less; what the network says stays the same.

T5 has channels hundreds of times as large as their neighbours. The little that rounding moves a weight is multiplied by
its channel: in such a one it drowns what the others say, and where activations are rounded as well, they are rounded to
nothing beside it. Wherever a norm or a linear layer feeds another linear layer, a channel can be divided in the first
and multiplied in the second, which moves its size into the weights (Xiao et al., SmoothQuant, ICML 2023).
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from contextlib import ExitStack

import torch
from torch import Tensor, nn

from docqa_app.answering.tokenizer import WordTokenizer
from docqa_app.training.collate import collate
from docqa_app.training.examples import ExampleMaker
from docqa_app.training.losses import remember
from docqa_app.training.model.docformer import DocFormer
from docqa_app.training.model.layers import Attention, FeedForward
from docqa_app.training.page_lines import Line

STRENGTH = 0.5  # the share of a channel's size that moves into the weights: 0 none, 1 all
LEAST = 1e-5

Joint = tuple[nn.Parameter, tuple[nn.Linear, ...]]


def joints(model: DocFormer) -> Iterator[Joint]:
    """What feeds (a norm's weight [C], a linear layer's [C, ..]) and the linear layers [.., C] that it alone feeds.

    What the last norm feeds is left out: among it the vocabulary's product, whose four bits lose more by weights of
    other sizes than they win.
    """
    for layer in (*model.encoder, *model.decoder):
        yield layer.norm_attention.weight, (layer.attention.q, layer.attention.k, layer.attention.v)
        yield from _inner(layer.attention, layer.feed)
        yield layer.norm_feed.weight, (layer.feed.gate, layer.feed.up)
    for layer in model.decoder:
        yield layer.norm_cross.weight, (layer.cross.q,)
        yield layer.cross.v.weight, (layer.cross.o,)
    read = [linear for layer in model.decoder for linear in (layer.cross.k, layer.cross.v)]
    yield model.encoder_norm.weight, (*read, model.pointer_key, model.grid_head, model.line_head[0])


def _inner(attention: Attention, feed: FeedForward) -> Iterator[Joint]:
    """Attention mixes places and the gate multiplies: both leave a channel in its place."""
    yield attention.v.weight, (attention.o,)
    yield feed.up.weight, (feed.down,)


def channel_sizes(model: DocFormer, tokenizer: WordTokenizer, lines: Sequence[Line]) -> dict[nn.Linear, Tensor]:
    """The largest size of each input channel [C] of the linear layers that `joints` names, over these pages.

    Layers that only see what others see, too (the heads of the encoder), are not asked.
    """
    sizes: dict[nn.Linear, Tensor] = {}

    def note(linear: nn.Module, given: tuple[Tensor, ...]) -> None:
        assert isinstance(linear, nn.Linear)
        seen = given[0].detach().abs().reshape(-1, linear.in_features).amax(0)
        sizes[linear] = torch.maximum(sizes[linear], seen) if linear in sizes else seen

    maker, rng = ExampleMaker(tokenizer, model.config, seed=1), random.Random(1)
    with ExitStack() as hooks, torch.no_grad():
        for linear in {linear for _, fed in joints(model) for linear in fed}:
            hooks.callback(linear.register_forward_pre_hook(note).remove)
        for line in lines:
            batch = collate([maker.asked(line)], model.config, rng)
            memory, _ = remember(model, batch)
            model.read(memory, batch.prompts, batch.rows, batch.places)
    return sizes


def smooth(model: DocFormer, sizes: dict[nn.Linear, Tensor], strength: float = STRENGTH) -> None:
    """Rescale the channels of every joint in place, channel c by s_c = a_c^strength / w_c^(1 - strength).

    a_c is the largest activation in `sizes` and w_c the largest weight (SmoothQuant's equation 4). What feeds is
    divided by s_c, the layers it feeds are multiplied by it.
    """
    for feeding, fed in joints(model):
        seen = [_halves(sizes[linear], len(feeding)) for linear in fed if linear in sizes]
        activations = torch.stack(seen).amax(0).clamp(min=LEAST)
        weights = torch.stack([_halves(linear.weight.abs().amax(0), len(feeding)) for linear in fed]).amax(0)
        scale = activations**strength / weights.clamp(min=LEAST) ** (1 - strength)  # [C]
        with torch.no_grad():
            feeding.div_(scale.reshape(-1, *[1] * (feeding.dim() - 1)))
            for linear in fed:
                linear.weight.mul_(scale.repeat(linear.in_features // len(scale)))


def _halves(channels: Tensor, count: int) -> Tensor:
    """[n * count] -> [count]: a layer that is fed the same channels n times over (pairs of words)."""
    return channels.reshape(-1, count).amax(0)
