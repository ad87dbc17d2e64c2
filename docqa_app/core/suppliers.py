"""Who sent a document, known again on the next one, and what was learned from corrections of those before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from docqa_app.core.document import Box, Document, Page
from docqa_app.core.fields import Extraction, FieldType
from docqa_app.core.find import fold
from docqa_app.core.geometry import upright
from docqa_app.core.kept import SUPPLIER_FIELDS, first_value
from docqa_app.core.layout import text_lines
from docqa_app.core.spelling import spell

VAT_FIELDS = ("supplier_vat_id",)
COLUMN = "line_items."
"""How the `field` of a correction begins that tells where a column of the rows stands; the column's name follows."""
HEAD, FOOT = 0.12, 0.85
"""Above and below lie letterhead and footer, in page heights: they are printed alike on every document."""
SHORTEST_LABEL = 3
SHORTEST_NUMBER = 5
"""Digits of a number that tells its owner: a telephone, a bank account, a register."""
FEWEST_LABELS = 6
FEWEST_NUMBERS = 2
SHORTEST_NAME = 4
_DATE_OR_AMOUNT = re.compile(r"\d{1,4}([./-])\d{1,2}\1\d{1,4}|[\d.,]*[.,]\d\d|(?:19|20)\d{6}")
SAME_LAYOUT, LIKE_LAYOUT, SOME_LAYOUT = 0.85, 0.5, 0.3
"""How much of the remembered labels must be printed: alone, beside the name somewhere, beside a VAT number."""


class Side(StrEnum):
    """Where a label stands, seen from its value."""

    LEFT = "left"
    ABOVE = "above"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Supplier:
    """By what a supplier is known again: the VAT number, else the name, else the labels printed on its documents.

    `labels` are words and long numbers of its letterhead and footer; empty parts are not known.
    """

    name: str = ""
    vat_id: str = ""
    labels: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Correction:
    """Where a person found the right value of a field, so that it is looked for there the next time.

    `label` is what is printed beside it, on that `side`; `page` counts from 1, or from the end with -1 for the last;
    `box` is where the value stood on the upright page, None where it was printed nowhere (a logo). `text` is what it
    was, `wrong` what the model had said instead, `wrong_label` what is printed beside that and `wrong_sha256` the
    document on which it was said, which may be an earlier one. `constant`: the supplier prints the same on every
    document (its name, its IBAN). `sha256` is the document it was learned from, `at` when (UTC, ISO 8601).
    """

    field: str
    type: FieldType
    label: str
    side: Side
    page: int
    box: Box | None
    text: str
    constant: bool
    sha256: str
    at: str
    wrong: str = ""
    wrong_label: str = ""
    wrong_sha256: str = ""


@dataclass(frozen=True, slots=True)
class Memory:
    """Everything remembered of one supplier. `number` is the library's own, 0 where it is new. `date_order` is "DMY" or
    "MDY", `decimal_mark` "." or ",", "" where it was never in doubt; `sha256` is the document it was learned from."""

    supplier: Supplier
    corrections: tuple[Correction, ...] = ()
    date_order: str = ""
    decimal_mark: str = ""
    sha256: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Signs:
    """What a document shows of its supplier: what was extracted, every word that is printed (folded), and all of them
    spelled out, with a space between two."""

    supplier: Supplier
    words: frozenset[str]
    text: str = ""


def supplier_of(document: Document, extraction: Extraction) -> Signs:
    """What is extracted and printed that a supplier may be known by."""
    name, vat_id = first_value(extraction, SUPPLIER_FIELDS), first_value(extraction, VAT_FIELDS)
    first = document.pages[:1]
    supplier = Supplier(str(name or ""), str(vat_id or ""), frozenset(one for page in first for one in _labels(page)))
    texts = [word.text for page in document.pages for word in page.words]
    return Signs(supplier, frozenset(_lasting(texts)), " ".join(map(_spelled, texts)))


def signs_of(supplier: Supplier) -> Signs:
    """A supplier's own signs, where no document is at hand."""
    return Signs(supplier, supplier.labels)


def recognised(memories: Iterable[Memory], signs: Signs) -> Memory | None:
    """What is remembered of the supplier that the signs are of; the most alike where several may be meant, None
    where none is."""
    best = max(
        ((_strength(memory.supplier, signs), memory) for memory in memories), key=lambda one: one[0], default=None
    )
    return best[1] if best is not None and best[0] > 0 else None


def _strength(known: Supplier, signs: Signs) -> float:
    """0 where it is another supplier. A VAT number or a name alone is not believed: the customer's may have been taken
    for the supplier's on both documents. The words of the name are none of the layout: they would count twice."""
    now = signs.supplier
    labels = known.labels - frozenset(_lasting(known.name.split()))
    layout = len(labels & signs.words) / len(labels) if labels else 0.0
    name = _spelled(known.name)
    same_name = bool(name) and name == _spelled(now.name)
    printed = len(name) >= SHORTEST_NAME and _is_printed(name, signs.text)
    same_vat = bool(known.vat_id) and known.vat_id == now.vat_id
    other_vat = bool(known.vat_id and now.vat_id) and not same_vat
    if same_vat and (same_name or printed or layout >= SOME_LAYOUT):
        return 3 + layout
    if same_name and (not other_vat or layout >= LIKE_LAYOUT):
        return 2 + layout
    numbers = sum(label[0].isdigit() for label in labels & signs.words)
    alike = layout >= SAME_LAYOUT and numbers >= FEWEST_NUMBERS and len(known.labels) >= FEWEST_LABELS
    return layout if alike or (printed and layout >= LIKE_LAYOUT) else 0.0


def _is_printed(name: str, text: str) -> bool:
    """Whether whole words spell a name, however they are parted: "Aral" does not stand in "Jaral Foods"."""
    return re.search(rf"\b{' ?'.join(map(re.escape, name))}\b", text) is not None


def joined(earlier: Memory, newer: Memory) -> Memory:
    """What is remembered with what was learned since: the newer correction of a field, the labels that both print."""
    before = {one.field: one for one in earlier.corrections}
    corrections = before | {one.field: _after(before.get(one.field), one) for one in newer.corrections}
    both = earlier.supplier.labels & newer.supplier.labels
    supplier = Supplier(
        newer.supplier.name or earlier.supplier.name,
        newer.supplier.vat_id or earlier.supplier.vat_id,
        both if len(both) >= FEWEST_LABELS else newer.supplier.labels or earlier.supplier.labels,
    )
    return replace(
        earlier,
        supplier=supplier,
        corrections=tuple(corrections.values()),
        date_order=newer.date_order or earlier.date_order,
        decimal_mark=newer.decimal_mark or earlier.decimal_mark,
        sha256=newer.sha256 or earlier.sha256,
    )


def _after(earlier: Correction | None, newer: Correction) -> Correction:
    """The newer correction; a mistake that was not made this time is not forgotten."""
    if earlier is None or newer.wrong:
        return newer
    return replace(newer, wrong=earlier.wrong, wrong_label=earlier.wrong_label, wrong_sha256=earlier.wrong_sha256)


def _labels(page: Page) -> Iterator[str]:
    """Words and numbers of the letterhead and the footer."""
    stood = upright(page)
    for line in text_lines(stood.words):
        if line.box.bottom <= HEAD or line.box.top >= FOOT:
            yield from _lasting(stood.words[index].text for index in line.words)


def _lasting(texts: Iterable[str]) -> Iterator[str]:
    """What may be printed on every document: words of letters alone, folded, and the digits of long numbers. Dates and
    amounts are none."""
    for text in texts:
        word = fold(text).strip(".,:;()-–/|*#")
        digits = "".join(c for c in word if c.isdigit())
        if len(word) >= SHORTEST_LABEL and word.isalpha():
            yield word
        elif len(digits) >= SHORTEST_NUMBER and not _DATE_OR_AMOUNT.fullmatch(word):
            yield digits


def _spelled(text: str) -> str:
    return spell((text,)).plain
