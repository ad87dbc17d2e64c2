"""The engine's other tongue: it writes questions with answers, and summaries, and says how likely given pairs are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docqa_app.answering.beams import Beam, Search, diverse_beams
from docqa_app.answering.engine import Engine
from docqa_app.answering.network import EncodedPage
from docqa_app.answering.scoring import likelihoods
from docqa_app.answering.speaking import PageSpeaker, memory_of
from docqa_app.answering.tokenizer import MAKE_PAIR, SEP, WordTokenizer
from docqa_app.core.document import Page, Report, silent
from docqa_app.core.pairs import WrittenPair

SEARCH = Search()
"""As published: 60 beams in 60 groups, diversity 0.5, 8 to 60 tokens."""

SUMMARY_SHORTEST, SUMMARY_LONGEST = 10, 160
"""In tokens; no longer ones were learned."""
NO_REPEAT_NGRAM = 6
"""Tokens of a run that a summary says only once: a name may come twice, a clause that goes round and round may not."""

ROWS_AT_ONCE = 16


class PairEngine:
    """Works with an engine's networks and the pages they keep: the one that learned to ask writes and scores pairs, the
    one for fields writes summaries and asks about documents with key facts (`of_facts`), of which the other saw few.
    `search` is how questions are looked for."""

    def __init__(self, engine: Engine, search: Search = SEARCH, facts: bool = False) -> None:
        self.model = engine.model
        self.search = search
        self._engine, self._facts = engine, facts
        self._pair = (engine.network.tokenizer.mark(MAKE_PAIR),)

    @property
    def of_facts(self) -> PairEngine:
        """The same model as it asks about invoices, receipts and forms."""
        return PairEngine(self._engine, self.search, facts=True)

    @property
    def _asking(self) -> Engine:
        return self._engine if self._facts else self._engine.asking

    def write_pairs(self, pages: Sequence[Page], beams: int, report: Report = silent) -> tuple[WrittenPair, ...]:
        """Up to `beams` different questions with answers, group by group; what is no pair is left out."""
        groups = max(1, beams // self.search.width)
        search = replace(self.search, beams=groups * self.search.width, groups=groups)
        said = _said(self._asking, pages, self._pair, search, report)
        pairs = (pair_of(beam, self._engine.network.tokenizer) for beam in said)
        return tuple(dict.fromkeys(pair for pair in pairs if pair is not None))

    def given_pair(self, question: str, answer: str) -> WrittenPair:
        """A question and an answer of somebody else's in the model's tokens, to be scored; without likelihoods."""
        tokenizer = self._engine.network.tokenizer
        asked = tuple(tokenizer.text(question))
        pieces = (*asked, tokenizer.mark(SEP), *tokenizer.text(answer))
        spelled = tuple(tokenizer.decode((piece,)) for piece in pieces)
        return WrittenPair(question, answer, pieces, spelled, len(asked), ())

    def likelihoods(self, pages: Sequence[Page], pairs: Sequence[WrittenPair]) -> tuple[tuple[float, ...], ...]:
        """For each pair the log likelihood of each piece and of the end, at most ROWS_AT_ONCE pairs in a batch."""
        told: list[tuple[float, ...]] = []
        asking = self._asking
        with asking.lock:
            memory = _memory(asking, pages)
            for first in range(0, len(pairs), ROWS_AT_ONCE):
                texts = [pair.pieces for pair in pairs[first : first + ROWS_AT_ONCE]]
                scored = likelihoods(asking.network, memory, self._pair, texts)
                told += [tuple(float(one) for one in row) for row in scored]
        return tuple(told)

    def write_summaries(
        self, pages: Sequence[Page], count: int, sentences: int, report: Report = silent
    ) -> tuple[str, ...]:
        """Diverse summaries of about so many sentences, a group each, the likeliest token by token first."""
        tokenizer = self._engine.network.tokenizer
        search = Search(count, count, self.search.diversity, SUMMARY_SHORTEST, SUMMARY_LONGEST, NO_REPEAT_NGRAM)
        said = _said(self._engine, pages, tokenizer.summary_prompt(sentences), search, report)
        ranked = sorted(said, key=lambda beam: -beam.likelihood / len(beam.likelihoods))
        texts = (tokenizer.decode(beam.tokens) for beam in ranked)
        return tuple(dict.fromkeys(text for text in texts if text))


def _said(
    engine: Engine, pages: Sequence[Page], prompt: Sequence[int], search: Search, report: Report
) -> tuple[Beam, ...]:
    with engine.lock:
        speaker = PageSpeaker(engine.network, _memory(engine, pages), prompt)
        return diverse_beams(speaker, search, report)


def _memory(engine: Engine, pages: Sequence[Page]) -> EncodedPage:
    return memory_of([engine.encoded(page) for page in pages])


def pair_of(beam: Beam, tokenizer: WordTokenizer) -> WrittenPair | None:
    """The beam as a pair; None where it does not split into one question and one answer."""
    separator = tokenizer.mark(SEP)
    if beam.tokens.count(separator) != 1:
        return None
    at = beam.tokens.index(separator)
    question, answer = tokenizer.decode(beam.tokens[:at]), tokenizer.decode(beam.tokens[at + 1 :])
    if not question or not answer:
        return None
    spelled = tuple(tokenizer.decode((token,)) for token in beam.tokens)
    return WrittenPair(question, answer, beam.tokens, spelled, at, beam.likelihoods, beam.penalty)
