"""Times for machines: full, with the offset of the site's time zone."""

from __future__ import annotations

from datetime import date, datetime, time, tzinfo

from sfwgen.dates import find_zone


def moment_of(text: str, zone: str) -> datetime:
    """Returns the moment that a story states as `YYYY-MM-DD HH:MM` in the site's time zone."""
    return datetime.fromisoformat(text).replace(tzinfo=_zone(zone))


def day_start(day: date, zone: str) -> datetime:
    """Returns the first moment of a day in the site's time zone."""
    return datetime.combine(day, time(), _zone(zone))


def timestamp(moment: datetime) -> str:
    """Returns a moment as RFC 3339 has it: 2019-07-05T16:30:00+08:00."""
    return moment.isoformat(timespec="seconds")


def _zone(name: str) -> tzinfo:
    zone = find_zone(name)
    assert zone is not None  # config.yaml with any other is refused.
    return zone
