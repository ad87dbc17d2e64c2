"""A misread word is corrected where it stands, and the values that stand on it follow."""

from __future__ import annotations

from dataclasses import replace

from docqa_app.core.changes import Deed, Patch, WordText, apply_words
from docqa_app.core.document import Document
from docqa_app.core.fields import Extraction, FieldValue, Source, State
from docqa_app.core.find import fold
from docqa_app.session.reviewing.focusing import places_using
from docqa_app.session.reviewing.judging import by_itself
from docqa_app.session.reviewing.resolving import settled_conventions
from docqa_app.session.reviewing.state import Review, done, with_value
from docqa_app.values.parse import parse


def correct_word(review: Review, document: Document, old: WordText, new: WordText, at: str) -> Review:
    """The review after a word of the document came to read otherwise; the document itself changes by the entry."""
    after = review.extraction
    mended = apply_words(document, Patch(words=(new,)))
    for place in places_using(review, old.page, old.word):
        after = with_value(after, place, _followed(review, review.value(place), document, mended, old, new))
    return done(review, Deed.CORRECT_WORD, after, at, words=((old, new),))


def _followed(
    review: Review, value: FieldValue, before: Document, after: Document, old: WordText, new: WordText
) -> FieldValue:
    """What the XML or a person said stays as it was said."""
    if value.source in (Source.XML, Source.PERSON) or value.page is None:
        return value
    was, now = (doc.page(value.page).text_of(value.words) for doc in (before, after))
    text = now if fold(was) == fold(value.text) else value.text.replace(old.text, new.text, 1)
    conventions = settled_conventions(review)
    parsed = parse(text, value.type, conventions)
    follower = replace(value, text=text, value=parsed.value, readings=parsed.readings, state=State.CHECK)
    return by_itself(follower, review.schema, conventions, review.doubt_below)


def without_values(path: str, sha256: str) -> Extraction:
    """A document of which words were corrected before any value was extracted."""
    return Extraction(path, sha256, "", ())
