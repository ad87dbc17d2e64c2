"""Cut-out lines with what they say: annotated ones of receipts, and words that were read surely."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from docqa_app.core.document import Page
from docqa_app.training.page_lines import Line
from docqa_app.training.second_reader.network import can_spell

Sides = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels."""

AROUND = 0.6  # heights kept around a line, so that it can be caught loosely
LOWEST, TALLEST, NARROWEST = 5, 120, 3  # pixels; other boxes are no lines
SAME_ROW, FARTHEST = 0.7, 12  # a neighbour's overlap and its distance, in heights
MOST_NEIGHBOURS = 3
SURE = 0.93  # confidence from which a read word may teach


@dataclass(frozen=True, slots=True)
class LinePicture:
    """A text, the grey picture of its line with what stands around it [height, width], and its box therein; `cased`
    where small letters are told from capital ones."""

    text: str
    grey: NDArray[np.uint8]
    box: Sides
    cased: bool = True

    @property
    def is_figure(self) -> bool:
        """Whether it is short and a good third of its signs are digits."""
        digits = sum(sign.isdigit() for sign in self.text)
        return len(self.text) <= 24 and digits >= 2 and digits >= 0.35 * len(self.text.replace(" ", ""))


def annotated_lines(folder: Path, receipt: Line) -> Iterator[LinePicture]:
    """The annotated lines of a receipt, each alone and joined to its right neighbours as one.

    They are told in capital letters, however they are printed.
    """
    grey = _grey(folder / receipt["file"])
    scale = grey.shape[1] / receipt["width"]
    lines = [(word["text"].strip(), _scaled(word["box"], scale)) for word in receipt["words"] if word["text"].strip()]
    joined = [row[at : at + count] for row in _rows(lines) for count in (2, 3) for at in range(len(row) - count + 1)]
    for some in [[line] for line in lines] + joined:
        for line in _cut(grey, " ".join(text for text, _ in some), _around([box for _, box in some])):
            yield replace(line, cased=any(sign.islower() for sign in line.text))


def sure_words(picture: Path, page: Page) -> Iterator[LinePicture]:
    """The words of an upright page that were read surely, as lines of their own."""
    grey = _grey(picture)
    height, width = grey.shape
    for word in () if page.turn else page.words:
        if word.confidence >= SURE and len(word.text) > 1:
            box = word.box
            yield from _cut(
                grey, word.text, (box.left * width, box.top * height, box.right * width, box.bottom * height)
            )


def _grey(path: Path) -> NDArray[np.uint8]:
    with Image.open(path) as image:
        return np.asarray(image.convert("L"))


def _scaled(box: Sequence[float], scale: float) -> Sides:
    left, top, right, bottom = (side * scale for side in box)
    return left, top, right, bottom


def _rows(lines: Sequence[tuple[str, Sides]]) -> list[list[tuple[str, Sides]]]:
    """Lines that follow each other on one height, from left to right."""
    rows: list[list[tuple[str, Sides]]] = []
    for line in sorted(lines, key=lambda line: line[1][0]):
        row = next((row for row in rows if _follows(row[-1][1], line[1])), None)
        if row is None:
            rows.append([line])
        else:
            row.append(line)
    return rows


def _follows(last: Sides, box: Sides) -> bool:
    high, low = box[3] - box[1], min(box[3] - box[1], last[3] - last[1])
    overlap = min(box[3], last[3]) - max(box[1], last[1])
    return box[0] >= last[2] - 2 and overlap > SAME_ROW * low and box[0] - last[2] < FARTHEST * high


def _around(boxes: Sequence[Sides]) -> Sides:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _cut(grey: NDArray[np.uint8], text: str, box: Sides) -> Iterator[LinePicture]:
    """The line, unless it has no size of one or a sign the network does not know."""
    left, top, right, bottom = box
    if not (LOWEST <= bottom - top <= TALLEST and right - left >= NARROWEST and can_spell(text)):
        return
    around = int((bottom - top) * AROUND) + 2
    across, down = max(0, int(left) - around), max(0, int(top) - around)
    piece = grey[down : int(bottom) + around, across : int(right) + around].copy()
    yield LinePicture(text, piece, (left - across, top - down, right - across, bottom - down))
