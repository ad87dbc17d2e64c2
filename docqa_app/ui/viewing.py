"""Brings the document in view onto the page view: its pages as they look, and their words as they are read."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from docqa_app.core.document import Page
from docqa_app.session import opening
from docqa_app.session.state import OpenDocument, ReadState
from docqa_app.ui.background import Lane
from docqa_app.ui.drawn import Drawn, OpenRenderer
from docqa_app.ui.live import LiveSession
from docqa_app.ui.pages.view import PagesView
from docqa_app.ui.work.inspecting import Inspecting
from docqa_app.ui.work.reading import Reading


class Viewing(QObject):
    """Shows what the session says, and tells the session which page the user scrolled to."""

    shown = Signal(object)
    """The Drawn document that is on the desk now, or None."""
    laid_out = Signal()
    """The document is on the desk with the words read so far, at the page it was left at."""
    page_shown = Signal(object)
    """A page of it that has its words now."""

    def __init__(
        self,
        live: LiveSession,
        view: PagesView,
        lane: Lane,
        draw: OpenRenderer,
        reading: Reading,
        inspecting: Inspecting,
    ) -> None:
        super().__init__(view)
        self._live = live
        self._view = view
        self._lane = lane
        self._draw = draw
        self._reading = reading
        self._inspecting = inspecting
        self._key: int | None = None
        self._drawn: Drawn | None = None
        self._laid_out = False
        self._opening = 0
        self._openings = 0
        self._tried: tuple[int, int] | None = None
        self._stamp: tuple[int, int] | None = None
        self._words: dict[int, Page] = {}
        live.changed.connect(self._look)
        view.page_shown.connect(self._scrolled)
        inspecting.changed.connect(self._show_assignments)

    @property
    def is_shown(self) -> bool:
        """Whether the document in view lies on the desk."""
        return self._drawn is not None

    def close(self) -> None:
        """For the end of the window."""
        if self._drawn:
            self._drawn.close()
            self._drawn = None
        self._laid_out = False

    def _look(self) -> None:
        document = self._live.now.in_view
        if self._key is not None and (document is None or document.key != self._key):
            self._leave()
        if document is None:
            return
        if self._drawn is not None and self._is_read_anew(document):
            self._let_go()
        if self._drawn is None:
            self._open(document)
            return
        self._show_words(document)

    def _is_read_anew(self, document: OpenDocument) -> bool:
        """Whether it was read again and its file is another one than what is drawn."""
        again = document.state is ReadState.READY and self._tried != (document.key, document.readings)
        return again and _stamp(document.path) != self._stamp

    def _leave(self) -> None:
        self._let_go()
        self._key = None

    def _let_go(self) -> None:
        """Of what is drawn; the document may still be in view."""
        self.close()
        self._tried = None
        self._opening = 0
        self._words.clear()
        self._view.clear()
        self.shown.emit(None)

    def _open(self, document: OpenDocument) -> None:
        """Once while a document is in view, and again when it is unlocked or read again."""
        if self._opening or self._tried == (document.key, document.readings):
            return
        self._key, self._tried = document.key, (document.key, document.readings)
        path, password = Path(document.path), self._reading.password(document.key)
        self._stamp = _stamp(document.path)
        draw = self._draw
        self._openings += 1
        self._opening = number = self._openings
        self._lane.run(
            lambda report, note: Drawn(path, draw(path, password)),
            lambda drawn: self._opened(number, drawn),
            failed=lambda trouble: self._not_opened(number),
        )

    def _not_opened(self, number: int) -> None:
        """Reading meets the same trouble and tells it; here the desk just stays empty."""
        if number == self._opening:
            self._opening = 0

    def _opened(self, number: int, drawn: Drawn) -> None:
        """What comes when its document is no longer in view is closed again."""
        document = self._live.now.in_view
        if number != self._opening or document is None:
            drawn.close()
            return
        self._opening = 0
        self._drawn = drawn
        self._view.show_document(drawn.sizes, drawn.render)
        self.shown.emit(drawn)
        self._show_words(document)
        self._show_assignments()
        self._view.go_to_page(document.page)
        self._laid_out = True
        self.laid_out.emit()

    def _show_words(self, document: OpenDocument) -> None:
        for page in document.pages:
            if self._words.get(page.number) is not page:
                self._words[page.number] = page
                self._view.show_page(page)
                self.page_shown.emit(page)

    def _show_assignments(self) -> None:
        seen = self._inspecting.shown
        if seen is not None and seen.key == self._key and self._words.get(seen.page.number) is seen.page:
            self._view.show_assignments(seen.page.number, seen.geometry, seen.model)

    def _scrolled(self, number: int) -> None:
        if self._laid_out and self._key is not None and number > 0:
            self._live.step(opening.turn_to, self._key, number)


def _stamp(path: str) -> tuple[int, int] | None:
    """Time and size of a file: another one means another file."""
    try:
        status = Path(path).stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
