"""The day as of which a site is built. It is told, never looked up on a clock."""

from __future__ import annotations

from datetime import UTC, datetime

from sfwgen.dates import PartialDate, find_zone
from sfwgen.diagnostics import Diagnostic, fault
from sfwgen.model import SiteConfig


def find_as_of(
    config: SiteConfig, day: PartialDate | None, epoch: int | None
) -> tuple[PartialDate | None, tuple[Diagnostic, ...]]:
    """Returns the given day, else that of `epoch` (seconds) in the site's zone, else config's date.

    A zone that this machine does not know is a fault where the day depends on it.
    """
    if day is not None or epoch is None:
        return day or config.as_of, ()
    zone = find_zone(config.time_zone)
    if zone is None:
        return None, (fault("time-zone-invalid", config.location, value=config.time_zone),)
    moment = datetime.fromtimestamp(epoch, UTC).astimezone(zone)
    return PartialDate(moment.year, moment.month, None, moment.day), ()
