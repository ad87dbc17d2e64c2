"""Who a sentence says sells and who buys, told by the words right before and behind a name, in three languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from docqa_app.core.find import fold
from docqa_app.core.summary import Kind
from docqa_app.summarizing.months import CUT_MONTHS, MONTHS, WEEKDAYS
from docqa_app.summarizing.other_words import NO_PARTY
from docqa_app.summarizing.party_words import (
    AROUND,
    AS,
    BEFORE,
    CUSTOMER,
    DONE_TO,
    IS_SOMETHING,
    LISTED_BEFORE,
    LISTED_BEHIND,
    PAPER,
    SELLER,
    SHIPPED,
    VERBS,
)
from docqa_app.summarizing.spans import Span, spans_in
from docqa_app.summarizing.wording import BY_CUSTOM, PLAINLY, Worded

_HAS = re.compile(r"(?<!stellt )(?<!liefert )(?<!langt )(?<!schickt )(?<!fakturiert )\bhat\s*$")
_JOINED = re.compile(r"[\s.]*(?:(?:&|,|-|\+|et|und|and|of|de)\s+)?(?:\()?")
_TIMES = frozenset((*MONTHS, *CUT_MONTHS, *WEEKDAYS))
_NO_NAMES = re.compile(r"(?:iban|bic|vat|ust|tva|gst|tax|id|no|nr|invoice|rechnung|facture)[\W\d]*", re.IGNORECASE)


def parties_in(sentence: str, known: Sequence[str]) -> tuple[Worded, ...]:
    """The names of a sentence whose wording tells whether they sell or buy; `known` are names that the document has.

    Where one of two names has a role, the other one has the other; a known name that stands in a list, without a word
    to it, sells, mostly: clerks name a bill by who sent it.
    """
    names = list(_names(sentence, known))
    roles = [_role(sentence[:start].lower(), sentence[end:].lower()) for start, end in names]
    told = zip(names, _completed(sentence, names, roles, known), strict=True)
    return tuple(Worded(sentence[a:b], a, b, role, plain) for (a, b), (role, plain) in told if role)


def _completed(
    sentence: str, names: Sequence[tuple[int, int]], roles: Sequence[tuple[str, ...]], known: Sequence[str]
) -> list[tuple[tuple[str, ...], float]]:
    """The roles with how plainly they are told, and those that follow from them or from custom."""
    silent = [place for place, role in enumerate(roles) if not role and not _is_something(sentence[: names[place][0]])]
    completed = [(role, PLAINLY) for role in roles]
    if (
        len(silent) != 1
        or SHIPPED.search(sentence)
        or sentence[slice(*names[silent[0]])].casefold() not in {name.casefold() for name in known}
    ):
        return completed
    if len(names) == 1 and _is_listed(sentence, names[0]):
        completed[0] = SELLER, BY_CUSTOM
    elif len(names) == 2:
        completed[silent[0]] = CUSTOMER if roles[1 - silent[0]] == SELLER else SELLER, BY_CUSTOM
    return completed


def _is_listed(sentence: str, name: tuple[int, int]) -> bool:
    """Whether it is given without a word that could tell its role."""
    before, after = sentence[: name[0]].lower(), sentence[name[1] :].lower()
    return bool(LISTED_BEFORE.search(before) and LISTED_BEHIND.search(after))


def _is_something(before: str) -> bool:
    return bool(IS_SOMETHING.search(before) and not PAPER.search(before))


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
            if not _is_none(sentence[slice(*run)]):
                yield run


def _is_none(name: str) -> bool:
    """Whether it is a key, a code or a piece of a date."""
    parts = fold(name).split()
    is_time = all(part.strip(".") in _TIMES for part in parts)
    return bool(_NO_NAMES.fullmatch(name)) or any(c.isdigit() for c in name) or is_time


def _role(before: str, after: str) -> tuple[str, ...]:
    if asked := _HAS.search(before):  # "Yesterday has Miller sent ..." as German orders it
        before, after = before[: asked.start()], f"{asked[0].strip()} {after.strip()}"
    if NO_PARTY.search(before):
        return ()
    told = (
        *((fields, pattern.search(before)) for fields, pattern in BEFORE),
        *((fields, pattern.search(after)) for fields, pattern in AS),
        *((fields, first.search(before) and second.search(after)) for fields, first, second in AROUND),
        *((fields, pattern.search(after)) for fields, pattern in VERBS),
        *((fields, pattern.search(before)) for fields, pattern in DONE_TO),
    )
    return next((fields for fields, found in told if found), ())
