"""Teaches the second reader on the lines of receipts and on drawn ones.

    python -m docqa_app.training.second_reader.train DOCUMENTS OUT --minutes 40 [--together FILE] [--begin NETWORK]

One run a core, each with a seed of its own, `--together` on one file of weights, is the quickest on a small computer.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import torch
from torch import Tensor, nn

from docqa_app.reading.cache import WordCache
from docqa_app.reading.languages import AUTOMATIC
from docqa_app.reading.options import ReadOptions
from docqa_app.training.build import read_pages
from docqa_app.training.eval_sets import order_parts, receipt_parts
from docqa_app.training.field_cases import REAL
from docqa_app.training.page_lines import read_lines
from docqa_app.training.second_reader.catching import Caught, batch_of, caught
from docqa_app.training.second_reader.drawing import drawn_line
from docqa_app.training.second_reader.line_pictures import LinePicture, annotated_lines, sure_words
from docqa_app.training.second_reader.network import LineNetwork, can_spell, in_capitals
from docqa_app.training.together import EVERY, SharedWeights

DRAWN, FIGURES, SURE = 0.42, 0.15, 0.13  # shares of what is read; the rest are annotated lines of any kind
RATE, STEADY, LEAST = 2e-3, 0.35, 0.01  # the highest rate, the share of time it is kept, and the share of it that stays
WARM_UP = 100  # steps
POOL, COLUMNS = 512, 9000  # lines sorted by width at a time, and columns a batch
TOLD_EVERY, KEPT_EVERY = 50, 500  # steps


@dataclass(frozen=True, slots=True)
class Lines:
    """What may be learned from: annotated lines, those of them that are figures, and words that were read surely."""

    annotated: Sequence[LinePicture]
    figures: Sequence[LinePicture]
    sure: Sequence[LinePicture]
    drawn: float = DRAWN

    def draw(self, rng: random.Random) -> LinePicture:
        share = rng.random() - self.drawn
        if share < 0 or not self.annotated:
            return drawn_line(rng)
        if self.sure and share < SURE:
            return rng.choice(self.sure)
        return rng.choice(self.figures if self.figures and share < SURE + FIGURES else self.annotated)


def lines_of(documents: Path, words: Path) -> Lines:
    """Receipts of companies that are not held back, and surely read words of those receipts of sixteen countries that
    may be looked into and of scanned orders whose layout is not held back."""
    receipts = list(read_lines(documents / "sroie" / "train.jsonl.gz"))
    learned = receipt_parts(receipts)[0]
    found = [annotated_lines(documents / "sroie", one) for one in receipts if one["id"] in learned]
    annotated = list(chain.from_iterable(found))
    sure = chain(_of_receipts(documents / "receipts_cc0", words), _of_orders(documents / "adbuy", words))
    return Lines(annotated, [line for line in annotated if line.is_figure], list(sure))


def _of_receipts(folder: Path, words: Path) -> Iterator[LinePicture]:
    for receipt in list(read_lines(REAL))[::2]:
        yield from _sure(folder, f"images/{receipt['file']}", ReadOptions((AUTOMATIC,)), WordCache(words))


def _of_orders(folder: Path, words: Path) -> Iterator[LinePicture]:
    orders = list(read_lines(folder / "train.jsonl.gz"))
    learned = order_parts(orders)[0]
    for order in orders:
        if order["id"] in learned and not isinstance(order["file"], str):
            for file in order["file"]:
                yield from _sure(folder, file, ReadOptions(("eng",)), WordCache(words))


def _sure(folder: Path, file: str, options: ReadOptions, cache: WordCache) -> Iterator[LinePicture]:
    for page in read_pages(folder, {"file": file}, options, cache)[:1]:
        yield from sure_words(folder / file, page)


class Teacher:
    """One run: a network, what it reads, and how far the time has gone."""

    def __init__(
        self, network: LineNetwork, lines: Lines, seed: int, shared: SharedWeights | None = None, rate: float = RATE
    ) -> None:
        self.network = network.train()
        self._rate = rate
        self._lines, self._rng, self._shared = lines, random.Random(seed), shared
        self._optimiser = torch.optim.AdamW(network.parameters(), lr=rate, weight_decay=1e-4)
        self._loss = nn.CTCLoss(zero_infinity=True)
        self.steps = 0

    def learn(self, minutes: float) -> Iterator[float]:
        """Learn for so long, with a rate that falls to nearly none; the loss of every step."""
        begin = time.monotonic()
        while (gone := (time.monotonic() - begin) / (60 * minutes)) < 1:
            for lines in self._batches():
                yield self._step(lines, rate_at(self.steps, gone, self._rate))

    def _batches(self) -> list[list[Caught]]:
        """Lines of nearly one width together, about COLUMNS columns each, in any order."""
        drawn = [self._lines.draw(self._rng) for _ in range(POOL)]
        some = [caught(one, self._rng) for one in drawn if can_spell(one.text)]
        pool = sorted(some, key=lambda one: one.line.shape[1])
        batches = list(_filled(pool))
        self._rng.shuffle(batches)
        return batches

    def _step(self, lines: Sequence[Caught], rate: float) -> float:
        for group in self._optimiser.param_groups:
            group["lr"] = rate
        loss = self._loss_of(lines)
        self._optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.network.parameters(), 5.0)
        self._optimiser.step()
        self.steps += 1
        if self._shared and self.steps % EVERY == 0:
            self._shared.meet()
        return float(loss.detach())

    def _loss_of(self, lines: Sequence[Caught]) -> Tensor:
        batch = batch_of(lines)
        with torch.autocast("cpu", torch.bfloat16):
            said = self.network(batch.lines.contiguous(memory_format=torch.channels_last))
        meant = torch.where(batch.cased[:, None, None], said, in_capitals(said)).transpose(0, 1)
        loss: Tensor = self._loss(meant, batch.numbers, batch.steps.clamp(max=len(meant)), batch.lengths)
        return loss


def rate_at(step: int, gone: float, highest: float = RATE) -> float:
    """The rate of learning after so many steps and this share of the time: warm, steady, down a cosine."""
    warm = min(1.0, (step + 1) / WARM_UP)
    falling = max(0.0, (gone - STEADY) / (1 - STEADY))
    return highest * warm * max(LEAST, (1 + math.cos(math.pi * min(1.0, falling))) / 2)


def _filled(lines: Iterable[Caught]) -> Iterator[list[Caught]]:
    batch: list[Caught] = []
    for one in lines:
        batch.append(one)
        if len(batch) * one.line.shape[1] > COLUMNS:
            yield batch
            batch = []
    if batch:
        yield batch


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the arguments, teach, and keep the network."""
    given = _arguments(arguments)
    given.out.parent.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(given.seed)
    torch.set_num_threads(1)
    network = LineNetwork()
    if given.begin:
        network.load_state_dict(torch.load(given.begin, weights_only=True))
    network = network.to(memory_format=torch.channels_last)
    shared = SharedWeights(given.together, network.parameters()) if given.together else None
    teacher = Teacher(network, lines_of(given.documents, given.words), given.seed, shared, given.rate)
    for step, loss in enumerate(teacher.learn(given.minutes), start=1):
        if step % TOLD_EVERY == 0:
            print(f"step {step} loss {loss:.3f}", file=sys.stderr)
        if step % KEPT_EVERY == 0:
            torch.save(network.state_dict(), given.out)
    torch.save(network.state_dict(), given.out)


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", type=Path, help="the folder that holds sroie and receipts_cc0")
    parser.add_argument("out", type=Path, help="the file of the network's weights")
    parser.add_argument("--words", type=Path, default=Path("runs/words"), help="where read pages are kept")
    parser.add_argument("--minutes", type=float, default=40.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=RATE, help="the highest one; lower where a run goes on")
    parser.add_argument("--together", type=Path, help="a file of weights that several runs share")
    parser.add_argument("--begin", type=Path, help="the weights to go on from")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
