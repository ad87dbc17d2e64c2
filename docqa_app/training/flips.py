"""Two models on the same questions: which answers went from right to wrong (negative flips) and from wrong to right.

    python -m docqa_app.training.flips QUESTIONS.jsonl BEFORE.jsonl AFTER.jsonl [--show 20]

BEFORE and AFTER are what `docqa eval --out` wrote. A negative flip rate is their share of all questions (Yan et al.,
Positive-Congruent Training, CVPR 2021).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docqa_app.core.metrics import is_right


@dataclass(frozen=True, slots=True)
class Flip:
    """One question that one model answers right and the other wrong."""

    question: str
    answers: tuple[str, ...]
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Over `questions` that both models were asked."""

    questions: int
    negative: tuple[Flip, ...]
    positive: tuple[Flip, ...]

    @property
    def negative_rate(self) -> float:
        return len(self.negative) / max(1, self.questions)

    @property
    def positive_rate(self) -> float:
        return len(self.positive) / max(1, self.questions)


def compare(asked: dict[str, tuple[str, tuple[str, ...]]], before: dict[str, str], after: dict[str, str]) -> Comparison:
    """`asked` maps a question's id to its text and accepted answers (none: the document does not tell), the others an
    id to what was answered ("" for "not found"). Questions that one model was not asked are left out."""
    negative, positive = [], []
    both = [name for name in asked if name in before and name in after]
    for name in both:
        question, answers = asked[name]
        was, now = _right(before[name], answers), _right(after[name], answers)
        if was != now:
            (negative if was else positive).append(Flip(question, answers, before[name], after[name]))
    return Comparison(len(both), tuple(negative), tuple(positive))


def _right(answer: str, answers: Sequence[str]) -> bool:
    return is_right(answer, answers) if answers else not answer


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def _asked(path: Path) -> dict[str, tuple[str, tuple[str, ...]]]:
    return {q["id"]: (q["question"], tuple(q["answers"])) for line in _lines(path) for q in line["questions"]}


def _told(path: Path) -> dict[str, str]:
    return {line["id"]: line["answer"] if line["found"] else "" for line in _lines(path)}


def main(arguments: Sequence[str] | None = None) -> None:
    """Print both rates and some negative flips."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("questions", type=Path)
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    parser.add_argument("--show", type=int, default=10, help="negative flips to print")
    chosen = parser.parse_args(arguments)
    found = compare(_asked(chosen.questions), _told(chosen.before), _told(chosen.after))
    print(f"questions {found.questions}")
    print(f"negative flips {len(found.negative)} ({found.negative_rate:.3f})")
    print(f"positive flips {len(found.positive)} ({found.positive_rate:.3f})")
    for flip in found.negative[: chosen.show]:
        print(f"  {flip.question} | right: {flip.answers[:1]} | before: {flip.before} | now: {flip.after}")


if __name__ == "__main__":
    main()
