"""Key facts as sentences: who charges whom how much, when, by when it is due, and for what, in the document's own
spelling; who orders, offers or credits where a paper charges nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from string import Formatter

from docqa_app.core.document import Document, Report, silent
from docqa_app.core.fields import Extraction, FieldType, FieldValue, Source
from docqa_app.core.find import fold
from docqa_app.core.geometry import is_strip, upright
from docqa_app.core.ports import Engine
from docqa_app.extracting.case import Known
from docqa_app.extracting.extract import extract
from docqa_app.schemas.kinds import propose, recognized, score
from docqa_app.schemas.schema import Schema, in_language
from docqa_app.summarizing.fact_patterns import BY_PAPER, NET, PATTERNS, Pattern
from docqa_app.summarizing.goods import goods
from docqa_app.summarizing.papers import Paper, paper_of
from docqa_app.summarizing.sentences import ABBREVIATIONS
from docqa_app.summarizing.telling import own_sentences, speaks
from docqa_app.values.amounts import read_currencies
from docqa_app.values.conventions import conventions_of

BEFORE = ("£", "$", "US$", "C$", "A$", "₹", "¥")
"""Signs of currencies that stand before an amount."""
MOST_KEYS = 4
"""Keys of a form that one sentence names."""


def kind_of(document: Document, schemas: Sequence[Schema]) -> Schema | None:
    """The document's kind, None for a letter or a report. Orders, offers and credit notes have a bill's fields, though
    they may bear a receipt's signs; a title is enough where no sentences are, as in letters about bills."""
    kind, paper = recognized(document, schemas) or _of_till(document, schemas), paper_of(document)
    if kind and (kind.name not in PATTERNS or paper in (None, Paper.BILL)):
        return kind
    if not kind and (not schemas or paper is None or speaks(own_sentences(document.pages))):
        return None
    likeliest = propose(document, schemas) if paper is Paper.BILL else None
    billed = likeliest or next((one for one in schemas if one.name == "invoice"), None)
    return billed if billed and billed.name in PATTERNS else kind


@dataclass(frozen=True, slots=True)
class Beside:
    """What is known of a document beside its pages: of its embedded XML and its supplier, and the fields of it that are
    found already, which a person may have corrected."""

    known: Callable[[Document], Known] = lambda _: Known()
    found: Callable[[Document], Extraction | None] = lambda _: None


NOTHING_BESIDE = Beside()


def _of_till(document: Document, schemas: Sequence[Schema]) -> Schema | None:
    """What a strip from a till is most likely, though its signs but one were misread."""
    first = next((upright(page) for page in document.pages if page.words), None)
    if first is None or not schemas or not is_strip(first):
        return None
    likeliest = propose(document, schemas)
    return likeliest if likeliest.name in PATTERNS and score(first, likeliest) >= 1 else None


def facts_found(
    document: Document, schema: Schema, engine: Engine, known: Known | None = None, report: Report = silent
) -> Extraction:
    """The fields that sentences tell of, with the rules between them, and the goods; a form's keys."""
    wanted = {name for pattern in _patterns(document, schema) for name in _told(pattern)} | {"currency"}
    asked = replace(schema.only(wanted), columns=schema.columns)
    return extract(document, asked, engine, known, report=report)


def key_facts(document: Document, schema: Schema, found: Extraction) -> tuple[str, ...]:
    """What was found as sentences, the most important first."""
    patterns, texts = _patterns(document, schema), _texts(document, found)
    if not patterns:
        return _keys(found)
    sentences = [_sentence(pattern, texts) for pattern in patterns]
    if any(sentences):  # a report with tables may look like a bill, and has no goods
        sentences.insert(-1, goods(document, found, conventions_of(document.pages).language))  # before net and tax
    return tuple(sentence for sentence in sentences if sentence)


def _patterns(document: Document, schema: Schema) -> tuple[Pattern, ...]:
    language = conventions_of(document.pages).language
    if schema.name == "invoice" and (told := _told_of(document)):
        return in_language(told, language), in_language(NET, language)
    return in_language(PATTERNS[schema.name], language) if schema.name in PATTERNS else ()


def _told_of(document: Document) -> Mapping[str, Pattern] | None:
    paper = paper_of(document)
    return BY_PAPER.get(paper) if paper else None


def _told(pattern: Pattern) -> set[str]:
    return {name for part in (*pattern.heads, *pattern.tails) for name in _names(part)}


def _texts(document: Document, found: Extraction) -> dict[str, str]:
    """What was found, as it is printed; amounts with their currency."""
    fields = [_as_printed(document, value) for value in _parties_apart(found.fields) if value.text]
    currency = next((_mark(document, value) for value in fields if value.name == "currency"), "")
    return {value.name: _text(value, currency) for value in fields}


def _parties_apart(fields: Sequence[FieldValue]) -> Sequence[FieldValue]:
    """Without the less sure one of two parties that are one: nobody charges himself."""
    sells, buys = (
        next((one for one in fields if one.name == name), None) for name in ("supplier_name", "customer_name")
    )
    if not sells or not buys or fold(sells.text) != fold(buys.text):
        return fields
    doubtful = min(sells, buys, key=lambda one: one.confidence)
    return [one for one in fields if one is not doubtful]


def _as_printed(document: Document, value: FieldValue) -> FieldValue:
    """A day or an amount of the XML as its page spells it, where that has the same one."""
    if value.source is not Source.XML or value.type is FieldType.TEXT or value.note or not value.words:
        return value
    return replace(value, text=document.page(value.page or 1).text_of(value.words))


def _mark(document: Document, value: FieldValue) -> str:
    """A currency as it is printed, or its code where it is printed in one with an amount."""
    printed = document.page(value.page or 1).text_of(value.words) or value.text
    return str(value.value or "") if any(character.isdigit() for character in printed) else value.text


def _text(value: FieldValue, currency: str) -> str:
    text = _without_marks(" ".join(value.text.split()))
    needs_currency = value.name.endswith("_amount") and currency and not read_currencies(text)
    if not needs_currency:
        return text
    return f"{currency}{text}" if currency in BEFORE else f"{text} {currency}"


def _without_marks(text: str) -> str:
    """Without marks at its end, but for the point of an abbreviation: "Supply Co."."""
    bare = text.rstrip(".,;:")
    return f"{bare}." if text == f"{bare}." and ABBREVIATIONS.intersection(fold(bare).split()[-1:]) else bare


def _sentence(pattern: Pattern, texts: Mapping[str, str]) -> str:
    head = next((head for head in pattern.heads if _names(head) <= texts.keys()), None)
    if head is None:
        return ""
    said = head + "".join(tail for tail in pattern.tails if _names(tail) <= texts.keys())
    return said.format_map(texts).removesuffix(".") + "."


def _names(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def _keys(found: Extraction) -> tuple[str, ...]:
    """What a form says under its keys, so many to a sentence."""
    said = [f"{value.name.rstrip(' :')}: {value.text}" for value in found.fields if value.text and value.name.strip()]
    return tuple("; ".join(said[at : at + MOST_KEYS]) + "." for at in range(0, len(said), MOST_KEYS))
