"""The home page: totals, the lead story, the newest stories, the span chart and the service lines."""

from __future__ import annotations

from dataclasses import replace

from sfwgen.dates import PartialDate, print_date
from sfwgen.model import Language, Line, Story
from sfwgen.plan.context import Context, relative
from sfwgen.plan.counter_views import make_counter
from sfwgen.plan.frames import make_frame, newest_bulletin, place_everywhere
from sfwgen.plan.marks import Marker, make_marker
from sfwgen.plan.open_data import data_links
from sfwgen.plan.outputs import PageOutput, make_page
from sfwgen.plan.prints.links import print_links
from sfwgen.plan.span import make_span
from sfwgen.plan.stories import make_card, make_steps
from sfwgen.plan.texts import title_link
from sfwgen.plan.views import HomeView, LineView, Link, StoryCard

_ROWS = 4
_LINE_STORIES = 3
_DOWNLOADS = ("figures-excel.csv", "figures.json")


def home_page(context: Context, language: Language) -> PageOutput:
    """Returns the home page in a language."""
    lang = language.id
    path = context.path("home", lang)
    config = context.site.config
    stories = context.stories(lang)
    lead = _lead(context, stories)
    rows = [story for story in stories if story is not lead][:_ROWS]
    on_home = [counter for counter in context.counters.values() if counter.definition.on_home]
    as_of = site_as_of(context)
    frame = make_frame(
        context,
        place_everywhere(context, "home", "home"),
        language,
        config.title[lang],
        description=config.description.get(lang, ""),
    )
    marker = make_marker(context, config, lang, path)
    view = HomeView(
        frame=frame,
        lede=marker.told(config.lede),
        as_of=print_date(as_of, lang) if as_of else "",
        counters=tuple(make_counter(context, counter, lang, path, as_of) for counter in on_home),
        definitions=relative(path, context.path("figures", lang)),
        lead=_lead_card(context, lead, lang, path) if lead else None,
        rows=tuple(make_card(context, story, lang, path) for story in rows),
        all_stories=Link(
            context.t(lang, "all_stories", n=len(stories)),
            relative(path, context.path("stories", lang)),
            count=len(stories),
        ),
        span=make_span(context, lang, path),
        lines=tuple(_line(context, line, marker) for line in config.lines),
        teams=tuple(team.name[lang] for team in context.site.vocabulary.teams.values()),
        downloads=_downloads(context, lang, path),
    )
    return make_page(path, "home.html", view, config.location)


def site_as_of(context: Context) -> PartialDate | None:
    """Returns the date that the site's figures hold for: as set, else that of the latest tally."""
    if context.site.config.as_of:
        return context.site.config.as_of
    return max((tally.as_of for tally in context.site.tallies if tally.as_of), default=None)


def _lead(context: Context, stories: tuple[Story, ...]) -> Story | None:
    """The first story of the newest bulletin leads; without bulletins the newest story."""
    by_slug = {story.slug: story for story in stories}
    bulletin = newest_bulletin(context)
    chosen = [by_slug[slug] for slug in bulletin.stories if slug in by_slug] if bulletin else []
    return next(iter([*chosen, *stories]), None)


def _lead_card(context: Context, story: Story, lang: str, path: str) -> StoryCard:
    """The card of the lead, which shows the steps of its timeline as well."""
    marker = make_marker(context, story, lang, path)
    return replace(make_card(context, story, lang, path), steps=make_steps(story, marker))


def _line(context: Context, line: Line, marker: Marker) -> LineView:
    lang, path = marker.lang, marker.path
    stories = [story for story in context.stories(lang) if story.line.id == line.id]
    return LineView(
        name=line.name[lang],
        motto=marker.told(line.motto),
        href=relative(path, context.path("line", lang, line.id)) if stories else "",
        stories=tuple(title_link(context, story, lang, path) for story in stories[:_LINE_STORIES]),
        count=len(stories),
    )


def _downloads(context: Context, lang: str, path: str) -> tuple[Link, ...]:
    bulletin = newest_bulletin(context)
    links = [link for link in data_links(context, lang, path) if link.href.endswith(_DOWNLOADS)]
    if bulletin is None:
        return tuple(links)
    issue = Link(
        context.t(lang, "issue_to_print", n=bulletin.number),
        relative(path, context.path("bulletin", lang, str(bulletin.number))),
    )
    past = Link(context.t(lang, "past_issues"), relative(path, context.path("bulletins", lang)))
    return (issue, *print_links(context, bulletin, lang, path), *links, past)
