"""The desk: all pages of one document, one under the other, and the words of those already read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGraphicsScene

from docqa_app.core.document import Page
from docqa_app.core.layout import text_lines
from docqa_app.ui.colours import Palette
from docqa_app.ui.pages.arrangement import MARGIN, Frame, arrange, page_in_view, pages_between
from docqa_app.ui.pages.loader import TileLoader
from docqa_app.ui.pages.page_item import PageItem
from docqa_app.ui.pages.picture import Look


class Desk(QGraphicsScene):
    """Pages count from 1; lengths are points as shown."""

    def __init__(self, loader: TileLoader, palette: Palette, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._loader = loader
        self._palette = palette
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._frames: tuple[Frame, ...] = ()
        self._items: list[PageItem] = []
        self._pages: dict[int, Page] = {}
        self._lines: dict[int, tuple[int, ...]] = {}
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
    def items_in_order(self) -> Sequence[PageItem]:
        return self._items

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages read so far, in order."""
        return tuple(self._pages[number] for number in sorted(self._pages))

    def show_sizes(self, sizes: Sequence[tuple[float, float]]) -> None:
        """Lays out empty pages of these sizes in points; what lay here before is gone."""
        self.clear()
        self._pages.clear()
        self._lines.clear()
        self._sizes = tuple(sizes)
        self._items = [
            PageItem(number, size, self._loader, self._palette) for number, size in enumerate(self._sizes, start=1)
        ]
        for item in self._items:
            self.addItem(item)
        self._arrange()

    def set_look(self, look: Look) -> None:
        self._look = look
        self._loader.set_look(look)
        self._arrange()

    def set_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.setBackgroundBrush(QColor(palette.desk))
        for item in self._items:
            item.set_palette(palette)

    def set_scale(self, pixels_a_point: float) -> None:
        for item in self._items:
            item.set_scale(pixels_a_point)

    def add_words(self, page: Page) -> PageItem | None:
        """Keeps the words of a page; None where the document has no such page."""
        if not 1 <= page.number <= self.count:
            return None
        self._pages[page.number] = page
        self._lines.pop(page.number, None)
        item = self.item(page.number)
        item.problem = page.problem
        item.update()
        return item

    def item(self, number: int) -> PageItem:
        return self._items[number - 1]

    def frame(self, number: int) -> Frame:
        return self._frames[number - 1]

    def page(self, number: int) -> Page | None:
        """The words of a page; None where it has not been read yet."""
        return self._pages.get(number)

    def numbers_in(self, seen: QRectF) -> Iterable[int]:
        return pages_between(self._frames, seen.top(), seen.bottom())

    def number_in_view(self, seen: QRectF) -> int:
        return page_in_view(self._frames, seen.top(), seen.bottom())

    def number_at(self, point: QPointF) -> int | None:
        """The page at or nearest to this height; None on an empty desk."""
        return page_in_view(self._frames, point.y(), point.y()) if self._frames else None

    def lines(self, number: int) -> tuple[int, ...]:
        """The text line of every word of a page that has been read; worked out once."""
        if number not in self._lines:
            self._lines[number] = line_numbers(self._pages[number])
        return self._lines[number]

    def _arrange(self) -> None:
        self._frames = arrange(self._sizes, self._look.turns)
        for item, frame in zip(self._items, self._frames, strict=True):
            item.place(frame, self._look)
        widest = max((frame.left + frame.width for frame in self._frames), default=0.0)
        bottom = self._frames[-1].bottom if self._frames else 0.0
        self.setSceneRect(QRectF(0, 0, widest, bottom).adjusted(-MARGIN, -MARGIN / 2, MARGIN, MARGIN / 2))

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
