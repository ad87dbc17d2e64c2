"""What this computer can read with, in sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from docqa_app.reading import languages, programs, tesseract_program
from docqa_app.reading.second_reader import reader_name


def test_tesseract_poppler_and_the_languages_are_reported() -> None:
    recognition, _, drawing, packs = programs.programs()
    assert recognition == f"Scans are read by Tesseract {tesseract_program.version()}."
    assert drawing == f"PDF pages are drawn for recognition by poppler {programs.poppler_version()}."
    assert programs.poppler_version()
    assert "English (eng)" in packs
    assert "osd" not in packs


def test_what_reads_figures_is_told_and_that_it_is_missing(tmp_path: Path) -> None:
    shipped = Path(__file__).parents[2] / "models"
    assert programs.second_reader(shipped) == (
        f"Doubtful words and all figures on scans are read once more by {reader_name(shipped)}."
    )
    assert "the second reader is missing. Install the app again." in programs.second_reader(tmp_path)


def test_the_languages_that_can_be_read_are_listed_by_their_codes() -> None:
    assert "eng" in programs.installed_languages()
    assert "osd" not in programs.installed_languages()


def test_without_poppler_it_says_what_draws_instead(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    programs.poppler_version.cache_clear()
    drawing = programs.drawing()
    programs.poppler_version.cache_clear()
    assert "poppler is not installed" in drawing
    assert "built-in PDFium" in drawing


@pytest.mark.parametrize(
    ("system", "said"),
    [("linux", "apt install tesseract-ocr-chi-sim"), ("darwin", "brew"), ("win32", "chi_sim.traineddata")],
)
def test_how_to_add_a_language_is_told_for_this_system(monkeypatch: pytest.MonkeyPatch, system: str, said: str) -> None:
    monkeypatch.setattr("sys.platform", system)
    assert said in languages.how_to_add(["chi_sim"])
    assert "Tesseract" in languages.how_to_install_tesseract() or "tesseract" in languages.how_to_install_tesseract()
