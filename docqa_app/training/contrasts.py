"""What ConSeq learns from: true summaries that QUALS trusts, and drawn ones of the same documents that it does not."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from tqdm import tqdm

from docqa_app.answering.engine import Engine
from docqa_app.answering.pairs import PairEngine
from docqa_app.answering.speaking import PageSpeaker
from docqa_app.core.document import Page
from docqa_app.summarizing.check import SENTENCE, ask_text
from docqa_app.training.page_lines import Line, line_page, read_lines, write_lines
from docqa_app.training.sampling import TopK, sampled

Row = dict[str, Any]

BEST, WORST = 0.5, 0.5
"""Shares of the true summaries taken for S+, and of the documents whose lowest drawn summary is taken for S-. The
published 0.3 and 0.3 are of 200,000 documents; of some dozens next to nothing would be left."""


def wishes(paths: Sequence[Path], most: int) -> list[Line]:
    """Lines that ask for a summary, with that question alone, drawn by lot."""
    lines = [_alone(line) for path in paths for line in read_lines(path)]
    told = [line for line in lines if line["questions"]]
    return random.Random(1).sample(told, min(most, len(told)))


def _alone(line: Line) -> Line:
    return {**line, "questions": [q for q in line["questions"] if q["task"] == "summary"][:1]}


def true_summary(line: Line) -> str:
    """The summary that the line gives."""
    return str(line["questions"][0]["answers"][0])


def scored_rows(lines: Sequence[Line], engine: Engine, done: set[str], top_k: TopK) -> Iterator[Row]:
    """For each document the QUALS of its true summary and of those drawn by lot."""
    pairs = PairEngine(engine)
    for line in tqdm([line for line in lines if line["id"] not in done]):
        page = line_page(line)
        drawn = drawn_summaries(engine, page, int(line["questions"][0]["question"]), top_k, _seed(line))
        scores = [ask_text(pairs, [page], text, SENTENCE).quals for text in (true_summary(line), *drawn)]
        yield {"id": line["id"], "quals": scores[0], "drawn": list(zip(drawn, scores[1:], strict=True))}


def _seed(line: Line) -> int:
    return random.Random(line["id"]).randrange(2**32)


def drawn_summaries(engine: Engine, page: Page, sentences: int, top_k: TopK, seed: int) -> list[str]:
    """Different summaries of a page of about so many sentences, by lot."""
    tokenizer = engine.network.tokenizer
    with engine.lock:
        speaker = PageSpeaker(engine.network, engine.encoded(page), tokenizer.summary_prompt(sentences))
        said = sampled(speaker, top_k, np.random.default_rng(seed))
    return [text for text in dict.fromkeys(tokenizer.decode(tokens) for tokens in said) if text]


@dataclass(frozen=True, slots=True)
class Contrast:
    """A document's id and its drawn summary that QUALS trusts least."""

    id: str
    worst: str


def contrasts(rows: Sequence[Row], best: float = BEST, worst: float = WORST) -> list[Contrast]:
    """Documents whose true summary is among the best shares by QUALS and whose lowest drawn one is among the worst."""
    told = [row for row in rows if row["quals"] is not None and any(score is not None for _, score in row["drawn"])]
    lowest = {row["id"]: min((score, text) for text, score in row["drawn"] if score is not None) for row in told}
    trusted = sorted(told, key=lambda row: -row["quals"])[: round(best * len(told))]
    doubted = set(sorted(lowest, key=lambda name: lowest[name])[: round(worst * len(told))])
    return [Contrast(row["id"], lowest[row["id"]][1]) for row in trusted if row["id"] in doubted]


def write_sets(out: Path, lines: Sequence[Line], chosen: Sequence[Contrast]) -> None:
    """true.jsonl.gz for maximum likelihood; plus.jsonl.gz and minus.jsonl.gz for ConSeq."""
    by_id = {line["id"]: line for line in lines}
    write_lines(out / "true.jsonl.gz", lines)
    write_lines(out / "plus.jsonl.gz", (by_id[one.id] for one in chosen))
    write_lines(out / "minus.jsonl.gz", (_told_wrong(by_id[one.id], one.worst) for one in chosen))


def _told_wrong(line: Line, text: str) -> Line:
    return {**line, "questions": [{**line["questions"][0], "answers": [text], "unlike": True}]}
