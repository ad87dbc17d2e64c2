"""Measures of a model that `docqa eval` does not give, from an exported folder or a checkpoint.

    python -m docqa_app.training.assess models/docformer-small --sets generated.jsonl.gz tables.jsonl.gz facts.jsonl.gz
    python -m docqa_app.training.assess RUN/checkpoint.pt --vocabulary VOCABULARY --sets ... [--beside MODEL]

For every set: ANLS, accuracy and, where a question says what it denotes, denotation accuracy, by task; how well
questions the page does not answer are told from the others (AUROC); token-to-line and token-to-grid accuracy with
hidden boxes.
`--beside` asks an exported model the same and prints how far the two ANLS lie apart.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from docqa_app.core.metrics import anls, is_right
from docqa_app.training.agreement import mean_ranks
from docqa_app.training.calibrate import Tried, tried
from docqa_app.training.denotation import denotes
from docqa_app.training.masked import masked_accuracy
from docqa_app.training.opened import Opened, open_checkpoint, open_export
from docqa_app.training.page_lines import Line, chosen_lines, line_page

PARITY = 0.005  # how far apart ANLS of torch and of the exported model may lie


@dataclass(frozen=True, slots=True)
class Asked:
    """A question's result and, for table questions, the values it denotes."""

    tried: Tried
    denotation: tuple[str, ...]
    found: float

    @property
    def text(self) -> str:
        return self.tried.text


def asked(opened: Opened, name: str, lines: Sequence[Line], rows: int, seed: int = 1) -> list[Asked]:
    """Ask each page at most `rows` of its questions."""
    values = {
        (line["id"], q["question"]): tuple(q.get("denotation") or ()) for line in lines for q in line["questions"]
    }
    judge = opened.engine.calibration.answers
    return [
        Asked(t, values[t.page, t.question], judge.probability(t.signs) if t.signs else 0.0)
        for t in tried(opened.engine, name, lines, rows, seed)
    ]


def by_task(results: Sequence[Asked]) -> dict[str, dict[str, float]]:
    """Measures of each task and of all answerable questions; the likeliest text counts, found or not."""
    groups: dict[str, list[Asked]] = defaultdict(list)
    for one in results:
        if one.tried.answers:
            groups["all"].append(one)
            groups[one.tried.task].append(one)
    return {task: _measures(group) for task, group in groups.items()}


def _measures(group: Sequence[Asked]) -> dict[str, float]:
    count = len(group)
    told = {
        "questions": float(count),
        "anls": sum(anls(a.text, a.tried.answers) for a in group) / count,
        "accuracy": sum(is_right(a.text, a.tried.answers) for a in group) / count,
    }
    valued = [a for a in group if a.denotation]
    if valued:
        told["denotation"] = sum(denotes(a.text, a.denotation) for a in valued) / len(valued)
    return told


def auroc(present: Sequence[float], absent: Sequence[float]) -> float:
    """The chance that a question with an answer scores above one without; a tie counts half. ValueError where empty.

    From the sum of ranks (Mann and Whitney 1947).
    """
    if not present or not absent:
        raise ValueError("AUROC needs questions with and questions without an answer")
    above = sum(mean_ranks([*present, *absent])[: len(present)])
    return (above - len(present) * (len(present) + 1) / 2) / (len(present) * len(absent))


def unanswerable_auroc(results: Sequence[Asked]) -> float | None:
    """How well "not on this page" is told; None where a set has no such questions."""
    present = [a.found for a in results if a.tried.answers]
    absent = [a.found for a in results if not a.tried.answers]
    return auroc(present, absent) if present and absent else None


def assess(opened: Opened, name: str, lines: Sequence[Line], rows: int) -> float:
    """Print every measure of one set; its ANLS."""
    begun = time.perf_counter()
    results = asked(opened, name, lines, rows)
    scores = by_task(results)
    for task, told in scores.items():
        _tell(f"{name}/{task}", told)
    told_apart = unanswerable_auroc(results)
    if told_apart is not None:
        _tell(f"{name}/unanswerable", {"auroc": told_apart})
    if opened.hides_boxes:
        _tell(f"{name}/hidden boxes", masked_accuracy(opened, map(line_page, lines)).measures())
    else:
        print(f"{name + '/hidden boxes':32} not measured: this export has no input for hidden boxes; export it again")
    print(f"{name:32} seconds {time.perf_counter() - begun:.0f}")
    return scores["all"]["anls"] if scores else 0.0


def _tell(name: str, measures: dict[str, float]) -> None:
    print(f"{name:32}", " ".join(f"{k} {v:.3f}".replace(".000", "") for k, v in measures.items()), flush=True)


def _opened(path: Path, vocabulary: Path | None, threads: int) -> Opened:
    if path.suffix != ".pt":
        return open_export(path, threads)
    return open_checkpoint(path, vocabulary or path.parent)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure; 1 where an exported model beside a checkpoint differs from it by more than PARITY."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("model", type=Path, help="an exported model's folder, or a checkpoint")
    parser.add_argument("--vocabulary", type=Path, help="a checkpoint's folder of tokenizer.json")
    parser.add_argument("--sets", type=Path, nargs="+", required=True, help="files of example lines")
    parser.add_argument("--beside", type=Path, help="an exported model to be asked the same")
    parser.add_argument("--limit", type=int, default=0, help="pages a set")
    parser.add_argument("--rows", type=int, default=16, help="questions a page")
    parser.add_argument("--threads", type=int, default=0)
    given = parser.parse_args(arguments)
    models = [_opened(path, given.vocabulary, given.threads) for path in (given.model, given.beside) if path]
    apart = 0.0
    for path in given.sets:
        name, lines = path.name.split(".")[0], chosen_lines(path, given.limit)
        scores = [assess(model, name, lines, given.rows) for model in models]
        if len(scores) > 1:
            apart = max(apart, abs(scores[0] - scores[1]))
            _tell(f"{name}/apart", {"anls": abs(scores[0] - scores[1])})
    return int(apart > PARITY)


if __name__ == "__main__":
    raise SystemExit(main())
