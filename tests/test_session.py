"""The session's steps: what a clerk does, without a window."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from docqa_app.core.answer import Answer, Candidate
from docqa_app.core.document import Box, Document, Page, Word, WordSource
from docqa_app.session import asking, choosing, journal, opening, reading, summarizing
from docqa_app.session.state import EVERY_PAGE, AskState, Level, ReadState, Session
from docqa_app.session.summary import Summarized

OTHER = Candidate("2.00", 0.4, 2, (0, 1))
FOUND = Answer("Total?", "1.00", True, 0.9, 1, (1,), (OTHER,), "small 1.0")
MISSING = Answer("King?", "", False, 0.1, None, (), (OTHER,), "small 1.0")


def page(number: int, *words: str) -> Page:
    boxes = (Box(0.1 * i, 0.1, 0.1 * i + 0.05, 0.2) for i in range(len(words)))
    return Page(number, 595, 842, tuple(Word(text, box) for text, box in zip(words, boxes, strict=True)))


def read(session: Session, *pages: Page) -> Session:
    """The document in view, read to its end."""
    document = session.in_view
    assert document is not None
    session = reading.reading_begins(session, document.key)
    return reading.reading_ends(session, document.key, Document(document.path, "ab12", pages, len(pages)))


def one_read() -> Session:
    return read(opening.open_files(Session(), ["/a.pdf"]), page(1, "Total", "1.00"), page(2, "Sum", "2.00"))


def answer_all(session: Session, *answers: Answer) -> Session:
    job = asking.next_job(session)
    assert job is not None
    return asking.answered(asking.asking_begins(session, job), job, answers)


def test_opened_files_lie_on_the_desk_once_and_the_last_is_in_view() -> None:
    session = opening.open_files(Session(), ["/a.pdf", "/b.pdf", "/a.pdf"])
    assert [document.path for document in session.documents] == ["/a.pdf", "/b.pdf"]
    assert session.in_view is not None
    assert session.in_view.path == "/a.pdf"


def test_the_page_at_work_is_the_first_without_words() -> None:
    session = opening.open_files(Session(), ["/a.pdf"])
    key = session.current or 0
    assert reading.page_at_work(session.in_view) == 0
    session = reading.pages_counted(reading.reading_begins(session, key), key, 3)
    for number, then in ((1, 2), (3, 2), (2, 0)):
        session = reading.page_read(session, key, page(number, "Total"))
        assert reading.page_at_work(session.in_view) == then


def test_closing_brings_the_neighbour_into_view() -> None:
    session = opening.open_files(Session(), ["/a", "/b", "/c"])
    session = opening.close(session, 2)
    assert session.current == 3
    session = opening.close(session, 3)
    assert session.current == 1
    assert opening.close(session, 1).in_view is None


def test_closing_another_document_leaves_the_view() -> None:
    session = opening.open_files(Session(), ["/a", "/b"])
    assert opening.close(session, 1).current == 2
    assert opening.close(session, 99) is session


def test_stepping_goes_round() -> None:
    session = opening.open_files(Session(), ["/a", "/b"])
    assert opening.step_document(session, 1).current == 1
    assert opening.step_document(Session(), 1) == Session()


def test_pages_take_their_places_as_they_are_read() -> None:
    session = reading.reading_begins(opening.open_files(Session(), ["/a"]), 1)
    for number in (3, 1, 2):
        session = reading.page_read(session, 1, page(number, "word"))
    session = reading.page_read(session, 1, page(2, "better"))
    document = session.documents[0]
    assert [one.number for one in document.pages] == [1, 2, 3]
    assert document.pages[1].words[0].text == "better"


def test_news_of_a_closed_document_changes_nothing() -> None:
    session = one_read()
    closed = opening.close(session, 1)
    assert reading.page_read(closed, 1, page(1, "late")) is closed


def test_the_page_in_view_stays_within_the_document() -> None:
    session = opening.turn_to(opening.open_files(Session(), ["/a"]), 1, 9)
    assert read(session, page(1, "a"), page(2, "b")).documents[0].page == 2


def test_questions_wait_until_the_document_is_read_and_then_go_together() -> None:
    session = reading.reading_begins(opening.open_files(Session(), ["/a"]), 1)
    session = asking.ask(session, 1, ("Total?",))
    session = asking.ask(session, 1, ("King?",))
    assert asking.next_job(session) is None
    job = asking.next_job(read(session, page(1, "x")))
    assert job is not None
    assert job.questions == ("Total?", "King?")


def test_questions_to_other_pages_go_in_another_batch() -> None:
    session = asking.ask(one_read(), 1, ("Total?",))
    session = asking.ask(session, 1, ("King?",), (2,))
    session = answer_all(session, FOUND)
    job = asking.next_job(session)
    assert job is not None
    assert (job.questions, job.pages) == (("King?",), (2,))


def test_the_document_in_view_is_asked_first() -> None:
    session = asking.ask(one_read(), 1, ("Total?",))
    session = read(opening.open_files(session, ["/b"]), page(1, "x"))
    session = asking.ask(session, 2, ("King?",))
    job = asking.next_job(session)
    assert job is not None
    assert job.key == 2


def test_pages_read_before_a_stop_can_be_asked() -> None:
    session = reading.reading_begins(opening.open_files(Session(), ["/a"]), 1)
    session = asking.ask(reading.page_read(session, 1, page(1, "x")), 1, ("Total?",))
    session = reading.reading_fails(session, 1, ReadState.STOPPED, "Stopped.")
    assert asking.next_job(session) is not None


def test_the_history_keeps_each_question_once_the_newest_last() -> None:
    session = one_read()
    for question in ("A?", "B?", "A?"):
        session = asking.ask(session, 1, (question,))
    assert session.history == ("B?", "A?")


def test_lines_are_questions_and_empty_ones_are_none() -> None:
    assert asking.questions_in("  Total? \n\nKing?\nTotal?\n") == ("Total?", "King?")
    assert asking.ask(one_read(), 1, ()) == one_read()


def test_removing_a_question_chooses_its_neighbour() -> None:
    session = asking.ask(one_read(), 1, ("A?", "B?", "C?"))
    session = choosing.choose_answer(session, 1, 2)
    session = asking.forget_question(session, 1, 2)
    assert session.documents[0].selected == 1
    session = asking.forget_question(session, 1, 1)
    assert session.documents[0].selected == 3
    assert asking.forget_question(session, 1, 99) == session


def test_a_failed_question_can_be_asked_again() -> None:
    session = asking.ask(one_read(), 1, ("Total?",))
    job = asking.next_job(session)
    assert job is not None
    session = asking.asking_fails(asking.asking_begins(session, job), job, "It broke.")
    assert session.documents[0].asked[0].problem == "It broke."
    assert asking.next_job(asking.ask_again(session, 1, (1,))) == job


def test_an_alternative_takes_the_place_of_the_answer_and_gives_it_back() -> None:
    session = answer_all(asking.ask(one_read(), 1, ("Total?",)), FOUND)
    chosen = choosing.choose_alternative(session, 1, 1, 1).documents[0].asked[0]
    settled = choosing.settled(chosen)
    assert settled is not None
    assert (settled.text, settled.page, settled.evidence) == ("2.00", 2, (0, 1))
    assert choosing.level(chosen, 0.8) is Level.CHOSEN
    assert choosing.choose_alternative(session, 1, 1, 2) == session
    assert choosing.settled(replace(chosen, choice=0)) == FOUND


def test_levels_follow_confidence_and_the_threshold() -> None:
    session = answer_all(asking.ask(one_read(), 1, ("Total?", "King?")), FOUND, MISSING)
    found, missing = session.documents[0].asked
    assert choosing.level(found, 0.8) is Level.FOUND
    assert choosing.level(found, 0.95) is Level.CHECK
    assert choosing.level(missing, 0.8) is Level.NOT_FOUND
    assert choosing.level(replace(found, answer=None), 0.8) is None


def test_a_word_knows_the_answers_that_stand_on_it() -> None:
    session = answer_all(asking.ask(one_read(), 1, ("Total?", "King?")), FOUND, MISSING)
    assert choosing.answers_using(session.documents[0], 1, 1) == (1,)
    assert choosing.answers_using(session.documents[0], 1, 0) == ()
    session = choosing.choose_alternative(session, 1, 2, 1)
    assert choosing.answers_using(session.documents[0], 2, 0) == (2,)


def test_other_words_ask_again_but_keep_what_the_clerk_chose() -> None:
    session = answer_all(asking.ask(one_read(), 1, ("Total?", "King?")), FOUND, MISSING)
    session = choosing.choose_alternative(session, 1, 2, 1)
    again = read(session, page(1, "Tctal", "1.0O"), page(2, "Sum", "2.00"))
    asked, chosen = again.documents[0].asked
    assert asked.state is AskState.WAITING
    assert (chosen.state, chosen.stale, chosen.choice) == (AskState.DONE, True, 1)


def test_another_alternative_on_old_words_is_as_old_and_the_models_own_is_asked_for_anew() -> None:
    session = answer_all(asking.ask(one_read(), 1, ("King?",)), replace(MISSING, alternatives=(OTHER, OTHER)))
    session = choosing.choose_alternative(session, 1, 1, 1)
    again = read(session, page(1, "Tctal", "1.0O"), page(2, "Sum", "2.00"))
    second = choosing.choose_alternative(again, 1, 1, 2).documents[0]
    assert (second.asked[0].choice, second.asked[0].stale) == (2, True)
    assert choosing.answers_using(second, 2, 0) == ()
    own = choosing.choose_alternative(again, 1, 1, 0).documents[0].asked[0]
    assert (own.state, own.answer, own.stale) == (AskState.WAITING, None, False)


def test_what_the_clerk_chose_is_not_old_once_its_words_come_back() -> None:
    session = answer_all(asking.ask(one_read(), 1, ("King?",)), MISSING)
    session = choosing.choose_alternative(session, 1, 1, 1)
    other = read(session, page(1, "Tctal", "1.0O"), page(2, "Sum", "2.00"))
    back = read(other, page(1, "Total", "1.00"), page(2, "Sum", "2.00"))
    assert back.documents[0].asked == session.documents[0].asked


def test_the_same_words_keep_their_answers() -> None:
    session = answer_all(asking.ask(one_read(), 1, ("Total?",)), FOUND)
    again = read(session, page(1, "Total", "1.00"), page(2, "Sum", "2.00"))
    assert again.documents[0].asked == session.documents[0].asked


def test_a_source_for_every_page_takes_the_place_of_single_ones() -> None:
    session = reading.take_words_from(one_read(), 1, 2, WordSource.OCR)
    assert session.documents[0].sources == ((2, WordSource.OCR),)
    assert session.documents[0].state is ReadState.WAITING
    session = reading.take_words_from(session, 1, EVERY_PAGE, WordSource.TEXT_LAYER)
    assert session.documents[0].sources == ((EVERY_PAGE, WordSource.TEXT_LAYER),)
    session = reading.take_words_from(session, 1, EVERY_PAGE, None)
    assert session.documents[0].sources == ()


def test_an_earlier_desk_comes_under_what_was_opened_since() -> None:
    earlier = answer_all(asking.ask(one_read(), 1, ("Total?",)), FOUND)
    now = asking.ask(opening.open_files(Session(), ["/b"]), 1, ("King?",))
    both = opening.put_back(now, earlier)
    assert [document.path for document in both.documents] == ["/b", "/a.pdf"]
    assert both.current == 1
    assert len({document.key for document in both.documents}) == 2
    assert [asked.number for document in both.documents for asked in document.asked] == [1, 2]
    assert both.documents[1].selected == 2
    assert opening.put_back(Session(), earlier) == earlier


texts = st.text(max_size=20)
candidates = st.builds(
    Candidate,
    texts,
    st.floats(0, 1),
    st.integers(1, 9),
    st.lists(st.integers(0, 99), max_size=3).map(lambda few: tuple(few)),
)
answers = st.builds(
    Answer,
    question=texts,
    text=texts,
    found=st.booleans(),
    confidence=st.floats(0, 1),
    page=st.none() | st.integers(1, 9),
    evidence=st.lists(st.integers(0, 99), max_size=3).map(lambda few: tuple(few)),
    alternatives=st.lists(candidates, max_size=3).map(lambda few: tuple(few)),
    model=texts,
)


@settings(max_examples=50)
@given(st.lists(answers, min_size=1, max_size=3))
def test_the_journal_brings_back_what_was_answered(given_answers: list[Answer]) -> None:
    session = asking.ask(one_read(), 1, tuple(f"Question {i}?" for i in range(len(given_answers))))
    session = answer_all(session, *given_answers)
    back = journal.from_json(json.loads(json.dumps(journal.to_json(session))))
    assert back.documents[0].asked == session.documents[0].asked
    assert back.history == session.history
    assert (back.next_key, back.next_number) == (session.next_key, session.next_number)
    assert back.documents[0].state is ReadState.WAITING


def test_a_question_that_was_being_answered_is_asked_again_at_the_next_start() -> None:
    session = asking.ask(one_read(), 1, ("Total?",), (2,))
    job = asking.next_job(session)
    assert job is not None
    back = journal.from_json(journal.to_json(asking.asking_begins(session, job)))
    assert back.documents[0].asked[0].state is AskState.WAITING
    assert back.documents[0].asked[0].pages == (2,)


def test_a_turn_of_the_page_makes_no_answer_of_the_journal_anew() -> None:
    session, made = answer_all(asking.ask(one_read(), 1, ("Total?",)), FOUND), journal.Made()
    (before,) = journal.to_json(session, made)["documents"]
    more = answer_all(
        asking.ask(replace(session, documents=(replace(session.documents[0], page=2),)), 1, ("Day?",)), FOUND
    )
    (after,) = journal.to_json(more, made)["documents"]

    assert after["asked"][0] is before["asked"][0]
    assert [one["question"] for one in after["asked"]] == ["Total?", "Day?"]
    assert after["page"] == 2
    assert after == journal.to_json(more)["documents"][0]


def test_what_is_locked_since_the_journal_was_made_is_not_in_it_any_more() -> None:
    session, made = answer_all(asking.ask(one_read(), 1, ("Total?",)), FOUND), journal.Made()
    journal.to_json(session, made)
    locked = reading.reading_fails(session, 1, ReadState.LOCKED, "It is locked.")

    assert journal.to_json(locked, made)["documents"][0]["asked"][0]["answer"] is None


def test_of_what_a_password_opened_the_journal_holds_the_questions_alone() -> None:
    session = answer_all(asking.ask(one_read(), 1, ("Total?",)), FOUND)
    session = summarizing.summarize(session, 1, 4)
    session = reading.reading_fails(session, 1, ReadState.LOCKED, "It is locked.")
    (document,) = journal.from_json(journal.to_json(session)).documents
    assert (document.asked[0].question, document.asked[0].state, document.asked[0].answer) == (
        "Total?",
        AskState.WAITING,
        None,
    )
    assert document.summary == Summarized(4)


def test_answers_to_words_that_were_read_anew_meanwhile_are_asked_for_again() -> None:
    session = asking.ask(one_read(), 1, ["Total?"])
    job = asking.next_job(session)
    assert job is not None
    session = asking.asking_begins(session, job)
    session = read(session, page(1, "TOTAL", "due", "1.00"), page(2, "Sum", "2.00"))
    session = asking.answered(session, job, [FOUND])
    assert session.in_view is not None
    (asked,) = session.in_view.asked
    assert (asked.state, asked.answer) == (AskState.WAITING, None)
    assert asking.next_job(session) != job
