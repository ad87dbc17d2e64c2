"""Text lines, reading order, grid cells and evidence boxes of pages as they come: slanted, mixed, turned."""

from __future__ import annotations

import math
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docqa_app.core.document import Box, Page, Word
from docqa_app.core.geometry import turned
from docqa_app.core.layout import Assignment, assign, evidence_boxes, grid_cell, reading_order, text_lines

fractions = st.integers(0, 200).map(lambda n: n / 200)


@st.composite
def words(draw: st.DrawFn) -> Word:
    left, top = draw(fractions), draw(fractions)
    width, height = draw(st.integers(0, 40)) / 200, draw(st.integers(0, 12)) / 200
    text = draw(st.text("abc", min_size=1, max_size=3))
    return Word(text, Box(left, top, min(1.0, left + width), min(1.0, top + height)))


def page_of(rows: list[str], slant: float = 0.0, height: float = 0.012, pitch: float = 0.02) -> list[Word]:
    """Rows of words set from the left edge, sinking by `slant` over the page's width."""
    found = []
    for number, row in enumerate(rows):
        left = 0.05
        for text in row.split():
            width = 0.011 * len(text)
            top = 0.1 + number * pitch + slant * (left + width / 2)
            found.append(Word(text, Box(left, top, left + width, top + height)))
            left += width + 0.01
    return found


def texts(page_words: list[Word], turn: int = 0) -> list[str]:
    order = reading_order(page_words, turn)
    return [" ".join(order[i].text for i in line.words) for line in text_lines(order, turn)]


ROWS = ["Northwind Paper Ltd", "Invoice 2023-0142 of March", "Item Quantity Price Total", "Paper 10 4.50 45.00"]
LONG_ROWS = [" ".join(f"word{row}{column}" for column in range(12)) for row in range(8)]


@given(st.lists(words(), max_size=30))
def test_every_word_is_in_exactly_one_line(many: list[Word]) -> None:
    joined = [index for line in text_lines(many) for index in line.words]
    assert sorted(joined) == list(range(len(many)))


@given(st.lists(words(), max_size=20), st.randoms(use_true_random=False))
def test_the_order_in_which_words_come_does_not_matter(many: list[Word], chance: random.Random) -> None:
    mixed = many[:]
    chance.shuffle(mixed)
    assert reading_order(mixed) == reading_order(many)


@given(st.lists(words(), max_size=20))
def test_words_in_reading_order_make_lines_of_neighbours(many: list[Word]) -> None:
    order = reading_order(many)
    joined = [index for line in text_lines(order) for index in line.words]
    assert [order[i] for i in joined] == list(order)


@given(st.lists(words(), max_size=20), st.integers(1, 9), st.integers(1, 9))
def test_every_word_has_a_line_and_a_cell_of_the_grid(many: list[Word], columns: int, rows: int) -> None:
    page = Page(1, 100.0, 100.0, reading_order(many))
    found = assign(page, columns, rows)
    assert len(found.lines) == len(found.cells) == len(many)
    assert all(1 <= cell <= columns * rows for cell in found.cells)
    assert sorted(set(found.lines)) == list(range(1, len(set(found.lines)) + 1))


@given(st.lists(words(), min_size=1, max_size=20), st.data())
def test_evidence_has_one_box_per_line_and_every_word_in_one(many: list[Word], data: st.DataObject) -> None:
    page = Page(1, 100.0, 100.0, reading_order(many))
    chosen = data.draw(st.lists(st.integers(0, len(many) - 1), unique=True, min_size=1))
    boxes = evidence_boxes(page, chosen)
    lines = assign(page).lines
    assert len(boxes) == len({lines[i] for i in chosen})
    for index in chosen:
        word = page.words[index].box
        assert any(box.contains(word.left, word.top) and box.contains(word.right, word.bottom) for box in boxes)


@pytest.mark.parametrize("slant", [-0.06, -0.03, 0.0, 0.03, 0.06])
def test_lines_of_a_page_scanned_aslant_stay_whole_and_apart(slant: float) -> None:
    assert texts(page_of(LONG_ROWS, slant)) == LONG_ROWS


def test_a_page_that_bends_like_a_book_keeps_its_lines() -> None:
    flat = page_of(LONG_ROWS)
    bent = [
        Word(w.text, Box(w.box.left, w.box.top + sag(w), w.box.right, w.box.bottom + sag(w)), w.confidence)
        for w in flat
    ]
    assert texts(bent) == LONG_ROWS


def sag(word: Word) -> float:
    return 0.012 * math.sin(math.pi * word.box.left)


def test_a_label_and_its_far_value_are_on_one_line() -> None:
    page = [*page_of(ROWS), Word("45.00", Box(0.9, 0.1, 0.95, 0.112)), Word("USD", Box(0.9, 0.14, 0.93, 0.152))]
    assert texts(page)[0] == "Northwind Paper Ltd 45.00"
    assert texts(page)[2] == "Item Quantity Price Total USD"


def test_a_logo_beside_two_lines_does_not_join_them() -> None:
    logo = Word("®", Box(0.0, 0.1, 0.04, 0.135))
    lines = [line.removeprefix("®").strip() for line in texts([logo, *page_of(ROWS)])]
    assert [line for line in lines if line] == ROWS


def test_a_big_total_stands_on_the_line_of_its_label() -> None:
    rows = page_of([*ROWS, "TOTAL"], pitch=0.04)
    label = rows[-1].box
    total = Word("45.00", Box(0.5, label.bottom - 0.03, 0.6, label.bottom))
    assert texts([*rows, total])[-1] == "TOTAL 45.00"


def test_a_comma_and_a_dash_stay_on_their_line() -> None:
    rows = page_of(ROWS)
    dash = Word("-", Box(0.6, 0.105, 0.61, 0.1065))
    assert texts([*rows, dash])[0] == "Northwind Paper Ltd -"


def test_pages_without_words_have_no_lines() -> None:
    assert text_lines([]) == ()
    assert reading_order([]) == ()
    assert evidence_boxes(Page(1, 10.0, 10.0), []) == ()


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_on_its_side_is_read_as_if_it_stood(turn: int) -> None:
    lying = [Word(w.text, turned(w.box, 360 - turn)) for w in page_of(LONG_ROWS)]
    assert texts(lying, turn) == LONG_ROWS
    page = Page(1, 100.0, 100.0, reading_order(lying, turn), turn=turn)
    assert assign(page).lines == tuple(row + 1 for row in range(8) for _ in range(12))
    assert len(evidence_boxes(page, range(0, 24))) == 2


@given(fractions, fractions)
def test_a_word_at_a_corner_of_the_page_is_in_the_grid(x: float, y: float) -> None:
    assert 1 <= grid_cell(Box(x, y, 1.0, 1.0), 4, 4) <= 16


def test_cells_are_counted_row_by_row_from_the_top_left() -> None:
    corners = [Box(x, y, x, y) for y in (0.1, 0.9) for x in (0.1, 0.9)]
    assert [grid_cell(corner, 4, 4) for corner in corners] == [1, 4, 13, 16]


def test_two_assignments_agree_on_a_share_of_the_words() -> None:
    ours, theirs = Assignment((1, 1, 2, 2), (1, 2, 3, 4)), Assignment((1, 1, 2, 3), (1, 2, 4, 3))
    assert (ours.line_agreement(theirs), ours.cell_agreement(theirs)) == (0.75, 0.5)
    assert Assignment((), ()).line_agreement(Assignment((), ())) == 1.0


@settings(max_examples=5)
@given(st.integers(1, 1000))
def test_hostile_boxes_of_every_size_still_end_up_in_lines(seed: int) -> None:
    chance = random.Random(seed)
    heights = (0.0, 1e-9, 0.001, 0.01, 1.0)
    many = []
    for _ in range(200):
        top, height = chance.random(), chance.choice(heights)
        many.append(Word("x", Box(0.0, top, chance.random(), min(1.0, top + height))))
    assert sum(len(line.words) for line in text_lines(many)) == len(many)
