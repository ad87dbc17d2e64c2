"""The shipped model and its tokenizer, loaded once for all tests that ask them."""

from __future__ import annotations

import pytest

from docqa_app.answering.engine import Engine, load_engine
from docqa_app.answering.model_folder import open_model_folder
from docqa_app.answering.tokenizer import WordTokenizer
from docqa_app.paths import find_paths


@pytest.fixture(scope="session")
def tokenizer() -> WordTokenizer:
    return WordTokenizer.load(open_model_folder(find_paths({}).models).path)


@pytest.fixture(scope="session")
def engine() -> Engine:
    return load_engine(find_paths({}).models, device="CPU")
