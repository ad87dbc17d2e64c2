"""Two checkpoints of one network become a third that lies between them."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path

import pytest
import torch

from docqa_app.training import mix
from docqa_app.training.model.config import Config, tiny
from docqa_app.training.model.docformer import DocFormer
from docqa_app.training.trainer import load_checkpoint

CONFIG = tiny(120)


def checkpoint(path: Path, seed: int, config: Config = CONFIG) -> Path:
    torch.manual_seed(seed)
    torch.save({"model": DocFormer(config).state_dict(), "config": asdict(config)}, path)
    return path


def weights(path: Path) -> dict[str, torch.Tensor]:
    return load_checkpoint(path)[0].state_dict()


def test_every_weight_is_so_many_parts_of_the_one_and_the_rest_of_the_other(tmp_path: Path) -> None:
    ours, theirs, out = checkpoint(tmp_path / "a.pt", 1), checkpoint(tmp_path / "b.pt", 2), tmp_path / "new" / "c.pt"

    mix.main([str(one) for one in (ours, theirs, out, "--share", 0.7, "--keep", "visual", "sight_head")])

    one, other, between = weights(ours), weights(theirs), weights(out)
    for name, weight in between.items():
        kept = name.startswith(("visual", "sight_head"))
        expected = one[name] if kept or not weight.is_floating_point() else 0.7 * one[name] + 0.3 * other[name]
        assert torch.allclose(weight, expected, atol=1e-6), name
    assert load_checkpoint(out)[1]["recipe"]["share"] == 0.7


def test_a_part_that_the_other_lacks_is_refused_unless_it_is_kept(tmp_path: Path) -> None:
    ours, out = checkpoint(tmp_path / "a.pt", 1), tmp_path / "c.pt"
    blind = checkpoint(tmp_path / "b.pt", 2, replace(CONFIG, picture_used=False))

    with pytest.raises(ValueError, match="has no visual"):
        mix.mix(ours, blind, out, 0.5)
    assert not out.exists()

    mix.mix(ours, blind, out, 0.5, ("visual", "sight_head"))
    assert torch.equal(weights(out)["sight_head.weight"], weights(ours)["sight_head.weight"])


def test_a_share_beyond_the_whole_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        mix.main([str(tmp_path / name) for name in ("a.pt", "b.pt", "c.pt")] + ["--share", "1.5"])

    assert "goes from 0 to 1" in capsys.readouterr().err
