"""A page as a picture with the evidence drawn on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFont

from docqa_app.core.document import Box, Page
from docqa_app.errors import ExportError
from docqa_app.exporting.marks import Colour, Mark
from docqa_app.exporting.place import not_itself, put
from docqa_app.exporting.tags import Frame, free_place

LABEL_SHARE = 1 / 90
"""Height of a label's letters as a share of the page's width."""

LONGEST_LABEL = 40
PADDING = 3
GAP = 12
HIGHEST_PNG = 60_000
"""Pixels; most programs open no higher picture."""


def mark_page(image: Image.Image, page: Page, marks: Iterable[Mark]) -> Image.Image:
    """A copy of a page's image with the boxes of its marks tinted, outlined and tagged with number and question."""
    here = [mark for mark in marks if mark.page == page.number]
    marked = image.convert("RGB")
    for mark in here:
        marked = _tinted(marked, [_pixels(box, marked) for box in mark.boxes], mark.colour)
    taken = [_pixels(word.box, marked) for word in page.words]
    for mark in here:
        taken.append(_label(marked, mark, taken))
    return marked


def write_png(path: Path, pages: Sequence[Image.Image], source: Path) -> None:
    """Writes pages of the document `source` as one picture, one below the other.

    ExportError where the picture cannot be written or would replace the document itself.
    """
    not_itself(path, source)
    picture = pages[0] if len(pages) == 1 else _stacked(path, pages)
    put(path, lambda stream: picture.save(stream, "PNG"))


def check_fits(path: Path, heights: Sequence[int]) -> None:
    """ExportError where pages of these heights are too many for one picture: told before they are drawn."""
    if stack_height(heights) > HIGHEST_PNG:
        raise ExportError(f"{path.name} would show {len(heights)} pages, too many for one picture. Save a PDF instead.")


def heights_of(pages: Sequence[Page], width: int) -> list[int]:
    """How high the pages are in pixels where they are drawn so wide."""
    return [max(1, round(width * page.height / page.width)) for page in pages]


def stack_height(heights: Sequence[int]) -> int:
    """How high a picture of such pages is, one below the other."""
    return sum(heights) + GAP * (len(heights) - 1)


def _stacked(path: Path, pages: Sequence[Image.Image]) -> Image.Image:
    heights = [page.height for page in pages]
    check_fits(path, heights)
    stack = Image.new("RGB", (max(page.width for page in pages), stack_height(heights)), "grey")
    top = 0
    for page in pages:
        stack.paste(page, (0, top))
        top += page.height + GAP
    return stack


def _tinted(image: Image.Image, frames: Sequence[Frame], colour: Colour) -> Image.Image:
    """Multiplied like a marker pen, so that the text stays black, and outlined, so that colour is not all there is."""
    layer = Image.new("RGB", image.size, "white")
    pen = ImageDraw.Draw(layer)
    for frame in frames:
        pen.rectangle(frame, fill=colour, outline=_darker(colour), width=max(1, image.width // 800))
    return ImageChops.multiply(image, layer)


def _label(image: Image.Image, mark: Mark, taken: Sequence[Frame]) -> Frame:
    """Draws a tag beside the first box, where it hides no word if there is such a place, and says where that is."""
    pen = ImageDraw.Draw(image)
    font = ImageFont.load_default(max(9, round(image.width * LABEL_SHARE)))
    text = f"{mark.number} {_shortened(mark.question)}"
    left, top, right, bottom = (round(value) for value in pen.textbbox((0, 0), text, font=font))
    size = (right - left + 2 * PADDING, bottom - top + 2 * PADDING)
    place = free_place(_pixels(mark.boxes[0], image), size, image.size, taken)
    pen.rectangle(place, fill=mark.colour, outline=_darker(mark.colour))
    pen.text((place[0] + PADDING - left, place[1] + PADDING - top), text, fill="black", font=font)
    return place


def _shortened(text: str) -> str:
    joined = " ".join(text.split())
    return joined if len(joined) <= LONGEST_LABEL else joined[: LONGEST_LABEL - 3] + "..."


def _pixels(box: Box, image: Image.Image) -> Frame:
    """The box in pixels, a little wider than its letters and never empty."""
    left, top = int(box.left * image.width) - 2, int(box.top * image.height) - 2
    right, bottom = int(box.right * image.width) + 2, int(box.bottom * image.height) + 2
    return max(0, left), max(0, top), min(image.width - 1, right), min(image.height - 1, bottom)


def _darker(colour: Colour) -> Colour:
    red, green, blue = (value * 55 // 100 for value in colour)
    return red, green, blue
