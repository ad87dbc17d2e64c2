"""The visual branch learns to see before the network reads: what lies in each cell of a page's picture.

    python -m docqa_app.training.first_sight RUN/eyes.pt --data drawn.jsonl.gz ... --vocabulary VOCABULARY --minutes 10

Only the convolutions and their projection are trained, on parts of drawn pages whose `sights` are known: a part costs a
hundredth of what a page costs the whole network. `train --warm OLD RUN/eyes.pt` begins with what they learned.
"""

from __future__ import annotations

import argparse
import base64
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812  (torch's own habit)
from numpy.typing import NDArray
from torch import Tensor, nn

from docqa_app.answering.features import picture_array
from docqa_app.answering.tokenizer import WordTokenizer
from docqa_app.training.losses import SCARCE
from docqa_app.training.model.config import CONFIGS, Config
from docqa_app.training.model.docformer import DocFormer
from docqa_app.training.page_lines import Line, read_lines
from docqa_app.training.sights import SIGHTS, seen_in_cells
from docqa_app.training.trainer import has_fast_bfloat16

BATCH = 24
ROWS, COLUMNS = 8, 4  # cells of the window that is looked at: most of a page is empty
RARE = ("stamp", "signature", "qr")
"""What hardly any page of a set of receipts or orders bears; the few that do are noise in what is learned."""
BARE = 0.25  # share of the windows that are of such real pages
AIMED = 0.85  # share of the windows that hold something

Bytes = NDArray[np.uint8]
Cells = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture [height, width, 3], what its cells [rows, columns, SIGHTS] hold, and what [SIGHTS] of it is known."""

    picture: Bytes
    cells: Cells
    known: Cells


def known_pages(files: Sequence[Path], config: Config) -> list[Shown]:
    """The pages of these lines that say what is to be seen."""
    lines: Iterator[Line] = (line for file in files for line in read_lines(file))
    return [_shown(base64.b64decode(x["picture"]), x["sights"], config) for x in lines if x.get("sights") is not None]


def bare_pages(files: Sequence[Path], config: Config) -> list[Shown]:
    """The real pages of these lines, each picture once, as bearing none of RARE."""
    pictures = dict.fromkeys(line["picture"] for file in files for line in read_lines(file))
    known = np.isin(SIGHTS, RARE)
    return [replace(_shown(base64.b64decode(p), [], config), known=known) for p in pictures]


def _shown(picture: bytes, sights: list[list[Any]], config: Config) -> Shown:
    pixels = ((picture_array(picture).transpose(1, 2, 0) + 1) * 127.5).round().astype(np.uint8)
    cells = seen_in_cells(sights, config.visual_columns, config.visual_rows)
    return Shown(pixels, cells.reshape(config.visual_rows, config.visual_columns, -1), np.ones(len(SIGHTS), dtype=bool))


class Eyes(nn.Module):
    """The visual branch of a network and its head. picture [B, 3, height, width] -> [B, V, SIGHTS]"""

    def __init__(self, config: Config) -> None:
        super().__init__()
        network = DocFormer(config)
        if network.visual is None or network.sight_head is None:
            raise ValueError("this size has no visual branch to train")
        self.visual, self.sight_head = network.visual, network.sight_head

    def forward(self, picture: Tensor) -> Tensor:
        said: Tensor = self.sight_head(self.visual(picture))
        return said

    def look_at(self, rows: int, columns: int) -> None:
        """Expect pictures of so many cells from now on."""
        self.visual.rows, self.visual.columns = rows, columns


def window(page: Shown, rng: random.Random) -> Shown:
    """A part of the page, mostly one that holds something."""
    high, wide = page.cells.shape[:2]
    top, left = rng.randint(0, high - ROWS), rng.randint(0, wide - COLUMNS)
    filled = np.argwhere(page.cells.any(-1))
    if len(filled) and rng.random() < AIMED:
        row, column = (int(v) for v in rng.choice(filled))
        top = min(high - ROWS, max(0, row - rng.randrange(ROWS)))
        left = min(wide - COLUMNS, max(0, column - rng.randrange(COLUMNS)))
    tall, broad = page.picture.shape[0] // high, page.picture.shape[1] // wide
    pixels = page.picture[top * tall : (top + ROWS) * tall, left * broad : (left + COLUMNS) * broad]
    return Shown(pixels, page.cells[top : top + ROWS, left : left + COLUMNS], page.known)


def batch_of(pages: Sequence[Shown]) -> tuple[Tensor, Tensor]:
    """Pictures [B, 3, height, width] in -1..1 and what lies in their cells [B, V, SIGHTS]."""
    pictures = np.stack([p.picture for p in pages]).transpose(0, 3, 1, 2).astype(np.float32) / 127.5 - 1
    cells = np.stack([p.cells.reshape(-1, len(SIGHTS)) for p in pages])
    return torch.from_numpy(pictures), torch.from_numpy(cells).float()


def learn(eyes: Eyes, pages: list[Shown], bare: list[Shown], given: argparse.Namespace) -> None:
    """Train for so many minutes, the rate falling to nothing; a share BARE of each batch is of bare pages."""
    rng, begun = random.Random(given.seed), time.perf_counter()
    optimizer = torch.optim.AdamW(eyes.parameters(), lr=given.rate, weight_decay=0.01)
    eyes.look_at(ROWS, COLUMNS)
    step, lately = 0, 0.0
    while (share := (time.perf_counter() - begun) / (60 * given.minutes)) < 1:
        for group in optimizer.param_groups:
            group["lr"] = given.rate * min(1.0, (step + 1) / 50) * (1 - share)
        real = round(BARE * BATCH) if bare else 0
        drawn = [*rng.choices(pages, k=BATCH - real), *(rng.choices(bare, k=real) if real else ())]
        lately += _step(eyes, optimizer, [window(page, rng) for page in drawn])
        step += 1
        if step % 100 == 0:
            print(f"step {step}, {share:.0%}, loss {lately / 100:.4f}", flush=True)
            lately = 0.0


def _step(eyes: Eyes, optimizer: torch.optim.Optimizer, chosen: Sequence[Shown]) -> float:
    """One batch forward, backward and down; its loss."""
    pictures, cells = batch_of(chosen)
    with torch.autocast("cpu", torch.bfloat16, enabled=has_fast_bfloat16()):
        said = eyes(pictures)
    scarce = torch.full((len(SIGHTS),), SCARCE)
    each = F.binary_cross_entropy_with_logits(said.float(), cells, pos_weight=scarce, reduction="none")
    known = torch.from_numpy(np.stack([page.known for page in chosen]))[:, None]
    loss = (each * known).mean()
    loss.backward()
    nn.utils.clip_grad_norm_(eyes.parameters(), 1.0)
    optimizer.step()
    optimizer.zero_grad(set_to_none=True)
    return float(loss.detach())


def scores(eyes: Eyes, pages: Sequence[Shown]) -> dict[str, float]:
    """F1 of each sight over the cells of whole pages, at even odds."""
    eyes.look_at(*pages[0].cells.shape[:2])
    with torch.inference_mode():
        told = [(eyes(p) > 0, c > 0) for p, c in (batch_of([page]) for page in pages)]
    said, true = (torch.cat([pair[n] for pair in told]).flatten(0, 1) for n in (0, 1))
    hit = (said & true).sum(0)
    return {name: float(2 * hit[n] / max(1, said[:, n].sum() + true[:, n].sum())) for n, name in enumerate(SIGHTS)}


def main(arguments: Sequence[str] | None = None) -> None:
    """Learn, tell how well on other pages, and write what was learned."""
    given = _parser().parse_args(arguments)
    torch.manual_seed(given.seed)
    if given.threads:
        torch.set_num_threads(given.threads)
    config = CONFIGS[given.size](WordTokenizer.load(given.vocabulary).size)
    eyes = Eyes(config)
    if given.warm:
        eyes.load_state_dict(torch.load(given.warm, map_location="cpu", weights_only=True)["model"], strict=False)
    learn(eyes, known_pages(given.data, config), bare_pages(given.bare, config), given)
    given.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"model": eyes.state_dict()}, given.out)
    if given.dev:
        print(" ".join(f"{n} {v:.2f}" for n, v in scores(eyes.eval(), known_pages(given.dev, config)).items()))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--data", type=Path, nargs="+", required=True)
    parser.add_argument("--dev", type=Path, nargs="*", default=[], help="pages to measure on")
    parser.add_argument("--vocabulary", type=Path, required=True, help="folder of the cut tokenizer.json")
    parser.add_argument(
        "--bare", type=Path, nargs="*", default=[], help="real pages without stamps, signatures, QR codes"
    )
    parser.add_argument("--warm", type=Path, help="what an earlier call wrote, to go on from")
    parser.add_argument("--size", choices=CONFIGS, default="small")
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=0)
    return parser


if __name__ == "__main__":
    main()
