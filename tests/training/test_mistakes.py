"""Wrong answers are told apart by why they are wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from docqa_app.cli.questions import Case, Question
from docqa_app.cli.scores import failed_prediction
from docqa_app.training import mistakes
from docqa_app.training.mistakes import reason, stands

TEXT = "ACME SDN BHD No 3, Jalan Tun Sold to: Beta Ltd Date 03/05/2018 Due 17/05/2018 Tota1 12.50 Cash 20.00"
WORDS = TEXT.split()
OTHERS = [("17/05/2018",), ()]


@pytest.mark.parametrize(
    ("field", "truth", "answer", "why"),
    [
        ("date", "03/05/2018", "03/05/2018", ""),
        ("company", "Acme Sdn. Bhd.", "ACME SDN BHD", ""),
        ("date", "03/05/2018", "", mistakes.MISSED),
        ("iban", "", "12.50", mistakes.ABSENT),
        ("iban", "", "", ""),
        ("phone", "555 1234", "", mistakes.UNREAD),
        ("label", "Total", "Tota1", mistakes.MISREAD),
        ("address", "No 3 Jalan Tun", "Jalan Tun", mistakes.SHORT),
        ("address", "Jalan Tun", "No 3, Jalan Tun", mistakes.LONG),
        ("total", "12.50", "12.60", mistakes.INVENTED),
        ("company", "ACME SDN BHD", "Beta Ltd", mistakes.PARTY),
        ("date", "03/05/2018", "17/05/2018", mistakes.FIELD),
        ("total", "12.50", "20.00", mistakes.ELSEWHERE),
    ],
)
def test_a_wrong_answer_has_one_reason(field: str, truth: str, answer: str, why: str) -> None:
    question = Question(f"slip-1-{field}", "?", (truth,) if truth else ())

    assert reason(question, answer, WORDS, OTHERS) == why


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("SDNBHD", True),
        ("12.50", True),
        ("2.50", False),
        ("1250", False),
        ("Tun Sold", True),
        ("Jal", False),
        ("", False),
    ],
)
def test_only_whole_words_and_numbers_stand_on_a_page(text: str, there: bool) -> None:
    assert stands(text, WORDS) == there


def test_the_table_says_what_each_reason_costs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = [[word, 0.1, 0.1 + n / 50, 0.3, 0.11 + n / 50] for n, word in enumerate(WORDS)]
    asked = {"total": ["12.50"], "date": ["03/05/2018"], "iban": [], "late": ["never"]}
    questions = [{"id": f"a-{field}", "question": f"{field}?", "answers": given} for field, given in asked.items()]
    case = {"id": "a", "file": None, "pages": [{"words": words}], "questions": questions}
    told = [("a-total", "20.00", True), ("a-date", "03/05/2018", True), ("a-iban", "12.50", False)]
    predictions = [{"id": name, "answer": text, "found": found, "confidence": 0.5} for name, text, found in told]
    for name, records in (("asked", [case]), ("told", predictions)):
        (tmp_path / f"{name}.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")

    mistakes.main([str(tmp_path / "asked.jsonl"), str(tmp_path / "told.jsonl")])

    lines = capsys.readouterr().out.splitlines()
    assert lines[2:] == [
        f"| {mistakes.ELSEWHERE} | 1 | 0.333 |",
        "| all wrong of 3 | 1 | 0.333 |",
        f"{mistakes.ELSEWHERE}: a-total | total? | 12.50 | 20.00 | 0.50",
    ]


def test_a_question_that_could_not_be_asked_costs_what_the_evaluation_counted_for_it() -> None:
    question = Question("a-iban", "iban?", ())
    told = {"a-iban": failed_prediction(question, "the model broke")}

    (one,) = mistakes.mistakes(Case("a", None, None, (question,)), told, WORDS)

    assert (one.reason, one.lost) == (mistakes.FAILED, 1.0)
