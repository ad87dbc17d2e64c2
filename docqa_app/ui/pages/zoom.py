"""How large the pages are shown: steps, limits and fitting. 1.0 is actual size."""

from __future__ import annotations

from enum import StrEnum

from docqa_app.ui.pages.arrangement import MARGIN, Frame, coarseness

SMALLEST = 0.1
LARGEST = 8.0
SMALLEST_FIT = 0.01
"""A scan that does not tell its resolution may be 20,000 points wide."""
STEPS = (0.1, 0.125, 0.16, 0.2, 0.25, 0.33, 0.4, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0)
NEARLY = 0.01


class Fit(StrEnum):
    """What stays true when the window changes its size."""

    FREE = "free"
    WIDTH = "width"
    PAGE = "page"


def clamp(zoom: float) -> float:
    """What the user can zoom to by hand."""
    return min(LARGEST, max(SMALLEST, zoom))


def next_step(zoom: float) -> float:
    """The next larger round zoom."""
    return next((step for step in STEPS if step > zoom * (1 + NEARLY)), LARGEST)


def previous_step(zoom: float) -> float:
    """The next smaller round zoom."""
    return next((step for step in reversed(STEPS) if step < zoom * (1 - NEARLY)), SMALLEST)


def fitted(fit: Fit, frame: Frame, width: float, height: float, unit: float) -> float:
    """The zoom at which a page fits a window of `width` x `height` pixels; `unit` is pixels a point at actual size."""
    margin = MARGIN * coarseness((frame.width, frame.height))
    across = (width / unit) / (frame.width + 2 * margin)
    down = (height / unit) / (frame.height + margin)
    return min(LARGEST, max(SMALLEST_FIT, across if fit is Fit.WIDTH else min(across, down)))
