"""How this computer's spreadsheets write numbers and part columns."""

from __future__ import annotations

import locale
import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Region:
    """The decimal mark and the mark between list items, which Excel expects between the columns of a CSV."""

    decimal_mark: str
    list_mark: str


def region_with(decimal_mark: str) -> Region:
    """The region as its decimal mark tells it: where the comma is in numbers, lists are parted by semicolons."""
    return Region(decimal_mark, ";" if decimal_mark == "," else ",")


def this_computer() -> Region:
    """What the user's own settings say: the control panel on Windows, LC_NUMERIC elsewhere."""
    if sys.platform == "win32":
        return _from_control_panel()
    return region_with(_numeric_mark())


def _numeric_mark() -> str:
    """The decimal mark of the user's locale; a point where that locale is not installed."""
    before = locale.setlocale(locale.LC_NUMERIC)
    try:
        locale.setlocale(locale.LC_NUMERIC, "")
        return str(locale.localeconv()["decimal_point"])
    except locale.Error:
        return "."
    finally:
        locale.setlocale(locale.LC_NUMERIC, before)


if sys.platform == "win32":
    import winreg

    def _from_control_panel() -> Region:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, r"Control Panel\International") as key:
            return Region(winreg.QueryValueEx(key, "sDecimal")[0], winreg.QueryValueEx(key, "sList")[0])
