"""An invoice's embedded XML set beside its page: the XML's values win, every disagreement is listed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from docqa_app.core.document import Document, Page
from docqa_app.core.fields import Disagreement, FieldType, FieldValue, LineItem, Source, State, Value, XmlInvoice
from docqa_app.core.layout import evidence_boxes, text_lines
from docqa_app.core.locate import locate
from docqa_app.core.spelling import spell
from docqa_app.schemas.schema import Schema
from docqa_app.values.amounts import DecimalMark
from docqa_app.values.conventions import Conventions
from docqa_app.values.parse import parse

CANONICAL = Conventions(decimal_mark=DecimalMark.POINT)
SHORTEST_WITHIN = 4
"""Letters and digits of a text that may stand among others."""


def with_xml(
    document: Document, fields: Sequence[FieldValue], xml: XmlInvoice, conventions: Conventions
) -> tuple[tuple[FieldValue, ...], tuple[Disagreement, ...]]:
    """The fields with the XML's values in place, and where the page says something else."""
    texts = dict(xml.fields)
    pairs = [_one(document, value, texts.get(value.name, ""), conventions) for value in fields]
    return tuple(value for value, _ in pairs), tuple(one for _, one in pairs if one is not None)


def _one(
    document: Document, value: FieldValue, text: str, conventions: Conventions
) -> tuple[FieldValue, Disagreement | None]:
    """One field; it disagrees where the page gives it another value and shows the XML's nowhere."""
    parsed = parse(text, value.type, CANONICAL)
    if not text or parsed.value is None:
        return value, None
    taken = _taken(value, text, parsed.value)
    if _same(value.value, parsed.value) or any(_same(one, parsed.value) for one in value.readings):
        return taken, None
    place = _place(document, value.type, text, parsed.value, conventions)
    if place is not None:
        page, words = place
        return replace(taken, page=page.number, words=words, boxes=evidence_boxes(page, words)), None
    if value.state is State.NOT_FOUND or not value.text:
        return replace(taken, page=None, words=(), boxes=()), None
    note = f"The page says “{value.text}”, the XML “{text}”."
    return replace(taken, note=note), Disagreement(value.name, text, value.text)


def _taken(value: FieldValue, text: str, meant: Value) -> FieldValue:
    return replace(
        value, text=text, value=meant, readings=(), confidence=1.0, source=Source.XML, state=State.FROM_XML, note=""
    )


def _same(page: Value | None, xml: Value) -> bool:
    """Equal values; texts by their letters and digits, and an address may be printed with more or less around it."""
    if not isinstance(page, str) or not isinstance(xml, str):
        return page == xml
    short, long = sorted((spell((page,)).plain, spell((xml,)).plain), key=len)
    return bool(short) and (short == long or (len(short) >= SHORTEST_WITHIN and _is_within(short, long)))


def _is_within(short: str, long: str) -> bool:
    """Whether one text holds the other whole: 10012 is none that 100123 holds."""
    before, after = r"(?<!\d)" if short[0].isdigit() else "", r"(?!\d)" if short[-1].isdigit() else ""
    return re.search(before + re.escape(short) + after, long) is not None


def _place(
    document: Document, kind: FieldType, text: str, meant: Value, conventions: Conventions
) -> tuple[Page, tuple[int, ...]] | None:
    """The first page that shows the value, and the words that do."""
    for page in document.pages:
        if kind in (FieldType.TEXT, FieldType.IBAN, FieldType.VAT_ID):
            words = locate(text, [word.text for word in page.words])
        else:
            words = next(_showing(page, kind, meant, conventions), ())
        if words:
            return page, words
    return None


def _showing(page: Page, kind: FieldType, meant: Value, conventions: Conventions) -> Iterator[tuple[int, ...]]:
    """Runs of neighbouring words of a line that mean the value, the shortest first."""
    for length in range(1, 4 if kind is FieldType.DATE else 2):
        for line in text_lines(page.words, page.turn):
            for first in range(len(line.words) - length + 1):
                words = line.words[first : first + length]
                text = page.text_of(words)
                parsed = parse(text, kind, conventions) if re.search(r"\w|[€$£]", text) else None
                if parsed is not None and (parsed.value == meant or meant in parsed.readings):
                    yield words


def items_with_xml(
    schema: Schema, items: Sequence[LineItem], xml: XmlInvoice
) -> tuple[tuple[LineItem, ...], tuple[Disagreement, ...]]:
    """The XML's rows; where the page has as many, with the page's boxes, and with every cell that disagrees."""
    if not xml.line_items or not schema.columns:
        return tuple(items), ()
    paired = len(items) == len(xml.line_items)
    empty = LineItem(tuple(FieldValue(column.name, column.type) for column in schema.columns))
    rows = [
        _row(row, item, dict(texts))
        for row, (item, texts) in enumerate(
            zip(items if paired else [empty] * len(xml.line_items), xml.line_items, strict=True), start=1
        )
    ]
    counts = () if paired or not items else (Disagreement("line_items", f"{len(rows)} rows", f"{len(items)} rows"),)
    return tuple(item for item, _ in rows), (*counts, *(one for _, found in rows for one in found))


def _row(row: int, item: LineItem, texts: dict[str, str]) -> tuple[LineItem, list[Disagreement]]:
    cells, disagreements = [], []
    for cell in item.cells:
        text = texts.get(cell.name, "")
        parsed = parse(text, cell.type, CANONICAL)
        if not text or parsed.value is None:
            cells.append(cell)
            continue
        taken = _taken(cell, text, parsed.value)
        said = (cell.value, *cell.readings)
        if cell.text and not any(_same(one, parsed.value) for one in said if one is not None):
            taken = replace(taken, note=f"The page says “{cell.text}”, the XML “{text}”.")
            disagreements.append(Disagreement(f"line_items[{row}].{cell.name}", text, cell.text))
        cells.append(taken)
    return LineItem(tuple(cells)), disagreements
