"""A summary is wished for, written, changed by a person and checked: values and steps, without a window."""

from __future__ import annotations

import json
from dataclasses import replace

from docqa_app.core.document import Box, Document, Page, Word
from docqa_app.core.summary import (
    Flag,
    Kind,
    QualsPair,
    QualsToken,
    Summary,
    SummarySentence,
    Unfounded,
)
from docqa_app.session import journal, summarizing
from docqa_app.session.opening import open_files
from docqa_app.session.reading import reading_begins, reading_ends
from docqa_app.session.state import ReadState, Session, change
from docqa_app.session.summarizing import SummaryJob, next_summary
from docqa_app.session.summary import Summarized, SummaryState

TOKENS = (QualsToken("What total? ", -0.25, -0.125, False), QualsToken("1.50", -3.0, -0.5, True))
PAIR = QualsPair("What total?", "1.50", TOKENS, "1.50 EUR", 1, (0, 1))
GOOD = SummarySentence("The total is 1.50.", (), Flag.SUPPORTED, -1.3, (PAIR,), 0.25)
BAD = SummarySentence("It is due 2 May.", (Unfounded("2 May", Kind.DATE, 10, 15),), Flag.UNSUPPORTED, -4.0)
BARE = SummarySentence("It came by ship.")


def page(*words: str) -> Page:
    return Page(1, 595, 842, tuple(Word(word, Box(0.1, 0.1, 0.2, 0.2)) for word in words))


def read(session: Session, *words: str) -> Session:
    return reading_ends(session, 1, Document("a.pdf", "a", (page(*words),), 1))


def opened() -> Session:
    return reading_begins(open_files(Session(), ["a.pdf"]), 1)


def wish(session: Session) -> Summarized:
    document = session.document(1)
    assert document is not None
    assert document.summary is not None
    return document.summary


def begun(session: Session) -> tuple[Session, SummaryJob]:
    job = next_summary(session)
    assert job is not None
    return summarizing.summary_begins(session, job), job


def written() -> Session:
    session, job = begun(read(summarizing.summarize(opened(), 1, 4), "Total", "1.50"))
    return summarizing.summarized(session, job, Summary((GOOD, BAD), -2.0, "model 1"))


def test_a_summary_waits_until_the_document_is_read() -> None:
    session = summarizing.summarize(opened(), 1, 4)
    assert next_summary(session) is None
    job = next_summary(read(session, "Total", "1.50"))
    assert job is not None
    assert (job.writes, job.wanted) == (True, 4)


def test_sentences_are_seen_as_they_come_and_again_when_checked() -> None:
    session, job = begun(read(summarizing.summarize(opened(), 1, 2), "Total"))
    for place, sentence in enumerate((replace(GOOD, flag=None), replace(BAD, flag=None))):
        session = summarizing.sentence_came(session, job, place, sentence)
    session = summarizing.sentence_came(session, job, 0, GOOD)
    assert wish(session).summary.sentences == (GOOD, replace(BAD, flag=None))
    assert wish(session).state is SummaryState.WRITING


def test_nothing_comes_into_a_summary_that_was_stopped() -> None:
    session, job = begun(read(summarizing.summarize(opened(), 1, 2), "Total"))
    session = summarizing.sentence_came(session, job, 0, GOOD)
    session = summarizing.summary_ends(session, job, SummaryState.STOPPED, "Stopped.")
    session = summarizing.sentence_came(session, job, 1, BAD)
    assert wish(session).summary.sentences == (GOOD,)
    assert wish(session).problem == "Stopped."
    assert next_summary(session) is None


def test_only_changed_sentences_are_checked_after_an_edit() -> None:
    session = summarizing.edit(written(), 1, (SummarySentence(GOOD.text), BARE))
    assert wish(session).summary.sentences == (GOOD, BARE)
    assert wish(session).edited
    job = next_summary(session)
    assert job is not None
    assert (job.text, job.known) == ("The total is 1.50. It came by ship.", (GOOD,))
    assert not job.writes


def test_the_same_text_is_no_edit_and_no_text_takes_the_summary_away() -> None:
    session = written()
    same = summarizing.edit(session, 1, (SummarySentence(GOOD.text), SummarySentence(BAD.text)))
    assert wish(same) == wish(session)
    document = summarizing.edit(session, 1, ()).document(1)
    assert document is not None
    assert document.summary is None


def test_a_summary_of_ones_own_can_be_checked_without_one_of_the_model() -> None:
    session = summarizing.edit(read(opened(), "Total"), 1, (BARE,))
    job = next_summary(session)
    assert job is not None
    assert job.text == BARE.text


def test_what_a_person_wrote_is_kept_when_the_model_writes_anew() -> None:
    session = summarizing.summarize(summarizing.edit(written(), 1, (BARE,)), 1, 3)
    assert wish(session).replaced == BARE.text
    assert wish(summarizing.summarize(session, 1, 2)).replaced == BARE.text


def test_a_summary_is_checked_again_on_other_words() -> None:
    session = read(written(), "Total", "7.50")
    assert wish(session).state is SummaryState.CHANGED
    assert [one.flag for one in wish(session).summary.sentences] == [None, None]
    assert wish(read(written(), "Total", "1.50")).state is SummaryState.DONE


def test_a_check_that_ends_after_the_words_changed_is_done_once_more() -> None:
    session, job = begun(read(summarizing.summarize(opened(), 1, 4), "Total", "1.50"))
    session = summarizing.summarized(read(session, "Other"), job, Summary((GOOD,)))
    assert wish(session).state is SummaryState.CHANGED


def test_an_opened_sentence_that_goes_is_closed() -> None:
    session = summarizing.open_sentence(written(), 1, 1)
    assert wish(session).sentence() == BAD
    assert wish(summarizing.open_sentence(session, 1, 2)) == wish(session)
    assert wish(summarizing.edit(session, 1, (BARE,))).opened is None
    assert wish(summarizing.edit(session, 1, (GOOD, BARE))).opened is None
    assert wish(summarizing.edit(session, 1, (BARE, BAD))).opened == 1


def test_an_edited_summary_is_the_same_after_a_restart() -> None:
    session = summarizing.edit(written(), 1, (GOOD, BARE))
    back = journal.from_json(json.loads(json.dumps(journal.to_json(session))))
    assert wish(back) == wish(session)


def test_what_was_being_written_is_written_at_the_next_start() -> None:
    session, job = begun(read(summarizing.summarize(opened(), 1, 2), "Total"))
    session = summarizing.sentence_came(session, job, 0, GOOD)
    back = journal.from_json(json.loads(json.dumps(journal.to_json(session))))
    assert wish(back) == Summarized(2)


def test_a_journal_without_summaries_is_read() -> None:
    stored = journal.to_json(opened())
    del stored["documents"][0]["summary"]
    document = journal.from_json(stored).document(1)
    assert document is not None
    assert document.summary is None


def test_a_locked_document_is_not_summarized() -> None:
    session = summarizing.summarize(opened(), 1, 3)
    locked = change(session, 1, lambda document: replace(document, state=ReadState.LOCKED))
    assert next_summary(locked) is None
