"""Free questions are learned by narrow products beside a network: of fields it says what it said, weights ship once."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from docqa_app.answering.engine import Engine, load_engine
from docqa_app.answering.model_folder import open_model_folder
from docqa_app.answering.network import ASKING, FREE
from docqa_app.answering.packing import unpacked_bytes
from docqa_app.answering.pairs import PairEngine
from docqa_app.training import train
from docqa_app.training.beside import write_beside
from docqa_app.training.export import list_files, write_model
from docqa_app.training.low_rank import is_narrow
from docqa_app.training.model.config import tiny
from docqa_app.training.model.docformer import DocFormer
from docqa_app.training.opened import opened_network
from docqa_app.training.rounding import Rounding
from docqa_app.training.trainer import load_checkpoint
from docqa_app.training.unpack import unpacked_beside
from tests.answering.pages import document_of, page_of
from tests.training.conftest import VOCABULARY, TinyRun, write_slips

SMALL = Rounding(block=32, head_block=32)
PAGE = page_of(("Number 512", "Total 19.00", "Thank you"))
ASKED = ["number", "total", "iban"]


@pytest.fixture(scope="module")
def learned(tiny_run: TinyRun, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The checkpoint of a run of a few steps beside the tiny network."""
    folder = tmp_path_factory.mktemp("narrow")
    slips = write_slips(folder / "slips.jsonl.gz", range(40))
    arguments = ["--vocabulary", VOCABULARY, "--warm", tiny_run.folder / "checkpoint.pt", "--low-rank", 4]
    arguments += ["--size", "tiny", "--data", f"{slips}:1", "--steps", 12, "--rate", 0.02, "--warm-up", 1]
    train.main([str(one) for one in (folder / "run", *arguments)])
    return folder / "run" / "checkpoint.pt"


@pytest.fixture(scope="module")
def written(tiny_run: TinyRun, learned: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny model as written once with graphs for free questions, `free`, and with some that learned to ask,
    `asking`."""
    base, _ = load_checkpoint(tiny_run.folder / "checkpoint.pt")
    told, out = load_checkpoint(learned)[0], tmp_path_factory.mktemp("written")
    for name, kind in (("free", FREE), ("asking", ASKING)):
        write_model(base, out / name, VOCABULARY, "0.0.1", SMALL)
        write_beside(told, out / name, kind, SMALL)
    return out


@pytest.fixture
def folder(written: Path, tmp_path: Path) -> Path:
    """The tiny model with graphs for free questions."""
    return shutil.copytree(written / "free", tmp_path / "free")


@pytest.fixture
def asking(written: Path, tmp_path: Path) -> Path:
    """The tiny model with graphs that learned to ask."""
    return shutil.copytree(written / "asking", tmp_path / "asking")


def likelihoods(engine: Engine, facts: bool = False) -> list[float]:
    """How likely each token of two given texts is on the page, also as one about documents with key facts is asked."""
    pairs = PairEngine(engine).of_facts if facts else PairEngine(engine)
    given = [pairs.given_pair("number", "512"), pairs.given_pair("total", "19.00")]
    return [one for told in pairs.likelihoods([PAGE], given) for one in told]


def test_narrow_products_change_nothing_before_they_have_learned(tiny_run: TinyRun) -> None:
    base, _ = load_checkpoint(tiny_run.folder / "checkpoint.pt")
    beside = DocFormer(replace(base.config, low_rank=4)).eval()
    beside.load_state_dict(base.state_dict(), strict=False)

    ours, theirs = (opened_network(model, tiny_run.tokenizer).engine for model in (beside, base))

    assert likelihoods(ours) == likelihoods(theirs)


def test_only_the_narrow_products_learn(tiny_run: TinyRun, learned: Path) -> None:
    base, beside = (load_checkpoint(path)[0].state_dict() for path in (tiny_run.folder / "checkpoint.pt", learned))

    assert all(torch.equal(beside[name], weight) for name, weight in base.items())
    narrow = [weight for name, weight in beside.items() if name.endswith(".out.weight")]
    assert len(narrow) == 2 * (4 + 3) + 2 * (8 + 3) + 2
    assert sum(bool(weight.any()) for weight in narrow) > len(narrow) / 2


def test_free_questions_are_answered_by_what_was_learned_and_fields_as_before(
    tiny_run: TinyRun, learned: Path, folder: Path, tmp_path: Path
) -> None:
    write_model(load_checkpoint(tiny_run.folder / "checkpoint.pt")[0], tmp_path / "bare", VOCABULARY, "0.0.1", SMALL)
    engine, bare = load_engine(folder, "CPU"), load_engine(tmp_path / "bare", "CPU")
    torchs = opened_network(load_checkpoint(learned)[0], tiny_run.tokenizer).engine

    assert engine.weigh(PAGE, ASKED) == bare.weigh(PAGE, ASKED)
    free, taught, before = (np.array(likelihoods(one)) for one in (engine.freely, torchs, engine))
    # a network of this size is rounded coarsely: what it learned stands out all the same
    assert np.abs(free - taught).mean() < 0.5 * np.abs(before - taught).mean()


def test_pairs_of_texts_are_scored_by_what_learned_to_ask_and_all_else_is_said_as_before(
    tiny_run: TinyRun, learned: Path, asking: Path, tmp_path: Path
) -> None:
    write_model(load_checkpoint(tiny_run.folder / "checkpoint.pt")[0], tmp_path / "bare", VOCABULARY, "0.0.1", SMALL)
    engine, bare = load_engine(asking, "CPU"), load_engine(tmp_path / "bare", "CPU")
    torchs = opened_network(load_checkpoint(learned)[0], tiny_run.tokenizer).engine

    said, taught, before = (np.array(likelihoods(one)) for one in (engine, torchs, bare))
    assert np.abs(said - taught).mean() < 0.5 * np.abs(before - taught).mean()
    assert likelihoods(engine, facts=True) == before.tolist()
    assert engine.weigh(PAGE, ASKED) == bare.weigh(PAGE, ASKED)
    assert engine.freely is engine
    summaries, those_before = (PairEngine(one).write_summaries([PAGE], 2, 2) for one in (engine, bare))
    assert summaries == those_before


def test_what_learned_to_ask_comes_back_but_for_rounding(learned: Path, asking: Path) -> None:
    true, again = load_checkpoint(learned)[0], unpacked_beside(asking, "tiny", SMALL, ASKING)
    name = next(name for name in true.state_dict() if is_narrow(name))
    weight = true.state_dict()[name]
    assert (again.state_dict()[name] - weight).abs().max() <= weight.abs().max() / 127


def test_a_forgotten_document_is_forgotten_by_both(folder: Path) -> None:
    engine, document = load_engine(folder, "CPU"), document_of(PAGE)
    first = engine.freely.ask(document, ASKED)
    kept = engine.freely.encodings.of(PAGE)

    engine.forget(document)

    assert engine.freely.encodings.of(PAGE) is not kept
    assert engine.freely.ask(document, ASKED) == first


def test_what_both_graphs_have_is_shipped_once(folder: Path) -> None:
    for name in ("reader.onnx", "speaker.onnx"):
        assert (folder / f"{FREE}{name}.xz").stat().st_size < 0.3 * (folder / f"{name}.gz").stat().st_size
    assert {f"{FREE}reader.onnx.xz", f"{FREE}speaker.onnx.xz"} < open_model_folder(folder).files.keys()


def test_graphs_of_an_older_model_that_are_not_packed_answer_alike(folder: Path, tmp_path: Path) -> None:
    old = tmp_path / "old"
    shutil.copytree(folder, old)
    for packed in old.glob("*.onnx.*"):
        packed.with_suffix("").write_bytes(unpacked_bytes(packed))
        packed.unlink()
    list_files(old)

    one, other = (load_engine(place, "CPU").freely for place in (folder, old))
    assert one.ask(document_of(PAGE), ASKED) == other.ask(document_of(PAGE), ASKED)
    assert unpacked_beside(old, "tiny", SMALL).config == unpacked_beside(folder, "tiny", SMALL).config


def test_a_new_export_into_the_folder_takes_the_old_graphs_away(tiny_run: TinyRun, folder: Path) -> None:
    write_model(load_checkpoint(tiny_run.folder / "checkpoint.pt")[0], folder, VOCABULARY, "0.0.2", SMALL)

    assert not list(folder.glob(f"{FREE}*"))
    engine = load_engine(folder, "CPU")
    assert engine.freely is engine


def test_a_model_without_such_graphs_answers_all_questions_alike(tiny_run: TinyRun, tmp_path: Path) -> None:
    write_model(load_checkpoint(tiny_run.folder / "checkpoint.pt")[0], tmp_path, VOCABULARY, "0.0.1", SMALL)
    engine = load_engine(tmp_path, "CPU")

    assert engine.freely is engine


def test_what_was_learned_beside_comes_back_but_for_rounding(learned: Path, folder: Path) -> None:
    true, again = load_checkpoint(learned)[0], unpacked_beside(folder, "tiny", SMALL)

    assert again.config.low_rank == 4
    held = again.state_dict()
    away = {
        name: float((held[name] - weight).abs().max() / weight.abs().max().clamp(min=1e-9))
        for name, weight in true.state_dict().items()
        if is_narrow(name)
    }
    assert len(away) == 2 * (2 * (4 + 3) + 2 * (8 + 3) + 2)
    assert max(away.values()) <= 1 / 127


def test_a_model_without_such_graphs_has_none_to_give_back(tiny_run: TinyRun, tmp_path: Path) -> None:
    write_model(load_checkpoint(tiny_run.folder / "checkpoint.pt")[0], tmp_path, VOCABULARY, "0.0.1", SMALL)

    with pytest.raises(ValueError, match="no graphs of narrow products"):
        unpacked_beside(tmp_path, "tiny")


def test_what_was_learned_beside_another_network_is_refused_and_nothing_is_written(
    tiny_run: TinyRun, learned: Path, tmp_path: Path
) -> None:
    torch.manual_seed(5)
    write_model(DocFormer(tiny(tiny_run.tokenizer.size)).eval(), tmp_path, VOCABULARY, "0.0.1", SMALL)

    with pytest.raises(ValueError, match="not what was learned beside"):
        write_beside(load_checkpoint(learned)[0], tmp_path, rounding=SMALL)

    assert not list(tmp_path.glob(f"{FREE}*"))
