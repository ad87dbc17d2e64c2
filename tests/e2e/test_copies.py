"""Two copies of one file on the desk are one document: nothing done in one is overwritten by the other."""

from __future__ import annotations

from pathlib import Path

import pytest

from docqa_app.core.changes import Deed
from docqa_app.library.library import SqliteLibrary
from tests.desk import Desk
from tests.e2e.conftest import OpenDesk
from tests.e2e.test_review import Clerk, at_work
from tests.ui.review.bills import bill


@pytest.fixture
def clerk(open_desk: OpenDesk, tmp_path: Path) -> Clerk:
    """The first of two copies in view."""
    first = bill(tmp_path / "first.pdf")
    copy = tmp_path / "copy.pdf"
    copy.write_bytes(first.read_bytes())
    clerk = at_work(open_desk, copy, first)
    clerk.desk.wait(lambda: all(one.has_values for one in clerk.desk.documents))
    return clerk


def write(clerk: Clerk, text: str) -> None:
    clerk.desk.press("F2")
    clerk.desk.type(text)
    clerk.desk.press("Return")


def numbers(desk: Desk) -> list[str]:
    return [one.review.extraction.field("invoice_number").text for one in desk.documents if one.review]


def in_library(desk: Desk) -> tuple[str, bool, list[Deed]]:
    desk.wait(lambda: not desk.window.workshop.background.is_writing())
    kept = SqliteLibrary(desk.paths.library_file).review(desk.document.sha256)
    assert kept is not None
    deeds = [entry.deed for entry in kept.changes if entry.deed is not Deed.EXTRACT]
    return kept.extraction.field("invoice_number").text, kept.accepted, deeds


def test_what_is_done_in_one_copy_is_done_in_the_other_and_written_once(clerk: Clerk) -> None:
    write(clerk, "C-77")
    assert numbers(clerk.desk) == ["C-77", "C-77"]
    assert in_library(clerk.desk) == ("C-77", False, [Deed.SET])
    clerk.desk.press("Alt+Right")
    clerk.desk.press("Ctrl+Z")
    assert numbers(clerk.desk) == ["A-0471", "A-0471"]
    assert in_library(clerk.desk) == ("A-0471", False, [Deed.SET, Deed.UNDO])


def test_accepting_one_copy_accepts_the_other(clerk: Clerk) -> None:
    write(clerk, "C-77")
    clerk.desk.press("Return")
    clerk.desk.press("Ctrl+Return")
    assert [one.review.accepted for one in clerk.desk.documents if one.review] == [True, True]
    assert clerk.said() == "first.pdf is accepted. No other document waits."
    assert in_library(clerk.desk)[:2] == ("C-77", True)
    paths = [one.review.extraction.path for one in clerk.desk.documents if one.review]
    assert paths == [one.path for one in clerk.desk.documents]


def test_a_copy_that_is_opened_later_goes_on_where_the_first_is(clerk: Clerk, tmp_path: Path) -> None:
    write(clerk, "C-77")
    third = tmp_path / "third.pdf"
    third.write_bytes((tmp_path / "first.pdf").read_bytes())
    clerk.review_of(third)
    assert clerk.value("invoice_number").text == "C-77"
    assert clerk.review.extraction.path == str(third)
    assert clerk.at is not None
    write(clerk, "250.00")
    assert [one.review.extraction.field("total_amount").text for one in clerk.desk.documents if one.review] == [
        "250.00"
    ] * 3


def test_a_word_corrected_in_one_copy_is_corrected_in_the_other(clerk: Clerk) -> None:
    word = clerk.words("Harbour")[0]
    clerk.window.reviewing.mending.edit(1, word)
    clerk.desk.type("Harbor")
    clerk.desk.press("Return")
    assert [one.pages[0].words[word].text for one in clerk.desk.documents] == ["Harbor", "Harbor"]
    clerk.desk.press("Ctrl+Z")
    assert [one.pages[0].words[word].text for one in clerk.desk.documents] == ["Harbour", "Harbour"]
