"""Values of fields that a kind does not list, where a printed line gives them out: "Delivery date: 29/04/2024"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from docqa_app.core.document import Page
from docqa_app.core.fields import FieldValue
from docqa_app.core.layout import text_lines
from docqa_app.summarizing.doubt import means_the_same
from docqa_app.summarizing.wording import PLAINLY, worded_in

SURE = 0.9
"""That a line whose words name a field has its value."""


def printed_value(field: FieldValue, said: str, pages: Sequence[Page]) -> FieldValue | None:
    """The field as the pages' lines have it: with the value that was said, else with the only one."""
    values = [
        replace(field, text=text, confidence=SURE, page=page, words=words) for text, page, words in _given(field, pages)
    ]
    same = next((value for value in values if means_the_same(said, value.text)), None)
    return same or (values[0] if len({value.text for value in values}) == 1 else None)


def _given(field: FieldValue, pages: Sequence[Page]) -> Iterator[tuple[str, int, tuple[int, ...]]]:
    """What lines plainly give out for the field, with its page and words."""
    for page in pages:
        for line in text_lines(page.words, page.turn):
            for value in worded_in(page.text_of(line.words)):
                if field.name in value.fields and value.plain == PLAINLY:
                    yield value.text, page.number, _words_at(page, line.words, value.start, value.end)


def _words_at(page: Page, line: Sequence[int], start: int, end: int) -> tuple[int, ...]:
    """The words of a line that stand at these letters of its text."""
    begins = [len(page.text_of(line[:place])) + bool(place) for place in range(len(line))]
    return tuple(
        word for word, at in zip(line, begins, strict=True) if at < end and start < at + len(page.words[word].text)
    )
