"""The export preset that a command names: one kept in the window, or a file of that form."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from docqa_app.errors import UsageError
from docqa_app.exporting.plan import Plan
from docqa_app.exporting.presets import load_preset, load_presets


def preset_of(arguments: argparse.Namespace, folder: Path) -> Plan | None:
    """The plan of --preset, None where there is none; UsageError where it does not go with the rest."""
    if arguments.preset is None:
        return None
    plan = _named(arguments.preset, folder)
    if arguments.table or arguments.csv_preset:
        raise UsageError("A preset says already what --table and --csv-preset say. Leave these out, or --preset.")
    if arguments.out is None:
        raise UsageError("--preset needs --out: where to write.")
    if arguments.out.suffix.lower() != plan.form.suffix:
        raise UsageError(f"The preset {arguments.preset!r} writes {plan.form.suffix}. End --out so.")
    return plan


def _named(name: str, folder: Path) -> Plan:
    """By its name, whatever its case; else by the path of its file."""
    kept = load_presets(folder)
    for preset in kept.presets:
        if preset.name.casefold() == name.strip().casefold():
            return preset.plan
    if os.path.isfile(name):  # noqa: PTH113  (Path raises where the name is too long for the disk)
        return load_preset(Path(name)).plan
    known = ", ".join(repr(preset.name) for preset in kept.presets)
    there = f"There are: {known}." if known else "None is kept yet: the window's export dialog keeps them."
    raise UsageError(f"There is no export preset {name!r}. {there}")
