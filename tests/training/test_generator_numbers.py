"""Numbers with check digits on generated pages pass their checks."""

from __future__ import annotations

import random

import pytest

from docqa_app.training.data import checks
from docqa_app.training.data.content import LOCALES, World
from docqa_app.training.data.generate import draw_page
from docqa_app.training.data.printing import DateStyle, MoneyStyle
from docqa_app.training.data.sales import lines, sums
from docqa_app.values.checksums import iban_ok


@pytest.mark.parametrize("country", ["DE", "FR", "GB"])
def test_ibans_pass_their_check_and_fail_with_a_digit_changed(country: str) -> None:
    text = checks.random_iban(random.Random(1), country)
    assert iban_ok(text)
    last = str((int(text[-1]) + 1) % 10)
    assert not iban_ok(text[:-1] + last)


def test_known_numbers_have_their_known_check_digits() -> None:
    assert checks.iban("DE", "370400440532013000") == "DE89370400440532013000"
    assert checks.german_vat_check("13669597") == 6
    assert checks.luhn_digit("7992739871") == 3
    assert checks.french_vat_key("404833048") == 83


def test_every_iban_on_a_page_is_valid() -> None:
    printed = [draft.value("iban") for draft in (draw_page(seed, "invoice", "de_DE") for seed in range(8))]
    assert any(printed)
    assert all(iban_ok(text) for text in printed if text)


def test_money_and_days_are_printed_in_the_manner_of_the_page() -> None:
    assert MoneyStyle(".", ",", "", " €", "EUR").text(1234567) == "12.345,67 €"
    assert MoneyStyle(",", ".", "$", "", "USD").text(-50) == "$-0.50"
    assert (
        DateStyle("{d}. {B} {y}", "de").text(World(random.Random(0), "de_DE").day().replace(2020, 3, 5))
        == "5. März 2020"
    )


@pytest.mark.parametrize("locale", LOCALES)
def test_sums_agree_with_their_lines(locale: str) -> None:
    world = World(random.Random(4), locale)
    goods = lines(world, 5)
    result = sums(world, goods)
    assert result.goods == sum(line.quantity * line.price for line in goods)
    assert result.total == result.goods - result.discount + result.shipping + result.tax
    assert result.due == result.total - result.deposit
