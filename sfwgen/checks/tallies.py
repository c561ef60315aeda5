"""Tallies beside each other: which totals of the site are those of an earlier day than the newest tally."""

from __future__ import annotations

from collections.abc import Iterator

from sfwgen.checks.project import Project
from sfwgen.diagnostics import Diagnostic, fault
from sfwgen.model import CounterSource


def check_partial_tallies(project: Project) -> Iterator[Diagnostic]:
    """Yields a note where the newest tally leaves totals at an earlier day, which the pages then say."""
    dated = [tally for tally in project.site.tallies if tally.as_of is not None]
    newest = max(dated, key=lambda tally: (tally.as_of and tally.as_of.end, tally.id), default=None)
    if newest is None or newest.as_of is None:
        return
    behind = [
        counter
        for counter in project.counters.values()
        if counter.definition.source is CounterSource.TALLIES
        and counter.as_of is not None
        and counter.as_of.end < newest.as_of.start
    ]
    if behind:
        ids = ", ".join(counter.definition.id for counter in behind)
        oldest = min(counter.as_of for counter in behind if counter.as_of is not None)
        related = tuple(counter.contributions[0].figure.location for counter in behind[:5])
        yield fault(
            "tally-partial",
            newest.location,
            related=related,
            tally=newest.id,
            as_of=newest.as_of,
            count=len(behind),
            ids=ids,
            oldest=oldest,
        )
