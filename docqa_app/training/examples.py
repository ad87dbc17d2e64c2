"""Lines of a corpus become examples: a page in passages, and what is asked of it."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from docqa_app.answering.features import PASSAGE_TOKENS, Passage, passages
from docqa_app.answering.pairs import SUMMARY_LONGEST
from docqa_app.answering.tokenizer import ASK, END_ID, FILL, MAKE_PAIR, SEP, WordTokenizer
from docqa_app.core.document import Page, Word
from docqa_app.core.geometry import union
from docqa_app.core.layout import assign
from docqa_app.training.model.config import Config
from docqa_app.training.page_lines import Line, line_page

ANSWER_TOKENS = 64

NEVER_PAIRED = frozenset(("table", "count", "compare", "locate", "visual"))
"""Tasks whose questions nobody would ask of a summary."""

PAIRED = 0.08
"""Share of a page's whole questions that are learned to be asked with their answer, where its line does not say."""


@dataclass(frozen=True, slots=True)
class Row:
    """One question: prompt ids, answer ids (empty: not on this page), evidence word indices, whether to judge found.

    `unlike`: the answer is one that is to become unlikely.
    """

    prompt: tuple[int, ...]
    answer: tuple[int, ...]
    evidence: frozenset[int] = frozenset()
    judged: bool = True
    unlike: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """A page cut to passages, its picture, its rows, and each word's text line and grid cell (from 1).

    sights: what only the picture shows (see `sights`); None where that is not known.
    """

    passages: tuple[Passage, ...]
    picture: bytes
    rows: tuple[Row, ...]
    lines: tuple[int, ...]
    cells: tuple[int, ...]
    sights: list[Any] | None = None

    @property
    def tokens(self) -> int:
        """How many tokens its longest passage has."""
        return max(len(p.tokens) for p in self.passages)


class ExampleMaker:
    """Lines of a corpus become examples; draws phrasings, passages and blanks by its own random source."""

    def __init__(
        self,
        tokenizer: WordTokenizer,
        config: Config,
        seed: int,
        most_rows: int = 12,
        most_passages: int = 3,
        limit: int = PASSAGE_TOKENS,
    ) -> None:
        self.tokenizer, self.config, self.limit = tokenizer, config, limit
        self.most_rows, self.most_passages = most_rows, most_passages
        self.rng = random.Random(seed)
        self.ask, self.fill, self.make_pair, self.sep = (tokenizer.mark(m) for m in (ASK, FILL, MAKE_PAIR, SEP))
        self.sentinels = [tokenizer.mark(f"<extra_id_{n}>") for n in range(100)]

    def asked(self, line: Line) -> Example:
        """A page with some of its questions, drawn anew each time."""
        page = line_page(line)
        chosen = line["questions"]
        if len(chosen) > self.most_rows:
            chosen = self.rng.sample(chosen, self.most_rows)
        paired = line.get("paired", PAIRED)
        example = self._example(page, tuple(self.row(q, paired) for q in chosen))
        return replace(example, sights=line.get("sights"))

    def row(self, question: Line, paired: float = 0.0) -> Row:
        """A question as a decoder row; its answer as it is printed, where that is known (printed.py)."""
        if question["task"] == "summary":
            return self._summary(question)
        prompt = self.tokenizer.question_prompt(question["question"])
        if not question["answers"]:
            return Row(prompt, ())
        told = self.tokenizer.text(question.get("said", question["answers"][0]))[:ANSWER_TOKENS]
        if question.get("unlike"):
            return Row((self.make_pair, *prompt[1:]), (*told, END_ID), judged=False, unlike=True)
        whole = question["question"].endswith("?") and question["task"] not in NEVER_PAIRED
        if whole and self.rng.random() < paired:
            return Row((self.make_pair,), (*prompt[1:], *told, END_ID), frozenset(question["evidence"]), judged=False)
        return Row(prompt, (*told, END_ID), frozenset(question["evidence"]))

    def _summary(self, wish: Line) -> Row:
        """The wish for a summary of so many sentences as a decoder row."""
        told = self.tokenizer.text(wish["answers"][0])[:SUMMARY_LONGEST]
        prompt = self.tokenizer.summary_prompt(int(wish["question"]))
        return Row(prompt, (*told, END_ID), judged=False, unlike=wish.get("unlike", False))

    def blanked(self, line: Line, share: float = 0.15, span: float = 3.0) -> Example:
        """A page with runs of words replaced by sentinels, and one row that says them (T5's span corruption)."""
        page = line_page(line)
        words: list[Word] = []
        told: dict[int, list[int]] = {}
        index = 0
        for length in self._runs(len(page.words), share, span):
            run = page.words[index : index + max(1, length)]
            index += len(run)
            if length and len(told) < 99 and sum(map(len, told.values())) < 100:
                sentinel = len(told)
                told[len(words)] = [self.sentinels[sentinel], *(t for w in run for t in self.tokenizer.word(w.text))]
                words.append(Word(f"<extra_id_{sentinel}>", union(w.box for w in run)))
            else:
                words += run
        return self._filled(replace(page, words=tuple(words)), told)

    def _runs(self, words: int, share: float, span: float) -> Iterator[int]:
        """Lengths of runs to blank, in the mean `span` words, and 0 for each word that stays: `share` of all go."""
        while words > 0:
            if self.rng.random() < share / (span * (1 - share) + share):
                length = min(words, 1 + int(self.rng.expovariate(math.log(span / (span - 1)))))
            else:
                length = 0
            words -= max(1, length)
            yield length

    def _filled(self, page: Page, told: Mapping[int, Sequence[int]]) -> Example:
        """A page with blanks at some words, and what to say of those that stand on the passages kept."""
        cut = self._cut(page, list(told))
        here = _words_of(cut)
        said = [token for word, run in told.items() if word in here for token in run]
        return self._laid(page, cut, (Row((self.fill, self.sep), (*said[:150], END_ID), judged=False),))

    def _example(self, page: Page, rows: tuple[Row, ...]) -> Example:
        cut = self._cut(page, [word for row in rows for word in row.evidence])
        return self._laid(page, cut, self._fitting(rows, cut))

    def _laid(self, page: Page, cut: tuple[Passage, ...], rows: tuple[Row, ...]) -> Example:
        geometry = assign(page, self.config.grid_columns, self.config.grid_rows)
        return Example(cut, page.picture, rows, geometry.lines, geometry.cells)

    def _cut(self, page: Page, wanted: Sequence[int]) -> tuple[Passage, ...]:
        """A page's passages; of a long page those with most of the wanted words, kept in their order."""
        cut = passages(page, self.tokenizer, self.limit)
        if len(cut) <= self.most_passages:
            return cut
        rank = sorted(cut, key=lambda p: (-int(np.isin(wanted, p.words).sum()), self.rng.random()))
        kept = {id(p) for p in rank[: self.most_passages]}
        return tuple(p for p in cut if id(p) in kept)

    @staticmethod
    def _fitting(rows: Sequence[Row], cut: Sequence[Passage]) -> tuple[Row, ...]:
        """Rows whose evidence is on the passages kept; a row of unknown evidence stays. Where none is left, one stands
        for them that says nothing, for the encoder learns from the page all the same."""
        here = _words_of(cut)
        silent = (replace(row, answer=(), evidence=frozenset(), judged=False) for row in rows[:1])
        return tuple(row for row in rows if not row.evidence or row.evidence <= here) or tuple(silent)


def _words_of(cut: Sequence[Passage]) -> set[int]:
    return set(np.concatenate([passage.words for passage in cut]).tolist())
