"""IBAN and VAT numbers are checked, and found among a page's words however they are parted."""

from __future__ import annotations

import pytest

from docqa_app.values.checksums import find_ibans, find_vat_ids, iban_ok, vat_ok

IBAN = "DE02120300000000202051"


def test_an_iban_with_a_misread_digit_fails() -> None:
    assert iban_ok("DE02 1203 0000 0000 2020 51")
    assert not iban_ok("DE02 1203 0000 0000 2020 57")


@pytest.mark.parametrize(
    "text", ["DE136695976", "FR 11 999999998", "ATU13585627", "CHE-107.787.577 MWST", "GB980780684"]
)
def test_vat_numbers_of_europe_are_checked(text: str) -> None:
    assert vat_ok(text)


@pytest.mark.parametrize("text", ["51 824 753 556", "81174 4200 RT0001", "33AABFS4471K1Z4", "CHE-114.477.202"])
def test_tax_numbers_of_australia_canada_india_and_swiss_ones_without_their_ending_are_checked(text: str) -> None:
    assert vat_ok(text)
    assert not vat_ok(text.replace("4", "5", 1))


def test_tax_numbers_of_singapore_are_checked_where_they_can_be() -> None:
    assert vat_ok("M90361774X")
    assert vat_ok("197401143C")
    assert not vat_ok("197401144C")


def test_a_vat_number_with_a_misread_digit_fails() -> None:
    assert not vat_ok("DE136695979")


@pytest.mark.parametrize("printed", ["IBAN: DE02 1203 0000 0000 2020 51 BIC", f"IBAN:{IBAN}", f"Konto {IBAN}, Bank"])
def test_an_iban_is_found_however_it_is_parted(printed: str) -> None:
    ((number, words),) = find_ibans(printed.split())
    assert number == IBAN
    assert all(printed.split()[index] in printed for index in words)


def test_the_words_of_an_iban_are_those_it_is_printed_in() -> None:
    assert find_ibans(["an", "DE02", "1203", "0000", "0000", "2020", "51", "bis"]) == ((IBAN, (1, 2, 3, 4, 5, 6)),)


def test_a_vat_number_is_found_in_two_words() -> None:
    assert find_vat_ids(["USt-IdNr.", "DE", "136695976", "HRB", "1234"]) == (("DE136695976", (1, 2)),)


def test_words_are_not_taken_for_numbers() -> None:
    assert find_vat_ids(["DEAR", "customer", "DE", "thanks", "for", "2024"]) == ()
    assert find_ibans(["Invoice", "IN", "2024", "0001"]) == ()


def test_a_canadian_account_is_found_in_its_groups() -> None:
    assert find_vat_ids(["GST", "12345", "6782", "RT0001", "Net", "15"]) == (("123456782RT0001", (1, 2, 3)),)


def test_a_flat_rate_is_no_polish_number() -> None:
    assert find_vat_ids(["1", "pl", "526", "025", "02", "74"]) == ()
    assert find_vat_ids(["PL", "526", "025", "02", "74"]) == (("PL5260250274", (0, 1, 2, 3, 4)),)


def test_a_sign_behind_a_number_is_none_of_its_words() -> None:
    words = ["DE02", "1203", "0000", "0000", "2020", "51", "-"]
    assert find_ibans(words) == (("DE02120300000000202051", (0, 1, 2, 3, 4, 5)),)


def test_an_iban_of_a_bank_that_no_list_knows_passes_where_its_check_digits_are_right() -> None:
    assert iban_ok("BE68 5390 0754 7034")
    assert not iban_ok("BE68 5390 0754 7035")
    assert not iban_ok("XX68 5390 0754 7034")
