"""Fits what the facts of a page are ranked by: `asking/facts/weights.json`.

    python -m docqa_app.training.fact_weights MODEL SCHEMAS --asked papers.jsonl.gz --drawn strange.jsonl.gz ...

Papers are lines as `docqa eval --words given` reads them; drawn pages are what `data.generate` writes. Each question is
asked as the app asks it, up to where facts would be weighed; the choice is then among all facts, what was said already,
and nothing. `--held` papers are only measured.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from pathlib import Path

from docqa_app.answering.engine import load_engine
from docqa_app.asking.facts.candidates import candidates
from docqa_app.asking.facts.ranking import WEIGHTS
from docqa_app.asking.field_answers import FieldAnswers
from docqa_app.asking.told_answers import Ruled
from docqa_app.core.answer import Answer
from docqa_app.core.document import Document, Page, WordSource
from docqa_app.core.layout import reading_order
from docqa_app.core.metrics import anls
from docqa_app.core.word_columns import words_in_columns
from docqa_app.schemas.schema import Schema
from docqa_app.schemas.schema_folder import SchemaFolder
from docqa_app.training.log_linear import Case, Names, fitted, kept, right_share
from docqa_app.training.page_lines import Line, line_page, read_lines

RIGHT = 0.8
"""ANLS from which on a text answers."""
OFTEN = 3
"""How often each question to a paper counts, where one to a drawn page counts once."""
MOST_DRAWN, MOST_OF_PAGE = 2600, 12
"""Questions to drawn pages of one file, and to one page."""
DECAY = 3e-4
A4 = 595.2, 841.8
"""Points: papers do not say how large they are."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as far as rules answered it. `model`: what the model said by itself."""

    ruled: Ruled
    model: Answer
    pages: tuple[Page, ...]
    known: bool


@dataclass(slots=True)
class Recording(FieldAnswers):
    """Answers as the app's, but for the facts: instead of weighing them it keeps what would have been weighed."""

    asked: dict[str, Asked] = field(default_factory=dict)

    def _weighed(self, ruled: Ruled, model: Answer, document: Document, kind: Schema | None) -> Answer:
        self.asked[model.question] = Asked(ruled, model, document.pages, kind is not None)
        return ruled.answer


@dataclass(frozen=True, slots=True)
class Posed:
    """A page, its questions, and the true answers of each, none where the page has none."""

    document: Document
    questions: tuple[tuple[str, tuple[str, ...]], ...]


def papers(path: Path) -> Iterator[Posed]:
    """Documents with words as they were read."""
    for line in read_lines(path):
        pages = tuple(_given(n, page) for n, page in enumerate(line["pages"], 1))
        yield Posed(_document(line["id"], pages), _questions(line["questions"]))


def drawn(path: Path) -> Iterator[Posed]:
    """Drawn pages with what they are asked for."""
    for line in read_lines(path):
        asked = line["questions"]
        some = random.Random(line["id"]).sample(asked, min(len(asked), MOST_OF_PAGE))
        if some:
            yield Posed(_document(line["id"], (replace(line_page(line), picture=b""),)), _questions(some))


def _given(number: int, page: Line) -> Page:
    return Page(number, *A4, reading_order(tuple(words_in_columns(page))), WordSource.GIVEN)


def _document(name: str, pages: tuple[Page, ...]) -> Document:
    return Document(name, name, pages, len(pages))


def _questions(asked: Sequence[Line]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((one["question"], tuple(one["answers"])) for one in asked)


def cases(engine: Recording, posed: Posed, names: Names) -> Iterator[Case]:
    """The questions of a document that facts are weighed for."""
    engine.asked.clear()
    engine.ask(posed.document, [question for question, _ in posed.questions])
    for question, answers in posed.questions:
        asked = engine.asked.get(question)
        if asked:
            yield _case(asked, answers, names)


def _case(asked: Asked, answers: Sequence[str], names: Names) -> Case:
    said = asked.ruled.answer
    every = candidates(said, asked.ruled.by, asked.model, asked.pages, known=asked.known)
    texts = [one.fact.text if one.fact else said.text if one.said else "" for one in every]
    right = [bool(answers) and anls(text, answers) >= RIGHT for text in texts]
    right[0] = not any(right)
    return names.case(0, [one.signs for one in every], right)


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit the weights and write them where the app reads them."""
    given = _arguments().parse_args(arguments)
    kinds = SchemaFolder(given.schemas, given.schemas).kinds().schemas
    names, engine = Names(), Recording(load_engine(given.models, "cpu"), kinds)

    def all_of(posed: Iterator[Posed]) -> Iterator[Case]:
        return (case for one in posed for case in cases(engine, one, names))

    asked = list(all_of(chain.from_iterable(map(papers, given.asked))))
    others = list(chain.from_iterable(islice(all_of(drawn(path)), MOST_DRAWN) for path in given.drawn))
    found = kept(fitted([*asked * OFTEN, *others], names, DECAY), names)
    given.out.write_text(json.dumps(found, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    for name, some in (("papers", asked), ("drawn", others), *((str(p), list(all_of(papers(p)))) for p in given.held)):
        print(f"{name}: {len(some)} questions, {right_share(some, names, found):.3f} right", flush=True)


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("models", type=Path, help="folder of models")
    parser.add_argument("schemas", type=Path, help="folder of kinds of documents")
    parser.add_argument("--asked", type=Path, nargs="+", required=True, help="papers with questions")
    parser.add_argument("--drawn", type=Path, nargs="*", default=[], help="drawn pages")
    parser.add_argument("--held", type=Path, nargs="*", default=[], help="papers that are only measured")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    return parser


if __name__ == "__main__":
    main()
