"""Contrastive training of summaries (ConSeq, Nan et al. 2021) against plain maximum likelihood, at equal cost.

    python -m docqa_app.training.conseq choose OUT MODEL summaries.jsonl.gz ... [--documents 60]
    python -m docqa_app.training.conseq compare OUT MODEL CHECKPOINT held.jsonl.gz ... [--teraflops 3] [--seeds 3]

`choose` draws six summaries of each document by lot from the exported MODEL and scores them and the true one by QUALS.
S+ are true summaries with a high, S- drawn ones with a low QUALS, of the documents that give both. `compare` goes on
from the checkpoint that MODEL was exported from: once with all true summaries, once with S+ made likely and S-
unlikely; then both write summaries of held-out documents, which MODEL judges. Interrupted, the same command goes on.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from rouge_score.rouge_scorer import RougeScorer

from docqa_app.answering.engine import Engine, load_engine
from docqa_app.answering.pairs import PairEngine
from docqa_app.answering.tokenizer import WordTokenizer
from docqa_app.core.document import Page
from docqa_app.summarizing.check import SENTENCE, ask_text, sheet_of
from docqa_app.summarizing.founded import founded_in
from docqa_app.summarizing.qags import qags
from docqa_app.summarizing.unfounded import unfounded
from docqa_app.training.contrasts import contrasts, scored_rows, true_summary, wishes, write_sets
from docqa_app.training.findings import Finding, add_finding, read_findings, table
from docqa_app.training.judge import answering_by
from docqa_app.training.opened import opened_network
from docqa_app.training.page_lines import Line, line_page, read_lines
from docqa_app.training.recipe import Recipe, Source
from docqa_app.training.sampling import TopK
from docqa_app.training.trainer import Trainer, load_checkpoint

LIKELIHOOD, CONTRAST = "maximum likelihood", "ConSeq"
MEASURES = ("rougeL", "quals", "qags", "consistent")


def choose(given: argparse.Namespace) -> None:
    """Score what is not scored yet, then write the three sets."""
    lines, kept = wishes(given.lines, given.documents), given.out / "scored.jsonl"
    engine = load_engine(given.model, threads=given.threads)
    with kept.open("a+", encoding="utf-8", buffering=1) as out:
        out.seek(0)
        rows = [json.loads(line) for line in out]
        for row in scored_rows(lines, engine, {row["id"] for row in rows}, TopK()):
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
            rows.append(row)
    chosen = contrasts(rows)
    write_sets(given.out, lines, chosen)
    print(f"{len(lines)} documents, {len(chosen)} contrasts")


class Judge:
    """One fixed model that says how well summaries are borne out."""

    def __init__(self, engine: Engine) -> None:
        self._engine, self._pairs = engine, PairEngine(engine)
        self._rouge = RougeScorer(["rougeL"])

    def measures(self, page: Page, truth: str, text: str) -> dict[str, float]:
        """ROUGE-L against the true summary; QUALS and QAGS against the page; 1 where nothing in it stands nowhere."""
        asked = ask_text(self._pairs, [page], text, SENTENCE)
        questions = [pair.question for pair in asked.pairs]
        score = qags(questions, answering_by(self._engine, page), answering_by(self._engine, sheet_of(text)))
        told = {"rougeL": self._rouge.score(truth, text)["rougeL"].fmeasure, "quals": asked.quals, "qags": score}
        known = {name: value for name, value in told.items() if value is not None}
        return known | {"consistent": float(not unfounded(text, founded_in([page])))}


def measured(writer: PairEngine, judge: Judge, lines: Sequence[Line]) -> dict[str, float]:
    """Means over the held-out documents; QUALS and QAGS over those that can be checked."""
    held: dict[str, list[float]] = {name: [] for name in MEASURES}
    for line in lines:
        page, sentences = line_page(line), int(line["questions"][0]["question"])
        text = next(iter(writer.write_summaries([page], 1, sentences)), "")
        for name, value in judge.measures(page, true_summary(line), text).items():
            held[name].append(value)
    return {name: sum(values) / len(values) for name, values in held.items() if values}


@dataclass(frozen=True, slots=True)
class Bench:
    """What both ways of training share."""

    out: Path
    checkpoint: Path
    tokenizer: WordTokenizer
    judge: Judge
    held: tuple[Line, ...]
    recipe: Recipe

    def sources(self, variant: str) -> tuple[Source, ...]:
        names = ("true",) if variant == LIKELIHOOD else ("plus", "minus")
        return tuple(Source(self.out / f"{name}.jsonl.gz", 1.0) for name in names)

    def run(self, variant: str, seed: int) -> Finding:
        """Go on from the checkpoint, then measure; what was trained is thrown away."""
        torch.manual_seed(seed)
        model, _ = load_checkpoint(self.checkpoint)
        folder = self.out / f"{variant.split()[0].lower()}-{seed}"
        recipe = replace(self.recipe, sources=self.sources(variant), seed=seed)
        trainer = Trainer(folder, recipe, model.train(), self.tokenizer)
        trainer.resume()
        if trainer.share < 1:
            trainer.run()
        writer = PairEngine(opened_network(trainer.model, self.tokenizer).engine)
        finding = Finding(variant, seed, measured(writer, self.judge, self.held))
        (folder / "checkpoint.pt").unlink()
        return finding


def compare(given: argparse.Namespace) -> None:
    """Run what is missing, seed by seed, and print the table."""
    if not any(read_lines(given.out / "plus.jsonl.gz")):
        raise SystemExit("No document gave summaries of which one is better by enough. Choose from more --documents.")
    bench, kept = _bench(given), given.out / "findings.jsonl"
    done = {(finding.variant, finding.seed) for finding in read_findings(kept)}
    for seed in range(1, given.seeds + 1):
        for variant in (LIKELIHOOD, CONTRAST):
            if (variant, seed) not in done:
                add_finding(kept, bench.run(variant, seed))
    print(table(read_findings(kept), MEASURES))


def _bench(given: argparse.Namespace) -> Bench:
    engine = load_engine(given.model, threads=given.threads)
    recipe = Recipe(
        (), minutes=0, teraflops=given.teraflops, rate=given.rate, warm_up=5, budget=2600, hidden_share=0.0, rows=1
    )
    held = tuple(wishes(given.lines, given.documents))
    return Bench(given.out, given.checkpoint, engine.network.tokenizer, Judge(engine), held, recipe)


def main(arguments: Sequence[str] | None = None) -> None:
    """Choose, or compare."""
    given = _parser().parse_args(arguments)
    given.out.mkdir(parents=True, exist_ok=True)
    if given.threads:
        torch.set_num_threads(given.threads)
    {"choose": choose, "compare": compare}[given.what](given)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    verbs = parser.add_subparsers(dest="what", required=True)
    for name in ("choose", "compare"):
        verb = verbs.add_parser(name)
        verb.add_argument("out", type=Path)
        verb.add_argument("model", type=Path, help="an exported model: draws, and judges")
        if name == "compare":
            verb.add_argument("checkpoint", type=Path, help="what the model was exported from")
            verb.add_argument("--teraflops", type=float, default=3.0, help="cost of one run")
            verb.add_argument("--rate", type=float, default=3e-5)
            verb.add_argument("--seeds", type=int, default=3)
        verb.add_argument("lines", type=Path, nargs="+", help="lines with summaries (training.texts summaries)")
        verb.add_argument("--documents", type=int, default=60, help="so many of them, by lot")
        verb.add_argument("--threads", type=int, default=0)
    return parser


if __name__ == "__main__":
    main()
