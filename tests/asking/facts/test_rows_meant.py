"""Questions that mean a cell of a table in other words than its row and head are printed in."""

from __future__ import annotations

import pytest

from docqa_app.asking.facts.rows_meant import cell_meant, is_balance
from docqa_app.asking.field_answers import FieldAnswers
from docqa_app.asking.tables.printed_tables import printed_tables
from docqa_app.core.document import Page
from docqa_app.extracting.line_items.column_labels import Labels
from docqa_app.schemas.schema_file import shipped_schemas
from tests.extracting.sheets import SCHEMAS, document, page, right, told
from tests.fakes import Said

KINDS = shipped_schemas(SCHEMAS)
LABELS = Labels([column for kind in KINDS for column in kind.columns])
ACCOUNT = page(
    [
        (
            0.10,
            [(0.1, "Date"), (0.2, "Details"), right(0.6, "Paid out"), right(0.75, "Paid in"), right(0.9, "Balance")],
        ),
        (0.12, [(0.1, "02 May"), (0.2, "Brought forward"), right(0.9, "310.00")]),
        (0.14, [(0.1, "06 May"), (0.2, "Direct debit Town Gas"), right(0.6, "41.20"), right(0.9, "268.80")]),
        (0.16, [(0.1, "13 May"), (0.2, "Wages Orchard Mill"), right(0.75, "905.00"), right(0.9, "1,173.80")]),
        (0.18, [(0.1, "20 May"), (0.2, "Card Hill Bakery"), right(0.6, "8.30"), right(0.9, "1,165.50")]),
        (0.20, [(0.2, "Totals"), right(0.6, "49.50"), right(0.75, "905.00")]),
    ]
)
CLAIM = page(
    [
        (0.10, [(0.1, "Fällig"), (0.3, "Bezeichnung"), right(0.8, "Betrag EUR")]),
        (0.12, [(0.1, "01.04.2024"), (0.3, "Beitrag April"), right(0.8, "64,00")]),
        (0.14, [(0.1, "01.05.2024"), (0.3, "Beitrag Mai"), right(0.8, "64,00")]),
        (0.16, [(0.1, "02.06.2024"), (0.3, "Mahngebühr"), right(0.8, "6,50")]),
    ]
)
BLOOD = page(
    [
        (0.10, [(0.1, "Test"), (0.3, "Result"), (0.5, "Unit"), (0.7, "Reference range")]),
        (0.12, [(0.1, "Glucose"), (0.3, "5.2"), (0.5, "mmol/L"), (0.7, "3.9 - 5.5")]),
        (0.14, [(0.1, "Calcium"), (0.3, "2.4"), (0.5, "mmol/L"), (0.7, "2.2 - 2.6")]),
    ]
)
VOTES = page(
    [
        (0.10, [(0.1, "Résolution"), right(0.5, "Pour"), right(0.7, "Contre")]),
        (0.12, [(0.1, "Ravalement façade"), right(0.5, "4 118"), right(0.7, "3 020")]),
        (0.14, [(0.1, "Local à vélos"), right(0.5, "7 400"), right(0.7, "12")]),
    ]
)
PAY = page(
    [
        (0.10, [(0.1, "Rubrique"), right(0.5, "Base"), right(0.7, "Part salarié"), right(0.9, "Part employeur")]),
        (0.12, [(0.1, "Salaire de base"), right(0.5, "151,67"), right(0.7, "1 986,88")]),
        (0.14, [(0.1, "Salaire brut"), right(0.7, "2 350,14")]),
        (0.16, [(0.1, "Assurance maladie"), right(0.5, "2 350,14"), right(0.9, "164,51")]),
        (0.18, [(0.1, "Heures suppl."), right(0.5, "17,33"), right(0.7, "1 283,78")]),
        (0.20, [(0.1, "Mutuelle"), right(0.7, "-22,50"), right(0.9, "22,50")]),
    ]
)
SLIP = page(
    [
        (0.10, [(0.1, "Payments"), right(0.5, "Hours"), right(0.7, "Rate"), right(0.9, "Amount")]),
        (0.12, [(0.1, "Basic pay"), right(0.5, "152.00"), right(0.7, "14.20"), right(0.9, "2,158.40")]),
        (0.14, [(0.1, "Overtime"), right(0.5, "9.50"), right(0.7, "21.30"), right(0.9, "202.35")]),
    ]
)


def meant(question: str, of: Page) -> str:
    said = cell_meant(question, [of], LABELS)
    return said.text if said else ""


@pytest.mark.parametrize(
    ("question", "of", "text"),
    [
        ("How much was spent at Hill Bakery?", ACCOUNT, "8.30"),
        ("How much is the gas bill?", ACCOUNT, "41.20"),
        ("Combien a coûté le gaz ?", ACCOUNT, "41.20"),
        ("Wie hoch ist die Gebühr für die Mahnung?", CLAIM, "6,50"),
        ("Combien d'heures supplémentaires de base ?", PAY, "17,33"),
        ("Combien d'heures supplémentaires ?", PAY, ""),
        ("What was the closing balance?", ACCOUNT, "1,165.50"),
        ("Wie hoch war der Kontostand am Anfang?", ACCOUNT, "310.00"),
        ("Quel est le solde final ?", ACCOUNT, "1,165.50"),
        ("What is the balance?", ACCOUNT, ""),
        ("How much was paid out altogether?", ACCOUNT, "49.50"),
        ("Wie viel Paid out insgesamt?", ACCOUNT, "49.50"),
        ("What is the normal range for glucose?", BLOOD, "3.9 - 5.5"),
        ("Combien ont voté contre le local à vélos ?", VOTES, "12"),
        ("Wie viele stimmten gegen den Fahrradraum?", VOTES, ""),
        ("What does glucose stand for?", BLOOD, ""),
        ("What is the normal range for iron?", BLOOD, ""),
        ("How much was spent at the florist?", ACCOUNT, ""),
        ("How much was spent at Hill Bakery and on gas?", ACCOUNT, ""),
        ("When was Hill Bakery paid?", ACCOUNT, ""),
        ("What is the highest gas bill?", ACCOUNT, ""),
        ("Wie hoch ist der Beitrag?", CLAIM, ""),
        ("What is the hourly rate for basic pay?", SLIP, "14.20"),
        ("How many hours of basic pay?", SLIP, "152.00"),
    ],
)
def test_the_one_number_of_a_row_that_a_question_means_answers_and_no_balance_does(
    question: str, of: Page, text: str
) -> None:
    assert meant(question, of) == text


def test_a_column_of_balances_is_known_by_its_steps() -> None:
    (table,) = printed_tables(ACCOUNT)
    assert [is_balance(table, column) for column in range(5)] == [False, False, False, False, True]


def test_the_row_answers_in_place_of_a_model_that_takes_the_balance() -> None:
    question = "How much was spent at Hill Bakery?"
    (answer,) = FieldAnswers(told({question: Said("1,165.50", 0.6)}), KINDS).ask(document(ACCOUNT), [question])
    assert answer.text == "8.30"


def test_numbers_in_groups_stand_in_one_column_and_a_row_of_other_columns_is_no_part_of_the_one_above() -> None:
    table = printed_tables(PAY)[0]
    assert [table.text(words) for words in table.heads] == ["Rubrique", "Base", "Part salarié", "Part employeur"]
    assert [[table.text(cell) for cell in row] for row in table.rows[:3]] == [
        ["Salaire de base", "151,67", "1 986,88", ""],
        ["Salaire brut", "", "2 350,14", ""],
        ["Assurance maladie", "2 350,14", "", "164,51"],
    ]


def test_a_question_for_a_sum_of_money_names_no_row() -> None:
    bill = page(
        [
            (0.10, [(0.1, "Désignation"), right(0.7, "Montant")]),
            (0.12, [(0.1, "Huile d'olive"), right(0.7, "198,00")]),
            (0.14, [(0.1, "Règlement"), right(0.7, "147,00")]),
        ]
    )
    assert cell_meant("How much is to be paid?", [bill], LABELS) is None
