"""Questions for a field are answered by all that is known of the field, others by the model alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docqa_app.asking.field_answers import FieldAnswers
from docqa_app.asking.fitting import fitted
from docqa_app.asking.told_answers import KEPT, told
from docqa_app.core.answer import Answer, Candidate
from docqa_app.core.document import Box, Checkbox, Page, Word
from docqa_app.core.fields import FieldType, FieldValue, Source, State
from docqa_app.errors import Cancelled
from docqa_app.paths import find_paths
from docqa_app.schemas.schema_file import shipped_schemas
from tests.answering.pages import document_of, page_of
from tests.fakes import FakeEngine, Said, as_told

KINDS = shipped_schemas(find_paths({}).resources / "schemas")
BILL = document_of(page_of(("TAX INVOICE", "Invoice number 1001", "Net amount 100.00", "VAT 19.00", "Total 119.00")))
TOTAL = "What is the total including VAT?"
ITEMS = "How many items are there?"


def answers(engine: FakeEngine) -> FieldAnswers:
    return FieldAnswers(engine, KINDS)


def test_sums_that_add_up_answer_a_question_that_the_model_gets_wrong() -> None:
    engine = FakeEngine(as_told({TOTAL: Said("100.00", 0.6, (("119.00", 0.3),))}))

    (answer,) = answers(engine).ask(BILL, [TOTAL])

    assert (answer.text, answer.found, answer.page) == ("119.00", True, 1)
    assert [BILL.page(1).words[index].text for index in answer.evidence] == ["119.00"]
    assert answer.alternatives[0].text == "100.00"
    assert answer.question == TOTAL


def test_what_means_no_field_is_the_models_alone() -> None:
    question = "How many items are there?"
    engine = FakeEngine(as_told({question: Said("19.00", 0.7)}))

    (answer,) = answers(engine).ask(BILL, [question])

    assert answer.text == "19.00"
    assert engine.calls == [(question,)]


class OfTwoMinds(FakeEngine):
    """Answers free questions by another engine than fields."""

    def __init__(self, fields: FakeEngine, free: FakeEngine) -> None:
        super().__init__(fields.say, calls=fields.calls)
        self._free = free

    @property
    def freely(self) -> FakeEngine:
        return self._free


def test_what_means_a_field_is_not_asked_freely() -> None:
    fields, free = FakeEngine(as_told({TOTAL: Said("119.00", 0.4)})), FakeEngine()

    (total,) = answers(OfTwoMinds(fields, free)).ask(BILL, [TOTAL])

    assert total.text == "119.00"
    assert [call for call in free.calls if call] == []


def test_what_the_model_is_sure_of_is_not_asked_freely() -> None:
    fields, free = FakeEngine(as_told({ITEMS: Said("100.00", 0.85)})), FakeEngine(as_told({ITEMS: Said("19.00", 0.99)}))

    (answer,) = answers(OfTwoMinds(fields, free)).ask(BILL, [ITEMS])

    assert answer.text == "100.00"
    assert [call for call in free.calls if call] == []


def test_what_stands_beside_a_printed_key_is_not_asked_freely() -> None:
    letter = document_of(page_of(("Dear Sir", "Account no. : TB/4471", "Yours")))
    fields, free = (FakeEngine(as_told(told)) for told in ({}, {"Account no.": Said("4471", 0.99)}))

    (answer,) = answers(OfTwoMinds(fields, free)).ask(letter, ["Account no."])

    assert answer.text == "TB/4471"
    assert [call for call in free.calls if call] == []


@pytest.mark.parametrize(("sure", "text", "other"), [(0.8, "19.00", "100.00"), (0.6, "100.00", "19.00")])
def test_of_two_unsure_minds_the_surer_answers_and_the_other_may_be_chosen(sure: float, text: str, other: str) -> None:
    fields, free = FakeEngine(as_told({ITEMS: Said("100.00", 0.7)})), FakeEngine(as_told({ITEMS: Said("19.00", sure)}))

    (answer,) = answers(OfTwoMinds(fields, free)).ask(BILL, [ITEMS])

    assert answer.text == text
    assert other in [one.text for one in answer.alternatives]


def test_what_is_found_freely_answers_where_the_model_finds_no_field() -> None:
    fields, free = FakeEngine(), FakeEngine(as_told({ITEMS: Said("19.00", 0.6)}))

    (answer,) = answers(OfTwoMinds(fields, free)).ask(BILL, [ITEMS])

    assert (answer.text, answer.found, answer.page) == ("19.00", True, 1)


def test_progress_counts_the_questions_of_both_minds_together() -> None:
    seen: list[tuple[int, int]] = []
    engine = OfTwoMinds(FakeEngine(as_told({TOTAL: Said("119.00")})), FakeEngine())

    answers(engine).ask(BILL, ["Who pays?", TOTAL], report=lambda done, total: seen.append((done, total)))

    assert {total for _, total in seen} == {4}
    assert sorted(done for done, _ in seen) == [done for done, _ in seen]


def test_a_letter_has_no_fields() -> None:
    letter = document_of(page_of(("Dear Sir", "the total is 119.00", "Yours")))
    engine = FakeEngine()

    answers(engine).ask(letter, [TOTAL])

    assert engine.calls == [(TOTAL,)]


def test_a_further_question_for_the_same_field_costs_no_extraction() -> None:
    engine = FakeEngine(as_told({TOTAL: Said("119.00")}))
    asked = answers(engine)
    first = asked.ask(BILL, [TOTAL])
    calls = len(engine.calls)

    again = asked.ask(BILL, [TOTAL, "What is the net total?"])

    assert len(engine.calls) == calls
    assert again[0] == first[0]
    assert again[1].text == "100.00"


def test_only_the_pages_asked_about_count() -> None:
    pages = (
        replace(BILL.pages[0], number=1),
        replace(page_of(("TAX INVOICE", "Invoice no 7", "Total 5.00")), number=2),
    )
    both = replace(BILL, pages=pages)

    (answer,) = answers(FakeEngine(as_told({TOTAL: Said("5.00")}))).ask(both, [TOTAL], pages=[2])

    assert (answer.text, answer.page) == ("5.00", 2)


def test_it_can_be_stopped_while_fields_are_looked_for() -> None:
    calls: list[int] = []

    def stop(done: int, total: int) -> None:
        calls.append(done)
        if len(calls) > 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        answers(FakeEngine(as_told({TOTAL: Said("119.00")}))).ask(BILL, [TOTAL], report=stop)


def value(type_: FieldType, confidence: float) -> FieldValue:
    return FieldValue("x", type_, "field", "field", confidence=confidence, page=1, words=(3,), state=State.CHECK)


ANSWER = Answer("q", "model", True, 0.6, 1, (2,), (Candidate("field", 0.2, 1, (3,)),))


def test_a_day_or_an_amount_is_surer_as_a_field_and_of_names_the_surer_counts() -> None:
    assert told(ANSWER, value(FieldType.AMOUNT, 0.4)).text == "field"
    assert told(ANSWER, value(FieldType.TEXT, 0.4)) is ANSWER
    assert told(ANSWER, value(FieldType.TEXT, 0.7)).text == "field"
    beside_a_label = replace(value(FieldType.TEXT, 0.7), source=Source.RULE)
    assert told(ANSWER, beside_a_label) is ANSWER
    assert told(ANSWER, replace(beside_a_label, name="customer_name")).text == "field"
    assert told(replace(ANSWER, text="", found=False, page=None), beside_a_label).found


def test_the_models_answer_stays_among_the_alternatives() -> None:
    answer = told(ANSWER, value(FieldType.DATE, 0.9))

    assert [one.text for one in answer.alternatives] == ["model"]
    assert (answer.confidence, answer.evidence) == (KEPT * 0.9, (3,))


def test_a_field_that_was_not_found_leaves_the_answer() -> None:
    assert told(ANSWER, FieldValue("x", FieldType.AMOUNT)) is ANSWER


def test_a_question_for_a_box_to_tick_is_answered_by_its_ink() -> None:
    words = (Word("Urgent:", Box(0.1, 0.1, 0.2, 0.12)), Word("Yes", Box(0.34, 0.1, 0.38, 0.12)))
    page = Page(1, 600, 800, words, checkboxes=(Checkbox(Box(0.3, 0.1, 0.32, 0.12), 1.0),))
    question = "Is the box Yes ticked?"
    (answer,) = answers(FakeEngine(as_told({question: Said("no", 0.9)}))).ask(document_of(page), [question])
    assert (answer.text, answer.page, answer.evidence) == ("yes", 1, (1,))


@pytest.mark.parametrize(
    ("question", "said", "text"),
    [
        ("Where is the mill?", Said("6/14/91", 0.6, (("1200 Wharf Street", 0.3),)), "1200 Wharf Street"),
        ("How much did the mill cost?", Said("Ann Wood", 0.6), ""),
        ("How much did the mill cost?", Said("Ann Wood", 0.6, (("Sugar", 0.1),)), ""),
        ("At what time was it sent?", Said("6/14/91", 0.6), ""),
        ("What is the e-mail of Ann?", Said("P.O. Box 617", 0.6), ""),
        ("What is the e-mail of Ann?", Said("ann@mill", 0.6), "ann@mill"),
        ("How much was it?", Said("twelve", 0.6), "twelve"),
    ],
)
def test_what_cannot_answer_gives_way_to_what_the_model_also_thought_of(question: str, said: Said, text: str) -> None:
    (answer,) = FakeEngine(as_told({question: said})).ask(BILL, [question])
    assert fitted(answer, BILL).text == text
