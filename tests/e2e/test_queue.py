"""A clerk with a folder of invoices: queued, read, reviewed one after another; nothing lost on the way."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from docqa_app.batch import steps
from docqa_app.batch.queue import Queue, Standing
from docqa_app.batch.store import QueueStore
from docqa_app.core.answer import Answer
from docqa_app.core.document import Document, Report, silent
from docqa_app.session.state import ReadState
from docqa_app.ui.opening import MOST_AT_ONCE
from docqa_app.ui.queue.rows import Column
from tests.desk import PATIENCE, Desk, paths_in
from tests.e2e.conftest import OpenDesk
from tests.e2e.test_kinds import OWN_KIND
from tests.fakes import FakeEngine
from tests.files import damaged, text_pdf

FINISHED = (Standing.NEEDS_REVIEW, Standing.DONE, Standing.FAILED)


def invoice(path: Path, number: int, supplier: str = "Sold by Harbour Dental Practice") -> Path:
    """An invoice of which all that must be there is found, but for the seller where it is not named so."""
    lines = [
        "Invoice",
        supplier,
        f"Invoice number 00{number}",
        "Invoice date 2024-03-31",
        "Due date 2024-04-30",
        f"Total amount {number}.50 EUR",
    ]
    return text_pdf(path, [lines])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three invoices, one of them twice, and a file that is damaged."""
    inside = tmp_path / "march"
    (inside / "more").mkdir(parents=True)
    first = invoice(inside / "1.pdf", 471)
    invoice(inside / "2.pdf", 472)
    damaged(inside / "3.pdf")
    (inside / "more" / "copy.pdf").write_bytes(first.read_bytes())
    return inside


def drop(desk: Desk, *paths: Path) -> None:
    """Drops files and folders on the queue."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    place, buttons, none = QPoint(40, 40), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    panel = desk.window.queue.panel
    enter = QDragEnterEvent(place, Qt.DropAction.CopyAction, mime, buttons, none)
    QApplication.sendEvent(panel, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(panel, QDropEvent(QPointF(place), Qt.DropAction.CopyAction, mime, buttons, none))


def wait_through(desk: Desk, files: int) -> None:
    queue = desk.window.queue
    desk.wait(lambda: [item.standing in FINISHED for item in queue.live.now.items] == [True] * files)


def shown(desk: Desk, *columns: Column) -> list[tuple[str, ...]]:
    """The rows as they stand in the table."""
    rows = desk.window.queue.panel.table.shown
    return [tuple(rows.index(row, column).data() for column in columns) for row in range(rows.rowCount())]


def state(desk: Desk, name: str) -> str:
    (found,) = (state for file, state in shown(desk, Column.FILE, Column.STATE) if file == name)
    return found


def test_a_folder_becomes_a_table_of_what_was_found_and_a_bad_file_ends_nothing(desk: Desk, folder: Path) -> None:
    desk.press("F9")
    drop(desk, folder)
    wait_through(desk, 4)
    rows = shown(desk, Column.FILE, Column.KIND, Column.TOTAL)
    assert rows == [
        ("1.pdf", "Invoice", "471.50 EUR"),
        ("2.pdf", "Invoice", "472.50 EUR"),
        ("3.pdf", "", ""),
        ("copy.pdf", "Invoice", "471.50 EUR"),
    ]
    assert state(desk, "3.pdf") == "Failed"
    assert "Is damaged" in shown(desk, Column.REMARK)[2][0]
    assert "Duplicate of 1.pdf" in shown(desk, Column.REMARK)[3][0]
    assert state(desk, "copy.pdf") == "Needs review"


def test_a_kind_of_the_users_own_is_told_by_its_title(desk: Desk, order: Path) -> None:
    desk.paths.own_schemas.mkdir(parents=True)
    (desk.paths.own_schemas / "our_order.json").write_text(json.dumps(OWN_KIND), encoding="utf-8")
    desk.press("F9")
    drop(desk, order)
    wait_through(desk, 1)
    desk.wait(lambda: shown(desk, Column.KIND) == [("Our order",)])


def test_more_files_than_anyone_looks_at_side_by_side_go_into_the_queue(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "year").mkdir()
    for number in range(MOST_AT_ONCE + 1):
        damaged(tmp_path / "year" / f"{number:02}.pdf")
    desk.window.opening.open_paths([tmp_path / "year"])
    wait_through(desk, MOST_AT_ONCE + 1)
    assert desk.window.bottom.isVisible()
    assert not desk.documents
    assert "More than 30 files" in desk.window.status.said.text()
    assert desk.window.queue.panel.filters.buttons[Standing.FAILED].text() == f"Failed  {MOST_AT_ONCE + 1}"


def test_files_of_one_state_are_shown_and_found_by_what_is_typed(desk: Desk, folder: Path) -> None:
    desk.press("F9")
    drop(desk, folder)
    wait_through(desk, 4)
    filters = desk.window.queue.panel.filters
    assert filters.buttons[None].text() == "All  4"
    assert filters.buttons[Standing.FAILED].text() == "Failed  1"
    desk.click(filters.buttons[Standing.FAILED])
    assert shown(desk, Column.FILE) == [("3.pdf",)]
    desk.click(filters.buttons[None])
    desk.click(filters.typed)
    desk.type("472")
    assert shown(desk, Column.FILE) == [("2.pdf",)]


def test_the_table_is_ordered_by_a_click_on_its_head_and_back(desk: Desk, folder: Path) -> None:
    desk.press("F9")
    drop(desk, folder)
    wait_through(desk, 4)
    head = desk.window.queue.panel.table.horizontalHeader()
    place = QPoint(head.sectionViewportPosition(Column.TOTAL) + 20, head.height() // 2)
    desk.click(head.viewport(), place)
    assert [name for (name,) in shown(desk, Column.FILE)] == ["3.pdf", "1.pdf", "copy.pdf", "2.pdf"]
    desk.click(head.viewport(), place)
    assert next(name for (name,) in shown(desk, Column.FILE)) == "2.pdf"
    desk.click(head.viewport(), place)
    assert [name for (name,) in shown(desk, Column.FILE)] == ["1.pdf", "2.pdf", "3.pdf", "copy.pdf"]


def choose(desk: Desk, name: str) -> None:
    """Clicks a row."""
    table = desk.window.queue.panel.table
    (row,) = (row for row, (file,) in enumerate(shown(desk, Column.FILE)) if file == name)
    desk.click(table.viewport(), table.visualRect(table.shown.index(row, 0)).center())


def test_files_are_taken_off_the_list_one_after_another_by_delete(desk: Desk, tmp_path: Path) -> None:
    desk.press("F9")
    drop(desk, *(damaged(tmp_path / f"{number}.pdf") for number in range(1, 6)))
    wait_through(desk, 5)
    choose(desk, "3.pdf")
    desk.press("Delete")
    desk.press("Delete")
    assert shown(desk, Column.FILE) == [("1.pdf",), ("2.pdf",), ("5.pdf",)]
    desk.press("Up")
    desk.press("Delete")
    assert shown(desk, Column.FILE) == [("1.pdf",), ("5.pdf",)]


class SlowEngine(FakeEngine):
    """Thinks until it is told to go on, or somebody stops it."""

    def __init__(self) -> None:
        super().__init__()
        self.thinking, self.go_on = threading.Event(), threading.Event()

    def ask(
        self,
        document: Document,
        questions: Sequence[str],
        *,
        pages: Sequence[int] | None = None,
        report: Report = silent,
    ) -> tuple[Answer, ...]:
        self.thinking.set()
        while not self.go_on.wait(0.01):
            report(0, 1)
        return super().ask(document, questions, pages=pages, report=report)


@pytest.fixture
def engine() -> Iterator[SlowEngine]:
    slow = SlowEngine()
    yield slow
    slow.go_on.set()


def test_files_are_cancelled_at_once_and_read_when_they_are_tried_again(
    open_desk: OpenDesk, folder: Path, engine: SlowEngine
) -> None:
    desk = open_desk(load_engine=lambda: engine)
    desk.press("F9")
    drop(desk, folder / "1.pdf", folder / "2.pdf")
    desk.wait(engine.thinking.is_set)
    panel = desk.window.queue.panel
    panel.table.setFocus()
    desk.press("Ctrl+A")
    desk.click(panel.buttons["cancel"])
    assert [state for (state,) in shown(desk, Column.STATE)] == ["Failed", "Failed"]
    assert shown(desk, Column.REMARK)[0] == ("Cancelled before it was read. Retry reads it.",)
    engine.go_on.set()
    desk.click(panel.buttons["retry"])
    wait_through(desk, 2)
    assert shown(desk, Column.TOTAL) == [("471.50 EUR",), ("472.50 EUR",)]


def test_a_paused_queue_begins_nothing_until_it_goes_on(desk: Desk, folder: Path) -> None:
    desk.press("F9")
    panel = desk.window.queue.panel
    desk.click(panel.buttons["pause"])
    drop(desk, folder / "1.pdf")
    desk.wait(lambda: desk.window.queue.live.now.items and desk.window.queue.live.now.items[0].sha256)
    assert state(desk, "1.pdf") == "Waiting"
    assert panel.state.text() == "Paused"
    desk.click(panel.buttons["pause"])
    wait_through(desk, 1)


def test_cancel_in_the_status_bar_halts_the_queue_where_it_is(
    open_desk: OpenDesk, folder: Path, engine: SlowEngine
) -> None:
    desk = open_desk(load_engine=lambda: engine)
    desk.press("F9")
    drop(desk, folder / "1.pdf", folder / "2.pdf")
    desk.wait(engine.thinking.is_set)
    desk.click(desk.window.status.job.cancel)
    assert [state for (state,) in shown(desk, Column.STATE)] == ["Waiting", "Waiting"]
    assert desk.window.queue.panel.pause.isChecked()
    engine.go_on.set()
    desk.click(desk.window.queue.panel.buttons["pause"])
    wait_through(desk, 2)


def test_a_question_of_the_clerk_goes_before_the_queue(
    open_desk: OpenDesk, folder: Path, order: Path, engine: SlowEngine
) -> None:
    desk = open_desk(load_engine=lambda: engine)
    desk.open(order)
    desk.press("Ctrl+L")
    desk.type("What is the total?")
    desk.press("Return")
    desk.wait(engine.thinking.is_set)
    drop(desk, folder / "1.pdf")
    desk.wait(lambda: desk.window.queue.live.now.items and desk.window.queue.live.now.items[0].sha256)
    assert state(desk, "1.pdf") == "Waiting"
    engine.go_on.set()
    desk.wait_answered()
    wait_through(desk, 1)


def test_rows_are_removed_and_the_files_stay(desk: Desk, folder: Path) -> None:
    desk.press("F9")
    drop(desk, folder)
    wait_through(desk, 4)
    choose(desk, "3.pdf")
    desk.press("Delete")
    assert [name for (name,) in shown(desk, Column.FILE)] == ["1.pdf", "2.pdf", "copy.pdf"]
    assert (folder / "3.pdf").exists()


def test_enter_opens_a_file_beside_its_fields_and_accepting_goes_on_to_the_next(desk: Desk, folder: Path) -> None:
    desk.press("F9")
    drop(desk, folder)
    wait_through(desk, 4)
    assert [state for (state,) in shown(desk, Column.STATE)] == [
        "Needs review",
        "Needs review",
        "Failed",
        "Needs review",
    ]
    choose(desk, "1.pdf")
    desk.press("Return")
    desk.wait_read()
    assert desk.window.side.is_shown(desk.window.fields)
    for name in ("1.pdf", "2.pdf"):
        desk.wait(lambda name=name: Path(desk.document.path).name == name and desk.document.review)
        desk.press("Ctrl+Return")
        desk.press("Ctrl+Return")  # once more, for a value is still to check
        assert state(desk, name) == "Done, accepted"
    assert state(desk, "copy.pdf") == "Done, accepted"


def test_accepted_files_leave_the_desk_but_for_the_last_few(desk: Desk, tmp_path: Path) -> None:
    drop(desk, *(invoice(tmp_path / f"{number}.pdf", number, supplier="From a firm") for number in range(1, 7)))
    wait_through(desk, 6)
    choose(desk, "1.pdf")
    desk.press("Return")
    for number in range(1, 7):
        desk.wait(lambda name=f"{number}.pdf": Path(desk.document.path).name == name and desk.document.review)
        desk.press("Ctrl+Return")
        desk.press("Ctrl+Return")
    assert [Path(one.path).name for one in desk.documents] == ["3.pdf", "4.pdf", "5.pdf", "6.pdf"]
    assert set(shown(desk, Column.STATE)) == {("Done, accepted",)}


def test_accepted_files_with_answers_stay_on_the_desk_for_these_are_kept_nowhere_else(
    desk: Desk, tmp_path: Path
) -> None:
    drop(desk, *(invoice(tmp_path / f"{number}.pdf", number, supplier="From a firm") for number in range(1, 7)))
    wait_through(desk, 6)
    choose(desk, "1.pdf")
    desk.press("Return")
    desk.wait_read()
    desk.ask("What is the total amount?")
    desk.press("Ctrl+E")
    for number in range(1, 7):
        desk.wait(lambda name=f"{number}.pdf": Path(desk.document.path).name == name and desk.document.review)
        desk.press("Ctrl+Return")
        desk.press("Ctrl+Return")
    assert [Path(one.path).name for one in desk.documents] == ["1.pdf", "3.pdf", "4.pdf", "5.pdf", "6.pdf"]
    assert len(desk.documents[0].asked) == 1


def test_f6_goes_from_one_file_to_review_to_the_next_and_leaves_them_as_they_are(desk: Desk, tmp_path: Path) -> None:
    files = [invoice(tmp_path / f"{number}.pdf", number, supplier="From a firm") for number in (471, 472)]
    drop(desk, *files)
    wait_through(desk, 2)
    for file in (*files, files[0]):
        desk.press("F6")
        assert desk.document.path == str(file)
        desk.wait_read()
    assert set(shown(desk, Column.STATE)) == {("Needs review",)}


def test_the_files_of_the_queue_are_exported_together(desk: Desk, tmp_path: Path) -> None:
    drop(desk, *(invoice(tmp_path / f"{number}.pdf", number) for number in (471, 472)))
    wait_through(desk, 2)
    desk.click(desk.window.queue.panel.buttons["export"])
    dialog = desk.window.field_exports.dialog
    assert dialog is not None
    assert dialog.offers.currentText() == "Files of the queue: 2"
    desk.wait(lambda: [Path(one.path).name for one in dialog.extractions] == ["471.pdf", "472.pdf"])
    dialog.close()


def test_a_file_whose_values_are_known_needs_no_model(open_desk: OpenDesk, folder: Path) -> None:
    engine = FakeEngine()
    desk = open_desk(load_engine=lambda: engine)
    desk.press("F9")
    for _ in range(2):
        drop(desk, folder / "1.pdf")
        wait_through(desk, 1)
        asked = len(engine.calls)
        desk.window.queue.panel.table.setFocus()
        desk.press("Ctrl+A")
        desk.press("Delete")
    assert asked > 0
    assert len(engine.calls) == asked


def test_a_file_that_was_moved_is_no_duplicate_but_another_copy_of_an_earlier_invoice_is(
    desk: Desk, folder: Path
) -> None:
    first = invoice(folder / "first.pdf", 471, "Seller Harbour Dental Practice")
    desk.press("F9")
    drop(desk, first)
    wait_through(desk, 1)
    assert shown(desk, Column.STATE) == [("Done",)]
    desk.window.queue.panel.table.setFocus()
    desk.press("Ctrl+A")
    desk.press("Delete")
    again = folder / "again.pdf"
    again.write_bytes(first.read_bytes() + b"\n% printed once more")
    drop(desk, first.rename(folder / "moved.pdf"))
    wait_through(desk, 1)
    drop(desk, again)
    wait_through(desk, 2)
    rows = {file: (state, remark) for file, state, remark in shown(desk, Column.FILE, Column.STATE, Column.REMARK)}
    assert rows["moved.pdf"] == ("Done", "")
    assert rows["again.pdf"] == ("Needs review", "Duplicate of moved.pdf")


def test_a_file_that_is_renamed_while_it_stands_in_the_queue_is_no_duplicate_of_its_old_name(
    desk: Desk, tmp_path: Path
) -> None:
    file = invoice(tmp_path / "scan001.pdf", 471, "Seller Harbour Dental Practice")
    desk.press("F9")
    drop(desk, file)
    wait_through(desk, 1)
    desk.wait(lambda: desk.window.queue.live.now.items[0].sha256)
    drop(desk, file.rename(tmp_path / "2024-471.pdf"))
    wait_through(desk, 2)
    desk.wait(lambda: desk.window.queue.live.now.items[1].sha256)
    assert shown(desk, Column.FILE, Column.STATE, Column.REMARK)[1] == ("2024-471.pdf", "Done", "")


def test_a_file_that_is_added_again_is_read_again_where_it_holds_another_document_by_now(
    desk: Desk, tmp_path: Path
) -> None:
    """As of a scanner that begins its numbers anew every day."""
    (tmp_path / "scans").mkdir()
    scan1, scan2 = (tmp_path / "scans" / name for name in ("1.pdf", "2.pdf"))
    desk.press("F9")
    drop(desk, invoice(scan1, 471), damaged(scan2))
    wait_through(desk, 2)
    invoice(scan1, 999)
    invoice(scan2, 472)
    drop(desk, tmp_path / "scans")
    desk.wait(lambda: shown(desk, Column.TOTAL) == [("999.50 EUR",), ("472.50 EUR",)])
    before = desk.window.queue.live.now
    with desk.bot.waitSignal(desk.window.queue.running.held):
        drop(desk, tmp_path / "scans")
    assert desk.window.queue.live.now is before, "what is as it was read is not read again"


def test_a_file_of_the_desk_that_is_added_again_and_holds_another_document_is_filled_anew_there(
    desk: Desk, tmp_path: Path
) -> None:
    scan = invoice(tmp_path / "1.pdf", 471)
    desk.press("F9")
    drop(desk, scan)
    wait_through(desk, 1)
    choose(desk, "1.pdf")
    desk.press("Return")
    desk.wait(lambda: desk.documents and desk.document.has_values)
    invoice(scan, 999)
    drop(desk, scan)
    desk.wait(lambda: shown(desk, Column.TOTAL) == [("999.50 EUR",)])


def test_a_locked_file_says_so_and_is_done_once_it_was_opened(desk: Desk, tmp_path: Path) -> None:
    desk.press("F9")
    drop(desk, text_pdf(tmp_path / "locked.pdf", [["Invoice", "Total amount 3.50 EUR"]], "march"))
    wait_through(desk, 1)
    assert "Is locked" in shown(desk, Column.REMARK)[0][0]
    choose(desk, "locked.pdf")
    desk.press("Return")
    desk.wait(lambda: desk.documents and desk.document.state is ReadState.LOCKED)
    desk.wait(lambda: desk.focused() is desk.window.centre.password.field)
    desk.type("march")
    desk.press("Return")
    desk.wait(lambda: desk.document.review)
    assert shown(desk, Column.KIND, Column.STATE) == [("Invoice", "Needs review")]
    assert shown(desk, Column.TOTAL) == [("",)], "what a password opened is not written down"
    desk.click(desk.window.queue.panel.buttons["export"])
    dialog = desk.window.field_exports.dialog
    assert dialog is not None
    desk.wait(lambda: [Path(one.path).name for one in dialog.extractions] == ["locked.pdf"])
    dialog.close()


def test_files_whose_names_are_not_utf_8_are_reviewed_one_after_the_other(desk: Desk, tmp_path: Path) -> None:
    inside = tmp_path / "old"
    inside.mkdir()
    odd = [Path(os.fsdecode(os.fsencode(inside) + b"/B\xfcro %d.pdf" % number)) for number in (1, 2)]
    try:
        for number, file in enumerate(odd):
            invoice(tmp_path / "n.pdf", 471 + number, "Harbour Dental Practice").rename(file)
    except OSError:
        pytest.skip("this file system has no such names")
    desk.press("F9")
    drop(desk, inside)
    wait_through(desk, 2)
    choose(desk, "B?ro 1.pdf")
    desk.press("Return")
    desk.wait(lambda: desk.documents and desk.document.review)
    assert desk.document.path == str(odd[0])
    desk.press("Ctrl+Return")
    desk.press("Ctrl+Return")
    desk.wait(lambda: desk.document.path == str(odd[1]) and desk.document.review)


def test_a_folder_whose_name_is_not_utf_8_is_watched_no_more_by_the_menu(desk: Desk) -> None:
    queue = desk.window.queue
    desk.press("F9")
    queue.live.step(steps.watch, "/in/M\udce4rz", True)
    queue.panel.watch_button.menu().actions()[-1].trigger()
    assert queue.live.now.watched == ()


def test_a_watched_folder_hands_over_new_files_once_they_are_whole(desk: Desk, folder: Path, tmp_path: Path) -> None:
    desk.press("F9")
    queue = desk.window.queue
    queue.panel.watch_wanted.emit()
    dialog = desk.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.selectFile(str(folder))
    dialog.accept()
    assert queue.live.now.watched == (str(folder),)
    assert queue.panel.watch_button.text() == "Watching 1 folder"
    look_twice(desk)
    wait_through(desk, 4)
    growing = folder / "new.pdf"
    growing.write_bytes(b"%PDF-1.7 the first half")
    for _ in range(2):
        with desk.bot.waitSignal(queue.watching.looked, timeout=PATIENCE):
            queue.watching.look()
        growing = invoice(folder / "new.pdf", 9)
    with desk.bot.waitSignal(queue.watching.looked, timeout=PATIENCE):
        queue.watching.look()
    wait_through(desk, 5)
    assert ("new.pdf", "9.50 EUR") in shown(desk, Column.FILE, Column.TOTAL)


def look_twice(desk: Desk) -> None:
    """What a file needs to be taken for whole."""
    for _ in range(2):
        with desk.bot.waitSignal(desk.window.queue.watching.looked, timeout=PATIENCE):
            desk.window.queue.watching.look()


def test_a_scan_written_over_an_earlier_one_of_a_watched_folder_is_read_also_at_the_next_start(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    """As by scanners that begin their numbers anew."""
    (tmp_path / "scans").mkdir()
    desk = open_desk()
    desk.window.queue.live.step(steps.watch, str(tmp_path / "scans"), True)
    for number in (471, 472):
        invoice(tmp_path / "scans" / "scan.pdf", number)
        look_twice(desk)
        desk.wait(lambda number=number: shown(desk, Column.FILE, Column.TOTAL) == [("scan.pdf", f"{number}.50 EUR")])
    wait_through(desk, 1)
    desk.close()
    invoice(tmp_path / "scans" / "scan.pdf", 473)
    desk = open_desk()
    look_twice(desk)
    desk.wait(lambda: shown(desk, Column.FILE, Column.TOTAL) == [("scan.pdf", "473.50 EUR")])


def test_what_was_removed_or_forgotten_is_not_handed_over_again_by_a_watched_folder(
    open_desk: OpenDesk, folder: Path
) -> None:
    desk = open_desk()
    desk.press("F9")
    drop(desk, folder)
    wait_through(desk, 4)
    names = {Path(item.path).name: item for item in desk.window.queue.live.now.items}
    desk.window.queue.live.step(steps.watch, str(folder), True)
    choose(desk, "3.pdf")
    desk.press("Delete")
    desk.window.librarian.forgotten.emit(names["2.pdf"].sha256)
    look_twice(desk)
    desk.close()
    again = open_desk()
    look_twice(again)
    assert {Path(item.path).name for item in again.window.queue.live.now.items} == {"1.pdf", "copy.pdf"}
    invoice(folder / "2.pdf", 473)
    look_twice(again)
    assert "2.pdf" in {Path(item.path).name for item in again.window.queue.live.now.items}


def test_the_queue_is_there_again_at_the_next_start(open_desk: OpenDesk, folder: Path) -> None:
    before = open_desk()
    before.press("F9")
    drop(before, folder)
    wait_through(before, 4)
    rows = shown(before, *Column)
    before.close()
    desk = open_desk()
    assert shown(desk, *Column) == rows
    assert desk.window.bottom.isVisible()


def test_closing_the_window_while_files_are_read_counts_against_none_of_them(
    open_desk: OpenDesk, folder: Path, home: Path, engine: SlowEngine
) -> None:
    desk = open_desk(load_engine=lambda: engine)
    drop(desk, folder)
    desk.wait(engine.thinking.is_set)
    desk.close()
    left = kept_queue(home)
    assert [(item.standing, item.tries) for item in left.items if item.standing not in FINISHED] != []
    assert {(item.standing, item.tries) for item in left.items} <= {(Standing.WAITING, 0), (Standing.FAILED, 1)}


def kept_queue(home: Path) -> Queue:
    store = QueueStore(paths_in(home).queue_file)
    queue = store.load()
    store.close()
    return queue


def test_a_killed_window_loses_no_file_of_its_queue(open_desk: OpenDesk, folder: Path, home: Path) -> None:
    environment = os.environ | {"DOCQA_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    killed = subprocess.run([sys.executable, "-c", KILLED, str(folder)], env=environment, cwd=ROOT, check=False)
    assert killed.returncode == -signal.SIGKILL
    left = kept_queue(home)
    assert len(left.items) == 4
    assert left.counts()[Standing.READING] > 0
    desk = open_desk()
    wait_through(desk, 4)
    totals = shown(desk, Column.FILE, Column.TOTAL)
    assert totals == [("1.pdf", "471.50 EUR"), ("2.pdf", "472.50 EUR"), ("3.pdf", ""), ("copy.pdf", "471.50 EUR")]


ROOT = Path(__file__).resolve().parent.parent.parent
KILLED = """
import os, signal, sys
from dataclasses import replace
from pathlib import Path
from docqa_app.app import make_application, open_window
from docqa_app.app.rooms import real_parts
from docqa_app.paths import find_paths
from docqa_app.ui.single_instance import Wish
from tests.fakes import FakeEngine

class Killing(FakeEngine):
    def ask(self, document, questions, **how):
        if document.path.endswith("2.pdf"):
            os.kill(os.getpid(), signal.SIGKILL)
        return super().ask(document, questions, **how)

paths = find_paths()
app = make_application(paths)
window = open_window(app, paths, lambda settings: replace(real_parts(paths, settings), load_engine=Killing), Wish())
window.queue.add([Path(sys.argv[1])])
app.exec()
"""
