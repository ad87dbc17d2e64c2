"""How much boxes alone tell: can a network that reads no words place words whose boxes it does not see?

    python -m docqa_app.training.box_probe pages.jsonl.gz dev.jsonl.gz --vocabulary VOCABULARY

Boxes are inputs of the encoder, so token-to-line and token-to-grid could be read off them. Scored words hide theirs,
but their neighbours do not. Three networks of one size and as many steps are taught the two tasks: one sees boxes only
(every word is the same token), one words too, one the picture as well.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import torch

from docqa_app.answering.tokenizer import UNKNOWN_ID, WordTokenizer
from docqa_app.training.losses import Weights
from docqa_app.training.masked import masked_accuracy
from docqa_app.training.model.config import CONFIGS
from docqa_app.training.model.docformer import DocFormer
from docqa_app.training.opened import opened_network
from docqa_app.training.page_lines import line_page, read_lines
from docqa_app.training.recipe import Recipe, Source
from docqa_app.training.trainer import Trainer

LAYOUT_ONLY = Weights(words=0.0, evidence=0.0, found=0.0, line=1.0, grid=1.0)


class Blind(WordTokenizer):
    """Every word is one and the same token: neither what it says nor how long it is can be seen."""

    def word(self, text: str) -> tuple[int, ...]:
        return (UNKNOWN_ID,)


def probes(recipe: Recipe, out: Path, vocabulary: Path, dev: Path) -> Iterator[tuple[str, dict[str, float]]]:
    """Train and measure the three networks."""
    pages = [line_page(line) for line in read_lines(dev)]
    for name, tokenizer, seeing in (
        ("boxes only", Blind.load(vocabulary), False),
        ("boxes and words", WordTokenizer.load(vocabulary), False),
        ("boxes, words and picture", WordTokenizer.load(vocabulary), True),
    ):
        torch.manual_seed(recipe.seed)
        config = replace(CONFIGS[recipe.size](tokenizer.size), picture_used=seeing)
        trainer = Trainer(out / name.replace(" ", "-").replace(",", ""), recipe, DocFormer(config), tokenizer)
        trainer.resume()
        if trainer.share < 1:
            trainer.run()
        yield name, masked_accuracy(opened_network(trainer.model, tokenizer), pages).measures()


def main(arguments: Sequence[str] | None = None) -> None:
    """Teach the networks and print a table row of each."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pages", type=Path, help="example lines to learn from")
    parser.add_argument("dev", type=Path, help="example lines to measure on")
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("runs/box-probe"))
    parser.add_argument("--size", choices=CONFIGS, default="tiny")
    parser.add_argument("--steps", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    recipe = Recipe(
        (Source(given.pages, 1.0),), minutes=0, steps=given.steps, size=given.size, seed=given.seed,
        rate=2e-3, warm_up=50, rows=1, hidden_share=1.0, weights=LAYOUT_ONLY,
    )  # fmt: skip
    print("| the network sees | line | grid | always the commonest: line | grid |\n|---|---|---|---|---|")
    for name, told in probes(recipe, given.out, given.vocabulary, given.dev):
        row = (told["line"], told["grid"], told["line_commonest"], told["grid_commonest"])
        print(f"| {name} |", " | ".join(f"{value:.3f}" for value in row), "|", flush=True)


if __name__ == "__main__":
    main()
