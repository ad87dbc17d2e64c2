"""Text layers: words where they stand on the page as shown, and layers that are not believed."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String
from PIL import Image, ImageDraw, ImageFont

from docqa_app.core.answer import Answer
from docqa_app.core.document import Page, WordSource
from docqa_app.core.geometry import upright
from docqa_app.errors import InputError, PasswordNeeded
from docqa_app.exporting.marked_pdf import write_marked_pdf
from docqa_app.reading.formats import FileKind
from docqa_app.reading.options import ReadOptions
from docqa_app.reading.pdfium import PdfFile, pixels_of
from docqa_app.reading.reader import read_document
from docqa_app.reading.render import PageRenderer
from docqa_app.reading.sources import PdfSource, open_source
from docqa_app.reading.text_layer import text_layer
from tests.data.make_files import INVOICE
from tests.data.pdfs import Line, add_page, add_text_field, add_typed, save
from tests.reading.given import FOLDER, PASSWORD, file, place_of, text_of

REAL = sorted((FOLDER / "real").glob("*.pdf"))


def layer_page(name: str, password: str | None = None) -> Page:
    page = read_document(file(name), password=password).pages[0]
    assert page.source is WordSource.TEXT_LAYER
    return page


def ink_under(name: str | Path, page: Page, text: str) -> float:
    """The share of dark pixels where a word is said to stand on the drawn page."""
    drawn = PageRenderer(FOLDER / name).render(1, 800, place_of(page, text)).convert("L")
    dark = drawn.point(lambda value: 255 if value < 128 else 0)
    return sum(dark.get_flattened_data()) / 255 / (drawn.width * drawn.height)


def test_every_word_of_the_page_is_read_in_reading_order() -> None:
    wanted = " ".join(line.text for line in INVOICE)
    assert text_of(layer_page("invoice.pdf")) == wanted


@pytest.mark.parametrize("name", ["invoice.pdf", "rotated.pdf", "cropped.pdf"])
@pytest.mark.parametrize("text", ["Mustermann", "2023-0142", "57.50"])
def test_a_word_stands_where_it_is_drawn_on_the_page_as_shown(name: str, text: str) -> None:
    page = layer_page(name)
    assert ink_under(name, page, text) > 0.08


def test_a_page_whose_text_lies_on_its_side_says_so_and_is_read_in_order() -> None:
    page = layer_page("rotated.pdf")
    assert (page.width, page.height, page.turn) == (595, 420, 270)
    assert place_of(page, "Northwind").left > place_of(page, "Total").left
    assert text_of(page) == text_of(layer_page("invoice.pdf"))


@pytest.mark.parametrize(
    ("matrix", "turn"), [(b"1 0 0 1", 0), (b"0 1 -1 0", 90), (b"-1 0 0 -1", 180), (b"0 -1 1 0", 270)]
)
@pytest.mark.parametrize("rotation", [0, 90])
def test_the_turn_of_a_page_undoes_its_direction_of_writing(
    tmp_path: Path, matrix: bytes, turn: int, rotation: int
) -> None:
    pdf = Pdf.new()
    add_page(pdf, (), Rotate=rotation)
    pdf.pages[0].Contents = Stream(pdf, b"BT /F1 12 Tf %s 200 300 Tm (Hello there) Tj ET" % matrix)
    page = read_document(save(pdf, tmp_path / "turned.pdf")).pages[0]
    assert page.turn == (turn - rotation) % 360
    stood = upright(page).words
    assert [word.text for word in stood] == ["Hello", "there"]
    assert stood[0].box.right < stood[1].box.right


def test_words_that_were_cropped_away_are_not_read() -> None:
    page = layer_page("cropped.pdf")
    assert (page.width, page.height) == (360, 320)
    assert "Northwind" in text_of(page)
    assert "fourteen" in text_of(page)
    assert all(0 <= edge <= 1 for word in page.words for edge in (word.box.left, word.box.bottom))


def test_what_was_filled_into_a_form_is_read() -> None:
    page = layer_page("form.pdf")
    assert text_of(page) == "Name of the payer Erika Mustermann"
    assert place_of(page, "Erika").left > place_of(page, "payer").right


@pytest.mark.parametrize(("pitch", "across"), [(30, 0), (15, 0), (0, 40)])
def test_short_values_in_neighbouring_form_fields_are_a_word_each(tmp_path: Path, pitch: int, across: int) -> None:
    pdf = Pdf.new()
    add_page(pdf, (Line(60, 500, "Order form"),))
    values = ("10", "20", "2024", "2024", "5")
    for place, value in enumerate(values):
        left, bottom = 60 + across * place, 400 - pitch * place
        add_text_field(pdf, value, (left, bottom, left + 36, bottom + 14))
    page = read_document(save(pdf, tmp_path / "order.pdf")).pages[0]
    assert [word.text for word in page.words] == ["Order", "form", *values]
    assert max(word.box.height for word in page.words) < 1.5 * page.words[0].box.height


def test_letters_and_raised_figures_that_are_drawn_one_by_one_stay_one_word(tmp_path: Path) -> None:
    pdf = Pdf.new()
    letters = (Line(60, 500, "T"), Line(65.5, 500, "o"), Line(71.6, 500, "tal"))
    add_page(pdf, (*letters, Line(60, 400, "12", 24), Line(86.7, 409, "99", 11)))
    page = read_document(save(pdf, tmp_path / "letters.pdf")).pages[0]
    assert [word.text for word in page.words] == ["Total", "1299"]


def test_a_word_that_is_parted_by_a_hyphen_stays_whole(tmp_path: Path) -> None:
    pdf = Pdf.new()
    add_page(pdf, (Line(60, 500, "the whole of the amount that was de-"), Line(60, 485, "livered to us in March")))
    assert "de-livered" in text_of(read_document(save(pdf, tmp_path / "parted.pdf")).pages[0])


@pytest.mark.parametrize("leader", ["." * 25, "_" * 5, "·" * 12, "-" * 40])
def test_a_leader_parts_a_label_from_its_value(tmp_path: Path, leader: str) -> None:
    pdf = Pdf.new()
    add_page(pdf, (Line(60, 500, f"Total amount{leader}1.190,00 EUR"),))
    page = read_document(save(pdf, tmp_path / "led.pdf")).pages[0]
    assert [word.text for word in page.words] == ["Total", "amount", leader, "1.190,00", "EUR"]
    edges = [edge for word in page.words for edge in (word.box.left, word.box.right)]
    assert edges == sorted(edges)


@pytest.mark.parametrize(
    "text", ["PM-T---------Su", "M------", "1.190,00", "wait...", "__init__", "-----1--------", "8253....TV"]
)
def test_signs_within_a_word_are_no_leader(tmp_path: Path, text: str) -> None:
    pdf = Pdf.new()
    add_page(pdf, (Line(60, 500, f"Days {text} EUR"),))
    page = read_document(save(pdf, tmp_path / "days.pdf")).pages[0]
    assert [word.text for word in page.words] == ["Days", text, "EUR"]


def add_layers(pdf: Pdf, shown: dict[str, bool], texts: bytes) -> None:
    """Texts in layers on the last page: layer "x" is begun by `/OC /x BDC`."""
    layers = {name: pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(name))) for name in shown}
    page = pdf.pages[-1].obj
    page.Resources.Properties = Dictionary({f"/{name}": layer for name, layer in layers.items()})
    page.Contents = Stream(pdf, page.Contents.read_bytes() + texts)
    off = Array([layer for name, layer in layers.items() if not shown[name]])
    pdf.Root.OCProperties = Dictionary(OCGs=Array(list(layers.values())), D=Dictionary(OFF=off))


def in_layer(name: str, text: str, y: int, mode: int = 0) -> bytes:
    return b"/OC /%s BDC BT %d Tr /F1 11 Tf 60 %d Td (%s) Tj ET EMC\n" % (name.encode(), mode, y, text.encode())


@pytest.mark.parametrize("rotation", [0, 90])
def test_words_of_a_layer_that_is_switched_off_are_not_read(tmp_path: Path, rotation: int) -> None:
    pdf = Pdf.new()
    add_page(pdf, INVOICE, Rotate=rotation)
    texts = [in_layer("de", "Rechnung", 100), in_layer("en", "Invoice", 100), in_layer("copy", "COPY 777", 60)]
    add_layers(pdf, {"de": False, "en": True, "copy": False}, b"".join(texts) + in_layer("en", "unseen", 30, 3))
    page = read_document(save(pdf, tmp_path / "layers.pdf")).pages[0]
    assert page.source is WordSource.TEXT_LAYER
    assert text_of(page) == " ".join([line.text for line in INVOICE] + ["Invoice", "unseen"])


def test_of_many_layers_only_what_is_shown_is_read(tmp_path: Path) -> None:
    pdf = Pdf.new()
    add_page(pdf, INVOICE)
    shown = {f"layer{number}": number % 2 == 0 for number in range(10)}
    add_layers(pdf, shown, b"".join(in_layer(name, name, 230 - 22 * n) for n, name in enumerate(shown)))
    page = read_document(save(pdf, tmp_path / "plan.pdf")).pages[0]
    assert text_of(page) == " ".join([line.text for line in INVOICE] + [name for name in shown if shown[name]])


def add_form(pdf: Pdf, name: str, content: bytes, **entries: Object) -> None:
    """A form that is drawn on the last page by `/name Do`."""
    resources = pdf.pages[-1].obj.Resources
    form = Stream(pdf, content, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 420, 595]))
    form.Resources = Dictionary(Font=resources.Font)
    for entry, value in entries.items():
        form[f"/{entry}"] = value
    resources.XObject = Dictionary({**dict(resources.get("/XObject", {})), f"/{name}": pdf.make_indirect(form)})


@pytest.mark.parametrize("marked", [True, False])
@pytest.mark.parametrize("fields", [0, 12])
def test_words_of_a_form_in_a_layer_that_is_switched_off_are_not_read(
    tmp_path: Path, marked: bool, fields: int
) -> None:
    pdf = Pdf.new()
    add_page(pdf, INVOICE)
    drawn = b"/OC /off BDC /Void Do EMC /OC /on BDC /Paid Do EMC" if marked else b"/Void Do /Paid Do"
    add_layers(pdf, {"on": True, "off": False}, drawn)
    properties = pdf.pages[0].Resources.Properties
    for name, layer, y in (("Void", properties.off, 100), ("Paid", properties.on, 60)):
        stamp = b"BT /F1 30 Tf 60 %d Td (%s it is) Tj ET" % (y, name.encode())
        add_form(pdf, name, stamp, **({} if marked else {"OC": layer}))
    for n in range(fields):
        add_text_field(pdf, str(n), (250, 10 + 16 * n, 300, 24 + 16 * n))
    text = text_of(read_document(save(pdf, tmp_path / "layers.pdf")).pages[0])
    assert "Void" not in text
    assert "Paid it is" in text
    assert all(f" {n}" in text for n in range(fields))


def test_white_words_are_read_in_a_form_as_they_are_on_the_page(tmp_path: Path) -> None:
    pdf = Pdf.new()
    add_page(pdf, INVOICE)
    add_form(pdf, "Stamp", b"BT /F1 30 Tf 60 100 Td (Paid) Tj 1 g 100 0 Td (4711) Tj ET")
    pdf.pages[0].contents_add(Stream(pdf, b"/Stamp Do"))
    assert text_of(read_document(save(pdf, tmp_path / "stamped.pdf")).pages[0]).endswith("Paid 4711")


def test_words_of_a_form_that_is_drawn_under_its_own_picture_are_read(tmp_path: Path) -> None:
    pdf = Pdf.new()
    add_page(pdf, ())
    lines = b"".join(b"BT /F1 11 Tf 60 %d Td (the goods of March) Tj ET " % (550 - 20 * n) for n in range(20))
    add_form(pdf, "Scan", lines + b"0.9 g 0 0 420 595 re f")
    pdf.pages[0].contents_add(Stream(pdf, b"/Scan Do"))
    with PdfFile(save(pdf, tmp_path / "scan.pdf")).page(1) as page:
        assert len(text_layer(page).words) == 80


@pytest.mark.parametrize("subtype", [Name.FreeText, Name.Stamp])
def test_what_was_typed_or_stamped_onto_a_page_is_read(tmp_path: Path, subtype: Name) -> None:
    pdf = Pdf.new()
    add_page(pdf, INVOICE)
    add_typed(pdf, "Costcentre 4711", (250, 30, 400, 50), Subtype=subtype)
    add_typed(pdf, "nobody sees it", (250, 60, 400, 80), Subtype=subtype, F=2)
    path = save(pdf, tmp_path / "typed.pdf")
    page = read_document(path).pages[0]
    assert page.source is WordSource.TEXT_LAYER
    assert text_of(page) == " ".join([line.text for line in INVOICE] + ["Costcentre 4711"])
    assert ink_under(path, page, "4711") > 0.08


def test_what_is_typed_or_filled_in_for_print_alone_is_not_read(tmp_path: Path) -> None:
    pdf = Pdf.new()
    add_page(pdf, INVOICE)
    add_typed(pdf, "Costcentre 4711", (250, 30, 400, 50))
    add_typed(pdf, "COPY", (250, 60, 400, 80), F=32)
    add_text_field(pdf, "VOID", (250, 90, 400, 110), F=36)
    path = save(pdf, tmp_path / "printed.pdf")
    page = read_document(path).pages[0]
    assert text_of(page) == " ".join([line.text for line in INVOICE] + ["Costcentre 4711"])
    drawn = np.asarray(PageRenderer(path).render(1, 840).convert("L"))
    assert drawn[970:1070, 500:800].min() > 200


def test_a_page_with_links_notes_and_damaged_annotations_is_read_as_it_is(tmp_path: Path) -> None:
    pdf = Pdf.new()
    add_page(pdf, INVOICE)
    add_typed(pdf, "a note", (250, 30, 400, 50), Subtype=Name.Text)
    pdf.pages[0].obj.Annots.extend(Array([None, 5, Dictionary(Type=Name.Annot), Dictionary(Subtype=Name.Link)]))
    page = read_document(save(pdf, tmp_path / "notes.pdf")).pages[0]
    assert text_of(page) == " ".join(line.text for line in INVOICE)


def test_a_highlight_beside_what_was_typed_leaves_the_words_under_it_dark(tmp_path: Path) -> None:
    pdf = Pdf.new()
    add_page(pdf, INVOICE)
    add_typed(pdf, "Costcentre 4711", (250, 30, 400, 50))
    source = save(pdf, tmp_path / "typed.pdf")
    document = read_document(source)
    words = document.pages[0].words
    place = next(index for index, word in enumerate(words) if "2023-0142" in word.text)
    answer = Answer("Which number?", "2023-0142", True, 0.9, 1, (place,))
    write_marked_pdf(tmp_path / "marked.pdf", document, [answer], PageRenderer(source).render)
    page = read_document(tmp_path / "marked.pdf").pages[0]
    assert page.words == words
    shown = Image.open(BytesIO(page.picture)).convert("L")
    assert np.asarray(shown.crop(pixels_of(words[place].box, shown.size))).min() < 120


def test_a_scan_is_recognised_with_what_was_typed_onto_it(tmp_path: Path) -> None:
    scan = Image.new("L", (1240, 1754), 255)
    ImageDraw.Draw(scan).text((120, 300), "Total amount 119.00 EUR", fill=0, font=ImageFont.load_default(44))
    pdf = Pdf.new()
    add_page(pdf, (), scan)
    add_typed(pdf, "Costcentre 4711", (40, 300, 190, 320))
    page = read_document(save(pdf, tmp_path / "scan.pdf"), ReadOptions(languages=("eng",))).pages[0]
    assert page.source is WordSource.OCR
    assert "119.00" in text_of(page)
    assert "4711" in text_of(page)


def test_a_locked_pdf_asks_for_its_password() -> None:
    with pytest.raises(PasswordNeeded, match=r"locked\.pdf is locked"):
        read_document(file("locked.pdf"))


def test_a_wrong_password_is_told_from_none() -> None:
    with pytest.raises(PasswordNeeded, match="does not open"):
        read_document(file("locked.pdf"), password="sesame")


def test_the_right_password_opens_the_file() -> None:
    assert "57.50" in text_of(layer_page("locked.pdf", PASSWORD))


def test_a_pdf_that_only_forbids_printing_needs_no_password() -> None:
    assert "57.50" in text_of(layer_page("print_locked.pdf"))


def test_a_damaged_pdf_is_refused_in_a_sentence() -> None:
    with pytest.raises(InputError, match=r"damaged\.pdf is damaged"):
        read_document(file("damaged.pdf"))


def test_a_bad_page_says_so_and_the_others_are_read() -> None:
    document = read_document(file("one_bad_page.pdf"))
    assert [bool(page.problem) for page in document.pages] == [False, True, False]
    assert "Page 2" in document.pages[1].problem
    assert "57.50" in text_of(document.pages[2])


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("invoice.pdf", "the page has a text layer"),
        ("hidden_layer.pdf", "the scan carries a text layer of its own"),
    ],
)
def test_a_sane_text_layer_is_taken_and_the_reason_given(name: str, reason: str) -> None:
    assert layer_page(name).reason == reason


def test_the_words_of_a_text_layer_are_sure() -> None:
    assert {word.confidence for word in layer_page("hidden_layer.pdf").words} == {1.0}


def test_a_text_layer_can_be_forced_on_a_page_that_would_be_recognised() -> None:
    options = ReadOptions(sources={1: WordSource.TEXT_LAYER})
    page = read_document(file("stamped_scan.pdf"), options).pages[0]
    assert (page.source, page.reason) == (WordSource.TEXT_LAYER, "chosen by you")
    assert text_of(page) == "Received 3 April"


def test_signs_of_a_scan_are_seen() -> None:
    with PdfFile(file("hidden_layer.pdf")).page(1) as page:
        layer = text_layer(page)
    assert layer.hidden
    assert layer.image_cover == pytest.approx(1.0)


@pytest.mark.parametrize("path", REAL, ids=[path.name[:12] for path in REAL])
def test_real_invoices_are_read_from_their_text_layers(path: str) -> None:
    document = read_document(path)
    assert all(page.source is WordSource.TEXT_LAYER for page in document.pages)
    assert all(page.picture.startswith(b"\xff\xd8") for page in document.pages)


def test_a_closed_file_ends_the_work_of_a_thread_that_still_reads_it() -> None:
    source = open_source(file("invoice.pdf"), FileKind.PDF, None, ReadOptions())
    assert isinstance(source, PdfSource)
    source.close()
    source.close()


TELEPHONE_SIGN = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def
1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <41> <d83ddcde> endbfchar endcmap end end"""


def test_a_letter_that_the_layer_gives_in_halves_does_not_break_the_page(tmp_path: Path) -> None:
    with Pdf.open(file("invoice.pdf")) as pdf:
        for font in pdf.pages[0].Resources.Font.values():
            font.ToUnicode = Stream(pdf, TELEPHONE_SIGN)
        pdf.pages[0].contents_add(Stream(pdf, b"BT /F1 12 Tf 60 30 Td (A 12345) Tj ET"))
        pdf.save(tmp_path / "sign.pdf")
    page = read_document(tmp_path / "sign.pdf").pages[0]
    assert not page.problem
    text_of(page).encode()


def test_a_page_whose_crop_box_lies_off_the_paper_is_one_bad_page(tmp_path: Path) -> None:
    with Pdf.open(file("invoice.pdf")) as pdf:
        pdf.pages[0].obj["/CropBox"] = Array([2000, 2000, 2100, 2100])
        pdf.save(tmp_path / "off.pdf")
    first, second = read_document(tmp_path / "off.pdf").pages
    assert "its crop box lies off the paper" in first.problem
    assert "Terms of delivery" in text_of(second)
