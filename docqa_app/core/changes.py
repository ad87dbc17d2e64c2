"""What was done to a document's values, each deed with how they were before and after: undo, autosave and the journal.

The journal only grows. Taking a change back adds the same change turned round, so nothing is overwritten without an
entry, and the values of now are all entries applied in their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum

from docqa_app.core.document import Document, Page
from docqa_app.core.fields import Extraction, FieldValue, LineItem, RuleResult

PERSON = "person"
"""Who changed something by hand."""


class Deed(StrEnum):
    """What was done. EXTRACT: the whole document anew; UNDO and REDO: an earlier entry turned round."""

    EXTRACT = "extract"
    SET = "set"
    ACCEPT = "accept"
    ALTERNATIVE = "alternative"
    ACCEPT_ALL = "accept all"
    ADD_ROW = "add row"
    DELETE_ROW = "delete row"
    SPLIT_ROW = "split row"
    MERGE_ROWS = "merge rows"
    MOVE_COLUMN = "move column"
    CORRECT_WORD = "correct word"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class WordText:
    """How one word reads: `word` is its index on `page`, `confidence` the reader's own; a person's is 1."""

    page: int
    word: int
    text: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class RowItem:
    """What one row of the line items holds; `row` counts from 0."""

    row: int
    item: LineItem


@dataclass(frozen=True, slots=True)
class Patch:
    """The part of a document's values that a change touches, as it is on one side of it.

    `fields` are found by name; None is untouched. `rows` are those that differ where there are as many as before, else
    `line_items` are all of them. `whole` stands for everything, where the fields themselves are others. `accepted` says
    whether a person has finished the document.
    """

    fields: tuple[FieldValue, ...] = ()
    line_items: tuple[LineItem, ...] | None = None
    rules: tuple[RuleResult, ...] | None = None
    words: tuple[WordText, ...] = ()
    accepted: bool | None = None
    whole: Extraction | None = None
    rows: tuple[RowItem, ...] = ()

    @property
    def items(self) -> dict[int, LineItem]:
        """The rows that it holds, by their numbers."""
        return dict(enumerate(self.line_items or ())) | {one.row: one.item for one in self.rows}


@dataclass(frozen=True, slots=True)
class Change:
    """One entry: `who` is PERSON, or what set the values ("docformer-small 0.1.0", "XML", "rule"); `at` is the time
    in UTC as ISO 8601 ("2024-03-31T09:15:02.120+00:00")."""

    deed: Deed
    who: str
    at: str
    before: Patch
    after: Patch


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A document's values as they are now, everything that made them so, the oldest first, and whether it is done."""

    extraction: Extraction
    changes: tuple[Change, ...] = ()
    accepted: bool = False


def change(
    deed: Deed,
    who: str,
    at: str,
    before: Extraction,
    after: Extraction,
    *,
    words: Sequence[tuple[WordText, WordText]] = (),
    accepted: tuple[bool, bool] | None = None,
) -> Change:
    """The entry for a step from `before` to `after`; `words` and `accepted` are pairs of before and after."""
    old, new = patches_between(before, after)
    old = replace(old, words=tuple(one for one, _ in words), accepted=accepted[0] if accepted else None)
    new = replace(new, words=tuple(one for _, one in words), accepted=accepted[1] if accepted else None)
    return Change(deed, who, at, old, new)


def patches_between(before: Extraction, after: Extraction) -> tuple[Patch, Patch]:
    """The least that tells two states of a document apart: `apply` of the first leads back, of the second on."""
    if not _same_frame(before, after):
        return Patch(whole=before), Patch(whole=after)
    pairs = [(old, new) for old, new in zip(before.fields, after.fields, strict=True) if old != new]
    return (
        _part(before, after, tuple(old for old, _ in pairs)),
        _part(after, before, tuple(new for _, new in pairs)),
    )


def _part(one: Extraction, other: Extraction, values: tuple[FieldValue, ...]) -> Patch:
    """What `one` is wherever `other` is not the same, with these of its fields."""
    rules = one.rules if one.rules != other.rules else None
    if len(one.line_items) != len(other.line_items):
        return Patch(values, one.line_items, rules)
    pairs = enumerate(zip(one.line_items, other.line_items, strict=True))
    return Patch(values, None, rules, rows=tuple(RowItem(row, item) for row, (item, was) in pairs if item != was))


def _same_frame(before: Extraction, after: Extraction) -> bool:
    """Whether they differ only in what a patch can hold by parts; names must be unique to be found by."""
    names = [value.name for value in before.fields]
    if names != [value.name for value in after.fields] or len(set(names)) != len(names):
        return False
    kept = [one.name for one in fields(Extraction) if one.name not in ("fields", "line_items", "rules")]
    return all(getattr(before, name) == getattr(after, name) for name in kept)


def apply(extraction: Extraction, patch: Patch) -> Extraction:
    """The values with a patch laid over them; fields and rows that are not there are left out."""
    if patch.whole is not None:
        return patch.whole
    if patch.fields:
        new = {value.name: value for value in patch.fields}
        extraction = replace(extraction, fields=tuple(new.get(value.name, value) for value in extraction.fields))
    if patch.line_items is not None:
        extraction = replace(extraction, line_items=patch.line_items)
    if patch.rows:
        rows = {one.row: one.item for one in patch.rows}
        items = (rows.get(row, item) for row, item in enumerate(extraction.line_items))
        extraction = replace(extraction, line_items=tuple(items))
    return extraction if patch.rules is None else replace(extraction, rules=patch.rules)


def apply_words(document: Document, patch: Patch) -> Document:
    """The document with its words as the patch has them; words that are not there are left out."""
    if not patch.words:
        return document
    return replace(document, pages=tuple(_with_words(page, patch.words) for page in document.pages))


def fits(document: Document, change: Change) -> bool:
    """Whether the words are those that were corrected, and not those of another reading."""
    pages = {page.number: page for page in document.pages}
    return all(
        one.page in pages and one.word < len(pages[one.page].words) and pages[one.page].words[one.word].text == one.text
        for one in change.before.words
    )


def corrected(document: Document, entries: Iterable[Change]) -> tuple[Document, frozenset[tuple[int, int]]]:
    """The document with its words as these entries left them, as far as they fit; and which words, by page and
    index."""
    touched: set[tuple[int, int]] = set()
    for entry in entries:
        if entry.after.words and fits(document, entry):
            document = apply_words(document, entry.after)
            touched |= {(one.page, one.word) for one in entry.after.words}
    return document, frozenset(touched)


def _with_words(page: Page, texts: Sequence[WordText]) -> Page:
    new = {one.word: one for one in texts if one.page == page.number}
    if not new:
        return page
    words = (
        replace(word, text=new[at].text, confidence=new[at].confidence) if at in new else word
        for at, word in enumerate(page.words)
    )
    return replace(page, words=tuple(words))


def replay(changes: Iterable[Change]) -> Reviewed | None:
    """The document after all entries; None where no entry says what it was extracted to."""
    extraction: Extraction | None = None
    accepted, done = False, []
    for one in changes:
        extraction = apply(extraction, one.after) if extraction is not None else one.after.whole
        accepted = accepted if one.after.accepted is None else one.after.accepted
        done.append(one)
    return None if extraction is None else Reviewed(extraction, tuple(done), accepted)


def as_found(changes: Sequence[Change]) -> Extraction | None:
    """The values as they were extracted last, before anybody touched them; None where no entry says them."""
    last = max((at for at, one in enumerate(changes) if one.deed is Deed.EXTRACT), default=-1)
    then = replay(changes[: last + 1])
    return then.extraction if then is not None else None


def undo(changes: Sequence[Change], who: str, at: str) -> Change | None:
    """The entry that takes back the latest one in force; None where only what was extracted is left."""
    done, _ = _stacks(changes)
    return Change(Deed.UNDO, who, at, done[-1].after, done[-1].before) if done else None


def redo(changes: Sequence[Change], who: str, at: str) -> Change | None:
    """The entry that does again what was taken back last; None where something else was done since."""
    _, undone = _stacks(changes)
    return Change(Deed.REDO, who, at, undone[-1].before, undone[-1].after) if undone else None


def _stacks(changes: Iterable[Change]) -> tuple[list[Change], list[Change]]:
    """The entries in force that can be taken back, and those taken back that can be done again; the next one last."""
    done: list[Change] = []
    undone: list[Change] = []
    for one in changes:
        if one.deed is Deed.UNDO and done:
            undone.append(done.pop())
        elif one.deed is Deed.REDO and undone:
            done.append(undone.pop())
        elif one.before != Patch():  # the first extraction has nothing before it to go back to
            done.append(one)
            undone.clear()
    return done, undone
