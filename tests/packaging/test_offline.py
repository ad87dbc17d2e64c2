"""Nothing leaves the computer: the app does its work with the network closed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

CLOSED = Path(__file__).with_name("no_network.py")
ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "resources" / "samples"


def run_closed(own: Path, *arguments: str, home: Path | None = None) -> subprocess.CompletedProcess[str]:
    """A module run with the network closed and a folder of the app's own; `home` is the user's."""
    system = {"PATH": "/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin", "DOCQA_HOME": str(own), "PYTHONUTF8": "1"}
    if home:
        system |= {"HOME": str(home), "USERPROFILE": str(home)}
    return subprocess.run(
        [sys.executable, str(CLOSED), *arguments], cwd=ROOT, env=system, capture_output=True, text=True, check=False
    )


def test_the_closed_network_is_really_closed(tmp_path: Path) -> None:
    (tmp_path / "call_home.py").write_text("import socket; socket.create_connection(('127.0.0.1', 9))")
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); sys.path.insert(0, {str(CLOSED.parent)!r})"
    code += "; import no_network; no_network.close_network(); import call_home"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "PermissionError" in done.stderr


def test_a_question_is_answered_with_the_network_closed(tmp_path: Path) -> None:
    invoice, question = str(SAMPLES / "invoice.pdf"), "What is the total amount?"
    done = run_closed(tmp_path, "docqa_app.cli", "ask", invoice, "--question", question, "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["answers"][0]["found"]


def test_a_scan_is_read_with_the_network_closed(tmp_path: Path) -> None:
    done = run_closed(tmp_path, "docqa_app.cli", "inspect", str(SAMPLES / "receipt.jpg"), "--json")
    assert done.returncode == 0, done.stderr
    assert "Guinness" in done.stdout


def test_no_part_of_it_gives_the_computer_a_number_to_be_reported_under(tmp_path: Path) -> None:
    home, own = tmp_path / "home", tmp_path / "own"
    home.mkdir()
    done = run_closed(own, "docqa_app.cli", "ask", str(SAMPLES / "invoice.pdf"), "--question", "Total?", home=home)
    assert done.returncode == 0, done.stderr
    assert [path for path in home.rglob("*") if path.is_file()] == []
