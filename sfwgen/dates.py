"""Dates at the precision that is known: a year, mid-year, a month, a third of it or a day, exact or around.

Nothing here knows what day it is. Forms: `2019`, `2019-mid` (June to July), `2019-05`, `2019-06-late`
(`early` 1-10, `mid` 11-20, `late` 21 to the end, as 上旬, 中旬, 下旬), `2019-06-27`; each with `~`: around.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, date, timedelta, timezone, tzinfo
from functools import total_ordering

from sfwgen.languages import BUILT_IN, family, writing, written

PARTS = ("early", "mid", "late")

_FORM = re.compile(
    r"""
    (?P<year>[12]\d{3})
    (?:-(?:(?P<half>mid)|(?P<month>\d{2})(?:-(?:(?P<part>early|mid|late)|(?P<day>\d{2})))?))?
    (?P<around>~)?
    """,
    re.ASCII | re.VERBOSE,
)
_MONTHS_EN = "January February March April May June July August September October November December".split()
_ZONES: dict[str, tzinfo] = {"Asia/Shanghai": timezone(timedelta(hours=8)), "UTC": UTC}
_PARTS_ZH = {"early": "上旬", "mid": "中旬", "late": "下旬"}


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as far as it is known. `part` is a third of the month, or without a month `mid` of the year."""

    year: int
    month: int | None = None
    part: str | None = None
    day: int | None = None
    around: bool = False

    @property
    def start(self) -> date:
        """The first day that the date may mean."""
        if self.month is None:
            return date(self.year, 6 if self.part else 1, 1)
        return date(
            self.year, self.month, self.day or {None: 1, "early": 1, "mid": 11, "late": 21}[self.part]
        )

    @property
    def end(self) -> date:
        """The last day that the date may mean."""
        if self.month is None:
            return date(self.year, 7, 31) if self.part else date(self.year, 12, 31)
        last = calendar.monthrange(self.year, self.month)[1]
        return date(
            self.year, self.month, self.day or {None: last, "early": 10, "mid": 20, "late": last}[self.part]
        )

    @property
    def month_key(self) -> str | None:
        """`2019-05`, or None when the month is not known."""
        return None if self.month is None else f"{self.year:04}-{self.month:02}"

    def __str__(self) -> str:
        rest = "" if self.month is None else f"-{self.month:02}"
        if self.part:
            rest += f"-{self.part}"
        if self.day:
            rest += f"-{self.day:02}"
        return f"{self.year:04}{rest}{'~' if self.around else ''}"

    def __lt__(self, other: PartialDate) -> bool:
        return (self.end, self.start, self.around) < (other.end, other.start, other.around)


@dataclass(frozen=True, slots=True)
class Period:
    """A span from the start of one date to the end of another, both included."""

    first: PartialDate
    last: PartialDate

    @property
    def start(self) -> date:
        """The first day of the period."""
        return self.first.start

    @property
    def end(self) -> date:
        """The last day of the period."""
        return self.last.end

    def __str__(self) -> str:
        return f"{self.first}/{self.last}"


def parse_date(text: str) -> PartialDate | None:
    """Returns the date written in one of the forms above, or None: also for a day that does not exist."""
    match = _FORM.fullmatch(text)
    if match is None:
        return None
    month = int(match["month"]) if match["month"] else None
    day = int(match["day"]) if match["day"] else None
    if month is not None and not 1 <= month <= 12:
        return None
    if day is not None and not 1 <= day <= calendar.monthrange(int(match["year"]), month or 1)[1]:
        return None
    part = match["half"] or match["part"]
    return PartialDate(int(match["year"]), month, part, day, around=bool(match["around"]))


def parse_period(text: str) -> Period | None:
    """Returns the period written `start/end`, or None where it is not one or ends before it begins."""
    first, slash, last = text.partition("/")
    start, end = parse_date(first), parse_date(last)
    if not slash or start is None or end is None or end.end < start.start:
        return None
    return Period(start, end)


def print_date(value: PartialDate, lang: str) -> str:
    """Returns the date in words: 2019年6月下旬, late June 2019."""
    if lang not in BUILT_IN and (own := getattr(writing(lang).module, "print_date", None)):
        return str(own(value))
    return written(_print_zh(value) if family(lang) == "zh" else _print_en(value), lang)


def print_period(value: Period, lang: str) -> str:
    """Returns the period in words: 2019年2月至2019年5月, February 2019 to May 2019."""
    joint = "至" if family(lang) == "zh" else " to "
    return joint.join((print_date(value.first, lang), print_date(value.last, lang)))


def print_month(month: int, lang: str) -> str:
    """Returns the name of a month: 5月, May."""
    return f"{month}月" if family(lang) == "zh" else _MONTHS_EN[month - 1]


def print_short_month(month: int, lang: str) -> str:
    """Returns a month as a chart's axis names it: 5月, May."""
    return f"{month}月" if family(lang) == "zh" else _MONTHS_EN[month - 1][:3]


def _print_zh(value: PartialDate) -> str:
    text = f"{value.year}年"
    if value.month is None:
        text += "年中" if value.part else ""
    else:
        text += f"{value.month}月"
        text += _PARTS_ZH[value.part] if value.part else ""
        text += f"{value.day}日" if value.day else ""
    return text + ("前后" if value.around else "")


def _print_en(value: PartialDate) -> str:
    if value.month is None:
        text = f"mid-{value.year}" if value.part else str(value.year)
    else:
        text = f"{_MONTHS_EN[value.month - 1]} {value.year}"
        if value.day:
            text = f"{value.day} {text}"
        elif value.part == "mid":
            text = f"mid-{text}"
        elif value.part:
            text = f"{value.part} {text}"
    return f"around {text}" if value.around else text


def find_zone(name: str) -> tzinfo | None:
    """Returns a time zone by its name (Asia/Shanghai), or None where this machine knows none of it.

    That of China and UTC are known everywhere; China has had one, without summer time, since 1991.
    """
    from zoneinfo import ZoneInfo

    if name in _ZONES:
        return _ZONES[name]
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # ZoneInfoNotFoundError is a KeyError.
        return None
