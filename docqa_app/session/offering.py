"""The kinds of documents have changed: every document on the desk can be of those there are now."""

from __future__ import annotations

from dataclasses import replace

from docqa_app.schemas.schema import Schema
from docqa_app.session.state import OpenDocument, Session


def offer_kinds(session: Session, kinds: tuple[Schema, ...]) -> Session:
    """Documents whose fields are not filled yet will be offered them anyway."""
    return replace(session, documents=tuple(_offering(document, kinds) for document in session.documents))


def _offering(document: OpenDocument, kinds: tuple[Schema, ...]) -> OpenDocument:
    if document.review is None or not document.review.kinds:
        return document
    return replace(document, review=replace(document.review, kinds=kinds))
