"""A window for each test, on an empty desk and in a home of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from docqa_app.core.ports import LoadEngine
from docqa_app.schemas.schema_file import load_schema
from docqa_app.session.reviewing import on_desk
from docqa_app.session.reviewing.state import Review
from docqa_app.ui.single_instance import Wish
from docqa_app.values.conventions import conventions_of
from tests.application import german, qapp
from tests.desk import Desk, fake_engine, paths_in
from tests.exporting.extractions import extraction
from tests.files import orders

__all__ = ["desk", "fill", "german", "home", "open_desk", "order", "qapp"]

OpenDesk = Callable[..., Desk]
Fill = Callable[[Path, str], None]
NOTHING = Wish()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The folder of a user who has started the app before."""
    paths = paths_in(tmp_path / "home")
    paths.data.mkdir(parents=True)
    paths.session_file.write_text(
        '{"starts": 0, "window": {}, "session": {"current": null, "history": [], "documents": []}}'
    )
    return tmp_path / "home"


@pytest.fixture
def open_desk(qtbot: QtBot, qapp: QApplication, home: Path) -> Iterator[OpenDesk]:
    """Opens windows; those still open at the end of the test are closed."""
    opened: list[Desk] = []

    def open_one(wish: Wish = NOTHING, load_engine: LoadEngine = fake_engine, at: Path = home) -> Desk:
        opened.append(Desk(qtbot, qapp, at, wish, load_engine))
        return opened[-1]

    yield open_one
    for desk in opened:
        desk.close()


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    return open_desk()


@pytest.fixture
def order(tmp_path: Path) -> Path:
    """An order of one page: number 1001, total 1.50 EUR."""
    return orders(tmp_path / "order.pdf", 1)


@pytest.fixture
def fill(desk: Desk) -> Fill:
    """Opens a document and fills its fields."""

    def open_filled(path: Path, supplier: str) -> None:
        desk.open(orders(path, 1))
        schema = load_schema(desk.paths.schemas / "invoice.json")
        found = Review(schema, extraction(str(path), supplier=supplier), conventions_of(desk.document.pages))
        desk.window.live.step(on_desk.begin, desk.document.key, found)

    return open_filled
