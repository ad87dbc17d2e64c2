"""An export tells which documents it would write twice."""

from __future__ import annotations

from dataclasses import replace

from docqa_app.core.fields import Extraction
from docqa_app.exporting.twice import written_twice
from tests.exporting.extractions import extraction


def found(path: str, sha256: str, number: str) -> Extraction:
    return replace(extraction(path, number), sha256=sha256)


def test_the_same_file_and_the_same_invoice_are_told() -> None:
    documents = [
        found("/in/a.pdf", "1", "00471"),
        found("/in/b.pdf", "2", "00472"),
        found("/in/again.pdf", "1", "none of these"),
        found("/in/scan.pdf", "3", "00472"),
    ]
    assert written_twice(documents) == (("again.pdf", "a.pdf"), ("scan.pdf", "b.pdf"))


def test_documents_without_a_number_are_not_taken_for_the_same() -> None:
    bare = [replace(found(f"/in/{n}.pdf", str(n), ""), fields=()) for n in range(3)]
    assert written_twice(bare) == ()
