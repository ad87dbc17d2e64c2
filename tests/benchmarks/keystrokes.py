"""How many keys a clerk presses for one receipt, before and after what earlier receipts of its company taught.

    python -m tests.benchmarks.keystrokes SROIE_FOLDER [MODEL_FOLDER]

Twenty receipts that training held back, each the next of a company of which one was reviewed before. The clerk sees
everything and uses the keyboard only: Enter accepts, a digit takes an offered value, F2 and letters write one, arrows
go to a wrong value that nobody doubted, Ctrl+Enter (one key here) ends the document. Steps are those of the window.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from docqa_app.answering.engine import load_engine
from docqa_app.core.changes import Change, Deed, Patch, Reviewed
from docqa_app.core.document import Document
from docqa_app.core.doubts import doubts
from docqa_app.core.fields import Concern, FieldValue
from docqa_app.core.ports import Engine
from docqa_app.core.suppliers import Memory, recognised, supplier_of
from docqa_app.extracting.case import Known
from docqa_app.extracting.extract import extract
from docqa_app.extracting.learning import learned
from docqa_app.paths import find_paths
from docqa_app.schemas.schema import Schema
from docqa_app.schemas.schema_file import find_schema
from docqa_app.session.reviewing import finishing, focusing, setting
from docqa_app.session.reviewing.state import Review
from docqa_app.values.conventions import conventions_of
from tests.benchmarks.learning import TRUTH, Once, Receipt, is_right, receipts, told

AT = "2024-04-01T08:00:00.000+00:00"
DOCUMENTS = 20
IsRight = Callable[[FieldValue], bool]


@dataclass(frozen=True, slots=True)
class Work:
    """Keys pressed for one document, how many of them were letters of values, and the review as it was left."""

    keys: int
    letters: int
    review: Review


def reviewed(review: Review, document: Document, truth: dict[str, str]) -> Work:
    """Goes through a document as a clerk would who knows what is right."""

    def right(value: FieldValue) -> bool:
        return value.name not in truth or is_right(value, truth[value.name], document)

    keys = letters = 0
    review = focusing.next_doubt(review)  # the window does so by itself
    while doubts(review.extraction):
        assert review.focus is not None, "a doubt has the focus"
        review, pressed, typed = _mended(review, review.focus, document, truth, right)
        review, keys, letters = focusing.next_doubt(review), keys + pressed, letters + typed
    for place in _wrong(review, right):
        keys += _steps(review, place)
        review, pressed, typed = _mended(focusing.focus(review, place), place, document, truth, right)
        keys, letters = keys + pressed, letters + typed
    return Work(keys + 1, letters, finishing.finish(review, AT))


def _mended(
    review: Review, place: Concern, document: Document, truth: dict[str, str], right: IsRight
) -> tuple[Review, int, int]:
    """The review with one value right, the keys it took, and the letters among them."""
    if right(review.value(place)) and setting.acceptable(review.value(place)):
        return setting.accept(review, place, AT), 1, 0
    for number in range(1, len(setting.choices(review, place)) + 1):
        taken = setting.take(review, place, number, document, AT)
        if right(taken.value(place)) and place not in doubts(taken.extraction):
            return taken, 1, 0
    text = truth.get(place.name, "")
    written = setting.edit(review, place, text, document, AT)
    if place in doubts(written.extraction):  # it can be read in several ways: one more key
        return _settled(written, place, document, right), len(text) + 3, len(text)
    return written, len(text) + 2, len(text)


def _settled(review: Review, place: Concern, document: Document, right: IsRight) -> Review:
    for number in range(1, len(setting.choices(review, place)) + 1):
        taken = setting.take(review, place, number, document, AT)
        if right(taken.value(place)):
            return taken
    return setting.edit(review, place, "", document, AT)


def _wrong(review: Review, right: IsRight) -> Iterator[Concern]:
    return (Concern(value.name) for value in review.extraction.fields if not right(value))


def _steps(review: Review, place: Concern) -> int:
    """Presses of an arrow key from where the clerk is."""
    order = [Concern(value.name) for value in review.extraction.fields]
    return abs(order.index(place) - (order.index(review.focus) if review.focus in order else 0))


def by_hand(truth: dict[str, str]) -> int:
    """Typing everything into a form: every letter, and Tab after each field."""
    return sum(len(text) + 1 for text in truth.values())


def opened(receipt: Receipt, schema: Schema, engine: Engine, memories: Sequence[Memory]) -> Review:
    known = Known(recall=lambda document, found: recognised(memories, supplier_of(document, found)))
    found = extract(receipt.document, schema, engine, known)
    return Review(schema, found, conventions_of(receipt.document.pages), doubt_below=known.doubt_below)


def measure(given: Sequence[Receipt], schema: Schema, engine: Engine) -> list[tuple[int, Work, Work]]:
    """For each next receipt of a company: keys by hand, and the work before and after learning."""
    memories: list[Memory] = []
    seen: set[str] = set()
    works = []
    for receipt in given:
        after = reviewed(opened(receipt, schema, engine, memories), receipt.document, receipt.truth)
        if receipt.group in seen:
            before = reviewed(opened(receipt, schema, engine, ()), receipt.document, receipt.truth)
            works.append((by_hand(receipt.truth), before, after))
        seen.add(receipt.group)
        first = opened(receipt, schema, engine, memories).extraction
        start = Change(Deed.EXTRACT, engine.model, AT, Patch(), Patch(whole=first))
        done = Reviewed(after.review.extraction, (start, *after.review.changes), True)
        news = learned(receipt.document, done, AT)
        if news is not None:
            told(memories, news)
        if len(works) == DOCUMENTS:
            break
    return works


def four_fields(schema: Schema) -> Schema:
    """Only what the receipts' annotation says."""
    return replace(schema, fields=tuple(one for one in schema.fields if one.name in TRUTH), columns=(), rules=())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path, help="the receipts, with train.jsonl.gz")
    parser.add_argument("model", type=Path, nargs="?", default=find_paths().models)
    chosen = parser.parse_args()
    schema = four_fields(find_schema("receipt", find_paths().resources / "schemas"))
    engine = load_engine(chosen.model)
    works = measure(receipts(chosen.folder), schema, Once(engine))  # type: ignore[arg-type]
    hand = [one for one, _, _ in works]
    before, after = [one for _, one, _ in works], [one for _, _, one in works]
    count = len(works)
    typed, keys = sum(hand) / count, [sum(one.keys for one in some) / count for some in (before, after)]
    letters = [sum(one.letters for one in some) / count for some in (before, after)]
    print(f"{engine.model}: {count} next receipts of known companies, four fields each, keys a document")
    print(f"typed by hand {typed:.1f}   reviewed {keys[0]:.1f} ({letters[0]:.1f} letters of values)", end="   ")
    print(f"after learning {keys[1]:.1f} ({letters[1]:.1f} letters of values)")


if __name__ == "__main__":
    main()
