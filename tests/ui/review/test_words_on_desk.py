"""A word corrected on the page: the answers that stand on it are asked again, the others stay."""

from __future__ import annotations

from dataclasses import replace

from docqa_app.core.answer import Answer, Candidate
from docqa_app.core.changes import Deed
from docqa_app.core.document import Document
from docqa_app.session import asking, choosing, opening, reading
from docqa_app.session.reviewing import finishing, on_desk
from docqa_app.session.reviewing.state import Review
from docqa_app.session.state import AskState, OpenDocument, Session
from tests.ui.review.samples import AT, invoice, review

TOTAL, NET = (
    next(n for n, word in enumerate(invoice().pages[0].words) if word.text == t) for t in ("119,00", "100,00")
)


def open_invoice() -> Session:
    session = opening.open_files(Session(), ["/in/invoice.pdf"])
    return reading.reading_ends(reading.reading_begins(session, 1), 1, invoice())


def answered(session: Session) -> Session:
    """The total and the net amount were asked for and found."""
    session = asking.ask(session, 1, ["Total?", "Net?"])
    job = asking.next_job(session)
    assert job is not None
    found = [Answer(q, t, True, 0.9, 1, (w,)) for q, t, w in (("Total?", "119,00", TOTAL), ("Net?", "100,00", NET))]
    return asking.answered(session, job, found)


def in_view(session: Session) -> OpenDocument:
    assert session.in_view is not None
    return session.in_view


def reviewed(session: Session) -> Review:
    under_review = in_view(session).review
    assert under_review is not None
    return under_review


def test_only_answers_on_the_word_are_asked_again() -> None:
    session = on_desk.correct_word(answered(open_invoice()), 1, 1, TOTAL, "120,00", AT)
    document = in_view(session)
    assert document.pages[0].words[TOTAL].text == "120,00"
    assert [asked.state for asked in document.asked] == [AskState.WAITING, AskState.DONE]
    assert document.asked[1].words_mark == reading.words_mark(document.pages)


def test_an_answer_that_a_person_chose_is_only_marked_as_old_until_its_word_is_back() -> None:
    session = asking.ask(open_invoice(), 1, ["Total?"])
    job = asking.next_job(session)
    assert job is not None
    found = Answer("Total?", "100,00", True, 0.9, 1, (NET,), (Candidate("119,00", 0.4, 1, (TOTAL,)),))
    session = asking.answered(session, job, [found])
    session = choosing.choose_alternative(session, 1, 1, 1)
    session = on_desk.correct_word(session, 1, 1, TOTAL, "120,00", AT)
    assert in_view(session).asked[0].stale
    session = on_desk.go_on(session, 1, lambda one: finishing.undo(one, AT))
    assert not in_view(session).asked[0].stale


def test_undo_brings_the_word_back_as_it_was_read() -> None:
    session = on_desk.correct_word(open_invoice(), 1, 1, TOTAL, "120,00", AT)
    session = on_desk.go_on(session, 1, lambda one: finishing.undo(one, AT))
    assert in_view(session).pages[0].words[TOTAL] == invoice().pages[0].words[TOTAL]


def test_the_same_text_and_no_text_change_nothing() -> None:
    session = open_invoice()
    assert on_desk.correct_word(session, 1, 1, TOTAL, "119,00", AT) is session
    assert on_desk.correct_word(session, 1, 1, TOTAL, "  ", AT) is session


def test_values_found_after_a_correction_keep_it_in_their_journal() -> None:
    session = on_desk.correct_word(open_invoice(), 1, 1, TOTAL, "120,00", AT)
    session = on_desk.refill(session, 1, review(), AT)
    assert [entry.deed for entry in reviewed(session).changes] == [Deed.CORRECT_WORD, Deed.EXTRACT]
    session = on_desk.go_on(session, 1, lambda one: finishing.undo(one, AT))
    assert in_view(session).pages[0].words[TOTAL].text == "119,00"
    assert reviewed(session).extraction.fields


def test_corrections_of_another_reading_are_left_alone() -> None:
    session = on_desk.correct_word(open_invoice(), 1, 1, TOTAL, "120,00", AT)
    kept = reviewed(session)
    other = open_invoice()
    page = in_view(other).pages[0]
    words = (*page.words[:TOTAL], replace(page.words[TOTAL], text="else"), *page.words[TOTAL + 1 :])
    other = reading.page_read(other, 1, replace(page, words=words))
    assert in_view(on_desk.begin(other, 1, kept)).pages[0].words[TOTAL].text == "else"


def read_anew(session: Session, read: Document) -> Session:
    """As a document is read anew: page after page comes, then its end."""
    session = reading.reading_begins(session, 1)
    for page in read.pages:
        session = reading.page_read(session, 1, page)
    return reading.reading_ends(session, 1, read)


def test_values_that_stand_on_other_words_go_when_the_document_is_read_anew() -> None:
    kept = review()
    session = on_desk.begin(open_invoice(), 1, kept)
    assert in_view(read_anew(session, invoice())).review is kept
    assert in_view(read_anew(session, invoice("120,00"))).review is None


def test_corrected_words_come_back_with_the_review_that_the_library_has() -> None:
    session = on_desk.correct_word(open_invoice(), 1, 1, TOTAL, "120,00", AT)
    session = on_desk.begin(open_invoice(), 1, reviewed(session))
    assert in_view(session).pages[0].words[TOTAL].text == "120,00"


def test_a_document_that_is_read_anew_in_the_same_words_keeps_what_was_corrected_in_them() -> None:
    session = on_desk.begin(open_invoice(), 1, review())
    session = on_desk.correct_word(session, 1, 1, TOTAL, "120,00", AT)
    session = on_desk.correct_word(session, 1, 1, NET, "101,00", AT)
    session = on_desk.go_on(session, 1, lambda one: finishing.undo(one, AT))
    again = read_anew(session, invoice())
    assert in_view(again).review is reviewed(session)
    assert [in_view(again).pages[0].words[word].text for word in (TOTAL, NET)] == ["120,00", "100,00"]


def test_a_word_that_is_gone_by_now_is_not_corrected() -> None:
    session = open_invoice()
    assert on_desk.correct_word(session, 1, 1, len(invoice().pages[0].words), "120,00", AT) is session
