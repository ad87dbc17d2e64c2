"""The desk: all pages of one document, one under the other, and the words of those already read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGraphicsScene

from docqa_app.core.document import Box, Page
from docqa_app.core.geometry import turned, upright
from docqa_app.core.layout import text_lines
from docqa_app.ui.colours import Palette
from docqa_app.ui.pages.arrangement import (
    MARGIN,
    Frame,
    Look,
    arrange,
    coarseness,
    page_in_view,
    pages_between,
    shown_size,
)
from docqa_app.ui.pages.loader import TileLoader
from docqa_app.ui.pages.page_item import PageItem


class Desk(QGraphicsScene):
    """Pages count from 1; lengths are points as shown."""

    def __init__(self, loader: TileLoader, palette: Palette, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._loader = loader
        self._palette = palette
        self._frames: tuple[Frame, ...] = ()
        self._items: list[PageItem] = []
        self._as_read: dict[int, Page] = {}
        self._pages: dict[int, Page] = {}
        self._lines: dict[int, tuple[int, ...]] = {}
        self._awake: set[int] = set()
        self._look = Look()
        self.set_palette(palette)
        loader.arrived.connect(self._repaint)

    @property
    def count(self) -> int:
        return len(self._items)

    @property
    def look(self) -> Look:
        return self._look

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages read so far, in order, their text upright."""
        return tuple(self._pages[number] for number in sorted(self._pages))

    def show_sizes(self, sizes: Sequence[tuple[float, float]]) -> None:
        """Lays out empty pages of these sizes in points; what lay here before is gone."""
        self.clear()
        self._as_read.clear()
        self._pages.clear()
        self._lines.clear()
        self._awake.clear()
        self._items = [
            PageItem(number, size, self._loader, self._palette) for number, size in enumerate(sizes, start=1)
        ]
        for item in self._items:
            self.addItem(item)
        self._arrange()

    def set_look(self, look: Look) -> None:
        self._look = look
        self._loader.set_dark(look.dark)
        self._arrange()

    def set_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.setBackgroundBrush(QColor(palette.desk))
        for item in self._items:
            item.set_palette(palette)

    def set_scale(self, pixels_a_point: float) -> None:
        for item in self._items:
            item.picture.set_scale(pixels_a_point)

    def add_words(self, page: Page) -> None:
        """Keeps a page that was read; one that lies on its side is stood up."""
        self._as_read[page.number] = page
        self._pages[page.number] = upright(page)
        self._lines.pop(page.number, None)
        item = self.item(page.number)
        item.problem = page.problem
        item.update()
        if item.upright_turns != page.turn // 90:
            item.upright_turns = page.turn // 90
            self._arrange()

    def item(self, number: int) -> PageItem:
        return self._items[number - 1]

    def frame(self, number: int) -> Frame:
        return self._frames[number - 1]

    def page(self, number: int) -> Page | None:
        """A page with its text upright; None where it has not been read yet."""
        return self._pages.get(number)

    def as_read(self, number: int) -> Page:
        """A page that has been read, as its file shows it."""
        return self._as_read[number]

    def stood_up(self, number: int, box: Box) -> Box:
        """Where a box of the page as its file shows it lies on the upright page."""
        return turned(box, 90 * self.item(number).upright_turns)

    def numbers_in(self, seen: QRectF) -> Iterable[int]:
        return pages_between(self._frames, seen.top(), seen.bottom())

    def keep_awake(self, numbers: Iterable[int]) -> None:
        """Pages that were near the window and are no longer let go of their drawings."""
        near = set(numbers)
        for number in self._awake - near:
            self.item(number).rest()
        self._awake = near

    def number_in_view(self, seen: QRectF) -> int:
        return page_in_view(self._frames, seen.top(), seen.bottom())

    def number_at(self, point: QPointF) -> int | None:
        """The page at or nearest to this height; None on an empty desk."""
        return page_in_view(self._frames, point.y(), point.y()) if self._frames else None

    def height_of(self, number: int, word: int) -> float:
        """How far down the desk a word of a read page stands, 0..1; plain numbers, for thousands are asked at once."""
        box, frame = self._pages[number].words[word].box, self._frames[number - 1]
        across, down = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        part = (down, across, 1 - down, 1 - across)[self._look.turns]
        return (frame.top + part * frame.height) / self._frames[-1].bottom

    def lines(self, number: int) -> tuple[int, ...]:
        """The text line of every word of a page that has been read; worked out once."""
        if number not in self._lines:
            self._lines[number] = line_numbers(self._pages[number])
        return self._lines[number]

    def _arrange(self) -> None:
        self._frames = arrange([shown_size(item.size, self._look.turns) for item in self._items])
        for item, frame in zip(self._items, self._frames, strict=True):
            item.place(frame, self._look)
        widest = max((frame.left + frame.width for frame in self._frames), default=0.0)
        bottom = self._frames[-1].bottom if self._frames else 0.0
        margin = MARGIN * max((coarseness(item.size) for item in self._items), default=1.0)
        self.setSceneRect(QRectF(0, 0, widest, bottom).adjusted(-margin, -margin / 2, margin, margin / 2))

    def _repaint(self, number: int) -> None:
        if 1 <= number <= self.count:
            self.item(number).update()


def line_numbers(page: Page) -> tuple[int, ...]:
    """The number of each word's text line."""
    numbers = [0] * len(page.words)
    for line in text_lines(page.words):
        for index in line.words:
            numbers[index] = line.number
    return tuple(numbers)
