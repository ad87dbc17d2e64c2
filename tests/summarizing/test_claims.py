"""The fields of a document's kind are asked of a sentence: what it gives out for another field counts against it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from docqa_app.core.answer import Candidate
from docqa_app.core.document import Page, Report, silent
from docqa_app.core.fields import FieldType, FieldValue, State
from docqa_app.core.pairs import WrittenPair
from docqa_app.core.summary import QualsPair
from docqa_app.extracting.schema_file import shipped_schemas
from docqa_app.paths import find_paths
from docqa_app.summarizing.claims import Facts, claimed, claims_of, facts_of
from docqa_app.summarizing.doubt import signs_of
from docqa_app.summarizing.summarize import CheckedSummaries
from tests.fakes import FakeEngine, Said, as_told
from tests.summarizing.fakes import NeighbourModel, document_of, pair_of

SCHEMAS = shipped_schemas(find_paths({}).resources / "schemas")
INVOICE = next(schema for schema in SCHEMAS if schema.name == "invoice")
NET, TOTAL = "What is the net total?", "What is the total amount?"
BILL = document_of("Tax invoice number 7. Net amount 100.00. VAT 19.00. Total 119.00. Bill to Harbour Dental.")


def value(name: str, text: str, confidence: float = 0.9) -> FieldValue:
    return FieldValue(name, FieldType.AMOUNT, text, text, confidence=confidence, page=1, state=State.CONFIDENT)


def bill() -> Facts:
    questions = {field.name: field.questions["en"][0] for field in INVOICE.fields}
    assert (questions["net_amount"], questions["total_amount"]) == (NET, TOTAL)
    return facts_of([value("net_amount", "100.00"), value("total_amount", "119.00")], INVOICE, "en")


def says(net: Said | None = None, total: Said | None = None) -> FakeEngine:
    return FakeEngine(as_told({question: said for question, said in ((NET, net), (TOTAL, total)) if said}))


def fields_sign(sentence: str, engine: FakeEngine) -> float:
    claims = claims_of(sentence, bill(), engine)
    signs = signs_of(claimed(claims, BILL.pages, sentence, NeighbourModel()), ())
    assert signs is not None
    return signs.fields


def test_a_value_given_out_for_a_field_that_has_another_counts_against_a_sentence() -> None:
    assert fields_sign("The net amount is 119.00.", says(net=Said("119.00"))) == pytest.approx(0.95 * 0.9)


def test_a_sentence_that_says_what_the_document_says_has_nothing_against_it() -> None:
    assert fields_sign("The net amount is 100.00.", says(net=Said("100.00"))) == 0.0


def test_of_the_fields_that_a_sentence_answers_with_one_value_the_surest_counts() -> None:
    engine = says(net=Said("100.00", 0.9), total=Said("100.00", 0.6))

    assert fields_sign("It is 100.00 before tax.", engine) == 0.0


def test_a_field_is_no_claim_where_the_sentence_does_not_have_the_answer() -> None:
    assert claims_of("Nothing is said.", bill(), says(net=Said("100.00"))) == ()
    assert claims_of("The net amount is 100.00.", Facts((), ()), FakeEngine()) == ()


def test_claims_are_pairs_with_the_documents_value_and_do_not_count_for_quals() -> None:
    told = CheckedSummaries(engine_for_both(), NeighbourModel(), SCHEMAS).check(BILL, "The net amount is 119.00.")

    pair = net_pair(told.sentences[0].pairs)
    assert (pair.answer, pair.document_answer, pair.agrees, pair.page) == ("119.00", "100.00", False, 1)
    written = [one.difference for one in told.sentences[0].pairs if not one.field]
    assert told.sentences[0].quals == pytest.approx(sum(written) / len(written))


def test_a_question_that_a_field_asks_is_shown_once_however_often_the_model_writes_it() -> None:
    bill = document_of("Tax invoice number 7. Net 100.00. Bill to Harbour Dental.")
    engine = FakeEngine(as_told({NET: Said("119.00"), "amount ?": Said("119.00")}))
    model = Asking(NET)

    (sentence,) = CheckedSummaries(engine, model, SCHEMAS).check(bill, "The net amount 119.00.").sentences

    questions = [pair.question for pair in sentence.pairs]
    assert sorted(questions) == sorted(set(questions))
    assert [pair.question for pair in sentence.pairs if pair.field == "net_amount"] == [NET]


class Asking(NeighbourModel):
    """Also writes one question of its own, twice with another answer."""

    def __init__(self, question: str) -> None:
        super().__init__()
        self.question = question

    def write_pairs(self, pages: Sequence[Page], beams: int, report: Report = silent) -> tuple[WrittenPair, ...]:
        own = [pair_of(self.question, answer) for answer in ("119.00", "net amount 119.00")]
        return (*NeighbourModel.write_pairs(self, pages, beams, report), *own)


def net_pair(pairs: tuple[QualsPair, ...]) -> QualsPair:
    return next(pair for pair in pairs if pair.field == "net_amount")


def engine_for_both() -> FakeEngine:
    """Says of the bill what stands there, and of the sentence that its amount is the net one."""
    of_bill = as_told({NET: Said("100.00"), TOTAL: Said("119.00")})
    of_sentence = as_told({NET: Said("119.00")})

    def say(question: str, pages: Sequence[Page]) -> Sequence[Candidate]:
        return (of_bill if tuple(pages) == BILL.pages else of_sentence)(question, pages)

    return FakeEngine(say)
