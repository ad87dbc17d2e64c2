"""The command line as a program calls it: arguments in, exit code, stdout and stderr out."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from docqa_app.cli import main
from docqa_app.cli.parts import EngineLoader
from tests.cli.fakes import fake_loader, make_pdf


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a call left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Docqa = Callable[..., Outcome]


@pytest.fixture
def docqa(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Docqa:
    """docqa("ask", file, ...) -> Outcome, with a fake model, true reading and a home of its own."""
    monkeypatch.setenv("DOCQA_HOME", str(tmp_path_factory.mktemp("home")))

    def call(*arguments: object, loader: EngineLoader = fake_loader) -> Outcome:
        try:
            code = main([str(argument) for argument in arguments], engine_loader=loader)
        except SystemExit as left:
            code = int(left.code or 0)
        out, err = capfd.readouterr()
        return Outcome(code, out, err)

    return call


@pytest.fixture
def invoice(tmp_path: Path) -> Path:
    return make_pdf(tmp_path / "invoice.pdf", [["Invoice 00123", "Total -12,50 EUR"], ["Signed Miller"]])
