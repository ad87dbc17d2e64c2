"""The Summary tab: the summary of the document in view with its flags, and the questions behind them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from docqa_app.core.summary import SummarySentence
from docqa_app.session.state import OpenDocument, ReadState
from docqa_app.session.summary import Summarized, SummaryState
from docqa_app.ui.icons import Icons
from docqa_app.ui.summary import flag_words
from docqa_app.ui.summary.deeds_row import DeedsRow
from docqa_app.ui.summary.editor import SummaryEditor
from docqa_app.ui.summary.questions import Questions
from docqa_app.ui.summary.sentence_list import SentenceList
from docqa_app.ui.summary.wish_row import WishRow
from docqa_app.ui.work.doing import Doing


class SummaryRoom(QWidget):
    """Shows; every wish leaves as a signal, of the room's own or of the parts it is made of."""

    again_wanted = Signal()
    """What was stopped or failed is to be done after all."""
    help_wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wish = WishRow()
        self.state = QLabel(wordWrap=True)
        self.again_button = QPushButton(self.tr("Try again"))
        self.counted = QLabel(wordWrap=True)
        self.counted.setProperty("quiet", True)
        self.sentences = SentenceList(icons)
        self.questions = Questions()
        self.editor = SummaryEditor()
        self.hint = QLabel(wordWrap=True)
        self.hint.setProperty("quiet", True)
        self.remark = QLabel(self.tr("Checked automatically. The check can be wrong."), wordWrap=True)
        self.remark.setProperty("quiet", True)
        self.help_button = QPushButton(self.tr("How it works…"))
        self.deeds = DeedsRow()
        self._lay_out()
        self.again_button.clicked.connect(self.again_wanted)
        self.help_button.clicked.connect(self.help_wanted)

    def show_document(self, document: OpenDocument | None, doing: Doing | None, model_state: str) -> None:
        """`doing` is the work on this document's summary, `model_state` why it has to wait for the model, or ""."""
        wish = document.summary if document else None
        sentences = wish.summary.sentences if wish else ()
        self.setEnabled(document is not None)
        self.wish.show_wish(wish, doing)
        self.wish.setVisible(not self.is_editing)
        self._show_state(wish, model_state or self._waits_for(document, doing))
        self.counted.setText(flag_words.counted(sentences))
        self.counted.setVisible(bool(sentences) and not self.is_editing)
        self.sentences.show_sentences(sentences, wish.opened if wish else None, bool(wish and wish.is_busy))
        self.questions.show_sentence(_opened(wish))
        self.hint.setText(self._hint(document))
        self._pages.setCurrentWidget(self.editor if self.is_editing else self._flagged if sentences else self._empty)
        self.deeds.show_wish(wish, editing=self.is_editing, there=document is not None)

    @property
    def is_editing(self) -> bool:
        return self._pages.currentWidget() is self.editor

    def edit(self, text: str) -> None:
        """Opens the text for changes."""
        self._pages.setCurrentWidget(self.editor)
        self.editor.begin(text)

    def end_edit(self) -> None:
        """Back to the sentences, with the focus of whoever was writing."""
        focus = QApplication.focusWidget()
        writing = focus is not None and self.editor.isAncestorOf(focus)
        self._pages.setCurrentWidget(self._flagged)
        if writing:
            self.sentences.setFocus()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 8)
        layout.setSpacing(8)
        layout.addWidget(self.wish)
        layout.addWidget(self._state())
        layout.addWidget(self.counted)
        layout.addWidget(self._middle(), 1)
        layout.addLayout(self._foot())
        layout.addWidget(self.deeds)

    def _foot(self) -> QHBoxLayout:
        """What must be known of the check, always in sight."""
        self.help_button.setProperty("flat", True)
        self.help_button.setProperty("link", True)
        row = QHBoxLayout()
        row.addWidget(self.remark, 1)
        row.addWidget(self.help_button)
        return row

    def _state(self) -> QFrame:
        self._state_frame = QFrame()
        self._state_frame.setProperty("notice", "hint")
        row = QHBoxLayout(self._state_frame)
        row.addWidget(self.state, 1)
        row.addWidget(self.again_button)
        return self._state_frame

    def _middle(self) -> QStackedWidget:
        """The sentences with the questions under them, the text while it is changed, or a hint."""
        self._pages = QStackedWidget()
        self._flagged = _column((self.sentences, self.questions))
        self._empty = _column((self.hint,))
        for page in (self._empty, self._flagged, self.editor):
            self._pages.addWidget(page)
        return self._pages

    def _show_state(self, wish: Summarized | None, waits_for: str) -> None:
        """Why there is nothing to see yet, or why it ended early."""
        text = wish.problem if wish else ""
        if wish and wish.is_busy and not text:
            text = waits_for
        self.state.setText(text)
        self._state_frame.setVisible(bool(text))
        self.again_button.setVisible(bool(wish and wish.state in (SummaryState.STOPPED, SummaryState.FAILED)))

    def _waits_for(self, document: OpenDocument | None, doing: Doing | None) -> str:
        """What a summary that is wished for waits for; "" once it is under way."""
        if document is not None and document.state in (ReadState.WAITING, ReadState.READING):
            return self.tr("The summary comes when the document is read.")
        if document is not None and document.state is ReadState.LOCKED:
            return self.tr("The summary comes when the document is unlocked.")
        return "" if doing else self.tr("The summary begins in a moment.")

    def _hint(self, document: OpenDocument | None) -> str:
        if document is None:
            return self.tr("Open a document to summarize it.")
        if document.summary and document.summary.is_busy:
            return ""
        return self.tr(
            "A few sentences about the document, each checked against it: what the document bears out, and what it "
            "does not. You can also write or paste your own text with Edit and have it checked."
        )


def _column(widgets: Sequence[QWidget]) -> QWidget:
    """One under the other, each as high as it likes while there is room."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return page


def _opened(wish: Summarized | None) -> SummarySentence | None:
    return wish.sentence() if wish else None
