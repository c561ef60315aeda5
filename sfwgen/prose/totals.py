"""Totals that a text may cite: figures of tallies, and counters, each by the words of its name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from sfwgen.counters import Counters
from sfwgen.figures import Quantity
from sfwgen.model import Bulletin, CounterDefinition, Localized, Metric, Site
from sfwgen.prose.binding import Binding, Bond
from sfwgen.prose.matching import equal_values, same_qualifier
from sfwgen.prose.passages import Document
from sfwgen.prose.units import names_metric
from sfwgen.prose.wording import count_terms, speaks_of


@dataclass(frozen=True, slots=True)
class Total:
    """A number that any text may cite: `tallied` is the `tally#figure` that states it, `counter` its id."""

    metric: Metric
    quantity: Quantity
    label: Localized
    tallied: str = ""
    counter: str = ""


Totals = Mapping[date | None, tuple[Total, ...]]
"""The totals that may be cited by the day up to which they hold; those under None are the latest."""


def make_totals(site: Site, counters: Counters) -> Totals:
    """Returns the totals that the documents of a site may cite: a bulletin cites those of its own day."""
    days = {each.as_of.end for each in site.bulletins if each.as_of is not None}
    return {day: _list_totals(site, counters, day) for day in (None, *sorted(days))}


def _totals_for(document: Document, totals: Totals) -> tuple[Total, ...]:
    as_of = document.as_of if isinstance(document, Bulletin) else None
    return totals[as_of.end if as_of else None]


def _list_totals(site: Site, counters: Counters, until: date | None) -> tuple[Total, ...]:
    """The latest figure of each metric in the tallies (up to a day), then the counters."""
    latest: dict[str, Total] = {}
    for tally in sorted(site.tallies, key=lambda each: each.as_of.end if each.as_of else date.min):
        if until is not None and tally.as_of is not None and tally.as_of.end > until:
            continue
        for figure in tally.figures:
            counted = (id_ for id_, each in counters.items() if each.definition.metric.id == figure.metric.id)
            latest[figure.metric.id] = Total(
                figure.metric, figure.quantity, {}, f"{tally.id}#{figure.id}", next(counted, "")
            )
    return (*latest.values(), *_counted(counters))


def _counted(counters: Counters) -> Iterator[Total]:
    for id_, counter in counters.items():
        if counter.quantity is not None:
            definition = counter.definition
            yield Total(definition.metric, counter.quantity, definition.label, counter=id_)


def bind_totals(
    document: Document, lang: str, bindings: Iterable[Binding], totals: Totals
) -> tuple[Binding, ...]:
    """Returns the bindings of a text, those to nothing bound to the total that their sentence names."""
    return tuple(
        _rebound(document, lang, each, totals) if each.bond is Bond.NONE and each.sentence else each
        for each in bindings
    )


def _rebound(document: Document, lang: str, binding: Binding, totals: Totals) -> Binding:
    printed = binding.found.quantity
    for total in _totals_for(document, totals):
        if not equal_values(printed, total.quantity) or not same_qualifier(printed, total.quantity):
            continue
        if _names(document, lang, binding, total):
            return replace(
                binding,
                bond=Bond.TOTAL,
                tallied=total.tallied,
                counter=total.counter,
                nearest="",
                slip=None,
                sentence="",
            )
    return binding


def _names(document: Document, lang: str, binding: Binding, total: Total) -> bool:
    """Whether a sentence speaks of a total: its unit, and the words of its name.

    The definition of a counter speaks of that counter without saying so.
    """
    unit = binding.found.unit
    if not names_metric(unit, total.metric, lang, binding.sentence):
        return False
    if isinstance(document, CounterDefinition) and document.metric.id == total.metric.id:
        return True
    names = [name for name in (total.label.get(lang, ""), total.metric.label.get(lang, "")) if name]
    if not unit:
        # Of 35 problems 5 were submitted: a bare number is that of a total named with more than one word.
        names = [name for name in names if count_terms(name, lang) > 1]
    return any(speaks_of(name, binding.sentence, lang) for name in names)
