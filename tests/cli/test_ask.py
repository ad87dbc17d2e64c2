"""docqa ask prints what it found and where, and says so when it found nothing."""

from __future__ import annotations

import codecs
import csv
import io
from pathlib import Path

import pytest
from PIL import Image
from PIL.TiffImagePlugin import STRIPOFFSETS as STRIP_OFFSETS
from PIL.TiffImagePlugin import TiffImageFile

from docqa_app.exporting.marks import COLOURS
from tests.cli.conftest import Docqa
from tests.cli.fakes import MODEL, make_pdf, missing_model


def test_the_json_has_the_promised_form(docqa: Docqa, invoice: Path) -> None:
    questions = ("--question", "What is the Total?", "--question", "Which Total did the buyer sign?")
    outcome = docqa("ask", invoice, *questions, "--json")
    assert (outcome.code, outcome.err) == (0, "")
    value = outcome.json
    assert list(value) == ["file", "model", "pages", "answers", "seconds"]
    assert (value["file"], value["model"], value["pages"]) == (str(invoice), MODEL, 2)
    assert set(value["seconds"]) == {"read", "answer"}
    found, missing = value["answers"]
    assert list(found) == ["question", "answer", "found", "confidence", "page", "boxes", "alternatives"]
    assert (found["answer"], found["found"], found["confidence"], found["page"]) == ("-12,50 EUR", True, 0.97, 1)
    (box,) = found["boxes"]
    assert 0.1 < box[0] < box[2] < 0.5
    assert 0.1 < box[1] < box[3] < 0.2
    assert missing["alternatives"][0]["answer"] == "-12,50 EUR"
    assert (missing["answer"], missing["found"], missing["page"], missing["boxes"]) == ("", False, None, [])


def test_text_says_the_page_and_how_sure_it_is(docqa: Docqa, invoice: Path) -> None:
    outcome = docqa("ask", invoice, "--question", "Who Signed?", "--question", "Total by bank?")
    assert outcome.code == 0
    assert outcome.out.splitlines() == [
        "Who Signed?",
        "  Miller  (page 2, 97% sure)",
        "Total by bank?",
        "  not found; the closest text is '-12,50 EUR'  (page 1, 32% sure)",
    ]


def test_only_the_page_that_was_named_is_asked(docqa: Docqa, invoice: Path) -> None:
    value = docqa("ask", invoice, "--question", "What is the Total?", "--page", 2, "--json").json
    assert value["answers"][0]["found"] is False
    assert value["pages"] == 2


def test_a_page_that_does_not_exist_is_a_usage_error(docqa: Docqa, invoice: Path) -> None:
    outcome = docqa("ask", invoice, "--question", "Q", "--page", 3)
    assert outcome.code == 2
    assert outcome.err == "docqa: invoice.pdf has no page 3: its last is 2.\n"


def test_the_table_holds_the_answers(docqa: Docqa, invoice: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    assert docqa("ask", invoice, "--question", "the Invoice", "--question", "Signed", "--csv", target).code == 0
    rows = list(csv.DictReader(io.StringIO(target.read_text(encoding="utf-8"), newline="")))
    assert [row["answer"] for row in rows] == ["00123", "Miller"]
    assert {row["source"] for row in rows} == {"text layer"}
    assert {row["model version"] for row in rows} == {MODEL}


def test_the_marked_picture_shows_colour_at_the_evidence_only(docqa: Docqa, invoice: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.png"
    outcome = docqa("ask", invoice, "--question", "the Total", "--mark", target, "--json")
    left, top, right, bottom = outcome.json["answers"][0]["boxes"][0]
    with Image.open(target) as picture:
        inside = picture.crop(
            (
                int(left * picture.width),
                int(top * picture.height),
                int(right * picture.width),
                int(bottom * picture.height),
            )
        )
        below = picture.crop((0, picture.height // 2, picture.width, picture.height))
        assert COLOURS[0] in {colour for _, colour in inside.getcolors(100_000) or ()}
        assert below.getcolors() == [(below.width * below.height, (255, 255, 255))]


def test_answers_on_two_pages_are_drawn_below_each_other(docqa: Docqa, invoice: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one.png", tmp_path / "two.png"
    docqa("ask", invoice, "--question", "the Total", "--mark", one)
    docqa("ask", invoice, "--question", "the Total", "--question", "Signed", "--mark", two)
    with Image.open(one) as single, Image.open(two) as both:
        assert both.height > 2 * single.height


@pytest.mark.parametrize(("verb", "wanted"), [("ask", ".png or .pdf"), ("inspect", ".png")])
def test_a_marked_page_of_another_form_is_refused_before_the_work(
    docqa: Docqa, invoice: Path, tmp_path: Path, verb: str, wanted: str
) -> None:
    question = ("--question", "the Total") if verb == "ask" else ()
    outcome = docqa(verb, invoice, *question, "--mark", tmp_path / "out.gif")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == f"docqa: out.gif does not say what to write. End it in {wanted}.\n"


def test_a_table_of_another_form_is_not_written_under_a_name_that_lies(
    docqa: Docqa, invoice: Path, tmp_path: Path
) -> None:
    outcome = docqa("ask", invoice, "--question", "the Total", "--csv", tmp_path / "out.xlsx")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == "docqa: out.xlsx does not say what to write. End it in .csv.\n"


def test_a_table_that_cannot_be_written_is_part_of_the_work(docqa: Docqa, invoice: Path, tmp_path: Path) -> None:
    outcome = docqa("ask", invoice, "--question", "the Total", "--csv", tmp_path / "no" / "out.csv")
    assert outcome.code == 5
    assert "-12,50" in outcome.out
    assert outcome.err == f"docqa: The folder {tmp_path / 'no'} does not exist. Make it, or choose another one.\n"


def test_a_missing_file_and_a_missing_model_have_their_own_codes(docqa: Docqa, invoice: Path, tmp_path: Path) -> None:
    missing = docqa("ask", tmp_path / "no.pdf", "--question", "Q")
    assert missing.code == 3
    assert missing.err.count("\n") == 1
    assert docqa("ask", invoice, "--question", "Q", loader=missing_model).code == 4


def test_a_locked_file_opens_with_the_password_of_a_file(docqa: Docqa, tmp_path: Path) -> None:
    locked = make_pdf(tmp_path / "locked.pdf", [["Total 7"]], password="secret")
    key = tmp_path / "key.txt"
    key.write_text("secret\n")
    closed = docqa("ask", locked, "--question", "the Total")
    assert (closed.code, "--password-file" in closed.err) == (3, True)
    assert "7" in docqa("ask", locked, "--question", "the Total", "--password-file", key).out
    key.write_text("wrong\n")
    assert docqa("ask", locked, "--question", "the Total", "--password-file", key).code == 3


def test_a_password_file_that_windows_saved_opens_the_file(docqa: Docqa, tmp_path: Path) -> None:
    locked = make_pdf(tmp_path / "locked.pdf", [["Total 7"]], password="secret")
    key = tmp_path / "key.txt"
    key.write_bytes(codecs.BOM_UTF8 + b"secret\r\n")
    assert docqa("ask", locked, "--question", "the Total", "--password-file", key).code == 0


def test_a_locked_file_is_marked_as_a_picture_and_as_a_locked_copy(docqa: Docqa, tmp_path: Path) -> None:
    locked = make_pdf(tmp_path / "locked.pdf", [["Total 7"]], password="secret")
    key = tmp_path / "key.txt"
    key.write_text("secret\n")
    for name in ("out.png", "out.pdf"):
        call = ("ask", locked, "--question", "the Total", "--password-file", key, "--mark", tmp_path / name)
        assert docqa(*call).code == 0
    assert docqa("read", tmp_path / "out.pdf").code == 3
    assert docqa("read", tmp_path / "out.pdf", "--password-file", key).code == 0


def test_a_page_that_cannot_be_read_does_not_end_the_rest(docqa: Docqa, tmp_path: Path) -> None:
    good = Image.new("RGB", (600, 300), "white")
    broken = tmp_path / "scan.tif"
    good.save(broken, save_all=True, append_images=[good], compression="tiff_lzw")
    data = bytearray(broken.read_bytes())
    with TiffImageFile(broken) as image:
        image.seek(1)
        first_strip = image.tag_v2[STRIP_OFFSETS][0]
    data[first_strip : first_strip + 40] = b"\xff" * 40
    broken.write_bytes(data)
    outcome = docqa("ask", broken, "--question", "the Total", "--json")
    assert outcome.code == 5
    assert outcome.json["pages"] == 2
    assert "docqa: 1 of 2 pages failed: Page 2 of scan.tif is damaged" in outcome.err
