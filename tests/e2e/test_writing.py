"""What a clerk is writing becomes the value it was written for, or none: whatever happens to the window meanwhile."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from docqa_app.core.fields import Concern
from docqa_app.library.library import SqliteLibrary
from docqa_app.session import reading
from tests.desk import Desk
from tests.e2e.conftest import OpenDesk
from tests.e2e.test_review import Clerk, at_work
from tests.files import orders
from tests.ui.review.bills import bill, engine

NUMBER, TOTAL = Concern("invoice_number"), Concern("total_amount")


@pytest.fixture
def clerk(open_desk: OpenDesk, tmp_path: Path) -> Clerk:
    return at_work(open_desk, bill(tmp_path / "bill.pdf"))


@pytest.fixture
def two(open_desk: OpenDesk, tmp_path: Path) -> Clerk:
    """Two invoices under review, b.pdf in view; both at their number."""
    clerk = at_work(open_desk, bill(tmp_path / "a.pdf"), bill(tmp_path / "b.pdf", number="B-1"))
    clerk.desk.wait(lambda: all(one.has_values for one in clerk.desk.documents))
    return clerk


def write(clerk: Clerk, text: str) -> None:
    clerk.desk.press("F2")
    clerk.desk.type(text)


def texts(desk: Desk, name: str) -> list[str]:
    """What every document on the desk has for a field."""
    return [one.review.extraction.field(name).text for one in desk.documents if one.review]


def kept(desk: Desk, name: str) -> str:
    review = SqliteLibrary(desk.paths.library_file).review(desk.document.sha256)
    assert review is not None, "nothing is kept"
    return review.extraction.field(name).text


@pytest.mark.parametrize("keys", ["Alt+Right", "Alt+Left"])
def test_what_is_written_for_one_document_never_goes_into_another(two: Clerk, keys: str) -> None:
    write(two, "X-777")
    two.desk.press(keys)
    assert not two.panel.is_writing
    two.desk.press("Return")
    assert texts(two.desk, "invoice_number") == ["A-0471", "A-0471"]


def test_what_is_written_goes_with_the_document_that_is_closed(two: Clerk) -> None:
    write(two, "X-777")
    two.desk.press("Ctrl+W")
    assert not two.panel.is_writing
    two.desk.press("Return")
    assert texts(two.desk, "invoice_number") == ["A-0471"]


def test_undoing_while_a_value_is_written_writes_into_no_other(clerk: Clerk) -> None:
    write(clerk, "C-77")
    clerk.desk.press("Return")
    write(clerk, "250.00")
    clerk.window.actions_by_name["undo"].trigger()
    assert (clerk.at, clerk.panel.is_writing) == (NUMBER, False)
    clerk.desk.press("Return")
    assert (clerk.value("invoice_number").text, clerk.value("total_amount").text) == ("A-0471", "119.00")


def test_values_that_are_filled_anew_meanwhile_do_not_take_what_was_written_for_another(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    gate, told = Event(), engine()
    gate.set()
    say = told.say
    told.say = lambda question, pages: (gate.wait(20), say(question, pages))[1]
    clerk = Clerk(open_desk(load_engine=lambda: told)).review_of(bill(tmp_path / "bill.pdf"))
    gate.clear()
    clerk.desk.click(clerk.panel.kind.again)
    clerk.desk.press("Ctrl+E")
    clerk.desk.press("Tab")
    assert clerk.at == TOTAL
    write(clerk, "250.00")
    gate.set()
    clerk.desk.wait(lambda: clerk.window.workshop.extracting.key() is None)
    assert (clerk.at, clerk.panel.is_writing) == (NUMBER, False)
    assert (clerk.value("invoice_number").text, clerk.value("total_amount").text) == ("A-0471", "119.00")


def test_a_cell_that_is_written_is_left_where_its_row_is_deleted(clerk: Clerk) -> None:
    clerk.window.reviewing.reviewer.go_to(Concern("description", 0))
    clerk.panel.focus_place()
    write(clerk, "Saw")
    clerk.desk.press("Ctrl+J")
    assert not clerk.panel.is_writing
    assert clerk.at == Concern("description", 0)
    assert clerk.value("description", 0).text != "Saw"


def test_ctrl_enter_takes_what_is_being_written_and_then_accepts(clerk: Clerk) -> None:
    clerk.desk.press("Return")
    write(clerk, "250.00")
    clerk.desk.press("Ctrl+Return")
    assert clerk.value("total_amount").text == "250.00"
    clerk.desk.press("Ctrl+Return")
    assert clerk.review.accepted


def test_ctrl_enter_accepts_nothing_while_what_is_written_is_nothing_of_its_type(clerk: Clerk) -> None:
    clerk.desk.press("Return")
    write(clerk, "soon")
    for _ in range(2):
        clerk.desk.press("Ctrl+Return")
    assert clerk.panel.fields.editor.isVisible()
    assert clerk.said() == "“soon” is not a number."
    assert not clerk.review.accepted


def test_closing_the_window_keeps_what_is_being_written(clerk: Clerk) -> None:
    write(clerk, "C-77")
    clerk.desk.press("Ctrl+Q")
    clerk.desk.wait(lambda: not clerk.window.isVisible())
    assert kept(clerk.desk, "invoice_number") == "C-77"


def test_an_editor_in_which_nothing_was_typed_changes_nothing(clerk: Clerk) -> None:
    clerk.desk.press("F2")
    clerk.desk.press("Ctrl+Q")
    clerk.desk.wait(lambda: not clerk.window.isVisible())
    assert not clerk.review.changes


def test_a_word_that_is_written_is_left_where_the_page_is_read_in_other_words(clerk: Clerk) -> None:
    page = clerk.desk.document.pages[0]
    clerk.window.reviewing.mending.edit(1, len(page.words) - 1)
    clerk.desk.type("Zz")
    other = replace(page, words=page.words[:-3])
    clerk.window.live.step(reading.page_read, clerk.desk.document.key, other)
    assert not clerk.window.reviewing.mending.editor.isVisible()
    clerk.desk.press("Return")
    assert clerk.desk.document.pages[0].words == other.words


def test_a_document_that_a_password_opened_keeps_its_corrections_when_it_is_read_again(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    clerk = Clerk(open_desk(load_engine=engine))
    clerk.desk.open(orders(tmp_path / "locked.pdf", 1, password="blue"))
    clerk.window.workshop.reading.unlock(clerk.desk.document.key, "blue")
    clerk.desk.wait_read()
    clerk.desk.press("Ctrl+E")
    clerk.desk.wait(lambda: clerk.desk.document.has_values)
    clerk.panel.fields.setCurrentIndex(clerk.panel.fields.rows.index(0))
    write(clerk, "MINE-1")
    clerk.desk.press("Return")
    clerk.window.reviewing.mending.edit(1, 0)
    clerk.desk.type("Foo")
    clerk.desk.press("Return")
    clerk.window.documents.again_wanted.emit(clerk.desk.document.key)
    clerk.desk.wait_read()
    assert clerk.review.extraction.fields[0].text == "MINE-1"
    assert clerk.desk.document.pages[0].words[0].text == "Foo"
