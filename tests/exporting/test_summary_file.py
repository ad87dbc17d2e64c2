"""A summary is written with its flags, whole or not at all, and Markdown shows it as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from docqa_app.errors import ExportError
from docqa_app.exporting.summary_file import FlaggedLine, SummaryReport, as_markdown, as_text, write_summary

REPORT = SummaryReport(
    "Summary of a_b.pdf",
    (FlaggedLine("The total is 1.50 EUR.", "Supported"), FlaggedLine("It is *due*.", "Unsupported", ("Nowhere: due",))),
    ("The check can be wrong.",),
)


def test_the_text_has_the_summary_in_one_piece_and_then_each_flag() -> None:
    assert as_text(REPORT).splitlines() == [
        "Summary of a_b.pdf",
        "==================",
        "",
        "The total is 1.50 EUR. It is *due*.",
        "",
        "[Supported] The total is 1.50 EUR.",
        "[Unsupported] It is *due*.",
        "    Nowhere: due",
        "",
        "The check can be wrong.",
    ]


def test_marks_of_the_text_mean_nothing_to_markdown() -> None:
    written = as_markdown(REPORT)
    assert written.startswith("# Summary of a\\_b.pdf\n")
    assert "- **Unsupported:** It is \\*due\\*.\n  - Nowhere: due\n" in written


def test_umlauts_are_written_as_utf_8(tmp_path: Path) -> None:
    file = tmp_path / "summary.txt"
    write_summary(file, SummaryReport("Rechnung für Müller", (FlaggedLine("Fällig.", "Belegt"),)), as_text)
    assert "Müller" in file.read_bytes().decode("utf-8")


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="does not exist"):
        write_summary(tmp_path / "gone" / "summary.md", REPORT, as_markdown)
