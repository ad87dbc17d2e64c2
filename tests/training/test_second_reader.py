"""The second reader is taught on lines with what they say, and what is exported reads as the network does."""

from __future__ import annotations

import math
import random
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from docqa_app.core.document import Box, Page, Word, WordSource
from docqa_app.reading.second_reader import (
    FOLDER,
    GRAPH,
    HEIGHT,
    SecondReader,
    load_second_reader,
    reader_name,
    said,
)
from docqa_app.training.second_reader.catching import Caught, batch_of, caught, caught_well
from docqa_app.training.second_reader.drawing import drawn_line
from docqa_app.training.second_reader.export import export
from docqa_app.training.second_reader.line_pictures import LinePicture, annotated_lines, sure_words
from docqa_app.training.second_reader.network import ALPHABET, LineNetwork, OneLine, can_spell, in_capitals, numbers_of
from docqa_app.training.second_reader.scores import found_words
from docqa_app.training.second_reader.strings import amount, code, day, drawn_text, strange_words, time, words
from docqa_app.training.second_reader.train import RATE, Lines, Teacher, rate_at


def drawn(count: int, seed: int = 3) -> list[LinePicture]:
    rng = random.Random(seed)
    return [drawn_line(rng) for _ in range(count)]


@pytest.mark.parametrize("kind", [amount, day, time, code, words, strange_words, drawn_text])
def test_every_kind_of_text_that_is_drawn_can_nearly_always_be_said(kind) -> None:
    rng = random.Random(1)
    texts = [kind(rng) for _ in range(200)]
    assert sum(map(can_spell, texts)) > 180
    assert len(set(texts)) > 60


def test_a_text_is_told_by_numbers_of_which_none_means_no_sign() -> None:
    assert numbers_of("1,0 €") == [1 + ALPHABET.index(sign) for sign in "1,0 €"]
    assert 0 not in numbers_of(ALPHABET)
    assert not can_spell("")
    assert not can_spell("一")


def test_a_drawn_line_shows_its_ink_within_its_box() -> None:
    for line in drawn(20):
        left, top, right, bottom = line.box
        assert 0 <= left < right <= line.grey.shape[1]
        assert 0 <= top < bottom <= line.grey.shape[0]
        inside = line.grey[int(top) : int(bottom), int(left) : int(right)]
        assert inside.min() < line.grey[:3].min()


def receipt(folder: Path) -> dict:
    Image.new("L", (400, 200), 255).save(folder / "one.png")
    boxes = {
        "TOTAL": [10, 50, 110, 70],
        "12.50": [200, 51, 260, 71],
        "Thank you": [10, 120, 150, 140],
        "x": [5, 5, 6, 7],
    }
    return {"file": "one.png", "width": 400, "words": [{"text": t, "box": box} for t, box in boxes.items()]}


def test_annotated_lines_are_cut_alone_and_joined_to_their_neighbours(tmp_path: Path) -> None:
    lines = list(annotated_lines(tmp_path, receipt(tmp_path)))
    assert [line.text for line in lines] == ["TOTAL", "12.50", "Thank you", "TOTAL 12.50"]
    joined = lines[-1]
    assert joined.box[2] - joined.box[0] == 250
    assert [line.is_figure for line in lines] == [False, True, False, True]


def test_surely_read_words_of_an_upright_page_are_lines(tmp_path: Path) -> None:
    path = tmp_path / "page.png"
    Image.new("L", (400, 200), 255).save(path)
    read = (Word("9.00", Box(0.5, 0.4, 0.7, 0.5), 0.97), Word("9.60", Box(0.5, 0.6, 0.7, 0.7), 0.6))
    page = Page(1, 400, 200, read, WordSource.OCR)
    assert [line.text for line in sure_words(path, page)] == ["9.00"]
    assert not list(sure_words(path, Page(1, 400, 200, read, WordSource.OCR, turn=90)))


def test_a_line_is_caught_otherwise_every_time_and_one_height_always() -> None:
    line, rng = drawn(1)[0], random.Random(5)
    some = [caught(line, rng) for _ in range(12)]
    assert {one.line.shape[0] for one in some} == {HEIGHT}
    assert len({one.line.shape[1] for one in some}) > 6
    assert all(np.isfinite(one.line).all() for one in some)
    assert caught_well(line).shape == caught_well(line).shape


def test_a_batch_is_padded_with_paper_and_knows_its_lengths() -> None:
    short, long = np.zeros((HEIGHT, 20), np.float32), np.zeros((HEIGHT, 61), np.float32)
    batch = batch_of([Caught(short, "1"), Caught(long, "2.50")])
    assert batch.lines.shape == (2, 1, HEIGHT, 64)
    assert float(batch.lines[0, 0, :, 20:].min()) == 1.0
    assert batch.steps.tolist() == [5, 15]
    assert batch.lengths.tolist() == [1, 4]
    assert batch.numbers.tolist() == numbers_of("12.50")


def test_a_line_told_in_capitals_may_be_read_in_small_letters() -> None:
    said = torch.full((1, 1 + len(ALPHABET)), -30.0)
    said[0, numbers_of("e")] = math.log(0.6)
    said[0, numbers_of("E")] = math.log(0.3)
    said[0, 0] = math.log(0.1)

    folded = in_capitals(said).exp()[0]

    assert float(folded[numbers_of("E")]) == pytest.approx(0.9)
    assert float(folded[0]) == pytest.approx(0.1)
    assert float(folded[numbers_of("e")]) < 1e-9
    line = np.zeros((HEIGHT, 40), np.float32)
    batch = batch_of([Caught(line, "aß", cased=False), Caught(line, "b")])
    assert batch.numbers.tolist() == numbers_of("Aßb")
    assert batch.cased.tolist() == [False, True]


def test_annotated_lines_are_told_in_capitals_unless_they_have_small_letters(tmp_path: Path) -> None:
    cased = {line.text: line.cased for line in annotated_lines(tmp_path, receipt(tmp_path))}
    assert cased == {"TOTAL": False, "12.50": False, "Thank you": True, "TOTAL 12.50": False}


def test_the_rate_warms_stays_and_falls() -> None:
    assert rate_at(0, 0.0) == RATE / 100
    assert rate_at(500, 0.3) == RATE
    assert rate_at(500, 0.7) == pytest.approx(RATE * 0.44, rel=0.01)
    assert rate_at(500, 1.0) == pytest.approx(RATE / 100)


def test_a_small_network_learns_a_handful_of_lines() -> None:
    torch.manual_seed(1)
    lines = Lines([line for line in drawn(6) if can_spell(line.text)], (), (), drawn=0.0)
    teacher = Teacher(LineNetwork((8, 8, 16, 16, 24, 32), 32), lines, 1)
    losses = [loss for loss, _ in zip(teacher.learn(60.0), range(60), strict=False)]
    assert sum(losses[-5:]) < 0.6 * sum(losses[:5])


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, LineNetwork]:
    torch.manual_seed(2)
    models, network = tmp_path_factory.mktemp("models"), LineNetwork()
    export(network, models / FOLDER, "0.0.1")
    return models, network


def test_the_exported_reader_says_what_the_network_says(exported: tuple[Path, LineNetwork]) -> None:
    models, network = exported
    reader = load_second_reader(models)
    assert isinstance(reader, SecondReader)
    assert reader.name == reader_name(models) == "second-reader 0.0.1"
    image = Image.fromarray(drawn(1)[0].grey)
    with torch.no_grad():
        steps = OneLine(network.eval())(torch.from_numpy(caught_well(LinePicture("", np.array(image), box_of(image)))))
    ours, theirs = reader.read(image, Box(0.1, 0.1, 0.9, 0.9)), said(steps.numpy(), ALPHABET)
    assert ours.text == theirs.text
    assert ours.confidence == pytest.approx(theirs.confidence, abs=0.02)


def box_of(image: Image.Image) -> tuple[float, float, float, float]:
    return 0.1 * image.width, 0.1 * image.height, 0.9 * image.width, 0.9 * image.height


def test_a_damaged_reader_is_left_out_and_the_log_says_so(
    exported: tuple[Path, LineNetwork], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = tmp_path / FOLDER
    folder.mkdir()
    for file in (exported[0] / FOLDER).iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    (folder / GRAPH).write_bytes(b"no graph")
    assert load_second_reader(tmp_path) is None
    assert "install it again" in caplog.text
    assert load_second_reader(tmp_path / "elsewhere") is None
    assert reader_name(tmp_path / "elsewhere") == ""


def word(text: str, left: float, top: float, sure: float = 1.0) -> Word:
    return Word(text, Box(left, top, left + 0.1, top + 0.02), sure)


def test_words_and_figures_are_counted_where_they_stand() -> None:
    truth = [word("TOTAL", 0.1, 0.1), word("12.50", 0.7, 0.1), word("9.00", 0.7, 0.2), word("7.00", 0.7, 0.3)]
    read = [word("Total:", 0.1, 0.1), word(":12.50", 0.72, 0.1), word("9.60", 0.7, 0.2, 0.9), word("7.00", 0.2, 0.3)]
    found = list(found_words(truth, read))
    assert [one.is_figure for one in found] == [False, True, True, True]
    assert [one.right for one in found] == [True, True, False, False]
    assert [one.surely_wrong for one in found] == [False, False, True, False]
