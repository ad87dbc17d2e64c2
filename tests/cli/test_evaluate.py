"""docqa eval scores line by line; what fails is counted as wrong, named, and ends nothing."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.cli.conftest import Docqa
from tests.cli.fakes import make_pdf

WORDS = [["Total", 0.1, 0.1, 0.2, 0.12], ["49.30", 0.3, 0.1, 0.4, 0.12], ["Date", 0.1, 0.2, 0.2, 0.22]]


def case(name: str, *questions: tuple[str, list[str]], file: str | None = None, given: bool = True) -> dict[str, Any]:
    return {
        "id": name,
        "file": file,
        "pages": [{"words": WORDS}] if given else None,
        "questions": [{"id": f"{name}-{n}", "question": q, "answers": a} for n, (q, a) in enumerate(questions)],
    }


def write(path: Path, *lines: dict[str, Any] | str) -> Path:
    path.write_text("".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines))
    return path


def predictions(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_given_words_are_answered_and_scored(docqa: Docqa, tmp_path: Path) -> None:
    first = case("a", ("the Total", ["49.30"]), ("the buyer", []))
    questions = write(tmp_path / "q.jsonl", first, case("b", ("the Total", ["49.31"]), ("the Date", ["1.2.2020"])))
    out = tmp_path / "p.jsonl"
    outcome = docqa("eval", questions, "--words", "given", "--out", out)
    assert outcome.code == 0
    lines = dict(line.split(maxsplit=1) for line in outcome.out.replace("n e", "ne").splitlines())
    assert (lines["documents"], lines["questions"]) == ("2", "4")
    assert "ANLS               0.7000" in outcome.out  # 1, 1, 0.8, 0
    assert "exact match        0.5000" in outcome.out
    assert "calibration error  0.4880  (2 answers found; by chance alone 0." in outcome.out
    assert "documents/s" in outcome.out
    found = predictions(out)
    assert [row["id"] for row in found] == ["a-0", "a-1", "b-0", "b-1"]
    assert list(found[0]) == ["id", "question", "answer", "found", "confidence", "page", "boxes", "seconds"]
    assert (found[0]["answer"], found[0]["page"], found[0]["boxes"]) == ("49.30", 1, [[0.3, 0.1, 0.4, 0.12]])


def test_given_words_may_lie_in_columns(docqa: Docqa, tmp_path: Path) -> None:
    columns = {"words": "Total 49.30", "left": [200, 600], "top": [200, 200], "width": [200, 200], "height": [40, 40]}
    line = case("a", ("the Total", ["49.30"])) | {"pages": [columns]}
    out = tmp_path / "p.jsonl"
    outcome = docqa("eval", write(tmp_path / "q.jsonl", line), "--words", "given", "--out", out)
    assert outcome.code == 0
    (found,) = predictions(out)
    assert (found["answer"], found["boxes"]) == ("49.30", [[0.3, 0.1, 0.4, 0.12]])


def test_columns_of_words_that_are_not_equally_long_end_nothing(docqa: Docqa, tmp_path: Path) -> None:
    columns = {"words": "Total 49.30", "left": [200], "top": [200], "width": [200], "height": [40]}
    line = case("a", ("the Total", ["49.30"])) | {"pages": [columns]}
    outcome = docqa("eval", write(tmp_path / "q.jsonl", line), "--words", "given")
    assert outcome.code == 5
    assert "line 1: it has another form than expected" in outcome.err


def test_files_are_read_beside_the_questions(docqa: Docqa, tmp_path: Path) -> None:
    (tmp_path / "files").mkdir()
    make_pdf(tmp_path / "files" / "a.pdf", [["Nothing"], ["Total 9.00"]])
    line = case("a", ("the Total", ["9.00"]), file="files/a.pdf", given=False)
    outcome = docqa("eval", write(tmp_path / "q.jsonl", line))
    assert outcome.code == 0
    prediction = json.loads(outcome.out.splitlines()[0])
    assert (prediction["answer"], prediction["page"]) == ("9.00", 2)
    assert "ANLS               1.0000" in outcome.out


def test_what_fails_is_counted_named_and_ends_nothing(docqa: Docqa, tmp_path: Path) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.7 and nothing more")
    questions = write(
        tmp_path / "q.jsonl",
        case("a", ("the Total", ["49.30"])),
        "not json",
        case("b", ("the buyer", []), file="bad.pdf", given=False),
        case("c", ("break", ["x"])),
        json.dumps({"id": "d", "pages": None}),
        case("e", ("the Total", ["49.30"])),
    )
    out = tmp_path / "p.jsonl"
    outcome = docqa("eval", questions, "--words", "given", "--out", out)
    assert outcome.code == 5
    assert "questions          4" in outcome.out
    assert "ANLS               0.5000" in outcome.out
    last = outcome.err.splitlines()[-1]
    assert last.startswith("docqa: 4 of 6 lines failed: line 2: it is not JSON")
    for name in ("line 3: b gives no words", "line 4: c could not be answered", "line 5: it has no 'questions'"):
        assert name in last
    assert [(row["id"], bool(row.get("problem"))) for row in predictions(out)] == [
        ("a-0", False),
        ("b-0", True),
        ("c-0", True),
        ("e-0", False),
    ]


def test_a_line_with_half_a_character_or_a_number_beyond_all_measure_ends_nothing(docqa: Docqa, tmp_path: Path) -> None:
    huge = case("b", ("the Total", ["49.30"]))
    huge["pages"] = [{"words": [["Total", 10**400, 0.1, 0.2, 0.12]]}]
    questions = write(
        tmp_path / "q.jsonl", case("a", ("the Total \ud800?", [])), huge, case("c\udcff", ("the Total", ["49.30"]))
    )
    out = tmp_path / "p.jsonl"
    outcome = docqa("eval", questions, "--words", "given", "--out", out)
    assert outcome.code == 5
    assert "1 of 3 lines failed: line 2: it has another form than expected" in outcome.err
    assert [(row["id"], row["question"]) for row in predictions(out)] == [
        ("a-0", "the Total \ud800?"),
        ("c\udcff-0", "the Total"),
    ]


def test_an_unreadable_file_scores_nothing_even_where_no_answer_is_right(docqa: Docqa, tmp_path: Path) -> None:
    outcome = docqa("eval", write(tmp_path / "q.jsonl", case("a", ("the buyer", []), file="no.pdf")))
    assert outcome.code == 5
    assert "ANLS               0.0000" in outcome.out
    assert "no.pdf does not exist" in outcome.err


def test_given_words_take_their_picture_from_the_file(docqa: Docqa, tmp_path: Path) -> None:
    Image.new("RGB", (300, 200), "white").save(tmp_path / "scan.png")
    line = case("a", ("the Total", ["49.30"]), file="scan.png")
    assert docqa("eval", write(tmp_path / "q.jsonl", line), "--words", "given").code == 0


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="this system has no files of its pipes")
def test_questions_that_come_through_a_pipe_are_answered(docqa: Docqa) -> None:
    read, fill = os.pipe()
    os.write(fill, json.dumps(case("a", ("the Total", ["49.30"]))).encode())
    os.close(fill)
    outcome = docqa("eval", f"/dev/fd/{read}", "--words", "given")
    os.close(read)
    assert outcome.code == 0
    assert "questions          1" in outcome.out
    assert "ANLS               1.0000" in outcome.out


def test_the_limit_counts_lines(docqa: Docqa, tmp_path: Path) -> None:
    many = [case(str(n), ("the Total", ["49.30"]), ("the Date", [])) for n in range(5)]
    outcome = docqa("eval", write(tmp_path / "q.jsonl", *many), "--words", "given", "--limit", 2)
    assert "questions          4" in outcome.out


def test_a_packed_file_is_unpacked_and_progress_goes_to_stderr(docqa: Docqa, tmp_path: Path) -> None:
    questions = tmp_path / "q.jsonl.gz"
    lines = [json.dumps(case(str(n), ("the Total", ["49.30"]))) for n in range(10)]
    questions.write_bytes(gzip.compress("\n".join(lines).encode()))
    outcome = docqa("eval", questions, "--words", "given", "--out", tmp_path / "p.jsonl")
    assert outcome.code == 0
    assert "Evaluating 10/10" in outcome.err


@pytest.mark.parametrize(("content", "code"), [(None, 3), ("", 3), ("\n\n", 3)])
def test_no_questions_is_unreadable_input(docqa: Docqa, tmp_path: Path, content: str | None, code: int) -> None:
    questions = tmp_path / "q.jsonl"
    if content is not None:
        questions.write_text(content)
    assert docqa("eval", questions).code == code


def test_predictions_that_cannot_be_written_are_told_before_the_work(docqa: Docqa, tmp_path: Path) -> None:
    questions = write(tmp_path / "q.jsonl", case("a", ("the Total", ["49.30"])))
    outcome = docqa("eval", questions, "--words", "given", "--out", tmp_path / "no" / "p.jsonl")
    assert (outcome.code, outcome.out) == (2, "")


def test_the_file_that_is_read_is_not_written_over(docqa: Docqa, tmp_path: Path) -> None:
    questions = write(tmp_path / "q.jsonl", case("a", ("the Total", ["49.30"])))
    before = questions.read_bytes()

    outcome = docqa("eval", questions, "--words", "given", "--out", questions)

    assert outcome.code == 2
    assert "is the file that is read. Choose another --out." in outcome.err
    assert questions.read_bytes() == before
