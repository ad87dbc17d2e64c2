"""Pages become the arrays the model reads: the same code serves training and the app."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from docqa_app.answering.tokenizer import WordTokenizer
from docqa_app.core.document import Box, Page
from docqa_app.core.geometry import upright

PICTURE_WIDTH, PICTURE_HEIGHT = 384, 512
PASSAGE_TOKENS = 512
BOX_STEPS = 1000

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of whole words that fits the model: token ids [T], boxes [T, 4] in 0..1000, each token's word index [T]."""

    tokens: Ints
    boxes: Ints
    words: Ints


@dataclass(frozen=True, slots=True)
class PageFeatures:
    """A page as the model reads it: its passages and its picture [3, 512, 384], values -1..1."""

    passages: tuple[Passage, ...]
    picture: NDArray[np.float32]


def box_steps(box: Box) -> tuple[int, int, int, int]:
    """Page fractions as the model's integers 0..1000."""

    def step(value: float) -> int:
        return min(BOX_STEPS, max(0, round(value * BOX_STEPS)))

    return step(box.left), step(box.top), step(box.right), step(box.bottom)


def passages(page: Page, tokenizer: WordTokenizer, limit: int = PASSAGE_TOKENS) -> tuple[Passage, ...]:
    """The page's words, in reading order, cut between words into runs of at most `limit` tokens.

    The runs are of about equal length, so that no passage is left with a few words and no context.
    """
    ids = [tokenizer.word(word.text) for word in page.words]
    total = sum(len(t) for t in ids)
    if not total:
        return (_passage(page, ids, range(0)),)
    share = total / -(-total // limit)
    groups: list[list[int]] = [[]]
    filled, seen = 0, 0
    for index, tokens in enumerate(ids):
        if groups[-1] and (filled + len(tokens) > limit or seen >= share * len(groups)):
            groups.append([])
            filled = 0
        groups[-1].append(index)
        filled += len(tokens)
        seen += len(tokens)
    return tuple(_passage(page, ids, group) for group in groups)


def _passage(page: Page, ids: Sequence[tuple[int, ...]], group: Sequence[int]) -> Passage:
    counts = [len(ids[i]) for i in group]
    boxes = np.array([box_steps(page.words[i].box) for i in group], dtype=np.int64).reshape(-1, 4)
    tokens = np.array([t for i in group for t in ids[i]], dtype=np.int64)
    return Passage(tokens, np.repeat(boxes, counts, axis=0), np.repeat(np.array(group, dtype=np.int64), counts))


def picture_array(picture: bytes, turn: int = 0) -> NDArray[np.float32]:
    """The page's JPEG, turned clockwise by `turn`, as [3, 512, 384] floats in -1..1; white where there is none."""
    if not picture:
        return np.ones((3, PICTURE_HEIGHT, PICTURE_WIDTH), dtype=np.float32)
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    if turn:
        image = image.rotate(-turn, expand=True)
    image = image.resize((PICTURE_WIDTH, PICTURE_HEIGHT), Image.Resampling.BILINEAR)
    return np.asarray(image, dtype=np.float32).transpose(2, 0, 1) / 127.5 - 1.0


def page_features(page: Page, tokenizer: WordTokenizer) -> PageFeatures:
    """Everything the encoder needs of one page."""
    return PageFeatures(passages(upright(page), tokenizer), picture_array(page.picture, page.turn))
