"""Two files with the same bytes are one document: what a clerk does in one of them is done in the other, too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from docqa_app.core.changes import Change
from docqa_app.session.reviewing import on_desk
from docqa_app.session.reviewing.state import Review
from docqa_app.ui.live import LiveSession


class Copies(QObject):
    """Watches the reviews on the desk. The library keeps a document by its bytes: two reviews would overwrite each
    other there."""

    def __init__(self, live: LiveSession, knows: Callable[[int, Review], None], parent: QObject) -> None:
        """`knows(key, review)` is told what is written already, under the other path."""
        super().__init__(parent)
        self._live = live
        self._knows = knows
        self._given: dict[int, tuple[Change, ...]] = {}
        live.changed.connect(self._look)

    def review_of(self, key: int) -> Review | None:
        """The review that a copy of this document has, while it has none itself."""
        document = self._live.now.document(key)
        if document is None or document.has_values:
            return None
        copies = on_desk.copies(self._live.now, document)
        there = next((one.review for one in copies if one.has_values), None)
        if there is None:
            return None
        return replace(there, extraction=replace(there.extraction, path=document.path), focus=None)

    def _look(self) -> None:
        reviews = {one.key: one.review for one in self._live.now.documents if one.review is not None}
        self._given = {key: changes for key, changes in self._given.items() if key in reviews}
        for key, review in reviews.items():
            if self._given.get(key) is not review.changes:
                self._given[key] = review.changes
                self._give(key, review)

    def _give(self, key: int, review: Review) -> None:
        document = self._live.now.document(key)
        for copy in on_desk.copies(self._live.now, document) if document else ():
            if on_desk.is_behind(copy, review):
                self._given[copy.key] = review.changes
                self._knows(copy.key, review)
                self._live.step(on_desk.follow, copy.key, review)
