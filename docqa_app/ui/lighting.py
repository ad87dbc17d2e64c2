"""Lights up the evidence of the chosen answer on the page, and single words for those who point at them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject

from docqa_app.core.document import Box
from docqa_app.core.layout import evidence_boxes
from docqa_app.session.choosing import settled
from docqa_app.session.state import OpenDocument
from docqa_app.ui.live import LiveSession
from docqa_app.ui.pages.view import PagesView
from docqa_app.ui.viewing import Viewing

Lit = dict[int, tuple[Box, ...]]
"""Boxes by page number."""


class Lighting(QObject):
    """An answer that is new or newly chosen is brought into view and flashed; `lit` is what shines now."""

    def __init__(self, live: LiveSession, view: PagesView, viewing: Viewing) -> None:
        super().__init__(view)
        self._live = live
        self._view = view
        self._viewing = viewing
        self._answer: object = None
        self._evidence: Lit = {}
        self.lit: Lit = {}
        live.changed.connect(self._look)
        viewing.shown.connect(self._begin)

    def show_again(self) -> None:
        """The user asked to see the evidence once more."""
        self._light(self._evidence)

    def show_word(self, number: int, word: int) -> None:
        document = self._live.now.in_view
        page = document.read_page(number) if document else None
        if page is not None and self._viewing.is_shown:
            self._light({number: (page.words[word].box,)})

    def show_words(self, words: Mapping[int, Sequence[int]]) -> None:
        """Lights words, by the numbers of their pages, in place of what shone; pages that are not read stay dark."""
        document = self._live.now.in_view
        if document is None or not self._viewing.is_shown:
            return
        pages = ((document.read_page(number), tuple(chosen)) for number, chosen in words.items())
        self._light({page.number: boxes for page, chosen in pages if page and (boxes := evidence_boxes(page, chosen))})

    def _begin(self, drawn: object) -> None:
        """A document comes onto the desk: its evidence shines, but the page in view is the one it was left at."""
        document = self._live.now.in_view
        if drawn is not None and document is not None:
            self._answer, self._evidence = _answer_of(document), _evidence_of(document)
            self._light(self._evidence, flash=False)

    def _look(self) -> None:
        document = self._live.now.in_view
        if document is None or not self._viewing.is_shown:
            return
        before, seen = self._answer, self._evidence
        self._answer, self._evidence = _answer_of(document), _evidence_of(document)
        if self._answer != before:
            self._light(self._evidence)
        elif self._evidence != seen:  # its page was only read now: nobody asked to be taken there
            self._light(self._evidence, flash=False)
            self._view.go_to_page(document.page)

    def _light(self, lit: Lit, *, flash: bool = True) -> None:
        self.lit = lit
        if lit:
            self._view.show_evidence(lit, flash=flash)
        else:
            self._view.clear_evidence()


def _answer_of(document: OpenDocument) -> object:
    """Changes when another answer is chosen, or when the chosen one comes."""
    asked = document.chosen()
    return (document.key, asked.number, settled(asked)) if asked else (document.key,)


def _evidence_of(document: OpenDocument) -> Lit:
    """Nothing for an answer that was given on other words, or on a page that is not read yet."""
    asked = document.chosen()
    answer = settled(asked) if asked and not asked.stale else None
    page = document.read_page(answer.page) if answer and answer.found and answer.page else None
    if answer is None or page is None:
        return {}
    boxes = evidence_boxes(page, tuple(index for index in answer.evidence if index < len(page.words)))
    return {page.number: boxes} if boxes else {}
