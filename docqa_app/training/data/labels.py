"""What fields are called: printed labels, names in questions, whole questions, in three languages."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import lru_cache

from docqa_app.training.data.lexicon import table

LANGUAGES = ("en", "de", "fr")
LISTS = ("fields", "particulars_life", "particulars_trade", "particulars_unseen")


@dataclass(frozen=True, slots=True)
class FieldWords:
    """The words for one field.

    The dictionaries are keyed by language; German and French names carry an article.
    """

    name: str
    keys: tuple[str, ...]
    near: frozenset[str]
    printed: dict[str, tuple[str, ...]]
    names: dict[str, tuple[str, ...]]
    asks: dict[str, tuple[str, ...]]
    exact: dict[str, tuple[str, ...]]
    """whole questions that mean this field whatever else is printed"""
    lone: dict[str, tuple[str, ...]]
    """whole questions that mean this field where none of `lone_from` is printed"""
    lone_from: frozenset[str]
    apart: bool
    """whether its exact questions have no answer where only fields near it are printed"""


def _many(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split("|") if part)


def _whole(entry: dict[str, str], sort: str) -> dict[str, tuple[str, ...]]:
    """Language -> whole questions of a sort."""
    return {language: _many(entry.get(f"{language}_{sort}", "")) for language in LANGUAGES}


def _read(name: str, entry: dict[str, str]) -> FieldWords:
    present = [language for language in LANGUAGES if language in entry]
    return FieldWords(
        name,
        _many(entry["key"]),
        frozenset(_many(entry["near"])),
        {language: _many(entry[language]) for language in present},
        {language: _many(entry[f"{language}_name"]) for language in present},
        _whole(entry, "ask"),
        _whole(entry, "ask" if "kinds" in entry else "exact"),  # a particular's questions mean nothing else
        _whole(entry, "lone"),
        frozenset(_many(entry.get("lone", ""))),
        "apart" in entry,
    )


@lru_cache(maxsize=1)
def all_fields() -> dict[str, FieldWords]:
    """Every field and every particular the generator knows, by name."""
    return {name: _read(name, entry) for part in LISTS for name, entry in table(part).items()}


def printed_label(rng: random.Random, name: str, language: str) -> str:
    """A label for this field as a page would print it, without a colon."""
    printed = all_fields()[name].printed
    choice = printed.get(language, printed["en"])
    # the first few are the common ones
    return rng.choice(choice[:4]) if rng.random() < 0.45 else rng.choice(choice)
