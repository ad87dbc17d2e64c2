"""A library in an empty folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from docqa_app.library.library import SqliteLibrary


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library.sqlite3"


@pytest.fixture
def library(file: Path) -> Iterator[SqliteLibrary]:
    opened = SqliteLibrary(file)
    yield opened
    opened.close()
