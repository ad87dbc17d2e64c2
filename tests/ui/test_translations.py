"""Every word with a plural has both forms in English, and the compiled file is as new as its source."""

from __future__ import annotations

from xml.etree import ElementTree

from PySide6.QtCore import QTranslator

from docqa_app.paths import find_paths

FOLDER = find_paths({}).resources / "translations"


def test_plurals_are_complete_and_compiled() -> None:
    compiled = QTranslator()
    assert compiled.load(str(FOLDER / "docqa_en.qm"))
    for context in ElementTree.parse(FOLDER / "docqa_en.ts").getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            source = message.findtext("source") or ""
            forms = [form.text for form in message.iter("numerusform")]
            assert [compiled.translate(name, source, "", count) for count in (1, 2)] == forms, source
