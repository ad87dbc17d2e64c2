"""Boxes joined, measured and moved: pure functions over page fractions."""

from __future__ import annotations

from collections.abc import Iterable

from docqa_app.core.document import Box


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

    def inside(value: float) -> float:
        return min(1.0, max(0.0, value))

    return Box(inside(box.left), inside(box.top), inside(box.right), inside(box.bottom))
