"""Finding text in pages."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docqa_app.core.document import Box, Page, Word
from docqa_app.core.find import Hit, find_words, fold, fold_words

LETTERS = st.text(st.sampled_from("abéÉ1,ﬁß̈ "), max_size=4)


def page_with(*words: str, number: int = 1) -> Page:
    box = Box(0, 0, 0.1, 0.1)
    return Page(number, 100, 100, tuple(Word(text, box) for text in words))


def test_a_phrase_is_found_over_its_words() -> None:
    page = page_with("The", "Total", "due", "is", "12.00")
    assert find_words([page], "total due") == (Hit(1, (1, 2)),)


def test_a_part_of_a_word_is_found() -> None:
    assert find_words([page_with("Subtotal")], "total") == (Hit(1, (0,)),)


@pytest.mark.parametrize("wanted", ["café", "CAFE", "Cafe\N{COMBINING ACUTE ACCENT}"])
def test_case_and_accents_make_no_difference(wanted: str) -> None:
    assert find_words([page_with("CAFÉ")], wanted) == (Hit(1, (0,)),)


@pytest.mark.parametrize(("word", "wanted"), [("Straße", "STRASSE"), ("ﬁnal", "final"), ("１２", "12")])
def test_forms_that_mean_the_same_are_found(word: str, wanted: str) -> None:
    assert find_words([page_with(word)], wanted) == (Hit(1, (0,)),)


def test_hits_come_page_by_page_in_reading_order() -> None:
    pages = [page_with("due", "and", "due"), page_with("due", number=2)]
    assert find_words(pages, "due") == (Hit(1, (0,)), Hit(1, (2,)), Hit(2, (0,)))


def test_nothing_is_found_over_the_end_of_a_page() -> None:
    assert find_words([page_with("Total"), page_with("due", number=2)], "total due") == ()


def test_a_word_that_holds_the_text_twice_is_one_hit() -> None:
    assert find_words([page_with("1101")], "1") == (Hit(1, (0,)),)


@pytest.mark.parametrize("wanted", ["", "  ", "\N{COMBINING ACUTE ACCENT}"])
def test_blank_text_finds_nothing(wanted: str) -> None:
    assert find_words([page_with("a", "b")], wanted) == ()


@settings(deadline=None)
@given(st.lists(LETTERS, max_size=8), st.data())
def test_words_that_stand_side_by_side_are_always_found(texts: list[str], data: st.DataObject) -> None:
    page = page_with(*texts)
    first = data.draw(st.integers(0, len(texts)))
    last = data.draw(st.integers(first, len(texts)))
    wanted = " ".join(texts[first:last])
    found = {word for hit in find_words([page], wanted) for word in hit.words}
    if fold(wanted):
        assert fold(wanted) in fold(" ".join(texts[word] for word in sorted(found)))


@settings(deadline=None)
@given(st.lists(LETTERS, max_size=8), LETTERS)
def test_every_hit_holds_the_text_and_begins_and_ends_with_it(texts: list[str], wanted: str) -> None:
    for hit in find_words([page_with(*texts)], wanted):
        words = [texts[index] for index in hit.words]
        assert fold(wanted) in fold(" ".join(words))
        if len(words) > 1:
            assert fold(wanted) not in fold(" ".join(words[1:-1]))


def test_folded_words_have_no_marks_between_them_or_at_their_ends() -> None:
    assert fold_words("  Sub-total:  (Zölle_/Fracht) ") == "sub total zolle fracht"
    assert fold_words("—") == ""


@settings(deadline=None)
@given(st.text(max_size=30))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@settings(deadline=None)
@given(st.text(max_size=30))
def test_composed_and_decomposed_letters_are_the_same(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))
