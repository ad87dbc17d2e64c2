"""Invoices drawn in many manners: who sells, who pays, which sum is which, in the house's own words."""

from __future__ import annotations

import random
import re

import pytest

from docqa_app.training.data.content import LOCALES, World
from docqa_app.training.data.deals import strike
from docqa_app.training.data.draft import Draft
from docqa_app.training.data.generate import draw_page
from docqa_app.training.data.labels import all_fields
from docqa_app.training.data.layouts import banner_invoice, ledger_invoice, letter_invoice, listed_invoice
from docqa_app.training.data.layouts.invoice_sums import sum_entries
from docqa_app.training.data.noise import Noise
from docqa_app.training.data.questions import ask
from docqa_app.training.data.sales import lines, settled
from docqa_app.training.data.sample import finish
from docqa_app.training.data.sheets import blank
from docqa_app.training.data.telling import tellable, told

MANNERS = {
    "letter": letter_invoice.draw,
    "banner": banner_invoice.draw,
    "listed": listed_invoice.draw,
    "ledger": ledger_invoice.draw,
    "prose": lambda draft: letter_invoice.draw(draft, prose=True),
}


def empty_page(seed: int, locale: str = "de_DE") -> Draft:
    rng = random.Random(seed)
    return blank(rng, World(rng, locale), "invoice", locale, 1.1)


def drawn(manner: str, seed: int, locale: str) -> Draft:
    draft = empty_page(seed, locale)
    MANNERS[manner](draft)
    return draft


def test_a_value_told_in_a_sentence_is_known_by_its_own_words() -> None:
    draft = empty_page(1)
    values = {"due_date": "5. März 2021", "iban": "DE89 3704 0044 0532 0130 00"}
    told(draft, 40, 40, 200, "Zahlbar bis {due_date}, Konto {iban}.", values)
    assert draft.value("due_date") == "5. März 2021"
    spelled = [draft.canvas.marks[n].text for n in draft.facts["iban"].words]
    assert " ".join(spelled) == "DE89 3704 0044 0532 0130 00."


def test_a_sentence_is_told_only_where_all_its_values_are() -> None:
    assert tellable(["Pay by {due_date}.", "Pay {total}."], {"due_date": "1 May", "total": ""}) == [
        "Pay by {due_date}."
    ]


@pytest.mark.parametrize("manner", MANNERS)
@pytest.mark.parametrize("locale", ["de_DE", "fr_FR", "en_GB"])
def test_every_manner_tells_what_its_words_spell(manner: str, locale: str) -> None:
    for seed in range(3):
        draft = drawn(manner, seed, locale)
        for name, fact in draft.facts.items():
            spelled = " ".join(draft.canvas.marks[n].text for n in fact.words)
            assert spelled.strip(".,:;()") == fact.text.strip(".,:;()"), name


@pytest.mark.parametrize("manner", MANNERS)
def test_seller_and_buyer_are_told_apart(manner: str) -> None:
    pages = [drawn(manner, seed, "de_DE") for seed in range(6)]
    both = [draft for draft in pages if draft.value("seller_name") and draft.value("buyer_name")]
    assert both
    assert all(draft.value("seller_name") != draft.value("buyer_name") for draft in both)


@pytest.mark.parametrize("locale", LOCALES)
def test_taxes_by_rate_add_up_to_the_sums(locale: str) -> None:
    for seed in range(8):
        world = World(random.Random(seed), locale)
        goods, sums = settled(world, lines(world, 4))
        assert sums.goods == sum(line.total for line in goods)
        assert sums.net == sum(part.base for part in sums.parts) == sums.goods - sums.discount + sums.shipping
        assert sums.tax == sum(part.tax for part in sums.parts)
        assert sums.total == sums.net + sums.tax
        assert sums.turned().due == -sums.due


def test_a_total_that_is_not_what_is_due_does_not_ask_for_the_money() -> None:
    for seed in range(40):
        draft = empty_page(seed)
        labels = {item.name: item.label for item in sum_entries(draft, strike(draft.world).sums)}
        if "balance_due" in labels:
            assert not re.search("zahl|fällig|offen", labels["total"], re.IGNORECASE)


def test_the_seller_is_asked_for_by_questions_that_no_other_party_answers() -> None:
    exact = {q.casefold() for q in all_fields()["seller_name"].exact["de"]}
    asked = {
        qa.question.casefold(): (draft.value("seller_name"), qa.answers)
        for draft in (draw_page(seed, "invoice", "de_DE") for seed in range(14))
        for qa in ask(draft)
        if qa.answers
    }
    found = [truth for question, truth in asked.items() if question in exact]
    assert found
    assert all(answers[0] == name for name, answers in found)


def test_the_buyers_vat_id_is_asked_in_vain_beside_the_sellers() -> None:
    exact = {q.casefold() for language in ("en", "de") for q in all_fields()["buyer_vat_id"].exact[language]}
    vain = [
        qa
        for draft in (draw_page(seed, "invoice", "de_DE") for seed in range(14))
        if draft.value("seller_vat_id") and not draft.value("buyer_vat_id")
        for qa in ask(draft)
        if qa.question.casefold() in exact
    ]
    assert vain
    assert not any(qa.answers for qa in vain)


def test_a_first_page_has_lines_but_no_total() -> None:
    pages = [drawn(manner, seed, "en_GB") for manner in ("letter", "listed", "ledger") for seed in range(12)]
    firsts = [draft for draft in pages if draft.tables and not draft.value("total")]
    assert firsts
    sample = finish(firsts[0], ask(firsts[0]), Noise())
    assert sample.rows
    assert "total" not in sample.fields
