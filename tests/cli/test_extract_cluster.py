"""docqa extract --cluster: two true worker processes, one of them killed on the way."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Sequence
from pathlib import Path

import pytest

from docqa_app.core.answer import Answer
from docqa_app.core.document import Document, Report, silent
from tests.cli.conftest import Docqa
from tests.cli.fakes import make_pdf
from tests.fakes import FakeEngine

DEADLY = "5.pdf"


class DeadlyEngine(FakeEngine):
    """Kills the process it runs in, once, at one of the documents."""

    def ask(
        self,
        document: Document,
        questions: Sequence[str],
        *,
        pages: Sequence[int] | None = None,
        report: Report = silent,
    ) -> tuple[Answer, ...]:
        killed = Path(document.path).with_suffix(".killed")
        if document.path.endswith(DEADLY) and not killed.exists():
            killed.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return super().ask(document, questions, pages=pages, report=report)


def load_deadly(folder: Path, device: str) -> DeadlyEngine:
    return DeadlyEngine()


def test_no_document_is_lost_and_none_comes_twice_when_a_worker_is_killed(docqa: Docqa, tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed")
    (tmp_path / "in").mkdir()
    for number in range(10):
        lines = ["Invoice", f"Invoice number 00{number}", f"Total amount {number}.50 EUR"]
        make_pdf(tmp_path / "in" / f"{number}.pdf", [lines])
    (tmp_path / "in" / "damaged.pdf").write_bytes(b"%PDF-1.7\nnothing")
    out = tmp_path / "out.json"
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0", local_directory=str(tmp_path)
    ) as cluster:
        address = cluster.scheduler_address
        arguments = ("extract", tmp_path / "in", "--schema", "invoice", "--out", out, "--json")
        outcome = docqa(*arguments, "--cluster", address, loader=load_deadly)
    assert outcome.code == 5
    assert "1 of 11 files failed: damaged.pdf" in outcome.err
    assert (tmp_path / "in" / "5.killed").exists()
    found = json.loads(out.read_text(encoding="utf-8"))
    assert [one["fields"]["invoice_number"]["value"] for one in found] == [f"00{number}" for number in range(10)]
    assert [json.loads(line)["file"] for line in outcome.out.splitlines()] == [one["file"] for one in found]
    assert len((tmp_path / "out.json.ledger").read_text(encoding="ascii").splitlines()) == 10
