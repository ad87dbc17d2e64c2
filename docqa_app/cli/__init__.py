"""The command line: the same rooms as the window's, no Qt. Each verb is a module with a `run`."""

from __future__ import annotations

import importlib
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from docqa_app.cli.arguments import Verb, parse
from docqa_app.cli.output import flush, let_go_of_stdout, sentence
from docqa_app.cli.parts import EngineLoader, PairLoader, Reader, load_engine, load_pairs, parts_for, read_file
from docqa_app.errors import Cancelled, DocqaError

MODULES = {
    "ask": "ask",
    "extract": "extract",
    "inspect": "inspect",
    "eval": "evaluate",
    "read": "read",
    "models": "models",
    "recheck": "recheck",
    "summarize": "summarize",
    "quals": "quals",
}
INTERRUPTED = 130
PIPE_CLOSED = 141


def main(
    argv: Sequence[str] | None = None,
    *,
    engine_loader: EngineLoader = load_engine,
    reader: Reader = read_file,
    pair_loader: PairLoader = load_pairs,
) -> int:
    """Does what the arguments ask and returns the exit code.

    0 done, 2 usage, 3 unreadable input, 4 model missing or damaged, 5 part of the work failed. Results go to stdout;
    progress and errors, each one sentence, to stderr.
    """
    _prepare_streams()
    arguments = parse(argv)
    try:
        _verb(arguments.verb)(arguments, parts_for(engine_loader, reader, pair_loader))
        flush()
    except DocqaError as error:
        print(sentence(error), file=sys.stderr)
        return error.exit_code
    except (Cancelled, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:  # whoever read us has seen enough (`docqa inspect ... | head`)
        let_go_of_stdout()
        return PIPE_CLOSED
    return 0


def _prepare_streams() -> None:
    _stand_in()
    _speak_utf8()


def _stand_in() -> None:
    """What whoever called us has closed (`docqa ... <&-`) becomes the empty device: nothing is read there, and what is
    written goes nowhere."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115


def _speak_utf8() -> None:
    """UTF-8 on every system; what cannot be written becomes an escape, which JSON understands too."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _verb(name: str) -> Verb:
    """The verb's `run`, imported only now so that `docqa --help` waits for nothing."""
    verb: Verb = importlib.import_module(f"docqa_app.cli.{MODULES[name]}").run
    return verb
