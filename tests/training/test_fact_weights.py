"""Papers with questions become choices among facts, of which the right ones are known."""

from __future__ import annotations

from pathlib import Path

import pytest

from docqa_app.asking.facts.ranking import weights
from docqa_app.asking.field_answers import FieldAnswers
from docqa_app.training import data
from docqa_app.training.fact_weights import Posed, Recording, cases, papers
from docqa_app.training.log_linear import Names, right_share
from tests.asking.facts.test_answers import KINDS, SLIP
from tests.extracting.sheets import told
from tests.fakes import Said

PAPERS = Path(data.__file__).with_name("papers")
TICKS = "Is it signed?"


@pytest.mark.parametrize("file", sorted(PAPERS.glob("*.jsonl.xz")), ids=lambda file: file.name)
def test_every_paper_has_words_and_questions_with_and_without_answers(file: Path) -> None:
    posed = list(papers(file))
    assert len(posed) == 36
    assert all(one.document.pages[0].words and len(one.questions) >= 5 for one in posed)
    answered = [bool(answers) for one in posed for _, answers in one.questions]
    assert 0.7 < sum(answered) / len(answered) < 0.9


def test_a_choice_is_right_where_a_text_answers_and_else_nothing_is() -> None:
    questions = (("Gewicht", ("5,310 kg",)), ("Wer ist der Trauzeuge?", ()), ("Fahrer", ("Nobody there",)))
    names = Names()
    weight, witness, driver = cases(Recording(told({}), KINDS), Posed(SLIP, questions), names)
    assert weight.right.any()
    assert not weight.right[0]
    assert witness.right.tolist() == [True, *[False] * (len(witness.right) - 1)]
    assert driver.right[0]
    assert right_share([weight, witness], names, weights()) == 1.0


def test_a_question_that_facts_are_not_weighed_for_is_no_choice() -> None:
    engine = Recording(told({TICKS: Said("yes", 0.9)}), KINDS)
    assert list(cases(engine, Posed(SLIP, ((TICKS, ("yes",)),)), Names())) == []


def test_what_is_recorded_is_asked_as_the_app_asks_it() -> None:
    question = "Abholung"
    said = {question: Said("Gewicht", 0.4)}
    engine = Recording(told(said), KINDS)
    (recorded,) = engine.ask(SLIP, [question])
    (answered,) = FieldAnswers(told(said), KINDS).ask(SLIP, [question])
    assert engine.asked[question].ruled.answer == recorded
    assert (recorded.text, answered.text) == ("Gewicht", "14.03.2025")
