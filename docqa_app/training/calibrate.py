"""Asks development pages with the shipped graphs, scores the answers, and fits confidence to what turned out right.

python -m docqa_app.training.calibrate models/small dev1.jsonl.gz dev2.jsonl.gz --write [--free]
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

from docqa_app.answering.calibration import SIGN_NAMES, Calibration, Logistic, Signs
from docqa_app.answering.engine import CALIBRATION, Engine, load_engine
from docqa_app.answering.network import FREE
from docqa_app.core.metrics import anls, exact_match, expected_calibration_error, is_right
from docqa_app.training.calibration_plot import draw_calibration
from docqa_app.training.export import list_files
from docqa_app.training.page_lines import Line, chosen_lines, line_page

NEWTON_STEPS = 50
GUESSED = 0.1
"""What a wrong answer costs, in right ones: little, for it says "check this", and to look is less work than to type
what was called not found."""


CHECK_FIELDS = 0.87
"""Where "check this" begins for fields: of those above at most one in twenty is wrong (`field_scores`)."""


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


def fit(results: Sequence[Tried]) -> Calibration:
    """Regressions of "right" and of "answers the question" on the signs, and the thresholds of the window.

    The threshold of "not found" gives the highest mean score where an answered question scores its ANLS, a question
    without an answer scores 1 for "not found", and a guess that is mostly wrong costs GUESSED.
    """
    said = [t for t in results if t.signs is not None]
    signs = np.array([astuple(t.signs) for t in said])
    right = np.array([t.right for t in said], dtype=float)
    score = np.array([anls(t.text, t.answers) if t.answers else 0.0 for t in said])
    absent = np.array([not t.answers for t in said])
    sure, answers = regression(signs, right), regression(signs, (score >= 0.5).astype(float))
    confidences = np.array([sure.probability(t.signs) for t in said if t.signs])
    found = np.array([answers.probability(t.signs) for t in said if t.signs])
    worth = np.where(score >= 0.5, score, -GUESSED)
    cut = max(np.arange(0.05, 0.7, 0.01), key=lambda c: float(np.where(found < c, absent, worth).mean()))
    return Calibration(sure, answers, round(float(cut), 3), _check(confidences, right), CHECK_FIELDS)


def regression(signs: NDArray[np.float64], truth: NDArray[np.float64], strength: float = 1e-3) -> Logistic:
    """Logistic regression of truth [n], 0..1, on signs [n, s] by NEWTON_STEPS of Newton's method.

    It is fitted on signs of mean 0 and spread 1, with a ridge penalty of strength / 2 times the squared weights and
    offset; the weights that are returned are of the signs as they are given.
    """
    mean, spread = signs.mean(0), signs.std(0) + 1e-6
    scaled = np.column_stack([(signs - mean) / spread, np.ones(len(truth))])
    weights = np.zeros(scaled.shape[1])
    for _ in range(NEWTON_STEPS):
        share = 1 / (1 + np.exp(-scaled @ weights))
        slope = scaled.T @ (share - truth) / len(truth) + strength * weights
        curve = (scaled * (share * (1 - share))[:, None]).T @ scaled / len(truth) + strength * np.eye(len(weights))
        weights -= np.linalg.solve(curve, slope)
    plain = weights[:-1] / spread
    return Logistic(tuple(float(w) for w in plain), float(weights[-1] - plain @ mean))


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
    told = [t.text if t.signs and calibration.is_found(t.signs) else "" for t in group]
    asked = [(t, text) for t, text in zip(group, told, strict=True) if t.answers]
    absent = [text for t, text in zip(group, told, strict=True) if not t.answers]
    count = max(1, len(asked))
    given = [(c, t.right) for c, t, text in zip(sure, group, told, strict=True) if text]
    return {
        "questions": len(group),
        "anls": sum(anls(text, t.answers) for t, text in asked) / count,
        "anls_forced": sum(anls(t.text, t.answers) for t, _ in asked) / count,
        "exact": sum(exact_match(text, t.answers) for t, text in asked) / count,
        "absent_kept": sum(not text for text in absent) / max(1, len(absent)),
        "calibration_error": expected_calibration_error([c for c, _ in given], [r for _, r in given]),
        "evidence": sum(bool(set(t.evidence) & set(t.truth)) for t, _ in asked if t.truth)
        / max(1, sum(bool(t.truth) for t, _ in asked)),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Ask, fit, print, and write calibration.json beside the model."""
    chosen = _parser().parse_args(arguments)
    engine = load_engine(chosen.model, threads=chosen.threads)
    engine = engine.freely if chosen.free else engine
    results = [t for path in chosen.sets for t in _tried(engine, path, chosen.limit, chosen.rows)]
    calibration = fit(results) if chosen.write else engine.calibration
    if chosen.write:
        name = FREE + CALIBRATION if chosen.free else CALIBRATION
        (chosen.model / name).write_text(as_json(calibration), encoding="utf-8")
        list_files(chosen.model)
    for name, scores in report(results, calibration).items():
        print(f"{name:32}", " ".join(f"{k} {v:.3f}" for k, v in scores.items()))
    if chosen.plot:
        draw_calibration(chosen.plot, _given(results, calibration))
    _show_wrong(results, chosen.wrong)


def _tried(engine: Engine, path: Path, limit: int, rows: int) -> Iterator[Tried]:
    """The questions of one file's pages, or of `limit` of them drawn by lot."""
    return tried(engine, path.name.split(".")[0], chosen_lines(path, limit), rows)


def _given(results: Sequence[Tried], calibration: Calibration) -> dict[str, list[tuple[float, bool]]]:
    """Confidence and rightness of the answers that were given, by source."""
    groups: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for t in results:
        if t.signs and calibration.is_found(t.signs):
            groups[t.source].append((calibration.confidence(t.signs), t.right))
    return groups


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("model", type=Path)
    parser.add_argument("sets", type=Path, nargs="+")
    parser.add_argument("--limit", type=int, default=0, help="pages a set")
    parser.add_argument("--rows", type=int, default=16, help="questions a page")
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--write", action="store_true", help="fit, and write calibration.json")
    parser.add_argument("--free", action="store_true", help="of the network as it answers free questions")
    parser.add_argument("--plot", type=Path, help="draw a PNG of what confidence promises and keeps")
    parser.add_argument("--wrong", type=int, default=0, help="wrong answers to show of each set")
    return parser


def as_json(calibration: Calibration) -> str:
    """The calibration as it is shipped, each weight beside its sign's name."""
    record = asdict(calibration)
    for name in ("right", "answers"):
        record[name]["weights"] = dict(zip(SIGN_NAMES, record[name]["weights"], strict=True))
    return json.dumps(record, indent=1) + "\n"


def _show_wrong(results: Sequence[Tried], count: int) -> None:
    for source in dict.fromkeys(t.source for t in results):
        wrong = [t for t in results if t.source == source and t.answers and anls(t.text, t.answers) < 0.9]
        for t in random.Random(2).sample(wrong, min(count, len(wrong))):
            print(f"  {source} {t.page} | {t.question} | said {t.text!r} | true {list(t.answers)}")


if __name__ == "__main__":
    main()
