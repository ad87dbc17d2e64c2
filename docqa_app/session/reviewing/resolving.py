"""How a document writes dates and amounts, once the clerk has said it: what was in the same doubt is read so too."""

from __future__ import annotations

from dataclasses import replace

from docqa_app.core.doubts import places
from docqa_app.core.fields import Extraction, FieldType, FieldValue, State, Value
from docqa_app.session.reviewing.state import Review, with_value
from docqa_app.values.conventions import Conventions, learnt
from docqa_app.values.parse import parse, read_off


def settled_conventions(review: Review) -> Conventions:
    """How the document writes, with what the clerk's accepted values give away."""
    conventions = review.conventions
    for place in places(review.extraction):
        value = review.value(place)
        if value.state is State.ACCEPTED and value.value is not None and _was_open(value, review.conventions):
            conventions = learnt(value.text, value.type, value.value, conventions)
    return conventions


def _was_open(value: FieldValue, conventions: Conventions) -> bool:
    kinds = (FieldType.DATE, FieldType.AMOUNT, FieldType.NUMBER)
    return value.type in kinds and bool(parse(value.text, value.type, conventions).readings)


def resolved(review: Review, after: Extraction, asked: FieldValue, chosen: Value | None) -> Extraction:
    """`after` with every other open value read by what the choice for `asked` gives away."""
    if chosen is None:
        return after
    known = learnt(asked.text, asked.type, chosen, settled_conventions(review))
    for place in places(after):
        value = replace(review, extraction=after).value(place)
        if not value.readings or value.state is State.ACCEPTED:
            continue
        parsed = read_off(value.text, value.type, known)
        if parsed.value is not None and not parsed.readings:
            sure = value.confidence >= review.doubt_below and not parsed.problem
            read = replace(value, value=parsed.value, readings=(), note=parsed.problem)
            after = with_value(after, place, replace(read, state=State.CONFIDENT if sure else State.CHECK))
    return after
