"""Who sells and who buys: what cannot be a name, and companies, told by the legal form behind their names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from docqa_app.core.document import Page, Word
from docqa_app.core.find import fold
from docqa_app.core.geometry import upright
from docqa_app.core.layout import text_lines

SELLERS = ("supplier_name",)
BUYERS = ("customer_name",)
PARTIES = (*SELLERS, *BUYERS, "merchant_name")
TRUST = 0.8
"""How often a company that is printed with its legal form is the party that is looked for."""
LONELY = 0.3
"""The same of a buyer where one company alone is printed: mostly that sells."""
NOT_FIRST = 0.25
"""How much less likely a buyer is printed first; who sends a letter names itself above, and again at its foot."""
LONGEST_NAME = 7
WIDEST_SPACE = 1.5
"""Between two words of one name, in heights."""
LEGAL_FORMS = frozenset(
    (
        "gmbh", "ggmbh", "ag", "kg", "kgaa", "ohg", "gbr", "eg", "ek", "se", "sarl", "sas", "sasu", "eurl", "snc",
        "ltd", "limited", "llp", "plc", "inc", "llc", "corp", "corporation", "bv", "nv", "srl", "spa", "aps", "bhd",
    )
)  # fmt: skip
PARTS = ":;|·•–-/"
"""What stands between a name and something else, behind a word or alone."""
_HEADS = frozenset(
    (
        "gln", "iln", "gtin", "no", "nr", "date", "datum", "page", "seite", "phone", "tel", "telefon", "fax", "email",
        "mail", "iban", "bic", "incoterms", "livraison", "warenempfanger", "lieferanschrift", "lieferadresse",
        "rechnungsanschrift", "rechnungsadresse", "artnr", "artnrlief", "artnrkunde", "rechnung", "rechnungskorrektur",
        "gutschrift", "stornorechnung", "korrekturrechnung", "schlussrechnung", "handelsrechnung", "invoice",
        "taxinvoice", "creditnote", "facture", "avoir", "receipt", "quittung", "lieferschein", "deliverynote",
    )
)  # fmt: skip
"""What stands where a name could, and heads something else."""


@dataclass(frozen=True, slots=True)
class Company:
    """A company's name where it is printed first, and how often it is printed."""

    text: str
    page: int
    words: tuple[int, ...]
    count: int = 1


def can_be_name(text: str) -> bool:
    """Whether a text can say who sells or buys: it is no number, no sentence and no head of something else."""
    letters, digits = sum(c.isalpha() for c in text), sum(c.isdigit() for c in text)
    if letters <= digits or not text[:1].isalnum() or text[0].islower() or text[-1] in ":&-,;":
        return False
    words = text.split()
    small = sum(word[0].islower() for word in words)
    return _plain(text) not in _HEADS and (len(words) <= 4 or small * 2 <= len(words))


def told_apart(printed: Sequence[Company], field: str) -> Iterator[tuple[Company, float]]:
    """Each company with the share of belief that it is who sells, or buys, whichever the field asks for."""
    if field in SELLERS:
        weights, trust = [one.count / (1 + place) for place, one in enumerate(printed)], TRUST
    elif field in BUYERS:
        weights = [(NOT_FIRST if place == 0 else 1) / one.count for place, one in enumerate(printed)]
        trust = TRUST if len(printed) > 1 else LONELY
    else:
        return
    yield from ((one, trust * weight / sum(weights)) for one, weight in zip(printed, weights, strict=True))


def companies(pages: Sequence[Page]) -> tuple[Company, ...]:
    """Every company that is printed with its legal form, in the order of the pages."""
    found: dict[str, Company] = {}
    for page in pages:
        words = upright(page).words
        for run in _runs(words):
            for name in _names(words, run):
                text = " ".join(words[index].text for index in name).strip(" ,;·•|-–")
                known = found.get(_plain(text))
                one = Company(text, page.number, name) if known is None else known
                found[_plain(text)] = Company(one.text, one.page, one.words, known.count + 1 if known else 1)
    return tuple(found.values())


def _runs(words: Sequence[Word]) -> Iterator[list[int]]:
    """Words of a line that stand together."""
    for line in text_lines(words):
        run = [line.words[0]]
        for left, right in pairwise(line.words):
            gap = words[right].box.left - words[left].box.right
            if gap > WIDEST_SPACE * max(words[left].box.height, words[right].box.height):
                yield run
                run = []
            run.append(right)
        yield run


def _names(words: Sequence[Word], run: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """The names in a run: from its start, or from what parts it before, to a legal form."""
    texts = [words[index].text for index in run]
    start = at = 0
    while at < len(run):
        end = at + 1
        if at > start and _is_form(texts[at]):
            end = _end(texts, at)
            if end - start <= LONGEST_NAME and can_be_name(" ".join(texts[start:end]).rstrip(",;")):
                yield tuple(run[start:end])
            start = end
        elif texts[at][-1] in PARTS:
            start = end
        at = end


def _is_form(text: str) -> bool:
    """Whether a word is a legal form, which is printed with a capital: "kg" is a weight."""
    return text[0].isupper() and _plain(text) in LEGAL_FORMS


def _end(texts: Sequence[str], at: int) -> int:
    """Behind a legal form, with what goes on: "GmbH & Co. KG"."""
    end = at + 1
    if texts[end : end + 1] and texts[end] in "&+" and _plain("".join(texts[end + 1 : end + 2])) in ("co", "cie"):
        end += 2
    return end + 1 if end > at + 1 and texts[end : end + 1] and _is_form(texts[end]) else end


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", fold(text))
