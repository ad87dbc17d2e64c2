"""What a drawn page tells in two to five sentences, made of its fields: who, what, how much, when."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from docqa_app.training.data.lexicon import table
from docqa_app.training.printed import printed

FEWEST, MOST = 2, 5
_FIELD = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Told:
    """A summary of so many sentences; `values` maps each field's true text to the text as the page prints it."""

    text: str
    sentences: int
    values: dict[str, str]


def summed_up(line: dict[str, Any], rng: random.Random) -> Told | None:
    """A summary of a generated page in its own language; None where its kind or its fields allow none."""
    language = line["locale"][:2]
    groups = table("summaries").get(language, {}).get(line["kind"])
    if not groups:
        return None
    values = _as_read(line)
    sentences = _sentences(groups, values, rng)
    if len(sentences) < FEWEST:
        return None
    used = {name for sentence in sentences for name in _FIELD.findall(sentence)}
    text = " ".join(sentence.format(**values) for sentence in sentences)
    return Told(text, len(sentences), {line["fields"][name]: values[name] for name in used})


def _as_read(line: dict[str, Any]) -> dict[str, str]:
    """The fields as the page's words spell them; those that were not read are left out."""
    texts = [word[0] for word in line["words"]]
    found = {name: printed(text, texts) for name, text in line["fields"].items() if text and len(text) <= 80}
    return {name: told[0].rstrip(".,;: ") for name, told in found.items() if told and told[0].strip(".,;: ")}


def _sentences(groups: Sequence[Sequence[str]], values: dict[str, str], rng: random.Random) -> list[str]:
    """One sentence of each group, in order, until enough is told; a field is told once where that is possible."""
    wanted, told, sentences = rng.randint(FEWEST, MOST), set[str](), list[str]()
    for group in groups:
        fitting = [s for s in group if set(_FIELD.findall(s)) <= values.keys()]
        fresh = [s for s in fitting if not told & set(_FIELD.findall(s))]
        news = fresh or [s for s in fitting if set(_FIELD.findall(s)) - told]
        if news:
            sentences.append(rng.choice(news))
            told |= set(_FIELD.findall(sentences[-1]))
        if len(sentences) == wanted:
            break
    return sentences
