"""Answers as JSON, with everything that is known of them (docs/formats.md)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from docqa_app.core.answer import Answer, Candidate
from docqa_app.core.document import Box, Document
from docqa_app.exporting.place import put
from docqa_app.exporting.rows import Answered, boxes_of

FORM = "docqa answers"
VERSION = 1
BOX_DIGITS = 5
CONFIDENCE_DIGITS = 4


def write_json(path: Path, answered: Iterable[Answered]) -> None:
    """Writes the answers of all documents; ExportError where the file cannot be written."""
    content = {"form": FORM, "version": VERSION, "documents": [_document_value(one) for one in answered]}
    data = json_bytes(content)
    put(path, lambda stream: stream.write(data))


def json_bytes(content: object) -> bytes:
    """What a file of it holds."""
    return json.dumps(content, ensure_ascii=False, indent=2).encode("utf-8", "replace") + b"\n"


def _document_value(answered: Answered) -> dict[str, Any]:
    document = answered.document
    return {
        "file": document.path,
        "sha256": document.sha256,
        "pages": document.total_pages,
        "answers": [
            {
                **answer_value(document, answer),
                "source": None if answer.page is None else document.page(answer.page).source.value,
                "model": answer.model,
            }
            for answer in answered.answers
        ],
    }


def answer_value(document: Document, answer: Answer) -> dict[str, Any]:
    """One answer as plain values: the form that the command line prints too."""
    return {
        "question": answer.question,
        "answer": answer.text,
        "found": answer.found,
        "confidence": round(answer.confidence, CONFIDENCE_DIGITS),
        "page": answer.page,
        "boxes": box_values(boxes_of(document, answer.page, answer.evidence)),
        "alternatives": [_candidate_value(document, candidate) for candidate in answer.alternatives],
    }


def _candidate_value(document: Document, candidate: Candidate) -> dict[str, Any]:
    return {
        "answer": candidate.text,
        "confidence": round(candidate.confidence, CONFIDENCE_DIGITS),
        "page": candidate.page,
        "boxes": box_values(boxes_of(document, candidate.page, candidate.evidence)),
    }


def box_values(boxes: Iterable[Box]) -> list[list[float]]:
    """Boxes as [left, top, right, bottom] in page fractions."""
    return [[round(value, BOX_DIGITS) for value in (b.left, b.top, b.right, b.bottom)] for b in boxes]
