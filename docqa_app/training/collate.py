"""Examples become the padded tensors of one training step."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import torch
from torch import Tensor

from docqa_app.answering.features import Passage, picture_array
from docqa_app.training.encoder_tasks import draw_tasks
from docqa_app.training.examples import Example, Row
from docqa_app.training.model.config import Config
from docqa_app.training.model.docformer import IGNORED
from docqa_app.training.sights import seen_in_cells


@dataclass(slots=True)
class Batch:
    """What one step is given; letters as in model.py.

    tokens [N, T] ids; boxes [N, T, 4] in 0..1000, negative where a token has none; mask [N, T] True on tokens, False on
    padding; pages [N] each passage's page, slots [N] its place among that page's passages; pictures
    [B, 3, height, width] in -1..1.

    prompts [B, L]: a page's questions and answers end to end; rows [B, L] the question each token belongs to (-1:
    none) and places [B, L] its place in it; labels [B, L]: the token each place must say, IGNORED elsewhere;
    found [B, R]: 1, 0 or -1 (not judged), said at `ends` [B, R], where <sep> stands; evidence [B, R, M] True on tokens
    of evidence words; unlike [B, R] True on answers that are to become unlikely (None: there are none).
    Encoder tasks: shown [N, T] False where a box is hidden; pairs [P, 3] passage and two places, pair_labels [P];
    cells [C, 2] passage and place, cell_labels [C]; sights [B, V, SIGHTS] what each picture shows where, sighted [B]
    whether that is known (None: of no page).
    """

    tokens: Tensor
    boxes: Tensor
    mask: Tensor
    pages: Tensor
    slots: Tensor
    pictures: Tensor
    prompts: Tensor
    rows: Tensor
    places: Tensor
    labels: Tensor
    found: Tensor
    ends: Tensor
    evidence: Tensor
    shown: Tensor | None = None
    unlike: Tensor | None = None
    pairs: Tensor = field(default_factory=lambda: torch.zeros(0, 3, dtype=torch.long))
    pair_labels: Tensor = field(default_factory=lambda: torch.zeros(0, dtype=torch.long))
    cells: Tensor = field(default_factory=lambda: torch.zeros(0, 2, dtype=torch.long))
    cell_labels: Tensor = field(default_factory=lambda: torch.zeros(0, dtype=torch.long))
    sights: Tensor | None = None
    sighted: Tensor | None = None

    def to(self, device: torch.device) -> Batch:
        """The batch with its tensors on this device."""
        moved = {n: v.to(device) for n in self.__dataclass_fields__ if isinstance(v := getattr(self, n), Tensor)}
        return replace(self, **moved)


def collate(examples: Sequence[Example], config: Config, rng: random.Random, hidden: float = 0.0) -> Batch:
    """Examples padded to one batch; a share `hidden` of the words hides its box and is scored by the encoder tasks."""
    flat = [(b, s, p) for b, e in enumerate(examples) for s, p in enumerate(e.passages)]
    count, longest = len(flat), max(1, max(len(p.tokens) for _, _, p in flat))
    tokens = np.zeros((count, longest), np.int64)
    boxes = np.zeros((count, longest, 4), np.int64)
    mask = np.zeros((count, longest), bool)
    for n, (_, _, p) in enumerate(flat):
        tokens[n, : len(p.tokens)], boxes[n, : len(p.tokens)], mask[n, : len(p.tokens)] = p.tokens, p.boxes, True
    batch = Batch(
        torch.from_numpy(tokens), torch.from_numpy(boxes), torch.from_numpy(mask),
        torch.tensor([b for b, _, _ in flat]), torch.tensor([s for _, s, _ in flat]),
        torch.from_numpy(np.stack([picture_array(e.picture) for e in examples])),
        *_rows(examples, flat, longest, config),
    )  # fmt: skip
    if any(row.unlike for example in examples for row in example.rows):
        batch.unlike = _unlike(examples, *batch.ends.shape)
    if config.picture_used and any(example.sights is not None for example in examples):
        batch.sights, batch.sighted = _sights(examples, config)
    if hidden:
        _encoder_tasks(batch, examples, flat, rng, hidden)
    return batch


def _rows(
    examples: Sequence[Example], flat: Sequence[tuple[int, int, Passage]], longest: int, config: Config
) -> tuple[Tensor, ...]:
    """prompts, rows, places, labels, found, ends and evidence of a batch."""
    pages, count = len(examples), max(len(e.rows) for e in examples)
    length = max(sum(len(_said(r)) for r in e.rows) for e in examples)
    prompts, rows, places, labels = (np.full((pages, length), v) for v in (0, -1, 0, IGNORED))
    found, ends = np.full((pages, count), -1), np.zeros((pages, count), np.int64)
    for b, example in enumerate(examples):
        at = 0
        for r, row in enumerate(example.rows):
            said = _said(row)
            here = slice(at, at + len(said))
            prompts[b, here], rows[b, here], places[b, here] = said, r, np.arange(len(said))
            ends[b, r] = at + len(row.prompt) - 1
            if row.answer:
                labels[b, ends[b, r] : at + len(said)] = row.answer
            found[b, r] = int(bool(row.answer)) if row.judged else -1
            at += len(said)
    told = (prompts, rows, places, labels, found, ends)
    return *(torch.from_numpy(t) for t in told), _evidence(examples, flat, count, longest, config)


def _unlike(examples: Sequence[Example], pages: int, count: int) -> Tensor:
    """[pages, count] True on answers that are to become unlikely."""
    unlike = torch.zeros(pages, count, dtype=torch.bool)
    for b, example in enumerate(examples):
        unlike[b, : len(example.rows)] = torch.tensor([row.unlike for row in example.rows], dtype=torch.bool)
    return unlike


def _sights(examples: Sequence[Example], config: Config) -> tuple[Tensor, Tensor]:
    """What each picture shows in each visual token's cell, and of which pages that is known."""
    known = [example.sights is not None for example in examples]
    told = [seen_in_cells(e.sights or (), config.visual_columns, config.visual_rows) for e in examples]
    return torch.from_numpy(np.stack(told)), torch.tensor(known)


def _said(row: Row) -> tuple[int, ...]:
    """What goes into the decoder: the prompt and the answer less its end."""
    return row.prompt + row.answer[:-1]


def _evidence(
    examples: Sequence[Example], flat: Sequence[tuple[int, int, Passage]], rows: int, longest: int, config: Config
) -> Tensor:
    """[B, rows, M] True on the tokens of each row's evidence words, in the order in which `remember` lays passages."""
    place = config.visual_tokens + longest
    evidence = np.zeros((len(examples), rows, place * max(len(e.passages) for e in examples)), bool)
    for b, slot, passage in flat:
        first = slot * place + config.visual_tokens
        for r, row in enumerate(examples[b].rows):
            if row.evidence:
                evidence[b, r, first : first + len(passage.words)] = np.isin(passage.words, list(row.evidence))
    return torch.from_numpy(evidence)


def _encoder_tasks(
    batch: Batch,
    examples: Sequence[Example],
    flat: Sequence[tuple[int, int, Passage]],
    rng: random.Random,
    hidden: float,
) -> None:
    """Hide some words' boxes and ask the encoder about them."""
    batch.shown = batch.mask.clone()
    pairs, pair_labels, cells, cell_labels = [], [], [], []
    for n, (b, _, passage) in enumerate(flat):
        tasks = draw_tasks(passage, examples[b].lines, examples[b].cells, rng, hidden)
        batch.shown[n, : len(tasks.hidden)] &= torch.from_numpy(~tasks.hidden)
        cells += [(n, cell.place) for cell in tasks.cells]
        cell_labels += [cell.label for cell in tasks.cells]
        pairs += [(n, pair.first, pair.second) for pair in tasks.pairs]
        pair_labels += [pair.label for pair in tasks.pairs]
    if cells:
        batch.cells, batch.cell_labels = torch.tensor(cells), torch.tensor(cell_labels)
    if pairs:
        batch.pairs, batch.pair_labels = torch.tensor(pairs), torch.tensor(pair_labels)


def grouped(examples: Iterator[Example], budget: int, pool: int, rng: random.Random) -> Iterator[list[Example]]:
    """Batches of examples of similar length of at most `budget` padded tokens, drawn from pools of `pool` examples."""
    while True:
        held = [e for _, e in zip(range(pool), examples, strict=False)]
        if not held:
            return
        held.sort(key=lambda e: (len(e.passages), e.tokens))
        batches: list[list[Example]] = [[]]
        for example in held:
            trial = [*batches[-1], example]
            width = max(e.tokens for e in trial) + 128
            if batches[-1] and sum(len(e.passages) for e in trial) * width > budget:
                batches.append([])
            batches[-1].append(example)
        rng.shuffle(batches)
        yield from batches
