"""What the user wishes of questions and answers becomes steps of the session."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from docqa_app.session import asking, choosing
from docqa_app.session.state import OpenDocument
from docqa_app.ui import answer_words
from docqa_app.ui.ask_panel import AskPanel
from docqa_app.ui.lighting import Lighting
from docqa_app.ui.live import LiveSession
from docqa_app.ui.telling import announce
from docqa_app.ui.theme import shades_now
from docqa_app.ui.work.asking import Asking


class Answers(QObject):
    """Between the Ask tab, the page and the session. `said` carries a short sentence for the status bar."""

    said = Signal(str)

    def __init__(
        self, live: LiveSession, answering: Asking, panel: AskPanel, lighting: Lighting, window: QWidget
    ) -> None:
        super().__init__(window)
        self._live = live
        self._panel = panel
        self._lighting = lighting
        panel.ask_wanted.connect(self.ask)
        panel.answer_chosen.connect(self._choose)
        panel.alternative_chosen.connect(self._take)
        panel.copy_wanted.connect(self._copy)
        panel.remove_wanted.connect(self._remove)
        panel.again_wanted.connect(self._again)
        answering.answered.connect(self._announce)
        live.changed.connect(lambda: panel.show_session(live.now))
        panel.show_session(live.now)

    def ask(self, text: str, this_page: bool = False) -> None:
        """Each line of the text is a question to the document in view."""
        document = self._live.now.in_view
        if document is not None:
            pages = (document.page,) if this_page else None
            self._live.step(asking.ask, document.key, asking.questions_in(text), pages)

    def take_alternative(self, choice: int) -> None:
        """The nth other answer takes the place of the chosen one; 0 brings the model's own back."""
        document = self._live.now.in_view
        if document and document.selected is not None:
            self._take(document.selected, choice)

    def again(self) -> None:
        document = self._live.now.in_view
        if document and document.selected is not None:
            self._again(document.selected)

    def word_clicked(self, page: int, word: int) -> None:
        """Shows the answers that stand on a word, one after the other with each click."""
        document = self._live.now.in_view
        if document is None:
            return
        numbers = choosing.answers_using(document, page, word)
        if not numbers:
            self.said.emit(self.tr("No answer stands on this word."))
            return
        place = numbers.index(document.selected) + 1 if document.selected in numbers else 0
        self._live.step(choosing.choose_answer, document.key, numbers[place % len(numbers)])
        self.said.emit(self.tr("%n answer(s) stand on this word.", "", len(numbers)))

    def _announce(self, key: int, numbers: tuple[int, ...]) -> None:
        """Tells a screen reader the answers that have just come."""
        document = self._live.now.document(key)
        rows = self._panel.answers.rows
        for asked in document.asked if document else ():
            if asked.number in numbers:
                announce(self._panel.answers, answer_words.spoken(asked, rows.doubt_below, shades_now()))

    def _choose(self, number: int) -> None:
        if document := self._document():
            self._live.step(choosing.choose_answer, document.key, number)
            self._lighting.show_again()

    def _take(self, number: int, choice: int) -> None:
        if document := self._document():
            self._live.step(choosing.choose_alternative, document.key, number, choice)

    def _copy(self, number: int) -> None:
        document = self._document()
        asked = next((one for one in document.asked if one.number == number), None) if document else None
        answer = choosing.settled(asked) if asked else None
        if answer and answer.found:
            QGuiApplication.clipboard().setText(answer.text)
            self.said.emit(self.tr("Copied “{text}”.").format(text=answer.text))

    def _remove(self, number: int) -> None:
        if document := self._document():
            self._live.step(asking.forget_question, document.key, number)

    def _again(self, number: int) -> None:
        if document := self._document():
            self._live.step(asking.ask_again, document.key, (number,))

    def _document(self) -> OpenDocument | None:
        return self._live.now.in_view
