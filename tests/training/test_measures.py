"""Measures say what they should: denotations, telling apart, tables of findings, misread pages, small charts."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from PIL import Image

from docqa_app.training.assess import auroc
from docqa_app.training.calibration_plot import draw_calibration, kept_promises
from docqa_app.training.charts import Curve, draw_chart, smoothed
from docqa_app.training.denotation import denotes
from docqa_app.training.findings import Finding, add_finding, is_significant, read_findings, table
from docqa_app.training.misreading import best_possible, misread_line
from docqa_app.training.recipe import Progress
from docqa_app.training.run_log import RunLog, read_log
from tests.training.conftest import made_up_line


@pytest.mark.parametrize(
    ("answer", "values"),
    [
        ("Che Fu", ["che fu"]),
        ("1,200", ["1200"]),
        ("3.0", ["3"]),
        ("“Élan”", ["Elan"]),
        ("Paris [2]", ["Paris"]),
        ("London, Paris", ["Paris", "London"]),
        ("1,200; 30", ["30", "1200"]),
        ("Paris, France", ["Paris, France"]),
    ],
)
def test_an_answer_denotes_the_same_values_however_written(answer: str, values: list[str]) -> None:
    assert denotes(answer, values)


@pytest.mark.parametrize(
    ("answer", "values"),
    [("", ["0"]), ("12", ["120"]), ("London", ["London", "Paris"]), ("London, London", ["London", "Paris"])],
)
def test_other_or_fewer_values_are_another_denotation(answer: str, values: list[str]) -> None:
    assert not denotes(answer, values)


def test_auroc_is_one_where_all_are_told_apart_and_a_half_by_chance() -> None:
    assert auroc([0.9, 0.8], [0.1, 0.2, 0.3]) == 1.0
    assert auroc([0.1], [0.9]) == 0.0
    assert auroc([0.5, 0.5], [0.5]) == 0.5
    assert auroc([0.9, 0.2], [0.5]) == 0.5
    with pytest.raises(ValueError, match="with and questions without"):
        auroc([], [0.5])


def findings(first: list[float], second: list[float]) -> list[Finding]:
    return [
        Finding(name, seed, {"anls": value})
        for name, values in (("plain", first), ("more", second))
        for seed, value in enumerate(values, start=1)
    ]


def test_a_difference_seen_with_every_seed_is_marked() -> None:
    told = table(findings([0.50, 0.52, 0.51], [0.60, 0.63, 0.61]), ("anls",)).splitlines()

    assert told[2:] == ["| plain | 3 | 0.510 ± 0.010 |", "| more | 3 | 0.613 ± 0.015 * |"]


def test_a_difference_that_changes_its_sign_is_not() -> None:
    told = table(findings([0.50, 0.52, 0.51], [0.55, 0.49, 0.53]), ("anls",))

    assert told.splitlines()[-1] == "| more | 3 | 0.523 ± 0.031 |"
    assert not is_significant([0.05, -0.03, 0.02])


def test_one_seed_tells_no_difference_from_chance() -> None:
    assert "*" not in table(findings([0.1], [0.9]), ("anls",))


def test_findings_are_kept_one_by_one(tmp_path: Path) -> None:
    kept = tmp_path / "findings.jsonl"
    assert read_findings(kept) == []
    for finding in findings([0.5], [0.6]):
        add_finding(kept, finding)

    assert read_findings(kept) == findings([0.5], [0.6])


def test_a_misread_page_has_as_many_words_and_other_letters() -> None:
    line = made_up_line(4)
    worse = misread_line(line, 0.9, random.Random(1))

    assert len(worse["words"]) == len(line["words"])
    assert [w[0] for w in worse["words"]] != [w[0] for w in line["words"]]
    assert all(0 <= side <= 1 for word in worse["words"] for side in word[1:5])
    assert worse["questions"] == line["questions"]
    assert best_possible([worse]) < best_possible([line]) == 1.0


def test_a_page_without_misreading_is_as_it_was() -> None:
    line = made_up_line(4)

    assert misread_line(line, 0.0, random.Random(1)) == line


def test_a_chart_is_a_small_picture_with_every_curve_in_its_colour(tmp_path: Path) -> None:
    curves = [
        Curve("found", tuple((float(n), 1 / (n + 1)) for n in range(50))),
        Curve("words", ((0.0, 0.2), (49.0, 0.9)), (0.05, 0.05)),
        Curve("nothing", ()),
    ]
    draw_chart(tmp_path / "chart.png", "Losses", "steps", curves)

    with Image.open(tmp_path / "chart.png") as picture:
        colours = {colour for _, colour in picture.convert("RGB").getcolors() or ()}
    assert (tmp_path / "chart.png").stat().st_size < 40_000
    assert {(0, 114, 178), (213, 94, 0)} <= colours
    assert (0, 158, 115) not in colours


def test_a_chart_of_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="nothing to draw"):
        draw_chart(tmp_path / "chart.png", "Losses", "steps", [])


def test_long_curves_become_means_of_neighbourhoods() -> None:
    points = [(float(n), float(n % 2)) for n in range(1000)]

    short = smoothed(points, most=100)

    assert len(short) == 100
    assert all(y == 0.5 for _, y in short)


def test_the_calibration_plot_shows_where_confidence_promises_too_much(tmp_path: Path) -> None:
    given = [(0.95, True)] * 6 + [(0.95, False)] * 4 + [(0.15, True)] + [(0.15, False)] * 9 + [(0.55, True)]

    curve = kept_promises("receipts", given)
    draw_calibration(tmp_path / "calibration.png", {"receipts": given})

    assert [(round(x, 2), y) for x, y in curve.points] == [(0.15, 0.1), (0.95, 0.6)]
    assert (tmp_path / "calibration.png").stat().st_size < 40_000


def test_a_run_that_nobody_watches_says_lines_with_loss_and_time_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("docqa_app.training.run_log.LINE_EVERY", 0.0)

    with RunLog(tmp_path) as log:
        for step in range(1, 21):
            log.tell(Progress(step=step, seconds=step, questions=3 * step), step / 40, {"loss": 1.5, "rate": 1e-3})

    lines = capsys.readouterr().err.splitlines()
    assert [line.split(" | ")[:2] for line in lines] == [
        ["25.0%", "step 10, 3.0 questions/s, loss 1.500"],
        ["50.0%", "step 20, 3.0 questions/s, loss 1.500"],
    ]
    assert all(line.endswith(" left") for line in lines)
    assert read_log(tmp_path)["loss"] == [(step, 1.5) for step in range(1, 21)]
