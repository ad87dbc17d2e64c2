"""Numbers and days are written as the clerk's region writes them, and no day can be taken for another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QLocale

from docqa_app.ui.figures import amount, day_form, number, short_day

REGIONS = {"de_DE": "05.03.2024", "en_US": "3/5/2024", "en_GB": "05/03/2024", "C": "2024-03-05"}


@pytest.fixture
def in_region(request: pytest.FixtureRequest) -> Iterator[str]:
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield request.param
    QLocale.setDefault(before)


@pytest.mark.parametrize("in_region", REGIONS, indirect=True)
def test_a_day_has_all_four_figures_of_its_year(in_region: str) -> None:
    assert short_day(date(2024, 3, 5)) == REGIONS[in_region]


def test_no_region_leaves_out_the_century() -> None:
    every = QLocale.matchingLocales(QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, QLocale.Country.AnyCountry)
    assert [locale.name() for locale in every if "y" in (form := day_form(locale)) and "yyyy" not in form] == []


@pytest.mark.parametrize("in_region", ["de_DE"], indirect=True)
def test_amounts_keep_the_decimals_that_were_printed(in_region: str) -> None:
    assert amount(Decimal("1190.50"), "EUR") == "1.190,50 EUR"
    assert amount(Decimal("7"), "") == "7"
    assert amount(None, "EUR") == ""
    assert number(Decimal("0.123456789")) == "0,123457"
