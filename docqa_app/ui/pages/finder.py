"""Searches the document in view as the user types, and walks through the hits."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from PySide6.QtCore import QObject, QTimer

from docqa_app.core.find import Hit, PageText, find_in, page_text
from docqa_app.ui.pages.find_bar import FindBar
from docqa_app.ui.pages.view import PagesView

PAUSE_MILLISECONDS = 60
"""After a key, before searching: quick typing searches once."""


class Finder(QObject):
    """Joins one find bar to one page view."""

    def __init__(self, view: PagesView, bar: FindBar) -> None:
        super().__init__(bar)
        self._view = view
        self._bar = bar
        self._texts: dict[int, PageText] = {}
        self._hits: tuple[Hit, ...] = ()
        self._at = 0
        self._due = QTimer(self, singleShot=True, interval=PAUSE_MILLISECONDS)
        self._due.timeout.connect(self._search)
        view.words_arrived.connect(self._take_words)
        view.emptied.connect(self._forget)
        bar.find_wanted.connect(lambda text: self._due.start())
        bar.next_wanted.connect(self.go_to_next)
        bar.previous_wanted.connect(self.go_to_previous)
        bar.closed.connect(self.close)

    def open(self) -> None:
        """Shows the bar; a short selection is what one most likely wants to find."""
        selected = self._view.selected_text()
        self._bar.begin(selected if selected and "\n" not in selected else "")
        self._due.start()

    def find(self, text: str) -> None:
        """Shows the bar with a text, which is marked as soon as there are words."""
        self._bar.begin(text)
        self._due.start()

    def close(self) -> None:
        """Takes bar and marks away and gives the keyboard back to the pages."""
        self._due.stop()
        self._bar.hide()
        self._show((), 0)
        self._view.setFocus()

    def go_to_next(self) -> None:
        self._go(1)

    def go_to_previous(self) -> None:
        self._go(-1)

    def _go(self, by: int) -> None:
        """The hit before or after the present one, round from the last to the first."""
        if self._due.isActive() or self._bar.isHidden():
            self._due.stop()
            self._bar.show()
            self._search()
        elif self._hits:
            self._show(self._hits, (self._at + by) % len(self._hits))

    def _search(self) -> None:
        """All hits of the bar's text, at the hit where the user was, or else the first from the page in view on."""
        was = self._hits[self._at] if self._hits else None
        hits = find_in([self._texts[number] for number in sorted(self._texts)], self._bar.text)
        at = bisect_left(hits, was) if was else 0
        if at >= len(hits) or hits[at] != was:
            at = bisect_left(hits, self._view.current_page, key=attrgetter("page"))
        self._show(hits, at if at < len(hits) else 0)

    def _show(self, hits: tuple[Hit, ...], at: int) -> None:
        self._hits, self._at = hits, at
        self._view.show_hits(hits, hits[at] if hits else None)
        self._bar.show_count(at + 1 if hits else 0, len(hits))

    def _take_words(self, number: int) -> None:
        page = self._view.desk.page(number)
        if page is not None:
            self._texts[number] = page_text(page)
        if self._bar.isVisible() and self._bar.text:
            self._due.start()

    def _forget(self) -> None:
        self._texts.clear()
        self._show((), 0)
