"""What a paper of goods and sums is by its own title: nobody charges by an order, an offer or a credit note."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from itertools import pairwise

from docqa_app.core.document import Document, Page
from docqa_app.core.find import fold
from docqa_app.core.geometry import upright
from docqa_app.core.layout import text_lines

_UPPER = 0.45
"""The part of the page that has its title."""
_APART = 2.5
"""A space as wide as so many heights parts columns."""


class Paper(Enum):
    """What is told of who sells and who buys."""

    BILL = "bill"
    CREDIT = "credit"
    ORDER = "order"
    OFFER = "offer"


_NUMBERED = r"(?: (?:no|nr|n|number|nummer|numero|num|ref)\b.*| \S*\d\S*)?"
_TITLES = {
    Paper.CREDIT: rf"(?:(?:tax )?credit (?:note|memo|invoice)|(?:rechnungs)?gutschrift|rechnungskorrektur"
    rf"|storno(?:rechnung)?|(?:facture d )?avoir|note de credit){_NUMBERED}",
    Paper.ORDER: rf"(?:purchase order|order form|bon de commande){_NUMBERED}|order|bestellung|commande",
    Paper.OFFER: rf"(?:(?:sales |price )?(?:quotation|quote|offer)|(?:cost )?estimate|angebot|kostenvoranschlag|devis"
    rf"|offre(?: de prix)?){_NUMBERED}",
    Paper.BILL: rf"(?:[^\W\d_]*(?:invoice|rechnung|facture|receipt|quittung|beleg)(?: [^\W\d_]+)?"
    rf"|[a-z]+ (?:invoice|receipt|bill)){_NUMBERED}",
}
"""Folded. A bare order that is numbered is what a kitchen calls out on its receipts."""
_PLAIN = {paper: re.compile(titles) for paper, titles in _TITLES.items()}


def paper_of(document: Document) -> Paper | None:
    """By the title in the upper part of the first page; a bill where keys name one; None where nothing does."""
    page = next((page for page in document.pages if page.words), None)
    heads = tuple(_heads(upright(page))) if page else ()
    titles = [_title(_plain(head)) for head in heads if ":" not in head]
    if Paper.BILL in titles:
        return Paper.BILL
    if Paper.CREDIT in titles:
        return Paper.CREDIT
    billed = any(_title(_plain(head)) is Paper.BILL for head in heads)
    return Paper.BILL if billed else next((title for title in titles if title), None)


def _title(text: str) -> Paper | None:
    return next((paper for paper, pattern in _PLAIN.items() if pattern.fullmatch(text)), None)


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", fold(text)).split())


def _heads(page: Page) -> Iterator[str]:
    """The pieces of the upper lines, parted where columns are."""
    for line in text_lines(page.words):
        if line.box.top > _UPPER:
            return
        start, words = 0, line.words
        wide = _APART * line.box.height * page.height / page.width
        for place, (here, there) in enumerate(pairwise(words), 1):
            if page.words[there].box.left - page.words[here].box.right > wide:
                yield page.text_of(words[start:place])
                start = place
        yield page.text_of(words[start:])
