"""What a run tells while it goes and leaves behind: a bar with loss and time left, a log, and its curves."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType

from tqdm import tqdm

from docqa_app.training.charts import Curve, draw_chart, smoothed
from docqa_app.training.recipe import Progress

FORM = "{percentage:4.1f}% |{bar:20}| {elapsed}, {remaining} left {postfix}"
FLUSH_EVERY = 10
NOT_LOSSES = ("step", "seconds", "norm", "rate", "loss")


class RunLog:
    """The log of a run's folder, `log.jsonl`, with a bar on the terminal while it is open."""

    def __init__(self, folder: Path, share: float = 0.0) -> None:
        self._folder, self._share = folder, share
        self._file = (folder / "log.jsonl").open("a", encoding="utf-8")
        seldom = 0.5 if sys.stderr.isatty() else 20.0  # a bar in a file of output is a line each time
        self._bar = tqdm(total=1.0, initial=share, bar_format=FORM, mininterval=seldom)

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
            self._bar.set_postfix_str(f"{pace}, {parts}", refresh=False)
        self._bar.update(min(1.0, share) - self._share)
        self._share = min(1.0, share)


def _rounded(said: Mapping[str, float]) -> dict[str, float]:
    return {name: round(value, 5) for name, value in said.items()}


def read_log(folder: Path) -> dict[str, list[tuple[float, float]]]:
    """What the log says, by name: points of step and value."""
    told: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for line in (folder / "log.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        for name, value in record.items():
            told[name].append((record["step"], value))
    return told


def draw_curves(folder: Path) -> None:
    """Draw `curves.png` of every loss in the run's log; nothing where nothing was logged."""
    told = read_log(folder)
    curves = [Curve(name, smoothed(points)) for name, points in told.items() if name not in NOT_LOSSES]
    if curves:
        draw_chart(folder / "curves.png", f"Losses of {folder.name}", "steps", curves)
