"""The whole network: it looks at a page's picture, encodes its passages and reads the questions about it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
import torch.nn.functional as F  # noqa: N812  (torch's own habit)
from torch import Tensor, nn

from docqa_app.training.low_rank import lower
from docqa_app.training.model.config import Config
from docqa_app.training.model.embeddings import BoxEmbedding, VisualEmbedding
from docqa_app.training.model.layers import FAR, DecoderLayer, EncoderLayer, Nearness, Norm, RelativeBias, as_scores
from docqa_app.training.sights import SIGHTS

IGNORED = -100


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
