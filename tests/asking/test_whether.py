"""Questions for yes or no are answered by yes or no, or by nothing: a thing that was found tells which."""

from __future__ import annotations

import pytest

from docqa_app.asking.field_answers import FieldAnswers
from docqa_app.asking.parsing.statements import statement_in
from docqa_app.asking.whether import is_so
from docqa_app.core.answer import Answer
from tests.extracting.sheets import document, page, told
from tests.fakes import Said

LEASE = document(page([(0.1, [(0.1, "The rent of 170.00 is paid by standing order each month, by Jonas Egger")])]))


def ask(question: str, said: str) -> Answer:
    (answer,) = FieldAnswers(told({question: Said(said, 0.9)}), ()).ask(LEASE, [question])
    return answer


@pytest.mark.parametrize(
    ("question", "found", "so"),
    [
        ("Is the quantity of rope 6?", "6", True),
        ("Is the quantity of rope 6?", "8", False),
        ("Ist die Gesamtsumme 50 EUR?", "50,00 €", True),
        ("Beträgt der Gesamtbetrag 1.234,50 EUR?", "1.234,00", False),
        ("Est-ce que le total est de 50 € ?", "50,00 €", True),
        ("Is the total 50 EUR?", "50.00 USD", False),
        ("Was the order placed on 3 May 2025?", "03/05/2025", True),
        ("Was the order placed on 3 May 2025?", "4 May 2025", False),
        ("Is the driver Jonas Egger?", "Jonas Egger", True),
        ("Is the term 2 years?", "24 months", None),
        ("Is the order from 2024 complete?", "170.00", None),
        ("Is invoice 4711 paid?", "4711", None),
        ("Has the deposit been paid?", "170.00", None),
    ],
)
def test_what_was_found_is_what_the_question_ends_in_or_another_one_or_tells_nothing(
    question: str, found: str, so: bool | None
) -> None:
    assert is_so(question, found) is so


@pytest.mark.parametrize(
    ("question", "found", "so"),
    [
        ("Is the total more than $300?", "$323.85", True),
        ("Is the total less than $300?", "$323.85", False),
        ("Is the total at least 300 EUR?", "300,00 €", True),
        ("Is the total not more than 300 EUR?", "300,01 €", False),
        ("Does the total exceed $300?", "$299.00", False),
        ("Liegt der Betrag über 300 EUR?", "323,85 EUR", True),
        ("Ist der Betrag höher als 300 EUR?", "120,00 EUR", False),
        ("Lautet die Rechnung über 300 EUR?", "300,00 EUR", True),
        ("Le total dépasse-t-il 300 € ?", "323,85 €", True),
        ("Est-ce que le total est inférieur à 300 € ?", "323,85 €", False),
        ("Is the rate above 5%?", "7.5%", True),
        ("Is the contract signed before 3 May 2025?", "1 May 2025", True),
        ("Wurde vor dem 3. Mai 2025 unterschrieben?", "4. Mai 2025", False),
        ("La facture est-elle payée après le 3 mai 2025 ?", "12 mai 2025", True),
        ("Was it founded after 1990?", "1987", False),
    ],
)
def test_a_limit_is_compared_with_what_was_found(question: str, found: str, so: bool) -> None:
    assert is_so(question, found) is so


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Did net income rise from 2007 to 2008?", "6,323"),
        ("Is net income in 2008 higher than in 2007?", "6,323"),
        ("Is the total more than 300 EUR?", "323.85 USD"),
        ("Is the total more than the limit of $300?", "$323.85"),
        ("Is the rate above 5%?", "$300"),
        ("Is the contract signed before 3 May 2025?", "02/06/2025"),
        ("Is the meeting before 3 pm?", "14:30"),
        ("Was the bill over $300 paid?", "$323.85"),
        ("Is the total between 100 EUR and 300 EUR?", "200 EUR"),
        ("Is it payable by 3 May 2025?", "1 May 2025"),
    ],
)
def test_what_cannot_be_compared_tells_neither(question: str, found: str) -> None:
    assert is_so(question, found) is None


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Is the total after tax 50 EUR?", "50,00 €"),
        ("Is payment due after 30 days?", "30 days"),
        ("Is it about the bridge over the Rhine?", "bridge over the Rhine"),
        ("Geht die Lieferung nach Hamburg?", "Hamburg"),
        ("Is it payable by 3 May 2025?", "3 May 2025"),
    ],
)
def test_words_that_may_compare_do_not_hide_the_very_thing(question: str, found: str) -> None:
    assert is_so(question, found) is True


def test_why_asks_for_no_yes() -> None:
    for question in ("Why is the rent paid by standing order?", "Wieso ist die Miete so hoch?"):
        assert statement_in(question) is None


def test_the_very_thing_that_is_asked_is_a_yes_with_its_place_on_the_page() -> None:
    answer = ask("Is the rent paid by standing order?", "standing order")
    assert (answer.text, answer.found, answer.page) == ("yes", True, 1)
    assert LEASE.page(1).text_of(answer.evidence) == "standing order"
    assert answer.alternatives[0].text == "standing order"


def test_another_number_is_a_no_in_the_language_of_the_question() -> None:
    assert ask("Beträgt die Miete 180.00?", "170.00").text == "nein"


def test_a_thing_that_tells_neither_is_no_answer_but_may_be_chosen() -> None:
    answer = ask("Has the deposit been paid?", "170.00")
    assert (answer.text, answer.found) == ("", False)
    assert answer.alternatives[0].text == "170.00"


def test_what_there_is_answers_whether_there_is_any() -> None:
    assert ask("Is there a rent?", "170.00").text == "170.00"


def test_a_yes_stays_a_yes() -> None:
    assert ask("Is the rent due each month?", "yes").text == "yes"
