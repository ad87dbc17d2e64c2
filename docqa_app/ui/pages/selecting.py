"""The user's selection while it is made: word by word, line, rectangle, or everything."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPointF, QRectF

from docqa_app.core.document import Box
from docqa_app.ui.pages.desk import Desk
from docqa_app.ui.pages.marks import selection_drawing
from docqa_app.ui.pages.selection import (
    Chosen,
    Place,
    line_around,
    text_of,
    word_at,
    word_near,
    words_between,
    words_within,
)
from docqa_app.ui.pages.sheets import Sheet


class Selecting:
    """Points are places on the desk. `chosen` is what is selected, by page number."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._anchor: Place | None = None
        self.chosen: Chosen = {}

    def word_under(self, point: QPointF) -> Place | None:
        """The word exactly at a point."""
        return self._word(point, nearest=False)

    def start(self, point: QPointF) -> None:
        """Begins at the nearest word and drops what was selected."""
        self._anchor = self._word(point, nearest=True)
        self.choose({})

    def extend(self, point: QPointF) -> None:
        """Everything from where it began to the word nearest to this point."""
        end = self._word(point, nearest=True)
        if self._anchor is None:
            self._anchor = end
        if self._anchor is not None and end is not None:
            self.choose(words_between(self._desk.pages, self._anchor, end))

    def choose_word(self, point: QPointF) -> None:
        place = self.word_under(point)
        if place is not None:
            self._anchor = place
            self.choose({place.page: (place.word,)})

    def choose_line(self, point: QPointF) -> None:
        place = self.word_under(point)
        page = None if place is None else self._desk.page(place.page)
        if place is not None and page is not None:
            self._anchor = place
            self.choose({place.page: line_around(page, place.word)})

    def choose_within(self, area: QRectF) -> None:
        """Every word that an area of the desk covers by half."""
        chosen: dict[int, tuple[int, ...]] = {}
        for number in self._desk.numbers_in(area):
            page = self._desk.page(number)
            if page is not None:
                chosen[number] = words_within(page, self._on_page(number, area))
        self.choose({number: words for number, words in chosen.items() if words})

    def choose_all(self) -> None:
        """Every word of the pages read so far."""
        self.choose({page.number: tuple(range(len(page.words))) for page in self._desk.pages if page.words})

    def choose(self, chosen: Chosen) -> None:
        for number in {*self.chosen, *chosen}:
            if self.chosen.get(number) != chosen.get(number):
                self._lay(number, chosen)
        self.chosen = chosen

    def refresh(self) -> None:
        """Lays the selection anew, in the page's present colours."""
        for number in self.chosen:
            self._lay(number, self.chosen)

    def forget(self) -> None:
        """The document is gone, and its marks with it."""
        self.chosen = {}
        self._anchor = None

    def text(self) -> str:
        return text_of(self._desk.pages, self.chosen)

    def _word(self, point: QPointF, *, nearest: bool) -> Place | None:
        number = self._desk.number_at(point)
        page = None if number is None else self._desk.page(number)
        if number is None or page is None:
            return None
        x, y = self._desk.item(number).fraction_at(point)
        index = (word_near if nearest else word_at)(page, x, y)
        return None if index is None else Place(number, index)

    def _on_page(self, number: int, area: QRectF) -> Box:
        item = self._desk.item(number)
        (x, y), (u, v) = item.fraction_at(area.topLeft()), item.fraction_at(area.bottomRight())
        return Box(min(x, u), min(y, v), max(x, u), max(y, v))

    def _lay(self, number: int, chosen: Chosen) -> None:
        page = self._desk.page(number)
        words = chosen.get(number)
        item = self._desk.item(number)
        item.lay(Sheet.SELECTION, partial(selection_drawing, page, words, item.ink) if page and words else None)
