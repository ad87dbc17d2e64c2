"""A summary and what a check of it found: each sentence with its flag, the questions asked, and what stands nowhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Flag(StrEnum):
    """How far the document bears a sentence out, by the automatic check."""

    SUPPORTED = "supported"
    DOUBTFUL = "doubtful"
    UNSUPPORTED = "unsupported"
    NOT_CHECKABLE = "not checkable"


class Kind(StrEnum):
    """What a piece of a sentence is."""

    NAME = "name"
    AMOUNT = "amount"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Unfounded:
    """A name, an amount or a date that stands nowhere in the document: `text` is sentence[start:end]."""

    text: str
    kind: Kind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class QualsToken:
    """One token of a question and its answer, as the model writes it, and how likely each text makes it.

    `document` and `summary` are natural logarithms of probabilities, at most 0. `in_answer` is True on the answer's
    tokens and on the end behind it, whose text is "".
    """

    text: str
    document: float
    summary: float
    in_answer: bool


@dataclass(frozen=True, slots=True)
class QualsPair:
    """A question that a text answers, and how likely question and answer are given the document and given the text.

    `answer` stands in the text; `document_answer` is the document's own ("" where it answers nothing), of which it is
    `sure` (0..1), and stands on page `page` (counted from 1) at the words `evidence` (indices, ascending; () where it
    cannot be placed). `agrees` tells that both answers mean the same;
    `firm` (0..1) is how sure the text itself is of this answer when it is asked, 0 where it gives another.
    `field` names the field of the document's kind that was asked for; "" for a question that the model wrote.
    """

    question: str
    answer: str
    tokens: tuple[QualsToken, ...]
    document_answer: str = ""
    page: int | None = None
    evidence: tuple[int, ...] = ()
    sure: float = 0.0
    agrees: bool = False
    firm: float = 1.0
    field: str = ""

    @property
    def ll_document(self) -> float:
        """Mean log likelihood of a token given the document."""
        return sum(token.document for token in self.tokens) / len(self.tokens)

    @property
    def ll_summary(self) -> float:
        """Mean log likelihood of a token given the text that was checked."""
        return sum(token.summary for token in self.tokens) / len(self.tokens)

    @property
    def difference(self) -> float:
        """What the pair adds to QUALS: near 0 where the document says the same, far below where it does not."""
        return self.ll_document - self.ll_summary


@dataclass(frozen=True, slots=True)
class SummarySentence:
    """One sentence. `flag` is None until it was checked; `quals` and `doubt` are None then, and where no question could
    be asked. `doubt` (0..1) is the share of sentences like it that were wrong on development data."""

    text: str
    unfounded: tuple[Unfounded, ...] = ()
    flag: Flag | None = None
    quals: float | None = None
    pairs: tuple[QualsPair, ...] = ()
    doubt: float | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """A whole summary. `quals` is the mean over the questions of all sentences; None where none could be asked."""

    sentences: tuple[SummarySentence, ...]
    quals: float | None = None
    model: str = ""

    @property
    def text(self) -> str:
        return " ".join(sentence.text for sentence in self.sentences)


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where flags begin, in doubt (0..1): `unsupported` and above, `doubtful` and above; supported below.

    Measured on the development data named in `measured_on`, 0..1, None where they were not: `precision` and `recall` of
    the unsupported flag; the share of wrong sentences `found` by one of both flags, and the `false_flags` among right
    ones.
    """

    doubtful: float
    unsupported: float
    precision: float | None = None
    recall: float | None = None
    found: float | None = None
    false_flags: float | None = None
    measured_on: str = ""


OnSentence = Callable[[int, SummarySentence], None]
"""on_sentence(index, sentence): receives each sentence twice, on the working thread: as it is written, with what stands
nowhere in the document, and again when it is checked. Indices count from 0."""
