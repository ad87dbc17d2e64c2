"""Questions over printed tables are answered by their rows and columns."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docqa_app.asking.asked_tables import table_answer
from docqa_app.asking.field_answers import FieldAnswers
from docqa_app.asking.tables.by_count import counts
from docqa_app.asking.tables.cells import AskedTable
from docqa_app.asking.tables.names import AskedWords
from docqa_app.asking.tables.printed_tables import PrintedTable, printed_tables
from docqa_app.core.answer import Answer
from docqa_app.core.document import Page
from docqa_app.extracting.line_items.column_labels import Labels
from docqa_app.schemas.schema_file import shipped_schemas
from tests.extracting.sheets import SCHEMAS, document, invoice_lines, page, right, told
from tests.fakes import Said

KINDS = shipped_schemas(SCHEMAS)
LABELS = Labels([column for kind in KINDS for column in kind.columns])
CITIES = page(
    [
        (0.05, [(0.1, "Football clubs by city")]),
        (0.10, [(0.1, "City"), (0.35, "Founded"), (0.6, "Members"), (0.8, "Fees (EUR)")]),
        (0.13, [(0.1, "New Abigail"), (0.35, "12.03.1998"), right(0.68, "916"), right(0.9, "4,567.00")]),
        (0.16, [(0.1, "Research and"), (0.35, "01.07.2004"), right(0.68, "213"), right(0.9, "12,434.50")]),
        (0.175, [(0.1, "Development Park")]),
        (0.20, [(0.1, "Rickyport"), (0.35, "30.11.2011"), right(0.68, "1 895"), right(0.9, "820.00")]),
        (0.23, [(0.1, "Total"), right(0.68, "3 024"), right(0.9, "17,821.50")]),
        (0.60, [(0.1, "We thank all members of all cities for what they have given in this year.")]),
    ]
)
INVOICE = page(invoice_lines())
YEARS = page(
    [
        (0.10, [(0.1, "Expenses"), (0.5, "1985"), (0.7, "1986")]),
        (0.13, [(0.1, "Rent"), right(0.54, "1,200"), right(0.74, "1,310")]),
        (0.16, [(0.1, "Salaries"), right(0.54, "45,020"), right(0.74, "47,900")]),
    ]
)


def answer(question: str, of: Page = CITIES) -> str:
    said = table_answer(question, [of], LABELS)
    return said.text if said else ""


def test_a_table_is_its_heads_and_its_rows_down_to_the_sums() -> None:
    table, *others = printed_tables(CITIES)
    assert [table.text(words) for words in table.heads] == ["City", "Founded", "Members", "Fees (EUR)"]
    assert [table.text(row[0]) for row in table.rows] == [
        "New Abigail",
        "Research and Development Park",
        "Rickyport",
        "Total",
    ]
    assert table.goods == 3
    assert others == []


@pytest.mark.parametrize(
    ("question", "cell"),
    [
        ("What is the members of New Abigail?", "916"),
        ("Rickyport: Founded?", "30.11.2011"),
        ("According to the table, what is the Fees for Research and Development Park?", "12,434.50"),
        ("Wie lautet Members für Rickyport?", "1 895"),
        ("Que vaut members pour Rickyport ?", "1 895"),
        ("What are the total fees?", "17,821.50"),
        ("What is the members of Ricky port?", "1 895"),
    ],
)
def test_a_row_and_a_column_name_the_cell_where_they_cross(question: str, cell: str) -> None:
    assert answer(question) == cell


def test_a_year_over_a_column_names_it() -> None:
    assert answer("What is the Expenses for Rent for 1986?", YEARS) == "1,310"


@pytest.mark.parametrize(
    ("question", "cell"),
    [
        ("Wie viele Hammer wurden bestellt?", "2"),
        ("Was kostet ein Hammer?", "20,00"),
        ("How much was charged for Hammer?", "40,00"),
        ("What is the quantity of Zange mit langem Griff?", "3"),
        ("How much does one Zange mit langem Griff cost?", "20,00"),
    ],
)
def test_a_price_a_quantity_or_an_amount_is_asked_for_in_other_words_than_the_heads(question: str, cell: str) -> None:
    assert answer(question, INVOICE) == cell


@pytest.mark.parametrize(
    ("question", "row"),
    [
        ("Which city has 213 members?", "Research and Development Park"),
        ("Whose founded is 30.11.2011?", "Rickyport"),
        ("What is the second city?", "Research and Development Park"),
        ("Which item is listed last?", "Rickyport"),
        ("What is the founded of the first city?", "12.03.1998"),
        ("Members in the third row?", "1 895"),
        ("What is the heading of the third column?", "Members"),
        ("Which city has the highest members?", "Rickyport"),
        ("Welcher Eintrag hat den niedrigsten Wert bei Members?", "Research and Development Park"),
        ("What is the lowest fees?", "820.00"),
        ("How many rows does the table have?", "3"),
        ("How many cities have a members above 500?", ""),
        ("How many rows have a members above 500?", "2"),
        ("How many columns are there?", "4"),
        ("Is the members of New Abigail higher than that of Rickyport?", "no"),
        ("Ist members bei Rickyport höher als bei New Abigail?", "ja"),
    ],
)
def test_rows_are_told_by_their_cells_their_place_and_their_numbers(question: str, row: str) -> None:
    assert answer(question) == row


def test_what_costs_most_is_told_by_the_price_of_one() -> None:
    two = page([line for line in invoice_lines() if line[0] != 0.28] + [_row("Leiter", "1", "90,00", "90,00")])
    assert answer("What is the most expensive item?", two) == "Leiter"


def _row(*texts: str) -> tuple[float, list[tuple[float, str]]]:
    name, count, price, amount = texts
    return 0.28, [(0.1, name), right(0.55, count), right(0.75, price), right(0.89, amount)]


@pytest.mark.parametrize(
    "question",
    [
        "What is the date?",
        "What is the last line of the page?",
        "What does the first line say?",
        "Who is the chairman of Rickyport?",
        "What is the population of New Abigail?",
        "Members",
        "",
    ],
)
def test_a_question_with_words_that_no_table_explains_is_not_for_a_table(question: str) -> None:
    assert answer(question) == ""


def test_a_question_may_say_what_the_table_is_called() -> None:
    said = table_answer("What is founded for the football clubs of Rickyport?", [CITIES], LABELS)
    assert said is not None
    assert (said.form, said.text) == ("cell under a title", "30.11.2011")


def test_cells_of_a_line_that_was_taken_for_two_stand_in_one_row() -> None:
    apart = page(
        [
            (0.100, [(0.1, "Item")]),
            (0.101, [(0.7, "Price"), (0.85, "Stock")]),
            (0.130, [(0.1, "Bread")]),
            (0.131, [(0.7, "2.00"), (0.85, "36")]),
            (0.160, [(0.1, "Onions")]),
            (0.161, [(0.7, "3.00"), (0.85, "29")]),
        ]
    )
    assert answer("What is the stock of Onions?", apart) == "29"


def test_a_number_that_stands_close_before_a_name_is_a_cell_of_its_own() -> None:
    close = page(
        [
            (0.10, [(0.1, "Pos Item"), (0.7, "Price")]),
            (0.13, [(0.1, "1 Bread"), (0.7, "2.00")]),
            (0.16, [(0.1, "2 Onions"), (0.7, "3.00")]),
        ]
    )
    assert answer("Which item is the most expensive?", close) == "Onions"


def test_notes_under_an_item_are_no_part_of_its_name() -> None:
    noted = page(
        [
            (0.10, [(0.1, "Item"), (0.7, "Price")]),
            (0.13, [(0.1, "Bread"), (0.7, "2.00")]),
            (0.146, [(0.1, "Unit as agreed")]),
            (0.18, [(0.1, "Onions"), (0.7, "3.00")]),
            (0.196, [(0.1, "Unit as agreed")]),
        ]
    )
    assert answer("What is the second item?", noted) == "Onions"


def test_what_ends_in_a_colon_is_no_cell() -> None:
    keys = page(
        [
            (0.10, [(0.1, "Item"), (0.5, "Price"), (0.7, "Amount")]),
            (0.13, [(0.1, "Bread"), (0.5, "2.00"), (0.7, "2.00")]),
            (0.16, [(0.1, "Total"), (0.5, "GST:"), (0.7, "0.12")]),
        ]
    )
    assert answer("What was the total price?", keys) == ""


def test_two_rows_of_one_name_with_different_cells_give_no_answer() -> None:
    twice = page(
        [
            (0.10, [(0.1, "Item"), (0.5, "Price")]),
            (0.13, [(0.1, "Bread"), right(0.56, "2.00")]),
            (0.16, [(0.1, "Bread"), right(0.56, "3.00")]),
        ]
    )
    assert answer("What is the price of Bread?", twice) == ""


def test_a_table_over_two_pages_has_no_last_row_on_one_of_them() -> None:
    pages = [CITIES, page([(0.1, [(0.1, "City"), (0.6, "Members")]), (0.13, [(0.1, "Ulm"), (0.6, "5")])], number=2)]
    assert table_answer("Which item is listed last?", pages, LABELS) is None
    said = table_answer("What is the members of Ulm?", pages, LABELS)
    assert said is not None
    assert (said.text, said.page) == ("5", 2)


def asked(question: str, said: dict[str, Said]) -> Answer:
    (one,) = FieldAnswers(told(said), KINDS).ask(document(CITIES), [question])
    return one


def test_the_cell_answers_where_the_model_finds_nothing_and_its_words_light_up() -> None:
    one = asked("What is the members of New Abigail?", {})
    assert (one.found, one.text, one.page) == (True, "916", 1)
    assert [CITIES.words[index].text for index in one.evidence] == ["916"]


def test_the_model_makes_a_cell_surer_and_is_believed_against_it_only_when_it_is_sure() -> None:
    question = "What is the members of New Abigail?"
    alone = asked(question, {}).confidence
    assert asked(question, {question: Said("916", confidence=0.5)}).confidence > alone
    doubted = asked(question, {question: Said("213", confidence=0.5)})
    assert (doubted.text, [other.text for other in doubted.alternatives]) == ("916", ["213"])
    assert asked(question, {question: Said("213", confidence=0.99)}).text == "213"


@pytest.mark.parametrize("question", ["How many clubs have 916 members?", "How many cities have fees of 820.00?"])
def test_what_counts_rows_is_not_answered_by_the_name_of_one(question: str) -> None:
    assert answer(question) not in ("New Abigail", "Rickyport")


TIMETABLE = page(
    [
        (0.05, [(0.1, "CITY BUS LINE 12"), (0.5, "Timetable valid from 1 September 2025")]),
        (0.10, [(0.1, "Stop"), (0.4, "Weekdays"), (0.6, "Saturday"), (0.8, "Sunday")]),
        (0.13, [(0.1, "Central Station"), (0.4, "06:10"), (0.6, "07:00"), (0.8, "08:30")]),
        (0.16, [(0.1, "Market Square"), (0.4, "06:18"), (0.6, "07:08"), (0.8, "08:38")]),
        (0.19, [(0.1, "Hospital"), (0.4, "06:27"), (0.6, "07:17"), (0.8, "08:47")]),
        (0.22, [(0.1, "Airport"), (0.4, "06:52"), (0.6, "07:42"), (0.8, "09:12")]),
    ]
)


def test_a_title_that_runs_over_the_columns_is_not_their_head() -> None:
    (table,) = printed_tables(TIMETABLE)

    assert [table.text(words) for words in table.heads] == ["Stop", "Weekdays", "Saturday", "Sunday"]
    assert answer("Saturday of Market Square?", TIMETABLE) == "07:08"


def test_the_rows_of_a_torn_table_are_not_counted() -> None:
    (whole,) = printed_tables(TIMETABLE)
    heads, *rows = ((first, second + third, last) for first, second, third, last in (whole.heads, *whole.rows))
    torn = replace(whole, heads=heads, rows=tuple(rows))

    def counted(table: PrintedTable) -> list[str]:
        question = "How many rows are there?"
        return [one.text for one in counts(AskedTable(AskedWords(question), table, LABELS), None, question)]

    assert counted(whole) == ["4"]
    assert counted(torn) == []


RAINFALL = page(
    [
        (0.05, [(0.1, "Tri-County Water District"), (0.7, "Annual Report 1989")]),
        (0.08, [(0.1, "Reservoir Levels and Rainfall")]),
        (0.12, [(0.1, "Table 3: Monthly rainfall in inches")]),
        (0.14, [(0.1, "Month"), (0.3, "North"), (0.5, "South"), (0.7, "Average")]),
        (0.16, [(0.1, "January"), (0.3, "4.1"), (0.5, "3.6"), (0.7, "3.85")]),
        (0.18, [(0.1, "February"), (0.3, "3.2"), (0.5, "3.0"), (0.7, "3.10")]),
        (0.20, [(0.1, "March"), (0.3, "2.7"), (0.5, "2.9"), (0.7, "2.80")]),
    ]
)


def test_a_caption_and_the_head_of_the_page_above_it_are_no_part_of_a_table() -> None:
    (table,) = printed_tables(RAINFALL)

    assert [table.text(words) for words in table.heads] == ["Month", "North", "South", "Average"]
    assert [table.text(row[0]) for row in table.rows] == ["January", "February", "March"]


@pytest.mark.parametrize("caption", ["Table 3.2 Rainfall", "Tabelle 3: Regen", "Tableau n° 3 – Pluies", "Table IV"])
def test_a_table_ends_where_the_caption_of_the_next_stands(caption: str) -> None:
    above = [(0.05, [(0.1, "Stop"), (0.3, "Code"), (0.5, "Zone")]), (0.07, [(0.1, "Market"), (0.3, "17"), (0.5, "A")])]
    below = [(0.14, [(0.1, "Month"), (0.5, "Rain")]), (0.16, [(0.1, "May"), (0.5, "3.6")])]
    tables = printed_tables(page([*above, (0.11, [(0.1, caption)]), *below]))

    heads = {tuple(table.text(words) for words in table.heads) for table in tables}
    assert heads == {("Stop", "Code", "Zone"), ("Month", "Rain")}


def test_rows_that_name_tables_or_figures_are_rows() -> None:
    figures = page(
        [
            (0.10, [(0.1, "Figure"), (0.4, "Title"), (0.8, "Page")]),
            (0.12, [(0.1, "Figure 1:"), (0.4, "Sales"), (0.8, "5")]),
            (0.14, [(0.1, "Figure 2:"), (0.4, "Costs"), (0.8, "9")]),
        ]
    )
    assert answer("What is the page of Costs?", figures) == "9"


def test_a_first_row_that_is_called_net_is_no_sum_of_rows_above_it() -> None:
    income = page(
        [
            (0.10, [(0.1, "Income"), (0.5, "2007"), (0.7, "2008")]),
            (0.13, [(0.1, "Net sales"), right(0.54, "45,977"), right(0.74, "48,210")]),
            (0.16, [(0.1, "Selling expenses"), right(0.54, "4,998"), right(0.74, "5,120")]),
            (0.19, [(0.1, "Interest"), right(0.54, "640"), right(0.74, "812")]),
        ]
    )
    (table,) = printed_tables(income)
    assert table.goods == 3


ORDER = page(
    [
        (0.10, [(0.1, "Item"), (0.2, "Description"), (0.5, "Qty"), (0.6, "Unit price"), (0.8, "Amount")]),
        (0.13, [(0.1, "1"), (0.2, "Wooden blocks"), right(0.53, "4"), right(0.7, "$32.00"), right(0.9, "$128.00")]),
        (0.16, [(0.1, "2"), (0.2, "Finger paint"), right(0.53, "10"), right(0.7, "$8.50"), right(0.9, "$85.00")]),
        (0.19, [(0.1, "3"), (0.2, "Modeling clay"), right(0.53, "12"), right(0.7, "$4.75"), right(0.9, "$57.00")]),
    ]
)
STAFF = page(
    [
        (0.10, [(0.1, "Position"), (0.4, "Name"), (0.6, "City"), (0.8, "Phone")]),
        (0.13, [(0.1, "Director"), (0.4, "Paula Reyes"), (0.6, "Portland"), (0.8, "503-555-0141")]),
        (0.16, [(0.1, "Archivist"), (0.4, "Carl Jensen"), (0.6, "Boise"), (0.8, "208-555-0177")]),
        (0.19, [(0.1, "Librarian"), (0.4, "Mona Fields"), (0.6, "Portland"), (0.8, "503-555-0166")]),
    ]
)
POOL = page(
    [
        (0.10, [(0.1, "Catégorie"), (0.4, "Entrée"), (0.6, "Abonnement")]),
        (0.13, [(0.1, "Adultes"), (0.4, "5,20 €"), (0.6, "210,00 €")]),
        (0.16, [(0.1, "Étudiants"), (0.4, "3,90 €"), (0.6, "155,00 €")]),
    ]
)
INCOME = page(
    [
        (0.05, [(0.1, "Statement of income")]),
        (0.10, [(0.1, "Thousands"), (0.4, "2006"), (0.6, "2007"), (0.8, "Change")]),
        (0.13, [(0.1, "Rent"), right(0.44, "655"), right(0.64, "640"), right(0.86, "15")]),
        (0.16, [(0.1, "Interest"), right(0.44, "5,328"), right(0.64, "6,311"), right(0.86, "983")]),
    ]
)
PROGRAM = page(
    [
        (0.10, [(0.1, "Time"), (0.3, "Topic"), (0.6, "Speaker")]),
        (0.13, [(0.1, "9:00"), (0.3, "Carbon in soils"), (0.6, "Dr. Ingrid Holm")]),
        (0.16, [(0.1, "10:00"), (0.3, "Lunch")]),
        (0.19, [(0.1, "11:00"), (0.3, "Erosion"), (0.6, "Dr. Mary Obi")]),
    ]
)


@pytest.mark.parametrize(
    ("question", "of", "said"),
    [
        ("What is the most expensive item?", ORDER, "Wooden blocks"),
        ("Which item is the cheapest?", ORDER, "Modeling clay"),
        ("Which item has the highest amount?", ORDER, "Wooden blocks"),
        ("Which item has the highest qty?", ORDER, "Modeling clay"),
        ("Which item costs $4.75?", ORDER, "Modeling clay"),
        ("What costs $57.00?", ORDER, "Modeling clay"),
        ("How much does Finger paint cost?", ORDER, "$85.00"),
        ("Whose phone number is 208-555-0177?", STAFF, "Carl Jensen"),
        ("What is the phone number of Paula Reyes?", STAFF, "503-555-0141"),
        ("Who lives in Boise?", STAFF, "Carl Jensen"),
        ("Wer wohnt in Boise?", STAFF, "Carl Jensen"),
        ("Qui habite à Boise ?", STAFF, "Carl Jensen"),
        ("Who lives in Portland?", STAFF, ""),
        ("Who was born in Boise?", STAFF, ""),
        ("Combien coûte l'entrée pour les étudiants ?", POOL, "3,90 €"),
        ("How much is the Abonnement for Adultes?", POOL, "210,00 €"),
        ("Was kostet Abonnement für Adultes?", POOL, "210,00 €"),
    ],
)
def test_what_a_cell_holds_explains_the_words_around_its_names(question: str, of: Page, said: str) -> None:
    assert answer(question, of) == said


@pytest.mark.parametrize(
    ("question", "head"),
    [
        ("In which year was interest 6,311?", "2007"),
        ("In which year was rent lowest?", "2007"),
        ("What year had the highest rent?", "2006"),
        ("In welchem Jahr war Rent am höchsten?", "2006"),
        ("En quelle année Interest était de 5,328 ?", "2006"),
        ("In which month was rent 640?", ""),
        ("In which year was interest 983?", ""),
        ("In which year was the second highest rent?", ""),
    ],
)
def test_a_row_and_what_it_holds_name_the_year_over_it(question: str, head: str) -> None:
    assert answer(question, INCOME) == head


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Who speaks after Dr. Ingrid Holm?", "Dr. Mary Obi"),
        ("Who speaks before Dr. Mary Obi?", "Dr. Ingrid Holm"),
        ("What comes after the lunch?", "Erosion"),
        ("Wer spricht vor Dr. Mary Obi?", "Dr. Ingrid Holm"),
        ("Qui parle après Dr. Ingrid Holm ?", "Dr. Mary Obi"),
        ("What comes after Erosion?", ""),
        ("Who paid after Dr. Ingrid Holm?", ""),
    ],
)
def test_what_comes_before_or_after_stands_above_or_below_in_its_column(question: str, said: str) -> None:
    assert answer(question, PROGRAM) == said


def test_a_title_over_a_table_may_stand_in_a_question_for_its_highest() -> None:
    assert answer("Which month had the highest rainfall in the North?", RAINFALL) == "January"


PRICES = page(
    [
        (0.10, [(0.1, "Wholesale price list"), (0.6, "Effective March 1, 2011")]),
        (0.15, [(0.1, "Item no."), (0.3, "Variety"), (0.55, "Size"), right(0.72, "1-9"), right(0.84, "10-49")]),
        (
            0.18,
            [(0.1, "2014"), (0.3, "Lilac Sensation"), (0.55, "3 gal."), right(0.72, "$18.50"), right(0.84, "$16.75")],
        ),
        (0.21, [(0.1, "2022"), (0.3, "Hydrangea May"), (0.55, "2 gal."), right(0.72, "$14.00"), right(0.84, "$12.60")]),
        (0.24, [(0.1, "2031"), (0.3, "Forsythia Lyn"), (0.55, "1 gal."), right(0.72, "$7.25"), right(0.84, "$6.50")]),
    ]
)


def test_spans_of_numbers_head_columns() -> None:
    table, *_ = printed_tables(PRICES)
    assert [table.text(words) for words in table.heads] == ["Item no.", "Variety", "Size", "1-9", "10-49"]
    assert answer("Which variety has item no. 2031?", PRICES) == "Forsythia Lyn"


def test_a_row_may_be_named_by_what_only_its_name_holds() -> None:
    assert answer("What size is the hydrangea?", PRICES) == "2 gal."
    assert answer("What size is the magnolia?", PRICES) == ""
    assert answer("Is the hydrangea of any size?", PRICES) == ""
    assert answer("What size is the hydrangea lilac?", PRICES) == ""


DIETS = page(
    [
        (0.10, [(0.37, "Cholesterol (mg/dl)"), (0.70, "Weight (kg)")]),
        (0.12, [(0.1, "Diet group"), (0.35, "Week 0"), (0.5, "Week 12"), (0.65, "Week 0"), (0.8, "Week 12")]),
        (0.15, [(0.1, "Control"), (0.36, "228"), (0.51, "226"), (0.66, "74.1"), (0.81, "74.3")]),
        (0.18, [(0.1, "Low sucrose"), (0.36, "231"), (0.51, "219"), (0.66, "75.6"), (0.81, "73.8")]),
        (0.21, [(0.1, "High fibre"), (0.36, "225"), (0.51, "204"), (0.66, "73.9"), (0.81, "72.5")]),
    ]
)


def test_what_stands_over_several_heads_tells_which_of_two_alike_is_meant() -> None:
    assert answer("What was the weight of the control group at week 12?", DIETS) == "74.3"
    assert answer("What was the cholesterol for low sucrose in week 0?", DIETS) == "231"
    assert answer("What was the control group in week 0?", DIETS) == ""


TRIP = page(
    [
        (0.10, [(0.1, "Employee"), (0.23, "Gordon F. Haskell"), (0.55, "Department"), (0.7, "Agricultural Research")]),
        (0.12, [(0.1, "Place"), (0.23, "Fargo, North Dakota"), (0.55, "Purpose"), (0.7, "Beet growers' field day")]),
        (0.14, [(0.1, "Left"), (0.23, "8/12/69"), (0.55, "Returned"), (0.7, "8/15/69")]),
        (
            0.17,
            [
                (0.1, "Date"),
                (0.2, "Meals"),
                (0.31, "Hotel"),
                (0.41, "Miles"),
                (0.54, "Phone"),
                (0.68, "Other"),
                (0.8, "All"),
            ],
        ),
        (0.19, [(0.1, "8/12"), (0.2, "7.40"), (0.31, "14.00"), (0.41, "22.80"), (0.54, "1.15"), (0.8, "45.35")]),
        (0.21, [(0.1, "8/13"), (0.2, "9.25"), (0.31, "14.00"), (0.54, "2.60"), (0.68, "3.00"), (0.8, "28.85")]),
        (0.23, [(0.1, "8/14"), (0.2, "8.70"), (0.31, "14.00"), (0.41, "6.10"), (0.8, "28.80")]),
        (0.25, [(0.1, "8/15"), (0.2, "4.95"), (0.41, "22.80"), (0.8, "27.75")]),
    ]
)


def test_keys_over_a_table_do_not_head_its_columns() -> None:
    assert answer("How much was spent on meals on 8/13?", TRIP) == "9.25"


def test_a_row_is_not_called_what_the_question_calls_it() -> None:
    lines = [(0.1 + n / 40, [(0.1, "TOP"), (0.2, str(n)), (0.3, one)]) for n, one in enumerate(("Wahl", "Kasse"), 3)]
    tops = page([(0.1, [(0.1, "TOP"), (0.2, "Nr"), (0.3, "Thema")]), *lines])
    assert answer("Was ist TOP 2?", tops) == ""


@pytest.mark.parametrize(
    ("question", "of", "text"),
    [
        ("What is the unit of the last column?", DIETS, "kg"),
        ("What is the unit of the Fees?", CITIES, "EUR"),
        ("What is the unit of Members?", CITIES, ""),
        ("What is the unit price of Rickyport?", CITIES, ""),
    ],
)
def test_the_unit_of_a_column_stands_in_brackets_in_its_head_or_over_it(question: str, of: Page, text: str) -> None:
    assert answer(question, of) == text


@pytest.mark.parametrize(
    "question",
    ["In what unit are the amounts given?", "In welcher Einheit sind die Beträge?", "Quelle est l'unité du tableau ?"],
)
def test_the_unit_of_a_whole_table_stands_over_it(question: str) -> None:
    lines = [(0.04, [(0.1, "(years ended December 31)")]), (0.07, [(0.1, "(dollars in thousands)")])]
    expenses = [
        (0.10, [(0.1, "Expenses"), (0.5, "1985"), (0.7, "1986")]),
        (0.13, [(0.1, "Rent"), right(0.54, "1,200"), right(0.74, "1,310")]),
        (0.16, [(0.1, "Salaries"), right(0.54, "45,020"), right(0.74, "47,900")]),
    ]
    assert answer(question, page([*lines, *expenses])) == "dollars in thousands"


def test_a_line_that_names_a_section_belongs_to_no_row() -> None:
    lines = [
        (0.15, [(0.1, "Item no."), (0.3, "Variety"), (0.55, "Size")]),
        (0.17, [(0.1, "SHRUBS")]),
        (0.19, [(0.1, "2014"), (0.3, "Lilac Sensation"), (0.55, "3 gal.")]),
        (0.21, [(0.1, "2022"), (0.3, "Hydrangea May"), (0.55, "2 gal.")]),
        (0.23, [(0.1, "TREES")]),
        (0.25, [(0.1, "3105"), (0.3, "Red maple"), (0.55, "6 ft")]),
        (0.27, [(0.1, "3118"), (0.3, "River birch"), (0.55, "5 ft")]),
    ]
    assert answer("Which variety has item no. 2022?", page(lines)) == "Hydrangea May"


BUSES = page(
    [
        (0.10, [(0.1, "Stop"), (0.4, "Bus 1"), (0.55, "Bus 2"), (0.7, "Bus 3")]),
        (0.13, [(0.1, "Market Place"), (0.4, "07:05"), (0.55, "10:15"), (0.7, "17:10")]),
        (0.16, [(0.1, "Oakley School"), (0.4, "07:21"), (0.55, "-"), (0.7, "17:28")]),
        (0.19, [(0.1, "Linden Cross"), (0.4, "07:42"), (0.55, "10:50"), (0.7, "17:50")]),
    ]
)


@pytest.mark.parametrize(
    ("question", "of", "hour"),
    [
        ("When does the first bus leave Oakley School?", BUSES, "07:21"),
        ("When does the second bus stop at Oakley School?", BUSES, "17:28"),
        ("At what time does the last bus reach Linden Cross?", BUSES, "17:50"),
        ("Wann fährt der letzte Bus ab Market Place?", BUSES, "17:10"),
        ("When does the last bus with heating leave Market Place?", BUSES, ""),
        ("When does the last bus leave the Airport?", TIMETABLE, ""),
    ],
)
def test_the_first_or_last_journey_from_a_stop_is_told_by_its_row(question: str, of: Page, hour: str) -> None:
    assert answer(question, of) == hour


def test_what_costs_most_by_the_unit_is_told_by_the_price_of_one() -> None:
    order = page(
        [
            (0.10, [(0.1, "Désignation"), right(0.5, "Qté"), right(0.7, "Prix unitaire"), right(0.9, "Total HT")]),
            (0.13, [(0.1, "Ramette papier"), right(0.5, "60"), right(0.7, "4,15 €"), right(0.9, "249,00 €")]),
            (0.16, [(0.1, "Cartouche noire"), right(0.5, "5"), right(0.7, "38,40 €"), right(0.9, "192,00 €")]),
        ]
    )
    assert answer("Quel article coûte le plus cher à l'unité ?", order) == "Cartouche noire"
