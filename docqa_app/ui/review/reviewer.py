"""What the clerk wishes of values becomes steps of the review; what the review says is shown and lit on the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from docqa_app.core.document import Box
from docqa_app.core.doubts import doubts, needs_look
from docqa_app.core.fields import Concern
from docqa_app.session.reviewing import finishing, focusing, setting
from docqa_app.session.reviewing.state import Review
from docqa_app.ui.live import LiveSession
from docqa_app.ui.pages.view import PagesView
from docqa_app.ui.review import value_words
from docqa_app.ui.review.editor import Editor
from docqa_app.ui.review.hand import Hand, now
from docqa_app.ui.review.panel import FieldsPanel
from docqa_app.ui.telling import announce
from docqa_app.ui.theme import shades_now


class Reviewer(QObject):
    """Between the Fields room, the page and the session. `said` carries a sentence for the status bar."""

    said = Signal(str)
    finished = Signal(int)
    """The key of a document that was accepted."""

    def __init__(self, live: LiveSession, panel: FieldsPanel, view: PagesView, parent: QObject) -> None:
        super().__init__(parent)
        self._hand = Hand(live)
        self._panel = panel
        self._view = view
        self._lit: object = None
        self._warned: tuple[int, int] | None = None
        self._written: object = None
        panel.fields.chosen.connect(self.go_to)
        panel.items.chosen.connect(self.go_to)
        panel.keys.doubt_wanted.connect(self.next_doubt)
        panel.keys.accept_wanted.connect(self.accept)
        panel.keys.choice_wanted.connect(self.take)
        panel.detail.taken.connect(self.take)
        panel.findings.chosen.connect(self._show_concerns)
        panel.finish_wanted.connect(self.finish)
        for wish in (panel.keys.edit_wanted, panel.fields.edit_wanted, panel.items.edit_wanted):
            wish.connect(self.edit)
        for editor in (panel.fields.editor, panel.items.editor):
            editor.entered.connect(self._entered)
            editor.typed.connect(self._typed)
            editor.left.connect(self._untyped)
        live.changed.connect(self.light)

    def go_to(self, place: Concern) -> None:
        self._hand.go_on(focusing.focus, place)

    def next_doubt(self, step: int = 1) -> None:
        """The keyboard follows from fields to cells and back."""
        review = self._hand.review
        if review is None:
            return
        if not doubts(review.extraction):
            self._say(self.tr("All is checked. Ctrl+Enter accepts the document."))
            return
        self._hand.go_on(focusing.next_doubt, step)
        self._panel.focus_place()
        self._speak()

    def accept(self) -> None:
        """What has no single meaning must first be chosen or written."""
        review, place = self._hand.review, self._hand.place
        if review is None or place is None:
            self.next_doubt()
            return
        value = review.value(place)
        if setting.acceptable(value):
            self._hand.go_on(setting.accept, place, now())
            self._go_on_from(1)
        elif value.readings:
            self._say(
                self.tr("“{text}” can mean several things: press the number of the right one.").format(text=value.text)
            )
        else:
            self.edit()

    def take(self, number: int) -> None:
        review, place = self._hand.review, self._hand.place
        if review is None or place is None:
            return
        if self._hand.go_on(setting.take, place, number, self._hand.as_read, now()):
            self._go_on_from(1)

    def edit(self) -> None:
        review, place = self._hand.review, self._hand.place
        if review is None or place is None:
            return
        name = value_words.label(review.schema, place, review.language)
        text = review.value(place).text
        self._written = self._here()
        if place.row is None:
            self._panel.fields.edit_field(name, text)
        else:
            self._panel.items.edit_cell(name, text)

    def keep_writing(self) -> bool:
        """Takes what is being written as it stands; whether nothing is left open, as what is nothing of its type is."""
        editor = next((one for one in (self._panel.fields.editor, self._panel.items.editor) if one.isVisible()), None)
        if editor is None or not editor.isModified():
            self._panel.stop_writing()
            return True
        return self._take_written(editor.text())

    def finish(self) -> None:
        """With values still in doubt it takes a second wish, for the first may have come from habit."""
        if not self.keep_writing():
            return
        review, document = self._hand.review, self._hand.document
        if review is None or document is None or review.accepted:
            return
        left, token = doubts(review.extraction), (document.key, len(review.changes))
        if left and self._warned != token:
            self._warned = token
            self.next_doubt()
            self._say(
                self.tr("%n value(s) are still to check. Accept once more to take them as they are.", "", len(left))
            )
            return
        self._hand.go_on(finishing.finish, now())
        self.finished.emit(document.key)

    def undo(self) -> None:
        self._turn(finishing.undo, self.tr("Nothing is left to undo."))

    def redo(self) -> None:
        self._turn(finishing.redo, self.tr("Nothing is left to redo."))

    def _turn(self, step: Callable[[Review, str], Review], nothing: str) -> None:
        """The keyboard follows to what has changed, also where the table it was in goes with its last row."""
        held = self._panel.fields.hasFocus() or self._panel.items.hasFocus()
        if not self._hand.go_on(step, now()):
            self._say(nothing)
        elif held:
            self._panel.focus_place()

    def light(self) -> None:
        """The evidence of the value the clerk is at, where it has changed."""
        self._leave_what_is_gone()
        if not self._panel.isVisible():
            self._lit = None
            return
        review, document = self._hand.review, self._hand.document
        place = review.focus if review else None
        boxes = _boxes(review, (place,)) if review and place else {}
        shone = (document.key if document else None, place, tuple(boxes.items()))
        if shone != self._lit:
            self._lit = shone
            self._shine(boxes)

    def light_again(self) -> None:
        """For a document that came onto the desk after its values: what was lit before it lay there is gone."""
        self._lit = None
        if self._hand.place is not None:
            self.light()

    def _shine(self, boxes: dict[int, tuple[Box, ...]]) -> None:
        if boxes:
            self._view.show_evidence(boxes, steady=True)
        else:
            self._view.clear_evidence()

    def _show_concerns(self, concerns: Sequence[Concern]) -> None:
        """A rule's values all at once: the clerk is at the first that can be changed."""
        review = self._hand.review
        there = [place for place in concerns if review is not None and review.has(place)]
        if review is None or not there:
            return
        first = next((place for place in there if needs_look(review.value(place))), there[0])
        self.go_to(first)
        self._panel.focus_place()
        self._shine(_boxes(review, there))

    def _entered(self, text: str, go: int) -> None:
        if self._take_written(text):
            self._go_on_from(go or 1)

    def _take_written(self, text: str) -> bool:
        """Stays in the editor, with the reason, while the text is nothing of its type."""
        review, place = self._hand.review, self._hand.place
        if review is None or place is None or self._written != self._here():
            return False
        understood = setting.understood(review, place, text)
        if text.strip() and understood.value is None and not understood.readings:
            problem = value_words.problem(text.strip(), review.value(place).type)
            self._panel.detail.show_typed("", problem)
            self._say(problem)
            return False
        self._editor(place).close_up()
        self._hand.go_on(setting.edit, place, text, self._hand.as_read, now())
        return True

    def _here(self) -> object:
        """What an editor is open for: a value of a document, and with a row more or less a cell is another's."""
        review, document = self._hand.review, self._hand.document
        return (document.key, review.focus, len(review.extraction.line_items)) if document and review else None

    def _leave_what_is_gone(self) -> None:
        """Another document or value has come under the editor: what is written there was never meant for it."""
        if self._panel.is_writing and self._written != self._here():
            self._panel.stop_writing()

    def _typed(self, text: str) -> None:
        review, place = self._hand.review, self._hand.place
        if review is not None and place is not None:
            parsed, kind = setting.understood(review, place, text), review.value(place).type
            meant = parsed.value if parsed.value is not None and not isinstance(parsed.value, str) else None
            unread = bool(text.strip()) and parsed.value is None and not parsed.readings
            said = value_words.said(meant, kind) if meant is not None else ""
            self._panel.detail.show_typed(said, value_words.problem(text.strip(), kind) if unread else "")

    def _untyped(self) -> None:
        self._panel.detail.show_review(self._hand.review)

    def _editor(self, place: Concern) -> Editor:
        return self._panel.fields.editor if place.row is None else self._panel.items.editor

    def _go_on_from(self, step: int) -> None:
        """To the next doubt, unless the value the clerk is at is still one."""
        review, place = self._hand.review, self._hand.place
        if review is None or (place is not None and needs_look(review.value(place))):
            self._speak()
            return
        self.next_doubt(step)

    def _speak(self) -> None:
        """A screen reader hears where the clerk is now."""
        review, place = self._hand.review, self._hand.place
        if review is not None and place is not None:
            name = value_words.label(review.schema, place, review.language)
            sentence = value_words.spoken(name, review.value(place), needs_look(review.value(place)), shades_now())
            announce(self._panel, sentence)

    def _say(self, sentence: str) -> None:
        self.said.emit(sentence)


def _boxes(review: Review, concerns: Sequence[Concern]) -> dict[int, tuple[Box, ...]]:
    """What stands on the pages of some values, by page."""
    boxes: dict[int, tuple[Box, ...]] = {}
    for place in concerns:
        value = review.value(place) if review.has(place) else None
        if value is not None and value.page is not None and value.boxes:
            boxes[value.page] = (*boxes.get(value.page, ()), *value.boxes)
    return boxes
