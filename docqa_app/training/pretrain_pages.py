"""Any folder of images and PDFs becomes pages to pre-train on: no labels are needed.

    python -m docqa_app.training.pretrain_pages FOLDER pages.jsonl.gz
    python -m docqa_app.training.train RUN --blank pages.jsonl.gz:1 ...

Pages are read as the app reads them, and kept by content in `words` beside the output: an interrupted run goes on.
"""

from __future__ import annotations

import argparse
import logging
from collections.abc import Iterator, Sequence
from pathlib import Path

from tqdm import tqdm

from docqa_app.core.document import Page
from docqa_app.core.geometry import upright
from docqa_app.errors import InputError
from docqa_app.reading.cache import WordCache
from docqa_app.reading.formats import kind_of
from docqa_app.reading.options import ReadOptions
from docqa_app.reading.reader import read_document
from docqa_app.training.build import KEPT_BYTES
from docqa_app.training.page_lines import Line, page_line, write_lines

log = logging.getLogger(__name__)
FEWEST_WORDS = 8  # a page of fewer teaches nothing about lines and cells


def documents(folder: Path) -> list[Path]:
    """Every file below the folder that the app can open, in the order of their names."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and _opens(path))


def _opens(path: Path) -> bool:
    try:
        kind_of(path)
    except InputError:
        return False
    return True


def page_lines(folder: Path, files: Sequence[Path], options: ReadOptions, cache: WordCache) -> Iterator[Line]:
    """A line without questions for each page with words; what cannot be read is logged and left out."""
    for path in files:
        try:
            pages = read_document(path, options, cache=cache).pages
        except InputError as problem:
            log.warning("%s: %s", path.name, problem)
            continue
        for page in pages:
            if not page.problem and len(page.words) >= FEWEST_WORDS:
                yield _line(page, path.relative_to(folder))


def _line(page: Page, name: Path) -> Line:
    standing = upright(page)
    return page_line(standing, f"{name.as_posix()}-{page.number}", name.as_posix(), "unlabelled", ())


def main(arguments: Sequence[str] | None = None) -> None:
    """Read a folder and write its pages."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path, help="file of example lines to write")
    parser.add_argument("--languages", default="eng", help="Tesseract's names, joined by +")
    parser.add_argument("--limit", type=int, default=0, help="files at most")
    parser.add_argument("--workers", type=int, default=0, help="pages read at once; 0: one a core")
    parser.add_argument("--models", type=Path, default=Path("models"), help="where the second reader lies")
    given = parser.parse_args(arguments)
    files = documents(given.folder)[: given.limit or None]
    languages = tuple(given.languages.split("+"))
    options = ReadOptions(languages=languages, workers=given.workers, models=given.models)
    cache = WordCache(given.out.parent / "words", KEPT_BYTES)
    count = write_lines(given.out, page_lines(given.folder, tqdm(files, "reading"), options, cache))
    print(f"{count} pages of {len(files)} files in {given.out}")


if __name__ == "__main__":
    main()
