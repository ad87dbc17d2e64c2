"""The Ask tab: the question box, the answers of the document in view, and what else each could be."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from docqa_app.session.state import Asked, OpenDocument, ReadState, Session
from docqa_app.ui.alternatives import Alternatives
from docqa_app.ui.answer_list import AnswerList
from docqa_app.ui.icons import Icons
from docqa_app.ui.question_box import QuestionBox
from docqa_app.ui.sign_button import SignButton
from docqa_app.ui.suggestions import Suggestions


class AskPanel(QWidget):
    """Shows the questions of one document; every wish leaves as a signal."""

    ask_wanted = Signal(str, bool)
    """The text of the box, and whether only the page in view is asked."""
    question_begun = Signal(bool)
    """Whether something is typed that is not asked yet."""
    answer_chosen = Signal(int)
    alternative_chosen = Signal(int, int)
    copy_wanted = Signal(int)
    remove_wanted = Signal(int)
    again_wanted = Signal(int)
    model_wanted = Signal()

    def __init__(self, icons: Icons, doubt_below: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QuestionBox()
        self.scope = QComboBox()
        self.ask_button = QPushButton(self.tr("Ask"))
        self.state = QLabel(wordWrap=True)
        self.load_again = QPushButton(self.tr("Try again"))
        self.answers = AnswerList(icons, doubt_below)
        self.alternatives = Alternatives()
        self.suggestions = Suggestions()
        self.copy_button = SignButton(icons, "copy", self.tr("Copy the answer"), "Ctrl+C")
        self.again_button = SignButton(icons, "again", self.tr("Ask again"))
        self.remove_button = SignButton(icons, "remove", self.tr("Remove the answer"), self.tr("Delete"))
        self.export_button = QToolButton()
        self._lay_out()
        self._connect()

    def show_session(self, session: Session) -> None:
        document = session.in_view
        self.box.set_history(session.history)
        self.setEnabled(document is not None)
        asked = document.asked if document else ()
        self.answers.show_answers(asked, document.selected if document else None)
        self.answers.setVisible(bool(asked))
        self.suggestions.setVisible(not asked)
        chosen = document.chosen() if document else None
        self.alternatives.show_asked(chosen, self._pages_asked(document, chosen))
        self.box.set_choices(self.alternatives.choices)
        for button in (self.copy_button, self.again_button, self.remove_button):
            button.setEnabled(chosen is not None)
        self.export_button.setEnabled(any(one.answer for one in asked))
        self.suggestions.show_state(_waits_because(document))

    def show_model(self, sentence: str, *, failed: bool) -> None:
        """`sentence` is empty once the model is there."""
        self.state.setText(sentence)
        self._state_frame.setVisible(bool(sentence))
        self.load_again.setVisible(failed)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 8)
        layout.setSpacing(8)
        layout.addWidget(self.box)
        layout.addLayout(self._ask_row())
        layout.addWidget(self._model_state())
        layout.addWidget(self.answers)
        layout.addWidget(self.alternatives)
        layout.addWidget(self.suggestions)
        layout.addStretch(1)
        layout.addLayout(self._deeds_row())

    def _ask_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.scope.addItems([self.tr("All pages"), self.tr("This page")])
        self.scope.setAccessibleName(self.tr("Pages to ask"))
        self.ask_button.setProperty("main", True)
        row.addWidget(self.scope)
        row.addStretch(1)
        row.addWidget(self.ask_button)
        return row

    def _model_state(self) -> QFrame:
        self._state_frame = QFrame()
        self._state_frame.setProperty("notice", "hint")
        row = QHBoxLayout(self._state_frame)
        row.addWidget(self.state, 1)
        row.addWidget(self.load_again)
        self._state_frame.hide()
        return self._state_frame

    def _deeds_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        for button in (self.copy_button, self.again_button, self.remove_button):
            row.addWidget(button)
        row.addStretch(1)
        self.export_button.setText(self.tr("Export"))
        self.export_button.setAccessibleName(self.tr("Export answers"))
        self.export_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.export_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        row.addWidget(self.export_button)
        return row

    def _connect(self) -> None:
        self.box.asked.connect(lambda text: self.ask_wanted.emit(text, self.scope.currentIndex() == 1))
        self.box.textChanged.connect(lambda: self.question_begun.emit(not self.box.document().isEmpty()))
        self.ask_button.clicked.connect(self.box.ask)
        self.box.choice_wanted.connect(self.alternatives.choose)
        self.box.copy_wanted.connect(lambda: self._wish(self.copy_wanted))
        self.box.left.connect(self._leave_box)
        self.suggestions.chosen.connect(lambda text: self.ask_wanted.emit(text, False))
        self.answers.chosen.connect(self.answer_chosen)
        self.answers.copy_wanted.connect(self.copy_wanted)
        self.answers.remove_wanted.connect(self.remove_wanted)
        self.alternatives.chosen.connect(self.alternative_chosen)
        self.load_again.clicked.connect(self.model_wanted)
        for button, wish in (
            (self.copy_button, self.copy_wanted),
            (self.again_button, self.again_wanted),
            (self.remove_button, self.remove_wanted),
        ):
            button.clicked.connect(lambda _=False, wish=wish: self._wish(wish))

    def _leave_box(self) -> None:
        """To the answers, where digits and letters are keys again."""
        if self.answers.isVisible():
            self.answers.setFocus()
        else:
            self.box.clearFocus()

    def _wish(self, wish: SignalInstance) -> None:
        index = self.answers.currentIndex()
        if index.isValid():
            wish.emit(self.answers.rows.asked(index.row()).number)

    def _pages_asked(self, document: OpenDocument | None, asked: Asked | None) -> tuple[int, int]:
        """First and last page a question was put to."""
        if document is None or asked is None:
            return (1, 1)
        pages = asked.pages or tuple(page.number for page in document.pages) or (1,)
        return (pages[0], pages[-1])


def _waits_because(document: OpenDocument | None) -> ReadState | None:
    return document.state if document else None
