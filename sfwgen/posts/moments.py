"""Dates and times of posts, in the many forms that Hugo and Hexo take, as days and times of the site."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from sfwgen.dates import PartialDate, parse_date

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_CLOCK = (
    r"(?:(?:[T,]?\s*|\s+)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
    r"\s*(?P<half>[AaPp][Mm])?)?"
)
_ZONE = r"\s*(?P<zone>Z|z|UTC|GMT|CST|(?:UTC|GMT)?[+-]\d{2}:?(?:\d{2})?)?(?:\s+\(?[A-Z]{3,4}\)?)?"
_NUMBERS = re.compile(
    rf"(?P<year>\d{{4}})[-/.年](?P<month>\d{{1,2}})(?:[-/.月](?P<day>\d{{1,2}})日?)?月?{_CLOCK}{_ZONE}"
)
_WORDS = re.compile(
    rf"""(?:[A-Za-z]{{3,9}},?\s+)?(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+)?(?P<name>[A-Za-z]{{3,9}})\.?[\s-]+
    (?:(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+)?(?P<year>\d{{4}}){_CLOCK}{_ZONE}""",
    re.VERBOSE,
)
_ZONES = {"Z": UTC, "UTC": UTC, "GMT": UTC, "CST": timezone(timedelta(hours=8))}


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, or a month, on the site's own calendar; `time` is `2019-07-02 09:30` where a time is told."""

    date: PartialDate
    time: str = ""


def read_moment(text: str, zone: tzinfo) -> Moment | None:
    """Returns the moment that a field means, in the site's zone where it names none; None for no moment."""
    match = _NUMBERS.fullmatch(text.strip()) or _WORDS.fullmatch(text.strip())
    if match is None:
        return None
    month = _month(match)
    day = match["day"] or match.groupdict().get("day2")
    if not day:
        date = parse_date(f"{match['year']}-{month:02}")
        return None if date is None or match["hour"] else Moment(date)
    try:
        hour = _hour(match)
        moment = datetime(int(match["year"]), month, int(day), hour, int(match["minute"] or 0))  # noqa: DTZ001 - its zone is set next
        if match["hour"] and match["zone"]:
            moment = moment.replace(tzinfo=_zone(match["zone"])).astimezone(zone)
    except (ValueError, OverflowError):
        return None
    date = parse_date(f"{moment:%Y-%m-%d}")
    return Moment(date, f"{moment:%Y-%m-%d %H:%M}" if match["hour"] else "") if date else None


def _month(match: re.Match[str]) -> int:
    if name := match.groupdict().get("name"):
        short = name[:3].lower()
        return _MONTHS.index(short) + 1 if short in _MONTHS else 0
    return int(match["month"])


def _hour(match: re.Match[str]) -> int:
    hour = int(match["hour"] or 0)
    if match["half"]:
        return hour % 12 + (12 if match["half"].lower() == "pm" else 0)
    return hour


def _zone(text: str) -> tzinfo:
    known = _ZONES.get(text.upper())
    if known is not None:
        return known
    digits = re.sub(r"\D", "", text)
    minutes = int(digits[:2]) * 60 + int(digits[2:4] or 0)
    return timezone(timedelta(minutes=-minutes if "-" in text else minutes))
