"""A document is summarized, the summary is changed by a person, and its flags follow."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from docqa_app.core.summary import QualsPair, Summary, SummarySentence
from docqa_app.session.reading import words_mark
from docqa_app.session.state import OpenDocument, Session, change
from docqa_app.session.summary import FEWEST, MOST, UNDER_WAY, WAITS, Summarized, SummaryState, reread


def summarize(session: Session, key: int, wanted: int) -> Session:
    """Wishes for a new summary of so many sentences; what a person wrote is kept, to be brought back."""

    def step(document: OpenDocument) -> OpenDocument:
        before = document.summary or Summarized()
        mine = before.summary.text if before.edited else before.replaced
        return replace(document, summary=Summarized(min(MOST, max(FEWEST, wanted)), replaced=mine))

    return change(session, key, step)


@dataclass(frozen=True, slots=True)
class SummaryJob:
    """What the summarizer is asked to do: write `wanted` sentences, or check `text` with some sentences `known`.

    `mark` tells on which words of the document.
    """

    key: int
    wanted: int
    text: str
    known: tuple[SummarySentence, ...]
    mark: int

    @property
    def writes(self) -> bool:
        return not self.text


def next_summary(session: Session) -> SummaryJob | None:
    """What can be done now, the document in view first."""
    order = sorted(session.documents, key=lambda document: document.key != session.current)
    for document in order:
        wish = document.summary
        if wish is not None and wish.state in WAITS and document.is_readable:
            text = wish.summary.text if wish.state is SummaryState.CHANGED else ""
            known = tuple(one for one in wish.summary.sentences if one.flag is not None) if text else ()
            return SummaryJob(document.key, wish.wanted, text, known, words_mark(document.pages))
    return None


def summary_begins(session: Session, job: SummaryJob) -> Session:
    """The model is at the summary, writing it or checking a text."""
    state = SummaryState.WRITING if job.writes else SummaryState.CHECKING
    return _changed(session, job.key, lambda wish: replace(wish, state=state, problem=""))


def sentence_came(session: Session, job: SummaryJob, place: int, sentence: SummarySentence) -> Session:
    """One sentence was written or checked; it takes the place of what stood there."""

    def step(wish: Summarized) -> Summarized:
        if wish.state not in UNDER_WAY:
            return wish
        sentences = wish.summary.sentences
        kept = (*sentences[:place], sentence, *sentences[place + 1 :])
        return replace(wish, summary=replace(wish.summary, sentences=kept))

    return _changed(session, job.key, step)


def summarized(session: Session, job: SummaryJob, summary: Summary) -> Session:
    """The whole summary is there; where the words were read anew meanwhile it is checked once more."""

    def step(document: OpenDocument) -> OpenDocument:
        wish = document.summary
        if wish is None:
            return document
        done = replace(
            wish, state=SummaryState.DONE, summary=summary, words_mark=job.mark, opened=_within(wish.opened, summary)
        )
        return replace(document, summary=reread(done, words_mark(document.pages)))

    return change(session, job.key, step)


def summary_ends(session: Session, job: SummaryJob, state: SummaryState, problem: str) -> Session:
    """It was STOPPED or FAILED; sentences that came stay, `problem` is the sentence that says why."""
    return _changed(session, job.key, lambda wish: replace(wish, state=state, problem=problem))


def edit(session: Session, key: int, sentences: Sequence[SummarySentence]) -> Session:
    """A person wrote these sentences; those that stood there before keep their flags, the others wait for theirs.

    No sentences take the summary away.
    """

    def step(document: OpenDocument) -> OpenDocument:
        before = document.summary or Summarized()
        if not sentences:
            return replace(document, summary=None)
        if tuple(one.text for one in sentences) == tuple(one.text for one in before.summary.sentences):
            return document
        followed = Summary(_followed(sentences, before.summary.sentences), model=before.summary.model)
        return replace(document, summary=_by_a_person(before, followed, words_mark(document.pages)))

    return change(session, key, step)


def _by_a_person(before: Summarized, summary: Summary, mark: int) -> Summarized:
    """Even where every flag is known the check goes on: the whole's QUALS is to follow."""
    opened = before.opened if _still_there(before, summary) else None
    return Summarized(before.wanted, SummaryState.CHANGED, summary, edited=True, opened=opened, words_mark=mark)


def _still_there(before: Summarized, summary: Summary) -> bool:
    """Whether the opened sentence stands where it stood."""
    opened = before.sentence()
    return opened is not None and opened.text in [one.text for one in summary.sentences[before.opened :][:1]]


def _followed(sentences: Sequence[SummarySentence], before: Sequence[SummarySentence]) -> tuple[SummarySentence, ...]:
    flagged = {one.text: one for one in before if one.flag is not None}
    return tuple(flagged.get(one.text, one) for one in sentences)


def check_again(session: Session, key: int) -> Session:
    """The sentences that have no flag, after a check that was stopped or failed."""

    def step(wish: Summarized) -> Summarized:
        state = SummaryState.CHANGED if wish.summary.sentences else SummaryState.WAITING
        return replace(wish, state=state, problem="")

    return _changed(session, key, step)


def open_sentence(session: Session, key: int, place: int | None) -> Session:
    """The questions of a sentence are shown; None closes them, a place that is not there changes nothing."""

    def step(wish: Summarized) -> Summarized:
        there = place is None or 0 <= place < len(wish.summary.sentences)
        return replace(wish, opened=place) if there else wish

    return _changed(session, key, step)


def sentences_using(document: OpenDocument, page: int, word: int) -> tuple[int, ...]:
    """The places of the sentences whose questions the document answers with this word."""
    sentences = document.summary.summary.sentences if document.summary else ()
    return tuple(place for place, one in enumerate(sentences) if any(stands_on(pair, page, word) for pair in one.pairs))


def stands_on(pair: QualsPair, page: int, word: int) -> bool:
    """Whether the document's answer stands on this word."""
    return pair.page == page and word in pair.evidence


def _within(opened: int | None, summary: Summary) -> int | None:
    return opened if opened is not None and opened < len(summary.sentences) else None


def _changed(session: Session, key: int, step: Callable[[Summarized], Summarized]) -> Session:
    """The session with one summary changed, where there is one."""
    return change(
        session,
        key,
        lambda document: replace(document, summary=step(document.summary)) if document.summary else document,
    )
