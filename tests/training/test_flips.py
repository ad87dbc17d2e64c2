"""Two models compared question by question."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from docqa_app.cli.questions import Question
from docqa_app.cli.scores import failed_prediction
from docqa_app.training.flips import compare, main

TOTAL, DATE, WHO = Question("a", "Total?", ("10.00",)), Question("b", "Date?", ("1 May",)), Question("c", "Who?", ())
ASKED = {"a": TOTAL, "b": DATE, "c": WHO, "d": Question("d", "IBAN?", ("DE1",))}


def document(name: str, *questions: dict[str, Any]) -> dict[str, Any]:
    return {"id": name, "questions": list(questions)}


def told(name: str, answer: str, found: bool = True) -> dict[str, Any]:
    return {"id": name, "answer": answer, "found": found}


def write(path: Path, *records: dict[str, Any]) -> str:
    path.write_text("\n\n".join(map(json.dumps, records)) + "\n")
    return str(path)


def test_an_answer_that_was_right_and_is_wrong_now_is_a_negative_flip() -> None:
    found = compare(ASKED, {"a": "10.00", "b": "2 June", "c": ""}, {"a": "99.00", "b": "1 May", "c": "Smith"})
    assert [flip.question for flip in found.negative] == ["Total?", "Who?"]
    assert [flip.question for flip in found.positive] == ["Date?"]
    assert (found.questions, found.alone) == (3, 0)
    assert found.negative_rate == pytest.approx(2 / 3)


def test_files_of_an_evaluation_are_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = write(tmp_path / "q", document("x", {"id": "a", "question": "Total?", "answers": ["10.00"]}))
    before = write(tmp_path / "before", told("a", "10.00"), told("late", "1"))
    main([asked, before, write(tmp_path / "after", told("a", "10.00", found=False))])
    out = capsys.readouterr().out
    assert "questions 1, asked of one model alone 1" in out
    assert "negative flips 1 (1.000)" in out


def test_a_question_that_could_not_be_asked_is_not_answered_rightly_where_no_answer_is_right(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = write(tmp_path / "q", document("x", {"id": "c", "question": "Who?", "answers": []}))
    before = write(tmp_path / "before", told("c", "", found=False))
    main([asked, before, write(tmp_path / "after", failed_prediction(WHO, "the model broke"))])
    assert "negative flips 1 (1.000)" in capsys.readouterr().out


def test_whatever_an_evaluation_takes_is_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    records = document("x", {"question": "Total?", "answers": ["10.00"]}), document("y", {"question": "Who?"})
    asked = tmp_path / "q.jsonl.gz"
    asked.write_bytes(gzip.compress("\n\n".join(map(json.dumps, records)).encode()))
    before = write(tmp_path / "before", told("x#1", "10.00"), told("y#1", "Smith"))
    main([str(asked), before, write(tmp_path / "after", told("x#1", "9"), told("y#1", "", found=False))])
    out = capsys.readouterr().out
    assert "questions 2" in out
    assert "negative flips 1 (0.500)" in out
    assert "positive flips 1 (0.500)" in out


def test_an_id_that_stands_twice_is_named_and_nothing_is_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, two = ({"id": "total", "question": "Total?", "answers": [text]} for text in ("1", "2"))
    twice = write(tmp_path / "twice", document("x", one), document("y", two))
    once = write(tmp_path / "once", document("x", one))
    answers = write(tmp_path / "answers", told("total", "1"), told("total", "2"))
    for asked in (twice, once):
        with pytest.raises(SystemExit, match="the id 'total' stands twice"):
            main([asked, answers, answers])
    assert capsys.readouterr().out == ""
