"""What a clerk corrects on one invoice is right on the supplier's next one."""

from __future__ import annotations

from pathlib import Path

from docqa_app.batch.queue import Standing
from docqa_app.core.fields import Concern, FieldValue, Source, State
from tests.desk import Desk
from tests.e2e.conftest import OpenDesk
from tests.fakes import Said
from tests.ui.review.bills import NUMBER, TOTAL, bill, engine

WRONG = {NUMBER: Said("C-77", 0.6), TOTAL: Said("119.00", 0.95)}
"""The customer's number is taken for the invoice's."""


def reviewing(open_desk: OpenDesk, file: Path) -> Desk:
    desk: Desk = open_desk(load_engine=lambda: engine(WRONG))
    show_fields(desk, file)
    return desk


def show_fields(desk: Desk, file: Path) -> None:
    desk.open(file)
    desk.press("Ctrl+E")
    desk.wait(lambda: desk.document.review is not None)


def number(desk: Desk) -> FieldValue:
    review = desk.document.review
    assert review is not None
    return review.value(Concern("invoice_number"))


def correct_and_accept(desk: Desk, text: str, then: str = "") -> None:
    """`then` is the document that comes into view, where there is another."""
    desk.press("F2")
    desk.type(text)
    desk.press("Return")
    desk.press("Ctrl+Return")
    if then:
        desk.wait(lambda: Path(desk.document.path).name == then)
    else:
        desk.wait(lambda: desk.document.review is not None and desk.document.review.accepted)


def test_the_next_invoice_of_the_supplier_is_read_where_the_clerk_pointed(open_desk: OpenDesk, tmp_path: Path) -> None:
    desk = reviewing(open_desk, bill(tmp_path / "first.pdf"))
    assert number(desk).text == "C-77"
    correct_and_accept(desk, "A-0471")
    library = desk.window.librarian.library
    assert library is not None
    desk.wait(library.memories)

    show_fields(desk, bill(tmp_path / "second.pdf", number="A-0533"))

    value = number(desk)
    assert (value.text, value.source, value.state) == ("A-0533", Source.REMEMBERED, State.CONFIDENT)
    assert value.note == "Read as remembered from Harbour Tools."
    assert value.alternatives[0].text == "C-77"


def test_what_was_filled_ahead_follows_what_the_clerk_teaches(open_desk: OpenDesk, tmp_path: Path) -> None:
    desk: Desk = open_desk(load_engine=lambda: engine(WRONG))
    desk.open(bill(tmp_path / "second.pdf", number="A-0533"))
    show_fields(desk, bill(tmp_path / "first.pdf"))
    desk.wait(lambda: all(one.review for one in desk.documents))
    correct_and_accept(desk, "A-0471", then="second.pdf")
    desk.wait(lambda: number(desk).text == "A-0533")
    assert number(desk).source is Source.REMEMBERED


def test_files_that_the_queue_has_read_follow_what_the_clerk_teaches(open_desk: OpenDesk, tmp_path: Path) -> None:
    desk: Desk = open_desk(load_engine=lambda: engine(WRONG))
    files = (bill(tmp_path / "first.pdf"), bill(tmp_path / "second.pdf", number="A-0533"))
    desk.window.queue.add(files)
    desk.wait(lambda: desk.window.queue.live.now.counts()[Standing.NEEDS_REVIEW] == 2)
    show_fields(desk, files[0])
    correct_and_accept(desk, "A-0471", then="second.pdf")
    desk.wait(lambda: desk.document.review)
    assert (number(desk).text, number(desk).source) == ("A-0533", Source.REMEMBERED)


def test_without_an_accepted_document_nothing_is_learned(open_desk: OpenDesk, tmp_path: Path) -> None:
    desk = reviewing(open_desk, bill(tmp_path / "first.pdf"))
    desk.press("F2")
    desk.type("A-0471")
    desk.press("Return")

    show_fields(desk, bill(tmp_path / "second.pdf", number="A-0533"))

    assert (number(desk).text, number(desk).source) == ("C-77", Source.MODEL)
