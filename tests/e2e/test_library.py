"""Documents seen before are found again, opened where the text stands, and forgotten; what was learned can be seen."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from docqa_app.batch.queue import Standing
from docqa_app.core.document import Box, Document
from docqa_app.core.fields import FieldType
from docqa_app.core.kept import Wanted
from docqa_app.core.ports import Library
from docqa_app.core.suppliers import Correction, Memory, Side, Supplier
from docqa_app.library import database
from docqa_app.reading.reader import read_document
from docqa_app.ui.library.dialog import LibraryDialog
from docqa_app.ui.library.found_rows import EXCERPT, FILE, SUPPLIER
from tests.desk import PATIENCE, Desk, paths_in
from tests.e2e.conftest import OpenDesk
from tests.e2e.test_queue_and_desk import queued
from tests.exporting.extractions import extraction
from tests.files import orders
from tests.library.invoices import edited
from tests.ui.review.bills import bill, engine

AT = "2024-04-01T08:00:00.000+00:00"
Keep = Callable[[str, int, str], Document]


@pytest.fixture
def library(desk: Desk) -> Library:
    kept = desk.window.librarian.library
    assert kept is not None
    return kept


@pytest.fixture
def keep(desk: Desk, library: Library, tmp_path: Path) -> Keep:
    """A file of some pages that was extracted before."""

    def keep_one(name: str, pages: int, supplier: str) -> Document:
        document = read_document(orders(tmp_path / name, pages))
        found = extraction(document.path, number=name, supplier=supplier)
        library.keep(document, found)
        return document

    return keep_one


def opened(desk: Desk) -> LibraryDialog:
    desk.window.activateWindow()
    desk.wait(desk.window.isActiveWindow)
    desk.press("Ctrl+Shift+F")
    desk.wait(lambda: desk.window.librarian.dialog and desk.window.librarian.dialog.isVisible())
    dialog = desk.window.librarian.dialog
    assert dialog is not None
    return dialog


def search(desk: Desk, dialog: LibraryDialog, text: str, count: int) -> None:
    dialog.found.search.text.clear()
    QTest.keyClicks(dialog.found.search.text, text)
    desk.wait(lambda: dialog.found.rows.rowCount() == count)


def cell(dialog: LibraryDialog, row: int, column: int) -> str:
    model = dialog.found.table.model()
    return str(model.index(row, column).data())


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_a_document_is_found_by_its_text_and_opened_there_with_the_hits_marked(desk: Desk, keep: Keep) -> None:
    keep("short.pdf", 1, "Harbour Tools")
    long = keep("long.pdf", 4, "Mill & Sons")
    dialog = opened(desk)
    desk.wait(lambda: dialog.found.rows.rowCount() == 2)
    search(desk, dialog, "number 1003", 1)
    assert (cell(dialog, 0, SUPPLIER), cell(dialog, 0, FILE)) == ("Mill & Sons", "long.pdf")
    assert "Order number 1003" in cell(dialog, 0, EXCERPT)

    QTest.keyClick(dialog.found.search.text, Qt.Key.Key_Return)
    desk.wait_read()

    assert desk.document.path == long.path
    desk.wait(lambda: desk.window.view.current_page == 3)
    bar = desk.window.pages.find_bar
    desk.wait(lambda: "1 of 1" in [label.text() for label in bar.findChildren(QLabel)])
    assert bar.text == "1003"
    assert not dialog.isVisible()


def test_suppliers_have_the_room_that_no_found_text_needs(desk: Desk, keep: Keep) -> None:
    keep("one.pdf", 1, "The Miller and Sons Paper Company of Upper Hull")
    dialog = opened(desk)
    desk.wait(lambda: dialog.found.rows.rowCount() == 1)
    table = dialog.found.table
    assert table.isColumnHidden(EXCERPT)
    assert table.columnWidth(SUPPLIER) >= table.sizeHintForColumn(SUPPLIER)
    search(desk, dialog, "nowhere", 0)
    search(desk, dialog, "delivery", 1)
    assert not table.isColumnHidden(EXCERPT)
    assert table.columnWidth(EXCERPT) > table.columnWidth(SUPPLIER)


def test_the_search_is_there_again_as_it_was_left(desk: Desk, keep: Keep) -> None:
    keep("one.pdf", 1, "Harbour Tools")
    keep("two.pdf", 2, "Mill & Sons")
    dialog = opened(desk)
    search(desk, dialog, "1002", 1)
    dialog.close()

    again = opened(desk)

    assert again.found.search.text.text() == "1002"
    assert again.found.rows.rowCount() == 1


def test_field_and_time_narrow_the_search_and_a_wrong_time_is_told(desk: Desk, keep: Keep) -> None:
    keep("one.pdf", 1, "Harbour Tools")
    keep("two.pdf", 2, "Mill & Sons")
    dialog = opened(desk)
    row = dialog.found.search
    desk.wait(lambda: row.field.count() > 1)
    row.field.setCurrentIndex(row.field.findData("supplier_name"))
    QTest.keyClicks(row.value, "mill")
    desk.wait(lambda: dialog.found.rows.rowCount() == 1)
    row.value.clear()
    QTest.keyClicks(row.first, "2025")
    desk.wait(lambda: dialog.found.rows.rowCount() == 0)
    row.field.setCurrentIndex(0)
    row.first.clear()
    QTest.keyClicks(row.first, "3/2024")
    desk.wait(lambda: dialog.found.rows.rowCount() == 2)
    QTest.keyClicks(row.last, "soon")
    desk.wait(row.problem.isVisible)

    assert "“soon” is no time" in row.problem.text()


def test_a_forgotten_document_is_off_the_desk_the_list_and_the_disk(desk: Desk, keep: Keep, library: Library) -> None:
    kept = keep("secret.pdf", 1, "Zwieselbruck")
    keep("other.pdf", 2, "Mill & Sons")
    desk.open(Path(kept.path))
    assert desk.document.sha256 == kept.sha256
    dialog = opened(desk)
    search(desk, dialog, "1001", 2)
    row = next(row for row in range(2) if cell(dialog, row, FILE) == "secret.pdf")
    dialog.found.table.selectRow(row)
    click(dialog.found.forget_button)
    assert dialog.found.sure.isVisible()
    click(dialog.found.sure.yes_button)
    desk.wait(lambda: dialog.found.rows.rowCount() == 1)

    assert [found.entry.supplier for found in library.search(Wanted())] == ["Mill & Sons"]
    assert desk.documents == ()
    assert Path(kept.path).is_file()
    desk.close()
    left = b"".join(file.read_bytes().lower() for file in desk.paths.data.parent.rglob("*") if _holds_data(file))
    assert b"other.pdf" in left
    for trace in ("zwieselbruck", "secret.pdf", kept.sha256):
        assert trace.encode() not in left
    assert not (desk.paths.cache / "words" / kept.sha256).exists()


def test_a_document_whose_traces_are_left_is_gone_from_list_and_queue_all_the_same(
    open_desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.1)
    desk = open_desk()
    desk.window.queue.add([orders(tmp_path / "secret.pdf", 1)])
    desk.wait(lambda: [one.standing for one in desk.window.queue.live.now.items] == [Standing.NEEDS_REVIEW])
    dialog = opened(desk)
    search(desk, dialog, "1001", 1)
    with closing(sqlite3.connect(desk.paths.library_file, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM document").fetchone()
        dialog.found.table.selectRow(0)
        click(dialog.found.forget_button)
        click(dialog.found.sure.yes_button)
        desk.wait(dialog.said.isVisible)

    assert dialog.said.text().startswith("It is forgotten, but another docqa is reading the library")
    assert desk.window.queue.live.now.items == ()
    desk.wait(lambda: dialog.found.rows.rowCount() == 0)


def _holds_data(file: Path) -> bool:
    """Logs are overwritten in turn, and not searched."""
    return file.is_file() and "logs" not in file.parts


def test_a_damaged_library_is_told_at_the_start_and_a_new_one_used(open_desk: OpenDesk, home: Path) -> None:
    paths_in(home).library_file.write_bytes(b"once a library" * 100)

    desk = open_desk()
    notices = desk.window.centre.notices
    desk.wait(notices.isVisible)

    assert "damaged and was set aside" in " ".join(label.text() for label in notices.findChildren(QLabel))
    assert opened(desk).found.rows.rowCount() == 0


def test_nothing_is_forgotten_by_an_escape(desk: Desk, keep: Keep, library: Library) -> None:
    keep("one.pdf", 1, "Harbour Tools")
    dialog = opened(desk)
    desk.wait(lambda: dialog.found.rows.rowCount() == 1)
    dialog.found.table.setFocus()
    desk.wait(dialog.found.table.hasFocus)
    QTest.keyClick(dialog.found.table, Qt.Key.Key_Delete)
    assert dialog.found.sure.isVisible()
    QTest.keyClick(dialog.found.sure.no_button, Qt.Key.Key_Escape)

    assert not dialog.found.sure.isVisible()
    assert dialog.isVisible()
    assert len(library.search(Wanted())) == 1
    assert dialog.found.table.hasFocus()


def test_the_keyboard_is_with_the_documents_again_once_one_was_forgotten(desk: Desk, keep: Keep) -> None:
    for number, name in enumerate(("a.pdf", "b.pdf"), start=1):
        keep(name, number, "Harbour Tools")
    dialog = opened(desk)
    desk.wait(lambda: dialog.found.rows.rowCount() == 2)
    dialog.found.table.setFocus()
    for left in (1, 0):
        QTest.keyClick(desk.focused(), Qt.Key.Key_Delete)
        assert desk.focused() is dialog.found.sure.no_button
        click(dialog.found.sure.yes_button)
        desk.wait(lambda: dialog.found.rows.rowCount() == left)  # noqa: B023 (waited for at once)
        assert dialog.found.table.hasFocus()


def test_a_file_that_was_moved_away_says_so(desk: Desk, keep: Keep) -> None:
    kept = keep("one.pdf", 1, "Harbour Tools")
    Path(kept.path).unlink()
    dialog = opened(desk)
    desk.wait(lambda: dialog.found.rows.rowCount() == 1)
    click(dialog.found.open_button)

    assert "not there any more" in dialog.said.text()
    assert desk.documents == ()


def test_a_file_that_was_moved_is_opened_where_it_lies_once_it_was_seen_there(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    desk = open_desk(load_engine=engine)
    queued(desk, old := bill(tmp_path / "old.pdf"))
    (tmp_path / "paid").mkdir()
    new = old.rename(tmp_path / "paid" / "new.pdf")
    desk.open(new)
    desk.press("Ctrl+E")
    desk.wait(lambda: desk.document.has_values)
    desk.press("Ctrl+W")
    dialog = opened(desk)
    desk.wait(lambda: dialog.found.rows.rowCount() == 1)
    assert cell(dialog, 0, FILE) == "new.pdf"
    click(dialog.found.open_button)
    desk.wait(lambda: desk.documents)
    assert desk.document.path == str(new)


def test_a_copy_elsewhere_leaves_the_library_with_the_first_place(open_desk: OpenDesk, tmp_path: Path) -> None:
    desk = open_desk(load_engine=engine)
    queued(desk, first := bill(tmp_path / "first.pdf"))
    copy = tmp_path / "copy.pdf"
    copy.write_bytes(first.read_bytes())
    desk.open(copy)
    desk.press("Ctrl+E")
    desk.wait(lambda: desk.document.has_values)
    dialog = opened(desk)
    desk.wait(lambda: dialog.found.rows.rowCount() == 1)
    assert cell(dialog, 0, FILE) == "first.pdf"


def test_who_set_what_and_when_can_be_read(desk: Desk, keep: Keep, library: Library) -> None:
    kept = keep("one.pdf", 1, "Harbour Tools")
    reviewed = library.review(kept.sha256)
    assert reviewed is not None
    library.record(kept.sha256, edited(reviewed.extraction, "invoice_number", "A-99")[1])
    dialog = opened(desk)
    desk.wait(lambda: dialog.found.rows.rowCount() == 1)
    desk.wait(lambda: dialog.found.search.field.count() > 1)
    click(dialog.found.changes_button)
    desk.wait(lambda: desk.window.librarian.changes and desk.window.librarian.changes.tree.topLevelItemCount() == 2)
    tree = desk.window.librarian.changes.tree

    rows = [[tree.topLevelItem(row).text(column) for column in (1, 2, 3, 4)] for row in range(2)]

    assert rows == [
        ["A person", "Set: Invoice number", "one.pdf", "A-99"],
        ["telling 1.0", "Extracted", "", ""],
    ]
    assert "2024" in tree.topLevelItem(0).text(0) or "24" in tree.topLevelItem(0).text(0)


def lesson(library: Library) -> Memory:
    sha256 = hashlib.sha256(b"lesson").hexdigest()
    box = Box(0.1, 0.1, 0.2, 0.12)
    number = Correction("invoice_number", FieldType.TEXT, "Beleg", Side.LEFT, 1, box, "RE-1", False, sha256, AT)
    order = Correction("order_number", FieldType.TEXT, "", Side.NONE, 1, box, "B-7", False, sha256, AT)
    library.remember(Memory(Supplier("Werft Nord", "DE136695976"), (number, order), "DMY", sha256=sha256))
    return library.memories()[0]


def memory_texts(dialog: LibraryDialog) -> list[list[str]]:
    top = dialog.memory.tree.topLevelItem(0)
    rows = [top.child(place) for place in range(top.childCount())]
    return [[row.text(column) for column in range(3)] for row in rows]


def test_what_was_learned_is_seen_changed_and_erased(desk: Desk, library: Library) -> None:
    lesson(library)
    dialog = opened(desk)
    dialog.tabs.setCurrentWidget(dialog.memory)
    tree = dialog.memory.tree
    desk.wait(lambda: tree.topLevelItemCount() == 1)
    assert memory_texts(dialog) == [
        ["Invoice number", "Beleg", "RE-1"],
        ["Order number", "(its place on the page)", "B-7"],
        ["Dates", "day before month", ""],
    ]

    tree.setCurrentItem(tree.topLevelItem(0).child(0), 1)
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_F2)
    desk.wait(lambda: isinstance(tree.focusWidget(), QWidget) and tree.state() == tree.State.EditingState)
    editor = tree.focusWidget()
    editor.selectAll()
    QTest.keyClicks(editor, "Rechnung Nr.")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    desk.wait(lambda: library.memories()[0].corrections[0].label == "Rechnung Nr.")

    desk.wait(lambda: memory_texts(dialog)[0][1] == "Rechnung Nr.")
    tree.setCurrentItem(tree.topLevelItem(0).child(2))
    click(dialog.memory.erase_button)
    desk.wait(lambda: library.memories()[0].date_order == "")
    desk.wait(lambda: len(memory_texts(dialog)) == 2)
    tree.setCurrentItem(tree.topLevelItem(0))
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_Delete)
    desk.wait(lambda: library.memories() == ())
    desk.wait(lambda: tree.topLevelItemCount() == 0)


def test_a_question_holds_only_for_what_it_was_asked_about(desk: Desk, keep: Keep, library: Library) -> None:
    keep("a.pdf", 1, "Hafen")
    keep("b.pdf", 2, "Werft")
    dialog = opened(desk)
    desk.wait(lambda: dialog.found.rows.rowCount() == 2)
    dialog.found.table.setFocus()
    dialog.found.forget_button.click()
    assert dialog.found.sure.isVisible()

    QTest.keyClick(dialog.found.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)

    assert not dialog.found.sure.isVisible()
    dialog.found.forget_button.click()
    assert "(2)" in dialog.found.sure.accessibleName()
    assert len(library.search(Wanted())) == 2


def test_enter_right_after_typing_opens_what_is_found_and_not_what_was_listed(desk: Desk, keep: Keep) -> None:
    keep("a.pdf", 1, "Hafen")
    keep("c.pdf", 3, "Werft")
    dialog = opened(desk)
    desk.wait(lambda: dialog.found.rows.rowCount() == 2)
    dialog.found.search.text.setFocus()

    QTest.keyClicks(dialog.found.search.text, "1003")
    QTest.keyClick(dialog.found.search.text, Qt.Key.Key_Return)

    desk.wait(lambda: desk.documents)
    assert Path(desk.document.path).name == "c.pdf"


def test_a_document_is_forgotten_before_the_window_closes(desk: Desk, keep: Keep, library: Library) -> None:
    document, gate = keep("a.pdf", 1, "Hafen"), Event()
    dialog = opened(desk)
    desk.wait(lambda: dialog.found.rows.rowCount() == 1)
    desk.window.workshop.library_lane.run(lambda report, note: gate.wait(PATIENCE / 1000), lambda _: None)
    dialog.found.table.setFocus()
    dialog.found.forget_button.click()
    dialog.found.sure.yes_button.click()

    assert desk.window.workshop.background.is_writing()
    QTimer.singleShot(100, gate.set)
    desk.close()

    assert library.entry(document.sha256) is None
