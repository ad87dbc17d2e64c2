"""What a drawn page tells in two to five sentences, made of its fields: who, what, how much, when."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from docqa_app.training.data.asking import bare
from docqa_app.training.data.labels import all_fields
from docqa_app.training.data.lexicon import table
from docqa_app.training.printed import Found, printed

FEWEST, MOST = 2, 5
TAUGHT, UNSEEN, NAMED, BLIND = "summaries", "summaries_unseen", "named", "summaries_blind"
FRESH = "summaries_fresh"
_FIELD = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Told:
    """A summary of so many sentences; `values` maps each field's true text to the text as the page prints it."""

    text: str
    sentences: int
    values: dict[str, str]


def summed_up(line: dict[str, Any], rng: random.Random, worded: str = TAUGHT) -> Told | None:
    """A summary of a generated page in its own language; None where its kind or its fields allow none.

    `worded`: the table of sentences, TAUGHT, UNSEEN, BLIND or FRESH.
    """
    values = {name: found[0] for name, found in as_read(line).items()}
    sentences = _sentences(_groups(line, worded), values, rng)
    if len(sentences) < FEWEST:
        return None
    used = {name for sentence in sentences for name in fields_of(sentence)}
    text = " ".join(sentence.format(**values) for sentence in sentences)
    return Told(text, len(sentences), {line["fields"][name]: values[name] for name in sorted(used)})


def wordings(line: Mapping[str, Any], names: Mapping[str, object]) -> list[str]:
    """Every sentence, fields in braces, that these fields of the page can fill."""
    return [sentence for group in _groups(line, TAUGHT) for sentence in group if fields_of(sentence) <= names.keys()]


def named_wording(line: Mapping[str, Any], names: Sequence[str], rng: random.Random) -> str:
    """A sentence, its field in braces, that calls one of these fields by a name in the page's language; "" where none
    has a name there."""
    language = line["locale"][:2]
    known = [name for name in names if all_fields()[name].names.get(language)]
    if not known:
        return ""
    field = rng.choice(known)
    name = rng.choice(all_fields()[field].names[language]).replace("{doc}", line["kind"])
    frame = rng.choice(table(TAUGHT)[language]["named"]["frames"])
    forms = {"name": name, "Name": name[:1].upper() + name[1:], "bare": bare(name), "Bare": bare(name)}
    return str(frame.format(value=f"{{{field}}}", **forms))


def named_up(line: Mapping[str, Any], rng: random.Random) -> Told | None:
    """A summary that calls as many fields by their names; None where fewer than FEWEST have any."""
    values = {name: found[0] for name, found in as_read(line).items()}
    names = rng.sample(sorted(values), len(values))
    worded = [(name, said) for name in names if (said := named_wording(line, [name], rng))][: rng.randint(FEWEST, MOST)]
    if len(worded) < FEWEST:
        return None
    text = " ".join(said.format(**values) for _, said in worded)
    return Told(text, len(worded), {line["fields"][name]: values[name] for name, _ in worded})


def fields_of(sentence: str) -> set[str]:
    """The fields that a sentence names in braces."""
    return set(_FIELD.findall(sentence))


def as_read(line: Mapping[str, Any]) -> dict[str, Found]:
    """The fields as the page's words spell them, with these words; those that were not read are left out."""
    texts = [word[0] for word in line["words"]]
    found = {name: printed(text, texts) for name, text in line["fields"].items() if text and len(text) <= 80}
    bare = {name: (told[0].strip(".,;: "), told[1]) for name, told in found.items() if told}
    return {name: told for name, told in bare.items() if told[0]}


def _groups(line: Mapping[str, Any], worded: str) -> Sequence[Sequence[str]]:
    groups: Sequence[Sequence[str]] = table(worded).get(line["locale"][:2], {}).get(line["kind"], ())
    return groups


def _sentences(groups: Sequence[Sequence[str]], values: dict[str, str], rng: random.Random) -> list[str]:
    """One sentence of each group, in order, until enough is told; a field is told once where that is possible."""
    wanted, told, sentences = rng.randint(FEWEST, MOST), set[str](), list[str]()
    for group in groups:
        fitting = [s for s in group if fields_of(s) <= values.keys()]
        fresh = [s for s in fitting if not told & fields_of(s)]
        news = fresh or [s for s in fitting if fields_of(s) - told]
        if news:
            sentences.append(rng.choice(news))
            told |= fields_of(sentences[-1])
        if len(sentences) == wanted:
            break
    return sentences
