"""Totals that may count one thing twice: the same amount in two stories, neither saying when."""

from __future__ import annotations

from collections.abc import Iterator

from sfwgen.checks.project import Project
from sfwgen.counters import Record
from sfwgen.diagnostics import Diagnostic, fault
from sfwgen.model import CounterSource, Totalling


def check_doubled(project: Project) -> Iterator[Diagnostic]:
    """Yields a warning for each record of a sum whose like stands in another story, both without a date."""
    for counter in project.counters.values():
        definition = counter.definition
        if definition.metric.total is not Totalling.SUM or definition.source is not CounterSource.STORIES:
            continue
        first: dict[object, Record] = {}
        for record in counter.contributions:
            quantity = record.figure.quantity
            same = first.setdefault((quantity.qualifier, quantity.value, quantity.low, quantity.high), record)
            if same is not record and record.when is None and same.when is None:
                yield fault(
                    "counter-same-twice",
                    record.figure.location,
                    related=(same.figure.location, definition.location),
                    counter=definition.id,
                    first=same.ref,
                    second=record.ref,
                )
