"""Questions and statements over printed tables that no plain look-up answers are answered by programs over them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from docqa_app.asking.asked_tables import parsed_answer
from docqa_app.asking.parsing.parse import SPEAKS, parsed
from docqa_app.asking.parsing.programs import programs
from docqa_app.asking.parsing.statements import statement_in
from docqa_app.asking.parsing.touches import Touched
from docqa_app.asking.parsing.triggers import COUNT
from docqa_app.asking.parsing.values import Grid, day_of, grid_of, number_of
from docqa_app.asking.parsing.words import Question
from docqa_app.asking.tables.printed_tables import printed_tables
from docqa_app.asking.told_answers import told_by_program
from docqa_app.core.answer import Answer
from docqa_app.core.document import Page
from docqa_app.values.amounts import DecimalMark
from docqa_app.values.dates import DateOrder
from tests.extracting.sheets import document, page, right

MEDALS = page(
    [
        (0.10, [(0.1, "Rank"), (0.2, "Nation"), (0.5, "Gold"), (0.6, "Silver"), (0.75, "Year")]),
        (0.13, [(0.1, "1"), (0.2, "Great Britain"), right(0.54, "9"), right(0.66, "4"), (0.75, "1908")]),
        (0.16, [(0.1, "2"), (0.2, "Sweden"), right(0.54, "7"), right(0.66, "8"), (0.75, "1912")]),
        (0.19, [(0.1, "3"), (0.2, "Finland"), right(0.54, "7"), right(0.66, "2"), (0.75, "1920")]),
        (0.22, [(0.1, "4"), (0.2, "France"), right(0.54, "3"), right(0.66, "5"), (0.75, "1924")]),
    ]
)
ORDER = page(
    [
        (0.10, [(0.1, "Artikel"), (0.4, "Farbe"), (0.6, "Menge"), (0.8, "Betrag")]),
        (0.13, [(0.1, "Hammer"), (0.4, "rot"), right(0.65, "4"), right(0.9, "1.040,50 €")]),
        (0.16, [(0.1, "Zange"), (0.4, "blau"), right(0.65, "6"), right(0.9, "60,00 €")]),
        (0.19, [(0.1, "Leiter"), (0.4, "rot"), right(0.65, "2"), right(0.9, "180,25 €")]),
        (0.22, [(0.1, "Summe"), right(0.9, "1.280,75 €")]),
    ]
)

TITLES = ("Super", "Yoki", "Fighters", "Taxi", "Hairy", "Once")


def answer(question: str, of: Page, mark: DecimalMark | None = None) -> str:
    said = parsed(question, printed_tables(of), mark)
    return said.text if said and said.confidence >= SPEAKS else ""


def denotations(question: str, of: Page) -> set[object]:
    """What any program says."""
    touched = Touched(Question(question), Grid(printed_tables(of)[0]))
    return {one.values for one in programs(touched)}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Which nation won the most silver medals?", "Sweden"),
        ("which nation is listed after Sweden?", "Finland"),
        ("How many nations won more than 3 gold?", "3"),
        ("What is the difference in gold between Sweden and France?", "4"),
        ("How many gold medals did Finland win?", "7"),
        ("What is the sum of gold?", "26"),
        ("Which nation won 5 silver medals?", "France"),
        ("Who won more silver, Sweden or Finland?", "Sweden"),
    ],
)
def test_rows_are_found_counted_added_up_and_compared(question: str, said: str) -> None:
    assert answer(question, MEDALS) == said


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Wie viele Artikel sind rot?", "2"),
        ("Wie hoch ist die Summe der Menge insgesamt?", "12"),
        ("Welcher Artikel hat die höchste Menge?", "Zange"),
    ],
)
def test_german_questions_are_understood(question: str, said: str) -> None:
    assert answer(question, ORDER, DecimalMark.COMMA) == said


def test_what_is_computed_is_written_as_the_page_writes_its_amounts() -> None:
    assert answer("What is the sum of betrag for rot?", ORDER, DecimalMark.COMMA) == "1.220,75 €"


def test_the_answer_stands_on_the_cells_it_was_computed_from() -> None:
    said = parsed("What is the difference in gold between Sweden and France?", printed_tables(MEDALS), None)
    assert said is not None
    assert [MEDALS.words[index].text for index in said.words] == ["7", "3"]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Is it true that Sweden won 8 silver?", "yes"),
        ("Is it true that Sweden won 5 silver?", "no"),
        ("Does the table show that France won more gold than Finland?", "no"),
        ("Finland won more gold than France. Is this correct?", "yes"),
        ("Stimmt es, dass Finland 7 Gold hat?", "ja"),
    ],
)
def test_statements_are_judged_in_their_own_language(question: str, said: str) -> None:
    assert answer(question, MEDALS) == said


@pytest.mark.parametrize(
    ("question", "statement"),
    [
        ("Is it true that Sweden has 8 medals?", "sweden has 8 medals"),
        ("Sweden has 8 medals - yes or no?", "sweden has 8 medals"),
        ("Richtig oder falsch: Schweden hat 8 Medaillen", "schweden hat 8 medaillen"),
        ("Est-il vrai que la Suede a 8 medailles ?", "la suede a 8 medailles"),
        ("Sweden was ahead of Finland?", "sweden was ahead of finland"),
        ("How many medals has Sweden?", None),
        ("Did Sweden or Finland win more?", None),
        ("Is the total higher than 100?", None),
        ("Invoice number", None),
    ],
)
def test_a_statement_is_told_from_a_question(question: str, statement: str | None) -> None:
    assert statement_in(question) == statement


@pytest.mark.parametrize(
    "question", ["What is the due date of the invoice?", "Who is the seller?", "Is the total below 110?", ""]
)
def test_a_question_that_no_program_explains_is_left_to_the_model(question: str) -> None:
    assert answer(question, MEDALS) == ""


def test_a_word_that_was_misread_in_one_letter_still_names_its_row() -> None:
    assert ("7",) in denotations("How many gold medals did Finlond win?", MEDALS)


def test_rows_between_two_limits_are_counted() -> None:
    assert (Decimal(2),) in denotations("How many were won after 1908 and before 1924?", MEDALS)


def test_rows_that_do_not_say_a_thing_are_counted() -> None:
    assert (Decimal(1),) in denotations("Wie viele Artikel sind nicht rot?", ORDER)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("26 December 1987", (1987, 12, 26)),
        ("3. März 2021", (2021, 3, 3)),
        ("2011-11-30", (2011, 11, 30)),
        ("30.11.11", (2011, 11, 30)),
        ("1912", (1912, 0, 0)),
        ("Hammer", None),
    ],
)
def test_days_are_read_in_the_ways_they_are_printed(text: str, day: tuple[int, int, int] | None) -> None:
    assert day_of(text) == day


@pytest.mark.parametrize(
    ("text", "number"),
    [("1:36:24.5", "5784.5"), ("1.040,50 €", "1040.50"), ("12 (3rd)", "12"), ("59 - 44", "59"), ("W", None)],
)
def test_numbers_are_read_with_their_units_and_times_as_seconds(text: str, number: str | None) -> None:
    assert number_of(text, None) == (None if number is None else Decimal(number))


def test_a_program_answers_in_place_of_a_model_that_is_less_sure() -> None:
    asked = Answer("Which nation won the most silver medals?", "France", True, 0.1, 1, (), (), "small 1.0")
    told = told_by_program(asked, document(MEDALS))
    assert told is not None
    assert (told.text, told.alternatives[0].text) == ("Sweden", "France")
    surer = told_by_program(Answer(asked.question, "France", True, 0.99, 1, (), (), "small 1.0"), document(MEDALS))
    assert surer is not None
    assert surer.text == "France"


def test_a_program_that_is_hardly_sure_is_offered_where_the_model_finds_nothing() -> None:
    nothing = Answer("Which team scored in 1912?", "", False, 0.9, None, (), (), "small 1.0")
    told = told_by_program(nothing, document(MEDALS))
    assert told is not None
    assert (told.found, [one.text for one in told.alternatives]) == (False, ["Sweden"])


def test_a_question_that_quotes_what_no_program_names_is_not_for_a_table() -> None:
    assert answer('What is the gold of "Norway"?', MEDALS) == ""
    assert answer('What is the value of "Gold"?', MEDALS) == ""


def test_texts_side_by_side_without_numbers_are_no_table_to_ask() -> None:
    texts = page(
        [
            (0.10, [(0.1, "Sender"), (0.5, "Receiver")]),
            (0.13, [(0.1, "Hafen Werkzeug"), (0.5, "Bauhof Nord")]),
            (0.16, [(0.1, "Hamburg"), (0.5, "Bremen")]),
        ]
    )
    assert answer("Which sender is first?", texts) == ""


def test_lines_that_stand_closer_than_rows_go_on_with_the_row_above() -> None:
    wrapped = page(
        [
            (0.10, [(0.1, "Stage"), (0.3, "Terrain"), (0.6, "Length")]),
            (0.130, [(0.1, "1"), (0.3, "Individual"), (0.6, "6 km")]),
            (0.145, [(0.3, "time trial"), (0.6, "(3.7 mi)")]),
            (0.180, [(0.1, "2"), (0.3, "Plain"), (0.6, "163 km")]),
            (0.195, [(0.3, "stage"), (0.6, "(101 mi)")]),
            (0.230, [(0.1, "3"), (0.3, "Team trial"), (0.6, "100 km")]),
        ]
    )
    table = printed_tables(wrapped)[0]
    assert [table.text(row[1]) for row in table.rows] == ["Individual time trial", "Plain stage", "Team trial"]


def test_a_line_that_is_written_as_the_rows_under_it_heads_no_columns() -> None:
    sparse = page(
        [
            (0.10, [(0.1, "Year"), (0.3, "Title"), (0.6, "Role"), (0.8, "Notes")]),
            *[(0.13 + 0.03 * n, [(0.1, str(1992 + n)), (0.3, title), (0.6, "Lead")]) for n, title in enumerate(TITLES)],
        ]
    )
    table = printed_tables(sparse)[0]
    assert [table.text(words) for words in table.heads] == ["Year", "Title", "Role", "Notes"]


@pytest.mark.parametrize("question", ["Wann war die Untersuchung?", "Quand était le départ ?", "Wo war das Treffen?"])
def test_a_question_for_when_or_where_states_nothing(question: str) -> None:
    assert statement_in(question) is None


def test_combien_counts_only_before_de() -> None:
    assert COUNT in Question("Combien de nuits ?").triggers
    assert COUNT not in Question("Combien coûte le déplacement ?").triggers


COURSES = page(
    [
        (0.10, [(0.1, "Course"), (0.4, "Begins"), (0.7, "Places")]),
        (0.13, [(0.1, "Pottery"), (0.4, "25/03/2024"), right(0.74, "12")]),
        (0.16, [(0.1, "Sewing"), (0.4, "03/04/2024"), right(0.74, "8")]),
        (0.19, [(0.1, "Chess"), (0.4, "02/05/2024"), right(0.74, "20")]),
        (0.22, [(0.1, "Yoga"), (0.4, "13/04/2024"), right(0.74, "15")]),
    ]
)


def test_days_of_a_table_are_read_in_the_order_of_their_document() -> None:
    (table,) = printed_tables(COURSES)

    assert [row[1].day for row in grid_of(table, None, DateOrder.DAY_FIRST).cells] == [
        (2024, 3, 25),
        (2024, 4, 3),
        (2024, 5, 2),
        (2024, 4, 13),
    ]
    assert grid_of(table, None, DateOrder.MONTH_FIRST).cells[1][1].day == (2024, 3, 4)
    earliest = parsed_answer("Which course has the earliest date?", [COURSES])
    assert earliest is not None
    assert earliest.text == "Pottery"
