"""The queue of a window is kept as it goes, and says when it cannot be."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from docqa_app.batch import steps
from docqa_app.batch.queue import Standing
from docqa_app.ui.queue.live import LiveQueue


def test_each_step_is_on_the_disk_before_it_is_shown(qtbot: QtBot, tmp_path: Path) -> None:
    live = LiveQueue(tmp_path / "queue.sqlite3")
    seen: list[int] = []
    live.changed.connect(lambda: seen.append(_kept(tmp_path)))
    live.step(steps.add, ["a.pdf"])
    live.step(steps.add, ["b.pdf", "c.pdf"])
    live.step(steps.add, ["c.pdf"])
    assert seen == [1, 3]
    live.close()


def test_a_file_that_ended_the_app_twice_is_left_alone(qtbot: QtBot, tmp_path: Path) -> None:
    for end in range(2):
        live = LiveQueue(tmp_path / "queue.sqlite3")
        live.step(steps.add, ["a.pdf"])
        assert live.now.items[0].standing is Standing.WAITING, f"after {end} ends"
        live.step(steps.begin, "a.pdf")
        live.close()
    live = LiveQueue(tmp_path / "queue.sqlite3")
    assert live.now.items[0].standing is Standing.FAILED
    assert "ended twice" in live.now.items[0].why
    live.close()


def test_a_place_that_cannot_be_written_is_said_once_and_the_queue_works(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    live = LiveQueue(tmp_path / "file" / "queue.sqlite3")
    said: list[str] = []
    live.trouble.connect(said.append)
    live.step(steps.add, ["a.pdf"])
    live.step(steps.add, ["b.pdf"])
    assert len(live.now.items) == 2
    assert len(said) == 1
    assert "not kept for the next start" in said[0]


@pytest.mark.parametrize("closes", [False, True])
def test_what_could_not_be_written_is_kept_with_the_next_step_or_at_the_end(
    qtbot: QtBot, tmp_path: Path, closes: bool
) -> None:
    live = LiveQueue(tmp_path / "queue.sqlite3")
    said: list[str] = []
    live.trouble.connect(said.append)
    live.step(steps.add, ["a.pdf", "b.pdf"])
    with _busy(tmp_path / "queue.sqlite3"):
        live.step(steps.remove, ["a.pdf"])
        live.step(steps.add, ["c.pdf", "d.pdf"])
    assert all("tried again with the next change" in one for one in said)
    live.close() if closes else live.step(steps.begin, "d.pdf")
    assert _kept(tmp_path) == 3
    live.close()


@contextmanager
def _busy(file: Path) -> Iterator[None]:
    """As long as another one writes, nobody else can."""
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield
    other.execute("ROLLBACK")
    other.close()


def _kept(folder: Path) -> int:
    """How many files another start would find."""
    other = LiveQueue(folder / "queue.sqlite3")
    count = len(other.now.items)
    other.close()
    return count
