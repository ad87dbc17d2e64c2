"""Texts to draw: what tills and invoices of many countries print beside words, and words, alone and side by side."""

from __future__ import annotations

import lzma
import random
from functools import cache
from pathlib import Path
from string import ascii_lowercase, ascii_uppercase

PAPERS = Path(__file__).parents[1] / "data" / "written_papers" / "papers.txt.xz"
LONGEST = 48
STRANGE, FOREIGN = 0.4, 0.15  # shares: of a made-up word's signs that are drawn by lot, of words with foreign letters
SMALL, CAPITAL, DIGITS = ascii_lowercase + "äöüßéèàç", ascii_uppercase + "ÄÖÜ", "0123456789"
MONTHS = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    "JAN", "MAR", "OCT", "DEC", "Mai", "Okt", "Dez", "janv.", "mars",
)  # fmt: skip
DECIMALS = ((".", ""), (".", ","), (",", ""), (",", "."), (",", ""), (".", ""))
BEFORE = ("$", "€", "£", "RM", "EUR ", "€ ", "RM ", "$ ")
BEHIND = (" €", " EUR", "€", " A", " B", "A", " *", " T", " F", "-", " 1", " 2", " SR")
RATES = (
    "5%", "7%", "10%", "19%", "20%", "21%", "8.5%", "5.5%", "6%",
    "7,00 %", "19,00 %", "20.00 %", "5,5 %", "10,0 %",
)  # fmt: skip


def drawn_text(rng: random.Random) -> str:
    """An amount, a day, a time, a code, words, made-up ones, or two or three of these."""
    share = rng.random()
    for below, kind in ((0.16, amount), (0.22, day), (0.25, time), (0.35, code), (0.65, words), (0.8, strange_words)):
        if share < below:
            return kind(rng)
    kinds = (amount, day, time, code, words, words, strange_words)
    return " ".join(rng.choice(kinds)(rng) for _ in range(rng.randint(2, 3)))[:LONGEST].strip()


def amount(rng: random.Random) -> str:
    decimal, thousands = rng.choice(DECIMALS)
    most = rng.choice((10, 100, 100, 1000, 20000))
    whole, cents = f"{rng.uniform(0, most):,.2f}".split(".")
    text = whole.replace(",", thousands) + decimal + cents
    share = rng.random()
    if share < 0.12:
        return rng.choice(BEFORE) + text
    if share < 0.3:
        return text + rng.choice(BEHIND)
    return f"-{text}" if share < 0.34 else text


def day(rng: random.Random) -> str:
    day, month, year = rng.randint(1, 31), rng.randint(1, 12), rng.randint(2005, 2026)
    mark, short = rng.choice("./-"), rng.choice((str(year), f"{year % 100:02d}"))
    others = (
        f"{year}-{month:02d}-{day:02d}",
        f"{day} {rng.choice(MONTHS)} {short}",
        f"{rng.choice(MONTHS)} {day}, {year}",
        f"{month}/{day}/{short}",
    )
    return f"{day:02d}{mark}{month:02d}{mark}{short}" if rng.random() < 0.6 else rng.choice(others)


def time(rng: random.Random) -> str:
    seconds = rng.choice(("", f":{rng.randint(0, 59):02d}"))
    return f"{rng.randint(0, 23):02d}:{rng.randint(0, 59):02d}{seconds}" + rng.choice(
        ("", "", "", " Uhr", "PM", " AM", " h")
    )


def code(rng: random.Random) -> str:
    """A number of something: of an article, a bill, a telephone, a house, a count, a weight, a rate."""

    def digits(count: int) -> str:
        return "".join(rng.choice(DIGITS) for _ in range(count))

    return rng.choice(
        (
            digits(rng.randint(1, 13)), f"#{digits(rng.randint(3, 8))}", f"DE{digits(9)}",
            rng.choice("ABCDEFGHKLMNPRSTVWXZ") + digits(rng.randint(2, 9)), f"{digits(3)}-{digits(3)}-{digits(4)}",
            f"0{digits(3)}/{digits(6)}", f"({digits(3)}) {digits(3)}-{digits(4)}",
            " ".join(digits(4) for _ in range(3)),
            f"{digits(5)} {rng.choice(rng.choice(_papers()))}", f"{rng.randint(1, 20)} x", f"{rng.randint(1, 9)}x",
            f"{rng.uniform(0, 3):.3f}".replace(".", rng.choice(".,")) + rng.choice((" kg", "", "kg")),
            rng.choice(RATES),
        )
    )  # fmt: skip


def words(rng: random.Random) -> str:
    line, count = rng.choice(_papers()), rng.randint(1, 5)
    begin = rng.randrange(max(1, len(line) - count + 1))
    text = " ".join(line[begin : begin + count])[:LONGEST].strip()
    return text.upper() if rng.random() < 0.35 and "ß" not in text else text


def strange_words(rng: random.Random) -> str:
    """Words that no language has, so that letters are read and not guessed: some of their signs are others."""
    some = [_strange(word, rng) for word in words(rng).split()[:3]]
    return rng.choice((" ", " ", " ", "-", "/", " & ", ".")).join(some)[:LONGEST].strip()


def _strange(word: str, rng: random.Random) -> str:
    foreign = rng.random() < FOREIGN
    small, capital = (ascii_lowercase, ascii_uppercase) if not foreign else (SMALL, CAPITAL)
    kinds = [next((kind for kind in (small, capital, DIGITS) if sign in kind), sign) for sign in word]
    made = (rng.choice(kind) if rng.random() < STRANGE else sign for sign, kind in zip(word, kinds, strict=True))
    return rng.choice(("", "", "", "", "(", '"')) + "".join(made) + rng.choice(("", "", "", ":", ",", ")", "."))


@cache
def _papers() -> list[list[str]]:
    """Words of lines of the papers that were written for training, without their marks."""
    lines = lzma.decompress(PAPERS.read_bytes()).decode("utf-8").splitlines()
    texts = [line[2:].replace("|", " ").split() for line in lines if line[:2] in ("T ", "H ", "L ", "R ")]
    return [text for text in texts if text]
