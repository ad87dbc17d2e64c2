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
from itertools import islice
from pathlib import Path

from tqdm import tqdm

from docqa_app.answering.engine import load_engine
from docqa_app.schemas.schema_file import shipped_schemas
from docqa_app.summarizing.check import SENTENCE, Effort
from docqa_app.summarizing.passages import text_pages
from docqa_app.training.data.planted import Planted, plant
from docqa_app.training.data.summing_up import BLIND, FRESH, NAMED, TAUGHT, UNSEEN, named_up, summed_up
from docqa_app.training.doubting import write_doubts
from docqa_app.training.judge import Judge, Row
from docqa_app.training.page_lines import Line, line_page, read_lines
from docqa_app.training.quals_table import print_tables

WORDINGS = (TAUGHT, UNSEEN, NAMED, BLIND)
SCHEMAS = Path("resources/schemas")
"""Of the kinds that summaries are told of; the command is run where the project lies."""


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
    paths: Iterable[Path],
    limit: int,
    judge: Judge,
    done: set[str],
    wordings: Sequence[str] = WORDINGS,
    seed: int = 7,
    schemas: Path = SCHEMAS,
) -> Iterator[Row]:
    """The sentences of drawn invoices' and receipts' summaries, one of each summary said wrong; summaries take turns
    in `wordings`: words that were trained on, others, as a clerk might write, names of fields, and words written apart
    from the lists of words."""
    rng = random.Random(seed)
    kinds = {schema.name: schema for schema in shipped_schemas(schemas)}
    for path in paths:
        wanted = (line for line in read_lines(path) if line["kind"] in ("invoice", "receipt"))
        for number, line in enumerate(tqdm(islice(wanted, limit or None), desc=path.stem)):
            worded = wordings[number % len(wordings)]
            told = named_up(line, rng) if worded == NAMED else summed_up(line, rng, worded)
            planted = plant(told, line, rng) if told else None
            if planted is None or f"{line['id']}-0" in done:
                continue
            for given, sentence in _given(planted, line, worded):
                yield given | judge.row((line_page(line),), sentence, kinds[line["kind"]])


def _given(planted: Planted, line: Line, worded: str) -> Iterator[tuple[Row, str]]:
    """Each sentence, and what is known of it before it is judged."""
    for place, sentence in enumerate(planted.sentences):
        wrong = place == planted.place
        kind = f"{planted.kind}{' swapped' * planted.swapped}" if wrong else ""
        told: Row = {"id": f"{line['id']}-{place}", "set": "planted", "label": int(not wrong)}
        yield told | {"document": line["id"], "worded": worded, "kind": kind}, sentence


SETS: dict[str, Callable[..., Iterator[Row]]] = {"human": human_rows, "planted": planted_rows}


def main(arguments: Sequence[str] | None = None) -> None:
    """Score, or read what was scored."""
    chosen = _parsed(arguments)
    if chosen.what == "table":
        rows = [json.loads(line) for path in chosen.rows for line in path.read_text(encoding="utf-8").splitlines()]
        print_tables(rows)
        if chosen.write:
            write_doubts(rows, chosen.write, keep_facts=chosen.keep_facts, keep_thresholds=chosen.keep_thresholds)
        return
    effort = Effort(chosen.beams) if chosen.what == "human" else SENTENCE
    judge = Judge(load_engine(chosen.model, threads=chosen.threads), effort, not chosen.without_qags)
    with chosen.rows.open("a+", encoding="utf-8", buffering=1) as out:
        out.seek(0)
        done = {json.loads(line)["id"] for line in out}
        end = time.monotonic() + 60 * chosen.minutes
        further = {"wordings": (FRESH,)} if chosen.fresh else {}
        for row in SETS[chosen.what](chosen.sets, chosen.limit, judge, done, **further):
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
        verb.set_defaults(fresh=False)
    planted = verbs.choices["planted"]
    planted.add_argument("--fresh", action="store_true", help="all in words that the lists of words were not made for")
    table = verbs.add_parser("table")
    table.add_argument("rows", type=Path, nargs="+")
    table.add_argument("--write", type=Path, metavar="MODEL", help="fit, choose thresholds and write quals.json there")
    table.add_argument("--keep-facts", action="store_true", help="of facts, only choose thresholds anew")
    table.add_argument("--keep-thresholds", action="store_true", help="of facts, only measure anew")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
