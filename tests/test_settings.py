"""Settings and folders: what a user chose is there again, and a damaged file is no disaster."""

from __future__ import annotations

from pathlib import Path

import pytest

from docqa_app.files import write_text_atomically
from docqa_app.paths import find_paths
from docqa_app.settings import Settings, load_settings, save_settings


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    chosen = Settings(
        languages="deu+eng",
        grid_rows=6,
        doubt_below=0.65,
        reopen_documents=False,
        appearance="dark",
        shortcuts=(("find", ("F4",)),),
    )
    save_settings(tmp_path / "new" / "settings.json", chosen)
    assert load_settings(tmp_path / "new" / "settings.json").settings == chosen


def test_without_a_file_the_defaults_apply_and_nothing_is_said(tmp_path: Path) -> None:
    loaded = load_settings(tmp_path / "none.json")
    assert loaded.settings == Settings()
    assert not loaded.problem


@pytest.mark.parametrize("content", ["", "{", "[1]", '"text"', "\x00\x01", "[" * 100_000])
def test_a_damaged_file_gives_the_defaults_and_a_sentence(tmp_path: Path, content: str) -> None:
    file = tmp_path / "settings.json"
    file.write_text(content)
    loaded = load_settings(file)
    assert loaded.settings == Settings()
    assert str(file) in loaded.problem


def test_values_that_do_not_fit_are_named_and_the_others_kept(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"languages": "fra", "grid_rows": "six", "doubt_below": 7, "device": "abacus", "of_tomorrow": 1}')
    loaded = load_settings(file)
    assert loaded.settings == Settings(languages="fra")
    assert loaded.problem.endswith("device, doubt_below, grid_rows.")


def test_a_write_that_fails_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "kept.json"
    write_text_atomically(file, "old")
    with pytest.raises(UnicodeEncodeError):
        write_text_atomically(file, "new \ud800")
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_everything_of_the_users_moves_with_its_home(tmp_path: Path) -> None:
    paths = find_paths({"DOCQA_HOME": str(tmp_path)})
    of_the_user = (paths.data, paths.cache, paths.logs, paths.settings_file, paths.session_file, paths.pasted)
    assert all(path.is_relative_to(tmp_path) for path in of_the_user)
    assert not any(path.exists() for path in of_the_user)
    assert (paths.samples / "invoice.pdf").is_file()


def test_other_models_can_be_pointed_at(tmp_path: Path) -> None:
    assert find_paths({"DOCQA_MODELS": str(tmp_path)}).models == tmp_path
