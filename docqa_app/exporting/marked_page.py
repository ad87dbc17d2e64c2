"""A page as a picture with the evidence drawn on it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFont

from docqa_app.core.document import Box
from docqa_app.errors import ExportError
from docqa_app.exporting.marks import Colour, Mark
from docqa_app.exporting.place import put

LABEL_SHARE = 1 / 70
"""Height of a label's letters as a share of the page's width."""

LONGEST_LABEL = 40
GAP = 12
HIGHEST_PNG = 60_000
"""Pixels; most programs open no higher picture."""


def mark_page(image: Image.Image, marks: Sequence[Mark]) -> Image.Image:
    """A copy of a page's image with each mark's boxes tinted, outlined and labelled with its number and question."""
    marked = image.convert("RGB")
    for mark in marks:
        marked = _tinted(marked, [_pixels(box, marked) for box in mark.boxes], mark.colour)
    for mark in marks:
        _label(marked, mark)
    return marked


def write_png(path: Path, pages: Sequence[Image.Image]) -> None:
    """Writes pages as one picture, one below the other; ExportError where it cannot be written."""
    picture = pages[0] if len(pages) == 1 else _stacked(path, pages)
    put(path, lambda stream: picture.save(stream, "PNG"))


def _stacked(path: Path, pages: Sequence[Image.Image]) -> Image.Image:
    height = sum(page.height for page in pages) + GAP * (len(pages) - 1)
    if height > HIGHEST_PNG:
        raise ExportError(f"{path.name} would show {len(pages)} pages, too many for one picture. Mark a PDF instead.")
    stack = Image.new("RGB", (max(page.width for page in pages), height), "grey")
    top = 0
    for page in pages:
        stack.paste(page, (0, top))
        top += page.height + GAP
    return stack


def _tinted(image: Image.Image, frames: Sequence[tuple[int, int, int, int]], colour: Colour) -> Image.Image:
    """Multiplied like a marker pen, so that the text stays black, and outlined, so that colour is not all there is."""
    layer = Image.new("RGB", image.size, "white")
    pen = ImageDraw.Draw(layer)
    for frame in frames:
        pen.rectangle(frame, fill=colour, outline=_darker(colour), width=max(1, image.width // 800))
    return ImageChops.multiply(image, layer)


def _label(image: Image.Image, mark: Mark) -> None:
    """A tag above the first box, or below it where the page ends."""
    pen = ImageDraw.Draw(image)
    font = ImageFont.load_default(max(9, round(image.width * LABEL_SHARE)))
    text = f"{mark.number} {_shortened(mark.question)}"
    left, top, _, bottom = _pixels(mark.boxes[0], image)
    _, _, width, height = (round(value) for value in pen.textbbox((0, 0), text, font=font))
    x = max(0, min(left, image.width - width - 6))
    y = top - height - 5 if top >= height + 5 else min(bottom + 1, image.height - height - 5)
    pen.rectangle((x, y, x + width + 6, y + height + 4), fill=mark.colour, outline=_darker(mark.colour))
    pen.text((x + 3, y + 1), text, fill="black", font=font)


def _shortened(text: str) -> str:
    joined = " ".join(text.split())
    return joined if len(joined) <= LONGEST_LABEL else joined[: LONGEST_LABEL - 3] + "..."


def _pixels(box: Box, image: Image.Image) -> tuple[int, int, int, int]:
    """The box in pixels, a little wider than its letters and never empty."""
    left, top = int(box.left * image.width) - 2, int(box.top * image.height) - 2
    right, bottom = int(box.right * image.width) + 2, int(box.bottom * image.height) + 2
    return max(0, left), max(0, top), min(image.width - 1, right), min(image.height - 1, bottom)


def _darker(colour: Colour) -> Colour:
    red, green, blue = (value * 55 // 100 for value in colour)
    return red, green, blue
