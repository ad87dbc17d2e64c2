"""Example pages become the padded tensors of one training step."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import torch
from torch import Tensor

from docqa_app.answering.features import Passage, passages, picture_array
from docqa_app.answering.tokenizer import ASK, END_ID, FILL, MAKE_PAIR, SEP, SUMMARIZE, WordTokenizer
from docqa_app.core.document import Page, Word
from docqa_app.core.geometry import union
from docqa_app.core.layout import assign
from docqa_app.training.corpora import Line, line_page
from docqa_app.training.model import IGNORED, Config

QUESTION_TOKENS, ANSWER_TOKENS, SUMMARY_TOKENS = 40, 64, 160

PAIRED = 0.08
"""Share of a page's whole questions that are learned to be asked with their answer, where its line does not say."""


@dataclass(frozen=True, slots=True)
class Row:
    """One question: prompt ids, answer ids (empty: not on this page), evidence word indices, whether to judge found."""

    prompt: tuple[int, ...]
    answer: tuple[int, ...]
    evidence: frozenset[int] = frozenset()
    judged: bool = True


@dataclass(frozen=True, slots=True)
class Example:
    """A page cut to passages, its picture, its rows, and each word's text line and grid cell (from 1)."""

    passages: tuple[Passage, ...]
    picture: bytes
    rows: tuple[Row, ...]
    lines: tuple[int, ...]
    cells: tuple[int, ...]

    @property
    def tokens(self) -> int:
        return max(len(p.tokens) for p in self.passages)


@dataclass(slots=True)
class Batch:
    """Letters as in model.py. `pages` [N] names each passage's page, `slots` [N] its place among that page's passages.

    prompts [B, L]: a page's questions and answers end to end; rows [B, L] the question each token belongs to (-1:
    none) and places [B, L] its place in it; labels [B, L]: the token each place must say, IGNORED elsewhere;
    found [B, R]: 1, 0 or -1 (not judged), said at `ends` [B, R], where <sep> stands; evidence [B, R, M] True on tokens
    of evidence words.
    Encoder tasks: shown [N, T] False where a box is hidden; pairs [P, 3] passage and two places, pair_labels [P];
    cells [C, 2] passage and place, cell_labels [C].
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
    pairs: Tensor = field(default_factory=lambda: torch.zeros(0, 3, dtype=torch.long))
    pair_labels: Tensor = field(default_factory=lambda: torch.zeros(0, dtype=torch.long))
    cells: Tensor = field(default_factory=lambda: torch.zeros(0, 2, dtype=torch.long))
    cell_labels: Tensor = field(default_factory=lambda: torch.zeros(0, dtype=torch.long))

    def to(self, device: torch.device) -> Batch:
        moved = {n: v.to(device) for n in self.__dataclass_fields__ if isinstance(v := getattr(self, n), Tensor)}
        return replace(self, **moved)


class ExampleMaker:
    """Lines of a corpus become examples; draws phrasings, passages and blanks by its own random source."""

    def __init__(
        self,
        tokenizer: WordTokenizer,
        config: Config,
        seed: int,
        most_rows: int = 12,
        most_passages: int = 3,
        limit: int = 512,
    ) -> None:
        self.tokenizer, self.config, self.limit = tokenizer, config, limit
        self.most_rows, self.most_passages = most_rows, most_passages
        self.rng = random.Random(seed)
        marks = (ASK, FILL, MAKE_PAIR, SUMMARIZE, SEP)
        self.ask, self.fill, self.make_pair, self.summarize, self.sep = (tokenizer.mark(m) for m in marks)
        self.sentinels = [tokenizer.mark(f"<extra_id_{n}>") for n in range(100)]

    def asked(self, line: Line) -> Example:
        """A page with some of its questions, drawn anew each time."""
        page = line_page(line)
        chosen = line["questions"]
        if len(chosen) > self.most_rows:
            chosen = self.rng.sample(chosen, self.most_rows)
        paired = line.get("paired", PAIRED)
        return self._example(page, tuple(self.row(q, paired) for q in chosen))

    def row(self, question: Line, paired: float = 0.0) -> Row:
        """A question as a decoder row; its answer as it is printed, where that is known (printed.py)."""
        if question["task"] == "summary":
            return self._summary(question)
        prompt = (self.ask, *self.tokenizer.text(question["question"])[:QUESTION_TOKENS], self.sep)
        if not question["answers"]:
            return Row(prompt, ())
        told = self.tokenizer.text(question.get("said", question["answers"][0]))[:ANSWER_TOKENS]
        if question["question"].endswith("?") and self.rng.random() < paired:
            return Row((self.make_pair,), (*prompt[1:], *told, END_ID), judged=False)
        return Row(prompt, (*told, END_ID), frozenset(question["evidence"]))

    def _summary(self, wish: Line) -> Row:
        """The wish for a summary of so many sentences as a decoder row."""
        told = self.tokenizer.text(wish["answers"][0])[:SUMMARY_TOKENS]
        prompt = (self.summarize, *self.tokenizer.text(wish["question"]), self.sep)
        return Row(prompt, (*told, END_ID), judged=False)

    def blanked(self, line: Line, share: float = 0.15, span: float = 3.0) -> Example:
        """A page with runs of words replaced by sentinels, and one row that says them (T5's span corruption)."""
        page = line_page(line)
        words: list[Word] = []
        told: list[int] = []
        index, blanks = 0, 0
        while index < len(page.words):
            length = min(len(page.words) - index, 1 + int(self.rng.expovariate(1 / (span - 1))))
            if blanks < 99 and len(told) < 100 and self.rng.random() < share / span / (1 - share):
                run = page.words[index : index + length]
                words.append(Word(f"<extra_id_{blanks}>", union(w.box for w in run)))
                told += [self.sentinels[blanks], *(t for w in run for t in self.tokenizer.word(w.text))]
                blanks, index = blanks + 1, index + length
            else:
                words.append(page.words[index])
                index += 1
        row = Row((self.fill, self.sep), (*told[:150], END_ID), judged=False)
        return self._example(replace(page, words=tuple(words)), (row,))

    def _example(self, page: Page, rows: tuple[Row, ...]) -> Example:
        cut = passages(page, self.tokenizer, self.limit)
        if len(cut) > self.most_passages:
            cut = self._chosen(cut, rows)
        geometry = assign(page, self.config.grid_columns, self.config.grid_rows)
        return Example(cut, page.picture, self._fitting(rows, cut), geometry.lines, geometry.cells)

    def _chosen(self, cut: Sequence[Passage], rows: Sequence[Row]) -> tuple[Passage, ...]:
        """A long page's passages: those with most evidence first, kept in their order."""
        wanted = [w for row in rows for w in row.evidence]
        rank = sorted(cut, key=lambda p: (-int(np.isin(wanted, p.words).sum()), self.rng.random()))
        kept = {id(p) for p in rank[: self.most_passages]}
        return tuple(p for p in cut if id(p) in kept)

    @staticmethod
    def _fitting(rows: Sequence[Row], cut: Sequence[Passage]) -> tuple[Row, ...]:
        """Rows whose evidence is on the passages kept; a row of unknown evidence stays."""
        here = set(np.concatenate([p.words for p in cut]).tolist())
        return tuple(row for row in rows if not row.evidence or row.evidence <= here) or tuple(rows[:1])


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


def _said(row: Row) -> tuple[int, ...]:
    """What goes into the decoder: the prompt and the answer less its end."""
    return row.prompt + row.answer[:-1]


def _evidence(
    examples: Sequence[Example], flat: Sequence[tuple[int, int, Passage]], rows: int, longest: int, config: Config
) -> Tensor:
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
    """Hide some words' boxes; ask for their cell, and for the lines between them and words nearby.

    As many words that show their boxes are asked too: easy for the network, but it is how the overlays ask it.
    """
    batch.shown = batch.mask.clone()
    pairs, pair_labels, cells, cell_labels = [], [], [], []
    for n, (b, _, passage) in enumerate(flat):
        firsts = np.flatnonzero(np.diff(passage.words, prepend=-1))
        if len(firsts) < 2:
            continue
        lines, grid = examples[b].lines, examples[b].cells
        scored = rng.sample(range(len(firsts)), min(len(firsts), max(2, int(2 * hidden * len(firsts)))))
        for order, i in enumerate(scored):
            word = passage.words[firsts[i]]
            if order % 2 == 0:
                batch.shown[n, torch.from_numpy(passage.words == word).nonzero()[:, 0]] = False
            cells.append((n, firsts[i]))
            cell_labels.append(grid[word] - 1)
            reach = rng.choice((1, 3, 8, 20))
            j = min(len(firsts) - 1, max(0, i + rng.randint(-reach, reach)))
            if i != j:
                pairs.append((n, firsts[i], firsts[j]))
                pair_labels.append(min(2, abs(lines[word] - lines[passage.words[firsts[j]]])))
    if cells:
        batch.cells, batch.cell_labels = torch.tensor(np.array(cells)), torch.tensor(cell_labels)
    if pairs:
        batch.pairs, batch.pair_labels = torch.tensor(np.array(pairs)), torch.tensor(pair_labels)


def grouped(examples: Iterator[Example], budget: int, pool: int, rng: random.Random) -> Iterator[list[Example]]:
    """Batches of like-long examples of at most `budget` padded tokens, drawn from pools of `pool` examples."""
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
