"""A model that is missing, damaged or too new says so and is not loaded."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from docqa_app.answering.calibration import PLAIN, Calibration, Logistic, Signs, load_calibration
from docqa_app.answering.engine import load_engine
from docqa_app.answering.model_folder import KNOWN_FORM, chosen_model, open_model_folder
from docqa_app.answering.network import READER
from docqa_app.errors import ModelError
from docqa_app.paths import find_paths

SHAPE = {
    "width": 64,
    "heads": 2,
    "head_width": 32,
    "decoder_layers": 2,
    "visual_tokens": 128,
    "grid_columns": 4,
    "grid_rows": 4,
}


def write_model(folder: Path, version: str = "1.0.0", form: int = 1) -> Path:
    folder.mkdir(parents=True)
    (folder / "tokenizer.json").write_text("{}", encoding="utf-8")
    checksum = hashlib.sha256(b"{}").hexdigest()
    files = {"tokenizer.json": {"bytes": 2, "sha256": checksum}}
    record = {"name": "small", "version": version, "form": form, "weights": "int8", "shape": SHAPE, "files": files}
    (folder / "manifest.json").write_text(json.dumps(record), encoding="utf-8")
    return folder


def test_the_newest_version_of_a_folder_of_models_is_taken(tmp_path: Path) -> None:
    for version in ("0.9.0", "v0.10.0", "0.2.0"):
        write_model(tmp_path / version, version)

    assert open_model_folder(tmp_path).version == "v0.10.0"


def test_a_model_that_cannot_be_used_stops_none_beside_it(tmp_path: Path) -> None:
    write_model(tmp_path / "good", "1.0.0")
    write_model(tmp_path / "newer", "3.0.0", form=KNOWN_FORM + 1)
    for name, content in (("broken", "{"), ("half", '{"form": 1, "version": "2.0.0"}')):
        (tmp_path / name).mkdir()
        (tmp_path / name / "manifest.json").write_text(content, encoding="utf-8")

    assert open_model_folder(tmp_path).version == "1.0.0"


def test_an_earlier_model_can_be_chosen_by_its_name(tmp_path: Path) -> None:
    for version in ("1.0.0", "2.0.0"):
        write_model(tmp_path / f"of {version}", version)

    assert open_model_folder(chosen_model(tmp_path, "small 1.0.0")).version == "1.0.0"


def test_of_a_chosen_model_that_was_damaged_a_whole_copy_is_taken_else_the_newest(tmp_path: Path) -> None:
    for folder, version in (("a copy", "1.0.0"), ("b copy", "1.0.0"), ("newest", "2.0.0")):
        write_model(tmp_path / folder, version)

    (tmp_path / "a copy" / "tokenizer.json").write_text("{ }", encoding="utf-8")
    assert chosen_model(tmp_path, "small 1.0.0") == tmp_path / "b copy"
    (tmp_path / "b copy" / "tokenizer.json").unlink()
    assert open_model_folder(chosen_model(tmp_path, "small 1.0.0")).version == "2.0.0"


@pytest.mark.parametrize("label", ["", "small 3.0.0", "small 9.0.0"])
def test_where_the_chosen_model_is_gone_or_too_new_the_newest_is_taken(tmp_path: Path, label: str) -> None:
    write_model(tmp_path / "good", "1.0.0")
    write_model(tmp_path / "newer", "3.0.0", form=KNOWN_FORM + 1)

    assert open_model_folder(chosen_model(tmp_path, label)).version == "1.0.0"


def test_where_no_model_can_be_used_the_trouble_of_one_is_said(tmp_path: Path) -> None:
    write_model(tmp_path / "newer", "3.0.0", form=KNOWN_FORM + 1)

    with pytest.raises(ModelError, match="Update the app"):
        open_model_folder(tmp_path)


def test_an_empty_models_folder_is_a_sentence_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"There is no model in .*Install the model again"):
        open_model_folder(tmp_path)


def test_a_changed_file_fails_the_check(tmp_path: Path) -> None:
    folder = write_model(tmp_path / "small")
    open_model_folder(folder).check()

    (folder / "tokenizer.json").write_text("{ }", encoding="utf-8")

    with pytest.raises(ModelError, match=r"tokenizer\.json is damaged"):
        open_model_folder(folder).check()


def test_a_missing_file_fails_the_check(tmp_path: Path) -> None:
    folder = write_model(tmp_path / "small")
    (folder / "tokenizer.json").unlink()

    with pytest.raises(ModelError, match="cannot be read"):
        open_model_folder(folder).check()


def test_a_newer_form_asks_for_a_newer_program(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="Update the app"):
        open_model_folder(write_model(tmp_path / "small", form=KNOWN_FORM + 1))


@pytest.mark.parametrize("content", ["", "[]", "{", '{"form": 1}', '{"form": 1, "files": []}'])
def test_a_damaged_manifest_is_a_sentence(tmp_path: Path, content: str) -> None:
    (tmp_path / "manifest.json").write_text(content, encoding="utf-8")

    with pytest.raises(ModelError):
        open_model_folder(tmp_path)


def test_without_a_calibration_the_plain_one_serves_and_a_damaged_one_is_an_error(tmp_path: Path) -> None:
    assert load_calibration(tmp_path / "calibration.json") == PLAIN

    (tmp_path / "calibration.json").write_text('{"weights": {}}', encoding="utf-8")
    with pytest.raises(ModelError, match="damaged"):
        load_calibration(tmp_path / "calibration.json")


def test_confidence_rises_with_a_sign_of_positive_weight_and_stays_within_bounds() -> None:
    rising = Logistic((1.0, 0, 0, 0, 0, 0, 0, 0), 0.0)
    calibration = Calibration(rising, rising, 0.5, 0.7, 0.7)
    signs = [Signs(x, 0, 0, 0, 0, 0, 0, 0) for x in (-1e6, -2.0, 0.0, 1e6)]

    confidences = [calibration.confidence(s) for s in signs]

    assert confidences == sorted(confidences)
    assert all(0 < c < 1 or c in (0, 1) for c in confidences)
    assert confidences[2] == 0.5
    assert [calibration.is_found(s) for s in signs] == [False, False, True, True]


def test_a_newer_model_whose_copying_was_broken_off_leaves_the_work_to_the_one_before(tmp_path: Path) -> None:
    shipped = open_model_folder(find_paths({}).models)
    for name, left_out in (("1.0.0", ""), ("2.0.0", shipped.packed(READER).name)):
        (tmp_path / name).mkdir()
        for file in shipped.files.keys() - {left_out}:
            (tmp_path / name / file).symlink_to(shipped.file(file).resolve())
        record = json.loads((shipped.path / "manifest.json").read_text(encoding="utf-8")) | {"version": name}
        (tmp_path / name / "manifest.json").write_text(json.dumps(record), encoding="utf-8")

    assert load_engine(tmp_path, "CPU", threads=1).folder == tmp_path / "1.0.0"


def test_where_every_model_is_damaged_the_newest_says_why(tmp_path: Path) -> None:
    for version in ("1.0.0", "2.0.0"):
        (write_model(tmp_path / version, version) / "tokenizer.json").write_text("[]", encoding="utf-8")

    with pytest.raises(ModelError, match=r"2\.0\.0.*damaged"):
        load_engine(tmp_path, "CPU", threads=1)
