"""Long documents are read in part: the pages that tell, or part after part."""

from __future__ import annotations

from docqa_app.core.document import Page
from docqa_app.core.flow import flowed
from docqa_app.summarizing.passages import parts_of, telling_pages, text_pages

PAGES = tuple(flowed(f"{'filler ' * 20} about {topic}", n) for n, topic in enumerate(("cats", "dogs", "tax"), start=1))


def numbers(pages: tuple[Page, ...]) -> list[int]:
    return [page.number for page in pages]


def test_a_short_document_is_read_whole() -> None:
    assert telling_pages(PAGES, "tax") == PAGES


def test_of_a_long_document_the_pages_that_speak_of_the_same_are_read_in_their_order() -> None:
    assert numbers(telling_pages(PAGES, "The tax.", most_words=30)) == [3]
    assert numbers(telling_pages(PAGES, "Tax for cats.", most_words=50)) == [1, 3]


def test_a_page_longer_than_all_that_is_read_is_still_read() -> None:
    assert numbers(telling_pages(PAGES, "dogs", most_words=5)) == [2]


def test_pages_without_words_are_left_out() -> None:
    assert numbers(telling_pages((Page(1, 595, 842), *PAGES[1:]), "cats")) == [2, 3]


def test_a_document_is_cut_between_pages_into_parts_that_fit() -> None:
    assert [numbers(part) for part in parts_of(PAGES, 3, most_words=50)] == [[1, 2], [3]]
    assert [numbers(part) for part in parts_of(PAGES, 3, most_words=500)] == [[1, 2, 3]]


def test_of_more_parts_than_sentences_the_first_and_the_last_are_among_those_taken() -> None:
    assert [numbers(part) for part in parts_of(PAGES, 2, most_words=30)] == [[1], [3]]


def test_a_long_text_becomes_pages_of_whole_sentences_and_about_equal_length() -> None:
    text = " ".join(f"This is sentence number {n}." for n in range(100))

    pages = text_pages(text, most_letters=1000)

    told = [" ".join(word.text for word in page.words) for page in pages]
    assert " ".join(told) == text
    assert numbers(pages) == [1, 2, 3]
    assert all(page.endswith(".") for page in told)
    assert max(map(len, told)) < 1.1 * min(map(len, told))


def test_a_short_text_is_one_page_and_an_empty_one_a_page_without_words() -> None:
    assert len(text_pages("Short.")) == 1
    assert [page.words for page in text_pages("")] == [()]
