"""A summary in sentences: a paper's own where it speaks in whole ones, else the model's.

Of the model's several are written, the one that its document bears out best is taken. Of letters and reports it makes
sentences that mean nothing, and no flag of theirs tells.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from docqa_app.core.document import Page, Report
from docqa_app.core.ports import PairModel
from docqa_app.summarizing.check import Effort, ask_text
from docqa_app.summarizing.passages import parts_of
from docqa_app.summarizing.sentences import sentences_in
from docqa_app.summarizing.telling import own_sentences, speaks, subject, telling, tells_news

CANDIDATES = 4


def best_summary(model: PairModel, pages: Sequence[Page], most: int, effort: Effort, report: Report) -> tuple[str, ...]:
    """At most `most` sentences; of a long document those of its parts, one behind the other."""
    if speaks(own_sentences(pages)):
        about = subject(pages)
        return (*about, *_of_parts(pages, most - len(about), lambda part, share: telling(own_sentences(part), share)))
    return _of_parts(pages, most, lambda part, share: _best_of(model, part, share, effort, report))


def further(pages: Sequence[Page], most: int) -> tuple[str, ...]:
    """What may follow key facts: sentences of the paper's own that tell news."""
    return telling([sentence for sentence in own_sentences(pages) if tells_news(sentence)], most)


def _of_parts(
    pages: Sequence[Page], most: int, told: Callable[[Sequence[Page], int], tuple[str, ...]]
) -> tuple[str, ...]:
    """Each part's share of the sentences."""
    parts = parts_of(pages, most)
    shares = [most // len(parts) + (place < most % len(parts)) for place in range(len(parts))]
    return tuple(one for part, share in zip(parts, shares, strict=True) for one in told(part, share))


def _best_of(model: PairModel, pages: Sequence[Page], most: int, effort: Effort, report: Report) -> tuple[str, ...]:
    """The sentences of the candidate with the best QUALS; one that cannot be checked comes after all others."""
    candidates = model.write_summaries(pages, CANDIDATES, most, report)
    cut = list(dict.fromkeys(sentences_in(text)[:most] for text in candidates))
    if len(cut) < 2:
        return cut[0] if cut else ()
    scores = [ask_text(model, pages, " ".join(one), effort, report).quals for one in cut]
    return cut[max(range(len(cut)), key=lambda place: _rank(scores[place]))]


def _rank(score: float | None) -> float:
    return float("-inf") if score is None else score
