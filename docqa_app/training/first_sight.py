"""The visual branch learns to see before the network reads: what lies in each cell of a page's picture.

    python -m docqa_app.training.first_sight RUN/eyes.pt --data drawn.jsonl.gz ... --vocabulary VOCABULARY --minutes 10

Only the convolutions and their projection are trained, on drawn pages whose `sights` are known: a page costs a fiftieth
of what it costs the whole network. `train --warm OLD RUN/eyes.pt` begins with what they learned.
"""

from __future__ import annotations

import argparse
import base64
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812  (torch's own habit)
from torch import Tensor, nn

from docqa_app.answering.features import picture_array
from docqa_app.answering.tokenizer import WordTokenizer
from docqa_app.training.corpora import Line, read_lines
from docqa_app.training.losses import SCARCE
from docqa_app.training.model import CONFIGS, Config, DocFormer
from docqa_app.training.sights import SIGHTS, seen_in_cells
from docqa_app.training.trainer import has_fast_bfloat16

BATCH = 16


def known_pictures(files: Sequence[Path]) -> list[tuple[bytes, list[list[object]]]]:
    """The pictures of lines that say what is to be seen, and what that is."""
    lines: Iterator[Line] = (line for file in files for line in read_lines(file))
    return [(base64.b64decode(x["picture"]), x["sights"]) for x in lines if x.get("sights") is not None]


class Eyes(nn.Module):
    """The visual branch of a network with a head of its own. picture [B, 3, height, width] -> [B, V, SIGHTS]"""

    def __init__(self, config: Config) -> None:
        super().__init__()
        visual = DocFormer(config).visual
        if visual is None:
            raise ValueError("this size has no visual branch to train")
        self.visual = visual
        self.head = nn.Linear(config.width, len(SIGHTS))

    def forward(self, picture: Tensor) -> Tensor:
        said: Tensor = self.head(self.visual(picture))
        return said


def batch_of(chosen: Sequence[tuple[bytes, list[list[object]]]], config: Config) -> tuple[Tensor, Tensor]:
    """Pictures [B, 3, height, width] and what lies in their cells [B, V, SIGHTS]."""
    pictures = np.stack([picture_array(picture) for picture, _ in chosen])
    cells = np.stack([seen_in_cells(s, config.visual_columns, config.visual_rows) for _, s in chosen])
    return torch.from_numpy(pictures), torch.from_numpy(cells).float()


def learn(eyes: Eyes, held: list[tuple[bytes, list[list[object]]]], config: Config, given: argparse.Namespace) -> None:
    """Train for so many minutes, the rate falling to nothing."""
    rng, begun = random.Random(given.seed), time.perf_counter()
    optimizer = torch.optim.AdamW(eyes.parameters(), lr=given.rate, weight_decay=0.01)
    half, scarce, step = has_fast_bfloat16(), torch.full((len(SIGHTS),), SCARCE), 0
    while (share := (time.perf_counter() - begun) / (60 * given.minutes)) < 1:
        for group in optimizer.param_groups:
            group["lr"] = given.rate * min(1.0, (step + 1) / 50) * (1 - share)
        pictures, cells = batch_of(rng.sample(held, min(BATCH, len(held))), config)
        with torch.autocast("cpu", torch.bfloat16, enabled=half):
            said = eyes(pictures)
        loss = F.binary_cross_entropy_with_logits(said.float(), cells, pos_weight=scarce)
        loss.backward()
        nn.utils.clip_grad_norm_(eyes.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        step += 1
        if step % 50 == 0:
            print(f"step {step}, {share:.0%}, loss {float(loss.detach()):.4f}", flush=True)


def scores(eyes: Eyes, held: Sequence[tuple[bytes, list[list[object]]]], config: Config) -> dict[str, float]:
    """F1 of each sight over the cells of these pages, at even odds."""
    with torch.inference_mode():
        told = [(eyes(p) > 0, c > 0) for p, c in (batch_of([page], config) for page in held)]
    said, true = (torch.cat([pair[n] for pair in told]).flatten(0, 1) for n in (0, 1))
    hit = (said & true).sum(0)
    return {name: float(2 * hit[n] / max(1, said[:, n].sum() + true[:, n].sum())) for n, name in enumerate(SIGHTS)}


def main(arguments: Sequence[str] | None = None) -> None:
    """Learn, tell how well on other pages, and write what was learned."""
    given = _parser().parse_args(arguments)
    torch.manual_seed(given.seed)
    if given.threads:
        torch.set_num_threads(given.threads)
    config = CONFIGS[given.size](WordTokenizer.load(given.vocabulary / "tokenizer.json").size)
    eyes = Eyes(config)
    learn(eyes, known_pictures(given.data), config, given)
    given.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"model": {f"visual.{name}": weight for name, weight in eyes.visual.state_dict().items()}}, given.out)
    if given.dev:
        print(" ".join(f"{n} {v:.2f}" for n, v in scores(eyes.eval(), known_pictures(given.dev), config).items()))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--data", type=Path, nargs="+", required=True)
    parser.add_argument("--dev", type=Path, nargs="*", default=[], help="pages to measure on")
    parser.add_argument("--vocabulary", type=Path, required=True, help="folder of the cut tokenizer.json")
    parser.add_argument("--size", choices=CONFIGS, default="small")
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=0)
    return parser


if __name__ == "__main__":
    main()
