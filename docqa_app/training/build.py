"""Reads the labelled documents as the app reads them and writes training and development lines.

Training lines say their answers as the page prints them; development lines keep the set's own spelling.

    python -m docqa_app.training.build DOCUMENTS OUT [--only sroie adbuy cord]

Interrupted, it goes on where it was: words are kept in OUT/words by content.
"""

from __future__ import annotations

import argparse
import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from tqdm import tqdm

from docqa_app.core.document import Box, Page, Word, WordSource
from docqa_app.core.layout import reading_order
from docqa_app.errors import InputError
from docqa_app.reading.cache import WordCache
from docqa_app.reading.options import ReadOptions
from docqa_app.reading.reader import read_document
from docqa_app.training.corpora import cord_examples, order_examples, receipt_examples
from docqa_app.training.eval_sets import order_parts, receipt_parts
from docqa_app.training.page_lines import Line, read_lines, write_lines
from docqa_app.training.printed import as_printed

log = logging.getLogger(__name__)
KEPT_BYTES = 2_000_000_000


def read_pages(folder: Path, document: Line, options: ReadOptions, cache: WordCache) -> list[Page]:
    """All pages of a document as the app reads them, numbered through; unreadable ones are left out and logged."""
    files = [document["file"]] if isinstance(document["file"], str) else document["file"]
    pages: list[Page] = []
    for name in files:
        try:
            read = read_document(folder / name, options, cache=cache)
        except InputError as problem:
            log.warning("%s: %s", name, problem)
            continue
        pages += [replace(p, number=len(pages) + n) for n, p in enumerate(read.pages, start=1)]
    return [p for p in pages if not p.problem]


def given_receipt(document: Line, picture: bytes) -> Page:
    """A receipt with the set's own text lines, cut to words by the share of their letters (SROIE boxes are lines)."""
    width, height = document["width"], document["height"]
    words: list[Word] = []
    for line in document["words"]:
        left, top, right, bottom = line["box"]
        step = (right - left) / max(1, len(line["text"]))
        at = 0
        for part in line["text"].split():
            first = line["text"].index(part, at)
            at = first + len(part)
            box = Box((left + first * step) / width, top / height, (left + at * step) / width, bottom / height)
            words.append(Word(part, box))
    return Page(1, width, height, reading_order(words), WordSource.GIVEN, picture=picture)


def receipts(folder: Path, out: Path, options: ReadOptions, cache: WordCache) -> None:
    """sroie_train (words as read, and as given) and sroie_dev (as read)."""
    documents = list(read_lines(folder / "train.jsonl.gz"))
    held = receipt_parts(documents)[1]
    read = {d["id"]: p[0] for d in tqdm(documents, "sroie") if (p := read_pages(folder, d, options, cache))}
    given = {d["id"]: given_receipt(d, read[d["id"]].picture) for d in documents if d["id"] in read}
    train = [*receipt_examples(documents, read, 11), *receipt_examples(documents, given, 12)]
    write_lines(out / "sroie_train.jsonl.gz", map(as_printed, _outside(train, held)))
    write_lines(out / "sroie_dev.jsonl.gz", _inside(receipt_examples(documents, read, 13), held))


def orders(folder: Path, out: Path, options: ReadOptions, cache: WordCache) -> None:
    """adbuy_train and adbuy_dev."""
    documents = list(read_lines(folder / "train.jsonl.gz"))
    held = order_parts(documents)[1]
    pages = {d["id"]: read_pages(folder, d, options, cache) for d in tqdm(documents, "adbuy")}
    lines = list(order_examples(documents, pages, 5))
    write_lines(out / "adbuy_train.jsonl.gz", map(as_printed, _outside(lines, held)))
    write_lines(out / "adbuy_dev.jsonl.gz", _inside(lines, held))


def till_receipts(folder: Path, out: Path, options: ReadOptions, cache: WordCache) -> None:
    """cord_train and cord_dev: words as given, there are no images."""
    for part in ("train", "dev"):
        write_lines(out / f"cord_{part}.jsonl.gz", cord_examples(list(read_lines(folder / f"{part}.jsonl.gz")), 3))


def _document(line: Line) -> str:
    """The document a line belongs to: orders number their pages behind a last hyphen."""
    return line["id"].rsplit("-", 1)[0] if line["kind"] == "order" else line["id"]


def _inside(lines: Iterable[Line], held: set[str]) -> Iterator[Line]:
    return (line for line in lines if _document(line) in held)


def _outside(lines: Iterable[Line], held: set[str]) -> Iterator[Line]:
    return (line for line in lines if _document(line) not in held)


BUILDERS = {"sroie": receipts, "adbuy": orders, "cord": till_receipts}


def main(arguments: Sequence[str] | None = None) -> None:
    """Build the sets that are there."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("documents", type=Path, help="folder with one folder a set")
    parser.add_argument("out", type=Path)
    parser.add_argument("--only", nargs="*", choices=BUILDERS, default=list(BUILDERS))
    parser.add_argument("--workers", type=int, default=0)
    parser.add_argument("--models", type=Path, default=Path("models"), help="where the second reader lies")
    chosen = parser.parse_args(arguments)
    options = ReadOptions(workers=chosen.workers, models=chosen.models)
    cache = WordCache(chosen.out / "words", KEPT_BYTES)
    for name in chosen.only:
        BUILDERS[name](chosen.documents / name, chosen.out, options, cache)


if __name__ == "__main__":
    main()
