"""A misread word is corrected where it stands on the page."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from docqa_app.core.document import Word
from docqa_app.session.reviewing import on_desk
from docqa_app.ui.live import LiveSession
from docqa_app.ui.pages.places import area_of, bring_into_sight
from docqa_app.ui.pages.view import PagesView
from docqa_app.ui.review.editor import Editor
from docqa_app.ui.review.hand import now

AROUND = 3


class WordMending(QObject):
    """F2 mends the word met last: clicked, selected, or chosen in the table of words; a double click any word."""

    said = Signal(str)

    def __init__(self, live: LiveSession, view: PagesView, parent: QObject) -> None:
        super().__init__(parent)
        self._live = live
        self._view = view
        self._word: tuple[int, int] | None = None
        self._among: tuple[Word, ...] = ()
        self.editor = Editor(view)
        self.editor.entered.connect(self._entered)
        view.word_clicked.connect(self.meet)
        view.word_edit_wanted.connect(self.edit)
        view.emptied.connect(self._forget)
        view.words_arrived.connect(self._reread)
        for bar in (view.verticalScrollBar(), view.horizontalScrollBar()):
            bar.valueChanged.connect(self._leave)

    def meet(self, page: int, word: int) -> None:
        self._word = (page, word)

    def edit_last(self) -> None:
        if self._word is None:
            self.said.emit(self.tr("Click a word on the page first; a double click corrects it at once."))
        else:
            self.edit(*self._word)

    def edit(self, page: int, word: int) -> None:
        """Opens a line over the word, as tall as it is."""
        document = self._live.now.in_view
        there = document.read_page(page) if document else None
        if there is None or word >= len(there.words) or not self._view.desk.count:
            return
        self._word, self._among = (page, word), there.words
        bring_into_sight(self._view, page, word)
        place = area_of(self._view, page, word).adjusted(-AROUND, -AROUND, 3 * AROUND, AROUND)
        self.editor.open(there.words[word].text, place, self.tr("The word as it should read"))

    def _entered(self, text: str, go: int) -> None:
        document = self._live.now.in_view
        self.editor.close_up()
        if document is None or self._word is None:
            return
        before = self._live.now
        self._live.step(on_desk.correct_word, document.key, *self._word, text, now())
        if self._live.now is not before:
            self.said.emit(self.tr("The word reads “{text}” now. Ctrl+Z takes it back.").format(text=text.strip()))

    def _leave(self) -> None:
        if self.editor.isVisible():
            self.editor.close_up()

    def _reread(self, page: int) -> None:
        """What is written was meant for a word among those that were there."""
        document = self._live.now.in_view
        there = document.read_page(page) if document else None
        if self._word is not None and self._word[0] == page and (there is None or there.words != self._among):
            self._leave()

    def _forget(self) -> None:
        self._word = None
        self.editor.hide()
