"""A window that is closed loses nothing that waits to be written: it waits for it, and says so where that is long."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from docqa_app.core.changes import Deed
from docqa_app.library import database
from docqa_app.library.library import SqliteLibrary
from docqa_app.ui.last_writes import QUIETLY
from tests.desk import Desk
from tests.e2e.conftest import OpenDesk
from tests.ui.review.bills import bill, engine


@pytest.fixture
def reviewed(open_desk: OpenDesk, tmp_path: Path) -> Desk:
    """An invoice under review, of which all is written."""
    desk = open_desk(load_engine=engine)
    desk.open(bill(tmp_path / "bill.pdf"))
    desk.press("Ctrl+E")
    desk.wait(lambda: desk.document.has_values)
    desk.wait(lambda: not desk.window.workshop.background.is_writing())
    return desk


@pytest.fixture
def other(reviewed: Desk) -> Iterator[sqlite3.Connection]:
    """Another docqa, which writes into the library until this rolls back."""
    with closing(sqlite3.connect(reviewed.paths.library_file, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield connection


def deeds(desk: Desk, sha256: str = "") -> list[Deed]:
    """What the library has of the document, the one in view where none is named."""
    reviewed = SqliteLibrary(desk.paths.library_file).review(sha256 or desk.document.sha256)
    assert reviewed is not None
    return [change.deed for change in reviewed.changes]


def accept_both_doubts(desk: Desk) -> None:
    desk.press("Return")
    desk.press("Return")


def test_changes_that_wait_for_another_docqa_are_written_before_the_window_closes(
    reviewed: Desk, other: sqlite3.Connection
) -> None:
    accept_both_doubts(reviewed)
    QTimer.singleShot(QUIETLY // 10, lambda: other.execute("ROLLBACK"))
    reviewed.close()
    assert not reviewed.window.isVisible()
    assert deeds(reviewed) == [Deed.EXTRACT, Deed.ACCEPT, Deed.ACCEPT]


def test_a_window_that_waits_long_says_so_and_closes_by_itself(reviewed: Desk, other: sqlite3.Connection) -> None:
    accept_both_doubts(reviewed)
    reviewed.close()
    notice = reviewed.window.centre.notices.shown
    assert reviewed.window.isVisible()
    assert notice is not None
    assert notice.text.startswith("Your last changes are still being written.")
    other.execute("ROLLBACK")
    reviewed.wait(lambda: not reviewed.window.isVisible())
    assert deeds(reviewed) == [Deed.EXTRACT, Deed.ACCEPT, Deed.ACCEPT]


def test_who_will_not_wait_closes_the_window_without_the_last_changes(
    reviewed: Desk, other: sqlite3.Connection
) -> None:
    accept_both_doubts(reviewed)
    reviewed.close()
    reviewed.click(reviewed.window.centre.notices.deed_button)
    assert not reviewed.window.isVisible()


def test_a_window_stays_to_say_what_could_not_be_written(reviewed: Desk) -> None:
    SqliteLibrary(reviewed.paths.library_file).forget(reviewed.document.sha256)
    reviewed.press("Return")
    reviewed.close()
    notice = reviewed.window.centre.notices.shown
    assert reviewed.window.isVisible()
    assert notice is not None
    assert "was forgotten meanwhile" in notice.text
    reviewed.close()
    assert not reviewed.window.isVisible()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing waits long for another docqa."""
    monkeypatch.setattr(database, "PATIENCE", 0.1)


def all_written(desk: Desk) -> None:
    desk.wait(lambda: not desk.window.workshop.background.is_writing())


def told(desk: Desk) -> str:
    notice = desk.window.centre.notices.shown
    return notice.text if notice else ""


def test_a_change_that_could_not_be_written_is_written_before_the_next(
    impatient: None, reviewed: Desk, other: sqlite3.Connection
) -> None:
    reviewed.press("Return")
    all_written(reviewed)
    assert "kept busy by another docqa" in told(reviewed)
    other.execute("ROLLBACK")
    reviewed.press("Return")
    all_written(reviewed)
    assert deeds(reviewed) == [Deed.EXTRACT, Deed.ACCEPT, Deed.ACCEPT]
    kept = SqliteLibrary(reviewed.paths.library_file).review(reviewed.document.sha256)
    assert kept is not None
    assert reviewed.document.review is not None
    assert kept.changes[1:] == reviewed.document.review.changes
    assert kept.extraction == reviewed.document.review.extraction


def test_a_change_that_could_not_be_written_is_written_when_the_window_closes(
    impatient: None, reviewed: Desk, other: sqlite3.Connection
) -> None:
    reviewed.press("Return")
    all_written(reviewed)
    other.execute("ROLLBACK")
    reviewed.close()
    assert not reviewed.window.isVisible()
    assert deeds(reviewed) == [Deed.EXTRACT, Deed.ACCEPT]


def test_a_change_that_could_not_be_written_is_not_lost_with_the_document_that_leaves_the_desk(
    impatient: None, reviewed: Desk, other: sqlite3.Connection
) -> None:
    sha256 = reviewed.document.sha256
    reviewed.press("Return")
    reviewed.press("Ctrl+W")
    all_written(reviewed)
    reviewed.press("Ctrl+W")
    all_written(reviewed)
    assert not reviewed.documents
    other.execute("ROLLBACK")
    reviewed.close()
    assert deeds(reviewed, sha256) == [Deed.EXTRACT, Deed.ACCEPT]


def test_values_that_could_not_be_written_are_written_before_the_changes_of_them(
    impatient: None, open_desk: OpenDesk, tmp_path: Path
) -> None:
    desk = open_desk(load_engine=engine)
    assert SqliteLibrary(desk.paths.library_file).problem == ""
    desk.open(bill(tmp_path / "bill.pdf"))
    with closing(sqlite3.connect(desk.paths.library_file, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        desk.press("Ctrl+E")
        desk.wait(lambda: desk.document.has_values)
        all_written(desk)
        desk.press("Return")
        all_written(desk)
    desk.press("Return")
    all_written(desk)
    assert deeds(desk) == [Deed.EXTRACT, Deed.ACCEPT, Deed.ACCEPT]
    kept = SqliteLibrary(desk.paths.library_file).review(desk.document.sha256)
    assert kept is not None
    assert desk.document.review is not None
    assert kept.extraction == desk.document.review.extraction


def test_a_failure_that_lasts_is_told_once_and_not_at_every_step(
    impatient: None, reviewed: Desk, other: sqlite3.Connection
) -> None:
    reviewed.press("Return")
    all_written(reviewed)
    assert "kept busy by another docqa" in told(reviewed)
    reviewed.click(reviewed.window.centre.notices.dismiss_button)
    reviewed.press("Tab")
    all_written(reviewed)
    assert told(reviewed) == ""
