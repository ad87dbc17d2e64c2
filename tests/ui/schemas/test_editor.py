"""The schema editor: fields, line items and rules are written by hand, mistakes are sentences beside the box."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from docqa_app.core.fields import FieldType
from docqa_app.extracting.case import Known
from docqa_app.extracting.extract import extract
from docqa_app.schemas.draft import Draft
from docqa_app.schemas.draft_file import draft_of, schema_of
from docqa_app.schemas.schema_file import find_schema
from docqa_app.ui.schemas.editor import SchemaEditor
from docqa_app.ui.schemas.rule_names import SHIPPED
from tests.extracting.sheets import INVOICE_ANSWERS, SCHEMAS, document, invoice_lines, page, told

INVOICE = draft_of(find_schema("invoice", SCHEMAS))


@pytest.fixture
def editor(qtbot: QtBot) -> SchemaEditor:
    """On the shipped invoice, in English."""
    made = SchemaEditor("en")
    qtbot.addWidget(made)
    made.show_kinds([("invoice", "Invoice")], "invoice")
    made.show_draft(INVOICE, own=False, changed=False)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow, timeout=60_000)
    return made


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def type_into(line: QWidget, text: str) -> None:
    """In place of what stands there."""
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(line, Qt.Key.Key_Delete)
    QTest.keyClicks(line, text)


def go_to(editor: SchemaEditor, name: str) -> None:
    """To the field of this name."""
    names = [one.name for one in editor.draft.fields]
    editor.fields.table.setFocus()
    editor.fields.table.setCurrentCell(names.index(name), 0)


def values(editor: SchemaEditor) -> dict[str, str]:
    table = editor.fields.table
    return {table.item(row, 0).text(): table.item(row, 1).text() for row in range(table.rowCount())}


def test_a_field_is_added_and_described(editor: SchemaEditor) -> None:
    click(editor.fields.add_button)
    form = editor.fields.form
    assert form.label.hasFocus()
    QTest.keyClicks(form.label, "Delivery date")
    assert form.name.text() == "delivery_date"
    form.type.setFocus()
    QTest.keyClicks(form.type, "Da")
    type_into(form.phrasings, "When is it delivered?")
    QTest.keyClick(form.phrasings, Qt.Key.Key_Return)
    QTest.keyClicks(form.phrasings, "delivery date")
    type_into(form.pattern, r"\d.*")
    form.required.click()
    made = schema_of(editor.draft).fields[-1]
    assert (made.name, made.type, made.label["en"]) == ("delivery_date", FieldType.DATE, "Delivery date")
    assert made.questions["en"] == ("When is it delivered?", "delivery date")
    assert (made.required, made.pattern and made.pattern.pattern) == (True, r"\d.*")


def test_fields_are_ordered_and_removed_by_keys_and_buttons(editor: SchemaEditor) -> None:
    go_to(editor, "supplier_address")
    QTest.keyClick(editor.fields.table, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert [one.name for one in editor.draft.fields][:2] == ["supplier_address", "supplier_name"]
    click(editor.fields.down_button)
    click(editor.fields.remove_button)
    assert [one.name for one in editor.draft.fields][:2] == ["supplier_name", "supplier_vat_id"]
    assert editor.fields.form.name.text() == "supplier_vat_id"


def test_texts_of_another_language_are_written_beside_the_first(editor: SchemaEditor) -> None:
    go_to(editor, "total_amount")
    editor.language.setCurrentIndex(editor.language.findText("Deutsch"))
    assert editor.fields.form.label.text() == INVOICE.fields[editor.fields.table.currentRow()].label["de"]
    type_into(editor.fields.form.label, "Endbetrag")
    total = next(one for one in editor.draft.fields if one.name == "total_amount")
    assert (total.label["de"], total.label["en"]) == ("Endbetrag", "Total")


@pytest.mark.parametrize(
    ("box", "text", "said"),
    [
        ("pattern", "(", "The pattern cannot be used"),
        ("name", "Total!", "small letters"),
        ("phrasings", "", ""),
    ],
)
def test_a_mistake_in_a_field_is_a_sentence(editor: SchemaEditor, box: str, text: str, said: str) -> None:
    go_to(editor, "total_amount")
    form = editor.fields.form
    type_into(getattr(form, box), text)
    assert said in form.problem.text()
    assert form.problem.isVisible() == bool(said)


def test_a_field_without_any_question_is_a_sentence(editor: SchemaEditor) -> None:
    for _ in editor.draft.fields:
        click(editor.fields.remove_button)
    click(editor.fields.add_button)
    type_into(editor.fields.form.phrasings, "")
    assert editor.fields.form.problem.text() == "The field needs a question."


def test_a_renamed_field_keeps_its_rules(editor: SchemaEditor) -> None:
    go_to(editor, "net_amount")
    type_into(editor.fields.form.name, "net")
    QTest.keyClick(editor.fields.form.name, Qt.Key.Key_Return)
    assert any("net + tax_amount" in rule.check for rule in editor.draft.rules)
    schema_of(editor.draft)


def test_a_name_that_is_taken_is_a_sentence_and_changes_nothing(editor: SchemaEditor) -> None:
    go_to(editor, "net_amount")
    type_into(editor.fields.form.name, "tax_amount")
    QTest.keyClick(editor.fields.form.name, Qt.Key.Key_Return)
    assert editor.fields.form.problem.text() == "Another one has this name already."
    assert editor.draft == INVOICE


def test_columns_of_line_items_have_headings(editor: SchemaEditor) -> None:
    editor.tabs.setCurrentWidget(editor.columns)
    click(editor.columns.add_button)
    QTest.keyClicks(editor.columns.form.label, "Discount")
    type_into(editor.columns.form.phrasings, "rebate")
    made = schema_of(editor.draft).columns[-1]
    assert (made.name, made.headers["en"]) == ("discount", ("rebate",))
    assert not editor.columns.form.pattern.isVisible()


def test_a_rule_is_written_with_its_mistakes_told(editor: SchemaEditor) -> None:
    editor.tabs.setCurrentWidget(editor.rules)
    click(editor.rules.add_button)
    form = editor.rules.form
    assert form.check.hasFocus()
    assert "Write what must hold" in form.problem.text()
    QTest.keyClicks(form.check, "total_amount > ")
    assert "it is not an expression" in form.problem.text()
    QTest.keyClicks(form.check, "summe")
    assert "speaks of “summe”" in form.problem.text()
    type_into(form.check, "total_amount > 0")
    assert "what is said where it fails" in form.problem.text()
    QTest.keyClicks(form.message, "Nothing is to be paid.")
    assert not form.problem.isVisible()
    rule = schema_of(editor.draft).rules[-1]
    assert (rule.check.text, rule.message["en"]) == ("total_amount > 0", "Nothing is to be paid.")
    click(editor.rules.remove_button)
    assert editor.draft.rules == INVOICE.rules


def test_every_shipped_rule_has_words_in_the_windows_language() -> None:
    names = {
        rule.name for kind in ("invoice", "receipt", "form") for rule in draft_of(find_schema(kind, SCHEMAS)).rules
    }
    assert names == set(SHIPPED)


@pytest.mark.usefixtures("german")
def test_a_rule_that_is_read_in_german_keeps_the_name_by_which_it_is_known(editor: SchemaEditor) -> None:
    editor.tabs.setCurrentWidget(editor.rules)
    at = [rule.name for rule in INVOICE.rules].index("row amount")
    assert editor.rules.list.item(at).text() == "Positionsbetrag"
    editor.rules.list.setCurrentRow(at)
    form = editor.rules.form
    assert form.name.text() == "Positionsbetrag"
    QTest.keyClicks(form.message, "!")
    assert editor.draft.rules[at].name == "row amount"
    type_into(form.name, "unsere Zeilen")
    assert editor.draft.rules[at].name == "unsere Zeilen"


def test_the_star_of_what_must_be_there_stands_before_its_label(editor: SchemaEditor) -> None:
    starred = {
        label.startswith("* ") for label, one in zip(values(editor), INVOICE.fields, strict=True) if one.required
    }
    assert starred == {True}


def test_names_are_completed_in_the_midst_of_a_rule(editor: SchemaEditor) -> None:
    editor.tabs.setCurrentWidget(editor.rules)
    form = editor.rules.form
    type_into(form.check, "net_amount + tax_")
    completer = form.check.completer()
    assert completer.currentCompletion() == "net_amount + tax_amount"


def test_what_a_kind_finds_on_the_page_stands_beside_its_fields(editor: SchemaEditor) -> None:
    sheet = document(page(invoice_lines(total="120,00")))
    answers = {**INVOICE_ANSWERS}
    found = extract(sheet, schema_of(INVOICE), told(answers), Known())
    editor.show_found(found, "What this kind finds on page 1:")
    number = next(one for one in found.fields if one.name == "invoice_number")
    assert values(editor)["* Invoice number"] == number.text
    editor.tabs.setCurrentWidget(editor.columns)
    cells = "; ".join(item.cell("amount").text for item in found.line_items)
    assert cells
    assert cells in [editor.columns.table.item(row, 1).text() for row in range(editor.columns.table.rowCount())]
    editor.tabs.setCurrentWidget(editor.rules)
    said = [editor.rules.list.item(row).text() for row in range(editor.rules.list.count())]
    assert any(text.endswith("holds") for text in said)


def test_a_failing_rule_says_so_for_the_page(editor: SchemaEditor) -> None:
    rules = (replace(INVOICE.rules[0], name="none", check="1 == 2", message={"en": "One is not two."}),)
    draft: Draft = replace(INVOICE, rules=rules)
    editor.show_draft(draft, own=True, changed=True)
    editor.show_found(extract(document(page(invoice_lines())), schema_of(draft), told(INVOICE_ANSWERS), Known()), "")
    assert editor.rules.list.item(0).text() == "none – fails"
    assert editor.rules.form.result.text() == "On this page it fails: One is not two."


def test_what_is_shipped_can_only_be_saved_as_another(qtbot: QtBot, editor: SchemaEditor) -> None:
    editor.show_standing(own=False, changed=True)
    assert not editor.save_button.isEnabled()
    click(editor.save_as_button)
    asking = editor.findChild(QInputDialog)
    asking.findChild(QLineEdit).setText("Our invoice")
    with qtbot.waitSignal(editor.save_as_wanted) as wished:
        asking.accept()
    assert wished.args == ["Our invoice"]


def test_removing_and_discarding_are_asked_first(qtbot: QtBot, editor: SchemaEditor) -> None:
    for changed, button, wish in (
        (False, editor.remove_button, editor.remove_wanted),
        (True, editor.discard_button, editor.discard_wanted),
    ):
        editor.show_standing(own=True, changed=changed)
        click(button)
        box = editor.findChildren(QMessageBox)[-1]
        assert "Invoice" in box.text()
        yes = next(one for one in box.buttons() if box.buttonRole(one) is QMessageBox.ButtonRole.DestructiveRole)
        with qtbot.waitSignal(wish):
            yes.click()


@pytest.mark.parametrize("width", [400, 900])
def test_names_of_fields_are_read_to_their_end_and_values_have_the_rest(width: int, qtbot: QtBot) -> None:
    german = SchemaEditor("de")
    qtbot.addWidget(german)
    german.resize(width, 700)
    german.show_draft(INVOICE, own=False, changed=False)
    german.show()
    table = german.fields.table
    qtbot.waitUntil(lambda: sum(map(table.columnWidth, range(3))) == table.viewport().width())
    assert table.columnWidth(0) >= table.sizeHintForColumn(0)
