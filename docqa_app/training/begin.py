"""What `make train` does: pages, vocabulary and start weights are brought together for a size, and training begins.

    python -m docqa_app.training.begin tiny runs/tiny --vocabulary models/docformer-small
    python -m docqa_app.training.begin small runs/small --vocabulary models/docformer-small --data LINES
                                       --start google/flan-t5-small

Without `--data` it learns from drawn pages alone. With it, from every file of lines in that folder: those named
`*_dev` are kept for measuring, those of few real documents (DISGUISED) are mostly shown in disguise.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from docqa_app.training import train
from docqa_app.training.drawn_pages import DEV_SEED, drawn_pages

DISGUISED = ("sroie", "adbuy")
DEV_PAGES = 40
LINES = ".jsonl.gz"


@dataclass(frozen=True, slots=True)
class Plan:
    """How long a size trains, and on how many drawn pages where there is nothing else."""

    pages: int
    length: tuple[str, ...]


PLANS = {
    "tiny": Plan(250, ("--steps", "120", "--rate", "3e-3", "--warm-up", "20", "--budget", "3000")),
    "small": Plan(6000, ("--minutes", "240")),
    "base": Plan(20000, ("--minutes", "1440", "--rate", "3e-4")),
}


def sources(folder: Path) -> list[str]:
    """The arguments that name a folder's files; FileNotFoundError where it holds none to learn from."""
    files = [path for path in sorted(folder.glob(f"*{LINES}")) if not path.name.endswith(f"_dev{LINES}")]
    if not files:
        raise FileNotFoundError(f"no files of example lines (*{LINES}) in {folder}; training.build writes them")
    disguised = [str(path) for path in files if path.name.startswith(DISGUISED)]
    plain = [str(path) for path in files if not path.name.startswith(DISGUISED)]
    return [*_named("--data", plain), *_named("--disguise", disguised)]


def _named(flag: str, files: Sequence[str]) -> list[str]:
    return [flag, *(f"{file}:1" for file in files)] if files else []


def main(arguments: Sequence[str] | None = None) -> None:
    """Bring everything together and train; an interrupted run goes on."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("size", choices=PLANS)
    parser.add_argument("run", type=Path, help="folder of the run")
    parser.add_argument("--vocabulary", type=Path, required=True, help="folder of the cut tokenizer.json")
    parser.add_argument("--data", type=Path, help="folder of files of example lines (none: drawn pages)")
    parser.add_argument("--start", help="flan-t5 of this size: a folder, or a name on Hugging Face's hub")
    given, further = parser.parse_known_args(arguments)
    if given.size != "tiny" and not given.start:
        parser.error(f"{given.size} needs first weights: START=google/flan-t5-{given.size}, or a folder of them")
    given.run.mkdir(parents=True, exist_ok=True)
    plan = PLANS[given.size]
    drawn_pages(given.run / f"drawn_dev{LINES}", DEV_PAGES, DEV_SEED)
    pages = str(drawn_pages(given.run / f"drawn{LINES}", plan.pages, 1))
    asked = sources(given.data) if given.data else _named("--data", [pages])
    start = ["--start", given.start] if given.start else []
    base = [str(given.run), "--size", given.size, "--vocabulary", str(given.vocabulary)]
    train.main([*base, *asked, "--blank", f"{pages}:0.2", *start, *plan.length, *further])


if __name__ == "__main__":
    main()
