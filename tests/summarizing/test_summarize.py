"""Summaries are written, chosen and checked sentence by sentence."""

from __future__ import annotations

import pytest

from docqa_app.core.document import Document, Page
from docqa_app.core.summary import Flag, SummarySentence
from docqa_app.errors import Cancelled, UsageError
from docqa_app.summarizing.summarize import CheckedSummaries
from tests.fakes import FakeEngine, Said, as_told
from tests.summarizing.fakes import NeighbourModel, document_of

LETTER = document_of("Dear Sir, the roof is 40 years old. The repair is 900 euros. Work begins on day 12 of May.")


def summarizer(*written: str) -> CheckedSummaries:
    return CheckedSummaries(FakeEngine(), NeighbourModel(summaries=written))


def test_of_several_summaries_the_one_the_document_bears_out_best_is_taken() -> None:
    told = summarizer("The roof is 90 old.", "The repair is 900 euros.", "No questions.").summarize(LETTER)

    assert told.text == "The repair is 900 euros."
    assert told.quals == pytest.approx(0.0)
    assert told.model == "neighbours 1.0"


def test_a_summary_has_no_more_sentences_than_wished_for() -> None:
    written = "The roof is 40 old. The repair is 900 euros. Work begins on day 12. All is well."

    assert len(summarizer(written).summarize(LETTER, 2).sentences) == 2
    assert len(summarizer(written).summarize(LETTER, 1).sentences) == 2
    assert len(summarizer(written).summarize(LETTER, 5).sentences) == 4


def test_each_sentence_comes_as_it_is_written_and_again_with_its_flag() -> None:
    seen: list[tuple[int, str | None]] = []
    text = "The repair is 900 euros. The roof is 12 years old. Work begins soon."

    summarizer(text).summarize(LETTER, on_sentence=lambda place, one: seen.append((place, one.flag)))

    assert seen == [(0, None), (1, None), (2, None), (0, "supported"), (1, "doubtful"), (2, "not checkable")]


def test_the_wrong_sentence_shows_the_question_and_both_likelihoods() -> None:
    told = summarizer().check(LETTER, "The roof is 12 years old.")

    pair = told.sentences[0].pairs[0]
    assert (pair.question, pair.answer) == ("is ?", "12")
    assert pair.ll_document < pair.ll_summary
    assert told.sentences[0].quals == pytest.approx(pair.difference)


def test_the_documents_own_answer_and_its_place_stand_beside_the_texts() -> None:
    document = document_of("The repair is 900 euros.")

    told = CheckedSummaries(FakeEngine(as_told({"is ?": Said("900 euros")})), NeighbourModel()).check(
        document, "The repair is 12."
    )

    pair = told.sentences[0].pairs[0]
    assert (pair.answer, pair.document_answer, pair.page) == ("12", "900 euros", 1)
    assert [document.page(1).words[i].text for i in pair.evidence] == ["900", "euros."]


def test_only_changed_sentences_are_asked_again() -> None:
    model = NeighbourModel()
    checker = CheckedSummaries(FakeEngine(), model)
    before = checker.check(LETTER, "The repair is 900 euros. The roof is 40 years old.")
    model.asked.clear()

    after = checker.check(LETTER, "The repair is 900 euros. The roof is 12 years old.", known=before.sentences)

    assert model.asked == ["The roof is 12 years old"]
    assert after.sentences[0] is before.sentences[0]
    assert after.sentences[1].flag is Flag.DOUBTFUL


def test_a_known_sentence_without_a_flag_is_asked() -> None:
    told = summarizer().check(LETTER, "The repair is 900 euros.", known=[SummarySentence("The repair is 900 euros.")])

    assert told.sentences[0].flag is Flag.SUPPORTED


def test_what_stands_nowhere_is_unsupported_and_named() -> None:
    told = summarizer().check(LETTER, "It costs 950 euros.")

    assert told.sentences[0].flag is Flag.UNSUPPORTED
    assert [one.text for one in told.sentences[0].unfounded] == ["950"]


def test_an_emptied_summary_has_no_sentences_and_no_score() -> None:
    told = summarizer().check(LETTER, "  ")

    assert (told.sentences, told.quals) == ((), None)


def test_a_model_that_writes_nothing_gives_an_empty_summary() -> None:
    assert summarizer().summarize(LETTER).sentences == ()


def test_a_document_without_words_is_a_sentence_to_the_user() -> None:
    blank = Document("blank.pdf", "0" * 64, (Page(1, 595, 842),), 1)

    with pytest.raises(UsageError, match="no words"):
        summarizer("A summary.").summarize(blank)


def test_cancelling_ends_it_between_and_within_sentences() -> None:
    def stop(done: int, total: int) -> None:
        if done == 1:
            raise Cancelled

    seen: list[int] = []
    with pytest.raises(Cancelled):
        summarizer().check(
            LETTER, "The repair is 900 euros. The roof is 12.", report=stop, on_sentence=lambda n, _: seen.append(n)
        )
    assert seen == [0, 1, 0]


def test_a_long_document_is_told_part_after_part() -> None:
    long = document_of(*(f"Page {n} is about {n}. {'word ' * 1400}" for n in (1, 2, 3)))
    told = summarizer("The page is about 1. Then more.").summarize(long, 3)

    assert [one.text for one in told.sentences] == ["The page is about 1."] * 3
