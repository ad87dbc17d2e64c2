"""What a run tells while it goes and leaves behind: a bar with loss and time left, a log, and its curves."""

from __future__ import annotations

import json
import sys
import time
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType

from tqdm import tqdm

from docqa_app.training.charts import Curve, draw_chart, smoothed
from docqa_app.training.recipe import Progress

FORM = "{percentage:4.1f}% |{bar:20}| {elapsed}, {remaining} left {postfix}"
FLUSH_EVERY = 10
LINE_EVERY = 20.0  # seconds between lines where nobody watches a bar
NOT_LOSSES = ("step", "seconds", "norm", "rate", "loss")


class RunLog:
    """The log of a run's folder, `log.jsonl`, with a bar on the terminal while it is open."""

    def __init__(self, folder: Path, share: float = 0.0) -> None:
        self._folder, self._share, self._first = folder, share, share
        self._file = (folder / "log.jsonl").open("a", encoding="utf-8")
        self._bar = tqdm(total=1.0, initial=share, bar_format=FORM, disable=not sys.stderr.isatty())
        self._begun = self._told = time.monotonic()

    def __enter__(self) -> RunLog:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.close()
        self._file.close()
        draw_curves(self._folder)

    def tell(self, progress: Progress, share: float, said: Mapping[str, float]) -> None:
        """One step's losses, rate and gradient norm."""
        record = {"step": progress.step, "seconds": round(progress.seconds, 1), **_rounded(said)}
        self._file.write(json.dumps(record) + "\n")
        if progress.step % FLUSH_EVERY == 0:
            self._file.flush()
            pace = f"step {progress.step}, {progress.questions / max(progress.seconds, 1e-9):.1f} questions/s"
            parts = " ".join(f"{k} {v:.3f}" for k, v in said.items() if k not in ("rate", "norm"))
            self._say(f"{pace}, {parts}", share)
        self._bar.update(min(1.0, share) - self._share)
        self._share = min(1.0, share)

    def _say(self, text: str, share: float) -> None:
        """Beside the bar; where there is none, as a line now and then."""
        now = time.monotonic()
        if not self._bar.disable:
            self._bar.set_postfix_str(text, refresh=False)
        elif now - self._told >= LINE_EVERY:
            left = (now - self._begun) * (1 - share) / max(share - self._first, 1e-9)
            print(f"{share:.1%} | {text} | {tqdm.format_interval(left)} left", file=sys.stderr, flush=True)
            self._told = now


def _rounded(said: Mapping[str, float]) -> dict[str, float]:
    return {name: round(value, 5) for name, value in said.items()}


def read_log(folder: Path) -> dict[str, list[tuple[float, float]]]:
    """What the log says, by name: points of step and value. A line torn when its run was killed is passed over."""
    told: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for line in (folder / "log.jsonl").read_text(encoding="utf-8").splitlines():
        for name, value in (record := _record(line)).items():
            told[name].append((record["step"], value))
    return told


def _record(line: str) -> dict[str, float]:
    try:
        record = json.loads(line)
    except ValueError:
        return {}
    return record if isinstance(record, dict) else {}


def draw_curves(folder: Path) -> None:
    """Draw `curves.png` of every loss in the run's log; nothing where nothing was logged."""
    told = read_log(folder)
    curves = [Curve(name, smoothed(points)) for name, points in told.items() if name not in NOT_LOSSES]
    if curves:
        draw_chart(folder / "curves.png", f"Losses of {folder.name}", "steps", curves)
