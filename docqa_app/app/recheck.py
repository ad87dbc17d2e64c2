"""Tries the model in use on the documents that were accepted. Every import waits for the first use."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from docqa_app.core.document import Document, Report
from docqa_app.core.fields import XmlInvoice
from docqa_app.core.flips import Flips
from docqa_app.core.ports import Engine, Library, ReadDocument
from docqa_app.ui.parts import FieldsRoom


@dataclass(frozen=True, slots=True)
class RealRecheck:
    """Of the documents in `library`, as kinds that `fields` knows."""

    library: Library
    read: ReadDocument
    fields: FieldsRoom

    def accepted(self) -> tuple[str, ...]:
        from docqa_app.batch.anew import accepted_in

        return accepted_in(self.library)

    def flips(self, sha256: str, engine: Engine, report: Report) -> Flips:
        from docqa_app.batch.anew import Anew

        return Anew(self.library, self._read, _embedded, engine, self.fields.kinds()).flips(sha256, report)

    def _read(self, path: Path, report: Report) -> Document:
        return self.read(path, report=report)


def _embedded(path: Path, password: str | None) -> XmlInvoice | None:
    from docqa_app.reading.einvoice import read_einvoice

    return read_einvoice(path, password)
