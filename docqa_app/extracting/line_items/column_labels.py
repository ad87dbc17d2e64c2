"""What the columns of a table of goods are headed, spelled plainly, misread ones too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import reduce

from docqa_app.core.fields import FieldType
from docqa_app.core.find import fold_words
from docqa_app.core.spelling import edit_distance
from docqa_app.schemas.schema import Column
from docqa_app.values.amounts import COMMON_CODES

OTHER_LABELS = frozenset(
    (
        "pos", "no", "nr", "line", "artikel nr", "artikelnummer", "art nr", "art", "item no", "item code", "code",
        "sku", "einheit", "eh", "me", "unit", "uom", "unite", "mwst", "ust", "mwst satz", "ust satz", "vat", "tax",
        "tva", "taux tva", "gst", "rabatt", "discount", "disc", "remise", "rem", "datum", "date", "ref", "reference",
        "lieferdatum", "steuer", "satz", "steuersatz", "vat rate", "tax rate", "ean", "gtin", "basismenge",
        "preisbasis", "vke geb", "um", "ve", "per", "hsn", "hsn sac", "sl", "sl no", "s no", "s n", "sr", "sr no",
        "line no", "lfd", "lfd nr", "pos nr", "part no", "product code", "taux", "code tva", "code article",
        "ref article", "unites", "artikelcode", "ziffer", "faktor", "zeitraum", "period", "periode", "credits",
        "credit", "patient", "lieferschein", "date de livraison",
    )
)  # fmt: skip
"""Columns that invoices have and nobody asks for; they end the column before them."""

_NOISE = frozenset(("euro", "rm", "in", "je", "inkl", "exkl", "excl", "incl", *map(str.casefold, COMMON_CODES)))


OF_TAX = re.compile(
    r"(?: (?:ht|ttc|htva|tvac|nett?o?|brutto|gross|toutes taxes comprises)"
    r"| (?:ex|exc|inc|hors|ohne|without|sans|w o) (?:vat|gst|tax|taxes?|tva|mwst|ust)| (?:ex|exc|inc|hors|ohne))+$"
)
"""What behind a column's label says whether tax is in it, be its end wrapped: "Price ex GST", "Total hors taxes"."""

OF_UNIT = re.compile(r" (?:pcs?|nos|stk|stck|kg|hrs?)$")
"""What behind a column's label says of what it counts: "Qty (pcs)", "Menge (Stk)"."""

LETTERS_PER_SLIP = 5
"""A label may be misread in one letter for so many that it has."""
LETTER_BITS = 64
"""Letters that share a bit make texts look more alike, never less."""


class Labels:
    """What columns are headed, spelled plainly; with `slips` one misread by a letter is known too."""

    def __init__(self, columns: Sequence[Column], *, slips: bool = False) -> None:
        self._names = {
            plain_label(text): column.name for column in columns for texts in column.headers.values() for text in texts
        }
        self._names |= {text.replace(" ", ""): name for text, name in self._names.items()}  # "PUHT" of "PU HT"
        self.texts = frozenset(column.name for column in columns if column.type is FieldType.TEXT)
        self._slips = slips
        self._letters = {text: _letters(text) for text in self._names} if slips else {}
        self._told: dict[str, str] = {}

    def name(self, text: str) -> str:
        """The column that is headed so, "" where none is."""
        if text in OTHER_LABELS and text not in self._names:
            return ""
        known = next(
            (name for bare in (text, OF_TAX.sub("", text), OF_UNIT.sub("", text)) if (name := self._names.get(bare))),
            "",
        )
        if known or not self._slips:
            return known
        if text not in self._told:
            self._told[text] = self._near(text)
        return self._told[text]

    def _near(self, text: str) -> str:
        slips = len(text) // LETTERS_PER_SLIP
        if not slips or self._is_two(text):
            return ""
        letters = _letters(text)
        alike = (label for label, its in self._letters.items() if (its ^ letters).bit_count() <= 2 * slips)
        as_long = (label for label in alike if abs(len(label) - len(text)) <= slips)
        return next((self._names[label] for label in as_long if _is_misread(text, label, slips)), "")

    def _is_two(self, text: str) -> bool:
        """Whether a text is two labels that stand close: "hours rate" is no misread "hourly rate",
        "no description" no misread "description"."""
        words = text.split()
        parts = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
        known = self._names.keys() | OTHER_LABELS
        return any(one in known and other in known for one, other in parts)


def _letters(text: str) -> int:
    """Which letters a text has, as bits. A slip takes one letter away at most and adds one: texts that differ in more
    letters than two a slip need not be compared."""
    return reduce(lambda bits, letter: bits | 1 << ord(letter) % LETTER_BITS, text, 0)


def _is_misread(text: str, label: str, slips: int) -> bool:
    """Whether a text is a label but for so many letters; not for a whole word: "qty description" is two labels."""
    if edit_distance(label, text) > slips:
        return False
    words, others = text.split(), label.split()
    same_count = len(words) == len(others)
    return not same_count or all(edit_distance(a, b) * 2 <= len(b) for a, b in zip(words, others, strict=True))


def plain_label(text: str) -> str:
    """A label without case, marks and currencies: "Einzelpreis (EUR)" is "einzelpreis"."""
    parts = fold_words(text).split()
    return " ".join(part for part in parts if part not in _NOISE)
