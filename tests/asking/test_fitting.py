"""What the model says gives way where it cannot be the answer, and is made whole where it is a piece of one."""

from __future__ import annotations

import pytest

from docqa_app.asking.field_answers import FieldAnswers
from docqa_app.core.answer import Answer
from docqa_app.core.document import Page
from tests.extracting.sheets import document, page, right, told
from tests.fakes import Said

CLAIM = page(
    [
        (0.10, [(0.1, "Account number"), (0.4, "7100 3348 21")]),
        (0.13, [(0.1, "Your order"), (0.4, "BB-7714 of 09.04.2025")]),
        (0.20, [(0.1, "Parquet"), right(0.5, "2 865,50 €")]),
        (0.30, [(0.1, "Das Mietverhältnis beginnt am 01.08.2025 und läuft auf unbestimmte Zeit.")]),
        (0.33, [(0.1, "Interest of 1.5% per month is charged on overdue accounts.")]),
        (0.36, [(0.1, "Die Wohnfläche beträgt 74,5 m². Die Kündigungsfrist beträgt drei Monate.")]),
    ]
)


def ask(question: str, text: str, sure: float, sheet: Page = CLAIM) -> Answer:
    (answer,) = FieldAnswers(told({question: Said(text, sure)}), ()).ask(document(sheet), [question])
    return answer


def test_a_piece_of_a_number_in_groups_is_made_whole() -> None:
    answer = ask("À combien est évalué le parquet ?", "2", 0.7)
    assert answer.text == "2 865,50 €"
    assert CLAIM.text_of(answer.evidence) == "2 865,50 €"


def test_numbers_in_two_columns_are_not_one() -> None:
    two = page([(0.23, [(0.1, "Peinture"), (0.4, "2"), right(0.51, "865,50 €")])])
    assert ask("Combien de pots de peinture ?", "2", 0.9, two).text == "2"


def test_no_group_of_a_printed_number_is_all_of_it() -> None:
    assert ask("What is the account number?", "7100", 0.81).text == "7100 3348 21"


def test_a_question_for_a_day_leaves_out_the_number_beside_it() -> None:
    assert ask("When was the order placed?", "BB-7714 of 09.04.2025", 0.9).text == "09.04.2025"


@pytest.mark.parametrize(
    ("question", "text"),
    [("Bis wann läuft das Mietverhältnis?", "01.08.2025"), ("Wann endet das Mietverhältnis?", "01.08.2025")],
)
def test_the_day_on_which_something_begins_is_not_its_end(question: str, text: str) -> None:
    assert ask(question, text, 0.7).text != text


def test_the_day_on_which_something_begins_is_its_begin() -> None:
    assert ask("Wann beginnt das Mietverhältnis?", "01.08.2025", 0.7).text == "01.08.2025"


def test_a_measure_of_another_thing_is_no_span_of_time() -> None:
    assert ask("Wie lang ist die Kündigungsfrist?", "74,5 m²", 0.49).text == "drei Monate"


def test_what_a_page_states_far_more_likely_overrules_a_model_that_is_rather_sure() -> None:
    assert ask("What rate of interest is charged on overdue accounts?", "74,5", 0.53).text == "1.5%"
