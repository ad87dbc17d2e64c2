"""Particulars of trades: their lists are whole, their values filled, and pages tell them in words that are known."""

from __future__ import annotations

import random

import pytest

from docqa_app.training.data.content import World
from docqa_app.training.data.generate import draw_page, generate_page
from docqa_app.training.data.labels import LANGUAGES, all_fields
from docqa_app.training.data.layouts.particulars import tell_particulars
from docqa_app.training.data.particulars import all_particulars, value_of

LOCALE = {"en": "en_GB", "de": "de_DE", "fr": "fr_FR"}


def test_no_particular_bears_the_name_of_a_field_or_of_another_one() -> None:
    assert len(all_fields()) == len(all_particulars()) + len(all_fields().keys() - all_particulars().keys())
    assert len(all_particulars()) > 250


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_particular_says_its_value_once_and_fills_all_slots(language: str) -> None:
    world = World(random.Random(3), LOCALE[language])
    for one in all_particulars().values():
        assert all(text.count("{v}") == 1 for text in one.said[language]), one.name
        for _ in range(6):
            value = value_of(world, one)
            assert value.strip() == value != "", one.name
            assert not set(value) & set("{}#?|"), (one.name, value)


def test_a_particular_that_a_sentence_tells_is_known_by_its_words() -> None:
    draft = draw_page(5, "letter", "de_DE")
    before = set(draft.facts)
    tell_particulars(draft, draft.margin, 300, draft.inner, lowest=600, counts=(4,))
    told = set(draft.facts) - before
    assert len(told) == 4
    for name in told:
        fact = draft.facts[name]
        printed = " ".join(draft.canvas.marks[n].text for n in fact.words)
        assert fact.text in printed
        assert len(printed) <= len(fact.text) + 3


def test_pages_of_many_kinds_are_asked_for_particulars() -> None:
    for kind in ("invoice", "receipt", "letter"):
        pages = [generate_page(seed, kind) for seed in range(40, 52)]
        assert sum(bool(page.fields.keys() & all_particulars().keys()) for page in pages) >= 6


def test_pages_to_learn_from_tell_no_particular_that_measures_what_was_not_taught() -> None:
    unseen = {name for name, one in all_particulars().items() if one.unseen}
    assert len(unseen) > 50
    asked = {question.casefold() for name in unseen for question in all_fields()[name].asks["en"]}
    for seed in range(60, 72):
        page = generate_page(seed)
        assert not unseen & page.fields.keys()
        assert not asked & {qa.question.casefold() for qa in page.questions}


def test_a_strange_page_is_asked_for_such_particulars_alone_and_as_many_in_vain() -> None:
    pages = [generate_page(seed, "invoice", strange=True) for seed in range(80, 92)]
    unseen = {name for name, one in all_particulars().items() if one.unseen}
    assert all(not unseen.isdisjoint(page.fields) for page in pages if page.questions)
    told = [qa for page in pages for qa in page.questions if qa.answers]
    in_vain = [qa for page in pages for qa in page.questions if not qa.answers]
    assert len(told) > 20
    assert len(in_vain) >= 0.8 * len(told)
