"""The network that reads one line: pictures of letters to steps, steps in both directions, a sign or none for each.

A convolutional recurrent network with connectionist temporal classification (Shi et al., 2015; Graves et al., 2006),
small enough to read a figure in a millisecond or two on one core.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import torch
from torch import Tensor, nn

ALPHABET = " " + "".join(map(chr, range(33, 127))) + "€£äöüÄÖÜßéèêëàâçùûîïôœÉÈÀÇñáíóú°§²–•’"
LANGUAGES = "eng deu fra"  # Tesseract's names of those whose words are drawn
COLUMNS_A_STEP = 4
CHANNELS = (24, 48, 80, 80, 112, 144)
HIDDEN = 112
_NUMBERS = {sign: number for number, sign in enumerate(ALPHABET, start=1)}
_CAPITAL = torch.tensor([0, *(_NUMBERS.get(sign.upper(), _NUMBERS[sign]) for sign in ALPHABET)])
UNLIKELY = -30.0  # the logarithm of next to nothing


def can_spell(text: str) -> bool:
    """Whether the network has a sign for each of the text's."""
    return bool(text) and all(sign in _NUMBERS for sign in text)


def numbers_of(text: str) -> list[int]:
    """The text as the network says it; 0, which is no sign, is not among them."""
    return [_NUMBERS[sign] for sign in text]


def capitals_of(numbers: Sequence[int]) -> list[int]:
    """The same text in capital letters."""
    capitals: list[int] = _CAPITAL[list(numbers)].tolist()
    return capitals


def in_capitals(said: Tensor) -> Tensor:
    """Log probabilities [..., 1 + signs] of a text of which nobody cares how large its letters are: each capital has
    its small letter's share, too, and small letters have none."""
    shares = torch.zeros_like(said).index_add(-1, _CAPITAL, said.exp())
    return shares.clamp(min=math.exp(UNLIKELY)).log()


class LineNetwork(nn.Module):
    """lines [B, 1, 32, columns], ink -1, paper 1 -> log probabilities [B, columns / 4, 1 + signs]."""

    def __init__(self, channels: tuple[int, ...] = CHANNELS, hidden: int = HIDDEN) -> None:
        super().__init__()
        one, two, three, four, five, six = channels
        self.letters = nn.Sequential(
            *_layer(1, one), nn.MaxPool2d(2), *_layer(one, two), nn.MaxPool2d(2),
            *_layer(two, three), *_layer(three, four), nn.MaxPool2d((2, 1)),
            *_layer(four, five), nn.MaxPool2d((2, 1)), *_layer(five, six, (2, 3), (0, 1)),
        )  # fmt: skip
        self.steps = nn.LSTM(six, hidden, bidirectional=True, batch_first=True)
        self.signs = nn.Linear(2 * hidden, 1 + len(ALPHABET))

    def forward(self, lines: Tensor) -> Tensor:
        """Convolutions in bfloat16 where autocast is on; the steps always in float32."""
        looked = self.letters(lines).float().squeeze(2).transpose(1, 2)
        with torch.autocast(lines.device.type, enabled=False):
            said: Tensor = self.signs(self.steps(looked)[0]).log_softmax(-1)
        return said


def _layer(
    given: int, made: int, size: int | tuple[int, int] = 3, around: int | tuple[int, int] = 1
) -> tuple[nn.Module, nn.Module, nn.Module]:
    return nn.Conv2d(given, made, size, padding=around, bias=False), nn.BatchNorm2d(made), nn.ReLU()


class OneLine(nn.Module):
    """What the app runs: one line [32, columns] -> [steps, 1 + signs]."""

    def __init__(self, network: LineNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, line: Tensor) -> Tensor:
        said: Tensor = self.network(line[None, None])[0]
        return said
