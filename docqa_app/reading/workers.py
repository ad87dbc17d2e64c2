"""Pages read side by side in threads, their child processes ended as soon as no one waits for them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait

from docqa_app.core.document import Page
from docqa_app.errors import Cancelled, InputError, MissingLanguage, MissingProgram
from docqa_app.reading.children import Children

POLL_SECONDS = 0.1  # how often the caller is heard, and so how soon a cancel takes effect
log = logging.getLogger(__name__)


def side_by_side(
    read: Callable[[int], Page], numbers: Sequence[int], threads: int, poll: Callable[[], None]
) -> Generator[Page]:
    """The pages with these numbers as they become ready; one that fails carries its `problem`.

    `poll` is called ten times a second in the caller's thread. Whatever it raises, and closing the generator, ends
    the work at once. MissingLanguage and MissingProgram end it too: no page could be recognised.
    """
    children = Children()
    pool = ThreadPoolExecutor(max_workers=threads, thread_name_prefix="reading")
    try:
        waiting = {pool.submit(_read, read, number, children) for number in numbers}
        while waiting:
            done, waiting = wait(waiting, timeout=POLL_SECONDS, return_when=FIRST_COMPLETED)
            poll()
            yield from _in_order(done)
    finally:
        children.end()
        pool.shutdown(wait=False, cancel_futures=True)  # a page half read sees at its next step that it is over


def _in_order(done: set[Future[Page]]) -> list[Page]:
    return sorted((future.result() for future in done), key=lambda page: page.number)


def _read(read: Callable[[int], Page], number: int, children: Children) -> Page:
    with children.adopt():
        try:
            return read(number)
        except (MissingLanguage, MissingProgram, Cancelled):
            raise
        except InputError as error:
            return failed(number, str(error))
        except Exception:  # a worker thread: one bad page must not end the document, whatever broke
            log.exception("page %d could not be read", number)
            return failed(number, f"Page {number} could not be read; the log says why.")


def failed(number: int, problem: str) -> Page:
    """A page without words that says what happened to it."""
    return Page(number, 1.0, 1.0, problem=problem)
