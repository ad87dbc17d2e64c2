"""Questions are put to a document, wait until it is read, and get their answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from docqa_app.core.answer import Answer
from docqa_app.session.reading import words_mark
from docqa_app.session.state import Asked, AskState, OpenDocument, Session, change, change_asked

HISTORY_LENGTH = 200


def questions_in(text: str) -> tuple[str, ...]:
    """The questions of a text, one a line, each once."""
    return tuple(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))


def ask(session: Session, key: int, questions: Sequence[str], pages: tuple[int, ...] | None = None) -> Session:
    """Puts questions to a document; the first of them is chosen. They wait until the document is read."""
    if not questions or session.document(key) is None:
        return session
    first = session.next_number
    added = tuple(Asked(first + place, question, pages) for place, question in enumerate(questions))
    session = change(session, key, lambda document: replace(document, asked=(*document.asked, *added), selected=first))
    kept = tuple(question for question in session.history if question not in questions)
    return replace(session, next_number=first + len(added), history=(*kept, *questions)[-HISTORY_LENGTH:])


@dataclass(frozen=True, slots=True)
class QuestionJob:
    """Questions that go to the engine together: one document, the same pages. `mark` tells on which words of it."""

    key: int
    numbers: tuple[int, ...]
    questions: tuple[str, ...]
    pages: tuple[int, ...] | None
    mark: int


def next_job(session: Session) -> QuestionJob | None:
    """The waiting questions that can be answered now, those of the document in view first."""
    order = sorted(session.documents, key=lambda document: document.key != session.current)
    for document in order:
        waiting = [asked for asked in document.asked if asked.state is AskState.WAITING]
        if waiting and document.is_readable:
            together = [asked for asked in waiting if asked.pages == waiting[0].pages]
            numbers, questions = zip(*((asked.number, asked.question) for asked in together), strict=True)
            return QuestionJob(document.key, numbers, questions, waiting[0].pages, words_mark(document.pages))
    return None


def asking_begins(session: Session, job: QuestionJob) -> Session:
    """The model is at the questions of this job."""
    return change_asked(session, job.key, job.numbers, lambda asked: replace(asked, state=AskState.ANSWERING))


def answered(session: Session, job: QuestionJob, answers: Sequence[Answer]) -> Session:
    """The engine answered; the answers stand in the order of the job's questions. Where the document reads otherwise
    by now, its words cannot be found by these answers: the questions wait again."""
    document = session.document(job.key)
    if document is not None and words_mark(document.pages) != job.mark:
        return ask_again(session, job.key, job.numbers)
    by_number = dict(zip(job.numbers, answers, strict=True))

    def step(asked: Asked) -> Asked:
        return replace(asked, state=AskState.DONE, answer=by_number[asked.number], words_mark=job.mark, problem="")

    return change_asked(session, job.key, job.numbers, step)


def asking_fails(session: Session, job: QuestionJob, problem: str) -> Session:
    """They were not answered; `problem` is a sentence that says why."""
    return change_asked(
        session, job.key, job.numbers, lambda asked: replace(asked, state=AskState.FAILED, problem=problem)
    )


def ask_again(session: Session, key: int, numbers: Sequence[int]) -> Session:
    """The same questions once more, from the start."""
    return change_asked(session, key, numbers, Asked.anew)


def forget_question(session: Session, key: int, number: int) -> Session:
    """Takes a question and its answer away; the one before it is chosen, else the one after."""

    def step(document: OpenDocument) -> OpenDocument:
        place = next((i for i, asked in enumerate(document.asked) if asked.number == number), None)
        if place is None:
            return document
        rest = document.asked[:place] + document.asked[place + 1 :]
        neighbour = rest[max(0, place - 1)].number if rest else None
        return replace(document, asked=rest, selected=neighbour if document.selected == number else document.selected)

    return change(session, key, step)
