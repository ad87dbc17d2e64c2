"""What the session and the window ask of the rooms that do the work: shapes only."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from docqa_app.core.answer import Answer
from docqa_app.core.document import Document, Page, Report, WordSource, silent
from docqa_app.core.layout import Assignment
from docqa_app.core.summary import OnSentence, Summary, SummarySentence, Thresholds


class Engine(Protocol):
    """Answers questions about documents and says how it sees a page's layout."""

    @property
    def model(self) -> str:
        """Name and version, "docformer-small 0.1.0"."""

    @property
    def device(self) -> str:
        """Where it computes: "CPU" or "CUDA"."""

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


class Summarizer(Protocol):
    """Writes summaries and checks whether the document bears them out."""

    @property
    def model(self) -> str:
        """Name and version, "docformer-small 0.1.0"."""

    @property
    def thresholds(self) -> Thresholds:
        """Where its flags begin, and how good they were on development data."""

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


class LoadSummarizer(Protocol):
    """The summarizer over the model that is loaded or will be; ModelError where it is missing or damaged."""

    def __call__(self) -> Summarizer: ...
