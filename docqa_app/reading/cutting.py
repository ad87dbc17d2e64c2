"""Pieces of a page cut out to be read alone, as Tesseract's network likes them: 36 pixels high, with a white border."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PIL import Image, ImageOps

from docqa_app.core.document import Box, Word

LETTERS = 36  # pixels of height that Tesseract's network sees; what is cut out comes in this size
BORDER = 10  # white pixels around a cutting
SAME_PLACE = 0.4


@dataclass(frozen=True, slots=True)
class Margin:
    """What is cut out around a word, in its heights."""

    across: float
    down: float


CLOSE, WIDE, LINE = Margin(0.3, 0.3), Margin(0.6, 0.2), Margin(0.3, 0.2)


@dataclass(frozen=True, slots=True)
class Cutting:
    """A piece of the page, enlarged; where it lies on the page (fractions), border and all; and the edges of the figure
    within it: fractions of the cutting's width."""

    image: Image.Image
    place: Box
    left: float
    right: float

    def holds(self, word: Word) -> bool:
        """Whether a word read in the cutting stands where the figure stands."""
        shared = min(word.box.right, self.right) - max(word.box.left, self.left)
        return shared > SAME_PLACE * min(word.box.right - word.box.left, self.right - self.left)

    def back(self, word: Word) -> Word:
        """A word read in the cutting, placed on the page."""
        place, box = self.place, word.box
        width, height = place.right - place.left, place.height
        return replace(
            word,
            box=Box(
                place.left + box.left * width,
                place.top + box.top * height,
                place.left + box.right * width,
                place.top + box.bottom * height,
            ),
        )


def cut_out(image: Image.Image, box: Box, figure: Box, margin: Margin, height: float) -> Cutting:
    """`box` with its margin, scaled so that what is `height` pixels high becomes LETTERS high."""
    left = max(0, int(box.left * image.width - margin.across * height))
    top = max(0, int(box.top * image.height - margin.down * height))
    right = min(image.width, int(box.right * image.width + margin.across * height) + 1)
    bottom = min(image.height, int(box.bottom * image.height + margin.down * height) + 1)
    scale = LETTERS / max(1.0, height)
    size = max(1, round((right - left) * scale)), max(1, round((bottom - top) * scale))
    cut = image.crop((left, top, right, bottom)).resize(size, Image.Resampling.LANCZOS)
    edges = (
        ((edge * image.width - left) * scale + BORDER) / (size[0] + 2 * BORDER) for edge in (figure.left, figure.right)
    )
    return Cutting(ImageOps.expand(cut, BORDER, fill=255), _place(image, (left, top, right, bottom), scale), *edges)


def _place(image: Image.Image, piece: tuple[int, int, int, int], scale: float) -> Box:
    """The piece with its border, in fractions of the page."""
    left, top, right, bottom = piece
    border = BORDER / scale
    return Box(
        (left - border) / image.width,
        (top - border) / image.height,
        (right + border) / image.width,
        (bottom + border) / image.height,
    )
