"""What a field may be: every candidate of the model and every value beside a label, with one share of belief each.

Sources are multiplied as if they erred apart. With shares p of a source for its own candidates and n = 1 - sum p for
all others, a candidate that the source did not name gets `ELSE` n from it. "None of these" gets n from the model, which
looked at the whole page, and `ELSE` n from what only looks for labels and check digits.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import prod

from docqa_app.core.answer import Answer, Candidate
from docqa_app.core.document import Document
from docqa_app.core.fields import Source
from docqa_app.extracting.labels import Labelled
from docqa_app.extracting.sources import Key, Told, printed, said
from docqa_app.extracting.summed_taxes import TAX, tax_sums
from docqa_app.schemas.schema import SchemaField
from docqa_app.values.conventions import Conventions
from docqa_app.values.parse import Parsed, read_off

AGREEMENT = 0.25
"""The power of a second phrasing: two phrasings of one model err together far more often than apart."""
ELSE = 0.3
SUMMED = 0.1
"""Of the sum of taxes that are printed apart, before a rule speaks for it."""


@dataclass(frozen=True, slots=True)
class Option:
    """One thing a field may be; `share` is 0..1, those of a field's options and of "none of these" add up to 1.
    `printed`: a label, check digits or arithmetic speak for it. `proved`: check digits or arithmetic, which tell its
    digits and not its place alone."""

    candidate: Candidate
    parsed: Parsed
    share: float
    source: Source
    printed: bool = False
    proved: bool = False


def options(
    document: Document,
    wanted: SchemaField,
    answers: Sequence[Answer],
    labels: Sequence[Labelled],
    conventions: Conventions,
) -> tuple[Option, ...]:
    """Everything the field may be that can be read as its type, the likeliest first."""
    by_model = [said(document, wanted, answer, labels, conventions) for answer in answers]
    by_print = printed(document, wanted, labels, conventions)
    proofs = [one for one in by_print if one.proves]
    own, beside, proved = ({key for one in some for key in one.found} for some in (by_model, by_print, proofs))
    known = {key: one for some in reversed([*by_model, *by_print]) for key, one in some.found.items()}
    shares = _shares(known, by_model, by_print)
    some = tuple(
        Option(
            replace(known[key], confidence=shares[key]),
            read_off(known[key].text, wanted.type, conventions),
            shares[key],
            Source.MODEL if key in own else Source.RULE,
            key in beside,
            key in proved,
        )
        for key in sorted(known, key=lambda key: -shares[key])
    )
    return _with_sums(some, document, conventions) if wanted.name == TAX else some


def _with_sums(own: Sequence[Option], document: Document, conventions: Conventions) -> tuple[Option, ...]:
    """The options with the sums of taxes that are printed one by one, be the sum printed itself or not; that it is
    meant, a rule tells."""
    told = {one.parsed.value for one in own}
    sums = {one.value: one for one in tax_sums(document, conventions.decimal_mark)}
    some = [replace(one, share=max(one.share, SUMMED)) if one.parsed.value in sums else one for one in own]
    some += [
        Option(Candidate(one.text, SUMMED, one.page, one.words), Parsed(value), SUMMED, Source.RULE, printed=True)
        for value, one in sums.items()
        if value not in told
    ]
    whole = max(1.0, sum(one.share for one in some))
    every = (replace(one, share=one.share / whole) for one in some)
    return tuple(sorted(every, key=lambda one: -one.share))


def _shares(known: Iterable[Key], by_model: Sequence[Told], by_print: Sequence[Told]) -> dict[Key, float]:
    """The share of each candidate among all and "none of these"."""
    sources = [_Source(one, 1.0 if n == 0 else AGREEMENT, 1.0) for n, one in enumerate(by_model)]
    sources += [_Source(one, 1.0, ELSE) for one in by_print if one.shares]
    weights = {key: _weight(key, sources) for key in known}
    whole = sum(weights.values()) + _weight(None, sources)
    return {key: weight / whole for key, weight in weights.items()}


@dataclass(frozen=True, slots=True)
class _Source:
    """What one source says: its candidates, the power of its word, and what of the rest "none" gets."""

    told: Told
    power: float
    none: float

    def weight(self, key: Key | None) -> float:
        """Of a candidate, or with None of "none of these"."""
        rest = max(0.01, 1 - sum(self.told.shares.values()))
        share = self.none * rest if key is None else self._share(key, ELSE * rest)
        return float(share**self.power)

    def _share(self, key: Key, unnamed: float) -> float:
        named = self.told.shares.get(key, 0.0)
        return named if named and self.told.doubts else max(named, unnamed)


def _weight(key: Key | None, sources: Sequence[_Source]) -> float:
    return prod((source.weight(key) for source in sources), start=1.0)
