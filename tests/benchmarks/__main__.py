"""The table of `make bench`: what was promised, what we measured, and what the peer takes on the same pages.

python -m tests.benchmarks [WORD ...]    only the rows whose name holds one of the words
"""

from __future__ import annotations

import os
import platform
import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.apart import CORES, Measured, measure_apart, use_cores
from tests.benchmarks.documents import make_documents


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; its cases are "module:function", "" where no peer does the like. A row that `needs` a
    variable of the environment is left out where there is none."""

    name: str
    unit: str
    promise: float | None
    ours: str
    peer: str = ""
    needs: str = ""

    @property
    def is_possible(self) -> bool:
        return not self.needs or bool(os.environ.get(self.needs))


ROWS = (
    Row("window visible, warm disk", "s", 1.5, "window:visible"),
    Row("text-layer page to words", "ms", 50, "ours:text_layer", "peer:text_layer"),
    Row("scanned page at 300 dpi to words, one core", "s", 2.5, "ours:scan_on_one_core", "peer:scan_on_one_core"),
    Row("first answer on a read page of 500 words", "s", 0.8, "ours:ask_first", "peer:ask"),
    Row("each further question on the same page", "s", 0.1, "ours:ask_further", "peer:ask"),
    Row("one read page to its filled invoice", "s", 2, "filling:invoices", needs="DOCQA_DOCUMENTS"),
    Row("one read page to its filled receipt", "s", 2, "filling:receipts", needs="DOCQA_DOCUMENTS"),
    Row("five sentences on two pages, each with its flag", "s", 6, "summaries:five_flagged"),
    Row("five sentences by QUALS: questions, then likelihoods", "s", None, "summaries:by_quals"),
    Row("five sentences by QAGS: the questions, then answers", "s", None, "summaries:by_qags"),
    Row("five sentences' likelihoods alone (QUALS)", "s", None, "summaries:scoring"),
    Row("five sentences' answers alone (QAGS)", "s", None, "summaries:answering"),
    Row("model loaded and asked once, before all that", "s", None, "ours:load"),
    Row("longest stall while 300 pages scroll", "ms", 50, "window:scrolling"),
    Row("one frame with every layer over 1,000 words", "ms", 16.7, "overlay:all_layers"),
    Row("from opening a scan to its first answer, in the window", "s", None, "window:scan_to_answer"),
    Row("one of 40 mixed invoices to its filled fields", "s", None, "batch:seconds_each"),
    Row("memory that 30 more invoices leave behind", "MB", 50, "batch:left_behind"),
    Row("batch: one of 200 mixed real files", "s", None, "batch:real_seconds_each", needs="DOCQA_DOCUMENTS"),
    Row("batch: memory its second half adds", "MB", 50, "batch:real_left_behind", needs="DOCQA_DOCUMENTS"),
    Row("installed size without GPU parts", "MB", 600, "size:ours", "size:peer"),
)
MEMORY_PROMISE = 1000
COLUMNS = "{:<56}{:>10}{:>12}{:>14}{:>12}{:>12}"


def main(words: list[str]) -> None:
    """Print the table, row by row as it is measured."""
    use_cores(CORES)
    possible = [row for row in ROWS if row.is_possible]
    chosen = [row for row in possible if not words or any(word in row.name for word in words)]
    print(f"{platform.machine()}, {CORES} of {os.cpu_count()} cores, Python {platform.python_version()}; medians\n")
    print(COLUMNS.format("", "promised", "measured", "memory (MB)", "peer", "memory"), flush=True)
    memory = 0.0
    with tempfile.TemporaryDirectory() as name:
        make_documents(Path(name))
        for row in chosen:
            ours, peer = (measure_apart(case, Path(name)) if case else None for case in (row.ours, row.peer))
            print(_line(row, ours, peer), flush=True)
            memory = max(memory, ours.memory if ours else 0.0)
    print(COLUMNS.format("peak memory of all the above", f"{MEMORY_PROMISE} MB", f"{memory:.0f} MB", "", "", ""))
    print("\npeer: docquery's pipeline (pdfplumber or Tesseract, then LayoutLM with random weights); see peer.py")


def _line(row: Row, ours: Measured | None, peer: Measured | None) -> str:
    promised = "" if row.promise is None else f"{row.promise:g} {row.unit}"
    return COLUMNS.format(row.name, promised, *_shown(ours, row.unit), *_shown(peer, row.unit))


def _shown(measured: Measured | None, unit: str) -> tuple[str, str]:
    """A case's median with its unit, and its memory."""
    if measured is None:
        return "", ""
    middle = statistics.median(measured.values)
    return f"{middle:.0f} {unit}" if middle >= 100 else f"{middle:.3g} {unit}", f"{measured.memory:.0f}"


if __name__ == "__main__":
    main(sys.argv[1:])
