"""Reviewing an invoice: fields beside the page, by keys, clicks and drags; every change is kept at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from docqa_app.core.answer import Candidate
from docqa_app.core.changes import Deed
from docqa_app.core.document import Box, Page
from docqa_app.core.fields import Concern, FieldValue, Source, State
from docqa_app.library.library import SqliteLibrary
from docqa_app.session.reviewing.state import Review
from tests.desk import PATIENCE, Desk
from tests.e2e.conftest import OpenDesk
from tests.fakes import FakeEngine, Said
from tests.files import damaged, orders, text_pdf
from tests.ui.review.bills import NUMBER, TAX, TOTAL, bill, engine

LEFT = Qt.MouseButton.LeftButton
RIGHT_TOTAL = Concern("total_amount")


class Clerk:
    """A window in which an invoice is under review."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.window = desk.window
        self.panel = desk.window.fields

    def review_of(self, *files: Path) -> Clerk:
        """Opens files and goes to the fields of the last one."""
        self.desk.open(*files)
        self.desk.press("Ctrl+E")
        self.desk.wait(lambda: self.desk.document.has_values)
        return self

    @property
    def review(self) -> Review:
        review = self.desk.document.review
        assert review is not None, "there are no fields"
        return review

    @property
    def at(self) -> Concern | None:
        return self.review.focus

    def value(self, name: str, row: int | None = None) -> FieldValue:
        return self.review.value(Concern(name, row))

    def words(self, *texts: str) -> list[int]:
        page = self.desk.document.pages[0]
        return [next(n for n, word in enumerate(page.words) if word.text == text) for text in texts]

    def click_word(self, text: str) -> None:
        self.desk.click_word(1, self.words(text)[0])

    def place(self, x: float, y: float) -> QPoint:
        """A place on the first page, in fractions, as the window has it."""
        view = self.window.view
        return view.mapFromScene(view.desk.item(1).on_desk(Box(x, y, x, y)).topLeft())

    def drag(self, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        port = self.window.view.viewport()
        QTest.mousePress(port, LEFT, keys, start)
        for step in (1, 2, 3):
            QTest.mouseMove(port, start + (end - start) * step / 3)
        QTest.mouseRelease(port, LEFT, keys, end)

    def labels(self) -> list[str]:
        """The rows of the list as a screen reader says them."""
        rows = self.panel.fields.rows
        role = Qt.ItemDataRole.AccessibleTextRole
        return [str(rows.data(rows.index(row), role)) for row in range(rows.rowCount())]

    def said(self) -> str:
        return self.window.status.said.text()


@pytest.fixture
def clerk(open_desk: OpenDesk, tmp_path: Path) -> Clerk:
    return at_work(open_desk, bill(tmp_path / "bill.pdf"))


def at_work(open_desk: OpenDesk, *files: Path, said: Mapping[str, Said] | None = None) -> Clerk:
    return Clerk(open_desk(load_engine=lambda: engine(said))).review_of(*files)


def test_the_fields_stand_beside_the_page_with_their_states(clerk: Clerk) -> None:
    assert clerk.panel.kind.kinds.currentText() == "Invoice (proposed)"
    said = clerk.labels()
    assert "Invoice number, A-0471, Check this" in said
    assert "Net amount, 100.00, Confident" in said
    assert "Due date, Not found" in said
    assert clerk.panel.left_to_check.text() == "2 values to check"


def test_the_first_doubt_is_lit_on_the_page_at_once(clerk: Clerk) -> None:
    assert clerk.at == Concern("invoice_number")
    assert clerk.window.view._spotlight.evidence == {1: clerk.value("invoice_number").boxes}
    clerk.desk.press("Tab")
    assert clerk.at == RIGHT_TOTAL
    assert clerk.window.view._spotlight.evidence == {1: clerk.value("total_amount").boxes}


def test_enter_accepts_and_goes_on_until_all_is_checked(clerk: Clerk) -> None:
    clerk.desk.press("Return")
    assert clerk.value("invoice_number").state is State.ACCEPTED
    assert clerk.at == RIGHT_TOTAL
    clerk.desk.press("Return")
    assert clerk.panel.left_to_check.text() == "All is checked"


def test_shift_tab_goes_back(clerk: Clerk) -> None:
    clerk.desk.press("Shift+Tab")
    assert clerk.at == RIGHT_TOTAL
    clerk.desk.press("Shift+Tab")
    assert clerk.at == Concern("invoice_number")


def test_a_value_is_written_and_found_on_the_page(clerk: Clerk) -> None:
    clerk.desk.press("F2")
    clerk.desk.type("C-77")
    clerk.desk.press("Return")
    value = clerk.value("invoice_number")
    assert (value.text, value.source, value.words) == ("C-77", Source.PERSON, tuple(clerk.words("C-77")))
    assert clerk.at == RIGHT_TOTAL


def test_what_is_no_amount_is_said_and_stays_to_be_mended(clerk: Clerk) -> None:
    clerk.desk.press("Tab")
    clerk.desk.press("F2")
    clerk.desk.type("soon")
    clerk.desk.press("Return")
    assert clerk.panel.fields.editor.isVisible()
    assert clerk.panel.detail.note.text() == "“soon” is not a number."
    clerk.desk.press("Ctrl+A")
    clerk.desk.type("119")
    assert clerk.panel.detail.meaning.text() == "means 119"
    clerk.desk.press("Return")
    assert clerk.value("total_amount").value == Decimal("119")


def test_escape_leaves_a_value_as_it_was(clerk: Clerk) -> None:
    clerk.desk.press("F2")
    clerk.desk.type("nonsense")
    clerk.desk.press("Escape")
    assert clerk.value("invoice_number").text == "A-0471"
    clerk.desk.press("Return")
    assert clerk.value("invoice_number").state is State.ACCEPTED


def test_a_digit_takes_another_value(clerk: Clerk) -> None:
    clerk.desk.press("1")
    assert clerk.value("invoice_number").text == "C-77"
    assert clerk.at == RIGHT_TOTAL


def test_undo_and_redo_go_across_fields(clerk: Clerk) -> None:
    for key in ("1", "Return", "Ctrl+Z", "Ctrl+Z"):
        clerk.desk.press(key)
    assert clerk.value("invoice_number").text == "A-0471"
    assert clerk.value("total_amount").state is State.CHECK
    assert clerk.at == Concern("invoice_number")
    clerk.desk.press("Ctrl+Shift+Z")
    assert clerk.value("invoice_number").text == "C-77"


def test_an_ambiguous_date_is_a_choice_of_readings(clerk: Clerk) -> None:
    fields = clerk.panel.fields
    row = next(n for n, said in enumerate(clerk.labels()) if said.startswith("Due date"))
    clerk.desk.click(fields.viewport(), fields.visualRect(fields.rows.index(row)).center())
    clerk.desk.press("F2")
    clerk.desk.type("03/04/2023")
    clerk.desk.press("Return")
    choices = clerk.panel.detail.choices
    said = [choices.item(n).text() for n in range(choices.count())]
    assert [text[:1] for text in said] == ["1", "2"]
    assert "April" in said[0]
    assert "March" in said[1]
    clerk.desk.press("Return")
    assert "can mean several things" in clerk.said()
    clerk.desk.press("2")
    assert str(clerk.value("due_date").value) == "2023-03-04"


def test_a_click_on_a_word_goes_to_the_field_that_uses_it(clerk: Clerk) -> None:
    clerk.click_word("Harbour")
    assert clerk.at == Concern("supplier_name")
    clerk.click_word("Pliers")
    assert clerk.at == Concern("description", 1)
    assert clerk.panel.items.hasFocus()
    clerk.click_word("INVOICE")
    assert "No field stands on this word" in clerk.said()


def test_dragging_over_words_sets_the_value(clerk: Clerk) -> None:
    clerk.drag(clerk.place(0.605, 0.165), clerk.place(0.79, 0.165))
    assert clerk.value("invoice_number").text == "Customer C-77"
    assert "Ctrl+Z" in clerk.said()


def test_a_box_drawn_around_words_sets_the_value(clerk: Clerk) -> None:
    clerk.desk.press("Tab")
    clerk.drag(clerk.place(0.79, 0.43), clerk.place(0.9, 0.455), Qt.KeyboardModifier.ShiftModifier)
    assert clerk.value("total_amount").value == Decimal("100.00")


def test_a_box_needs_no_key_where_it_begins_beside_the_words(clerk: Clerk) -> None:
    clerk.desk.press("Tab")
    clerk.drag(clerk.place(0.79, 0.43), clerk.place(0.9, 0.455))
    assert clerk.value("total_amount").value == Decimal("100.00")


def test_a_box_around_no_words_changes_nothing_and_says_so(clerk: Clerk) -> None:
    before = clerk.review
    clerk.drag(clerk.place(0.4, 0.8), clerk.place(0.6, 0.9))
    assert clerk.review is before
    assert clerk.said() == "No words are there."


def test_words_clicked_with_ctrl_are_put_together(clerk: Clerk) -> None:
    for text in ("Customer", "C-77"):
        view = clerk.window.view
        box = clerk.desk.document.pages[0].words[clerk.words(text)[0]].box
        at = view.mapFromScene(view.desk.item(1).on_desk(box).center())
        QTest.mouseClick(view.viewport(), LEFT, Qt.KeyboardModifier.ControlModifier, at)
    assert clerk.value("invoice_number").text == "Customer C-77"


def test_a_failed_rule_names_its_numbers_and_lights_them(open_desk: OpenDesk, tmp_path: Path) -> None:
    clerk = at_work(
        open_desk, bill(tmp_path / "bill.pdf", total="118.00"), said={TAX: Said("19.00"), TOTAL: Said("118.00")}
    )
    findings = clerk.panel.findings
    assert findings.item(0).text() == "Net 100.00 + tax 19.00 is 119.00, but the total is 118.00."
    clerk.desk.click(findings.viewport(), findings.visualItemRect(findings.item(0)).center())
    names = ("net_amount", "tax_amount", "total_amount")
    lit = clerk.window.view._spotlight.evidence[1]
    assert all(box in lit for name in names for box in clerk.value(name).boxes)
    clerk.click_word("118.00")
    clerk.desk.press("F2")
    clerk.desk.type("119.00")
    clerk.desk.press("Return")
    assert findings.isHidden()
    assert clerk.value("net_amount").state is State.CONFIDENT


def test_what_a_rule_no_longer_speaks_against_is_in_the_same_doubt_after_a_restart(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    told = engine({TAX: Said("19.00"), TOTAL: Said("118.00")})
    told.check_fields_below = 0.9999
    Clerk(open_desk(load_engine=lambda: told)).review_of(bill(tmp_path / "bill.pdf", total="118.00")).desk.close()
    clerk = Clerk(open_desk(load_engine=lambda: told))
    clerk.desk.wait_read()
    clerk.desk.press("Ctrl+E")
    clerk.desk.wait(lambda: clerk.desk.document.has_values)
    assert clerk.value("net_amount").state is State.RULE_FAILED
    clerk.click_word("118.00")
    clerk.desk.press("F2")
    clerk.desk.type("119.00")
    clerk.desk.press("Return")
    assert clerk.value("net_amount").state is State.CHECK


def test_undo_of_the_only_row_leaves_the_keyboard_with_the_fields(open_desk: OpenDesk, tmp_path: Path) -> None:
    lines = ["Invoice", "Sold by Harbour Dental Practice", "Invoice number 00471", "Total amount 471.50 EUR"]
    clerk = at_work(open_desk, text_pdf(tmp_path / "plain.pdf", [lines]))
    assert clerk.review.extraction.line_items == ()
    clerk.desk.press("Ins")
    assert clerk.panel.items.hasFocus()
    clerk.desk.press("Ctrl+Z")
    assert clerk.review.extraction.line_items == ()
    assert clerk.panel.fields.hasFocus()
    clerk.desk.press("Ctrl+Shift+Z")
    assert clerk.panel.items.hasFocus()


def test_the_keyboard_follows_to_what_was_undone(clerk: Clerk) -> None:
    desk, items = clerk.desk, clerk.panel.items
    desk.press("F2")
    desk.type("N-1")
    desk.press("Return")
    items.setFocus()
    items.setCurrentIndex(items.rows.index(1, 1))
    desk.press("Ctrl+Z")
    assert clerk.at == Concern("invoice_number")
    assert clerk.panel.fields.hasFocus()


def test_undo_leaves_the_keyboard_where_it_is_outside_the_fields(clerk: Clerk) -> None:
    desk, choice = clerk.desk, clerk.panel.kind.kinds
    desk.press("F2")
    desk.type("N-1")
    desk.press("Return")
    choice.setFocus()
    desk.press("Ctrl+Z")
    assert clerk.value("invoice_number").text == "A-0471"
    assert choice.hasFocus()


def test_rows_are_added_deleted_merged_and_split_by_keys(clerk: Clerk) -> None:
    clerk.click_word("Hammer")
    clerk.desk.press("Ctrl+J")
    assert len(clerk.review.extraction.line_items) == 1
    clerk.desk.press("Ctrl+Z")
    clerk.click_word("Hammer")
    clerk.desk.press("Ins")
    assert clerk.at == Concern("description", 1)
    clerk.desk.press("F2")
    clerk.desk.type("Pliers")
    clerk.desk.press("Return")
    assert clerk.value("description", 1).text == "Pliers"
    clerk.click_word("Hammer")
    clerk.desk.press("Ctrl+Del")
    assert [item.cell("description").text for item in clerk.review.extraction.line_items] == ["Pliers", "Pliers"]


def test_a_border_dragged_on_the_page_cuts_the_cells_anew(clerk: Clerk) -> None:
    clerk.click_word("Hammer")
    clerk.desk.press("B")
    borders = clerk.window.reviewing.borders
    at = borders.middle_of(1, 2).toPoint()  # between quantity and price
    clerk.drag(at, QPoint(clerk.place(0.47, 0.0).x(), at.y()))
    assert [clerk.value(name, 0).text for name in ("quantity", "unit_price")] == ["", "2 20.00"]
    clerk.desk.press("Ctrl+Z")
    assert [clerk.value(name, 0).text for name in ("quantity", "unit_price")] == ["2", "20.00"]


def test_a_border_is_moved_by_keys(clerk: Clerk) -> None:
    clerk.click_word("Hammer")
    clerk.desk.press("Right")
    assert clerk.at == Concern("quantity", 0)
    for _ in range(12):
        clerk.desk.press("Shift+Left")
    assert clerk.value("quantity", 0).text == ""


def test_a_misread_word_is_corrected_where_it_stands(open_desk: OpenDesk, tmp_path: Path) -> None:
    clerk = at_work(open_desk, bill(tmp_path / "bill.pdf", total="l19.00"), said={TOTAL: Said("l19.00", 0.9)})
    view = clerk.window.view
    box = clerk.desk.document.pages[0].words[clerk.words("l19.00")[0]].box
    QTest.mouseDClick(view.viewport(), LEFT, pos=view.mapFromScene(view.desk.item(1).on_desk(box).center()))
    editor = clerk.window.reviewing.mending.editor
    assert editor.text() == "l19.00"
    clerk.desk.type("119.00")
    clerk.desk.press("Return")
    assert clerk.value("total_amount").value == Decimal("119.00")
    assert clerk.words("119.00")
    clerk.desk.press("Ctrl+Z")
    assert clerk.value("total_amount").text == "l19.00"
    assert clerk.words("l19.00")


def test_a_word_is_corrected_beside_questions_taken_back_and_found_corrected_by_a_new_start(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    file = bill(tmp_path / "bill.pdf", total="l19.00")
    clerk = Clerk(open_desk(load_engine=engine))
    for time in range(2):
        clerk.desk.open(file)
        clerk.click_word("l19.00")
        clerk.desk.press("F2")
        clerk.desk.type("119.00")
        clerk.desk.press("Return")
        assert clerk.words("119.00")
        if not time:
            clerk.desk.press("Ctrl+Z")
            assert clerk.words("l19.00")
    sha256, library = clerk.desk.document.sha256, SqliteLibrary(clerk.desk.paths.library_file)
    clerk.desk.wait(lambda: (kept := library.review(sha256)) and len(kept.changes) == 4)
    clerk.desk.close()
    again = Clerk(open_desk(load_engine=engine))
    again.desk.wait_read()
    again.desk.wait(lambda: any(word.text == "119.00" for word in again.desk.document.pages[0].words))
    again.review_of(file)
    assert again.value("total_amount").value == Decimal("119.00")


def test_what_is_not_seen_is_not_taken_back(clerk: Clerk) -> None:
    clerk.desk.press("F2")
    clerk.desk.type("C-77")
    clerk.desk.press("Return")
    clerk.desk.press("Ctrl+L")
    clerk.click_word("Levy")
    clerk.desk.press("F2")
    clerk.desk.type("Tax")
    clerk.desk.press("Return")
    for _ in range(2):
        clerk.desk.press("Ctrl+Z")
    assert clerk.words("Levy")
    assert clerk.value("invoice_number").text == "C-77"
    assert not clerk.window.actions_by_name["undo"].isEnabled()
    clerk.desk.press("Ctrl+Y")
    assert clerk.words("Tax")


def test_a_held_key_accepts_nothing_that_nobody_has_seen(clerk: Clerk) -> None:
    for held in (False, True, True):
        press(clerk, Qt.Key.Key_Return, "\r", held=held)
    assert clerk.panel.left_to_check.text() == "1 value to check"
    press(clerk, Qt.Key.Key_1, "1", held=True)
    assert clerk.panel.left_to_check.text() == "1 value to check"
    actions = clerk.window.actions_by_name
    assert [actions[name].autoRepeat() for name in ("accept-document", "close", "delete-row")] == [False] * 3


def press(clerk: Clerk, key: Qt.Key, text: str, *, held: bool) -> None:
    """As the system tells of a key that is pressed, or still held."""
    down = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text, held)
    QApplication.sendEvent(clerk.desk.focused(), down)


def test_another_kind_is_the_clerks_choice_and_can_be_taken_back(clerk: Clerk) -> None:
    kinds = clerk.panel.kind.kinds
    kinds.setFocus()
    clerk.desk.press("Down" if kinds.findText("Receipt") > kinds.currentIndex() else "Up")
    clerk.desk.wait(lambda: clerk.review.schema.name != "invoice")
    clerk.desk.press("Ctrl+Z")
    assert clerk.review.schema.name == "invoice"
    assert clerk.value("invoice_number").text == "A-0471"


def test_ctrl_enter_accepts_the_document_and_opens_the_next(open_desk: OpenDesk, tmp_path: Path) -> None:
    clerk = at_work(open_desk, bill(tmp_path / "first.pdf"), bill(tmp_path / "second.pdf", number="B-1"))
    second = clerk.desk.document.key
    clerk.desk.press("Ctrl+Return")
    assert "still to check" in clerk.said()
    clerk.desk.press("Ctrl+Return")
    done = clerk.window.live.now.document(second)
    assert done is not None
    assert done.review is not None
    assert done.review.accepted
    assert clerk.desk.document.path.endswith("first.pdf")
    clerk.desk.wait(lambda: clerk.desk.document.review)
    assert clerk.panel.fields.hasFocus()


def test_ctrl_enter_passes_over_documents_that_cannot_be_read(open_desk: OpenDesk, tmp_path: Path) -> None:
    unread = (damaged(tmp_path / "broken.pdf"), orders(tmp_path / "locked.pdf", 1, password="blue door"))
    clerk = at_work(open_desk, *unread, bill(tmp_path / "first.pdf"), bill(tmp_path / "second.pdf", number="B-1"))
    clerk.desk.press("Ctrl+Return")
    clerk.desk.press("Ctrl+Return")
    assert clerk.desk.document.path.endswith("first.pdf")
    clerk.desk.wait(lambda: clerk.desk.document.has_values)
    clerk.desk.press("Ctrl+Return")
    clerk.desk.press("Ctrl+Return")
    assert clerk.said() == "first.pdf is accepted. No other document waits."


def test_an_accepted_document_that_is_filled_anew_is_open_again_until_that_is_taken_back(clerk: Clerk) -> None:
    library, sha256 = SqliteLibrary(clerk.desk.paths.library_file), clerk.desk.document.sha256
    for _ in range(2):
        clerk.desk.press("Ctrl+Return")
    clerk.desk.click(clerk.panel.kind.again)
    clerk.desk.wait(lambda: not clerk.review.accepted)
    clerk.desk.wait(lambda: not clerk.window.workshop.background.is_writing())
    entry = library.entry(sha256)
    assert entry is not None
    assert not entry.accepted
    clerk.desk.press("Ctrl+Z")
    assert clerk.review.accepted


def test_the_next_document_is_filled_before_the_clerk_comes_to_it(open_desk: OpenDesk, tmp_path: Path) -> None:
    clerk = at_work(open_desk, bill(tmp_path / "second.pdf", number="B-0500"), bill(tmp_path / "first.pdf"))
    clerk.desk.wait(lambda: all(one.has_values for one in clerk.desk.documents))
    rows = clerk.window.documents.rows
    assert [rows.state_of(rows.document(row)) for row in (0, 1)] == ["2 to check · 1 page"] * 2


def test_a_document_that_is_opened_again_shows_its_first_doubt(open_desk: OpenDesk, tmp_path: Path) -> None:
    far_down = [*["as agreed"] * 14, "To be paid 119.00"]
    pages = [["INVOICE", "Harbour Tools", "Invoice number A-0471"], far_down]
    file, gate = text_pdf(tmp_path / "two pages.pdf", pages), Event()
    clerk = at_work(open_desk, file)
    clerk.desk.press("Ctrl+W")
    draw = clerk.window.viewing._draw
    clerk.window.viewing._draw = lambda path, password: gate.wait(PATIENCE / 1000) and draw(path, password)  # type: ignore[assignment, return-value]
    clerk.window.opening.open_paths([file])
    clerk.desk.wait(lambda: clerk.desk.document.review)
    gate.set()
    assert clerk.at == Concern("total_amount")
    clerk.desk.wait(lambda: clerk.window.view.current_page == 2)
    assert clerk.window.view._spotlight.evidence == {2: clerk.value("total_amount").boxes}


def test_without_line_items_the_fields_have_the_room_until_a_row_is_added(open_desk: OpenDesk, tmp_path: Path) -> None:
    clerk = at_work(open_desk, text_pdf(tmp_path / "plain.pdf", [["INVOICE", "Harbour Tools", "Total due 119.00"]]))
    assert not clerk.panel.items.isVisible()
    low = clerk.panel._items_part.height()
    clerk.desk.press("Ins")
    assert clerk.panel.items.isVisible()
    assert clerk.panel.items.model().rowCount() == 1
    clerk.desk.wait(lambda: clerk.panel._items_part.height() > low + 50)


def test_every_change_is_in_the_library_and_a_new_start_finds_it(open_desk: OpenDesk, tmp_path: Path) -> None:
    file = bill(tmp_path / "bill.pdf")
    clerk = at_work(open_desk, file)
    sha256 = clerk.desk.document.sha256
    for key in ("1", "Return"):
        clerk.desk.press(key)
    library = SqliteLibrary(clerk.desk.paths.library_file)
    clerk.desk.wait(lambda: (kept := library.review(sha256)) and len(kept.changes) == 3)
    kept = library.review(sha256)
    assert kept is not None
    assert [entry.deed for entry in kept.changes] == [Deed.EXTRACT, Deed.ALTERNATIVE, Deed.ACCEPT]
    assert kept.changes[1].before.fields[0].text == "A-0471"
    clerk.desk.close()
    again = at_work(open_desk, file, said={NUMBER: Said("wrong")})
    assert again.value("invoice_number").text == "C-77"
    again.desk.press("Ctrl+Z")
    again.desk.press("Ctrl+Z")
    assert again.value("invoice_number").text == "A-0471"


def test_what_was_corrected_is_right_on_the_suppliers_next_invoice(open_desk: OpenDesk, tmp_path: Path) -> None:
    clerk = at_work(open_desk, bill(tmp_path / "first.pdf"), said={NUMBER: Said("C-77", 0.95)})
    assert clerk.value("invoice_number").text == "C-77"
    clerk.click_word("C-77")
    clerk.drag(clerk.place(0.172, 0.165), clerk.place(0.24, 0.165))
    assert clerk.value("invoice_number").text == "A-0471"
    for key in ("Ctrl+Return", "Ctrl+Return"):
        clerk.desk.press(key)
    clerk.review_of(bill(tmp_path / "second.pdf", number="B-0500"))
    value = clerk.value("invoice_number")
    assert (value.text, value.source) == ("B-0500", Source.REMEMBERED)


def test_fields_are_filled_where_no_library_can_be_kept(open_desk: OpenDesk, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    clerk = Clerk(open_desk(load_engine=engine, at=tmp_path / "file"))
    clerk.review_of(bill(tmp_path / "bill.pdf"))
    clerk.desk.press("Return")
    assert clerk.value("invoice_number").state is State.ACCEPTED


def test_filling_is_stopped_and_begun_again(open_desk: OpenDesk, tmp_path: Path) -> None:
    gate, told = Event(), engine()
    say = told.say

    def slowly(question: str, pages: Sequence[Page]) -> Sequence[Candidate]:
        gate.wait(PATIENCE / 1000)
        return say(question, pages)

    clerk = Clerk(open_desk(load_engine=lambda: FakeEngine(slowly)))
    clerk.desk.open(bill(tmp_path / "bill.pdf"))
    clerk.desk.press("Ctrl+E")
    clerk.desk.wait(clerk.panel.progress.cancel.isVisible)
    assert "Filling the fields of bill.pdf" in clerk.panel.progress.text.text()
    clerk.desk.click(clerk.panel.progress.cancel)
    assert "Stopped" in clerk.panel.progress.text.text()
    gate.set()
    clerk.desk.click(clerk.panel.progress.again)
    clerk.desk.wait(lambda: clerk.desk.document.review)
    assert clerk.value("invoice_number").text == "A-0471"
