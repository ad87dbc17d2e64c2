"""What a sentence gives its amounts and dates out for is told by the words around them."""

from __future__ import annotations

import pytest

from docqa_app.summarizing.wording import BY_CUSTOM, worded_in


def fields_told(sentence: str) -> list[tuple[str, str]]:
    return [(value.text, value.fields[0]) for value in worded_in(sentence)]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The net amount is 651.48.", [("651.48", "net_amount")]),
        ("Excluding VAT the sum is 651.48.", [("651.48", "net_amount")]),
        ("Including tax it comes to 775.26.", [("775.26", "total_amount")]),
        ("The price includes GST of 11.45.", [("11.45", "tax_amount")]),
        ("Darin ist MwSt. in Höhe von 11,45 € enthalten.", [("11,45 €", "tax_amount")]),
        ("Le prix comprend une TVA de 11,45 €.", [("11,45 €", "tax_amount")]),
        ("It totals 775.26 (651.48 net plus 123.78 tax).", ["total_amount", "net_amount", "tax_amount"]),
        ("Ohne Steuer wären es 651,48 €.", [("651,48 €", "net_amount")]),
        ("Vor Steuern sind es EUR 651,48.", [("EUR 651,48", "net_amount")]),
        ("Davon gehen 123,78 ans Finanzamt.", [("123,78", "tax_amount")]),
        ("Nous devons 11 082,92 € à Moreau SARL.", [("11 082,92 €", "total_amount")]),
        ("C'est 651,48 hors taxes et 775,26 toutes taxes comprises.", ["net_amount", "total_amount"]),
        ("Payment is due by 12 March 2024.", [("12 March 2024", "due_date")]),
        ("Zahlbar bis 17.1.2025.", [("17.1.2025", "due_date")]),
        ("The invoice was issued on 2024-03-01; 775.26 is to be paid.", ["invoice_date", "total_amount"]),
        ("La facture est datée du 12/10/2024.", [("12/10/2024", "invoice_date")]),
        ("This includes 123.78 tax.", [("123.78", "tax_amount")]),
        ("The total of 775.26 includes 123.78 tax.", ["total_amount", "tax_amount"]),
        ("651.48 plus 123.78 tax makes 775.26.", ["net_amount", "tax_amount", "total_amount"]),
        ("Le sous-total est 651,48.", [("651,48", "net_amount")]),
        ("Le net à payer est 775,26.", [("775,26", "total_amount")]),
        ("Zu zahlen waren 22,47.", [("22,47", "total_amount")]),
        ("La société facture 776,12 EUR à Salmon.", [("776,12 EUR", "total_amount")]),
        ("It was ordered on 2024-03-01 and delivered on 2024-03-09.", ["order_date", "delivery_date"]),
        ("The start date was 04.12.2024.", [("04.12.2024", "period_from")]),
        ("It has to be paid by 07-Nov-21.", [("07-Nov-21", "due_date")]),
        ("A discount of 5.00 was given.", [("5.00", "discount")]),
        ("Freight 1 $385.00 $390.00", [("$385.00", "shipping"), ("$390.00", "total_amount")]),
        ("651.48 was charged for shipping.", [("651.48", "shipping")]),
        ("100.00 was given and 49.85 returned.", ["cash", "change"]),
        ("Out of 20.00 I got 3.40 back.", ["cash", "change"]),
        ("Net 651.48 / VAT 123.78 / gross 775.26", ["net_amount", "tax_amount", "total_amount"]),
        ("651.48 net plus 123.78 VAT", ["net_amount", "tax_amount"]),
        ("Auf die 651,48 netto schlägt er 123,78 USt auf.", ["net_amount", "tax_amount"]),
        ("Dont TVA 1,30.", [("1,30", "tax_amount")]),
        ("In total it is 775.26, tax included.", [("775.26", "total_amount")]),
        ("La TVA incluse est de 123,78.", [("123,78", "tax_amount")]),
        ("They have charged 123.78 in VAT.", [("123.78", "tax_amount")]),
        ("Ex VAT: 651.48", [("651.48", "net_amount")]),
        ("Zieht man die Steuer ab, bleiben 651,48.", [("651,48", "net_amount")]),
        ("They took 25.00 off.", [("25.00", "discount")]),
        ("We have to pay off 25.00.", [("25.00", "total_amount")]),
        ("Lieferantenrechnung Meier, 775,26.", [("775,26", "total_amount")]),
        ("Transport 12,50 €.", [("12,50 €", "shipping")]),
        ("Goods came on 3 May 2024.", [("3 May 2024", "delivery_date")]),
        ("Nous avons réceptionné les articles le 03/05/2024.", [("03/05/2024", "delivery_date")]),
        ("Money must arrive by 3 May 2024.", [("3 May 2024", "due_date")]),
        ("Wir haben bis 3.5.2024 Zeit.", [("3.5.2024", "due_date")]),
        ("The bill was raised on 3 May 2024.", [("3 May 2024", "invoice_date")]),
        ("35,12735 € net, 6,563.18 VAT.", [("6,563.18", "tax_amount")]),
        ("La facture porte la date du 03/05/2024.", [("03/05/2024", "invoice_date")]),
    ],
)
def test_the_wording_tells_the_field(sentence: str, told: list[tuple[str, str]] | list[str]) -> None:
    found = fields_told(sentence)

    assert (found if isinstance(told[0], tuple) else [field for _, field in found]) == told


@pytest.mark.parametrize(
    "sentence",
    [
        "An amount of 651.48 is mentioned.",
        "Service surcharge of which 5 items: see page 12.",
        "Servicezuschlag: 19,52.",
        "The goods alone cost 651.48.",
        "The payment terms are net 21 days.",
        "Server migration took 12 hours at $135.00 an hour.",
        "Die Stunde wird mit 48,00 € je Stunde berechnet.",
        "La main-d'œuvre est facturée 48,00 € par heure.",
        "Payment is due net 45 weeks after receipt of the goods.",
        "Zahlungsziel netto 3 Monate.",
        "Le taux de TVA est 20%.",
        "It gives 832 Sexton Pike Alvinton.",
        "The total quantity was 33.",
        "The supplier's VAT number is 127009931689.",
        "Pay to IBAN DE37 4138 5184 1559 1997 40.",
        "The purchase took place at 15:10.",
        "It has the number 4059.",
        "Northgate sent invoice 2025-0417.",
        "The prescription date was 3 May 2024.",
        "Das Rezeptdatum war 03.05.2024.",
        "0.02 is the rounding.",
        "12 items were bought.",
    ],
)
def test_what_is_no_field_of_the_document_is_not_taken_for_one(sentence: str) -> None:
    assert fields_told(sentence) == []


def test_the_place_is_that_of_the_value() -> None:
    sentence = "It comes to $ 775.26 in total."

    (value,) = worded_in(sentence)
    assert sentence[value.start : value.end] == value.text == "$ 775.26"


def test_an_amount_without_a_word_to_it_is_the_total_less_plainly() -> None:
    (named,) = worded_in("The total is 775.26.")
    (bare,) = worded_in("Harbour Dental, 775.26.")

    assert named.fields == bare.fields == ("total_amount",)
    assert bare.plain < named.plain


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The net amount is 64019.", [("64019", "net_amount")]),
        ("77 is charged as tax.", [("77", "tax_amount")]),
        ("Rechnung 631646, ausgestellt am 13.22020.", [("13.22020", "invoice_date")]),
        ("Das Datum lautet 51.12.24.", [("51.12.24", "invoice_date")]),
        ("It gives 2013:04-11 as the payment deadline.", [("2013:04-11", "due_date")]),
        ("29.012011 ist das Rechnungsdatum.", [("29.012011", "invoice_date")]),
        ("The total is 1.012.011 EUR.", [("1.012.011 EUR", "total_amount")]),
    ],
)
def test_a_value_that_was_misread_on_the_page_is_still_one(sentence: str, told: list[tuple[str, str]]) -> None:
    assert fields_told(sentence) == told


def test_a_day_that_only_names_stand_by_is_that_of_the_paper_less_plainly() -> None:
    sentence = "Harbour Dental, 3 May 2024, 775.26."
    (day, _) = worded_in(sentence, [(0, len("Harbour Dental"))])

    assert (day.fields, day.plain) == (("invoice_date", "date"), BY_CUSTOM)
    assert worded_in("The lease ran on 3 May 2024.") == ()


def test_words_of_a_name_tell_nothing() -> None:
    sentence = "Port Laurie Market charges 28.09."

    assert [value.fields for value in worded_in(sentence)] == [("shipping",)]
    assert [value.fields for value in worded_in(sentence, [(0, len("Port Laurie Market"))])] == [("total_amount",)]


@pytest.mark.parametrize("sentence", ["It cost 775.26.", "Das kostet 775,26 €.", "Ça coûte 775,26."])
def test_what_something_costs_is_only_by_custom_the_total(sentence: str) -> None:
    (value,) = worded_in(sentence)

    assert (value.fields, value.plain) == (("total_amount",), BY_CUSTOM)


@pytest.mark.parametrize(
    ("sentence", "fields"),
    [
        ("The invoice of 3 May 2024 is due on 2 June 2024.", ["invoice_date", "due_date"]),
        ("The invoice of 3 May 2024 is due.", ["invoice_date"]),
        ("La facture du 7 février 2024 est à régler avant le 8 mars 2024.", ["invoice_date", "due_date"]),
        ("Die Rechnung vom 15.03.2024 ist zahlbar bis 14.04.2024.", ["invoice_date", "due_date"]),
        ("Die Bestellung vom 15.01.2024 wurde am 20.01.2024 geliefert.", ["order_date", "delivery_date"]),
        ("On 2 June 2024 payment is due, the invoice is of 3 May 2024.", ["due_date", "invoice_date"]),
        ("Am 2. Juni 2024 ist die Rechnung vom 3. Mai 2024 fällig.", ["invoice_date"]),
        ("Of the total of 1,200.00 VAT is 200.00.", ["total_amount", "tax_amount"]),
        ("Der Gesamtbetrag von 1.200,00 enthält eine Steuer von 200,00.", ["total_amount", "tax_amount"]),
        ("From the total of 1,200.00 a discount of 50.00 was taken.", ["total_amount", "discount"]),
        ("The total of 1,200.00 before VAT.", ["net_amount"]),
        ("Du total de 1 200,00 un acompte de 800,00 a été versé.", ["total_amount", "deposit"]),
        ("Eine Anzahlung von 800,00 wurde bar gegeben.", ["deposit"]),
    ],
)
def test_words_that_lead_to_the_next_value_say_nothing_of_the_one_before(sentence: str, fields: list[str]) -> None:
    assert [value.fields[0] for value in worded_in(sentence)] == fields


@pytest.mark.parametrize(
    "sentence",
    [
        "Bei Zahlung bis 25. März 2024 gibt es 2 % Skonto.",
        "A discount of 2 % is given when paid by 25 March 2024.",
        "Escompte de 2 % pour paiement avant le 25 mars 2024.",
        "Wer bis zum 18. Mai 2025 zahlt, darf 78,47 € Skonto abziehen.",
        "If paid by 18 May 2025, a discount of 78.47 may be taken.",
        "Si vous payez avant le 18 mai 2025, un escompte de 78,47 € est accordé.",
    ],
)
def test_the_day_of_a_discount_is_not_the_day_when_all_is_due(sentence: str) -> None:
    assert [value for value in worded_in(sentence) if value.fields == ("due_date",)] == []


def test_a_day_that_is_due_without_discount_is_due() -> None:
    assert fields_told("Zahlbar bis 14.04.2024 ohne Skonto.") == [("14.04.2024", "due_date")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The unit price is 48.60.",
        "Milk was settled at 48.60 per hundred litres.",
        "Lot 2, earthworks: 48.60",
        "Bei Verzug werden Mahngebühren von 48.60 angedroht.",
        "L'heure est facturée 48.60 par mécanicien.",
        "The warranty ends on 12 March 2024.",
        "Gutschein gültig bis 17.1.2025.",
        "Devis accepté le 17.01.2025.",
    ],
)
def test_what_is_no_fields_is_given_out_for_none(sentence: str) -> None:
    assert fields_told(sentence) == []


def test_beside_what_is_called_the_total_an_amount_is_none_by_custom() -> None:
    assert fields_told("The coffee was 4.20, the total 48.60.") == [("48.60", "total_amount")]


def test_an_event_that_a_mark_parts_from_the_day_leaves_it_due() -> None:
    assert fields_told("Payment must be here by 12 March 2024, otherwise we get a reminder.") == [
        ("12 March 2024", "due_date")
    ]


def test_the_ends_of_a_time_are_no_days_of_the_paper() -> None:
    assert fields_told("Billed is the time between 3 May 2024 and 9 May 2024.") == []
