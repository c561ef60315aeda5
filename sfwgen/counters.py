"""Totals with their provenance: what went into each counter, what was left out, and why.

A counter never says more than its parts. What may not be added is refused with a diagnostic at the counter's
definition; the parts are then shown without a total. The rules are those of docs/figures.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise, product

from sfwgen.dates import PartialDate, Period
from sfwgen.diagnostics import Diagnostic, fault, sort_diagnostics
from sfwgen.figures import Quantity, Refusal, total
from sfwgen.localities import is_whole_place, place_of, places_around
from sfwgen.model import (
    CounterDefinition,
    CounterSource,
    Figure,
    Localized,
    Metric,
    MetricKind,
    Place,
    Site,
    Source,
    Story,
    Tally,
    Totalling,
)

Owner = Story | Tally

_NEVER = (date.min, date.min)


class Reason(StrEnum):
    """Why a figure of a counter's metric is not part of it."""

    NAMED = "named"
    """The counter's definition leaves it out and says why."""
    EXAMPLE = "example"
    """It stands for one case."""
    OTHER_SOURCE = "other_source"
    """It stands in a story where tallies are counted, or the other way round."""
    OLDER = "older"
    """A later one replaces it."""
    SMALLER = "smaller"
    """Only the largest counts."""


@dataclass(frozen=True, slots=True)
class Record:
    """A figure with the story or tally that states it."""

    owner: Owner
    figure: Figure

    @property
    def ref(self) -> str:
        """How a counter's definition names it: `story#figure` or `tally#figure`."""
        return f"{owner_id(self.owner)}#{self.figure.id}"

    @property
    def when(self) -> PartialDate | Period | None:
        """The date or period of the figure itself, else the as-of date of its tally."""
        if self.figure.when is not None:
            return self.figure.when
        return self.owner.as_of if isinstance(self.owner, Tally) else None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A record that is not part of a counter. `text` is the reason that a definition gives, else empty."""

    record: Record
    reason: Reason
    text: Localized


@dataclass(frozen=True, slots=True)
class Counter:
    """An aggregate with its evidence. `quantity` is None where the total is refused or there is no record.

    `as_of` is the latest date that is known of what went in. `sources` are those of the records' owners.
    """

    definition: CounterDefinition
    quantity: Quantity | None
    refusal: Diagnostic | None
    as_of: PartialDate | None
    contributions: tuple[Record, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def sources(self) -> tuple[Source, ...]:
        """What the records rest on, each source once."""
        found: dict[tuple[tuple[str, str], ...], Source] = {}
        for record in self.contributions:
            for source in record.owner.sources:
                found.setdefault(tuple(sorted(source.text.items())), source)
        return tuple(found.values())


Counters = Mapping[str, Counter]


def owner_id(owner: Owner) -> str:
    """Returns the name by which a story or tally is referred to."""
    return owner.slug if isinstance(owner, Story) else owner.id


def aggregate(site: Site) -> tuple[Counters, tuple[Diagnostic, ...]]:
    """Returns every counter of the site, in the order of the vocabulary, and what is refused, sorted.

    The result does not depend on the order of stories, tallies or figures. `site` holds what is to be public.
    """
    records = tuple(sorted(_records(site), key=lambda record: (record.ref, isinstance(record.owner, Tally))))
    places = site.vocabulary.places
    counters = {id_: _count(each, records, places) for id_, each in site.vocabulary.counters.items()}
    refusals = (counter.refusal for counter in counters.values() if counter.refusal is not None)
    return counters, sort_diagnostics(refusals)


def _records(site: Site) -> Iterator[Record]:
    owners: tuple[Owner, ...] = (*site.stories, *site.tallies)
    for owner in owners:
        for figure in owner.figures:
            yield Record(owner, figure)


def _count(definition: CounterDefinition, records: Sequence[Record], places: Mapping[str, Place]) -> Counter:
    of_metric = [record for record in records if _is_of(record.figure.metric, definition.metric)]
    named = {each.ref: each.reason for each in definition.left_out}
    left_out = [LeftOut(record, Reason.NAMED, named[record.ref]) for record in records if record.ref in named]
    candidates = []
    for record in of_metric:
        if record.ref in named:
            continue
        reason = _set_aside(record, definition)
        if reason is None:
            candidates.append(record)
        else:
            left_out.append(LeftOut(record, reason, {}))
    objection = _objection(definition, candidates, places)
    if objection is not None:
        return Counter(definition, None, objection, None, tuple(candidates), tuple(left_out))
    taken, reason = _choose(definition, candidates)
    refs = {record.ref for record in taken}
    left_out += [LeftOut(record, reason, {}) for record in candidates if record.ref not in refs]
    quantity, refusal = _total(definition, taken)
    return Counter(definition, quantity, refusal, _latest(taken), tuple(taken), tuple(left_out))


def _is_of(metric: Metric, wanted: Metric) -> bool:
    """A figure that brings its own label and unit may have the id of a definition without being of it."""
    return metric.id == wanted.id and metric.location == wanted.location


def _total(
    definition: CounterDefinition, records: Sequence[Record]
) -> tuple[Quantity | None, Diagnostic | None]:
    if not records:
        return None, None
    result = total([record.figure.quantity for record in records])
    if isinstance(result, Refusal):
        return None, _not_added(f"counter-{result.reason}", definition, records)
    return result.rounded(), None


def _set_aside(record: Record, definition: CounterDefinition) -> Reason | None:
    source = CounterSource.TALLIES if isinstance(record.owner, Tally) else CounterSource.STORIES
    if record.figure.example:
        return Reason.EXAMPLE
    return None if source is definition.source else Reason.OTHER_SOURCE


def _objection(
    definition: CounterDefinition, records: Sequence[Record], places: Mapping[str, Place]
) -> Diagnostic | None:
    """Returns why these records may not be made one number, or None."""
    metric = definition.metric
    match metric.total:
        case Totalling.NEVER:
            return _metric_fault("counter-metric-never", definition)
        case Totalling.SUM if metric.kind is MetricKind.RATE:
            return _metric_fault("counter-adds-rates", definition)
        case Totalling.SUM:
            return _sum_objection(definition, records, places)
        case Totalling.LATEST:
            return _latest_objection(definition, records)
        case Totalling.MAX:
            return _max_objection(definition, records)


def _latest_objection(definition: CounterDefinition, records: Sequence[Record]) -> Diagnostic | None:
    """One record replaces another where both are of the same thing and it is sure which came later."""
    if len(records) < 2:
        return None
    newest = max(records, key=_date_key)
    for other in records:
        if (other.figure.scope, other.figure.statistic) != (newest.figure.scope, newest.figure.statistic):
            return _pair_fault("counter-latest-unlike", definition, [other, newest])
    for other in records:
        if other is not newest and not _is_before(other, newest):
            pair = sorted((other, newest), key=lambda record: record.ref)
            return _pair_fault("counter-latest-twice", definition, pair)
    return None


def _max_objection(definition: CounterDefinition, records: Sequence[Record]) -> Diagnostic | None:
    vague = [record for record in records if _size(record) is None]
    if vague or not records:
        return _not_added("counter-indefinite", definition, vague) if vague else None
    largest = max(records, key=_sure_size)
    for other in records:
        if other is not largest and _possible_size(other) > _sure_size(largest):
            return _pair_fault("counter-max-unclear", definition, [largest, other])
    return None


def _sum_objection(
    definition: CounterDefinition, records: Sequence[Record], places: Mapping[str, Place]
) -> Diagnostic | None:
    special = next((record for record in records if record.figure.statistic), None)
    if special is not None:
        place, figure = definition.location, special.ref
        related = (special.figure.location,)
        return fault("counter-adds-statistics", place, related=related, counter=definition.id, figure=figure)
    if definition.metric.kind is MetricKind.STOCK and len(records) > 1:
        first, *others = records
        other = next((each for each in others if each.when is None or each.when != first.when), None)
        if other is not None:
            return _pair_fault("counter-adds-dates", definition, [first, other])
    pair = _overlap(records) or _nested(records, places)
    return _pair_fault("counter-overlap", definition, pair) if pair else None


def _overlap(records: Sequence[Record]) -> list[Record]:
    """Returns two records that count the same thing over the same time, or may do so; else nothing."""
    by_scope: dict[object, list[Record]] = {}
    by_whole: dict[object, tuple[list[Record], list[Record]]] = {}
    for record in records:
        scope = tuple(sorted(record.figure.scope.items()))
        by_scope.setdefault(scope or _whole(record), []).append(record)
        by_whole.setdefault(_whole(record), ([], []))[1 if scope else 0].append(record)
    for group in by_scope.values():
        if pair := _first_clash(group):
            return pair
    for wholes, parts in by_whole.values():
        for whole, part in product(wholes, parts):
            if _clash(whole, part):
                return [whole, part]
    return []


def _nested(records: Sequence[Record], places: Mapping[str, Place]) -> list[Record]:
    """Returns two records of which one is of a place and the other of something within it; else nothing."""
    scopes = [(record, place_of(record.figure.scope, places)) for record in records if record.figure.scope]
    wholes: dict[str, list[Record]] = {}
    for record, place in scopes:
        if place is not None and is_whole_place(record.figure.scope, place):
            wholes.setdefault(place.id, []).append(record)
    for record, place in scopes:
        for around in places_around(place, places):
            for whole in wholes.get(around, ()):
                if (
                    whole is not record
                    and whole.figure.scope != record.figure.scope
                    and _clash(whole, record)
                ):
                    return [whole, record]
    return []


def _whole(record: Record) -> str:
    """What a record without a scope counts, and one with a scope counts a part of: tallies are all of one."""
    return "" if isinstance(record.owner, Tally) else owner_id(record.owner)


def _first_clash(group: Sequence[Record]) -> list[Record]:
    # In the order of their beginnings, any two that overlap have two neighbours between them that do.
    ordered = sorted(group, key=lambda record: (_span(record) or _NEVER, record.ref))
    return next(([one, other] for one, other in pairwise(ordered) if _clash(one, other)), [])


def _clash(one: Record, other: Record) -> bool:
    """Whether two records of the same thing may hold the same part of it twice."""
    first, second = _span(one), _span(other)
    if first is None or second is None:
        return True
    return first[0] <= second[1] and second[0] <= first[1]


def _span(record: Record) -> tuple[date, date] | None:
    """The days that a flow was counted over; a tally's as-of date does not say since when, so None."""
    when = record.when
    if when is None or (isinstance(record.owner, Tally) and not isinstance(when, Period)):
        return None
    return when.start, when.end


def _choose(definition: CounterDefinition, records: Sequence[Record]) -> tuple[list[Record], Reason]:
    """Returns the records that make the total, and why the others do not."""
    match definition.metric.total:
        case Totalling.LATEST if records:
            return [max(records, key=_date_key)], Reason.OLDER
        case Totalling.MAX if records:
            return [max(records, key=_sure_size)], Reason.SMALLER
        case _:
            return list(records), Reason.OLDER


def _as_of(record: Record) -> PartialDate | None:
    """The date up to which a record counts."""
    return record.when.last if isinstance(record.when, Period) else record.when


def _date_key(record: Record) -> tuple[date, date]:
    """Later records compare greater; one without a date is the earliest."""
    as_of = _as_of(record)
    return _NEVER if as_of is None else (as_of.end, as_of.start)


def _is_before(record: Record, newest: Record) -> bool:
    """Whether a record is older for sure; of 2019 and 2019-09, and without a date, nobody can say."""
    one, other = _as_of(record), _as_of(newest)
    if one is None or other is None:
        return False
    return one.end <= other.start and (one.start, one.end) != (other.start, other.end)


def _size(record: Record) -> Decimal | Fraction | None:
    quantity = record.figure.quantity
    return quantity.high if quantity.value is None else quantity.value


def _sure_size(record: Record) -> Decimal | Fraction:
    return _size(record) or Decimal(0)


def _possible_size(record: Record) -> Decimal | Fraction:
    """How large the true number may be by the way it is printed: 800余 may be almost 900."""
    high = record.figure.quantity.implied().high
    return _sure_size(record) if high is None else high


def _latest(records: Sequence[Record]) -> PartialDate | None:
    """The latest date at which the records hold; None as soon as one of them has none."""
    ends = [_as_of(record) for record in records]
    dates = [end for end in ends if end is not None]
    return max(dates) if dates and len(dates) == len(ends) else None


def _metric_fault(code: str, definition: CounterDefinition) -> Diagnostic:
    return fault(code, definition.location, counter=definition.id, metric=definition.metric.id)


def _pair_fault(code: str, definition: CounterDefinition, pair: Sequence[Record]) -> Diagnostic:
    related = tuple(record.figure.location for record in pair)
    first, second = (record.ref for record in pair)
    return fault(
        code, definition.location, related=related, counter=definition.id, first=first, second=second
    )


def _not_added(code: str, definition: CounterDefinition, records: Sequence[Record]) -> Diagnostic:
    related = tuple(record.figure.location for record in records)
    parts = ", ".join(record.ref for record in records)
    return fault(code, definition.location, related=related, counter=definition.id, parts=parts)
