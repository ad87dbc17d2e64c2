"""The clerk says what a value is: accepts it, writes it, takes another reading, points at its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from docqa_app.core.answer import Candidate
from docqa_app.core.changes import Deed
from docqa_app.core.document import Document, Page
from docqa_app.core.fields import Concern, Disagreement, FieldValue, Source, State
from docqa_app.core.layout import evidence_boxes
from docqa_app.core.locate import locate
from docqa_app.session.reviewing.resolving import resolved, settled_conventions
from docqa_app.session.reviewing.state import Review, done, with_value
from docqa_app.values.parse import Parsed, parse

MOST_KEPT = 9


def understood(review: Review, place: Concern, text: str) -> Parsed:
    """What a text would mean at a place, by how this document writes."""
    return parse(text, review.value(place).type, settled_conventions(review))


def accept(review: Review, place: Concern, at: str) -> Review:
    """The value is right as it stands, or rightly missing. One that has no single meaning can't be accepted so."""
    value = review.value(place)
    if not acceptable(value):
        return review
    taken = replace(value, state=State.ACCEPTED, note="", readings=())
    return done(review, Deed.ACCEPT, with_value(review.extraction, place, taken), at)


def acceptable(value: FieldValue) -> bool:
    """Whether a value can be agreed to: it is empty, or its text means one thing."""
    return not value.text or value.value is not None


def edit(review: Review, place: Concern, text: str, document: Document, at: str) -> Review:
    """The value is what was typed, "" for nothing; its evidence is where that text stands, if it stands anywhere.

    A text that is nothing of the value's type changes nothing (`understood` says why); one that may mean several
    things is taken with all its readings, to be chosen from.
    """
    text = " ".join(text.split())
    parsed = understood(review, place, text)
    if text and parsed.value is None and not parsed.readings:
        return review
    old = review.value(place)
    page, words = _place_of(document, text, old)
    return _set(review, place, text, parsed, page, words, at)


def point(review: Review, place: Concern, page: Page, words: Sequence[int], at: str) -> Review:
    """The value is what these words of a page say; nothing where they are nothing of its type."""
    text = page.text_of(words)
    parsed = understood(review, place, text)
    if not words or (parsed.value is None and not parsed.readings):
        return review
    return _set(review, place, text, parsed, page, tuple(words), at)


def _set(
    review: Review,
    place: Concern,
    text: str,
    parsed: Parsed,
    page: Page | None,
    words: tuple[int, ...],
    at: str,
    deed: Deed = Deed.SET,
) -> Review:
    old = review.value(place)
    new = replace(
        old,
        text=text,
        value=parsed.value,
        readings=parsed.readings,
        confidence=1.0,
        page=page.number if page else None,
        words=words,
        boxes=evidence_boxes(page, words) if page else (),
        source=Source.PERSON,
        state=State.CHECK if parsed.readings else State.ACCEPTED,
        alternatives=_kept(old),
        note=parsed.problem,
    )
    return done(review, deed, with_value(review.extraction, place, new), at)


def _kept(old: FieldValue) -> tuple[Candidate, ...]:
    """What stood here before stays one key away."""
    if not old.text or old.page is None or any(one.text == old.text for one in old.alternatives):
        return old.alternatives
    return (Candidate(old.text, old.confidence, old.page, old.words), *old.alternatives)[:MOST_KEPT]


def _place_of(document: Document, text: str, old: FieldValue) -> tuple[Page | None, tuple[int, ...]]:
    """Where a typed text stands: on the old value's page if it can be; a mending of the old text stays where it was."""
    if not text:
        return None, ()
    pages = sorted(document.pages, key=lambda page: page.number != old.page)
    for page in pages:
        words = locate(text, [word.text for word in page.words], _near(page, old))
        if words:
            return page, words
    there = next((page for page in pages if page.number == old.page), None)
    return (there, old.words) if there and _is_mended(old.text, text) else (None, ())


def _near(page: Page, old: FieldValue) -> list[float] | None:
    """Among equal texts the one where the old value stood."""
    if page.number != old.page:
        return None
    return [1.0 if index in old.words else 0.0 for index in range(len(page.words))]


def _is_mended(old: str, new: str) -> bool:
    """Whether the same text was only spelled right: at least half of its letters and digits stay in place."""
    a, b = ("".join(c for c in text.lower() if c.isalnum()) for text in (old, new))
    return len(a) == len(b) and sum(x == y for x, y in zip(a, b, strict=True)) * 2 >= len(a) > 0


@dataclass(frozen=True, slots=True)
class Choice:
    """Something a value could be instead, one key away: another reading of its text, or another text."""

    text: str
    parsed: Parsed
    page: int | None = None
    words: tuple[int, ...] = ()
    is_reading: bool = False


def choices(review: Review, place: Concern) -> tuple[Choice, ...]:
    """What the keys 1 to 9 take: the readings of an ambiguous text first, then what page, XML and model say else."""
    value = review.value(place)
    readings = [Choice(value.text, Parsed(one), value.page, value.words, is_reading=True) for one in value.readings]
    other = disagreement(review, place)
    printed = [Choice(other.page, understood(review, place, other.page))] if other and other.page != value.text else []
    others = [
        Choice(one.text, understood(review, place, one.text), one.page, one.evidence)
        for one in value.alternatives
        if one.text != value.text
    ]
    fitting = [one for one in (*printed, *others) if one.parsed.value is not None or one.parsed.readings]
    return (*readings, *fitting)[:MOST_KEPT]


def disagreement(review: Review, place: Concern) -> Disagreement | None:
    """What XML and page say of a value, where that is not the same; a cell is named "line_items[2].amount"."""
    name = place.name if place.row is None else f"line_items[{place.row + 1}].{place.name}"
    return next((one for one in review.extraction.disagreements if one.name == name), None)


def take(review: Review, place: Concern, number: int, document: Document, at: str) -> Review:
    """Takes the nth choice (from 1). A reading settles how the document writes: what was in the same doubt follows."""
    offered = choices(review, place)
    if not 1 <= number <= len(offered):
        return review
    choice, old = offered[number - 1], review.value(place)
    if choice.is_reading:
        taken = replace(old, value=choice.parsed.value, readings=(), note="", state=State.ACCEPTED)
        after = with_value(review.extraction, place, replace(taken, source=Source.PERSON, confidence=1.0))
        return done(review, Deed.ALTERNATIVE, resolved(review, after, old, choice.parsed.value), at)
    page = next((page for page in document.pages if page.number == choice.page), None)
    return _set(review, place, choice.text, choice.parsed, page, choice.words if page else (), at, Deed.ALTERNATIVE)
