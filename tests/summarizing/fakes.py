"""A small true model of pairs: it asks what stands behind each word, and knows which words stand behind which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from docqa_app.core.document import Document, Page, Report, silent
from docqa_app.core.flow import flowed
from docqa_app.core.pairs import WrittenPair

KNOWN, UNKNOWN = -0.1, -6.0
"""What a token costs where the pages say the same, and what an answer's token costs where they do not."""


def document_of(*texts: str) -> Document:
    """A document with a page of plain text each."""
    pages = tuple(flowed(text, number) for number, text in enumerate(texts, start=1))
    return Document("letter.pdf", "0" * 64, pages, len(pages))


def pair_of(question: str, answer: str, *likelihoods: float, penalty: float = 0.0) -> WrittenPair:
    """A pair by hand; without likelihoods each of its tokens and the end cost 1."""
    spelled = (*question.split(), "", *answer.split())
    costs = likelihoods or (-1.0,) * (len(spelled) + 1)
    return WrittenPair(question, answer, tuple(range(len(spelled))), spelled, len(question.split()), costs, penalty)


@dataclass(slots=True)
class NeighbourModel:
    """ "The total is 12.50" gives "is ?" with the answer "12.50".

    `summaries` are what it writes; `asked` notes the texts it was to write pairs from. `facts` asks about documents
    with key facts; None where it does so itself.
    """

    model: str = "neighbours 1.0"
    summaries: tuple[str, ...] = ()
    asked: list[str] = field(default_factory=list)
    facts: NeighbourModel | None = None

    @property
    def of_facts(self) -> NeighbourModel:
        return self.facts or self

    def write_pairs(self, pages: Sequence[Page], beams: int, report: Report = silent) -> tuple[WrittenPair, ...]:
        self.asked.append(_text(pages))
        report(0, beams)
        pairs = [self._pair(before, after, pages) for before, after in _neighbours(pages) if after[0].isdigit()]
        return tuple(pairs[:beams])

    def given_pair(self, question: str, answer: str) -> WrittenPair:
        return pair_of(question, answer)

    def likelihoods(self, pages: Sequence[Page], pairs: Sequence[WrittenPair]) -> tuple[tuple[float, ...], ...]:
        return tuple(self._costs_of(pair, pages) for pair in pairs)

    def _costs_of(self, pair: WrittenPair, pages: Sequence[Page]) -> tuple[float, ...]:
        """Of a pair of its own, neighbours; of one that it was given, whether the pages have the answer's words."""
        if pair.question.endswith(" ?"):
            return self._costs(pair.question.split()[0], pair.answer, pages)
        words = set(_text(pages).split())
        said = (KNOWN if word in words else UNKNOWN for word in pair.spelled[pair.separator + 1 :])
        return (*(KNOWN for _ in pair.spelled[: pair.separator + 1]), *said, KNOWN)

    def write_summaries(
        self, pages: Sequence[Page], count: int, sentences: int, report: Report = silent
    ) -> tuple[str, ...]:
        report(0, count)
        return self.summaries[:count]

    def _pair(self, before: str, after: str, pages: Sequence[Page]) -> WrittenPair:
        return pair_of(f"{before} ?", after, *self._costs(before, after, pages))

    def _costs(self, before: str, after: str, pages: Sequence[Page]) -> tuple[float, ...]:
        said = KNOWN if (before, after) in set(_neighbours(pages)) else UNKNOWN
        return (KNOWN, KNOWN, KNOWN, said, KNOWN)


def _neighbours(pages: Sequence[Page]) -> Iterator[tuple[str, str]]:
    for page in pages:
        words = [word.text.rstrip(".,") for word in page.words]
        yield from pairwise(words)


def _text(pages: Sequence[Page]) -> str:
    return " ".join(word.text for page in pages for word in page.words)
