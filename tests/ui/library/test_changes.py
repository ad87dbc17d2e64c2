"""The list of changes says so where there are none."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from docqa_app.core.changes import Reviewed
from docqa_app.core.kept import Entry
from docqa_app.ui.library.changes_dialog import ChangesDialog


def test_a_document_without_changes_is_told_from_one_that_is_still_looked_up(qtbot: QtBot) -> None:
    dialog = ChangesDialog(Entry("a" * 64, "/in/a.pdf", "invoice"), {})
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.nothing.isVisible()
    nothing: Reviewed | None = None
    dialog.show_changes(nothing)
    assert dialog.nothing.isVisible()
    assert dialog.nothing.text() == "There are no changes of this document yet."
