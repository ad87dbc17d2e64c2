"""A tiny network trained for seconds on made-up pages, and what it is made of."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import torch

from docqa_app.answering.model_folder import open_model_folder
from docqa_app.answering.tokenizer import WordTokenizer
from docqa_app.paths import find_paths
from docqa_app.training.model.config import tiny
from docqa_app.training.model.docformer import DocFormer
from docqa_app.training.page_lines import page_line, write_lines
from docqa_app.training.recipe import Recipe, Source
from docqa_app.training.trainer import Trainer
from tests.answering.pages import page_of

VOCABULARY = open_model_folder(find_paths({}).models).path


def made_up_line(seed: int) -> dict[str, Any]:
    """A small slip with three values and four questions, the last of which it does not answer."""
    rng = random.Random(seed)
    number, total = str(rng.randint(100, 999)), f"{rng.randint(1, 99)}.{rng.randint(0, 99):02}"
    page = page_of((f"Number {number}", f"Total {total}", "Thank you"))
    questions = [
        {"question": "number", "answers": [number], "evidence": [1], "task": "field"},
        {"question": "total", "answers": [total], "evidence": [3], "task": "field"},
        {"question": "iban", "answers": [], "evidence": [], "task": "absent"},
    ]
    return page_line(page, f"slip {seed}", "slips", "receipt", questions)


def write_slips(path: Path, seeds: Sequence[int]) -> Path:
    write_lines(path, [made_up_line(seed) for seed in seeds])
    return path


@dataclass(frozen=True, slots=True)
class TinyRun:
    """A finished run: its folder, recipe, tokenizer and trainer."""

    folder: Path
    recipe: Recipe
    tokenizer: WordTokenizer
    trainer: Trainer


@pytest.fixture(scope="session")
def tiny_run(tmp_path_factory: pytest.TempPathFactory) -> TinyRun:
    folder = tmp_path_factory.mktemp("run")
    slips = write_slips(folder / "slips.jsonl.gz", range(200))
    sources = (Source(slips, 1.0), Source(slips, 0.1, blanked=True))
    recipe = Recipe(sources, minutes=60, steps=160, size="tiny", rate=3e-3, warm_up=10, budget=1000)
    tokenizer = WordTokenizer.load(VOCABULARY)
    torch.manual_seed(recipe.seed)
    trainer = Trainer(folder, recipe, DocFormer(tiny(tokenizer.size)), tokenizer)
    trainer.run()
    return TinyRun(folder, recipe, tokenizer, trainer)
