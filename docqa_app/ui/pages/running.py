"""What the pages ask of whoever runs slow work off the GUI thread: shapes only."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Protocol, TypeVar

from PySide6.QtGui import QImage

from docqa_app.core.document import Box

T = TypeVar("T")

Render = Callable[[int, int, Box | None], QImage]
"""render(number, width_pixels, clip) -> the page, or the part of it in `clip`, at the scale where the whole page is
`width_pixels` wide. Called off the GUI thread; DocqaError where the page cannot be drawn."""


class Handle(Protocol):
    """One piece of work under way."""

    def cancel(self) -> None:
        """The result is no longer wanted: it is not delivered, and not computed where that can be helped."""


class Run(Protocol):
    """Computes `function()` off the GUI thread and gives its value to `deliver` on the GUI thread,
    never before the call itself has returned. A later call with the same key replaces an earlier one."""

    def __call__(self, function: Callable[[], T], deliver: Callable[[T], None], key: Hashable) -> Handle: ...
