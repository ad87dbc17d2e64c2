"""A page as a picture with its text lines and grid cells drawn on it, and where the model sees them otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image, ImageChops, ImageDraw, ImageFont

from docqa_app.core.document import Box, Page
from docqa_app.core.geometry import union
from docqa_app.core.layout import Assignment

LINE_TINTS = ((200, 225, 255), (255, 232, 190))
LINE_NUMBER = (20, 80, 160)
GRID = (120, 120, 120)
DIFFERENCE = (200, 0, 30)
COLUMNS, ROWS = 4, 4


@dataclass(frozen=True, slots=True)
class Inspected:
    """A page with its words' lines and cells by geometry and by the model."""

    page: Page
    geometry: Assignment
    model: Assignment


def draw_inspected(image: Image.Image, inspected: Inspected) -> Image.Image:
    """A copy of the page: lines tinted in turn and numbered, the grid, and a frame where the model disagrees.

    A red frame means another line, a red bar below a word another cell.
    """
    drawn = ImageChops.multiply(image.convert("RGB"), _tints(inspected, image.size))
    pen = ImageDraw.Draw(drawn)
    font = ImageFont.load_default(max(9, image.width // 90))
    _draw_grid(pen, font, image.size)
    for number, box in _line_frames(inspected).items():
        left, top, _, _ = _pixels(box, image.size)
        pen.text((max(0, left - 4), top), str(number), fill=LINE_NUMBER, font=font, anchor="ra")
    _draw_differences(pen, inspected, image.size)
    return drawn


def _tints(inspected: Inspected, size: tuple[int, int]) -> Image.Image:
    layer = Image.new("RGB", size, "white")
    pen = ImageDraw.Draw(layer)
    for word, line in zip(inspected.page.words, inspected.geometry.lines, strict=True):
        pen.rectangle(_pixels(word.box, size), fill=LINE_TINTS[line % 2])
    return layer


def _line_frames(inspected: Inspected) -> dict[int, Box]:
    groups: dict[int, list[Box]] = {}
    for word, line in zip(inspected.page.words, inspected.geometry.lines, strict=True):
        groups.setdefault(line, []).append(word.box)
    return {line: union(boxes) for line, boxes in groups.items()}


def _draw_grid(
    pen: ImageDraw.ImageDraw, font: ImageFont.ImageFont | ImageFont.FreeTypeFont, size: tuple[int, int]
) -> None:
    width, height = size
    for column in range(1, COLUMNS):
        pen.line((width * column // COLUMNS, 0, width * column // COLUMNS, height), fill=GRID)
    for row in range(1, ROWS):
        pen.line((0, height * row // ROWS, width, height * row // ROWS), fill=GRID)
    for cell in range(COLUMNS * ROWS):
        corner = (width * (cell % COLUMNS) // COLUMNS + 4, height * (cell // COLUMNS) // ROWS + 2)
        pen.text(corner, str(cell + 1), fill=GRID, font=font)


def _draw_differences(pen: ImageDraw.ImageDraw, inspected: Inspected, size: tuple[int, int]) -> None:
    ours, theirs = inspected.geometry, inspected.model
    for index, word in enumerate(inspected.page.words):
        left, top, right, bottom = _pixels(word.box, size)
        if ours.lines[index] != theirs.lines[index]:
            pen.rectangle((left - 2, top - 2, right + 2, bottom + 2), outline=DIFFERENCE, width=2)
        if ours.cells[index] != theirs.cells[index]:
            pen.line((left, bottom + 3, right, bottom + 3), fill=DIFFERENCE, width=4)


def _pixels(box: Box, size: tuple[int, int]) -> tuple[int, int, int, int]:
    width, height = size
    return int(box.left * width), int(box.top * height), int(box.right * width), int(box.bottom * height)
