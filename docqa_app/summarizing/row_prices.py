"""Claims that take a row's price for the total: "The assembly cost 390.00", where a printed row says just that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from docqa_app.core.document import Page
from docqa_app.core.find import fold
from docqa_app.core.geometry import upright
from docqa_app.core.layout import text_lines
from docqa_app.extracting.line_items.totals import is_carried, is_total, start_of
from docqa_app.summarizing.claims import Claim
from docqa_app.summarizing.printed_sums import printed_sums
from docqa_app.summarizing.spans import SMALL
from docqa_app.summarizing.unfounded import is_form_of
from docqa_app.summarizing.wording import PLAINLY
from docqa_app.values.amounts import read_amounts

SHORTEST_WORD = 4
"""Letters of a word that may name what a row sells."""


def without_row_prices(claims: Sequence[Claim], pages: Sequence[Page], sentence: str) -> tuple[Claim, ...]:
    """The claims, without those that only by custom speak of the total while a row with a word of the sentence has
    their amount."""
    doubted = [claim for claim in claims if claim.plain < PLAINLY and not claim.agrees]
    rows = [row for page in pages for row in _rows(upright(page), _words(sentence))] if doubted else []
    return tuple(claim for claim in claims if claim not in doubted or not any(map(_said(claim).intersection, rows)))


def _said(claim: Claim) -> set[Decimal]:
    return set(map(abs, read_amounts(claim.text)))


def _rows(page: Page, named: frozenset[str]) -> Iterator[set[Decimal]]:
    """The amounts of each printed line that has one of these words and sums nothing up."""
    for line in text_lines(page.words):
        start = start_of(page, line)
        if not (is_total(start) or is_carried(start)) and _shares(named, _words(page.text_of(line.words))):
            yield set(map(abs, printed_sums(page.text_of(line.words))))


def _shares(named: frozenset[str], printed: frozenset[str]) -> bool:
    """Whether a word stands in both, be it in another form: "cheeseburgers" are of the row "2 Cheeseburger"."""
    return any(is_form_of(one, other) for one in named for other in printed)


def _words(text: str) -> frozenset[str]:
    """The folded words of a text that may name a thing."""
    return frozenset(one for one in re.findall(r"[^\W\d_]+", fold(text)) if len(one) >= SHORTEST_WORD) - SMALL
