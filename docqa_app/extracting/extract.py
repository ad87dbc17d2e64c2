"""A document and a schema become an extraction: asked, parsed, compared with the embedded XML, checked by rules."""

from __future__ import annotations

import logging
from dataclasses import replace

from docqa_app.core.document import Document, Report, silent
from docqa_app.core.fields import Extraction
from docqa_app.core.ports import Engine
from docqa_app.core.suppliers import Memory
from docqa_app.errors import LibraryError
from docqa_app.extracting.case import Case, Known
from docqa_app.extracting.checking import checked
from docqa_app.extracting.embedded import items_with_xml, with_xml
from docqa_app.extracting.line_items.headers import Heads
from docqa_app.extracting.pair_fields import pair_fields
from docqa_app.extracting.remembered import known_conventions, with_remembered
from docqa_app.extracting.weighed_fields import weighed_fields
from docqa_app.schemas.schema import Schema
from docqa_app.values.conventions import conventions_of

log = logging.getLogger(__name__)


def extract(
    document: Document, schema: Schema, engine: Engine, known: Known | None = None, *, report: Report = silent
) -> Extraction:
    """Every field and line item of the schema with its evidence, state and rules. Pages that failed are left out, and
    among the problems."""
    known = known or Known()
    pages = tuple(page for page in document.pages if not page.problem)
    conventions = conventions_of(pages).refined(known.conventions)
    case = Case(replace(document, pages=pages), schema, conventions, known, Heads(schema.columns))
    found = replace(_found(case, engine, report), problems=_problems(document))
    return checked(_compared(*_as_remembered(case, found)), schema, known.language)


def _found(case: Case, engine: Engine, report: Report) -> Extraction:
    document, schema, items = case.document, case.schema, case.items()
    fields = weighed_fields(case, engine, items, report)
    if schema.pairs:
        fields += pair_fields(document, engine, case.doubt_below, report)
    model, below = engine.model, engine.check_fields_below
    return Extraction(document.path, document.sha256, schema.name, fields, items, model=model, check_below=below)


def _problems(document: Document) -> tuple[str, ...]:
    return tuple(dict.fromkeys(page.problem for page in document.pages if page.problem))


def _as_remembered(case: Case, found: Extraction) -> tuple[Case, Extraction]:
    """Read as the supplier is remembered to write, which may be otherwise than its document tells."""
    memory = _recalled(case, found)
    if memory is None:
        return case, found
    found = with_remembered(case.document, case.schema, found, memory, case.conventions, case.doubt_below)
    again = replace(case, conventions=known_conventions(memory, case.conventions))
    return again, replace(found, line_items=again.items(memory.corrections))


def _recalled(case: Case, found: Extraction) -> Memory | None:
    """What is remembered of the supplier. A library that cannot be read costs the gain, not the document."""
    try:
        return case.known.recall(case.document, found) if case.known.recall else None
    except LibraryError as error:
        log.warning("Nothing was recalled for %s: %s", case.document.path, error)
        return None


def _compared(case: Case, found: Extraction) -> Extraction:
    """Beside the XML that the document holds."""
    xml = case.known.xml
    if xml is None:
        return found
    if xml.problem:
        return replace(found, problems=(*found.problems, xml.problem))
    fields, disagreements = with_xml(case.document, found.fields, xml, case.conventions)
    items, more = items_with_xml(case.schema, found.line_items, xml)
    return replace(found, fields=fields, line_items=items, disagreements=(*disagreements, *more))
