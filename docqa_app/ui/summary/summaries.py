"""What the user wishes of a summary becomes steps of the session; its evidence is lit up on the page."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from docqa_app.core.summary import QualsPair
from docqa_app.session import summarizing as steps
from docqa_app.ui.lighting import Lighting
from docqa_app.ui.live import LiveSession
from docqa_app.ui.parts import SummariesRoom
from docqa_app.ui.summary import flag_words
from docqa_app.ui.summary.check_help import CheckHelp
from docqa_app.ui.summary.exporting import SummaryExports
from docqa_app.ui.summary.looking_over import LookingOver
from docqa_app.ui.summary.room import SummaryRoom
from docqa_app.ui.telling import announce
from docqa_app.ui.work.model import ModelState
from docqa_app.ui.workshop import Workshop


class Summaries(QObject):
    """Between the Summary tab, the page and the session. `said` and `failed` are for the window to tell."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        live: LiveSession,
        shop: Workshop,
        part: SummariesRoom,
        room: SummaryRoom,
        lighting: Lighting,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._live, self._work, self._model = live, shop.summarizing, shop.model
        self._room, self._lighting, self._window = room, lighting, window
        self._looking = LookingOver(shop.write_lane, part.look_for, self)
        self._edited: int | None = None
        self._begun = ""
        """The text as it was opened: sentences may come while it is being changed."""
        self.help: CheckHelp | None = None
        self._join_room()
        self._join_exports(SummaryExports(live, shop.write_lane, part.forms, window))
        self._work.ended.connect(self._announce)
        self._work.ready.connect(self._show_thresholds)
        for changed in (live.changed, self._work.moved, self._model.changed):
            changed.connect(self._show)
        self._show()

    def _join_room(self) -> None:
        room = self._room
        room.wish.wanted.connect(self.summarize)
        room.wish.stop_wanted.connect(self._work.stop)
        room.again_wanted.connect(self._again)
        room.help_wanted.connect(self._help)
        room.sentences.opened.connect(self._open)
        room.sentences.copy_wanted.connect(self._copy_sentence)
        room.sentences.edit_wanted.connect(self.edit)
        room.questions.pair_chosen.connect(self._light)
        room.deeds.edit_wanted.connect(self.edit)
        room.deeds.copy_wanted.connect(self._copy)
        room.deeds.back_wanted.connect(self._bring_back)
        room.editor.typed.connect(self._look_over)
        room.editor.taken.connect(self._take)
        room.editor.left.connect(self._leave)

    def _join_exports(self, exports: SummaryExports) -> None:
        self._room.deeds.export_button.setMenu(exports.menu)
        exports.said.connect(self.said)
        exports.failed.connect(self.failed)

    def summarize(self, sentences: int) -> None:
        """A new summary of the document in view."""
        if document := self._live.now.in_view:
            self._leave()
            self._live.step(steps.summarize, document.key, sentences)

    def begin(self) -> None:
        """For the key: the first summary of a document begins at once, another only by its button."""
        document = self._live.now.in_view
        if document is not None and document.summary is None and not self._room.is_editing:
            self.summarize(self._room.wish.sentences)
        elif not self._room.is_editing:
            self._room.sentences.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def edit(self) -> None:
        """The text of the document in view is opened for changes."""
        if document := self._live.now.in_view:
            self._edited = document.key
            self._begun = document.summary.summary.text if document.summary else ""
            self._room.edit(self._begun)
            self._show()

    def keep_edit(self) -> None:
        """At the end of the window the text is taken as it stands."""
        document = None if self._edited is None else self._live.now.document(self._edited)
        if document is not None and self._room.editor.text.toPlainText() != self._begun:
            found = self._looking.look_now(document, self._room.editor.text.toPlainText())
            self._edited = None
            self._live.step(steps.edit, document.key, found)

    def word_clicked(self, page: int, word: int) -> bool:
        """Whether the click was meant for the summary; opens the sentences on a word one after the other."""
        document = self._live.now.in_view
        if document is None or document.summary is None or not self._room.sentences.isVisible():
            return False
        places = steps.sentences_using(document, page, word)
        if places:
            last = places.index(document.summary.opened) + 1 if document.summary.opened in places else 0
            self._live.step(steps.open_sentence, document.key, places[last % len(places)])
            self._room.questions.list.choose(lambda pair: steps.stands_on(pair, page, word))
        self.said.emit(self.tr("%n sentence(s) of the summary stand on this word.", "", len(places)))
        return True

    def _show(self) -> None:
        document = self._live.now.in_view
        if self._edited is not None and (document is None or document.key != self._edited):
            self._take(self._room.editor.text.toPlainText())
        mine = document is not None and document.key == self._work.key()
        self._room.show_document(document, self._work.doing() if mine else None, self._model_state())

    def _model_state(self) -> str:
        if self._model.state is ModelState.FAILED and self._model.trouble:
            return self._model.trouble.sentence
        loading = self._model.engine is None
        return self.tr("The model is being loaded. The summary follows.") if loading else ""

    def _look_over(self, text: str) -> None:
        document = self._live.now.in_view
        if document is not None:
            self._looking.look(document, text, self._room.editor.show_marks, only_latest=True)

    def _take(self, text: str) -> None:
        """The text is split and looked over first; until then the document keeps what it had."""
        key, self._edited = self._edited, None
        document = None if key is None else self._live.now.document(key)
        self._room.end_edit()
        if document is not None and text != self._begun:
            self._light(None)
            self._looking.look(document, text, lambda found: self._live.step(steps.edit, document.key, found))
        self._show()

    def _leave(self) -> None:
        if self._room.is_editing:
            self._edited = None
            self._room.end_edit()
            self._show()

    def _bring_back(self) -> None:
        document = self._live.now.in_view
        if document is not None and document.summary is not None:
            text, key = document.summary.replaced, document.key
            self._looking.look(document, text, lambda found: self._live.step(steps.edit, key, found))

    def _again(self) -> None:
        if document := self._live.now.in_view:
            self._live.step(steps.check_again, document.key)

    def _help(self) -> None:
        self.help = self.help or CheckHelp(self._window)
        self._show_thresholds()
        self.help.show()
        self.help.raise_()
        self._work.prepare()

    def _show_thresholds(self) -> None:
        if self.help is not None:
            self.help.show_thresholds(self._work.summarizer.thresholds if self._work.summarizer else ())

    def _open(self, place: int) -> None:
        if document := self._live.now.in_view:
            self._live.step(steps.open_sentence, document.key, place)
            self._light(self._room.questions.list.pair())

    def _light(self, pair: QualsPair | None) -> None:
        """The place where the document's answer stands; nothing shines where it gives none."""
        words = {pair.page: pair.evidence} if pair is not None and pair.page is not None else {}
        self._lighting.show_words(words)

    def _copy(self) -> None:
        document = self._live.now.in_view
        if document is not None and document.summary is not None:
            QGuiApplication.clipboard().setText(document.summary.summary.text)
            self.said.emit(self.tr("Copied the summary."))

    def _copy_sentence(self, place: int) -> None:
        text = self._room.sentences.rows.sentence(place).text
        QGuiApplication.clipboard().setText(text)
        self.said.emit(self.tr("Copied “{text}”.").format(text=text))

    def _announce(self, key: int) -> None:
        """Tells a screen reader what the check found."""
        document = self._live.now.document(key)
        if document is not None and document.summary is not None:
            sentences = document.summary.summary.sentences
            announce(self._room, self.tr("Summary: {counted}").format(counted=flag_words.counted(sentences)))
