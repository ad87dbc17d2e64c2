"""The clerk is done with a document, or takes a step back."""

from __future__ import annotations

from dataclasses import replace

from docqa_app.core import changes
from docqa_app.core.changes import PERSON, Change, Deed, Patch, change
from docqa_app.core.fields import Concern, FieldValue, LineItem, State
from docqa_app.session.reviewing.state import Review, entered


def finish(review: Review, at: str) -> Review:
    """Everything is right as it stands, also which of its readings an amount or a day has. What is not on the document
    stays not found."""
    found = review.extraction
    after = replace(
        found,
        fields=tuple(_accepted(value) for value in found.fields),
        line_items=tuple(LineItem(tuple(_accepted(cell) for cell in item.cells)) for item in found.line_items),
    )
    entry = change(Deed.ACCEPT_ALL, PERSON, at, found, after, accepted=(review.accepted, True))
    return entered(replace(review, extraction=after, accepted=True, focus=None), entry)


def _accepted(value: FieldValue) -> FieldValue:
    if value.state in (State.NOT_FOUND, State.ACCEPTED):
        return value
    readings = () if value.value is not None else value.readings
    return replace(value, state=State.ACCEPTED, note="", readings=readings)


def undo(review: Review, at: str) -> Review:
    """Takes the latest deed back, whichever field it was; the clerk is where it was done."""
    return _turned(review, changes.undo(review.changes, PERSON, at))


def redo(review: Review, at: str) -> Review:
    """Does again what was taken back last."""
    return _turned(review, changes.redo(review.changes, PERSON, at))


def _turned(review: Review, entry: Change | None) -> Review:
    if entry is None:
        return review
    accepted = review.accepted if entry.after.accepted is None else entry.after.accepted
    extraction = changes.apply(review.extraction, entry.after)
    touched = _touched(review, entry.after)
    turned = entered(replace(review, extraction=extraction, accepted=accepted), entry)
    return replace(turned, focus=touched) if turned.has(touched) else turned


def _touched(review: Review, patch: Patch) -> Concern | None:
    """The first value that a patch changes in more than its state."""
    for value in patch.fields:
        if replace(value, state=State.CHECK, note="") != replace(_old(review, value), state=State.CHECK, note=""):
            return Concern(value.name)
    items = review.extraction.line_items
    for row, item in patch.items.items():
        before = items[row].cells if row < len(items) else ()
        for cell in item.cells:
            if cell not in before:
                return Concern(cell.name, row)
    return Concern(patch.fields[0].name) if patch.fields else None


def _old(review: Review, value: FieldValue) -> FieldValue:
    return next((one for one in review.extraction.fields if one.name == value.name), value)
