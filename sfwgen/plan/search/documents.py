"""What search finds in a language, in the order of its results: texts with address and filters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sfwgen.model import Language
from sfwgen.plan.context import Context, relative
from sfwgen.plan.lists import Group
from sfwgen.plan.outputs import PageOutput
from sfwgen.plan.search.index import SearchDocument
from sfwgen.plan.search.texts import search_documents

FILTERS = {"filter_line": "line", "filter_place": "place", "filter_month": "month"}
"""The filters of search: by the string key of their heading, how they are named in an address."""
_KINDS = ("story", "bulletin", "figures", "page", "corrections")


def find_documents(
    context: Context,
    language: Language,
    pages: Iterable[PageOutput],
    found: Mapping[str, tuple[SearchDocument, ...]],
    groups: Iterable[Group],
    path: str,
) -> list[SearchDocument]:
    """Returns what can be found in a language: stories, the newest first, then issues, figures, other pages.

    `found` is what is known of pages already, by their paths. `path` is that of the search page, `groups` are
    the lists by which stories can be filtered.
    """
    lang = language.id
    by_slug = _filters_by_story(groups)
    filters = {context.path("story", lang, slug): names for slug, names in by_slug.items()}
    made: dict[str, list[SearchDocument]] = {kind: [] for kind in _KINDS}
    for page in pages:
        if page.head.kind not in made:
            continue
        known = found.get(page.path)
        href, own = relative(path, page.path), filters.get(page.path, ())
        made[page.head.kind] += [
            replace(each, href=href + each.href, filters=own)
            for each in (search_documents(context, page.view) if known is None else known)
        ]
    made["bulletin"].reverse()
    return [each for kind in _KINDS for each in made[kind]]


def _filters_by_story(groups: Iterable[Group]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for group in groups:
        for term in group.terms if group.heading in FILTERS else ():
            for story in term.stories:
                found.setdefault(story.slug, []).append(f"{FILTERS[group.heading]}:{term.name}")
    return {slug: tuple(names) for slug, names in found.items()}
