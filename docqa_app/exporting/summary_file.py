"""A summary with its flags as plain text or Markdown, in the words it is given."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from docqa_app.exporting.place import put


@dataclass(frozen=True, slots=True)
class FlaggedLine:
    """One sentence, its flag in a word, and what is said about it, a line each."""

    text: str
    flag: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SummaryReport:
    """What is written: a heading, the sentences, and remarks for whoever reads them elsewhere."""

    title: str
    lines: tuple[FlaggedLine, ...]
    remarks: tuple[str, ...] = ()


def as_text(report: SummaryReport) -> str:
    """The summary in one piece first, so that it can be taken from there; then sentence by sentence."""
    parts = [report.title, "=" * len(report.title), "", " ".join(line.text for line in report.lines), ""]
    for line in report.lines:
        parts += [f"[{line.flag}] {line.text}", *(f"    {note}" for note in line.notes)]
    return "\n".join([*parts, "", *report.remarks]).rstrip() + "\n"


def as_markdown(report: SummaryReport) -> str:
    """The same with headings, flags in bold and notes as lists below their sentence."""
    parts = [f"# {_plain(report.title)}", "", _plain(" ".join(line.text for line in report.lines)), ""]
    for line in report.lines:
        parts += [f"- **{_plain(line.flag)}:** {_plain(line.text)}", *(f"  - {_plain(note)}" for note in line.notes)]
    for remark in report.remarks:
        parts += ["", f"*{_plain(remark)}*"]
    return "\n".join(parts) + "\n"


def write_summary(path: Path, report: SummaryReport, form: Callable[[SummaryReport], str]) -> None:
    """Writes the report as `form` puts it; ExportError where the file cannot be written."""
    data = form(report).encode("utf-8", "replace")
    put(path, lambda stream: stream.write(data))


def _plain(text: str) -> str:
    """Text whose own marks mean nothing to Markdown."""
    return re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", text)
