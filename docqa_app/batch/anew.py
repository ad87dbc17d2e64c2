"""Accepted documents of the library are filled anew, and what is found is held against what was accepted.

So a new model, or new rules, are tried on a clerk's own documents, and nothing that was right goes wrong unnoticed.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from docqa_app.batch.step import ReadEmbedded
from docqa_app.core.changes import as_found
from docqa_app.core.document import Document, Report, silent
from docqa_app.core.fields import Extraction, Source, XmlInvoice
from docqa_app.core.flips import Flips, flips_of
from docqa_app.core.kept import Wanted
from docqa_app.core.ports import Engine, Library
from docqa_app.core.suppliers import Memory
from docqa_app.errors import Cancelled, DocqaError, InputError
from docqa_app.extracting.case import Known
from docqa_app.extracting.extract import extract
from docqa_app.schemas.schema import Schema

log = logging.getLogger(__name__)

MOST_DOCUMENTS = 200
"""Those seen last are tried: they are the likest to those to come, and the answer comes within minutes."""

Read = Callable[[Path, Report], Document]


def accepted_in(library: Library) -> tuple[str, ...]:
    """The SHA-256 of the documents that a person accepted, those seen last first."""
    return tuple(one.entry.sha256 for one in library.search(Wanted(accepted=True, most=MOST_DOCUMENTS)))


@dataclass(frozen=True, slots=True)
class Anew:
    """Fills single documents of `library` by the engine and the rules of now. Nothing is written."""

    library: Library
    read: Read
    embedded: ReadEmbedded
    engine: Engine
    schemas: tuple[Schema, ...]

    def flips(self, sha256: str, report: Report = silent) -> Flips:
        """What becomes of one document's values; one that was forgotten meanwhile counts nothing, and one that cannot
        be filled is left out."""
        reviewed, kept = self.library.review(sha256), self.library.document(sha256)
        before = as_found(reviewed.changes) if reviewed else None
        if reviewed is None or kept is None or before is None:
            return Flips()
        try:
            now = self._filled(kept, reviewed.extraction.schema, before, report)
        except Cancelled:
            raise
        except DocqaError as error:
            log.warning("%s is left out: %s", kept.path, error)
            return Flips(left_out=(kept.path,))
        except Exception:  # one document that breaks a room must not end the others
            log.exception("%s is left out", kept.path)
            return Flips(left_out=(kept.path,))
        return flips_of(reviewed.extraction, before, now)

    def _filled(self, kept: Document, kind: str, before: Extraction, report: Report) -> Extraction:
        schema = next((one for one in self.schemas if one.name == kind), None)
        if schema is None:
            raise InputError(f"The kind of document {kind!r} is gone.")
        document, xml = self._as_read(kept, report)
        known = Known(xml=xml, recall=partial(self._recall, before))
        found = extract(document, schema, self.engine, known, report=report)
        self.engine.forget(document)
        return found

    def _recall(self, before: Extraction, document: Document, found: Extraction) -> Memory | None:
        """What is remembered of the supplier, but for what this very document taught: its own corrections would make
        any model look better than the one that was corrected. What was remembered already when it was filled, and was
        taught once more, stays."""
        memory = self.library.remembered(document, found)
        if memory is None:
            return None
        knew = {value.name for value in before.fields if value.source is Source.REMEMBERED}
        kept = (one for one in memory.corrections if one.sha256 != before.sha256 or one.field in knew)
        return replace(memory, corrections=tuple(kept))

    def _as_read(self, kept: Document, report: Report) -> tuple[Document, XmlInvoice | None]:
        """The document with its pictures and its XML from its file; where that is gone or another, its words alone."""
        path = Path(kept.path)
        try:
            document = self.read(path, report)
        except DocqaError:
            return kept, None
        same = not document.problem and document.sha256 == kept.sha256
        return (document, self.embedded(path, None)) if same else (kept, None)
