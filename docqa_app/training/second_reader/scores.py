"""How many annotated words of held-back receipts are read right, by Tesseract alone and with the second reader.

python -m docqa_app.training.second_reader.scores MODELS DOCUMENTS [--most N]
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from docqa_app.core.document import Box, Page, Word
from docqa_app.core.geometry import vertical_overlap
from docqa_app.reading.figures import is_figure, spelled
from docqa_app.reading.options import ReadOptions
from docqa_app.reading.reader import read_document
from docqa_app.training.build import given_receipt
from docqa_app.training.eval_sets import receipt_parts
from docqa_app.training.page_lines import Line, read_lines

SAME_LINE = 0.5
SURE = 0.85
"""The confidence from which what was read wrong is counted as surely wrong."""


@dataclass(frozen=True, slots=True)
class Found:
    """An annotated word: whether it is a figure, whether it stands on the page as read, and whether it does not though
    something of its kind was read surely in its place."""

    is_figure: bool
    right: bool
    surely_wrong: bool


def found_words(truth: Sequence[Word], read: Sequence[Word]) -> Iterator[Found]:
    """Each of the annotated words among those that were read; nothing is made of marks around them, nor of capitals,
    in which annotators told all."""
    for word in truth:
        if _letters(word.text):
            yield _found(word, [other for other in read if _is_there(other.box, word.box)])


def _found(word: Word, there: Sequence[Word]) -> Found:
    wanted, figure = _letters(word.text), is_figure(spelled(word.text, 1.0).text)
    right = any(_letters(other.text) == wanted for other in there)
    sure = any(other.confidence >= SURE and is_figure(other.text) == figure for other in there)
    return Found(figure, right, sure and not right)


def _letters(text: str) -> str:
    return spelled(text, 1.0).text.upper()


def _is_there(box: Box, figure: Box) -> bool:
    """On the same line, and one over the other: where an annotated word stands in its line is an estimate."""
    return vertical_overlap(box, figure) > SAME_LINE and box.left < figure.right and figure.left < box.right


def held_receipts(documents: Path) -> list[Line]:
    """The receipts of companies that training never saw."""
    receipts = list(read_lines(documents / "sroie" / "train.jsonl.gz"))
    held = receipt_parts(receipts)[1]
    return [receipt for receipt in receipts if receipt["id"] in held]


def _read(file: Path, options: ReadOptions, took: Counter[str], name: str) -> Page:
    begin = time.perf_counter()
    page = read_document(file, options).pages[0]
    took[name] += time.perf_counter() - begin  # type: ignore[assignment]
    return page


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the arguments and print the counts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("models", type=Path)
    parser.add_argument("documents", type=Path)
    parser.add_argument("--most", type=int)
    given = parser.parse_args(arguments)
    counts, took = Counter[str](), Counter[str]()
    ways = {"before": ReadOptions(("eng",)), "after": ReadOptions(("eng",), models=given.models)}
    for receipt in islice(held_receipts(given.documents), given.most):
        truth = given_receipt(receipt, b"").words
        file = given.documents / "sroie" / receipt["file"]
        pages = {name: _read(file, options, took, name) for name, options in ways.items()}
        found = {name: list(found_words(truth, page.words)) for name, page in pages.items()}
        _count(counts, found["before"], found["after"])
    print(*(f"{name} {count}" for name, count in counts.items()), sep="\n")
    print(*(f"{name}: {seconds:.1f} s" for name, seconds in took.items()), sep="\n")


def _count(counts: Counter[str], before: Sequence[Found], after: Sequence[Found]) -> None:
    for was, now in zip(before, after, strict=True):
        kind = "figures" if was.is_figure else "words"
        counts[kind] += 1
        counts[f"{kind}, right before"] += was.right
        counts[f"{kind}, right after"] += now.right
        counts[f"{kind}, mended"] += now.right and not was.right
        counts[f"{kind}, made wrong"] += was.right and not now.right
        counts[f"{kind}, surely wrong before"] += was.surely_wrong
        counts[f"{kind}, surely wrong after"] += now.surely_wrong


if __name__ == "__main__":
    main()
