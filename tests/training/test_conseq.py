"""Contrastive training of summaries: what is chosen, what becomes unlikely, and that both ways run at equal cost."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

import numpy as np
import pytest
import torch

from docqa_app.answering.pairs import PairEngine
from docqa_app.answering.tokenizer import END_ID
from docqa_app.core.flow import flowed
from docqa_app.training.collate import collate
from docqa_app.training.conseq import CONTRAST, LIKELIHOOD, Bench, Judge, main
from docqa_app.training.contrasts import Contrast, contrasts, drawn_summaries, true_summary, wishes, write_sets
from docqa_app.training.examples import ExampleMaker
from docqa_app.training.flowing import summary_line
from docqa_app.training.losses import remember, unlikelihood, word_loss
from docqa_app.training.opened import opened_network
from docqa_app.training.page_lines import Line, page_line, read_lines, write_lines
from docqa_app.training.recipe import Recipe
from docqa_app.training.sampling import TopK, sampled
from tests.training.conftest import TinyRun


def told(number: int, unlike: bool = False) -> Line:
    text = f"The number is {number}. The roof is old and the house is small."
    wish = summary_line(f"The number is {number}.", 1)
    return page_line(flowed(text), f"text {number}", "texts", "text", [wish | ({"unlike": True} if unlike else {})])


def test_unlikelihood_is_the_cost_of_what_is_likely() -> None:
    logs = torch.log(torch.tensor([0.5, 0.1, 1.0]))

    cost = unlikelihood(logs).tolist()

    assert cost[:2] == pytest.approx([-np.log(0.5), -np.log(0.9)], rel=1e-5)
    assert np.isfinite(cost[2])


def test_an_unlike_summary_costs_what_the_likely_one_gains(tiny_run: TinyRun) -> None:
    """The same summary as S+ and as S-: the loss of one is high where that of the other is low."""
    model, maker = tiny_run.trainer.model, ExampleMaker(tiny_run.tokenizer, tiny_run.trainer.model.config, seed=1)

    def loss(line: Line) -> float:
        batch = collate([maker.asked(line)], model.config, random.Random(1))
        memory, _ = remember(model, batch)
        return float(word_loss(model, model.read(memory, batch.prompts, batch.rows, batch.places), batch, memory)[0])

    model.eval()
    with torch.no_grad():
        plain, contrary = loss(told(7)), loss(told(7, unlike=True))
    model.train()
    assert plain > 1
    assert 0 < contrary < 1


class Coin:
    """Says one of two tokens for ever, the end with some likelihood."""

    def __init__(self, end: float) -> None:
        self.shares = np.full(60, -30.0, dtype=np.float32)
        self.shares[[40, 50, END_ID]] = np.log([0.6, 0.4, end])

    def begin(self) -> np.ndarray:
        return self.shares

    def go_on(self, rows: list[int], tokens: list[int]) -> np.ndarray:
        return np.repeat(self.shares[None], len(rows), axis=0)


def test_texts_by_lot_keep_to_their_lengths_and_to_the_likeliest_tokens() -> None:
    texts = sampled(Coin(0.5), TopK(20, likeliest=3, shortest=2, longest=5), np.random.default_rng(1))

    assert {len(text) for text in texts} <= {2, 3, 4, 5}
    assert len({len(text) for text in texts}) > 1
    assert {token for text in texts for token in text} == {40, 50}
    only = sampled(Coin(0.0), TopK(3, likeliest=1, shortest=0, longest=4), np.random.default_rng(1))
    assert only == [(40, 40, 40, 40)] * 3


def test_contrasts_are_documents_with_a_good_truth_and_a_bad_draw() -> None:
    rows = [
        {"id": "good", "quals": -0.1, "drawn": [("wrong", -5.0), ("right", -0.2), ("unasked", None)]},
        {"id": "safe", "quals": -0.2, "drawn": [("fine", -0.1)]},
        {"id": "poor", "quals": -3.0, "drawn": [("worse", -6.0)]},
        {"id": "dull", "quals": -4.0, "drawn": [("dull", -0.3)]},
        {"id": "never asked", "quals": None, "drawn": [("x", -9.0)]},
        {"id": "never drawn", "quals": -0.1, "drawn": [("x", None)]},
    ]

    assert contrasts(rows) == [Contrast("good", "wrong")]
    assert [one.id for one in contrasts(rows, 1.0, 1.0)] == ["good", "safe", "poor", "dull"]


def test_wishes_are_lines_with_their_summary_alone(tmp_path: Path) -> None:
    lines = [told(1), {**told(2), "questions": []}]
    lines[0]["questions"] = [{"question": "x", "answers": [], "evidence": [], "task": "text"}, *lines[0]["questions"]]
    write_lines(tmp_path / "lines.jsonl.gz", lines)

    (found,) = wishes([tmp_path / "lines.jsonl.gz"], 5)

    assert true_summary(found) == "The number is 1."
    assert len(found["questions"]) == 1


def test_both_ways_train_at_equal_cost_and_are_measured_alike(tiny_run: TinyRun, tmp_path: Path) -> None:
    lines = [told(number) for number in range(20, 30)]
    write_sets(tmp_path, lines, [Contrast("text 20", "The roof is 99."), Contrast("text 21", "It is 12.")])
    minus = list(read_lines(tmp_path / "minus.jsonl.gz"))
    assert [(line["id"], true_summary(line)) for line in minus] == [
        ("text 20", "The roof is 99."),
        ("text 21", "It is 12."),
    ]
    engine = opened_network(tiny_run.trainer.model, tiny_run.tokenizer).engine
    tiny_run.trainer.model.train()
    recipe = Recipe((), minutes=0, teraflops=0.004, rate=1e-3, warm_up=2, budget=600, hidden_share=0.0, rows=1)
    checkpoint = tiny_run.folder / "checkpoint.pt"
    bench = Bench(tmp_path, checkpoint, tiny_run.tokenizer, Judge(engine), (told(50), told(51)), recipe)

    findings = [bench.run(variant, 1) for variant in (LIKELIHOOD, CONTRAST)]

    assert [finding.variant for finding in findings] == [LIKELIHOOD, CONTRAST]
    for finding in findings:
        assert {"rougeL", "consistent"} <= finding.measures.keys()
        assert 0 <= finding.measures["rougeL"] <= 1
    assert not list(tmp_path.rglob("checkpoint.pt"))


def test_summaries_drawn_by_lot_are_the_same_for_the_same_seed(tiny_run: TinyRun) -> None:
    engine = opened_network(tiny_run.trainer.model, tiny_run.tokenizer).engine
    page, top_k = flowed("The number is 12."), TopK(3, shortest=2, longest=6)

    first, again = (drawn_summaries(engine, page, 2, top_k, seed=3) for _ in range(2))

    tiny_run.trainer.model.train()
    assert first == again
    assert PairEngine(engine).model.startswith("checkpoint")


def test_without_a_contrast_to_learn_from_it_is_said_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "plus.jsonl.gz").write_bytes(gzip.compress(b""))
    with pytest.raises(SystemExit, match="Choose from more --documents"):
        main(["compare", str(tmp_path), "model", "checkpoint", "lines"])
