"""In which language words are written, and when that is beyond doubt."""

from __future__ import annotations

import pytest

from docqa_app.core.language import language_of, plain_language

SENTENCES = {
    "en": "Please pay the total amount to the account of the bank by the due date. Thank you for your order.",
    "de": "Bitte überweisen Sie den Betrag auf das Konto der Bank. Wir danken für Ihre Bestellung vom 3. Mai.",
    "fr": "Merci de régler le montant de la facture sur le compte de la banque avec votre numéro de client.",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_a_sentence_tells_its_language_beyond_doubt(language: str) -> None:
    words = SENTENCES[language].split()
    assert language_of(words) == plain_language(words) == language


def test_a_few_names_and_figures_leave_the_language_in_doubt() -> None:
    assert plain_language(["Müller", "GmbH", "Total", "12,50", "EUR"]) is None
    assert plain_language([]) is None


def test_two_languages_side_by_side_leave_it_in_doubt() -> None:
    assert plain_language((SENTENCES["en"] + " " + SENTENCES["de"]).split()) is None


def test_letters_that_were_misread_for_umlauts_do_not_hide_german() -> None:
    words = ["Rechnung", "fiir", "die", "Lieferung", "von", "Mobeln", "und", "Tiiren", "Summe", "netto"]
    assert plain_language(words) == "de"
