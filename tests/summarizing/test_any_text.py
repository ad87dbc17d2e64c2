"""Whatever a person types into a summary, it is cut and marked without loss."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from docqa_app.summarizing.founded import founded_in
from docqa_app.summarizing.passages import text_pages
from docqa_app.summarizing.quals import MOST_PAIRS, selected
from docqa_app.summarizing.sentences import sentences_in
from docqa_app.summarizing.unfounded import unfounded
from tests.answering.pages import INVOICE, page_of
from tests.summarizing.fakes import pair_of

DOCUMENT = founded_in([page_of(INVOICE)])
LIKELY = st.text("aA1209.,-/ €$%()'’\nMärzMay", max_size=60)
"""Text rich in what numbers, dates and names are made of."""

PIECES = st.lists(
    st.sampled_from(
        (
            "12",
            "March",
            "2024",
            "12.03.2024",
            "32/13/2024",
            "$575.37",
            "EUR",
            "1.234,5",
            "Muster",
            "AG",
            "RE-1",
            "am",
            "(",
            "May",
            "two",
            "thousand",
            "cents",
            "euros",
            "14",
            "Mio.",
            "third",
            "about",
            "3.5.",
        )
    ),
    max_size=12,
).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(LIKELY | st.text(max_size=60))
def test_sentences_keep_every_word_in_its_order(text: str) -> None:
    assert " ".join(sentences_in(text)).split() == text.split()
    assert [word.text for page in text_pages(text) for word in page.words] == text.split()


@settings(max_examples=150, deadline=None)
@given(LIKELY | PIECES | st.text(max_size=60))
def test_marks_are_places_of_the_sentence_and_do_not_overlap(text: str) -> None:
    marked = unfounded(text, DOCUMENT)

    assert all(text[one.start : one.end] == one.text and one.text for one in marked)
    assert all(a.end <= b.start for a, b in pairwise(marked))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("qrs"), st.sampled_from("ab"), st.floats(-20, 0)), max_size=30))
def test_what_is_selected_is_among_what_was_written_at_most_ten_and_no_pair_twice(
    written: list[tuple[str, str, float]],
) -> None:
    pairs = [pair_of(question, answer, cost, cost, cost, cost) for question, answer, cost in written]

    chosen = selected(pairs)

    assert len(chosen) == min(MOST_PAIRS, len({(pair.question, pair.answer) for pair in pairs}))
    assert len({(pair.question, pair.answer) for pair in chosen}) == len(chosen)
    assert set(chosen) <= set(pairs)
