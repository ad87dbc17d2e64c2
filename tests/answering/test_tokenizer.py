"""The shipped tokenizer spells a word by its letters, however a file writes them."""

from __future__ import annotations

import pytest

from docqa_app.answering.tokenizer import WordTokenizer


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("ﬁnal", "final"),
        ("№", "No"),
        ("½", "1⁄2"),
        ("1⁄2", "1/2"),
        ("−120,00", "-120,00"),
        ("ｔｏｔａｌ", "total"),
        ("to\u0007tal", "total"),
        ("cafe\u0301", "café"),
    ],
    ids=[
        "ligature",
        "numero sign",
        "fraction",
        "fraction slash",
        "minus sign",
        "wide letters",
        "control character",
        "accent of its own",
    ],
)
def test_a_word_is_spelled_as_its_plain_form(tokenizer: WordTokenizer, written: str, plain: str) -> None:
    assert tokenizer.word(written) == tokenizer.word(plain)


@pytest.mark.parametrize("space", ["\t", "\n", "\u200b", "\ufeff", "\u2028"])
def test_a_space_nobody_sees_parts_words(tokenizer: WordTokenizer, space: str) -> None:
    assert tokenizer.word(f"net{space}total") == tokenizer.word("net total")


def test_the_letters_of_three_languages_are_known(tokenizer: WordTokenizer) -> None:
    for word in ("Größe", "Übertrag", "reçu", "œuvre", "naïve", "€", "£", "§"):
        assert tokenizer.decode(tokenizer.word(word)) == word


def test_a_whole_number_and_its_fraction_do_not_become_another_number(tokenizer: WordTokenizer) -> None:
    assert tokenizer.word("2½") != tokenizer.word("21/2")
