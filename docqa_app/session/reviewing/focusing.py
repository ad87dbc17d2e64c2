"""The clerk moves through the values: to one, to the next that is in doubt, to the one a word was used for."""

from __future__ import annotations

from dataclasses import replace

from docqa_app.core.doubts import doubts, places
from docqa_app.core.fields import Concern
from docqa_app.session.reviewing.state import Review


def focus(review: Review, place: Concern | None) -> Review:
    """The clerk is at a place; one that is not there changes nothing."""
    return replace(review, focus=place) if place is None or review.has(place) else review


def next_doubt(review: Review, step: int = 1) -> Review:
    """The next (1) or previous (-1) value in doubt, round and round; where there is none the focus stays."""
    wanted = set(doubts(review.extraction))
    if not wanted:
        return review
    order = list(places(review.extraction))[::step]
    after = order.index(review.focus) + 1 if review.focus in order else 0
    return replace(review, focus=next(place for place in order[after:] + order[:after] if place in wanted))


def places_using(review: Review, page: int, word: int) -> tuple[Concern, ...]:
    """The fields and cells whose value stands on a word."""
    values = ((place, review.value(place)) for place in places(review.extraction))
    return tuple(place for place, value in values if value.page == page and word in value.words)
