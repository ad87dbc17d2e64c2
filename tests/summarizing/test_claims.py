"""The fields of a document's kind are asked of a sentence: what it gives out for another field counts against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from docqa_app.core.document import Page, Report, silent
from docqa_app.core.fields import FieldType, FieldValue, State
from docqa_app.core.pairs import WrittenPair
from docqa_app.core.summary import QualsPair
from docqa_app.paths import find_paths
from docqa_app.schemas.schema_file import shipped_schemas
from docqa_app.summarizing.claims import Facts, claimed, claims_of, facts_of, looked_up
from docqa_app.summarizing.doubt import signs_of
from docqa_app.summarizing.row_prices import without_row_prices
from docqa_app.summarizing.summarize import CheckedSummaries
from tests.answering.pages import page_of
from tests.fakes import FakeEngine, Said, as_told
from tests.summarizing.fakes import NeighbourModel, document_of, pair_of

SCHEMAS = shipped_schemas(find_paths({}).resources / "schemas")
INVOICE = next(schema for schema in SCHEMAS if schema.name == "invoice")
NET, TOTAL = "What is the net total?", "What is the total amount?"
BILL = document_of("Tax invoice number 7. Net amount 100.00. VAT 19.00. Total 119.00. Bill to Harbour Dental.")


def value(name: str, text: str, confidence: float = 0.9) -> FieldValue:
    return FieldValue(name, FieldType.AMOUNT, text, text, confidence=confidence, page=1, state=State.CONFIDENT)


def text_value(name: str, text: str) -> FieldValue:
    return replace(value(name, text), type=FieldType.TEXT)


def bill(net: float = 0.9) -> Facts:
    questions = {field.name: field.questions["en"][0] for field in INVOICE.fields}
    assert (questions["net_amount"], questions["total_amount"]) == (NET, TOTAL)
    return facts_of([value("net_amount", "100.00", net), value("total_amount", "119.00")], INVOICE, "en")


def fields_sign(sentence: str, facts: Facts) -> float:
    signs = signs_of(claimed(claims_of(sentence, facts), BILL.pages, sentence, NeighbourModel()), ())
    assert signs is not None
    return signs.fields


def test_a_value_given_out_for_a_field_that_has_another_counts_as_far_as_the_document_is_sure() -> None:
    assert fields_sign("The net amount is 119.00.", bill(net=0.7)) == 0.7


def test_a_sentence_that_says_what_the_document_says_is_borne_out() -> None:
    assert fields_sign("The net amount is 100.00.", bill(net=0.7)) == -0.7


def test_of_several_values_the_one_that_is_surely_wrong_counts() -> None:
    assert fields_sign("The net amount is 119.00, in total it is 119.00.", bill()) == 0.9


def test_the_claim_names_the_fields_question_and_the_value_as_the_sentence_has_it() -> None:
    (claim,) = claims_of("Excluding VAT it is EUR 119.00.", bill())

    assert (claim.question, claim.text, claim.fact.text) == (NET, "EUR 119.00", "100.00")


ROWS = page_of(
    (
        "Rechnung RE-2025-118",
        "1 Kabel 50 1,20 60,00",
        "2 Montage 6 65,00 390,00",
        "Summe Montage 450,00",
        "Zahlbar 535,50",
    )
)


@pytest.mark.parametrize(
    ("sentence", "amounts"),
    [
        ("Die Montage kostete 390,00 EUR.", []),
        ("Une heure de montage coûte 65,00 EUR.", []),
        ("Montage, das sind 390,00 EUR.", []),
        ("Die Montage kostete 60,00 EUR.", ["60,00 EUR"]),
        ("Die Montage kostete 450,00 EUR.", ["450,00 EUR"]),
        ("Die Rechnung kostet 118,00 EUR.", ["118,00 EUR"]),
        ("Die Montage kostete insgesamt 390,00 EUR.", ["390,00 EUR"]),
    ],
)
def test_the_price_of_a_row_that_the_sentence_names_is_not_taken_for_the_total(
    sentence: str, amounts: list[str]
) -> None:
    facts = facts_of([value("total_amount", "535,50 EUR")], INVOICE, "de")

    claims = without_row_prices(claims_of(sentence, facts), [ROWS], sentence)

    assert [claim.text for claim in claims] == amounts


def test_nothing_is_claimed_of_a_field_that_the_document_does_not_have() -> None:
    assert claims_of("Nothing is said.", bill()) == ()
    assert claims_of("Payment is due by 12 March 2024.", bill()) == ()
    assert claims_of("The net amount is 100.00.", Facts((), ())) == ()
    assert claims_of("The net amount is 100.00.", facts_of([value("net_amount", "")], INVOICE, "en")) == ()


def test_a_value_of_another_field_speaks_against_one_that_the_document_lacks() -> None:
    facts = facts_of([value("total_amount", "119.00"), value("tax_amount", "")], INVOICE, "en")

    assert 0.5 < fields_sign("Tax of 119.00 is included.", facts) < 0.9
    assert claims_of("The discount is 5.00.", facts)[0].elsewhere == 0


def test_without_tax_the_net_amount_may_be_the_total() -> None:
    facts = facts_of([value("total_amount", "119.00"), value("net_amount", "")], INVOICE, "en")

    assert claims_of("The net amount is 119.00.", facts) == ()


def test_an_amount_out_of_proportion_to_the_total_is_no_tax() -> None:
    total = replace(value("total_amount", "119.00"), value=Decimal("119.00"))
    facts = facts_of([total, value("tax_amount", "")], INVOICE, "en")

    assert fields_sign("The tax is 100.00.", facts) > 0.5
    assert claims_of("The tax is 19.00.", facts) == ()


def test_a_value_that_another_field_has_more_surely_is_not_believed_of_this_one() -> None:
    facts = facts_of([value("tax_amount", "119.00", 0.6), value("total_amount", "119.00")], INVOICE, "en")

    assert claims_of("The tax is 19.00.", facts) == ()
    assert fields_sign("The tax is 119.00.", facts) > 0.5


def test_another_currency_behind_the_amount_is_another_value() -> None:
    facts = facts_of([value("net_amount", "100,00€")], INVOICE, "fr")

    (dollars,) = claims_of("Sans la taxe, ce serait 100,00$.", facts)
    (euros,) = claims_of("Sans la taxe, ce serait 100,00 EUR.", facts)
    assert (dollars.agrees, euros.agrees) == (False, True)


def test_nobody_sells_to_himself_whatever_the_document_says() -> None:
    parties = [text_value("supplier_name", ""), text_value("customer_name", "")]

    assert fields_sign("Invoice 7 from Paul Books to Paul Books.", facts_of(parties, INVOICE, "en")) > 0.5


def test_companies_are_not_the_same_by_their_legal_form() -> None:
    facts = facts_of([text_value("supplier_name", "Nordwind GmbH & Co. KG")], INVOICE, "de")

    assert fields_sign("Der Lieferant ist Harbor GmbH & Co. KG.", facts) == pytest.approx(0.9)
    assert fields_sign("Der Lieferant ist Nordwind GmbH.", facts) == pytest.approx(-0.9)


def test_a_value_that_is_none_of_its_fields_type_counts_half() -> None:
    unread = replace(value("tax_amount", "No. 611"), value=None)

    assert fields_sign("The tax is 19.00.", facts_of([unread], INVOICE, "en")) == pytest.approx(0.45)


def test_what_the_kind_does_not_list_is_asked_of_the_document() -> None:
    engine = FakeEngine(as_told({"What is the delivery date?": Said("2024-03-02", confidence=0.6)}))
    facts = facts_of([value("total_amount", "119.00")], INVOICE, "en")

    def told(sentence: str) -> list[tuple[str, str, bool]]:
        claims = looked_up(claims_of(sentence, facts), BILL, engine, sentence)
        return [(claim.fact.name, claim.fact.text, claim.agrees) for claim in claims]

    assert told("The goods were delivered on 2024-03-09.") == [("delivery_date", "2024-03-02", False)]
    assert told("The goods were delivered on 2024-03-02.") == [("delivery_date", "2024-03-02", True)]
    assert told("Postage is 5.00.") == []


def test_swapped_parties_are_claims_of_both() -> None:
    parties = {"supplier_name": "Paul Books Inc", "customer_name": "Harbour Dental"}
    facts = facts_of([value(name, text) for name, text in parties.items()], INVOICE, "en")
    sentence = "Harbour Dental charges Paul Books Inc 119.00."

    assert [(claim.text, claim.fact.text) for claim in claims_of(sentence, facts)] == [
        ("Paul Books Inc", "Harbour Dental"),
        ("Harbour Dental", "Paul Books Inc"),
    ]


def test_claims_are_pairs_with_the_documents_value_and_do_not_count_for_quals() -> None:
    told = CheckedSummaries(of_bill(), NeighbourModel(), SCHEMAS).check(BILL, "The net amount is 119.00.")

    pair = net_pair(told.sentences[0].pairs)
    assert (pair.answer, pair.document_answer, pair.agrees, pair.page) == ("119.00", "100.00", False, 1)
    written = [one.difference for one in told.sentences[0].pairs if not one.field]
    assert told.sentences[0].quals == pytest.approx(sum(written) / len(written))


def test_a_question_that_a_field_asks_is_shown_once_however_often_the_model_writes_it() -> None:
    bill = document_of("Tax invoice number 7. Net 100.00. Bill to Harbour Dental.")
    model = Asking(NET)

    (sentence,) = CheckedSummaries(of_bill(), model, SCHEMAS).check(bill, "The net amount 119.00.").sentences

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


def of_bill() -> FakeEngine:
    return FakeEngine(as_told({NET: Said("100.00"), TOTAL: Said("119.00")}))


def test_what_a_line_gives_out_for_a_field_that_no_kind_lists_is_not_asked() -> None:
    paper = document_of("Delivery date: 29/04/2024 Freight 50.00 Due date: 02/06/2024")
    engine = FakeEngine(as_told({"What is the delivery date?": Said("02/06/2024", confidence=0.6)}))
    facts = facts_of([value("total_amount", "119.00")], INVOICE, "en")

    def told(sentence: str) -> list[tuple[str, str, bool]]:
        claims = looked_up(claims_of(sentence, facts), paper, engine, sentence)
        return [(claim.fact.name, claim.fact.text, claim.agrees) for claim in claims]

    assert told("The goods were delivered on 29 April 2024.") == [("delivery_date", "29/04/2024", True)]
    assert told("The goods were delivered on 2 June 2024.") == [("delivery_date", "29/04/2024", False)]
    assert told("Freight was 75.00.") == [("shipping", "50.00", False)]


def test_a_line_lights_up_the_words_of_its_value() -> None:
    paper = document_of("Delivery date: 29 April 2024")
    facts = facts_of([value("total_amount", "119.00")], INVOICE, "en")
    sentence = "Delivered on 29/04/2024."

    (claim,) = looked_up(claims_of(sentence, facts), paper, FakeEngine(as_told({})), sentence)

    assert (claim.fact.page, claim.fact.words) == (1, (2, 3, 4))


def test_a_rounded_amount_agrees_with_what_it_is_rounded_from() -> None:
    assert fields_sign("The total is about 120.00.", bill()) == -0.9
    assert fields_sign("Insgesamt sind es knapp 120,00 EUR.", bill()) == -0.9
    assert fields_sign("The total is about 130.00.", bill()) == 0.9
    assert fields_sign("The net amount is about 120.00.", bill()) == 0.9


def test_months_and_days_of_the_week_are_no_parties() -> None:
    facts = facts_of([text_value("supplier_name", "Nordwind GmbH"), text_value("customer_name", "Zoo")], INVOICE, "en")

    assert claims_of("The invoice was written in May.", facts) == ()
    assert claims_of("The bill of Sunday is open.", facts) == ()


@pytest.mark.parametrize("sentence", ["Two cheeseburgers cost 100.00.", "They had a cheeseburger for 100.00."])
def test_a_price_of_a_row_that_is_named_in_another_form_is_no_total(sentence: str) -> None:
    facts = facts_of([value("total_amount", "119.00")], INVOICE, "en")
    page = page_of(["2 Cheeseburger 100.00", "Total 119.00"])

    assert without_row_prices(claims_of(sentence, facts), [page], sentence) == ()


def test_an_owner_in_the_genitive_is_the_one_that_the_document_names() -> None:
    facts = facts_of([text_value("supplier_name", "Malerbetrieb Jürgen Hofstätter")], INVOICE, "de")

    (claim,) = claims_of("Die Rechnung des Malerbetriebs Hofstätter ist offen.", facts)
    assert claim.agrees
