"""The summary of one document as it stands on the desk, as a value.

waiting -> writing -> done          a summary that is wished for; also stopped, failed (says why)
changed -> checking -> done         one that a person changed: only sentences without a flag are checked
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from docqa_app.core.summary import Summary, SummarySentence

FEWEST, MOST = 2, 5
"""Sentences that a clerk may wish for."""
USUAL = 3
EMPTY = Summary(())


class SummaryState(StrEnum):
    """How far a summary has come."""

    WAITING = "waiting"
    WRITING = "writing"
    CHANGED = "changed"
    CHECKING = "checking"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"


UNDER_WAY = (SummaryState.WRITING, SummaryState.CHECKING)
WAITS = (SummaryState.WAITING, SummaryState.CHANGED)


@dataclass(frozen=True, slots=True)
class Summarized:
    """A summary as the user left it.

    `wanted` is how many sentences were wished for; `edited` says that a person changed the text; `replaced` is the
    text of a person's that a newer summary took the place of, "" where there is none. `opened` is the sentence whose
    questions are shown, from 0. `words_mark` tells which reading of the document it was checked on.
    """

    wanted: int = USUAL
    state: SummaryState = SummaryState.WAITING
    summary: Summary = EMPTY
    edited: bool = False
    replaced: str = ""
    problem: str = ""
    opened: int | None = None
    words_mark: int = 0

    @property
    def is_busy(self) -> bool:
        """Whether it waits for the model or is at it."""
        return self.state in UNDER_WAY or self.state in WAITS

    def sentence(self) -> SummarySentence | None:
        """The one that is opened."""
        return None if self.opened is None else self.summary.sentences[self.opened]


def reread(wish: Summarized | None, mark: int) -> Summarized | None:
    """The summary after its document was read: on other words every sentence is checked again."""
    if wish is None or wish.state is not SummaryState.DONE or wish.words_mark == mark:
        return wish
    bare = tuple(SummarySentence(one.text) for one in wish.summary.sentences)
    return replace(wish, state=SummaryState.CHANGED, summary=replace(wish.summary, sentences=bare, quals=None))
