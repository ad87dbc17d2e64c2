"""The step that a command and its workers repeat: a file is read, its kind told, its fields filled. No thread, no
window."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Protocol

from docqa_app.core.document import Document, Report
from docqa_app.core.fields import Extraction, XmlInvoice
from docqa_app.core.ports import Engine
from docqa_app.errors import Cancelled, DocqaError, InputError, PasswordNeeded
from docqa_app.extracting.case import Known, Recall
from docqa_app.extracting.extract import extract
from docqa_app.memory import hand_back
from docqa_app.schemas.kinds import propose
from docqa_app.schemas.schema import Schema

log = logging.getLogger(__name__)

ReadEmbedded = Callable[[Path, str | None], XmlInvoice | None]


class ReadFile(Protocol):
    """Reads a file, locked ones with their password."""

    def __call__(self, path: Path, *, password: str | None, report: Report) -> Document: ...


@dataclass(frozen=True, slots=True)
class Filled:
    """A file as it was read, and what its schema found in it."""

    document: Document
    schema: Schema
    extraction: Extraction


@dataclass(frozen=True, slots=True)
class Step:
    """What a file needs to become an extraction. `schemas` are those that its kind is chosen from; `passwords` are
    tried on locked files in their order, `recall` tells what is remembered of their suppliers. May be called from
    several threads: documents are read side by side, the model answers one at a time."""

    read: ReadFile
    embedded: ReadEmbedded
    engine: Engine
    schemas: tuple[Schema, ...]
    doubt_below: float = 0.7
    passwords: tuple[str, ...] = ()
    recall: Recall | None = None
    _asking: Lock = field(default_factory=Lock)

    def __call__(self, file: Path, report: Report) -> Filled:
        """InputError where nothing of the file can be read; Cancelled where `report` raises it."""
        document, password = self._opened(file, report)
        if document.problem:
            raise InputError(document.problem)
        xml = self.embedded(file, password)
        schema = propose(document, self.schemas, xml)
        known = Known(xml=xml, doubt_below=self.doubt_below, recall=self.recall)
        with self._asking:
            found = extract(document, schema, self.engine, known, report=report)
            self.engine.forget(document)
        hand_back()
        return Filled(document, schema, found)

    def _opened(self, file: Path, report: Report) -> tuple[Document, str | None]:
        """The document and the password that opened it."""
        try:
            return self.read(file, password=None, report=report), None
        except PasswordNeeded as error:
            locked = error
        for password in self.passwords:
            try:
                return self.read(file, password=password, report=report), password
            except PasswordNeeded as error:
                locked = error
        raise locked


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: an extraction and the seconds it took, or the error that ended it."""

    file: Path
    found: Extraction | None = None
    seconds: float = 0.0
    error: DocqaError | None = None


def attempt(work: Callable[[Path, Report], Extraction], file: Path, report: Report) -> Outcome:
    """The outcome of one file, whatever happens to it; only Cancelled passes."""
    begin = time.perf_counter()
    try:
        found = work(file, report)
    except Cancelled:
        raise
    except DocqaError as error:
        return Outcome(file, seconds=time.perf_counter() - begin, error=error)
    except Exception as error:  # the boundary of the batch: one document that breaks a room must not end it
        log.exception("%s could not be extracted", file)
        return Outcome(file, seconds=time.perf_counter() - begin, error=broken(file, error))
    return Outcome(file, found, time.perf_counter() - begin)


def broken(file: Path, error: Exception) -> InputError:
    """The sentence for a fault of ours, or of a library, that one file brought to light."""
    reason = f"{file.name} could not be extracted ({type(error).__name__}: {error}). The log says more."
    return InputError(reason)
