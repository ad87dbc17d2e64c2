"""What a box and a picture are to the encoder. Letters of shapes: the package's own."""

from __future__ import annotations

import math

import torch
import torch.nn.functional as F  # noqa: N812  (torch's own habit)
from torch import Tensor, nn

from docqa_app.training.model.config import Config


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
