"""What the window is given by the composition root: the rooms that do the work, as plain functions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from docqa_app.core.answer import Answer
from docqa_app.core.document import Document, Report
from docqa_app.core.flips import Flips
from docqa_app.core.ports import Engine, Library, LoadEngine, ReadDocument, Summarizer
from docqa_app.core.summary import SummarySentence
from docqa_app.exporting.summary_file import SummaryReport
from docqa_app.ui.drawn import OpenRenderer

if TYPE_CHECKING:  # rooms that are imported when they are first wanted
    from docqa_app.answering.installed import Installed
    from docqa_app.schemas.schema import Schema
    from docqa_app.session.reviewing.state import Review


@dataclass(frozen=True, slots=True)
class Finished:
    """A document with its answers as the user left them; `password` where it took one to open it."""

    document: Document
    answers: tuple[Answer, ...]
    password: str | None = None


@dataclass(frozen=True, slots=True)
class ExportForm:
    """One way answers leave the app.

    `write(path, documents)` raises ExportError and gives back a sentence about what the user should know, or "".
    `suffix` has its dot; `many` says that answers of several documents fit in one file.
    """

    name: str
    suffix: str
    write: Callable[[Path, Sequence[Finished]], str]
    many: bool = True


@dataclass(frozen=True, slots=True)
class Filling:
    """How a document's fields are to be filled: as which kind (None: the one it seems to be), with the password that
    opened it, with messages in which language."""

    kind: str | None = None
    password: str | None = None
    language: str = "en"


class FieldsRoom(Protocol):
    """Fills the fields of documents. Slow: called on lanes."""

    def kinds(self) -> tuple[Schema, ...]:
        """The kinds of documents there are."""

    def kept(self, document: Document, how: Filling) -> Review | None:
        """A document's values as an earlier run left them; None where there are none for these words."""

    def fill(self, document: Document, engine: Engine, how: Filling, report: Report) -> Review:
        """A document's values, found anew."""


class RecheckRoom(Protocol):
    """Holds what the model finds now against what a person accepted. Slow: called on lanes."""

    def accepted(self) -> tuple[str, ...]:
        """The SHA-256 of the accepted documents."""

    def flips(self, sha256: str, engine: Engine, report: Report) -> Flips:
        """What becomes of one document's values."""


@dataclass(frozen=True, slots=True)
class SummaryForm:
    """One way a summary leaves the app; `suffix` has its dot, `write` raises ExportError."""

    name: str
    suffix: str
    write: Callable[[Path, SummaryReport], None]


Look = Callable[[str], tuple[SummarySentence, ...]]
"""Splits a text into sentences and marks what stands nowhere in the document; a matter of milliseconds."""


class SummariesRoom(Protocol):
    """Writes, checks and exports summaries."""

    @property
    def forms(self) -> tuple[SummaryForm, ...]:
        """In the order of the menu."""

    def summarizer(self, engine: Engine) -> Summarizer:
        """The summarizer over an engine's model. Slow: it may read files."""

    def look_for(self, document: Document) -> Look:
        """Gathers what a document says, so that texts can be looked over against it. Slow."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything the window needs done for it. Without a `library` nothing is kept between runs."""

    read: ReadDocument
    draw: OpenRenderer
    load_engine: LoadEngine
    summaries: SummariesRoom
    fields: FieldsRoom
    exports: tuple[ExportForm, ...] = ()
    library: Library | None = None
    languages: Callable[[], tuple[str, ...]] = tuple
    """Tesseract's codes of the languages that can be recognised here. Slow: it asks a program."""
    models: Callable[[], tuple[Installed, ...]] = tuple
    """The models that are installed. Slow: it reads their files."""
    answering: Callable[[Engine], Engine] = lambda engine: engine
    """What answers a clerk's questions with the model's help. Slow: it may read the kinds of documents."""
    recheck: RecheckRoom | None = None
    """None where no library is."""
    programs: Callable[[], tuple[str, ...]] = tuple
    """What this computer reads and draws with, in sentences. Slow: it asks the programs."""
