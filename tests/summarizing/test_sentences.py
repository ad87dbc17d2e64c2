"""A text's sentences."""

from __future__ import annotations

import pytest

from docqa_app.summarizing.sentences import sentences_in


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three?", ("One.", "Two!", "Three?")),
        ("Mr. Smith owes 3.50. He paid.", ("Mr. Smith owes 3.50.", "He paid.")),
        ("Fällig am 12. März 2024. Danke.", ("Fällig am 12. März 2024.", "Danke.")),
        ("Es gilt am 3. Tag noch. Danke.", ("Es gilt am 3. Tag noch.", "Danke.")),
        ("He bought 12. All broke.", ("He bought 12.", "All broke.")),
        ("J. Doe of Miller Ltd. paid. Good.", ("J. Doe of Miller Ltd. paid.", "Good.")),
        ("He said “Yes.” She did not.", ("He said “Yes.”", "She did not.")),
        ("Waren, z.B. Papier, kamen an. Gut.", ("Waren, z.B. Papier, kamen an.", "Gut.")),
        ("First line\nsecond   line", ("First line", "second line")),
        ("No end", ("No end",)),
        ("  \n ", ()),
        ("", ()),
    ],
)
def test_a_text_is_cut_where_its_sentences_end(text: str, sentences: tuple[str, ...]) -> None:
    assert sentences_in(text) == sentences


@pytest.mark.parametrize(
    "text",
    [
        "Die Rechnung der Fa. Bergmann ist offen.",
        "Payment of Rs. 500 is due.",
        "La facture du 3 févr. 2024 est payée.",
        "It went to 12 Station Rd. Bristol.",
        "Der Preis je Std. Montage ist 55 Euro.",
        "Le loyer de Mme. Dubois monte le 1 janv. 2025.",
        "Ref. 5512 is open.",
    ],
)
def test_an_abbreviation_of_bills_and_letters_ends_no_sentence(text: str) -> None:
    assert sentences_in(text) == (text,)


def test_a_month_that_is_written_out_may_end_one() -> None:
    assert sentences_in("Zahlbar bis zum 3. Mai. Danach nicht.") == ("Zahlbar bis zum 3. Mai.", "Danach nicht.")
