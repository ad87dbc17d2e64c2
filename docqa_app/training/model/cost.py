"""How many weights a network has, and how many operations a page costs it."""

from __future__ import annotations

from torch import nn

from docqa_app.training.model.config import Config


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
