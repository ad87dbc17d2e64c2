"""Letters and reports are told in their own sentences: what they are about, what they ask, with days and sums."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docqa_app.core.document import Box, Document, Page, Word, WordSource
from docqa_app.summarizing.summarize import CheckedSummaries
from docqa_app.summarizing.telling import own_sentences, speaks, subject, telling, tells_news
from tests.fakes import FakeEngine
from tests.summarizing.fakes import NeighbourModel

LETTER = (
    "Pemberton Lettings",
    "5 Castle Gate, Lincoln",
    "",
    "28 August 2025",
    "",
    "Dear Ms Okafor,",
    "",
    "Proposed rent increase and boiler inspection",
    "",
    "Your tenancy comes up for its yearly review. Your landlord has asked us",
    "to propose a new rent of £865 a month from 1 November 2025. It has not",
    "been raised for years.",
    "",
    "If you agree, please sign the copy and return it by 26 September 2025.",
    "Thank you for being such a good tenant in all these long years with us.",
    "",
    "Yours sincerely,",
    "Daniel Rowe",
)
BRIEF = (
    "Unterbrechung der Wasserversorgung am 4. März 2025",
    "",
    "Sehr geehrter Herr Dr. Brenner,",
    "",
    "am Dienstag erneuern wir im Kirchweg die Hauptleitung, so dass kein Wasser",
    "verfügbar ist. Bitte füllen Sie vorher genügend ab.",
)


def sheet(*lines: str, large: int = 0) -> Page:
    """Lines as they are printed, an empty one parts paragraphs; the first `large` in large letters."""
    words, top = [], 0.05
    for number, line in enumerate(lines):
        size, left = 0.026 if number < large else 0.014, 0.1
        for text in line.split():
            words.append(Word(text, Box(left, top, left + 0.01 * len(text), top + size)))
            left += 0.01 * len(text) + 0.01
        top += size * 1.2
    return Page(1, 595.0, 842.0, tuple(words), WordSource.GIVEN)


def test_a_letter_is_told_by_its_subject_and_by_what_it_asks_until_when() -> None:
    page = sheet(*LETTER)

    assert subject([page]) == ("Proposed rent increase and boiler inspection.",)
    assert telling(own_sentences([page]), 2) == (
        "Your landlord has asked us to propose a new rent of £865 a month from 1 November 2025.",
        "If you agree, please sign the copy and return it by 26 September 2025.",
    )


def test_a_day_at_the_right_edge_is_no_part_of_the_subject_below_it() -> None:
    page = sheet("28. August 2025", *BRIEF)
    right = [
        Word(w.text, Box(w.box.left + 0.5, w.box.top, w.box.right + 0.5, w.box.bottom)) if w.box.top < 0.06 else w
        for w in page.words
    ]

    assert subject([Page(1, 595.0, 842.0, tuple(right), WordSource.GIVEN)]) == (f"{BRIEF[0]}.",)


def test_heads_addresses_and_courtesies_are_no_sentences() -> None:
    assert own_sentences([sheet(*LETTER)]) == (
        "Your tenancy comes up for its yearly review.",
        "Your landlord has asked us to propose a new rent of £865 a month from 1 November 2025.",
        "It has not been raised for years.",
        "If you agree, please sign the copy and return it by 26 September 2025.",
    )


def test_a_german_letter_begins_small_behind_its_salutation_and_is_told_with_a_capital() -> None:
    page = sheet(*BRIEF)

    assert subject([page]) == ("Unterbrechung der Wasserversorgung am 4. März 2025.",)
    assert own_sentences([page])[0].startswith("Am Dienstag erneuern wir im Kirchweg die Hauptleitung")


def test_a_title_of_two_lines_is_told_whole() -> None:
    body = "Documents, their words and every change that people made lie in one file of the user's folder."
    page = sheet("The library is one file and its", "journal only grows", body, large=2)
    assert subject([page]) == ("The library is one file and its journal only grows.",)


def test_a_report_is_told_by_its_title_and_no_name_in_large_letters_is_one() -> None:
    body = "The library used less energy in 2024 than in the year before it."

    assert subject([sheet("Energy review of Kilbride Library", "", body, large=1)]) == (
        "Energy review of Kilbride Library.",
    )
    assert subject([sheet("Harcastle Heating Ltd", "", body, large=1)]) == ()


def test_french_people_in_an_address_open_no_letter() -> None:
    page = sheet(
        "Madame Claire Fontanel", "", "8 impasse des Tilleuls", "", "Objet : refus de prise en charge", "", "Madame,"
    )

    assert subject([page]) == ("Refus de prise en charge.",)


def test_a_sentence_that_was_hardly_read_is_not_told() -> None:
    page = sheet("Please pay the sum by bank transfer.", "", "Gift cards are the perfect gift for you.")
    misread = tuple(replace(w, confidence=0.1) if w.text in ("cards", "perfect") else w for w in page.words)

    assert own_sentences([replace(page, words=misread)]) == ("Please pay the sum by bank transfer.",)


@pytest.mark.parametrize(
    ("sentence", "news"),
    [
        ("Gift cards are the perfect gift for pub lovers!", False),
        ("Goods once sold are not returnable.", True),
        ("The repair of 3 May took two hours.", True),
        ("Bitte überweisen Sie den Betrag ohne Abzug.", True),
    ],
)
def test_beside_key_facts_only_what_tells_news_is_told(sentence: str, news: bool) -> None:
    assert tells_news(sentence) is news


def test_rows_beside_each_other_are_no_sentence() -> None:
    page = sheet("Please pay the sum by bank transfer.")
    beside = tuple(Word(w.text, Box(w.box.left + 0.5, w.box.top, w.box.right + 0.5, w.box.bottom)) for w in page.words)

    assert own_sentences([Page(1, 595.0, 842.0, (*page.words, *beside), WordSource.GIVEN)]) == ()


def test_the_model_writes_only_where_a_paper_does_not_speak_for_itself() -> None:
    document = Document("letter.pdf", "0" * 64, (sheet(*LETTER),), 1)
    model = NeighbourModel(summaries=("The issue is due to Flat 2.",))

    told = CheckedSummaries(FakeEngine(), model).summarize(document, 3)

    assert speaks(own_sentences(document.pages))
    assert not speaks(("The repair is 900 euros.",))
    assert [one.text for one in told.sentences] == [
        "Proposed rent increase and boiler inspection.",
        "Your landlord has asked us to propose a new rent of £865 a month from 1 November 2025.",
        "If you agree, please sign the copy and return it by 26 September 2025.",
    ]
