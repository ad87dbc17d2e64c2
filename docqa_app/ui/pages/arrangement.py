"""Where each page lies on the desk: one under the other, centred, in points (72 an inch) as shown."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

A4_WIDTH = 595.0
GAP = 14.0
MARGIN = 16.0
"""Points (of A4), between pages and around them."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The place of one page on the desk, in points, after rotation."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Look:
    """How all pages are shown: clockwise quarter turns, and whether white paper is shown dark."""

    turns: int = 0
    dark: bool = False


def coarseness(size: tuple[float, float]) -> float:
    """How much larger marks and gaps must be than for A4: a scan that hides its resolution counts pixels as points."""
    return max(1.0, min(size) / A4_WIDTH)


def shown_size(size: tuple[float, float], turns: int) -> tuple[float, float]:
    """A page's width and height after clockwise quarter turns."""
    width, height = size
    return (height, width) if turns % 2 else (width, height)


def arrange(sizes: Sequence[tuple[float, float]]) -> tuple[Frame, ...]:
    """One frame a page of these sizes as shown, the widest touching the margin at x = 0."""
    widest = max((width for width, _ in sizes), default=0.0)
    frames: list[Frame] = []
    top = 0.0
    for width, height in sizes:
        frames.append(Frame((widest - width) / 2, top, width, height))
        top += height + GAP * coarseness((width, height))
    return tuple(frames)


def pages_between(frames: Sequence[Frame], top: float, bottom: float) -> range:
    """The numbers of the pages that touch this stretch of the desk."""
    first = bisect_left(frames, top, key=lambda frame: frame.bottom)
    last = bisect_left(frames, bottom, key=lambda frame: frame.top)
    return range(first + 1, max(first, last) + 1)


def page_in_view(frames: Sequence[Frame], top: float, bottom: float) -> int:
    """The page a reader would say is shown: the one under the middle of the window, or the nearest above it."""
    middle = (top + bottom) / 2
    place = bisect_left(frames, middle, key=lambda frame: frame.bottom)
    return min(place, len(frames) - 1) + 1
