"""The network's shape, and the three sizes there are."""

from __future__ import annotations

from dataclasses import dataclass

from docqa_app.answering.features import PICTURE_HEIGHT, PICTURE_WIDTH


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
