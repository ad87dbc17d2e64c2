"""Where a mark's tag fits beside its box without hiding a word."""

from __future__ import annotations

from collections.abc import Iterable

Frame = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels."""

GAP = 3


def free_place(box: Frame, size: tuple[int, int], page: tuple[int, int], taken: Iterable[Frame]) -> Frame:
    """The frame of a tag of this size next to `box`: right, left, below or above it, wherever it hides least.

    `page` is the picture's width and height, `taken` what should stay visible.
    """
    words = list(taken)
    places = [_inside(place, page) for place in _around(box, *size)]
    return min(places, key=lambda place: sum(_shared(place, word) for word in [*words, box]))


def _around(box: Frame, width: int, height: int) -> list[Frame]:
    left, top, right, bottom = box
    middle = (top + bottom - height) // 2
    corners = (
        (right + GAP, middle),
        (left - GAP - width, middle),
        (left, bottom + GAP),
        (right - width, bottom + GAP),
        (left, top - GAP - height),
        (right - width, top - GAP - height),
    )
    return [(x, y, x + width, y + height) for x, y in corners]


def _inside(place: Frame, page: tuple[int, int]) -> Frame:
    left, top, right, bottom = place
    x = max(0, min(left, page[0] - 1 - (right - left)))
    y = max(0, min(top, page[1] - 1 - (bottom - top)))
    return x, y, x + right - left, y + bottom - top


def _shared(a: Frame, b: Frame) -> int:
    """The area that both cover, in pixels."""
    across = min(a[2], b[2]) - max(a[0], b[0])
    down = min(a[3], b[3]) - max(a[1], b[1])
    return max(0, across) * max(0, down)
