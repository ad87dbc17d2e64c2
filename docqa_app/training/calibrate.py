"""Asks development pages with the shipped graphs, scores the answers, and fits confidence to what turned out right.

python -m docqa_app.training.calibrate models/small dev1.jsonl.gz dev2.jsonl.gz --write
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, astuple, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from docqa_app.answering.calibration import SIGN_NAMES, Calibration, Signs
from docqa_app.answering.engine import Engine, load_engine
from docqa_app.core.metrics import anls, exact_match, expected_calibration_error, is_right
from docqa_app.training.corpora import Line, line_page, read_lines

REACHED = 0.6  # an answer counts as found where so many of its like are right


@dataclass(frozen=True, slots=True)
class Tried:
    """One question asked: the likeliest candidate's text and signs (None: nothing was said), and the truth."""

    source: str
    page: str
    task: str
    question: str
    text: str
    signs: Signs | None
    answers: tuple[str, ...]
    evidence: tuple[int, ...] = ()
    truth: tuple[int, ...] = ()

    @property
    def right(self) -> bool:
        return bool(self.answers) and is_right(self.text, self.answers)


def tried(engine: Engine, source: str, lines: Iterable[Line], most_rows: int, seed: int = 1) -> Iterator[Tried]:
    """Ask each page some of its questions; one result a question."""
    rng = random.Random(seed)
    for line in tqdm(list(lines), desc=source):
        asked = line["questions"]
        asked = rng.sample(asked, most_rows) if len(asked) > most_rows else asked
        weighed = engine.weigh(line_page(line), [q["question"] for q in asked])
        for question, options in zip(asked, weighed, strict=True):
            best = options[0] if options else None
            yield Tried(
                source,
                line["id"],
                question["task"],
                question["question"],
                best.candidate.text if best else "",
                best.signs if best else None,
                tuple(question["answers"]),
                best.candidate.evidence if best else (),
                tuple(question["evidence"]),
            )


def fit(results: Sequence[Tried], strength: float = 1e-3, steps: int = 50) -> Calibration:
    """Logistic regression of "right" on the signs by Newton's method, and the threshold of "not found".

    The threshold maximises the share of questions treated rightly: answered rightly, or not answered where the page
    has no answer or ours is wrong counting half.
    """
    said = [t for t in results if t.signs is not None]
    signs = np.array([astuple(t.signs) for t in said])
    right = np.array([t.right for t in said], dtype=float)
    mean, spread = signs.mean(0), signs.std(0) + 1e-6
    scaled = np.column_stack([(signs - mean) / spread, np.ones(len(said))])
    weights = np.zeros(scaled.shape[1])
    for _ in range(steps):
        share = 1 / (1 + np.exp(-scaled @ weights))
        slope = scaled.T @ (share - right) / len(right) + strength * weights
        curve = (scaled * (share * (1 - share))[:, None]).T @ scaled / len(right) + strength * np.eye(len(weights))
        weights -= np.linalg.solve(curve, slope)
    plain = weights[:-1] / spread
    offset = float(weights[-1] - plain @ mean)
    fitted = Calibration(tuple(float(w) for w in plain), offset, 0.0, REACHED)
    confidences = np.array([fitted.confidence(t.signs) for t in said if t.signs])
    return Calibration(fitted.weights, offset, _not_found(confidences, said), _check(confidences, right))


def _not_found(confidences: NDArray[np.float64], said: Sequence[Tried]) -> float:
    absent = np.array([not t.answers for t in said])
    score = np.array([anls(t.text, t.answers) if t.answers else 0.0 for t in said])
    return max(
        (round(float(c), 3) for c in np.arange(0.02, 0.7, 0.01)),
        key=lambda c: float(np.where(confidences < c, absent, score).mean()),
    )


def _check(confidences: NDArray[np.float64], right: NDArray[np.float64]) -> float:
    """The lowest confidence above which 95 of 100 answers are right; 0.95 where no such place is."""
    for threshold in np.arange(0.3, 0.96, 0.01):
        above = confidences >= threshold
        if above.any() and right[above].mean() >= 0.95:
            return round(float(threshold), 3)
    return 0.95


def report(results: Sequence[Tried], calibration: Calibration) -> dict[str, dict[str, float]]:
    """For each source and task: questions, ANLS with and without the choice of "not found", exact, evidence overlap."""
    groups: dict[str, list[Tried]] = defaultdict(list)
    for t in results:
        groups[t.source].append(t)
        groups[f"{t.source}/{t.task}"].append(t)
    return {name: _scores(group, calibration) for name, group in groups.items()}


def _scores(group: Sequence[Tried], calibration: Calibration) -> dict[str, float]:
    sure = [calibration.confidence(t.signs) if t.signs else 0.0 for t in group]
    told = [t.text if c >= calibration.not_found else "" for t, c in zip(group, sure, strict=True)]
    asked = [(t, text) for t, text in zip(group, told, strict=True) if t.answers]
    absent = [text for t, text in zip(group, told, strict=True) if not t.answers]
    count = max(1, len(asked))
    confidences = [c if text else 1 - c for c, text in zip(sure, told, strict=True)]
    right = [is_right(text, t.answers) if text else not t.right for t, text in zip(group, told, strict=True)]
    return {
        "questions": len(group),
        "anls": sum(anls(text, t.answers) for t, text in asked) / count,
        "anls_forced": sum(anls(t.text, t.answers) for t, _ in asked) / count,
        "exact": sum(exact_match(text, t.answers) for t, text in asked) / count,
        "absent_kept": sum(not text for text in absent) / max(1, len(absent)),
        "calibration_error": expected_calibration_error(confidences, right),
        "evidence": sum(bool(set(t.evidence) & set(t.truth)) for t, _ in asked if t.truth)
        / max(1, sum(bool(t.truth) for t, _ in asked)),
    }


def main() -> None:
    """Ask, fit, print, and write calibration.json beside the model."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("model", type=Path)
    parser.add_argument("sets", type=Path, nargs="+")
    parser.add_argument("--limit", type=int, default=0, help="pages a set")
    parser.add_argument("--rows", type=int, default=16, help="questions a page")
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--write", action="store_true", help="fit, and write calibration.json")
    parser.add_argument("--wrong", type=int, default=0, help="wrong answers to show of each set")
    chosen = parser.parse_args()
    engine = load_engine(chosen.model, threads=chosen.threads)
    results: list[Tried] = []
    for path in chosen.sets:
        lines = list(read_lines(path))
        if chosen.limit and chosen.limit < len(lines):
            lines = random.Random(1).sample(lines, chosen.limit)
        results += tried(engine, path.name.split(".")[0], lines, chosen.rows)
    calibration = fit(results) if chosen.write else engine.calibration
    if chosen.write:
        record = {**asdict(calibration), "weights": dict(zip(SIGN_NAMES, calibration.weights, strict=True))}
        (chosen.model / "calibration.json").write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    for name, scores in report(results, calibration).items():
        print(f"{name:32}", " ".join(f"{k} {v:.3f}" for k, v in scores.items()))
    _show_wrong(results, chosen.wrong)


def _show_wrong(results: Sequence[Tried], count: int) -> None:
    for source in dict.fromkeys(t.source for t in results):
        wrong = [t for t in results if t.source == source and t.answers and anls(t.text, t.answers) < 0.9]
        for t in random.Random(2).sample(wrong, min(count, len(wrong))):
            print(f"  {source} {t.page} | {t.question} | said {t.text!r} | true {list(t.answers)}")


if __name__ == "__main__":
    main()
