"""The queue's steps: what a clerk sees happen to the files of a batch."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from docqa_app.batch import steps
from docqa_app.batch.queue import Gist, Item, Queue, Standing
from docqa_app.batch.steps import Hashed

SURE = Gist("invoice", "Miller Ltd", "471", Decimal("119.00"), "EUR")
DOUBTFUL = Gist("invoice", "Miller Ltd", "472", Decimal("50.00"), "EUR", doubts=2)
MISSING = Item("missing")
F00 = Hashed("f00")


def of(*paths: str) -> Queue:
    return steps.add(Queue(), paths)


def standing(queue: Queue, path: str) -> Standing:
    return (queue.item(path) or MISSING).standing


def test_files_wait_in_the_order_they_came_and_none_twice() -> None:
    queue = steps.add(of("b", "a"), ["a", "c", "c"])
    assert [item.path for item in queue.items] == ["b", "a", "c"]
    assert queue.next_waiting() == Item("b")


def test_a_file_without_doubt_is_done_and_one_with_doubts_needs_review() -> None:
    queue = steps.finish(steps.finish(of("a", "b"), "a", SURE, 1.5), "b", DOUBTFUL, 2.0)
    assert [item.standing for item in queue.items] == [Standing.DONE, Standing.NEEDS_REVIEW]
    assert queue.items[0].seconds == 1.5


def test_a_copy_of_a_file_is_flagged_as_soon_as_its_bytes_are_known_and_is_never_done_by_itself() -> None:
    queue = steps.hashed(of("a", "copy", "known"), {"a": F00, "copy": F00, "known": Hashed("f01", ("old", "known"))})
    assert [item.same_as for item in queue.items] == [(), ("a",), ("old",)]
    assert standing(steps.finish(queue, "copy", SURE, 1.0), "copy") is Standing.NEEDS_REVIEW


def test_a_file_that_was_renamed_is_no_copy_of_itself() -> None:
    queue = steps.hashed(of("scan", "copy", "renamed"), {"scan": F00, "copy": F00})
    queue = steps.hashed(queue, {"renamed": Hashed("f00", gone=("scan",))})
    assert queue.items[2].same_as == ("copy",)


def test_the_same_invoice_in_another_file_is_flagged_when_it_was_read() -> None:
    queue = steps.finish(of("scan.png"), "scan.png", SURE, 1.0, ["march/471.pdf", "scan.png"])
    assert queue.items[0].same_as == ("march/471.pdf",)
    assert queue.items[0].standing is Standing.NEEDS_REVIEW


def test_a_failure_says_why_until_the_file_is_tried_again() -> None:
    failed = steps.fail(of("a"), ["a"], "a is damaged. Fetch it again.")
    assert (failed.items[0].standing, failed.items[0].why) == (Standing.FAILED, "a is damaged. Fetch it again.")
    assert steps.retry(failed, ["a"]).items[0] == Item("a")


def test_nothing_is_begun_while_the_queue_is_paused() -> None:
    paused = steps.pause(of("a"), True)
    assert paused.next_waiting() is None
    assert steps.pause(paused, False).next_waiting() == Item("a")


def test_the_next_to_review_comes_behind_the_one_that_was_accepted_round_and_round() -> None:
    queue = of("a", "b", "c")
    for path in ("a", "c"):
        queue = steps.finish(queue, path, DOUBTFUL, 1.0)
    assert queue.next_to_review("a") == queue.item("c")
    accepted = steps.reviewed(queue, "c", SURE, True)
    assert standing(accepted, "c") is Standing.DONE
    assert accepted.next_to_review("c") == queue.item("a")
    assert steps.reviewed(accepted, "a", SURE, True).next_to_review("a") is None


def test_a_document_needs_review_until_a_person_accepts_it_though_nothing_is_in_doubt_any_more() -> None:
    queue = steps.reviewed(steps.finish(of("a"), "a", DOUBTFUL, 1.0), "a", SURE, False)
    assert standing(queue, "a") is Standing.NEEDS_REVIEW
    assert standing(steps.reviewed(queue, "a", SURE, True), "a") is Standing.DONE


def test_copies_of_a_file_are_reviewed_once() -> None:
    queue = steps.hashed(of("a", "copy", "other"), {"a": F00, "copy": F00})
    queue = steps.reviewed(queue, "a", SURE, True)
    assert [item.standing for item in queue.items] == [Standing.DONE, Standing.DONE, Standing.WAITING]


def test_an_accepted_document_that_is_taken_up_again_needs_review() -> None:
    accepted = steps.reviewed(steps.finish(of("a"), "a", SURE, 1.0), "a", SURE, True)
    again = steps.reviewed(accepted, "a", SURE, False)
    assert (again.items[0].standing, again.items[0].accepted) == (Standing.NEEDS_REVIEW, False)


def test_a_locked_file_that_was_opened_by_hand_is_done_by_its_review() -> None:
    queue = steps.reviewed(steps.fail(of("a"), ["a"], "a is locked."), "a", SURE, True)
    assert (queue.items[0].standing, queue.items[0].why) == (Standing.DONE, "")


def test_a_document_accepted_in_an_earlier_run_is_done_at_once() -> None:
    assert standing(steps.finish(of("a"), "a", DOUBTFUL, 1.0, accepted=True), "a") is Standing.DONE


def test_what_is_read_again_by_wish_is_extracted_anew() -> None:
    queue = steps.retry(steps.finish(of("a"), "a", SURE, 1.0), ["a"])
    assert (queue.items[0].standing, queue.items[0].anew) == (Standing.WAITING, True)
    assert not steps.finish(queue, "a", SURE, 1.0).items[0].anew


def test_files_that_are_cancelled_stand_where_they_stood_or_say_so_where_they_were_never_read() -> None:
    queue = steps.finish(steps.finish(of("done", "open", "seen", "new"), "done", SURE, 1.0), "open", DOUBTFUL, 1.0)
    queue = steps.reviewed(steps.finish(queue, "seen", DOUBTFUL, 1.0), "seen", SURE, True)
    queue = steps.reviewed(queue, "open", SURE, False)  # nothing in doubt any more, and nobody has accepted it
    every = [item.path for item in queue.items]
    cancelled = steps.cancel(steps.begin(steps.retry(queue, every[:3]), "open"), every, "Cancelled.")
    assert cancelled.items[:3] == queue.items[:3]
    assert (cancelled.items[3].standing, cancelled.items[3].why) == (Standing.FAILED, "Cancelled.")
    assert steps.cancel(cancelled, every, "Cancelled.") is cancelled


def test_what_failed_when_it_was_extracted_again_stands_as_before_and_says_so() -> None:
    done = steps.reviewed(steps.finish(of("a"), "a", DOUBTFUL, 1.0), "a", SURE, True)
    failed = steps.fail(steps.begin(steps.retry(done, ["a"]), "a"), ["a"], "a is away.", 0.5)
    assert failed.items == (replace(done.items[0], why="a is away."),)
    again = steps.cancel(steps.retry(failed, ["a"]), ["a"], "Cancelled.")
    assert (again.items[0].standing, again.items[0].why, again.items[0].anew) == (Standing.DONE, "", False)


def test_what_waits_to_be_extracted_again_is_not_told_by_what_was_found_before() -> None:
    waiting = steps.retry(steps.finish(of("a"), "a", SURE, 1.0), ["a"])
    assert steps.reviewed(waiting, "a", SURE, False) is waiting
    assert standing(steps.reviewed(waiting, "a", SURE, True, by_person=True), "a") is Standing.DONE


def test_what_was_being_read_when_the_app_ended_waits_again() -> None:
    queue = steps.recover(steps.begin(of("a", "b"), "a"), "why")
    assert [item.standing for item in queue.items] == [Standing.WAITING, Standing.WAITING]


def test_a_file_that_was_being_read_at_two_ends_of_the_app_is_left_alone() -> None:
    queue = of("a")
    for _ in range(2):
        queue = steps.recover(steps.begin(queue, "a"), "The app ended twice.")
    assert (queue.items[0].standing, queue.items[0].why) == (Standing.FAILED, "The app ended twice.")
    assert standing(steps.retry(queue, ["a"]), "a") is Standing.WAITING


def test_reading_that_the_clerk_broke_off_does_not_count_as_an_end() -> None:
    queue = of("a")
    for _ in range(3):
        queue = steps.put_back(steps.begin(queue, "a"), ["a"])
    assert queue.items[0] == Item("a")


def test_a_forgotten_document_leaves_no_trace() -> None:
    queue = steps.hashed(of("a", "copy", "other"), {"a": F00, "copy": F00})
    queue = steps.finish(queue, "other", SURE, 1.0, ["a", "else"])
    (rest,) = steps.forget(queue, "f00").items
    assert (rest.path, rest.same_as) == ("other", ("else",))


def test_every_standing_is_counted() -> None:
    queue = steps.begin(steps.fail(of("a", "b", "c"), ["a"], "why"), "b")
    assert queue.counts() == {
        Standing.WAITING: 1,
        Standing.READING: 1,
        Standing.NEEDS_REVIEW: 0,
        Standing.DONE: 0,
        Standing.FAILED: 1,
    }


def test_steps_for_a_file_that_was_removed_change_nothing() -> None:
    queue = of("a")
    gone = steps.remove(queue, ["a"])
    assert steps.finish(gone, "a", SURE, 1.0) is gone
    assert steps.fail(gone, ["a"], "why") is gone
    assert steps.hashed(gone, {"a": F00}) is gone
    assert steps.reviewed(gone, "a", SURE, True) is gone


def test_a_folder_is_watched_until_it_is_not() -> None:
    queue = steps.watch(steps.watch(Queue(), "in", True), "in", True)
    assert queue.watched == ("in",)
    assert steps.watch(queue, "in", False).watched == ()


def test_a_file_that_was_fetched_again_is_told_by_what_was_read_of_it() -> None:
    damaged = steps.hashed(of("a", "copy"), {"a": F00, "copy": F00})
    failed = steps.fail(damaged, ["a", "copy"], "It is damaged.")
    read = steps.finish(steps.retry(failed, ["copy"]), "copy", SURE, 1.0, sha256="f01")
    assert (read.items[1].sha256, read.items[1].same_as, read.items[1].standing) == ("f01", (), Standing.DONE)
    opened = steps.reviewed(failed, "copy", SURE, True, sha256="f02")
    assert [(item.sha256, item.standing) for item in opened.items] == [("f00", Standing.FAILED), ("f02", Standing.DONE)]


def test_reading_gives_way_to_a_review_by_a_person_and_to_no_other() -> None:
    reading = steps.begin(of("a"), "a")
    assert steps.reviewed(reading, "a", SURE, False) is reading
    assert standing(steps.reviewed(reading, "a", DOUBTFUL, False, by_person=True), "a") is Standing.NEEDS_REVIEW
