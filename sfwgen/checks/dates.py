"""Dates of the facts: timelines in order, dates that something else bears out, none after the site's day."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise

from sfwgen.checks.project import Project
from sfwgen.dates import PartialDate, Period
from sfwgen.diagnostics import Diagnostic, Location, fault
from sfwgen.figures.dates import DateMention, dates_in
from sfwgen.model import Figure, Site, Story
from sfwgen.prose.passages import passages_of

_OPEN = "open"


def check_timelines(project: Project) -> Iterator[Diagnostic]:
    """Yields a warning for each step of a timeline that is surely earlier than the one before it."""
    for story in project.site.stories:
        dated = [(step.date, step.location) for step in story.timeline if step.date is not None]
        for (earlier, _), (later, location) in pairwise(dated):
            if later.end < earlier.start:
                yield fault("timeline-order", location, earlier=earlier, later=later)


def check_untold_dates(project: Project) -> Iterator[Diagnostic]:
    """Yields a warning for each date of a story, or of a before and after, that nothing else bears out."""
    for story in project.site.stories:
        if not any(step.date for step in story.timeline):
            continue
        for field, told, location in _dates_beside(story):
            if not _is_borne_out(story, told, project):
                yield fault("date-untold", location, field=field, told=told)


def _dates_beside(story: Story) -> Iterator[tuple[str, PartialDate, Location]]:
    if story.date is not None:
        yield "date", story.date, story.location
    for pair in story.pairs:
        for field, side in zip(("before", "after"), pair.sides, strict=True):
            if side.date is not None:
                yield f"{field}.date", side.date, pair.location


def _is_borne_out(story: Story, told: PartialDate, project: Project) -> bool:
    steps = (step.date for step in story.timeline if step.date is not None)
    if any(step.start <= told.end and told.start <= step.end for step in steps):
        return True
    texts = (passages_of(story, language.id) for language in project.site.config.languages)
    found = (mention for text in chain(*texts) for mention in _mentions(text.text, text.lang))
    return any(_may_be(mention, told) for mention in found)


def _mentions(text: str, lang: str) -> tuple[DateMention, ...]:
    return dates_in(text, lang)


def _may_be(mention: DateMention, told: PartialDate) -> bool:
    if mention.year not in (None, told.year):
        return False
    if told.month is None:
        return mention.year is not None
    if mention.months is None or not mention.months[0] <= told.month <= mention.months[1]:
        return False
    return told.day is None or mention.day in (None, told.day)


def check_future(project: Project) -> Iterator[Diagnostic]:
    """Yields a warning for each fact that is dated after the day that the site is as of."""
    as_of = project.site.config.as_of
    if as_of is None:
        return
    for field, when, location in _dated(project.site):
        if when.start > as_of.end:
            yield fault("fact-in-future", location, field=field, told=when, as_of=as_of)


def _dated(site: Site) -> Iterator[tuple[str, PartialDate | Period, Location]]:
    for story in site.stories:
        yield from ((field, told, place) for field, told, place in _dates_beside(story))
        for step in story.timeline:
            # An open step is what is to come.
            if step.date is not None and step.state != _OPEN:
                yield "timeline", step.date, step.location
        yield from _of_figures(story.figures)
    for tally in site.tallies:
        if tally.as_of is not None:
            yield "as_of", tally.as_of, tally.location
        yield from _of_figures(tally.figures)


def _of_figures(figures: tuple[Figure, ...]) -> Iterator[tuple[str, PartialDate | Period, Location]]:
    for figure in figures:
        if figure.when is not None:
            yield figure.id, figure.when, figure.location
