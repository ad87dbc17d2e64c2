"""A marked copy lights up the very words, in every viewer, on pages turned and cropped; the original is untouched."""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageChops

from docqa_app.core.answer import Answer
from docqa_app.core.document import Box, Document
from docqa_app.core.layout import evidence_boxes
from docqa_app.errors import ExportError
from docqa_app.exporting.marked_pdf import write_marked_pdf
from docqa_app.reading.formats import content_hash
from docqa_app.reading.options import ReadOptions
from docqa_app.reading.reader import read_document
from docqa_app.reading.render import PageRenderer
from tests.cli.fakes import make_pdf
from tests.exporting.fakes import answer as found_answer
from tests.exporting.fakes import page as known_page

WIDTH = 800


def crop(path: Path, box: tuple[float, float, float, float]) -> None:
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for page in pdf.pages:
            page.obj.CropBox = pikepdf.Array(box)
        pdf.save(path)


def answer_on(document: Document, number: int, text: str) -> Answer:
    place = [word.text for word in document.page(number).words].index(text)
    return Answer("What is it?", text, True, 0.9, number, (place,), (), "fake 1")


def write_copy(document: Document, answers: list[Answer], target: Path, password: str | None = None) -> None:
    with closing(PageRenderer(document.path, password)) as renderer:
        write_marked_pdf(target, document, answers, renderer.render, password)


def by_pdfium(path: Path, number: int) -> Image.Image:
    with closing(PageRenderer(path)) as renderer:
        return renderer.render(number, WIDTH)


def by_poppler(path: Path, number: int) -> Image.Image:
    out = path.with_suffix(".ppm")
    size = ["-cropbox", "-scale-to-x", str(WIDTH), "-scale-to-y", "-1"]
    subprocess.run(["pdftoppm", *size, "-f", str(number), "-singlefile", path, out.with_suffix("")], check=True)
    return Image.open(out)


def coloured(image: Image.Image) -> Box:
    """The frame around all yellow: where there is red but no blue, in page fractions."""
    red, _, blue = image.convert("RGB").split()
    yellow = ImageChops.subtract(red, blue).point(lambda value: 255 if value > 120 else 0)
    left, top, right, bottom = yellow.getbbox() or (0, 0, 0, 0)
    return Box(left / image.width, top / image.height, right / image.width, bottom / image.height)


def near(seen: Box, expected: Box) -> bool:
    pairs = zip(edges(seen), edges(expected), strict=True)
    return all(abs(a - b) < 0.006 for a, b in pairs)


def edges(box: Box) -> Iterator[float]:
    yield from (box.left, box.top, box.right, box.bottom)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("cropped", [False, True])
def test_the_highlight_lies_on_the_word_as_the_page_is_shown(tmp_path: Path, rotate: int, cropped: bool) -> None:
    source = make_pdf(tmp_path / "a.pdf", [["Total 49.30"]], rotate=rotate)
    if cropped:
        crop(source, (50, 600, 400, 830))
    document = read_document(source)
    target = tmp_path / "marked.pdf"
    answer = answer_on(document, 1, "49.30")
    write_copy(document, [answer], target)
    (expected,) = evidence_boxes(document.page(1), answer.evidence)
    for image in (by_pdfium(target, 1), by_poppler(target, 1)):
        assert near(coloured(image), expected)


def test_rotation_and_crop_box_may_come_from_the_nodes_above(tmp_path: Path) -> None:
    source = make_pdf(tmp_path / "a.pdf", [["Total 49.30"]])
    with pikepdf.open(source, allow_overwriting_input=True) as pdf:
        pdf.Root.Pages.Rotate = 90
        pdf.Root.Pages.CropBox = pikepdf.Array([0, 400, 595, 842])
        del pdf.pages[0].obj.Rotate
        pdf.save(source)
    document = read_document(source)
    answer = answer_on(document, 1, "49.30")
    write_copy(document, [answer], tmp_path / "marked.pdf")
    (expected,) = evidence_boxes(document.page(1), answer.evidence)
    assert near(coloured(by_pdfium(tmp_path / "marked.pdf", 1)), expected)


@pytest.mark.parametrize(
    ("entry", "value"),
    [
        ("/CropBox", pikepdf.Array([0, 0, 595])),
        ("/CropBox", pikepdf.Array([0, 0, 0, 0])),
        ("/CropBox", pikepdf.Name.Foo),
        ("/Rotate", pikepdf.Name.Foo),
        ("/Annots", pikepdf.Dictionary()),
    ],
)
def test_a_damaged_entry_of_a_page_is_passed_over(tmp_path: Path, entry: str, value: pikepdf.Object) -> None:
    source = make_pdf(tmp_path / "a.pdf", [["Total 49.30"]])
    with pikepdf.open(source, allow_overwriting_input=True) as pdf:
        pdf.pages[0].obj[entry] = value
        pdf.save(source)
    document = read_document(source)
    answer = answer_on(document, 1, "49.30")
    write_copy(document, [answer], tmp_path / "marked.pdf")
    (expected,) = evidence_boxes(document.page(1), answer.evidence)
    assert near(coloured(by_pdfium(tmp_path / "marked.pdf", 1)), expected)


def test_pages_that_share_their_notes_are_marked_each_on_its_own(tmp_path: Path) -> None:
    source = make_pdf(tmp_path / "a.pdf", [["Total 49.30"], ["Nothing"]])
    with pikepdf.open(source, allow_overwriting_input=True) as pdf:
        shared = pdf.make_indirect(pikepdf.Array([pikepdf.Dictionary(Type=pikepdf.Name.Annot)]))
        for page in pdf.pages:
            page.obj.Annots = shared
        pdf.save(source)
    document = read_document(source)
    write_copy(document, [answer_on(document, 1, "49.30")], tmp_path / "marked.pdf")
    with pikepdf.open(tmp_path / "marked.pdf") as pdf:
        assert [len(page.obj.Annots) for page in pdf.pages] == [2, 1]


def test_a_picture_whose_comment_speaks_of_a_pdf_becomes_a_pdf(tmp_path: Path) -> None:
    scan = tmp_path / "scan.jpg"
    Image.new("L", (310, 220), 255).save(scan, comment=b"made from %PDF-1.4")
    known = Document(str(scan), content_hash(scan), (replace(known_page(1), width=310.0, height=220.0),), 1)
    write_marked_pdf(tmp_path / "marked.pdf", known, [found_answer("-12,50")], lambda *_: Image.open(scan))
    with pikepdf.open(tmp_path / "marked.pdf") as pdf:
        assert "/Annots" in pdf.pages[0]


@pytest.mark.parametrize("pages", [[["Other"], ["Bill of somebody else"]], [["One page only"]]])
def test_a_file_that_was_written_over_since_it_was_read_is_not_marked(tmp_path: Path, pages: list[list[str]]) -> None:
    document = read_document(make_pdf(tmp_path / "scan.pdf", [["Nothing"], ["Total 49.30"]]))
    make_pdf(tmp_path / "scan.pdf", pages)
    with pytest.raises(ExportError, match="another file than the one that was read"):
        write_copy(document, [answer_on(document, 2, "49.30")], tmp_path / "marked.pdf")
    assert not (tmp_path / "marked.pdf").exists()


def test_a_document_whose_reading_was_stopped_is_marked(tmp_path: Path) -> None:
    document = replace(read_document(make_pdf(tmp_path / "a.pdf", [["Total 49.30"]])), sha256="")
    write_copy(document, [answer_on(document, 1, "49.30")], tmp_path / "marked.pdf")
    assert (tmp_path / "marked.pdf").exists()


def test_it_is_a_real_highlight_with_the_question_as_its_note(tmp_path: Path) -> None:
    document = read_document(make_pdf(tmp_path / "a.pdf", [["Nothing"], ["Total 49.30"]]))
    write_copy(document, [answer_on(document, 2, "49.30")], tmp_path / "marked.pdf")
    with pikepdf.open(tmp_path / "marked.pdf") as pdf:
        assert "/Annots" not in pdf.pages[0]
        (note,) = pdf.pages[1].Annots
        assert note.Subtype == "/Highlight"
        assert len(note.QuadPoints) == 8
        assert str(note.Contents) == "What is it?\n49.30 (90%)"


def test_notes_that_were_there_stay(tmp_path: Path) -> None:
    source = make_pdf(tmp_path / "a.pdf", [["Total 49.30"]])
    document = read_document(source)
    write_copy(document, [answer_on(document, 1, "49.30")], tmp_path / "once.pdf")
    again = read_document(tmp_path / "once.pdf")
    write_copy(again, [answer_on(again, 1, "Total")], tmp_path / "twice.pdf")
    with pikepdf.open(tmp_path / "twice.pdf") as pdf:
        assert len(pdf.pages[0].Annots) == 2


def test_the_original_is_never_written(tmp_path: Path) -> None:
    source = make_pdf(tmp_path / "a.pdf", [["Total 49.30"]])
    before = hashlib.sha256(source.read_bytes()).digest()
    document = read_document(source)
    answers = [answer_on(document, 1, "49.30")]
    with pytest.raises(ExportError, match="is the document itself"):
        write_copy(document, answers, source)
    link = tmp_path / "link.pdf"
    link.symlink_to(source)
    with pytest.raises(ExportError, match="is the document itself"):
        write_copy(document, answers, link)
    assert hashlib.sha256(source.read_bytes()).digest() == before


def test_a_locked_file_gives_a_copy_with_the_same_lock(tmp_path: Path) -> None:
    source = make_pdf(tmp_path / "a.pdf", [["Total 49.30"]], password="key")
    document = read_document(source, password="key")
    write_copy(document, [answer_on(document, 1, "49.30")], tmp_path / "marked.pdf", "key")
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(tmp_path / "marked.pdf")
    with pikepdf.open(tmp_path / "marked.pdf", password="key") as pdf:
        assert len(pdf.pages[0].Annots) == 1


def test_a_file_whose_name_is_not_utf8_is_marked_too(tmp_path: Path) -> None:
    source = make_pdf(tmp_path / "a.pdf", [["Total 49.30"]]).rename(tmp_path / os.fsdecode(b"z\xff.pdf"))
    document = read_document(source)
    write_copy(document, [answer_on(document, 1, "49.30")], tmp_path / "marked.pdf")
    with pikepdf.open(tmp_path / "marked.pdf") as pdf:
        assert len(pdf.pages[0].Annots) == 1


def test_an_image_becomes_a_pdf_of_its_size_with_the_highlight(tmp_path: Path) -> None:
    Image.new("RGB", (1240, 1754), "white").save(tmp_path / "scan.png", dpi=(150, 150))
    document = read_document(tmp_path / "scan.png")
    answers = [found_answer("-12,50")]
    with_words = replace(document.page(1), words=known_page().words)
    write_copy(replace(document, pages=(with_words,)), answers, tmp_path / "marked.pdf")
    with pikepdf.open(tmp_path / "marked.pdf") as pdf:
        (page,) = pdf.pages
        assert [round(float(edge)) for edge in page.mediabox] == [0, 0, 595, 842]
        assert len(page.Annots[0].QuadPoints) == 16


def test_the_highlight_lies_on_its_own_page_where_only_some_pages_of_a_fax_were_read(tmp_path: Path) -> None:
    sheets = [Image.new("RGB", (300 + 10 * number, 400), "white") for number in range(3)]
    sheets[0].save(tmp_path / "fax.tif", save_all=True, append_images=sheets[1:])
    document = read_document(tmp_path / "fax.tif", ReadOptions(pages=(2, 3)))
    with_words = replace(document.page(3), words=known_page().words)
    answers = [replace(found_answer("-12,50"), page=3)]
    write_copy(replace(document, pages=(document.page(2), with_words)), answers, tmp_path / "marked.pdf")
    with pikepdf.open(tmp_path / "marked.pdf") as pdf:
        assert ["/Annots" in page for page in pdf.pages] == [False, True]
        assert [round(float(page.mediabox[2])) for page in pdf.pages] == [310, 320]


def test_a_file_that_is_gone_or_broken_is_a_sentence(tmp_path: Path) -> None:
    source = make_pdf(tmp_path / "a.pdf", [["Total 49.30"]])
    document = read_document(source)
    answers = [answer_on(document, 1, "49.30")]
    source.write_bytes(b"%PDF-1.7 broken")
    document = replace(document, sha256=content_hash(source))  # as if PDFium had opened it all the same
    with pytest.raises(ExportError, match=r"a\.pdf cannot be copied: unable to find trailer"):
        write_marked_pdf(tmp_path / "marked.pdf", document, answers, lambda number, width: Image.new("RGB", (1, 1)))
    source.unlink()
    with pytest.raises(ExportError, match="can no longer be read"):
        write_marked_pdf(tmp_path / "marked.pdf", document, answers, lambda number, width: Image.new("RGB", (1, 1)))
    assert not (tmp_path / "marked.pdf").exists()
