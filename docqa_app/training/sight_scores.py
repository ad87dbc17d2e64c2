"""How well a model tells what only the picture shows, and how sure that makes it: seen.json.

    python -m docqa_app.training.sight_scores models/docformer-small seen_dev.jsonl.gz --bare sroie_dev.jsonl.gz --write

For each thing a logistic regression on the clearest cell's logit says how sure a page's picture makes that it is there.
`--write` fits it on every other page, and the figures are those of the rest. `--bare` names real pages that hardly ever
bear a stamp, a signature or a QR code.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from docqa_app.answering.engine import SEEN, load_engine
from docqa_app.answering.seeing import COLOURS, TRAITS, Seeing
from docqa_app.training.calibrate import regression
from docqa_app.training.export import list_files
from docqa_app.training.first_sight import RARE
from docqa_app.training.page_lines import Line, line_page, read_lines
from docqa_app.training.sights import SIGHTS

THINGS = ("stamp", "logo", "signature", "barcode", "qr")
"""What pages are asked for; boxes to tick are too many on a page to be told one by one."""


def fitted(looks: Sequence[tuple[np.ndarray, Line]]) -> Seeing:
    """The regressions of these pages: logits [V, SIGHTS] and lines that say what is to be seen."""
    things = {}
    for thing in THINGS:
        known = [(cells, line) for cells, line in looks if _is_known(thing, line)]
        best = np.array([[cells[:, SIGHTS.index(thing)].max()] for cells, _ in known])
        logistic = regression(best, np.array([thing in names(line) for _, line in known], dtype=float), strength=1e-2)
        things[thing] = (logistic.weights[0], logistic.offset)
    return Seeing(SIGHTS, things)


def _is_known(thing: str, line: Line) -> bool:
    return "sights" in line or thing in RARE


def names(line: Line) -> set[str]:
    """Everything that is to be seen on a page."""
    return {name for told, *_ in line.get("sights", ()) for name in told}


def scores(seeing: Seeing, looks: Sequence[tuple[np.ndarray, Line]]) -> dict[str, tuple[float, int]]:
    """Right, and of how many: whether each thing is there, and its traits where one of its kind is."""
    hits: dict[str, list[bool]] = {}
    for cells, line in looks:
        told = seeing.told(cells)
        for thing in (thing for thing in THINGS if _is_known(thing, line)):
            where = thing if "sights" in line else f"{thing}, bare"
            hits.setdefault(where, []).append((told[thing] >= 0.5) == (thing in names(line)))
        for thing in TRAITS:
            known = [set(n) for n, *_ in line.get("sights", ()) if thing in n]
            if len(known) == 1 and told[thing] >= 0.5:
                _traits(thing, told, known[0], hits)
    return {name: (sum(one) / len(one), len(one)) for name, one in sorted(hits.items())}


def _traits(thing: str, told: dict[str, float], known: set[str], hits: dict[str, list[bool]]) -> None:
    if known & set(COLOURS):
        best = max(COLOURS, key=lambda colour: told[f"{thing} {colour}"])
        hits.setdefault(f"{thing}'s colour", []).append(best in known)
    if thing == "stamp":
        hits.setdefault("stamp's shape", []).append((told["stamp round"] >= 0.5) == ("round" in known))


def main(arguments: Sequence[str] | None = None) -> None:
    """Look at every page, fit where asked to, and tell how often it is right."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("model", type=Path)
    parser.add_argument("pages", type=Path, help="drawn pages that say what is to be seen")
    parser.add_argument(
        "--bare", type=Path, nargs="*", default=[], help="real pages without stamps, signatures, QR codes"
    )
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--threads", type=int, default=0)
    given = parser.parse_args(arguments)
    engine = load_engine(given.model, threads=given.threads)
    lines = [line for path in (given.pages, *given.bare) for line in read_lines(path)]
    looks = [(engine.encoded(line_page(line)).sights, line) for line in lines]
    seeing = fitted(looks[::2]) if given.write else engine.seeing
    if seeing is None:
        parser.error(f"{given.model} has no {SEEN}; --write makes it")
    if given.write:
        record = {"names": seeing.names, "things": seeing.things}
        (given.model / SEEN).write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
        list_files(given.model)
    for name, (share, count) in scores(seeing, looks[1::2]).items():
        print(f"{name:16}{share:6.2f} of {count}")


if __name__ == "__main__":
    main()
