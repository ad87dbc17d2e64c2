"""Answers as JSON keep everything, unguarded."""

from __future__ import annotations

import json
from pathlib import Path

from docqa_app.exporting.json_file import write_json
from docqa_app.exporting.rows import Answered
from tests.exporting.fakes import MODEL, answer, document, not_found


def test_the_file_has_the_documented_form(tmp_path: Path) -> None:
    target = tmp_path / "answers.json"
    write_json(target, [Answered(document(), (answer("=1+1"), not_found())), Answered(document("/in/b.pdf"), ())])
    value = json.loads(target.read_text(encoding="utf-8"))
    assert (value["form"], value["version"]) == ("docqa answers", 1)
    first, second = value["documents"]
    assert (first["file"], first["pages"], first["sha256"]) == ("/in/invoice.pdf", 2, "0" * 64)
    assert second["answers"] == []
    found, missing = first["answers"]
    assert found == {
        "question": "What is the total?",
        "answer": "=1+1",
        "found": True,
        "confidence": 0.9125,
        "page": 1,
        "boxes": [[0.5, 0.5, 0.65, 0.53], [0.1, 0.55, 0.25, 0.58]],
        "alternatives": [{"answer": "EUR", "confidence": 0.25, "page": 2, "boxes": [[0.1, 0.55, 0.25, 0.58]]}],
        "source": "OCR",
        "model": MODEL,
    }
    assert (missing["answer"], missing["found"], missing["page"], missing["source"]) == ("", False, None, None)
