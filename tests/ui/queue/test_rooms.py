"""What the queue does to files goes on where the library cannot be used."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import cast

from docqa_app.batch.steps import Hashed
from docqa_app.core.document import Document, Page, Report, silent
from docqa_app.core.fields import Extraction
from docqa_app.core.kept import Duplicate
from docqa_app.core.ports import Engine, ReadDocument
from docqa_app.library.library import SqliteLibrary
from docqa_app.session.reviewing.on_desk import NO_SCHEMA
from docqa_app.session.reviewing.state import Review
from docqa_app.ui.parts import FieldsRoom, Filling
from docqa_app.ui.queue.rooms import Rooms, listing
from docqa_app.values.conventions import Conventions
from tests.batch.given import invoice
from tests.fakes import FakeEngine


def test_files_are_told_by_their_contents_even_where_the_library_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "library.sqlite3").mkdir()
    file = tmp_path / "a.pdf"
    file.write_bytes(b"one")
    nobody = object()  # neither reads nor fills
    library = SqliteLibrary(tmp_path / "library.sqlite3")
    rooms = Rooms(cast("ReadDocument", nobody), cast("FieldsRoom", nobody), library)
    told: dict[str, Hashed] = {}
    rooms.hash([str(file)], {}, silent, told.update)
    assert told[str(file)].sha256.startswith("7692c3ad")
    assert told[str(file)].known == ()


def test_a_file_of_the_queue_that_is_gone_is_told_so_that_it_makes_no_duplicate(tmp_path: Path) -> None:
    for name in ("here.pdf", "new.pdf"):
        (tmp_path / name).write_bytes(b"one")
    rooms = Rooms(cast("ReadDocument", object()), cast("FieldsRoom", object()))
    told: dict[str, Hashed] = {}
    here, gone, new = (str(tmp_path / name) for name in ("here.pdf", "gone.pdf", "new.pdf"))
    rooms.hash([here], {}, silent, told.update)
    sha256 = told[here].sha256
    rooms.hash([new], {here: sha256, gone: sha256, str(tmp_path / "other.pdf"): "f00"}, silent, told.update)
    assert told[new] == Hashed(sha256, gone=(gone,))


SHUT = "/" + 300 * "x" + ".pdf"
"""A place that the system refuses to look at, as it does in a closed folder and on a drive that does not answer."""


def test_a_copy_on_a_drive_that_does_not_answer_keeps_no_file_from_being_hashed_and_filled(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_bytes(name.encode())
    library = SqliteLibrary(tmp_path / "library.sqlite3")
    rooms = Rooms(cast("ReadDocument", read), cast("FieldsRoom", SameInvoice()), library)
    told: dict[str, Hashed] = {}
    files = [str(tmp_path / name) for name in ("a.pdf", "b.pdf")]
    rooms.hash(files, {}, silent, told.update)
    known = told[files[0]].sha256
    library.keep(Document(SHUT, known, (Page(1, 1.0, 1.0, ()),), 1), invoice(SHUT, known))
    rooms.hash(files, {SHUT: known}, silent, told.update)
    assert told[files[0]] == Hashed(known, known=(SHUT,))
    filled = rooms.fill(files[1], FakeEngine(), anew=False, language="en", report=silent)
    assert filled.same_as == (SHUT,)


def test_a_dropped_file_that_cannot_be_looked_at_leaves_the_others_in_the_queue(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").touch()
    assert listing([Path(SHUT), tmp_path])(silent, lambda note: None) == (SHUT, str(tmp_path / "a.pdf"))


class Together(SqliteLibrary):
    """Where two look for duplicates at once, neither goes on before both have looked."""

    both = threading.Barrier(2, timeout=5)

    def duplicates(self, extraction: Extraction) -> tuple[Duplicate, ...]:
        found = super().duplicates(extraction)
        self.both.wait()
        return found


class SameInvoice:
    """Every file holds the same invoice, each in bytes of its own."""

    def kept(self, document: Document, how: Filling) -> None:
        return None

    def fill(self, document: Document, engine: Engine, how: Filling, report: Report) -> Review:
        return Review(NO_SCHEMA, invoice(document.path, document.sha256), Conventions())


def read(path: Path, **how: object) -> Document:
    return Document(str(path), path.stem, (Page(1, 1.0, 1.0, ()),), 1)


def test_the_same_invoice_in_two_files_that_are_filled_at_once_is_told_as_a_duplicate(tmp_path: Path) -> None:
    library = Together(tmp_path / "library.sqlite3")
    rooms = Rooms(cast("ReadDocument", read), cast("FieldsRoom", SameInvoice()), library)
    with ThreadPoolExecutor(2) as both:
        filled = both.map(
            lambda path: rooms.fill(path, FakeEngine(), anew=False, language="en", report=silent), ("a.pdf", "b.pdf")
        )
        assert {"a.pdf", "b.pdf"} & {path for one in filled for path in one.same_as}
