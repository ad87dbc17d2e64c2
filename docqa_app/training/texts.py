"""Texts with questions and texts with summaries become lines: pages of flowing words, for QAGen and for summaries.

    python -m docqa_app.training.texts pairs OUT.jsonl.gz squad.jsonl.gz qamr.jsonl.gz ... [--limit 6000]
    python -m docqa_app.training.texts answers OUT.jsonl.gz squad.jsonl.gz qamr.jsonl.gz ... [--limit 20000]
    python -m docqa_app.training.texts summaries OUT.jsonl.gz scitldr.jsonl.gz scisummnet.jsonl.gz ...
    python -m docqa_app.training.texts generated OUT.jsonl.gz GENERATED.jsonl.gz ...

`generated` gives drawn pages a summary made of their fields (told_pages.py). A paragraph with questions also gives one
of its sentences as a text of its own. `answers` are texts that are only learned to be answered, paragraphs of articles
also in vain: what others of the article tell.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from docqa_app.summarizing.check import ENDS
from docqa_app.training.flowing import LONGEST, question_line, summary_line, text_line
from docqa_app.training.page_lines import Line, read_lines, write_lines
from docqa_app.training.told_pages import generated_lines

MOST_ABSENT = 3
"""Questions at most that a paragraph is asked in vain."""


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
