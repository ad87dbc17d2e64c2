"""Whatever is typed wrong is one sentence and exit code 2; help is there at once and without Qt."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from docqa_app import __version__
from tests.cli.conftest import Docqa
from tests.cli.fakes import make_pdf


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["fly"],
        ["ask", "a.pdf"],
        ["ask", "a.pdf", "--question", " "],
        ["ask", "a.pdf", "--question", "Q", "--page", "0"],
        ["inspect", "a.pdf", "--json", "--mark", "a.png"],
        ["eval", "q.jsonl", "--words", "invented"],
        ["eval", "q.jsonl", "--limit", "-1"],
        ["extract", "a.pdf", "--out", "a.csv", "--out", "a.json"],
    ],
)
def test_wrong_usage_is_one_sentence_and_code_two(docqa: Docqa, arguments: list[str]) -> None:
    outcome = docqa(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("docqa")
    assert outcome.err.count("\n") == 1


def test_the_version_is_told(docqa: Docqa) -> None:
    assert docqa("--version").out == f"docqa {__version__}\n"


def loaded_by(*arguments: str) -> set[str]:
    """The modules that a call of docqa in a process of its own has imported by its end."""
    program = (
        "import sys\nfrom docqa_app.cli import main\n"
        f"try:\n    main({list(arguments)!r})\nexcept SystemExit:\n    pass\n"
        "print('loaded', *sys.modules)"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(result.stdout.rpartition("loaded ")[2].split())


def test_help_waits_for_no_heavy_library() -> None:
    heavy = {"numpy", "onnxruntime", "PIL", "pypdfium2", "pikepdf", "PySide6", "torch", "pytesseract"}
    assert not heavy & loaded_by("--help")


def test_reading_a_file_never_loads_qt_nor_torch(
    invoice: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DOCQA_HOME", str(tmp_path))
    modules = loaded_by("read", str(invoice))
    assert "pypdfium2" in modules
    assert not {"PySide6", "torch", "transformers"} & modules


def test_a_reader_that_stops_reading_is_no_error(invoice: Path, tmp_path: Path) -> None:
    call = f"{sys.executable} -m docqa_app.cli read {invoice} | head -1; exit ${{PIPESTATUS[0]}}"
    result = subprocess.run(["bash", "-c", call], capture_output=True, text=True, env={"DOCQA_HOME": str(tmp_path)})
    assert result.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is full")
@pytest.mark.parametrize("shape", ["", "--json"])
def test_an_output_that_takes_no_more_is_one_sentence(invoice: Path, tmp_path: Path, shape: str) -> None:
    call = f"exec {sys.executable} -m docqa_app.cli read {invoice} {shape} >/dev/full"
    result = subprocess.run(["bash", "-c", call], capture_output=True, text=True, env={"DOCQA_HOME": str(tmp_path)})
    assert result.returncode == 5
    assert result.stderr == (
        "docqa: What was found cannot be printed: No space left on device. Send the output elsewhere.\n"
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is full")
def test_predictions_that_the_disk_cannot_take_are_one_sentence(docqa: Docqa, tmp_path: Path) -> None:
    questions = tmp_path / "q.jsonl"
    questions.write_text('{"id": "a", "pages": [{"words": []}], "questions": [{"question": "Total", "answers": []}]}')
    outcome = docqa("eval", questions, "--words", "given", "--out", "/dev/full")
    assert outcome.code == 5
    assert "docqa: /dev/full was not written to its end: No space left on device." in outcome.err


def test_a_locked_file_is_one_sentence_where_stdin_is_closed(tmp_path: Path) -> None:
    locked = make_pdf(tmp_path / "locked.pdf", [["Total 7"]], password="march")
    call = f"exec {sys.executable} -m docqa_app.cli read {locked} <&-"
    result = subprocess.run(["bash", "-c", call], capture_output=True, text=True, env={"DOCQA_HOME": str(tmp_path)})
    assert (result.returncode, result.stdout) == (3, "")
    assert result.stderr.startswith("docqa: locked.pdf is locked.")
    assert result.stderr.count("\n") == 1


def test_with_stdout_closed_the_work_is_done(invoice: Path, tmp_path: Path) -> None:
    call = f"exec {sys.executable} -m docqa_app.cli read {invoice} >&-"
    result = subprocess.run(["bash", "-c", call], capture_output=True, text=True, env={"DOCQA_HOME": str(tmp_path)})
    assert (result.returncode, result.stderr) == (0, "")


def test_a_password_file_that_cannot_be_read_is_one_sentence(docqa: Docqa, invoice: Path, tmp_path: Path) -> None:
    (tmp_path / "picture").write_bytes(b"\xff\xfe")
    missing = docqa("read", invoice, "--password-file", tmp_path / "gone")
    picture = docqa("read", invoice, "--password-file", tmp_path / "picture")
    assert (missing.code, picture.code) == (2, 2)
    assert missing.err.endswith("gone cannot be read: No such file or directory. Choose another one.\n")
    assert picture.err.endswith("picture is not UTF-8 text. Save it so, or choose another one.\n")


def test_names_that_are_no_text_are_printed_as_escapes(docqa: Docqa, tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"in\xffvoice.pdf")
    make_pdf(odd, [["Total 7"]])
    outcome = docqa("ask", odd, "--question", "the Total", "--json")
    assert outcome.code == 0
    assert outcome.json["file"] == str(odd)


@pytest.mark.skipif(os.name == "nt", reason="arguments are bytes elsewhere only")
def test_a_question_that_is_no_text_is_a_usage_error(docqa: Docqa, invoice: Path, tmp_path: Path) -> None:
    odd = os.fsdecode(b"the Total \xff")
    outcome = docqa("ask", invoice, "--question", odd, "--mark", tmp_path / "x.pdf")
    assert outcome.code == 2
    assert "Argument --question: the question is not text in UTF-8. See docqa ask --help." in outcome.err


def test_a_flag_must_be_written_out(docqa: Docqa, invoice: Path) -> None:
    assert docqa("ask", invoice, "--quest", "the Total").code == 2


def test_details_of_a_failure_are_in_the_log_and_not_on_stderr(
    docqa: Docqa, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOCQA_HOME", str(tmp_path / "home"))
    questions = tmp_path / "q.jsonl"
    questions.write_text('{"id": "a", "pages": [{"words": []}], "questions": [{"question": "break", "answers": []}]}')
    outcome = docqa("eval", questions, "--words", "given")
    assert outcome.code == 5
    assert "Traceback" not in outcome.err
    logs = list((tmp_path / "home").rglob("docqa-cli.log"))
    assert "RuntimeError: the model broke" in logs[0].read_text()


def test_a_log_that_cannot_be_written_leaves_stderr_as_it_is(
    docqa: Docqa, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOCQA_HOME", str(tmp_path / "home"))
    (tmp_path / "home" / "logs" / "docqa-cli.log").mkdir(parents=True)
    questions = tmp_path / "q.jsonl"
    questions.write_text('{"id": "a", "pages": [{"words": []}], "questions": [{"question": "break", "answers": []}]}')
    outcome = docqa("eval", questions, "--words", "given")
    assert outcome.code == 5
    assert "Traceback" not in outcome.err
    assert "Logging error" not in outcome.err


def test_damaged_settings_are_said_and_the_work_goes_on(
    docqa: Docqa, invoice: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOCQA_HOME", str(tmp_path))
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "settings.json").write_text("{")
    outcome = docqa("ask", invoice, "--question", "the Total")
    assert outcome.code == 0
    assert "settings" in outcome.err
