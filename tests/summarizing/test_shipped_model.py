"""The parts as the window joins them: the shipped model checks a text from end to end, whatever it thinks of it."""

from __future__ import annotations

from docqa_app.answering.engine import load_engine
from docqa_app.app.summaries import RealSummaries
from docqa_app.core.summary import Flag
from docqa_app.paths import find_paths
from tests.answering.pages import INVOICE, document_of, page_of

TEXT = "The total amount is 575.37. It is due on 1 May 1999."


def test_the_windows_summarizer_flags_every_sentence_with_the_shipped_model() -> None:
    paths = find_paths({})
    document = document_of(page_of(INVOICE))
    summarizer = RealSummaries(paths.resources / "schemas").summarizer(load_engine(paths.models, "CPU", threads=1))

    told = summarizer.check(document, TEXT)

    first, second = told.sentences
    assert told.text == TEXT
    assert first.flag is not None
    assert (first.quals is None) == (not first.pairs)
    assert second.flag is Flag.UNSUPPORTED
    assert [one.text for one in second.unfounded] == ["1 May 1999"]
    for pair in first.pairs:
        assert pair.answer.lower() in first.text.lower()
        assert all(token.document <= 0 and token.summary <= 0 for token in pair.tokens)
