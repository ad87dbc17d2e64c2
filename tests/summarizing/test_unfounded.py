"""Names, amounts and dates that stand nowhere are found without the model, however they are written."""

from __future__ import annotations

import pytest

from docqa_app.core.summary import Kind
from docqa_app.summarizing.founded import Founded, founded_in
from docqa_app.summarizing.unfounded import unfounded
from tests.answering.pages import INVOICE, page_of


@pytest.fixture(scope="module")
def invoice() -> Founded:
    return founded_in([page_of(INVOICE)])


@pytest.mark.parametrize(
    "sentence",
    [
        "Muster Handels GmbH invoiced EUR 575.37 on 12 March 2024 (invoice RE-2024-0815).",
        "The total of €575,37 is due on March 26, 2024.",
        "Die Rechnung von Muster Handels GmbH über 575,37 € ist am 26. März 2024 fällig.",
        "In March 2024 the consulting cost 400 euros.",
        "Wegen Beratung sind 400 Euro zu zahlen.",
        "La facture du 12/03/2024 est de 575,37 EUR.",
        "Muster's travel was 83.5.",
        "Payment is due by 2024-03-26.",
        "Invoice RE-2024-0815 is for 575.37 EUR.",
        "It is -575.37 EUR, a credit.",
        "Nothing here to see.",
        "",
    ],
)
def test_what_the_document_says_in_another_form_is_founded(invoice: Founded, sentence: str) -> None:
    assert unfounded(sentence, invoice) == ()


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The total is 575.73 EUR.", [("575.73", Kind.AMOUNT)]),
        ("It is due on 27 March 2024.", [("27 March 2024", Kind.DATE)]),
        ("It is due 26/04/2024, they say.", [("26/04/2024", Kind.DATE)]),
        ("It came from Musik Handels GmbH.", [("Musik", Kind.NAME)]),
        ("It came from Miller Ltd in Hull.", [("Miller", Kind.NAME), ("Ltd", Kind.NAME), ("Hull", Kind.NAME)]),
        ("Invoice RE-2024-0816 is open.", [("RE-2024-0816", Kind.NAME)]),
        ("Die Rechnung der Meier AG ist offen.", [("Meier", Kind.NAME), ("AG", Kind.NAME)]),
        ("The total is USD 575.37.", [("USD", Kind.AMOUNT)]),
        ("The credit is -99.00 EUR.", [("-99.00", Kind.AMOUNT)]),
        ("Es sind 99,- offen.", [("99,-", Kind.AMOUNT)]),
        ("The total is $575.37.", [("$575.37", Kind.AMOUNT)]),
        ("Es wurden 9,50 Rabatt gewährt.", [("9,50", Kind.AMOUNT)]),
        ("In April it was 9 %.", [("April", Kind.NAME), ("9", Kind.AMOUNT)]),
    ],
)
def test_what_the_document_does_not_say_is_marked(
    invoice: Founded, sentence: str, found: list[tuple[str, Kind]]
) -> None:
    marked = unfounded(sentence, invoice)

    assert [(one.text, one.kind) for one in marked] == found
    assert all(sentence[one.start : one.end] == one.text for one in marked)


def test_a_number_that_may_be_read_in_two_ways_is_founded_by_either() -> None:
    document = founded_in([page_of(("Total 1.234 EUR", "Paid 03/04/2023"))])

    assert unfounded("It was 1234 euros.", document) == ()
    assert unfounded("It was paid on 3 April 2023.", document) == ()
    assert unfounded("It was paid on March 4, 2023.", document) == ()
    assert [one.text for one in unfounded("It was paid on 5 March 2023.", document)] == ["5 March 2023"]


def test_a_printed_sum_at_the_end_of_a_sentence_is_no_day_that_stands_nowhere() -> None:
    receipt = founded_in([page_of(("Total 10.05",))])

    assert unfounded("Without tax it would be 10.05.", receipt) == ()
    assert [one.kind for one in unfounded("Wir kommen am 10.06.", receipt)] == [Kind.DATE]


def test_a_word_that_is_capital_only_because_it_begins_the_sentence_is_no_name(invoice: Founded) -> None:
    assert unfounded("Somebody ordered consulting.", invoice) == ()
    assert [one.text for one in unfounded("Somebody Else ordered it.", invoice)] == ["Somebody", "Else"]


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f"])
def test_thousands_parted_by_spaces_are_one_number_on_either_side(space: str) -> None:
    document = founded_in([page_of((f"Montant 1{space}234,50 € pour 9 fenêtres",))])

    for right in ("1234,50", f"1{space}234,50", "1,234.50"):
        assert unfounded(f"Le montant est de {right} €.", document) == ()
    (wrong,) = unfounded(f"Le montant est de 9{space}234,50 €.", document)
    assert (wrong.text, wrong.kind) == (f"9{space}234,50", Kind.AMOUNT)


HEATING = ("Heizkostenabrechnung vom 31.12.2024", "Nachzahlung 54,14 €", "Objekt RE-31-0815, Hauptstraße 48")
PUMP = ("The pump is fitted on 15 March.", "It costs £85.00", "Meet us at 12 High Street")
POLICY = ("25 quai Perrache, Lyon, 04 72 40 11 26", "La franchise est de 150 euros", "fait le 3 avril 2025")
FEE = ("Annual fee", "45 pounds", "Discount 5.00")


@pytest.mark.parametrize(
    ("lines", "sentence", "wrong"),
    [
        (HEATING, "Die Nachzahlung beträgt 31 EUR.", ["31"]),
        (HEATING, "Die Nachzahlung beträgt 2.024 EUR.", ["2.024"]),
        (HEATING, "Die Nachzahlung beträgt 48 €.", ["48"]),
        (HEATING, "Die Nachzahlung beträgt 815,00.", ["815,00"]),
        (PUMP, "The water pump will cost £15.", ["£15"]),
        (PUMP, "The water pump will cost 12 pounds.", ["12"]),
        (POLICY, "La franchise est de 25 euros.", ["25"]),
        (POLICY, "La franchise est de 3 €.", ["3"]),
        (POLICY, "La franchise est de 26 €.", ["26"]),
        (FEE, "The annual fee is -£45.", ["-£45"]),
    ],
)
def test_the_numbers_of_days_codes_and_houses_found_no_sum_of_money(
    lines: tuple[str, ...], sentence: str, wrong: list[str]
) -> None:
    assert [one.text for one in unfounded(sentence, founded_in([page_of(lines)]))] == wrong


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (HEATING, "Am 31.12.2024 waren es 54,14 EUR, am 31 noch nichts."),
        (HEATING, "In 2024 EUR 54.14 were due."),
        (PUMP, "The pump is fitted on 15 March for £85."),
        (POLICY, "La franchise est de 150 €."),
        (POLICY, "La franchise est de EUR 150."),
        (FEE, "The annual fee is £45."),
        (FEE, "The annual fee is GBP 45."),
        (FEE, "The discount is -5.00."),
        (("Betrag in €", "850", "Miete März 45 Franken"), "Die Miete ist 850 €, im März 45 CHF."),
        (("Guthaben - 20,00 Euro",), "Es sind -20,00 €."),
    ],
)
def test_sums_are_founded_whatever_their_currency_is_written_as(lines: tuple[str, ...], sentence: str) -> None:
    assert unfounded(sentence, founded_in([page_of(lines)])) == ()


def test_a_percentage_is_founded_by_a_percentage_not_by_any_number() -> None:
    bill = founded_in([page_of(["7 trays 3 racks", "VAT 19 % 91.87", "2% cash discount", "MwSt. 5,5 von 100,00"])])

    assert [one.text for one in unfounded("VAT is 7 %, the discount 3 percent.", bill)] == ["7", "3"]
    assert unfounded("VAT is nineteen percent, the discount 2 %, MwSt. 5,5 %; 7 trays.", bill) == ()


@pytest.mark.parametrize("head", ["Net % Total", "Net Rate Total", "Netto Satz Brutto"])
def test_where_a_column_holds_rates_any_number_may_be_one(head: str) -> None:
    table = founded_in([page_of([head, "100,00 19,00 119,00", "Skonto 2 %"])])

    assert unfounded("The tax is 19 %.", table) == ()
