"""The shipped model, loaded once for all tests that ask it."""

from __future__ import annotations

import pytest

from docqa_app.answering.engine import Engine, load_engine
from docqa_app.paths import find_paths


@pytest.fixture(scope="session")
def engine() -> Engine:
    return load_engine(find_paths({}).models, device="CPU")
