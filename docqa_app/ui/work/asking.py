"""Puts waiting questions to the model as soon as their document is read and the model is there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from docqa_app.core.answer import Answer
from docqa_app.core.document import Document, Report
from docqa_app.core.ports import Engine
from docqa_app.session import asking as steps
from docqa_app.session.asking import QuestionJob
from docqa_app.ui.background import Handle, Lane, Note, Trouble
from docqa_app.ui.live import LiveSession
from docqa_app.ui.work.doing import Doing
from docqa_app.ui.work.model import ModelLoading

Answering = Callable[[Engine], Engine]
"""answering(engine): what answers by this model, asked for anew with every job, for it may have learned of other
kinds of documents."""


class Asking(QObject):
    """One job at a time: all waiting questions of one document together, so that each page is encoded once."""

    moved = Signal()
    answered = Signal(int, object)
    """A document's key and the numbers of the questions that were answered."""
    failed = Signal(object)

    def __init__(
        self,
        live: LiveSession,
        lane: Lane,
        model: ModelLoading,
        answering: Answering,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._live = live
        self._lane = lane
        self._model = model
        self._answering = answering
        self._job: QuestionJob | None = None
        self._handle: Handle | None = None
        self._progress = (0, 0)
        live.changed.connect(self._look)
        model.changed.connect(self._look)

    def doing(self) -> Doing | None:
        """The questions being answered, for the status bar."""
        if self._job is None:
            return None
        what = self.tr("Answering %n question(s)", "", len(self._job.questions))
        return Doing(what, *self._progress, self.stop)

    def stop(self) -> None:
        """The questions stay, unanswered, and can be asked again."""
        if self._handle is None or self._job is None:
            return
        self._handle.cancel()
        job = self._rest()
        self._live.step(steps.asking_fails, job, self.tr("Stopped before it was answered. Press F5 to ask again."))

    def _look(self) -> None:
        if self._job is not None and self._live.now.document(self._job.key) is None and self._handle:
            self._handle.cancel()
            self._rest()
        engine = self._model.engine
        if self._job is None and engine is not None and (job := steps.next_job(self._live.now)):
            self._begin(engine, job)

    def _begin(self, engine: Engine, job: QuestionJob) -> None:
        document = self._live.now.document(job.key)
        assert document is not None, "next_job names documents of this session"
        self._job = job
        self._progress = (0, 0)
        self._handle = self._lane.run(
            _asking_of(self._answering, engine, document.as_read(), job),
            self._answered,
            failed=self._failed,
            progressed=self._progressed,
        )
        self._live.step(steps.asking_begins, job)
        self.moved.emit()

    def _rest(self) -> QuestionJob:
        """The lane is free for the next job; gives back the one that ended."""
        job = self._job
        assert job is not None, "only called while a job runs"
        self._job = self._handle = None
        self.moved.emit()
        return job

    def _progressed(self, done: int, total: int) -> None:
        self._progress = (done, total)
        self.moved.emit()

    def _answered(self, answers: tuple[Answer, ...]) -> None:
        job = self._rest()
        self._live.step(steps.answered, job, answers)
        self.answered.emit(job.key, job.numbers)

    def _failed(self, trouble: Trouble) -> None:
        self._live.step(steps.asking_fails, self._rest(), trouble.sentence)
        self.failed.emit(trouble)


def _asking_of(
    answering: Answering, engine: Engine, document: Document, job: QuestionJob
) -> Callable[[Report, Note], Any]:
    """The job as a plain function of values, with nothing of Qt in it."""

    def function(report: Report, note: Note) -> tuple[Answer, ...]:
        return answering(engine).ask(document, job.questions, pages=job.pages, report=report)

    return function
