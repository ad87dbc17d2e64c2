"""Whether a field was extracted right: dates and amounts by what they mean, texts by their letters and digits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docqa_app.core.fields import Extraction, FieldType, FieldValue
from docqa_app.core.metrics import anls
from docqa_app.core.spelling import spell
from docqa_app.training.field_case import Case
from docqa_app.values.conventions import Conventions
from docqa_app.values.parse import parse

SHORTEST_NAME = 4
"""Letters of a name that may stand among others in a cell."""


def means(text: str, kind: FieldType, writing: Conventions) -> Any:
    """What a text of the truth means."""
    return parse(text, kind, writing).value


def is_right(value: FieldValue, truth: str, writing: Conventions, around: bool = False) -> bool:
    """Whether a value is the truth's; with `around` a text may say more or less than the truth's name."""
    if value.type is not FieldType.TEXT:
        return any(_means_same(value, part, writing) for part in truth.splitlines())
    said, wanted = _letters(value.text), [_letters(part) for part in (truth, *truth.splitlines())]
    if said in wanted:
        return bool(said)
    return around and any(min(len(said), len(one)) >= SHORTEST_NAME and (one in said or said in one) for one in wanted)


def _means_same(value: FieldValue, truth: str, writing: Conventions) -> bool:
    wanted = means(truth, value.type, writing)
    return value.value == wanted if wanted is not None else _letters(value.text) == _letters(truth)


def _letters(text: str) -> str:
    return spell((text,)).plain


@dataclass(frozen=True, slots=True)
class Judged:
    """A field as it was extracted, and whether it is right; `truth` is "" where the page has none."""

    case: str
    value: FieldValue
    truth: str
    right: bool
    anls: float
    offered: bool
    """whether a right value stands among the readings and alternatives"""


def judged(case: Case, found: Extraction) -> Iterator[Judged]:
    """Every field of which something is known."""
    for value in found.fields:
        truth = case.fields.get(value.name, "")
        if truth:
            right = is_right(value, truth, case.writing)
            offered = right or any(_offers(value, text, truth, case.writing) for text in _offered(value))
            yield Judged(case.id, value, truth, right, anls(value.text, [truth, *truth.splitlines()]), offered)
        elif value.name in case.absent:
            nothing = not value.text
            yield Judged(case.id, value, "", nothing, float(nothing), nothing)


def _offered(value: FieldValue) -> list[str]:
    return [str(one) for one in value.readings] + [one.text for one in value.alternatives]


def _offers(value: FieldValue, text: str, truth: str, writing: Conventions) -> bool:
    if value.type is FieldType.TEXT:
        return _letters(text) == _letters(truth)
    meant = means(truth, value.type, writing)
    return meant is not None and (text == str(meant) or means(text, value.type, writing) == meant)
