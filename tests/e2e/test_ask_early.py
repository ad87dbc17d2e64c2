"""Questions may come before the document is read and before the model is there; nothing is lost."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from docqa_app.core.answer import Answer
from docqa_app.core.document import Document, Page, Report, silent
from docqa_app.core.layout import Assignment, assign
from docqa_app.session.state import AskState
from tests.desk import Desk
from tests.e2e.conftest import OpenDesk
from tests.fakes import FakeEngine
from tests.files import orders


@dataclass(slots=True)
class HeldEngine(FakeEngine):
    """Answers only once it is let."""

    let: threading.Event = field(default_factory=threading.Event)

    def ask(
        self,
        document: Document,
        questions: Sequence[str],
        *,
        pages: Sequence[int] | None = None,
        report: Report = silent,
    ) -> tuple[Answer, ...]:
        self.calls.append(tuple(questions))
        while not self.let.wait(0.05):
            report(0, len(questions))
        return FakeEngine().ask(document, questions, pages=pages, report=report)


@dataclass(slots=True)
class LookingEngine(FakeEngine):
    """Keeps the numbers of the pages it has looked at."""

    looked: list[int] = field(default_factory=list)

    def inspect(self, page: Page) -> Assignment:
        self.looked.append(page.number)
        return assign(page)


def ask_without_waiting(desk: Desk, question: str) -> None:
    desk.press("Ctrl+L")
    desk.type(question)
    desk.press("Return")


def test_questions_asked_while_reading_are_answered_together_when_it_is_read(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    engine = HeldEngine()
    engine.let.set()
    desk = open_desk(load_engine=lambda: engine)
    desk.window.opening.open_paths([orders(tmp_path / "many.pdf", 120)])
    for question in ("What is the total?", "What is the order number?"):
        ask_without_waiting(desk, question)
    assert [asked.state for asked in desk.document.asked] == [AskState.WAITING, AskState.WAITING]
    desk.wait_answered()
    assert engine.calls == [("What is the total?", "What is the order number?")]
    assert all(asked.answer and asked.answer.found for asked in desk.document.asked)


def test_answering_is_cancelled_from_the_status_bar_and_asked_again(open_desk: OpenDesk, order: Path) -> None:
    engine = HeldEngine()
    desk = open_desk(load_engine=lambda: engine)
    desk.open(order)
    ask_without_waiting(desk, "What is the total?")
    desk.wait(lambda: desk.window.status.job.isVisible() and engine.calls)
    assert desk.window.status.job.text.text().startswith("Answering 1 question")
    desk.click(desk.window.status.job.cancel)
    assert desk.chosen.state is AskState.FAILED
    assert not desk.window.status.job.isVisible()
    engine.let.set()
    desk.press("F5")
    desk.wait_answered()
    assert desk.chosen.answer is not None
    assert desk.chosen.answer.text == "1.50 EUR"


def test_a_document_is_closed_while_it_is_asked(open_desk: OpenDesk, order: Path, tmp_path: Path) -> None:
    engine = HeldEngine()
    desk = open_desk(load_engine=lambda: engine)
    desk.open(orders(tmp_path / "other.pdf", 1), order)
    ask_without_waiting(desk, "What is the total?")
    desk.wait(lambda: engine.calls)
    desk.press("Ctrl+W")
    assert not desk.window.status.job.isVisible()
    engine.let.set()
    desk.ask("What is the order number?")
    assert desk.chosen.answer is not None
    assert desk.chosen.answer.text == "1001"


def test_the_model_looks_at_the_page_while_the_question_is_typed(open_desk: OpenDesk, tmp_path: Path) -> None:
    engine = LookingEngine()
    desk = open_desk(load_engine=lambda: engine)
    desk.open(orders(tmp_path / "two.pdf", 2))
    assert not engine.looked, "nothing is asked yet"
    desk.press("Ctrl+L")
    desk.type("What is")
    desk.wait(lambda: engine.looked == [1])
    desk.type(" the total?")
    desk.press("Return")
    desk.wait_answered()
    assert engine.looked == [1], "once is enough"
    assert engine.calls == [("What is the total?",)]


def test_what_is_typed_before_the_model_is_there_makes_it_look_when_it_comes(open_desk: OpenDesk, order: Path) -> None:
    engine, let = LookingEngine(), threading.Event()

    def load() -> LookingEngine:
        let.wait()
        return engine

    desk = open_desk(load_engine=load)
    desk.open(order)
    desk.press("Ctrl+L")
    desk.type("What")
    assert not engine.looked
    let.set()
    desk.wait(lambda: engine.looked == [1])


def test_a_page_is_looked_at_as_free_questions_and_as_fields_want_it(open_desk: OpenDesk, order: Path) -> None:
    free = LookingEngine()

    class OfTwoMinds(LookingEngine):
        @property
        def freely(self) -> LookingEngine:
            return free

    engine = OfTwoMinds()
    desk = open_desk(load_engine=lambda: engine)
    desk.open(order)
    desk.press("Ctrl+L")
    desk.type("Who")
    desk.wait(lambda: engine.looked == free.looked == [1])


def test_a_page_that_the_model_cannot_look_at_does_not_keep_its_question_from_being_asked(
    open_desk: OpenDesk, order: Path
) -> None:
    class Blind(LookingEngine):
        def inspect(self, page: Page) -> Assignment:
            raise RuntimeError("the model broke")

    desk = open_desk(load_engine=Blind)
    desk.open(order)
    desk.ask("What is the total?")
    assert desk.chosen.answer is not None
    assert desk.chosen.answer.found
