"""Times for machines: full, with the offset of the site's time zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

# Where a machine has no table of time zones. China has had this one zone, without summer time, since 1991.
_FALLBACK = timezone(timedelta(hours=8))


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
    if name == "UTC":
        return UTC
    if name == "Asia/Shanghai":
        return _FALLBACK
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # ZoneInfoNotFoundError is a KeyError.
        return _FALLBACK
