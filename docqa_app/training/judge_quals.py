"""QUALS, QAGS and ROUGE beside human judgements of summaries, and the flags on errors planted in generated summaries.

    python -m docqa_app.training.judge_quals human MODEL HUMAN.jsonl factuality/cliff_dev.jsonl.gz ... [--limit 150]
    python -m docqa_app.training.judge_quals planted MODEL PLANTED.jsonl generated.jsonl.gz ... [--limit 200]
    python -m docqa_app.training.judge_quals table ROWS.jsonl ... [--write MODEL]

The first two score, a row at once, and go on where they were broken off; `--minutes` ends them in time. The third reads
the rows: correlations, balanced accuracy, seconds; with --write it needs rows of both sorts and writes what doubt means
and where flags begin (quals.json) into the model folder.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import astuple
from itertools import islice
from pathlib import Path
from typing import Any

from rouge_score.rouge_scorer import RougeScorer
from tqdm import tqdm

from docqa_app.answering.engine import Engine, load_engine
from docqa_app.answering.pairs import PairEngine
from docqa_app.core.document import Document, Page, Report, silent
from docqa_app.core.pairs import WrittenPair
from docqa_app.core.ports import PairModel
from docqa_app.core.summary import QualsPair
from docqa_app.schemas.schema import Schema
from docqa_app.schemas.schema_file import shipped_schemas
from docqa_app.summarizing.check import SENTENCE, Effort, sheet_of
from docqa_app.summarizing.claims import NO_FACTS, Facts, facts_of
from docqa_app.summarizing.doubt import on_the_answer, signs_of
from docqa_app.summarizing.facts import facts_found
from docqa_app.summarizing.passages import text_pages
from docqa_app.summarizing.qags import Answering, qags
from docqa_app.summarizing.questioning import Questioning
from docqa_app.summarizing.unfounded import founded_in, unfounded
from docqa_app.training.data.planted import plant
from docqa_app.training.data.summing_up import BLIND, NAMED, TAUGHT, UNSEEN, named_up, summed_up
from docqa_app.training.doubting import write_doubts
from docqa_app.training.page_lines import line_page, read_lines
from docqa_app.training.quals_table import print_tables
from docqa_app.values.conventions import conventions_of

Row = dict[str, Any]
WORDINGS = (TAUGHT, UNSEEN, NAMED, BLIND)
SCHEMAS = Path("resources/schemas")
"""Of the kinds that summaries are told of; the command is run where the project lies."""


class Timed:
    """Pairs written and scored as the model does it, with the seconds that each has taken so far."""

    def __init__(self, pairs: PairModel) -> None:
        self.model, self._pairs = pairs.model, pairs
        self.writing = self.scoring = 0.0

    def write_pairs(self, pages: Sequence[Page], beams: int, report: Report = silent) -> tuple[WrittenPair, ...]:
        begin = time.perf_counter()
        written = self._pairs.write_pairs(pages, beams, report)
        self.writing += time.perf_counter() - begin
        return written

    def given_pair(self, question: str, answer: str) -> WrittenPair:
        return self._pairs.given_pair(question, answer)

    def likelihoods(self, pages: Sequence[Page], pairs: Sequence[WrittenPair]) -> tuple[tuple[float, ...], ...]:
        begin = time.perf_counter()
        scored = self._pairs.likelihoods(pages, pairs)
        self.scoring += time.perf_counter() - begin
        return scored

    def write_summaries(
        self, pages: Sequence[Page], count: int, sentences: int, report: Report = silent
    ) -> tuple[str, ...]:
        return self._pairs.write_summaries(pages, count, sentences, report)


class Judge:
    """One model scoring texts against pages."""

    def __init__(self, engine: Engine, effort: Effort, with_qags: bool) -> None:
        self._engine, self._pairs = engine, PairEngine(engine)
        self._effort, self._with_qags = effort, with_qags
        self._rouge = RougeScorer(["rouge2", "rougeL"])
        self._last: tuple[Sequence[Page], Facts] = ((), NO_FACTS)

    def row(self, pages: Sequence[Page], text: str, schema: Schema | None = None) -> Row:
        """Every score of a text: QUALS (None: not checkable), its worst pair, QUALS over answers' tokens alone, QAGS,
        ROUGE precisions, what stands nowhere, the signs of doubt, seconds of each part, and the pairs. With a schema
        what it says of the document's fields counts, too, as in the app."""
        facts, timed = self._facts(pages, schema), Timed(self._pairs)
        begin = time.perf_counter()
        asked = Questioning(self._engine, timed, self._effort).of(text, _document(pages), pages, facts)
        answering = time.perf_counter() - begin - timed.writing - timed.scoring
        pairs = [pair for pair in asked.pairs if not pair.field]
        told = unfounded(text, founded_in(pages))
        signs = signs_of(asked.pairs, told)
        row = {
            "text": text,
            "quals": asked.quals,
            "worst": min((pair.difference for pair in pairs), default=None),
            "answers": _mean([on_the_answer(pair) for pair in pairs]),
            "unfounded": [[one.text, one.kind] for one in told],
            "signs": astuple(signs) if signs else None,
            "writing_seconds": timed.writing,
            "scoring_seconds": timed.scoring,
            "answering_seconds": answering,
            "pairs": [_told(pair) for pair in pairs],
            "claims": [
                [one.field, one.answer, round(one.sure, 3), one.document_answer] for one in asked.pairs if one.field
            ],
            **self._rouges(pages, text),
        }
        return row | (self._qags(text, pairs) if self._with_qags else {})

    def _facts(self, pages: Sequence[Page], schema: Schema | None) -> Facts:
        """The document's fields, kept for its next sentence."""
        if schema is None:
            return NO_FACTS
        if self._last[0] is not pages:
            found = facts_found(_document(pages), schema, self._engine)
            self._last = pages, facts_of(found.fields, schema, conventions_of(pages).language)
        return self._last[1]

    def _rouges(self, pages: Sequence[Page], text: str) -> Row:
        """The share of the text's word pairs, and of its longest common subsequence, that the document has."""
        document = " ".join(word.text for page in pages for word in page.words)
        return {name: score.precision for name, score in self._rouge.score(document, text).items()}

    def _qags(self, text: str, pairs: Sequence[QualsPair]) -> Row:
        """QAGS over the questions that QUALS asked; `text_seconds` are those of answering them by the text."""
        theirs = {pair.question: pair.document_answer for pair in pairs}
        begin = time.perf_counter()
        score = qags([*theirs], lambda asked: [theirs[one] for one in asked], self._by_text(text))
        return {"qags": score, "text_seconds": time.perf_counter() - begin}

    def _by_text(self, text: str) -> Answering:
        page = sheet_of(text)
        return lambda asked: [answer.text for answer in self._engine.ask(_document([page]), asked)]


def _document(pages: Sequence[Page]) -> Document:
    return Document("", "", tuple(pages), len(pages))


def _told(pair: QualsPair) -> Row:
    """A pair with its likelihoods token by token, rounded."""
    document, summary = ([round(getattr(t, side), 3) for t in pair.tokens] for side in ("document", "summary"))
    answer = sum(token.in_answer for token in pair.tokens)
    return {
        "question": pair.question,
        "answer": pair.answer,
        "document": document,
        "text": summary,
        "answer_tokens": answer,
        "by_document": pair.document_answer,
        "sure": round(pair.sure, 3),
        "agrees": pair.agrees,
        "firm": round(pair.firm, 3),
    }


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None


def human_rows(paths: Iterable[Path], limit: int, judge: Judge, done: set[str]) -> Iterator[Row]:
    """Each set's summaries, drawn evenly over the file, with the share of judges who called them consistent."""
    for path in paths:
        lines = list(read_lines(path))
        step = max(1, len(lines) // limit) if limit else 1
        for number in tqdm(range(0, len(lines), step), desc=path.stem):
            line, name = lines[number], f"{path.name}-{number}"
            if name not in done:
                label = line["faithful_votes"] / line["n_workers"] if "faithful_votes" in line else line["label"]
                given = {"id": name, "set": line["set"], "origin": line.get("origin", ""), "label": label}
                given["document"] = str(line["id"])
                yield given | judge.row(text_pages(line["doc"]), line["summary"])


def planted_rows(
    paths: Iterable[Path], limit: int, judge: Judge, done: set[str], seed: int = 7, schemas: Path = SCHEMAS
) -> Iterator[Row]:
    """The sentences of drawn invoices' and receipts' summaries, one of each summary said wrong; summaries take turns
    in words that were trained on, in others, as a clerk might write, in the names of fields, and in words whose results
    nobody has looked at."""
    rng = random.Random(seed)
    kinds = {schema.name: schema for schema in shipped_schemas(schemas)}
    for path in paths:
        wanted = (line for line in read_lines(path) if line["kind"] in ("invoice", "receipt"))
        for number, line in enumerate(tqdm(islice(wanted, limit or None), desc=path.stem)):
            worded = WORDINGS[number % len(WORDINGS)]
            told = named_up(line, rng) if worded == NAMED else summed_up(line, rng, worded)
            planted = plant(told, line, rng) if told else None
            if planted is None or f"{line['id']}-0" in done:
                continue
            pages = (line_page(line),)
            for place, sentence in enumerate(planted.sentences):
                wrong = place == planted.place
                given = {"id": f"{line['id']}-{place}", "set": "planted", "label": int(not wrong)}
                given |= {"document": line["id"], "worded": worded}
                given["kind"] = f"{planted.kind}{' swapped' * planted.swapped}" if wrong else ""
                yield given | judge.row(pages, sentence, kinds[line["kind"]])


SETS: dict[str, Callable[..., Iterator[Row]]] = {"human": human_rows, "planted": planted_rows}


def main(arguments: Sequence[str] | None = None) -> None:
    """Score, or read what was scored."""
    chosen = _parsed(arguments)
    if chosen.what == "table":
        rows = [json.loads(line) for path in chosen.rows for line in path.read_text(encoding="utf-8").splitlines()]
        print_tables(rows)
        if chosen.write:
            write_doubts(rows, chosen.write, keep_facts=chosen.keep_facts)
        return
    effort = Effort(chosen.beams) if chosen.what == "human" else SENTENCE
    judge = Judge(load_engine(chosen.model, threads=chosen.threads), effort, not chosen.without_qags)
    with chosen.rows.open("a+", encoding="utf-8", buffering=1) as out:
        out.seek(0)
        done = {json.loads(line)["id"] for line in out}
        end = time.monotonic() + 60 * chosen.minutes
        for row in SETS[chosen.what](chosen.sets, chosen.limit, judge, done):
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
            if chosen.minutes and time.monotonic() > end:
                break


def _parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    verbs = parser.add_subparsers(dest="what", required=True)
    for name in SETS:
        verb = verbs.add_parser(name)
        verb.add_argument("model", type=Path)
        verb.add_argument("rows", type=Path)
        verb.add_argument("sets", type=Path, nargs="+")
        verb.add_argument("--limit", type=int, default=0, help="about so many of each set; 0 for all")
        verb.add_argument("--minutes", type=float, default=0.0, help="end after so many minutes; 0: when all is scored")
        verb.add_argument("--beams", type=int, default=60)
        verb.add_argument("--threads", type=int, default=0)
        verb.add_argument("--without-qags", action="store_true")
    table = verbs.add_parser("table")
    table.add_argument("rows", type=Path, nargs="+")
    table.add_argument("--write", type=Path, metavar="MODEL", help="fit, choose thresholds and write quals.json there")
    table.add_argument("--keep-facts", action="store_true", help="of facts, only choose thresholds anew")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
