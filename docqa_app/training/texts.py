"""Texts with questions and texts with summaries become lines: pages of flowing words, for QAGen and for summaries.

    python -m docqa_app.training.texts pairs OUT.jsonl.gz squad.jsonl.gz qamr.jsonl.gz ... [--limit 6000]
    python -m docqa_app.training.texts summaries OUT.jsonl.gz scitldr.jsonl.gz scisummnet.jsonl.gz ...
    python -m docqa_app.training.texts generated OUT.jsonl.gz GENERATED.jsonl.gz ...

`generated` gives drawn pages a summary made of their fields, and each summary a page of its own with the questions it
answers, so that pairs asked of a summary can be asked of its document.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from docqa_app.core.flow import flowed
from docqa_app.training.corpora import Line, page_line, read_lines, write_lines
from docqa_app.training.data.summing_up import Told, summed_up
from docqa_app.training.printed import printed

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


def pair_lines(path: Path, rng: random.Random) -> Iterator[Line]:
    """The texts of one set with their questions; sets are told apart by the names of their parts."""
    for number, document in enumerate(read_lines(path)):
        for part, (text, questions) in enumerate(_texts(document, rng)):
            if questions:
                yield text_line(f"{path.parent.name}-{number}-{part}", "text", text, questions)


def _texts(document: Line, rng: random.Random) -> Iterator[tuple[str, list[Line]]]:
    if "sentence" in document:
        yield _joined(document["sentence"]), [question_line(q["q"], q["a"][0]) for q in document["qas"]]
    elif "sections" in document:
        yield from _story_parts(document)
    else:
        yield from _passages(document)


def _joined(text: str) -> str:
    """Words and marks that were split apart, put together again."""
    return re.sub(r" ([,.;:!?)\]]|'s\b|n't\b)", r"\1", re.sub(r"([(\[]) ", r"\1", text))


def _story_parts(document: Line) -> Iterator[tuple[str, list[Line]]]:
    for name, text in document["sections"].items():
        asked = [q for q in document["qas"] if q["sec"] == [name] and q["kind"] == "explicit"]
        yield text[:LONGEST], [question_line(q["q"], q["a"][0]) for q in asked if q["a"][0] in text[:LONGEST]]


def _passages(document: Line) -> Iterator[tuple[str, list[Line]]]:
    """A context of SQuAD's form; a long one is cut around each of its answers."""
    text = document["context"]
    if len(text) <= LONGEST:
        yield text, [question_line(q["q"], q["a"][0]) for q in document["qas"] if q["a"]]
        return
    for question in document["qas"]:
        start = max(0, question["s"][0] - LONGEST // 2)
        if len(question["a"][0]) <= 120:
            yield text[start : start + LONGEST], [question_line(question["q"], question["a"][0])]


# -- summaries ------------------------------------------------------------------------------------------------------


def summary_lines(path: Path, rng: random.Random) -> Iterator[Line]:
    """The texts of one set with their summaries."""
    for number, document in enumerate(read_lines(path)):
        text, summary = _summarized(document)
        sentences = re.split(r"(?<=[.!?])\s+", summary)[:5]
        if len(summary) >= 20 and len(text) > len(summary):
            asked = [summary_line(" ".join(sentences), len(sentences))]
            yield text_line(f"{path.parent.name}-{number}", "text", text[: 2 * LONGEST], asked)


def _summarized(document: Line) -> tuple[str, str]:
    if "source" in document:
        return " ".join(document["source"]), document["target"][0]
    if "abstract" in document:
        opening = " ".join(document["body"])[:LONGEST]
        return f"{document['abstract']} {opening}", " ".join(document["summary"].split("\n")[1:4])
    return document["text"], document["summary"]


# -- drawn pages ----------------------------------------------------------------------------------------------------


def generated_lines(path: Path, rng: random.Random) -> Iterator[Line]:
    """Drawn pages asked for a summary, and their summaries as pages asked for what they tell."""
    for line in read_lines(path):
        told = summed_up(line, rng)
        if told is None:
            continue
        yield {**line, "questions": [summary_line(told.text, told.sentences), *_some(line["questions"], rng)]}
        yield text_line(f"{line['id']}-summary", "summary", told.text, _about(told, line))


def _some(questions: Sequence[Line], rng: random.Random) -> list[Line]:
    return rng.sample(list(questions), min(4, len(questions)))


def _about(told: Told, line: Line) -> Iterator[Line]:
    """The page's own questions about the fields that the summary tells."""
    for question in line["questions"]:
        if question["task"] in ("field", "kv") and question["answers"] and question["answers"][0] in told.values:
            yield question_line(question["question"], told.values[question["answers"][0]])


BUILDERS: dict[str, Callable[[Path, random.Random], Iterator[Line]]] = {
    "pairs": pair_lines,
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
    drawn = (_drawn(BUILDERS[chosen.what](path, rng), chosen.limit, rng) for path in chosen.sets)
    lines = list(chain.from_iterable(drawn))
    rng.shuffle(lines)
    print(write_lines(chosen.out, lines), "lines")


def _drawn(lines: Iterable[Line], limit: int, rng: random.Random) -> list[Line]:
    held = list(lines)
    return rng.sample(held, min(limit, len(held)))


if __name__ == "__main__":
    main()
