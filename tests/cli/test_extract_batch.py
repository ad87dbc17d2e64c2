"""docqa extract over many files: goes on where it was broken off, and opens locked files."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from docqa_app.cli.parts import EngineLoader
from docqa_app.core.answer import Answer
from docqa_app.core.document import Document
from tests.cli.conftest import Docqa
from tests.cli.fakes import make_pdf
from tests.fakes import FakeEngine


def load(folder: Path, device: str) -> FakeEngine:
    return FakeEngine()


def load_again(folder: Path, device: str) -> FakeEngine:
    return FakeEngine(model="label-finder 2.0")


def order(path: Path, number: int, password: str = "") -> Path:
    return make_pdf(
        path, [["Invoice", f"Invoice number 00{number}", f"Total amount {number}.50 EUR"]], password=password
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    for number in (1, 2, 3):
        order(tmp_path / "in" / f"{number}.pdf", number)
    return tmp_path / "in"


def printed(out: str) -> list[str]:
    return [Path(json.loads(line)["file"]).name for line in out.splitlines()]


def numbers(out: Path) -> list[str]:
    with out.open(encoding="utf-8", newline="") as stream:
        return [row["invoice_number"] for row in csv.DictReader(stream)]


def test_a_second_run_reads_only_what_is_new_and_writes_everything(docqa: Docqa, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    arguments = ("extract", folder, "--schema", "invoice", "--out", out, "--json")
    assert printed(docqa(*arguments, loader=load).out) == ["1.pdf", "2.pdf", "3.pdf"]
    order(folder / "0.pdf", 9)
    order(folder / "2.pdf", 7)
    again = docqa(*arguments, loader=load)
    assert printed(again.out) == ["0.pdf", "2.pdf"]
    assert "2 of 4 files were done by an earlier run" in again.err
    assert numbers(out) == ["009", "001", "007", "003"]


@pytest.mark.parametrize(("more", "loader"), [(("--languages", "deu"), load), ((), load_again)])
def test_with_other_languages_or_another_model_everything_is_read_again(
    docqa: Docqa, folder: Path, tmp_path: Path, more: tuple[str, ...], loader: EngineLoader
) -> None:
    arguments = ("extract", folder, "--schema", "invoice", "--out", tmp_path / "out.json", "--json")
    docqa(*arguments, loader=load)
    assert len(docqa(*arguments, *more, loader=loader).out.splitlines()) == 3


def test_a_named_ledger_serves_without_an_output(docqa: Docqa, folder: Path, tmp_path: Path) -> None:
    arguments = ("extract", folder, "--schema", "invoice", "--json", "--ledger", tmp_path / "done")
    assert len(docqa(*arguments, loader=load).out.splitlines()) == 3
    assert docqa(*arguments, loader=load).out == ""


def test_documents_that_are_there_twice_are_named(docqa: Docqa, folder: Path) -> None:
    (folder / "copy.pdf").write_bytes((folder / "1.pdf").read_bytes())
    outcome = docqa("extract", folder, "--schema", "invoice", "--json", loader=load)
    assert (outcome.code, len(outcome.out.splitlines())) == (0, 4)
    sentence = f"{folder / 'copy.pdf'} seems to be a duplicate of {folder / '1.pdf'}: the same file."
    assert [line for line in outcome.err.splitlines() if "duplicate" in line] == [f"docqa: {sentence}"]


def test_a_single_file_leaves_nothing_beside_its_output(docqa: Docqa, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    assert docqa("extract", folder / "1.pdf", "--schema", "invoice", "--out", out, loader=load).code == 0
    assert sorted(tmp_path.iterdir()) == [folder, out]


def test_a_killed_run_goes_on_where_it_ended(docqa: Docqa, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    killed = extracted_until(signal.SIGKILL, folder, out)
    assert killed.returncode == -signal.SIGKILL
    assert not out.exists()
    outcome = docqa("extract", folder, "--schema", "invoice", "--out", out, "--json", loader=load)
    assert printed(outcome.out) == ["3.pdf"]
    found = json.loads(out.read_text(encoding="utf-8"))
    assert [one["fields"]["invoice_number"]["value"] for one in found] == ["001", "002", "003"]


ROOT = Path(__file__).resolve().parent.parent.parent
ENDED = """
import os, pathlib, signal, sys, time
from docqa_app.cli import main
from tests.fakes import FakeEngine

ledger = pathlib.Path(sys.argv[2] + ".ledger")

def noted():  # files are read side by side: the third may be asked before the others are written down
    text = ledger.read_text(encoding="utf-8") if ledger.exists() else ""
    return "1.pdf" in text and "2.pdf" in text

class Ending(FakeEngine):
    def ask(self, document, questions, **how):
        if document.path.endswith("3.pdf"):
            while not noted():
                time.sleep(0.01)
            os.kill(os.getpid(), int(sys.argv[3]))
        return super().ask(document, questions, **how)

signal.signal(signal.SIGINT, signal.default_int_handler)  # a program in the background begins without it
main(["extract", sys.argv[1], "--schema", "invoice", "--out", sys.argv[2]], engine_loader=lambda *_: Ending())
"""


def extracted_until(sent: signal.Signals, folder: Path, out: Path) -> subprocess.CompletedProcess[str]:
    """A run of its own that is sent a signal while its third file is asked."""
    program = [sys.executable, "-c", ENDED, str(folder), str(out), str(int(sent))]
    return subprocess.run(program, env=os.environ, cwd=ROOT, capture_output=True, text=True, check=False)


def test_a_run_that_the_user_stops_says_how_it_goes_on(docqa: Docqa, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    stopped = extracted_until(signal.SIGINT, folder, out)
    assert not out.exists()
    assert "docqa: Stopped: 2 of 3 files are done, nothing was written." in stopped.stderr
    assert f"They are noted in {out}.ledger: the same command goes on from there." in stopped.stderr
    assert "Traceback" not in stopped.stderr


def interrupted(folder: Path, device: str) -> FakeEngine:
    class Interrupted(FakeEngine):
        def ask(self, document: Document, questions: Sequence[str], **how: Any) -> tuple[Answer, ...]:
            raise KeyboardInterrupt

    return Interrupted()


def test_a_run_that_is_stopped_before_its_first_file_names_no_ledger(
    docqa: Docqa, folder: Path, tmp_path: Path
) -> None:
    outcome = docqa("extract", folder, "--schema", "invoice", "--out", tmp_path / "out.csv", loader=interrupted)
    assert "docqa: Stopped: 0 of 3 files are done, nothing was written.\n" in outcome.err
    assert not (tmp_path / "out.csv.ledger").exists()


@pytest.mark.parametrize("languages", ["eng+", "+eng", " eng + "])
def test_a_plus_too_many_between_languages_does_not_matter(docqa: Docqa, tmp_path: Path, languages: str) -> None:
    scan = tmp_path / "scan.png"
    Image.new("L", (300, 200), 255).save(scan)
    outcome = docqa("read", scan, "--languages", languages)
    assert (outcome.code, outcome.err) == (0, "")


def test_a_file_named_by_two_paths_is_extracted_once(docqa: Docqa, folder: Path) -> None:
    arguments = ("extract", folder, folder / "1.pdf", folder / ".." / "in" / "2.pdf", "--schema", "invoice", "--json")
    assert printed(docqa(*arguments, loader=load).out) == ["1.pdf", "2.pdf", "3.pdf"]


def test_a_ledger_that_cannot_be_written_is_told_before_any_work(docqa: Docqa, folder: Path, tmp_path: Path) -> None:
    outcome = docqa("extract", folder, "--json", "--ledger", tmp_path / "gone" / "done", loader=load)
    assert (outcome.code, outcome.out) == (5, "")
    assert "gone does not exist. Make it, or choose another one." in outcome.err


@pytest.mark.parametrize("given", ["folder", "file"])
def test_a_document_named_as_the_ledger_stays_as_it_is(docqa: Docqa, folder: Path, given: str) -> None:
    document = folder / "1.pdf"
    before = document.read_bytes()
    outcome = docqa("extract", folder if given == "folder" else document, "--ledger", document, loader=load)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == f"docqa: {document} is the file that is read. Choose another --ledger.\n"
    assert document.read_bytes() == before


def test_the_result_and_the_ledger_cannot_be_one_file(docqa: Docqa, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "r.json"
    outcome = docqa("extract", folder, "--out", out, "--ledger", folder / ".." / "r.json", loader=load)
    assert (outcome.code, outcome.out) == (2, "")
    assert "cannot be both the result and the ledger. Choose another --ledger." in outcome.err
    assert not out.exists()


def test_a_name_too_long_for_the_disk_is_told_before_any_work(docqa: Docqa, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / ("n" * 300 + ".csv")
    outcome = docqa("extract", folder, "--out", out, loader=load)
    assert (outcome.code, outcome.out) == (5, "")
    assert "is too long. Choose a shorter one." in outcome.err


@pytest.mark.parametrize("option", ["--schema", "--preset"])
def test_a_long_name_that_names_nothing_is_a_sentence(docqa: Docqa, folder: Path, option: str) -> None:
    outcome = docqa("extract", folder, option, "n" * 300, loader=load)
    assert (outcome.code, "There is no" in outcome.err) == (2, True)


def test_locked_files_are_opened_with_the_passwords_of_a_file(docqa: Docqa, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    order(tmp_path / "in" / "1.pdf", 1)
    order(tmp_path / "in" / "2.pdf", 2, password="march")
    order(tmp_path / "in" / "3.pdf", 3, password="april")
    (tmp_path / "passwords").write_text("april\nmarch\n", encoding="utf-8")
    arguments = ("extract", tmp_path / "in", "--schema", "invoice", "--json")
    without = docqa(*arguments, loader=load)
    assert (without.code, printed(without.out)) == (5, ["1.pdf"])
    assert "2.pdf is locked" in without.err
    outcome = docqa(*arguments, "--password-file", tmp_path / "passwords", loader=load)
    assert (outcome.code, printed(outcome.out)) == (0, ["1.pdf", "2.pdf", "3.pdf"])


@pytest.mark.parametrize("address", ["nowhere", "tcp://nowhere", "unknown://nowhere:8786"])
def test_an_address_where_no_cluster_can_be_is_one_sentence(tmp_path: Path, folder: Path, address: str) -> None:
    call = [sys.executable, "-m", "docqa_app.cli", "extract", str(folder), "--cluster", address]
    home = {**os.environ, "DOCQA_HOME": str(tmp_path)}
    result = subprocess.run(call, env=home, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 2
    assert f"docqa: No Dask scheduler answers at {address}" in result.stderr
    assert result.stderr.count("\n") == 1


def test_without_dask_the_command_says_how_to_install_it(
    docqa: Docqa, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    outcome = docqa("extract", folder, "--cluster", "tcp://127.0.0.1:1", loader=load)
    assert outcome.code == 2
    assert "docqa-app[cluster]" in outcome.err
