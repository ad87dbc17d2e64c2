"""What a clerk's hand holds: the review of the document in view, and the way to take a step of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Concatenate, ParamSpec

from docqa_app.core.document import Document, Page
from docqa_app.core.fields import Concern
from docqa_app.session.reviewing import on_desk
from docqa_app.session.reviewing.state import Review
from docqa_app.session.state import OpenDocument
from docqa_app.ui.live import LiveSession

P = ParamSpec("P")


class Hand:
    """Steps of the document in view; where there are no values yet, nothing happens."""

    def __init__(self, live: LiveSession) -> None:
        self._live = live

    @property
    def document(self) -> OpenDocument | None:
        return self._live.now.in_view

    @property
    def review(self) -> Review | None:
        document = self.document
        return document.review if document and document.has_values else None

    @property
    def place(self) -> Concern | None:
        """Where the clerk is."""
        return self.review.focus if self.review else None

    @property
    def as_read(self) -> Document:
        assert self.document is not None, "asked only while a document is in view"
        return self.document.as_read()

    def page(self, number: int | None) -> Page | None:
        return self.document.read_page(number) if self.document and number is not None else None

    def go_on(self, step: Callable[Concatenate[Review, P], Review], *args: P.args, **kwargs: P.kwargs) -> bool:
        """Takes a step, also where only words were corrected so far; whether it led anywhere."""
        before = self.document
        if before is None:
            return False
        self._live.step(on_desk.go_on, before.key, lambda review: step(review, *args, **kwargs))
        return self.document is not None and self.document.review is not before.review


def now() -> str:
    """The time in UTC, as the journal writes it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")
