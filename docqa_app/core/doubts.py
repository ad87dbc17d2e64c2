"""What a person should look at before a document is done: one rule for the window, the library and the queue."""

from __future__ import annotations

from collections.abc import Iterator

from docqa_app.core.fields import Concern, Extraction, FieldValue, State


def needs_look(value: FieldValue) -> bool:
    """What must be checked, what a rule speaks against, what is required and missing, and where page and XML disagree.

    Of the last two the note tells: it says why.
    """
    match value.state:
        case State.CHECK | State.RULE_FAILED:
            return True
        case State.NOT_FOUND | State.FROM_XML:
            return bool(value.note)
    return False


def places(found: Extraction) -> Iterator[Concern]:
    """Every field, then every cell row by row: the order in which the clerk meets them."""
    for value in found.fields:
        yield Concern(value.name)
    for row, item in enumerate(found.line_items):
        for cell in item.cells:
            yield Concern(cell.name, row)


def doubts(found: Extraction) -> tuple[Concern, ...]:
    """The places that a person should look at, in order."""
    return tuple(place for place, value in zip(places(found), found.values(), strict=True) if needs_look(value))
