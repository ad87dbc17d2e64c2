"""What is exported marks no more than the screen does."""

from __future__ import annotations

from docqa_app.core.answer import Answer, Candidate
from docqa_app.core.document import Box, Page, Word
from docqa_app.exporting.marks import marks_of
from docqa_app.session.state import Asked, AskState, OpenDocument, ReadState
from docqa_app.ui.exports import finished

PAGE = Page(1, 600, 800, (Word("Date", Box(0.1, 0.1, 0.2, 0.12)), Word("1.50", Box(0.5, 0.1, 0.6, 0.12))))


def of(*, stale: bool) -> OpenDocument:
    """A document with an answer that the user chose, on other words where it is stale."""
    answer = Answer("Total?", "99", True, 0.9, 1, (1,), (Candidate("1.50", 0.5, 1, (0,)),), "m")
    asked = Asked(1, "Total?", None, AskState.DONE, answer, choice=1, stale=stale)
    return OpenDocument(1, "/x.pdf", ReadState.READY, (PAGE,), 1, asked=(asked,), selected=1)


def test_an_answer_on_other_words_is_exported_without_a_place() -> None:
    fresh, old = (finished(of(stale=stale), None) for stale in (False, True))

    assert [answer.text for answer in (*fresh.answers, *old.answers)] == ["1.50", "1.50"]
    assert len(marks_of(fresh.document, fresh.answers)) == 1
    assert marks_of(old.document, old.answers) == ()
