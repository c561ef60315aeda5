"""The story list: whole, and by service line, place, team and month where there are stories."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from sfwgen.dates import PartialDate, print_date
from sfwgen.model import Language, Place, Story
from sfwgen.plan import frames
from sfwgen.plan.context import Context, relative
from sfwgen.plan.frames import crumbs, make_frame
from sfwgen.plan.open_data import story_links
from sfwgen.plan.outputs import PageOutput
from sfwgen.plan.stories import make_card
from sfwgen.plan.views import FilterGroup, Link, ListView, MonthGroup

NOT_STATED = "not-stated"
"""The name of the lists for a place or a month that is not stated."""

_TOWN_KINDS = frozenset({"town", "subdistrict", "district", "county"})


@dataclass(frozen=True, slots=True)
class Term:
    """One list: the kind of page and name that make its address, what it is called, and its stories."""

    kind: str
    name: str
    label: str
    stories: tuple[Story, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The terms of one taxonomy, by the string key of its heading."""

    heading: str
    terms: tuple[Term, ...]


def list_pages(context: Context, language: Language) -> list[PageOutput]:
    """Returns the whole story list and every filtered one in a language."""
    lang = language.id
    groups = make_groups(context, lang)
    own_lists = [term for term in place_terms(context, lang) if term.stories]
    listed = {(term.kind, term.name): term for group in groups for term in group.terms if term.stories}
    listed |= {(term.kind, term.name): term for term in own_lists}
    whole = Term("stories", "", context.t(lang, "nav_stories"), context.stories(lang))
    return [_page(context, language, each, groups) for each in (whole, *listed.values())]


def make_groups(context: Context, lang: str) -> tuple[Group, ...]:
    """Returns the taxonomies that filter the list; teams only once a story names one."""
    stories = context.stories(lang)
    lines = tuple(
        Term("line", line.id, line.name[lang], tuple(each for each in stories if each.line.id == line.id))
        for line in context.site.config.lines
    )
    teams = tuple(
        Term("team", team.id, team.name[lang], tuple(each for each in stories if team in each.teams))
        for team in context.site.vocabulary.teams.values()
    )
    groups = (
        Group("filter_line", lines),
        Group("filter_place", tuple(_towns(context, lang))),
        Group("filter_team", teams if any(term.stories for term in teams) else ()),
        Group("filter_month", tuple(_months(context, lang))),
    )
    return tuple(group for group in groups if group.terms)


def make_map_groups(context: Context, lang: str) -> tuple[Group, ...]:
    """Returns the taxonomies with every list that has a page: also those of places that filter nothing."""
    places = {term.name: term for term in place_terms(context, lang)}
    return tuple(
        Group("place", tuple((places | {term.name: term for term in group.terms}).values()))
        if group.heading == "filter_place"
        else group
        for group in make_groups(context, lang)
    )


def place_terms(context: Context, lang: str) -> list[Term]:
    """Returns a term for every place: its stories are those of the places within it too."""
    places = context.site.vocabulary.places
    stories = context.stories(lang)
    within = {story.slug: _places_around(story, places) for story in stories}
    return [
        Term("place", id_, place.name[lang], tuple(each for each in stories if id_ in within[each.slug]))
        for id_, place in places.items()
    ]


def _places_around(story: Story, places: Mapping[str, Place]) -> frozenset[str]:
    found: set[str] = set()
    for place in story.places:
        current: Place | None = place
        while current is not None and current.id not in found:
            found.add(current.id)
            current = places.get(current.within) if current.within else None
    return frozenset(found)


def _towns(context: Context, lang: str) -> Iterator[Term]:
    places = context.site.vocabulary.places
    known: set[str] = set()
    for term in place_terms(context, lang):
        if places[term.name].kind in _TOWN_KINDS:
            known.update(story.slug for story in term.stories)
            yield term
    rest = tuple(story for story in context.stories(lang) if story.slug not in known)
    if rest:
        yield Term("place", NOT_STATED, context.t(lang, "place_unknown"), rest)


def _months(context: Context, lang: str) -> Iterator[Term]:
    stories = context.stories(lang)
    keys = sorted({_month_key(story) for story in stories} - {""}, reverse=True)
    for key in keys:
        of_month = tuple(story for story in stories if _month_key(story) == key)
        yield Term("month", key, _month_name(key, lang), of_month)
    rest = tuple(story for story in stories if not _month_key(story))
    if rest:
        yield Term("month", NOT_STATED, context.t(lang, "month_unknown"), rest)


def _month_key(story: Story) -> str:
    return (story.date.month_key if story.date else None) or ""


def _month_name(key: str, lang: str) -> str:
    return print_date(PartialDate(int(key[:4]), int(key[5:])), lang)


def _page(context: Context, language: Language, term: Term, groups: Sequence[Group]) -> PageOutput:
    lang = language.id
    filtered = term.kind != "stories"
    path = context.path(term.kind, lang, term.name)
    whole = context.path("stories", lang)
    steps = ((context.t(lang, "nav_stories"), whole),) if filtered else ()
    dek = _dek(context, term, lang)
    frame = make_frame(
        context,
        _place(context, term),
        language,
        term.label,
        description=dek or context.t(lang, "list_description", name=term.label, n=len(term.stories)),
        crumbs=crumbs(context, lang, path, *steps),
        line=term.name if term.kind == "line" else "",
    )
    view = ListView(
        frame=frame,
        heading=context.t(lang, "filtered", name=term.label, n=len(term.stories)) if filtered else term.label,
        dek=dek,
        summary=_summary(context, term, lang),
        clear=relative(path, whole) if filtered else "",
        filters=tuple(_filter(context, group, term, lang, path) for group in groups),
        months=tuple(_by_month(context, term, lang, path)),
        downloads=() if filtered else story_links(context, lang, path),
    )
    return PageOutput(path, "list.html", view, context.site.config.location)


def _place(context: Context, term: Term) -> frames.Place:
    """A list exists in each language in which it has a story."""
    slugs = {story.slug for story in term.stories}
    langs = tuple(
        language.id
        for language in context.languages
        if term.kind == "stories" or slugs & {story.slug for story in context.stories(language.id)}
    )
    return frames.Place("list", term.kind, term.name, langs, langs)


def _dek(context: Context, term: Term, lang: str) -> str:
    if term.kind == "line":
        return next(line.motto.get(lang, "") for line in context.site.config.lines if line.id == term.name)
    return context.t(lang, "stories_dek") if term.kind == "stories" else ""


def _summary(context: Context, term: Term, lang: str) -> str:
    times = [story.updated or story.published for story in term.stories]
    latest = max((time for time in times if time), default="")
    if latest:
        return context.t(lang, "list_summary", n=len(term.stories), time=latest)
    return context.t(lang, "list_summary_undated", n=len(term.stories))


def _filter(context: Context, group: Group, current: Term, lang: str, path: str) -> FilterGroup:
    links = tuple(
        Link(
            each.label,
            relative(path, context.path(each.kind, lang, each.name)) if each.stories else "",
            current=(each.kind, each.name) == (current.kind, current.name),
            count=len(each.stories),
        )
        for each in group.terms
    )
    if group.heading == "filter_line":
        whole = Link(
            context.t(lang, "all"),
            relative(path, context.path("stories", lang)),
            current=current.kind == "stories",
            count=len(context.stories(lang)),
        )
        links = (whole, *links)
    return FilterGroup(context.t(lang, group.heading), links)


def _by_month(context: Context, term: Term, lang: str, path: str) -> Iterator[MonthGroup]:
    for heading, stories in groupby(term.stories, key=lambda story: _heading(context, story, lang)):
        yield MonthGroup(heading, tuple(make_card(context, story, lang, path) for story in stories))


def _heading(context: Context, story: Story, lang: str) -> str:
    if story.date is None:
        return context.t(lang, "undated")
    key = story.date.month_key
    return _month_name(key, lang) if key else print_date(PartialDate(story.date.year), lang)
