"""A batch on many computers: the same work on the workers of a Dask scheduler, each file's outcome told exactly once.

Dask is installed and imported only where it is asked for. It gives the files of a worker that is lost to another one;
a file that takes down one worker after the other fails, and the rest goes on.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from docqa_app.batch.step import Outcome, broken
from docqa_app.errors import DocqaError, UsageError

CONNECT_SECONDS = 15
BEGUN_AHEAD = 3
"""Files handed out for each thread of the cluster: enough that none waits, few enough that memory stays flat."""


class Cluster:
    """A connection to a scheduler. What is sent, functions and values, must be importable and picklable there."""

    def __init__(self, address: str) -> None:
        """UsageError where Dask is not installed or no scheduler answers."""
        self._dask = _distributed()
        try:
            _check(address)
            self._client = self._dask.Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
        except (OSError, ValueError) as error:
            raise UsageError(f"No Dask scheduler answers at {address} ({error}). Check the address.") from error

    def ask(self, question: Callable[..., Any], *values: object) -> Any:
        """What a function gives on one of the workers; its own error where it raises one."""
        return self._client.submit(question, *values, pure=False).result()

    def run(self, work: Callable[..., Outcome], recipe: object, files: Sequence[Path]) -> Iterator[Outcome]:
        """work(recipe, whole path) for every file, told in the order in which they end."""
        rest = iter(files)

        def begin(file: Path) -> Any:
            return self._client.submit(work, recipe, str(file.absolute()), pure=False)

        begun = {begin(file): file for file in islice(rest, self._at_once())}
        running = self._dask.as_completed(begun, loop=self._client.loop)
        try:
            for future in running:
                file = begun.pop(future)
                if (following := next(rest, None)) is not None:
                    begun[new := begin(following)] = following
                    running.add(new)
                yield _outcome(file, future)
        finally:
            self._client.cancel(list(begun))

    def close(self) -> None:
        self._client.close()

    def _at_once(self) -> int:
        threads: dict[str, int] = self._client.nthreads()
        return BEGUN_AHEAD * max(1, sum(threads.values()))


def _distributed() -> Any:
    try:
        return importlib.import_module("distributed")
    except ImportError:
        sentence = "--cluster needs Dask, which is not installed. Install it with: pip install 'docqa-app[cluster]'"
        raise UsageError(sentence) from None


def _check(address: str) -> None:
    """ValueError where no scheduler can be there: a client made for it would take half a minute to let go."""
    comm = importlib.import_module("distributed.comm")
    scheme, place = comm.parse_address(address)
    importlib.import_module("distributed.comm.registry").get_backend(scheme)
    comm.parse_host_port(place)


def _outcome(file: Path, future: Any) -> Outcome:
    """What a worker said of the file, under the name that the file has here."""
    error = future.exception()
    if error is None:
        done: Outcome = future.result()
        found = replace(done.found, path=str(file)) if done.found else None
        return Outcome(file, found, done.seconds, done.error)
    return Outcome(file, error=error if isinstance(error, DocqaError) else broken(file, error))
