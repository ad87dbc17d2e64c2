"""Questions for what only the picture shows are answered by what is seen on it, in the language they are put in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from docqa_app.asking.field_answers import FieldAnswers
from docqa_app.asking.sights import sight_asked
from docqa_app.core.answer import Answer
from docqa_app.core.document import Document, Page
from tests.answering.pages import document_of, page_of
from tests.fakes import FakeEngine

SEEN = {
    "stamp": 0.95,
    "stamp round": 0.9,
    "stamp red": 0.8,
    "stamp blue": 0.2,
    "logo": 0.1,
    "signature": 0.02,
    "qr": 0.6,
}
DOCUMENT = document_of(page_of(("Invoice No 4711", "Total 12.50")))


def asked(question: str, seen: Mapping[str, float] = SEEN, document: Document = DOCUMENT) -> Answer:
    return FieldAnswers(FakeEngine(sights=seen), ()).ask(document, [question])[0]


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Is there a stamp?", "yes"),
        ("Is the invoice signed?", "no"),
        ("Does the page show a logo?", "no"),
        ("What colour is the stamp?", "red"),
        ("Is the stamp round?", "yes"),
        ("Gibt es einen Stempel?", "ja"),
        ("Welche Farbe hat der Stempel?", "rot"),
        ("Wurde das Dokument unterschrieben?", "nein"),
        ("Y a-t-il un tampon ?", "oui"),
        ("De quelle couleur est le tampon ?", "rouge"),
        ("Is there a QR code?", "yes"),
    ],
)
def test_a_thing_is_told_as_the_picture_shows_it(question: str, text: str) -> None:
    answer = asked(question)
    assert (answer.found, answer.text, answer.page, answer.evidence) == (True, text, 1, ())


@pytest.mark.parametrize(
    "question",
    [
        "Who signed it?",
        "What does the stamp say?",
        "How much is the stamp duty?",
        "Is it stamped PAID?",
        "Has the customer signed?",
        "Is there a signature date?",
        "Where is the stamp?",
        "What is the total?",
    ],
)
def test_what_asks_for_more_is_left_to_the_model(question: str) -> None:
    assert sight_asked(question) is None


def test_an_answer_is_as_sure_as_the_thing_is_seen() -> None:
    assert asked("Is there a stamp?").confidence == pytest.approx(0.95)
    assert asked("Is there a logo?").confidence == pytest.approx(0.9)
    assert asked("What colour is the stamp?").confidence == pytest.approx(0.95 * 0.8)


def test_what_is_not_there_has_no_colour_to_be_found() -> None:
    answer = asked("What colour is the logo?")
    assert (answer.found, answer.text, answer.page) == (False, "", None)


def test_a_model_that_cannot_tell_answers_in_its_own_words() -> None:
    assert asked("Is there a stamp?", seen={}) == FakeEngine().ask(DOCUMENT, ["Is there a stamp?"])[0]


def test_the_page_that_shows_it_is_named() -> None:
    class Turning(FakeEngine):
        def seen(self, page: Page) -> Mapping[str, float]:
            return {"stamp": 0.9 if page.number == 2 else 0.1}

    document = document_of(page_of(("one",)), page_of(("two",), 2))
    answer = FieldAnswers(Turning(), ()).ask(document, ["Is there a stamp?"])[0]
    assert (answer.text, answer.page, answer.confidence) == ("yes", 2, 0.9)


def test_what_nobody_has_seen_is_not_told_to_be_absent() -> None:
    read, failed = page_of(("Invoice No 4711",)), replace(page_of(()), number=2, problem="It is damaged.")

    signed, stamped = (asked(q, document=document_of(read, failed)) for q in ("Is it signed?", "Is there a stamp?"))

    assert not signed.found
    assert (stamped.text, stamped.page) == ("yes", 1)
