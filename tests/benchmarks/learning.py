"""What remembering corrections is worth: errors and doubts on a supplier's next receipt, before and after learning.

    python -m tests.benchmarks.learning SROIE_FOLDER [MODEL_FOLDER]

Receipts that training held back, company by company in the order of their names. On each receipt a clerk corrects what
is wrong and accepts it; the next one is extracted without and with what was learned so far from all companies, so that
a supplier taken for another one counts against it.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from docqa_app.answering.engine import load_engine
from docqa_app.core.answer import Answer
from docqa_app.core.changes import Change, Deed, Patch, Reviewed
from docqa_app.core.document import Box, Document, Page, Report, Word, silent
from docqa_app.core.doubts import needs_look
from docqa_app.core.fields import Extraction, FieldType, FieldValue, Source, State
from docqa_app.core.layout import reading_order
from docqa_app.core.locate import locate
from docqa_app.core.ports import Engine
from docqa_app.core.spelling import spell
from docqa_app.core.suppliers import Memory, joined, recognised, signs_of, supplier_of
from docqa_app.extracting.case import Known
from docqa_app.extracting.extract import extract
from docqa_app.extracting.learning import learned
from docqa_app.paths import find_paths
from docqa_app.schemas.schema import Schema
from docqa_app.schemas.schema_file import find_schema
from docqa_app.training.corpora import company_groups
from docqa_app.training.eval_sets import receipt_parts
from docqa_app.training.page_lines import read_lines
from docqa_app.values.conventions import conventions_of
from docqa_app.values.parse import parse

TRUTH = {"merchant_name": "company", "merchant_address": "address", "date": "date", "total_amount": "total"}
AT = "2024-04-01T08:00:00.000+00:00"


@dataclass(slots=True)
class Once:
    """An engine that thinks once about each question of a document."""

    engine: Engine
    known: dict[tuple[str, str], Answer] = field(default_factory=dict)

    @property
    def model(self) -> str:
        return self.engine.model

    def ask(
        self,
        document: Document,
        questions: Sequence[str],
        *,
        pages: Sequence[int] | None = None,
        report: Report = silent,
    ) -> tuple[Answer, ...]:
        new = [one for one in questions if (document.sha256, one) not in self.known]
        if new:
            answers = self.engine.ask(document, new, pages=pages, report=report)
            self.known |= {(document.sha256, one): answer for one, answer in zip(new, answers, strict=True)}
        return tuple(self.known[document.sha256, one] for one in questions)


@dataclass(frozen=True, slots=True)
class Receipt:
    """A document, its company's group, and what is right."""

    document: Document
    group: str
    truth: dict[str, str]


def receipts(folder: Path) -> list[Receipt]:
    """Those of companies of which training saw none and of which there are two or more."""
    lines = list(read_lines(folder / "train.jsonl.gz"))
    names = company_groups([d["fields"].get("company", d["id"]) for d in lines])
    groups = {d["id"]: name for d, name in zip(lines, names, strict=True)}
    held = receipt_parts(lines)[1]
    many = Counter(groups[d["id"]] for d in lines if d["id"] in held)
    chosen = sorted((d for d in lines if d["id"] in held and many[groups[d["id"]]] > 1), key=lambda d: d["id"])
    return [Receipt(_document(d), groups[d["id"]], _truth(d)) for d in chosen]


def _truth(line: dict[str, Any]) -> dict[str, str]:
    return {ours: line["fields"][theirs] for ours, theirs in TRUTH.items() if line["fields"].get(theirs)}


def _document(line: dict[str, Any]) -> Document:
    words = [word for one in line["words"] for word in _split(one, line["width"], line["height"])]
    page = Page(1, line["width"], line["height"], reading_order(words))
    return Document(line["file"], line["id"], (page,), 1)


def _split(line: dict[str, Any], width: float, height: float) -> Iterator[Word]:
    """The words of an annotated line, each as wide as its letters."""
    left, top, right, bottom = line["box"]
    step, at = (right - left) / max(1, len(line["text"])), 0
    for text in line["text"].split():
        at = line["text"].index(text, at)
        begin, end = left + at * step, left + (at + len(text)) * step
        yield Word(text, Box(begin / width, top / height, end / width, bottom / height))
        at += len(text)


def is_right(value: FieldValue, wanted: str, document: Document) -> bool:
    """Dates and amounts by what they mean, texts by their letters and digits."""
    if value.type is FieldType.TEXT:
        return spell((value.text,)).plain == spell((wanted,)).plain
    meant = parse(wanted, value.type, conventions_of(document.pages))
    return value.value is not None and value.value in (meant.value, *meant.readings)


def corrected(found: Extraction, receipt: Receipt) -> Extraction:
    """What a clerk accepts: right values as they are, the others written as they should be."""
    return replace(found, fields=tuple(_accepted(value, receipt) for value in found.fields))


def _accepted(value: FieldValue, receipt: Receipt) -> FieldValue:
    wanted = receipt.truth.get(value.name)
    if wanted is None or is_right(value, wanted, receipt.document):
        return replace(value, state=State.ACCEPTED, readings=()) if wanted else value
    page = receipt.document.pages[0]
    words = locate(wanted, [word.text for word in page.words])
    text = page.text_of(words)
    if spell((text,)).plain != spell((wanted,)).plain:
        words, text = (), wanted
    meant = parse(text, value.type, conventions_of((page,)))
    right = replace(value, text=text, value=meant.value or (meant.readings or (None,))[0], readings=(), words=words)
    return replace(right, page=1 if words else None, source=Source.PERSON, state=State.ACCEPTED)


def wrong_in(found: Extraction, receipt: Receipt) -> set[str]:
    return {name for name, wanted in receipt.truth.items() if not is_right(found.field(name), wanted, receipt.document)}


def doubts_in(found: Extraction, receipt: Receipt) -> int:
    return sum(needs_look(found.field(name)) for name in receipt.truth)


def told(memories: list[Memory], news: Memory) -> None:
    """As the library joins them."""
    earlier = recognised(memories, signs_of(news.supplier))
    if earlier is None:
        memories.append(replace(news, number=len(memories) + 1))
    else:
        memories[memories.index(earlier)] = joined(earlier, news)


@dataclass(slots=True)
class Tally:
    """Receipts, wrong values and doubts before and after, values put right and values spoiled."""

    receipts: int = 0
    fields: int = 0
    wrong: list[int] = field(default_factory=lambda: [0, 0])
    doubts: list[int] = field(default_factory=lambda: [0, 0])
    mended: int = 0
    spoiled: int = 0

    def add(self, before: Extraction, after: Extraction, receipt: Receipt) -> None:
        was, now = wrong_in(before, receipt), wrong_in(after, receipt)
        self.receipts += 1
        self.fields += len(receipt.truth)
        self.wrong = [self.wrong[0] + len(was), self.wrong[1] + len(now)]
        self.doubts = [self.doubts[0] + doubts_in(before, receipt), self.doubts[1] + doubts_in(after, receipt)]
        self.mended += len(was - now)
        self.spoiled += len(now - was)

    def line(self, name: str) -> str:
        (was, now), (doubted, doubting) = self.wrong, self.doubts
        return (
            f"{name:28} {self.receipts:4} receipts {self.fields:4} values   wrong {was:3} -> {now:3}   "
            f"to check {doubted:3} -> {doubting:3}   put right {self.mended:3}, spoiled {self.spoiled}"
        )


def measure(given: Iterable[Receipt], engine: Engine, schema: Schema) -> dict[str, Tally]:
    """Tallies of first, second and later receipts of a company; of the second by how many values were corrected on
    the first."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    memories: list[Memory] = []
    corrections: dict[str, list[int]] = defaultdict(list)
    for receipt in given:
        before = extract(receipt.document, schema, engine, Known())
        known = Known(recall=lambda document, found: recognised(memories, supplier_of(document, found)))
        after = extract(receipt.document, schema, engine, known)
        tallies[_kind(corrections[receipt.group])].add(before, after, receipt)
        corrections[receipt.group].append(len(wrong_in(after, receipt)))
        entry = Change(Deed.EXTRACT, engine.model, AT, Patch(), Patch(whole=after))
        news = learned(receipt.document, Reviewed(corrected(after, receipt), (entry,)), AT)
        if news is not None:
            told(memories, news)
    return tallies


def _kind(corrections: Sequence[int]) -> str:
    if not corrections:
        return "first of its company"
    return f"second, after {corrections[0]} corrected" if len(corrections) == 1 else "third and later"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path, help="the receipts, with train.jsonl.gz")
    parser.add_argument("model", type=Path, nargs="?", default=find_paths().models)
    chosen = parser.parse_args()
    schema = find_schema("receipt", find_paths().resources / "schemas")
    engine: Any = Once(load_engine(chosen.model))
    tallies = measure(receipts(chosen.folder), engine, schema)
    print(engine.model)
    for name, tally in sorted(tallies.items()):
        print(tally.line(name))


if __name__ == "__main__":
    main()
