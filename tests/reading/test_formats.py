"""Files are told by what they hold, and refused in a sentence."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PIL import Image

from docqa_app.errors import InputError
from docqa_app.reading.einvoice import read_einvoice
from docqa_app.reading.formats import FileKind, content_hash, kind_of
from tests.reading.given import file


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("invoice.pdf", FileKind.PDF),
        ("grey.png", FileKind.PNG),
        ("exif.jpg", FileKind.JPEG),
        ("two_pages.tif", FileKind.TIFF),
        ("photo.webp", FileKind.WEBP),
    ],
)
def test_a_file_is_known_by_its_first_bytes(name: str, kind: FileKind) -> None:
    assert kind_of(file(name)) is kind


def test_a_picture_with_the_suffix_of_a_pdf_is_a_picture() -> None:
    assert kind_of(file("really_a_png.pdf")) is FileKind.PNG


def test_a_picture_whose_comment_speaks_of_a_pdf_is_a_picture(tmp_path: Path) -> None:
    picture = tmp_path / "scan.jpg"
    Image.new("L", (40, 30), 255).save(picture, comment=b"made from %PDF-1.4")
    assert kind_of(picture) is FileKind.JPEG
    assert read_einvoice(picture) is None


def test_a_pdf_after_a_mail_header_is_still_a_pdf(tmp_path: Path) -> None:
    late = tmp_path / "late.bin"
    late.write_bytes(b"X-Mailer: scanner\r\n" * 10 + file("invoice.pdf").read_bytes())
    assert kind_of(late) is FileKind.PDF


@pytest.mark.parametrize(
    ("name", "said"),
    [("empty.pdf", "is empty"), ("letter.pdf", "is not a PDF, PNG"), ("missing.pdf", "does not exist")],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(name: str, said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        kind_of(file(name))
    assert name in str(caught.value)
    assert str(caught.value).endswith(".")


def test_a_folder_is_refused() -> None:
    with pytest.raises(InputError, match="is a folder"):
        kind_of(file("."))


def test_the_hash_is_of_the_bytes_and_not_of_the_name() -> None:
    assert content_hash(file("really_a_png.pdf")) == content_hash(file("grey.png"))
    assert content_hash(file("invoice.pdf")) != content_hash(file("rotated.pdf"))


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (Path("/no/such/drive/scan.png"), "does not exist"),
        pytest.param(
            Path("/proc/self/mem"),  # opens, and cannot be read
            "cannot be read: Input/output error",
            marks=pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="no such file here"),
        ),
    ],
)
def test_a_file_whose_drive_is_lost_while_it_is_read_is_a_sentence(path: Path, said: str) -> None:
    with pytest.raises(InputError, match=said):
        content_hash(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    with pytest.raises(InputError, match="is not a file"):
        kind_of(tmp_path / "pipe.pdf")
