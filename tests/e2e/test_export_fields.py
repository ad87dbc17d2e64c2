"""Fields leave the window: seen before they are written, into new files and behind the rows of old ones."""

from __future__ import annotations

from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit

from docqa_app.core.document import Document
from docqa_app.core.fields import Extraction
from docqa_app.ui.exporting.dialog import ExportDialog
from tests.desk import PATIENCE, Desk
from tests.e2e.conftest import Fill, OpenDesk
from tests.e2e.test_review import at_work
from tests.exporting.extractions import extraction, sheet
from tests.ui.review.bills import bill


def export_dialog(desk: Desk) -> ExportDialog:
    desk.press("Ctrl+Shift+E")
    desk.wait(lambda: desk.window.field_exports.dialog)
    dialog = desk.window.field_exports.dialog
    assert dialog is not None
    return dialog


def choose(box: QComboBox, words: str) -> None:
    box.setCurrentIndex(next(at for at in range(box.count()) if box.itemText(at).startswith(words)))


def save(desk: Desk, dialog: ExportDialog, file: Path, *, append: bool = False) -> None:
    QTest.mouseClick(dialog.append_button if append else dialog.write_button, Qt.MouseButton.LeftButton)
    asking = dialog.findChild(QFileDialog)
    asking.setDirectory(str(file.parent))
    asking.findChild(QLineEdit, "fileNameEdit").setText(file.name)
    asking.accept()


def said(desk: Desk) -> str:
    return desk.window.status.said.text()


def test_all_open_documents_become_a_workbook(desk: Desk, fill: Fill, tmp_path: Path) -> None:
    fill(tmp_path / "first.pdf", "Harbour")
    fill(tmp_path / "second.pdf", "Mill")
    dialog = export_dialog(desk)
    assert dialog.preview.table.item(0, 0).text() == "second.pdf"
    choose(dialog.offers, "All open documents: 2")
    save(desk, dialog, tmp_path / "fields.xlsx")
    desk.wait(lambda: said(desk).startswith("2 rows written to"))
    assert [row[:3] for row in sheet(tmp_path / "fields.xlsx")[1:]] == [
        ["first.pdf", "Harbour", "00471"],
        ["second.pdf", "Mill", "00471"],
    ]
    assert desk.window.field_exports.dialog is None


def test_a_second_document_goes_behind_the_first(desk: Desk, fill: Fill, tmp_path: Path) -> None:
    for name, append in (("first", False), ("second", True)):
        fill(tmp_path / f"{name}.pdf", "Harbour")
        save(desk, export_dialog(desk), tmp_path / "fields.xlsx", append=append)
        desk.wait(lambda: desk.window.field_exports.dialog is None)
    assert [row[0] for row in sheet(tmp_path / "fields.xlsx")] == ["document", "first.pdf", "second.pdf"]
    assert said(desk).startswith("1 row added to")


def test_a_file_open_elsewhere_leaves_the_dialog_with_a_sentence(desk: Desk, fill: Fill, tmp_path: Path) -> None:
    (tmp_path / ".~lock.fields.xlsx#").touch()
    fill(tmp_path / "first.pdf", "Harbour")
    dialog = export_dialog(desk)
    save(desk, dialog, tmp_path / "fields.xlsx")
    assert not dialog.append_button.isEnabled()
    desk.wait(lambda: "is open in LibreOffice" in dialog.said.text())
    assert not (tmp_path / "fields.xlsx").exists()
    (tmp_path / ".~lock.fields.xlsx#").unlink()
    save(desk, dialog, tmp_path / "fields.xlsx")
    desk.wait(lambda: (tmp_path / "fields.xlsx").exists())


def test_an_export_that_was_opened_since_stays_when_an_earlier_one_is_written(
    desk: Desk, fill: Fill, tmp_path: Path
) -> None:
    fill(tmp_path / "first.pdf", "Harbour")
    gate = Event()
    desk.window.workshop.write_lane.run(lambda report, note: gate.wait(PATIENCE / 1000), lambda _: None)
    first = export_dialog(desk)
    save(desk, first, tmp_path / "fields.xlsx")
    QTest.keyClick(first, Qt.Key.Key_Escape)
    assert desk.window.field_exports.dialog is None
    later = export_dialog(desk)
    gate.set()
    desk.wait(lambda: said(desk).startswith("1 row written to"))
    assert desk.window.field_exports.dialog is later
    assert later.isVisible()


def test_a_write_that_fails_leaves_an_export_that_was_opened_since_as_it_is(
    desk: Desk, fill: Fill, tmp_path: Path
) -> None:
    (tmp_path / ".~lock.fields.xlsx#").touch()
    fill(tmp_path / "first.pdf", "Harbour")
    gate = Event()
    desk.window.workshop.write_lane.run(lambda report, note: gate.wait(PATIENCE / 1000), lambda _: None)
    first = export_dialog(desk)
    save(desk, first, tmp_path / "fields.xlsx")
    QTest.keyClick(first, Qt.Key.Key_Escape)
    assert desk.window.field_exports.dialog is None
    later = export_dialog(desk)
    gate.set()
    desk.wait(lambda: desk.window.centre.notices.shown)
    notice = desk.window.centre.notices.shown
    assert notice is not None
    assert "is open in LibreOffice" in notice.text
    assert not later.said.isVisible()


def test_cells_that_were_kept_from_running_are_told(desk: Desk, fill: Fill, tmp_path: Path) -> None:
    fill(tmp_path / "first.pdf", "=1+1")
    dialog = export_dialog(desk)
    choose(dialog.options.form, "CSV")
    save(desk, dialog, tmp_path / "fields.csv")
    desk.wait(lambda: desk.window.centre.notices.shown)
    notice = desk.window.centre.notices.shown
    assert notice is not None
    assert "fields.csv that start like a formula" in notice.text
    assert notice.details == "Line 2, supplier_name: =1+1"


def test_documents_of_the_library_are_exported_without_being_open(desk: Desk, tmp_path: Path, order: Path) -> None:
    desk.open(order)
    kept: Document = desk.document.as_read()
    found: Extraction = extraction(str(order))
    library = desk.window.field_exports.library
    assert library is not None
    library.keep(kept, found)
    dialog = export_dialog(desk)
    choose(dialog.offers, "All documents in the library")
    desk.wait(lambda: dialog.extractions)
    save(desk, dialog, tmp_path / "fields.json")
    desk.wait(lambda: said(desk).startswith("1 row written to"))


def test_without_fields_or_library_there_is_a_sentence(desk: Desk, order: Path) -> None:
    desk.open(order)
    desk.window.field_exports.library = None
    desk.press("Ctrl+Shift+E")
    assert said(desk).startswith("There are no fields to export yet")


def test_what_is_changed_while_the_dialog_stands_beside_the_work_is_shown_and_written(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    desk = at_work(open_desk, bill(tmp_path / "bill.pdf")).desk
    dialog = export_dialog(desk)
    assert [one.field("invoice_number").text for one in dialog.extractions] == ["A-0471"]
    desk.come_forward()
    desk.press("Ctrl+E")
    desk.press("F2")
    desk.type("C-77")
    desk.press("Return")
    assert "C-77" in shown(dialog)
    choose(dialog.offers, "All documents in the library")
    desk.wait(lambda: "C-77" in shown(dialog))
    choose(dialog.offers, "This document")
    save(desk, dialog, tmp_path / "fields.xlsx")
    desk.wait(lambda: desk.window.field_exports.dialog is None)
    assert "C-77" in sheet(tmp_path / "fields.xlsx")[1]


def shown(dialog: ExportDialog) -> list[str]:
    """The first row of the preview."""
    table = dialog.preview.table
    return [item.text() for column in range(table.columnCount()) if (item := table.item(0, column))]
