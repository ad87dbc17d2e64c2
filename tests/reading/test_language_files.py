"""Without the Tesseract program: language files are gathered once, checked, and a scan is read with them."""

from __future__ import annotations

import hashlib
import lzma
import os
import subprocess
import sys
from pathlib import Path

import pytest

from docqa_app.paths import find_paths
from docqa_app.reading.language_files import LanguageFiles, gather, languages_in
from tests.reading.given import file

SHIPPED = find_paths().packed_languages


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LanguageFiles:
    """A language that is shipped packed and, on the system, two that are installed; no packages."""
    shipped, system = tmp_path / "shipped", tmp_path / "system"
    shipped.mkdir()
    system.mkdir()
    (shipped / "fra.traineddata.xz").write_bytes(lzma.compress(b"french"))
    (shipped / "SHA256SUMS").write_text(f"{hashlib.sha256(b'french').hexdigest()}  fra.traineddata\n")
    for name in ("eng", "osd"):
        (system / f"{name}.traineddata").write_text(name)
    monkeypatch.setenv("TESSDATA_PREFIX", str(system))
    monkeypatch.setattr("sys.path", [])
    monkeypatch.setattr("sysconfig.get_path", lambda name: str(tmp_path / name))
    return LanguageFiles(shipped, tmp_path / "home" / "tessdata")


def read_without_programs(home: Path, name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """`docqa read` where no program is installed, and of the system no language file either."""
    (home / "bin").mkdir(exist_ok=True)
    environment = {
        **os.environ,
        "PATH": str(home / "bin"),
        "TESSDATA_PREFIX": str(home / "none"),
        "DOCQA_HOME": str(home),
    }
    command = [sys.executable, "-m", "docqa_app.cli", "read", str(file(name)), *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_languages_from_everywhere_lie_in_one_folder(files: LanguageFiles) -> None:
    assert languages_in(files.folder()) == ("eng", "fra", "osd")
    assert (files.gathered / "fra.traineddata").read_bytes() == b"french"


def test_a_gathered_file_that_was_damaged_is_made_anew(files: LanguageFiles) -> None:
    gather(files)
    for name in ("fra", "eng"):
        (files.gathered / f"{name}.traineddata").unlink()
        (files.gathered / f"{name}.traineddata").write_text("damaged")
    gather(files)
    assert (files.gathered / "fra.traineddata").read_bytes() == b"french"
    assert (files.gathered / "eng.traineddata").read_text() == "eng"


def test_a_shipped_file_that_is_damaged_is_never_used(files: LanguageFiles) -> None:
    (files.shipped / "fra.traineddata.xz").write_bytes(lzma.compress(b"other"))
    gather(files)
    assert languages_in(files.gathered) == ("eng", "osd")
    assert list(files.gathered.iterdir()) == sorted(files.gathered.glob("*.traineddata"))


def test_a_home_that_cannot_be_written_leaves_no_language(files: LanguageFiles) -> None:
    files.gathered.parent.write_text("a file in the way")
    gather(files)
    assert languages_in(files.gathered) == ()


@pytest.mark.parametrize(
    ("name", "language", "word"), [("grey.png", "eng", "Mustermann"), ("grey.png", "deu+fra", "57.50")]
)
def test_a_scan_is_read_where_no_program_is_installed(tmp_path: Path, name: str, language: str, word: str) -> None:
    done = read_without_programs(tmp_path, name, "--languages", language)
    assert word in done.stdout, done.stderr
    assert "read by the built-in Tesseract" in done.stdout


def test_a_scanned_pdf_is_drawn_and_read_where_no_program_is_installed(tmp_path: Path) -> None:
    done = read_without_programs(tmp_path, "scan.pdf")
    assert "drawn by the built-in PDFium; read by the built-in Tesseract" in done.stdout, done.stderr


def test_a_page_on_its_side_is_turned_without_the_program(tmp_path: Path) -> None:
    done = read_without_programs(tmp_path, "sideways.png")
    assert "turned by 90°; read by the built-in Tesseract" in done.stdout, done.stderr


def test_a_language_that_is_not_there_is_a_sentence_without_the_program_too(tmp_path: Path) -> None:
    done = read_without_programs(tmp_path, "grey.png", "--languages", "ita")
    assert done.returncode == 3
    assert "Italian (ita) is not installed; installed: German (deu), English (eng), French (fra)." in done.stderr
    assert "Traceback" not in done.stderr


def test_the_shipped_languages_are_whole() -> None:
    for line in (SHIPPED / "SHA256SUMS").read_text().splitlines():
        digest, name = line.split()
        assert hashlib.sha256(lzma.decompress((SHIPPED / f"{name}.xz").read_bytes())).hexdigest() == digest
