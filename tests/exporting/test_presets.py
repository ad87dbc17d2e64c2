"""Export plans kept by name: what was kept comes back, and a damaged file is a sentence that spoils no other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from docqa_app.errors import ExportError, UsageError
from docqa_app.exporting.columns import Chosen, Detail, Of, Shape
from docqa_app.exporting.csv_table import Dates, Reader, Style
from docqa_app.exporting.plan import Form, NamedPlan, Plan
from docqa_app.exporting.presets import LONGEST_NAME, forget_preset, load_presets, save_preset

COLUMNS = (Chosen("", "Datei", Of.DOCUMENT), Chosen("total_amount", "Betrag", detail=Detail.TEXT))
OURS = NamedPlan(
    "DATEV / März", Plan(Shape.ITEMS, Form.CSV, COLUMNS, True, Style(Reader.LIBREOFFICE, ";", ",", Dates.POINTS))
)


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    save_preset(tmp_path / "presets", NamedPlan("all", Plan()))
    save_preset(tmp_path / "presets", OURS)
    found = load_presets(tmp_path / "presets")
    assert found.presets == (NamedPlan("all", Plan()), OURS)
    assert found.problems == ()


def test_a_name_kept_twice_is_the_last(tmp_path: Path) -> None:
    save_preset(tmp_path, OURS)
    save_preset(tmp_path, NamedPlan(OURS.name, Plan()))
    assert load_presets(tmp_path).presets == (NamedPlan(OURS.name, Plan()),)


def test_a_preset_can_be_forgotten(tmp_path: Path) -> None:
    save_preset(tmp_path, OURS)
    forget_preset(tmp_path, OURS.name)
    assert load_presets(tmp_path).presets == ()
    assert not list(tmp_path.iterdir())


def test_no_folder_is_no_presets(tmp_path: Path) -> None:
    assert load_presets(tmp_path / "none").presets == ()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"form": "other"}, "must say"),
        ({"shape": "round"}, "\"shape\" is 'round'"),
        ({"file": None}, '"file" is None'),
        ({"columns": {}}, '"columns" a list'),
        ({"columns": [{"field": 1, "title": "x"}]}, "both texts"),
        ({"columns": ["x"]}, "a column must be an object"),
        ({"style": {"reader": "excel", "dates": "region", "delimiter": "ab"}}, '"delimiter" must be one of'),
        ({"evidence": 1}, "true or false"),
    ],
)
def test_a_damaged_preset_is_a_sentence_and_spoils_no_other(
    tmp_path: Path, change: dict[str, object], said: str
) -> None:
    save_preset(tmp_path, OURS)
    save_preset(tmp_path, NamedPlan("broken", Plan()))
    value = json.loads((tmp_path / "broken.json").read_text(encoding="utf-8"))
    (tmp_path / "broken.json").write_text(json.dumps({**value, **change}), encoding="utf-8")
    found = load_presets(tmp_path)
    assert found.presets == (OURS,)
    (problem,) = found.problems
    assert said in problem
    assert "broken.json" in problem


@pytest.mark.parametrize(
    ("style", "meant"),
    [({}, Style()), ({"style": {}}, Style()), ({"style": {"delimiter": ";"}}, Style(delimiter=";"))],
)
def test_what_a_preset_written_by_hand_leaves_out_of_its_style_is_as_usual(
    tmp_path: Path, style: dict[str, object], meant: Style
) -> None:
    value = {"form": "docqa export preset", "version": 1, "name": "by hand", "file": "csv", "shape": "wide", **style}
    (tmp_path / "by hand.json").write_text(json.dumps(value), encoding="utf-8")
    assert load_presets(tmp_path).presets == (NamedPlan("by hand", Plan(Shape.WIDE, Form.CSV, style=meant)),)


@pytest.mark.parametrize("content", [b"", b"\xff", b"[" * 100_000, b"[]"])
def test_what_is_no_json_object_is_a_sentence(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.json").write_bytes(content)
    assert "cannot be used" in load_presets(tmp_path).problems[0]


@pytest.mark.parametrize("name", ["", "  ", "x" * (LONGEST_NAME + 1)])
def test_a_preset_needs_a_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="needs a name"):
        save_preset(tmp_path, NamedPlan(name, Plan()))


def test_a_place_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ExportError, match="could not be kept"):
        save_preset(tmp_path / "file", OURS)


def test_a_preset_whose_file_has_another_name_is_changed_and_forgotten_there(tmp_path: Path) -> None:
    save_preset(tmp_path, OURS)
    next(tmp_path.iterdir()).rename(tmp_path / "copied.json")

    save_preset(tmp_path, NamedPlan(OURS.name, Plan()))

    assert load_presets(tmp_path).presets == (NamedPlan(OURS.name, Plan()),)
    forget_preset(tmp_path, OURS.name)
    assert load_presets(tmp_path).presets == ()
