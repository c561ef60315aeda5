"""The moment as of which a site is built. It is told, never looked up on a clock."""

from __future__ import annotations

from datetime import UTC, datetime

from sfwgen.dates import PartialDate, find_zone
from sfwgen.diagnostics import Diagnostic, fault
from sfwgen.model import SiteConfig

AsOf = PartialDate | datetime
"""A day, which stands for its beginning, or a moment; both in the site's time zone."""

MOMENT = "%Y-%m-%d %H:%M"


def find_as_of(
    config: SiteConfig, asked: AsOf | None, epoch: int | None
) -> tuple[PartialDate | None, tuple[Diagnostic, ...]]:
    """Returns the given day, else that of `epoch` (seconds) in the site's zone, else config's date.

    A zone that this machine does not know is a fault where the day depends on it.
    """
    if isinstance(asked, PartialDate) or (asked is None and epoch is None):
        return asked or config.as_of, ()
    moment = asked if asked is not None else _moment(config, epoch)
    if moment is None:
        return None, (fault("time-zone-invalid", config.location, value=config.time_zone),)
    return PartialDate(moment.year, moment.month, None, moment.day), ()


def find_moment(config: SiteConfig, asked: AsOf | None, epoch: int | None) -> str | None:
    """Returns the moment that scheduled content is judged by, `YYYY-MM-DD HH:MM` in the site's zone.

    None where no more than a month or a year is known.
    """
    if isinstance(asked, datetime):
        return asked.strftime(MOMENT)
    if asked is None and epoch is not None:
        moment = _moment(config, epoch)
        return None if moment is None else moment.strftime(MOMENT)
    day = asked or config.as_of
    return f"{day} 00:00" if day is not None and day.day is not None and not day.around else None


def _moment(config: SiteConfig, epoch: int | None) -> datetime | None:
    zone = find_zone(config.time_zone)
    return None if zone is None or epoch is None else datetime.fromtimestamp(epoch, UTC).astimezone(zone)
