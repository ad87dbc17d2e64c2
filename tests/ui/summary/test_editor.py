"""What stands nowhere is found again in a text whose spaces and lines differ from its sentences'."""

from __future__ import annotations

from docqa_app.core.summary import Kind, SummarySentence, Unfounded
from docqa_app.ui.summary.editor import places


def sentence(text: str, *unfounded: str) -> SummarySentence:
    marks = (Unfounded(one, Kind.NAME, text.index(one), text.index(one) + len(one)) for one in unfounded)
    return SummarySentence(text, tuple(marks))


def test_a_mark_runs_over_a_line_break() -> None:
    text = "Sold by Hollister\n  Shipping."
    found = list(places(text, (sentence("Sold by Hollister Shipping.", "Hollister Shipping"),)))
    assert [text[start:end] for start, end in found] == ["Hollister\n  Shipping"]


def test_the_same_amount_in_two_sentences_is_marked_twice() -> None:
    text = "It is 9.99.  It was 9.99."
    found = list(places(text, (sentence("It is 9.99.", "9.99"), sentence("It was 9.99.", "9.99"))))
    assert found == [(6, 10), (20, 24)]


def test_a_mark_of_a_text_that_has_changed_since_is_left_out() -> None:
    assert list(places("It is 1.50.", (sentence("It is 9.99.", "9.99"),))) == []


def test_a_mark_stands_on_the_piece_itself_not_on_a_number_that_holds_it() -> None:
    text = "It is 11.50,  not 1.50."
    marked = SummarySentence("It is 11.50, not 1.50.", (Unfounded("1.50", Kind.AMOUNT, 17, 21),))
    assert list(places(text, (marked,))) == [(18, 22)]
