"""E-invoices are asked only what their pages print, and every usual way of printing it is right."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from docqa_app.training.eval_sets import invoices, printed_forms


def folder_with(tmp_path: Path, text: str, fields: dict[str, str]) -> Path:
    words = [{"text": word, "box": [0, 0, 1, 1]} for word in text.split()]
    document = {"id": "one", "file": "one.pdf", "pages": [{"words": words}], "fields": fields,
                "visible_on_page": dict.fromkeys(fields, True)}  # fmt: skip
    with gzip.open(tmp_path / "train.jsonl.gz", "wt", encoding="utf-8") as out:
        out.write(json.dumps(document) + "\n")
    return tmp_path


def test_amounts_count_in_german_english_and_plain_print() -> None:
    assert {"1.234,50", "1,234.50", "1234,50", "1234.50", "1.234,50 €"} <= set(printed_forms("1234.5", amount=True))
    assert "850,00" in printed_forms("850", amount=True)


def test_a_credit_notes_minus_may_stand_apart_or_be_missing_in_the_data() -> None:
    assert "- 8,79" in printed_forms("-8.79", amount=True)
    assert "-233,47 €" in printed_forms("233.47", amount=True)


def test_a_number_that_is_no_amount_stays_as_it_is() -> None:
    assert printed_forms("471102") == ["471102"]


def test_what_the_page_does_not_print_is_not_asked(tmp_path: Path) -> None:
    folder = folder_with(
        tmp_path, "Rechnung Nr. 42 vom 31.01.2014 Summe netto 1.420,00",
        {"invoice_number": "42", "net_total": "100", "issue_date": "2014-11-08"},
    )  # fmt: skip
    (line,) = invoices(folder)
    assert [question["id"] for question in line["questions"]] == ["one-invoice_number"]
