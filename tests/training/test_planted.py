"""Errors that are planted in summaries: always wrong, in one sentence, of the kind they say."""

from __future__ import annotations

import random
from typing import Any

import pytest

from docqa_app.training.data.planted import kind_of, plant
from docqa_app.training.data.summing_up import FEWEST, MOST, Told, named_up
from tests.training.bill_fields import FIELDS

PRINTED = " ".join(FIELDS.values()).split()


def line(**changed: str) -> dict[str, Any]:
    fields = {name: text for name, text in (FIELDS | changed).items() if text}
    words = [[word, 0, 0, 0, 0] for text in fields.values() for word in text.split()]
    return {"fields": fields, "words": words}


def told(text: str, *names: str) -> Told:
    return Told(text, 2, {FIELDS[name]: FIELDS[name] for name in names})


@pytest.mark.parametrize("seed", range(12))
def test_one_sentence_is_wrong_and_the_others_are_as_they_were(seed: int) -> None:
    text = "Northgate Paper charges EUR 651.48. Payment is due on 11 April 2025."
    planted = plant(told(text, "seller_name", "total", "due_date"), line(), random.Random(seed))

    assert planted is not None
    right = ("Northgate Paper charges EUR 651.48.", "Payment is due on 11 April 2025.")
    assert planted.sentences[planted.place] != right[planted.place]
    assert planted.sentences[1 - planted.place] == right[1 - planted.place]
    assert planted.wrong in planted.sentences[planted.place]
    assert planted.kind in ("amount", "date", "party", "currency")


def test_a_wrong_value_is_one_of_the_page_where_there_is_another() -> None:
    planted = plant(told("It is due on 11 April 2025.", "due_date"), line(), random.Random(1))

    assert planted is not None
    assert (planted.kind, planted.wrong, planted.swapped) == ("date", "12 March 2025", True)


def test_a_lone_value_has_a_digit_changed() -> None:
    planted = plant(told("It is due on 11 April 2025.", "due_date"), line(invoice_date=""), random.Random(1))

    assert planted is not None
    assert not planted.swapped
    assert planted.wrong != "11 April 2025"
    assert sum(a != b for a, b in zip(planted.wrong, "11 April 2025", strict=True)) == 1


def test_a_currency_becomes_another_and_the_amount_stays() -> None:
    summary = told("The total is EUR 651.48.", "total")
    kinds = [plant(summary, line(), random.Random(seed)) for seed in range(20)]

    currency = [one for one in kinds if one is not None and one.kind == "currency"]
    assert currency
    assert all(one.wrong.endswith(" 651.48") and not one.wrong.startswith("EUR") for one in currency)


def test_a_summary_without_such_values_is_left_alone() -> None:
    assert plant(told("Invoice 2025-0417 came.", "invoice_number"), line(), random.Random(1)) is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("total", "amount"),
        ("due_date", "date"),
        ("date", "date"),
        ("period_to", "date"),
        ("buyer_name", "party"),
        ("iban", ""),
    ],
)
def test_fields_are_of_the_kind_their_name_says(name: str, kind: str) -> None:
    assert kind_of(name) == kind


@pytest.mark.parametrize("seed", range(8))
def test_a_summary_in_the_names_of_fields_says_each_value_once_as_it_is_printed(seed: int) -> None:
    page = line() | {"kind": "invoice", "locale": "en_GB"}

    summary = named_up(page, random.Random(seed))

    assert summary is not None
    assert FEWEST <= summary.sentences == len(summary.values) <= MOST
    assert all(summary.text.count(text) == 1 for text in summary.values.values())
    assert set(summary.values) <= set(FIELDS.values())


def test_a_page_in_a_language_without_names_has_no_such_summary() -> None:
    page = line() | {"kind": "invoice", "locale": "nl_NL"}

    assert named_up(page, random.Random(1)) is None
