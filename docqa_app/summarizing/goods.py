"""What a bill is for: the first of its goods, as its table prints them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from docqa_app.core.document import Document
from docqa_app.core.fields import Extraction, FieldValue
from docqa_app.schemas.schema import in_language

COLUMN = "description"
MOST_NAMED = 3
LONGEST = 48
"""Letters of a thing that a sentence can name."""
SURELY = 0.5
"""How surely each of its words must have been read."""

_MORE = re.compile(r"[,;(\n]")

_CODE = re.compile(r"^\d{4,}\s+")
"""An article's number before its name."""
_NO_GOODS = re.compile(r"%|\d[./]\d\d?[./]\d")
"""A rate or a day: of a discount, or of a credit."""
_MARKS = " .,;:*|_‘’'\"-–"

_KINDS = frozenset(("invoice", "receipt"))
_SAID: Mapping[str, tuple[str, str, str]] = {
    "en": ("It is for {}.", " and ", " and others"),
    "de": ("Es geht um {}.", " und ", " und weitere"),
    "fr": ("Il s'agit de : {}.", " et ", " et d'autres"),
}
"""The sentence, what joins the last two, and what stands for those that are not named; no word of it tells of a sum."""


def goods(document: Document, found: Extraction, language: str) -> str:
    """A sentence that names the first goods; "" where the kind has none, or none was read surely."""
    every = [item.cell(COLUMN) for item in found.line_items if any(cell.name == COLUMN for cell in item.cells)]
    named = list(dict.fromkeys(text for cell in every if (text := _name(document, cell))))
    if not named or found.schema not in _KINDS:
        return ""
    frame, joint, others = in_language(_SAID, language)
    return str(frame.format(_listed(named[:MOST_NAMED], joint, others if len(named) > MOST_NAMED else "")))


def _name(document: Document, cell: FieldValue) -> str:
    """What was bought, up to the first comma or bracket, where that is short, has words, and was read surely."""
    name = _CODE.sub("", _MORE.split(cell.text.strip(_MARKS), maxsplit=1)[0].strip(_MARKS))
    page = document.page(cell.page) if cell.page else None
    sure = page is None or all(page.words[index].confidence >= SURELY for index in cell.words)
    worded = any(part.isalpha() and len(part) > 2 for part in name.split())
    fits = worded and len(name) <= LONGEST and not _NO_GOODS.search(name)
    return name if sure and fits else ""


def _listed(named: Sequence[str], joint: str, others: str) -> str:
    if others or len(named) == 1:
        return ", ".join(named) + others
    return ", ".join(named[:-1]) + joint + named[-1]
