"""Language files for the built-in Tesseract, which looks into one folder only: gathered there from where they lie."""

from __future__ import annotations

import hashlib
import logging
import lzma
import os
import shutil
import sys
import sysconfig
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

ENDING = ".traineddata"
SUMS = "SHA256SUMS"
USUAL_FOLDERS = {
    "win32": ("C:/Program Files/Tesseract-OCR/tessdata",),
    "darwin": ("/opt/homebrew/share/tessdata", "/usr/local/share/tessdata"),
}.get(
    sys.platform,
    ("/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tesseract-ocr/4.00/tessdata", "/usr/share/tessdata"),
)
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class LanguageFiles:
    """`shipped` holds packed language files with their checksums; `gathered` is the user's folder, which may not exist
    yet, into which they are unpacked beside those that are installed."""

    shipped: Path
    gathered: Path

    def folder(self) -> Path:
        """The folder with every language there is, filled where something is missing in it. Looked at once a run."""
        return _gathered_once(self)


def system_folder() -> Path | None:
    """The folder TESSDATA_PREFIX names, else where Tesseract's own packages put language files."""
    named = os.environ.get("TESSDATA_PREFIX")
    return next((place for place in map(Path, [named] if named else USUAL_FOLDERS) if _files(place)), None)


def languages_in(folder: Path) -> tuple[str, ...]:
    """Tesseract's names of the languages whose files lie in a folder."""
    return tuple(file.stem for file in _files(folder))


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"*{ENDING}"))


@cache
def _gathered_once(files: LanguageFiles) -> Path:
    gather(files)
    return files.gathered


def gather(files: LanguageFiles) -> None:
    """Link, copy or unpack into the user's folder what is not whole there; what cannot be had stays missing."""
    for source in _installed():
        target = files.gathered / source.name
        if not target.exists() or target.stat().st_size != source.stat().st_size:
            _place(target, partial(_link, source))
    for name, digest in _packed(files.shipped):
        target = files.gathered / name
        if not target.exists() or _digest(target) != digest:
            _place(target, partial(_unpack, files.shipped / f"{name}.xz", digest))


def _installed() -> Iterator[Path]:
    """The language files of the system and of Python packages, the first of a name."""
    found: dict[str, Path] = {}
    for folder in filter(None, (system_folder(), *_package_folders())):
        found = {file.name: file for file in _files(folder)} | found
    yield from found.values()


def _package_folders() -> Iterator[Path]:
    """Where pip puts a package's data: into the environment, or beside the packages of a bundle."""
    for root in dict.fromkeys((sysconfig.get_path("data"), *sys.path)):
        yield Path(root) / "share" / "tessdata"


def _packed(shipped: Path) -> Iterator[tuple[str, str]]:
    """The name and the SHA-256 of every language file that is shipped packed."""
    sums = shipped / SUMS
    for line in sums.read_text(encoding="ascii").splitlines() if sums.exists() else ():
        digest, name = line.split()
        yield name, digest


def _place(target: Path, write: Callable[[Path], None]) -> None:
    """Written beside and then moved: another run may be reading the folder."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent) as beside:
            written = Path(beside) / target.name
            write(written)
            written.replace(target)
    except (OSError, ValueError, lzma.LZMAError) as error:
        log.warning("the language file %s cannot be had: %s", target.name, error)


def _link(source: Path, target: Path) -> None:
    """A second name for the file where the disk allows it, else a copy."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def _unpack(source: Path, digest: str, target: Path) -> None:
    target.write_bytes(lzma.decompress(source.read_bytes()))
    if _digest(target) != digest:
        raise ValueError(f"{source} is damaged")


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
