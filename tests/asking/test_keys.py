"""Questions that name what is printed are answered by what stands beside it."""

from __future__ import annotations

import pytest

from docqa_app.asking.field_answers import FieldAnswers
from docqa_app.asking.printed.keys import AskedKey, key_asked, pair_asked
from docqa_app.asking.told_answers import told_beside
from docqa_app.core.answer import Answer
from tests.extracting.sheets import document, page, told
from tests.fakes import Said

FORM = page(
    [
        (0.05, [(0.1, "Sample record")]),
        (0.10, [(0.1, "Brand"), (0.4, "Old Gold Straight"), (0.7, "Length"), (0.85, "85 mm")]),
        (0.15, [(0.1, "Submitted by: M. Davis"), (0.7, "Date: 6/21/90")]),
        (0.20, [(0.1, "Reason for contact"), (0.6, "Remarks:")]),
        (0.23, [(0.1, "Public issue")]),
        (0.60, [(0.1, "The brand was measured twice.")]),
        (0.65, [(0.1, "Type of mailing:"), (0.6, "Approved:")]),
    ]
)


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ('What is the value of "Brand"?', ("brand", True)),
        ("What's the value of “Submitter's SS#:”?", ("submittersss", True)),
        ("What is the 'pH'?", ("ph", True)),
        ("Quelle est la valeur de « Ville » ?", ("ville", True)),
        ("What is the Venue Code?", ("venuecode", False)),
        ("Wie lautet die Kundennummer?", ("kundennummer", False)),
        ("reason for contact", ("reasonforcontact", False)),
    ],
)
def test_a_question_names_a_key_in_quotes_or_by_what_is_left_of_it(question: str, key: tuple[str, bool]) -> None:
    asked = key_asked(question)
    assert asked is not None
    assert (asked.spellings[-1], asked.quoted) == key


def test_words_that_frame_a_question_may_belong_to_its_key() -> None:
    assert key_asked("submitted by?") == AskedKey(("submittedby", "submitted"), False)


@pytest.mark.parametrize("question", ["How much was 'research' for the year 2009?", "What is it?", "", '"?"'])
def test_a_question_that_asks_for_more_than_a_key_or_for_nothing_names_none(question: str) -> None:
    assert key_asked(question) is None


def value(question: str) -> str:
    pair = pair_asked(question, [FORM])
    return FORM.text_of(pair.words) if pair else ""


@pytest.mark.parametrize(
    ("question", "printed"),
    [
        ('What is the value of "Brand"?', "Old Gold Straight"),
        ("the length", "85 mm"),
        ("Submitted by", "M. Davis"),
        ("What is the date?", "6/21/90"),
        ("What is the reason for contact?", "Public issue"),
    ],
)
def test_the_value_stands_behind_its_key_or_below_it(question: str, printed: str) -> None:
    assert value(question) == printed


@pytest.mark.parametrize("question", ["type of mailing", "What are the remarks?", "What is the colour?"])
def test_a_key_without_a_value_or_that_is_not_printed_gives_none(question: str) -> None:
    assert value(question) == ""


def test_a_word_within_a_sentence_is_no_key_unless_it_is_quoted() -> None:
    assert value("measured") == ""
    assert value('What is the value of "measured"?') == "twice."


def answered(question: str, said: dict[str, Said]) -> Answer:
    (answer,) = FieldAnswers(told(said), ()).ask(document(FORM), [question])
    return answer


def test_what_stands_beside_the_key_answers_where_the_model_finds_nothing() -> None:
    answer = answered('What is the value of "Brand"?', {})
    assert (answer.found, answer.text, answer.page) == (True, "Old Gold Straight", 1)
    assert [FORM.words[index].text for index in answer.evidence] == ["Old", "Gold", "Straight"]


def test_an_answer_that_agrees_is_surer_and_one_that_differs_stays_to_choose_from() -> None:
    question = 'What is the value of "Brand"?'
    agreed = answered(question, {question: Said("Old Gold Straight", 0.5)})
    differing = answered(question, {question: Said("85 mm", 0.5)})
    assert agreed.confidence > 0.75 > differing.confidence
    assert differing.text == "Old Gold Straight"
    assert differing.alternatives[0].text == "85 mm"


def test_a_model_that_is_sure_is_believed_against_what_is_printed() -> None:
    question = 'What is the value of "Brand"?'
    assert answered(question, {question: Said("85 mm", 0.9)}).text == "85 mm"


def test_a_question_that_names_no_key_is_the_models_alone() -> None:
    question = "Which sample was the longer one?"
    assert answered(question, {question: Said("85 mm", 0.7)}).text == "85 mm"


ORDER = page(
    [
        (0.05, [(0.1, "Price per night: CHF 184.00, breakfast included")]),
        (0.10, [(0.1, "Bestellung: B-5529"), (0.6, "Bestellung vom: 3. Mai 2025")]),
        (0.15, [(0.1, "Delivery: within 14 days"), (0.6, "Fällig: 12/O5/2O25")]),
        (0.20, [(0.1, "Sent: 10/ /9 87")]),
    ]
)


def test_a_model_that_takes_a_part_of_what_stands_beside_the_key_agrees_with_it() -> None:
    question = "What is the price per night?"
    (answer,) = FieldAnswers(told({question: Said("CHF 184.00,", 0.7)}), ()).ask(document(ORDER), [question])

    assert answer.text == "CHF 184.00,"
    assert answer.confidence > 0.85
    assert answer.alternatives[0].text == "CHF 184.00, breakfast included"


def test_a_quoted_key_asks_for_all_that_stands_beside_it() -> None:
    question = 'What is the value of "Price per night"?'
    (said,) = told({question: Said("CHF 184.00,", 0.7)}).ask(document(ORDER), [question])
    answer = told_beside(said, document(ORDER))

    assert answer is not None
    assert answer.text == "CHF 184.00, breakfast included"


@pytest.mark.parametrize(
    ("question", "printed"),
    [
        ("Wann ist die Bestellung?", ""),
        ("Wann ist die Bestellung vom?", "3. Mai 2025"),
        ("When is the delivery?", "within 14 days"),
        ("Wann ist es fällig?", "12/O5/2O25"),
        ("When was it sent?", "10/ /9 87"),
    ],
)
def test_when_is_answered_by_days_and_spans_and_by_no_code(question: str, printed: str) -> None:
    pair = pair_asked(question, [ORDER])

    assert (ORDER.text_of(pair.words) if pair else "") == printed


def test_a_key_and_its_value_are_no_key_together() -> None:
    bill = page([(0.05, [(0.1, "Bill date: June 3, 2005")]), (0.07, [(0.1, "Due June 24, 2005")])])

    assert pair_asked("Is the bill date June 3, 2005?", [bill]) is None
    assert pair_asked("the bill date", [bill]) is not None


MINUTES = page(
    [
        (0.05, [(0.1, "Protokoll der Versammlung")]),
        (0.10, [(0.1, "Ort:"), (0.3, "Gasthaus Zum Anker, Celle")]),
        (0.12, [(0.1, "Beginn:"), (0.3, "19.00 Uhr")]),
        (0.14, [(0.1, "Ende:"), (0.3, "21.20 Uhr")]),
        (0.16, [(0.1, "Leitung:"), (0.3, "Dieter Krause")]),
    ]
)


@pytest.mark.parametrize(
    ("question", "printed"),
    [
        ("Wo fand die Versammlung statt?", "Gasthaus Zum Anker, Celle"),
        ("Where was the meeting held?", "Gasthaus Zum Anker, Celle"),
        ("Où a lieu la réunion ?", "Gasthaus Zum Anker, Celle"),
        ("Wann begann die Versammlung?", "19.00 Uhr"),
        ("At what time did the meeting end?", "21.20 Uhr"),
        ("Where does Dieter Krause live?", ""),
        ("When does the offer end?", ""),
        ("Where is it?", ""),
    ],
)
def test_where_and_when_it_takes_place_stands_beside_the_keys_for_it(question: str, printed: str) -> None:
    pair = pair_asked(question, [MINUTES])

    assert (MINUTES.text_of(pair.words) if pair else "") == printed
