"""Pairs that a model writes, to be read by a person, and how surely it says those of development texts.

    python -m docqa_app.training.show_pairs MODEL docs/pairs.md facts_dev.jsonl.gz squad_dev.jsonl.gz ... [--pairs 50]

The lines are those of `training.texts` (`pairs` and `generated`) of development parts. A pair is written for a text
drawn by lot from each file in turn; perplexity is that of the true pairs, a token of question, answer and end.
"""

from __future__ import annotations

import argparse
import math
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from docqa_app.answering.engine import Engine, load_engine
from docqa_app.answering.pairs import PairEngine
from docqa_app.summarizing.quals import kept, selected
from docqa_app.training.examples import NEVER_PAIRED
from docqa_app.training.page_lines import Line, line_page, read_lines

FACTS = frozenset(("invoice", "receipt", "form"))
"""Kinds of documents with key facts."""

LONGEST = 400
"""Letters of a text that is shown."""

BEAMS = 20
MOST_TEXTS = 60
"""Of each file, for the perplexity."""


FORM = """# {count} pairs that {model} wrote

Of each text the likeliest pair whose answer stands in it; texts are drawn by lot, not chosen. ll: mean log likelihood
of a token of question, answer and end, given the text.

| development texts | perplexity of their true pairs |
|---|---|
{told}

| | text | question | answer | ll |
|---|---|---|---|---|
{rows}
"""


@dataclass(frozen=True, slots=True)
class Shown:
    """A pair beside the text it was written from, and its mean log likelihood there."""

    text: str
    question: str
    answer: str
    likelihood: float


def shown(engine: Engine, line: Line) -> Shown | None:
    """The likeliest pair of a text whose answer stands in it; None where there is none."""
    page, model = line_page(line), _asking(engine, line)
    text = " ".join(word.text for word in page.words)
    chosen = selected(kept(model.write_pairs([page], BEAMS), text), 1)
    if not chosen:
        return None
    (pair,) = chosen
    return Shown(text, pair.question, pair.answer, pair.likelihood / len(pair.likelihoods))


def _asking(engine: Engine, line: Line) -> PairEngine:
    """As the app asks about a document with key facts, or about running text."""
    pairs = PairEngine(engine)
    return pairs.of_facts if line["kind"] in FACTS else pairs


def perplexity(engine: Engine, lines: Sequence[Line]) -> float:
    """Of the true pairs of these texts; 1 is sure. NaN where they have none."""
    logs = [one for line in lines for row in _true_pairs(engine, line) for one in row]
    return math.exp(-sum(logs) / len(logs)) if logs else math.nan


def _true_pairs(engine: Engine, line: Line) -> Iterator[Sequence[float]]:
    asked = [q for q in line["questions"] if q["answers"] and q["task"] not in (*NEVER_PAIRED, "summary")]
    whole = [(q["question"], q.get("said", q["answers"][0])) for q in asked if q["question"].endswith("?")]
    model = _asking(engine, line)
    yield from model.likelihoods([line_page(line)], [model.given_pair(*pair) for pair in whole])


def drawn(sets: Sequence[Sequence[Line]], rng: random.Random) -> Iterator[Line]:
    """Short lines of each set in turn, each once."""
    waiting = [rng.sample(short, len(short)) for held in sets if (short := [one for one in held if _is_short(one)])]
    while any(waiting):
        yield from (lines.pop() for lines in waiting if lines)


def _is_short(line: Line) -> bool:
    return sum(len(word[0]) + 1 for word in line["words"]) <= LONGEST


def page_of(engine: Engine, sets: Mapping[str, Sequence[Line]], count: int) -> str:
    """The page for docs: perplexities, then so many pairs."""
    rng = random.Random(1)
    chosen = {name: rng.sample(lines, min(MOST_TEXTS, len(lines))) for name, lines in sets.items()}
    told = "\n".join(f"| {name} | {perplexity(engine, lines):.2f} |" for name, lines in chosen.items())
    found = (pair for line in drawn(list(sets.values()), rng) if (pair := shown(engine, line)))
    rows = "\n".join(_row(number, pair) for number, pair in zip(range(1, count + 1), found, strict=False))
    return FORM.format(count=count, model=engine.model, told=told, rows=rows)


def _row(number: int, pair: Shown) -> str:
    cells = (str(number), pair.text, pair.question, pair.answer, f"{pair.likelihood:.2f}")
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("model", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("lines", type=Path, nargs="+")
    parser.add_argument("--pairs", type=int, default=50)
    parser.add_argument("--threads", type=int, default=0)
    given = parser.parse_args(arguments)
    sets = {path.name.split(".")[0]: list(read_lines(path)) for path in given.lines}
    given.out.write_text(page_of(load_engine(given.model, threads=given.threads), sets, given.pairs), encoding="utf-8")


if __name__ == "__main__":
    main()
