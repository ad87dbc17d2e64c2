"""What the queue does to files goes on where the library cannot be used."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from docqa_app.batch.steps import Hashed
from docqa_app.core.document import silent
from docqa_app.core.ports import ReadDocument
from docqa_app.library.library import SqliteLibrary
from docqa_app.ui.parts import FieldsRoom
from docqa_app.ui.queue.rooms import Rooms


def test_files_are_told_by_their_contents_even_where_the_library_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "library.sqlite3").mkdir()
    file = tmp_path / "a.pdf"
    file.write_bytes(b"one")
    nobody = object()  # neither reads nor fills
    library = SqliteLibrary(tmp_path / "library.sqlite3")
    rooms = Rooms(cast("ReadDocument", nobody), cast("FieldsRoom", nobody), library)
    told: dict[str, Hashed] = {}
    rooms.hash([str(file)], silent, told.update)
    assert told[str(file)].sha256.startswith("7692c3ad")
    assert told[str(file)].known == ()
