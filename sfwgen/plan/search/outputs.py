"""The search page of a language, and the index of its pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sfwgen.each import Each, one_by_one
from sfwgen.model import Language
from sfwgen.plan.context import Context, relative
from sfwgen.plan.frames import make_frame, place_everywhere
from sfwgen.plan.lists import Group, make_groups
from sfwgen.plan.outputs import AssetOutput, PageOutput, make_page
from sfwgen.plan.search.documents import FILTERS, find_documents
from sfwgen.plan.search.index import SearchDocument, make_index
from sfwgen.plan.stories import make_card
from sfwgen.plan.views import Link, SearchFilter, SearchOption, SearchView

_NEWEST = 25
"""How many stories the page lists before anything is searched for."""


def search_outputs(
    context: Context,
    language: Language,
    pages: Sequence[PageOutput],
    found: Mapping[str, tuple[SearchDocument, ...]],
    each: Each = one_by_one,
) -> tuple[PageOutput, list[AssetOutput]]:
    """Returns the search page of a language and the index of its pages.

    `found` is what is to be found on pages where it is known already, by their paths.
    """
    lang, source = language.id, context.site.config.location
    path = context.path("search", lang)
    folder = f"{context.permalinks.prefix(lang)}search/"
    groups = [group for group in make_groups(context, lang) if group.heading in FILTERS]
    files = make_index(find_documents(context, language, pages, found, groups, path), each)
    index = [AssetOutput(folder + file.name, file.content) for file in files]
    stories = context.stories(lang)
    frame = make_frame(
        context,
        place_everywhere(context, "search", "search"),
        language,
        context.t(lang, "search"),
        description=context.t(lang, "search_description"),
        indexed=False,
    )
    view = SearchView(
        frame=frame,
        index=relative(path, index[0].path),
        filters=tuple(_filter(context, group, lang, path) for group in groups),
        stories=tuple(make_card(context, story, lang, path) for story in stories[:_NEWEST]),
        all_stories=Link(
            context.t(lang, "all_stories", n=len(stories)),
            relative(path, context.path("stories", lang)),
            count=len(stories),
        ),
    )
    return make_page(path, "search.html", view, source), index


def _filter(context: Context, group: Group, lang: str, path: str) -> SearchFilter:
    options = (
        SearchOption(
            term.name,
            Link(
                term.label, relative(path, context.path(term.kind, lang, term.name)), count=len(term.stories)
            ),
        )
        for term in group.terms
        if term.stories
    )
    return SearchFilter(FILTERS[group.heading], context.t(lang, group.heading), tuple(options))
