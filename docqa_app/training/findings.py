"""Results of several seeds become a table that says what is chance, and a plot of what noise does."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, stdev
from typing import Any

from docqa_app.training.charts import Curve, draw_chart

DIFFERS = "*"  # behind a mean whose differences from the first variant are more than chance
T_95 = {2: 12.71, 3: 4.30, 4: 3.18, 5: 2.78, 6: 2.57}  # two-sided 95 % of Student's t for so many pairs


@dataclass(frozen=True, slots=True)
class Finding:
    """What one variant scored with one seed. `measures`: name -> value; "anls 0.05": ANLS with 5 % misread."""

    variant: str
    seed: int
    measures: dict[str, float]


def read_findings(path: Path) -> list[Finding]:
    """The findings kept so far; none where the file is not there yet."""
    if not path.exists():
        return []
    return [Finding(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def add_finding(path: Path, finding: Finding) -> None:
    """Keep one more."""
    record: dict[str, Any] = {"variant": finding.variant, "seed": finding.seed, "measures": finding.measures}
    with path.open("a", encoding="utf-8") as out:
        out.write(json.dumps(record) + "\n")


def table(findings: Sequence[Finding], measures: Sequence[str]) -> str:
    """A row of each variant: means and spreads over the seeds, marked where they differ from the first variant's."""
    names = list(dict.fromkeys(f.variant for f in findings))
    rows = [["variant", "seeds", *measures], ["---"] * (2 + len(measures))]
    for name in names:
        own = _of(findings, name)
        cells = [_cell(findings, name, measure) for measure in measures]
        rows.append([name, str(len(own)), *cells])
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def _of(findings: Iterable[Finding], name: str) -> list[Finding]:
    return [f for f in findings if f.variant == name]


def _cell(findings: Sequence[Finding], name: str, measure: str) -> str:
    """Mean and spread of a measure, DIFFERS behind it where it is more than chance."""
    told = _spread([f.measures[measure] for f in _of(findings, name) if measure in f.measures])
    apart = differences(findings, name, measure)
    return f"{told} {DIFFERS}" if len(apart) > 1 and is_significant(apart) else told


def _spread(values: Sequence[float]) -> str:
    if not values:
        return "–"
    digits = 0 if mean(values) >= 100 else 3
    spread = f" ± {stdev(values):.{digits}f}" if len(values) > 1 else ""
    return f"{mean(values):.{digits}f}{spread}"


def differences(findings: Sequence[Finding], name: str, measure: str) -> list[float]:
    """How far a variant lies above the first one, seed by seed, as far as both were measured; none for the first."""
    first = {f.seed: f.measures[measure] for f in _of(findings, findings[0].variant) if measure in f.measures}
    own = [f for f in _of(findings, name) if measure in f.measures and f.seed in first]
    return [f.measures[measure] - first[f.seed] for f in own] if name != findings[0].variant else []


def is_significant(apart: Sequence[float]) -> bool:
    """Whether paired differences, two or more, are unlikely to be chance: Student's paired t-test, two-sided, 95 %. Of
    more than six the bound for six is taken, which is a little too strict."""
    error = stdev(apart) / math.sqrt(len(apart))
    return abs(mean(apart)) > T_95.get(len(apart), 2.57) * error


def plot_misreading(path: Path, findings: Sequence[Finding], best: Mapping[float, float], names: Sequence[str]) -> None:
    """ANLS by the share of characters misread, a curve of each variant named, bars of one spread.

    best: for each share the ANLS of copying what was read where the answer stands.
    """
    curves = [Curve("copied at best", tuple((100 * rate, value) for rate, value in best.items()))]
    for name in names:
        told = [[f.measures[misread_name(rate)] for f in _of(findings, name)] for rate in best]
        points = tuple((100 * rate, mean(values)) for rate, values in zip(best, told, strict=True) if values)
        spread = tuple(stdev(values) if len(values) > 1 else 0.0 for values in told if values)
        curves.append(Curve(name, points, spread))
    draw_chart(path, "ANLS where characters are misread", "% of characters", curves)


def misread_name(rate: float) -> str:
    """The name of a measure on pages with this share of characters misread."""
    return f"anls {rate:.2f}" if rate else "anls"
