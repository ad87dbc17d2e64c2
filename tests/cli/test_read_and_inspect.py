"""docqa read and docqa inspect show what the program sees of a page."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from docqa_app.core.document import Page
from docqa_app.core.layout import Assignment
from tests.cli.conftest import Docqa
from tests.cli.fakes import MODEL, make_pdf
from tests.fakes import FakeEngine


def test_read_prints_lines_and_where_the_words_come_from(docqa: Docqa, invoice: Path) -> None:
    lines = docqa("read", invoice, "--page", 1).out.splitlines()
    assert lines[0].startswith("Page 1: 5 words, text layer (")
    assert lines[1:] == ["  Invoice 00123", "  Total -12,50 EUR"]


def test_read_prints_the_lines_of_a_page_that_lies_on_its_side(docqa: Docqa, tmp_path: Path) -> None:
    lying = make_pdf(tmp_path / "lying.pdf", [["Invoice 00123", "Total -12,50 EUR"]], rotate=90)
    assert docqa("read", lying).out.splitlines()[1:] == ["  Invoice 00123", "  Total -12,50 EUR"]


def test_read_gives_words_boxes_source_and_reason_as_json(docqa: Docqa, invoice: Path) -> None:
    value = docqa("read", invoice, "--json").json
    assert (value["total_pages"], len(value["sha256"])) == (2, 64)
    first, second = value["pages"]
    assert (first["page"], first["width"], first["height"], first["source"]) == (1, 595.0, 842.0, "text layer")
    assert first["reason"]
    assert first["words"][1]["text"] == "00123"
    assert [word["text"] for word in second["words"]] == ["Signed", "Miller"]


def test_a_scan_is_read_by_recognition(docqa: Docqa, tmp_path: Path) -> None:
    scan = Image.new("RGB", (1000, 400), "white")
    ImageDraw.Draw(scan).text((100, 150), "Total 4711", fill="black", font=ImageFont.load_default(60))
    scan.save(tmp_path / "scan.png")
    page = docqa("read", tmp_path / "scan.png", "--json").json["pages"][0]
    assert page["source"] == "OCR"
    assert [word["text"] for word in page["words"]] == ["Total", "4711"]


def test_inspect_compares_geometry_with_the_model(docqa: Docqa, invoice: Path) -> None:
    value = docqa("inspect", invoice, "--page", 1, "--json").json
    assert value["model"] == MODEL
    (page,) = value["pages"]
    assert page["agreement"] == {"line": 0.8, "cell": 0.8}
    word = page["words"][0]
    assert (word["text"], word["line"]) == ("Invoice", {"geometry": 1, "model": 2})
    assert word["cell"] == {"geometry": 1, "model": 2}
    assert set(word) == {"text", "box", "confidence", "line", "cell"}


def test_inspect_prints_a_row_a_word(docqa: Docqa, invoice: Path) -> None:
    lines = docqa("inspect", invoice, "--page", 2).out.splitlines()
    assert lines[0] == "Page 2: 2 words, text layer; the model agrees on 50% of lines, 50% of cells"
    assert [line.split("\t")[-1] for line in lines[1:]] == ["word", "Signed", "Miller"]


def test_inspect_draws_lines_cells_and_differences(docqa: Docqa, invoice: Path, tmp_path: Path) -> None:
    target = tmp_path / "seen.png"
    outcome = docqa("inspect", invoice, "--page", 1, "--mark", target)
    assert (outcome.code, outcome.out) == (0, "")
    with Image.open(target) as picture:
        colours = {colour for _, colour in picture.getcolors(1_000_000) or ()}
    assert {(200, 225, 255), (255, 232, 190), (120, 120, 120), (200, 0, 30)} <= colours


def never_inspecting(folder: Path, device: str) -> FakeEngine:
    class Waiting(FakeEngine):
        def inspect(self, page: Page) -> Assignment:
            raise AssertionError("inspected although the picture is refused")

    return Waiting()


def test_too_many_pages_for_a_picture_are_refused_before_they_are_inspected(docqa: Docqa, tmp_path: Path) -> None:
    document = make_pdf(tmp_path / "long.pdf", [["A page"]] * 30)
    outcome = docqa("inspect", document, "--mark", tmp_path / "seen.png", loader=never_inspecting)
    assert (outcome.code, outcome.out) == (5, "")
    assert "docqa: seen.png would show 30 pages, too many for one picture. Choose one with --page.\n" in outcome.err
    assert docqa("inspect", document, "--page", 30, "--mark", tmp_path / "seen.png").code == 0


@pytest.mark.parametrize("verb", [("ask", "--question", "the Total"), ("inspect",)])
def test_a_marked_scan_never_replaces_the_scan(docqa: Docqa, tmp_path: Path, verb: tuple[str, ...]) -> None:
    scan = tmp_path / "scan.png"
    Image.new("RGB", (300, 200), "white").save(scan)
    before = scan.read_bytes()
    outcome = docqa(verb[0], scan, *verb[1:], "--mark", scan)
    assert outcome.code == 5
    assert outcome.err == "docqa: scan.png is the document itself, which is never changed. Choose another name.\n"
    assert scan.read_bytes() == before
