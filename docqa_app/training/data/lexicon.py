"""The words pages are made of, kept as plain files beside the code."""

from __future__ import annotations

import lzma
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any


@lru_cache(maxsize=16)
def table(name: str) -> dict[str, Any]:
    """A TOML file of this room; a long one is packed (.xz)."""
    room = files(__package__)
    plain, packed = (room.joinpath(f"{name}.toml{end}") for end in ("", ".xz"))
    text = plain.read_bytes() if plain.is_file() else lzma.decompress(packed.read_bytes())
    return tomllib.loads(text.decode("utf-8"))


def _section(name: str) -> dict[str, Any]:
    part = table("lexicon")
    for step in name.split("."):
        part = part[step]
    return part


def flat(name: str) -> tuple[str, ...]:
    """Words that are the same in every language."""
    return tuple(_section(name)["all"])


def texts(name: str) -> dict[str, tuple[str, ...]]:
    """Language -> words."""
    return {language: tuple(words) for language, words in _section(name).items()}


def headings(name: str) -> dict[str, dict[str, tuple[str, ...]]]:
    """Language -> key -> words."""
    return {language: {key: tuple(words) for key, words in part.items()} for language, part in _section(name).items()}


def pairs(name: str) -> dict[str, dict[str, str]]:
    """Language -> key -> one text."""
    return _section(name)
