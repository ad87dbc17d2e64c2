"""Texts with sentences that they bear out or not become lines: what questions for yes or no are learned from.

    python -m docqa_app.training.statements OUT.jsonl.gz articles.txt.xz squad/train.jsonl.gz ... [--limit 20000]

Written articles (.txt, .txt.xz; data/written.py) bring sentences of people; every text's own sentences are told as they
stand, shortened, or made wrong by one change (data/stated.py). Paragraphs of one article are read up to three together,
and asked some of their questions, too.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from docqa_app.summarizing.spans import spans_in
from docqa_app.training.data.stated import Stated, put, stated_of
from docqa_app.training.data.written import STATED, YES
from docqa_app.training.data.written_text import Paper, read_papers
from docqa_app.training.flowing import question_line, text_line
from docqa_app.training.page_lines import Line, read_lines, write_lines

OWN, QUESTIONS = 7, 4
"""Of a text: sentences of its own, and questions of its set, at most."""

MOST_PARAGRAPHS = 3
LONGEST = 3200
"""Letters of a text at most: about two passages."""


def article_lines(name: str, papers: Iterable[Paper], rng: random.Random) -> Iterator[Line]:
    """Each article with what was written about it, and sentences of its own."""
    for number, paper in enumerate(papers):
        text = " ".join(part for line in paper.lines for part in line.parts)
        written = [Stated(one.question, one.answers == YES) for one in paper.asked if one.how == STATED]
        own = stated_of(text, rng, OWN) if paper.language == "en" else ()
        yield _line(f"{name}-{number}", text, [*written, *own], (), paper.language, rng)


def paragraph_lines(name: str, documents: Sequence[Line], rng: random.Random) -> Iterator[Line]:
    """Paragraphs of SQuAD's form, alone or with those that follow them in their article; English."""
    names = [_names(document["context"]) for document in rng.sample(documents, min(200, len(documents)))]
    place = 0
    while place < len(documents):
        held = _together(documents[place:], rng.randint(1, MOST_PARAGRAPHS))
        text = " ".join(document["context"] for document in held)[:LONGEST]
        asked = [q for document in held for q in document["qas"] if q["a"] and q["a"][0] in text]
        questions = [question_line(q["q"], q["a"][0]) for q in rng.sample(asked, min(QUESTIONS, len(asked)))]
        strangers = [one for one in rng.choice(names) if one not in text]
        yield _line(f"{name}-{place}", text, list(stated_of(text, rng, OWN, strangers)), questions, "en", rng)
        place += len(held)


def _together(documents: Sequence[Line], most: int) -> list[Line]:
    """The first of these and those behind it of the same article."""
    first, *others = documents[:most]
    held = [first]
    for other in others:
        if not first.get("title") or other.get("title") != first["title"]:
            break
        held.append(other)
    return held


def _names(text: str) -> list[str]:
    return [span.text for span in spans_in(text) if not any(sign.isdigit() for sign in span.text)]


def _line(
    name: str, text: str, stated: Sequence[Stated], questions: Sequence[Line], language: str, rng: random.Random
) -> Line:
    puts = (put(one, language, rng) for one in stated)
    told = [{**question_line(question, answer), "task": "compare"} for question, answer in puts]
    return {**text_line(name, "text", text, [*told, *questions]), "paired": 0.0}


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the lines of some sets, mixed, at most `limit` of each."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("sets", type=Path, nargs="+")
    parser.add_argument("--limit", type=int, default=20000, help="lines of each set at most")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    rng = random.Random(chosen.seed)
    lines = [line for path in chosen.sets for line in islice(_lines_of(path, rng), chosen.limit) if line["questions"]]
    rng.shuffle(lines)
    print(write_lines(chosen.out, lines), "lines")


def _lines_of(path: Path, rng: random.Random) -> Iterator[Line]:
    if path.name.endswith((".txt", ".txt.xz")):
        return article_lines(path.parent.name, read_papers(path), rng)
    return paragraph_lines(path.parent.name, list(read_lines(path)), rng)


if __name__ == "__main__":
    main()
