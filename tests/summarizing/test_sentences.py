"""A text's sentences."""

from __future__ import annotations

import pytest

from docqa_app.summarizing.sentences import sentences_in


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three?", ("One.", "Two!", "Three?")),
        ("Mr. Smith owes 3.50. He paid.", ("Mr. Smith owes 3.50.", "He paid.")),
        ("Fällig am 12. März 2024. Danke.", ("Fällig am 12. März 2024.", "Danke.")),
        ("Es gilt am 3. Tag noch. Danke.", ("Es gilt am 3. Tag noch.", "Danke.")),
        ("He bought 12. All broke.", ("He bought 12.", "All broke.")),
        ("J. Doe of Miller Ltd. paid. Good.", ("J. Doe of Miller Ltd. paid.", "Good.")),
        ("He said “Yes.” She did not.", ("He said “Yes.”", "She did not.")),
        ("Waren, z.B. Papier, kamen an. Gut.", ("Waren, z.B. Papier, kamen an.", "Gut.")),
        ("First line\nsecond   line", ("First line", "second line")),
        ("No end", ("No end",)),
        ("  \n ", ()),
        ("", ()),
    ],
)
def test_a_text_is_cut_where_its_sentences_end(text: str, sentences: tuple[str, ...]) -> None:
    assert sentences_in(text) == sentences
