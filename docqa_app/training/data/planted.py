"""Errors planted in a page's summary: an amount, a date, a party or a currency said wrong in one sentence.

A wrong value is one that stands elsewhere on the page where there is such a one (the hard case: swapped), else the
right one with a digit or a name changed.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from docqa_app.summarizing.sentences import sentences_in
from docqa_app.training.data.summing_up import Told
from docqa_app.training.printed import printed

AMOUNTS = frozenset(
    ("total", "net_total", "tax_total", "gross_amount", "net_amount", "cash", "change", "discount", "shipping")
)
PARTIES = frozenset(("seller_name", "buyer_name", "ship_to_name", "advertiser", "agency", "holder", "signatory"))
CURRENCIES = ("EUR", "USD", "GBP", "CHF", "€", "$", "£", "RM")
STRANGERS = ("Northgate Paper Ltd", "Hansen & Söhne GmbH", "Blue Harbour LLC", "Moreau et Fils SARL")

_CURRENCY = re.compile("|".join(re.escape(one) for one in CURRENCIES))


@dataclass(frozen=True, slots=True)
class Planted:
    """A summary whose sentence at `place` (from 0) is wrong, the wrong value and its kind.

    `swapped` tells that the wrong value stands elsewhere on the page.
    """

    sentences: tuple[str, ...]
    place: int
    kind: str
    wrong: str
    swapped: bool


def plant(told: Told, line: Mapping[str, Any], rng: random.Random) -> Planted | None:
    """One error in one sentence, drawn by lot; None where the summary has no value that can be said wrong."""
    names = {line["fields"][name]: name for name in line["fields"]}
    values = [(kind_of(names.get(true, "")), text) for true, text in told.values.items()]
    values += [("currency", text) for kind, text in values if kind == "amount" and _CURRENCY.search(text)]
    chances = [(kind, text) for kind, text in values if kind and told.text.count(text) == 1]
    rng.shuffle(chances)
    for kind, text in chances:
        wrong, swapped = _wrong(kind, text, line, rng)
        if wrong and wrong != text:
            return _planted(told.text, text, kind, wrong, swapped)
    return None


def _planted(summary: str, right: str, kind: str, wrong: str, swapped: bool) -> Planted | None:
    sentences = sentences_in(summary)
    place = next((place for place, sentence in enumerate(sentences) if right in sentence), None)
    if place is None:
        return None
    changed = (*sentences[:place], sentences[place].replace(right, wrong), *sentences[place + 1 :])
    return Planted(changed, place, kind, wrong, swapped)


def kind_of(name: str) -> str:
    """What a field of the generator holds: "amount", "date", "party" or "" (nothing that is planted)."""
    if name in AMOUNTS:
        return "amount"
    if name == "date" or name.endswith("_date") or re.fullmatch(r"(period|flight)_(from|to)", name):
        return "date"
    return "party" if name in PARTIES else ""


def _wrong(kind: str, text: str, line: Mapping[str, Any], rng: random.Random) -> tuple[str, bool]:
    """Another value of this kind, and whether it stands on the page."""
    if kind == "currency":
        return _other_currency(text, rng), False
    others = [other for other in _on_page(kind, line) if other not in text and text not in other]
    if others:
        return rng.choice(others), True
    return (rng.choice(STRANGERS) if kind == "party" else _other_digit(text, rng)), False


def _other_currency(text: str, rng: random.Random) -> str:
    """The first currency made another: a code a code, a sign a sign."""
    said = _CURRENCY.search(text)
    if said is None:
        return ""
    others = [one for one in CURRENCIES if one != said[0] and one.isalpha() == said[0].isalpha()]
    return text[: said.start()] + rng.choice(others) + text[said.end() :]


def _on_page(kind: str, line: Mapping[str, Any]) -> list[str]:
    words: Sequence[str] = [word[0] for word in line["words"]]
    texts = [text for name, text in line["fields"].items() if kind_of(name) == kind]
    return [found[0].rstrip(".,;: ") for text in texts if (found := printed(text, words))]


def _other_digit(text: str, rng: random.Random) -> str:
    """The text with one digit, not the first, made another; "" where it has fewer than two."""
    places = [place for place, character in enumerate(text) if character.isdigit()][1:]
    if not places:
        return ""
    place = rng.choice(places)
    digit = rng.choice([one for one in "0123456789" if one != text[place]])
    return f"{text[:place]}{digit}{text[place + 1 :]}"
