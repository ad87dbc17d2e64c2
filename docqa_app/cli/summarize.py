"""docqa summarize: a summary of one document, each sentence with its flag and the questions behind it."""

from __future__ import annotations

import argparse
import time

from docqa_app.cli.opening import Opened, check_file, open_file, tell_failed_pages
from docqa_app.cli.output import flush, one_line, print_json, say
from docqa_app.cli.parts import Loaded, Parts
from docqa_app.cli.progress import Progress
from docqa_app.core.summary import QualsPair, Summary, SummarySentence

DIGITS = 4
CAN_BE_WRONG = "This is an automatic check and can be wrong."


def run(arguments: argparse.Namespace, parts: Parts) -> None:
    """Writes, checks and prints; PartlyFailed at the end where pages could not be read."""
    check_file(arguments)
    loaded = parts.pairs(arguments)
    opened = open_file(arguments, parts)
    begin = time.perf_counter()
    summary = _summarized(arguments, parts, loaded, opened)
    seconds = time.perf_counter() - begin
    if arguments.json:
        print_json(_value(opened, summary, seconds))
    else:
        _print(summary)
    flush()
    tell_failed_pages(opened.document)


def _summarized(arguments: argparse.Namespace, parts: Parts, loaded: Loaded, opened: Opened) -> Summary:
    from docqa_app.extracting.case import Known
    from docqa_app.reading.einvoice import read_einvoice
    from docqa_app.schemas.schema_file import shipped_schemas
    from docqa_app.summarizing.facts import Beside
    from docqa_app.summarizing.summarize import summaries

    schemas = shipped_schemas(parts.paths.schemas)
    beside = Beside(lambda _: Known(xml=read_einvoice(arguments.file, opened.password)))
    summarizer = summaries(loaded.engine, loaded.pairs, schemas, loaded.folder, beside)
    with Progress("Summarizing") as report:
        return summarizer.summarize(opened.document, arguments.sentences, report=report)


def _value(opened: Opened, summary: Summary, seconds: float) -> dict[str, object]:
    return {
        "file": opened.document.path,
        "model": summary.model,
        "summary": summary.text,
        "quals": rounded(summary.quals),
        "sentences": [_sentence_value(sentence) for sentence in summary.sentences],
        "seconds": round(seconds, 3),
    }


def _sentence_value(sentence: SummarySentence) -> dict[str, object]:
    return {
        "text": sentence.text,
        "quals": rounded(sentence.quals),
        "doubt": rounded(sentence.doubt),
        "flag": sentence.flag,
        "unfounded": [{"text": one.text, "kind": one.kind} for one in sentence.unfounded],
        "pairs": [{**pair_value(pair), "document_answer": pair.document_answer} for pair in sentence.pairs],
    }


def pair_value(pair: QualsPair) -> dict[str, object]:
    """A pair as plain values; likelihoods are means over its tokens."""
    return {
        "question": pair.question,
        "answer": pair.answer,
        "ll_document": rounded(pair.ll_document),
        "ll_summary": rounded(pair.ll_summary),
    }


def rounded(value: float | None) -> float | None:
    """As it is printed; None stays None."""
    return None if value is None else round(value, DIGITS)


def _print(summary: Summary) -> None:
    """A sentence a line behind its flag, below it what stands nowhere in the document."""
    for sentence in summary.sentences:
        say(f"[{sentence.flag}] {one_line(sentence.text)}")
        if sentence.unfounded:
            say(f"  not in the document: {', '.join(one_line(one.text) for one in sentence.unfounded)}")
    say(CAN_BE_WRONG if summary.sentences else "The model has written nothing for this document.")
