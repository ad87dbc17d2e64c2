"""Boxes joined, measured and moved: pure functions over page fractions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from docqa_app.core.document import Box, Page

STRIP = 1.7


def union(boxes: Iterable[Box]) -> Box:
    """The smallest box around all of them; ValueError where there are none."""
    many = list(boxes)
    if not many:
        raise ValueError("no boxes to join")
    return Box(
        min(b.left for b in many), min(b.top for b in many), max(b.right for b in many), max(b.bottom for b in many)
    )


def vertical_overlap(a: Box, b: Box) -> float:
    """How much of the lower of two heights both share, 0..1."""
    shared = min(a.bottom, b.bottom) - max(a.top, b.top)
    shorter = min(a.height, b.height)
    return max(0.0, shared) / shorter if shorter > 0 else 0.0


def clamp(box: Box) -> Box:
    """The part of a box that lies on the page."""
    edges = box.left, box.top, box.right, box.bottom
    if min(edges) >= 0.0 and max(edges) <= 1.0:
        return box  # as nearly every word of a page
    return Box(*(min(1.0, max(0.0, edge)) for edge in edges))


def turned(box: Box, turn: int) -> Box:
    """Where a box stands after its page was turned clockwise by 0, 90, 180 or 270 degrees."""
    if turn == 90:
        return Box(1 - box.bottom, box.left, 1 - box.top, box.right)
    if turn == 180:
        return Box(1 - box.right, 1 - box.bottom, 1 - box.left, 1 - box.top)
    if turn == 270:
        return Box(box.top, 1 - box.right, box.bottom, 1 - box.left)
    return box


def upright(page: Page) -> Page:
    """The page with its text upright: size and boxes turned, the words' order and the picture as they were."""
    if not page.turn:
        return page
    words = tuple(replace(word, box=turned(word.box, page.turn)) for word in page.words)
    sideways = page.turn in (90, 270)
    width, height = (page.height, page.width) if sideways else (page.width, page.height)
    checkboxes = tuple(replace(one, box=turned(one.box, page.turn)) for one in page.checkboxes)
    return replace(page, words=words, width=width, height=height, turn=0, checkboxes=checkboxes)


def is_strip(page: Page) -> bool:
    """Whether a page, upright, is as narrow as what a till prints; sheets are 1.3 to 1.45 times as high as wide."""
    return page.height > STRIP * page.width
