"""One file in the queue and on the desk at once: neither overwrites what the other, or the clerk, has of it."""

from __future__ import annotations

import hashlib
import threading
from pathlib import Path

import pytest

from docqa_app.app.fields import RealFields
from docqa_app.batch.queue import Item, Standing
from docqa_app.core.document import Document
from docqa_app.library.library import SqliteLibrary
from docqa_app.reading.formats import content_hash
from docqa_app.session.reviewing.state import Review
from docqa_app.session.state import ReadState
from docqa_app.ui.parts import Filling
from docqa_app.ui.queue.rows import Column
from tests.desk import Desk
from tests.e2e.conftest import OpenDesk
from tests.e2e.test_queue import choose, drop, shown, state, wait_through
from tests.e2e.test_review import Clerk
from tests.fakes import FakeEngine, Said
from tests.files import damaged, orders
from tests.ui.review.bills import NUMBER, bill, engine


def items(desk: Desk) -> tuple[Item, ...]:
    return desk.window.queue.live.now.items


def queued(desk: Desk, *files: Path) -> None:
    """Files that were dropped, read and told by their contents."""
    desk.press("F9")
    drop(desk, *files)
    wait_through(desk, len(files))
    desk.wait(lambda: all(item.sha256 for item in items(desk)))


def retry(desk: Desk, name: str) -> None:
    choose(desk, name)
    desk.click(desk.window.queue.panel.buttons["retry"])


def exported(desk: Desk) -> list[tuple[str, str]]:
    """The files that the export of the queue holds, with their numbers."""
    desk.click(desk.window.queue.panel.buttons["export"])
    dialog = desk.window.field_exports.dialog
    assert dialog is not None
    desk.wait(lambda: dialog.extractions)
    found = [(Path(one.path).name, one.field("invoice_number").text) for one in dialog.extractions]
    dialog.close()
    return found


def in_library(desk: Desk) -> tuple[str, bool]:
    """What is kept of the document in view: its number, and whether it is accepted."""
    desk.wait(lambda: not desk.window.workshop.background.is_writing())
    review = SqliteLibrary(desk.paths.library_file).review(desk.document.sha256)
    assert review is not None, "nothing is kept"
    return review.extraction.field("invoice_number").text, review.accepted


def correct_and_accept(clerk: Clerk) -> None:
    desk = clerk.desk
    desk.wait(lambda: desk.documents and desk.document.has_values)
    desk.press("F2")
    desk.type("N-1")  # which stands nowhere, so that nothing is learned of it
    desk.press("Return")
    desk.press("Return")
    desk.press("Ctrl+Return")
    assert clerk.review.accepted


def test_a_damaged_file_that_was_fetched_again_is_exported_with_the_others(open_desk: OpenDesk, tmp_path: Path) -> None:
    desk = open_desk(load_engine=engine)
    bad = damaged(tmp_path / "bad.pdf")
    queued(desk, bill(tmp_path / "good.pdf"), bad)
    assert state(desk, "bad.pdf") == "Failed"
    bill(bad, number="B-2")
    retry(desk, "bad.pdf")
    wait_through(desk, 2)
    assert items(desk)[1].sha256 == hashlib.sha256(bad.read_bytes()).hexdigest()
    assert [name for name, _ in exported(desk)] == ["good.pdf", "bad.pdf"]


def test_files_of_the_queue_that_the_export_lacks_are_told(open_desk: OpenDesk, tmp_path: Path) -> None:
    desk = open_desk(load_engine=engine)
    queued(desk, bill(tmp_path / "good.pdf"), orders(tmp_path / "locked.pdf", 1, password="blue door"))
    choose(desk, "locked.pdf")
    desk.press("Return")
    desk.wait(lambda: desk.focused() is desk.window.centre.password.field)
    desk.type("blue door")
    desk.press("Return")
    desk.wait(lambda: desk.document.has_values)
    desk.press("Ctrl+W")
    desk.click(desk.window.queue.panel.buttons["export"])
    dialog = desk.window.field_exports.dialog
    assert dialog is not None
    desk.wait(lambda: dialog.extractions)
    assert [Path(one.path).name for one in dialog.extractions] == ["good.pdf"]
    assert dialog.said.text().startswith("1 file is left out, because nothing of it is kept")


def test_export_of_the_queue_takes_what_is_through_now_though_an_export_stands_there(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    desk = open_desk(load_engine=engine)
    desk.open(bill(tmp_path / "desk.pdf", number="Z-9"))
    desk.press("Ctrl+E")
    desk.wait(lambda: desk.document.has_values)
    desk.press("Ctrl+Shift+E")
    dialog = desk.window.field_exports.dialog
    assert dialog is not None
    desk.wait(lambda: dialog.extractions)
    desk.come_forward()
    queued(desk, bill(tmp_path / "1.pdf"))
    for count in (1, 2):
        desk.click(desk.window.queue.panel.buttons["export"])
        desk.wait(lambda: len(dialog.extractions) == count)  # noqa: B023 (waited for at once)
        assert dialog.offers.currentText() == f"Files of the queue: {count}"
        assert "desk.pdf" not in [Path(one.path).name for one in dialog.extractions]
        drop(desk, bill(tmp_path / "2.pdf", number="B-2"))
        wait_through(desk, 2)
        desk.wait(lambda: all(item.sha256 for item in items(desk)))
    assert desk.window.field_exports.dialog is dialog


def test_forgetting_a_file_that_was_fetched_again_takes_it_off_the_queue(open_desk: OpenDesk, tmp_path: Path) -> None:
    desk = open_desk(load_engine=engine)
    bad = damaged(tmp_path / "bad.pdf")
    queued(desk, bad)
    bill(bad)
    retry(desk, "bad.pdf")
    wait_through(desk, 1)
    desk.window.queue.forget([hashlib.sha256(bad.read_bytes()).hexdigest()])
    assert items(desk) == ()


def slow_for_the_queue(go_on: threading.Event) -> FakeEngine:
    """Whoever asks first waits, and nobody else."""
    told, first = engine(), []
    say = told.say

    def slow(question: str, pages: object) -> object:
        first.append(threading.get_ident())
        if threading.get_ident() == first[0]:
            go_on.wait(20)
        return say(question, pages)

    told.say = slow
    return told


def test_a_file_that_the_clerk_accepts_while_the_queue_reads_it_stays_as_it_was_accepted(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    go_on = threading.Event()
    desk = open_desk(load_engine=lambda: slow_for_the_queue(go_on))
    clerk = Clerk(desk)
    desk.press("F9")
    drop(desk, bill(tmp_path / "bill.pdf"))
    desk.wait(lambda: items(desk) and items(desk)[0].standing is Standing.READING)
    choose(desk, "bill.pdf")
    desk.press("Return")
    correct_and_accept(clerk)
    assert state(desk, "bill.pdf") == "Done, accepted"
    go_on.set()
    desk.bot.wait(300)  # what was let go of says nothing when it ends
    assert in_library(desk) == ("N-1", True)
    assert state(desk, "bill.pdf") == "Done, accepted"


def test_retrying_a_file_that_lies_on_the_desk_overwrites_nothing_unseen(open_desk: OpenDesk, tmp_path: Path) -> None:
    desk = open_desk(load_engine=engine)
    clerk = Clerk(desk)
    queued(desk, bill(tmp_path / "bill.pdf"))
    choose(desk, "bill.pdf")
    desk.press("Return")
    correct_and_accept(clerk)
    retry(desk, "bill.pdf")
    desk.wait(lambda: clerk.value("invoice_number").text == "A-0471")
    assert state(desk, "bill.pdf") == "Needs review"
    assert in_library(desk) == ("A-0471", False)
    desk.press("Ctrl+E")
    desk.press("Ctrl+Z")
    assert in_library(desk) == ("N-1", True)
    assert state(desk, "bill.pdf") == "Done, accepted"


def test_a_retry_that_is_cancelled_leaves_the_files_as_they_were(open_desk: OpenDesk, tmp_path: Path) -> None:
    desk = open_desk(load_engine=engine)
    clerk = Clerk(desk)
    queued(desk, bill(tmp_path / "bill.pdf"))
    choose(desk, "bill.pdf")
    desk.press("Return")
    correct_and_accept(clerk)
    desk.press("Ctrl+W")
    drop(desk, bill(tmp_path / "two.pdf", number="B-2"))
    wait_through(desk, 2)
    before = shown(desk, *Column), exported(desk)
    buttons = desk.window.queue.panel.buttons
    desk.click(buttons["pause"])
    desk.window.queue.panel.table.setFocus()
    desk.press("Ctrl+A")
    desk.click(buttons["retry"])
    assert shown(desk, Column.STATE) == [("Waiting",), ("Waiting",)]
    desk.click(buttons["cancel"])
    assert (shown(desk, *Column), exported(desk)) == before
    assert before[1][0] == ("bill.pdf", "N-1")


def test_retrying_a_copy_of_what_lies_on_the_desk_fills_it_anew_there_where_it_can_be_taken_back(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    desk = open_desk(load_engine=engine)
    clerk = Clerk(desk)
    first = bill(tmp_path / "bill.pdf")
    (tmp_path / "copy.pdf").write_bytes(first.read_bytes())
    queued(desk, first, tmp_path / "copy.pdf")
    choose(desk, "copy.pdf")
    desk.press("Return")
    correct_and_accept(clerk)
    assert shown(desk, Column.STATE) == 2 * [("Done, accepted",)]
    retry(desk, "bill.pdf")
    desk.wait(lambda: not clerk.review.accepted)
    assert shown(desk, Column.STATE) == 2 * [("Needs review",)]
    assert in_library(desk) == ("A-0471", False)
    desk.press("Ctrl+E")
    desk.press("Ctrl+Z")
    assert in_library(desk) == ("N-1", True)
    assert shown(desk, Column.STATE) == 2 * [("Done, accepted",)]


def test_retrying_a_copy_that_holds_another_document_by_now_reads_that(open_desk: OpenDesk, tmp_path: Path) -> None:
    desk = open_desk(load_engine=engine)
    first = bill(tmp_path / "bill.pdf")
    (tmp_path / "copy.pdf").write_bytes(first.read_bytes())
    queued(desk, first, tmp_path / "copy.pdf")
    choose(desk, "copy.pdf")
    desk.press("Return")
    desk.wait(lambda: desk.documents and desk.document.has_values)
    new = content_hash(bill(first, number="B-2"))
    retry(desk, "bill.pdf")
    desk.wait(lambda: (items(desk)[0].sha256, items(desk)[0].standing) == (new, Standing.NEEDS_REVIEW))


def test_a_retry_of_a_file_that_is_away_leaves_its_values_in_the_export_and_says_why(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    desk = open_desk(load_engine=engine)
    queued(desk, bill(tmp_path / "bill.pdf"), bill(tmp_path / "two.pdf", number="B-2"))
    before = shown(desk, Column.STATE), exported(desk)
    (tmp_path / "two.pdf").rename(tmp_path / "away.pdf")
    retry(desk, "two.pdf")
    desk.wait(lambda: shown(desk, Column.REMARK)[1][0].startswith("Not read again: "))
    assert "two.pdf does not exist" in shown(desk, Column.REMARK)[1][0]
    assert (shown(desk, Column.STATE), exported(desk)) == before


def test_a_retry_of_the_file_that_is_made_ready_ahead_is_not_lost(
    open_desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk(load_engine=engine)
    queued(desk, bill(tmp_path / "1.pdf"), bill(tmp_path / "2.pdf", number="B-2"))
    go_on, kept = threading.Event(), RealFields.kept

    def slow(self: RealFields, document: Document, how: Filling) -> Review | None:
        if document.path.endswith("2.pdf"):
            go_on.wait(20)
        return kept(self, document, how)

    monkeypatch.setattr(RealFields, "kept", slow)
    desk.click(desk.window.queue.panel.buttons["pause"])
    choose(desk, "1.pdf")
    desk.press("Return")
    desk.wait(lambda: desk.documents and desk.document.has_values)
    retry(desk, "2.pdf")
    go_on.set()
    desk.bot.wait(300)  # what was made ready is told by now
    assert (state(desk, "2.pdf"), items(desk)[1].anew) == ("Waiting", True)


def test_a_file_that_waits_to_be_read_again_is_so_on_the_desk_once_it_is_opened(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    desk = open_desk(load_engine=engine)
    clerk = Clerk(desk)
    queued(desk, bill(tmp_path / "bill.pdf"))
    choose(desk, "bill.pdf")
    desk.press("Return")
    correct_and_accept(clerk)
    desk.press("Ctrl+W")
    desk.click(desk.window.queue.panel.buttons["pause"])
    retry(desk, "bill.pdf")
    choose(desk, "bill.pdf")
    desk.press("Return")
    desk.wait(lambda: desk.documents and desk.document.has_values)
    desk.wait(lambda: clerk.value("invoice_number").text == "A-0471")
    assert state(desk, "bill.pdf") == "Needs review"
    assert in_library(desk) == ("A-0471", False)


def test_retrying_a_file_of_the_desk_reads_what_it_holds_by_now(open_desk: OpenDesk, tmp_path: Path) -> None:
    desk = open_desk(load_engine=lambda: engine({NUMBER: Said("NEW-9")}))
    clerk = Clerk(desk)
    file = bill(tmp_path / "bill.pdf", number="NEW-8")
    queued(desk, file)
    choose(desk, "bill.pdf")
    desk.press("Return")
    desk.wait(lambda: desk.documents and desk.document.has_values)
    bill(file, number="NEW-9")
    retry(desk, "bill.pdf")
    sha256 = hashlib.sha256(file.read_bytes()).hexdigest()
    desk.wait(lambda: desk.document.sha256 == sha256 and desk.document.has_values)
    desk.wait(lambda: clerk.value("invoice_number").text == "NEW-9")
    assert items(desk)[0].sha256 == sha256
    assert in_library(desk) == ("NEW-9", False)


def test_a_file_that_was_written_anew_in_the_same_words_is_kept_as_what_it_is_by_now(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    desk = open_desk(load_engine=engine)
    file = bill(tmp_path / "bill.pdf")
    queued(desk, file)
    choose(desk, "bill.pdf")
    desk.press("Return")
    desk.wait(lambda: desk.documents and desk.document.has_values)
    file.write_bytes(file.read_bytes() + b"\n% written anew")
    retry(desk, "bill.pdf")
    sha256 = hashlib.sha256(file.read_bytes()).hexdigest()
    desk.wait(lambda: desk.document.review and desk.document.review.extraction.sha256 == sha256)
    choose(desk, "bill.pdf")
    desk.press("Return")
    correct_and_accept(Clerk(desk))
    assert in_library(desk) == ("N-1", True)
    assert not desk.window.centre.notices.isVisible()


def test_a_damaged_file_on_the_desk_that_was_fetched_again_is_read_there_too(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    desk = open_desk(load_engine=engine)
    bad = damaged(tmp_path / "bad.pdf")
    queued(desk, bad)
    choose(desk, "bad.pdf")
    desk.press("Return")
    desk.wait_read()
    bill(bad, number="B-2")
    retry(desk, "bad.pdf")
    wait_through(desk, 1)
    desk.wait(lambda: desk.document.has_values)
    assert (desk.document.state, state(desk, "bad.pdf")) == (ReadState.READY, "Needs review")


def test_retrying_a_file_of_the_desk_waits_until_its_fields_are_seen(open_desk: OpenDesk, tmp_path: Path) -> None:
    desk = open_desk(load_engine=engine)
    clerk = Clerk(desk)
    queued(desk, bill(tmp_path / "bill.pdf"))
    choose(desk, "bill.pdf")
    desk.press("Return")
    correct_and_accept(clerk)
    desk.press("Ctrl+L")
    retry(desk, "bill.pdf")
    assert state(desk, "bill.pdf") == "Needs review"
    choose(desk, "bill.pdf")
    desk.press("Return")
    desk.wait(lambda: clerk.value("invoice_number").text == "A-0471")


def test_the_key_that_hides_the_queue_hands_the_keyboard_to_the_fields(open_desk: OpenDesk, tmp_path: Path) -> None:
    desk = open_desk(load_engine=engine)
    queued(desk, bill(tmp_path / "bill.pdf"))
    choose(desk, "bill.pdf")
    desk.press("Return")
    desk.wait(lambda: desk.documents and desk.document.has_values)
    panel = desk.window.fields
    desk.click(desk.window.queue.panel.table.viewport())
    desk.press("F9")
    assert panel.fields.hasFocus()
    desk.press("F9")
    assert desk.window.queue.panel.table.hasFocus()
    desk.press("F9")
    assert panel.fields.hasFocus()
    desk.press("F2")
    assert panel.is_writing
