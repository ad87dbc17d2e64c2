"""Who sells and who buys is told by the words beside a name."""

from __future__ import annotations

import pytest

from docqa_app.summarizing.parties import parties_in
from docqa_app.summarizing.party_words import CUSTOMER, SELLER

SHOP, BUYER = "Harbour Dental Ltd", "Paul Books & Sons"


def roles(sentence: str, *known: str) -> list[tuple[str, str]]:
    names = {"supplier_name": "sells", "customer_name": "buys"}
    return [(name.text, names[name.fields[0]]) for name in parties_in(sentence, known)]


@pytest.mark.parametrize(
    "sentence",
    [
        f"{SHOP} invoices {BUYER} for 12.50.",
        f"The supplier is {SHOP}, the customer {BUYER}.",
        f"{BUYER} is asked to pay 12.50 to {SHOP}.",
        f"Invoice 7 from {SHOP} to {BUYER}.",
        f"{SHOP} wants 12.50 from {BUYER}.",
        f"{BUYER} got a bill over 12.50 from {SHOP}.",
        f"{BUYER} received the goods from {SHOP}.",
        f"{BUYER} receives an invoice from {SHOP}.",
        f"{SHOP} gets GBP 651.48 from {BUYER}.",
        f"{SHOP} received 12.50 from {BUYER}.",
        f"{SHOP} bekommt 12,50 von {BUYER}.",
        f"{SHOP} a reçu 12,50 de {BUYER}.",
        f"{SHOP} berechnet {BUYER} 12,50.",
        f"{BUYER} hat von {SHOP} eine Rechnung bekommen.",
        f"Eine Rechnung an {BUYER}, gestellt von {SHOP}.",
        f"{SHOP} facture 12,50 à {BUYER}.",
        f"{BUYER} soll 12,50 an {SHOP} zahlen.",
        f"{SHOP} is after 12.50 from {BUYER}.",
        f"Gestern hat {SHOP} an {BUYER} geliefert.",
        f"C'est {SHOP} qui facture et {BUYER} qui paie.",
        f"{SHOP} drew up the invoice and {BUYER} received it.",
    ],
)
def test_both_parties_have_their_roles(sentence: str) -> None:
    assert sorted(roles(sentence, SHOP, BUYER)) == [(SHOP, "sells"), (BUYER, "buys")]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("We owe Sagar Traders 17.14.", [("Sagar Traders", "sells")]),
        ("On 29 April 2024 Holly Hodge sent invoice 9.", [("Holly Hodge", "sells")]),
        ("The supplier is Calvin Wells.", [("Calvin Wells", "sells")]),
        ("It gives Danielle Fowler as the issuer.", [("Danielle Fowler", "sells")]),
        ("Auguste Geisler ist der Verkäufer.", [("Auguste Geisler", "sells")]),
        ("Glen Dental is stated as customer.", [("Glen Dental", "buys")]),
        ("The name of the customer was Roberto Bond.", [("Roberto Bond", "buys")]),
        ("Made out to Roberto Bond.", [("Roberto Bond", "buys")]),
        ("The invoice is in the name of Roberto Bond.", [("Roberto Bond", "buys")]),
        ("Debtor on this one: Roberto Bond.", [("Roberto Bond", "buys")]),
        ("Leistungsempfänger ist Roberto Bond.", [("Roberto Bond", "buys")]),
        ("Achat effectué par Roberto Bond.", [("Roberto Bond", "buys")]),
        ("Supplier bill Roberto Bond / 12.50.", [("Roberto Bond", "sells")]),
        ("Hi, Roberto Bond would like 12.50 from us.", [("Roberto Bond", "sells")]),
        ("Gläubiger ist Roberto Bond.", [("Roberto Bond", "sells")]),
    ],
)
def test_a_name_that_the_document_gives_no_party_is_found_by_its_role(
    sentence: str, told: list[tuple[str, str]]
) -> None:
    assert roles(sentence, SHOP) == told


@pytest.mark.parametrize(
    "sentence",
    [
        "The director of the company reads Vanessa Gibson.",
        "The money is to be sent to First National Bank.",
        "The shop is at Joel Place.",
        "The forwarding company was Pinemarine Inc.",
        "The money is to be sent to HSBC.",
        "Transfer it to IBAN DE37 4138.",
    ],
)
def test_other_names_have_no_role(sentence: str) -> None:
    assert roles(sentence) == []


def test_a_known_name_without_a_role_sells_less_plainly() -> None:
    (alone,) = parties_in(f"Bill no. 7 ({SHOP}).", [SHOP])

    assert alone.fields[0] == "supplier_name"
    assert alone.plain < 1.0
    assert parties_in(f"The goods were shipped to {SHOP}.", [SHOP])[:1] != (alone,)


def test_a_known_name_among_words_that_no_list_has_is_left_without_a_role() -> None:
    assert parties_in(f"Somebody of {SHOP} rang us about it.", [SHOP]) == ()
    assert parties_in(f"We shall remind {SHOP} once more.", [SHOP]) == ()


def test_a_name_beside_a_buyer_sells() -> None:
    assert roles(f"The customer is {BUYER}; {SHOP} is named, too.", SHOP, BUYER) == [(SHOP, "sells"), (BUYER, "buys")]


@pytest.mark.parametrize(
    ("sentence", "seller", "customer"),
    [
        (
            "Die Praxis Dr. Wolff stellt der Tischlerei Bergmann 90,00 € in Rechnung.",
            "Praxis Dr. Wolff",
            "Tischlerei Bergmann",
        ),
        ("Der Praxis Dr. Wolff werden von der Tischlerei Bergmann 90,00 € berechnet.", "Tischlerei Bergmann", ""),
        ("Die Rechnung der Tischlerei Bergmann an die Praxis Wolff.", "Tischlerei Bergmann", "Praxis Wolff"),
        ("Die Tischlerei Bergmann hat der Praxis Wolff 90,00 € berechnet.", "Tischlerei Bergmann", ""),
        ("L'Atelier Moreau a facturé 90,00 € au Garage Lefebvre.", "Atelier Moreau", "Garage Lefebvre"),
        ("Le Garage Lefebvre doit 90,00 € à l'Atelier Moreau.", "Atelier Moreau", "Garage Lefebvre"),
        ("The Zoo Trust paid 90.00 to the Hay Company.", "Hay Company", "Zoo Trust"),
    ],
)
def test_articles_and_titles_part_no_name_from_what_it_does(sentence: str, seller: str, customer: str) -> None:
    told = {one.fields: one.text for one in parties_in(sentence, ())}

    assert (told.get(SELLER, ""), told.get(CUSTOMER, "")) == (seller, customer)


@pytest.mark.parametrize(
    "sentence",
    [
        "The pump was manufactured by Nordtech Ltd.",
        "Served by Wilma Brandt.",
        "La façade a été repeinte et assurée par Nordtech SARL.",
        "Das Kassensystem von Nordtech GmbH druckt das so.",
    ],
)
def test_who_makes_serves_or_insures_neither_sells_nor_buys(sentence: str) -> None:
    assert roles(sentence) == []


def test_what_is_issued_or_provided_by_somebody_is_sold_by_him() -> None:
    assert roles("Everything here was provided by Nordtech Ltd.") == [("Nordtech Ltd", "sells")]
    assert roles("La facture a été établie par Nordtech SARL.") == [("Nordtech SARL", "sells")]
