"""One document's values under review, as a value: what they are now, what was done to them, what the clerk is at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from docqa_app.core.changes import PERSON, Change, Deed, WordText, change
from docqa_app.core.doubts import places
from docqa_app.core.fields import Concern, Extraction, FieldValue, LineItem
from docqa_app.schemas.schema import Schema
from docqa_app.session.reviewing.judging import judged
from docqa_app.values.conventions import Conventions


@dataclass(frozen=True, slots=True)
class Review:
    """The values of one document as they are now.

    `changes` is the document's journal so far, `accepted` says that a person has finished it. `focus` is the value
    the clerk is at. `proposed` names the kind that the document seems to be, `conventions` how it writes.
    `doubt_below` (0..1) and `language` are those of the user; `kinds` are all that a document can be.
    """

    schema: Schema
    extraction: Extraction
    conventions: Conventions
    proposed: str = ""
    changes: tuple[Change, ...] = ()
    accepted: bool = False
    focus: Concern | None = None
    doubt_below: float = 0.8
    language: str = "en"
    kinds: tuple[Schema, ...] = ()

    @property
    def is_touched(self) -> bool:
        """Whether a person has changed anything."""
        return any(entry.who == PERSON for entry in self.changes)

    def value(self, place: Concern) -> FieldValue:
        """The field or cell at a place; KeyError where there is none."""
        found = self.extraction
        if place.row is None:
            return found.field(place.name)
        if not 0 <= place.row < len(found.line_items):
            raise KeyError(place)
        return found.line_items[place.row].cell(place.name)

    def has(self, place: Concern | None) -> bool:
        return place is not None and place in set(places(self.extraction))


def with_value(found: Extraction, place: Concern, value: FieldValue) -> Extraction:
    """The extraction with one field or cell replaced."""
    if place.row is None:
        return replace(found, fields=tuple(value if one.name == place.name else one for one in found.fields))
    items = list(found.line_items)
    cells = (value if cell.name == place.name else cell for cell in items[place.row].cells)
    items[place.row] = LineItem(tuple(cells))
    return replace(found, line_items=tuple(items))


def done(
    review: Review, deed: Deed, after: Extraction, at: str, words: Sequence[tuple[WordText, WordText]] = ()
) -> Review:
    """The review after a person's deed, its rules held against the new values; nothing where nothing changed.

    A document that was finished is open again once a value of it changes.
    """
    after = judged(after, review.schema, review.conventions, review.doubt_below, review.language)
    if after == review.extraction and not words:
        return review
    reopened = (True, False) if review.accepted else None
    entry = change(deed, PERSON, at, review.extraction, after, words=words, accepted=reopened)
    return entered(replace(review, extraction=after, accepted=False), entry)


def entered(review: Review, entry: Change) -> Review:
    """With one more entry in the journal; a focus that is gone moves to the nearest row that is left.

    The entry may have led to values of another kind, or back to them.
    """
    schema = next((one for one in review.kinds if one.name == review.extraction.schema), review.schema)
    review = replace(review, changes=(*review.changes, entry), schema=schema)
    if review.focus is None or review.has(review.focus):
        return review
    return replace(review, focus=_nearest(review, review.focus))


def _nearest(review: Review, place: Concern) -> Concern | None:
    rows = len(review.extraction.line_items)
    near = None if place.row is None or not rows else Concern(place.name, min(place.row, rows - 1))
    return near if review.has(near) else None
