"""The model's own summary: several are written, the one that its document bears out best is taken."""

from __future__ import annotations

from collections.abc import Sequence

from docqa_app.core.document import Page, Report
from docqa_app.core.ports import PairModel
from docqa_app.summarizing.check import Effort, ask_text
from docqa_app.summarizing.passages import parts_of
from docqa_app.summarizing.sentences import sentences_in

CANDIDATES = 4


def best_summary(model: PairModel, pages: Sequence[Page], most: int, effort: Effort, report: Report) -> tuple[str, ...]:
    """At most `most` sentences; of a long document those of its parts, one behind the other."""
    parts = parts_of(pages, most)
    shares = [most // len(parts) + (place < most % len(parts)) for place in range(len(parts))]
    told = (_best_of(model, part, share, effort, report) for part, share in zip(parts, shares, strict=True))
    return tuple(sentence for sentences in told for sentence in sentences)


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
