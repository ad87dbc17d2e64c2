"""A summary as it is written to a file: its flags and what stands behind them, in words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from docqa_app.core.summary import SummarySentence
from docqa_app.exporting.summary_file import FlaggedLine, SummaryReport
from docqa_app.session.state import OpenDocument
from docqa_app.ui.summary import flag_words

translate = QCoreApplication.translate


def report_of(document: OpenDocument) -> SummaryReport:
    """Of a document that has a summary."""
    assert document.summary is not None, "only written where there is one"
    summary = document.summary.summary
    checked = translate("Summary", "Checked automatically; the check can be wrong. The document decides.")
    by = translate("Summary", "Checked by {model}.").format(model=summary.model) if summary.model else ""
    changed = translate("Summary", "Changed by a person.") if document.summary.edited else ""
    title = translate("Summary", "Summary of {name}").format(name=Path(document.path).name)
    lines = tuple(_line(sentence) for sentence in summary.sentences)
    return SummaryReport(title, lines, tuple(remark for remark in (checked, by, changed) if remark))


def _line(sentence: SummarySentence) -> FlaggedLine:
    """With the questions behind the flag, the weakest first."""
    weakest_first = sorted(sentence.pairs, key=lambda pair: pair.difference)
    notes = (flag_words.nowhere(sentence.unfounded), *(flag_words.spoken_pair(pair) for pair in weakest_first))
    return FlaggedLine(sentence.text, flag_words.flag_word(sentence.flag), tuple(note for note in notes if note))
