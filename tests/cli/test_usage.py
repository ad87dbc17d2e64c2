"""Whatever is typed wrong is one sentence and exit code 2; help is there at once and without Qt."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from docqa_app import __version__
from tests.cli.conftest import Docqa


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
