"""Pages with truth, by the thousand: `generate_page(seed)` and a command that writes them to a file."""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

from docqa_app.training.data import marks
from docqa_app.training.data import noise as noises
from docqa_app.training.data.asking import QA
from docqa_app.training.data.content import LOCALES, World
from docqa_app.training.data.draft import Draft
from docqa_app.training.data.heard import OCR_SCALE, heard_by_tesseract
from docqa_app.training.data.layouts import card, form, frame, invoice, letter, order, receipt, report, statement, table
from docqa_app.training.data.questions import ask
from docqa_app.training.data.sample import Sample, as_record, finish
from docqa_app.training.data.sheets import blank, cut, lay_on_table

DRAW: dict[str, Callable[[Draft], None]] = {
    "invoice": invoice.draw,
    "receipt": receipt.draw,
    "form": form.draw,
    "letter": letter.draw,
    "statement": statement.draw,
    "order": order.draw,
    "table": table.draw,
    "report": report.draw,
    "card": card.draw,
}
__all__ = ["KINDS", "LOCALES", "QA", "Sample", "draw_page", "generate_page"]
KINDS = tuple(DRAW)
WEIGHTS = (24, 20, 20, 7, 5, 10, 7, 5, 2)


def draw_page(
    seed: int, kind: str | None = None, locale: str | None = None, scale: float = 1.1, strange: bool = False
) -> Draft:
    """A page drawn, not yet asked about; `scale` is pixels a point."""
    rng = random.Random(seed)
    kind = kind or rng.choices(KINDS, WEIGHTS)[0]
    locale = locale or _locale(rng, kind)
    draft = blank(rng, World(rng, locale), kind, locale, scale)
    draft.strange = strange
    DRAW[kind](draft)
    if kind in ("invoice", "letter", "order", "form", "statement", "report", "table"):
        frame.decorate(draft)
    if kind == "receipt":
        cut(draft, float(draft.seen.pop("end")) + rng.choice((0.0, 0.0, 20.0, 60.0)))
        if draft.chance(0.1):
            marks.stamp(draft, draft.canvas.width * 0.5, draft.canvas.height * rng.uniform(0.3, 0.8))
        if draft.chance(0.15):
            lay_on_table(draft)
    return draft


def _locale(rng: random.Random, kind: str) -> str:
    weights = {"receipt": (15, 10, 15, 12, 30, 10, 8), "order": (90, 5, 0, 0, 3, 2, 0)}
    return rng.choices(LOCALES, weights.get(kind, (30, 15, 27, 17, 6, 4, 1)))[0]


def generate_page(
    seed: int, kind: str | None = None, locale: str | None = None, adorned: bool = False, strange: bool = False
) -> Sample:
    """A page, its questions and its truth; the same seed gives the same sample on the same fonts.

    `adorned`: full of stamps, signatures and codes, and mostly asked for what only the picture shows. `strange`: asked
    for particulars alone, such as no page to learn from tells.
    """
    draft = draw_page(seed, kind, locale, strange=strange)
    if adorned:
        frame.adorn(draft)
    noise = noises.plan(draft.rng)
    return finish(draft, ask(draft, colours=not noise.grey), noise)


def ocr_page(seed: int, kind: str | None = None, locale: str | None = None) -> Sample:
    """A page like `generate_page`'s, its words read by Tesseract: true OCR errors, seconds a page."""
    draft = draw_page(seed, kind, locale, scale=OCR_SCALE)
    noise = replace(noises.plan(draft.rng), ocr=True)
    asked = ask(draft, colours=not noise.grey)
    return finish(draft, asked, noise, heard_by_tesseract(draft, noise))


def _line(seed: int, kind: str | None, locale: str | None, ocr: bool, adorned: bool, strange: bool) -> str:
    sample = ocr_page(seed, kind, locale) if ocr else generate_page(seed, kind, locale, adorned, strange)
    return json.dumps(as_record(f"generated-{seed}", sample), ensure_ascii=False)


def lines(
    first: int,
    count: int,
    workers: int = 1,
    kind: str | None = None,
    locale: str | None = None,
    ocr: bool = False,
    adorned: bool = False,
    strange: bool = False,
) -> Iterator[str]:
    """Samples as lines of JSON, in the order of their seeds."""
    work = partial(_line, kind=kind, locale=locale, ocr=ocr, adorned=adorned, strange=strange)
    seeds = range(first, first + count)
    if workers <= 1:
        yield from map(work, seeds)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(work, seeds, chunksize=16)


def main(arguments: list[str] | None = None) -> None:
    """Writes samples, one a line, to a gzipped file."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0, help="the first page's seed; the next pages count up from it")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--kind", choices=KINDS)
    parser.add_argument("--locale", choices=LOCALES)
    parser.add_argument("--ocr", action="store_true", help="let Tesseract read the pages: slow, with true errors")
    parser.add_argument("--adorned", action="store_true", help="full of what only the picture shows, and asked for it")
    parser.add_argument("--strange", action="store_true", help="asked for particulars that no page to learn from tells")
    given = parser.parse_args(arguments)
    given.out.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(given.out, "wt", encoding="utf-8", compresslevel=3) as out:
        told = (given.workers, given.kind, given.locale, given.ocr, given.adorned, given.strange)
        for line in lines(given.seed, given.count, *told):
            out.write(line + "\n")


if __name__ == "__main__":
    main()
