"""What can be typed after `docqa`."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from docqa_app import __version__

if TYPE_CHECKING:
    from docqa_app.cli.parts import Parts

Verb = Callable[["argparse.Namespace", "Parts"], None]


class _Once(argparse._StoreAction):
    """A flag that is told once: of two `--out` one would be dropped in silence."""

    def __call__(self, parser: argparse.ArgumentParser, told: argparse.Namespace, *rest: Any) -> None:
        if getattr(told, self.dest) is not self.default:
            parser.error(f"argument {self.option_strings[0]}: it is given twice; leave one out")
        super().__call__(parser, told, *rest)


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints are one sentence, and that takes no flag by halves: `--page` may gain neighbours."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings, allow_abbrev=False)
        self.register("action", None, _Once)
        self.register("action", "store", _Once)

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message[:1].upper()}{message[1:]}. See {self.prog} --help.\n")


def parse(argv: Sequence[str] | None) -> argparse.Namespace:
    """The arguments as named values; ends the program with 2 where they make no sense."""
    return _parser().parse_args(argv)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="docqa",
        description="Ask invoices, receipts and forms questions, on this computer alone.",
        epilog="Exit codes: 0 done, 2 usage, 3 unreadable input, 4 model missing or damaged, 5 some work failed.",
    )
    parser.add_argument("--version", action="version", version=f"docqa {__version__}")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB", parser_class=_Parser)
    for add in (_add_ask, _add_extract, _add_inspect, _add_eval, _add_read, _add_models, _add_recheck):
        add(verbs)
    for add in (_add_summarize, _add_quals):
        add(verbs)
    return parser


def _add_ask(verbs: argparse._SubParsersAction[_Parser]) -> None:
    ask = verbs.add_parser("ask", help="answer questions about a document")
    _add_file(ask)
    ask.add_argument("--question", action="append", required=True, metavar="Q", type=_text, help="may be repeated")
    ask.add_argument("--json", action="store_true", help="print JSON instead of text")
    ask.add_argument(
        "--mark",
        type=Path,
        metavar="OUT",
        help="draw the evidence: OUT.png shows the pages that answer, OUT.pdf is a highlighted copy",
    )
    ask.add_argument("--csv", type=Path, metavar="OUT.csv", help="write the answers as a table")
    ask.add_argument(
        "--csv-preset",
        choices=("plain", "excel"),
        default="plain",
        help="plain: RFC 4180, UTF-8 (default); excel: this computer's region",
    )
    _add_device(ask)


def _add_extract(verbs: argparse._SubParsersAction[_Parser]) -> None:
    extract = verbs.add_parser(
        "extract",
        help="fill the fields of a schema, with line items, checked by rules",
        epilog="With --out and several files each file that is done is noted in OUT.ledger at once. The same command "
        "goes on after any kind of end: files noted there are taken from it, unless they, the schema, the model or "
        "the languages have changed; files that failed are tried again. Delete the ledger to begin anew.",
    )
    extract.add_argument("files", type=Path, nargs="+", metavar="FILE|DIR", help="documents, or folders of them")
    extract.add_argument(
        "--schema", metavar="S", help="invoice, receipt, form or a file (default: told by the document)"
    )
    extract.add_argument("--json", action="store_true", help="print one JSON object a line instead of text")
    _add_passwords(extract, "passwords of locked PDFs, one a line; - for stdin")
    _add_languages(extract)
    _add_device(extract)
    _add_result(extract.add_argument_group("what is written"))
    _add_batch(extract.add_argument_group("many files"))


def _add_result(written: argparse._ArgumentGroup) -> None:
    """Where an extraction goes and how it looks there."""
    written.add_argument("--out", type=Path, metavar="OUT", help="write OUT.csv, OUT.xlsx or OUT.json")
    written.add_argument(
        "--preset", metavar="P", help="write OUT as this export preset says, kept in the window, or in this file"
    )
    written.add_argument(
        "--table", choices=("wide", "long", "items"), help="a row of OUT.csv: a document (default), field, line item"
    )
    written.add_argument("--csv-preset", choices=("plain", "excel"), help="as for ask")
    written.add_argument(
        "--no-library",
        action="store_true",
        help="leave the documents out of the library (as --cluster always does), where the window finds them again",
    )


def _add_batch(batch: argparse._ArgumentGroup) -> None:
    """Who reads the files, and where a run that was broken off goes on."""
    batch.add_argument(
        "--ledger", type=Path, metavar="PATH", help="note there what is done, and go on from it (default: OUT.ledger)"
    )
    batch.add_argument("--workers", type=_positive, default=1, metavar="N", help="documents read at once (default: 1)")
    batch.add_argument(
        "--cluster",
        metavar="ADDRESS",
        help="run on the workers of this Dask scheduler (tcp://host:8786), which see the files under the same paths",
    )


def _add_inspect(verbs: argparse._SubParsersAction[_Parser]) -> None:
    inspect = verbs.add_parser("inspect", help="show words, text lines and grid cells, by geometry and by the model")
    _add_file(inspect)
    shape = inspect.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="print JSON instead of a table")
    shape.add_argument("--mark", type=Path, metavar="OUT.png", help="draw lines and cells on the page instead")
    _add_device(inspect)


def _add_eval(verbs: argparse._SubParsersAction[_Parser]) -> None:
    evaluate = verbs.add_parser("eval", help="answer questions whose answers are known, and score")
    evaluate.add_argument("questions", type=Path, metavar="QUESTIONS.jsonl", help="one document a line")
    evaluate.add_argument(
        "--words", choices=("read", "given"), default="read", help="read each file (default), or take the words given"
    )
    evaluate.add_argument("--out", type=Path, metavar="PREDICTIONS.jsonl", help="one line a question; else to stdout")
    evaluate.add_argument("--limit", type=_positive, metavar="N", help="only the first N lines")
    _add_languages(evaluate)
    _add_device(evaluate)


def _add_read(verbs: argparse._SubParsersAction[_Parser]) -> None:
    read = verbs.add_parser("read", help="read the words of a document")
    _add_file(read)
    read.add_argument("--json", action="store_true", help="print JSON instead of text")


def _add_models(verbs: argparse._SubParsersAction[_Parser]) -> None:
    models = verbs.add_parser("models", help="list the models that are installed and check them")
    models.add_argument("--json", action="store_true", help="print JSON instead of text")


def _add_recheck(verbs: argparse._SubParsersAction[_Parser]) -> None:
    recheck = verbs.add_parser(
        "recheck",
        help="fill accepted documents anew, and say what was right and would be wrong now",
        epilog="Documents are those of the library that were accepted in the window, the last 200. Nothing is changed.",
    )
    recheck.add_argument("--json", action="store_true", help="print JSON instead of text")
    _add_languages(recheck)
    _add_device(recheck)


def _add_summarize(verbs: argparse._SubParsersAction[_Parser]) -> None:
    summarize = verbs.add_parser("summarize", help="write a summary and check each of its sentences")
    _add_file(summarize)
    summarize.add_argument(
        "--sentences",
        type=int,
        choices=range(2, 6),
        default=3,
        metavar="N",
        help="at most so many, 2 to 5 (default: 3)",
    )
    summarize.add_argument("--json", action="store_true", help="print JSON instead of text")
    _add_device(summarize)


def _add_quals(verbs: argparse._SubParsersAction[_Parser]) -> None:
    quals = verbs.add_parser("quals", help="score given summaries: does the document say the same? (QUALS)")
    quals.add_argument(
        "--pairs", type=Path, required=True, metavar="FILE.jsonl", help='one {"id", "document", "summary"} a line'
    )
    quals.add_argument("--out", type=Path, required=True, metavar="OUT.jsonl", help="one line for each, at once")
    quals.add_argument(
        "--variant",
        choices=("published", "released"),
        default="published",
        help="published: likelihoods on both sides (default); released: as the authors' code has it",
    )
    quals.add_argument("--beams", type=_positive, default=60, metavar="N", help="how many questions are looked for")
    _add_device(quals)


def _add_file(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("file", type=Path, metavar="FILE", help="PDF, PNG, JPEG, TIFF or WebP")
    verb.add_argument("--page", type=_positive, metavar="N", help="only this page; the first is 1")
    _add_passwords(verb, "holds the password of a locked PDF; - for stdin")
    _add_languages(verb)


def _add_passwords(verb: argparse.ArgumentParser, words: str) -> None:
    verb.add_argument("--password-file", type=Path, metavar="PATH", help=words)


def _add_languages(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "--languages", metavar="L", help="Tesseract languages, such as eng+deu, or auto (default: your settings)"
    )


def _add_device(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--device", choices=("auto", "cpu", "cuda"), help="where to compute (default: your settings)")


def _positive(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) > 0):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 up")
    return int(text)


def _text(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("a question cannot be empty")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise argparse.ArgumentTypeError("the question is not text in UTF-8") from None
    return text
