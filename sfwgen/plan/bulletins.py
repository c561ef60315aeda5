"""The numbered issues and the list of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from sfwgen.counters import Counter, aggregate
from sfwgen.dates import print_date
from sfwgen.model import Bulletin, CounterSource, Language, Story
from sfwgen.plan.context import Context, relative
from sfwgen.plan.counter_views import make_counter
from sfwgen.plan.evidence import make_sources
from sfwgen.plan.figures import make_moment
from sfwgen.plan.frames import (
    crumbs,
    make_frame,
    make_issue,
    newest_bulletin,
    place_everywhere,
    place_part,
)
from sfwgen.plan.marks import Marker, make_marker
from sfwgen.plan.outputs import PageOutput, make_page
from sfwgen.plan.paging import Paging, make_pager
from sfwgen.plan.prints.links import print_links
from sfwgen.plan.stories import make_card
from sfwgen.plan.views import BulletinListView, BulletinView, Link, Notice, SourceView

LIST_SIZE = 100
"""How many bulletins a page of their list has; the first has up to twice as many, less one."""


def bulletin_pages(context: Context, language: Language) -> list[PageOutput]:
    """Returns the page of each bulletin in a language, in order of their numbers."""
    bulletins = context.site.bulletins
    pages = []
    for place, bulletin in enumerate(bulletins):
        before = bulletins[place - 1] if place else None
        after = bulletins[place + 1] if place + 1 < len(bulletins) else None
        pages.append(_page(context, language, bulletin, before, after))
    return pages


def bulletin_list_pages(context: Context, language: Language) -> list[PageOutput]:
    """Returns the pages that list all bulletins, the newest first."""
    paging = Paging(len(context.site.bulletins), LIST_SIZE)
    return [_list_page(context, language, paging, part) for part in (0, *range(paging.parts, 0, -1))]


def _list_page(context: Context, language: Language, paging: Paging, part: int) -> PageOutput:
    lang = language.id
    path_of = partial(context.path, "bulletins", lang, "")
    path, (start, end) = path_of(part), paging.bounds(part)
    heading = first = context.t(lang, "past_issues")
    if part:
        heading = context.t(lang, "list_page", name=first, page=paging.number(part))
    shown = context.site.bulletins[::-1][start:end]
    links = [relative(path, context.path("bulletin", lang, str(each.number))) for each in shown]
    frame = make_frame(
        context,
        place_part(context, "bulletins", "bulletins", "", part),
        language,
        heading,
        description=context.t(lang, "bulletins_description", n=paging.length),
        crumbs=crumbs(context, lang, path, *([(first, path_of(0))] if part else [])),
    )
    view = BulletinListView(
        frame,
        tuple(make_issue(each, lang, href) for each, href in zip(shown, links, strict=True)),
        tuple(_title(context, each, lang, path, href) for each, href in zip(shown, links, strict=True)),
        make_pager(context, paging, part, lang, path_of),
    )
    return make_page(path, "bulletins.html", view, context.site.config.location)


def _title(context: Context, bulletin: Bulletin, lang: str, path: str, href: str) -> Link:
    title = bulletin.title.get(lang, "")
    marked = make_marker(context, bulletin, lang, path).html(title, linked=False)
    return Link(title, href, pieces=(marked,) if title else ())


def at_its_date(context: Context, bulletin: Bulletin) -> Context:
    """Returns the context with the totals as they were known at a bulletin's as-of date."""
    if bulletin.as_of is None:
        return context
    tallies = tuple(
        tally for tally in context.site.tallies if tally.as_of is None or tally.as_of <= bulletin.as_of
    )
    if tallies == context.site.tallies:
        return context
    site = replace(context.site, tallies=tallies)
    return replace(context, site=site, counters=aggregate(site)[0])


def _page(
    context: Context, language: Language, bulletin: Bulletin, before: Bulletin | None, after: Bulletin | None
) -> PageOutput:
    lang = language.id
    path = context.path("bulletin", lang, str(bulletin.number))
    issue = context.t(lang, "issue", n=bulletin.number)
    title = bulletin.title.get(lang, "")
    by_slug = {story.slug: story for story in context.stories(lang)}
    stories = [by_slug[slug] for slug in bulletin.stories if slug in by_slug]
    then = at_its_date(context, bulletin)
    counters = [
        counter
        for counter in then.counters.values()
        if counter.definition.on_home
        and counter.definition.source is CounterSource.TALLIES
        and counter.contributions
    ]
    frame = make_frame(
        context,
        place_everywhere(context, "bulletin", "bulletin", str(bulletin.number)),
        language,
        f"{issue}{context.t(lang, 'colon')}{title}" if title else issue,
        description=bulletin.lede.get(lang, "") or title,
        crumbs=crumbs(
            context, lang, path, (context.t(lang, "nav_bulletins"), context.path("bulletins", lang))
        ),
        notices=_newer(context, bulletin, lang, path),
    )
    marker = make_marker(context, bulletin, lang, path)
    view = BulletinView(
        frame=frame,
        number=bulletin.number,
        title=marker.html(title),
        lede=marker.told(bulletin.lede),
        moment=make_moment(bulletin.date, lang),
        as_of=print_date(bulletin.as_of, lang) if bulletin.as_of else "",
        counters=tuple(make_counter(then, counter, lang, path, bulletin.as_of) for counter in counters),
        stories=tuple(make_card(context, story, lang, path) for story in stories),
        sources=_sources(context, stories, counters, lang, path),
        previous=_link(context, before, lang, path),
        next=_link(context, after, lang, path),
        downloads=print_links(context, bulletin, lang, path),
    )
    return make_page(path, "bulletin.html", view, bulletin.location)


def _sources(
    context: Context, stories: Iterable[Story], counters: Iterable[Counter], lang: str, path: str
) -> tuple[SourceView, ...]:
    views = [
        source
        for story in stories
        for source in make_sources(story.sources, make_marker(context, story, lang, path))
    ]
    plain = Marker(context, lang, path, {})
    views += (source for counter in counters for source in make_sources(counter.sources, plain))
    return tuple(dict.fromkeys(views))


def _newer(context: Context, bulletin: Bulletin, lang: str, path: str) -> tuple[Notice, ...]:
    newest = newest_bulletin(context)
    if newest is None or newest.number == bulletin.number:
        return ()
    href = relative(path, context.path("bulletin", lang, str(newest.number)))
    link = Link(context.t(lang, "see_newest"), href)
    return (Notice("newer", "", context.t(lang, "newer_issue"), (link,)),)


def _link(context: Context, bulletin: Bulletin | None, lang: str, path: str) -> Link | None:
    if bulletin is None:
        return None
    href = relative(path, context.path("bulletin", lang, str(bulletin.number)))
    return Link(context.t(lang, "issue", n=bulletin.number), href)
