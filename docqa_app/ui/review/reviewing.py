"""The Fields room put together and joined to the window: work, panel, page, keys and library."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from docqa_app.core.changes import PERSON, Change, redo, undo
from docqa_app.core.ports import Library
from docqa_app.session import opening
from docqa_app.session.reviewing import focusing, on_desk
from docqa_app.session.reviewing.state import Review
from docqa_app.session.state import OpenDocument, ReadState
from docqa_app.ui.actions import Actions
from docqa_app.ui.file_names import name_of
from docqa_app.ui.live import LiveSession
from docqa_app.ui.notices import Notice
from docqa_app.ui.pages.view import PagesView
from docqa_app.ui.review.borders import ColumnBorders
from docqa_app.ui.review.copies import Copies
from docqa_app.ui.review.hand import now
from docqa_app.ui.review.keeping import Keeping
from docqa_app.ui.review.on_page import OnPage
from docqa_app.ui.review.panel import FieldsPanel
from docqa_app.ui.review.reviewer import Reviewer
from docqa_app.ui.review.table_deeds import TableDeeds
from docqa_app.ui.review.word_mending import WordMending
from docqa_app.ui.workshop import Workshop

ROW_DEEDS = ("add-row", "delete-row", "split-row", "merge-rows", "columns")

NextDocument = Callable[[str], str | None]
"""next_document(path): the file to be reviewed after this one, or None."""


class Reviewing(QObject):
    """`said` carries a sentence for the status bar, `told` a Notice, `failed` a Trouble, `next_wanted` a path to be
    opened."""

    said = Signal(str)
    told = Signal(object)
    failed = Signal(object)
    next_wanted = Signal(object)
    accepted = Signal(object)
    """The path of a document that a person has finished."""

    def __init__(
        self,
        live: LiveSession,
        shop: Workshop,
        panel: FieldsPanel,
        view: PagesView,
        actions: Actions,
        library: Library | None,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._live, self._extracting = live, shop.extracting
        self._panel, self._view, self._actions = panel, view, actions
        self.next_document: NextDocument = lambda path: None
        self._shown: Review | None = None
        self.reviewer = Reviewer(live, panel, view, self)
        self.on_page = OnPage(live, panel, view, self)
        self.borders = ColumnBorders(view, self)
        self.table = TableDeeds(live, panel, self.borders, self)
        self.mending = WordMending(live, view, self)
        self.keeping = Keeping(live, shop.library_lane, library, self) if library else None
        self._copies = Copies(live, self._knows, self)
        self._join_work()
        self._join_page(view)
        self._join_actions()
        live.changed.connect(self._show)
        self._show()

    def look(self) -> None:
        """The room has come into sight, or gone out of it."""
        self._extracting.want(self._panel.isVisible())
        self._view.frame_words(self._panel.isVisible())
        self._show()
        self.reviewer.light()

    def write_all(self) -> None:
        """For the end of the window: what is being written is taken, and what could not be kept is tried again."""
        self.reviewer.keep_writing()
        if self.keeping:
            self.keeping.look()

    def word_clicked(self, page: int, word: int) -> bool:
        """Whether the click was meant for the fields."""
        if not self._panel.isVisible():
            return False
        self.on_page.click(page, word)
        return True

    def _join_work(self) -> None:
        work, panel = self._extracting, self._panel
        panel.seen.connect(self.look)
        work.found.connect(self._found)
        work.filled.connect(self._filled)
        work.moved.connect(self._show_progress)
        panel.progress.again_wanted.connect(self._again)
        panel.kind.again_wanted.connect(self._again)
        panel.kind.kind_wanted.connect(self._again)
        for teller in (self.reviewer, self.on_page, self.table, self.mending):
            teller.said.connect(self.said)
        self.reviewer.finished.connect(self._next)
        if self.keeping:
            self.keeping.failed.connect(self.failed)
            self.keeping.taught.connect(work.learned)
            self.keeping.left_out.connect(self._tell_left_out)

    def _join_page(self, view: PagesView) -> None:
        view.word_picked.connect(self._pick)
        view.words_dragged.connect(self._drag)

    def _pick(self, page: int, word: int) -> None:
        if self._panel.isVisible():
            self.on_page.pick(page, word)

    def _drag(self) -> None:
        if self._panel.isVisible():
            self.on_page.drag()

    def _join_actions(self) -> None:
        deeds: dict[str, Callable[[], object]] = {
            "next-doubt": self.reviewer.next_doubt,
            "previous-doubt": lambda: self.reviewer.next_doubt(-1),
            "accept-document": self.reviewer.finish,
            "undo": self.reviewer.undo,
            "redo": self.reviewer.redo,
            "correct-word": self.mending.edit_last,
            "add-row": self.table.add_row,
            "delete-row": self.table.delete_row,
            "split-row": self.table.split_row,
            "merge-rows": self.table.merge_rows,
        }
        for name, deed in deeds.items():
            self._actions[name].triggered.connect(lambda *_, deed=deed: deed())
        self._actions["columns"].toggled.connect(self.table.show_borders)
        self._actions["accept-document"].changed.connect(self._show_accept_keys)
        self._show_accept_keys()
        self._panel.add_row_buttons([self._button(name) for name in ROW_DEEDS])

    def _show_accept_keys(self) -> None:
        self._panel.accept_button.setToolTip(self._actions["accept-document"].toolTip())

    def _button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(self._actions[name])
        button.setAccessibleName(self._actions[name].text().replace("&", ""))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _knows(self, key: int, review: Review) -> None:
        if self.keeping:
            self.keeping.knows(key, review)

    def _found(self, key: int, review: Review) -> None:
        review = self._copies.review_of(key) or review
        self._knows(key, review)
        self._live.step(on_desk.begin, key, focusing.next_doubt(review))

    def _tell_left_out(self, path: str) -> None:
        sentence = self.tr(
            "A password opened {name}, so nothing of it is kept: its values are gone once it is closed. "
            "Export them before."
        )
        self.told.emit(Notice(sentence.format(name=name_of(path)), about="left out"))

    def _filled(self, key: int, review: Review) -> None:
        if self._copies.review_of(key) is not None:
            self._found(key, review)
        else:
            self._live.step(on_desk.refill, key, focusing.next_doubt(review), now())

    def _again(self, kind: str = "") -> None:
        document = self._live.now.in_view
        if document is not None:
            self._extracting.again(document.key, kind or None)

    def _show(self) -> None:
        self._enable()
        if not self._panel.isVisible():
            return
        document = self._live.now.in_view
        review = document.review if document and document.has_values else None
        if review is not self._shown or review is None:
            self._shown = review
            self._panel.show_review(review)
        self._show_progress()

    def _show_progress(self) -> None:
        """What runs, what is waited for, or why there is nothing."""
        document = self._live.now.in_view
        mine = document is not None and document.key == self._extracting.key()
        doing = self._extracting.doing() if mine else None
        stopped = self._extracting.stopped.get(document.key, "") if document else ""
        if document is None:
            sentence = self.tr("Open a document to see its fields.")
        elif doing is not None:
            sentence = doing.what
        elif stopped:
            sentence = stopped
        elif document.has_values:
            sentence = ""
        elif document.state in (ReadState.WAITING, ReadState.READING):
            sentence = self.tr("The fields are filled once the document is read.")
        elif self._extracting.waits_for_model():
            sentence = self.tr("The fields are filled once the model is loaded.")
        else:
            sentence = document.problem
        self._panel.progress.show_state(sentence, doing, again=bool(stopped) and doing is None)

    def _enable(self) -> None:
        """What the room's keys do, they do only where it can be seen."""
        document = self._live.now.in_view
        there = self._panel.isVisible() and document is not None and document.has_values
        rows = there and document is not None and document.review is not None and bool(document.review.schema.columns)
        for name in ("next-doubt", "previous-doubt", "accept-document"):
            self._actions[name].setEnabled(there)
        for name in ROW_DEEDS:
            self._actions[name].setEnabled(rows)
        entries = document.review.changes if document and document.review else ()
        self._actions["undo"].setEnabled(self._in_sight(undo(entries, PERSON, "")))
        self._actions["redo"].setEnabled(self._in_sight(redo(entries, PERSON, "")))

    def _in_sight(self, turn: Change | None) -> bool:
        """What is not seen is not undone by accident; words stand on the page, which is always in sight."""
        return turn is not None and (self._panel.isVisible() or bool(turn.after.words))

    def _next(self, key: int) -> None:
        """The next document on the desk that waits for a review, else the next of the queue."""
        documents = self._live.now.documents
        at = next((n for n, one in enumerate(documents) if one.key == key), 0)
        self.accepted.emit(documents[at].path)
        around = (*documents[at + 1 :], *documents[:at])
        on_hand = next((one for one in around if self._waits(one)), None)
        if on_hand is not None:
            self._live.step(opening.bring_into_view, on_hand.key)
        elif (path := self.next_document(documents[at].path)) is not None:
            self.next_wanted.emit(path)
        else:
            name = name_of(documents[at].path)
            self.said.emit(self.tr("{name} is accepted. No other document waits.").format(name=name))
        self._panel.focus_place()

    def _waits(self, document: OpenDocument) -> bool:
        """Whether it is not finished, and has its values or will have them without anyone's doing."""
        if document.review is not None and document.has_values:
            return not document.review.accepted
        comes = document.state in (ReadState.WAITING, ReadState.READING, ReadState.READY)
        return comes and document.key not in self._extracting.stopped
