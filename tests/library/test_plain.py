"""Values come back from JSON as they were."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as some

from docqa_app.core.answer import Candidate
from docqa_app.core.changes import Patch, WordText
from docqa_app.core.document import Box
from docqa_app.core.fields import (
    Concern,
    Disagreement,
    Extraction,
    FieldType,
    FieldValue,
    LineItem,
    RuleResult,
    Source,
    State,
)
from docqa_app.core.suppliers import Supplier
from docqa_app.library.plain import from_json, to_json

shares = some.floats(0, 1)
texts = some.text(some.characters(), max_size=6)  # halves of characters among them
boxes = some.builds(Box, shares, shares, shares, shares)
meant = some.one_of(texts, some.decimals(allow_nan=False), some.dates(), some.booleans())
candidates = some.builds(Candidate, texts, shares, some.integers(1, 9), some.tuples(some.integers(0, 99)))
values = some.builds(
    FieldValue,
    texts,
    some.sampled_from(FieldType),
    texts,
    some.none() | meant,
    shares,
    some.none() | some.integers(1, 9),
    some.lists(some.integers(0, 99), max_size=3).map(tuple),
    some.lists(boxes, max_size=2).map(tuple),
    some.sampled_from(Source),
    some.sampled_from(State),
    some.lists(meant, max_size=2).map(tuple),
    some.lists(candidates, max_size=2).map(tuple),
    texts,
)
rules = some.builds(RuleResult, texts, some.booleans(), texts, some.tuples(some.builds(Concern, texts, some.none())))
extractions = some.builds(
    Extraction,
    texts,
    texts,
    texts,
    some.lists(values, max_size=3).map(tuple),
    some.lists(some.builds(LineItem, some.tuples(values)), max_size=2).map(tuple),
    some.lists(rules, max_size=2).map(tuple),
    some.lists(some.builds(Disagreement, texts, texts, texts), max_size=1).map(tuple),
    some.tuples(texts),
    texts,
)


@given(extractions)
def test_an_extraction_is_what_it_was(found: Extraction) -> None:
    again = from_json(Extraction, to_json(found))

    assert again == found
    kinds = [type(value.value) for value in found.values()]
    assert [type(value.value) for value in again.values()] == kinds


def test_amounts_keep_the_decimals_that_were_printed() -> None:
    value = FieldValue("total", FieldType.AMOUNT, "5,00", Decimal("5.00"))

    assert str(from_json(FieldValue, to_json(value)).value) == "5.00"


def test_an_untouched_part_of_a_patch_stays_untouched_and_an_emptied_one_empty() -> None:
    untouched = Patch(words=(WordText(1, 2, "x", 0.5),))
    emptied = Patch(line_items=(), rules=(), accepted=False)

    assert from_json(Patch, to_json(untouched)) == untouched
    assert from_json(Patch, to_json(emptied)) == emptied


def test_sets_are_sets_again() -> None:
    supplier = Supplier("Werft", "DE1", frozenset(("konto", "bank")))

    assert from_json(Supplier, to_json(supplier)) == supplier


def test_what_a_newer_form_adds_is_passed_over() -> None:
    value = FieldValue("due_date", FieldType.DATE, "1.2.24", date(2024, 2, 1))
    newer = json.loads(to_json(value)) | {"colour": "red"}

    assert from_json(FieldValue, json.dumps(newer)) == value
