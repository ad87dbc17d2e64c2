"""Pairs to be read: texts in turn, each once, with what the model wrote, and a perplexity of the true ones."""

from __future__ import annotations

import math
import random

import pytest

from docqa_app.answering.engine import Engine
from docqa_app.core.flow import flowed
from docqa_app.training.flowing import question_line
from docqa_app.training.opened import opened_network
from docqa_app.training.page_lines import Line, page_line
from docqa_app.training.show_pairs import drawn, page_of, perplexity
from tests.training.conftest import TinyRun


def told(number: int, words: int = 4) -> Line:
    page = flowed(f"The number is {number}" + " more" * words)
    return page_line(page, f"text {number}", "texts", "text", [question_line("What is the number?", str(number))])


@pytest.fixture
def engine(tiny_run: TinyRun) -> Engine:
    engine = opened_network(tiny_run.trainer.model, tiny_run.tokenizer).engine
    tiny_run.trainer.model.train()
    return engine


def test_short_texts_come_in_turn_and_once() -> None:
    sets = [[told(1), told(2)], [told(11), told(12), told(13, words=200)]]

    numbers = [int(line["id"].split()[1]) for line in drawn(sets, random.Random(1))]

    assert sorted(numbers) == [1, 2, 11, 12]
    assert [number > 10 for number in numbers] == [False, True, False, True]


def test_perplexity_is_that_of_true_pairs(engine: Engine) -> None:
    unsure = perplexity(engine, [told(1), told(2)])

    assert 1 < unsure < 1e9
    assert math.isnan(perplexity(engine, [{**told(1), "questions": []}]))


def test_the_page_names_model_sets_and_pairs(engine: Engine) -> None:
    page = page_of(engine, {"facts_dev": [told(n) for n in range(3)]}, 2)

    assert page.startswith("# 2 pairs that checkpoint")
    assert "| facts_dev | " in page
    assert "| | text | question | answer | ll |" in page
