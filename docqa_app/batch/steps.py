"""The pure steps of the queue. A path that is not in it (removed meanwhile) changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from docqa_app.batch.queue import UNFINISHED, Gist, Item, Queue, Standing

MOST_TRIES = 2
"""Readings of one file that may end with the whole app before the file is left alone."""


@dataclass(frozen=True, slots=True)
class Hashed:
    """The hash of a file's bytes, the paths under which such a file is known elsewhere, and those of the queue where
    such a file is no more: it was moved or renamed."""

    sha256: str
    known: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


def add(queue: Queue, paths: Iterable[str]) -> Queue:
    """Puts files at the end; those that are in it already stay where they are."""
    known = {item.path for item in queue.items}
    new = tuple(Item(path) for path in dict.fromkeys(paths) if path not in known)
    return replace(queue, items=(*queue.items, *new)) if new else queue


def remove(queue: Queue, paths: Collection[str]) -> Queue:
    """Takes files off the list; the files themselves stay."""
    items = tuple(item for item in queue.items if item.path not in paths)
    return queue if len(items) == len(queue.items) else replace(queue, items=items)


def hashed(queue: Queue, found: Mapping[str, Hashed]) -> Queue:
    """The contents of some files are known, and with them the files before each that are the same."""
    first: dict[str, list[str]] = {}
    items = []
    for item in queue.items:
        if item.path in found:
            here = found[item.path]
            before = (other for other in first.get(here.sha256, ()) if other not in here.gone)
            same = (*before, *(other for other in here.known if other != item.path))
            item = replace(item, sha256=here.sha256, same_as=tuple(dict.fromkeys(same)))
        first.setdefault(item.sha256, []).append(item.path)
        items.append(item)
    return queue if tuple(items) == queue.items else replace(queue, items=tuple(items))


def replaced(queue: Queue, found: Mapping[str, Hashed]) -> dict[str, Hashed]:
    """Those of the files that hold something else by now than what was read, or tried, of them."""
    over = {item.path: item.sha256 for item in queue.items if item.standing not in UNFINISHED}
    return {path: here for path, here in found.items() if path in over and over[path] != here.sha256}


def renew(queue: Queue, found: Mapping[str, Hashed]) -> Queue:
    """These files are other documents than before under the same names: each is new, where it stands in the queue."""
    return hashed(_change(queue, found, lambda item: Item(item.path)), found)


def begin(queue: Queue, path: str) -> Queue:
    """A file is being read, once more if it was before."""
    return _change(queue, (path,), lambda item: replace(item, standing=Standing.READING, tries=item.tries + 1))


def finish(
    queue: Queue,
    path: str,
    gist: Gist,
    seconds: float,
    same_as: Collection[str] = (),
    *,
    accepted: bool = False,
    sha256: str = "",
) -> Queue:
    """The file was read, and held this: done where a person said so before, or nothing is in doubt and it is no
    duplicate; else it needs review."""

    def step(item: Item) -> Item:
        same = tuple(dict.fromkeys((*item.same_as, *(other for other in same_as if other != path))))
        done = accepted or not (gist.doubts or same)
        standing = Standing.DONE if done else Standing.NEEDS_REVIEW
        fresh = replace(item, standing=standing, gist=gist, seconds=seconds, same_as=same)
        return replace(fresh, accepted=accepted, why="", tries=0, stood=None)

    return _change(_holding(queue, path, sha256), (path,), step)


def reviewed(
    queue: Queue, path: str, gist: Gist, accepted: bool, *, sha256: str = "", by_person: bool = False
) -> Queue:
    """The document as the review has left it, under every path that holds the same bytes. What needed review needs it
    until a person accepts the document. What is being read, or waits to be extracted again, gives way to a review that
    is a person's only: nothing that is found now may take its place."""

    def step(item: Item) -> Item:
        begun = item.standing is Standing.READING or (item.standing is Standing.WAITING and item.anew)
        if begun and not by_person:
            return item
        left = item.accepted or item.standing is Standing.NEEDS_REVIEW or bool(gist.doubts or item.same_as)
        standing = Standing.NEEDS_REVIEW if left and not accepted else Standing.DONE
        return replace(item, standing=standing, gist=gist, accepted=accepted, why="", tries=0, stood=None)

    queue = _holding(queue, path, sha256)
    sha256 = next((item.sha256 for item in queue.items if item.path == path), "")
    same = {item.path for item in queue.items if item.path == path or (sha256 and item.sha256 == sha256)}
    return _change(queue, same, step)


def fail(queue: Queue, paths: Collection[str], why: str, seconds: float = 0.0) -> Queue:
    """The files could not be read; `why` is the sentence that says so. Those that were read before stand where they
    stood: what was found in them is still there."""

    def step(item: Item) -> Item:
        if item.stood is None:
            return replace(item, standing=Standing.FAILED, why=why, seconds=seconds)
        return replace(item, standing=item.stood, stood=None, why=why, tries=0)

    return _change(queue, paths, step)


def cancel(queue: Queue, paths: Collection[str], why: str) -> Queue:
    """The clerk does not want these files read: those that were read before stand where they stood, the others have
    failed with the sentence `why`."""

    def step(item: Item) -> Item:
        if item.stood is None:
            return replace(item, standing=Standing.FAILED, why=why, seconds=0.0)
        return replace(item, standing=item.stood, stood=None, tries=0)

    unfinished = {item.path for item in queue.items if item.standing in UNFINISHED}
    return _change(queue, unfinished.intersection(paths), step)


def retry(queue: Queue, paths: Collection[str]) -> Queue:
    """The files are read anew, each where it stands in the queue."""
    return _change(queue, paths, _anew)


def pause(queue: Queue, paused: bool) -> Queue:
    """No further file is begun while the queue is paused."""
    return queue if queue.paused == paused else replace(queue, paused=paused)


def put_back(queue: Queue, paths: Collection[str]) -> Queue:
    """Files whose reading was broken off wait again, as if it had not begun."""

    def step(item: Item) -> Item:
        return replace(item, standing=Standing.WAITING, tries=max(0, item.tries - 1))

    reading = {item.path for item in queue.items if item.standing is Standing.READING and item.path in paths}
    return _change(queue, reading, step)


def watch(queue: Queue, folder: str, on: bool) -> Queue:
    """A folder is watched from now on, or no longer; the same queue where that is so already."""
    others = tuple(one for one in queue.watched if one != folder)
    watched = (*others, folder) if on else others
    return queue if set(watched) == set(queue.watched) else replace(queue, watched=watched)


def pass_over(queue: Queue, marks: Collection[str]) -> Queue:
    """Files with these marks are not added by themselves."""
    return queue if queue.passed_over.issuperset(marks) else replace(queue, passed_over=queue.passed_over.union(marks))


def forget(queue: Queue, sha256: str) -> Queue:
    """Takes every file with this content off the list, and its traces in what others say."""
    gone = {item.path for item in queue.items if item.sha256 == sha256}
    if not gone:
        return queue
    rest = (item for item in queue.items if item.path not in gone)
    items = tuple(replace(item, same_as=tuple(one for one in item.same_as if one not in gone)) for item in rest)
    return replace(queue, items=items)


def recover(queue: Queue, why: str) -> Queue:
    """The queue after an end of the app: what was being read waits again, but a file that was being read at two
    such ends fails with the sentence `why`, for it may be what ended the app."""

    def step(item: Item) -> Item:
        if item.tries >= MOST_TRIES:
            return replace(item, standing=Standing.FAILED, why=why)
        return replace(item, standing=Standing.WAITING)

    return _change(queue, {item.path for item in queue.items if item.standing is Standing.READING}, step)


def _anew(item: Item) -> Item:
    """What a person has accepted is so until other values are found: reading may be cancelled."""
    extracted = item.standing in (Standing.NEEDS_REVIEW, Standing.DONE)
    stood = item.standing if extracted else item.stood
    return replace(item, standing=Standing.WAITING, why="", tries=0, stood=stood)


def _holding(queue: Queue, path: str, sha256: str) -> Queue:
    """With the hash of what was read of a file: it may have been fetched again since its bytes were hashed."""
    item = queue.item(path)
    if item is None or not sha256 or item.sha256 == sha256:
        return queue
    return hashed(queue, {path: Hashed(sha256)})


def _change(queue: Queue, paths: Collection[str], step: Callable[[Item], Item]) -> Queue:
    items = tuple(step(item) if item.path in paths else item for item in queue.items)
    return queue if items == queue.items else replace(queue, items=items)
