"""How this computer's spreadsheets write numbers and part columns."""

from __future__ import annotations

import locale
import os
import re
import sys
import threading
from dataclasses import dataclass
from functools import cache

ISO_DATE = "%Y-%m-%d"
_DATE = re.compile(r"%[dmY][./-]%[dmY][./-]%[dmY]")


@dataclass(frozen=True, slots=True)
class Region:
    """The decimal mark and the mark between list items, which Excel expects between the columns of a CSV.

    `date_pattern` is a pattern of strftime.
    """

    decimal_mark: str
    list_mark: str
    date_pattern: str = ISO_DATE


def region_with(decimal_mark: str, date_pattern: str = ISO_DATE) -> Region:
    """The region as its decimal mark tells it: where the comma is in numbers, lists are parted by semicolons."""
    return Region(decimal_mark, ";" if decimal_mark == "," else ",", date_pattern)


def this_computer() -> Region:
    """What the user's own settings say: the control panel on Windows, LC_NUMERIC and LC_TIME elsewhere."""
    if sys.platform == "win32":
        return _from_control_panel()
    return _from_locale()


def numeric_date(pattern: str) -> str:
    """A pattern of strftime with day, month and four digits of the year; ISO's where the region's is no such one."""
    whole = pattern.replace("%y", "%Y")
    return whole if _DATE.fullmatch(whole) and all(part in whole for part in ("%d", "%m", "%Y")) else ISO_DATE


if sys.platform == "win32":
    import winreg

    def _from_control_panel() -> Region:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, r"Control Panel\International") as key:
            decimal, parted, short = (winreg.QueryValueEx(key, name)[0] for name in ("sDecimal", "sList", "sShortDate"))
        return Region(decimal, parted, numeric_date(_as_strftime(short)))

    def _as_strftime(pattern: str) -> str:
        """ "dd.MM.yyyy" as "%d.%m.%Y"."""
        pattern = re.sub("d+", "%d", pattern)
        return re.sub("y+", "%Y", re.sub("M+", "%m", pattern))

else:
    NAMED_BY = ("LC_ALL", "LC_NUMERIC", "LC_TIME", "LANG")
    _asking = threading.Lock()

    def _from_locale() -> Region:
        """Asked once and by one thread at a time: to ask C is to change how the whole process reads numbers."""
        with _asking:
            return _asked(tuple(os.environ.get(name, "") for name in NAMED_BY))

    @cache
    def _asked(names: tuple[str, ...]) -> Region:
        """Of the locale that these names give; the plain one where it is not installed, or is that of no country."""
        before = locale.setlocale(locale.LC_NUMERIC), locale.setlocale(locale.LC_TIME)
        try:
            locale.setlocale(locale.LC_NUMERIC, "")
            time_locale = locale.setlocale(locale.LC_TIME, "")
            pattern = ISO_DATE if time_locale.startswith(("C", "POSIX")) else locale.nl_langinfo(locale.D_FMT)
            return region_with(str(locale.localeconv()["decimal_point"]), numeric_date(pattern))
        except locale.Error:
            return region_with(".")
        finally:
            locale.setlocale(locale.LC_NUMERIC, before[0])
            locale.setlocale(locale.LC_TIME, before[1])
