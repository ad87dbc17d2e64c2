"""Drawn pages told in sentences: the page, its summary and each sentence are asked the same of its fields.

Pages and texts are asked the same settled questions (data/settled.py), so that pairs asked of a summary can be asked of
its document.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping

from docqa_app.summarizing.check import ENDS
from docqa_app.training.data.labels import all_fields
from docqa_app.training.data.planted import kind_of
from docqa_app.training.data.settled import settled_question
from docqa_app.training.data.summing_up import as_read, fields_of, named_wording, summed_up, wordings
from docqa_app.training.flowing import question_line, summary_line, text_line
from docqa_app.training.page_lines import Line
from docqa_app.training.printed import Found

FIELDS_PAIRED = 0.6
"""Share of the settled questions that are learned to be asked, of a page and of a sentence alike."""

SENTENCES, NAMED, ABSENT = 4, 2, 2
"""Sentences a page, each a text of its own as the check reads it, and of those that call a field by name; questions a
sentence that it does not answer."""

SWAPPED = 0.3
"""Share of the sentences whose values changed places: they are read as they stand, likely or not."""

ENGLISH = 0.3
"""Share of the questions put in English to a page of another language."""

TOLD_APART = frozenset(("total", "net_total", "tax_total"))
"""Near one another by name, but every sentence says which it means."""


def generated_lines(name: str, documents: Iterable[Line], rng: random.Random) -> Iterator[Line]:
    """Drawn pages asked for a summary and their fields; their summaries and single sentences asked for the same."""
    for line in documents:
        if (told := summed_up(line, rng)) is None:
            continue
        found = as_read(line)
        wish = summary_line(told.text, told.sentences)
        yield {**line, "questions": [wish, *_asked(found, line, rng)], "paired": FIELDS_PAIRED}
        yield _text_about(told.text, found, line, rng)
        for wording in _worded(found, line, rng):
            values = {name: found[name][0] for name in fields_of(wording)}
            if rng.random() < SWAPPED:
                values |= _swapped(found, rng, values)
            yield _sentence_line(wording, values, found, line, rng)
            yield _asked_line(wording, values, found, line, rng)


def _worded(found: Mapping[str, Found], line: Line, rng: random.Random) -> Iterator[str]:
    """The sentences told of a page, fields in braces."""
    fitting = wordings(line, found)
    yield from rng.sample(fitting, min(SENTENCES, len(fitting)))
    named = (named_wording(line, list(found), rng) for _ in range(NAMED))
    yield from (wording for wording in named if wording)


def _asked(found: Mapping[str, Found], line: Line, rng: random.Random) -> Iterator[Line]:
    """The settled question of each field that was read; it is answered in the page's own spelling."""
    for name, (text, words) in found.items():
        if question := _question(name, line, rng):
            yield {"question": question, "answers": [text], "said": text, "evidence": list(words), "task": "field"}


def _question(name: str, line: Line, rng: random.Random) -> str:
    language = line["locale"][:2]
    return settled_question(name, "en" if rng.random() < ENGLISH else language)


def _text_about(text: str, found: Mapping[str, Found], line: Line, rng: random.Random) -> Line:
    """A whole summary, asked for those fields that stand in it once."""
    told = {name: value for name, (value, _) in found.items() if text.count(value) == 1}
    return _told_line(f"{line['id']}-summary", text, told, line, rng)


def _sentence_line(
    wording: str, values: Mapping[str, str], found: Mapping[str, Found], line: Line, rng: random.Random
) -> Line:
    text = wording.format(**values).rstrip(ENDS)
    told = _told_line(f"{line['id']}-{len(text)}", text, values, line, rng)
    return {**told, "questions": [*told["questions"], *_absent(values, found, line, rng)]}


def _asked_line(
    wording: str, values: Mapping[str, str], found: Mapping[str, Found], line: Line, rng: random.Random
) -> Line:
    """The sentence asked in other words than the settled ones, twice as often in vain, for what is of the same kind
    above all: nothing of it is learned to be asked."""
    text = wording.format(**values).rstrip(ENDS)
    asked = [question_line(_any_question(name, line, rng), value) for name, value in values.items()]
    others, kinds = _untold(values, found), {kind_of(name) for name in values}
    alike = [name for name in others if kind_of(name) and kind_of(name) in kinds]
    vain = [
        {"question": _any_question(name, line, rng), "answers": [], "evidence": [], "task": "absent"}
        for names in (alike, others)
        for name in rng.sample(names, min(ABSENT, len(names)))
    ]
    name = f"{line['id']}-{len(text)}-asked"
    return {**text_line(name, "summary", text, [q for q in (*asked, *vain) if q["question"]]), "paired": 0.0}


def _any_question(name: str, line: Line, rng: random.Random) -> str:
    """A whole question that means this field and no other, else the settled one."""
    language = "en" if rng.random() < ENGLISH else line["locale"][:2]
    exact = [question for question in all_fields()[name].exact.get(language, ()) if question.endswith("?")]
    return rng.choice(exact).replace("{doc}", line["kind"]) if exact else settled_question(name, language)


def _told_line(name: str, text: str, told: Mapping[str, str], line: Line, rng: random.Random) -> Line:
    asked = [(_question(field, line, rng), value) for field, value in told.items()]
    lines = [question_line(question, value) for question, value in asked if question]
    return {**text_line(name, "summary", text, lines), "paired": FIELDS_PAIRED}


def _absent(told: Mapping[str, str], found: Mapping[str, Found], line: Line, rng: random.Random) -> Iterator[Line]:
    """Settled questions for the page's other fields, which a sentence does not answer."""
    others = _untold(told, found)
    for name in rng.sample(others, min(ABSENT, len(others))):
        if question := _question(name, line, rng):
            yield {"question": question, "answers": [], "evidence": [], "task": "absent"}


def _untold(told: Mapping[str, str], found: Mapping[str, Found]) -> list[str]:
    """The page's fields that are neither told nor near to one that is."""
    return [name for name in found if name not in told and not any(_near(name, known) for known in told)]


def _near(one: str, other: str) -> bool:
    if {one, other} <= TOLD_APART:
        return False
    return (
        one in all_fields()[other].near or other in all_fields()[one].near or kind_of(one) == kind_of(other) == "date"
    )


def _swapped(found: Mapping[str, Found], rng: random.Random, told: Mapping[str, str]) -> dict[str, str]:
    """The told amounts, dates and parties, each with the text of another field of its kind."""
    others = {name: [text for field, (text, _) in found.items() if kind_of(field) == kind_of(name)] for name in told}
    return {name: rng.choice(texts) for name, texts in others.items() if kind_of(name) and texts}
