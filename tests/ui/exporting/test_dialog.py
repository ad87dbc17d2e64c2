"""The export dialog: what is chosen is shown at once as it will be written, and can be kept under a name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QInputDialog, QLineEdit
from pytestqt.qtbot import QtBot

from docqa_app.core.fields import Extraction
from docqa_app.exporting.columns import Chosen, Of, Shape
from docqa_app.exporting.csv_table import Reader, Style
from docqa_app.exporting.plan import Form, NamedPlan, Plan
from docqa_app.exporting.presets import load_presets, save_preset
from docqa_app.ui.exporting.columns_table import FIELD, TITLE
from docqa_app.ui.exporting.dialog import ExportDialog
from tests.exporting.extractions import extraction

LABELS = {"total_amount": "Total", "amount": "Amount"}
PLAIN = Plan(form=Form.CSV, style=Style(Reader.PROGRAMS))


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> ExportDialog:
    """Seven documents, as a CSV for programs."""
    made = ExportDialog(["These", "Those"], PLAIN, tmp_path / "presets")
    qtbot.addWidget(made)
    made.show_documents([document(n) for n in range(7)], LABELS)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow, timeout=60_000)
    return made


def document(number: int) -> Extraction:
    return replace(extraction(f"/in/{number}.pdf", f"{number:05}"), sha256=str(number))


def choose(box: QComboBox, words: str) -> None:
    """As by hand: down from the top until the entry that begins with these words."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    while not box.currentText().startswith(words):
        before = box.currentIndex()
        QTest.keyClick(box, Qt.Key.Key_Down)
        assert box.currentIndex() > before, f"no entry begins with {words!r}"


def titles(dialog: ExportDialog) -> list[str]:
    table = dialog.preview.table
    return [table.horizontalHeaderItem(column).text() for column in range(table.columnCount())]


def row(dialog: ExportDialog, number: int = 0) -> list[str]:
    table = dialog.preview.table
    return [table.item(number, column).text() for column in range(table.columnCount())]


def select(dialog: ExportDialog, words: str, column: int = FIELD) -> None:
    """Goes to the column that is called so in the list."""
    table = dialog.columns.table
    (item,) = (table.item(at, FIELD) for at in range(table.rowCount()) if table.item(at, FIELD).text() == words)
    table.setFocus()
    table.setCurrentCell(item.row(), column)


def test_the_first_five_rows_stand_there_as_they_will_be_written(dialog: ExportDialog) -> None:
    assert dialog.preview.table.rowCount() == 5
    assert titles(dialog)[:3] == ["document", "supplier_name", "invoice_number"]
    assert row(dialog, 4)[:3] == ["4.pdf", "Harbour Tools", "00004"]
    assert "Rows: 7. The first 5" in dialog.preview.said.text()


def test_another_file_and_another_reader_are_seen_at_once(dialog: ExportDialog) -> None:
    choose(dialog.options.reader, "Excel")
    assert row(dialog)[2] == '="00000"'
    choose(dialog.options.mark, "Comma")
    assert "-1234,50" in row(dialog)
    choose(dialog.options.form, "Excel workbook")
    assert row(dialog)[2] == "00000"
    assert not dialog.options.reader.isVisible()
    choose(dialog.options.form, "JSON, everything")
    assert '"supplier_name"' in dialog.preview.text.toPlainText()
    assert not dialog.columns.isEnabled()


def test_a_row_can_be_a_line_item_or_a_field(dialog: ExportDialog) -> None:
    choose(dialog.options.shape, "A line item")
    assert titles(dialog)[-3:] == ["description", "quantity", "amount"]
    assert row(dialog)[-3] == "'=1+1"
    assert "get an apostrophe" in dialog.preview.said.text()
    choose(dialog.options.shape, "A field")
    assert titles(dialog) == ["document", "schema", "row", "field", "value"]


def test_columns_are_ticked_named_and_moved_by_keys(dialog: ExportDialog) -> None:
    for name in ("supplier_name", "invoice_date", "due_date", "currency", "order_number"):
        select(dialog, name)
        QTest.keyClick(dialog.columns.table, Qt.Key.Key_Space)
    assert titles(dialog) == ["document", "invoice_number", "total_amount"]
    select(dialog, "Total", TITLE)
    QTest.keyClick(dialog.columns.table, Qt.Key.Key_F2)
    editor = dialog.columns.table.findChild(QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "Betrag")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    select(dialog, "invoice_number")
    for _ in range(2):  # past the column that is not ticked
        QTest.keyClick(dialog.columns.table, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert titles(dialog) == ["invoice_number", "document", "Betrag"]
    assert dialog.plan.columns == (
        Chosen("invoice_number", "invoice_number"),
        Chosen("", "document", Of.DOCUMENT),
        Chosen("total_amount", "Betrag"),
    )


def test_while_a_file_is_written_no_option_lets_its_rows_be_written_again(dialog: ExportDialog) -> None:
    dialog.begin_writing()
    choose(dialog.options.shape, "A line item")
    dialog.options.evidence.click()
    assert not dialog.append_button.isEnabled()
    assert not dialog.write_button.isEnabled()
    dialog.fail("The disk is full.")
    assert dialog.append_button.isEnabled()


def test_documents_that_are_there_twice_are_told(dialog: ExportDialog) -> None:
    assert not dialog.said.isVisible()
    again = [replace(document(n), path=f"/in/again-{n}.pdf") for n in range(5)]
    dialog.show_documents([*(document(n) for n in range(5)), *again], LABELS)
    assert dialog.said.text().startswith("again-0.pdf seems to be a duplicate of 0.pdf.")
    assert dialog.said.text().endswith("And 2 more.")
    assert dialog.write_button.isEnabled()


def test_what_is_left_out_is_told_beside_what_is_there_twice_until_other_documents_are_chosen(
    dialog: ExportDialog,
) -> None:
    twice = [replace(document(1), path="/in/a.pdf", sha256="a"), replace(document(1), path="/in/b.pdf", sha256="b")]
    dialog.show_documents(twice, LABELS, left_out=2)
    assert dialog.said.text().startswith("2 files are left out, because nothing of them is kept")
    assert "b.pdf seems to be a duplicate of a.pdf" in dialog.said.text()

    dialog.show_documents([document(2)], LABELS)

    assert not dialog.said.isVisible()


def test_columns_are_called_as_the_schema_labels_them(dialog: ExportDialog) -> None:
    dialog.columns.label_all.click()
    assert "Total" in titles(dialog)
    assert titles(dialog)[0] == "File name"


def test_evidence_stands_beside_the_values(dialog: ExportDialog) -> None:
    dialog.options.evidence.click()
    assert "total_amount page" in titles(dialog)


def test_two_columns_of_one_name_are_a_sentence_and_no_file(dialog: ExportDialog) -> None:
    dialog.columns.table.item(1, TITLE).setText("document")
    assert "2 columns are called “document”" in dialog.preview.said.text()
    assert not dialog.write_button.isEnabled()


def test_no_column_at_all_is_a_sentence(dialog: ExportDialog) -> None:
    table = dialog.columns.table
    for at in range(table.rowCount()):
        table.item(at, FIELD).setCheckState(Qt.CheckState.Unchecked)
    assert "No column is ticked" in dialog.preview.said.text()
    assert not dialog.append_button.isEnabled()


def test_what_was_chosen_is_kept_under_a_name_and_taken_again(dialog: ExportDialog, tmp_path: Path) -> None:
    choose(dialog.options.shape, "A line item")
    dialog.presets.keep_button.click()
    asking = dialog.findChild(QInputDialog)
    asking.findChild(QLineEdit).setText("Monthly")
    asking.accept()
    assert load_presets(tmp_path / "presets").presets == (NamedPlan("Monthly", replace(PLAIN, shape=Shape.ITEMS)),)
    choose(dialog.options.shape, "A document")
    assert dialog.presets.box.currentText() == "Own choice"
    choose(dialog.presets.box, "Monthly")
    assert dialog.options.shape.currentText() == "A line item"
    dialog.presets.forget_button.click()
    assert load_presets(tmp_path / "presets").presets == ()
    assert dialog.presets.box.count() == 1


def test_a_damaged_preset_is_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    save_preset(tmp_path, NamedPlan("good", Plan()))
    (tmp_path / "bad.json").write_text("{")
    made = ExportDialog(["These"], Plan(), tmp_path)
    qtbot.addWidget(made)
    assert "bad.json cannot be used" in made.said.text()
    assert made.presets.box.count() == 2


def test_columns_of_a_preset_that_no_document_has_stay(qtbot: QtBot, tmp_path: Path) -> None:
    plan = replace(PLAIN, columns=(Chosen("colour", "Farbe"), Chosen("currency", "Währung")))
    made = ExportDialog(["These"], plan, tmp_path)
    qtbot.addWidget(made)
    made.show_documents([extraction()], {})
    assert (titles(made), row(made)) == (["Farbe", "Währung"], ["", "EUR"])


@pytest.mark.parametrize("append", [False, True])
def test_the_place_is_asked_and_wished(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path, append: bool) -> None:
    (tmp_path / "there.csv").touch()
    (dialog.append_button if append else dialog.write_button).click()
    asking = dialog.findChild(QFileDialog)
    asking.setDirectory(str(tmp_path))
    asking.findChild(QLineEdit, "fileNameEdit").setText("there.csv" if append else "new.csv")
    with qtbot.waitSignal(dialog.write_wanted) as wished:
        asking.accept()
    assert wished.args == [tmp_path / ("there.csv" if append else "new.csv"), PLAIN, append]


def test_without_documents_nothing_can_be_written(qtbot: QtBot, dialog: ExportDialog) -> None:
    with qtbot.waitSignal(dialog.documents_wanted) as wished:
        choose(dialog.offers, "Those")
    assert wished.args == [1]
    dialog.show_documents([], {})
    assert not dialog.write_button.isEnabled()
