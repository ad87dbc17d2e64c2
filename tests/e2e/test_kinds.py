"""A clerk writes a kind of document beside an open page: every change is tried at once, and the kind is kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QLineEdit

from docqa_app.app.rooms import real_parts
from docqa_app.core.document import Document
from docqa_app.schemas.draft_file import draft_of
from docqa_app.schemas.schema import Schema
from docqa_app.schemas.schema_file import load_schema
from docqa_app.ui.schemas.desk import SchemaDesk
from tests.desk import Desk
from tests.files import orders


@pytest.fixture
def kinds(desk: Desk, tmp_path: Path) -> SchemaDesk:
    """The editor on a new kind, beside two orders: 1.50 EUR on the first page, 2.50 EUR on the second."""
    desk.open(orders(tmp_path / "orders.pdf", 2))
    desk.window.workshop.model.begin()
    desk.wait(lambda: desk.window.workshop.model.engine)
    desk.window.actions_by_name["kinds"].trigger()
    dock = desk.window.kinds.dock
    assert dock is not None
    QTest.mouseClick(dock.desk.editor.new_button, Qt.MouseButton.LeftButton)
    name_it(dock.desk, "Our order")
    desk.come_forward()
    desk.wait(lambda: value(dock.desk, 0) == "1001")
    return dock.desk


def name_it(kinds: SchemaDesk, title: str) -> None:
    asking = kinds.editor.findChildren(QInputDialog)[-1]
    asking.findChild(QLineEdit).setText(title)
    asking.accept()


def value(kinds: SchemaDesk, row: int) -> str | None:
    item = kinds.editor.fields.table.item(row, 1)
    return item.text() if item else None


def ask(desk: Desk, kinds: SchemaDesk, question: str, answer: str) -> None:
    """Writes another question for the field and waits for what it finds."""
    kinds.editor.fields.form.phrasings.setFocus()
    desk.press("Ctrl+A")
    desk.type(question)
    desk.wait(lambda: value(kinds, 0) == answer)


def test_a_question_is_tried_on_the_page_while_it_is_written(desk: Desk, kinds: SchemaDesk) -> None:
    ask(desk, kinds, "What is the total?", "1.50 EUR")
    ask(desk, kinds, "What is the order number?", "1001")


def test_a_room_that_is_asked_for_comes_to_the_front_of_the_kinds(desk: Desk, kinds: SchemaDesk) -> None:
    assert desk.window.ask.visibleRegion().isEmpty()

    desk.press("Ctrl+L")

    desk.wait(lambda: not desk.window.ask.visibleRegion().isEmpty())


def test_another_page_is_tried_as_soon_as_it_is_in_view(desk: Desk, kinds: SchemaDesk) -> None:
    ask(desk, kinds, "What is the total?", "1.50 EUR")
    desk.window.view.setFocus()
    desk.press("Alt+Down")
    desk.wait(lambda: value(kinds, 0) == "2.50 EUR")
    assert kinds.editor.state.text() == "What this kind finds on page 2:"


def test_the_words_of_the_field_light_up(desk: Desk, kinds: SchemaDesk) -> None:
    ask(desk, kinds, "What is the total?", "1.50 EUR")
    kinds.editor.fields.table.setCurrentCell(-1, 0)
    kinds.editor.fields.table.setCurrentCell(0, 0)
    (boxes,) = desk.window.lighting.lit.values()
    words = as_read(desk).pages[0].words
    lit = [word.text for word in words for box in boxes if box.contains(word.box.left, word.box.top)]
    assert lit == ["1.50", "EUR"]


def as_read(desk: Desk) -> Document:
    return desk.document.as_read()


def offered(desk: Desk) -> tuple[Schema, ...]:
    """The kinds that the Fields room would offer now."""
    room = real_parts(desk.paths, lambda: desk.window.preferences.now).fields
    assert room is not None
    return room.kinds()


def test_an_own_kind_is_kept_as_a_plain_file_and_offered(desk: Desk, kinds: SchemaDesk) -> None:
    ask(desk, kinds, "What is the total?", "1.50 EUR")
    assert kinds.editor.kinds.currentText() == "Our order (changed)"
    with desk.bot.waitSignal(kinds.kept) as kept:
        QTest.mouseClick(kinds.editor.save_button, Qt.MouseButton.LeftButton)
    file = desk.paths.own_schemas / "our_order.json"
    assert json.loads(file.read_text(encoding="utf-8"))["fields"][0]["questions"] == {"en": ["What is the total?"]}
    assert "our_order" in [schema.name for schema in kept.args[0]]
    assert "our_order" in [schema.name for schema in offered(desk)]
    assert kinds.editor.kinds.currentText() == "Our order"


OWN_KIND = {
    "form": "docqa schema",
    "version": 1,
    "name": "our_order",
    "title": {"en": "Our order"},
    "signs": {"en": ["order", "harbour", "total"]},
    "fields": [
        {
            "name": "voucher",
            "type": "amount",
            "label": {"en": "Voucher"},
            "questions": {"en": ["What is our voucher worth?"]},
            "labels": {"en": ["total"]},
        }
    ],
}


def test_a_kind_that_was_made_answers_questions_from_then_on(desk: Desk, order: Path) -> None:
    desk.open(order)
    desk.ask("What is our voucher worth?")
    assert desk.chosen.answer is not None
    assert not desk.chosen.answer.found
    desk.paths.own_schemas.mkdir(parents=True, exist_ok=True)
    (desk.paths.own_schemas / "our_order.json").write_text(json.dumps(OWN_KIND), encoding="utf-8")
    desk.ask("What is our voucher worth?")
    assert desk.chosen.answer.text == "1.50 EUR"


def test_a_shipped_kind_is_saved_beside_itself(desk: Desk, kinds: SchemaDesk) -> None:
    invoice = desk.paths.schemas / "invoice.json"
    before = invoice.read_bytes()
    kinds.editor.kinds.setCurrentText("Invoice")
    kinds.editor.kinds.activated.emit(kinds.editor.kinds.currentIndex())
    kinds.editor.fields.table.setCurrentCell(1, 0)
    QTest.mouseClick(kinds.editor.fields.remove_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(kinds.editor.save_as_button, Qt.MouseButton.LeftButton)
    name_it(kinds, "Invoice without address")
    saved = load_schema(desk.paths.own_schemas / "invoice_without_address.json")
    supplier, _, *others = load_schema(invoice).fields
    assert saved.fields == (supplier, *others)
    assert invoice.read_bytes() == before
    assert draft_of(saved) == kinds.editor.draft


def test_a_kind_that_is_not_finished_is_a_sentence_and_the_page_stays(desk: Desk, kinds: SchemaDesk) -> None:
    ask(desk, kinds, "What is the total?", "1.50 EUR")
    editor = kinds.editor
    editor.tabs.setCurrentWidget(editor.rules)
    QTest.mouseClick(editor.rules.add_button, Qt.MouseButton.LeftButton)
    desk.wait(lambda: "cannot be checked" in editor.said.text())
    assert value(kinds, 0) == "1.50 EUR"
    QTest.mouseClick(editor.save_button, Qt.MouseButton.LeftButton)
    assert "Our order has a mistake" in editor.said.text()
