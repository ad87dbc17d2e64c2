"""How many annotated figures of held-back receipts are read right, by Tesseract alone and with the reader of figures.

python -m docqa_app.training.figures.scores MODELS DOCUMENTS [--most N]
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
"""The confidence of a word from which a wrong figure is counted as surely wrong."""


@dataclass(frozen=True, slots=True)
class Found:
    """An annotated figure: whether it stands on the page as read, and the surest other figure in its place."""

    right: bool
    surely_wrong: bool


def found_figures(truth: Sequence[Word], read: Sequence[Word]) -> Iterator[Found]:
    """Each figure of the annotated words among those that were read."""
    for figure in truth:
        if is_figure(spelled(figure.text, 1.0).text):
            yield _found(figure, [word for word in read if _is_there(word.box, figure.box)])


def _found(figure: Word, there: Sequence[Word]) -> Found:
    wanted = spelled(figure.text, 1.0).text
    right = any(spelled(word.text, 1.0).text == wanted for word in there)
    sure = any(word.confidence >= SURE and is_figure(word.text) for word in there)
    return Found(right, sure and not right)


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
        found = {name: list(found_figures(truth, page.words)) for name, page in pages.items()}
        _count(counts, found["before"], found["after"])
    print(*(f"{name} {count}" for name, count in counts.items()), sep="\n")
    print(*(f"{name}: {seconds:.1f} s" for name, seconds in took.items()), sep="\n")


def _count(counts: Counter[str], before: Sequence[Found], after: Sequence[Found]) -> None:
    for was, now in zip(before, after, strict=True):
        counts["figures"] += 1
        counts["right before"] += was.right
        counts["right after"] += now.right
        counts["mended"] += now.right and not was.right
        counts["made wrong"] += was.right and not now.right
        counts["surely wrong before"] += was.surely_wrong
        counts["surely wrong after"] += now.surely_wrong


if __name__ == "__main__":
    main()
