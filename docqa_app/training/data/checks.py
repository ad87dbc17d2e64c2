"""Numbers with check digits: bank accounts and VAT ids that pass validation."""

from __future__ import annotations

import random


def digits(rng: random.Random, count: int) -> str:
    """Random digits, the first not zero."""
    return str(rng.randint(1, 9)) + "".join(str(rng.randint(0, 9)) for _ in range(count - 1))


def _mod97(text: str) -> int:
    return int("".join(str(int(sign, 36)) for sign in text)) % 97


def iban(country: str, account: str) -> str:
    """The IBAN of a country's basic account number (ISO 13616)."""
    check = 98 - _mod97(f"{account}{country}00")
    return f"{country}{check:02d}{account}"


def _french_key(account: str) -> str:
    return f"{97 - int(account) * 100 % 97:02d}"


def random_iban(rng: random.Random, country: str) -> str:
    """An IBAN in groups of four."""
    if country == "DE":
        plain = iban("DE", digits(rng, 18))
    elif country == "FR":
        account = digits(rng, 21)
        plain = iban("FR", account + _french_key(account))
    else:
        bank = rng.choice(("BARC", "NWBK", "LOYD", "HBUK", "ABBY"))
        plain = iban("GB", bank + digits(rng, 14))
    return " ".join(plain[n : n + 4] for n in range(0, len(plain), 4))


def german_vat_check(body: str) -> int:
    """The check digit of eight digits (ISO 7064, MOD 11,10)."""
    product = 10
    for sign in body:
        total = (int(sign) + product) % 10 or 10
        product = 2 * total % 11
    return (11 - product) % 10


def french_vat_key(siren: str) -> int:
    """The two-digit key before a SIREN."""
    return (12 + 3 * (int(siren) % 97)) % 97


def luhn_digit(body: str) -> int:
    """The digit that completes a number by Luhn's rule (SIREN, cards)."""
    total = 0
    for place, sign in enumerate(reversed(body)):
        digit = int(sign) * (2 if place % 2 == 0 else 1)
        total += digit - 9 if digit > 9 else digit
    return -total % 10


def siren(rng: random.Random) -> str:
    """A French company number that passes Luhn."""
    body = digits(rng, 8)
    return f"{body}{luhn_digit(body)}"


def british_vat(rng: random.Random) -> str:
    """A GB VAT number whose last two digits check the first seven."""
    body = digits(rng, 7)
    weighted = sum(int(sign) * weight for sign, weight in zip(body, range(8, 1, -1), strict=True))
    check = -weighted % 97
    return f"{body}{check:02d}"


def vat_id(rng: random.Random, country: str) -> str:
    """A VAT id that passes its country's check; other countries' tax numbers have the right form only."""
    if country == "DE":
        body = digits(rng, 8)
        return f"DE{body}{german_vat_check(body)}"
    if country == "FR":
        number = siren(rng)
        return f"FR{french_vat_key(number):02d}{number}"
    if country == "GB":
        number = british_vat(rng)
        return rng.choice((f"GB{number}", f"GB {number[:3]} {number[3:7]} {number[7:]}"))
    return digits(rng, 12)


def foreign_vat_id(rng: random.Random) -> str:
    """A VAT id of some other state of the Union, right in form."""
    country, mask = rng.choice(
        (("ATU", "########"), ("NL", "#########B##"), ("BE0", "#########"), ("IT", "###########"), ("ES", "B########"),
         ("PL", "##########"), ("LU", "########"), ("DK", "########"), ("SE", "############"), ("CZ", "########"))
    )  # fmt: skip
    return country + "".join(digits(rng, 1) if sign == "#" else sign for sign in mask)
