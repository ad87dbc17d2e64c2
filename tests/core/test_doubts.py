"""One rule says what a person should look at, wherever it is counted."""

from __future__ import annotations

import pytest

from docqa_app.core.doubts import doubts, needs_look, places
from docqa_app.core.fields import Concern, Extraction, FieldType, FieldValue, LineItem, State


def value(state: State, note: str = "", name: str = "total_amount") -> FieldValue:
    return FieldValue(name, FieldType.AMOUNT, state=state, note=note)


@pytest.mark.parametrize(
    ("state", "note", "looked_at"),
    [
        (State.CHECK, "", True),
        (State.RULE_FAILED, "Net and tax are not the total.", True),
        (State.NOT_FOUND, "It is required, and was not found.", True),
        (State.NOT_FOUND, "", False),
        (State.FROM_XML, "The page says 120.00, the XML 119.00.", True),
        (State.FROM_XML, "", False),
        (State.CONFIDENT, "Read where a person found it on the last one.", False),
        (State.ACCEPTED, "", False),
    ],
)
def test_a_person_looks_at_what_is_doubted_missing_or_disputed(state: State, note: str, looked_at: bool) -> None:
    assert needs_look(value(state, note)) is looked_at


def test_doubts_stand_in_the_order_of_fields_then_rows() -> None:
    sure, doubtful = value(State.CONFIDENT, name="quantity"), value(State.CHECK, name="amount")
    rows = (LineItem((sure, sure)), LineItem((sure, doubtful)))
    found = Extraction("x", "x", "invoice", (value(State.CHECK), value(State.CONFIDENT, name="iban")), rows)
    assert doubts(found) == (Concern("total_amount"), Concern("amount", 1))
    assert len(list(places(found))) == 6
