"""Evidence and search hits on the desk: laid, taken away, flashed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import chain, groupby
from operator import attrgetter

from PySide6.QtCore import QObject, QVariantAnimation, Signal

from docqa_app.core.document import Box
from docqa_app.core.find import Hit
from docqa_app.core.geometry import union
from docqa_app.ui.colours import Ink
from docqa_app.ui.pages.desk import Desk
from docqa_app.ui.pages.drawing import Drawing
from docqa_app.ui.pages.marks import Size, current_hit_drawing, evidence_drawing, flash_drawing, hits_drawing
from docqa_app.ui.pages.sheets import Sheet

ByPage = Mapping[int, Sequence[Box]]
FLASH_MILLISECONDS = 1100
FLASH_STEPS = ((0.0, 0.0), (0.2, 1.0), (0.45, 0.15), (0.65, 1.0), (1.0, 0.0))
"""Share of the time, strength of the second frame: it comes and goes twice."""


class Spotlight(QObject):
    """What is lit on one desk, by page number."""

    flashed = Signal()
    """The flash of the evidence is over."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._evidence: ByPage = {}
        self._hits: dict[int, list[Hit]] = {}
        self._current: Hit | None = None
        self._flash = QVariantAnimation(self)
        self._flash.setDuration(FLASH_MILLISECONDS)
        for step, strength in FLASH_STEPS:
            self._flash.setKeyValueAt(step, strength)
        self._flash.valueChanged.connect(self._fade)
        self._flash.finished.connect(self._end_flash)

    @property
    def evidence(self) -> ByPage:
        return self._evidence

    def show_evidence(self, by_page: ByPage, *, flash: bool) -> None:
        """Boxes of pages that are not there are left out."""
        self._stop_flash()
        known = {number: tuple(boxes) for number, boxes in by_page.items() if 1 <= number <= self._desk.count and boxes}
        before, self._evidence = self._evidence, known
        self._lay_evidence({*before, *known})
        if flash and known:
            self._lay_flash()
            self._flash.start()

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Marks every hit; they come page by page."""
        touched = set(self._hits)
        self._hits = {number: list(some) for number, some in groupby(hits, key=attrgetter("page"))}
        self._lay_hits(touched.union(self._hits))

    def show_current(self, current: Hit | None) -> None:
        """Marks one of the hits as the one the user is at."""
        before, self._current = self._current, current
        self._lay_hits({hit.page for hit in (before, current) if hit is not None})

    def boxes(self, hit: Hit) -> tuple[Box, ...]:
        """One box a text line of a hit; none where its page is not read."""
        page = self._desk.page(hit.page)
        if page is None:
            return ()
        lines = self._desk.lines(hit.page)
        runs = groupby(hit.words, key=lambda word: lines[word])
        return tuple(union(page.words[word].box for word in run) for _, run in runs)

    def refresh(self) -> None:
        """Lays everything anew, in the pages' present colours."""
        self._lay_evidence(self._evidence)
        self._lay_hits(self._hits)

    def show_page(self, number: int) -> None:
        """A page has been read, and perhaps stood up."""
        if number in self._evidence:
            self._lay_evidence((number,))

    def forget(self) -> None:
        """The document is gone, and its marks with it."""
        self._flash.stop()
        self._evidence, self._hits, self._current = {}, {}, None

    def _lay_evidence(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            build = partial(self._around_evidence, evidence_drawing, number)
            self._desk.item(number).lay(Sheet.EVIDENCE, build if number in self._evidence else None)

    def _around_evidence(self, draw: Callable[[Size, Sequence[Box], Ink], Drawing], number: int) -> Drawing:
        """Evidence comes as boxes of the page as its file shows it, and may come before the page is read."""
        item = self._desk.item(number)
        boxes = tuple(self._desk.stood_up(number, box) for box in self._evidence[number])
        return draw(item.size, boxes, item.ink)

    def _lay_hits(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            item = self._desk.item(number)
            current = self._current is not None and self._current.page == number
            item.lay(Sheet.HITS, partial(self._hits_on, number) if number in self._hits else None)
            item.lay(Sheet.CURRENT_HIT, partial(self._current_on, number) if current else None)

    def _hits_on(self, number: int) -> Drawing:
        item = self._desk.item(number)
        others = (self.boxes(hit) for hit in self._hits[number] if hit != self._current)
        return hits_drawing(item.size, tuple(chain.from_iterable(others)), item.ink)

    def _current_on(self, number: int) -> Drawing:
        item = self._desk.item(number)
        boxes = () if self._current is None else self.boxes(self._current)
        return current_hit_drawing(item.size, boxes, item.ink)

    def _lay_flash(self) -> None:
        for number in self._evidence:
            self._desk.item(number).lay(Sheet.FLASH, partial(self._around_evidence, flash_drawing, number), 0.0)

    def _fade(self, strength: float) -> None:
        for number in self._evidence:
            self._desk.item(number).fade(Sheet.FLASH, strength)

    def _stop_flash(self) -> None:
        if self._flash.state() is QVariantAnimation.State.Running:
            self._flash.stop()
            self._take_flash_away()

    def _end_flash(self) -> None:
        self._take_flash_away()
        self.flashed.emit()

    def _take_flash_away(self) -> None:
        for number in self._evidence:
            self._desk.item(number).lay(Sheet.FLASH, None)
