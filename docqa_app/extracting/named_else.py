"""Values whose own line names something else than their field: what stands behind "Shipping" is no tax."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from docqa_app.core.answer import Answer
from docqa_app.core.document import Document, Line, Page
from docqa_app.core.fields import FieldType
from docqa_app.core.find import fold
from docqa_app.core.geometry import upright
from docqa_app.core.layout import text_lines
from docqa_app.extracting.beside import runs, stand_together
from docqa_app.extracting.labels import Labelled
from docqa_app.extracting.line_items.totals import is_word
from docqa_app.extracting.parties.roles import Party
from docqa_app.schemas.schema import ByLanguage, SchemaField, with_english
from docqa_app.values.amounts import COMMON_CODES

CURRENCY_SIGNS = frozenset("€£$¥₹")
CLOSE = 1.5
"""From a head down to the line under it, in heights of the line."""
IN_LINE = 0.01
"""How far their left edges lie apart at most, in page widths."""

IsElse = Callable[[SchemaField, int, Sequence[int]], bool]
"""is_else(field, page, words): whether these words of a page are a value of something else than the field."""


def named_else(document: Document, language: str) -> IsElse:
    """Tells so by what the schema says never stands beside a field; each page's lines are found once."""

    @cache
    def laid(number: int) -> tuple[Page, Sequence[Line]]:
        page = upright(document.page(number))
        return page, text_lines(page.words)

    def is_else(field: SchemaField, number: int, words: Sequence[int]) -> bool:
        if not field.not_labels or not words:
            return False
        page, lines = laid(number)
        before = _before(page, lines, words[0])
        return _says(_beside(page, before), field.not_labels, language) and not _says(
            page.text_of(before), field.labels, language
        )

    return is_else


def with_others(is_else: IsElse, others: Sequence[Labelled]) -> IsElse:
    """Tells so too of what labels say aside, as of the invoice that a credit note credits."""

    def said_aside(field: SchemaField, page: int, words: Sequence[int]) -> bool:
        there = (one.words for one in others if (one.field, one.page) == (field.name, page))
        return any(not set(some).isdisjoint(words) for some in there) or is_else(field, page, words)

    return said_aside


def but_addresses(is_else: IsElse, some: Sequence[Party]) -> IsElse:
    """Tells so too of texts of a form, as numbers are, that stand in somebody's address: "1577 Venables St"."""
    addresses = [(one.page, set(one.address)) for one in some if one.address]

    def in_address(field: SchemaField, page: int, words: Sequence[int]) -> bool:
        formed = field.type is FieldType.TEXT and field.pattern is not None
        inside = (number == page and address.issuperset(words) for number, address in addresses)
        return (formed and bool(words) and any(inside)) or is_else(field, page, words)

    return in_address


def but_money(is_else: IsElse, document: Document) -> IsElse:
    """Tells so too of texts of a form that are sums of money: "orders above 300 €"."""

    def is_sum(field: SchemaField, number: int, words: Sequence[int]) -> bool:
        formed = field.type is FieldType.TEXT and field.pattern is not None
        return (formed and bool(words) and _is_money(document.page(number), words)) or is_else(field, number, words)

    return is_sum


def _is_money(page: Page, words: Sequence[int]) -> bool:
    """Whether a sign of a currency follows a number closely, and no other number that it might belong to."""
    last = max(words)
    behind = [word for word in page.words[last + 1 : last + 3] if stand_together(page.words[last], word)]
    follows = bool(behind) and behind[0].text.strip(").,;") in CURRENCY_SIGNS
    own = len(behind) < 2 or not any(map(str.isdigit, behind[1].text))
    return follows and own and not any(map(str.isalpha, page.text_of(words)))


def without_else(answer: Answer, field: SchemaField, is_else: IsElse) -> Answer:
    """An answer without what is something else than the field."""
    others = tuple(one for one in answer.alternatives if not is_else(field, one.page, one.evidence))
    if not answer.found or answer.page is None or not is_else(field, answer.page, answer.evidence):
        return replace(answer, alternatives=others)
    return replace(answer, text="", found=False, page=None, evidence=(), alternatives=others)


def _before(page: Page, lines: Sequence[Line], word: int) -> Sequence[int]:
    """What stands before a word in its line; before the first one the head that stands alone over it: "Managing
    director:"."""
    at = next((at for at, line in enumerate(lines) if word in line.words), None)
    if at is None:
        return ()
    before = lines[at].words[: lines[at].words.index(word)]
    return before or (lines[at - 1].words if at and _is_over(page, lines[at - 1], lines[at]) else ())


def _is_over(page: Page, head: Line, line: Line) -> bool:
    first, under = page.words[head.words[0]].box, page.words[line.words[0]].box
    near = under.top - first.bottom <= CLOSE * line.box.height and abs(first.left - under.left) <= IN_LINE
    return near and page.words[head.words[-1]].text.endswith(":")


def _beside(page: Page, words: Sequence[int]) -> str:
    """The last text of a line's words that names something; a currency names nothing."""
    texts = [page.text_of(run) for run in runs(page.words, words)] if words else []
    return next((text for text in reversed(texts) if any(map(_names, re.findall(r"\w+", text)))), "")


def _names(word: str) -> bool:
    return is_word(word) and word not in COMMON_CODES


def _says(text: str, labels: ByLanguage, language: str) -> bool:
    """Whether a text holds one of these labels as whole words."""
    said = f" {_plain(text)} "
    return any(f" {_plain(label)} " in said for label in with_english(labels, language))


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[\W\d_]+", " ", fold(text)).split())
