"""How large print is does not depend on the letters that words happen to have."""

from __future__ import annotations

import pytest

from docqa_app.core.document import Box, Word
from docqa_app.extracting.parties.print_sizes import print_sizes

FONT = 0.02


def hugging(text: str, share: float) -> Word:
    return Word(text, Box(0.1, 0.1, 0.2, 0.1 + share * FONT))


def test_boxes_that_hug_letters_are_made_one_size() -> None:
    words = [hugging("Supply", 1.0), hugging("HAFEN", 0.75), hugging("Total", 0.77), hugging("garage", 0.74)]
    assert print_sizes([*words, hugging("no", 0.54)]) == pytest.approx([FONT] * 5, rel=0.06)


def test_boxes_as_high_as_the_font_are_left_as_they_are() -> None:
    words = [Word(text, Box(0.1, 0.1, 0.2, 0.1 + FONT)) for text in ("Supply", "HAFEN", "no")]
    assert print_sizes(words) == pytest.approx([FONT] * 3)


def test_a_page_without_words_has_no_sizes() -> None:
    assert print_sizes([]) == []
