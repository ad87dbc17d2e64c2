"""Trains the variants of a study at equal cost with several seeds, measures them, and writes a table and a plot.

    python -m docqa_app.training.compare tasks OUT --vocabulary VOCABULARY
    python -m docqa_app.training.compare question OUT --vocabulary VOCABULARY --asked asked.jsonl.gz --dev dev.jsonl.gz

Cost is what is computed, in teraflops forward and backward: the same on any computer. Each run is pre-trained on pages
without labels (where the study says so), then taught answers, then asked the development pages. Without files of lines
it draws receipts. Interrupted, the same command goes on. OUT/findings.jsonl keeps every result.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch

from docqa_app.answering.tokenizer import WordTokenizer
from docqa_app.training.corpora import Line, line_page, read_lines
from docqa_app.training.drawn_pages import DEV_SEED, drawn_pages
from docqa_app.training.findings import Finding, add_finding, misread_name, plot_misreading, read_findings, table
from docqa_app.training.masked import masked_accuracy
from docqa_app.training.misreading import best_possible, misread_line
from docqa_app.training.model import CONFIGS, Config, DocFormer
from docqa_app.training.opened import opened_network
from docqa_app.training.recipe import Recipe, Source
from docqa_app.training.start import load_start, start_folder, started
from docqa_app.training.studies import ANSWERING, STUDIES, Study, Variant
from docqa_app.training.torch_network import TorchNetwork
from docqa_app.training.trainer import Trainer
from docqa_app.training.trying import answer_anls, answer_loss
from docqa_app.training.vocabulary import kept_ids

RATES = (0.0, 0.05, 0.1, 0.2)
WARM_UP = 10  # steps: runs are short here


@dataclass(frozen=True, slots=True)
class Bench:
    """What all variants share. `teraflops`: the cost of one run."""

    out: Path
    pages: tuple[Source, ...]
    asked: tuple[Source, ...]
    dev: tuple[Line, ...]
    tokenizer: WordTokenizer
    plain: Config
    teraflops: float
    rate: float
    start: Path | None = None
    kept: tuple[int, ...] = ()

    def fresh(self, variant: Variant, seed: int) -> DocFormer:
        """The network every variant begins with; the same seed, the same weights."""
        torch.manual_seed(seed)
        config = variant.config(self.plain)
        return started(config, load_start(self.start), self.kept, seed) if self.start else DocFormer(config)


def run(bench: Bench, study: Study, variant: Variant, seed: int) -> Finding:
    """Pre-train, teach and measure one variant with one seed; its checkpoints are thrown away."""
    folder = bench.out / f"{re.sub('[^a-z0-9]+', '-', variant.name).strip('-')}-{seed}"
    model, measures = bench.fresh(variant, seed), {}
    if study.pretraining:
        recipe = _recipe(bench, bench.pages, study.pretraining, seed)
        recipe = replace(recipe, weights=variant.tasks, hidden_share=float(variant.hides_boxes))
        model = _trained(folder / "pretraining", recipe, model, bench.tokenizer)
        measures = _encoder_measures(bench, model)
    recipe = replace(_recipe(bench, bench.asked, 1 - study.pretraining, seed), weights=ANSWERING, hidden_share=0.0)
    model = _trained(folder / "answering", recipe, model, bench.tokenizer)
    network = TorchNetwork(model.cpu().eval(), bench.tokenizer)
    measures["loss"] = answer_loss(model, bench.tokenizer, bench.dev)
    for rate in RATES if variant.name in study.misread else RATES[:1]:
        measures[misread_name(rate)] = answer_anls(network, bench.dev, rate)
    for checkpoint in folder.rglob("checkpoint.pt"):
        checkpoint.unlink()
    return Finding(variant.name, seed, measures)


def _recipe(bench: Bench, sources: tuple[Source, ...], share: float, seed: int) -> Recipe:
    cost = bench.teraflops * share
    return Recipe(sources, minutes=0, teraflops=cost, seed=seed, rate=bench.rate, warm_up=WARM_UP, budget=4096)


def _trained(folder: Path, recipe: Recipe, model: DocFormer, tokenizer: WordTokenizer) -> DocFormer:
    trainer = Trainer(folder, recipe, model, tokenizer)
    trainer.resume()
    if trainer.share < 1:
        trainer.run()
    return trainer.model


def _encoder_measures(bench: Bench, model: DocFormer) -> dict[str, float]:
    told = masked_accuracy(opened_network(model, bench.tokenizer), (line_page(line) for line in bench.dev)).measures()
    model.to("cuda" if torch.cuda.is_available() else "cpu").train()
    return {"hidden line": told["line"], "hidden grid": told["grid"]}


def report(bench: Bench, study: Study) -> str:
    """Write and return the table of everything found so far; the plot once every variant in it was tried."""
    findings = read_findings(bench.out / "findings.jsonl")
    told = table(findings, ("loss", "anls", *(("hidden line", "hidden grid") if study.pretraining else ())))
    if study.misread and set(study.misread) <= {f.variant for f in findings}:
        tried = [f for f in findings if f.variant in study.misread]
        told += "\n\n" + table(tried, [misread_name(rate) for rate in RATES[::-1]])
        best = [best_possible([misread_line(line, rate, random.Random(1)) for line in bench.dev]) for rate in RATES]
        plot_misreading(bench.out / "misread.png", findings, dict(zip(RATES, best, strict=True)), study.misread)
    (bench.out / "table.md").write_text(told + "\n", encoding="utf-8")
    return told


def main(arguments: Sequence[str] | None = None) -> None:
    """Run what is missing, seed by seed, and print the table."""
    given = _arguments().parse_args(arguments)
    given.out.mkdir(parents=True, exist_ok=True)
    if given.threads:
        torch.set_num_threads(given.threads)
    study, bench = STUDIES[given.study], _bench(given)
    kept = given.out / "findings.jsonl"
    done = {(f.variant, f.seed) for f in read_findings(kept)}
    for seed in range(1, given.seeds + 1):
        for variant in study.variants:
            if (variant.name, seed) not in done:
                add_finding(kept, run(bench, study, variant, seed))
    print(report(bench, study))


def _bench(given: argparse.Namespace) -> Bench:
    tokenizer = WordTokenizer.load(given.vocabulary / "tokenizer.json")
    plain = CONFIGS[given.size](tokenizer.size)
    if given.layers:
        plain = replace(plain, encoder_layers=given.layers, decoder_layers=given.layers)
    start = start_folder(given.start) if given.start else None
    kept = kept_ids(given.vocabulary, start) if start else ()
    learned = given.asked or [drawn_pages(given.out / "asked.jsonl.gz", 400, 1, "receipt")]
    pages = tuple(Source(path, 1.0, blanked=True) for path in given.pages or learned)
    asked = tuple(Source(path, 1.0) for path in learned)
    held = given.dev or [drawn_pages(given.out / "dev.jsonl.gz", 40, DEV_SEED, "receipt")]
    dev = tuple(line for path in held for line in read_lines(path))
    dev = tuple(random.Random(1).sample(dev, min(len(dev), given.limit)))
    return Bench(given.out, pages, asked, dev, tokenizer, plain, given.teraflops, given.rate, start, tuple(kept))


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("study", choices=STUDIES)
    parser.add_argument("out", type=Path, help="folder of logs and results")
    parser.add_argument("--pages", type=Path, nargs="*", help="lines to pre-train on (none: those of --asked)")
    parser.add_argument("--asked", type=Path, nargs="*", help="lines with questions to learn from")
    parser.add_argument("--dev", type=Path, nargs="*", help="lines to be measured on")
    parser.add_argument("--limit", type=int, default=30, help="development pages at most")
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--start", help="folder or hub name of flan-t5-small (none: random weights)")
    parser.add_argument("--size", choices=CONFIGS, default="tiny")
    parser.add_argument("--layers", type=int, default=0, help="layers of encoder and of decoder, if not the size's own")
    parser.add_argument("--teraflops", type=float, default=5.0, help="cost of one run")
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--threads", type=int, default=0)
    return parser


if __name__ == "__main__":
    main()
