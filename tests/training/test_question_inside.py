"""The paper's way of asking is a configuration: the question among the page's tokens, out of the copier's reach."""

from __future__ import annotations

import random
from dataclasses import replace

import torch

from docqa_app.answering.tokenizer import ASK, SEP
from docqa_app.training.collate import collate
from docqa_app.training.examples import ExampleMaker
from docqa_app.training.losses import Weights, losses, remember
from docqa_app.training.model.config import Config, small, tiny
from docqa_app.training.model.cost import flops_per_page
from docqa_app.training.model.docformer import DocFormer
from docqa_app.training.page_lines import line_page
from docqa_app.training.question_inside import apart
from docqa_app.training.torch_network import TorchNetwork
from tests.training.conftest import TinyRun, made_up_line


def paper(vocabulary: int) -> Config:
    return replace(tiny(vocabulary), question_in_encoder=True)


def test_every_question_becomes_a_page_of_its_own_with_the_question_inside(tiny_run: TinyRun) -> None:
    maker = ExampleMaker(tiny_run.tokenizer, paper(tiny_run.tokenizer.size), seed=1)
    whole = maker.asked(made_up_line(1))

    alone = apart(whole, maker.ask)

    ask, sep = tiny_run.tokenizer.mark(ASK), tiny_run.tokenizer.mark(SEP)
    assert len(alone) == len(whole.rows) == 3
    for one, row in zip(alone, whole.rows, strict=True):
        assert one.rows[0].prompt == (ask, sep)
        assert one.rows[0].answer == row.answer
        question = row.prompt[1:-1]
        assert tuple(one.passages[0].tokens[: len(question)]) == question


def test_the_question_has_no_box_and_cannot_be_copied(tiny_run: TinyRun) -> None:
    config = paper(tiny_run.tokenizer.size)
    maker = ExampleMaker(tiny_run.tokenizer, config, seed=1)
    example = apart(maker.asked(made_up_line(1)), maker.ask)[0]
    batch = collate([example], config, random.Random(1), hidden=0.2)
    torch.manual_seed(1)
    model = DocFormer(config)

    total, _ = losses(model, batch, Weights())
    memory, _ = remember(model, batch)

    words = torch.from_numpy(example.passages[0].words)
    text = memory.tokens[0, config.visual_tokens :]
    assert torch.equal(text < 0, words < 0)
    assert torch.isfinite(total)
    assert not batch.cells[:, 1].lt(int((words < 0).sum())).any()


def test_such_a_network_answers_a_page_question_by_question(tiny_run: TinyRun) -> None:
    torch.manual_seed(1)
    network = TorchNetwork(DocFormer(paper(tiny_run.tokenizer.size)), tiny_run.tokenizer)
    page = line_page(made_up_line(1))

    both = network.answers(page, ["number", "total"])

    encoded = [network.encode_asked(page, tiny_run.tokenizer.text(q)) for q in ("number", "total")]
    assert len(both) == 2
    assert all(one.keys.shape[2] == len(one.tokens) == len(one.words) for one in encoded)
    assert (encoded[0].words >= 0).sum() == (encoded[1].words >= 0).sum()


def test_ten_questions_cost_several_times_as_much_inside_the_encoder() -> None:
    plain = small(13297)

    assert flops_per_page(replace(plain, question_in_encoder=True)) > 5 * flops_per_page(plain)
