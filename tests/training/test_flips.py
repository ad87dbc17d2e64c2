"""Two models compared question by question."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from docqa_app.training.flips import compare, main

ASKED = {"a": ("Total?", ("10.00",)), "b": ("Date?", ("1 May",)), "c": ("Who?", ()), "d": ("IBAN?", ("DE1",))}


def test_an_answer_that_was_right_and_is_wrong_now_is_a_negative_flip() -> None:
    found = compare(ASKED, {"a": "10.00", "b": "2 June", "c": ""}, {"a": "99.00", "b": "1 May", "c": "Smith"})
    assert [flip.question for flip in found.negative] == ["Total?", "Who?"]
    assert [flip.question for flip in found.positive] == ["Date?"]
    assert found.questions == 3
    assert found.negative_rate == pytest.approx(2 / 3)


def test_files_of_an_evaluation_are_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    questions = [{"id": "a", "question": "Total?", "answers": ["10.00"]}]
    (tmp_path / "q").write_text(json.dumps({"id": "x", "questions": questions}))
    (tmp_path / "before").write_text(json.dumps({"id": "a", "answer": "10.00", "found": True}))
    (tmp_path / "after").write_text(json.dumps({"id": "a", "answer": "10.00", "found": False}))
    main([str(tmp_path / name) for name in ("q", "before", "after")])
    assert "negative flips 1 (1.000)" in capsys.readouterr().out
