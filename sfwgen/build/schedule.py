"""What is not public yet, or not any more: it leaves the site before anything else sees it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sfwgen.build.as_of import AsOf, find_moment
from sfwgen.build.drafts import hold_back, hold_back_drafts
from sfwgen.diagnostics import Diagnostic, Location, fault
from sfwgen.model import Bulletin, Page, Site, Story

Scheduled = Story | Page | Bulletin


def hold_back_all(site: Site, asked: AsOf | None, epoch: int | None) -> tuple[Site, tuple[Diagnostic, ...]]:
    """Returns the site as it is public at the moment asked for, with a note for each thing held back.

    Drafts are never public. Where something is scheduled and no moment is known, that is an error.
    """
    finished, drafts = hold_back_drafts(site)
    scheduled = [each for each in _documents(finished) if each.publish_at or each.expires_at]
    if not scheduled:
        return finished, drafts
    moment = find_moment(site.config, asked, epoch)
    if moment is None:
        unjudged = (fault("schedule-unjudged", _place(each), time=_times(each)[0]) for each in scheduled)
        return finished, (*drafts, *unjudged)
    held = [each for each in scheduled if not _is_public(each, moment)]
    notes = (_note(each, moment) for each in held)
    public, issues = _without(finished, held)
    return public, (*drafts, *notes, *issues, *_next(scheduled, moment))


def _documents(site: Site) -> Iterator[Scheduled]:
    yield from site.stories
    yield from site.pages
    yield from site.bulletins


def _is_public(document: Scheduled, moment: str) -> bool:
    due = document.publish_at is None or document.publish_at <= moment
    return due and (document.expires_at is None or moment < document.expires_at)


def _note(document: Scheduled, moment: str) -> Diagnostic:
    early = document.publish_at is not None and moment < document.publish_at
    code = "schedule-held" if early else "schedule-expired"
    time = document.publish_at if early else document.expires_at
    return fault(code, _place(document), document=_name(document), time=time, as_of=moment)


def _next(documents: list[Scheduled], moment: str) -> Iterator[Diagnostic]:
    """The next moment at which the public will see something else."""
    coming = [(time, each) for each in documents for time in _times(each) if time > moment]
    if coming:
        time, document = min(coming, key=lambda due: (due[0], _name(due[1])))
        yield fault("schedule-next", _place(document), document=_name(document), time=time)


def _times(document: Scheduled) -> tuple[str, ...]:
    return tuple(time for time in (document.publish_at, document.expires_at) if time)


def _name(document: Scheduled) -> str:
    return str(document.number) if isinstance(document, Bulletin) else document.slug


def _place(document: Scheduled) -> Location:
    return Location(document.location.file)


def _without(site: Site, held: list[Scheduled]) -> tuple[Site, tuple[Diagnostic, ...]]:
    slugs = frozenset(each.slug for each in held if isinstance(each, Story))
    pages = frozenset(each.slug for each in held if isinstance(each, Page))
    numbers = frozenset(each.number for each in held if isinstance(each, Bulletin))
    left = replace(
        site,
        pages=tuple(page for page in site.pages if page.slug not in pages),
        bulletins=tuple(each for each in site.bulletins if each.number not in numbers),
    )
    return hold_back(left, slugs)
