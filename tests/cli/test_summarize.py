"""docqa summarize and docqa quals: what they print and write."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from docqa_app.cli import main
from docqa_app.cli.parts import Loaded
from tests.cli.conftest import Outcome
from tests.cli.fakes import make_pdf
from tests.fakes import FakeEngine
from tests.summarizing.fakes import KNOWN, UNKNOWN, NeighbourModel

Call = Callable[..., Outcome]
WRITTEN = ("The repair is 900 euros. The roof is 12 old. It costs 950.",)


@pytest.fixture
def docqa(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Call:
    """docqa("summarize", file, ...) -> Outcome, with a small model, true reading and a home of its own."""
    monkeypatch.setenv("DOCQA_HOME", str(tmp_path / "home"))

    def loader(folder: Path, device: str) -> Loaded:
        return Loaded(FakeEngine(), NeighbourModel(summaries=WRITTEN), folder)

    def call(*arguments: object) -> Outcome:
        try:
            code = main([str(argument) for argument in arguments], pair_loader=loader)
        except SystemExit as left:
            code = int(left.code or 0)
        return Outcome(code, *capfd.readouterr())

    return call


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    lines = ["Dear Sir or Madam, thank you for your letter.", "The repair is 900 euros.", "Your house is 12 years old."]
    return make_pdf(tmp_path / "letter.pdf", [lines])


def lines_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def write_pairs(path: Path, *records: object) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def test_json_gives_each_sentence_its_flag_and_the_questions_behind_it(docqa: Call, letter: Path) -> None:
    outcome = docqa("summarize", letter, "--json")

    told = outcome.json
    assert outcome.code == 0
    assert list(told) == ["file", "model", "summary", "quals", "sentences", "seconds"]
    assert told["summary"] == " ".join(WRITTEN)
    assert [one["flag"] for one in told["sentences"]] == ["supported", "supported", "unsupported"]
    pair = told["sentences"][0]["pairs"][0]
    assert list(pair) == ["question", "answer", "ll_document", "ll_summary", "document_answer"]
    assert (pair["question"], pair["answer"], pair["ll_document"]) == ("is ?", "900", KNOWN)
    assert told["sentences"][2]["unfounded"] == [{"text": "950", "kind": "amount"}]


def test_text_puts_the_flag_first_names_what_stands_nowhere_and_says_that_it_can_be_wrong(
    docqa: Call, letter: Path
) -> None:
    outcome = docqa("summarize", letter)

    assert outcome.out.splitlines() == [
        "[supported] The repair is 900 euros.",
        "[supported] The roof is 12 old.",
        "[unsupported] It costs 950.",
        "  not in the document: 950",
        "This is an automatic check and can be wrong.",
    ]


def test_the_number_of_sentences_is_chosen(docqa: Call, letter: Path) -> None:
    assert len(docqa("summarize", letter, "--json", "--sentences", 2).json["sentences"]) == 2
    refused = docqa("summarize", letter, "--sentences", 9)
    assert refused.code == 2
    assert "--sentences" in refused.err


def test_given_summaries_are_scored_a_line_each(docqa: Call, tmp_path: Path) -> None:
    given = write_pairs(
        tmp_path / "pairs.jsonl",
        {"id": "right", "document": "The total is 12.50 in all.", "summary": "The total is 12.50."},
        {"id": "wrong", "document": "The total is 12.50 in all.", "summary": "The total is 99.90."},
        {"id": "mute", "document": "The total is 12.50 in all.", "summary": "Nothing to see."},
    )

    outcome = docqa("quals", "--pairs", given, "--out", tmp_path / "out.jsonl")

    right, wrong, mute = lines_of(tmp_path / "out.jsonl")
    assert outcome.code == 0
    assert list(right) == ["id", "quals", "pairs", "seconds"]
    assert [one["id"] for one in (right, wrong, mute)] == ["right", "wrong", "mute"]
    assert right["quals"] == 0
    assert wrong["quals"] == pytest.approx((UNKNOWN - KNOWN) / 5, abs=1e-3)
    assert [pair["answer"] for pair in wrong["pairs"]] == ["99.90"]
    assert (mute["quals"], mute["pairs"]) == (None, [])


def test_the_released_variant_can_be_chosen(docqa: Call, tmp_path: Path) -> None:
    given = write_pairs(tmp_path / "pairs.jsonl", {"id": 1, "document": "total 12", "summary": "total 12"})

    assert docqa("quals", "--pairs", given, "--out", tmp_path / "o.jsonl", "--variant", "released").code == 0
    assert lines_of(tmp_path / "o.jsonl")[0]["quals"] == 0


def test_a_line_that_makes_no_sense_is_named_and_the_others_are_scored(docqa: Call, tmp_path: Path) -> None:
    good = {"id": "good", "document": "total 12", "summary": "total 12"}
    given = write_pairs(tmp_path / "pairs.jsonl", {"id": "bad"}, good, {**good, "summary": " "}, [1])

    outcome = docqa("quals", "--pairs", given, "--out", tmp_path / "out.jsonl")

    assert outcome.code == 5
    assert "3 of 4 lines failed" in outcome.err
    assert "line 1: it has no 'document'." in outcome.err
    assert [one["id"] for one in lines_of(tmp_path / "out.jsonl")] == ["good"]


def test_halves_of_characters_fail_in_a_text_and_are_kept_in_an_id(docqa: Call, tmp_path: Path) -> None:
    good = {"id": "a\ud800", "document": "total 12", "summary": "total 12"}
    given = write_pairs(tmp_path / "pairs.jsonl", {**good, "document": "total \ud800 12"}, good)

    outcome = docqa("quals", "--pairs", given, "--out", tmp_path / "out.jsonl")

    assert outcome.code == 5
    assert "1 of 2 lines failed: line 1: it has another form than expected" in outcome.err
    assert [one["id"] for one in lines_of(tmp_path / "out.jsonl")] == ["a\ud800"]


def test_a_missing_or_empty_file_of_pairs_and_an_output_that_cannot_be_written_are_sentences(
    docqa: Call, tmp_path: Path
) -> None:
    missing = docqa("quals", "--pairs", tmp_path / "none.jsonl", "--out", tmp_path / "out.jsonl")
    empty = docqa("quals", "--pairs", write_pairs(tmp_path / "empty.jsonl"), "--out", tmp_path / "out.jsonl")
    given = write_pairs(tmp_path / "pairs.jsonl", {"id": "a", "document": "total 12", "summary": "total 12"})
    closed = docqa("quals", "--pairs", given, "--out", tmp_path)

    assert (missing.code, empty.code, closed.code) == (3, 3, 2)
    assert "cannot be read" in missing.err
    assert "holds no lines" in empty.err
    assert "cannot be written" in closed.err
