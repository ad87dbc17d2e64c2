"""A plain text set as a page."""

from __future__ import annotations

from docqa_app.core.flow import flowed
from docqa_app.core.layout import text_lines


def test_a_text_keeps_its_words_in_order_and_flows_from_line_to_line() -> None:
    text = " ".join(f"word{n}" for n in range(60))
    page = flowed(text)
    assert [word.text for word in page.words] == text.split()
    lines = text_lines(page.words)
    assert len(lines) > 3
    assert [i for line in lines for i in line.words] == list(range(60))


def test_a_long_text_still_fits_the_sheet() -> None:
    page = flowed("a line of some words " * 2000)
    assert all(0 <= w.box.left < w.box.right <= 1 and 0 <= w.box.top < w.box.bottom <= 1 for w in page.words)


def test_an_empty_text_is_a_page_without_words() -> None:
    assert flowed("  ").words == ()
