"""A number that the document has by another unit is found: a week is no month."""

from __future__ import annotations

import pytest

from docqa_app.summarizing.founded import founded_in
from docqa_app.summarizing.unfounded import unfounded
from tests.answering.pages import page_of

PAGE = (
    "The new rent is £865 a month and the notice is three months.",
    "Der Mietpreis beträgt 24 Euro je Stunde.",
    "Das Wasser soll fünf Minuten lang laufen.",
    "Skip size: 8 cubic yards",
    "Pay within 45 days of receipt, at £3,450 per month.",
    "The guarantee runs for 24 months. Opening takes 48 hours.",
    "Le tarif est de 20 € l'heure, pendant 6 semaines.",
)
FOUNDED = founded_in([page_of(PAGE)])


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The new rent is £865 a week.", ["£865 a week"]),
        ("Die Halle kostet 24 Euro je Tag.", ["24 Euro je Tag"]),
        ("Das Wasser soll fünf Stunden laufen.", ["fünf Stunden"]),
        ("The skip holds 8 cubic metres.", ["8 cubic metres"]),
        ("Payment is due within 45 weeks.", ["45 weeks"]),
        ("The fee is £3,450 per year.", ["£3,450 per year"]),
        ("Cela dure 6 mois à 20 € par jour.", ["6 mois", "20 € par jour"]),
    ],
)
def test_a_number_by_another_unit_is_found(sentence: str, found: list[str]) -> None:
    assert [one.text for one in unfounded(sentence, FOUNDED)] == found


@pytest.mark.parametrize(
    "sentence",
    [
        "The rent is £865 per month, with a notice of 3 months.",
        "Man zahlt 24 Euro pro Stunde.",
        "The guarantee runs for two years, the opening two days.",
        "It is an 8 yard skip.",
        "Il faut payer 20 € par heure.",
        "Payment is due in 45 business days.",
    ],
)
def test_the_same_in_other_words_is_founded(sentence: str) -> None:
    assert unfounded(sentence, FOUNDED) == ()
