"""Evidence and search hits on the desk: laid, brought into view, flashed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, QVariantAnimation, Signal

from docqa_app.core.document import Box
from docqa_app.core.find import Hit
from docqa_app.core.layout import evidence_boxes
from docqa_app.ui.colours import Ink
from docqa_app.ui.pages.desk import Desk
from docqa_app.ui.pages.drawing import Drawing
from docqa_app.ui.pages.marks import (
    Size,
    current_hit_drawing,
    evidence_drawing,
    flash_drawing,
    hits_drawing,
)
from docqa_app.ui.pages.page_item import Sheet

ByPage = Mapping[int, Sequence[Box]]
Draw = Callable[[Size, Sequence[Box], Ink], Drawing]
FLASH_MILLISECONDS = 1100


class Spotlight(QObject):
    """Boxes by page number on one desk."""

    flashed = Signal()
    """The flash of the evidence is over."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._evidence: ByPage = {}
        self._hits: ByPage = {}
        self._current: ByPage = {}
        self._flash = QVariantAnimation(self)
        self._flash.setDuration(FLASH_MILLISECONDS)
        for step, strength in ((0.0, 0.0), (0.2, 1.0), (0.45, 0.15), (0.65, 1.0), (1.0, 0.0)):
            self._flash.setKeyValueAt(step, strength)
        self._flash.valueChanged.connect(self._fade)
        self._flash.finished.connect(self._end_flash)

    def show_evidence(self, by_page: ByPage, *, flash: bool) -> None:
        self._stop_flash()
        known = {number: tuple(boxes) for number, boxes in by_page.items() if 1 <= number <= self._desk.count and boxes}
        self._replace(Sheet.EVIDENCE, evidence_drawing, self._evidence, known)
        self._evidence = known
        if flash and known:
            self._replace(Sheet.FLASH, flash_drawing, {}, known)
            self._fade(0.0)
            self._flash.start()

    def show_hits(self, hits: Sequence[Hit], current: Hit | None) -> None:
        """Marks every hit; `current`, if any, is one of them."""
        found: dict[int, list[Box]] = {}
        for hit in hits:
            if hit != current:
                found.setdefault(hit.page, []).extend(self.boxes(hit))
        at = {} if current is None else {current.page: self.boxes(current)}
        self._replace(Sheet.HITS, hits_drawing, self._hits, found)
        self._replace(Sheet.CURRENT_HIT, current_hit_drawing, self._current, at)
        self._hits, self._current = found, at

    def boxes(self, hit: Hit) -> tuple[Box, ...]:
        """One box a text line of a hit."""
        page = self._desk.page(hit.page)
        return () if page is None else evidence_boxes(page, hit.words)

    def refresh(self) -> None:
        """Lays everything anew, in the pages' present colours."""
        self._replace(Sheet.EVIDENCE, evidence_drawing, {}, self._evidence)
        self._replace(Sheet.HITS, hits_drawing, {}, self._hits)
        self._replace(Sheet.CURRENT_HIT, current_hit_drawing, {}, self._current)

    def forget(self) -> None:
        """The document is gone, and its marks with it."""
        self._flash.stop()
        self._evidence = self._hits = self._current = {}

    def _replace(self, sheet: Sheet, draw: Draw, old: ByPage, new: ByPage) -> None:
        for number in {*old, *new}:
            item = self._desk.item(number)
            boxes = new.get(number)
            item.lay(sheet, partial(draw, item.size, boxes, item.ink) if boxes else None)

    def _fade(self, strength: float) -> None:
        for number in self._evidence:
            frame = self._desk.item(number).sheet(Sheet.FLASH)
            if frame is not None:
                frame.setOpacity(strength)

    def _stop_flash(self) -> None:
        if self._flash.state() is QVariantAnimation.State.Running:
            self._flash.stop()
            self._take_flash_away()

    def _end_flash(self) -> None:
        self._take_flash_away()
        self.flashed.emit()

    def _take_flash_away(self) -> None:
        self._replace(Sheet.FLASH, flash_drawing, self._evidence, {})
