"""Which words are selected, and what is copied of them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docqa_app.core.document import Box, Page
from docqa_app.ui.pages.selection import (
    Place,
    line_around,
    text_of,
    word_at,
    word_near,
    words_between,
    words_within,
)
from tests.ui.pages.samples import page_of

TEXT = """Invoice 17
Total due 12.00
Thank you"""


@pytest.fixture
def page() -> Page:
    return page_of(TEXT)


def middle_of(page: Page, index: int) -> tuple[float, float]:
    box = page.words[index].box
    return (box.left + box.right) / 2, (box.top + box.bottom) / 2


def test_copied_text_has_the_lines_of_the_page(page: Page) -> None:
    chosen = words_between([page], Place(1, 1), Place(1, 5))
    assert text_of([page], chosen) == "17\nTotal due 12.00\nThank"


def test_a_selection_made_backwards_is_the_same(page: Page) -> None:
    assert words_between([page], Place(1, 5), Place(1, 1)) == words_between([page], Place(1, 1), Place(1, 5))


def test_a_selection_runs_over_pages(page: Page) -> None:
    pages = [page, page_of("Second page", 2), page_of("Third page", 3)]
    chosen = words_between(pages, Place(1, 6), Place(3, 0))
    assert text_of(pages, chosen) == "you\nSecond page\nThird"


def test_a_page_without_words_is_passed_over(page: Page) -> None:
    pages = [page, page_of("", 2), page_of("Third", 3)]
    assert text_of(pages, words_between(pages, Place(1, 6), Place(3, 0))) == "you\nThird"


def test_the_words_of_a_rectangle_are_those_with_their_middle_in_it(page: Page) -> None:
    box = page.words[3].box
    column = Box(box.left, 0.0, box.right, 1.0)
    assert text_of([page], {1: words_within(page, column)}).splitlines()[1] == "due"


def test_a_line_is_all_words_beside_each_other(page: Page) -> None:
    assert [line_around(page, index) for index in (0, 3, 6)] == [(0, 1), (2, 3, 4), (5, 6)]


def test_a_point_beside_the_text_means_the_nearest_word_of_that_line(page: Page) -> None:
    _, height = middle_of(page, 2)
    assert word_near(page, 0.99, height) == 4
    assert word_near(page, 0.0, height) == 2
    assert word_near(page_of(""), 0.5, 0.5) is None


def test_only_a_point_on_a_word_is_at_it(page: Page) -> None:
    assert word_at(page, *middle_of(page, 3)) == 3
    assert word_at(page, 0.99, 0.99) is None


@settings(deadline=None)
@given(st.integers(0, 6), st.integers(0, 6))
def test_a_selection_is_every_word_from_the_first_to_the_last(one: int, other: int) -> None:
    page = page_of(TEXT)
    first, last = sorted((one, other))
    chosen = words_between([page], Place(1, one), Place(1, other))
    assert chosen == {1: tuple(range(first, last + 1))}
    assert text_of([page], chosen).split() == [word.text for word in page.words[first : last + 1]]
