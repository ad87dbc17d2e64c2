"""What the session and the window ask of the rooms that do the work: shapes only."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from docqa_app.core.answer import Answer
from docqa_app.core.changes import Change, Reviewed
from docqa_app.core.document import Document, Page, Report, WordSource, silent
from docqa_app.core.fields import Extraction
from docqa_app.core.kept import Duplicate, Entry, Found, Wanted
from docqa_app.core.layout import Assignment
from docqa_app.core.pairs import WrittenPair
from docqa_app.core.summary import OnSentence, Summary, SummarySentence, Thresholds
from docqa_app.core.suppliers import Memory


class Engine(Protocol):
    """Answers questions about documents and says how it sees a page's layout."""

    @property
    def model(self) -> str:
        """Name and version, "docformer-small 0.1.0"."""

    @property
    def folder(self) -> Path:
        """Where the model lies; two folders may have one name and version."""

    @property
    def device(self) -> str:
        """Where it computes: "CPU" or "CUDA"."""

    @property
    def check_below(self) -> float:
        """The confidence (0..1) under which this model's answers want a look, chosen on development data."""

    @property
    def check_fields_below(self) -> float:
        """The same of fields, whose confidence (0..1) weighs more than the model's word."""

    @property
    def freely(self) -> Engine:
        """The same model as it answers questions that mean no field of a kind it learned; itself where it has learned
        nothing else for them."""

    def ask(
        self,
        document: Document,
        questions: Sequence[str],
        *,
        pages: Sequence[int] | None = None,
        report: Report = silent,
    ) -> tuple[Answer, ...]:
        """One answer a question, in their order; all pages where `pages` is None."""

    def inspect(self, page: Page) -> Assignment:
        """Line and grid cell of every word by the model's own heads."""

    def seen(self, page: Page) -> Mapping[str, float]:
        """How sure it is of what only the page's picture shows, 0..1: "stamp", "logo", "signature", "barcode", "qr"; of
        a thing that is there its traits, "stamp red", "stamp round". Empty where the model cannot tell."""

    def forget(self, document: Document) -> None:
        """Let go of what was computed of its pages: nobody will ask about it soon."""


class LoadEngine(Protocol):
    """Loads the shipped model; ModelError where it is missing or damaged."""

    def __call__(self) -> Engine: ...


OnPage = Callable[[Page], None]
"""on_page(page): receives each page as soon as it is read, on the reading thread."""


class ReadDocument(Protocol):
    """Reads a file. `sources` overrides, by page number, where words are taken from; 0 stands for every page."""

    def __call__(
        self,
        path: Path,
        *,
        password: str | None = None,
        sources: Mapping[int, WordSource] | None = None,
        report: Report = silent,
        on_page: OnPage | None = None,
    ) -> Document: ...


class PairModel(Protocol):
    """Writes questions with answers, and summaries, from pages, and says how likely given pairs are."""

    @property
    def model(self) -> str:
        """Name and version, "docformer-small 0.1.0"."""

    @property
    def of_facts(self) -> PairModel:
        """The same model as it asks about documents with key facts."""

    def write_pairs(self, pages: Sequence[Page], beams: int, report: Report = silent) -> tuple[WrittenPair, ...]:
        """Up to `beams` different questions with answers, in the order in which they were found."""

    def given_pair(self, question: str, answer: str) -> WrittenPair:
        """A question and an answer of somebody else's in the model's tokens, to be scored; without likelihoods."""

    def likelihoods(self, pages: Sequence[Page], pairs: Sequence[WrittenPair]) -> tuple[tuple[float, ...], ...]:
        """For each pair the natural log likelihood of each piece and of the end given these pages."""

    def write_summaries(
        self, pages: Sequence[Page], count: int, sentences: int, report: Report = silent
    ) -> tuple[str, ...]:
        """Up to `count` different summaries of about so many sentences, the likeliest first."""


class Summarizer(Protocol):
    """Writes summaries and checks whether the document bears them out."""

    @property
    def model(self) -> str:
        """Name and version, "docformer-small 0.1.0"."""

    @property
    def thresholds(self) -> tuple[Thresholds, ...]:
        """Where its flags begin, and how good they were, for each sort of document that was measured by itself."""

    def summarize(
        self,
        document: Document,
        sentences: int = 3,
        *,
        report: Report = silent,
        on_sentence: OnSentence | None = None,
    ) -> Summary:
        """A summary of at most so many sentences (2 to 5), checked."""

    def check(
        self,
        document: Document,
        text: str,
        *,
        known: Sequence[SummarySentence] = (),
        report: Report = silent,
        on_sentence: OnSentence | None = None,
    ) -> Summary:
        """The flags of a summary that a person wrote or changed; sentences among `known` are not checked again."""


class Library(Protocol):
    """Keeps documents, their values and every change between runs. May be called from any thread and by several
    processes at once; what a call has written is on the disk when it returns. LibraryError where it cannot."""

    @property
    def problem(self) -> str:
        """A sentence where what was kept was damaged and had to be set aside, else ""."""

    def keep(self, document: Document, extraction: Extraction) -> None:
        """A document was extracted: its words, and its values as the first entry of its journal (a later one where it
        is kept already, so look at `review` before you extract a document anew)."""

    def move(self, sha256: str, path: str) -> None:
        """A kept document lies under this path now, where it is opened from lists."""

    def record(self, sha256: str, change: Change) -> None:
        """One more entry in a kept document's journal. Short enough to be called at every keystroke."""

    def review(self, sha256: str) -> Reviewed | None:
        """A document's values as of now and its journal; None where it is not kept."""

    def document(self, sha256: str) -> Document | None:
        """The pages of a kept document, words as they were corrected, without pictures."""

    def entry(self, sha256: str) -> Entry | None:
        """A kept document in one line."""

    def search(self, wanted: Wanted) -> tuple[Found, ...]:
        """The documents that are wanted, those seen last first."""

    def field_names(self) -> tuple[str, ...]:
        """The names of fields and columns that kept documents have, the most frequent first."""

    def duplicates(self, extraction: Extraction) -> tuple[Duplicate, ...]:
        """Documents kept already that are the same file under another path, or the same supplier, number and total."""

    def remembered(self, document: Document, extraction: Extraction) -> Memory | None:
        """What is remembered of the supplier of this document."""

    def remember(self, memory: Memory) -> None:
        """Adds what was learned to what is remembered of this supplier; a newer correction of a field replaces the
        older one. A memory that has a number is written as it is."""

    def memories(self) -> tuple[Memory, ...]:
        """Everything remembered, by supplier."""

    def unremember(self, number: int) -> None:
        """Forgets what is remembered of one supplier."""

    def forget(self, *sha256: str) -> None:
        """Forgets documents: values, journals, words and what was learned from them, without a trace on the disk.
        TracesLeft where they are forgotten, but the disk still holds bytes of them."""
