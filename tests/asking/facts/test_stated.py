"""Labels find their values to the right, below and above, rows and columns cross, and sentences tell."""

from __future__ import annotations

from docqa_app.asking.facts.fact import Fact, Relation
from docqa_app.asking.facts.stated import stated
from docqa_app.core.document import Page
from tests.extracting.sheets import page, right


def facts(shown: Page, relation: Relation) -> list[Fact]:
    return [one.fact for one in stated(shown) if one.fact.relation is relation]


def said(shown: Page, fact: Fact) -> tuple[str, str, str]:
    """The label, the head and the value of a fact, as printed."""
    label, head = (shown.text_of(words) for words in (fact.label, fact.head))
    return label, head, fact.text


BOXES = page(
    [
        (0.1, [(0.1, "Booking reference"), (0.4, "Lead hirer"), (0.7, "Party")]),
        (0.117, [(0.1, "KW 7730-B"), (0.4, "Aled Prosser"), (0.7, "5 adults")]),
    ]
)
TABLE = page(
    [
        (0.2, [(0.1, "Reading"), right(0.5, "Out"), right(0.8, "Back")]),
        (0.23, [(0.1, "Mileage"), right(0.5, "41.206"), right(0.8, "44.871")]),
        (0.26, [(0.1, "Fuel"), right(0.5, "70"), right(0.8, "65")]),
    ]
)


def test_a_label_over_its_value_is_known_to_stand_in_a_row_of_labels() -> None:
    below = next(fact for fact in facts(BOXES, Relation.BELOW) if fact.text == "KW 7730-B")
    behind = next(fact for fact in facts(BOXES, Relation.RIGHT) if fact.text == "Lead hirer")
    assert said(BOXES, below) == ("Booking reference", "", "KW 7730-B")
    assert dict(below.signs)["in a row"] == 1.0
    assert dict(behind.signs)["both head"] == 1.0


def test_a_value_stands_where_its_row_and_its_column_cross() -> None:
    assert ("Mileage", "Back", "44.871") in [said(TABLE, fact) for fact in facts(TABLE, Relation.CROSSING)]


def test_labels_and_values_of_one_line_are_parted_by_colons() -> None:
    line = page([(0.1, [(0.1, "Driver: Ann Lee, Van: Transit")])])
    assert [said(line, fact)[::2] for fact in facts(line, Relation.INLINE)] == [
        ("Driver:", "Ann Lee,"),
        ("Van:", "Transit"),
    ]


def test_a_sentence_tells_its_numbers_days_names_and_codes() -> None:
    letter = page(
        [
            (0.1, [(0.1, "The boat is ready from Monday 12th May and")]),
            (0.117, [(0.1, "lies at berth N43. We weighed it: two tonnes.")]),
        ]
    )
    told = {fact.text for fact in facts(letter, Relation.SENTENCE)}
    assert {"Monday 12th May", "N43", "two tonnes"} <= told


def test_a_sentence_ends_at_its_full_stop() -> None:
    letter = page([(0.1, [(0.1, "It cost £35.00 in May. It now costs £40.00 instead")])])
    first = next(fact for fact in facts(letter, Relation.SENTENCE) if fact.text == "£35.00")
    assert said(letter, first)[0] == "It cost in May."


def test_a_page_without_words_states_nothing() -> None:
    assert stated(page([])) == ()


def test_the_point_of_a_german_day_ends_no_sentence() -> None:
    letter = page([(0.1, [(0.1, "Der Vertrag beginnt am 21. Februar 2022 in Bern")])])
    assert "21. Februar 2022" in {fact.text for fact in facts(letter, Relation.SENTENCE)}


def test_a_key_with_its_value_is_no_value_of_a_cell() -> None:
    rows = [[(0.1, f"Test {n}"), (0.4, f"Date reported: 11/0{n}/2020"), right(0.9, f"{n}.5")] for n in (1, 2, 3)]
    lab = page([(0.1 + 0.03 * n, row) for n, row in enumerate(rows)])
    assert not [fact.text for fact in facts(lab, Relation.CELL) if "reported:" in fact.text]
