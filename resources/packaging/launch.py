"""`make run`: everything installed, then the window on a document; without a display the same job on the terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import environment
import system

SAMPLES = environment.ROOT / "resources" / "samples"
SAMPLE = SAMPLES / "invoice.pdf"
RESULTS = environment.ROOT / "build" / "run"
QUESTIONS = ("What is the invoice number?", "What is the invoice date?", "What is the total amount?")


def main(given: str) -> int:
    """Prepare and open the given file, or the sample where `given` is empty; the exit code of what was started."""
    system.ensure()
    python = environment.prepare("run")
    document = Path(given).expanduser().resolve() if given else SAMPLE
    reason = why_no_window(python)
    if not reason:
        asked = [] if given else ["--ask", QUESTIONS[0]]
        return run([python, "-m", "docqa_app", str(document), *asked])
    print(f"{reason} The same job on the terminal:\n", flush=True)
    return answer_on_terminal(document)


def why_no_window(python: str) -> str:
    """Why no window can be opened here, as a sentence; "" where one can."""
    if sys.platform != "linux":
        return ""
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return "There is no display here."
    tried = [python, "-c", "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"]
    opened = subprocess.run(tried, capture_output=True, check=False).returncode == 0
    return "" if opened else "The display does not open a window."


def answer_on_terminal(document: Path) -> int:
    """Answer the questions, mark the evidence, write the spreadsheet and print where both are."""
    RESULTS.mkdir(parents=True, exist_ok=True)
    marked, table = (RESULTS / f"{document.stem}{suffix}" for suffix in (".png", ".csv"))
    questions = [part for question in QUESTIONS for part in ("--question", question)]
    command = [environment.program("docqa"), "ask", str(document), *questions]
    code = run([*command, "--mark", str(marked), "--csv", str(table)])
    if code == 0:
        print(f"\nMarked page: {marked}\nAnswers:     {table}")
    return code


def run(command: list[str]) -> int:
    """The exit code of a program that gets the keyboard; Ctrl+C ends it and us without a fuss."""
    try:
        return subprocess.run(command, check=False).returncode
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
