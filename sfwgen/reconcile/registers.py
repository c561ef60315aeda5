"""The rows of a register counted, and held against what a tally reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sfwgen.figures import Qualifier, Quantity
from sfwgen.model import Facet, Figure, Metric, Register, Row, Site, Tally
from sfwgen.reconcile.judging import Judgement, judge_records

_NEVER = (date.min, date.min)


@dataclass(frozen=True, slots=True)
class Count:
    """How much rows of a register come to, with the numbers of the rows: what it rests on.

    `key` is the id of the team, line, place or status, or the month; empty where the rows do not state it.
    """

    register: str
    key: str
    quantity: Quantity
    rows: tuple[int, ...]

    @property
    def ref(self) -> str:
        """Where it comes from: `visits#2-120,122`."""
        return f"{self.register}#{print_ranges(self.rows)}"


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a register holds of a metric, beside the figure of the tally that reports it.

    `later` are rows of days after the tally's date: they are not counted. `figure` is None where no tally
    states the metric.
    """

    register: Register
    metric: Metric
    count: Count
    later: tuple[int, ...]
    tally: Tally | None
    figure: Figure | None
    judgement: Judgement


def reconcile_registers(site: Site) -> tuple[Recorded, ...]:
    """Returns what each register of the site holds of each metric, against the tally that reports it."""
    return tuple(
        _reconcile(site, register, metric)
        for register in site.registers
        if register.file
        for metric in metrics_of(register)
    )


def metrics_of(register: Register) -> tuple[Metric, ...]:
    """Returns the metrics that rows of a register are counted as, in the order in which they occur."""
    found: dict[str, Metric] = {}
    for row in register.rows:
        found.setdefault(row.metric.id, row.metric)
    for row in register.rows:
        if row.status is not None and row.status.metric is not None:
            found.setdefault(row.status.metric.id, row.status.metric)
    return tuple(found.values())


def break_down(recorded: Recorded, facet: Facet) -> tuple[Count, ...]:
    """Returns what the rows that were counted come to by a facet; the parts make up the whole.

    Rows that do not state it come last, under an empty key.
    """
    counted = frozenset(recorded.count.rows)
    by_key: dict[str, list[Row]] = {}
    for row in recorded.register.rows:
        if row.number in counted:
            by_key.setdefault(_KEYS[facet](row), []).append(row)
    keys = sorted(by_key, key=lambda key: (not key, key))
    return tuple(_count(recorded.register, key, by_key[key]) for key in keys)


def print_ranges(numbers: Sequence[int]) -> str:
    """Returns row numbers as they are cited: 2-120,122."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ",".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)


def _count(register: Register, key: str, rows: Iterable[Row]) -> Count:
    counted = tuple(rows)
    value = sum((row.count for row in counted), Decimal(0))
    quantity = Quantity(Qualifier.EXACT if value else Qualifier.NONE, value)
    return Count(register.id, key, quantity, tuple(row.number for row in counted))


def _month(row: Row) -> str:
    return (row.date.month_key or "") if row.date is not None else ""


_KEYS: Mapping[Facet, Callable[[Row], str]] = {
    Facet.TEAM: lambda row: row.team.id if row.team else "",
    Facet.LINE: lambda row: row.line.id if row.line else "",
    Facet.PLACE: lambda row: row.place.id if row.place else "",
    Facet.STATUS: lambda row: row.status.id if row.status else "",
    Facet.MONTH: _month,
}


def _is_of(row: Row, metric: Metric) -> bool:
    besides = row.status.metric if row.status is not None else None
    return metric.id in (row.metric.id, besides.id if besides is not None else "")


def _reconcile(site: Site, register: Register, metric: Metric) -> Recorded:
    tally, figure = _reported(site, register, metric)
    rows = [row for row in register.rows if _is_of(row, metric)]
    later = tuple(row.number for row in rows if tally is not None and _is_later(row, tally))
    left_out = frozenset(later)
    count = _count(register, "", (row for row in rows if row.number not in left_out))
    stated = figure.quantity if figure is not None else None
    judgement = judge_records(count.quantity.value or Decimal(0), stated, complete=register.complete)
    return Recorded(register, metric, count, later, tally, figure, judgement)


def _is_later(row: Row, tally: Tally) -> bool:
    return row.date is not None and tally.as_of is not None and row.date.start > tally.as_of.end


def _reported(site: Site, register: Register, metric: Metric) -> tuple[Tally | None, Figure | None]:
    """The figure of the tally that a register names, else of the latest tally that states the metric."""
    tallies = [each for each in site.tallies if register.tally in (None, each.id)]
    found = [(tally, figure) for tally in tallies for figure in _stated(tally, metric)]
    if not found:
        return (tallies[0] if register.tally is not None and tallies else None), None
    return max(found, key=lambda pair: (_day(pair[0]), pair[0].id))


def _stated(tally: Tally, metric: Metric) -> Iterator[Figure]:
    for figure in tally.figures:
        # A figure that brings its own label and unit may have the id of a metric without being of it.
        of_metric = figure.metric.location == metric.location
        if of_metric and not (figure.scope or figure.statistic or figure.example):
            yield figure


def _day(tally: Tally) -> tuple[date, date]:
    return _NEVER if tally.as_of is None else (tally.as_of.end, tally.as_of.start)
