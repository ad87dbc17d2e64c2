"""Wrong answers of `docqa eval`, each with its likeliest reason: counted, priced in ANLS, and shown.

    docqa eval sroie.jsonl --words read --out answers.jsonl
    python -m docqa_app.training.mistakes sroie.jsonl answers.jsonl --words read --show 5

The reasons are told from the words of the document, the truth and what was answered; of several that counts which
`reason` asks for first. Documents are read anew unless `--cache` names the folder where the app keeps words.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

from docqa_app.cli.given import given_document
from docqa_app.cli.questions import Case, Question
from docqa_app.core.document import Document
from docqa_app.core.metrics import anls, is_right
from docqa_app.core.spelling import spell
from docqa_app.reading.cache import WordCache
from docqa_app.reading.reader import read_document
from docqa_app.training.predictions import answered, cases, predictions, questions

FAILED = "could not be asked"
ABSENT = "found though absent"
MISSED = "not found though there"
UNREAD = "not found, and not read as printed"
MISREAD = "misread"
SHORT = "cut short"
LONG = "too long"
INVENTED = "stands nowhere in the document"
PARTY = "wrong party or name"
FIELD = "value of another field"
ELSEWHERE = "other words of the document"

LIKE = 0.75
"""The ANLS from which on an answer counts as the truth misread: "31.01.2014" is not "08.11.2014" misread."""

PARTIES = ("company", "advertiser", "seller_name", "buyer_name", "seller_vat_id")
"""Fields (how a question's id ends) that ask for one of the parties."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """A question answered wrongly. `answer` is "" for "not found"; `lost` is 1 minus its ANLS."""

    reason: str
    question: Question
    answer: str
    confidence: float
    lost: float


def mistakes(case: Case, told: dict[str, dict[str, Any]], texts: Sequence[str]) -> Iterator[Mistake]:
    """The wrong ones among a document's answers. told: predictions by id; texts: the document's words in order."""
    for question in case.questions:
        if (prediction := told.get(question.id)) is None:
            continue
        answer = answered(prediction)
        others = [q.truths for q in case.questions if q.truths != question.truths]
        why = FAILED if answer is None else reason(question, answer, texts, others)
        if why:
            lost = 1.0 if answer is None else 1 - anls(answer, question.truths)
            yield Mistake(why, question, answer or "", float(prediction["confidence"]), lost)


def reason(question: Question, answer: str, texts: Sequence[str], others: Iterable[Sequence[str]]) -> str:
    """Why an answer is wrong, "" where it is right. others: the truths of the document's other questions."""
    truths = question.truths
    if is_right(answer, truths):
        return ""
    if not truths:
        return ABSENT
    there = any(stands(truth, texts) for truth in truths)
    if not answer:
        return MISSED if there else UNREAD
    if not there and anls(answer, truths) >= LIKE:
        return MISREAD
    return _overlap(answer, truths) or _origin(question, answer, texts, others)


def _overlap(answer: str, truths: Sequence[str]) -> str:
    """SHORT or LONG where one of answer and truth holds the other, "" where neither does."""
    said, wanted = _parts(answer), [_parts(truth) for truth in truths]
    if any(_holds(truth, said) for truth in wanted):
        return SHORT
    return LONG if any(_holds(said, truth) for truth in wanted) else ""


def _origin(question: Question, answer: str, texts: Sequence[str], others: Iterable[Sequence[str]]) -> str:
    """Where an answer comes from that is another one altogether."""
    if not stands(answer, texts):
        return INVENTED
    if question.id.endswith(PARTIES):
        return PARTY
    return FIELD if any(truths and is_right(answer, truths) for truths in others) else ELSEWHERE


def stands(text: str, texts: Sequence[str]) -> bool:
    """Whether some run of the words reads as `text`, letters and numbers whole."""
    return _holds(_parts(" ".join(texts)), _parts(text))


def _parts(text: str) -> list[str]:
    """Runs of letters and numbers, numbers with their inner marks."""
    return [part.text for part in spell(text.split()).parts]


def _holds(whole: Sequence[str], piece: Sequence[str]) -> bool:
    """Whether the parts of `piece`, however cut ("SDN BHD", "SDNBHD"), stand in `whole` from one part's begin to an
    end."""
    text, wanted = "".join(whole), "".join(piece)
    edges = {0, *accumulate(map(len, whole))}
    places = (place for place in range(len(text)) if text.startswith(wanted, place))
    return bool(wanted) and any(place in edges and place + len(wanted) in edges for place in places)


def read_words(case: Case, words: str, cache: WordCache | None) -> list[str]:
    """The document's words in reading order, as given or as the app reads them; InputError where it cannot."""
    document = given_document(case) if words == "given" else _read(case, cache)
    return [word.text for page in document.pages for word in page.words]


def _read(case: Case, cache: WordCache | None) -> Document:
    if case.file is None:
        raise ValueError(f"{case.id} names no file to read; ask for --words given")
    return read_document(case.file, cache=cache)


def table(found: Sequence[Mistake], questions: int) -> str:
    """Rows of a reason, how many, and how much of the ANLS of all `questions` they cost."""
    rows = ["| why | answers | ANLS lost |", "|---|---|---|"]
    for why, group in by_reason(found).items():
        rows.append(f"| {why} | {len(group)} | {sum(m.lost for m in group) / questions:.3f} |")
    total = sum(m.lost for m in found) / max(1, questions)
    return "\n".join([*rows, f"| all wrong of {questions} | {len(found)} | {total:.3f} |"])


def by_reason(found: Iterable[Mistake]) -> dict[str, list[Mistake]]:
    """The mistakes of each reason, the costliest reason first, the surest mistake first."""
    groups: dict[str, list[Mistake]] = defaultdict(list)
    for mistake in found:
        groups[mistake.reason].append(mistake)
    dearest = sorted(groups.items(), key=lambda named: -sum(m.lost for m in named[1]))
    return {why: sorted(group, key=lambda m: -m.confidence) for why, group in dearest}


def shown(mistake: Mistake) -> tuple[str, ...]:
    """A mistake for a reader: id, question, a truth, the answer and its confidence, each on one line."""
    question = mistake.question
    told = (
        question.id,
        question.text,
        question.truths[0] if question.truths else "(absent)",
        mistake.answer or "(not found)",
    )
    return *(" ".join(text.split()) for text in told), f"{mistake.confidence:.2f}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table, and some mistakes of each reason."""
    given = _arguments().parse_args(arguments)
    told = predictions(given.answers)
    cache = WordCache(given.cache) if given.cache else None
    asked = cases(given.questions, given.limit)
    count = len(questions(given.questions, asked).keys() & told.keys())
    found = [m for case in asked for m in mistakes(case, told, read_words(case, given.words, cache))]
    print(table(found, count))
    for why, group in by_reason(found).items():
        for m in group[: given.show]:
            print(f"{why}: {' | '.join(shown(m))}")


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("questions", type=Path, help="the file of questions that was asked")
    parser.add_argument("answers", type=Path, help="what docqa eval --out wrote")
    parser.add_argument("--words", choices=("given", "read"), default="given", help="as docqa eval was told")
    parser.add_argument("--cache", type=Path, help="folder of words the app keeps")
    parser.add_argument("--show", type=int, default=1, help="mistakes of each reason to print")
    parser.add_argument("--limit", type=int, help="documents")
    return parser


if __name__ == "__main__":
    main()
