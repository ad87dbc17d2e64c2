"""The commands of training, at a size of seconds: a run from nothing, pages without labels, studies, the probe."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest
import torch
from PIL import Image
from safetensors.torch import save_file

from docqa_app.answering.tokenizer import WordTokenizer
from docqa_app.training import begin, box_probe, compare, pretrain_pages, train
from docqa_app.training.begin import Plan
from docqa_app.training.examples import ExampleMaker
from docqa_app.training.findings import Finding, add_finding, read_findings
from docqa_app.training.mixture import drawn
from docqa_app.training.model.config import tiny
from docqa_app.training.page_lines import read_lines
from docqa_app.training.recipe import Source
from docqa_app.training.run_log import read_log
from docqa_app.training.start import start_folder
from docqa_app.training.studies import QUESTION, TASKS, Study
from docqa_app.training.vocabulary import kept_ids
from tests.files import damaged, text_pdf
from tests.training.conftest import VOCABULARY, TinyRun, write_slips


def test_a_tiny_run_needs_nothing_but_the_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(begin.PLANS, "tiny", Plan(4, ("--steps", "50")))
    monkeypatch.setattr(begin, "DEV_PAGES", 1)

    begin.main(["tiny", str(tmp_path / "run"), "--vocabulary", str(VOCABULARY), "--steps", "2", "--budget", "800"])

    record = json.loads((tmp_path / "run" / "recipe.json").read_text(encoding="utf-8"))
    assert (tmp_path / "run" / "checkpoint.pt").exists()
    assert len(list(read_lines(tmp_path / "run" / "drawn_dev.jsonl.gz"))) == 1
    assert record["steps"] == 2
    assert [len(source["sha256"]) for source in record["sources"]] == [64, 64]
    assert [point for point, _ in read_log(tmp_path / "run")["loss"]] == [1, 2]


def test_a_run_leaves_its_curves_as_a_picture(tiny_run: TinyRun) -> None:
    with Image.open(tiny_run.folder / "curves.png") as picture:
        assert picture.size == (720, 400)
        assert len(picture.getcolors() or ()) > 5


def test_a_run_s_recipe_holds_every_setting_and_what_it_began_with(tmp_path: Path) -> None:
    slips = write_slips(tmp_path / "slips.jsonl.gz", range(4))
    settings = ["--vocabulary", VOCABULARY, "--size", "tiny", "--data", f"{slips}:1", "--steps", 1, "--budget", 300]
    train.main([str(one) for one in (tmp_path / "first", *settings)])
    warm = tmp_path / "first" / "checkpoint.pt"

    further = ["--warm", warm, "--keep", "visual", "--dropout", 0.1, "--no-picture"]
    train.main([str(one) for one in (tmp_path / "second", *settings, *further)])

    told = json.loads((tmp_path / "second" / "recipe.json").read_text(encoding="utf-8"))["arguments"]
    assert (told["keep"], told["dropout"], told["no_picture"], told["vocabulary"]) == (
        ["visual"], 0.1, True, str(VOCABULARY),
    )  # fmt: skip
    assert told["warm"] == [{"file": "checkpoint.pt", "sha256": sha256(warm.read_bytes()).hexdigest()}]


def test_a_larger_run_asks_for_first_weights(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        begin.main(["small", str(tmp_path), "--vocabulary", str(VOCABULARY)])

    assert "START=google/flan-t5-small" in capsys.readouterr().err


def test_a_folder_of_lines_is_learned_from_but_for_its_development_parts(tmp_path: Path) -> None:
    for name in ("sroie_train", "sroie_dev", "cord_train", "generated"):
        write_slips(tmp_path / f"{name}.jsonl.gz", [1])

    told = begin.sources(tmp_path)

    places = [Path(part).name for part in told]
    assert places == ["--data", "cord_train.jsonl.gz:1", "generated.jsonl.gz:1", "--disguise", "sroie_train.jsonl.gz:1"]


def test_a_folder_without_lines_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no files of example lines"):
        begin.sources(tmp_path)


def test_first_weights_may_lie_in_a_folder_and_their_vocabulary_is_matched(tmp_path: Path) -> None:
    pieces = [["<pad>", 0.0], ["</s>", 0.0], ["\u2581total", -1.0], ["x", -2.0]]
    cut = [["</s>", 0.0], ["x", -2.0], ["\u20ac", -9.0], ["<extra_id_0>", 0.0]]
    sentinel = [{"content": "<extra_id_0>", "id": 7}]
    for name, vocab, added in (("start", pieces, sentinel), ("cut", cut, [])):
        (tmp_path / name).mkdir()
        record = {"model": {"vocab": vocab}, "added_tokens": added}
        (tmp_path / name / "tokenizer.json").write_text(json.dumps(record), encoding="utf-8")
    save_file({"shared.weight": torch.zeros(4, 2)}, tmp_path / "start" / "model.safetensors")

    folder = start_folder(str(tmp_path / "start"))

    assert kept_ids(tmp_path / "cut", folder) == [1, 3, -1, 7]


def test_the_paper_s_way_is_an_option_of_the_command(tmp_path: Path) -> None:
    slips = write_slips(tmp_path / "slips.jsonl.gz", range(3))
    told = ["--size", "tiny", "--steps", "1", "--budget", "600", "--vocabulary", str(VOCABULARY)]

    train.main([str(tmp_path / "run"), *told, "--data", str(slips), "--question-in-encoder", "--no-picture"])

    state = torch.load(tmp_path / "run" / "checkpoint.pt", weights_only=True)
    assert state["config"]["question_in_encoder"]
    assert not state["config"]["picture_used"]
    assert state["progress"]["flop"] > 0


def test_any_folder_of_files_becomes_pages_to_learn_from(tmp_path: Path, tiny_run: TinyRun) -> None:
    text_pdf(tmp_path / "a.pdf", [["Invoice 12 of May", "Total 17.50 EUR", "Thank you very much"], ["Too few"]])
    (tmp_path / "deeper").mkdir()
    text_pdf(tmp_path / "deeper" / "b.PDF", [["Another page with words enough to be learned from"]])
    damaged(tmp_path / "broken.pdf")
    (tmp_path / "notes.txt").write_text("not a document", encoding="utf-8")

    pretrain_pages.main([str(tmp_path), str(tmp_path / "out" / "pages.jsonl.gz"), "--workers", "1"])

    lines = list(read_lines(tmp_path / "out" / "pages.jsonl.gz"))
    assert [line["id"] for line in lines] == ["a.pdf-1", "deeper/b.PDF-1"]
    assert lines[0]["words"][0][0] == "Invoice"
    maker = ExampleMaker(tiny_run.tokenizer, tiny_run.trainer.model.config, seed=1)
    source = Source(tmp_path / "out" / "pages.jsonl.gz", 1.0, blanked=True)
    example = next(drawn([source], maker, maker.rng))
    assert example.rows[0].prompt == (maker.fill, maker.sep)


def study(tmp_path: Path, name: str) -> list[str]:
    slips = write_slips(tmp_path / "slips.jsonl.gz", range(6))
    told = ["--asked", str(slips), "--dev", str(slips), "--limit", "1", "--vocabulary", str(VOCABULARY)]
    return [name, str(tmp_path / "out"), *told, "--teraflops", "0.0001", "--threads", "1"]


def test_a_study_goes_on_with_what_is_missing_and_ends_in_a_table(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = (variant.name for variant in QUESTION.variants)
    (tmp_path / "out").mkdir()
    done = Finding(first, 1, {"anls": 0.75, "loss": 2.5})
    add_finding(tmp_path / "out" / "findings.jsonl", done)

    compare.main([*study(tmp_path, "question"), "--seeds", "1"])

    found = read_findings(tmp_path / "out" / "findings.jsonl")
    assert found[0] == done
    assert [(f.variant, f.seed) for f in found] == [(first, 1), (second, 1)]
    assert f"| {second} | 1 | {found[1].measures['loss']:.3f} |" in capsys.readouterr().out
    assert not list((tmp_path / "out").rglob("checkpoint.pt"))


def test_pre_training_tasks_are_measured_with_hidden_boxes_and_under_misreading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(compare.STUDIES, "tasks", Study(TASKS.variants[-1:], 0.5, ("all",)))

    compare.main([*study(tmp_path, "tasks"), "--seeds", "1"])

    (found,) = read_findings(tmp_path / "out" / "findings.jsonl")
    misread = {"anls 0.05", "anls 0.10", "anls 0.20"}
    assert set(found.measures) == {"hidden line", "hidden grid", *compare.MEASURES, *misread}
    with Image.open(tmp_path / "out" / "misread.png") as picture:
        assert picture.format == "PNG"


def test_a_study_may_give_every_variant_as_many_steps(tmp_path: Path) -> None:
    compare.main([*study(tmp_path, "question"), "--seeds", "1", "--steps", "2"])

    found = read_findings(tmp_path / "out" / "findings.jsonl")
    assert [f.measures["steps"] for f in found] == [2, 2]


def test_a_larger_study_asks_for_first_weights(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        compare.main([*study(tmp_path, "tasks"), "--size", "small"])

    assert "--start google/flan-t5-small" in capsys.readouterr().err


def test_the_variants_differ_in_what_they_are_taught_only() -> None:
    taught = {v.name: (v.changes.get("picture_used", True), v.tasks.line, v.tasks.grid) for v in TASKS.variants}

    assert list(taught.values()) == [(False, 0, 0), (True, 0, 0), (True, 1, 0), (True, 0, 1), (True, 1, 1)]
    assert {v.tasks.words for v in TASKS.variants} == {1.0}


def test_every_variant_of_a_seed_begins_with_the_same_weights(tmp_path: Path) -> None:
    tokenizer = WordTokenizer.load(VOCABULARY)
    bench = compare.Bench(tmp_path, (), (), (), tokenizer, tiny(200), 1.0, 0, 1e-3, 300)

    blind, *others = (bench.fresh(variant, seed=1).state_dict() for variant in TASKS.variants)

    assert all(torch.equal(weight, other[name]) for other in others for name, weight in blind.items())


def test_the_probe_cannot_read_and_still_is_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    slips = write_slips(tmp_path / "slips.jsonl.gz", range(4))

    box_probe.main(
        [str(slips), str(slips), "--vocabulary", str(VOCABULARY), "--out", str(tmp_path / "probe"), "--steps", "1"]
    )

    rows = [line for line in capsys.readouterr().out.splitlines() if line.startswith("| box")]
    assert len(rows) == 3
    blind = box_probe.Blind.load(VOCABULARY)
    assert blind.text("Total amount 12.50") == [2, 2, 2]
