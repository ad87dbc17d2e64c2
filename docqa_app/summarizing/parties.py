"""Who a sentence says sells and who buys, told by the words right before and behind a name, in three languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from docqa_app.core.summary import Kind
from docqa_app.summarizing.spans import Span, spans_in
from docqa_app.summarizing.wording import Worded

SELLER, CUSTOMER = ("supplier_name", "merchant_name"), ("customer_name",)

_BEFORE: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = (
    (
        CUSTOMER,
        re.compile(r"\b(?:customer|buyer|client|kunden?|käufer|acheteur)\W+(?:is |ist |est )?\W*(?:the |der |le )?$"),
    ),
    (
        SELLER,
        re.compile(
            r"\b(?:supplier|seller|vendor|shop|store|lieferant|verkäufer|fournisseur|vendeur|magasin)\W+"
            r"(?:is |ist |est )?\W*(?:the |der |le )?$"
        ),
    ),
)
"""A name that is introduced: "the supplier is", "Kunde:"."""

_BEHIND = (
    (
        CUSTOMER,
        r"is asked|is to pay|gets?|got|owes|has to|must|should|paid|soll|hat von|muss|schuldet|bekam|bekommt|"
        r"doit|a reçu de",
    ),
    (
        SELLER,
        r"charge[sd]?|invoice[sd]|bill(?:s|ed)|wants?|asks|sen(?:t|ds)|sold|sells|was paid|took|received|issue[sd]|"
        r"wrote|demands?|berechnet|stellt|verlangt|schrieb|erhielt|gab|nahm|schickte?|fordert|facture|demande|"
        r"a (?:envoyé|émis|encaissé|reçu|vendu)",
    ),
)
_VERBS = tuple((fields, re.compile(rf"^\W*(?:{verbs})\b")) for fields, verbs in _BEHIND)
"""What a name does."""

_DONE_TO = (
    (CUSTOMER, re.compile(r"\b(?:wants?|demands?|verlangt|fordert|demande)\b.*\b(?:from|of|von|à)\W*$")),
    (CUSTOMER, re.compile(r"\b(?:charge[sd]?|invoice[sd]|bill(?:s|ed)|berechnet|stellt)\W*$")),
    (SELLER, re.compile(r"\b(?:owes?|pay|paid|devons|doit|payer|zahlen|schulden)\b(?:.*\b(?:to|à|an))?\W*$")),
    (SELLER, re.compile(r"(?:\b(?:schrieb|from|by|von|bei|par|chez)|(?<!\bis )\bat)\W*$")),
    (SELLER, re.compile(r"\b(?:invoice|bill|receipt|rechnung|beleg|bon|facture|ticket|reçu)\b[^,]*\b(?:of|de|d)\W*$")),
    (CUSTOMER, re.compile(r"\b(?:invoice|bill|receipt|rechnung|facture)\b.*\b(?:to|for|an|für|à|pour)\W*$")),
)
"""What is done to it, or where it stands."""

_JOINED = re.compile(r"[\s.]*(?:(?:&|,|-|\+|et|und|and|of|de)\s+)?(?:\()?")
_NO_NAMES = re.compile(r"(?:iban|bic|vat|ust|tva|gst|tax|id|no|nr|invoice|rechnung|facture)[\W\d]*", re.IGNORECASE)


def parties_in(sentence: str, known: Sequence[str]) -> tuple[Worded, ...]:
    """The names of a sentence whose wording tells whether they sell or buy; `known` are names that the document has."""
    told = (
        (start, end, _role(sentence[:start].lower(), sentence[end:].lower())) for start, end in _names(sentence, known)
    )
    return tuple(Worded(sentence[start:end], start, end, fields) for start, end, fields in told if fields)


def _names(sentence: str, known: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where known names stand, then the runs of other words that are names."""
    taken = list(dict.fromkeys(place for name in known for place in _places(sentence, name)))
    yield from taken
    for run in _runs(sentence, [span for span in spans_in(sentence) if span.kind is Kind.NAME]):
        if all(run[1] <= start or end <= run[0] for start, end in taken):
            yield run


def _places(sentence: str, name: str) -> Iterator[tuple[int, int]]:
    parts = re.findall(r"\w+", name)
    if parts:
        spelled = r"\W*".join(map(re.escape, parts))
        yield from (found.span() for found in re.finditer(rf"(?<!\w){spelled}(?!\w)", sentence, re.IGNORECASE))


def _runs(sentence: str, spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Words of one name: nothing between them, or what joins names."""
    start = 0
    for place, (span, after) in enumerate(pairwise([*spans, None])):
        if span and (after is None or not _JOINED.fullmatch(sentence, span.end, after.start)):
            run = (spans[start].start, span.end)
            start = place + 1
            if not _NO_NAMES.fullmatch(sentence[slice(*run)]) and not any(c.isdigit() for c in sentence[slice(*run)]):
                yield run


def _role(before: str, after: str) -> tuple[str, ...]:
    told = (
        *((fields, pattern.search(before)) for fields, pattern in _BEFORE),
        *((fields, pattern.search(after)) for fields, pattern in _VERBS),
        *((fields, pattern.search(before)) for fields, pattern in _DONE_TO),
    )
    return next((fields for fields, found in told if found), ())
