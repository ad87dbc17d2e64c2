"""Where printed labels of fields stand: the longest at each word, also within another and parted by a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from docqa_app.core.document import Line, Word, text_of
from docqa_app.core.find import fold
from docqa_app.extracting.beside import stand_together
from docqa_app.extracting.parties.names import Head, head_of
from docqa_app.extracting.sentences import PartedLabel, before_days, is_for_early
from docqa_app.schemas.schema import ByLanguage, SchemaField, with_english

LONGEST_LABEL = 5
_NUMBERED = frozenset(("no", "nr", "number", "reg", "registration", "id", "invoice"))
NO_LABELS = {"po": frozenset(("box",)), **dict.fromkeys(("tax", "vat", "gst", "hst", "tva", "mwst", "ust"), _NUMBERED)}
"""Labels that are none before these words, both spelled plainly: a post office box is no purchase order."""
REFERS = frozenset(
    (
        "orig", "original", "previous", "prior", "originating", "related", "relating", "relates", "refers",
        "referring", "reference", "respect", "against", "corrects", "correcting", "correction", "cancels",
        "cancelling", "cancellation", "credits", "crediting", "reverses", "reversing", "replaces", "zu", "zur", "zum",
        "ursprungliche", "ursprunglichen", "ursprunglicher", "betrifft", "betr", "bezug", "bezuglich", "storno",
        "stornierung", "stornierte", "korrektur", "korrigiert", "ersetzt", "sur", "annule", "rectifie", "corrige",
        "remplace", "rectificatif", "annulation", "concerne", "concernant", "relatif", "relative",
    )
)  # fmt: skip
"""Before a label: what it says is another document's, as the invoice that a credit note credits. Spelled plainly."""
DATES = frozenset(("vom", "dated"))
"""Labels that date what stands before them, if anything does; spelled plainly."""
BILL = re.compile(r".*(?:rechnung|gutschrift|note|liquidation|quittung|invoice|bill)")
"""What such a label may date of a bill itself, spelled plainly."""
_OF_A_KIND = re.compile(r"[^\W\d_]{3,}(rechnungs?(?:nr|nummer|no))")
"""How a compound of a bill and its number is spelled plainly: "Handelsrechnung Nr.", "Monatsrechnungsnummer"."""
TAKEN_OFF = frozenset(("abzgl", "abzuglich", "minus", "less"))
SELLERS = "supplier_"
"""How the names of fields of who sells begin."""
YOURS = frozenset(("your", "ihr", "ihre", "votre"))
"""What says that something is the reader's, who buys; spelled plainly."""
JOINING = frozenset(
    ("to", "of", "our", "your", "the", "der", "die", "unsere", "unserer", "ihre", "ihrer", "a", "la", "de", "notre")
)
"""Small words between these and the label, spelled plainly."""


@dataclass(frozen=True, slots=True)
class Label:
    """Where a label stands: the line, its first word there and the one behind its last, and what it means; whether it
    speaks of another document or of who pays early."""

    line: int
    first: int
    end: int
    meanings: Mapping[str, int]
    aside: bool


def known_labels(fields: Sequence[SchemaField], language: str) -> dict[str, dict[str, int]]:
    """For each label, spelled plainly, the fields it stands for and its rank there."""
    known: dict[str, dict[str, int]] = {}
    for field in fields:
        for rank, text in enumerate(with_english(field.labels or _own_name(field), language)):
            known.setdefault(_plain(text), {}).setdefault(field.name, rank)
    return known


def _own_name(field: SchemaField) -> ByLanguage:
    """A field that a schema names no labels of may stand beside its own name."""
    return {language: (text,) for language, text in field.label.items()}


def _plain(text: str) -> str:
    """Letters alone, so that "Rechnungs-Nr.:" is "Rechnungsnr"; the sign of a number tells as much as its word, and
    "MwSt-%" heads rates, not amounts."""
    return re.sub(r"[^\w#%]+|[\d_]+", "", fold(text)) or text.strip(" :.")


def labels_on(
    words: Sequence[Word],
    line: Line,
    at: int,
    known: Mapping[str, Mapping[str, int]],
    parted: Sequence[PartedLabel],
) -> Iterator[Label]:
    """The labels of a line, and those that a sentence parts; of two that end at one word the one that begins first."""
    tails = [Label(at, a, b, said, is_for_early(words, line, a)) for a, b, said in before_days(words, line, parted)]
    firsts: dict[int, Label] = {}
    for one in (*_labels(words, line, at, known), *tails):
        if one.end not in firsts or one.first < firsts[one.end].first:
            firsts[one.end] = one
    yield from firsts.values()


def _labels(words: Sequence[Word], line: Line, at: int, known: Mapping[str, Mapping[str, int]]) -> Iterator[Label]:
    """The labels of a line, the longest at each word; one begins inside another only where it goes on behind it."""
    first = 0
    while first < len(line.words):
        end = _end(words, line, first, known)
        text = _said(words, line, first, end)
        if end > first and _said(words, line, end, end + 1) not in NO_LABELS.get(text, ()):
            meanings = known[_known_as(text, known)]
            yield Label(at, first, end, meanings, _is_aside(words, line, first, end, meanings))
        first = max(first + 1, _next(words, line, first, end, known))


def _end(words: Sequence[Word], line: Line, first: int, known: Mapping[str, Mapping[str, int]]) -> int:
    """Behind the longest label that begins with a word; the word itself where none does."""
    ends = range(min(_close(words, line, first), first + _longest(words, line, first)), first, -1)
    return next((end for end in ends if _known_as(_said(words, line, first, end), known)), first)


def _known_as(text: str, known: Mapping[str, Mapping[str, int]]) -> str:
    """A label as it is known; a bill's number also behind what kind of bill it is; "" where it is none."""
    compound = None if text in known else _OF_A_KIND.fullmatch(text)
    said = compound[1] if compound else text
    return said if said in known else ""


def _said(words: Sequence[Word], line: Line, first: int, end: int) -> str:
    return _plain(text_of(words, line.words[first:end]))


def _longest(words: Sequence[Word], line: Line, first: int) -> int:
    """How many words a label has at most; the letters of one that is printed apart are one: "I N V O I C E No."."""
    letters = sum(1 for _ in takewhile(lambda index: _is_letter(words[index]), line.words[first:]))
    return LONGEST_LABEL + max(0, letters - 1)


def _is_letter(word: Word) -> bool:
    return len(word.text) == 1 and word.text.isupper()


def _next(words: Sequence[Word], line: Line, first: int, end: int, known: Mapping[str, Mapping[str, int]]) -> int:
    """Where the next label may begin: behind this one, or inside it where one begins that goes on behind it, as "due
    on" does in "total amount due on", and farther than what begins there, as in "invoice date due date"."""
    least = max(end + 1, _end(words, line, end, known)) if first < end < len(line.words) else len(line.words) + 1
    return next((start for start in range(first + 1, end) if _end(words, line, start, known) >= least), end)


def _is_aside(words: Sequence[Word], line: Line, first: int, end: int, meanings: Iterable[str]) -> bool:
    return (
        _refers(words, line, first)
        or is_for_early(words, line, first)
        or _is_dated_else(words, line, first, end)
        or (any(name.startswith(SELLERS) for name in meanings) and _is_buyers(words, line, first, end))
    )


def _is_dated_else(words: Sequence[Word], line: Line, first: int, end: int) -> bool:
    """Whether a label that only dates what stands before it dates no bill, "Lieferschein Nr. 12 vom 3.5.2025", or one
    that is taken off: "abzgl. 1. Abschlagsrechnung vom 9.5.2025"."""
    if _said(words, line, first, end) not in DATES:
        return False
    close = takewhile(lambda n: stand_together(*_pair(words, line, n)), range(first - 1, -1, -1))
    every = [_said(words, line, n, n + 1) for n in close if not _has_digit(words[line.words[n]])]
    said = [one for one in every if len(one) > 1 and one not in _NUMBERED]
    return bool(said) and (BILL.fullmatch(said[0]) is None or not TAKEN_OFF.isdisjoint(said))


def _is_buyers(words: Sequence[Word], line: Line, first: int, end: int) -> bool:
    """Whether the word right before or behind a label says that it is the buyer's: "Customer VAT No", "UID Kunde"."""
    before = [words[line.words[first - 1]]] if first and stand_together(*_pair(words, line, first - 1)) else []
    behind = [words[line.words[end]]] if end < len(line.words) and stand_together(*_pair(words, line, end - 1)) else []
    texts = [word.text for word in before if not word.text.endswith(":")] + [word.text for word in behind]
    return any(_plain(text) in YOURS or head_of(text) is Head.BUYER for text in texts)


def _pair(words: Sequence[Word], line: Line, at: int) -> tuple[Word, Word]:
    """A word of a line and the next one."""
    return words[line.words[at]], words[line.words[at + 1]]


def _refers(words: Sequence[Word], line: Line, first: int) -> bool:
    """Whether what stands right before a label says that it is another document's: "zu Rechnung: 8100917"."""
    before = (n for n in range(first - 1, -1, -1) if _said(words, line, n, n + 1) not in JOINING)
    at = next(before, -1)
    near = all(stand_together(words[a], words[b]) for a, b in pairwise(line.words[max(at, 0) : first + 1]))
    return at >= 0 and near and _said(words, line, at, at + 1) in REFERS


def _close(words: Sequence[Word], line: Line, first: int) -> int:
    """Behind the last word that stands together with this one and has no digits, for these begin the value."""
    if _has_digit(words[line.words[first]]):
        return first
    for place in range(first, len(line.words) - 1):
        word, after = words[line.words[place]], words[line.words[place + 1]]
        if not stand_together(word, after) or _has_digit(after):
            return place + 1
    return len(line.words)


def _has_digit(word: Word) -> bool:
    return any(c.isdigit() for c in word.text)
