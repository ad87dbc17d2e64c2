"""What the clerk does on the page while reviewing: clicks a word, drags over some, picks them one by one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from docqa_app.core.fields import Concern
from docqa_app.session.reviewing import focusing, setting
from docqa_app.ui.live import LiveSession
from docqa_app.ui.pages.view import PagesView
from docqa_app.ui.review import value_words
from docqa_app.ui.review.hand import Hand, now
from docqa_app.ui.review.panel import FieldsPanel


class OnPage(QObject):
    """A click goes to the value that stands on a word; a drag, or clicks with Ctrl, make words the value."""

    said = Signal(str)

    def __init__(self, live: LiveSession, panel: FieldsPanel, view: PagesView, parent: QObject) -> None:
        super().__init__(parent)
        self._hand = Hand(live)
        self._panel = panel
        self._view = view
        self._picked: tuple[Concern, int, tuple[int, ...]] | None = None

    def click(self, page: int, word: int) -> None:
        """The values that stand on a word, one after the other with each click; one being written becomes it."""
        review = self._hand.review
        if review is None:
            return
        if self._panel.is_writing:
            self.point(page, (word,))
            return
        using = focusing.places_using(review, page, word)
        if not using:
            self._say_how()
            return
        at = using.index(review.focus) + 1 if review.focus in using else 0
        self._hand.go_on(focusing.focus, using[at % len(using)])
        self._panel.focus_place()

    def pick(self, page: int, word: int) -> None:
        """One more word for the value the clerk is at; a word that was picked is dropped again."""
        place = self._hand.place
        if place is None:
            self._say_how()
            return
        same = self._picked is not None and self._picked[:2] == (place, page)
        words = set(self._picked[2]) if same and self._picked else set()
        words ^= {word}
        if words and self.point(page, sorted(words)):
            self._picked = (place, page, tuple(sorted(words)))

    def drag(self) -> None:
        """The words that were dragged over, on the first page that has some."""
        chosen = self._view.selected_words
        page = min((number for number, words in chosen.items() if words), default=None)
        if self._hand.review is None:
            return
        if page is None:
            self.said.emit(self.tr("No words are there."))
        elif self._hand.place is None:
            self._say_how()
        elif self.point(page, sorted(chosen[page])):
            self._view.clear_selection()

    def point(self, number: int, words: Sequence[int]) -> bool:
        """Makes words the value, and says why where they can't be."""
        review, place, page = self._hand.review, self._hand.place, self._hand.page(number)
        if review is None or place is None or page is None:
            return False
        self._picked = None
        text = page.text_of(words)
        meant = setting.understood(review, place, text)
        if meant.value is None and not meant.readings:
            self.said.emit(value_words.problem(text, review.value(place).type))
            return False
        self._hand.go_on(setting.point, place, page, tuple(words), now())
        self._panel.stop_writing()
        self._panel.focus_place()
        name = value_words.label(review.schema, place, review.language)
        self.said.emit(self.tr("{field} is “{text}” now. Ctrl+Z takes it back.").format(field=name, text=text))
        return True

    def _say_how(self) -> None:
        review, place = self._hand.review, self._hand.place
        if review is None or place is None:
            self.said.emit(self.tr("No field stands on this word. Choose a field first, then drag over its words."))
            return
        name = value_words.label(review.schema, place, review.language)
        text = self.tr("No field stands on this word. Ctrl+click or a drag makes it the value of {field}.")
        self.said.emit(text.format(field=name))
