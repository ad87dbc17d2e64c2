"""Two models on the same questions: which answers went from right to wrong (negative flips) and from wrong to right.

    python -m docqa_app.training.flips QUESTIONS.jsonl BEFORE.jsonl AFTER.jsonl [--show 20]

BEFORE and AFTER are what `docqa eval --out` wrote. A negative flip rate is their share of all questions (Yan et al.,
Positive-Congruent Training, CVPR 2021).
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from docqa_app.cli.questions import Question
from docqa_app.core.metrics import is_right
from docqa_app.training.predictions import answered, cases, predictions, questions


@dataclass(frozen=True, slots=True)
class Flip:
    """One question that one model answers right and the other wrong."""

    question: str
    answers: tuple[str, ...]
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Over `questions` that both models were asked. `alone` counts those that only one was."""

    questions: int
    negative: tuple[Flip, ...]
    positive: tuple[Flip, ...]
    alone: int = 0

    @property
    def negative_rate(self) -> float:
        return len(self.negative) / max(1, self.questions)

    @property
    def positive_rate(self) -> float:
        return len(self.positive) / max(1, self.questions)


def compare(
    asked: Mapping[str, Question], before: Mapping[str, str | None], after: Mapping[str, str | None]
) -> Comparison:
    """`asked` are the questions by id, the others what was answered to an id: "" for "not found", None where the
    question could not be asked, which is never right. Questions that one model was not asked are left out, and
    counted."""
    negative, positive = [], []
    both = [name for name in asked if name in before and name in after]
    for name in both:
        question = asked[name]
        was, now = _right(before[name], question.truths), _right(after[name], question.truths)
        if was != now:
            flip = Flip(question.text, question.truths, before[name] or "", after[name] or "")
            (negative if was else positive).append(flip)
    return Comparison(len(both), tuple(negative), tuple(positive), len(before.keys() ^ after.keys()))


def _right(answer: str | None, answers: Sequence[str]) -> bool:
    """Whether an answer is right; without answers the document does not tell, and "not found" is."""
    return answer is not None and (is_right(answer, answers) if answers else not answer)


def _told(path: Path) -> dict[str, str | None]:
    return {name: answered(prediction) for name, prediction in predictions(path).items()}


def main(arguments: Sequence[str] | None = None) -> None:
    """Print both rates and some negative flips."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("questions", type=Path)
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    parser.add_argument("--show", type=int, default=10, help="negative flips to print")
    chosen = parser.parse_args(arguments)
    asked = questions(chosen.questions, cases(chosen.questions))
    found = compare(asked, _told(chosen.before), _told(chosen.after))
    print(f"questions {found.questions}, asked of one model alone {found.alone}")
    print(f"negative flips {len(found.negative)} ({found.negative_rate:.3f})")
    print(f"positive flips {len(found.positive)} ({found.positive_rate:.3f})")
    for flip in found.negative[: chosen.show]:
        print(f"  {flip.question} | right: {flip.answers[:1]} | before: {flip.before} | now: {flip.after}")


if __name__ == "__main__":
    main()
