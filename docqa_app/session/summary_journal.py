"""A summary as JSON and back, for the next start."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from docqa_app.core.summary import Flag, Kind, QualsPair, QualsToken, Summary, SummarySentence, Unfounded
from docqa_app.session.summary import Summarized, SummaryState

AT_REST = {SummaryState.WRITING: SummaryState.WAITING, SummaryState.CHECKING: SummaryState.CHANGED}
"""What was being done at the end is done from the start."""


DIGITS = 4
"""Of a log likelihood: many are kept, and a bar shows two."""


def summary_to_json(wish: Summarized | None) -> dict[str, Any] | None:
    """What json.dumps takes."""
    if wish is None:
        return None
    if wish.state is SummaryState.WRITING:
        wish = replace(wish, summary=Summary(()), opened=None)
    stored = asdict(replace(wish, state=AT_REST.get(wish.state, wish.state)))
    for sentence in stored["summary"]["sentences"]:
        for pair in sentence["pairs"]:
            pair["tokens"] = [_token_row(token) for token in pair["tokens"]]
    return stored


def _token_row(token: dict[str, Any]) -> list[Any]:
    """Without names, for there are many of them."""
    return [token["text"], round(token["document"], DIGITS), round(token["summary"], DIGITS), token["in_answer"]]


def summary_from_json(stored: dict[str, Any] | None) -> Summarized | None:
    """The summary again; ValueError, KeyError or TypeError where it does not fit."""
    if stored is None:
        return None
    summary = stored["summary"]
    sentences = tuple(_sentence(one) for one in summary["sentences"])
    opened = stored["opened"] if stored["opened"] in range(len(sentences)) else None
    whole = Summary(**{**summary, "sentences": sentences})
    return Summarized(**{**stored, "state": SummaryState(stored["state"]), "summary": whole, "opened": opened})


def _sentence(stored: dict[str, Any]) -> SummarySentence:
    return SummarySentence(
        text=str(stored["text"]),
        unfounded=tuple(Unfounded(**{**one, "kind": Kind(one["kind"])}) for one in stored["unfounded"]),
        flag=None if stored["flag"] is None else Flag(stored["flag"]),
        quals=stored["quals"],
        pairs=tuple(_pair(one) for one in stored["pairs"]),
        doubt=stored.get("doubt"),
    )


def _pair(stored: dict[str, Any]) -> QualsPair:
    tokens = tuple(QualsToken(*row) for row in stored["tokens"])
    return QualsPair(**{**stored, "tokens": tokens, "evidence": tuple(stored["evidence"])})
