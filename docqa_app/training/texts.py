"""Texts with questions and texts with summaries become lines: pages of flowing words, for QAGen and for summaries.

    python -m docqa_app.training.texts pairs OUT.jsonl.gz squad.jsonl.gz qamr.jsonl.gz ... [--limit 6000]
    python -m docqa_app.training.texts answers OUT.jsonl.gz squad.jsonl.gz qamr.jsonl.gz ... [--limit 20000]
    python -m docqa_app.training.texts summaries OUT.jsonl.gz scitldr.jsonl.gz scisummnet.jsonl.gz ...
    python -m docqa_app.training.texts generated OUT.jsonl.gz GENERATED.jsonl.gz ...

`generated` gives drawn pages a summary made of their fields; the summary and single sentences are texts of their own.
Pages and texts are asked the same settled questions (data/settled.py), so that pairs asked of a summary can be asked of
its document. A paragraph with questions also gives one of its sentences as a text of its own. `answers` are texts that
are only learned to be answered, paragraphs of articles also in vain: what others of the article tell.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from docqa_app.core.flow import flowed
from docqa_app.summarizing.check import ENDS
from docqa_app.training.data.labels import all_fields
from docqa_app.training.data.planted import kind_of
from docqa_app.training.data.settled import settled_question
from docqa_app.training.data.summing_up import as_read, fields_of, named_wording, summed_up, wordings
from docqa_app.training.page_lines import Line, page_line, read_lines, write_lines
from docqa_app.training.printed import Found, printed

PAIRED = 0.6
"""Share of a text's questions that are learned to be asked rather than answered."""

LONGEST = 1600
"""Letters of a text at most: about one passage."""


def text_line(name: str, kind: str, text: str, questions: Iterable[Line]) -> Line:
    """A text as a page with those of its questions whose answers can be told."""
    page = flowed(text)
    words = [word.text for word in page.words]
    told = (_placed(question, words) for question in questions)
    return {**page_line(page, name, name, kind, [q for q in told if q]), "paired": PAIRED}


def question_line(question: str, answer: str) -> Line:
    """A question with its answer as a text tells it; where that stands is looked for later."""
    return {"question": question.strip(), "answers": [answer.strip()], "evidence": [], "task": "text"}


def summary_line(summary: str, sentences: int) -> Line:
    """The wish for a summary of so many sentences; the answer is the summary."""
    return {"question": str(sentences), "answers": [summary], "evidence": [], "task": "summary"}


def _placed(question: Line, words: Sequence[str]) -> Line | None:
    """The question with its answer as it is printed; one that is told in other words is kept as it is."""
    if question["task"] != "text" or not question["answers"]:
        return question
    found = printed(question["answers"][0], words)
    if found is None:
        return question if len(question["answers"][0]) <= 80 else None
    return {**question, "said": found[0], "evidence": list(found[1])}


# -- questions ------------------------------------------------------------------------------------------------------


def pair_lines(name: str, documents: Iterable[Line], rng: random.Random) -> Iterator[Line]:
    """The texts of one set with their questions; sets are told apart by the names of their parts."""
    for number, document in enumerate(documents):
        for part, (text, questions) in enumerate(_texts(document, rng)):
            if questions:
                yield text_line(f"{name}-{number}-{part}", "text", text, questions)


def _texts(document: Line, rng: random.Random) -> Iterator[tuple[str, list[Line]]]:
    if "sentence" in document:
        yield _joined(document["sentence"]), [question_line(q["q"], q["a"][0]) for q in document["qas"]]
    elif "sections" in document:
        yield from _story_parts(document)
    else:
        yield from _passages(document, rng)


def _joined(text: str) -> str:
    """Words and marks that were split apart, put together again."""
    return re.sub(r" ([,.;:!?)\]]|'s\b|n't\b)", r"\1", re.sub(r"([(\[]) ", r"\1", text))


def _story_parts(document: Line) -> Iterator[tuple[str, list[Line]]]:
    for name, text in document["sections"].items():
        asked = [q for q in document["qas"] if q["sec"] == [name] and q["kind"] == "explicit"]
        yield text[:LONGEST], [question_line(q["q"], q["a"][0]) for q in asked if q["a"][0] in text[:LONGEST]]


def _passages(document: Line, rng: random.Random) -> Iterator[tuple[str, list[Line]]]:
    """A context of SQuAD's form; a long one is cut around each of its answers."""
    text = document["context"]
    if len(text) <= LONGEST:
        yield text, [question_line(q["q"], q["a"][0]) for q in document["qas"] if q["a"]]
        yield rng.choice(list(_told_sentences(document)) or [("", [])])
        return
    for question in document["qas"]:
        start = max(0, question["s"][0] - LONGEST // 2)
        if len(question["a"][0]) <= 120:
            yield text[start : start + LONGEST], [question_line(question["q"], question["a"][0])]


def _told_sentences(document: Line) -> Iterator[tuple[str, list[Line]]]:
    """The sentences of a context that answer something, without the point at their end, as the check reads them."""
    for sentence in re.finditer(r"\S.*?[.!?](?=\s+[A-Z\"]|\s*$)", document["context"], re.DOTALL):
        inside = [q for q in document["qas"] if q["a"] and sentence.start() <= q["s"][0] < sentence.end()]
        if inside:
            yield sentence[0].rstrip(ENDS), [question_line(q["q"], q["a"][0]) for q in inside]


# -- answers --------------------------------------------------------------------------------------------------------

MOST_ABSENT = 3
"""Questions at most that a paragraph is asked in vain."""


def answer_lines(name: str, documents: Iterable[Line], rng: random.Random) -> Iterator[Line]:
    """The texts of one set, asked to be answered."""
    held = list(documents)
    articles: dict[str, list[Line]] = {}
    for document in held:
        articles.setdefault(document.get("title", ""), []).append(document)
    for number, document in enumerate(held):
        absent = _of_others(document, articles[document["title"]], rng) if document.get("title") else []
        for part, (text, questions) in enumerate(_texts(document, rng)):
            asked = [*questions, *(absent if part == 0 else ())]
            if asked:
                yield {**text_line(f"{name}-{number}-{part}", "text", text, asked), "paired": 0.0}


def _of_others(paragraph: Line, article: Sequence[Line], rng: random.Random) -> list[Line]:
    """Questions to other paragraphs of the article, whose answers do not stand in this one."""
    text = paragraph["context"].casefold()
    others = [q for other in article if other is not paragraph for q in other["qas"] if q["a"]]
    vain = [q["q"].strip() for q in others if q["a"][0].casefold() not in text]
    chosen = rng.sample(vain, min(rng.randint(1, MOST_ABSENT), len(vain)))
    return [{"question": question, "answers": [], "evidence": [], "task": "absent"} for question in chosen]


# -- summaries ------------------------------------------------------------------------------------------------------


def summary_lines(name: str, documents: Iterable[Line], rng: random.Random) -> Iterator[Line]:
    """The texts of one set with their summaries."""
    for number, document in enumerate(documents):
        text, summary = _summarized(document)
        sentences = re.split(r"(?<=[.!?])\s+", summary)[:5]
        if len(summary) >= 20 and len(text) > len(summary):
            asked = [summary_line(" ".join(sentences), len(sentences))]
            yield text_line(f"{name}-{number}", "text", text[: 2 * LONGEST], asked)


def _summarized(document: Line) -> tuple[str, str]:
    if "source" in document:
        return " ".join(document["source"]), document["target"][0]
    if "abstract" in document:
        opening = " ".join(document["body"])[:LONGEST]
        return f"{document['abstract']} {opening}", " ".join(document["summary"].split("\n")[1:4])
    return document["text"], document["summary"]


# -- drawn pages ----------------------------------------------------------------------------------------------------

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


Builder = Callable[[str, Iterable[Line], random.Random], Iterator[Line]]
BUILDERS: dict[str, Builder] = {
    "pairs": pair_lines,
    "answers": answer_lines,
    "summaries": summary_lines,
    "generated": generated_lines,
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the lines of some sets, mixed, at most `limit` of each."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=BUILDERS)
    parser.add_argument("out", type=Path)
    parser.add_argument("sets", type=Path, nargs="+")
    parser.add_argument("--limit", type=int, default=6000, help="lines of each set at most, drawn by lot")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    rng = random.Random(chosen.seed)
    lines = [line for path in chosen.sets for line in _drawn(BUILDERS[chosen.what], path, chosen.limit, rng)]
    rng.shuffle(lines)
    print(write_lines(chosen.out, lines), "lines")


def _drawn(build: Builder, path: Path, limit: int, rng: random.Random) -> Iterator[Line]:
    """At most `limit` lines, of documents drawn by lot."""
    documents = list(read_lines(path))
    rng.shuffle(documents)
    return islice(build(path.parent.name, documents, rng), limit)


if __name__ == "__main__":
    main()
