"""Has summaries written and checked as soon as their document is read and the model is there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from docqa_app.core.document import Document, Report
from docqa_app.core.ports import Engine, Summarizer
from docqa_app.core.summary import Summary, SummarySentence
from docqa_app.session import summarizing as steps
from docqa_app.session.summarizing import SummaryJob
from docqa_app.session.summary import UNDER_WAY, SummaryState
from docqa_app.ui.background import Handle, Lane, Note, Trouble
from docqa_app.ui.live import LiveSession
from docqa_app.ui.work.doing import Doing
from docqa_app.ui.work.model import ModelLoading

SummarizerOf = Callable[[Engine], Summarizer]
"""The summarizer over an engine's model; called on the lane, for it may read files."""


class Summarizing(QObject):
    """One summary at a time, on the model's lane; the first makes the summarizer. `ready` says that it is there."""

    moved = Signal()
    ready = Signal()
    ended = Signal(int)
    """The key of a document whose summary is done."""
    failed = Signal(object)

    def __init__(
        self, live: LiveSession, lane: Lane, model: ModelLoading, make: SummarizerOf, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._live = live
        self._lane = lane
        self._model = model
        self._make = make
        self._engine: Engine | None = None
        """The one whose summarizer is there or on its way."""
        self.summarizer: Summarizer | None = None
        self._job: SummaryJob | None = None
        self._handle: Handle | None = None
        self._progress = (0, 0)
        live.changed.connect(self._look)
        model.changed.connect(self._look)

    def doing(self) -> Doing | None:
        """The summary being made, for the status bar and the pane."""
        if self._job is None:
            return None
        what = self.tr("Writing a summary") if self._job.writes else self.tr("Checking the summary")
        return Doing(what, *self._progress, self.stop)

    def key(self) -> int | None:
        """The document that is at it."""
        return self._job.key if self._job else None

    def stop(self) -> None:
        """The sentences that came stay."""
        if self._handle is None or self._job is None:
            return
        self._handle.cancel()
        job = self._rest()
        self._live.step(steps.summary_ends, job, SummaryState.STOPPED, self.tr("Stopped before it was all checked."))

    def prepare(self) -> None:
        """Makes the summarizer, once the model is there; another model wants another one."""
        engine = self._model.engine
        if engine is None or engine is self._engine:
            return
        self._engine, self.summarizer = engine, None
        self._lane.run(lambda report, note: self._make(engine), self._made, failed=self._not_made)

    def _made(self, summarizer: Summarizer) -> None:
        self.summarizer = summarizer
        self.ready.emit()
        self._look()

    def _not_made(self, trouble: Trouble) -> None:
        """Whoever waits is told why, and may try again."""
        while job := steps.next_summary(self._live.now):
            self._live.step(steps.summary_begins, job)
            self._live.step(steps.summary_ends, job, SummaryState.FAILED, trouble.sentence)
        self._engine = None
        self.failed.emit(trouble)

    def _look(self) -> None:
        if self._job is not None and self._handle is not None and not self._is_wanted(self._job):
            self._handle.cancel()
            self._rest()
        if self._job is None and (job := steps.next_summary(self._live.now)):
            self.prepare()
            if self.summarizer is not None:
                self._begin(self.summarizer, job)

    def _is_wanted(self, job: SummaryJob) -> bool:
        """Not after the document was closed, or its summary changed or wished for anew."""
        document = self._live.now.document(job.key)
        return bool(document and document.summary and document.summary.state in UNDER_WAY)

    def _begin(self, summarizer: Summarizer, job: SummaryJob) -> None:
        document = self._live.now.document(job.key)
        assert document is not None, "next_summary names documents of this session"
        self._job = job
        self._progress = (0, 0)
        self._handle = self._lane.run(
            _work_of(summarizer, document.as_read(), job),
            self._ended,
            failed=self._failed,
            progressed=self._progressed,
            noted=lambda came: self._came(job, *came),
        )
        self._live.step(steps.summary_begins, job)
        self.moved.emit()

    def _rest(self) -> SummaryJob:
        """The lane is free for the next summary; gives back the one that ended."""
        job = self._job
        assert job is not None, "only called while a summary is made"
        self._job = self._handle = None
        self.moved.emit()
        return job

    def _came(self, job: SummaryJob, place: int, sentence: SummarySentence) -> None:
        self._live.step(steps.sentence_came, job, place, sentence)

    def _progressed(self, done: int, total: int) -> None:
        self._progress = (done, total)
        self.moved.emit()

    def _ended(self, summary: Summary) -> None:
        job = self._rest()
        self._live.step(steps.summarized, job, summary)
        self.ended.emit(job.key)

    def _failed(self, trouble: Trouble) -> None:
        self._live.step(steps.summary_ends, self._rest(), SummaryState.FAILED, trouble.sentence)
        self.failed.emit(trouble)


def _work_of(summarizer: Summarizer, document: Document, job: SummaryJob) -> Callable[[Report, Note], Any]:
    """The job as a plain function of values, with nothing of Qt in it."""

    def function(report: Report, note: Note) -> Summary:
        def came(place: int, sentence: SummarySentence) -> None:
            note((place, sentence))

        if job.writes:
            return summarizer.summarize(document, job.wanted, report=report, on_sentence=came)
        return summarizer.check(document, job.text, known=job.known, report=report, on_sentence=came)

    return function
