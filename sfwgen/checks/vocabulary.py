"""Definitions that nothing uses, counters that nothing feeds, issues that gather nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from sfwgen.checks.project import Project
from sfwgen.diagnostics import Diagnostic, Location, fault
from sfwgen.model import Figure, Site, Story, Tally


class _Placed(Protocol):
    @property
    def location(self) -> Location: ...


def check_unused(project: Project) -> Iterator[Diagnostic]:
    """Yields a note for each vocabulary file with definitions that nothing uses.

    Teams are not among them: the home page lists them all.
    """
    site, words = project.site, project.site.vocabulary
    metrics = {figure.metric.id for figure in _figures(site)}
    metrics |= {counter.metric.id for counter in words.counters.values()}
    units = {figure.metric.unit.id for figure in _figures(site)}
    units |= {metric.unit.id for metric in words.metrics.values()}
    dimensions = {unit.dimension for unit in words.units.values() if unit.id in units}
    # A figure may be written in any unit that converts into its metric's.
    units |= {unit.id for unit in words.units.values() if unit.dimension in dimensions}
    yield from _unused(words.metrics, metrics)
    yield from _unused(words.units, units)
    yield from _unused(words.places, _used_places(site))


def check_counters_fed(project: Project) -> Iterator[Diagnostic]:
    """Yields a note for each counter that no figure of the site goes into."""
    for id_, counter in project.counters.items():
        if not counter.contributions:
            yield fault(
                "counter-empty", counter.definition.location, counter=id_, metric=counter.definition.metric.id
            )


def check_issues(project: Project) -> Iterator[Diagnostic]:
    """Yields a fault for each bulletin that names no story of the site."""
    stories = {story.slug for story in project.site.stories}
    for bulletin in project.site.bulletins:
        if stories.isdisjoint(bulletin.stories):
            yield fault("bulletin-empty", bulletin.location, number=bulletin.number)


def _figures(site: Site) -> Iterator[Figure]:
    owners: tuple[Story | Tally, ...] = (*site.stories, *site.tallies)
    for owner in owners:
        yield from owner.figures


def _used_places(site: Site) -> set[str]:
    """The places of stories, and those around them."""
    used: set[str] = set()
    waiting = [place.id for story in site.stories for place in story.places]
    while waiting:
        id_ = waiting.pop()
        if id_ in used:
            continue
        used.add(id_)
        place = site.vocabulary.places.get(id_)
        if place is not None and place.within is not None:
            waiting.append(place.within)
    return used


def _unused(definitions: Mapping[str, _Placed], used: Iterable[str]) -> Iterator[Diagnostic]:
    idle = [id_ for id_ in definitions if id_ not in set(used)]
    if idle:
        place = definitions[idle[0]].location
        yield fault("vocabulary-unused", place, ids=", ".join(idle))
