"""Days that sentences name: "Please pay the full amount by 3 May 2026", and "by 14 May with 3 % discount" for who pays
early."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from docqa_app.core.document import Line, Word
from docqa_app.core.fields import FieldType
from docqa_app.core.find import fold
from docqa_app.extracting.beside import stand_together
from docqa_app.schemas.schema import SchemaField, with_english

FARTHEST_PART = 14
"""Words between the two parts of a label that a sentence parts."""
_BEFORE_DAY = re.compile(
    r"(?P<head>.+) (?P<tail>(?:bis(?: zum| spatestens)?|by|before|on or before|avant le|au plus tard le|pour le))"
)
"""A label that ends in what stands right before its day, folded: "to be paid by"."""
_OF_DAY = re.compile(r"\d{1,2}\.(?:\d{1,2}\.(?:\d{2,4})?)?|\d{4}")
"""A word of the day before "bis", which then ends a period."""
_ENDS_SENTENCE = re.compile(r"[^\W\d_]{4,}[.!?]")
_ENDS_CLAUSE = re.compile(r".*[,;!?]|[^\W\d_]{4,}\.|oder|or|ou|bzw\.?|[/|]")
_DISCOUNT = frozenset(("skonto", "discount", "rebate", "escompte", "sconto"))
_NO = frozenset(("ohne", "kein", "keinen", "without", "no", "sans"))


@dataclass(frozen=True, slots=True)
class PartedLabel:
    """A label in two parts, each its words, folded; the field it stands for and its rank there."""

    head: tuple[str, ...]
    tail: tuple[str, ...]
    field: str
    rank: int


def parted_labels(fields: Sequence[SchemaField], language: str) -> tuple[PartedLabel, ...]:
    """The labels of days that sentences may part, the longest tails first."""
    days = [field for field in fields if field.type is FieldType.DATE]
    ranked = ((field.name, *one) for field in days for one in enumerate(with_english(field.labels, language)))
    found = ((name, rank, _BEFORE_DAY.fullmatch(fold(text))) for name, rank, text in ranked)
    every = [
        PartedLabel(tuple(m["head"].split()), tuple(m["tail"].split()), name, rank) for name, rank, m in found if m
    ]
    return tuple(sorted(every, key=lambda one: -len(one.tail)))


def before_days(
    words: Sequence[Word], line: Line, labels: Sequence[PartedLabel]
) -> Iterator[tuple[int, int, Mapping[str, int]]]:
    """Where the tails of parted labels stand in a line, each right before a day and behind its head in one sentence:
    the first word, the one behind the last, and what the label means."""
    said = [re.sub(r"^\W+|[\W_]+$", "", fold(words[index].text)) for index in line.words]
    first = 0
    while first < len(said):
        found = next((one for one in labels if _stands(words, line, said, first, one)), None)
        if found:
            yield first, first + len(found.tail), {found.field: found.rank}
        first += len(found.tail) if found else 1


def _stands(words: Sequence[Word], line: Line, said: Sequence[str], first: int, label: PartedLabel) -> bool:
    """Whether the tail of a label stands at a word, a day behind it, and its head before it."""
    end = first + len(label.tail)
    if tuple(said[first:end]) != label.tail:
        return False
    texts = [words[index].text for index in line.words]
    if not any(c.isdigit() for text in texts[end : end + 2] for c in text):
        return False
    start = max((n for n in range(first) if _ENDS_SENTENCE.fullmatch(texts[n])), default=-1) + 1
    start = max(start, first - FARTHEST_PART)
    heads = (tuple(said[n : n + len(label.head)]) == label.head for n in range(start, first - len(label.head)))
    return not any(_OF_DAY.fullmatch(text) for text in texts[max(0, first - 2) : first]) and any(heads)


def is_for_early(words: Sequence[Word], line: Line, first: int) -> bool:
    """Whether the clause around a word of a line gives a discount to who pays by its day."""
    said = {re.sub(r"[\W_]+", "", fold(words[index].text)) for index in _clause(words, line, first)}
    return not said.isdisjoint(_DISCOUNT) and said.isdisjoint(_NO)


def _clause(words: Sequence[Word], line: Line, first: int) -> Sequence[int]:
    """The words around a word of a line, up to where the clause or the text ends."""
    ends = [n + 1 for n in range(len(line.words)) if _ends(words, line, n)]
    start = max((end for end in ends if end <= first), default=0)
    return line.words[start : min((end for end in ends if end > first), default=len(line.words))]


def _ends(words: Sequence[Word], line: Line, at: int) -> bool:
    word, after = words[line.words[at]], words[line.words[min(at + 1, len(line.words) - 1)]]
    return _ENDS_CLAUSE.fullmatch(fold(word.text)) is not None or not stand_together(word, after)
