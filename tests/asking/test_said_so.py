"""Questions for yes or no are answered by sentences that say so in the question's own words."""

from __future__ import annotations

import pytest

from docqa_app.asking.field_answers import FieldAnswers
from docqa_app.asking.said_so import said_so
from docqa_app.core.document import Page
from tests.extracting.sheets import document, page, told

NOTICE = page(
    [
        (0.10, [(0.1, "Dogs travel free. Bicycles are not carried. Lifts are open to all.")]),
        (0.13, [(0.1, "Nous avons le plaisir de vous informer que votre dossier est accepté.")]),
        (0.16, [(0.1, "Delivery is free for orders over £50. Meals are included if you stay a week.")]),
        (0.19, [(0.1, "Kleintiere sind erlaubt. Hunde sind nur mit Zustimmung erlaubt.")]),
        (0.22, [(0.1, "The landlord is responsible for repairs caused by the tenant.")]),
    ]
)


def said(question: str, sheet: Page = NOTICE) -> str | None:
    found = said_so(question, [sheet])
    return found.text if found else None


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Are bicycles carried?", "no"),
        ("Le dossier est-il accepté ?", "oui"),
        ("Sind Kleintiere erlaubt?", "ja"),
        ("Is the landlord responsible for repairs?", None),
        ("Is the tenant responsible for repairs?", None),
        ("Is delivery free?", None),
        ("Are meals included?", None),
        ("Sind Hunde erlaubt?", None),
        ("Are bicycles not carried?", None),
        ("Which bicycles are carried?", None),
    ],
)
def test_a_sentence_without_a_condition_says_yes_or_no_in_the_words_of_the_question(
    question: str, answer: str | None
) -> None:
    assert said(question) == answer


def test_two_sentences_that_say_otherwise_say_nothing() -> None:
    two = page([(0.1, [(0.1, "Dogs are allowed. Dogs are not allowed.")])])
    assert said("Are dogs allowed?", two) is None


def test_the_sentence_is_the_evidence() -> None:
    (answer,) = FieldAnswers(told({}), ()).ask(document(NOTICE), ["Are bicycles carried?"])
    assert (answer.text, answer.found) == ("no", True)
    assert NOTICE.text_of(answer.evidence) == "Bicycles are not carried."
