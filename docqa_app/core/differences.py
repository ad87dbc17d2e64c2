"""What an entry of a document's journal changed, value by value, for people to read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docqa_app.core.changes import Change
from docqa_app.core.fields import FieldValue, LineItem, State


@dataclass(frozen=True, slots=True)
class Difference:
    """A field by its name, or with `row` (from 0) a cell; or with the name "" a word on the page. `accepted`: a person
    agreed to it."""

    name: str
    before: str
    after: str
    row: int | None = None
    accepted: bool = False


def differences(change: Change) -> tuple[Difference, ...]:
    """Everything a change touched that a reader can see; () where a whole document was extracted or accepted."""
    if change.after.whole is not None or change.before.whole is not None:
        return ()
    old = {value.name: value for value in change.before.fields}
    fields = [one for new in change.after.fields for one in _value(old.get(new.name), new, None)]
    rows = _rows(change.before.items, change.after.items)
    pairs = zip(change.before.words, change.after.words, strict=False)
    return (*fields, *rows, *(Difference("", was.text, now.text) for was, now in pairs))


def _rows(before: Mapping[int, LineItem], after: Mapping[int, LineItem]) -> Iterator[Difference]:
    """Cells that changed, row by row; rows that came or went are all their cells."""
    for row in sorted({*before, *after}):
        old = {cell.name: cell for cell in before[row].cells} if row in before else {}
        new = {cell.name: cell for cell in after[row].cells} if row in after else {}
        for name in dict.fromkeys((*old, *new)):
            yield from _value(old.get(name), new.get(name), row)


def _value(old: FieldValue | None, new: FieldValue | None, row: int | None) -> Iterator[Difference]:
    name = new.name if new else old.name if old else ""
    before, after = _said(old), _said(new)
    agreed = new is not None and new.state is State.ACCEPTED and (old is None or old.state is not State.ACCEPTED)
    if before != after or agreed:
        yield Difference(name, before, after, row, agreed)


def _said(value: FieldValue | None) -> str:
    """The text, with what it means where that is not the same."""
    if value is None:
        return ""
    meant = "" if value.value is None else str(value.value)
    return value.text if meant in ("", value.text) else f"{value.text} ({meant})"
