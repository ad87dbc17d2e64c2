"""Everything that one sentence is asked: what its wording claims of fields, and the questions that the model writes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from docqa_app.core.document import Document, Page, Report, silent
from docqa_app.core.ports import Engine, PairModel
from docqa_app.summarizing.check import Asked, Effort, answered, ask_text
from docqa_app.summarizing.claims import Facts, claimed, claims_of, looked_up
from docqa_app.summarizing.row_prices import without_row_prices

LEAST_PAIRS = 3
"""Questions that the model writes of a sentence, however many fields it names."""


@dataclass(frozen=True, slots=True)
class Questioning:
    """Who answers, who writes and scores pairs, and how much is asked of a sentence."""

    engine: Engine
    model: PairModel
    effort: Effort

    def of(self, text: str, document: Document, pages: Sequence[Page], facts: Facts, report: Report = silent) -> Asked:
        """A sentence's QUALS, and its pairs with the document's own answers: what the model wrote, then its claims.

        `pages` are those of the document that can be read. A claim takes a written pair's place.
        """
        wording = without_row_prices(claims_of(text, facts), pages, text)
        claims = looked_up(wording, document, self.engine, text)
        least = min(LEAST_PAIRS, self.effort.pairs)
        fewer = replace(self.effort, pairs=max(least, self.effort.pairs - len(claims)))
        asked = ask_text(self.model, pages, text, fewer, report, but=[claim.question for claim in claims])
        pairs = answered(asked.pairs, document, self.engine, text)
        return Asked(asked.quals, pairs + claimed(claims, pages, text, self.model))
