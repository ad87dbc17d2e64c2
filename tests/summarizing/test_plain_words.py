"""Numbers in words, scales, cents and days without a year are compared as the page prints them."""

from __future__ import annotations

import pytest

from docqa_app.core.summary import Kind
from docqa_app.summarizing.founded import Founded, founded_in
from docqa_app.summarizing.number_words import number_words
from docqa_app.summarizing.plain_words import in_digits
from docqa_app.summarizing.unfounded import plain_in, unfounded
from tests.answering.pages import page_of

LETTER = (
    "Northgate Catering Ltd",
    "Invoice date: 03/05/2024 Due date: 02/06/2024",
    "Steel trays 40 12.50 500.00",
    "Card fee £0.37",
    "Total due £1,200.00",
    "Turnover: 4,350,000 Members: forty-two",
    "The rent will rise from £950.00 to £1,025.00",
)


@pytest.fixture(scope="module")
def letter() -> Founded:
    return founded_in([page_of(LETTER)])


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("one thousand two hundred and five", [1205]),
        ("twelve hundred", [1200]),
        ("One Lakh Eight Hundred Only", [100800]),
        ("dreitausendzweiundachtzig Euro", [3082]),
        ("zwei Millionen dreihunderttausend", [2300000]),
        ("quatre-vingt-dix-sept", [97]),
        ("soixante et onze", [71]),
        ("trois mille cinq cents euros", [3500]),
        ("three and two", [3, 2]),
        ("im Jahrtausend", []),
    ],
)
def test_numbers_in_words_have_their_values(text: str, values: list[int]) -> None:
    assert [number.value for number in number_words(text)] == values


@pytest.mark.parametrize(
    ("sentence", "plain"),
    [
        ("The third of May, two thousand pounds.", "The 3 of May, 2000 pounds."),
        ("Am fünfzehnten März waren es zwölf Euro.", "Am 15 März waren es 12 Euro."),
        ("le sept février, six euros", "le 7 février, 6 euros"),
        ("4,35 millions d'euros, £1.2k, 3 Mio. Euro, 4,4 M€", "4350000 d'euros, £1200, 3000000 Euro, 4400000€"),
        ("43 dollars and 6 cents, 14 euros 50.", "43.06 dollars, 14.50 euros."),
        ("37 Cent, 31,5 Cent", "0.37, 0.315"),
        ("It has two parts, six rooms and a 5k run.", "It has two parts, six rooms and a 5k run."),
        ("Vingt pour cent", "20 pour cent"),
        ("8 Euro 50 Stück", "8 Euro 50 Stück"),
    ],
)
def test_a_sentence_is_put_into_digits(sentence: str, plain: str) -> None:
    assert in_digits(sentence).text == plain


@pytest.mark.parametrize(
    ("sentence", "plain"),
    [
        ("It is due on 2 June.", "It is due on 2 June 2024."),
        ("It is of May 3rd, they say.", "It is of May 3rd, 2024, they say."),
        ("Sie ist vom 3.5. und fällig.", "Sie ist vom 3.5.2024 und fällig."),
        ("It is due on 7 June.", "It is due on 7 June."),
        ("It is due on 2 June 2025.", "It is due on 2 June 2025."),
        ("We may 3 times.", "We may 3 times."),
    ],
)
def test_a_day_gets_the_year_that_the_document_prints(letter: Founded, sentence: str, plain: str) -> None:
    assert plain_in(sentence, letter).text == plain


@pytest.mark.parametrize(
    "sentence",
    [
        "The invoice was written on the third of May 2024.",
        "It dates from May 3rd and is due by Sunday 2 June.",
        "Die Rechnung vom dritten Mai ist am 2. Juni fällig.",
        "Le trois mai, mille deux cents livres.",
        "Mr Northgate charges twelve hundred pounds.",
        "The fee was 37 pence.",
        "Rund 1.200 GBP, knapp 1.030 oder gut 940.",
        "About 1,020 pounds, almost £1.2k.",
        "Environ 1 200 livres.",
        "Turnover is 4.35 million, roughly 4.4 million.",
        "There are 42 members.",
        "The rent rises by £75.",
        "Frau Northgate zahlt Anfang Juni.",
    ],
)
def test_what_is_written_another_way_than_printed_is_founded(letter: Founded, sentence: str) -> None:
    assert unfounded(sentence, letter) == ()


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("It is two thousand pounds.", [("two thousand", Kind.AMOUNT)]),
        ("About 1,500 pounds are due.", [("1,500", Kind.AMOUNT)]),
        ("Over £1,300 are due.", [("£1,300", Kind.AMOUNT)]),
        ("It is of the fourth of May 2024.", [("fourth of May 2024", Kind.DATE)]),
        ("It is due on 3 June.", [("3 June", Kind.DATE)]),
        ("It is due on Monday 2 June 2024.", [("Monday", Kind.NAME)]),
        ("It comes to 1,200 euros.", [("euros", Kind.AMOUNT)]),
        ("Turnover is 5.34 million.", [("5.34 million", Kind.AMOUNT)]),
        ("The rent rises by £85.", [("£85", Kind.AMOUNT)]),
        ("The rent is £75.", [("£75", Kind.AMOUNT)]),
    ],
)
def test_what_is_wrong_in_words_is_marked_where_it_is_written(
    letter: Founded, sentence: str, found: list[tuple[str, Kind]]
) -> None:
    marked = unfounded(sentence, letter)

    assert [(one.text, one.kind) for one in marked] == found
    assert all(sentence[one.start : one.end] == one.text for one in marked)
