"""Questions in other words than a page prints are answered by what it states, and the rest stays unanswered."""

from __future__ import annotations

import pytest

from docqa_app.asking.facts.answerable import may_answer
from docqa_app.asking.facts.ranking import MOST_PAGES, judged
from docqa_app.asking.facts.who_and_where import is_misplaced
from docqa_app.asking.field_answers import FieldAnswers
from docqa_app.core.answer import Answer
from docqa_app.core.document import Document
from docqa_app.schemas.schema_folder import SchemaFolder
from tests.extracting.sheets import SCHEMAS, document, page, right, told
from tests.fakes import Said

KINDS = SchemaFolder(SCHEMAS, SCHEMAS).kinds().schemas
SLIP = document(
    page(
        [
            (0.05, [(0.1, "Rheintal Spedition"), (0.7, "Frachtbrief")]),
            (0.12, [(0.1, "Empfänger"), (0.4, "Abholung"), (0.7, "Gewicht")]),
            (0.137, [(0.1, "Käserei Alpstein"), (0.4, "14.03.2025"), (0.7, "5,310 kg")]),
            (0.2, [(0.1, "Fahrer"), (0.4, "Kennzeichen"), (0.7, "Temperatur")]),
            (0.217, [(0.1, "Jonas Egger"), (0.4, "TO-FM 77"), (0.7, "4 °C")]),
            (0.3, [(0.1, "Stand"), right(0.5, "Übergabe"), right(0.8, "Rückgabe")]),
            (0.33, [(0.1, "Kilometerstand"), right(0.5, "41.206"), right(0.8, "44.871")]),
            (0.36, [(0.1, "Tankinhalt"), right(0.5, "70"), right(0.8, "65")]),
        ]
    )
)


def ask(question: str, said: Said | None = None, slip: Document = SLIP) -> Answer:
    (answer,) = FieldAnswers(told({question: said} if said else {}), KINDS).ask(slip, [question])
    return answer


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Gewicht", "5,310 kg"),
        ("How heavy is the parcel?", "5,310 kg"),
        ("Wie schwer ist das Paket?", "5,310 kg"),
        ("Quel est le poids ?", "5,310 kg"),
        ("Who was the driver?", "Jonas Egger"),
        ("Wie lautet das Kennzeichen?", "TO-FM 77"),
        ("Kilometerstand bei der Rückgabe", "44.871"),
    ],
)
def test_a_value_is_found_by_its_meaning_and_its_place(question: str, text: str) -> None:
    answer = ask(question)
    assert (answer.text, answer.found, answer.page) == (text, True, 1)
    assert SLIP.page(1).text_of(answer.evidence) == text


def test_the_label_beside_a_label_is_not_its_value() -> None:
    answer = ask("Abholung", Said("Gewicht", 0.4))
    assert answer.text == "14.03.2025"
    assert "Gewicht" in [one.text for one in answer.alternatives]


@pytest.mark.parametrize("question", ["What did the concert tickets cost?", "Wer ist der Trauzeuge?"])
def test_what_no_page_states_stays_unanswered(question: str) -> None:
    answer = ask(question)
    assert (answer.text, answer.found) == ("", False)


def test_what_is_likely_but_not_enough_is_offered() -> None:
    answer = ask("Wann wurde es geliefert?")
    assert "14.03.2025" in [answer.text, *(one.text for one in answer.alternatives)]


def test_an_answer_that_the_page_bears_out_is_as_sure_as_it_was() -> None:
    answer = ask("Wer fährt?", Said("Jonas Egger", 0.9))
    assert answer.text == "Jonas Egger"
    assert answer.confidence >= 0.9


def test_yes_and_no_are_not_looked_for_on_the_page() -> None:
    assert ask("Is the weight over 5 kg?", Said("yes", 0.6)).text == "yes"


def test_a_very_long_document_is_not_searched() -> None:
    said = Answer("Gewicht", "", False, 0.9, None)
    pages = [page([(0.1, [(0.1, "Gewicht: 5 kg")])], number) for number in range(1, MOST_PAGES + 2)]
    assert judged(said, "model", said, pages, known=False) is None
    assert judged(said, "model", said, pages[:2], known=False) is not None


def test_a_page_without_words_says_nothing() -> None:
    answer = ask("Gewicht", slip=document(page([])))
    assert (answer.text, answer.found, answer.alternatives) == ("", False, ())


@pytest.mark.parametrize(
    ("question", "printed", "so"),
    [
        ("Where was she born?", "21 February 1938", True),
        ("Wo wurde sie geboren?", "21. Februar 1938", True),
        ("Où a lieu le concert ?", "20 h", True),
        ("Who pays?", "CHF 180", True),
        ("From whom is the gift?", "44-10927", True),
        ("Where is the workshop?", "office@example.org", True),
        ("Where can I register?", "office@example.org", False),
        ("Wo kann ich anrufen?", "040 123 45 67", False),
        ("Where is the workshop?", "204", False),
        ("Where was she born?", "Bern", False),
        ("When was she born?", "21 February 1938", False),
        ("Where was she born?", "21 February 1938 in Bern", True),
        ("Où est-elle née ?", "le 21 février 1938 à Berne", False),
        ("Wo wurde sie geboren?", "21. Februar 1938 in Bern", True),
    ],
)
def test_no_day_hour_or_sum_is_a_place_or_a_person(question: str, printed: str, so: bool) -> None:
    assert is_misplaced(question, printed) is so


def test_a_day_beside_the_very_words_is_no_place() -> None:
    life = document(page([(0.1, [(0.1, "Geboren: 21.02.1938"), (0.5, "Geburtsort: Bern")])]))
    answer = ask("Wo wurde sie geboren?", slip=life)
    assert "21.02.1938" not in [answer.text, *(one.text for one in answer.alternatives)]


@pytest.mark.parametrize(
    ("question", "printed", "so"),
    [
        ("What is the sort code of the account?", "Everyday Saver", False),
        ("What is the account number?", "Everyday Saver", False),
        ("Wie lautet die Kundennummer?", "Anna Berg", False),
        ("Quel est le numéro de dossier ?", "Martin et fils", False),
        ("Quel est le numéro de dossier ?", "QXRTPL", True),
        ("What is the account number?", "n/a", True),
        ("What is the account number?", "44 109", True),
        ("What is the number of children?", "three", True),
        ("What is the dress code?", "smart casual", True),
        ("Which company has the account number 7?", "Berg & Co.", True),
        ("When do we have to pay?", "Mutual Bank, account 20881736", False),
        ("Wann wurde bestellt?", "12, 20, 400", False),
        ("Quand est-ce ouvert ?", "mardi", True),
        ("When is the rest delivered?", "in week 18", True),
        ("Which service cost the most?", "Chest X-ray", True),
        ("Wie lang ist die Frist?", "74,5 m²", False),
        ("Wie lang ist das Brett?", "2,40 m", True),
        ("How heavy is it?", "30 days", False),
        ("How big is the flat?", "74,5 m²", True),
    ],
)
def test_no_words_are_a_number_and_no_count_tells_when(question: str, printed: str, so: bool) -> None:
    assert may_answer(question, printed) is so
