"""docqa extract fills a schema for every file, prints and writes them, and one bad file never ends a batch."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pikepdf
import pytest

from docqa_app.core.answer import Answer
from docqa_app.core.document import Document, Report, silent
from tests.cli.conftest import Docqa
from tests.cli.fakes import make_pdf, missing_model
from tests.fakes import FakeEngine

ASKED = {"What is the invoice number?": "Number", "What is the total amount?": "Total", "What is the net total?": "Net"}
VALUE_KEYS = {"value", "text", "confidence", "page", "boxes", "source", "state", "note"}


class FormEngine(FakeEngine):
    """Answers questions of the invoice's schema with the word behind the printed label."""

    def ask(
        self,
        document: Document,
        questions: Sequence[str],
        *,
        pages: Sequence[int] | None = None,
        report: Report = silent,
    ) -> tuple[Answer, ...]:
        labels = [ASKED.get(question, "nothing") for question in questions]
        return super().ask(document, labels, pages=pages, report=report)


def load(folder: Path, device: str) -> FormEngine:
    return FormEngine()


def invoice(path: Path, total: str = "119.00") -> Path:
    return make_pdf(path, [["Invoice", "Number 00471", "Net 100.00", f"Total {total} EUR"]])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two invoices, one of them deeper, a file that is none and one that is to be left out."""
    inside = tmp_path / "in"
    (inside / "more").mkdir(parents=True)
    invoice(inside / "a.pdf")
    invoice(inside / "more" / "b.pdf", "50.00")
    (inside / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing")
    (inside / "notes.txt").write_text("not a document", encoding="utf-8")
    return inside


def test_json_is_one_object_a_line_in_the_promised_form(docqa: Docqa, tmp_path: Path) -> None:
    first, second = invoice(tmp_path / "a.pdf"), invoice(tmp_path / "b.pdf", "50.00")
    outcome = docqa("extract", first, second, "--schema", "invoice", "--json", loader=load)
    assert outcome.code == 0
    one, two = (json.loads(line) for line in outcome.out.splitlines())
    assert [one["file"], two["file"]] == [str(first), str(second)]
    assert {"file", "schema", "fields", "line_items", "rules", "seconds"} <= set(one)
    assert one["schema"] == "invoice"
    number, total = one["fields"]["invoice_number"], one["fields"]["total_amount"]
    assert set(number) == VALUE_KEYS
    assert (number["value"], number["state"], number["source"], number["page"]) == ("00471", "confident", "model", 1)
    assert total["value"] == 119
    assert one["fields"]["currency"]["value"] == "EUR"
    assert one["fields"]["iban"]["state"] == "not found"
    (box,) = total["boxes"]
    assert 0 < box[0] < box[2] < 1
    assert two["fields"]["total_amount"]["value"] == 50


def test_text_shows_values_states_and_failed_rules(docqa: Docqa, tmp_path: Path) -> None:
    outcome = docqa("extract", invoice(tmp_path / "a.pdf"), "--schema", "invoice", loader=load)
    assert outcome.code == 0
    assert "  invoice_number: 00471  (confident, page 1, 100% sure)" in outcome.out.splitlines()
    assert "  iban: not found" in outcome.out.splitlines()


def test_a_bad_file_does_not_end_the_batch(docqa: Docqa, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    outcome = docqa("extract", folder, "--schema", "invoice", "--out", out, "--workers", 2, loader=load)
    assert outcome.code == 5
    assert "broken.pdf is damaged" in outcome.err
    assert "1 of 3 files failed: broken.pdf" in outcome.err
    assert [Path(one["file"]).name for one in json.loads(out.read_text(encoding="utf-8"))] == ["a.pdf", "b.pdf"]


def test_an_output_that_cannot_be_written_is_told_before_any_file_is_read(docqa: Docqa, tmp_path: Path) -> None:
    out = tmp_path / "no" / "out.csv"
    outcome = docqa("extract", tmp_path / "none.pdf", "--schema", "invoice", "--out", out, loader=load)
    assert (outcome.code, outcome.out) == (5, "")
    assert outcome.err == f"docqa: The folder {out.parent} does not exist. Make it, or choose another one.\n"


def test_the_files_that_failed_are_listed_and_those_beyond_five_are_counted(docqa: Docqa, tmp_path: Path) -> None:
    missing = [tmp_path / f"none {number}.pdf" for number in range(7)]
    outcome = docqa("extract", *missing, "--schema", "invoice", loader=load)
    names = ", ".join(f"none {number}.pdf" for number in range(5))
    assert outcome.err.splitlines()[-1] == f"docqa: 7 of 7 files failed: {names} and 2 more."


def test_a_model_that_breaks_on_a_document_does_not_end_the_batch(docqa: Docqa, tmp_path: Path) -> None:
    class Breaking(FormEngine):
        def ask(
            self,
            document: Document,
            questions: Sequence[str],
            *,
            pages: Sequence[int] | None = None,
            report: Report = silent,
        ) -> tuple[Answer, ...]:
            if document.path.endswith("a.pdf"):
                raise RuntimeError("the model broke")
            return super().ask(document, questions, pages=pages, report=report)

    files = [invoice(tmp_path / "a.pdf"), invoice(tmp_path / "b.pdf")]
    outcome = docqa("extract", *files, "--schema", "invoice", "--json", loader=lambda folder, device: Breaking())
    assert outcome.code == 5
    assert "a.pdf could not be extracted (RuntimeError: the model broke)" in outcome.err
    assert len(outcome.out.splitlines()) == 1


def test_the_only_file_gives_its_own_exit_code(docqa: Docqa, tmp_path: Path) -> None:
    outcome = docqa("extract", tmp_path / "none.pdf", "--schema", "invoice", loader=load)
    assert (outcome.code, outcome.out) == (3, "")
    assert outcome.err.count("does not exist") == 1


def test_a_csv_is_written_with_a_row_a_document(docqa: Docqa, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    assert docqa("extract", invoice(tmp_path / "a.pdf"), "--schema", "invoice", "--out", out, loader=load).code == 0
    with out.open(encoding="utf-8", newline="") as stream:
        (row,) = csv.DictReader(stream)
    assert (row["document"], row["invoice_number"], row["total_amount"]) == ("a.pdf", "00471", "119.00")


def test_a_workbook_is_written_with_documents_items_and_fields(docqa: Docqa, tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    assert docqa("extract", invoice(tmp_path / "a.pdf"), "--schema", "invoice", "--out", out, loader=load).code == 0
    workbook = openpyxl.load_workbook(out)
    assert workbook.sheetnames == ["Documents", "Line items", "Fields"]
    assert workbook["Documents"]["A2"].value == "a.pdf"


def test_without_a_schema_the_kind_is_told_by_the_document(docqa: Docqa, tmp_path: Path) -> None:
    receipt = make_pdf(tmp_path / "r.pdf", [["Receipt", "Cash 10.00", "Change 1.50", "Thank you"]])
    outcome = docqa("extract", invoice(tmp_path / "a.pdf"), receipt, "--json", loader=load)
    assert [json.loads(line)["schema"] for line in outcome.out.splitlines()] == ["invoice", "receipt"]


def test_an_own_schema_can_be_given_as_a_file(docqa: Docqa, tmp_path: Path) -> None:
    field = {
        "name": "sum",
        "type": "amount",
        "label": {"en": "Sum"},
        "questions": {"en": ["What is the total amount?"]},
    }
    schema = {"form": "docqa schema", "version": 1, "name": "own", "title": {"en": "Own"}, "fields": [field]}
    path = tmp_path / "own.json"
    path.write_text(json.dumps(schema), encoding="utf-8")
    outcome = docqa("extract", invoice(tmp_path / "a.pdf"), "--schema", path, "--json", loader=load)
    assert outcome.json["fields"]["sum"]["value"] == 119


def test_the_embedded_xml_of_an_invoice_is_used_and_compared(docqa: Docqa, tmp_path: Path) -> None:
    path = invoice(tmp_path / "a.pdf")
    xml = b"""<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"><ID>00471</ID>
      <LegalMonetaryTotal><TaxInclusiveAmount>129.00</TaxInclusiveAmount></LegalMonetaryTotal></Invoice>"""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.attachments["xrechnung.xml"] = pikepdf.AttachedFileSpec(pdf, xml, filename="xrechnung.xml")
        pdf.save(path)
    value = docqa("extract", path, "--schema", "invoice", "--json", loader=load).json
    total = value["fields"]["total_amount"]
    assert (total["value"], total["source"], total["state"]) == (129, "XML", "from XML")
    assert value["disagreements"] == [{"field": "total_amount", "xml": "129.00", "page": "119.00 EUR"}]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--schema", "bill"], "There is no schema 'bill'. Choose one of form, invoice, receipt"),
        (["--out", "out.doc"], "End it in .csv, .xlsx or .json"),
        (["--workers", "0"], "is not a number from 1 up"),
    ],
)
def test_what_makes_no_sense_is_told_before_any_work(
    docqa: Docqa, tmp_path: Path, arguments: list[str], sentence: str
) -> None:
    outcome = docqa("extract", invoice(tmp_path / "a.pdf"), *arguments, loader=missing_model)
    assert outcome.code == 2
    assert sentence in outcome.err


def test_a_folder_without_documents_is_a_mistake(docqa: Docqa, tmp_path: Path) -> None:
    outcome = docqa("extract", tmp_path, loader=load)
    assert outcome.code == 2
    assert "holds no PDF" in outcome.err


def test_the_engine_lets_go_of_every_document_that_is_done(docqa: Docqa, folder: Path) -> None:
    engine = FormEngine()
    docqa("extract", folder, "--schema", "invoice", "--json", loader=lambda folder, device: engine)
    assert [Path(path).name for path in engine.forgotten] == ["a.pdf", "b.pdf"]


def test_a_name_with_control_characters_moves_no_terminal_and_makes_no_line(docqa: Docqa, tmp_path: Path) -> None:
    file = invoice(tmp_path / "bill\x1b[2J\nextra.pdf")
    (tmp_path / "no\x1b[31m.pdf").write_bytes(b"nothing")

    outcome = docqa("extract", file, tmp_path / "no\x1b[31m.pdf", "--schema", "invoice", loader=load)

    assert "bill\\x1b[2J\\nextra.pdf (invoice)" in outcome.out.splitlines()[0]
    assert "no\\x1b[31m.pdf is not a PDF" in outcome.err
    assert "\x1b" not in outcome.out + outcome.err
