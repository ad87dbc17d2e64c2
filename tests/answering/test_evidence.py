"""Which words an answer stands on: those that spell it, and for short answers those the pointer looked at, too."""

from __future__ import annotations

from docqa_app.answering.evidence import find_evidence
from tests.answering.pages import page_of

PAGE = page_of(("Invoice No 4711", "Yes please", "Total 12.50"))
WORDS = [word.text for word in PAGE.words]
LINES = [1, 1, 1, 2, 2, 3, 3]


def looked_at(*texts: str) -> list[float]:
    return [float(word in texts) for word in WORDS]


def test_a_no_that_nobody_pointed_at_does_not_stand_on_the_page() -> None:
    assert find_evidence("no", PAGE, looked_at(), LINES) == ()


def test_a_short_answer_stands_where_the_pointer_looked() -> None:
    assert find_evidence("yes", PAGE, looked_at("Yes"), LINES) == (WORDS.index("Yes"),)


def test_a_longer_answer_tells_its_place_by_its_letters() -> None:
    assert find_evidence("12.50", PAGE, looked_at(), LINES) == (WORDS.index("12.50"),)
