"""The keys of a form become fields: a value beside each, weighed against what the model says, and what is ticked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from docqa_app.core.answer import Answer
from docqa_app.core.document import Document, Page, Report
from docqa_app.core.fields import FieldType, FieldValue, State
from docqa_app.core.find import fold
from docqa_app.core.layout import evidence_boxes
from docqa_app.core.ports import Engine
from docqa_app.extracting.bare_keys import bare_pairs
from docqa_app.extracting.pairs import Pair, find_pairs, weighed, without_others
from docqa_app.extracting.ticked_fields import ticked_fields


def pair_fields(document: Document, engine: Engine, doubt_below: float, report: Report) -> tuple[FieldValue, ...]:
    """Every key of a form with its value: what stands beside it and what the model says, surer where they agree;
    groups of boxes to tick behind these, with what is ticked."""
    ticked = [field for page in document.pages for field in ticked_fields(page, doubt_below)]
    taken = {(one.page, fold(one.name)) for one in ticked}
    every = (pair for page in document.pages for pair in _pairs(page))
    pairs = [pair for pair in every if (pair.page, fold(pair.key)) not in taken]
    answers = engine.ask(document, [pair.key for pair in pairs], report=report) if pairs else ()
    own = (without_others(pair, pairs, answer) for pair, answer in zip(pairs, answers, strict=True))
    found = [_pair(document, pair, answer, doubt_below) for pair, answer in zip(pairs, own, strict=True)]
    return _told_apart([*found, *ticked])


def _pairs(page: Page) -> tuple[Pair, ...]:
    """The keys of a page that a colon ends, then the others."""
    keyed = find_pairs(page)
    return *keyed, *bare_pairs(page, keyed)


def _told_apart(values: Iterable[FieldValue]) -> tuple[FieldValue, ...]:
    """Keys that a form prints twice get a number: "Date", "Date (2)"."""
    counts: Counter[str] = Counter()
    apart = []
    for value in values:
        counts[value.name] += 1
        again = counts[value.name]
        apart.append(value if again == 1 else replace(value, name=f"{value.name} ({again})"))
    return tuple(apart)


def _pair(document: Document, pair: Pair, answer: Answer, doubt_below: float) -> FieldValue:
    empty = FieldValue(pair.key, FieldType.TEXT, alternatives=answer.alternatives)
    if not pair.words:
        return empty
    chosen, source = weighed(document.page(pair.page), pair, answer)
    return replace(
        empty,
        text=chosen.text,
        value=chosen.text,
        confidence=chosen.confidence,
        page=chosen.page,
        words=chosen.evidence,
        boxes=evidence_boxes(document.page(chosen.page), chosen.evidence),
        source=source,
        state=State.CONFIDENT if chosen.confidence >= doubt_below else State.CHECK,
    )
