"""A document made of words that were given, not read."""

from __future__ import annotations

import hashlib
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from docqa_app.cli.questions import Case
from docqa_app.core.document import Document, Page
from docqa_app.core.layout import reading_order
from docqa_app.errors import InputError


def given_document(case: Case) -> Document:
    """The given words as a document, its pictures drawn from the file where there is one; InputError without words."""
    if case.pages is None:
        raise InputError(f"{case.id} gives no words")
    pages = tuple(replace(page, words=reading_order(page.words)) for page in case.pages)
    if case.file is not None:
        pages = _with_pictures(pages, case.file)
    return Document(str(case.file or case.id), _hash(pages), pages, len(pages))


def _with_pictures(pages: tuple[Page, ...], file: Path) -> tuple[Page, ...]:
    from docqa_app.reading.picture import WIDTH, picture
    from docqa_app.reading.render import PageRenderer

    with closing(PageRenderer(file)) as renderer:
        drawn = []
        for page in pages[: renderer.count]:
            width, height = renderer.size(page.number)
            look = picture(renderer.render(page.number, WIDTH))
            drawn.append(replace(page, width=width, height=height, picture=look))
    return (*drawn, *pages[len(drawn) :])


def _hash(pages: tuple[Page, ...]) -> str:
    """A name for these words: what the model keeps between questions is kept by it."""
    texts = "\n".join(f"{page.number} {word}" for page in pages for word in page.words)
    looks = b"".join(page.picture for page in pages)
    return hashlib.sha256(texts.encode("utf-8", "replace") + looks).hexdigest()
