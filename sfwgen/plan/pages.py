"""Pages outside the stories: about and the like, corrections, the site map, 404 and redirects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from urllib.parse import urlsplit

from sfwgen.model import Alias, Correction, Language, Page, Story
from sfwgen.plan.context import Context, relative
from sfwgen.plan.frames import Place, crumbs, make_frame, place_everywhere, stale_notice
from sfwgen.plan.lists import make_map_groups
from sfwgen.plan.outputs import PageOutput, make_page
from sfwgen.plan.paging import Paging, make_pager
from sfwgen.plan.stories import make_correction
from sfwgen.plan.texts import (
    figures_by_id,
    make_body,
    make_title,
    marked_title,
    phrase_html,
    phrase_text,
    title_link,
)
from sfwgen.plan.views import (
    CorrectionsView,
    FilterGroup,
    Link,
    NotFoundView,
    PageView,
    RedirectView,
    SiteMapView,
)

_CONTENTS_FROM = 3
"""How many headings a page needs before it gets a list of them."""

MOST_MAPPED = 200
"""How many stories, or issues, the site map names one by one; of more than that it leads to their lists."""

_CORRECTIONS = 50
"""How many corrections a page has; the first page has up to twice as many, less one."""

_MADE = ("corrections", "search")
"""Pages that no document stands for, by their kind, which is the string key of their name too."""


def document_pages(context: Context, language: Language) -> list[PageOutput]:
    """Returns the pages of the project that are shown in a language."""
    pages = context.site.pages
    return [_document(context, language, page) for page in pages if context.is_shown(page, language.id)]


def page_place(context: Context, page: Page) -> Place:
    """Returns where a page of the project stands."""
    langs = tuple(each.id for each in context.languages)
    shown = tuple(each for each in langs if context.is_shown(page, each))
    return Place("page", "page", page.slug, shown, tuple(each for each in langs if each in page.texts))


def _document(context: Context, language: Language, page: Page) -> PageOutput:
    lang, shown = language.id, context.text_lang(page, language.id)
    path = context.path("page", lang, page.slug)
    text = page.texts[shown]
    title = make_title(text.title, {}, shown)
    sections = [heading for heading in text.body.headings if heading.level == 2]
    frame = make_frame(
        context,
        page_place(context, page),
        language,
        title.text,
        description=phrase_text(text.summary, {}, shown),
        crumbs=crumbs(context, lang, path),
        notices=stale_notice(context, "page", page, lang, path),
    )
    view = PageView(
        frame=frame,
        title=marked_title(context, page, shown, lang, path),
        dek=phrase_html(context, page, shown, lang, path),
        body=make_body(context, page, shown, lang, path),
        contents=tuple(Link(each.text, f"#{each.anchor}") for each in sections)
        if len(sections) >= _CONTENTS_FROM
        else (),
    )
    return make_page(path, "page.html", view, page.location)


def correction_pages(context: Context, language: Language) -> list[PageOutput]:
    """Returns the pages of all published corrections, the newest first."""
    found = {each.id: _corrections(context, each.id) for each in context.languages}
    parts = Paging(len(found[language.id]), _CORRECTIONS).parts
    return [_correction_page(context, language, found, part) for part in (0, *range(parts, 0, -1))]


def _corrections(context: Context, lang: str) -> list[tuple[Correction, Story]]:
    found = [(each, story) for story in context.stories(lang) for each in story.corrections]
    return sorted(found, key=lambda pair: pair[0].date, reverse=True)


def _correction_page(
    context: Context, language: Language, found: Mapping[str, list[tuple[Correction, Story]]], part: int
) -> PageOutput:
    lang = language.id
    path_of = partial(context.path, "corrections", lang, "")
    path, paging = path_of(part), Paging(len(found[lang]), _CORRECTIONS)
    heading = first = context.t(lang, "corrections")
    if part:
        heading = context.t(lang, "list_page", name=first, page=paging.number(part))
    langs = tuple(each for each in found if part <= Paging(len(found[each]), _CORRECTIONS).parts)
    frame = make_frame(
        context,
        Place("corrections", "corrections", "", langs, langs, part),
        language,
        heading,
        description=context.t(lang, "corrections_dek"),
        crumbs=crumbs(context, lang, path, *([(first, path_of(0))] if part else [])),
    )
    start, end = paging.bounds(part)
    views = tuple(make_correction(context, story, each, lang, path) for each, story in found[lang][start:end])
    view = CorrectionsView(frame, views, make_pager(context, paging, part, lang, path_of))
    return make_page(path, "corrections.html", view, context.site.config.location)


def sitemap_page(context: Context, language: Language) -> PageOutput:
    """Returns the page that leads to every page of the site in a language."""
    lang = language.id
    path = context.path("sitemap", lang)
    heading = context.t(lang, "sitemap")
    frame = make_frame(
        context,
        place_everywhere(context, "sitemap", "sitemap"),
        language,
        heading,
        description=context.t(lang, "sitemap_description"),
        crumbs=crumbs(context, lang, path),
    )
    groups = tuple(group for group in _map_groups(context, lang, path) if group.links)
    return make_page(path, "sitemap-page.html", SiteMapView(frame, groups), context.site.config.location)


def _map_groups(context: Context, lang: str, path: str) -> Iterator[FilterGroup]:
    main = ["home", "stories", "figures", *(["bulletins"] if context.site.bulletins else [])]
    yield FilterGroup(
        context.t(lang, "main_pages"),
        tuple(
            Link(context.t(lang, f"nav_{kind}"), relative(path, context.path(kind, lang))) for kind in main
        ),
    )
    yield FilterGroup(context.t(lang, "nav_stories"), tuple(_mapped_stories(context, lang, path)))
    for group in make_map_groups(context, lang):
        links = tuple(
            Link(term.label, relative(path, context.path(term.kind, lang, term.name)))
            for term in group.terms
            if term.stories
        )
        yield FilterGroup(context.t(lang, group.heading), links)
    yield FilterGroup(context.t(lang, "past_issues"), tuple(_mapped_issues(context, lang, path)))
    pages = [page for page in context.site.pages if context.is_shown(page, lang)]
    others = [
        Link(
            phrase_text(page.texts[context.text_lang(page, lang)].title, {}, lang),
            relative(path, context.path("page", lang, page.slug)),
        )
        for page in pages
    ]
    made = tuple(Link(context.t(lang, kind), relative(path, context.path(kind, lang))) for kind in _MADE)
    yield FilterGroup(context.t(lang, "other_pages"), (*others, *made))


def _mapped_stories(context: Context, lang: str, path: str) -> Iterator[Link]:
    stories = context.stories(lang)
    if len(stories) <= MOST_MAPPED:
        yield from (title_link(context, story, lang, path) for story in stories)
    else:
        target = relative(path, context.path("stories", lang))
        yield Link(context.t(lang, "all_stories", n=len(stories)), target)


def _mapped_issues(context: Context, lang: str, path: str) -> Iterator[Link]:
    numbers = [str(bulletin.number) for bulletin in context.site.bulletins]
    if len(numbers) <= MOST_MAPPED:
        for number in numbers:
            target = relative(path, context.path("bulletin", lang, number))
            yield Link(context.t(lang, "issue", n=number), target)
    else:
        target = relative(path, context.path("bulletins", lang))
        yield Link(context.t(lang, "all_issues", n=len(numbers)), target)


def not_found_page(context: Context, language: Language) -> PageOutput:
    """Returns the page for addresses that do not exist; its links start at the site's root."""
    lang = language.id
    frame = make_frame(
        context,
        place_everywhere(context, "notfound", "notfound"),
        language,
        context.t(lang, "not_found"),
        description=context.t(lang, "not_found_text"),
        indexed=False,
    )
    root = urlsplit(context.site.config.url).path
    kinds = ["home", "stories", "figures", *(["bulletins"] if context.site.bulletins else [])]
    links = [Link(context.t(lang, f"nav_{kind}"), root + context.path(kind, lang)) for kind in kinds]
    view = NotFoundView(frame, tuple(links))
    return make_page(context.path("notfound", lang), "404.html", view, context.site.config.location)


def redirect_pages(context: Context, language: Language) -> list[PageOutput]:
    """Returns a page at each alias that leads to its document."""
    lang = language.id
    pages: list[PageOutput] = []
    groups: tuple[tuple[str, Sequence[Story | Page]], ...] = (
        ("story", context.site.stories),
        ("page", context.site.pages),
    )
    for kind, documents in groups:
        for document in documents:
            if not context.is_shown(document, lang):
                continue
            pages += (_redirect(context, language, kind, document, alias) for alias in document.aliases)
    return pages


def _alias_path(alias: Alias) -> str:
    path = alias.path.lstrip("/")
    return f"{path}index.html" if path.endswith("/") else path


def _redirect(
    context: Context, language: Language, kind: str, document: Story | Page, alias: Alias
) -> PageOutput:
    lang = language.id
    path = context.permalinks.prefix(lang) + _alias_path(alias)
    target = context.path(kind, lang, document.slug)
    shown = context.text_lang(document, lang)
    title = phrase_text(document.texts[shown].title, figures_by_id(document), shown)
    langs = tuple(each.id for each in context.languages)
    place = Place("redirect", kind, document.slug, langs, langs)
    frame = make_frame(context, place, language, title, indexed=False, at=path)
    view = RedirectView(frame, relative(path, target))
    return make_page(path, "redirect.html", view, alias.location)
