"""Questions for yes or no are answered by yes or no, or by nothing: a thing that was found tells which."""

from __future__ import annotations

import pytest

from docqa_app.asking.field_answers import FieldAnswers
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
