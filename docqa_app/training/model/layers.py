"""T5's layers, and its attention biases by order and by where boxes lie. Letters of shapes: the package's own."""

from __future__ import annotations

import math

import torch
import torch.nn.functional as F  # noqa: N812  (torch's own habit)
from torch import Tensor, nn

from docqa_app.training.model.config import Config

FAR = -1e9  # added to attention scores that must not count


class Norm(nn.Module):
    """T5's layer norm, w x / sqrt(mean(x^2) + 1e-6) in float32: no mean is taken off, no bias added.

    Zhang and Sennrich, Root Mean Square Layer Normalization, NeurIPS 2019.
    """

    def __init__(self, width: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(width))

    def forward(self, x: Tensor) -> Tensor:
        """x [.., D] -> [.., D]"""
        wide = x.float()
        return self.weight * (wide * torch.rsqrt(wide.pow(2).mean(-1, keepdim=True) + 1e-6))


class RelativeBias(nn.Module):
    """T5's learned attention bias by bucketed distance, one value a head (Raffel et al., JMLR 2020).

    Half of the buckets are for one distance each; the others grow with its logarithm up to `farthest`, beyond which all
    share the last. With `both_ways` each side has half of all buckets; else only keys before the query count, and
    those after it have the bucket of its own place.
    """

    def __init__(self, heads: int, both_ways: bool, buckets: int = 32, farthest: int = 128) -> None:
        super().__init__()
        self.both_ways, self.buckets, self.farthest = both_ways, buckets, farthest
        self.table = nn.Embedding(buckets, heads)

    def forward(self, queries: Tensor, keys: Tensor) -> Tensor:
        """Positions [.., Lq] and [.., Lk] -> bias [.., H, Lq, Lk]."""
        far = self.farthest  # all beyond share a bucket, so one value a distance says everything
        by_distance = self.table(self.bucket(torch.arange(-far, far + 1, device=keys.device)))  # [2 far + 1, H]
        distance = (keys[..., None, :] - queries[..., :, None]).clamp(-far, far)
        return F.embedding(distance + far, by_distance).transpose(-1, -2).transpose(-2, -3)

    def bucket(self, distance: Tensor) -> Tensor:
        """The bucket of each distance (key less query), any shape."""
        buckets, side = self.buckets, torch.zeros_like(distance)
        if self.both_ways:
            buckets //= 2
            side = (distance > 0).long() * buckets
            distance = distance.abs()
        else:
            distance = -distance.clamp(max=0)
        exact = buckets // 2
        scaled = torch.log(distance.clamp(min=1).float() / exact) / math.log(self.farthest / exact)
        far = (exact + (scaled * (buckets - exact)).long()).clamp(max=buckets - 1)
        return side + torch.where(distance < exact, distance, far)


class Nearness(nn.Module):
    """Learned attention bias by where two boxes lie to each other, across and down, one value a head; zero at first.

    A value stands right of its label or below it: the encoder sees that before it has learned what coordinates mean
    (as in Powalski et al., Going Full-TILT Boogie, ICDAR 2021). A hidden box is near to nothing.
    """

    STEP = 4  # page thousandths a step: a third of a text line

    def __init__(self, heads: int) -> None:
        super().__init__()
        self.across, self.down = (RelativeBias(heads, both_ways=True, buckets=64, farthest=250) for _ in range(2))
        for part in (self.across, self.down):
            nn.init.zeros_(part.table.weight)

    def forward(self, boxes: Tensor, shown: Tensor) -> Tensor:
        """boxes [N, S, 4], shown [N, S] -> bias [N, H, S, S]"""
        left = torch.div(boxes[..., 0], self.STEP, rounding_mode="floor")
        middle = torch.div(boxes[..., 1] + boxes[..., 3], 2 * self.STEP, rounding_mode="floor")
        bias = self.across(left, left) + self.down(middle, middle)
        return bias * (shown[:, None, :, None] & shown[:, None, None, :])


def as_scores(bias: Tensor) -> Tensor:
    """The bias in the precision and order of attention scores: once, not in every layer."""
    device = bias.device.type
    precise = bias.to(torch.get_autocast_dtype(device)) if torch.is_autocast_enabled(device) else bias
    return precise.contiguous()


class Attention(nn.Module):
    """T5's multi-head attention, softmax(Q K^T + bias) V: no scaling by the head width, no biases in the products."""

    def __init__(self, c: Config) -> None:
        super().__init__()
        inner = c.heads * c.head_width
        self.heads = c.heads
        self.dropout = nn.Dropout(c.dropout)
        self.q, self.k, self.v = (nn.Linear(c.width, inner, bias=False) for _ in range(3))
        self.o = nn.Linear(inner, c.width, bias=False)

    def split(self, x: Tensor) -> Tensor:
        """[N, L, H*K] -> [N, H, L, K]"""
        return x.unflatten(-1, (self.heads, -1)).transpose(1, 2)

    def keys_values(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """x [N, S, D] -> keys and values [N, H, S, K]"""
        return self.split(self.k(x)), self.split(self.v(x))

    def forward(self, x: Tensor, keys: Tensor, values: Tensor, bias: Tensor) -> Tensor:
        """x [N, L, D], keys and values [N, H, S, K], bias broadcast to [N, H, L, S] -> [N, L, D]"""
        scores = self.split(self.q(x)) @ keys.transpose(-1, -2)  # [N, H, L, S]
        shares = torch.softmax(scores + bias, dim=-1)
        return self.dropout(self.o((shares @ values).transpose(1, 2).flatten(2)))


class FeedForward(nn.Module):
    """T5 v1.1's gated GELU, W_down (GELU(W_gate x) * W_up x) (Shazeer, GLU Variants Improve Transformer, 2020)."""

    def __init__(self, c: Config) -> None:
        super().__init__()
        self.gate, self.up = (nn.Linear(c.width, c.feed_forward, bias=False) for _ in range(2))
        self.down = nn.Linear(c.feed_forward, c.width, bias=False)
        self.dropout = nn.Dropout(c.dropout)

    def forward(self, x: Tensor) -> Tensor:
        """x [.., D] -> [.., D]"""
        return self.dropout(self.down(F.gelu(self.gate(x), approximate="tanh") * self.up(x)))


class EncoderLayer(nn.Module):
    """Self-attention over a passage, then the feed-forward, each behind a norm and beside what goes past it."""

    def __init__(self, c: Config) -> None:
        super().__init__()
        self.norm_attention, self.attention = Norm(c.width), Attention(c)
        self.norm_feed, self.feed = Norm(c.width), FeedForward(c)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """x [N, V+T, D], bias broadcast to [N, H, V+T, V+T] -> [N, V+T, D]"""
        seen = self.norm_attention(x)
        x = x + self.attention(seen, *self.attention.keys_values(seen), bias)
        return x + self.feed(self.norm_feed(x))


class DecoderLayer(nn.Module):
    """Self-attention within a question, cross-attention of all questions of a page over its one memory."""

    def __init__(self, c: Config) -> None:
        super().__init__()
        self.norm_attention, self.attention = Norm(c.width), Attention(c)
        self.norm_cross, self.cross = Norm(c.width), Attention(c)
        self.norm_feed, self.feed = Norm(c.width), FeedForward(c)

    def forward(
        self, x: Tensor, past: tuple[Tensor, Tensor] | None, bias: Tensor, memory: tuple[Tensor, Tensor], shown: Tensor
    ) -> tuple[Tensor, tuple[Tensor, Tensor]]:
        """x [B*R, L, D]; past keys, values [B*R, H, P, K] of P tokens before (None: none); bias broadcast to
        [B*R, H, L, P+L]; memory keys, values [B, H, M, K]; shown broadcast to [B, H, R*L, M].

        -> [B*R, L, D], and keys and values [B*R, H, L, K] of these tokens
        """
        seen = self.norm_attention(x)
        fresh = self.attention.keys_values(seen)
        keys, values = fresh if past is None else (torch.cat([p, f], 2) for p, f in zip(past, fresh, strict=True))
        x = x + self.attention(seen, keys, values, bias)
        pages = memory[0].shape[0]
        together = self.norm_cross(x).reshape(pages, -1, x.shape[-1])  # [B, R*L, D]
        x = x + self.cross(together, *memory, shown).reshape(x.shape)
        return x + self.feed(self.norm_feed(x)), fresh
