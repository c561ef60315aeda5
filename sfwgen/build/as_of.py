"""The day as of which a site is built. It is told, never looked up on a clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from sfwgen.dates import PartialDate
from sfwgen.model import SiteConfig

# Where a machine has no table of time zones. China has had this one zone, without summer time, since 1991.
_FALLBACK = timezone(timedelta(hours=8))


def find_as_of(config: SiteConfig, day: PartialDate | None, epoch: int | None) -> PartialDate | None:
    """Returns the given day, else that of `epoch` (seconds) in the site's zone, else config's date."""
    if day is not None:
        return day
    if epoch is None:
        return config.as_of
    moment = datetime.fromtimestamp(epoch, UTC).astimezone(_zone(config.time_zone))
    return PartialDate(moment.year, moment.month, None, moment.day)


def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # ZoneInfoNotFoundError is a KeyError.
        return _FALLBACK
