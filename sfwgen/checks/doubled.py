"""Totals that may count one thing twice: the same amount in two stories that may be about the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from sfwgen.checks.project import Project
from sfwgen.counters import Counter, Record
from sfwgen.diagnostics import Diagnostic, fault
from sfwgen.localities import places_around
from sfwgen.model import CounterSource, Place, Story, Totalling

_ANY = "*"
_NONE = ""


def check_doubled(project: Project) -> Iterator[Diagnostic]:
    """Yields a warning for each record of a sum whose like stands in another story, both without a date.

    Stories of other places, or of other years, are about other things: small amounts recur by chance.
    """
    places = project.site.vocabulary.places
    for counter in project.counters.values():
        definition = counter.definition
        if definition.metric.total is Totalling.SUM and definition.source is CounterSource.STORIES:
            for record, same in _doubles(counter, places):
                yield fault(
                    "counter-same-twice",
                    record.figure.location,
                    related=(same.figure.location, definition.location),
                    counter=definition.id,
                    first=same.ref,
                    second=record.ref,
                )


def _doubles(counter: Counter, places: Mapping[str, Place]) -> Iterator[tuple[Record, Record]]:
    """Each record with an earlier one of the same amount that may be about the same thing."""
    seen: dict[object, Record] = {}
    for record in counter.contributions:
        if record.when is not None or not isinstance(record.owner, Story):
            continue
        quantity = record.figure.quantity
        amount = (quantity.qualifier, quantity.value, quantity.low, quantity.high)
        asked, told = _keys(record.owner, places)
        same = next((seen[amount, key] for key in asked if (amount, key) in seen), None)
        if same is not None:
            yield record, same
        for key in told:
            seen.setdefault((amount, key), record)


Key = tuple[tuple[str, str], str]


def _keys(story: Story, places: Mapping[str, Place]) -> tuple[list[Key], list[Key]]:
    """What a story asks for among earlier ones, and what later ones find it by.

    Of two places that may be the same, one is the other or lies around it; what is not stated fits all.
    """
    named = dict.fromkeys(place.id for place in story.places)
    around = dict.fromkeys(id_ for place in story.places for id_ in places_around(place, places))
    year = str(story.date.year) if story.date else _NONE
    asked = [*(("named", id_) for id_ in around), *(("around", id_) for id_ in named)]
    told = [*(("named", id_) for id_ in named), *(("around", id_) for id_ in around)]
    asked_years = (year, _NONE) if story.date else (_ANY,)
    asked = [*asked, ("", _NONE)] if named else [("", _ANY)]
    told = [*told, ("", _ANY)] if named else [("", _NONE), ("", _ANY)]
    return list(product(asked, asked_years)), list(product(told, (year, _ANY)))
