"""The drawings that lie on one page, each built when it is first seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from docqa_app.ui.pages.drawing import Drawing, paint_drawing

Build = Callable[[], Drawing]


class Sheet(IntEnum):
    """What a drawing is of; the lowest lies at the bottom."""

    GRID = 1
    LINES = 2
    WORDS = 3
    SELECTION = 4
    HITS = 5
    CURRENT_HIT = 6
    EVIDENCE = 7
    FLASH = 8
    COLUMNS = 9


@dataclass(slots=True)
class _Laid:
    build: Build
    opacity: float
    drawing: Drawing | None = None


class Sheets:
    """At most one drawing a sheet. Nothing here is an item of the scene: hundreds of pages stay light."""

    def __init__(self) -> None:
        self._laid: dict[Sheet, _Laid] = {}

    def __contains__(self, sheet: Sheet) -> bool:
        return sheet in self._laid

    def lay(self, sheet: Sheet, build: Build | None, opacity: float = 1.0) -> bool:
        """Replaces a drawing, or takes it away; whether anything changed."""
        old = self._laid.pop(sheet, None)
        if build is not None:
            self._laid[sheet] = _Laid(build, opacity)
        return build is not None or old is not None

    def fade(self, sheet: Sheet, opacity: float) -> None:
        """How strongly a sheet is drawn from now on, 0..1."""
        if sheet in self._laid:
            self._laid[sheet].opacity = opacity

    def rest(self) -> None:
        """Drops what was built; it is built anew when it is seen again."""
        for laid in self._laid.values():
            laid.drawing = None

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        """Paints in page points; labels that stand outside `exposed` are spared."""
        for sheet in sorted(self._laid):
            laid = self._laid[sheet]
            if laid.drawing is None:
                laid.drawing = laid.build()
            painter.setOpacity(laid.opacity)
            paint_drawing(painter, laid.drawing, exposed)
        painter.setOpacity(1.0)
