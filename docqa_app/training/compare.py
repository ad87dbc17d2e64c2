"""Trains the variants of a study at equal cost with several seeds, measures them, and writes a table and a plot.

    python -m docqa_app.training.compare tasks OUT --vocabulary VOCABULARY
    python -m docqa_app.training.compare question OUT --vocabulary VOCABULARY --size small --start google/flan-t5-small
                                                      --asked asked.jsonl.gz --dev dev.jsonl.gz

Cost is what is computed, in teraflops forward and backward: the same on any computer; with `--steps` it is the number
of steps instead. Each run is pre-trained on pages without labels (where the study says so), then taught answers, then
asked the development pages. Without files of lines it draws receipts and forms. Interrupted, the same command goes on.
OUT/findings.jsonl keeps every result; `*` in the table marks what differs from the first variant by more than chance
(Student's t over the seeds' paired differences, 95 %).
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
from docqa_app.training.drawn_pages import DEV_SEED, drawn_pages
from docqa_app.training.findings import Finding, add_finding, misread_name, plot_misreading, read_findings, table
from docqa_app.training.masked import masked_accuracy
from docqa_app.training.misreading import best_possible
from docqa_app.training.model.config import CONFIGS, Config
from docqa_app.training.model.docformer import DocFormer
from docqa_app.training.opened import opened_network
from docqa_app.training.page_lines import Line, line_page, read_lines
from docqa_app.training.recipe import Recipe, Source
from docqa_app.training.start import load_start, start_folder, started
from docqa_app.training.studies import ANSWERING, SCALES, STUDIES, Study, Variant
from docqa_app.training.torch_network import TorchNetwork
from docqa_app.training.trainer import Trainer
from docqa_app.training.trying import answer_anls, answer_loss, misread_at
from docqa_app.training.vocabulary import kept_ids

MEASURES = ("loss", "anls", "visual", "steps", "questions")
RATES = (0.0, 0.05, 0.1, 0.2)
WARM_UP = 10  # steps: runs are short here
KINDS = ("receipt", "form")  # drawn where no lines are given: short pages with stamps, signatures and ticked boxes
DRAWN, HELD = 300, 15  # pages of each kind to learn from, and to be measured on


@dataclass(frozen=True, slots=True)
class Bench:
    """What all variants share. `teraflops`: the cost of one run; `steps`, where given, counts instead."""

    out: Path
    pages: tuple[Source, ...]
    asked: tuple[Source, ...]
    dev: tuple[Line, ...]
    tokenizer: WordTokenizer
    plain: Config
    teraflops: float
    steps: int
    rate: float
    budget: int
    start: Path | None = None
    kept: tuple[int, ...] = ()

    def fresh(self, variant: Variant, seed: int) -> DocFormer:
        """The network every variant begins with; the same seed, the same weights, with a picture and without."""
        config = variant.config(self.plain)
        model = self._first(config, seed)
        whole = self._first(replace(config, picture_used=True), seed).state_dict()
        model.load_state_dict({name: whole[name] for name in model.state_dict()})
        return model

    def _first(self, config: Config, seed: int) -> DocFormer:
        torch.manual_seed(seed)
        return started(config, load_start(self.start), self.kept, seed) if self.start else DocFormer(config)


def run(bench: Bench, study: Study, variant: Variant, seed: int) -> Finding:
    """Pre-train, teach and measure one variant with one seed; its checkpoints are thrown away."""
    folder = bench.out / f"{re.sub('[^a-z0-9]+', '-', variant.name).strip('-')}-{seed}"
    model, measures = bench.fresh(variant, seed), {}
    if study.pretraining:
        recipe = _recipe(bench, bench.pages, study.pretraining, seed)
        recipe = replace(recipe, weights=variant.tasks, hidden_share=float(variant.hides_boxes))
        model = _trained(folder / "pretraining", recipe, model, bench.tokenizer).model
        measures = _encoder_measures(bench, model)
    recipe = replace(_recipe(bench, bench.asked, 1 - study.pretraining, seed), weights=ANSWERING, hidden_share=0.0)
    taught = _trained(folder / "answering", recipe, model, bench.tokenizer)
    learned = {"steps": float(taught.progress.step), "questions": float(taught.progress.questions)}
    measures |= learned | _answers(bench, taught.model, RATES if variant.name in study.misread else RATES[:1])
    for checkpoint in folder.rglob("checkpoint.pt"):
        checkpoint.unlink()
    return Finding(variant.name, seed, measures)


def _answers(bench: Bench, model: DocFormer, rates: Sequence[float]) -> dict[str, float]:
    """Loss and ANLS on the development pages, also of what only their pictures answer, also on misread ones."""
    network = TorchNetwork(model.cpu().eval(), bench.tokenizer)
    told = {"loss": answer_loss(model, bench.tokenizer, bench.dev)}
    told["visual"] = answer_anls(network, bench.dev, seen=True)
    return told | {misread_name(rate): answer_anls(network, bench.dev, rate) for rate in rates}


def _recipe(bench: Bench, sources: tuple[Source, ...], share: float, seed: int) -> Recipe:
    cost, steps = bench.teraflops * share, round(bench.steps * share)
    return Recipe(
        sources,
        minutes=0,
        teraflops=cost,
        steps=steps,
        seed=seed,
        rate=bench.rate,
        warm_up=WARM_UP,
        budget=bench.budget,
    )


def _trained(folder: Path, recipe: Recipe, model: DocFormer, tokenizer: WordTokenizer) -> Trainer:
    trainer = Trainer(folder, recipe, model, tokenizer)
    trainer.resume()
    trainer.run()
    return trainer


def _encoder_measures(bench: Bench, model: DocFormer) -> dict[str, float]:
    told = masked_accuracy(opened_network(model, bench.tokenizer), (line_page(line) for line in bench.dev)).measures()
    model.to("cuda" if torch.cuda.is_available() else "cpu").train()
    return {"hidden line": told["line"], "hidden grid": told["grid"]}


def report(bench: Bench, study: Study) -> str:
    """Write and return the table of everything found so far; the plot once every variant in it was tried."""
    findings = read_findings(bench.out / "findings.jsonl")
    told = table(findings, (*MEASURES, *(("hidden line", "hidden grid") if study.pretraining else ())))
    if study.misread and set(study.misread) <= {f.variant for f in findings}:
        tried = [f for f in findings if f.variant in study.misread]
        told += "\n\n" + table(tried, [misread_name(rate) for rate in RATES[::-1]])
        best = [best_possible([misread_at(line, rate) for line in bench.dev]) for rate in RATES]
        plot_misreading(bench.out / "misread.png", findings, dict(zip(RATES, best, strict=True)), study.misread)
    (bench.out / "table.md").write_text(told + "\n", encoding="utf-8")
    return told


def main(arguments: Sequence[str] | None = None) -> None:
    """Run what is missing, seed by seed, and print the table."""
    parser = _arguments()
    given = parser.parse_args(arguments)
    if given.size != "tiny" and not given.start:
        parser.error(f"{given.size} needs first weights: --start google/flan-t5-{given.size}, or a folder of them")
    given.out.mkdir(parents=True, exist_ok=True)
    if given.threads:
        torch.set_num_threads(given.threads)
    study, bench = STUDIES[given.study], _bench(given)
    if study.pretraining and given.pretraining:
        study = replace(study, pretraining=given.pretraining)
    kept = given.out / "findings.jsonl"
    done = {(f.variant, f.seed) for f in read_findings(kept)}
    for seed in range(given.first_seed, given.first_seed + given.seeds):
        for variant in study.variants:
            if (variant.name, seed) not in done:
                add_finding(kept, run(bench, study, variant, seed))
    print(report(bench, study))


def _bench(given: argparse.Namespace) -> Bench:
    """What the arguments describe; pages are drawn where none are given."""
    tokenizer = WordTokenizer.load(given.vocabulary)
    plain, scale = CONFIGS[given.size](tokenizer.size), SCALES[given.size]
    if given.layers:
        plain = replace(plain, encoder_layers=given.layers, decoder_layers=given.layers)
    start = start_folder(given.start) if given.start else None
    kept = kept_ids(given.vocabulary, start) if start else ()
    learned = given.asked or _drawn(given.out, "asked", DRAWN, 1)
    pages = tuple(Source(path, 1.0, blanked=True) for path in given.pages or learned)
    asked = tuple(Source(path, 1.0) for path in learned)
    dev = tuple(line for path in given.dev or _drawn(given.out, "dev", HELD, DEV_SEED) for line in read_lines(path))
    dev = tuple(random.Random(1).sample(dev, min(len(dev), given.limit)))
    cost = given.teraflops or scale.teraflops, given.steps, given.rate or scale.rate, given.budget or scale.budget
    return Bench(given.out, pages, asked, dev, tokenizer, plain, *cost, start, tuple(kept))


def _drawn(out: Path, name: str, count: int, seed: int) -> list[Path]:
    return [drawn_pages(out / f"{name}-{kind}.jsonl.gz", count, seed, kind) for kind in KINDS]


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
    parser.add_argument("--teraflops", type=float, default=0.0, help="cost of one run (none: the size's own)")
    parser.add_argument("--steps", type=int, default=0, help="equal steps instead of equal computing")
    parser.add_argument("--pretraining", type=float, default=0.0, help="its share of the cost (none: the study's own)")
    parser.add_argument("--rate", type=float, default=0.0, help="learning rate (none: the size's own)")
    parser.add_argument("--budget", type=int, default=0, help="padded tokens a step (none: the size's own)")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--first-seed", type=int, default=1, help="to share a study's seeds among processes")
    parser.add_argument("--threads", type=int, default=0)
    return parser


if __name__ == "__main__":
    main()
