"""Evidence drawn on a page can be seen, read through and told apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from docqa_app.core.document import Page
from docqa_app.errors import ExportError
from docqa_app.exporting.marked_page import check_fits, heights_of, mark_page, write_png
from docqa_app.exporting.marks import COLOURS, marked_pages, marks_of
from docqa_app.exporting.tags import free_place
from tests.exporting.fakes import answer, document, not_found

SIZE = (1190, 1684)


def test_the_evidence_is_tinted_and_the_text_below_it_stays_black() -> None:
    page = Image.new("RGB", SIZE, "white")
    ImageDraw.Draw(page).rectangle((620, 860, 640, 870), fill="black")
    marked = mark_page(page, document().page(1), marks_of(document(), [answer("-12,50")]))
    assert marked.getpixel((700, 865)) == COLOURS[0]
    assert marked.getpixel((630, 865)) == (0, 0, 0)
    assert marked.getpixel((100, 100)) == (255, 255, 255)
    assert page.getpixel((700, 865)) == (255, 255, 255)


def test_each_answer_has_its_own_colour_and_one_without_evidence_none() -> None:
    marks = marks_of(document(), [not_found(), answer("a"), answer("b")])
    assert [mark.number for mark in marks] == [2, 3]
    assert marks[0].colour != marks[1].colour
    assert marked_pages(marks) == (1,)


def test_a_label_hides_no_word_while_there_is_room() -> None:
    box = (100, 100, 200, 120)
    right, left = (200, 100, 400, 120), (0, 100, 98, 120)
    assert free_place(box, (80, 20), (400, 300), []) == (203, 100, 283, 120)
    assert free_place(box, (80, 20), (400, 300), [right]) == (17, 100, 97, 120)
    assert free_place(box, (80, 20), (400, 300), [right, left]) == (100, 123, 180, 143)


def test_a_label_stays_on_the_page_when_the_evidence_is_at_its_edge() -> None:
    marks = marks_of(document(), [answer("x", question="A very long question that never seems to end, does it?" * 3)])
    small = mark_page(Image.new("RGB", (120, 90), "white"), document().page(1), marks)
    assert small.size == (120, 90)


def test_pages_are_written_below_each_other_and_too_many_are_refused(tmp_path: Path) -> None:
    pages = [Image.new("RGB", (100, 200), "white"), Image.new("RGB", (120, 100), "white")]
    write_png(tmp_path / "out.png", pages, tmp_path / "scan.tif")
    with Image.open(tmp_path / "out.png") as picture:
        assert picture.size == (120, 312)
    with pytest.raises(ExportError, match="too many for one picture"):
        write_png(tmp_path / "high.png", [Image.new("RGB", (1, 30_000))] * 3, tmp_path / "scan.tif")


def test_whether_pages_fit_is_told_before_they_are_drawn(tmp_path: Path) -> None:
    pages = [Page(number, 595.0, 842.0) for number in range(1, 31)]
    check_fits(tmp_path / "out.png", heights_of(pages[:26], 1600))
    with pytest.raises(ExportError, match="would show 30 pages, too many for one picture"):
        check_fits(tmp_path / "out.png", heights_of(pages, 1600))


def test_the_picture_never_replaces_the_scan_it_shows(tmp_path: Path) -> None:
    scan, link = tmp_path / "scan.png", tmp_path / "link.png"
    Image.new("RGB", (100, 200), "white").save(scan)
    link.symlink_to(scan)
    before = scan.read_bytes()
    for target in (scan, link):
        with pytest.raises(ExportError, match=r"is the document itself.*another name"):
            write_png(target, [Image.new("RGB", (100, 200), "grey")], scan)
    assert scan.read_bytes() == before
