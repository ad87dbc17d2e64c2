"""What small weights cost: how far the likelihood of the true answers moves from what it is in torch.

    python -m docqa_app.training.rounding_cost RUN/checkpoint.pt --vocabulary VOCABULARY --sets dev.jsonl.gz --limit 24

ANLS of a few hundred questions cannot tell roundings apart: one answer more or less is 0.005. The likelihood of each
token of the true answers moves with every rounding, so a few pages tell which one moves it most.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from docqa_app.answering.model_folder import open_model_folder
from docqa_app.answering.network import Network
from docqa_app.answering.scoring import likelihoods
from docqa_app.answering.tokenizer import WordTokenizer
from docqa_app.training.examples import ANSWER_TOKENS
from docqa_app.training.export import SMOOTHED_BY, export_graphs, fill_folder
from docqa_app.training.model.docformer import DocFormer
from docqa_app.training.page_lines import Line, chosen_lines, line_page, read_lines
from docqa_app.training.rounding import FLOAT, FLOAT_PRODUCTS, SHIPPED, WHOLE, Rounding, by_graph
from docqa_app.training.smoothing import channel_sizes, smooth
from docqa_app.training.torch_network import TorchNetwork
from docqa_app.training.trainer import load_checkpoint

LIKELY = np.log(0.5)  # a token this likely is said, whatever else there is


TRIED = {
    "nothing but the embedding": by_graph(FLOAT),
    "as shipped": by_graph(SHIPPED),
    "as shipped, the reader only": {**by_graph(FLOAT), "reader": by_graph(SHIPPED)["reader"]},
    "as shipped, the speaker only": {**by_graph(FLOAT), "speaker": SHIPPED},
    "float head": by_graph(Rounding(head_bits=WHOLE)),
    "8-bit head": by_graph(Rounding(head_bits=8)),
    "blocks of 64": by_graph(Rounding(block=64)),
    "blocks of 32": by_graph(Rounding(block=32, head_block=32)),
    "products in float": by_graph(Rounding(products=FLOAT_PRODUCTS)),
    "4 bits in blocks of 32": by_graph(Rounding(bits=4, block=32, head_block=32)),
}


@dataclass(frozen=True, slots=True)
class Cost:
    """Of `tokens` of true answers: how far their likelihood moves either way (`moved` in nats, with its standard
    error), and the share that passes LIKELY, up or down (`tipped`). `size` of the folder in MiB."""

    tokens: int
    moved: float
    error: float
    tipped: float
    size: float


def told(network: Network, lines: Sequence[Line], rows: int) -> NDArray[np.float32]:
    """The log likelihood of each token of the true answers to at most `rows` of each page's questions."""
    rng, parts = random.Random(1), [np.zeros(0, dtype=np.float32)]
    for line in lines:
        page = network.encode(line_page(line))
        known = [q for q in line["questions"] if q["answers"]]
        for question in rng.sample(known, min(len(known), rows)):
            prompt = network.tokenizer.question_prompt(question["question"])
            answer = network.tokenizer.text(question.get("said", question["answers"][0]))[:ANSWER_TOKENS]
            parts += likelihoods(network, page, prompt, [answer])
    return np.concatenate(parts)


def cost(before: NDArray[np.float32], after: NDArray[np.float32], size: float) -> Cost:
    """Torch's likelihoods beside an export's, token by token. ValueError where they are not as many, or none."""
    if not len(before) or len(before) != len(after):
        raise ValueError(f"{len(before)} and {len(after)} tokens can't be compared")
    apart = np.abs(before.astype(np.float64) - after)
    error = float(apart.std() / np.sqrt(len(apart)))
    return Cost(len(apart), float(apart.mean()), error, float(((before >= LIKELY) != (after >= LIKELY)).mean()), size)


def costs(
    model: DocFormer,
    vocabulary: Path,
    lines: Sequence[Line],
    rows: int,
    tried: Mapping[str, Mapping[str, Rounding]],
    pages: Sequence[Line] = (),
) -> Iterator[tuple[str, Cost]]:
    """Each way of rounding and its cost, of weights smoothed by `pages` where there are any. The folders are thrown
    away, `model` is changed."""
    tokenizer = WordTokenizer.load(vocabulary)
    before = told(TorchNetwork(model, tokenizer), lines, rows)
    if pages:
        smooth(model, channel_sizes(model, tokenizer, pages))
    with tempfile.TemporaryDirectory() as kept:
        whole, folder = Path(kept) / "whole", Path(kept) / "small"
        whole.mkdir()
        export_graphs(model, whole)
        for name, roundings in tried.items():
            fill_folder(model, whole, folder, vocabulary, "0", roundings)
            size = sum(file.stat().st_size for file in folder.iterdir()) / 2**20
            yield name, cost(before, told(Network(open_model_folder(folder), "cpu", 1), lines, rows), size)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a row of each way of rounding."""
    given = _arguments().parse_args(arguments)
    lines = [line for path in given.sets for line in chosen_lines(path, given.limit)]
    tried = {name: TRIED[name] for name in given.only or TRIED}
    print("| in small weights | MiB | tokens | nats moved a token | tipped |\n|---|---|---|---|---|")
    model, _ = load_checkpoint(given.checkpoint)
    pages = list(islice(read_lines(given.smooth), SMOOTHED_BY)) if given.smooth else ()
    for name, c in costs(model, given.vocabulary, lines, given.rows, tried, pages):
        print(f"| {name} | {c.size:.1f} | {c.tokens} | {c.moved:.4f} ± {c.error:.4f} | {c.tipped:.4f} |", flush=True)


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--sets", type=Path, nargs="+", required=True, help="files of example lines")
    parser.add_argument("--limit", type=int, default=24, help="pages a set")
    parser.add_argument("--rows", type=int, default=6, help="questions a page")
    parser.add_argument("--smooth", type=Path, help="smooth by these example lines first, as training.export does")
    parser.add_argument("--only", nargs="*", choices=TRIED, help="these ways only")
    return parser


if __name__ == "__main__":
    main()
