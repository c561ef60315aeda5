"""The story list: whole, and by service line, place, team and month where there are stories."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from sfwgen.dates import PartialDate, print_date
from sfwgen.each import Each, one_by_one
from sfwgen.model import Language, Place, Story
from sfwgen.plan import frames
from sfwgen.plan.context import Context, relative
from sfwgen.plan.frames import crumbs, make_frame
from sfwgen.plan.marks import make_marker
from sfwgen.plan.open_data import story_links
from sfwgen.plan.outputs import PageOutput, make_page, plan_later
from sfwgen.plan.paging import Paging, make_pager
from sfwgen.plan.scenes import Surroundings, digest_face, digest_whole, narrow, tell_faces
from sfwgen.plan.stories import make_card
from sfwgen.plan.views import FilterGroup, Link, ListView, MonthGroup
from sfwgen.values import digest_of

PAGE_SIZE = 25
"""How many stories a page of a list has; the first has up to twice as many, less one."""

NOT_STATED = "not-stated"
"""The name of the lists for a place or a month that is not stated."""

_FILTERS = 12
"""How many filters of a kind stand open; the rest can be unfolded."""
_TOWN_KINDS = frozenset({"town", "subdistrict", "district", "county"})


@dataclass(frozen=True, slots=True)
class Term:
    """One list: the kind of page and name that make its address, what it is called, and its stories."""

    kind: str
    name: str
    label: str
    stories: tuple[Story, ...]

    @property
    def key(self) -> tuple[str, str]:
        """What it is the same list by in every language."""
        return self.kind, self.name

    @property
    def paging(self) -> Paging:
        """How its stories lie on pages."""
        return Paging(len(self.stories), PAGE_SIZE)


@dataclass(frozen=True, slots=True)
class Group:
    """The terms of one taxonomy, by the string key of its heading."""

    heading: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class _Lists:
    """The lists of one language, and for each list and each language how many pages it has there."""

    lang: str
    language: Language
    whole: Term
    groups: tuple[Group, ...]
    pages: Mapping[tuple[str, str], Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class _Listed:
    """A page of a list with the stories that it shows; `latest` is when the whole list last changed."""

    term: Term
    part: int
    stories: tuple[Story, ...]
    latest: str


def list_pages(context: Context, language: Language, each: Each = one_by_one) -> list[PageOutput]:
    """Returns every page of the whole story list and of each filtered one in a language.

    Each page is made from the faces of its own stories and from how many stories each list has.
    """
    lang = language.id
    groups = make_groups(context, lang)
    own = _listed(context, lang, groups)
    pages: dict[tuple[str, str], dict[str, int]] = {}
    for other in context.languages:
        listed = own if other.id == lang else _listed(context, other.id, make_groups(context, other.id))
        for term in listed:
            pages.setdefault(term.key, {})[other.id] = 1 + term.paging.parts
    lists = _Lists(lang, language, own[0], groups, pages)
    shown = [page for term in own for page in _cut(term)]
    whole, filters = digest_whole(context, lang), _digest_groups(groups)
    keys = [
        f"{whole} {_digest_listed(context, lang, page, pages, '' if page.part else filters)}"
        for page in shown
    ]

    pages_shown = [_ListPage(context, lists, page) for page in shown]
    made = each("list page", keys, lambda number: pages_shown[number]().outline)
    return [plan_later(*one) for one in zip(made, pages_shown, strict=True)]


@dataclass(frozen=True, slots=True)
class _ListPage:
    """Plans a page of a list from the faces of the stories that it shows."""

    context: Context
    lists: _Lists
    listed: _Listed

    def __call__(self) -> PageOutput:
        stories, lang = self.listed.stories, self.lists.lang
        around = Surroundings({}, {}, tell_faces(self.context, stories, lang), {})
        narrowed = narrow(self.context, lang, [story.without_bodies for story in stories], around)
        return _page(narrowed, self.lists, self.listed)


def _cut(term: Term) -> Iterator[_Listed]:
    latest = max((story.updated or story.published or "" for story in term.stories), default="")
    for part in (0, *range(term.paging.parts, 0, -1)):
        start, end = term.paging.bounds(part)
        yield _Listed(term, part, term.stories[start:end], "" if part else latest)


def _digest_groups(groups: Iterable[Group]) -> str:
    return digest_of(
        [
            (group.heading, [(*term.key, term.label, len(term.stories)) for term in group.terms])
            for group in groups
        ]
    )


def _digest_listed(
    context: Context,
    lang: str,
    page: _Listed,
    pages: Mapping[tuple[str, str], Mapping[str, int]],
    filters: str,
) -> str:
    term = page.term
    about = (*term.key, term.label, len(term.stories), page.part, page.latest, pages[term.key], filters)
    return digest_of((about, [digest_face(context, story, lang) for story in page.stories]))


def _listed(context: Context, lang: str, groups: Iterable[Group]) -> list[Term]:
    """Every list that has pages in a language, the whole one first."""
    terms = [term for group in groups for term in group.terms]
    listed = {term.key: term for term in (*terms, *place_terms(context, lang)) if term.stories}
    return [whole_list(context, lang), *listed.values()]


def whole_list(context: Context, lang: str) -> Term:
    """Returns the list of all stories."""
    return Term("stories", "", context.t(lang, "nav_stories"), context.stories(lang))


def make_groups(context: Context, lang: str) -> tuple[Group, ...]:
    """Returns the taxonomies that filter the list; teams only once a story names one."""
    stories = context.stories(lang)
    of_line = _by_key(stories, lambda story: (story.line.id,))
    of_team = _by_key(stories, lambda story: (team.id for team in story.teams))
    lines = tuple(
        Term("line", line.id, line.name[lang], of_line.get(line.id, ())) for line in context.site.config.lines
    )
    teams = tuple(
        Term("team", team.id, team.name[lang], of_team.get(team.id, ()))
        for team in context.site.vocabulary.teams.values()
    )
    groups = (
        Group("filter_line", lines),
        Group("filter_place", tuple(_towns(context, lang))),
        Group("filter_team", teams if of_team else ()),
        Group("filter_month", tuple(_months(context, lang))),
    )
    return tuple(group for group in groups if group.terms)


def _by_key(
    stories: Iterable[Story], keys: Callable[[Story], Iterable[str]]
) -> Mapping[str, tuple[Story, ...]]:
    """The stories of each key, in their order."""
    found: dict[str, list[Story]] = {}
    for story in stories:
        for key in keys(story):
            found.setdefault(key, []).append(story)
    return {key: tuple(some) for key, some in found.items()}


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
    around = {id_: tuple(_around(place, places)) for id_, place in places.items()}

    def places_of(story: Story) -> Iterable[str]:
        return dict.fromkeys(id_ for place in story.places for id_ in around[place.id])

    stories = _by_key(context.stories(lang), places_of)
    return [Term("place", id_, place.name[lang], stories.get(id_, ())) for id_, place in places.items()]


def _around(place: Place, places: Mapping[str, Place]) -> Iterator[str]:
    """A place, and those that it is within."""
    current: Place | None = place
    seen: set[str] = set()
    while current is not None and current.id not in seen:
        seen.add(current.id)
        yield current.id
        current = places.get(current.within) if current.within else None


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
    stories = _by_key(context.stories(lang), lambda story: (_month_key(story),))
    for key in sorted(stories.keys() - {""}, reverse=True):
        yield Term("month", key, _month_name(key, lang), stories[key])
    if "" in stories:
        yield Term("month", NOT_STATED, context.t(lang, "month_unknown"), stories[""])


def _month_key(story: Story) -> str:
    return (story.date.month_key if story.date else None) or ""


def _month_name(key: str, lang: str) -> str:
    return print_date(PartialDate(int(key[:4]), int(key[5:])), lang)


# --- One page of a list -------------------------------------------------------------------------------------


def _page(context: Context, lists: _Lists, listed: _Listed) -> PageOutput:
    lang, term, part = lists.lang, listed.term, listed.part
    path_of = partial(context.path, term.kind, lang, term.name)
    path, whole = path_of(part), context.path("stories", lang)
    filtered, paging = term.kind != "stories", term.paging
    steps = ((context.t(lang, "nav_stories"), whole),) if filtered else ()
    if part:
        steps = (*steps, (term.label, path_of(0)))
    dek = "" if part else _dek(context, term, lang)
    heading = _heading(context, term, part, lang)
    frame = make_frame(
        context,
        _place(lists, term, part),
        lists.language,
        heading if part else term.label,
        description=dek or _description(context, term, part, lang),
        crumbs=crumbs(context, lang, path, *steps),
        line=term.name if term.kind == "line" else "",
        column=term.label,
    )
    view = ListView(
        frame=frame,
        heading=heading,
        dek=make_marker(context, context.site.config, lang, path).html(dek),
        summary=_summary(context, listed, lang),
        clear=relative(path, whole) if filtered else "",
        filters=tuple(_filters(context, lists, term, part, path)),
        months=tuple(_by_month(context, listed.stories, lang, path)),
        downloads=() if filtered or part else story_links(context, lang, path),
        pager=make_pager(context, paging, part, lang, lambda part: path_of(part)),
    )
    return make_page(path, "list.html", view, context.site.config.location)


def _place(lists: _Lists, term: Term, part: int) -> frames.Place:
    """A list exists in each language in which it has a story, and a page of it where it is long enough."""
    langs = tuple(lang for lang, pages in lists.pages[term.key].items() if part < pages)
    return frames.Place("list", term.kind, term.name, langs, langs, part)


def _heading(context: Context, term: Term, part: int, lang: str) -> str:
    if part:
        return context.t(lang, "list_page", name=term.label, page=term.paging.number(part))
    if term.kind == "stories":
        return term.label
    return context.t(lang, "filtered", name=term.label, n=len(term.stories))


def _dek(context: Context, term: Term, lang: str) -> str:
    if term.kind == "line":
        return next(line.motto.get(lang, "") for line in context.site.config.lines if line.id == term.name)
    return context.t(lang, "stories_dek") if term.kind == "stories" else ""


def _description(context: Context, term: Term, part: int, lang: str) -> str:
    if not part:
        return context.t(lang, "list_description", name=term.label, n=len(term.stories))
    return context.t(lang, "list_page_description", name=term.label, **_range(term, part))


def _range(term: Term, part: int) -> dict[str, int]:
    start, end = term.paging.bounds(part)
    return {"first": start + 1, "last": end, "n": len(term.stories)}


def _summary(context: Context, listed: _Listed, lang: str) -> str:
    key = "list_range" if listed.term.paging.parts else "list_summary"
    if listed.latest:
        return context.t(lang, key, time=listed.latest, **_range(listed.term, listed.part))
    return context.t(lang, f"{key}_undated", **_range(listed.term, listed.part))


def _filters(context: Context, lists: _Lists, current: Term, part: int, path: str) -> Iterator[FilterGroup]:
    """The filters, on the first page of a list; its others lead there and change only with their stories."""
    lang = lists.lang
    if part:
        first = relative(path, context.path(current.kind, lang, current.name))
        yield FilterGroup(context.t(lang, "filters"), (Link(context.t(lang, "choose_filters"), first),))
        return
    for group in lists.groups:
        links = tuple(_filter(context, term, current, lang, path) for term in group.terms)
        if group.heading == "filter_line":
            whole = replace(lists.whole, label=context.t(lang, "all"))
            links = (_filter(context, whole, current, lang, path), *links)
        open_ = len(links) if len(links) <= _FILTERS + 1 else _FILTERS
        yield FilterGroup(context.t(lang, group.heading), links[:open_], links[open_:])


def _filter(context: Context, term: Term, current: Term, lang: str, path: str) -> Link:
    return Link(
        term.label,
        relative(path, context.path(term.kind, lang, term.name))
        if term.stories or term.kind == "stories"
        else "",
        current=term.key == current.key,
        count=len(term.stories),
    )


def _by_month(context: Context, stories: Iterable[Story], lang: str, path: str) -> Iterator[MonthGroup]:
    for heading, some in groupby(stories, key=lambda story: _when(context, story, lang)):
        yield MonthGroup(heading, tuple(make_card(context, story, lang, path) for story in some))


def _when(context: Context, story: Story, lang: str) -> str:
    if story.date is None:
        return context.t(lang, "undated")
    key = story.date.month_key
    return _month_name(key, lang) if key else print_date(PartialDate(story.date.year), lang)
