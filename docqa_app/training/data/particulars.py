"""What documents of one trade tell and others do not: a meter's number, the nights of a stay, why goods came back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from docqa_app.training.data.content import World
from docqa_app.training.data.filling import fill
from docqa_app.training.data.labels import LANGUAGES, LISTS
from docqa_app.training.data.lexicon import table

UNSEEN = "particulars_unseen"
_SLOT = re.compile(r"\{(\w+)(?::(\d+)-(\d+))?\}")
_SORTS = {"day": "day", "time": "clock", "amount": "money", "person": "person", "company": "company", "city": "city",
          "street": "street", "code": "code"}  # fmt: skip
"""A slot of a value and the sort of filling that goes there."""


@dataclass(frozen=True, slots=True)
class Particular:
    """One such thing: the kinds of page it may stand on, and by language its values and what says it in running text.

    A value has slots such as `{day}` and `{int:1-40}`, # for a digit and ? for a capital letter. An `unseen` one stands
    on no page to learn from: it shows what is made of what was not taught.
    """

    name: str
    kinds: frozenset[str]
    values: dict[str, tuple[str, ...]]
    said: dict[str, tuple[str, ...]]
    unseen: bool


@lru_cache(maxsize=1)
def all_particulars() -> dict[str, Particular]:
    """Every particular the generator knows, by name."""
    return {name: _read(name, entry, part == UNSEEN) for part in LISTS[1:] for name, entry in table(part).items()}


def _read(name: str, entry: dict[str, str], unseen: bool) -> Particular:
    values = {language: entry.get(f"{language}_value", entry.get("value", "")) for language in LANGUAGES}
    said = {language: tuple(entry[f"{language}_said"].split("|")) for language in LANGUAGES}
    parted = {language: tuple(text.split("|")) for language, text in values.items()}
    return Particular(name, frozenset(entry["kinds"].split()), parted, said, unseen)


def value_of(world: World, particular: Particular) -> str:
    """A value of it as this world prints such."""
    mask = world.rng.choice(particular.values[world.language])
    parts = re.split(r"(\{[^}]*\})", mask)
    return "".join(_filled(world, part) if part.startswith("{") else world.hashes(part) for part in parts)


def _filled(world: World, slot: str) -> str:
    found = _SLOT.fullmatch(slot)
    assert found is not None, slot
    name, low, high = found.groups()
    if name == "int":
        return str(world.rng.randint(int(low), int(high)))
    if name == "dec":
        return world.money.number(world.rng.randint(int(low) * 100, int(high) * 100))
    return fill(world, _SORTS[name])
