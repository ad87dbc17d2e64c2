"""Words of a page that lie in columns, as files of documents keep them: so a file is a quarter smaller."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docqa_app.core.document import Box, Word

STEPS = 2000
"""Boxes are whole numbers of so many to a page's side."""
SURE = 100
"""Confidences are hundredths."""


def words_in_columns(page: Mapping[str, Any]) -> Iterator[Word]:
    """`words` are the texts with a space between two; `left`, `top`, `width` and `height` lists of steps, `sure` one of
    hundredths, all sure where it lacks. KeyError, TypeError or ValueError where the form is another."""
    texts = page["words"].split(" ")
    sure = page.get("sure", [SURE] * len(texts))
    columns = (page[name] for name in ("left", "top", "width", "height"))
    for text, confidence, left, top, width, height in zip(texts, sure, *columns, strict=True):
        box = Box(left / STEPS, top / STEPS, (left + width) / STEPS, (top + height) / STEPS)
        yield Word(text, box, confidence / SURE)
