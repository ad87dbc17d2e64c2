"""A line as the reader may catch it: its box a little off, slanted, blurred, coarse, grained; and many as one batch."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from PIL import Image, ImageFilter
from torch import Tensor

from docqa_app.reading.second_reader import ACROSS, DOWN, HEIGHT, Line, seen
from docqa_app.training.second_reader.line_pictures import LinePicture, Sides
from docqa_app.training.second_reader.network import COLUMNS_A_STEP, capitals_of, numbers_of

SLANTED, BLURRED, COARSE, GAMMA, GRAINED = 0.35, 0.4, 0.25, 0.5, 0.5  # shares
LOOSE = (-0.05, 0.32)  # heights by which a box is too high or too low
LOOSE_ACROSS = (-0.02, 0.45)


@dataclass(frozen=True, slots=True)
class Batch:
    """lines [B, 1, 32, columns], padded with paper; their texts' numbers end to end, and both's lengths [B]; which of
    them tell small letters from capital ones [B]: what the others say is in capital letters."""

    lines: Tensor
    numbers: Tensor
    steps: Tensor
    lengths: Tensor
    cased: Tensor


@dataclass(frozen=True, slots=True)
class Caught:
    """What the network sees of a line, [32, columns], and what it is to say."""

    line: Line
    text: str
    cased: bool = True


def caught(picture: LinePicture, rng: random.Random) -> Caught:
    """What the network sees of the line this time."""
    stretched, image = rng.uniform(0.85, 1.18), _damaged(picture, rng)
    line = _grained(seen(image, _loosely(picture.box, rng), 0.0, 0.0, stretched), rng)
    return Caught(line, picture.text, picture.cased)


def caught_well(picture: LinePicture) -> Line:
    """What the network sees of it where its box is right, as in the app."""
    return seen(Image.fromarray(picture.grey), picture.box, ACROSS, DOWN)


def _loosely(box: Sides, rng: random.Random) -> Sides:
    left, top, right, bottom = box
    high = bottom - top
    off = [rng.uniform(*LOOSE) * high for _ in range(2)] + [rng.uniform(*LOOSE_ACROSS) * high for _ in range(2)]
    return left - off[2], top - off[0], right + off[3], bottom + off[1]


def _damaged(picture: LinePicture, rng: random.Random) -> Image.Image:
    image, high = Image.fromarray(picture.grey), picture.box[3] - picture.box[1]
    if rng.random() < SLANTED:
        paper = int(np.median(picture.grey))
        image = image.rotate(rng.gauss(0, 0.8), Image.Resampling.BILINEAR, fillcolor=paper)
    if rng.random() < BLURRED:
        image = image.filter(ImageFilter.GaussianBlur(rng.uniform(0.2, 1.2) * high / HEIGHT))
    if rng.random() < COARSE:
        share = rng.uniform(0.35, 0.9)
        size = max(4, int(image.width * share)), max(4, int(image.height * share))
        image = image.resize(size, Image.Resampling.BILINEAR).resize(image.size, Image.Resampling.BICUBIC)
    return image


def _grained(line: Line, rng: random.Random) -> Line:
    """Its greys bent, and grain over them."""
    share = np.clip((line + 1) / 2, 0, None) if rng.random() < GAMMA else None
    if share is not None:
        line = (share ** rng.uniform(0.6, 1.6) * 2 - 1).astype(np.float32)
    if rng.random() < GRAINED:
        grain = np.random.default_rng(rng.getrandbits(32)).normal(0, 2 * rng.uniform(0.01, 0.12), line.shape)
        line = (line + grain).astype(np.float32)
    return np.clip(line, -1.4, 1.6)


def batch_of(lines: Sequence[Caught]) -> Batch:
    """Texts and lines as the network takes them."""
    widest = max(one.line.shape[1] for one in lines)
    columns = -(-widest // COLUMNS_A_STEP) * COLUMNS_A_STEP
    padded = np.ones((len(lines), 1, HEIGHT, columns), np.float32)
    for place, one in zip(padded, lines, strict=True):
        place[0, :, : one.line.shape[1]] = one.line
    numbers = [numbers_of(one.text) if one.cased else capitals_of(numbers_of(one.text)) for one in lines]
    steps = torch.tensor([max(1, one.line.shape[1] // COLUMNS_A_STEP) for one in lines])
    flat = torch.tensor([number for some in numbers for number in some])
    lengths, cased = torch.tensor([len(some) for some in numbers]), torch.tensor([one.cased for one in lines])
    return Batch(torch.from_numpy(padded), flat, steps, lengths, cased)
