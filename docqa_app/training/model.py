"""DocFormerV2 as we train it: a T5 encoder-decoder over a page's picture, words and boxes. Read from top to bottom.

Letters in the shape comments: B pages, N passages (a page has one or more), T text tokens of a passage, V visual
tokens, M memory (all passages of a page, V+T each), R questions (rows) a page, L decoder tokens, D width, H heads,
K head width.

The page alone goes through the encoder; the question is the decoder's prefix, so one encoding of a page serves every
question about it. All passages of a page are encoded by themselves and read together by the decoder (fusion in the
decoder), so a page may be longer than one passage. Source of the design: Appalaraju et al., DocFormerv2, AAAI 2024.
Ours: the question's place, the pointer that copies words and names the evidence, and the "not on this page" output.
The paper's own place for the question is a configuration (`question_in_encoder`): its tokens then stand before the
page's in a passage, their boxes hidden, and every question encodes the page anew.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import torch
import torch.nn.functional as F  # noqa: N812  (torch's own habit)
from torch import Tensor, nn

from docqa_app.answering.features import PICTURE_HEIGHT, PICTURE_WIDTH
from docqa_app.training.low_rank import lower
from docqa_app.training.sights import SIGHTS

IGNORED = -100
FAR = -1e9  # added to attention scores that must not count


@dataclass(frozen=True, slots=True)
class Config:
    """The network's shape. `vocabulary` is the cut tokenizer's size, `low_rank` that of the products learned beside the
    network's own (low_rank.py; 0: there are none)."""

    vocabulary: int
    width: int = 512
    heads: int = 6
    head_width: int = 64
    feed_forward: int = 1024
    encoder_layers: int = 8
    decoder_layers: int = 6
    visual_columns: int = 8
    visual_rows: int = 16
    picture_width: int = PICTURE_WIDTH
    picture_height: int = PICTURE_HEIGHT
    grid_columns: int = 4
    grid_rows: int = 4
    pointer_width: int = 128
    picture_used: bool = True
    dropout: float = 0.0
    question_in_encoder: bool = False
    nearness: bool = False
    low_rank: int = 0

    @property
    def visual_tokens(self) -> int:
        return self.visual_columns * self.visual_rows if self.picture_used else 0


def tiny(vocabulary: int) -> Config:
    """For tests: seconds on any machine."""
    return Config(vocabulary, 64, 2, 32, 128, 2, 2, pointer_width=32)


def small(vocabulary: int) -> Config:
    """flan-t5-small's shape, six of its eight decoder layers."""
    return Config(vocabulary)


def base(vocabulary: int) -> Config:
    """flan-t5-base's shape."""
    return Config(vocabulary, 768, 12, 64, 2048, 12, 12)


CONFIGS = {"tiny": tiny, "small": small, "base": base}


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


class BoxEmbedding(nn.Module):
    """Six summed tables (left, top, right, bottom, width, height), each fixed sinusoids times a learned projection.

    A table of free rows would learn nothing about a coordinate it never saw; a projection of sinusoids is smooth.
    A token whose box is hidden gets one learned vector instead.
    """

    WAVES = 64

    def __init__(self, c: Config) -> None:
        super().__init__()
        waves = torch.pi / 1000 * torch.logspace(0, math.log2(500), self.WAVES, base=2.0)
        self.register_buffer("waves", waves, persistent=False)  # [64] radians a step
        self.projections = nn.Parameter(torch.randn(6, 2 * self.WAVES, c.width) * 0.3)
        self.hidden = nn.Parameter(torch.zeros(c.width))

    def forward(self, boxes: Tensor, shown: Tensor | None = None) -> Tensor:
        """boxes [N, T, 4] in 0..1000, shown [N, T] (None: all) -> [N, T, D]"""
        sizes = (boxes[..., 2:] - boxes[..., :2]).clamp(min=0)
        angles = torch.cat([boxes, sizes], -1)[..., None].float() * self.waves  # [N, T, 6, 64]
        total = torch.cat([angles.sin(), angles.cos()], -1).flatten(-2) @ self.projections.flatten(0, 1)
        return total if shown is None else torch.where(shown[..., None], total, self.hidden.to(total.dtype))


class VisualEmbedding(nn.Module):
    """Strided convolutions and a linear projection: 16 x 8 visual tokens, each with its cell's box.

    A place of the last convolution sees a sixth of the page's width: a stamp or a signature as a whole.
    """

    def __init__(self, c: Config) -> None:
        super().__init__()
        self.stem = nn.Sequential(
            nn.Conv2d(3, 32, 3, 2, 1),
            nn.GELU(),
            nn.Conv2d(32, 48, 3, 2, 1),
            nn.GELU(),
            nn.Conv2d(48, 96, 3, 2, 1),
            nn.GELU(),
            nn.Conv2d(96, 128, 3, 2, 1),
            nn.GELU(),
        )
        self.around = nn.Conv2d(128, 128, 3, 1, 1)
        self.rows, self.columns = c.visual_rows, c.visual_columns
        cell = (c.picture_height // 16 // c.visual_rows) * (c.picture_width // 16 // c.visual_columns)
        self.project = nn.Linear(128 * cell, c.width)
        self.scale = nn.Parameter(torch.full((c.width,), 6.0))
        self.register_buffer("boxes", self._cells(c), persistent=False)  # [V, 4]

    @staticmethod
    def _cells(c: Config) -> Tensor:
        rows, columns = torch.meshgrid(torch.arange(c.visual_rows), torch.arange(c.visual_columns), indexing="ij")
        sides = (
            columns / c.visual_columns,
            rows / c.visual_rows,
            (columns + 1) / c.visual_columns,
            (rows + 1) / c.visual_rows,
        )
        return torch.stack([(s * 1000).round().long().flatten() for s in sides], -1)

    def forward(self, picture: Tensor) -> Tensor:
        """picture [B, 3, height, width] in -1..1 -> [B, V, D]"""
        near = self.stem(1 - picture)  # [B, 128, 32, 24]; white becomes nothing, as beyond the page's edges
        wide = near + F.gelu(self.around(near))
        seen = wide.unflatten(3, (self.columns, -1)).unflatten(2, (self.rows, -1))  # [B, 128, 16, 2, 8, 3]
        cells = self.project(seen.permute(0, 2, 4, 1, 3, 5).flatten(3).flatten(1, 2))  # [B, V, D]
        return self.scale * F.layer_norm(cells.float(), cells.shape[-1:])


@dataclass(slots=True)
class Memory:
    """What the decoder reads of a batch of pages.

    hidden [B, M, D]; mask [B, M] True where there is something; tokens [B, M] ids to copy, -1 where nothing can be.
    """

    hidden: Tensor
    mask: Tensor
    tokens: Tensor


@dataclass(slots=True)
class Reading:
    """What the decoder says. hidden [B, L, D]; pointer [B, L, M], gate and found [B, L]: logits."""

    hidden: Tensor
    pointer: Tensor
    gate: Tensor
    found: Tensor


class DocFormer(nn.Module):
    """The whole network: `look` at a picture, `encode` a passage, `read` the questions of a page; heads beside them."""

    def __init__(self, c: Config) -> None:
        super().__init__()
        self.config = c
        self.embedding = nn.Embedding(c.vocabulary, c.width)
        self.boxes = BoxEmbedding(c)
        self.visual = VisualEmbedding(c) if c.picture_used else None
        self.modality = nn.Parameter(torch.zeros(2, c.width))  # text, picture
        self.encoder_bias = RelativeBias(c.heads, both_ways=True)
        self.nearness = Nearness(c.heads) if c.nearness else None
        self.encoder = nn.ModuleList(EncoderLayer(c) for _ in range(c.encoder_layers))
        self.encoder_norm = Norm(c.width)
        self.decoder_bias = RelativeBias(c.heads, both_ways=False)
        self.decoder = nn.ModuleList(DecoderLayer(c) for _ in range(c.decoder_layers))
        self.decoder_norm = Norm(c.width)
        self.output = nn.Linear(c.width, c.vocabulary, bias=False)
        self.line_head = nn.Sequential(nn.Linear(2 * c.width, 256), nn.GELU(), nn.Linear(256, 3))
        self.grid_head = nn.Linear(c.width, c.grid_columns * c.grid_rows)
        self.sight_head = nn.Linear(c.width, len(SIGHTS)) if c.picture_used else None
        self.pointer_query = nn.Linear(c.width, c.pointer_width, bias=False)
        self.pointer_key = nn.Linear(c.width, c.pointer_width, bias=False)
        self.successor = nn.Parameter(torch.tensor([2.0, 2.0]))
        self.gate = nn.Linear(c.width, 1)
        self.found = nn.Sequential(nn.Linear(c.width, 128), nn.GELU(), nn.Linear(128, 1))
        if c.low_rank:
            lower(self, c.low_rank)

    # -- encoder ----------------------------------------------------------------------------------------------

    def look(self, picture: Tensor) -> Tensor:
        """picture [B, 3, height, width] in -1..1 -> visual tokens [B, V, D]"""
        assert self.visual is not None
        return self.visual(picture) + self.boxes(self.visual.boxes[None]) + self.modality[1]

    def sights(self, picture: Tensor) -> Tensor:
        """picture [B, 3, height, width] in -1..1 -> logits [B, V, SIGHTS] of what lies in each cell"""
        assert self.visual is not None
        assert self.sight_head is not None
        return self.sight_head(self.visual(picture))

    def encode(
        self, tokens: Tensor, boxes: Tensor, mask: Tensor, seen: Tensor | None, shown: Tensor | None = None
    ) -> Tensor:
        """tokens [N, T]; mask [N, T] True on tokens, False on padding; boxes [N, T, 4] in 0..1000; seen: visual tokens
        [N, V, D] (None: the network has no picture); shown [N, T] False where a box is hidden (None: nowhere).

        -> [N, V+T, D]
        """
        x = self.embedding(tokens) + self.boxes(boxes, shown) + self.modality[0]
        if seen is not None:
            x = torch.cat([seen, x], 1)
            mask = F.pad(mask, (seen.shape[1], 0), value=True)
        layout = self.layout_bias(boxes, torch.ones_like(boxes[..., 0]).bool() if shown is None else shown)
        bias = as_scores(layout + (~mask)[:, None, None, :] * FAR)  # [N, H, V+T, V+T]
        for layer in self.encoder:
            x = layer(x, bias)
        return self.encoder_norm(x)

    def layout_bias(self, boxes: Tensor, shown: Tensor) -> Tensor:
        """The encoder's attention bias by order and, where the configuration has it, by nearness.

        boxes [N, T, 4], shown [N, T] -> [N or 1, H, V+T, V+T]
        """
        if self.visual is not None:
            seen = self.visual.boxes[None].expand(boxes.shape[0], -1, -1)
            boxes, shown = torch.cat([seen, boxes], 1), F.pad(shown, (seen.shape[1], 0), value=True)
        places = torch.arange(boxes.shape[1], device=boxes.device)
        order = self.encoder_bias(places, places)[None]
        return order if self.nearness is None else order + self.nearness(boxes, shown)

    # -- decoder ----------------------------------------------------------------------------------------------

    def memory_keys(self, hidden: Tensor) -> list[tuple[Tensor, Tensor]]:
        """Cross-attention keys and values of every layer: computed once a page."""
        return [layer.cross.keys_values(hidden) for layer in self.decoder]

    def read(self, memory: Memory, prompts: Tensor, rows: Tensor, places: Tensor) -> Reading:
        """All questions of a page, with their answers, in one stream of L tokens.

        prompts [B, L] token ids; rows [B, L] the question each token belongs to, -1 on padding; places [B, L] its place
        in that question. A token sees those of its own question up to itself.
        """
        own = (rows[:, None, :] == rows[:, :, None]) & (places[:, None, :] <= places[:, :, None])
        bias = as_scores(self.decoder_bias(places, places) + (~own)[:, None] * FAR)  # [B, H, L, L]
        shown = as_scores((~memory.mask)[:, None, None, :] * FAR)
        x = self.embedding(prompts)  # [B, L, D]
        for layer, keys in zip(self.decoder, self.memory_keys(memory.hidden), strict=True):
            x, _ = layer(x, None, bias, keys, shown)
        hidden = self.decoder_norm(x)
        before = torch.where(rows == rows.roll(1, 1), prompts.roll(1, 1), -2)
        last = torch.stack([before, prompts], -1)
        pointer = self.point(hidden, self.pointer_key(memory.hidden), last, memory.tokens)
        pointer = pointer + (memory.tokens < 0)[:, None] * FAR
        return Reading(hidden, pointer, self.gate(hidden)[..., 0].float(), self.found(hidden)[..., 0].float())

    def point(self, hidden: Tensor, keys: Tensor, last: Tensor, tokens: Tensor) -> Tensor:
        """Pointer logits [.., L, M] of hidden [.., L, D] over keys [.., M, W] and the tokens [.., M] standing there:
        q k / sqrt(W), W the pointer's width (Vinyals et al., Pointer Networks, NeurIPS 2015, with a dot product).

        Places that follow the last token said, and more so the last two, get a learned bonus: what is copied is mostly
        copied on. last [.., L, 2]: the last but one and the last token.
        """
        queries = self.pointer_query(hidden) / math.sqrt(self.config.pointer_width)
        scores = (queries @ keys.transpose(-1, -2)).float()
        one, two = tokens.roll(1, -1)[..., None, :], tokens.roll(2, -1)[..., None, :]
        follows = last[..., 1:] == one  # [.., L, M]
        both = follows & (last[..., :1] == two)
        return scores + self.successor[0] * follows + self.successor[1] * both


def parameter_count(model: nn.Module) -> int:
    """How many weights a network has."""
    return sum(p.numel() for p in model.parameters())


def flops(c: Config, pages: int, passages: int, places: int, said: int, answered: int, memory: int) -> int:
    """Floating-point operations of one pass forward, two for each multiply-add of matrix products and convolutions.

    pages: pictures looked at; passages of `places` (V+T) each; said: decoder tokens in all, each of which reads
    `memory` places; answered: those of them at which a token is chosen. Self-attention among the tokens said is left
    out: a question is short.
    """
    inner = c.heads * c.head_width
    block = 4 * c.width * inner + 3 * c.width * c.feed_forward
    looked = pages * _visual_products(c) if c.picture_used else 0
    encoder = c.encoder_layers * passages * (places * block + 2 * places * places * inner)
    keys = c.decoder_layers * passages * places * 2 * c.width * inner
    decoder = c.decoder_layers * said * (block + 2 * c.width * inner + 2 * inner * memory)
    return 2 * (looked + encoder + keys + decoder + answered * c.width * c.vocabulary)


def _visual_products(c: Config) -> int:
    """Multiply-adds of the convolutions and the projection of one picture."""
    pixels = c.picture_width * c.picture_height
    stem = pixels // 4 * 27 * 32 + pixels // 16 * 9 * 32 * 48 + pixels // 64 * 9 * 48 * 96
    return stem + pixels // 256 * 9 * 128 * (96 + 128) + pixels // 256 * 128 * c.width


def flops_per_page(c: Config, questions: int = 10) -> int:
    """`flops` of a page of one passage of 512 tokens with its questions, 16 tokens each, and answers as long: encoded
    once, or once a question as the paper has it."""
    tokens, asked, answered = 512, 16, 16
    if c.question_in_encoder:
        places = c.visual_tokens + asked + tokens
        return flops(c, 1, questions, places, questions * (answered + 2), questions * answered, places)
    places = c.visual_tokens + tokens
    return flops(c, 1, 1, places, questions * (asked + answered), questions * answered, places)


if __name__ == "__main__":
    for name, config in CONFIGS.items():
        shape = config(13297)
        ours, paper = (flops_per_page(c) / 1e9 for c in (shape, replace(shape, question_in_encoder=True)))
        print(
            f"{name:6} {parameter_count(DocFormer(shape)):>12,} parameters {ours:8.1f} GFLOP a page with 10 questions,"
        )
        print(f"{paper:37.1f} with the questions in the encoder")
